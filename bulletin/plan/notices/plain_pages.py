"""Pages that are not notices: «Giới thiệu», «Liên hệ»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.archive import PageEntry
from bulletin.model.views.notices import PageView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.marks import MARKS, State
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.notices.html_of_text import Addresses, html_of, html_of_words
from bulletin.words.text.spelled_out import in_full


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPageInputs:
    """What a plain page sees."""

    site: Site
    entry: PageEntry
    state: State


def plain_page(seen: PlainPageInputs) -> Planned:
    """One page."""
    page = seen.entry.page
    url = addresses.page_url(page.key)
    return Planned(url=url, template="page.html", view=partial(plain_page_view, seen), source=page.place)


def plain_page_view(seen: PlainPageInputs) -> PageView:
    """What is on it."""
    page, prose = seen.entry.page, seen.entry.prose
    description = page.summary or in_full(prose.lead, prose.abbreviations)
    frame = seen.site.frame(addresses.page_url(page.key), page.title, description=description)
    body = html_of(prose.text, Addresses(base=seen.site.base))
    return PageView(frame=frame, heading=html_of_words(prose.above.title), body=body, mark=MARKS[seen.state])
