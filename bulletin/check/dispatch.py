"""`content/dispatches/*.yml` → KnownDispatch, and what the ward knows against what its notices cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from bulletin.check.keys.dispatch import DispatchSaid
from bulletin.check.keys.judge import validate
from bulletin.check.keys.nearest import near
from bulletin.knowledge.rows import Knowledge
from bulletin.model.archive import Archive
from bulletin.model.dispatch import KnownDispatch, Mention
from bulletin.model.number_series import Renumbered
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field, Unread
from bulletin.words.dates.printed import short
from bulletin.words.papers.body_names import one_body
from bulletin.words.papers.document_numbers import dispatch_key, number_slug, parse_number
from bulletin.words.papers.number_series import apart, renumbered

# Stand-ins for required keys that are missing or wrong, so that the rest of the file is judged too.
_UNSAID = {"number": "1-CV/QU", "date": "1900-01-01"}


def check_dispatch(
    front: Mapping[str, Field], path: str, knowledge: Knowledge, files: Collection[str]
) -> tuple[KnownDispatch | None, tuple[Problem, ...]]:
    """One file, or all that is wrong with it; `files` are the paths of all attachments there are."""
    said, faults = validate(DispatchSaid, front, path, 1, _UNSAID)
    problems = list(faults)
    if said is None:
        return None, faults
    number = parse_number(said.number, knowledge.type_codes)
    if not number:
        problems.append(problem("number-unreadable", _at(front, "number", path), value=said.number))
    if said.list_only:
        told = [key for key in ("subject", "link", "file") if getattr(said, key)]
        problems += [problem("dispatch-list-only", _at(front, key, path), key=key) for key in told]
    if said.file and said.file not in files:
        problems.append(problem("attachment-missing", _at(front, "file", path), value=said.file))
    if any(p.stops for p in problems) or not number:
        return None, tuple(problems)
    return (
        KnownDispatch(
            place=_at(front, "number", path),
            number=number,
            dated=said.date,
            issuer=said.issuer,
            subject=said.subject,
            link=said.link,
            file=said.file,
            list_only=said.list_only,
            date_guessed=said.date_guessed,
        ),
        tuple(problems),
    )


def check_twins(archive: Archive) -> tuple[Problem, ...]:
    """Two files for one document. Offices share numbers (12/QĐ-UBND): issuers that differ make two documents."""
    problems = []
    seen: dict[tuple[str, int], list[KnownDispatch]] = {}
    for known in archive.known:
        others = seen.setdefault((number_slug(known.number), _year(known)), [])
        same = (o for o in others if one_body(o.issuer, known.issuer))
        twin = next((o for o in same if not _apart(o, known, archive.renumbered)), None)
        if twin:
            slots = {"number": known.number.normal, "year": _year(known), "other": twin.place}
            problems.append(problem("dispatch-twice", known.place, **slots))
        others.append(known)
    return tuple(problems)


def _apart(one: KnownDispatch, other: KnownDispatch, rows: tuple[Renumbered, ...]) -> bool:
    """Whether numbers began anew between the two."""
    anew = renumbered(rows, one.number, one.issuer or other.issuer, {"commune"})
    return not one.number.year and apart(anew, one.dated, other.dated) is not None


def check_cited(archive: Archive, unread: Iterable[Unread] = ()) -> tuple[Problem, ...]:
    """Rows that no notice cites, hidden ones included. Only worth asking when every public notice could be read; what
    stands in the others, `unread`, may be a citation.
    """
    typed = ["".join(file.text.split()) for file in unread]
    by_serial: dict[str, list[Mention]] = defaultdict(list)
    numbers: dict[str, Mention] = {}
    for entry in sorted(archive.entries, key=lambda e: e.notice.place) if archive.known else ():
        for mention in entry.prose.mentions:
            by_serial[mention.number.serial].append(mention)
            numbers.setdefault(mention.number.normal, mention)
    problems = (p for known in archive.known for p in _cited(known, by_serial[known.number.serial], numbers))
    kept = {row.place: row.number.normal for row in archive.known} if typed else {}
    return tuple(
        p for p in problems if p.code != "dispatch-uncited" or not any(kept[p.place] in text for text in typed)
    )


def _cited(known: KnownDispatch, mentions: list[Mention], numbers: Mapping[str, Mention]) -> Iterator[Problem]:
    """What a row says of a document against the `mentions` of its serial; `numbers` are all numbers that are cited."""
    cited = [m for m in mentions if _cites(m, known)]
    slots = {"number": known.number.normal, "date": short(known.dated)}
    if not cited:
        yield problem("dispatch-uncited", known.place, nearest=_nearest(known, numbers), **slots)
    sure = [m for m in cited if m.issued_by and "issuer" not in m.guessed]
    own = [m for m in sure or cited if one_body(known.issuer, m.issued_by) or not sure]
    if sure and not own:
        slots |= {"issuer": known.issuer, "cited": sure[0].issued_by}
        yield problem("dispatch-issuer", known.place, other=sure[0].place, **slots)
    dated = [(m, m.dated) for m in own if m.dated and "date" not in m.guessed]
    if dated and known.dated not in [day for _, day in dated]:
        mention, day = dated[0]
        yield problem("dispatch-date", known.place, other=mention.place, cited=short(day), **slots)


def _nearest(known: KnownDispatch, numbers: Mapping[str, Mention]) -> str:
    """The cited number that the row may have meant, as a question, or ""."""
    guess = numbers.get(near(known.number.normal, numbers))
    return f"; có phải {guess.number.normal}{_dated(guess)}, dẫn ở {guess.place} không?" if guess else ""


def _cites(mention: Mention, known: KnownDispatch) -> bool:
    """By its key, which also tells that «Nghị định 30/2020» is 30/2020/NĐ-CP; a mark of the issuer may follow."""
    year = known.dated.year
    # Without a date in the text the period is that of the notice, which may be a year late.
    years = (year, year + 1) if "period" in mention.guessed else (year,)
    return any(f"{mention.key}-".startswith(f"{dispatch_key(known.number, y)}-") for y in years)


def _dated(mention: Mention) -> str:
    return f" ngày {short(mention.dated)}" if mention.dated else ""


def _year(known: KnownDispatch) -> int:
    return known.number.year or known.dated.year


def _at(front: Mapping[str, Field], key: str, path: str) -> Place:
    field = front.get(key)
    return Place(path=path, line=field.line, col=field.col) if field else Place(path=path, line=1, col=1)
