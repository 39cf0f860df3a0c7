"""A paper as its file shows it: what Word, a PDF, a pasted text or a scan say, in one shape, not yet understood.

Readers (`bulletin/importers/`) make it, the rules for letterhead, signature and body read it. It holds every word that
a reader of the file sees, once and in the order of reading, and no other: deleted, moved and hidden words, comments,
headers and footers of pages are numbers in `LeftOut`. All text is NFC, without soft hyphens and without characters
that nobody sees; «\\t» stands for a tab or a gap of the same effect, a blank that does not break is U+00A0, a hyphen
that does not break «-». Nothing else is changed or mended: blanks at the ends of lines and runs of blanks are there.

A paragraph of Word is one `Line`, or several where the clerk broke it (Shift+Enter): all but the first have
`continues`. An empty paragraph is a Line without words. A line of a PDF is a paragraph that the reader has joined again
(letterheads, headings and signatures, whose lines are short, stay apart).

`bulletin.importers.read_paper.read_paper(data, name, run=…, ocr=False)` gives a `Paper` or a `Refused`.

    «Điều 1. Giao **Văn phòng**», «Điều 1.» counted by Word →
    Line(label="Điều 1.", runs=(Run(text="Giao "), Run(text="Văn phòng", bold=True)), place="đoạn 12")
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Literal

Raised = Literal["", "sup", "sub"]
Align = Literal["left", "center", "right", "both"]
# What was read: `ocr` is a scan, of which every word is a guess; doc, rtf and odt came through LibreOffice as docx.
Kind = Literal["docx", "doc", "rtf", "odt", "html", "text", "pdf", "ocr"]

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one look. `size` in points, 0 where nobody knows; `small`: clearly smaller than most of the paper.

    `note`: the mark of the `Note` that stands here; such a run has no text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: Raised = ""
    size: float = 0
    small: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or a piece of one up to a line break.

    `place` is for people: «đoạn 12», «bảng 1, hàng 2, cột 1», «trang 2», «dòng 7». `label` is the number or bullet that
    the program counts and that is no text of the file («1.», «a)», «Điều 3.», «-»), "" otherwise; `level` the depth of
    that list from 0. `heading` is the level of a heading by its style (1-9), 0 for none. `starts_page`: the clerk put a
    page break before it.
    """

    runs: tuple[Run, ...] = ()
    place: str = field(default="", compare=False)
    align: Align = "left"
    label: str = ""
    level: int = 0
    heading: int = 0
    continues: bool = False
    starts_page: bool = False

    @property
    def text(self) -> str:
        """Its words without the label."""
        return "".join(run.text for run in self.runs)

    @property
    def full_text(self) -> str:
        """As it is seen: label and words."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def centred(self) -> bool:
        return self.align == "center"

    @property
    def bold(self) -> bool:
        """Whether all its words are."""
        return _all(self.runs, "bold")

    @property
    def italic(self) -> bool:
        """Whether all its words are."""
        return _all(self.runs, "italic")

    @property
    def small(self) -> bool:
        """Whether all its words are."""
        return _all(self.runs, "small")


def _all(runs: tuple[Run, ...], name: str) -> bool:
    seen = [run for run in runs if run.text.strip()]
    return bool(seen) and all(getattr(run, name) for run in seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table; `column` is where it begins (from 0), `columns` and `rows` how many it spans."""

    blocks: tuple[Block, ...] = ()
    column: int = 0
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, a merged cell once, where it begins: a row may have fewer cells than `columns`, or none.

    `ruled`: lines are drawn between its cells, so it is a table to a reader's eye. Unruled ones set things side by
    side: letterheads, signatures. What stands side by side in a PDF is an unruled table of one row as well.
    """

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    ruled: bool = True
    place: str = field(default="", compare=False)

    @property
    def merged(self) -> bool:
        return any(cell.columns > 1 or cell.rows > 1 for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture, whose bytes are not read; `alt` is what its author says that it shows."""

    alt: str = ""
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A text box: words that stand somewhere on the page. It comes before the line at which it is anchored."""

    blocks: tuple[Block, ...]
    place: str = field(default="", compare=False)


Block = Line | Table | Picture | Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote; `mark` is that of the run which leads to it («1», «*»)."""

    mark: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What the file holds and the paper does not, as numbers: the words themselves are told to nobody.

    In words: `deleted`, `moved` (where they were moved from), `hidden`, `headers` (headers and footers of pages).
    In pieces: `comments`, `objects` (embedded or linked files, charts, formulas), `parts` (other documents inside it
    that Word would show: altChunk), `macros`, `links` (pictures and templates from elsewhere, never fetched),
    `attachments` and `scripts` (of a PDF).
    """

    deleted: int = 0
    moved: int = 0
    hidden: int = 0
    headers: int = 0
    comments: int = 0
    objects: int = 0
    parts: int = 0
    macros: int = 0
    links: int = 0
    attachments: int = 0
    scripts: int = 0

    def counts(self) -> tuple[tuple[str, int], ...]:
        """(name, number) of what there is."""
        return tuple((f.name, getattr(self, f.name)) for f in fields(self) if getattr(self, f.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the reader of the file must tell an editor, in Vietnamese, and where («phông chữ TCVN3 đã đổi sang …»)."""

    says: str
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    kind: Kind
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    left_out: LeftOut = LeftOut()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why a file is not read, and what to do: two clauses in Vietnamese without a full stop, as of a `Problem`."""

    says: str
    do: str


def words_of_text(text: str) -> tuple[str, ...]:
    """Its words, as the ledger counts them: runs of letters and digits in NFC. «12/TB-UBND» → 12, TB, UBND."""
    return tuple(_WORD.findall(_UNSEEN.sub("", unicodedata.normalize("NFC", text))))


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Every line, in the order of reading, also those in cells and boxes."""
    for block in blocks:
        match block:
            case Line():
                yield block
            case Table():
                yield from (line for row in block.rows for cell in row for line in lines_of(cell.blocks))
            case Box():
                yield from lines_of(block.blocks)


def words_of_blocks(blocks: Iterable[Block]) -> tuple[str, ...]:
    """All words of some blocks, with counted labels, in the order of reading."""
    return tuple(word for line in lines_of(blocks) for word in words_of_text(line.full_text))


def words_of(paper: Paper) -> tuple[str, ...]:
    """All words of a paper, its notes last: what an import must account for, word by word."""
    return words_of_blocks([*paper.blocks, *(block for note in paper.notes for block in note.blocks)])
