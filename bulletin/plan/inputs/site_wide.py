"""What pages and files see that there are once a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from bulletin import addresses
from bulletin.model.views.page import NamedByContent, Planned
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified
from bulletin.plan.dispatches.sorting import in_order
from bulletin.plan.dispatches.vocabulary import NO_ISSUER
from bulletin.plan.inputs.lists import lists_inputs
from bulletin.plan.notices.lists import by_year, issuers_of, named, other_ways, tables, url_of
from bulletin.plan.site_wide.a_to_z import BodyRow, CatalogueInputs, catalogue, lists
from bulletin.plan.site_wide.contact import ContactInputs, contact
from bulletin.plan.site_wide.english import EnglishInputs, english
from bulletin.plan.site_wide.glossary import AbbreviatingNotice, GlossaryInputs, glossary
from bulletin.plan.site_wide.http_headers import headers
from bulletin.plan.site_wide.offline import WorkerInputs, no_network, worker
from bulletin.plan.site_wide.search_days import searched_days
from bulletin.plan.site_wide.search_documents import SearchedNotice
from bulletin.plan.site_wide.search_index import IndexInputs, index_files
from bulletin.plan.site_wide.search_page import SearchInputs, search
from bulletin.plan.site_wide.search_values import IndexFiles
from bulletin.plan.site_wide.sitemap_and_robots import (
    SecurityInputs,
    SitemapInputs,
    for_people,
    robots,
    security,
    sitemap,
)
from bulletin.words.papers.body_names import body_slug
from bulletin.words.text.alphabet import collation_key


def index_inputs(desk: Desk) -> IndexInputs:
    """For the files of search."""
    return IndexInputs(
        site=desk.site,
        notices=tuple(
            SearchedNotice(
                standing=desk.standings[entry.notice.key],
                indexed=entry.indexed,
                is_own=entry.notice.issuer == desk.ward.issuer,
            )
            for entry in desk.shown
        ),
        pages=desk.pages,
        cited=tuple(desk.dispatches.by_key.values()),
        days=searched_days(
            desk.almanac.anniversaries,
            {
                one.anniversary.id: on
                for on in sorted(desk.almanac.days, reverse=True)  # the next coming is told last, and stays
                if on >= desk.today
                for one in desk.almanac.days[on].anniversaries
            },
            {row.on: row for row in desk.almanac.days_off if row.kind != "swap-work"},
        ),
        synonyms=desk.synonyms,
        abbreviations=desk.abbreviations,
    )


def search_inputs(desk: Desk, index: Callable[[], IndexFiles]) -> SearchInputs:
    """For the page of search."""
    cited = tuple(desk.dispatches.by_key.values())
    notices = [entry.notice for entry in desk.shown]
    return SearchInputs(
        site=desk.site,
        fields={key: desk.ward.fields[key] for notice in notices for key in notice.fields},
        listed=Counter(key for one in desk.standings.values() if one.is_current for key in one.notice.fields),
        types=(*(dispatch.type for dispatch in cited), *(notice.type for notice in notices)),
        years=(
            *(notice.signed_on.year for notice in notices),
            *(dispatch.year for dispatch in cited if dispatch.year),
        ),
        newest=next((notice.number for notice in reversed(notices) if notice.number), None),
        catalogue=catalogue_inputs(desk),
        index=index,
    )


def catalogue_inputs(desk: Desk) -> CatalogueInputs:
    """For the index by letter, number and body."""
    listed = lists(
        tuple(desk.standings.values()),
        tuple(entry.page for entry in desk.pages),
        tuple(desk.dispatches.by_key.values()),
        _bodies(desk),
    )
    seen = lists_inputs(desk)
    others = other_ways(desk.site, but=addresses.CATALOGUE)
    ways = (by_year(seen), others, tables(desk.site)) if desk.shown else ()
    return CatalogueInputs(site=desk.site, listed=listed, ways=ways)


def _bodies(desk: Desk) -> tuple[BodyRow, ...]:
    """Those that issue notices here and those that are only cited, each once, by the alphabet."""
    rows = {
        body_slug(name): BodyRow(name=name, url=url_of(addresses.ISSUERS, name), note="có thông báo ở đây")
        for name, _ in named(desk.standings.values(), issuers_of)
    }
    for cited in in_order(desk.dispatches.by_key.values()).bodies:
        if cited.name != NO_ISSUER:
            rows.setdefault(body_slug(cited.name), BodyRow(name=cited.name, url=cited.url, note="được dẫn"))
    return tuple(sorted(rows.values(), key=lambda row: collation_key(row.name)))


def glossary_inputs(desk: Desk) -> GlossaryInputs:
    """For the page of abbreviations."""
    return GlossaryInputs(
        site=desk.site,
        rows=desk.abbreviations,
        notices=tuple(
            AbbreviatingNotice(
                key=entry.notice.key,
                headline=entry.notice.headline,
                codes=tuple(row.code for row in entry.prose.abbreviations),
            )
            for entry in desk.shown
        ),
    )


def site_wide(desk: Desk) -> Iterator[Planned | NamedByContent]:
    """All but the sitemap, and the files of search, which are made once, when first asked for."""
    index = cache(partial(index_files, index_inputs(desk)))
    yield NamedByContent(pages=lambda: index().pages)
    yield from _keyed(desk, index)


def _keyed(desk: Desk, index: Callable[[], IndexFiles]) -> Iterator[Planned]:
    ward = desk.ward
    seen = search_inputs(desk, index)
    yield search(seen)
    yield from catalogue(seen.catalogue)
    yield glossary(glossary_inputs(desk))
    yield english(EnglishInputs(site=desk.site, pages=tuple(entry.page for entry in desk.pages)))
    if not _has_own_contact_page(desk):
        yield contact(ContactInputs(site=desk.site))
    yield no_network(desk.site)
    yield worker(WorkerInputs(site=desk.site, index=index))
    yield headers(ward.base)
    yield robots(desk.site)
    yield from security(
        SecurityInputs(origin=ward.origin, report_to=ward.security, contacts=ward.contacts, today=desk.today)
    )


def _has_own_contact_page(desk: Desk) -> bool:
    taken = {alias.url for entry in desk.shown for alias in entry.notice.aliases}
    for entry in desk.pages:
        taken |= {addresses.page_url(entry.page.key), *(alias.url for alias in entry.page.aliases)}
    return addresses.CONTACT in taken


def whole_sitemap(desk: Desk, pages: Iterable[Planned]) -> Planned:
    """The sitemap of all other `pages`."""
    days = {addresses.notice_url(key): day for key, day in modified(desk).items()}
    return sitemap(SitemapInputs(site=desk.site, urls=for_people(pages), modified=days))
