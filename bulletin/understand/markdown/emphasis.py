"""Stars and underlines: which are marks, and of what; the rest are signs that somebody typed, and stay.

    **Thời gian:** 7h30     → bold                  Mẫu A(*), Mẫu B(**)      → signs of a note
    **Thời gian: **7h30     → bold, as was meant    001****1234, 4*5 m, a_b  → signs inside a word
    ** Thành phần:** hộ dân → the same              **Lưu ý                  → never closed: signs, and told

The rule is that of CommonMark (delimiter runs, spec 0.31, 6.2), which is linear, with three changes of the house:
inside a word a run is no mark; a run in brackets is none; two stars are never cut into one and one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_LONGEST = 3  # «****5678» masks, «______» is to be filled in
_ENDS = ")]}>,;"  # no bold begins before these, nor ends behind those
_BEGINS = "([{<"


class Run:
    """A run of one sign: `text[start:stop]`. `left` of it are not yet marks; `opens` and `closes` by what is beside."""

    __slots__ = ("after", "before", "closes", "left", "line", "opens", "sign", "size", "start", "stop", "text")

    def __init__(self, text: str, start: int, stop: int, line: int) -> None:
        self.text, self.start, self.stop, self.line = text, start, stop, line
        self.sign, self.size = text[start], stop - start
        self.left = self.size
        self.before = text[start - 1] if start else " "
        self.after = text[stop] if stop < len(text) else " "
        within = self.before.isalnum() and self.after.isalnum()
        self.opens = not (self.after.isspace() or self.after in _ENDS or self.before.isalnum())
        self.closes = not (self.before.isspace() or self.before in _BEGINS or within or self._goes_on())
        # «**Điều 1.****Phạm vi**»: the end of one and the beginning of the next.
        if self.size > _LONGEST + (self.opens and self.closes):
            self.opens = self.closes = False

    def _goes_on(self) -> bool:
        """Whether the word behind is of one piece with what stands before: «4*5», «_Mau_don_.docx»."""
        if self.after.isalnum():
            return self.sign == "_" or self.size == 1  # «**Địa điểm:**nhà văn hóa» was meant
        return self.sign == "_" and self.after in ".@" and self.text[self.stop + 1 : self.stop + 2].isalnum()

    @property
    def whole(self) -> bool:
        """Whether no part of it is a mark."""
        return self.left == self.size


class Pair(NamedTuple):
    """The indexes of the run that opens and of the one that closes, and how many signs of each: 1 or 2."""

    opener: int
    closer: int
    size: int


def pairs(runs: Sequence[Run]) -> list[Pair]:
    """Those of `runs`, in the order of a text, that belong together; what is `left` of each is text."""
    strict = _strict(runs)
    return [*strict, *_meant(runs, strict)]


def _strict(runs: Sequence[Run]) -> list[Pair]:
    """As CommonMark pairs them. Each opener is looked at once for each kind of closer: linear."""
    strict: list[Pair] = []
    open_: list[int] = []  # of both signs; `stacks` the same by sign
    stacks: dict[str, list[int]] = {"*": [], "_": []}
    tried: dict[tuple[str, int], int] = {}
    for i, run in enumerate(runs):
        stack = stacks[run.sign]
        while run.closes and run.left:
            j = _opener(runs, run, stack, tried.get((run.sign, run.left), -1))
            if j is None:
                tried[run.sign, run.left] = i - 1
                break
            size = 1 if runs[j].left == run.left == 3 else min(runs[j].left, run.left, 2)
            strict.append(Pair(j, i, size))
            runs[j].left -= size
            run.left -= size
            # What was opened in between, of either sign, is closed by nothing any more.
            while open_ and (open_[-1] > j or (open_[-1] == j and not runs[j].left)):
                stacks[runs[open_.pop()].sign].pop()
        if run.opens and run.left:
            stack.append(i)
            open_.append(i)
    return strict


def _opener(runs: Sequence[Run], closer: Run, stack: Sequence[int], bottom: int) -> int | None:
    """The last of the open runs in `stack`, behind `bottom`, that `closer` can close."""
    for i in reversed(stack):
        if i <= bottom:
            return None
        if _fit(runs[i], closer):
            return i
    return None


def _fit(opener: Run, closer: Run) -> bool:
    return {opener.left, closer.left} != {1, 2}


def _meant(runs: Sequence[Run], strict: Sequence[Pair]) -> list[Pair]:
    """Bold on one line whose stars stand beside blanks: «**Thời gian: **7h30», «** Thành phần:** các hộ»."""
    more: list[Pair] = []
    waiting: dict[int, int] = {}  # by the pair around it: two that are paired must lie in the same
    for j, around in enumerate(_around(len(runs), strict)):
        run = runs[j]
        if not (run.whole and run.size in (2, 3)):
            continue
        i = waiting.pop(around, None)
        if i is not None and _fits_loosely(runs[i], run):
            more += [Pair(i, j, size) for size in ((1, 2) if run.size == 3 else (2,))]
            runs[i].left = run.left = 0
        elif not run.before.isalnum() and run.after not in _ENDS:
            waiting[around] = j
    return more


def _fits_loosely(opener: Run, closer: Run) -> bool:
    if (opener.sign, opener.size, opener.line) != (closer.sign, closer.size, closer.line):
        return False
    within = closer.before.isalnum() and closer.after.isalnum()
    return (opener.opens or closer.closes) and not within and closer.before not in _BEGINS


def _around(count: int, strict: Sequence[Pair]) -> list[int]:
    """For each run the innermost of the pairs around it, as its index in `strict`; -1 for none."""
    ends = [0] * count
    begins: list[list[int]] = [[] for _ in range(count)]
    for n, (i, j, _) in enumerate(strict):
        begins[i].append(n)
        ends[j] += 1
    around, inside = [], [-1]
    for i in range(count):
        del inside[len(inside) - ends[i] :]
        around.append(inside[-1])
        inside += reversed(begins[i])  # the inner ones were paired first
    return around
