"""What pages of notices see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.views.page import NamedByContent, Planned
from bulletin.plan.calendar.campaign_pages import resting
from bulletin.plan.calendar.task_rows import is_open
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified
from bulletin.plan.desk.over import last_day
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.visibility_and_urgency import state
from bulletin.plan.inputs.coming_days import coming_inputs
from bulletin.plan.inputs.lists import lists_inputs
from bulletin.plan.notices.answer import AnswerInputs, answer
from bulletin.plan.notices.archive import archive
from bulletin.plan.notices.feeds import ITEMS, FeedInputs, ItemInputs, feeds
from bulletin.plan.notices.front_page import NEXT_DAYS, HomeInputs, home
from bulletin.plan.notices.handed_out import handed_out, linked
from bulletin.plan.notices.lists import by_name, everything, fields, missing
from bulletin.plan.notices.next_due import dues
from bulletin.plan.notices.open_data import NoticeDataInputs, NoticesDataInputs, open_data
from bulletin.plan.notices.pages import Meant, NoticeInputs, notice_pages
from bulletin.plan.notices.plain_pages import PlainPageInputs, plain_page
from bulletin.plan.notices.short_addresses import by_short_address, codes, short_page
from bulletin.plan.notices.summary import summary_of
from bulletin.plan.notices.ties import ties
from bulletin.words.papers.body_names import body_slug
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.succession import effective, meant


def lists(desk: Desk) -> Iterator[Planned]:
    """The front page, the page that stands where none is, and every list."""
    seen = lists_inputs(desk)
    yield home(
        HomeInputs(
            lists=seen,
            today=desk.today,
            coming=coming_inputs(desk, NEXT_DAYS),
        )
    )
    yield missing(desk.site)
    yield from everything(seen)
    yield from archive(seen)
    yield from by_name(seen)


def plain_pages(desk: Desk) -> Iterator[Planned]:
    """Pages that are not notices."""
    for entry in desk.pages:
        yield plain_page(PlainPageInputs(site=desk.site, entry=entry, state=state(entry.page, desk.today)))


def redirects(desk: Desk) -> Iterator[Planned]:
    """Old addresses of what is shown."""
    rows = [(e.notice.headline, addresses.notice_url(e.notice.key), e.notice.aliases) for e in desk.shown]
    rows += [(e.page.title, addresses.page_url(e.page.key), e.page.aliases) for e in desk.pages]
    for title, to, aliases in rows:
        for alias in aliases:
            yield redirect(RedirectInputs(site=desk.site, url=alias.url, to=to, title=title, source=alias.place))


def notices(desk: Desk) -> Iterator[Planned | NamedByContent]:
    """One page a shown notice, and the picture of its previews."""
    tied = ties(desk.shown, effective(desk.shown, desk.by_number), desk.dispatches.of)
    campaigns = resting(desk.site, desk.almanac.campaigns, desk.by_number)
    files = _files(desk)
    older = {}
    newer = {}
    for before, after in zip(desk.current, desk.current[1:], strict=False):
        older[after.notice.key], newer[before.notice.key] = before.notice, after.notice
    kept = {row.id: row for row in desk.almanac.anniversaries}
    asking = {task.url for task in desk.almanac.tasks if is_open(task, desk.today) and not task.is_off}
    for entry in desk.shown:
        key, url = entry.notice.key, addresses.notice_url(entry.notice.key)
        named = dict.fromkeys(occasion.anniversary for occasion in entry.prose.occasions)
        yield from notice_pages(
            NoticeInputs(
                site=desk.site,
                entry=entry,
                standing=desk.standings[key],
                dues=tuple(dues(desk.standings[key])),
                fields=_fields(desk, entry.notice),
                ties_from=tuple(tied.of.get(key, ())),
                ties_to=tuple(tied.to.get(key, ())),
                deeds=tuple(told for told in desk.almanac.changes if told.by.key == key),
                cites=desk.dispatches.of.get(key, ()),
                cited_as=desk.dispatches.ours.get(key, ()),
                campaigns=campaigns.get(key, ()),
                anniversaries=tuple(kept[id_] for id_ in named if id_ in kept),
                relations=tuple(_relations(desk, entry)),
                twins=tuple(_twins(desk, entry.notice)),
                attached=_attached(desk, entry.notice),
                linked=tuple(linked(entry.prose, files)),
                answer=partial(
                    answer,
                    AnswerInputs(
                        site=desk.site,
                        entry=entry,
                        standing=desk.standings[key],
                        subscribe=desk.site.href(addresses.notice_calendar_url(key)) if url in asking else "",
                    ),
                ),
                older=older.get(key),
                newer=newer.get(key),
            )
        )


def _fields(desk: Desk, notice: Notice) -> tuple[str, ...]:
    return tuple(desk.ward.fields[key] for key in notice.fields)


def _attached(desk: Desk, notice: Notice) -> tuple[Asset, ...]:
    return tuple(desk.assets[attachment.path] for attachment in notice.attachments)


def _files(desk: Desk) -> Mapping[str, Asset]:
    """All files of the ward by their address."""
    return {addresses.asset_url(path): asset for path, asset in desk.assets.items()}


def _relations(desk: Desk, entry: Entry) -> Iterator[Meant]:
    for relation in entry.notice.relations:
        target = meant(desk.by_number, relation, entry)
        yield Meant(relation=relation, target=target.notice if target else None)


def _twins(desk: Desk, notice: Notice) -> Iterator[Notice]:
    """What the same body has published under the same number in that year, in another series."""
    if not notice.number:
        return
    for other in desk.by_number.get((notice.signed_on.year, number_slug(notice.number)), ()):
        if other.notice.key != notice.key and body_slug(other.notice.issuer) == body_slug(notice.issuer):
            yield other.notice


def short_pages(desk: Desk) -> Iterator[Planned]:
    """One page a short address of what is shown."""
    known = codes(desk.known.type_codes, (*desk.known.issuers, *desk.ward.issuers))
    for url, standings in by_short_address(desk.standings.values(), known).items():
        yield short_page(desk.site, url, standings)


def files(desk: Desk) -> Iterator[Planned]:
    """Attachments of shown notices, what their texts and those of pages link to, files of cited documents. What came
    with a withdrawn notice goes with it, unless another hands it out itself."""
    by_url = _files(desk)
    called_back = {url for one in desk.gone for url in one.files}
    wanted = [asset for entry in desk.shown for asset in _attached(desk, entry.notice)]
    for dispatch in desk.dispatches.by_key.values():
        if dispatch.known and not dispatch.list_only and dispatch.known.file in desk.assets:
            wanted.append(desk.assets[dispatch.known.file])
    for prose in (*(entry.prose for entry in desk.shown), *(entry.prose for entry in desk.pages)):
        wanted += (asset for asset in linked(prose, by_url) if addresses.asset_url(asset.path) not in called_back)
    yield from handed_out(wanted)


def all_feeds(desk: Desk) -> Iterator[Planned]:
    """Those of the whole site and of every field."""
    changed = modified(desk)
    entries = {entry.notice.key: entry for entry in desk.current}
    seen = lists_inputs(desk)
    taken = {entry.notice.key for entry in desk.shown}
    withdrawn = [one.withdrawn for one in desk.gone if one.withdrawn.key not in taken]
    listed = ((addresses.HOME, "", seen.current), *fields(seen))
    # A field that nobody tells anything of any more has no list, and still a feed that forgets.
    empty = {f"{addresses.FIELDS}{key}/": desk.ward.fields[key] for one in withdrawn for key in one.fields}
    left = ((url, name, ()) for url, name in empty.items() if url not in {url for url, _, _ in listed})
    known = dict[str, ItemInputs]()  # the same in every feed
    for url, name, standings in (*listed, *left):
        newest = [standing.notice.key for standing in standings[::-1][:ITEMS]]
        known |= {key: _item(desk, entries[key], changed) for key in newest if key not in known}
        items = tuple(known[key] for key in newest)
        gone = tuple(one for one in withdrawn if not name or name in (desk.ward.fields[key] for key in one.fields))
        seen_by = FeedInputs(site=desk.site, today=desk.today, url=url, name=name, items=items, gone=gone[:ITEMS])
        yield from feeds(seen_by)


def _item(desk: Desk, entry: Entry, changed: Mapping[str, date]) -> ItemInputs:
    standing = desk.standings[entry.notice.key]
    # Feeds and their readers keep what they have: it is told as on the day of publishing, whatever day it is.
    then = replace(standing, today=entry.notice.published_on, last=None)
    return ItemInputs(
        entry=entry,
        standing=standing,
        summary=summary_of(entry, standing, dues(then)),
        cites=desk.dispatches.of.get(entry.notice.key, ()),
        fields=_fields(desk, entry.notice),
        updated=changed[entry.notice.key],
    )


def data(desk: Desk) -> Iterator[Planned]:
    """The open data of notices."""
    changed = modified(desk)
    notices = tuple(_datum(desk, entry, changed[entry.notice.key]) for entry in desk.shown[::-1])
    yield from open_data(NoticesDataInputs(site=desk.site, notices=notices))


def _datum(desk: Desk, entry: Entry, updated: date) -> NoticeDataInputs:
    standing = desk.standings[entry.notice.key]
    return NoticeDataInputs(
        entry=entry,
        standing=standing,
        last_day=last_day(entry, standing.changes),
        updated=updated,
        fields=_fields(desk, entry.notice),
        attached=_attached(desk, entry.notice),
        cites=len(desk.dispatches.of.get(entry.notice.key, ())),
    )
