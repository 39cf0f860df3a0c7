"""Rows → what stands over the whole width and what stands side by side: letterheads, signatures.

A gutter is where no sign stands in any row of a stretch. Of rows with one piece those belong to the stretch that stay
on one side of it and stand under their column: a title in the middle of the page does not, however short it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletin.importers.pdf.glyphs import Glyph
from bulletin.importers.pdf.rows import Piece, Row

_FAR = 60.0  # points between rows of one stretch,
_FAR_BOTH = 90.0  # where the next has both sides too,
_SIGNED = 150.0  # where a seal and a hand have their room between role and name
_NEAR = 45.0  # from the middle of a column to that of a row that belongs to it
_AT_EDGE = 12.0  # from the left edge of a column
_HEAD = 3  # rows at the top of a page, where a letterhead is
_NARROW = 0.7  # of a sign's size: in a letterhead so narrow a gap may part two bodies
_RIGHT = 0.6  # of the width: what has its middle behind it, and
_HALF = 0.4  # begins behind this, stands on the right
Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Wide:
    """A row over the whole width."""

    row: Row


@dataclass(frozen=True, slots=True)
class Sides:
    """Signs side by side."""

    left: tuple[Glyph, ...]
    right: tuple[Glyph, ...]


Part = Wide | Sides


@dataclass(frozen=True, slots=True)
class Width:
    """Where the text of a page begins and ends."""

    left: float
    right: float

    def on_the_right(self, piece: Piece) -> bool:
        width = self.right - self.left
        return piece.centre > self.left + _RIGHT * width and piece.left > self.left + _HALF * width


def parts_of(rows: Sequence[Row], width: Width) -> list[Part]:
    """Rows of one page, from top to bottom, as parts of it."""
    rows = _parted_head(rows)
    parts: list[Part] = []
    i = 0
    while i < len(rows):
        gutter = _gutter(rows, i, width)
        if gutter is None:
            parts.append(Wide(rows[i]))
            i += 1
            continue
        first, last, gutter = _stretch(rows, i, gutter, width)
        # Rows above that stand under a column were taken for whole rows before the stretch was seen.
        while parts and isinstance(parts[-1], Wide) and _above(rows[first - 1], rows[first:last], gutter, width, first):
            parts.pop()
            first -= 1
        parts.append(_sides(rows[first:last], gutter))
        i = last
    return parts


def _parted_head(rows: Sequence[Row]) -> list[Row]:
    """Rows at the top of a page, parted where those beside them are, also where the gap is narrow."""
    gutters = [(row[0].right, row[1].left) for row in rows[: 2 * _HEAD] if len(row) == 2]
    if not gutters:
        return list(rows)
    low, high = gutters[0]
    head = [_parted(row[0], low, high) if len(row) == 1 else row for row in rows[:_HEAD]]
    return [*head, *rows[_HEAD:]]


def _parted(piece: Piece, low: float, high: float) -> Row:
    glyphs = piece.glyphs
    drawn = [i for i, glyph in enumerate(glyphs) if glyph.text.strip()]
    for i, j in pairwise(drawn):
        a, b = glyphs[i], glyphs[j]
        if b.left - a.right > _NARROW * a.size and a.right < high and b.left > low:
            return Piece(glyphs[: i + 1]), Piece(glyphs[j:])
    return (piece,)


def _gutter(rows: Sequence[Row], i: int, width: Width) -> Gutter | None:
    """Where a stretch that begins with rows[i] is parted: two pieces, or one on the right and one on the left below."""
    row = rows[i]
    if len(row) == 2:
        return row[0].right, row[1].left
    if len(row) > 2 or i + 1 == len(rows) or len(rows[i + 1]) > 1:
        return None
    for right, left in ((row[0], rows[i + 1][0]), (rows[i + 1][0], row[0])):
        near = abs(right.bottom - left.bottom) < 1.5 * max(right.size, left.size)
        if near and width.on_the_right(right) and left.right < right.left and left.left < width.left + 30:
            return left.right, right.left
    return None


def _stretch(rows: Sequence[Row], start: int, gutter: Gutter, width: Width) -> tuple[int, int, Gutter]:
    """(first row, the row behind the last, gutter) of the stretch that begins with rows[start]."""
    last = start + 1 if len(rows[start]) == 2 else start + 2
    for i in range(last, len(rows)):
        row = rows[i]
        distance = row[0].top - max(p.bottom for p in rows[i - 1])
        narrowed = _narrowed(row, gutter)
        far = _FAR if len(row) == 1 else _FAR_BOTH
        if narrowed is None or distance > (_SIGNED if len(row) == 1 and width.on_the_right(row[0]) else far):
            break
        if len(row) == 1 and not _belongs(row[0], rows[start:last], gutter, width):
            break
        gutter, last = narrowed, i + 1
    return start, last, gutter


def _narrowed(row: Row, gutter: Gutter) -> Gutter | None:
    """The gutter that is left beside a row; None where it crosses it."""
    low, high = gutter
    for piece in row:
        if piece.left >= low and (piece.right > high or piece.centre > (low + high) / 2):
            high = min(high, piece.left)
        elif piece.right <= high:
            low = max(low, piece.right)
        else:
            return None
    return (low, high) if high - low > 2 else None


def _belongs(piece: Piece, stretch: Sequence[Row], gutter: Gutter, width: Width) -> bool:
    """Whether a row of one piece stands under a column of a stretch: at its left edge, or around its middle."""
    middle = (gutter[0] + gutter[1]) / 2
    left = piece.centre < middle
    column = [p for r in stretch for p in r if (p.centre < middle) == left]
    if not column:
        return width.on_the_right(piece) != left
    edge = min(p.left for p in column)
    centre = (edge + max(p.right for p in column)) / 2
    page = (width.left + width.right) / 2
    if abs(piece.centre - page) < _AT_EDGE:
        return False  # a title
    return abs(piece.left - edge) < _AT_EDGE or abs(piece.centre - centre) < min(_NEAR, abs(piece.centre - page))


def _above(row: Row, stretch: Sequence[Row], gutter: Gutter, width: Width, number: int) -> bool:
    """Whether the row above a stretch is its first. On the left that would be the end of the text before a signature,
    unless the page has only begun."""
    if len(row) != 1 or _narrowed(row, gutter) is None or not _belongs(row[0], stretch, gutter, width):
        return False
    near = stretch[0][0].top - row[0].bottom < _FAR / 2
    return near and (row[0].centre > gutter[1] or number <= _HEAD)


def _sides(rows: Sequence[Row], gutter: Gutter) -> Sides:
    middle = (gutter[0] + gutter[1]) / 2
    glyphs = [glyph for row in rows for piece in row for glyph in piece.glyphs]
    left = tuple(g for g in glyphs if g.left < middle)
    return Sides(left, tuple(g for g in glyphs if g.left >= middle))
