"""What crawlers read: the sitemap, robots.txt, security.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.contact import Contact
from bulletin.model.views.machines import SitemapRow, SitemapView, TextView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.site_frame import Site

_UNLISTED = {"404.html", "offline.html", "redirect.html", "short.html", "choice.html", "withdrawn.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapInputs:
    """What the sitemap sees: the addresses of pages for people, and the days on which those of notices last changed,
    by address."""

    site: Site
    urls: tuple[str, ...]
    modified: Mapping[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityInputs:
    """What security.txt sees: the ward's address for such reports, which may be "", or else its `contacts`."""

    origin: str
    report_to: str
    contacts: tuple[Contact, ...]
    today: date

    @property
    def told(self) -> tuple[str, ...]:
        """Whom to tell: addresses of mail or pages."""
        mails = (contact.mail for contact in self.contacts if addresses.is_mail(contact.mail))
        return (self.report_to,) if self.report_to else tuple(dict.fromkeys(mails))


def for_people(pages: Iterable[Planned]) -> tuple[str, ...]:
    """The addresses of those of `pages` that a sitemap lists."""
    return tuple(page.url for page in pages if page.template.endswith(".html") and page.template not in _UNLISTED)


def sitemap(seen: SitemapInputs) -> Planned:
    """`/sitemap.xml`."""
    return Planned(url=addresses.SITEMAP, template="sitemap", view=partial(sitemap_view, seen))


def sitemap_view(seen: SitemapInputs) -> SitemapView:
    """All pages for people; notices with the day on which they last changed."""
    rows = (
        SitemapRow(url=seen.site.absolute(url), lastmod=seen.modified[url].isoformat() if url in seen.modified else "")
        for url in seen.urls
    )
    return SitemapView(rows=tuple(sorted(rows, key=lambda row: row.url)))


def robots(site: Site) -> Planned:
    """robots.txt (RFC 9309): everything may be read."""
    return Planned(url=addresses.ROBOTS, template="text", view=partial(robots_view, site))


def robots_view(site: Site) -> TextView:
    """What is in it."""
    return TextView(text=f"User-agent: *\nAllow: /\nSitemap: {site.absolute(addresses.SITEMAP)}\n")


def security(seen: SecurityInputs) -> tuple[Planned, ...]:
    """security.txt (RFC 9116), when it is known whom to tell."""
    if not seen.told:
        return ()
    return (Planned(url=addresses.SECURITY, template="text", view=partial(security_view, seen)),)


def security_view(seen: SecurityInputs) -> TextView:
    """Valid for five to six months, so it changes monthly.

    It counts at the root of a host only, wherever the site stands: that is the address it names.
    """
    months = seen.today.month + 6 - 1
    rows = [
        *(f"Contact: {f'mailto:{address}' if addresses.is_mail(address) else address}" for address in seen.told),
        f"Expires: {seen.today.year + months // 12:04}-{months % 12 + 1:02}-01T00:00:00Z",
        "Preferred-Languages: vi",
        f"Canonical: {seen.origin}{addresses.SECURITY}",
    ]
    return TextView(text="\n".join(rows) + "\n")
