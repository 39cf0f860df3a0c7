"""READ THIS FIRST: the whole program in the order in which it happens.

    read → check → understand → check the archive → plan → check addresses → render → check links → (write)

No stage knows another. Every stage finishes all files before anyone gives up, so one run tells every mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bulletin import addresses, attached, knowledge, read, ward_files
from bulletin.check import (
    accepted,
    attachments,
    campaign,
    dispatch,
    events,
    expiry,
    headlines,
    links,
    own_days,
    relations,
)
from bulletin.check import campaign_bases as bases
from bulletin.check import citation_dates as citations
from bulletin.check import finished_files as finished
from bulletin.check import identities as archive
from bulletin.check import occasion_sums as occasions
from bulletin.check import unlinked_changes as changes
from bulletin.entries import Reader, notice_entry, page_entry, reader_of
from bulletin.knowledge.rows import Knowledge
from bulletin.model.archive import Archive
from bulletin.model.campaign import Campaign
from bulletin.model.dispatch import KnownDispatch
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Link
from bulletin.model.source import Asset, Content, Raw, Unread
from bulletin.model.views.page import Files, Planned
from bulletin.plan import planned
from bulletin.plan.desk import withheld
from bulletin.plan.desk.over import without_expiry
from bulletin.plan.desk.visibility import any_hidden
from bulletin.render import render
from bulletin.understand import headline_occasions


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site as a value, under the path `base`. `files` is empty when there are errors."""

    files: Files
    pages: tuple[Planned, ...]
    archive: Archive
    problems: tuple[Problem, ...]
    base: str = ""

    @property
    def failed(self) -> bool:
        """Whether a problem forbids publishing."""
        return _any_error(self.problems)


def build(content: Path, templates: Path, today: date, *, preview: bool = False, base_url: str = "") -> Built:
    """The site of `content` as of `today`. Touches no disk but to read; the same inputs give the same value."""
    shown = content.as_posix()
    if not content.is_dir():
        return _nothing([problem("content-missing", Place(path=shown), path=shown)])
    source, problems = read.read(content, shown)
    built = _judged(source, problems, shown, templates, today, preview=preview, base_url=base_url)
    return replace(built, problems=_sorted(_unaccepted(built, source, shown)))


def _unaccepted(built: Built, source: Content, shown: str) -> list[Problem]:
    """What is left to be told when the editors' `accept` has been heard."""
    fronts, lines = {}, {}
    raws = (*source.notices, *source.pages, *source.dispatches, *source.calendar, *filter(None, [source.ward]))
    for raw in raws:
        if b"accept" in raw.data:
            parsed = read.parse(raw)[0] if raw.path.lower().endswith(".md") else None
            front = parsed.front if parsed else read.parse_yaml(raw)[0]
            fronts[raw.path] = front or {}
            lines[raw.path] = raw.data.decode("utf-8", "replace").splitlines()
    return accepted.settle(built.problems, fronts, lines, f"{shown}/site.yml", complete=bool(built.files))


def _judged(
    source: Content,
    problems: tuple[Problem, ...],
    shown: str,
    templates: Path,
    today: date,
    *,
    preview: bool,
    base_url: str,
) -> Built:
    ward, found = ward_files.ward_of(source.ward, shown, base_url)
    # Before any notice is read: notices may name the ward's own anniversaries.
    dated, days, in_calendar = ward_files.calendar_of(source.calendar)
    told = [*problems, *found]
    known = ward_files.rows(ward or ward_files.STAND_IN, days)
    reader = reader_of(ward or ward_files.STAND_IN, known)

    results = [notice_entry(raw, reader) for raw in source.notices]
    pages_read = [page_entry(raw, reader) for raw in source.pages]
    documents = [dispatch_row(raw, known, source.assets) for raw in source.dispatches]
    told += [p for _, found in (*results, *pages_read, *documents) for p in found if ward or p.code != "field-unknown"]
    drafts = withheld.said_hidden(map(_text, source.calendar), today)
    in_calendar = tuple(withheld.spared(in_calendar, drafts))
    # An anniversary that is missing may stand in a file that could not be read.
    files_of_days = {path: dated[path] for path in sorted(dated, key=lambda path: (path in drafts, path))}
    campaigns, found = campaign.check_campaigns(files_of_days, known, complete=not _any_error(in_calendar))
    told += [*in_calendar, *found]
    written = Archive(
        entries=archive.told_apart(entry for entry, _ in results if entry),
        pages=tuple(entry for entry, _ in pages_read if entry),
        assets=source.assets,
        known=tuple(row for row, _ in documents if row),
        anniversaries=tuple(known.anniversaries.values()),
        days_off=known.days_off,
        campaigns=campaigns,
        abbreviations=known.abbreviations,
        synonyms=known.synonyms,
        renumbered=(*knowledge.numbering(), *(ward.renumbered if ward else ())),
    )
    unread, blank = _unread(source.notices, results), _unread(source.pages, pages_read)
    hidden = withheld.withheld(written, (*unread, *blank), today) | drafts
    told += archive.check_archive(written, shown, hidden)
    told += attachments.check_attachments(written, shown, attached.look)
    told += [*citations.check_citations(written), *dispatch.check_twins(written)]
    told += [*occasions.check_occasions(written, known.anniversaries), *events.check_events(written)]
    told += [*changes.check_changes(written), *relations.check_relations(written)]
    told += [doubt for row in campaigns for doubt in _sums(row, dated[row.place.path], reader)]
    told += expiry.check_expiry(without_expiry(written, today))
    if all(file.path in hidden for file in unread):
        told += [*dispatch.check_cited(written, unread), *bases.check_bases(written, withheld.numbers(unread))]
    if not unread:
        told += relations.check_unknown(written)
    # From here on nothing is left of what is not public yet and has a mistake: it is told, and stops nobody.
    hidden |= withheld.only_for_hidden(written, (*unread, *blank), hidden, shown)
    told = withheld.spared(told, hidden)
    unused = archive.unused_files(written, shown)
    written = withheld.without_faulty(written, told)
    if ward is None or _any_error(told):
        return _nothing(told, written)
    told += [p for p in unused if p.place.path not in hidden]

    texts, static, found = read.read_templates(templates)
    told += found
    if _any_error(found):
        return _nothing(told, written)
    plan = planned(written, ward, today, static, preview=preview)
    # Hidden things are judged with the rest: a draft must not take somebody's address on the day it is published.
    later = planned(written, ward, today, static, preview=True) if any_hidden(written, today) else plan
    clashes = withheld.spared(archive.check_addresses(later.keyed, hidden), hidden)
    told += clashes
    if _any_error(told):
        return _nothing(told, written)
    if clashes:
        written = withheld.without_faulty(written, clashes)
        plan = planned(written, ward, today, static, preview=preview)
    pages = plan.every()
    files, faults = render((page.made() for page in pages), texts, templates.as_posix())
    told += faults
    if not faults:
        told += withheld.spared(links.check_links(files, ward, *_origins(pages, written)), hidden)
        if later is not plan and not preview:
            opening = withheld.opening(written)
            told += withheld.spared(links.check_links_of_later(files, ward, later.keyed, written, opening), hidden)
        told += finished.check_finished(files, _origins(pages, written)[1])
    return Built(
        files={} if _any_error(told) else files,
        pages=pages,
        archive=written,
        problems=_sorted(told),
        base=ward.base,
    )


def dispatch_row(
    raw: Raw, knowledge: Knowledge, assets: Mapping[str, Asset]
) -> tuple[KnownDispatch | None, tuple[Problem, ...]]:
    """What the ward knows of one document that it cites."""
    front, problems = read.parse_yaml(raw)
    if front is None:
        return None, problems
    row, found = dispatch.check_dispatch(front, raw.path, knowledge, assets)
    return row, (*problems, *found)


def _sums(row: Campaign, front: own_days.Front, reader: Reader) -> tuple[Problem, ...]:
    """What the lines of a campaign say is commemorated, and cannot be right."""
    year = max(row.days).year if row.days else None
    read_there = headline_occasions(headlines.of_campaign(front, row), reader.words.anniversaries, year)
    return occasions.check_campaign(row, read_there, reader.knowledge.anniversaries)


def _unread(raws: tuple[Raw, ...], results: Iterable[tuple[object, tuple[Problem, ...]]]) -> list[Unread]:
    """What could not be read or judged; and where a key stands twice, nobody knows which is meant."""
    return [
        _text(raw)
        for raw, (entry, found) in zip(raws, results, strict=True)
        if entry is None or any(p.code == "front-duplicate-key" for p in found)
    ]


def _text(raw: Raw) -> Unread:
    return withheld.unread(raw.path, raw.data)


def _origins(
    pages: tuple[Planned, ...], archive: Archive
) -> tuple[Mapping[str, tuple[Link, ...]], Mapping[str, Place]]:
    """For every file: the links its own text holds, and its source."""
    prose = {addresses.notice_url(e.notice.key): e.prose.links for e in archive.entries}
    prose |= {addresses.page_url(e.page.key): e.prose.links for e in archive.pages}
    return (
        {addresses.file_of(url): found for url, found in prose.items()},
        {addresses.file_of(page.url): page.source for page in pages if page.source},
    )


def _nothing(problems: list[Problem], archive: Archive | None = None) -> Built:
    empty = archive or Archive(entries=(), pages=(), assets={})
    return Built(files={}, pages=(), archive=empty, problems=_sorted(problems))


def _any_error(problems: Iterable[Problem]) -> bool:
    return any(p.stops for p in problems)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.says)))
