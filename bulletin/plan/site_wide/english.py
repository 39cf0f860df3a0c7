"""`/english/`: the structure of the site, contacts and how to search.

Nghị định 42/2022/NĐ-CP asked for it until 01/7/2026; 224/2026/NĐ-CP, which replaced it, has not been read.
"""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.notice import PlainPage
from bulletin.model.views.english import EnglishView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.site_frame import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A part of the site, and what it holds."""

    url: str
    name: str
    holds: str


_SECTIONS = (
    _Section(
        url=addresses.HOME, name="Front page", holds="urgent and expiring notices, the next days, the newest notices"
    ),
    _Section(
        url=addresses.NOTICES, name="Notices", holds="all notices in force, newest first, and the archive by year"
    ),
    _Section(url=addresses.TASKS, name="What to do", holds="what residents are asked to do, with dates and deadlines"),
    _Section(
        url=addresses.CALENDAR,
        name="Calendar",
        holds="public holidays, anniversaries, deadlines, and calendars to subscribe to",
    ),
    _Section(url=addresses.CAMPAIGNS, name="Campaigns", holds="public information campaigns of the ward"),
    _Section(url=addresses.FIELDS, name="Subjects", holds="notices by subject"),
    _Section(url=addresses.ISSUERS, name="Issuing bodies", holds="notices by the body that issued them"),
    _Section(url=addresses.TYPES, name="Types of document", holds="notices by type of document"),
    _Section(url=addresses.DISPATCHES, name="Cited documents", holds="documents that the notices refer to"),
    _Section(url=addresses.GLOSSARY, name="Abbreviations", holds="what the abbreviations of the notices stand for"),
    _Section(url=addresses.SEARCH, name="Search", holds="find notices by words or by number"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishInputs:
    """What the page for readers of English sees: of the ward's own `pages` the titles, which are in Vietnamese."""

    site: Site
    pages: tuple[PlainPage, ...]


def english(seen: EnglishInputs) -> Planned:
    """The page for readers of English."""
    return Planned(url=addresses.ENGLISH, template="english.html", view=partial(english_view, seen))


def english_view(seen: EnglishInputs) -> EnglishView:
    """What is on it."""
    site = seen.site
    return EnglishView(
        frame=site.frame(
            addresses.ENGLISH,
            "About this site",
            description="What this site of public notices holds, whom to contact and how to search.",
            lang="en",
        ),
        sections=tuple(site.anchor(section.url, section.name, section.holds) for section in _SECTIONS),
        pages=tuple(site.anchor(addresses.page_url(page.key), page.title) for page in seen.pages),
        catalogue=site.href(addresses.CATALOGUE),
        closed_on=_in_english(site.closed.since) if site.closed else "",
    )


def _in_english(day: date) -> str:
    """«1 July 2025»."""
    return f"{day.day} {month_name[day.month]} {day.year}"
