"""The head of a paper: whose it is, its number, place and day, what kind of paper it is and what it is about.

One set of rules for all formats: a table, tabs, blanks and centred lines all become pieces (`pieces.py`), and a piece
is known by what it says. The head ends with the title, or before the first line that is none of its parts. Without a
motto, a number or a line of place and day there is no head, and nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletin.importers.issuer_and_type import bodies_of, types_by_number
from bulletin.importers.names import Names
from bulletin.importers.number_and_day import day_in, number_in
from bulletin.importers.pieces import Piece, pieces
from bulletin.importers.taken import For, Taken
from bulletin.importers.title import Title, type_of, with_titles_out
from bulletin.knowledge.letterhead import Letterhead
from bulletin.knowledge.rows import Knowledge
from bulletin.model.imported import Doubt, Fields
from bulletin.model.paper import Block, Box, Line, Picture, Table
from bulletin.words.text.fold import fold

_LONGEST_HEAD = 40  # filled pieces; a letterhead has some twelve
_RULE = re.compile(r"[\s\-–—_=*.…~oO0•]{1,}|\*{1,5}")
_SUBJECT = re.compile(r"(?:V\s?/\s?v\b|Về việc\b|V/v:)\s*:?\s*", re.IGNORECASE)
_BEGINS_TEXT = re.compile(r"(?:kinh (?:gui|trinh|chuyen)|can cu|thuc hien|theo |xet )")
_MOST_OF_A_NAME = 90
_SCANNED = "máy đọc từ ảnh được «{words}»: nhìn bản giấy rồi tự ghi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head says; `rest` are the blocks behind it, `secret` a mark of secrecy, `system` whose motto it has."""

    fields: Fields
    rest: tuple[Block, ...]
    taken: tuple[Taken, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    secret: str = ""
    system: str = ""

    @property
    def found(self) -> bool:
        """Whether the paper has one."""
        return bool(self.taken)


def read_head(
    blocks: Sequence[Block], marks: Letterhead, knowledge: Knowledge, names: Names, *, scanned: bool = False
) -> Head:
    """Part the head of a paper from the rest. `scanned`: a machine has read a picture; number and day, which mostly are
    written by hand, are quoted then and never taken."""
    blocks = with_titles_out(blocks, marks, knowledge)
    reading = _Reading(marks, knowledge, names, scanned=scanned)
    at, aside = _head_ends(blocks, reading)
    numbered = bool(reading.number or reading.symbol or reading.day_said or scanned)
    title = Title(marks, knowledge, below_head=reading.proven, numbered=numbered)
    at = title.read(blocks, at) if not reading.subject else at
    if not (reading.proven or (title.type and not reading.bodies and title.alone)):
        return Head(fields=Fields(), rest=tuple(blocks), secret=reading.secret)
    fields, doubts = _fields(reading, title, names)
    return Head(
        fields=fields,
        rest=(*aside, *blocks[at:]),
        taken=(*reading.taken, *title.taken),
        doubts=(*reading.doubts, *doubts),
        secret=reading.secret,
        system=reading.system,
    )


def _head_ends(blocks: Sequence[Block], reading: _Reading) -> tuple[int, list[Block]]:
    """(the index of the first block that is no part of the head above the title, what stands in it and is none: the
    picture of an emblem, a box with a remark)."""
    filled = 0
    aside: list[Block] = []
    for at, block in enumerate(blocks):
        found = pieces([block])
        filled += len(found)
        if filled > _LONGEST_HEAD + len(found):
            return at, aside
        if isinstance(block, Picture) or not reading.takes(block, found):
            if not isinstance(block, Picture | Box):
                return at, aside
            aside.append(block)
    return len(blocks), aside


class _Reading:
    """What the pieces of a head have said so far; `proven` when one of them stands in letterheads alone."""

    def __init__(self, marks: Letterhead, knowledge: Knowledge, names: Names, *, scanned: bool) -> None:
        self.marks, self.knowledge, self.names, self.scanned = marks, knowledge, names, scanned
        self.number = self.symbol = self.place = self.urgency = self.secret = self.system = ""
        self.day_said: Piece | None = None
        self.fields = Fields()
        self.bodies: list[Line] = []
        self.subject: list[str] = []
        self.taken: list[Taken] = []
        self.doubts: list[Doubt] = []
        self.proven = self.numbered = self.in_table = False

    def takes(self, block: Block, found: Sequence[Piece]) -> bool:
        """Whether the block is of the head; what it says is kept then. An empty one is."""
        if isinstance(block, Line) and any(type_of(piece.text, self.marks, self.knowledge) for piece in found):
            return False
        known = self._kinds(found)
        if isinstance(block, Line):
            if not self._is_all_head(found, known):
                return False
        elif found and not any(known) and not self._only_names(block, found):
            return False
        self.in_table = self.in_table or isinstance(block, Table)
        self._keep(found, known, goes_on=bool(self.subject) and isinstance(block, Line))
        return True

    def _only_names(self, block: Block, found: Sequence[Piece]) -> bool:
        """Whether a box holds the name of a body and nothing else: the left column of a head, set beside the other."""
        return isinstance(block, Box) and self._names_body(found[0].text) and all(map(self._is_body, found))

    def _is_all_head(self, found: Sequence[Piece], known: Sequence[str]) -> bool:
        """Whether every piece of a line is a part of a head: a line that is half text is text."""
        return all(
            kind or self._goes_on(piece, found[:i]) or self._is_body(piece, in_line=True)
            for i, (piece, kind) in enumerate(zip(found, known, strict=True))
        )

    def _keep(self, found: Sequence[Piece], known: Sequence[str], *, goes_on: bool) -> None:
        """Keep what each piece says; `goes_on`: the first may belong to the subject above."""
        previous: Piece | None = None
        subject = goes_on
        for piece, kind in zip(found, known, strict=True):
            subject = subject and (previous is None or previous.side == piece.side)
            if kind:
                subject = self._take(piece, kind)
            elif subject:
                self._take_subject(piece)
            elif self._is_body(piece):
                self.bodies.append(piece.line)
                self._took(piece, "field", "issuer")
            else:
                self.tell(piece)
            previous = piece

    def _kinds(self, found: Sequence[Piece]) -> list[str]:
        """The kind of each piece: «V/v» is a subject below a number only."""
        kinds: list[str] = []
        for piece in found:
            kinds.append(self._kind(piece, numbered=self.numbered or "number" in kinds))
        return kinds

    def _kind(self, piece: Piece, *, numbered: bool) -> str:
        """Which part of a letterhead a piece is, by what it says alone; "" for what may be a name or text."""
        text, marks = piece.text, self.marks
        checks = (
            ("furniture", lambda: _RULE.fullmatch(text) or marks.motto(text)),
            ("secret", lambda: marks.secret(text)),
            ("urgency", lambda: marks.urgency(text)),
            ("stamp", lambda: marks.stamp(text)),
            ("day", lambda: day_in(text)),
            ("number", lambda: number_in(text, self.knowledge.type_codes)),
            ("subject", lambda: numbered and piece.side != "right" and _SUBJECT.match(text)),
        )
        return next((kind for kind, holds in checks if holds()), "")

    def _take(self, piece: Piece, kind: str) -> bool:
        """Keep what it says; whether the lines below may go on a subject."""
        if kind == "subject":
            self._take_subject(piece)
        elif kind == "number":
            self._take_number(piece)
        elif kind == "day":
            self._take_day(piece)
        elif kind == "urgency":
            self.urgency = self.marks.urgency(piece.text)
            self._took(piece, "field", "urgency")
        elif kind == "secret":
            self.secret = self.marks.secret(piece.text)
        elif kind == "stamp":
            self.tell(piece, f"trên văn bản có dấu «{piece.text}»")
        else:
            self.system = self.system or self.marks.system(piece.text)
            self.proven = self.proven or self.marks.motto(piece.text)
            self._took(piece, "furniture")
        return kind == "subject"

    def _take_subject(self, piece: Piece) -> None:
        self.subject.append(piece.text if self.subject else _SUBJECT.sub("", piece.text, count=1))
        self._took(piece, "field", "title")

    def _take_number(self, piece: Piece) -> None:
        said = number_in(piece.text, self.knowledge.type_codes)
        if said is None:
            return
        self.proven = self.numbered = True
        if self.number or self.symbol:
            self.tell(piece, f"văn bản có hai dòng số: «{piece.text}»", key="number")
            return
        if self.scanned:
            self.tell(piece, _SCANNED.format(words=piece.text), key="number")
            return
        self.number, self.symbol = said.number, said.symbol
        if not said.number:
            what = f"văn bản mới có ký hiệu «{said.symbol}»" if said.symbol else "chưa đọc được số ở dòng này"
            self.tell(piece, f"{what}: «{piece.text}»; ghi số khi đã có", key="number")
        else:
            self._took(piece, "field", "number")
            if said.rest:
                self.tell(piece, f"sau số còn chữ «{said.rest}»", key="number")

    def _take_day(self, piece: Piece) -> None:
        said = day_in(piece.text)
        if said is None:
            return
        self.proven = True
        if self.day_said is not None:
            self.tell(piece, f"văn bản có hai dòng ngày: «{piece.text}»", key="date")
            return
        if self.scanned:
            self.day_said = piece
            self.tell(piece, _SCANNED.format(words=piece.text), key="date")
            return
        self.day_said, self.place = piece, said.place
        self.fields = replace(self.fields, day=said.day)
        if said.day is None:
            self.tell(piece, f"văn bản chưa ghi đủ ngày: «{piece.text}»", key="date")
        else:
            self._took(piece, "field", "date")

    def _goes_on(self, piece: Piece, before: Sequence[Piece]) -> bool:
        """A line below «V/v …» that stands by itself goes on with it; a paragraph is text."""
        if not self.subject or before or piece.text.isupper() or _BEGINS_TEXT.match(fold(piece.text)):
            return False
        return piece.line.centred or piece.side == "left" or piece.text[:1].islower()

    def _is_body(self, piece: Piece, *, in_line: bool = False) -> bool:
        """Whether it may be a line of a body's name; outside tables (`in_line`) only what begins one, or goes on."""
        text = piece.text
        if in_line and (self.in_table or self.day_said or not (self.bodies or self._names_body(text))):
            return False
        if piece.side == "right" or self.subject or len(text) > _MOST_OF_A_NAME or not re.search(r"[^\W\d_]{2}", text):
            return False
        if _BEGINS_TEXT.match(fold(text)) or text.endswith((":", ";", ".")) or self.numbered:
            return False
        return text.isupper() or (piece.line.bold and self.marks.begins_body(text))

    def _names_body(self, text: str) -> bool:
        return self.marks.begins_body(text) or (text.isupper() and self.names.cased(text)[1])

    def tell(self, piece: Piece, says: str = "", *, key: str = "") -> None:
        """Quote a piece in the report."""
        says = says or f"ở đầu văn bản có dòng chưa hiểu: «{piece.text}»"
        self.doubts.append(Doubt(field=key, says=says, place=piece.line.place))
        self._took(piece, "told", key)

    def _took(self, piece: Piece, what: For, key: str = "") -> None:
        self.taken.append(Taken(text=piece.line.full_text, place=piece.line.place, what=what, key=key))


def _fields(reading: _Reading, title: Title, names: Names) -> tuple[Fields, list[Doubt]]:
    """The fields of a head that has been read, and what is doubtful about them taken together."""
    parent, capitals = bodies_of(reading.bodies, reading.marks)
    issuer, known = names.cased(capitals)
    subject = " ".join(reading.subject)
    fields = replace(
        reading.fields,
        number=reading.number,
        symbol=reading.symbol,
        issuer=issuer,
        parent=names.cased(parent)[0],
        place=reading.place,
        title=subject or title.text,
        urgency=reading.urgency,
    )
    if title.number:
        fields = replace(fields, number=title.number.number, symbol=title.number.symbol)
    if title.day:
        fields = replace(fields, day=title.day.day)
    by_number = types_by_number(fields.symbol, subject != "", reading.knowledge)
    fields = replace(fields, type=title.type or (by_number[0] if len(by_number) == 1 else ""))
    return fields, list(_doubts(fields, title.type, by_number, case_known=known))


def _doubts(fields: Fields, printed_type: str, by_number: Sequence[str], *, case_known: bool) -> Iterator[Doubt]:
    if fields.issuer and not case_known:
        yield Doubt(field="issuer", says="viết lại chữ hoa, chữ thường cho đúng tên cơ quan")
    if printed_type and by_number and printed_type not in by_number:
        of_number = " hoặc ".join(by_number)
        says = f"văn bản ghi «{printed_type}» mà ký hiệu là của {of_number}: xem lại số hay loại"
        yield Doubt(field="type", says=says)
    if fields.title.isupper():
        yield Doubt(field="title", says="trích yếu viết hoa cả: viết lại chữ thường nếu muốn dễ đọc")
