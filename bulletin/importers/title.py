"""The line that says what kind of paper it is, and the lines below that say what it is about.

QUYẾT ĐỊNH⏎Về việc công nhận …⏎CHỦ TỊCH ỦY BAN …      → Quyết định, «Về việc công nhận …»
PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC                      → Phiếu trình, «GIẢI QUYẾT CÔNG VIỆC»
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bulletin.importers.number_and_day import DaySaid, NumberSaid, number_ahead
from bulletin.importers.taken import For, Taken
from bulletin.knowledge.letterhead import Letterhead
from bulletin.knowledge.rows import Knowledge
from bulletin.model.paper import Block, Cell, Line, Table, lines_of
from bulletin.words.text.fold import fold

_SPACED = re.compile(r"(?:\S[ \u00a0\t]{1,4}){3,40}\S")
_RULE = re.compile(r"[\s\-–—_=*.…~]+")
_ABOUT = re.compile(r"(?:V\s?/\s?v|Về việc|Về)\b", re.IGNORECASE)
# What no title begins with.
_TEXT = re.compile(
    r"""
    (?: kinh\s(?:gui|trinh|chuyen) | can\scu | (?:phan|chuong|muc|dieu|phu\sluc)\s(?:[ivx]+|[0-9]+)\b )
    | [ivx]{1,5}[.)/-]\s | [0-9]{1,2}[.)/]\s | [a-zd]\)\s | [-+•–]\s
    | \((?:ban\shanh\s)?kem\stheo | \(dinh\skem
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile(r"(?:thuc hien|theo|xet)\b")  # in plain print, that is
_AROUND = re.compile(r"^[^\w(\[«“\"]+|[^\w)\]».,:;“”\"…]+$")  # «📢 THÔNG BÁO 📢», «*** THÔNG BÁO ***»
_OPENS = re.compile(r"[\w(“\"«](?![^:]{0,40}:\s)")
_PLAIN = 140  # signs of a line of a title that no print sets apart
_LONGEST = 400
_MOST_LINES = 12
_FIRST = 4  # blocks among which the table of a letterhead is


def type_of(text: str, marks: Letterhead, knowledge: Knowledge) -> tuple[str, str] | None:
    """(the type, what stands behind it) of a line that begins with one in capitals; None for another line."""
    line = _AROUND.sub("", " ".join(text.split()))
    if _SPACED.fullmatch(text.strip()):  # «T H Ô N G  B Á O»
        line = " ".join(word.replace(" ", "") for word in re.split(r"[ \u00a0]{2,}|\t", text.strip()))
    words = line.split(" ")
    for size in range(min(len(words), 5), 0, -1):
        head = " ".join(words[:size])
        name = _types(marks, knowledge).get(fold(head).rstrip(" .:"))
        if name and head.isupper():
            return name, " ".join(words[size:])
    return None


def with_titles_out(blocks: Sequence[Block], marks: Letterhead, knowledge: Knowledge) -> Sequence[Block]:
    """The blocks, and where the table of a letterhead holds the title too, its rows from there on as lines."""
    for at, block in enumerate(blocks[:_FIRST]):
        if not isinstance(block, Table) or block.ruled:
            continue
        titled = (n for n, row in enumerate(block.rows) if n and any(_is_type(cell, marks, knowledge) for cell in row))
        if (cut := next(titled, None)) is not None:
            lines = [inner for row in block.rows[cut:] for cell in row for inner in cell.blocks]
            return (*blocks[:at], replace(block, rows=block.rows[:cut]), *lines, *blocks[at + 1 :])
    return blocks


def _is_type(cell: Cell, marks: Letterhead, knowledge: Knowledge) -> bool:
    first = next((line for line in lines_of(cell.blocks) if line.text.strip()), None)
    return first is not None and type_of(first.full_text, marks, knowledge) is not None


def _types(marks: Letterhead, knowledge: Knowledge) -> dict[str, str]:
    names = [*(row.name for row in knowledge.types if row.name != "Văn bản"), *marks.types]
    return {fold(name): name for name in names}


class Title:
    """What the blocks behind a letterhead say of type and title. `alone`: the paper has no letterhead, but begins with
    a line that holds nothing but the type, or the type and a number. `numbered`: the letterhead has given the number,
    and what stands in the title is another's."""

    def __init__(self, marks: Letterhead, knowledge: Knowledge, *, below_head: bool, numbered: bool) -> None:
        self.marks, self.knowledge, self.below_head, self.numbered = marks, knowledge, below_head, numbered
        self.type = ""
        self.number: NumberSaid | None = None
        self.day: DaySaid | None = None
        self.alone = self.styled = False
        self.parts: list[str] = []
        self.taken: list[Taken] = []

    @property
    def text(self) -> str:
        return " ".join(self.parts)

    def read(self, blocks: Sequence[Block], at: int) -> int:
        """The index behind the title of the paper whose head ends before `at`."""
        start = at
        while start < len(blocks) and isinstance(line := blocks[start], Line) and not line.text.strip():
            start += 1
        first = blocks[start] if start < len(blocks) else None
        found = type_of(first.full_text, self.marks, self.knowledge) if isinstance(first, Line) else None
        if not isinstance(first, Line) or found is None:
            return at
        self.type, rest = found
        ahead = None if self.numbered else number_ahead(rest, self.knowledge.type_codes)
        if ahead:
            said, self.day = ahead
            self.number, rest = said, said.rest
        self.alone = not rest or self.number is not None
        self.styled = first.centred or first.bold
        self.parts = [rest] if rest else []
        self._took(first, "field", "type")
        return self._title(blocks, start + 1)

    def _title(self, blocks: Sequence[Block], at: int) -> int:
        """The index behind the lines of the title, which begin at `at`."""
        blank = 0
        last = at
        while at < len(blocks) and isinstance(line := blocks[at], Line) and len(self.parts) < _MOST_LINES:
            text = " ".join(line.full_text.split())
            if not text:
                blank += 1
                if self.parts:
                    break
            elif _RULE.fullmatch(text):
                self._took(line, "furniture")
                last = at + 1
                break
            elif not self._is_title(line, text, blocks[at + 1 :], blank):
                break
            else:
                self.parts.append(_AROUND.sub("", text) or text)
                self._took(line, "field", "title")
                last = at + 1
            at += 1
        return self._rule(blocks, last)

    def _rule(self, blocks: Sequence[Block], at: int) -> int:
        """A rule below the title goes with it, also behind an empty line."""
        for here in range(at, min(at + 2, len(blocks))):
            line = blocks[here]
            if not isinstance(line, Line) or (line.text.strip() and not _RULE.fullmatch(line.text)):
                break
            if line.text.strip():
                self._took(line, "furniture")
                return here + 1
        return at

    def _is_title(self, line: Line, text: str, behind: Sequence[Block], blank: int) -> bool:
        """Whether a line behind the type belongs to the title."""
        if _TEXT.match(fold(text)) or len(self.text) + len(text) > _LONGEST or self.marks.stamp(text):
            return False
        if text.isupper() and self._enacts(text, behind):
            return False
        if line.centred or line.bold or line.continues:
            return blank < 3
        if not self.parts and _ABOUT.match(text):
            return True
        # Where print sets the type apart, it does the same with the title.
        goes_on = bool(self.parts) and text[:1].islower()
        return blank == 0 and (goes_on or not self.styled) and self._is_plain_title(text)

    def _is_plain_title(self, text: str) -> bool:
        """The same of a line without any print of its own: no sentence, no label, no picture at its head."""
        if _SENTENCE.match(fold(text)) or text.endswith((".", ":", ";", "!", "?")):
            return False
        if not self.parts:
            return not text.endswith(",")
        # Below a letterhead the title ends with an empty line or with what no title begins with.
        return text[:1].islower() or (self.below_head and len(text) < _PLAIN and _OPENS.match(text) is not None)

    def _enacts(self, text: str, behind: Sequence[Block]) -> bool:
        """«CHỦ TỊCH ỦY BAN …» before «Căn cứ …»: it says who decides, not what about."""
        if self.parts and not self.text.isupper():
            return True
        following = next((b.full_text for b in behind if isinstance(b, Line) and b.text.strip()), "")
        return bool(re.match(r"-?\s?(?:can cu|xet|theo)", fold(following.strip()))) and (
            self.marks.role(text) or self.marks.begins_body(text)
        )

    def _took(self, line: Line, what: For, key: str = "") -> None:
        self.taken.append(Taken(text=line.full_text, place=line.place, what=what, key=key))
