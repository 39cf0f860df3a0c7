"""The blocks of a part of a docx, in the order of reading: lines, tables, pictures, text boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from bulletin.importers.clean import clean
from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.word.inline import NO_NOTE, End, Fate, InlineReader, Piece, things_in
from bulletin.importers.word.numbering import Numbering
from bulletin.importers.word.runs import joined
from bulletin.importers.word.styles import Looks, Styles, down, lines_drawn
from bulletin.model.paper import Block, Box, Cell, Line, Picture, Run, Table, words_of_blocks, words_of_text

_AROUND = {"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"}
_OTHER_DOCUMENTS = {"w:altChunk", "w:subDoc"}
_OBJECTS = ("/chart", "/diagram", "/chartex")
_NEW_PAGE = {"", "nextPage", "oddPage", "evenPage"}


class _Merged:
    """A cell while its table is read: what it spans grows with the rows that go on with it."""

    def __init__(self, blocks: list[Block], column: int, columns: int) -> None:
        self.blocks, self.column, self.columns, self.rows = blocks, column, columns, 1


class BlockReader:
    """Reads a document from its first paragraph to its last, then its notes; lists and fields go on in both."""

    def __init__(self, styles: Styles, numbering: Numbering, fonts: LegacyFonts) -> None:
        self._styles, self._numbering, self._fonts = styles, numbering, fonts
        self.inline = InlineReader(styles)
        self.objects = self.parts = 0  # what is in the file and not in the paper, in pieces
        self.marks: dict[tuple[str, str], str] = {}  # note → its mark, in the order of the text
        self._numbers: Counter[str] = Counter()
        self._carried: list[Piece | End] = []
        self._page = False
        self._breaks: Iterator[str] = iter(())

    def document(self, body: Element) -> tuple[Block, ...]:
        """The blocks of a w:body."""
        sections = [s for owner in (*body.iter("w:pPr"), body) for s in owner.findall("w:sectPr")]
        ends = Counter(field.get("w:fldCharType") for field in body.iter("w:fldChar"))
        self.inline.show_all = ends["begin"] != ends["end"]
        self._breaks = iter([_value(section, "w:type") for section in sections[1:]])
        return tuple(self.blocks(body, ""))

    def blocks(self, parent: Element, place: str) -> Iterator[Block]:
        """`place` is where they stand, «» for the text itself, whose paragraphs and tables are numbered."""
        for element in parent:
            match element.tag:
                case "w:p":
                    yield from self._paragraph(element, place or self._next("đoạn"))
                case "w:tbl":
                    yield from self._table(element, place)
                case tag if tag in _AROUND:
                    yield from self.blocks(element, place)
                case tag if tag in _OTHER_DOCUMENTS:
                    self.parts += 1

    def _next(self, what: str) -> str:
        self._numbers[what] += 1
        return f"{what} {self._numbers[what]}"

    def _paragraph(self, element: Element, place: str) -> Iterator[Block]:
        """Its text boxes, its lines, its pictures; no line where all its words are gone."""
        properties = element.find("w:pPr")
        style = _value(properties, "w:pStyle")
        gone = self.inline.gone.total()
        inline = self.inline.read(element, style)
        lost = self.inline.gone.total() > gone
        content, self._carried = [*self._carried, *inline.content], list[Piece | End]()
        if _mark_is_gone(properties):
            self._carried = content  # the paragraph goes on in the next
            content = []
        drawn = [block for thing in inline.things for block in self._drawn(thing)]
        yield from (block for block in drawn if not isinstance(block, Picture))
        vanished = lost and not any(map(_has_text, content))
        if not self._carried and not vanished:
            yield from self._lines(content, self._styles.paragraph(style, properties), style, place)
        yield from (block for block in drawn if isinstance(block, Picture))
        if properties is not None and properties.find("w:sectPr") is not None:
            self._page = self._page or next(self._breaks, "") in _NEW_PAGE

    def _lines(self, content: Sequence[Piece | End], paragraph: Looks, style: str, place: str) -> Iterator[Line]:
        """A paragraph, cut where its lines end."""
        label, depth = self._numbering.label(paragraph, style or self._styles.default)
        heading = paragraph.get("heading", 0)
        starts = self._page or paragraph.get("page") is True
        self._page = False
        align = paragraph.get("align", "left")
        lines = list(_cut(content))
        for number, (pieces, page) in enumerate(lines):
            if number and number == len(lines) - 1 and not any(map(_has_text, pieces)) and page:
                self._page = True  # a page break at the end is the beginning of the next paragraph
                return
            yield Line(
                runs=self._runs(pieces),
                place=place,
                align=align,  # type: ignore[arg-type]  # one of them by `paragraph_of`
                label=clean(label) if not number else "",
                level=depth,
                heading=int(heading),
                continues=number > 0,
                starts_page=starts or page,
            )
            starts = False

    def _runs(self, pieces: Sequence[Piece]) -> tuple[Run, ...]:
        return joined(
            [piece.look for piece in pieces],
            self._fonts.converted_runs([(piece.look.font, piece.text) for piece in pieces]),
            [self._mark(piece.note) if piece.note != NO_NOTE else "" for piece in pieces],
        )

    def _mark(self, note: tuple[str, str]) -> str:
        """Footnotes are counted 1, 2, 3, endnotes i, ii, iii; the same note twice has one mark."""
        marks = self.marks
        if note not in marks:
            kind = note[0]
            number = sum(1 for other, _ in marks if other == kind) + 1
            marks[note] = str(number) if kind == "w:footnoteReference" else f"c{number}"
        return marks[note]

    def _drawn(self, thing: Element) -> Iterator[Block]:
        """Text boxes and pictures of a drawing; what other programs would draw is counted."""
        alt = next((e.get("descr", "") for e in thing.iter("wp:docPr")), "")
        if thing.tag == "w:object":
            self.objects += 1
        for element in things_in(thing):
            match element.tag:
                case "w:txbxContent":
                    place = self._next("khung chữ")
                    carried, self._carried = self._carried, []
                    blocks = tuple(self.blocks(element, place))
                    self._carried = carried
                    if words_of_blocks(blocks):
                        yield Box(blocks=blocks, place=place)
                case "v:textpath":
                    place = self._next("khung chữ")
                    text = clean(element.get("string", ""))
                    yield Box(blocks=(Line(runs=(Run(text=text),), place=place),), place=place)
                case "a:graphicData":
                    self.objects += element.get("uri", "").endswith(_OBJECTS)
                case _ if thing.tag != "w:object":
                    yield Picture(alt=clean(alt), place=self._next("ảnh"))

    def _table(self, element: Element, place: str) -> Iterator[Block]:
        """A w:tbl without the rows that are deleted or hidden; merged cells once."""
        name = f"{place}, bảng trong ô" if place else self._next("bảng")
        cells: list[list[_Merged]] = []
        open_: dict[int, _Merged] = {}
        borders: list[bool] = []
        style = _value(element.find("w:tblPr"), "w:tblStyle")
        own = lines_drawn(down(element, "w:tblPr", "w:tblBorders"))
        ruled = any(own.values()) if own else self._styles.ruled(style)
        for number, row in enumerate(_elements(element, "w:tr"), 1):
            if fate := _row_is_gone(row):
                self.inline.gone[fate] += sum(len(words_of_text(t.text or "")) for t in row.iter("w:t"))
                continue
            cells.append(self._row(row, f"{name}, hàng {number}", open_))
            borders += [_cell_ruled(cell, ruled) for cell in _elements(row, "w:tc")]
        if not cells:
            return
        rows = tuple(tuple(_cell(cell) for cell in row) for row in cells)
        columns = max((cell.column + cell.columns for row in rows for cell in row), default=0)
        yield Table(rows=rows, columns=columns, ruled=2 * sum(borders) > len(borders), place=name)

    def _row(self, row: Element, place: str, open_: dict[int, _Merged]) -> list[_Merged]:
        """The cells that begin in a row; `open_` are those above that a row may go on with, by their column."""
        begins: list[_Merged] = []
        column = _number(_value(row.find("w:trPr"), "w:gridBefore"), 0)
        for number, element in enumerate(_elements(row, "w:tc"), 1):
            properties = element.find("w:tcPr")
            span = _number(_value(properties, "w:gridSpan"), 1) or 1
            blocks = list(self.blocks(element, f"{place}, cột {number}"))
            above = open_.get(column)
            down = properties.find("w:vMerge") if properties is not None else None
            across = properties.find("w:hMerge") if properties is not None else None
            if down is not None and down.get("w:val", "continue") == "continue" and above is not None:
                above.rows += 1
                above.blocks += blocks if words_of_blocks(blocks) else []
            elif across is not None and across.get("w:val", "continue") == "continue" and begins:
                begins[-1].columns += span
                begins[-1].blocks += blocks if words_of_blocks(blocks) else []
            else:
                begins.append(_Merged(blocks, column, span))
                open_[column] = begins[-1]
                if down is None:
                    del open_[column]
            column += span
        return begins


def _cut(content: Sequence[Piece | End]) -> Iterator[tuple[list[Piece], bool]]:
    """Pieces up to each end of a line, and whether a page begins with them."""
    pieces: list[Piece] = []
    page = begun = False
    for item in content:
        if isinstance(item, Piece):
            pieces.append(item)
            continue
        if item == "page" and not begun and not any(map(_has_text, pieces)):
            page = True  # nothing stands before the break: the paragraph begins the page
            continue
        yield pieces, page
        pieces, page, begun = [], item == "page", True
    yield pieces, page


def _has_text(item: Piece | End) -> bool:
    return isinstance(item, Piece) and bool(item.text.strip() or item.note != NO_NOTE)


def _cell(cell: _Merged) -> Cell:
    return Cell(blocks=tuple(cell.blocks), column=cell.column, columns=cell.columns, rows=cell.rows)


def _cell_ruled(cell: Element, table: bool) -> bool:
    """Whether a line is drawn at a cell; sides that it does not name are those of its table."""
    own = lines_drawn(down(cell, "w:tcPr", "w:tcBorders"))
    return any(own.values()) or (table and len(own) < 4)


def _elements(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also within controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _AROUND:
            yield from _elements(element, tag)


def _mark_is_gone(properties: Element | None) -> bool:
    """Whether the end of a paragraph is deleted or moved away."""
    mark = properties.find("w:rPr") if properties is not None else None
    return mark is not None and (mark.find("w:del") is not None or mark.find("w:moveFrom") is not None)


def _row_is_gone(row: Element) -> Fate:
    properties = row.find("w:trPr")
    if properties is None:
        return ""
    if properties.find("w:del") is not None:
        return "deleted"
    hidden = properties.find("w:hidden")
    return "hidden" if hidden is not None and hidden.get("w:val", "1") not in ("0", "false", "off") else ""


def _value(properties: Element | None, name: str) -> str:
    element = properties.find(name) if properties is not None else None
    return element.get("w:val", "") if element is not None else ""


def _number(text: str, default: int) -> int:
    return min(int(text), 500) if text.isdecimal() and len(text) < 7 else default
