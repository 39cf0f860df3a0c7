"""Rows of one column → lines of a paper: rows joined to paragraphs where only the width has parted them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletin.importers.clean import clean
from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.pdf.glyphs import Glyph
from bulletin.importers.pdf.rows import Piece, begins_item, raised, with_gaps
from bulletin.model.paper import Align, Line, Run

_INDENT = 6.0  # points
_CENTRED = 8.0
_SAME_SIZE = 0.8
_LEADING = 1.3  # of the usual distance between rows: more parts paragraphs
_BROKEN_NUMBER = re.compile(r"/[\w&.-]*[-/]$")  # «Số: 12/UBND-», and «NCKS» in the next row
_CUT_NUMBER = re.compile(r"[^\W_][-/]$")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's rows have in common: its edges, the usual distance of rows, the usual first indent."""

    left: float
    right: float
    pitch: float
    indent: float
    cell: bool
    axis: bool

    def centred(self, piece: Piece, above: Piece | None = None) -> bool:
        """Whether a row stands in the middle, and not only where a paragraph begins; a wide row of a title does where
        the one `above` it does, a wide one of a cell where others of the cell do."""
        before, after = piece.left - self.left, self.right - piece.right
        if abs(before - after) >= _CENTRED:
            return False
        if self.cell:
            return self.axis
        title = above is not None and above.bold and piece.bold and self.centred(above)
        return title or (before > 20 and after > 20 and abs(before - self.indent) > 2)


def column_of(rows: Sequence[Piece], *, cell: bool = False) -> Column:
    """Of all rows of a column, on every page."""
    left = min((p.left for p in rows), default=0.0)
    right = _right_edge(rows)
    full = ((a, b) for a, b in pairwise(rows) if right - a.right < 0.05 * (right - left) and b.left < left + _INDENT)
    distances = Counter(round(b.bottom - a.bottom) for a, b in full if 0 < b.bottom - a.bottom < 2.2 * a.size)
    indents = Counter(round(p.left - left) for p in rows if 10 < p.left - left < 80)
    pitch = max(distances, key=lambda d: (distances[d], -d), default=0)
    indent = max(indents, key=lambda d: indents[d], default=-100)
    sides = [(p.left - left, right - p.right) for p in rows]
    axis = any(before > 2 and abs(before - after) < min(before, _CENTRED) for before, after in sides)
    return Column(left, right, float(pitch), float(indent), cell, axis or len(rows) == 1)


def _right_edge(rows: Sequence[Piece]) -> float:
    """Where most rows end that are full, if several end there: one row may be longer than its column."""
    ends = Counter(round(p.right) for p in rows)
    longest = max((p.right for p in rows), default=0.0)
    most = max(ends, key=lambda end: (ends[end], end), default=0)
    return float(most) if ends[most] > 3 and longest - most < 40 else longest


class Paragraphs:
    """Takes rows one by one, from the top, and gives lines."""

    def __init__(self, column: Column, fonts: LegacyFonts) -> None:
        self._column, self._fonts = column, fonts
        self._rows: list[tuple[Piece, str]] = []
        self._above: Piece | None = None  # the last row of the line before, where it was centred

    def lines(self, rows: Sequence[tuple[Piece, str]]) -> Iterator[Line]:
        """Of rows, each with its place."""
        for row in rows:
            if self._rows and not self._joins(row):
                yield self._end()
            self._rows.append(row)
        if self._rows:
            yield self._end()

    def _joins(self, row: tuple[Piece, str]) -> bool:
        """Whether a row goes on with the paragraph of those before."""
        (last, place), (piece, where) = self._rows[-1], row
        if place == where and _BROKEN_NUMBER.search(last.text) and not self._far(last, piece):
            return True
        if self._apart(last, piece) or (place == where and self._far(last, piece)):
            return False
        word = next((g.right for g in _word_ends(piece)), piece.right) - piece.left
        if word < self._column.right - last.right - 0.2 * piece.size:
            return False  # its first word would have had room in the row before
        text = piece.text
        first = self._rows[0][0]
        if len(self._rows) > 1:
            return abs(piece.left - last.left) < _INDENT
        if piece.left < first.left - _INDENT:
            return True
        if begins_item(text):
            return False
        if abs(piece.left - first.left) >= _INDENT:
            return begins_item(first.text)
        return abs(first.left - self._column.left - self._column.indent) > 2  # where paragraphs begin, another does

    def _apart(self, last: Piece, piece: Piece) -> bool:
        """Whether two rows are two lines by their looks: offices, roles and names, titles, another size."""
        if self._column.cell and (last.bold or piece.bold or last.text.isupper() or piece.text.isupper()):
            return True
        centred = self._column.centred(last, self._above) or self._column.centred(piece, last)
        return centred or abs(last.size - piece.size) > 1.5

    def _far(self, last: Piece, piece: Piece) -> bool:
        return piece.bottom - last.bottom > _LEADING * max(self._column.pitch, 1.1 * last.size)

    def _end(self) -> Line:
        rows, self._rows = self._rows, []
        glyphs: list[tuple[str, Glyph, bool]] = []
        for piece, _ in rows:
            if glyphs and not _CUT_NUMBER.search("".join(text for text, _, _ in glyphs[-3:])):
                glyphs[-1] = (glyphs[-1][0] + " ", *glyphs[-1][1:])
            for (gap, glyph), up in zip(with_gaps(piece.glyphs), raised(piece), strict=True):
                if gap:
                    glyphs[-1] = (glyphs[-1][0] + " ", *glyphs[-1][1:])
                glyphs.append((glyph.text, glyph, up))
        texts = self._fonts.converted_runs([(glyph.font, text) for text, glyph, _ in glyphs])
        runs = _runs(texts, [glyph for _, glyph, _ in glyphs], [up for _, _, up in glyphs])
        piece, place = rows[0]
        centred = self._column.centred(piece, self._above)
        self._above = rows[-1][0] if centred else None
        align: Align = "center" if centred else "both" if len(rows) > 1 else "left"
        return Line(runs=tuple(runs), place=place, align=align)


def _word_ends(piece: Piece) -> Iterator[Glyph]:
    """The last sign of each word of a row."""
    before: Glyph | None = None
    for gap, glyph in with_gaps(piece.glyphs):
        if before is not None and before.text.strip() and (gap or not glyph.text.strip()):
            yield before
        before = glyph


def _runs(texts: Sequence[str], glyphs: Sequence[Glyph], ups: Sequence[bool]) -> Iterator[Run]:
    """Signs of one look together; a blank has that of what is before it."""
    look: tuple[bool, bool, bool, float] | None = None
    text = ""
    for made, glyph, up in zip(texts, glyphs, ups, strict=True):
        own = (glyph.bold, glyph.italic, up, 0.0 if up else round(glyph.size * 2) / 2)
        if look is not None and own[:3] == look[:3] and abs(own[3] - look[3]) < _SAME_SIZE:
            own = look  # printers round sizes
        if look is not None and own != look and made.strip():
            yield _run(text, look)
            text = ""
        if look is None or made.strip():
            look = own
        text += made
    if look is not None:
        yield _run(text, look)


def _run(text: str, look: tuple[bool, bool, bool, float]) -> Run:
    return Run(text=clean(text), bold=look[0], italic=look[1], raised="sup" if look[2] else "", size=look[3])
