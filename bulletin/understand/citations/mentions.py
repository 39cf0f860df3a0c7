"""Mentions in the words of a text: each leaf is read as one, and only the number becomes a link.

What one place leaves out another place of the same notice may say; every such inference is marked as a guess.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from bulletin.addresses import dispatch_url
from bulletin.model.dispatch import Guess, Mention
from bulletin.model.issuer import Body
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Link
from bulletin.model.text import OBJECT, MentionMark
from bulletin.understand.citations.cited import Cited, Doubt
from bulletin.understand.citations.gate import find
from bulletin.understand.citations.issuers import resolve
from bulletin.understand.citations.number_shapes import Spots
from bulletin.understand.citations.relations import cues, relations
from bulletin.understand.text.leaf import Leaf
from bulletin.understand.text.lines import InOrder, Lines
from bulletin.understand.text.plain import plain
from bulletin.understand.vocabulary import Vocabulary
from bulletin.words.dates.printed import short
from bulletin.words.papers.body_names import spelled
from bulletin.words.papers.document_numbers import dispatch_key, number_slug
from bulletin.words.text.fold import fold
from bulletin.words.text.sentences import CAPITALS

_BETWEEN = "\n\0\n"
_OBJECTS = re.compile(f"{OBJECT}+")
_SENTENCE_END = re.compile(rf"[\n.!?…](?:(?<=\n)(?=\n)|(?<!\n)(?=\s+[“«\"(+-]?\s?[{CAPITALS}]))")
_TRIED = 50  # papers of one serial and type that a notice cites: more is no paper
_SHOWN = 160  # signs of a sentence shown on each side of the number
_WHY = {
    "shared": "lấy theo văn bản liền sau trong cùng danh sách",
    "year": "bài chỉ ghi ngày, tháng; năm lấy theo ngày của thông báo",
    "again": "lấy theo chỗ khác trong cùng thông báo có cùng số, ký hiệu",
    "period": "bài không ghi ngày; năm lấy theo ngày của thông báo",
    "own": "cùng ký hiệu với thông báo này, mà bài không nêu cơ quan khác",
}
_OF_EVERY_LEVEL = frozenset(("QĐ", "NQ", "CT", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """Who cites: the words it is read by, and the notice's own number, day and issuer when it is a notice."""

    vocabulary: Vocabulary
    number: Number | None = None
    signed_on: date | None = None
    issuer: str = ""


class _Block:
    """A leaf in which a number may be: its text, and where; once read, each citation's sentence and relation."""

    __slots__ = ("leaf", "relations", "sentences", "spots", "text")

    def __init__(self, leaf: Leaf, text: str, spots: list[tuple[str, int]]) -> None:
        self.leaf, self.text, self.spots = leaf, text, spots

    def read(self, cited: tuple[Cited, ...]) -> None:
        ends = [0, *(m.end() for m in _SENTENCE_END.finditer(self.text)), len(self.text)]
        self.sentences = []
        for one in cited:
            i = bisect(ends, one.start, hi=len(ends) - 1)
            self.sentences.append((ends[i - 1], ends[i]))
        spans = [(start, one.begin, one.stop) for (start, _), one in zip(self.sentences, cited, strict=True)]
        smooth = plain(self.text)
        self.relations = relations(smooth, cues(smooth.lower()), spans)


class _Read:
    """A citation with what the whole notice says of it; unlike what it becomes, it is still being found out."""

    __slots__ = ("at", "block", "body", "cited", "dated", "guessed", "issuer", "key", "number", "plain", "why")

    def __init__(self, cited: Cited, block: _Block, at: int) -> None:
        self.cited, self.block, self.at = cited, block, at
        self.number, self.dated, self.issuer = cited.number, cited.dated, cited.issuer
        self.body: Body | None = None
        self.key = self.plain = self.why = ""
        self.guessed: set[Guess] = set()

    def guess(self, *what: Guess, why: str) -> None:
        self.guessed.update(what)
        if why not in self.why:
            self.why = f"{self.why}; {why}" if self.why else why


class Mentions:
    """What `leaves`, the pieces of one text, cite: `mentions`, `links`, `problems`. The leaves get the marks."""

    def __init__(self, leaves: Sequence[Leaf], lines: Lines, base: str, citing: Citing) -> None:
        self.lines, self.base, self.citing = lines, base, citing
        self.mentions: list[Mention] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.numbers, self.doubts = InOrder(lines), InOrder(lines)
        reads: list[_Read] = []
        for block in _blocks(leaves, citing.vocabulary.spots):
            cited, doubts = find(block.text, block.spots, citing.vocabulary.lexicon)
            if cited:
                block.read(cited)
                reads += [_Read(one, block, i) for i, one in enumerate(cited) if not self._own(one)]
            self.problems += dict.fromkeys(self._doubt(block.text, doubt) for doubt in doubts)
        for i, read in enumerate(_infer(reads, citing), 1):
            self._add(read, f"dan:{i}")

    def _own(self, cited: Cited) -> bool:
        """Whether it is the notice's own number, in its letterhead or where it speaks of itself."""
        own, signed = self.citing.number, self.citing.signed_on
        if own is None or own.serial != cited.number.serial or number_slug(own) != number_slug(cited.number):
            return False
        return signed is None or (cited.dated in (None, signed) and cited.year in (None, signed.year))

    def _add(self, read: _Read, anchor: str) -> None:
        """Note one mention; its number becomes a link where it means one document and stands in no other link."""
        leaf, cited = read.block.leaf, read.cited
        piece = leaf.longest_piece(cited.start, cited.stop) if read.key else None
        mention = self._mention(read, anchor if piece else "")
        self.mentions.append(mention)
        if piece:
            start, stop = piece
            address, title = mention.address, _title(mention)
            leaf.marks.append(MentionMark(start=start, stop=stop, anchor=anchor, address=address, title=title))
            url = dispatch_url(address)
            self.links.append(Link(target=url, href=self.base + url, place=mention.place))

    def _mention(self, read: _Read, anchor: str) -> Mention:
        cited, block = read.cited, read.block
        start, end = block.sentences[read.at]
        return Mention(
            key=read.key,
            number=read.number,
            type=cited.type,
            dated=read.dated,
            issuer=read.issuer,
            body=read.body,
            guessed=frozenset(read.guessed),
            why=read.why,
            relation=block.relations[read.at],
            sentence=_sentence(block.text, start, cited, end),
            subject=_tidy(cited.subject),
            anchor=anchor,
            place=self._place(block.text[cited.start : cited.stop]),
            plain=read.plain,
        )

    def _place(self, printed: str) -> Place:
        """Where in the source the next number that reads `printed` stands."""
        span = self.numbers.span(printed)
        return self.lines.at(span[0]) if span else self.numbers.here

    def _doubt(self, text: str, doubt: Doubt) -> Problem:
        printed = _tidy(text[doubt.start : doubt.stop])
        place = self.doubts.place(text[doubt.start : doubt.stop])
        if doubt.kind == "doubtful":
            advice = f"viết {doubt.meant}" if doubt.meant else "ghi tên loại ngay trước số, ví dụ «Công văn số …»"
            return problem("citation-doubtful", place, value=printed, advice=advice)
        return problem(f"citation-{doubt.kind}", place, value=_tidy(doubt.meant) or printed)


def _blocks(leaves: Sequence[Leaf], spots: Spots) -> Iterator[_Block]:
    """Every leaf with a spot where a number may be, in order.

    All texts are searched at once: most have no such spot, and a search for each would cost more than the rest.
    """
    texts = [leaf.open for leaf in leaves]
    starts = list(accumulate([len(text) + len(_BETWEEN) for text in texts], initial=0))
    for i in sorted({bisect(starts, at) - 1 for _, at in spots.find(_BETWEEN.join(texts))}):
        if found := spots.find(texts[i]):
            yield _Block(leaves[i], texts[i], found)


def _infer(reads: list[_Read], citing: Citing) -> list[_Read]:
    """Dates, bodies and keys, from the text itself first, then from the rest of the notice, then from the ward.

    Returns those that count: a weak one must be cited in full elsewhere.
    """
    for read in reads:
        if read.cited.shared:
            read.guess(*_known(read), why=_WHY["shared"])
        elif read.cited.day_month and citing.signed_on:
            _add_year(read, read.cited.day_month, citing.signed_on)
    for group in _by_number(reads):
        _agree(group)
    for read in reads:
        _name(read, citing)
    _recall_all(reads)
    return [read for read in reads if read.key or not read.cited.weak]


def _known(read: _Read) -> tuple[Guess, ...]:
    """What is known of its date and issuer, to be told as a guess where it was taken from elsewhere."""
    return (*(("date",) if read.dated else ()), *(("issuer",) if read.issuer else ()))


def _add_year(read: _Read, day: date, signed_on: date) -> None:
    """«ngày 12/5» is the last such `day` before ours was signed; its own year means nothing."""
    past = (day.month, day.day) <= (signed_on.month, signed_on.day)
    try:
        read.dated = day.replace(year=signed_on.year if past else signed_on.year - 1)
    except ValueError:  # 29/2 of a common year
        return
    read.guess("date", why=_WHY["year"])


def _by_number(reads: Sequence[_Read]) -> Iterable[list[_Read]]:
    """Those that print the same number, together."""
    groups: dict[tuple[str, str, str, int | None], list[_Read]] = {}
    for read in reads:
        number = read.number
        groups.setdefault((number.serial, number.code, number.issuer, number.year), []).append(read)
    return groups.values()


def _agree(group: list[_Read]) -> None:
    """One number said several times in a notice: what all that say it agree on holds for the others."""
    if len(group) == 1 or group[0].number.style == "bare":
        return
    days = {r.dated for r in group if r.dated and "date" not in r.guessed}
    for read in group:
        if read.dated is None and len(days) == 1:
            read.dated = next(iter(days))
            read.guess("date", why=_WHY["again"])
    said: dict[date | None, dict[str, str]] = {}
    for read in group:
        if read.issuer:
            said.setdefault(read.dated, {}).setdefault(fold(read.issuer), read.issuer)
    for read in group:
        names = said.get(read.dated, {})
        if not read.issuer and len(names) == 1:
            read.issuer = next(iter(names.values()))
            read.guess("issuer", why=_WHY["again"])


def _name(read: _Read, citing: Citing) -> None:
    """Body and key, from what is printed, then from who cites it and when."""
    number, day = read.number, read.dated or citing.signed_on
    mark = _mark_of_type(read, _name_body(read, day, citing), citing)
    year = number.year or (read.dated.year if read.dated else read.cited.year)
    if number.style == "bare":
        if year and not read.cited.weak:
            read.key = _bare_key(read, year, mark, day, citing)
        return
    if year is None and citing.signed_on:
        year = citing.signed_on.year
        read.guess("period", why=_WHY["period"])
    if year:
        read.key, read.plain = dispatch_key(number, year, mark), dispatch_key(number, year)


def _name_body(read: _Read, day: date | None, citing: Citing) -> str:
    """Find the body that issued it on `day`; returns the mark that tells it in the key from others of its code."""
    number = read.number
    resolved = resolve(number.issuer, read.issuer, day, citing.vocabulary.lexicon)
    read.body = resolved.body
    if resolved.by_code and resolved.body:
        read.issuer = resolved.body.name
        if resolved.why:
            read.guess("issuer", why=resolved.why)
    elif not (read.issuer or read.body) and (own := _own_body(number, day, citing)):
        read.issuer, read.body = own.name, own
        read.guess("issuer", why=_WHY["own"])
    return resolved.mark


def _mark_of_type(read: _Read, mark: str, citing: Citing) -> str:
    """`mark`, with the type before it where the code alone means another, as the QĐ of a «Quy định» of the Party."""
    names = citing.vocabulary.lexicon.knowledge.type_names(read.number)
    if len(names) < 2:
        return mark
    if not read.cited.type_said:
        read.guess("type", why=f"ký hiệu {read.number.code} có thể là {' hoặc '.join(names)}")
    elif read.cited.type in names[1:] and read.cited.type != "Bộ luật":
        return f"{read.cited.type} {mark}"
    return mark


def _bare_key(read: _Read, year: int, mark: str, day: date | None, citing: Citing) -> str:
    """The key of a number without a code, «Thông tư 17», that was issued in `year`."""
    if read.cited.type != "Nghị định":
        return dispatch_key(read.number, year, f"{read.cited.type} {mark}")
    # Only the Government issues them: 356/2025 is 356/2025/NĐ-CP.
    read.body = resolve("CP", read.issuer, day, citing.vocabulary.lexicon).body
    read.issuer = read.issuer or (read.body.name if read.body else "")
    return dispatch_key(replace(read.number, code="NĐ", issuer="CP", style="normative", year=year), year, "")


def _own_body(number: Number, day: date | None, citing: Citing) -> Body | None:
    """That of the notice, when the paper has its code and names nobody: offices leave out their own name. Of what every
    level issues and cites of the others (QĐ, NQ, CT), that would be too bold."""
    own = citing.number
    if not (own and citing.issuer and own.issuer and number.style == own.style and not number.year):
        return None
    if number.code in _OF_EVERY_LEVEL or number.issuer.partition("-")[0] != own.issuer.partition("-")[0]:
        return None
    return resolve(number.issuer, spelled(citing.issuer), day, citing.vocabulary.lexicon).body


def _recall_all(reads: Sequence[_Read]) -> None:
    """Bare numbers, from those of the same serial and type that are cited in full."""
    full: dict[tuple[str, str], list[_Read]] = {}
    for read in reads:
        if read.key and read.number.style != "bare":
            full.setdefault((read.number.serial, fold(read.cited.type)), []).append(read)
    for read in reads:
        if read.number.style == "bare":
            _recall(read, full.get((read.number.serial, fold(read.cited.type)), [])[:_TRIED])


def _recall(read: _Read, full: list[_Read]) -> None:
    """«Thông tư 17» after «Thông tư số 17/2019/TT-BCA» is that one, when only one fits."""
    fits = {
        other.key: other
        for other in full
        if read.number.year in (None, other.number.year, other.dated.year if other.dated else None)
        and (read.cited.dated is None or other.dated in (None, read.cited.dated))
    }
    if len(fits) == 1:
        other = next(iter(fits.values()))
        if read.key != other.key:
            read.key, read.plain, read.body = other.key, other.plain, other.body
            read.dated = read.dated or other.dated
            read.issuer = read.issuer or other.issuer
            read.guess(*_known(read), why=_WHY["again"])


def _sentence(text: str, start: int, cited: Cited, end: int) -> tuple[str, str, str]:
    """The words before the number, the number, the words after it; only those near it."""
    low, high = max(start, cited.start - _SHOWN), min(end, cited.stop + _SHOWN)
    before, after = text[low : cited.start], text[cited.stop : high]
    if low > start:
        before = "…" + before.partition(" ")[2]
    if high < end:
        after = after.rpartition(" ")[0] + "…"
    glue = " " if before[-1:].isspace() else ""
    space = " " if after[:1].isspace() else ""
    return _tidy(before) + glue, _tidy(text[cited.start : cited.stop]), space + _tidy(after)


def _tidy(text: str) -> str:
    return " ".join(_OBJECTS.sub("…", text).split())


def _title(mention: Mention) -> str:
    parts = [f"{mention.type} {mention.number.printed}".strip()]
    if "period" in mention.guessed:
        parts.append("năm suy đoán")
    if mention.dated:
        parts.append(f"ngày {short(mention.dated)}" + (" (suy đoán)" if "date" in mention.guessed else ""))
    name = mention.body.name if mention.body else mention.issuer
    if name:
        parts.append(name + (" (suy đoán)" if "issuer" in mention.guessed else ""))
    return ", ".join(parts)
