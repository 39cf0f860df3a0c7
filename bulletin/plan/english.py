"""`/english/`: the structure of the site, contacts and how to search.

Nghị định 42/2022/NĐ-CP asked for it until 01/7/2026; 224/2026/NĐ-CP, which replaced it, has not been read.
"""

from __future__ import annotations

from bulletin.model.english_view import EnglishView
from bulletin.model.site import Page
from bulletin.plan.frame import Desk
from bulletin.words import urls

_SECTIONS = (
    (urls.HOME, "Front page", "urgent and expiring notices, the next days, the newest notices"),
    (urls.NOTICES, "Notices", "all notices in force, newest first, and the archive by year"),
    (urls.TASKS, "What to do", "what residents are asked to do, with dates and deadlines"),
    (urls.CALENDAR, "Calendar", "public holidays, anniversaries, deadlines, and calendars to subscribe to"),
    (urls.CAMPAIGNS, "Campaigns", "public information campaigns of the ward"),
    (urls.FIELDS, "Subjects", "notices by subject"),
    (urls.ISSUERS, "Issuing bodies", "notices by the body that issued them"),
    (urls.TYPES, "Types of document", "notices by type of document"),
    (urls.DISPATCHES, "Cited documents", "documents that the notices refer to"),
    (urls.GLOSSARY, "Abbreviations", "what the abbreviations of the notices stand for"),
    (urls.SEARCH, "Search", "find notices by words or by number"),
)


def english(desk: Desk) -> Page:
    """The page for readers of English."""
    view = EnglishView(
        frame=desk.frame(
            urls.ENGLISH,
            "About this site",
            description="What this site of public notices holds, whom to contact and how to search.",
            lang="en",
        ),
        sections=tuple(desk.anchor(url, name, holds) for url, name, holds in _SECTIONS),
        pages=tuple(desk.anchor(urls.page_url(entry.page.key), entry.page.title) for entry in desk.pages),
        catalogue=desk.ward.href(urls.CATALOGUE),
    )
    return Page(url=urls.ENGLISH, template="english.html", view=view)
