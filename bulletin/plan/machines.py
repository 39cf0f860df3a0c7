"""Faces for machines: feeds, sitemap, robots.txt, open data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from urllib.parse import urlsplit

from bulletin.model.notice import Notice
from bulletin.model.prose import Html
from bulletin.model.site import Entry, Page
from bulletin.model.views import FeedItem, FeedView, SitemapView, TextView
from bulletin.model.ward import Ward
from bulletin.plan.changes import Told, name_of, of_source
from bulletin.plan.errata import errata_html, summary_of
from bulletin.plan.frame import Desk
from bulletin.plan.lists import NEWEST, fields
from bulletin.plan.modified import modified
from bulletin.plan.over import caution, last_day
from bulletin.words import urls
from bulletin.words.bodies import spelled
from bulletin.words.in_full import in_full

# A day on which a ward owned the name of its host, as a tag must have: the first of the communes of today. One day for
# all and for good, since a tag that changes makes every notice a new one.
_OWNED = "2025-07-01"
_UNLISTED = {"404.html", "offline.html", "redirect.html", "short.html", "choice.html"}
_TAG = re.compile(r"<(?:a|img)\s[^<>]*>")
_LOCAL = re.compile(r'(?<=\s)(href|src)="/')
_IN_PAGE = re.compile(r'(?<=\s)href="#')


def feeds(desk: Desk) -> Iterator[Page]:
    """Atom and JSON Feed of the whole site, with whole texts, and of every field, with summaries."""
    changed = modified(desk)
    lists = [(urls.HOME, "", desk.current), *fields(desk)]
    for of, name, entries in lists:
        items = tuple(_item(desk, entry, changed[entry.notice.key], whole=not name) for entry in entries[::-1][:NEWEST])
        for url, template in zip(urls.feed_urls(of), ("atom", "jsonfeed"), strict=True):
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
    url = ward.absolute(urls.notice_url(notice.key))
    told = of_source(desk.almanac.changes, notice.key)
    summary = summary_of(notice, entry.prose, told, desk.stopped.get(notice.key))
    title = in_full(notice.headline, entry.prose.abbreviations)
    if whole:
        # Feed readers show the text elsewhere: its addresses must be whole. The sanitiser wrote every attribute.
        html = _TAG.sub(
            lambda m: _IN_PAGE.sub(f'href="{url}#', _LOCAL.sub(rf'\1="{ward.origin}/', m[0])),
            "".join(_changed_html(desk, one) for one in told) + errata_html(notice) + desk.body(entry),
        )
    else:
        html = f"<p>{escape(summary)}</p>"
    return FeedItem(
        id=_tag(ward, notice),
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
    href = desk.ward.href(urls.notice_url(told.by.key))
    return f'<p><strong>{told.outcome}</strong> theo <a href="{href}">{escape(name_of(told.by))}</a>.</p>\n'


def _tag(ward: Ward, notice: Notice) -> str:
    """A tag: URI (RFC 4151) made of identity alone, so a change of title keeps it. The path of the site is part of it:
    several wards may share a host."""
    return f"tag:{urlsplit(ward.origin).hostname},{_OWNED}:{ward.base}/{notice.key}"


def sitemap(desk: Desk, pages: Iterable[Page]) -> Page:
    """All pages for people; notices with the day on which they last changed."""
    days = {urls.notice_url(key): day.isoformat() for key, day in modified(desk).items()}
    rows = sorted(
        (desk.ward.absolute(p.url), days.get(p.url, ""))
        for p in pages
        if p.template.endswith(".html") and p.template not in _UNLISTED
    )
    return Page(url=urls.SITEMAP, template="sitemap", view=SitemapView(rows=tuple(rows)))


def robots(desk: Desk) -> Page:
    """robots.txt: everything may be read."""
    text = f"User-agent: *\nAllow: /\nSitemap: {desk.ward.absolute(urls.SITEMAP)}\n"
    return Page(url=urls.ROBOTS, template="text", view=TextView(text=text))


def security(desk: Desk) -> Iterator[Page]:
    """security.txt (RFC 9116), when it is known whom to tell. Valid for five to six months, so it changes monthly.

    It counts at the root of a host only, wherever the site stands: that is the address it names.
    """
    ward, month = desk.ward, desk.today.month + 6
    mails = [contact.mail for contact in ward.contacts if urls.is_mail(contact.mail)]
    told = [ward.security] if ward.security else list(dict.fromkeys(mails))
    if told:
        rows = [
            *(f"Contact: {f'mailto:{one}' if urls.is_mail(one) else one}" for one in told),
            f"Expires: {desk.today.year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}-01T00:00:00Z",
            "Preferred-Languages: vi",
            f"Canonical: {ward.origin}{urls.SECURITY}",
        ]
        yield Page(url=urls.SECURITY, template="text", view=TextView(text="\n".join(rows) + "\n"))


def data(desk: Desk) -> Page:
    """`/du-lieu/notices.json`: every current notice, newest first; keys as in front matter."""
    changed = modified(desk)
    rows = [_row(desk, entry, changed[entry.notice.key]) for entry in desk.current[::-1]]
    text = json.dumps(
        {"site": desk.ward.name, "url": desk.ward.absolute(urls.HOME), "notices": rows}, ensure_ascii=False, indent=1
    )
    return Page(url=urls.NOTICES_JSON, template="text", view=TextView(text=text + "\n"))


def _row(desk: Desk, entry: Entry, updated: date) -> dict[str, object]:
    notice, ward, told = entry.notice, desk.ward, of_source(desk.almanac.changes, entry.notice.key)
    last = last_day(entry, told)
    return {
        "id": _tag(ward, notice),
        "url": ward.absolute(urls.notice_url(notice.key)),
        "title": notice.title,
        "number": notice.number.normal if notice.number else None,
        "type": notice.type,
        "issuer": notice.issuer,
        "place": notice.signed_at,
        "date": notice.signed_on.isoformat(),
        "published": notice.published_on.isoformat(),
        "updated": updated.isoformat(),
        "expires": notice.expires_on.isoformat() if notice.expires_on else None,
        "stopped": desk.stopped[notice.key].kind if notice.key in desk.stopped else None,
        "last_day": last.isoformat() if last else None,
        "last_day_confirmed": not caution(notice, told) if last else None,
        "urgency": notice.urgency or None,
        "fields": [ward.fields[key] for key in notice.fields],
        "attachments": [
            {
                "url": ward.absolute(urls.asset_url(a.path)),
                "title": a.title,
                "size": desk.assets[a.path].size,
                "sha256": desk.assets[a.path].sha256,
            }
            for a in notice.attachments
        ],
    }
