"""A draft of Word beside the signed PDF: number, day and signer are those of the PDF, the body is Word's, and both are
compared word by word. What was changed after the draft was written is told with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bulletin.importers.into_draft import without
from bulletin.importers.letterhead import read_head
from bulletin.importers.signature import read_foot
from bulletin.importers.stamps import without_stamps
from bulletin.importers.take_apart import Rows, take_apart
from bulletin.model.imported import Doubt, Imported
from bulletin.model.paper import Block, Paper, Refused, lines_of, words_of_text

NOT_ONE = Refused(
    says="tệp Word và tệp PDF đã ký không phải một văn bản: phần lớn chữ khác nhau",
    do="kiểm tra lại xem có chọn nhầm tệp không",
)
_ALIKE = 0.6  # of the words of the longer body
_SHOWN = 12  # words of a difference
_MOST_TOLD = 40

Word = tuple[str, str]  # as printed, and where


def with_signed(draft: Paper, signed: Paper, rows: Rows) -> Imported | Refused:
    """The draft with what the signed paper says of number, day and signer; every difference is a doubt."""
    word, pdf = take_apart(draft, rows), take_apart(signed, rows)
    if isinstance(word, Refused):
        return word
    if isinstance(pdf, Refused):
        return Refused(says=f"tệp PDF đã ký: {pdf.says}", do=pdf.do)
    mine, theirs = _body_words(draft, rows), _body_words(signed, rows)
    if not _one_paper(mine, theirs):
        return NOT_ONE
    differences = list(_differences(mine, theirs))
    if len(differences) > _MOST_TOLD:
        more = len(differences) - _MOST_TOLD
        differences = [
            *differences[:_MOST_TOLD],
            Doubt(field="", says=f"và {more} chỗ khác nữa giữa Word và bản đã ký"),
        ]
    merged = _merged(word, pdf)
    return replace(merged, doubts=(*merged.doubts, *_fields_that_differ(word, pdf), *differences))


def _merged(word: Imported, pdf: Imported) -> Imported:
    """The fields of both: what only the signed paper can know is its own."""
    mine, theirs = word.fields, pdf.fields
    signer = theirs if theirs.role or theirs.authority else mine
    only = {"number": theirs.number, "symbol": theirs.symbol, "day": theirs.day, "name": signer.name}
    missing = {
        name: getattr(theirs, name)
        for name in ("place", "issuer", "parent", "type", "title", "urgency", "recipients")
        if not getattr(mine, name)
    }
    fields = replace(
        mine,
        authority=signer.authority,
        role=signer.role,
        **missing,
        **{name: value for name, value in only.items() if value},  # type: ignore[arg-type] # each of its field
    )
    known = [key for key, value in (("number", theirs.number), ("date", theirs.day), ("signer", theirs.name)) if value]
    of_pdf = (doubt for doubt in pdf.doubts if doubt.field in ("number", "date", "signer"))
    doubts = (*without(word.doubts, *known), *(replace(d, place=f"PDF, {d.place}".rstrip(", ")) for d in of_pdf))
    printed = word.printed_recipients or pdf.printed_recipients
    return replace(word, fields=fields, printed_recipients=printed, doubts=tuple(dict.fromkeys(doubts)))


def _fields_that_differ(word: Imported, pdf: Imported) -> Iterator[Doubt]:
    """What both say, and say differently. A number or a day that Word lacks is none."""
    mine, theirs = word.fields, pdf.fields
    pairs = (
        ("number", "số", mine.number, theirs.number),
        ("date", "ngày", str(mine.day or ""), str(theirs.day or "")),
        ("title", "trích yếu", mine.title, theirs.title),
        ("issuer", "cơ quan ban hành", mine.issuer, theirs.issuer),
        ("type", "tên loại", mine.type, theirs.type),
        ("signer", "người ký", mine.name, theirs.name),
        ("signer", "chức vụ người ký", mine.role, theirs.role),
        ("signer", "thẩm quyền ký", " ".join(mine.authority), " ".join(theirs.authority)),
        ("recipients", "nơi nhận", "; ".join(mine.recipients), "; ".join(theirs.recipients)),
    )
    for key, name, ours, signed in pairs:
        if ours and signed and words_of_text(ours.casefold()) != words_of_text(signed.casefold()):
            yield Doubt(field=key, says=f"{name}: bản Word ghi «{ours}», bản đã ký ghi «{signed}»")


def _body_words(paper: Paper, rows: Rows) -> list[Word]:
    blocks, _, _ = without_stamps(paper.blocks, rows.marks)
    head = read_head(blocks, rows.marks, rows.knowledge, rows.names)
    foot = read_foot(head.rest, rows.marks, has_head=head.found)
    notes = [block for note in paper.notes for block in note.blocks]
    return list(_words([*foot.before, *foot.behind, *notes]))


def _words(blocks: Iterable[Block]) -> Iterator[Word]:
    for line in lines_of(blocks):
        yield from ((word, line.place) for word in words_of_text(line.full_text))


def _one_paper(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    ours, signed = (Counter(word.casefold() for word, _ in words) for words in (mine, theirs))
    longer = max(len(mine), len(theirs))
    return not longer or sum((ours & signed).values()) >= _ALIKE * longer


def _differences(mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Doubt]:
    """Every run of words that only one of both has, or that they print differently."""
    ours, signed = [word for word, _ in mine], [word for word, _ in theirs]
    for tag, a, b, c, d in SequenceMatcher(None, ours, signed, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left, right = _shown(ours[a:b]), _shown(signed[c:d])
        places = " / ".join(
            filter(None, (f"Word: {mine[min(a, len(mine) - 1)][1]}" if mine else "", _where(theirs, c)))
        )
        if tag == "delete":
            says = f"bản Word có mà bản đã ký không có: «{left}»"
        elif tag == "insert":
            says = f"bản đã ký có mà bản Word không có: «{right}»"
        else:
            says = f"bản Word viết «{left}», bản đã ký viết «{right}»"
        yield Doubt(field="", says=says, place=places)


def _where(words: Sequence[Word], at: int) -> str:
    return f"PDF: {words[min(at, len(words) - 1)][1]}" if words else ""


def _shown(words: Sequence[str]) -> str:
    return " ".join(words[:_SHOWN]) + (f" … ({len(words)} chữ)" if len(words) > _SHOWN else "")
