"""Pages of signs → Paper, of a PDF with text or of what a machine has read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.pdf.columns import Sides, Wide, Width, parts_of
from bulletin.importers.pdf.foot_notes import at_the_foot, marks_in, with_marks
from bulletin.importers.pdf.glyphs import Glyph, Page
from bulletin.importers.pdf.grids import Grid, grids_of
from bulletin.importers.pdf.paragraphs import Paragraphs, column_of
from bulletin.importers.pdf.rows import Piece, Row, rows_of
from bulletin.importers.sizes import with_small_print
from bulletin.model.paper import Block, Box, Cell, Kind, LeftOut, Line, Note, Paper, Remark, Run, Table, words_of_blocks
from bulletin.words.encoding.syllables import is_syllable

_FEW_WORDS = 40  # a page that is a picture and has fewer is a scan with a stamp
_PICTURE = 0.6  # of a page: a picture so large is the page itself
_SAME_EDGE = 4.0  # points: columns of a table that goes on
_EDGE = 0.09  # of a page: where its number stands
_BAD = 0.7  # of the words that are syllables of Vietnamese: fewer are no text (OCR of old scanners, unknown codes)
_DOUBTFUL = 0.85
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[-–\s]*([0-9]{1,3})(?:\s*/\s*[0-9]{1,3})?[-–\s]*")
_STAMPED_VALUE = re.compile(r"[0-9]{1,5}[a-zA-Z]?")


def is_scan(pages: Sequence[Page]) -> bool:
    """Whether pictures are what a reader sees, and their words are missing or none."""
    texts = ["".join(glyph.text for glyph in page.glyphs if not glyph.stamped) for page in pages]
    if not any(text.strip() for text in texts):
        return True
    pictured = [page.picture >= _PICTURE for page in pages]
    if not any(pictured):
        return False
    words = [word for page in pages for row in rows_of(page.glyphs) for piece in row for word in _words(piece.text)]
    return len(words) < _FEW_WORDS * sum(pictured) or _share(words) < _BAD


def is_read_by_machine(pages: Sequence[Page]) -> bool:
    """Whether a page is a picture with words laid over it, which a machine has read."""
    return any(page.picture >= _PICTURE for page in pages)


def paper_of(pages: Sequence[Page], fonts: LegacyFonts, kind: Kind, left_out: LeftOut | None = None) -> Paper:
    """All pages as one paper: paragraphs go on over the ends of pages, whose numbers are left out; what stands at
    their feet becomes notes where the text leads to it."""
    reader = _Reader(pages, fonts)
    for number, page in enumerate(pages, 1):
        reader.page(page, number)
    blocks, notes = reader.finished()
    out = left_out or LeftOut()
    return Paper(
        kind=kind,
        blocks=with_small_print(blocks),
        notes=notes,
        left_out=replace(out, headers=reader.numbers),
        remarks=tuple(_remarks(blocks, fonts)),
    )


class _Reader:
    """Reads page after page; a paragraph is ended only by what follows."""

    def __init__(self, pages: Sequence[Page], fonts: LegacyFonts) -> None:
        self._fonts = fonts
        every = [row for page in pages for row in rows_of(_unstamped(page))]
        self._width = Width(min((r[0].left for r in every), default=0), max((r[-1].right for r in every), default=0))
        rows = [row[0] for row in every if len(row) == 1]
        self._column = column_of(rows)
        self._size = max(sizes, key=lambda size: sizes[size]) if (sizes := _sizes(rows)) else 0.0
        self._blocks: list[Block] = []
        self._waiting: list[tuple[Piece, str]] = []
        self._notes: list[tuple[str, list[Piece], str]] = []
        self._edges: tuple[float, ...] = ()  # of the table that ends what has been read so far
        self.numbers = 0

    def page(self, page: Page, number: int) -> None:
        """Reads one page."""
        place = f"trang {number}"
        if stamps := _stamps(page):
            self._blocks.append(Box(blocks=tuple(_plain(stamps, place)), place=f"{place}, dấu ký số"))
        glyphs = _unstamped(page)
        top = 0.0
        for grid in grids_of(page.rules, glyphs):
            self._rows([g for g in glyphs if top <= g.middle < grid.top], page, number)
            self._grid(grid, place)
            top = max(top, grid.bottom)
        self._rows([g for g in glyphs if g.middle >= top], page, number)

    def finished(self) -> tuple[list[Block], tuple[Note, ...]]:
        """All blocks, and the notes that the text leads to; other small print at the foot of a page ends the text."""
        self._end_paragraph()
        known = marks_in(self._blocks)
        marks = [mark for mark, _, _ in self._notes]
        sure = len(set(marks)) == len(marks) and all(known.count(mark) == 1 for mark in marks)
        notes: list[Note] = []
        for mark, pieces, place in self._notes:
            lines = tuple(Paragraphs(column_of(pieces), self._fonts).lines([(piece, place) for piece in pieces]))
            notes.append(Note(mark=mark, blocks=lines))
        if sure:
            return [with_marks(block, frozenset(marks)) for block in self._blocks], tuple(notes)
        loose = [
            replace(line, runs=(Run(text=f"{note.mark} ", raised="sup"), *line.runs)) if not i else line
            for note in notes
            for i, line in enumerate(note.blocks)
            if isinstance(line, Line)
        ]
        return [*self._blocks, *loose], ()

    def _rows(self, glyphs: Sequence[Glyph], page: Page, number: int) -> None:
        """What stands between two tables."""
        place = f"trang {number}"
        every = rows_of(glyphs)
        rows = [row for row in every if not _is_page_number(row, page, number)]
        self.numbers += len(every) - len(rows)
        rows, notes = at_the_foot(rows, self._size)
        self._notes += [(mark, pieces, place) for mark, pieces in notes]
        for part in parts_of(rows, self._width):
            self._edges = ()
            if isinstance(part, Wide) and len(part.row) == 1:
                self._waiting.append((part.row[0], place))
                continue
            self._end_paragraph()
            self._blocks.append(_tabbed(part.row, place) if isinstance(part, Wide) else self._sides(part, place))

    def _end_paragraph(self) -> None:
        self._blocks += Paragraphs(self._column, self._fonts).lines(self._waiting)
        self._waiting = []

    def _sides(self, part: Sides, place: str) -> Table:
        cells = (Cell(blocks=self._cell(glyphs, place), column=i) for i, glyphs in enumerate((part.left, part.right)))
        return Table(rows=(tuple(cells),), columns=2, ruled=False, place=place)

    def _grid(self, grid: Grid, place: str) -> None:
        """A ruled table; one that goes on from the page before is the same."""
        self._end_paragraph()
        rows: list[list[Cell]] = [[] for _ in range(grid.rows)]
        for cell in grid.cells:
            blocks = self._cell(cell.glyphs, place)
            rows[cell.row].append(Cell(blocks=blocks, column=cell.column, columns=cell.columns, rows=cell.rows))
        made = tuple(map(tuple, rows))
        last = self._blocks[-1] if self._blocks else None
        alike = len(grid.edges) == len(self._edges) and all(
            abs(a - b) < _SAME_EDGE for a, b in zip(grid.edges, self._edges, strict=True)
        )
        if alike and isinstance(last, Table):
            again = _repeated(last.rows, made)
            self.numbers += sum(len(words_of_blocks(cell.blocks)) for row in made[:again] for cell in row)
            self._blocks[-1] = replace(last, rows=last.rows + made[again:])
        else:
            self._blocks.append(Table(rows=made, columns=len(grid.edges) - 1, place=place))
        self._edges = grid.edges

    def _cell(self, glyphs: Sequence[Glyph], place: str) -> tuple[Line, ...]:
        pieces = [_whole(row) for row in rows_of(glyphs)]
        lines = Paragraphs(column_of(pieces, cell=True), self._fonts).lines([(piece, place) for piece in pieces])
        return tuple(lines)


def _repeated(rows: Sequence[tuple[Cell, ...]], more: Sequence[tuple[Cell, ...]]) -> int:
    """How many rows at the top of a page stand at the head of the table already."""
    pairs = zip(rows, more, strict=False)
    same = takewhile(lambda pair: _words_in(pair[0]) == _words_in(pair[1]) != (), pairs)
    return sum(1 for _ in same)


def _words_in(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(word for cell in row for word in words_of_blocks(cell.blocks))


def _sizes(rows: Sequence[Piece]) -> Counter[float]:
    sizes: Counter[float] = Counter()
    for piece in rows:
        sizes[piece.size] += len(piece.glyphs)
    return sizes


def _unstamped(page: Page) -> list[Glyph]:
    """What belongs to the page: its own signs, and numbers and days that were stamped on it."""
    own = [glyph for glyph in page.glyphs if not glyph.stamped]
    stamped = rows_of(glyph for glyph in page.glyphs if glyph.stamped)
    return own + [g for row in stamped for piece in row if _is_value(piece) for g in piece.glyphs]


def _stamps(page: Page) -> list[Row]:
    """Rows of stamps of electronic signatures, with the time and the address of who signed."""
    rows = rows_of(glyph for glyph in page.glyphs if glyph.stamped)
    kept = (tuple(piece for piece in row if not _is_value(piece)) for row in rows)
    return [row for row in kept if row]


def _is_value(piece: Piece) -> bool:
    return _STAMPED_VALUE.fullmatch(piece.text.strip()) is not None


def _is_page_number(row: Row, page: Page, number: int) -> bool:
    """A number alone at the edge of a page, which is that of the page."""
    edge = _EDGE * page.height
    if len(row) != 1 or edge < (row[0].top + row[0].bottom) / 2 < page.height - edge:
        return False
    match = _NUMBER.fullmatch(row[0].text.strip())
    return match is not None and 0 <= int(match[1]) - number <= 1


def _plain(rows: Sequence[Row], place: str) -> Iterator[Line]:
    for row in rows:
        yield Line(runs=(Run(text=" ".join(piece.text for piece in row)),), place=place)


def _tabbed(row: Row, place: str) -> Line:
    """Three or more pieces in a row, as in a table without lines."""
    return Line(runs=(Run(text="\t".join(piece.text for piece in row)),), place=place)


def _whole(row: Row) -> Piece:
    """A row of one side, whatever gaps it has."""
    return row[0] if len(row) == 1 else Piece(tuple(glyph for piece in row for glyph in piece.glyphs))


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text)


def _share(words: Sequence[str]) -> float:
    """How many of the words are Vietnamese syllables; words in capitals may be short for something."""
    small = [word for word in words if not word.isupper()]
    return sum(map(is_syllable, small)) / len(small) if small else 1.0


def _remarks(blocks: Sequence[Block], fonts: LegacyFonts) -> Iterator[Remark]:
    if fonts.converted_words:
        yield fonts.remark()
    words = [word for word in words_of_blocks(blocks) if word.isalpha()]
    if _share(words) < _DOUBTFUL:
        yield Remark(
            says="nhiều chữ trong tệp không giống tiếng Việt, có thể do máy quét nhận sai; hãy đọc lại từng chữ"
        )
