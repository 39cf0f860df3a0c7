"""Lists of cited documents: all, by issuer, by type, by year; and the choice between those of one number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.knowledge.body_of_code import end_in_words
from bulletin.model.issuer import Body
from bulletin.model.views.dispatches import DispatchGroup, DispatchListView
from bulletin.model.views.frame import Anchor, Row
from bulletin.model.views.page import Planned
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.dispatches.rows import dispatch_row
from bulletin.plan.dispatches.sorting import NamedList, Sorted, body_url
from bulletin.plan.dispatches.vocabulary import HEADING, NO_ISSUER, NO_TYPE

# Up to so many stand whole on the index; more are counted there and listed on pages of their own, as many a page.
PER_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Dispatches under a heading; `href` leads to their list, or is ""."""

    title: str
    href: str = ""
    dispatches: tuple[Dispatch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyInputs:
    """What is told of a body: that it is no more on the day `today`, and what followed. `listed` are the addresses of
    all lists of bodies."""

    body: Body | None
    today: date
    listed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInputs:
    """What one page of a list sees: `count` dispatches stand on all of its pages. `by_body`: the headings, or the list
    itself, say whose they are. `issuer` is the name under which the same body issues notices here, or ""."""

    site: Site
    url: str
    heading: str
    count: int
    sections: tuple[Section, ...]
    by_body: bool
    body: BodyInputs | None = None
    issuer: str = ""
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInputs:
    """What `/van-ban/` sees."""

    site: Site
    dispatches: Sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceInputs:
    """What an `address` sees that several dispatches share."""

    site: Site
    address: str
    meant: tuple[Dispatch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsInputs:
    """What all lists are made from. `issuers` leads from the address of a body's list to its name as an issuer of
    notices here."""

    site: Site
    today: date
    dispatches: Sorted
    issuers: Mapping[str, str]


def lists(seen: ListsInputs) -> Iterator[Planned]:
    """The index and every list. Where the last whose issuer or type nobody knew has been completed, the list of such
    ones answers all the same."""
    site, ordered = seen.site, seen.dispatches
    yield Planned(
        url=addresses.DISPATCHES,
        template="dispatches.html",
        view=partial(index_view, IndexInputs(site=site, dispatches=ordered)),
    )
    for inputs in _pages_of_all(seen):
        yield Planned(url=inputs.url, template="dispatches.html", view=partial(list_view, inputs))
    unknown = {addresses.body_url(NO_ISSUER): ordered.bodies, addresses.dispatch_type_url(NO_TYPE): ordered.types}
    for url, named in unknown.items() if ordered.every else ():
        if url not in {one.url for one in named}:
            yield redirect(RedirectInputs(site=site, url=url, to=addresses.DISPATCHES, title=HEADING))


def choice(seen: ChoiceInputs) -> Planned:
    """Several documents have this number: whoever comes by it chooses."""
    url = addresses.dispatch_url(seen.address)
    return Planned(url=url, template="choice.html", view=partial(choice_view, seen))


def index_view(seen: IndexInputs) -> DispatchListView:
    """The dispatches of every body, or only how many there are of it where there are too many."""
    site, ordered = seen.site, seen.dispatches
    whole = len(ordered.every) <= PER_PAGE
    return DispatchListView(
        frame=site.frame(addresses.DISPATCHES, HEADING, description="Các văn bản mà thông báo trên trang này dẫn tới."),
        heading=HEADING,
        count=len(ordered.every),
        ended=None,
        issues=None,
        names_only=not whole,
        groups=tuple(
            _group(
                site,
                Section(title=named.name, href=site.href(named.url), dispatches=named.dispatches if whole else ()),
                count=len(named.dispatches),
                by_body=True,
            )
            for named in ordered.bodies
        ),
        types=_links(site, ordered.types),
        years=_links(site, ordered.years),
        data=(
            site.anchor(addresses.DISPATCHES_CSV, "Bảng CSV", "mở bằng Excel, LibreOffice"),
            site.anchor(addresses.DISPATCHES_JSON, "JSON", "cho lập trình viên"),
            site.anchor(addresses.CITATIONS_JSON, "Ai dẫn văn bản nào, JSON", "đồ thị"),
            site.anchor(addresses.CITATIONS_GRAPHML, "Ai dẫn văn bản nào, GraphML", "đồ thị, mở bằng Gephi, yEd"),
        ),
        newer=None,
        older=None,
    )


def list_view(seen: ListInputs) -> DispatchListView:
    """One page of a list."""
    site = seen.site
    crumbs = (site.anchor(addresses.DISPATCHES, HEADING),)
    own = f"Thông báo của {seen.issuer} trên trang này"
    return DispatchListView(
        frame=site.frame(seen.url, f"{HEADING}: {seen.heading}", crumbs=crumbs),
        heading=seen.heading,
        count=seen.count,
        ended=ended_row(site, seen.body) if seen.body else None,
        issues=site.anchor(addresses.issuer_url(seen.issuer), own) if seen.issuer else None,
        groups=tuple(
            _group(site, section, count=len(section.dispatches), by_body=seen.by_body) for section in seen.sections
        ),
        types=(),
        years=(),
        data=(),
        newer=site.anchor(seen.newer, "Trang trước") if seen.newer else None,
        older=site.anchor(seen.older, "Trang sau") if seen.older else None,
    )


def choice_view(seen: ChoiceInputs) -> DispatchListView:
    """The documents of a number, by their day."""
    site, first = seen.site, seen.meant[0]
    url, heading = addresses.dispatch_url(seen.address), f"Có {len(seen.meant)} văn bản số {first.printed}"
    by_day = sorted(seen.meant, key=lambda d: (d.dated is None, d.dated or date.max, d.key))
    section = Section(title=f"Năm {first.year}", dispatches=tuple(by_day))
    return DispatchListView(
        frame=site.frame(url, heading, crumbs=(site.anchor(addresses.DISPATCHES, HEADING),)),
        heading=heading,
        count=len(seen.meant),
        ended=None,
        issues=None,
        groups=(_group(site, section, count=len(seen.meant), by_body=False),),
        types=(),
        years=(),
        data=(),
        newer=None,
        older=None,
    )


def ended_row(site: Site, seen: BodyInputs) -> Row | None:
    """That a body is no more, and what followed; the followers that have a list of their own are links."""
    body = seen.body
    if not body or not body.until or body.until > seen.today:
        return None
    follows = ("; nay là" if body.renamed else "; nơi tiếp nhận") if body.next else ""
    return Row(
        label=f"Cơ quan này {end_in_words(body)}{follows}",
        values=tuple(
            site.anchor(addresses.body_url(name), name)
            if addresses.body_url(name) in seen.listed
            else Anchor(href="", text=name)
            for name in body.next
        ),
    )


def _pages_of_all(seen: ListsInputs) -> Iterator[ListInputs]:
    """Every page of every list: of a body and of a type by year, of a year by body."""
    site, ordered = seen.site, seen.dispatches
    names = {named.url: named.name for named in ordered.bodies}
    rank = {url: i for i, url in enumerate(names)}
    for named in ordered.bodies:
        body = next((dispatch.body for dispatch in named.dispatches if dispatch.body), None)
        told = BodyInputs(body=body, today=seen.today, listed=frozenset(names))
        issuer = seen.issuers.get(named.url, "")
        yield from _pages(site, named, _year_of, by_body=True, body=told, issuer=issuer)
    for named in ordered.types:
        yield from _pages(site, named, _year_of, by_body=False)

    def body_of(dispatch: Dispatch) -> _Heading:
        url = body_url(dispatch)
        return _Heading(title=names[url], href=site.href(url))

    for named in ordered.years:
        by_body = tuple(sorted(named.dispatches, key=lambda dispatch: rank[body_url(dispatch)]))
        yield from _pages(site, NamedList(url=named.url, name=named.name, dispatches=by_body), body_of, by_body=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """What a dispatch stands under on a page of a list."""

    title: str
    href: str = ""


def _year_of(dispatch: Dispatch) -> _Heading:
    return _Heading(title=f"Năm {dispatch.year}")


def _pages(
    site: Site,
    named: NamedList,
    heading_of: Callable[[Dispatch], _Heading],
    *,
    by_body: bool,
    body: BodyInputs | None = None,
    issuer: str = "",
) -> Iterator[ListInputs]:
    """The pages of one list, parted under the headings that `heading_of` gives to neighbours. Counted from the end as
    lists of notices are: the first page stands at the list's address and may be unfilled."""
    rows = named.dispatches
    head = len(rows) % PER_PAGE or PER_PAGE
    chunks = [rows[:head], *(rows[i : i + PER_PAGE] for i in range(head, len(rows), PER_PAGE))]

    def url(i: int) -> str:
        return addresses.numbered_url(named.url, len(chunks) - i) if i else named.url

    for i, chunk in enumerate(chunks):
        yield ListInputs(
            site=site,
            url=url(i),
            heading=f"{named.name}, trang {len(chunks) - i}" if i else named.name,
            count=len(rows),
            sections=tuple(
                Section(title=heading.title, href=heading.href, dispatches=tuple(below))
                for heading, below in groupby(chunk, key=heading_of)
            ),
            by_body=by_body,
            body=body,
            issuer=issuer,
            newer=url(i - 1) if i else "",
            older=url(i + 1) if i + 1 < len(chunks) else "",
        )


def _links(site: Site, lists: tuple[NamedList, ...]) -> tuple[Anchor, ...]:
    """Links to lists, with the count of their dispatches."""
    return tuple(site.anchor(named.url, named.name, str(len(named.dispatches))) for named in lists)


def _group(site: Site, section: Section, *, count: int, by_body: bool) -> DispatchGroup:
    rows = (
        dispatch_row(site, dispatch, f"{len(dispatch.cited)} thông báo dẫn", issuer=not by_body)
        for dispatch in section.dispatches
    )
    return DispatchGroup(title=section.title, href=section.href, count=count, rows=tuple(rows))
