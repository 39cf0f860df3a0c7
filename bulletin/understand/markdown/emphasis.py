"""Stars and underlines: which are marks, and of what; the rest are signs that somebody typed, and stay.

    **Thời gian:** 7h30     → bold                  Mẫu A(*), Mẫu B(**)      → signs of a note
    **Thời gian: **7h30     → bold, as was meant    001****1234, 4*5 m, a_b  → signs inside a word
    ** Thành phần:** hộ dân → the same              **Lưu ý                  → never closed: signs, and told

The rule is that of CommonMark (delimiter runs, spec 0.31, 6.2), which is linear, with three changes of the house:
inside a word a run is no mark; a run in brackets is none; two stars are never cut into one and one.
"""

from __future__ import annotations

from collections.abc import Sequence

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
        self.closes = not (self.before.isspace() or self.before in _BEGINS or within)
        if self.after.isalnum() and (self.sign == "_" or self.size == 1):  # «**Địa điểm:**nhà văn hóa» was meant
            self.closes = False
        if self.after in ".@" and text[stop + 1 : stop + 2].isalnum() and self.sign == "_":  # «_Mau_don_.docx»
            self.closes = False
        # «**Điều 1.****Phạm vi**»: the end of one and the beginning of the next.
        if self.size > _LONGEST + (self.opens and self.closes):
            self.opens = self.closes = False

    @property
    def whole(self) -> bool:
        """Whether no part of it is a mark."""
        return self.left == self.size


Pair = tuple[int, int, int]  # (index of the run that opens, of the one that closes, signs used of each: 1 or 2)


def pairs(runs: Sequence[Run]) -> list[Pair]:
    """Those of `runs`, in the order of a text, that belong together; what is `left` of each is text."""
    found = _strict(runs)
    return [*found, *_meant(runs, found)]


def _strict(runs: Sequence[Run]) -> list[Pair]:
    """As CommonMark pairs them. Each opener is looked at once for each kind of closer: linear."""
    found: list[Pair] = []
    open_: list[int] = []  # of both signs; `of` the same by sign
    of: dict[str, list[int]] = {"*": [], "_": []}
    tried: dict[tuple[str, int], int] = {}
    for i, run in enumerate(runs):
        stack = of[run.sign]
        while run.closes and run.left:
            kind = run.sign, run.left
            bottom = tried.get(kind, -1)
            k = len(stack) - 1
            while k >= 0 and stack[k] > bottom and not _fit(runs[stack[k]], run):
                k -= 1
            if k < 0 or stack[k] <= bottom:
                tried[kind] = i - 1
                break
            at = stack[k]
            used = 1 if runs[at].left == run.left == 3 else min(runs[at].left, run.left, 2)
            found.append((at, i, used))
            runs[at].left -= used
            run.left -= used
            # What was opened in between, of either sign, is closed by nothing any more.
            while open_[-1] > at or (open_[-1] == at and not runs[at].left):
                of[runs[open_.pop()].sign].pop()
                if not open_:
                    break
        if run.opens and run.left:
            stack.append(i)
            open_.append(i)
    return found


def _fit(opener: Run, closer: Run) -> bool:
    return {opener.left, closer.left} != {1, 2}


def _meant(runs: Sequence[Run], found: Sequence[Pair]) -> list[Pair]:
    """Bold on one line whose stars stand beside blanks: «**Thời gian: **7h30», «** Thành phần:** các hộ»."""
    more: list[Pair] = []
    waiting: dict[int, int] = {}  # by the pair around it: two that are paired must lie in the same
    for j, around in enumerate(_around(len(runs), found)):
        run = runs[j]
        if not (run.whole and run.size in (2, 3)):
            continue
        i = waiting.pop(around, None)
        if i is not None and _fits_loosely(runs[i], run):
            used = [1, 2] if run.size == 3 else [2]
            more += [(i, j, size) for size in used]
            runs[i].left = run.left = 0
        elif not run.before.isalnum() and run.after not in _ENDS:
            waiting[around] = j
    return more


def _fits_loosely(opener: Run, closer: Run) -> bool:
    if (opener.sign, opener.size, opener.line) != (closer.sign, closer.size, closer.line):
        return False
    within = closer.before.isalnum() and closer.after.isalnum()
    return (opener.opens or closer.closes) and not within and closer.before not in _BEGINS


def _around(count: int, found: Sequence[Pair]) -> list[int]:
    """For each run the innermost of the pairs around it, as its place in `found`; -1 for none."""
    ends = [0] * count
    begins: list[list[int]] = [[] for _ in range(count)]
    for n, (i, j, _) in enumerate(found):
        begins[i].append(n)
        ends[j] += 1
    around, inside = [], [-1]
    for i in range(count):
        del inside[len(inside) - ends[i] :]
        around.append(inside[-1])
        inside += reversed(begins[i])  # the inner ones were found first
    return around
