"""`/english/`: the structure of the site, contacts and how to search.

Nghị định 42/2022/NĐ-CP asked for it until 01/7/2026; 224/2026/NĐ-CP, which replaced it, has not been read.
"""

from __future__ import annotations

from bulletin import addresses
from bulletin.model.views.english import EnglishView
from bulletin.model.views.page import Page
from bulletin.plan.desk.desk import Desk

_SECTIONS = (
    (addresses.HOME, "Front page", "urgent and expiring notices, the next days, the newest notices"),
    (addresses.NOTICES, "Notices", "all notices in force, newest first, and the archive by year"),
    (addresses.TASKS, "What to do", "what residents are asked to do, with dates and deadlines"),
    (addresses.CALENDAR, "Calendar", "public holidays, anniversaries, deadlines, and calendars to subscribe to"),
    (addresses.CAMPAIGNS, "Campaigns", "public information campaigns of the ward"),
    (addresses.FIELDS, "Subjects", "notices by subject"),
    (addresses.ISSUERS, "Issuing bodies", "notices by the body that issued them"),
    (addresses.TYPES, "Types of document", "notices by type of document"),
    (addresses.DISPATCHES, "Cited documents", "documents that the notices refer to"),
    (addresses.GLOSSARY, "Abbreviations", "what the abbreviations of the notices stand for"),
    (addresses.SEARCH, "Search", "find notices by words or by number"),
)


def english(desk: Desk) -> Page:
    """The page for readers of English."""
    view = EnglishView(
        frame=desk.frame(
            addresses.ENGLISH,
            "About this site",
            description="What this site of public notices holds, whom to contact and how to search.",
            lang="en",
        ),
        sections=tuple(desk.anchor(url, name, holds) for url, name, holds in _SECTIONS),
        pages=tuple(desk.anchor(addresses.page_url(entry.page.key), entry.page.title) for entry in desk.pages),
        catalogue=desk.ward.href(addresses.CATALOGUE),
    )
    return Page(url=addresses.ENGLISH, template="english.html", view=view)
