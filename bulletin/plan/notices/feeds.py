"""Faces for machines: feeds, sitemap, robots.txt, open data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.html import Html
from bulletin.model.notice import Notice
from bulletin.model.views.machines import FeedItem, FeedView
from bulletin.model.views.page import Page
from bulletin.model.ward import Ward
from bulletin.plan.desk.changes import Told, name_of, of_source
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified
from bulletin.plan.notices.body import body_elsewhere
from bulletin.plan.notices.errata import errata_html, summary_of
from bulletin.plan.notices.lists import ListsInputs, fields
from bulletin.words.papers.body_names import spelled
from bulletin.words.text.spelled_out import in_full

# A day on which a ward owned the name of its host, as a tag must have: the first of the communes of today. One day for
# all and for good, since a tag that changes makes every notice a new one.
_OWNED = "2025-07-01"
ITEMS = 20


def feeds(desk: Desk) -> Iterator[Page]:
    """Atom and JSON Feed of the whole site, with whole texts, and of every field, with summaries."""
    changed = modified(desk)
    entries = {entry.notice.key: entry for entry in desk.current}
    seen = ListsInputs(site=desk.site, shown=tuple(desk.standings.values()), fields=desk.ward.fields)
    for of, name, standings in ((addresses.HOME, "", seen.current), *fields(seen)):
        newest = [entries[standing.notice.key] for standing in standings[::-1][:ITEMS]]
        items = tuple(_item(desk, entry, changed[entry.notice.key], whole=not name) for entry in newest)
        for url, template in zip(addresses.feed_urls(of), ("atom", "jsonfeed"), strict=True):
            view = FeedView(
                title=f"{desk.ward.name}: {name}" if name else desk.ward.name,
                description=desk.ward.description,
                id=desk.ward.absolute(of),
                url=desk.ward.absolute(of),
                self_url=desk.ward.absolute(url),
                items=items,
            )
            yield Page(url=url, template=template, view=view)


def _item(desk: Desk, entry: Entry, updated: date, *, whole: bool) -> FeedItem:
    notice, ward = entry.notice, desk.ward
    url = ward.absolute(addresses.notice_url(notice.key))
    told = of_source(desk.almanac.changes, notice.key)
    summary = summary_of(notice, entry.prose, told, desk.stopped.get(notice.key))
    title = in_full(notice.headline, entry.prose.abbreviations)
    if whole:
        changes_html = "".join(_changed_html(desk, one) for one in told)
        html = changes_html + errata_html(notice) + body_elsewhere(entry, desk.dispatches, ward.base, ward.origin)
    else:
        html = f"<p>{escape(summary)}</p>"
    return FeedItem(
        id=tag_uri(ward, notice),
        url=url,
        title=f"{notice.type} số {notice.number.printed}: {title}" if notice.number else title,
        day=notice.published_on.isoformat(),
        updated=updated.isoformat(),
        summary=summary,
        html=Html(html),
        author=spelled(notice.issuer),
        tags=tuple(ward.fields[key] for key in notice.fields),
    )


def _changed_html(desk: Desk, told: Told) -> str:
    href = desk.ward.absolute(addresses.notice_url(told.by.key))
    return f'<p><strong>{told.outcome}</strong> theo <a href="{href}">{escape(name_of(told.by))}</a>.</p>\n'


def tag_uri(ward: Ward, notice: Notice) -> str:
    """A tag: URI (RFC 4151) made of identity alone, so a change of title keeps it. The path of the site is part of it:
    several wards may share a host."""
    return f"tag:{urlsplit(ward.origin).hostname},{_OWNED}:{ward.base}/{notice.key}"
