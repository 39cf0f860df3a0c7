"""What a search can find: notices, plain pages and cited documents, each with its words and the result that it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bulletin import addresses
from bulletin.model.archive import Entry, PageEntry
from bulletin.model.search_words import Indexed
from bulletin.model.views.search import SearchResult
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.who_cites_what import Dispatch
from bulletin.plan.site_wide.search_filters import field_term, type_term, year_term
from bulletin.words.dates.printed import short
from bulletin.words.text.search_terms import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is found: its words, the result that shows it, and the terms of the filters that keep it. `behind` are
    notices that have expired, are over or called off: they stand behind the others."""

    indexed: Indexed
    result: SearchResult
    filters: tuple[str, ...] = ()
    behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The number by which the index means a document: its position in three lists that are laid end to end, notices
    from the oldest, plain pages, cited documents. `numbering()` in templates/static/search.js reads it back.

    `notices` and `cited` lead from a key to the number, `pages` is a count.
    """

    notices: Mapping[str, int]
    pages: int
    cited: Mapping[str, int]

    @property
    def counts(self) -> list[int]:
        """The lengths of the three lists, as the table of contents tells them."""
        return [len(self.notices), self.pages, len(self.cited)]

    @property
    def first_cited(self) -> int:
        """Where the third list begins: what comes before has a file of its own each."""
        return len(self.notices) + self.pages


def numbered_documents(desk: Desk) -> tuple[Numbering, tuple[Document, ...]]:
    """Every document in the order of its number."""
    current = {entry.notice.key for entry in desk.current if not desk.is_behind(entry)}
    entries = sorted(desk.shown, key=lambda entry: (entry.notice.signed_on, entry.notice.key))
    cited = sorted(desk.dispatches.by_key.values(), key=lambda d: (d.year, d.dated or date.min, d.key))
    before = len(entries) + len(desk.pages)
    numbering = Numbering(
        notices={entry.notice.key: number for number, entry in enumerate(entries)},
        pages=len(desk.pages),
        cited={dispatch.key: number for number, dispatch in enumerate(cited, before)},
    )
    documents = (
        *(_of_notice(desk, entry, behind=entry.notice.key not in current) for entry in entries),
        *(_of_page(desk, page) for page in desk.pages),
        *(_of_cited(desk, dispatch) for dispatch in cited),
    )
    return numbering, documents


def _of_notice(desk: Desk, entry: Entry, *, behind: bool) -> Document:
    notice, card = entry.notice, desk.card(entry)
    last_day = desk.last_day(notice)
    facts = (
        card.label,
        card.date,
        card.issuer,
        f"hiệu lực đến hết ngày {card.until}" if card.until else "",
        f"ngày cuối {last_day}" if last_day else "",
    )
    return Document(
        indexed=entry.indexed,
        result=SearchResult(
            href=card.href, title=card.title, facts=_joined(facts), mark=card.mark, text=entry.indexed.text
        ),
        filters=(*map(field_term, notice.fields), type_term(notice.type), year_term(notice.signed_on.year)),
        behind=behind,
    )


def _of_page(desk: Desk, entry: PageEntry) -> Document:
    href = desk.ward.href(addresses.page_url(entry.page.key))
    result = SearchResult(href=href, title=entry.page.title, facts="", mark="", text=entry.indexed.text)
    return Document(indexed=entry.indexed, result=result)


def _of_cited(desk: Desk, dispatch: Dispatch) -> Document:
    """A cited document: its number, day, issuer and subject; of an internal one its number only."""
    is_open = not dispatch.list_only
    day = short(dispatch.dated) if dispatch.dated and is_open else ""
    issuer = dispatch.issued_by if is_open else ""
    words = dispatch.label + (f" ngày {day}" if day else "") + (f" của {issuer}" if issuer else "")
    kind = "Văn bản được dẫn chiếu" if is_open else "Văn bản nội bộ được dẫn chiếu"
    return Document(
        indexed=Indexed(words=words_of(words, dispatch.about)),
        result=SearchResult(
            href=desk.ward.href(addresses.dispatch_url(dispatch.address)),
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
