"""Signs → rows, as an eye sees them: what stands at one height, from left to right, cut where a wide gap is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletin.importers.pdf.glyphs import Glyph

_SAME_ROW = 0.6  # of its height: how far the middle of a sign may be from the row's
_BLANK = 0.17  # of a sign's size: a gap so wide is a blank that is not drawn
_WIDE = 1.5  # of a sign's size: a gap so wide parts two columns,
_FEW = 3  # unless blanks fill it, as in «Số:        /TB-UBND»
_RAISED = 0.85  # of the row's size: a smaller sign above or below the line is raised


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs of a row without a wide gap between them."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def top(self) -> float:
        return min(g.top for g in self.glyphs)

    @property
    def bottom(self) -> float:
        return max(g.bottom for g in self.glyphs)

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        """That of most of its signs."""
        sizes = sorted(g.size for g in self.glyphs)
        return sizes[len(sizes) // 2]

    @property
    def bold(self) -> bool:
        """Whether all its words are."""
        return all(g.bold for g in self.glyphs if g.text.strip())

    @property
    def text(self) -> str:
        """Its words, a blank where one is to be seen."""
        return "".join(("" if not gap else " ") + g.text for gap, g in with_gaps(self.glyphs))


Row = tuple[Piece, ...]


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """From top to bottom."""
    rows: list[list[Glyph]] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.middle, g.left)):
        if not rows or glyph.middle - middle > _SAME_ROW * max(height, glyph.bottom - glyph.top):
            rows.append([])
            middle, height = glyph.middle, glyph.bottom - glyph.top
        elif glyph.bottom - glyph.top > height:  # a note's mark stood first: the row is where its large signs are
            middle, height = glyph.middle, glyph.bottom - glyph.top
        rows[-1].append(glyph)
    pieces = (tuple(_pieces(sorted(row, key=lambda g: g.left))) for row in rows)
    return [row for row in pieces if row]


def _pieces(row: Sequence[Glyph]) -> Iterator[Piece]:
    """A row cut at wide gaps; blanks at the ends of a piece belong to nobody."""
    piece: list[Glyph] = []
    blanks: list[Glyph] = []
    for glyph in row:
        if not glyph.text.strip():
            blanks.append(glyph)
            continue
        if piece and glyph.left - piece[-1].right > _WIDE * max(glyph.size, piece[-1].size) and len(blanks) <= _FEW:
            yield Piece(tuple(piece))
            piece = [glyph]
        else:
            piece += [*(blanks if piece else ()), glyph]
        blanks = []
    if piece:
        yield Piece(tuple(piece))


def with_gaps(glyphs: Sequence[Glyph]) -> Iterator[tuple[bool, Glyph]]:
    """Each sign, and whether a blank that is not drawn stands before it."""
    for i, glyph in enumerate(glyphs):
        before = glyphs[i - 1] if i else None
        # A number that is stamped on the page stands as near to the next word as it happened to be put.
        gap = before is not None and (
            glyph.left - before.right > _BLANK * max(glyph.size, before.size)
            or (
                glyph.stamped != before.stamped
                and glyph.text.isalpha() != before.text.isalpha()
                and glyph.text.isalnum()
                and before.text.isalnum()
            )
        )
        yield gap and bool(glyph.text.strip()) and bool(before and before.text.strip()), glyph


def raised(piece: Piece) -> list[bool]:
    """Of each sign whether it stands above its line: smaller, its foot clearly higher."""
    size = piece.size
    feet = sorted(glyph.bottom for glyph in piece.glyphs)
    base = feet[len(feet) // 2] - 0.2 * size
    return [glyph.size < _RAISED * size and glyph.bottom < base for glyph in piece.glyphs]


_MARKER = re.compile(r"(?:[-–+•*▪●○□☐❖➢✔·]|\(?(?:[0-9]{1,2}|[a-zđ])[.)]|[IVX]{1,5}[.)]|Điều\s[0-9]+\.)\s?")


def begins_item(text: str) -> bool:
    """Whether a row begins as an item does: «- », «a) », «1. », «IV. », «Điều 3. »."""
    return _MARKER.match(text.lstrip()) is not None
