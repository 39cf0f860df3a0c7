"""The body of a paper as Markdown the way this house reads it. No word goes, none comes.

I. MỤC ĐÍCH (bold)         → ## I. MỤC ĐÍCH            headings are what has a numeral and stands alone in bold
1. Thống nhất …            → 1. Thống nhất …           numbers stay text, typed or counted by Word
• Đơn, – Đơn, o Đơn        → - Đơn                     «+» stays, and stands under «-»
a table                    → a table                   merged cells once
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.importers.inline_markdown import inline, line_head
from bulletin.importers.tab_tables import with_tables
from bulletin.importers.tables_markdown import is_layout, table_lines
from bulletin.model.imported import Doubt
from bulletin.model.paper import Block, Box, Line, Note, Picture, Table, words_of_text
from bulletin.understand.markdown.list_markers import item_on, plain_blanks
from bulletin.words.text.fold import fold

_PART = re.compile(
    r"""
    (?:Phần|Chương|Mục|Phụ[ ]lục|PHẦN|CHƯƠNG|MỤC|PHỤ[ ]LỤC) \s+ (?: thứ\s+\w+ | [IVXLC]+ | \d+ | [A-H] ) \b [.:]?
    | [IVX]{1,5} \s? [.)/-] \s
    """,
    re.VERBOSE,
)
_POINT = re.compile(r"(?:Điều\s+\d+|\d{1,2}(?:\.\d{1,2}){0,3})(?:\s?[.:)/-]\s?|\s(?=[^\W\d_]))")
_PART_ALONE = re.compile(r"(?:phan|chuong|muc|phu luc)\s+(?:thu\s+\w+|[ivxlc]+|\d+|[a-h])\s*[.:]?")
_RULE = re.compile(r"[\s\-–—_=*~]+")
_LEADS = re.compile(r"(?<!\\)\[\^(\d+)\]")
_LONGEST_HEADING = 220
# Pictures that stand for a bullet and mean nothing else; «👉», «📞» and «✅» say something and stay.
_PICTURES = re.compile(r"\s*[🔹🔸🔷🔶🔵🔴🟢🟠🟡🟣🟤⚫⚪◾◽▪▫🔘🔻🔺💠]\ufe0f?\s*(?=\w)")
_ATTACHED = re.compile(r"\((?:[^()]{0,120}\s)?(?:[Kk]èm theo|[Đđ]ính kèm|[Gg]ửi kèm)[^()]{0,160}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """`lines`: the words of each line in order, tables left out; `bullets`: letters that stood for a bullet."""

    markdown: str
    lines: tuple[str, ...]
    tables: int
    bullets: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def body_of(blocks: Sequence[Block], behind: Sequence[Block], notes: Sequence[Note], *, plain: bool = False) -> Body:
    """`behind` are the blocks behind the signature: they follow below a rule. `plain`: without bold and italics."""
    writing = _Writing({note.mark: str(i) for i, note in enumerate(notes, 1)}, plain=plain)
    writing.write(blocks)
    if any(True for _ in _filled_lines(behind)) or any(isinstance(block, Table | Box) for block in behind):
        says = "sau chỗ ký còn văn bản hay phụ lục khác: để nguyên ở cuối bài, dưới đường kẻ"
        writing.doubts.append(Doubt(field="", says=says, place=next((b.place for b in behind), "")))
        writing.paragraph("-----")
        writing.write(behind)
    writing.write_notes(notes)
    if writing.pictures:
        says = f"đổi {writing.pictures} dấu hình ở đầu dòng (🔹, 🔸 …) thành gạch đầu dòng"
        writing.doubts.append(Doubt(field="", says=says))
    lines = tuple(_plain_lines((*blocks, *behind)))
    return Body(
        markdown=writing.text,
        lines=lines,
        tables=writing.tables,
        bullets=(*writing.bullets, *_read_as_bullets(writing.text)),
        attached=tuple(dict.fromkeys(m[0] for line in lines for m in _ATTACHED.finditer(line) if not _issues(m[0]))),
        doubts=tuple(writing.doubts),
    )


def _read_as_bullets(markdown: str) -> Iterator[str]:
    """Letters at the head of a line that this house takes for what is left of one of Word's bullets."""
    for line in markdown.split("\n"):
        item = item_on(plain_blanks(line), tight=False)
        if item and item.marker.isalpha():
            yield item.marker


def _issues(words: str) -> bool:
    """«(Ban hành kèm theo Quyết định số …)» says what this paper hangs on, and names no file."""
    return re.match(r"\((?:ban hanh )?kem theo [^()]{0,60}\bso\b", fold(words)) is not None


def _plain_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of each paragraph, lines that were broken inside it joined."""
    whole: list[str] = []
    for block in blocks:
        if not isinstance(block, Line) or not block.continues:
            yield from _joined(whole)
            whole = []
        if isinstance(block, Line):
            whole.append(block.full_text)
    yield from _joined(whole)


def _joined(texts: Sequence[str]) -> Iterator[str]:
    text = " ".join(" ".join(texts).split())
    if words_of_text(text):
        yield text


def _filled_lines(blocks: Iterable[Block]) -> Iterator[Line]:
    return (block for block in blocks if isinstance(block, Line) and block.full_text.strip())


class _Writing:
    """Blocks as they become paragraphs; `items` while the last paragraph is a list."""

    def __init__(self, labels: Mapping[str, str], *, plain: bool) -> None:
        self.labels, self.plain = labels, plain
        self.paragraphs: list[list[str]] = []  # each in pieces: a list of thousands is put together once
        self.items = False
        self.tables = self.pictures = 0
        self.bullets: list[str] = []
        self.doubts: list[Doubt] = []

    @property
    def text(self) -> str:
        return "\n\n".join(map("".join, self.paragraphs)) + "\n" if self.paragraphs else ""

    def paragraph(self, text: str) -> None:
        self.paragraphs.append([text])
        self.items = False

    def write(self, blocks: Sequence[Block]) -> None:
        """Every block in its order."""
        part: Line | None = None  # «Chương I», whose name is on the next line
        for block in with_tables(blocks):
            match block:
                case Line():
                    if not words_of_text(block.full_text):
                        self._without_words(block)
                        continue
                    part = self._line(block, part)
                case Table():
                    part = None
                    self._table(block)
                case Box():
                    says = "khung chữ đặt rời trên trang: xem đã đúng chỗ trong bài chưa"
                    self.doubts.append(Doubt(field="", says=says, place=block.place))
                    self.write(block.blocks)
                case Picture():
                    says = "có hình trong văn bản, không lấy vào bài: cần thì thêm hình vào tệp kèm"
                    self.doubts.append(Doubt(field="", says=says, place=block.place))

    def _without_words(self, line: Line) -> None:
        """Blanks and rules go; dots that wait for a pen stay."""
        text = line.full_text.strip()
        if text and not _RULE.fullmatch(text):
            self.paragraph(line_head(inline(line, self.labels)))

    def _line(self, line: Line, part: Line | None) -> Line | None:
        """A line as a heading, an item or a paragraph; the line itself when its name is to follow."""
        if part is not None and line.centred and (line.bold or line.text.isupper()) and not _heads(line):
            self.paragraphs[-1].append(f" {self._words(line, plain=True)}")
            return None
        level = _heads(line)
        if level:
            self.paragraph(f"{'#' * level} {self._words(line, plain=True)}")
            return line if _PART_ALONE.fullmatch(fold(line.full_text.strip())) else None
        if self._item(line):
            return None
        text = line_head(self._words(line))
        above = self.paragraphs[-1][0] if self.paragraphs and not self.items else ""
        if line.continues and above and not above.startswith(("#", "|", "-", "[^")):
            self.paragraphs[-1].append(f"<br>\n{text}")
        else:
            self.paragraph(text)
        return None

    def _words(self, line: Line, *, plain: bool = False, skip: int = 0) -> str:
        words = inline(line, self.labels, plain=plain or self.plain, skip=skip)
        return f"{line.label} {words}".strip() if line.label and not skip else words

    def _item(self, line: Line) -> bool:
        """Whether it is an item of a list with a bullet; it is written then."""
        text = line.full_text
        if m := _PICTURES.match(text):
            self.pictures += 1
            self._put_item(line, "-", self._words(line, skip=m.end()))
            return True
        item = item_on(plain_blanks(text.lstrip(" \t\u00a0")), tight=True)
        if item is None or item.rank == 0 or not item.words.strip():
            return False
        if item.marker.isalpha():
            self.bullets.append(item.marker)
        written = self._words(line, skip=max(len(line.text) - len(item.words), 0) if not line.label else 0)
        written = written.removeprefix(line.label).strip() if line.label else written
        self._put_item(line, item.bullet, written)
        return True

    def _put_item(self, line: Line, bullet: str, written: str) -> None:
        indent = "    " * min(line.level, 4) if self.items and line.label else ""
        mark = f"{indent}{bullet} {line_head(written)}"
        if self.items:
            self.paragraphs[-1].append(f"\n{mark}")
        else:
            self.paragraph(mark)
            self.items = True

    def _table(self, table: Table) -> None:
        if is_layout(table):
            for row in table.rows:
                for cell in row:
                    self.write(cell.blocks)
            return
        lines, doubts = table_lines(table, self._cell)
        if lines:
            self.tables += 1
            self.paragraph("\n".join(lines))
        self.doubts += doubts

    def _cell(self, line: Line) -> str:
        return self._words(line)

    def write_notes(self, notes: Sequence[Note]) -> None:
        """The notes at the end, each under its label; one that nothing leads to stays as text."""
        led_to = set(_LEADS.findall(self.text))
        for note in notes:
            label = self.labels[note.mark]
            texts = [self._words(line) for line in _filled_lines(note.blocks)]
            if not texts:
                continue
            if label in led_to:
                self.paragraph(f"[^{label}]: " + "<br>".join(texts))
            else:
                self.paragraph("<br>\n".join((f"{note.mark} {texts[0]}", *texts[1:])))


def _heads(line: Line) -> int:
    """The level of a heading: what has a numeral and stands alone in bold or capitals; 0 of what is text."""
    text = " ".join(line.full_text.split())
    if len(text) > _LONGEST_HEADING or text.endswith((";", ",")):
        return 0
    strong = line.bold or line.heading or (line.text.isupper() and len(text) > 3)
    if _PART.match(f"{text} ") and (strong or _PART_ALONE.fullmatch(fold(text))):
        return 2
    if _POINT.match(text) and (line.bold or line.heading) and not text.endswith("."):
        return 3
    return min(line.heading + 1, 4) if line.heading and text else 0
