"""Paper → what it says: head, foot, body, each by its own rules; and the proof that no word was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin.importers.body import Body, body_of
from bulletin.importers.ledger import lost_words
from bulletin.importers.letterhead import Head, read_head
from bulletin.importers.names import Names
from bulletin.importers.number_and_day import day_in, number_in
from bulletin.importers.shown_words import shown_words
from bulletin.importers.signature import Foot, read_foot
from bulletin.importers.stamps import without_stamps
from bulletin.importers.taken import Taken
from bulletin.knowledge.letterhead import Letterhead
from bulletin.knowledge.rows import Knowledge
from bulletin.model.imported import Doubt, Fields, Imported, Related
from bulletin.model.paper import Box, Line, Paper, Refused, Table, lines_of, words_of
from bulletin.words.papers.document_numbers import parse_number

SECRET = Refused(
    says="văn bản có dấu chỉ độ mật «{mark}», không được đăng lên mạng",
    do="xoá tệp khỏi máy nối mạng và báo người phụ trách; nếu dấu này chỉ là ví dụ thì bỏ nó khỏi tệp rồi nhập lại",
)
LOST = Refused(
    says="nhập thì mất {count} chữ: {words}",
    do="chưa viết tệp nào; gửi tệp cho người phụ trách chương trình, và tạm thời chép tay văn bản này",
)
TOO_LONG = Refused(
    says="văn bản dài quá hoặc danh sách lồng vào nhau sâu quá, không làm thành một trang được",
    do="đăng một thông báo ngắn và kèm tệp gốc để người dân tải",
)
_BY_MACHINE = "máy đọc từ ảnh: so với bản giấy"
_SHOWN_WORDS = 20
_SHOWN_PLACES = 5
_FIRST = 60  # lines from the top among which a mark of secrecy stands
_ISSUED_WITH = re.compile(
    r"""
    \( (?:ban[ ]hành\s+)? kèm\s+theo \s+ (?P<what>[^\d/()]{2,40}?) \s+ số\s*:? (?P<number>.{0,60}?)
    (?: ,?\s+ (?P<day>ngày.{0,60}?) )? (?= \s+của\b | \) | $ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OPEN_RELATION = "văn bản nói là kèm theo văn bản khác mà chưa ghi đủ số: «{words}»; có số thì ghi ở «relations»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What the rules look up: the ward's own rows are among them."""

    marks: Letterhead
    knowledge: Knowledge
    names: Names


def rows_of(marks: Letterhead, knowledge: Knowledge) -> Rows:
    return Rows(
        marks=marks, knowledge=knowledge, names=Names([*marks.bodies, *(row.name for row in knowledge.issuers)])
    )


def take_apart(paper: Paper, rows: Rows) -> Imported | Refused:
    """All that a paper says; or why it is not taken over."""
    if mark := _secret(paper, rows.marks):
        return Refused(says=SECRET.says.format(mark=mark), do=SECRET.do)
    blocks, stamped, stamps = without_stamps(paper.blocks, rows.marks)
    scanned = paper.kind == "ocr"
    head = read_head(blocks, rows.marks, rows.knowledge, rows.names, scanned=scanned)
    foot = read_foot(head.rest, rows.marks, has_head=head.found)
    body = body_of(foot.before, foot.behind, paper.notes)
    doubts = [
        *head.doubts,
        *foot.doubts,
        *body.doubts,
        *(Doubt(field="", says=r.says, place=r.place) for r in paper.remarks),
    ]
    relations, unsure = _relations(foot.before, rows.knowledge)
    unsure += _day_at_the_end(foot.before) if head.fields.day is None else []
    fields = _fields(head, foot, body, relations)
    doubts += [*unsure, *_missing(fields, foot), *(_guessed(fields, head) if scanned else ())]

    def lost_in(written: Body) -> tuple[str, ...] | None:
        shown = shown_words(written.markdown)
        if shown is None:
            return None
        taken = (*stamped, *head.taken, *foot.taken)
        return lost_words(
            words_of(paper),
            shown=(*shown, *written.bullets),
            fields=fields,
            printed_recipients=foot.recipients,
            taken=taken,
            doubts=doubts,
        )

    lost = lost_in(body)
    if lost:  # a mark beside a word may be read as part of it
        plain = body_of(foot.before, foot.behind, paper.notes, plain=True)
        if lost_in(plain) == ():
            body, lost = plain, ()
            doubts.append(Doubt(field="", says="bài không giữ chữ đậm, chữ nghiêng: cần thì đánh dấu lại"))
    if lost is None:
        return TOO_LONG
    if lost:
        named = ", ".join(f"«{word}»" for word in lost[:_SHOWN_WORDS])
        return Refused(says=LOST.says.format(count=len(lost), words=named), do=LOST.do)
    initials = sum(item != public for item, public in zip(foot.recipients, foot.public, strict=True))
    return Imported(
        fields=fields,
        printed_recipients=foot.recipients,
        body=body.markdown,
        lines=body.lines,
        tables=body.tables,
        left_out=(*paper.left_out.counts(), *_counted(initials=initials, stamps=stamps)),
        found_at=_found_at((*head.taken, *foot.taken)),
        doubts=tuple(_told_once(doubts)),
    )


def _fields(head: Head, foot: Foot, body: Body, relations: tuple[Related, ...]) -> Fields:
    return replace(
        head.fields,
        authority=foot.authority,
        role=foot.role,
        name=foot.name,
        recipients=foot.public,
        relations=relations,
        attachments=body.attached,
    )


def _counted(**numbers: int) -> tuple[tuple[str, int], ...]:
    return tuple((name, number) for name, number in numbers.items() if number)


def _found_at(taken: Sequence[Taken]) -> tuple[tuple[str, str], ...]:
    """(key, the place where it begins) of what became the value of a key."""
    places = {piece.key: piece.place for piece in reversed(taken) if piece.what == "field"}
    return tuple(sorted(places.items()))


def _told_once(doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    """The same sentence of several places once, with the first of them."""
    for (field, says), places in _grouped(doubts).items():
        more = len(places) - _SHOWN_PLACES
        shown = ", ".join(places[:_SHOWN_PLACES]) + (f" và {more} chỗ nữa" if more > 0 else "")
        yield Doubt(field=field, says=says, place=shown)


def _grouped(doubts: Sequence[Doubt]) -> Mapping[tuple[str, str], list[str]]:
    places: dict[tuple[str, str], dict[str, None]] = {}
    for doubt in doubts:
        places.setdefault((doubt.field, doubt.says), {})[doubt.place] = None
    return {key: [place for place in of_sentence if place] for key, of_sentence in places.items()}


def _secret(paper: Paper, marks: Letterhead) -> str:
    """A mark of secrecy at the top of the paper, or in a box anywhere."""
    at_top = list(lines_of(paper.blocks))[:_FIRST]
    boxed = [line for block in paper.blocks if isinstance(block, Box) for line in lines_of([block])]
    framed = [
        line for b in paper.blocks[:_FIRST] if isinstance(b, Table) and len(b.rows) == 1 for line in lines_of([b])
    ]
    return next((mark for line in (*at_top, *boxed, *framed) if (mark := marks.secret(line.full_text))), "")


def _relations(body: Sequence[object], knowledge: Knowledge) -> tuple[tuple[Related, ...], list[Doubt]]:
    """«(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày …)» below the title; told where its number is still open."""
    lines = [b for b in body if isinstance(b, Line) and b.full_text.strip()][:3]
    text = " ".join(" ".join(line.full_text.split()) for line in lines)
    m = _ISSUED_WITH.match(text)
    if m is None:
        return (), []
    said = number_in(f"Số: {m['number']}", knowledge.type_codes)
    if said is None or not said.number or not parse_number(said.number, knowledge.type_codes):
        return (), [Doubt(field="relations", says=_OPEN_RELATION.format(words=m[0].strip("( ")), place=lines[0].place)]
    day = day_in(m["day"]) if m["day"] else None
    return (Related(relation="ban hành kèm theo", number=said.number, day=day.day if day else None),), []


def _guessed(fields: Fields, head: Head) -> Iterator[Doubt]:
    """Of a scan every value is a suggestion, and so is each word of the body; a type that it spells otherwise is told
    as the machine read it: «GIÁY MỜI»."""
    for piece in head.taken:
        if piece.key == "type" and piece.text.strip().casefold() != fields.type.casefold():
            yield Doubt(field="type", says=f"máy đọc dòng này là «{piece.text.strip()}»", place=piece.place)
    for key in ("issuer", "type", "title", "recipients"):
        if getattr(fields, key):
            yield Doubt(field=key, says=_BY_MACHINE)
    if fields.authority or fields.role or fields.name:
        yield Doubt(field="signer", says=_BY_MACHINE)
    yield Doubt(field="", says="cả bài do máy đọc từ ảnh: đọc lại từng chữ bên cạnh bản giấy trước khi đăng")


def _day_at_the_end(body: Sequence[object]) -> list[Doubt]:
    """The line of place and day that some papers have above the signature: quoted, for it may be another's."""
    lines = [b for b in body if isinstance(b, Line) and b.full_text.strip()][-3:]
    says = "cuối văn bản có dòng «{words}»: nếu là ngày ban hành thì ghi ở «date»"
    return [
        Doubt(field="date", says=says.format(words=" ".join(line.full_text.split())), place=line.place)
        for line in lines
        if (said := day_in(line.full_text)) and said.day
    ]


def _missing(fields: Fields, foot: Foot) -> list[Doubt]:
    """What the paper lacks of that which a paper has."""
    doubts = []
    if not fields.title:
        doubts.append(Doubt(field="title", says="văn bản không có trích yếu: ghi văn bản nói về việc gì"))
    if fields.attachments:
        named = "; ".join(f"«{words}»" for words in fields.attachments)
        says = f"văn bản nói có tệp kèm: {named}; chép tệp ấy vào content/files/"
        doubts.append(Doubt(field="attachments", says=says))
    if fields.issuer and not (foot.authority or foot.role or foot.name):
        doubts.append(Doubt(field="signer", says="không thấy chỗ ký"))
    return doubts
