"""A piece of text while it is being understood: its words stay, marks are added. `words()` makes the value of it.

A text may be one long line with thousands of marks, so nothing here is asked of all marks for each of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from bulletin.model.text import OBJECT, Hyperlink, LineBreak, Mark, MentionMark, Picture, Style, Words


class Leaf:
    """Text without a block in it, with the marks set so far; offsets are those of characters of `text`.

    `marks` begins with those that the editor set, in the order in which they begin; none that is added overlaps
    another that was.
    """

    __slots__ = ("_closed", "_edges", "marks", "text")

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self.text, self.marks = text, marks
        self._edges: list[int] | None = None  # where marks of the editor's begin or end
        self._closed: list[tuple[int, int]] = []  # links, code and images, none in another

    @property
    def open(self) -> str:
        """The text with an OBJECT for each character of code and images, for no number goes through these."""
        return self._masked([(m.start, m.stop) for m in self.marks if _is_code(m)], OBJECT)

    @property
    def flowing(self) -> str:
        """The text with a blank for images and for ends of lines: a sentence may go on behind them."""
        return self._masked([(m.start, m.stop) for m in self.marks if isinstance(m, LineBreak | Picture)], " ")

    @property
    def unmarked(self) -> str:
        """The text with «\\0» for links, numbers of documents, code and images."""
        kinds = Hyperlink | MentionMark
        spans = sorted((m.start, m.stop) for m in self.marks if isinstance(m, kinds) or _is_code(m))
        return self._masked(spans, "\0")

    def _masked(self, spans: list[tuple[int, int]], sign: str) -> str:
        """The text with `sign` for each character of `spans`, which are in order."""
        if not spans:
            return self.text
        parts, at = list[str](), 0
        for start, stop in spans:
            if start >= at:
                parts += (self.text[at:start], sign * (stop - start))
                at = stop
        return "".join((*parts, self.text[at:]))

    def longest_piece(self, start: int, stop: int) -> tuple[int, int] | None:
        """Of text[start:stop] the longest piece between the editor's marks, of equal ones the last: «**595**-CV/QU» →
        «-CV/QU». None when a link, code or an image is in it, for no link stands in a link."""
        if not self.marks:
            return start, stop
        if self._edges is None:
            self._edges = self._found_edges()
        last = bisect_left(self._closed, (stop, 0)) - 1
        if last >= 0 and self._closed[last][1] > start:
            return None
        inside = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, stop)]
        return max(pairwise((start, *inside, stop)), key=lambda piece: (piece[1] - piece[0], piece))

    def _found_edges(self) -> list[int]:
        """All offsets at which a mark of the editor's begins or ends, in order; fills `_closed` too."""
        end = 0
        for mark in self.marks:
            if mark.start >= end and (isinstance(mark, Hyperlink) or _is_code(mark)):
                self._closed.append((mark.start, mark.stop))
                end = mark.stop
        return sorted({at for mark in self.marks for at in (mark.start, mark.stop)})

    def words(self) -> Words:
        """The value: its marks in the order in which they begin, the outer first."""
        return Words(text=self.text, marks=tuple(sorted(self.marks, key=_order)) if self.marks else ())


def _is_code(mark: Mark) -> bool:
    return isinstance(mark, Picture) or (isinstance(mark, Style) and mark.name == "code")


def _order(mark: Mark) -> tuple[int, bool, int]:
    """What takes no character stands before the marks that begin where it does."""
    return mark.start, mark.stop > mark.start, -mark.stop
