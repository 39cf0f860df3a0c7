"""Bold that was begun and never ended, or ended in the middle of a word: its stars stand on the page, and this tells.

**Lưu ý: mang theo Căn cước     ph**ường**     *Lưu ý: *mang theo     → told
Mẫu A**, Mẫu B(**); **: hộ cận nghèo     09**567     *Ghi chú: …      → signs of a note, a mask: as meant
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from bulletin.model.problem import Problem, problem
from bulletin.understand.markdown.emphasis import Run
from bulletin.understand.text.lines import InOrder, Lines

_SHOWN = 40
_ADVICE = (
    "muốn in đậm thì đặt hai dấu sát chữ, ở cả hai đầu của cùng một đoạn, ví dụ **Lưu ý:**; muốn giữ dấu sao thì "
    "viết \\*"
)


def unclosed(runs: Iterable[Run], lines: Lines) -> Iterator[Problem]:
    """Problems for those of `runs`, all that stayed as typed, that were meant as marks; one a line of text."""
    places = InOrder(lines)
    notes: set[int] = set()  # sizes of stars that stood behind words already: «** Hộ cận nghèo» is their note
    told: set[tuple[int, int]] = set()
    for run, following in pairwise([*runs, None]):
        if run is None or (id(run.text), run.line) in told:
            continue
        beside = following if following and following.text is run.text and following.line == run.line else None
        if _is_of_a_note(run):
            notes.add(run.size)
        elif run.size not in notes and _was_meant(run, beside):
            told.add((id(run.text), run.line))
            typed = run.text[run.start : run.stop + _SHOWN].partition("\n")[0]
            place = places.place(typed)
            yield problem("body-unread", place, value=typed.rstrip(), kind="chữ đậm", advice=_ADVICE)


def _is_of_a_note(run: Run) -> bool:
    """«Mẫu A**,» or «(**)»."""
    if run.sign == "_" or run.size > 3:
        return False
    behind = run.before.isalnum() and not run.after.isalnum()
    return behind or (run.before in "([" and run.after in ")]")


def _was_meant(run: Run, beside: Run | None) -> bool:
    """Whether a run that stayed as typed was meant as a mark; `beside` is the next such run of its line."""
    if run.size == 1:
        # «*Lưu ý: *mang theo»: a second one that would begin again.
        return _begins(run) and run.sign == "*" and beside is not None and beside.size == 1 and beside.before.isspace()
    if _is_mask(run):
        return False
    return _begins(run) or _begins_line(run) or (beside is not None and _is_half_of_two(run, beside))


def _is_mask(run: Run) -> bool:
    """«****5678», and «__» that is to be filled in."""
    if run.sign == "_" and run.size > 2:
        return True
    return run.size > 4 or (run.size == 4 and not run.after.isalpha())


def _begins(run: Run) -> bool:
    """«**Lưu ý», and not the note «(**Lưu ý»."""
    return not run.before.isalnum() and run.before not in "([" and run.after.isalnum()


def _stands_apart(run: Run) -> bool:
    return run.before.isspace() and run.after.isspace()


def _begins_line(run: Run) -> bool:
    """«** Lưu ý» at the head of a line."""
    return run.sign == "*" and _stands_apart(run) and run.text[run.start - 1 : run.start] in ("", "\n")


def _is_half_of_two(run: Run, beside: Run) -> bool:
    """«Lưu ý ** mang theo **», «ph**ường**»."""
    if beside.size != run.size or run.sign == "_":
        return False
    inside = run.before.isalpha() and run.after.isalpha() and " " not in run.text[run.stop : beside.start]
    return inside or _stands_apart(run)
