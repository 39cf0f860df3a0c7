"""Lists of notices: all, by year and month, by field, issuer and type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.notice import Notice
from bulletin.model.views.frame import Anchor, FeedLink
from bulletin.model.views.notices import Group, IndexView, ListView, MissingView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, apart, card
from bulletin.words.papers.body_names import spelled
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug

PER_PAGE = 50
_OVER, _OVER_OR_OFF = "Việc đã qua", "Việc đã qua, đã hủy hoặc hoãn"
Names = Callable[[Notice], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsInputs:
    """What the lists are made from. `shown` are all shown notices, oldest first; `fields` leads from the key of a field
    to its name."""

    site: Site
    shown: tuple[Standing, ...]
    fields: Mapping[str, str]

    @property
    def current(self) -> tuple[Standing, ...]:
        """The notices in force."""
        return tuple(standing for standing in self.shown if standing.is_current)

    def fields_of(self, notice: Notice) -> Iterator[str]:
        """The names of the fields of a notice."""
        return (self.fields[key] for key in notice.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Notices under a heading, in the order in which they stand; `href` leads to more of them, or is ""."""

    title: str = ""
    href: str = ""
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInputs:
    """What one page of one list sees."""

    site: Site
    url: str
    title: str
    heading: str
    parts: tuple[Part, ...]
    crumbs: tuple[Anchor, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    links: tuple[Anchor, ...] = ()
    newer: Anchor | None = None
    older: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInputs:
    """What the list of the names of fields, issuers or types sees."""

    site: Site
    url: str
    heading: str
    links: tuple[Anchor, ...]


def list_page(seen: ListInputs, template: str = "list.html") -> Planned:
    """One page of a list."""
    return Planned(url=seen.url, template=template, view=partial(list_view, seen))


def list_view(seen: ListInputs) -> ListView:
    """What is on it."""
    return ListView(
        frame=seen.site.frame(seen.url, seen.title, crumbs=seen.crumbs, feeds=seen.feeds),
        heading=seen.heading,
        groups=tuple(
            Group(title=part.title, href=part.href, cards=tuple(card(seen.site, one) for one in part.standings))
            for part in seen.parts
        ),
        newer=seen.newer,
        older=seen.older,
        links=seen.links,
    )


def index_page(seen: IndexInputs) -> Planned:
    """The list of names."""
    return Planned(url=seen.url, template="index.html", view=partial(index_view, seen))


def index_view(seen: IndexInputs) -> IndexView:
    """What is on it."""
    return IndexView(frame=seen.site.frame(seen.url, seen.heading), heading=seen.heading, links=seen.links)


def missing(site: Site) -> Planned:
    """404: a page that still leads somewhere."""
    return Planned(url=addresses.NOT_FOUND, template="404.html", view=partial(missing_view, site))


def missing_view(site: Site) -> MissingView:
    """What is on it."""
    frame = site.frame(addresses.NOT_FOUND, "Không tìm thấy trang")
    return MissingView(frame=frame, all_href=site.href(addresses.NOTICES))


def everything(seen: ListsInputs) -> Iterator[Planned]:
    """`/thong-bao/`, 50 a page counted from the oldest, so that one more notice changes few pages."""
    yield from _pages(seen.site, addresses.NOTICES, "Thông báo còn hiệu lực", seen.current, links=years(seen))


def by_time(seen: ListsInputs) -> Iterator[Planned]:
    """A page a year and a page a month; expired notices live on here, with their mark."""
    newest_first = sorted(seen.shown, key=lambda one: (one.notice.signed_on, one.notice.key), reverse=True)
    crumb = seen.site.anchor(addresses.NOTICES, "Thông báo")
    for year, of_year in groupby(newest_first, key=lambda one: one.notice.signed_on.year):
        parts = []
        for month, of_month in groupby(of_year, key=lambda one: one.notice.signed_on.replace(day=1)):
            url, title = addresses.month_url(month), f"Tháng {month.month} năm {year}"
            standings = tuple(of_month)
            parts.append(Part(title=f"Tháng {month.month}", href=seen.site.href(url), standings=standings))
            yield list_page(
                ListInputs(
                    site=seen.site,
                    url=url,
                    title=title,
                    heading=title,
                    parts=(Part(standings=standings),),
                    crumbs=(crumb, seen.site.anchor(addresses.year_url(year), f"Năm {year}")),
                )
            )
        yield list_page(
            ListInputs(
                site=seen.site,
                url=addresses.year_url(year),
                title=f"Năm {year}",
                heading=f"Thông báo năm {year}",
                parts=tuple(parts),
                crumbs=(crumb,),
                links=years(seen),
            )
        )


def by_name(seen: ListsInputs) -> Iterator[Planned]:
    """By field, by issuer, by type: an index, and a list for each name that has something to show."""
    kinds: tuple[tuple[str, str, Names], ...] = (
        (addresses.FIELDS, "Lĩnh vực", seen.fields_of),
        (addresses.ISSUERS, "Cơ quan ban hành", lambda notice: (spelled(notice.issuer),)),
        (addresses.TYPES, "Tên loại văn bản", lambda notice: (notice.type,)),
    )
    for index, heading, names_of in kinds:
        links = tuple(terms(seen, index, names_of))
        yield index_page(IndexInputs(site=seen.site, url=index, heading=heading, links=links))
        crumbs = (seen.site.anchor(index, heading),)
        for name, standings in _named(seen, names_of):
            url = _url(index, name)
            has_feeds = index == addresses.FIELDS and standings
            feeds = seen.site.feeds(url, f"{seen.site.name}: {name}") if has_feeds else ()
            yield from _pages(seen.site, url, name, standings, crumbs, feeds=feeds)
    yield from _as_typed(seen)


def _url(index: str, name: str) -> str:
    return addresses.issuer_url(name) if index == addresses.ISSUERS else f"{index}{slug(name)}/"


def _as_typed(seen: ListsInputs) -> Iterator[Planned]:
    """Where the list of an issuer would stand by a name as clerks shorten it: «/co-quan/ubnd-phuong-thu/»."""
    issuers = [standing.notice.issuer for standing in seen.shown]
    typed = {f"{addresses.ISSUERS}{slug(name)}/": name for name in issuers}
    lists = {addresses.issuer_url(name) for name in typed.values()}
    for url, name in typed.items():
        if url not in lists:
            to = addresses.issuer_url(name)
            yield redirect(RedirectInputs(site=seen.site, url=url, to=to, title=spelled(name)))


def fields(seen: ListsInputs) -> Iterator[tuple[str, str, tuple[Standing, ...]]]:
    """(address, name, notices oldest first) of every field that has something to show."""
    for name, standings in _named(seen, seen.fields_of):
        if standings:
            yield _url(addresses.FIELDS, name), name, standings


def _named(seen: ListsInputs, names_of: Names) -> list[tuple[str, tuple[Standing, ...]]]:
    """Current notices by name in the order of the alphabet; spellings with one address are one name, the newest.

    A name whose every notice has expired keeps its address, with an empty list.
    """
    by_slug: dict[str, list[Standing]] = {}
    names: dict[str, str] = {}
    for standing in seen.shown:
        for name in names_of(standing.notice):
            by_slug.setdefault(slug(name), []).extend([standing] if standing.is_current else [])
            names[slug(name)] = name
    rows = ((names[key], tuple(standings)) for key, standings in by_slug.items())
    return sorted(rows, key=lambda row: collation_key(row[0]))


def terms(seen: ListsInputs, index: str, names_of: Names) -> Iterator[Anchor]:
    """The names that have something to show, with how much."""
    for name, standings in _named(seen, names_of):
        if standings:
            yield seen.site.anchor(_url(index, name), name, str(len(standings)))


def years(seen: ListsInputs) -> tuple[Anchor, ...]:
    """The years with notices, the latest first."""
    known = sorted({standing.notice.signed_on.year for standing in seen.shown}, reverse=True)
    return tuple(seen.site.anchor(addresses.year_url(year), f"Năm {year}") for year in known)


def _pages(
    site: Site,
    first: str,
    heading: str,
    standings: Sequence[Standing],
    crumbs: tuple[Anchor, ...] = (),
    *,
    feeds: tuple[FeedLink, ...] = (),
    links: tuple[Anchor, ...] = (),
) -> Iterator[Planned]:
    """The newest, perhaps unfilled page stands at `first`; every filled page keeps its number and its 50 for good.

    On each what is over or called off stands at the end, under a heading of its own.
    """
    chunks = [standings[i : i + PER_PAGE] for i in range(0, len(standings), PER_PAGE)] or [()]
    last = len(chunks)

    def address(number: int) -> str:
        return first if number == last else addresses.numbered_url(first, number)

    for number, chunk in enumerate(chunks, 1):
        title = heading if number == last else f"{heading}, trang {number}"
        yield list_page(
            ListInputs(
                site=site,
                url=address(number),
                title=title,
                heading=title,
                parts=_parts(chunk),
                crumbs=crumbs,
                feeds=feeds,
                newer=site.anchor(address(number + 1), "Mới hơn") if number < last else None,
                older=site.anchor(address(number - 1), "Cũ hơn") if number > 1 else None,
                links=links if number == last else (),
            )
        )


def _parts(standings: Sequence[Standing]) -> tuple[Part, ...]:
    """The newest first; behind them what is over."""
    open_, past = apart(standings[::-1])
    behind = _OVER_OR_OFF if any(standing.is_off for standing in standings) else _OVER
    parts = (Part(standings=open_), Part(title=behind, standings=past))
    return tuple(part for part in parts if part.standings) or parts[:1]
