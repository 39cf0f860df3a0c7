"""Lists of cited documents: all, by issuer, by type, by year; and the choice between those of one number."""

from __future__ import annotations

from collections import Counter
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
from bulletin.plan.desk.over_pages import is_one_page, over_pages
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.dispatches.rows import dispatch_row
from bulletin.plan.dispatches.sorting import NamedList, Sorted, body_url
from bulletin.plan.dispatches.vocabulary import HEADING, NO_ISSUER, NO_TYPE
from bulletin.words.text.address_part import named_part
from bulletin.words.text.fold import slug

# Longer lists have jumps to their headings.
_SHORT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Dispatches under a heading, `count` with those on other pages; `href` leads to their list, or is ""; a jump leads
    to the `id`."""

    title: str
    href: str = ""
    id: str = ""
    count: int
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
    itself, say whose they are. `issuer` is the name under which the same body issues notices here, or "". The first
    page has `jumps` to the headings of all, and another `back` to the first, which is "" on it."""

    site: Site
    url: str
    heading: str
    count: int
    sections: tuple[Section, ...]
    by_body: bool
    body: BodyInputs | None = None
    issuer: str = ""
    jumps: tuple[Anchor, ...] = ()
    back: Anchor | None = None
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
    yield from _as_typed(seen)
    unknown = {addresses.body_url(NO_ISSUER): ordered.bodies, addresses.dispatch_type_url(NO_TYPE): ordered.types}
    for url, named in unknown.items() if ordered.every else ():
        if url not in {one.url for one in named}:
            yield redirect(RedirectInputs(site=site, url=url, to=addresses.DISPATCHES, title=HEADING))


def _as_typed(seen: ListsInputs) -> Iterator[Planned]:
    """Where the list of a body would stand by a name as notices shorten it: «/van-ban/co-quan/ubnd-phuong-thu/»."""
    lists = {named.url: named.name for named in seen.dispatches.bodies}
    typed = {}
    for dispatch in seen.dispatches.every:
        if dispatch.issuer and not dispatch.body:
            typed[f"{addresses.BODIES}{named_part(dispatch.issuer)}/"] = body_url(dispatch)
    for url, to in typed.items():
        if url not in lists:
            yield redirect(RedirectInputs(site=seen.site, url=url, to=to, title=lists[to]))


def choice(seen: ChoiceInputs) -> Planned:
    """Several documents have this number: whoever comes by it chooses."""
    url = addresses.dispatch_url(seen.address)
    return Planned(url=url, template="choice.html", view=partial(choice_view, seen))


def index_view(seen: IndexInputs) -> DispatchListView:
    """The dispatches of every body, or only how many there are of it where there are too many."""
    site, ordered = seen.site, seen.dispatches
    whole = is_one_page(ordered.every)
    letters = {} if whole or is_one_page(ordered.bodies) else _first_of_letters(ordered.bodies)
    return DispatchListView(
        frame=site.frame(addresses.DISPATCHES, HEADING, description="Các văn bản mà thông báo trên trang này dẫn tới."),
        heading=HEADING,
        count=len(ordered.every),
        ended=None,
        issues=None,
        names_only=not whole,
        jumps=tuple(Anchor(href=f"#{id_}", text=id_[-1].upper()) for id_ in letters.values()),
        groups=tuple(
            _group(
                site,
                Section(
                    title=named.name,
                    href=site.href(named.url),
                    id=letters.get(named.url, ""),
                    count=len(named.dispatches),
                    dispatches=named.dispatches if whole else (),
                ),
                by_body=True,
            )
            for named in ordered.bodies
        ),
        types=_links(site, ordered.types),
        years=_links(site, ordered.years),
        data=(
            site.anchor(addresses.DISPATCHES_CSV, "Bảng CSV", "mở bằng Excel, LibreOffice"),
            site.anchor(
                addresses.CITATIONS_CSV, "Bảng CSV: thông báo nào dẫn văn bản nào", "mở bằng Excel, LibreOffice"
            ),
            site.anchor(addresses.DISPATCHES_JSON, "JSON", "cho lập trình viên"),
            site.anchor(addresses.CITATIONS_JSON, "Ai dẫn văn bản nào, JSON", "đồ thị"),
            site.anchor(addresses.CITATIONS_GRAPHML, "Ai dẫn văn bản nào, GraphML", "đồ thị, mở bằng Gephi, yEd"),
        ),
        newer=None,
        older=None,
    )


def _first_of_letters(bodies: tuple[NamedList, ...]) -> dict[str, str]:
    """From the list of the first body under each letter to the id «_chu-b» of its line."""
    first: dict[str, str] = {}
    for named in bodies:
        first.setdefault(slug(named.name)[:1], named.url)
    return {url: f"_chu-{letter}" for letter, url in first.items() if letter.isalpha()}


def list_view(seen: ListInputs) -> DispatchListView:
    """One page of a list."""
    site = seen.site
    crumbs = (site.anchor(addresses.DISPATCHES, HEADING), *((seen.back,) if seen.back else ()))
    own = f"Thông báo của {seen.issuer} trên trang này"
    return DispatchListView(
        frame=site.frame(seen.url, f"{HEADING}: {seen.heading}", crumbs=crumbs),
        heading=seen.heading,
        count=seen.count,
        ended=ended_row(site, seen.body) if seen.body else None,
        issues=site.anchor(addresses.issuer_url(seen.issuer), own) if seen.issuer else None,
        jumps=seen.jumps,
        groups=tuple(_group(site, section, by_body=seen.by_body) for section in seen.sections),
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
    section = Section(title=f"Năm {first.year}", count=len(by_day), dispatches=tuple(by_day))
    return DispatchListView(
        frame=site.frame(url, heading, crumbs=(site.anchor(addresses.DISPATCHES, HEADING),)),
        heading=heading,
        count=len(seen.meant),
        ended=None,
        issues=None,
        groups=(_group(site, section, by_body=False),),
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
        return _Heading(title=names[url], href=site.href(url), id=f"_{url.split('/')[-2]}")

    for named in ordered.years:
        by_body = tuple(sorted(named.dispatches, key=lambda dispatch: rank[body_url(dispatch)]))
        yield from _pages(site, NamedList(url=named.url, name=named.name, dispatches=by_body), body_of, by_body=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """What a dispatch stands under on a page of a list."""

    title: str
    href: str = ""
    id: str


def _year_of(dispatch: Dispatch) -> _Heading:
    return _Heading(title=f"Năm {dispatch.year}", id=f"_nam-{dispatch.year}")


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
    chunks = [chunk[::-1] for chunk in over_pages(rows[::-1])][::-1]

    def url(i: int) -> str:
        return addresses.numbered_url(named.url, len(chunks) - i) if i else named.url

    counts = Counter(map(heading_of, rows))
    begins = {heading: i for i, chunk in reversed([*enumerate(chunks)]) for heading in map(heading_of, chunk)}
    jumps = tuple(
        Anchor(href=f"{site.href(url(i)) if i else ''}#{heading.id}", text=heading.title)
        for heading, i in sorted(begins.items(), key=lambda row: row[1])
    )
    for i, chunk in enumerate(chunks):
        yield ListInputs(
            site=site,
            url=url(i),
            heading=f"{named.name}, trang {len(chunks) - i}" if i else named.name,
            count=len(rows),
            sections=tuple(
                Section(
                    title=heading.title,
                    href=heading.href,
                    id=heading.id,
                    count=counts[heading],
                    dispatches=tuple(below),
                )
                for heading, below in groupby(chunk, key=heading_of)
            ),
            by_body=by_body,
            body=body,
            issuer=issuer,
            jumps=jumps if len(jumps) > 1 and len(rows) > _SHORT and not i else (),
            back=site.anchor(named.url, named.name) if i else None,
            newer=url(i - 1) if i else "",
            older=url(i + 1) if i + 1 < len(chunks) else "",
        )


def _links(site: Site, lists: tuple[NamedList, ...]) -> tuple[Anchor, ...]:
    """Links to lists, with the count of their dispatches."""
    return tuple(site.anchor(named.url, named.name, str(len(named.dispatches))) for named in lists)


def _group(site: Site, section: Section, *, by_body: bool) -> DispatchGroup:
    rows = (
        dispatch_row(site, dispatch, f"{len(dispatch.cited)} thông báo dẫn", issuer=not by_body)
        for dispatch in section.dispatches
    )
    return DispatchGroup(title=section.title, href=section.href, id=section.id, count=section.count, rows=tuple(rows))
