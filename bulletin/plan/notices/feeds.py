"""Feeds of notices: of the whole site, with whole texts, and of every field, with summaries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.html import Html
from bulletin.model.views.machines import FeedGone, FeedItem, FeedView
from bulletin.model.views.page import Planned
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.desk.dispatch import Cites
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.task import Told, name_of
from bulletin.plan.desk.withdrawn_heading import heading
from bulletin.plan.notices.body import body_elsewhere
from bulletin.plan.notices.corrected import corrected_in_words
from bulletin.plan.notices.errata import errata_html
from bulletin.words.papers.body_names import whole_name
from bulletin.words.text.spelled_out import in_full

# A day on which a ward owned the name of its host, as a tag must have: the first of the communes of today. One day for
# all and for good, since a tag that changes makes every notice a new one.
_OWNED = "2025-07-01"
ITEMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemInputs:
    """What is seen of one notice in a feed. `summary` is what it is about, `cites` are the documents that it
    cites, `fields` the names of its fields, `updated` is the day on which it last changed."""

    entry: Entry
    standing: Standing
    summary: str
    cites: Cites
    fields: tuple[str, ...]
    updated: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedInputs:
    """What the two feeds of the list at `url` see: the newest `items`, the newest first. `name` is that of a field,
    whose feeds have summaries; "" is the whole site, whose feeds have whole texts. `gone` are the notices last
    withdrawn, the last first."""

    site: Site
    today: date
    url: str
    name: str
    items: tuple[ItemInputs, ...]
    gone: tuple[Withdrawn, ...] = ()


def feeds(seen: FeedInputs) -> Iterator[Planned]:
    """Atom and JSON Feed."""
    for url, template in zip(addresses.feed_urls(seen.url), ("atom", "jsonfeed"), strict=True):
        yield Planned(url=url, template=template, view=partial(feed_view, seen, url))


def feed_view(seen: FeedInputs, self_url: str) -> FeedView:
    """The feed that stands at `self_url`."""
    site = seen.site
    return FeedView(
        title=f"{site.name}: {seen.name}" if seen.name else site.name,
        description=site.described,
        id=site.absolute(seen.url),
        url=site.absolute(seen.url if seen.items or not seen.name else addresses.NOTICES),
        self_url=site.absolute(self_url),
        items=tuple(_item(site, item, whole=not seen.name) for item in seen.items),
        gone=tuple(_gone(site, one, seen.today) for one in seen.gone if one.key),
    )


def _item(site: Site, seen: ItemInputs, *, whole: bool) -> FeedItem:
    """One notice, with its `whole` text or its summary."""
    notice, prose, changes = seen.entry.notice, seen.entry.prose, seen.standing.changes
    url = site.absolute(addresses.notice_url(notice.key))
    title = in_full(notice.headline, prose.abbreviations)
    corrected = "".join(f"<p>{escape(said)}</p>\n" for said in corrected_in_words(notice))
    if whole:
        changes_html = "".join(_changed_html(site, change) for change in changes)
        html = (
            corrected
            + changes_html
            + errata_html(notice)
            + body_elsewhere(seen.entry, seen.cites, site.base, site.origin)
        )
    else:
        html = f"{corrected}<p>{escape(seen.summary)}</p>"
    return FeedItem(
        id=tag_uri(site, notice.key),
        url=url,
        title=f"{notice.type} số {notice.number.printed}: {title}" if notice.number else title,
        day=notice.published_on.isoformat(),
        updated=seen.updated.isoformat(),
        summary=seen.summary,
        html=Html(html),
        author=whole_name(notice.issuer),
        tags=seen.fields,
    )


def _gone(site: Site, one: Withdrawn, today: date) -> FeedGone:
    url = addresses.notice_url(one.key)
    day = min(one.since, today).isoformat()
    return FeedGone(id=tag_uri(site, one.key), url=site.absolute(url), title=heading(one), day=day)


def _changed_html(site: Site, change: Told) -> str:
    href = site.absolute(addresses.notice_url(change.by.key))
    return f'<p><strong>{change.outcome}</strong> theo <a href="{href}">{escape(name_of(change.by))}</a>.</p>\n'


def tag_uri(site: Site, key: str) -> str:
    """A tag: URI (RFC 4151) made of identity alone, so a change of title keeps it. The path of the site is part of it:
    several wards may share a host."""
    return f"tag:{urlsplit(site.origin).hostname},{_OWNED}:{site.base}/{key}"
