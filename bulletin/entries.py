"""One notice or page: its bytes → its entry. Nine tenths of a build, and a pure function of the file and the `Reader`.

Apart from `pipeline`, so that `explain` reads a text with the very same code and without what makes a site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import chain

from bulletin import read
from bulletin.check import (
    doubtful_times,
    headlines,
    key_days,
    letterhead,
    notice,
    pasted,
    pictures,
    publishable,
    withdrawn,
)
from bulletin.in_chunks import in_chunks
from bulletin.knowledge.areas import dated
from bulletin.knowledge.fingerprint import fingerprint
from bulletin.knowledge.rows import Knowledge
from bulletin.model.anniversary import OwnDays
from bulletin.model.archive import Entry, PageEntry
from bulletin.model.issuer import Tier
from bulletin.model.notice import Notice
from bulletin.model.problem import Problem
from bulletin.model.prose import Prose
from bulletin.model.sensitive import SensitiveAt
from bulletin.model.source import Raw, Source
from bulletin.model.ward import Ward
from bulletin.model.withdrawn import Withdrawn
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.deadlines.reading import headline_slips
from bulletin.understand.occasions.occasions import headline_occasions
from bulletin.understand.own_stack import on_own_stack
from bulletin.understand.prose import understand
from bulletin.understand.search_words import searched_notice, searched_page
from bulletin.understand.sensitive.files import sensitive_in
from bulletin.understand.vocabulary import Vocabulary, vocabulary
from bulletin.ward_files import NO_DAYS, rows
from bulletin.words.text.search_terms import Pieces

Told = tuple[Problem, ...]
_REPORT = "báo cáo"
_CHUNK = 25  # notices that one process reads at a time
_WORTH = 4 * _CHUNK  # fewer take a second or two: processes are not worth their memory


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reader:
    """All that an entry is made of beside its own file; whatever else `site.yml` says cannot touch an entry.

    `knowledge` holds the rows that reading uses, the ward's own included; `chain`, `base`, `issuer`, `signed_at` and
    `fields` are the ward's. `words` is the same laid out for reading, `pieces` what has been cut already: both are made
    anew where a reader arrives by pickle. Equal to another that gives the same entries (`fingerprint`).
    """

    knowledge: Knowledge
    chain: tuple[Tier, ...]
    base: str
    issuer: str
    signed_at: str
    fields: Mapping[str, str]
    words: Vocabulary = field(repr=False)
    pieces: Pieces = field(repr=False, default_factory=Pieces)

    @property
    def fingerprint(self) -> str:
        """The SHA-256, in hexadecimal, of all it was made of, without the places where that stands. Some 30 ms."""
        rows = self.knowledge
        return fingerprint(
            (
                rows.types,
                rows.issuers,
                rows.abbreviations,
                rows.anniversaries,
                rows.days_off,
                rows.areas,
                rows.sensitive,
            ),
            (self.chain, self.base, self.issuer, self.signed_at, self.fields),
        )

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Reader) and self.fingerprint == other.fingerprint)

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __reduce__(self) -> tuple[object, ...]:
        return _reader, (self.knowledge, self.chain, self.base, self.issuer, self.signed_at, dict(self.fields))


def reader_of(ward: Ward, knowledge: Knowledge) -> Reader:
    """What reads the notices of `ward`; `knowledge` holds its own rows too. Once a build: it is the same for all."""
    chain = tuple(dated(ward.chain, knowledge.areas))
    # What is told about forms of publicity and synonyms no entry uses.
    used = replace(knowledge, forms=(), synonyms=())
    return _reader(used, chain, ward.base, ward.issuer, ward.signed_at, ward.fields)


def load_reader(ward: Ward, days: OwnDays = NO_DAYS) -> Reader:
    """The same from the ward and its own days: for verbs that look at single texts."""
    return reader_of(ward, rows(ward, days))


def _reader(
    knowledge: Knowledge, chain: tuple[Tier, ...], base: str, issuer: str, signed_at: str, fields: Mapping[str, str]
) -> Reader:
    return Reader(
        knowledge=knowledge,
        chain=chain,
        base=base,
        issuer=issuer,
        signed_at=signed_at,
        fields=fields,
        words=vocabulary(knowledge, chain),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was made of one notice. `entry` is None where the front matter is missing or wrong; its text was read all
    the same into `prose`, which is None for a file that is no text or whose head nobody can tell from its body.
    `sensitive` is what of the file may not be public, whoever answers for it.
    """

    entry: Entry | None = None
    prose: Prose | None = None
    sensitive: tuple[SensitiveAt, ...] = ()
    problems: Told = ()


def notice_entry(raw: Raw, reader: Reader) -> tuple[Entry | None, Told]:
    """The entry of one notice, None where it has errors; and all its problems."""
    reading = read_notice(raw, reader)
    return reading.entry, reading.problems


def notice_entries(
    raws: Sequence[Raw], reader: Reader, executor: Executor | None = None
) -> list[tuple[Entry | None, Told]]:
    """The same for many, in order; in chunks on `executor` where there are enough of them. It may be that of a cluster:
    a chunk goes there by pickle, with the `reader`."""
    if executor is None or len(raws) < _WORTH:
        return [notice_entry(raw, reader) for raw in raws]
    return list(chain.from_iterable(in_chunks(partial(notice_entries, reader=reader), raws, _CHUNK, executor)))


def withdrawn_files(notices: Iterable[Raw], pages: Iterable[Raw], reader: Reader) -> list[tuple[Withdrawn, Told]]:
    """Those that are called back, and what is told of them; whether the rest of their files can be read or not."""
    every = ((raw, is_page) for raws, is_page in ((notices, False), (pages, True)) for raw in raws)
    return list(filter(None, (_withdrawn(raw, reader, is_page=is_page) for raw, is_page in every)))


def page_entry(raw: Raw, reader: Reader) -> tuple[PageEntry | None, Told]:
    """The same for a plain page."""
    return on_own_stack(lambda: _page(raw, reader))


def read_notice(raw: Raw, reader: Reader) -> Reading:
    """All that is done for one notice."""
    return on_own_stack(lambda: _notice(raw, reader))


def read_bare_text(raw: Raw, reader: Reader) -> Reading:
    """A text whose front matter is missing or wrong: of no number and no day, read as far as that goes."""
    return on_own_stack(lambda: _bare_text(raw, reader))


def _notice(raw: Raw, reader: Reader) -> Reading:
    """Read, check, understand, then hold the keys against the body. Problems of each step are told whatever the others
    find; the entry is there only where the front matter has no errors."""
    source, in_file = read.parse(raw)
    if source is None:
        return Reading(problems=in_file)
    accepted, in_front = notice.check_notice(source, reader, reader.knowledge)
    prose, in_body = _prose(source, accepted, reader)
    problems = (*in_file, *in_front, *in_body)
    sensitive = sensitive_in(source, reader.words.sensitive)
    if accepted is None:
        return Reading(prose=prose, problems=problems, sensitive=sensitive)
    lines = tuple(headlines.of_notice(source, accepted))
    entry = Entry(
        notice=accepted,
        prose=prose,
        indexed=searched_notice(accepted, prose, reader.pieces),
        above=headline_occasions(lines, reader.words.anniversaries, accepted.signed_on.year),
        looked=publishable.looked(sensitive, source.front, source.path),
    )
    heads = letterhead.check_letterhead(source, accepted, reader.knowledge)
    beside = (
        *heads,
        *pasted.check_pasted(source, reader.knowledge, head_told=bool(heads)),
        *pictures.check_pictures(source, prose, accepted),
        *key_days.check_key_days(source, accepted, prose, reader.knowledge),
        *doubtful_times.check_times(accepted, prose, headline_slips(lines, accepted.signed_on)),
    )
    return Reading(entry=entry, prose=prose, problems=(*problems, *beside), sensitive=sensitive)


def _withdrawn(raw: Raw, reader: Reader, *, is_page: bool) -> tuple[Withdrawn, Told] | None:
    """None of a notice that is not called back, which its lines tell at a glance."""
    text = raw.data.decode("utf-8", "replace")
    front = withdrawn.at_the_margin(text)
    if "withdrawn" not in front and not withdrawn.says_withdrawn(front):
        return None
    source, in_file = read.parse(raw)
    unread = source is None or any(p.code == "front-duplicate-key" for p in in_file)
    if source and not unread:
        front = dict(source.front)
    if not withdrawn.says_withdrawn(front):
        return None
    file = withdrawn.File(path=raw.path, relative=raw.relative, front=front, text=text, unread=unread, is_page=is_page)
    return withdrawn.check_withdrawn(file, reader, reader.knowledge)


def _prose(source: Source, accepted: Notice | None, reader: Reader) -> tuple[Prose, Told]:
    """The body, read with what the front matter says; without it neither mentions nor days are looked for."""
    body, known = (source.body, source.path, source.body_line, reader.base), reader.words.abbreviations
    if accepted is None:
        return understand(*body, known=known)
    citing = Citing(
        vocabulary=reader.words, number=accepted.number, signed_on=accepted.signed_on, issuer=accepted.issuer
    )
    above = {"title": accepted.title, **asdict(accepted.summary)}
    prose, problems = understand(*body, citing, above=above, known=known, errata=accepted.corrections)
    return (_of_offices(prose) if accepted.type.casefold() == _REPORT else prose), problems


def _of_offices(prose: Prose) -> Prose:
    """A report tells what offices have done and will do: none of its times asks a resident."""
    theirs = [tuple(replace(time, audience="agency") for time in times) for times in (prose.deadlines, prose.doubtful)]
    return replace(prose, deadlines=theirs[0], doubtful=theirs[1])


def _page(raw: Raw, reader: Reader) -> tuple[PageEntry | None, Told]:
    source, in_file = read.parse(raw)
    if source is None:
        return None, in_file
    accepted, in_front = notice.check_page(source)
    above = {"title": accepted.title} if accepted else {}
    place = source.path, source.body_line, reader.base
    prose, in_body = understand(source.body, *place, above=above, known=reader.words.abbreviations)
    problems = (*in_file, *in_front, *in_body, *pictures.check_pictures(source, prose, None))
    if accepted is None:
        return None, problems
    entry = PageEntry(
        page=accepted,
        prose=prose,
        indexed=searched_page(accepted, prose, reader.pieces),
        looked=publishable.looked(sensitive_in(source, reader.words.sensitive), source.front, source.path),
    )
    return entry, problems


def _bare_text(raw: Raw, reader: Reader) -> Reading:
    source, in_file = read.parse(raw)
    body, line = (source.body, source.body_line) if source else ("", 1)
    if source is None:
        body, in_file = read.decode(raw)
    citing = Citing(vocabulary=reader.words)
    sensitive = sensitive_in(source or _bare(raw, body), reader.words.sensitive)
    prose, in_body = understand(body, raw.path, line, reader.base, citing, known=reader.words.abbreviations)
    return Reading(prose=prose, problems=(*in_file, *in_body), sensitive=sensitive)


def _bare(raw: Raw, body: str) -> Source:
    """A text without front matter as a file of which nothing is known."""
    return Source(path=raw.path, relative=raw.relative, front={}, front_line=1, body=body, body_line=1)
