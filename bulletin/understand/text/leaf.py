"""A piece of text while it is being understood: its words stay, marks are added. `words()` makes the value of it."""

from __future__ import annotations

from itertools import pairwise

from bulletin.model.text import OBJECT, Hyperlink, LineBreak, Mark, MentionMark, Picture, Style, Words


class Leaf:
    """Text without a block in it, with the marks set so far; offsets are those of characters of `text`."""

    __slots__ = ("marks", "text")

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self.text, self.marks = text, marks

    @property
    def open(self) -> str:
        """The text with an OBJECT for each character of code and images, for no number goes through these."""
        text = self.text
        for mark in self.marks:
            if _is_code(mark):
                text = text[: mark.start] + OBJECT * (mark.stop - mark.start) + text[mark.stop :]
        return text

    @property
    def flowing(self) -> str:
        """The text with a blank for images and for ends of lines: a sentence may go on behind them."""
        text = self.text
        for mark in self.marks:
            if isinstance(mark, LineBreak | Picture):
                text = f"{text[: mark.start]} {text[mark.stop :]}"
        return text

    def longest_piece(self, start: int, stop: int) -> tuple[int, int] | None:
        """Of text[start:stop] the longest piece between other marks, of equal ones the last: «**595**-CV/QU» →
        «-CV/QU». None when a link, code or an image is in it, for no link stands in a link."""
        edges = {start, stop}
        for mark in self.marks:
            if (
                mark.start < stop
                and start < mark.stop
                and (isinstance(mark, Hyperlink | MentionMark) or _is_code(mark))
            ):
                return None
            edges.update(at for at in (mark.start, mark.stop) if start < at < stop)
        cuts = sorted(edges)
        return max(pairwise(cuts), key=lambda piece: (piece[1] - piece[0], piece), default=None)

    def hidden(self) -> list[tuple[int, int]]:
        """Where no abbreviation is looked for: links, numbers, code, images."""
        kinds = Hyperlink | MentionMark | Picture
        return [(m.start, m.stop) for m in self.marks if isinstance(m, kinds) or _is_code(m)]

    def words(self) -> Words:
        """The value: its marks in the order in which they begin, the outer first."""
        return Words(text=self.text, marks=tuple(sorted(self.marks, key=_order)) if self.marks else ())


def _is_code(mark: Mark) -> bool:
    return isinstance(mark, Picture) or (isinstance(mark, Style) and mark.name == "code")


def _order(mark: Mark) -> tuple[int, bool, int]:
    """What takes no character stands before the marks that begin where it does."""
    return mark.start, mark.stop > mark.start, -mark.stop
