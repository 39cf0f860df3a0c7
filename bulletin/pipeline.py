"""READ THIS FIRST: the whole program in the order in which it happens.

    read → check → understand → check the archive → plan → check addresses → render → check links → (write)

No stage knows another. Every stage finishes all files before anyone gives up, so one run tells every mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from bulletin import addresses, attached, knowledge, manifest, read, ward_files
from bulletin.check import (
    accepted,
    attachment_kinds_and_sizes,
    campaign,
    campaign_bases,
    citation_dates,
    dispatch,
    events,
    expiry,
    finished_files,
    headlines,
    identities,
    links,
    occasion_sums,
    own_days,
    publishable,
    relations,
    still_named,
    unlinked_changes,
)
from bulletin.entries import Reader, Told, notice_entries, page_entry, reader_of, withdrawn_files
from bulletin.finished import Finished, finished_site, origins
from bulletin.knowledge.rows import Knowledge
from bulletin.looked import looked_files, looked_keys
from bulletin.model.archive import Archive, Entry, PageEntry
from bulletin.model.built import Built, Waiting
from bulletin.model.campaign import Campaign
from bulletin.model.dispatch import KnownDispatch
from bulletin.model.kept import Keep, Kept, in_memory
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.sensitive import Looked
from bulletin.model.source import Asset, Content, Raw, Unread
from bulletin.model.views.page import Plan, Planned
from bulletin.model.ward import Ward
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.desk import withheld
from bulletin.plan.desk.over import without_expiry
from bulletin.plan.desk.visibility_and_urgency import any_hidden
from bulletin.plan.desk.waiting import waiting
from bulletin.plan.site import planned
from bulletin.understand.occasions.occasions import headline_occasions


def build(
    content: Path,
    templates: Path,
    today: date,
    *,
    preview: bool = False,
    base_url: str = "",
    executor: Executor | None = None,
    previous: bytes = b"",
    keep: Keep = in_memory,
) -> Built:
    """The site of `content` as of `today`. Touches no disk but to read; the same inputs give the same value, whatever
    `executor` reads the notices and makes the pages, if any. `previous` is the manifest of what is public already: what
    has become of that is told, and changes no file. `keep` is given each finished file, and says where its bytes
    wait."""
    shown = content.as_posix()
    if not content.is_dir():
        return _nothing([problem("content-missing", Place(path=shown), path=shown)])
    source, in_folder = read.read(content, shown)
    texts = _texts(source, shown, today, base_url, executor)
    judged = _judged(texts, in_folder, shown, today)
    if texts.ward is None or _any_error(judged.problems):
        built = _nothing(judged.problems, judged.archive)
    else:
        built = _site(judged, texts.ward, templates, today, executor, keep, preview=preview)
        if built.files and not preview:
            built = _with_manifest(built, texts.ward, source, shown, today, previous, keep)
    return replace(built, problems=_sorted(_unaccepted(built, source, shown)), waiting=judged.waiting)


def _with_manifest(
    built: Built, ward: Ward, source: Content, shown: str, today: date, previous: bytes, keep: Keep
) -> Built:
    """The site with the list of all its addresses, and what has become of the `previous` ones."""
    raws = (*source.notices, *source.pages, *source.dispatches, *source.calendar)
    # As they are read: neither a system's form of letters nor its line ends make it another text.
    sources = {raw.path: sha256(read.decode(raw)[0].encode()).hexdigest() for raw in raws}
    known = manifest.public(ward, built.archive, built.pages, built.files, sources, today)
    told = manifest.compared(manifest.read(previous), known, built.archive, shown, today)
    files = {**built.files, addresses.file_of(addresses.MANIFEST_JSON): keep(manifest.written(known))}
    return replace(built, files=files, problems=(*built.problems, *told))


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
    left = accepted.settle(built.problems, fronts, lines, f"{shown}/site.yml", complete=bool(built.files))
    gone = {one.place.path for one in built.archive.withdrawn}
    return [p for p in left if p.code != "accept-unused" or p.place.path not in gone]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """Every file of content/, read and judged alone.

    Of what is `withdrawn` nothing is told but what stands beside it. `fronts` are the keys of campaigns by path;
    `unread` the notices and `blank` the pages that could not be read or judged; `drafts` the paths in calendar/ that
    say of themselves that they are hidden; `looked` what files of keys alone say that may not be public. Without a
    ward, what it would have said is not asked for.
    """

    ward: Ward | None
    known: Knowledge
    reader: Reader
    notices: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    dispatches: tuple[KnownDispatch, ...]
    campaigns: tuple[Campaign, ...]
    fronts: Mapping[str, own_days.Front]
    assets: Mapping[str, Asset]
    unread: tuple[Unread, ...]
    blank: tuple[Unread, ...]
    drafts: frozenset[str]
    withdrawn: tuple[tuple[Withdrawn, Told], ...]
    looked: tuple[Looked, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """All files judged together: the archive without hidden things that have a mistake. `hidden` are the paths of which
    nothing is shown today; their problems are told and stop nothing."""

    archive: Archive
    hidden: frozenset[str]
    problems: tuple[Problem, ...]
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plans:
    """The pages of today, and those of the day on which everything hidden is public (`later`, the same where nothing
    is); `archive` is what `today` was made of, `problems` the addresses that cannot be."""

    archive: Archive
    today: Plan
    later: Plan
    problems: tuple[Problem, ...]


def _texts(source: Content, shown: str, today: date, base_url: str, executor: Executor | None) -> _Texts:
    """Read each file alone: the ward first, then its days, then what is read with the help of both."""
    ward, in_ward = ward_files.ward_of(source.ward, shown, base_url)
    # Before any notice is read: notices may name the ward's own anniversaries.
    fronts, days, in_calendar = ward_files.calendar_of(source.calendar)
    known = ward_files.rows(ward or ward_files.STAND_IN, days)
    reader = reader_of(ward or ward_files.STAND_IN, known)
    notices = notice_entries(source.notices, reader, executor)
    pages = [page_entry(raw, reader) for raw in source.pages]
    dispatches = [dispatch_row(raw, known, source.assets) for raw in source.dispatches]
    in_texts = [p for _, problems in (*notices, *pages, *dispatches) for p in problems]
    drafts = withheld.said_hidden(map(_text, source.calendar), today)
    in_calendar = tuple(withheld.spared(in_calendar, drafts))
    in_order = {path: fronts[path] for path in sorted(fronts, key=lambda path: (path in drafts, path))}
    # An anniversary that is missing may stand in a file that could not be read.
    campaigns, in_campaigns = campaign.check_campaigns(in_order, known, complete=not _any_error(in_calendar))
    return _Texts(
        ward=ward,
        known=known,
        reader=reader,
        notices=tuple(entry for entry, _ in notices if entry),
        pages=tuple(entry for entry, _ in pages if entry),
        dispatches=tuple(row for row, _ in dispatches if row),
        campaigns=campaigns,
        fronts=fronts,
        assets=source.assets,
        unread=_unread(source.notices, notices),
        blank=_unread(source.pages, pages),
        drafts=drafts,
        withdrawn=tuple(withdrawn_files(source.notices, source.pages, reader)),
        looked=looked_keys(
            (*source.dispatches, *source.calendar, *filter(None, [source.ward])), reader.words.sensitive
        ),
        problems=(
            *in_ward,
            *(p for p in in_texts if ward or p.code != "field-unknown"),
            *in_calendar,
            *in_campaigns,
        ),
    )


def _archive(texts: _Texts) -> Archive:
    entries = identities.told_apart(texts.notices)
    keys = {entry.notice.place.path: entry.notice.key for entry in entries}
    return Archive(
        entries=entries,
        pages=texts.pages,
        assets=texts.assets,
        known=texts.dispatches,
        anniversaries=tuple(texts.known.anniversaries.values()),
        days_off=texts.known.days_off,
        campaigns=texts.campaigns,
        abbreviations=texts.known.abbreviations,
        synonyms=texts.known.synonyms,
        renumbered=(*knowledge.numbering(), *(texts.ward.renumbered if texts.ward else ())),
        withdrawn=tuple(replace(one, key=keys.get(one.place.path, one.key)) for one, _ in texts.withdrawn),
    )


def _judged(texts: _Texts, in_folder: Iterable[Problem], shown: str, today: date) -> _Judged:
    """Judge the files together; from here on nothing is left of what is not public yet and has a mistake."""
    whole, faulty = _archive(texts), (*texts.unread, *texts.blank)
    gone = {one.place.path for one in whole.withdrawn}
    hidden = withheld.withheld(whole, faulty, today) | texts.drafts | gone
    together = _together(whole, texts, hidden, shown, today)
    hidden |= withheld.only_for_hidden(whole, faulty, hidden, shown)
    problems = withheld.spared((*in_folder, *texts.problems, *together), hidden, withheld.opening(whole))
    problems = [p for p in problems if p.place.path not in gone]
    problems += (p for _, of_withdrawn in texts.withdrawn for p in of_withdrawn)
    problems += still_named.check_still_named(whole, hidden)
    archive = withheld.without_faulty(whole, problems)
    if texts.ward and not _any_error(problems):  # else a file that seems unused may be what an unread notice hands out
        problems += [p for p in identities.unused_files(whole, shown) if p.place.path not in hidden]
    unread = [file.path for file in faulty if file.path in hidden and file.path not in gone]
    left = waiting(whole, unread, today)
    return _Judged(archive=archive, hidden=hidden, problems=tuple(problems), waiting=left)


def _together(archive: Archive, texts: _Texts, hidden: frozenset[str], shown: str, today: date) -> tuple[Problem, ...]:
    """What no file alone can tell: one identity twice, an attachment that is missing, a day that does not add up."""
    problems = [
        *identities.check_archive(archive, shown, hidden),
        *attachment_kinds_and_sizes.check_attachments(archive, shown, attached.look),
        *citation_dates.check_citations(archive),
        *dispatch.check_twins(archive),
        *occasion_sums.check_occasions(archive, texts.known.anniversaries),
        *events.check_events(archive),
        *unlinked_changes.check_changes(archive),
        *relations.check_relations(archive),
        *(doubt for row in texts.campaigns for doubt in _sums(row, texts.fronts[row.place.path], texts.reader)),
        *expiry.check_expiry(without_expiry(archive, today)),
        *publishable.check_publishable(looked_files(archive, texts.looked, texts.reader.words.sensitive)),
    ]
    # What cannot be read may be just what is missed.
    if all(file.path in hidden for file in texts.unread):
        problems += dispatch.check_cited(archive, texts.unread)
        problems += campaign_bases.check_bases(archive, withheld.numbers(texts.unread))
    if not texts.unread:
        problems += relations.check_unknown(archive)
    return tuple(problems)


def _site(
    judged: _Judged,
    ward: Ward,
    templates: Path,
    today: date,
    executor: Executor | None,
    keep: Keep,
    *,
    preview: bool,
) -> Built:
    """The files of an archive without errors."""
    texts, static, in_templates = read.read_templates(templates)
    problems = [*judged.problems, *in_templates]
    if _any_error(in_templates):
        return _nothing(problems, judged.archive)
    plans = _plans(judged, ward, today, static, preview=preview)
    problems += plans.problems
    if _any_error(plans.problems):
        return _nothing(problems, judged.archive)
    pages = plans.today.every()
    made, in_pages = list[Finished](), list[Problem]()
    for files, faults in finished_site(pages, texts, templates.as_posix(), executor):
        made += (file if isinstance(file.data, Asset | Kept) else replace(file, data=keep(file.data)) for file in files)
        in_pages += faults
    problems += in_pages or _in_files(made, pages, plans, ward, judged.hidden, preview=preview)
    return Built(
        files={} if _any_error(problems) else {file.path: file.data for file in made},
        pages=pages,
        archive=plans.archive,
        problems=_sorted(problems),
        base=ward.base,
    )


def _plans(judged: _Judged, ward: Ward, today: date, static: Mapping[str, Asset], *, preview: bool) -> _Plans:
    """The plan of today, and the clashes of all addresses that there will be: a draft must not take somebody's on the
    day it is published. A hidden thing with a clash is left out of the plan."""
    archive, common = judged.archive, knowledge.load()
    plan = later = planned(archive, ward, today, static, common, preview=preview)
    if not preview and any_hidden(archive, today):
        # Of these pages no view is made.
        later = planned(archive, ward, today, static, common, preview=True)
    clashes = tuple(withheld.spared(identities.check_addresses(later.keyed, judged.hidden), judged.hidden))
    if clashes and not _any_error(clashes):
        archive = withheld.without_faulty(archive, clashes)
        plan = planned(archive, ward, today, static, common, preview=preview)
    return _Plans(archive=archive, today=plan, later=later, problems=clashes)


def _in_files(
    files: list[Finished],
    pages: tuple[Planned, ...],
    plans: _Plans,
    ward: Ward,
    hidden: frozenset[str],
    *,
    preview: bool,
) -> list[Problem]:
    """What finished files have: links that lead nowhere, or only for now, and signs that no reader can see."""
    in_prose, sources = origins(pages, plans.archive)
    site = {file.path: file.markup for file in files}
    strays = {file.path: file.stray for file in files if file.stray}
    gone = still_named.files_of(plans.archive) - {
        addresses.file_of(page.url) for page in pages if page.template != "withdrawn.html"
    }
    problems = list(links.check_links(site, ward, in_prose, sources, gone))
    opening = withheld.opening(plans.archive)
    if plans.later is not plans.today and not preview:
        problems += links.check_links_of_later(site, ward, plans.later.keyed, plans.archive, opening)
    return [*withheld.spared(problems, hidden, opening), *finished_files.check_finished(strays, sources)]


def dispatch_row(
    raw: Raw, knowledge: Knowledge, assets: Mapping[str, Asset]
) -> tuple[KnownDispatch | None, tuple[Problem, ...]]:
    """What the ward knows of one document that it cites."""
    front, problems = read.parse_yaml(raw)
    if front is None:
        return None, problems
    row, in_keys = dispatch.check_dispatch(front, raw.path, knowledge, assets)
    return row, (*problems, *in_keys)


def _sums(row: Campaign, front: own_days.Front, reader: Reader) -> tuple[Problem, ...]:
    """What the lines of a campaign say is commemorated, and cannot be right."""
    year = max(row.days).year if row.days else None
    read_there = headline_occasions(headlines.of_campaign(front, row), reader.words.anniversaries, year)
    return occasion_sums.check_campaign(row, read_there, reader.knowledge.anniversaries)


def _unread(raws: tuple[Raw, ...], results: Iterable[tuple[object, tuple[Problem, ...]]]) -> tuple[Unread, ...]:
    """What could not be read or judged; and where a key stands twice, nobody knows which is meant."""
    return tuple(
        _text(raw)
        for raw, (entry, problems) in zip(raws, results, strict=True)
        if entry is None or any(p.code == "front-duplicate-key" for p in problems)
    )


def _text(raw: Raw) -> Unread:
    return withheld.unread(raw.path, raw.data)


def _nothing(problems: Iterable[Problem], archive: Archive | None = None) -> Built:
    empty = archive or Archive(entries=(), pages=(), assets={})
    return Built(files={}, pages=(), archive=empty, problems=_sorted(problems))


def _any_error(problems: Iterable[Problem]) -> bool:
    return any(p.stops for p in problems)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.says)))
