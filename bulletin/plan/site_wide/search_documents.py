"""What a search can find: notices, pages, cited documents, days of the year, each with its words and its result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bulletin import addresses
from bulletin.model.archive import PageEntry
from bulletin.model.search_words import Indexed
from bulletin.model.views.search import SearchResult
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.plan.site_wide.search_days import SearchedDay, day_documents
from bulletin.plan.site_wide.search_filters import field_term, type_term, year_term
from bulletin.plan.site_wide.search_values import Document, Numbering
from bulletin.words.dates.printed import short
from bulletin.words.text.search_terms import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedNotice:
    """A shown notice, with what search keeps of its text. `is_own`: of the body whose site this is, which goes without
    saying in a result."""

    standing: Standing
    indexed: Indexed
    is_own: bool


def numbered_documents(
    site: Site,
    notices: Iterable[SearchedNotice],
    pages: Sequence[PageEntry],
    cited: Iterable[Dispatch],
    days: Sequence[SearchedDay],
) -> tuple[Numbering, tuple[Document, ...]]:
    """Every document in the order of its number."""
    notices = sorted(notices, key=lambda one: (one.standing.notice.signed_on, one.standing.notice.key))
    cited = sorted(cited, key=lambda dispatch: (dispatch.year, dispatch.dated or date.min, dispatch.key))
    known = sum(day.is_known for day in days)
    numbering = Numbering(
        notices={one.standing.notice.key: number for number, one in enumerate(notices)},
        pages=len(pages),
        cited={dispatch.key: number for number, dispatch in enumerate(cited, len(notices) + len(pages))},
        days=len(days) - known,
        known=known,
    )
    documents = (
        *(_of_notice(site, notice) for notice in notices),
        *(_of_page(site, page) for page in pages),
        *(_of_cited(site, dispatch) for dispatch in cited),
        *day_documents(site, days),
    )
    return numbering, documents


def _of_notice(site: Site, searched: SearchedNotice) -> Document:
    """A notice: when and where it is, then which paper."""
    standing, notice, shown = searched.standing, searched.standing.notice, card(site, searched.standing)
    time = ", ".join(filter(None, (shown.when, shown.where, shown.others)))
    facts = (
        f"{time}{' (máy đọc)' if shown.is_read else ''}".strip(),
        shown.label,
        shown.date,
        "" if searched.is_own else shown.issuer,
        f"hiệu lực đến hết ngày {shown.until}" if shown.until else "",
    )
    return Document(
        indexed=searched.indexed,
        result=SearchResult(
            href=shown.href,
            title=shown.title,
            facts=_joined(facts),
            mark=shown.mark or shown.status,
            text=searched.indexed.text,
        ),
        filters=(*map(field_term, notice.fields), type_term(notice.type), year_term(notice.signed_on.year)),
        behind=standing.is_behind or not standing.is_current,
    )


def _of_page(site: Site, entry: PageEntry) -> Document:
    href = site.href(addresses.page_url(entry.page.key))
    result = SearchResult(href=href, title=entry.page.title, facts="", mark="", text=entry.indexed.text)
    return Document(indexed=entry.indexed, result=result)


def _of_cited(site: Site, dispatch: Dispatch) -> Document:
    """A cited document: its number, day, issuer and subject; of an internal one its number only."""
    is_open = not dispatch.list_only
    day = short(dispatch.dated) if dispatch.dated and is_open else ""
    issuer = dispatch.issued_by if is_open else ""
    words = dispatch.label + (f" ngày {day}" if day else "") + (f" của {issuer}" if issuer else "")
    kind = f"{dispatch.sort[0].upper()}{dispatch.sort[1:]} được dẫn chiếu"
    return Document(
        indexed=Indexed(words=words_of(words, dispatch.about)),
        result=SearchResult(
            href=site.href(addresses.dispatch_url(dispatch.address)),
            title=dispatch.label,
            facts=_joined((kind, day, issuer)),
            mark="",
            text=dispatch.about,
        ),
        filters=(
            *((type_term(dispatch.type),) if dispatch.type else ()),
            *((year_term(dispatch.year),) if dispatch.year else ()),
        ),
    )


def _joined(facts: Iterable[str]) -> str:
    return " · ".join(filter(None, facts))
