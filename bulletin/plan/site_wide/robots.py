"""What crawlers read: the sitemap, robots.txt, security.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin import addresses
from bulletin.model.views.machines import SitemapRow, SitemapView, TextView
from bulletin.model.views.page import Page, Planned
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified

_UNLISTED = {"404.html", "offline.html", "redirect.html", "short.html", "choice.html"}


def sitemap(desk: Desk, pages: Iterable[Planned]) -> Page:
    """All pages for people; notices with the day on which they last changed."""
    days = {addresses.notice_url(key): day.isoformat() for key, day in modified(desk).items()}
    rows = (
        SitemapRow(url=desk.ward.absolute(page.url), lastmod=days.get(page.url, ""))
        for page in pages
        if page.template.endswith(".html") and page.template not in _UNLISTED
    )
    view = SitemapView(rows=tuple(sorted(rows, key=lambda row: row.url)))
    return Page(url=addresses.SITEMAP, template="sitemap", view=view)


def robots(desk: Desk) -> Page:
    """robots.txt: everything may be read."""
    text = f"User-agent: *\nAllow: /\nSitemap: {desk.ward.absolute(addresses.SITEMAP)}\n"
    return Page(url=addresses.ROBOTS, template="text", view=TextView(text=text))


def security(desk: Desk) -> Iterator[Page]:
    """security.txt (RFC 9116), when it is known whom to tell. Valid for five to six months, so it changes monthly.

    It counts at the root of a host only, wherever the site stands: that is the address it names.
    """
    ward, month = desk.ward, desk.today.month + 6
    mails = [contact.mail for contact in ward.contacts if addresses.is_mail(contact.mail)]
    told = [ward.security] if ward.security else list(dict.fromkeys(mails))
    if told:
        rows = [
            *(f"Contact: {f'mailto:{one}' if addresses.is_mail(one) else one}" for one in told),
            f"Expires: {desk.today.year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}-01T00:00:00Z",
            "Preferred-Languages: vi",
            f"Canonical: {ward.origin}{addresses.SECURITY}",
        ]
        yield Page(url=addresses.SECURITY, template="text", view=TextView(text="\n".join(rows) + "\n"))
