"""Source → Notice or PlainPage: what the schema cannot see (a number's parts, the order of dates, known fields)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Protocol

from bulletin.addresses import is_safe, notice_key, page_url
from bulletin.check.events import events_of
from bulletin.check.keys.front_matter import NoticeFront, PageFront
from bulletin.check.keys.judge import validate
from bulletin.check.keys.nearest import near
from bulletin.check.keys.places import place_of
from bulletin.check.number_of_issuer import owner_name, owners
from bulletin.knowledge.rows import Knowledge
from bulletin.model.deadline import Event
from bulletin.model.notice import Alias, Attachment, Corrected, Erratum, Notice, PlainPage, Relation, Signer, Summary
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field, Source
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import number_slug, parse_number
from bulletin.words.text.corrected import Pairs, corrected_words
from bulletin.words.text.fold import printed, slug

# No number, no signed paper: the name must not make it look like one.
_UNNUMBERED_TYPE = "Tin cho người dân"
# Stand-ins for required keys that are missing or wrong, so that the rest of the file is judged too.
_UNSAID_OF_PAGE = {"title": "?", "publish": "draft"}
_UNSAID = {**_UNSAID_OF_PAGE, "date": "1900-01-01"}


class Defaults(Protocol):
    """What a notice takes from its ward where it says nothing, and the fields it may choose from."""

    @property
    def issuer(self) -> str: ...
    @property
    def signed_at(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, str]: ...


def check_notice(source: Source, ward: Defaults, knowledge: Knowledge) -> tuple[Notice | None, tuple[Problem, ...]]:
    """Judge one file. A pure function of its arguments; all problems of the file at once."""
    front, faults = validate(NoticeFront, source.front, source.path, source.front_line, _UNSAID)
    problems = [*faults, *_check_body(source, front.publish if front else "draft")]
    if front is None:
        return None, tuple(problems)
    number = _number(front.number, _at(source, "number"), knowledge, problems) if front.number else None
    parts = _Parts(
        number=number,
        type=_type(front.type, number, source, knowledge, problems),
        fields=_fields(front.fields, source, ward, problems),
        relations=tuple(_relations(front, source, knowledge, problems)),
        errata=_errata(front, source, problems),
        name=slug(front.address or "")
        or (number_slug(number) if number else slug(PurePosixPath(source.relative).stem)),
    )
    problems += [*_days_in_order(front, source), *_whose(number, front.issuer, source, ward, knowledge)]
    if not (parts.name and is_safe(f"/{parts.name}/")):
        problems.append(problem("path-unsafe", Place(path=source.path), value=source.relative))
    if any(p.severity == "error" for p in problems):
        return None, tuple(problems)
    return _notice(front, parts, source, ward, knowledge), tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What of a notice is more than one key says: judged by rows, by the ward or by the text. `name` ends its key."""

    number: Number | None
    type: str
    fields: tuple[str, ...]
    relations: tuple[Relation, ...]
    errata: tuple[Erratum, ...]
    name: str


def _notice(front: NoticeFront, parts: _Parts, source: Source, ward: Defaults, knowledge: Knowledge) -> Notice:
    """The notice of keys that are without errors; words of title and card as its errata correct them."""
    pairs = tuple((erratum.says, erratum.should) for erratum in parts.errata)
    retitled = corrected_words(front.title, pairs)
    return Notice(
        key=notice_key(front.date.year, parts.name),
        place=Place(path=source.path, line=_at(source, "number" if parts.number else "title").line, col=1),
        title=front.title,
        number=parts.number,
        type=parts.type,
        issuer=front.issuer or ward.issuer,
        signed_at=front.place or ward.signed_at,
        signed_on=front.date,
        publish="withdrawn" if front.withdrawn else front.publish,
        published_on=front.published or front.date,
        expires_on=front.expires,
        urgency=front.urgency or "",
        fields=parts.fields,
        summary=Summary(**{key: corrected_words(text, pairs) for key, text in front.summary.model_dump().items()}),
        signer=Signer(**front.signer.model_dump()),
        recipients=tuple(front.recipients),
        attachments=tuple(
            Attachment(path=a.file, title=a.title or PurePosixPath(a.file).name, place=_at(source, "attachments", i))
            for i, a in enumerate(front.attachments)
        ),
        relations=parts.relations,
        aliases=tuple(Alias(url=url, place=_at(source, "aliases", i)) for i, url in enumerate(front.aliases)),
        events=_events(front, source, pairs),
        errata=parts.errata,
        system=_system(parts.number, knowledge),
        updated_on=max(filter(None, (front.updated, *(one.on for one in front.corrected))), default=None),
        corrected=_corrected(front, source),
        retitled=retitled if retitled != front.title else "",
    )


def _relations(front: NoticeFront, source: Source, knowledge: Knowledge, problems: list[Problem]) -> Iterator[Relation]:
    for i, relation in enumerate(front.relations):
        place = _at(source, "relations", i)
        if other := _number(relation.number, place, knowledge, problems):
            yield Relation(kind=relation.relation, number=other, dated=relation.date, place=place)


def _days_in_order(front: NoticeFront, source: Source) -> list[Problem]:
    """Signed, then published, then changed or ended."""
    published = ("published" if front.published else "date", front.published or front.date)
    return [
        *_order(source, ("expires", front.expires), published),
        *_order(source, ("published", front.published), ("date", front.date)),
        *_order(source, ("updated", front.updated), published),
        *(
            replace(fault, place=place_of(source.front, source.path, "corrected", i, "on"))
            for i, one in enumerate(front.corrected)
            for fault in _order(source, ("corrected", one.on), published)
        ),
    ]


def _corrected(front: NoticeFront, source: Source) -> tuple[Corrected, ...]:
    """The last first; of one day the one that stands last."""
    rows = [
        Corrected(on=one.on, what=one.what, place=place_of(source.front, source.path, "corrected", i))
        for i, one in enumerate(front.corrected)
    ]
    return tuple(sorted(rows, key=lambda row: row.on))[::-1]


def check_page(source: Source) -> tuple[PlainPage | None, tuple[Problem, ...]]:
    """Judge a plain page; its address is its path: `pages/gioi-thieu.md` → «/gioi-thieu/»."""
    front, faults = validate(PageFront, source.front, source.path, source.front_line, _UNSAID_OF_PAGE)
    problems = [*faults, *_check_body(source, front.publish if front else "draft")]
    key = "/".join(slug(part) for part in PurePosixPath(source.relative).with_suffix("").parts)
    if not is_safe(page_url(key)):
        problems.append(problem("path-unsafe", Place(path=source.path), value=source.relative))
    if front is None or any(p.severity == "error" for p in problems):
        return None, tuple(problems)
    return (
        PlainPage(
            key=key,
            place=_at(source, "title"),
            title=front.title,
            summary=front.summary,
            publish="withdrawn" if front.withdrawn else front.publish,
            aliases=tuple(Alias(url=url, place=_at(source, "aliases", i)) for i, url in enumerate(front.aliases)),
        ),
        tuple(problems),
    )


def _at(source: Source, key: str, item: int | None = None) -> Place:
    field: Field | None = source.front.get(key)
    if field and item is not None and isinstance(field.value, tuple) and item < len(field.value):
        field = field.value[item]
    if not field:
        return Place(path=source.path, line=source.front_line, col=1)
    return Place(path=source.path, line=field.line, col=field.col)


def _order(source: Source, later: tuple[str, date | None], earlier: tuple[str, date]) -> list[Problem]:
    (late, late_day), (early, early_day) = later, earlier
    if late_day is None or late_day >= early_day:
        return []
    slots = {"later": late, "late_value": short(late_day), "earlier": early, "early_value": short(early_day)}
    return [problem("date-order", _at(source, late), **slots)]


def _events(front: NoticeFront, source: Source, errata: Pairs) -> tuple[Event, ...] | None:
    """«events: []» says that there are none; the key left blank says nothing. Words copied from the text are mended."""
    field = source.front.get("events")
    stated = field is not None and isinstance(field.value, tuple)
    return (
        tuple(_mended(event, errata) for event in events_of(front.events, source.front, source.path))
        if stated
        else None
    )


def _mended(event: Event, errata: Pairs) -> Event:
    what, who, where, hours = (
        corrected_words(text, errata) for text in (event.what, event.who, event.where, event.hours)
    )
    return replace(event, what=what, who=who, where=where, hours=hours)


def _errata(front: NoticeFront, source: Source, problems: list[Problem]) -> tuple[Erratum, ...]:
    # The title is the paper's own as well; a slip of the card in plain words is mended.
    body = printed(f"{front.title}\n{source.body}") if front.errata else ""
    errata = []
    for i, slip in enumerate(front.errata):
        place = place_of(source.front, source.path, "errata", i, "says")
        words = printed(slip.says)
        if not words or words not in body:
            problems.append(problem("erratum-unfound", place, value=slip.says))
        errata.append(Erratum(says=slip.says, should=slip.should, note=slip.note, place=place))
    return tuple(errata)


def _whose(
    number: Number | None, stated: str, source: Source, ward: Defaults, knowledge: Knowledge
) -> Iterator[Problem]:
    issuer = stated or ward.issuer
    if number and (rows := owners(number, issuer, knowledge)):
        slots = {"number": number.normal, "code": rows[0].code, "owner": owner_name(rows, issuer), "issuer": issuer}
        slots["unsaid"] = "" if stated else " (lấy theo site.yml vì thông báo không ghi «issuer»)"
        yield problem("number-of-other", _at(source, "issuer" if stated else "number"), **slots)


def _system(number: Number | None, knowledge: Knowledge) -> str:
    systems = {row.system for row in knowledge.issuer_rows(number.issuer)} if number else set()
    return systems.pop() if len(systems) == 1 else ""


def _number(text: str, place: Place, knowledge: Knowledge, problems: list[Problem]) -> Number | None:
    number = parse_number(text, knowledge.type_codes)
    if not number:
        problems.append(problem("number-unreadable", place, value=text))
    return number


def _type(
    stated: str | None, number: Number | None, source: Source, knowledge: Knowledge, problems: list[Problem]
) -> str:
    if not number:
        return stated or _UNNUMBERED_TYPE
    names = knowledge.type_names(number)
    slots = {"number": number.normal, "code": number.code, "expected": " hoặc ".join(names)}
    if stated is None:
        if len(names) == 1:
            return names[0]
        code = "type-ambiguous" if names else "type-unknown"
        problems.append(problem(code, _at(source, "number"), **slots))
        return ""
    known = next((name for name in names if knowledge.same_type(stated, name)), None)
    if names and not known:
        problems.append(problem("type-disagrees", _at(source, "type"), value=stated, **slots))
    return known or stated


def _fields(names: list[str], source: Source, ward: Defaults, problems: list[Problem]) -> tuple[str, ...]:
    keys = []
    for i, name in enumerate(names):
        key = slug(name)
        if key in ward.fields:
            keys.append(key)
            continue
        guess = near(name, ward.fields.values())
        known = f", hoặc chọn: {', '.join(ward.fields.values())}" if ward.fields else ""
        hint = f"có phải «{guess}» không?" if guess else f"thêm vào «fields» của site.yml{known}"
        problems.append(problem("field-unknown", _at(source, "fields", i), value=name, near=hint))
    return tuple(dict.fromkeys(keys))


_PARAGRAPH_ENDS = (*".:;!?…)]»”\"'|*_>", "---", "===")
# Lines that begin in lower case and are no broken sentence: «b) …», a web address, a mark of Markdown.
_OWN_LINE = re.compile(r"(?:[a-zđ][.)]\s|https?:|\s*[-+*•–#|>])")
_SENTENCE = 40


def _check_body(source: Source, publish: str) -> list[Problem]:
    """Scars of conversion from paper, told and never mended: a sentence cut by a page break, a text that breaks off."""
    lines = source.body.split("\n")
    filled = [i for i, line in enumerate(lines) if line.strip()]
    if not filled:
        where = Place(path=source.path, line=source.body_line, col=1)
        return [problem("body-empty", where)] if publish == "public" else []
    problems = []
    for before, after in pairwise(filled):
        apart = after > before + 1 and lines[after][:1].islower() and not _OWN_LINE.match(lines[after])
        if apart and not _ends(lines[before]):
            problems.append(
                problem("body-broken-sentence", Place(path=source.path, line=source.body_line + after, col=1))
            )
    last = lines[filled[-1]]
    # Only a long line of text is surely a sentence; «- Lưu VP» and a signatory's post need no full stop.
    if len(last) > _SENTENCE and not _OWN_LINE.match(last) and not _ends(last):
        problems.append(problem("body-breaks-off", Place(path=source.path, line=source.body_line + filled[-1], col=1)))
    return problems


def _ends(line: str) -> bool:
    return line.rstrip().endswith(_PARAGRAPH_ENDS) or line.lstrip().startswith(("#", "|"))
