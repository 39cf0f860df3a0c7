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
    begins = not run.before.isalnum() and run.before not in "([" and run.after.isalnum()
    if run.size == 1:
        # «*Lưu ý: *mang theo»: a second one that would begin again.
        return begins and run.sign == "*" and beside is not None and beside.size == 1 and beside.before.isspace()
    if run.size > 4 or (run.size == 4 and not run.after.isalpha()):
        return False
    if run.sign == "_" and run.size > 2:
        return False
    apart = run.before.isspace() and run.after.isspace()
    if begins or (apart and run.sign == "*" and run.text[run.start - 1 : run.start] in ("", "\n")):
        return True
    if beside is None or beside.size != run.size or run.sign == "_":
        return False
    inside = run.before.isalpha() and run.after.isalpha() and " " not in run.text[run.stop : beside.start]
    return apart or inside
