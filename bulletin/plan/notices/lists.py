"""Lists of notices: all, by field, issuer and type; how a list goes over pages. By year: `archive.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.notice import Notice
from bulletin.model.views.frame import Anchor, FeedLink, Links
from bulletin.model.views.notices import Group, IndexView, ListView, MissingView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.over_pages import over_pages
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, apart, card
from bulletin.words.papers.body_names import best_spelling, whole_name
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug

# A list of more is parted under headings, and has jumps to them.
_SHORT = 10
# Its headings are months, and years where there would be more of them.
_MONTHS = 6
_OVER, _OVER_OR_OFF = "Đã kết thúc", "Đã kết thúc, đã hủy hoặc hoãn"
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
    """Notices under a heading, in the order in which they stand; `href` leads to more of them, or is "". `jump` is what
    the list calls them above, at the `id` of their heading."""

    title: str = ""
    href: str = ""
    id: str = ""
    jump: str = ""
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInputs:
    """What one page of one list sees. `jumps` are given where they lead to other pages."""

    site: Site
    url: str
    title: str
    heading: str
    parts: tuple[Part, ...]
    lead: str = ""
    jumps: tuple[Anchor, ...] = ()
    crumbs: tuple[Anchor, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    ways: tuple[Links, ...] = ()
    newer: Anchor | None = None
    older: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInputs:
    """What the list of the names of fields, issuers or types sees."""

    site: Site
    url: str
    heading: str
    links: tuple[Anchor, ...]
    ways: tuple[Links, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """A list that goes over pages: `standings` oldest first, parted on each page by `parts_of`. `ways` and `lead` stand
    on the page at `first`."""

    site: Site
    first: str
    heading: str
    standings: Sequence[Standing]
    parts_of: Callable[[Sequence[Standing]], tuple[Part, ...]]
    crumbs: tuple[Anchor, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    lead: str = ""
    ways: tuple[Links, ...] = ()


def list_page(seen: ListInputs, template: str = "list.html") -> Planned:
    """One page of a list."""
    return Planned(url=seen.url, template=template, view=partial(list_view, seen))


def list_view(seen: ListInputs) -> ListView:
    """What is on it."""
    jumps = tuple(
        Anchor(href=f"#{part.id}", text=part.jump, note=str(len(part.standings))) for part in seen.parts if part.jump
    )
    below = (Anchor(href=f"#{way.id}", text=way.heading) for way in seen.ways[:1])
    return ListView(
        frame=seen.site.frame(seen.url, seen.title, crumbs=seen.crumbs, feeds=seen.feeds),
        heading=seen.heading,
        lead=seen.lead,
        groups=tuple(
            Group(
                title=part.title,
                href=part.href,
                id=part.id,
                cards=tuple(card(seen.site, one) for one in part.standings),
            )
            for part in seen.parts
        ),
        jumps=seen.jumps or ((*jumps, *below) if len(jumps) > 1 else ()),
        newer=seen.newer,
        older=seen.older,
        ways=seen.ways,
    )


def index_page(seen: IndexInputs) -> Planned:
    """The list of names."""
    return Planned(url=seen.url, template="index.html", view=partial(index_view, seen))


def index_view(seen: IndexInputs) -> IndexView:
    """What is on it."""
    frame = seen.site.frame(seen.url, seen.heading)
    return IndexView(frame=frame, heading=seen.heading, links=seen.links, ways=seen.ways)


def missing(site: Site) -> Planned:
    """404: a page that still leads somewhere."""
    return Planned(url=addresses.NOT_FOUND, template="404.html", view=partial(missing_view, site))


def missing_view(site: Site) -> MissingView:
    """What is on it."""
    frame = site.frame(addresses.NOT_FOUND, "Không tìm thấy trang")
    return MissingView(frame=frame, all_href=site.href(addresses.NOTICES))


def everything(seen: ListsInputs) -> Iterator[Planned]:
    """`/thong-bao/`, counted from the oldest, so that one more notice changes few pages."""
    yield from pages(
        Paged(
            site=seen.site,
            first=addresses.NOTICES,
            heading=seen.site.closed.heading if seen.site.closed else "Thông báo còn hiệu lực",
            standings=seen.current,
            parts_of=by_publication,
            ways=(by_year(seen), other_ways(seen.site), tables(seen.site)),
        )
    )


def tables(site: Site) -> Links:
    """The way to all of it as tables, with what is no more in force."""
    return Links(
        id="_du-lieu",
        heading="Dữ liệu mở",
        links=(
            site.anchor(addresses.NOTICES_CSV, "Bảng mọi thông báo", "kể cả đã hết hạn; tệp CSV, mở bằng Excel"),
            site.anchor(addresses.CITATIONS_CSV, "Bảng thông báo nào dẫn văn bản nào", "tệp CSV, mở bằng Excel"),
            site.anchor(addresses.LEDGER, "Sổ đăng", "đã đăng, đã sửa, đã thu hồi, theo tháng"),
            site.anchor(addresses.NOTICES_JSON, "Thông báo chưa hết hạn", "tệp JSON, cho lập trình viên"),
        ),
    )


def by_name(seen: ListsInputs) -> Iterator[Planned]:
    """By field, by issuer, by type: an index, and a list for each name that has something to show. The list of a type
    leads to its years, in which there is also what is no more in force."""
    kinds: tuple[tuple[str, str, Names], ...] = (
        (addresses.FIELDS, "Lĩnh vực", seen.fields_of),
        (addresses.ISSUERS, "Cơ quan ban hành", issuers_of),
        (addresses.TYPES, "Tên loại văn bản", types_of),
    )
    for index, heading, names_of in kinds:
        links = tuple(terms(seen, index, names_of))
        ways = (by_year(seen), other_ways(seen.site, but=index))
        yield index_page(IndexInputs(site=seen.site, url=index, heading=heading, links=links, ways=ways))
        crumbs = (seen.site.anchor(index, heading),)
        for name, every in named(seen.shown, names_of):
            standings = tuple(standing for standing in every if standing.is_current)
            url = url_of(index, name)
            has_feeds = index == addresses.FIELDS and standings
            own_years = years_of_type(seen.site, name, every) if index == addresses.TYPES else by_year(seen)
            yield from pages(
                Paged(
                    site=seen.site,
                    first=url,
                    heading=name,
                    standings=standings,
                    parts_of=by_publication,
                    crumbs=crumbs,
                    feeds=seen.site.feeds(url, f"{seen.site.name}: {name}") if has_feeds else (),
                    ways=(own_years, other_ways(seen.site)),
                )
            )
    yield from _as_typed(seen)


def issuers_of(notice: Notice) -> Iterable[str]:
    """The body that issues it, by its whole name."""
    return (whole_name(notice.issuer),)


def types_of(notice: Notice) -> Iterable[str]:
    """The name of its type."""
    return (notice.type,)


def url_of(index: str, name: str) -> str:
    """The address of the list of a name."""
    return addresses.issuer_url(name) if index == addresses.ISSUERS else f"{index}{slug(name)}/"


def _as_typed(seen: ListsInputs) -> Iterator[Planned]:
    """Where the list of an issuer would stand by a name as clerks shorten it: «/co-quan/ubnd-phuong-thu/»."""
    issuers = [standing.notice.issuer for standing in seen.shown]
    typed = {f"{addresses.ISSUERS}{slug(name)}/": name for name in issuers}
    lists = {addresses.issuer_url(name) for name in typed.values()}
    for url, name in typed.items():
        if url not in lists:
            to = addresses.issuer_url(name)
            yield redirect(RedirectInputs(site=seen.site, url=url, to=to, title=whole_name(name)))


def fields(seen: ListsInputs) -> Iterator[tuple[str, str, tuple[Standing, ...]]]:
    """(address, name, notices oldest first) of every field that has something to show."""
    for name, standings in named(seen.current, seen.fields_of):
        yield url_of(addresses.FIELDS, name), name, standings


def named(standings: Iterable[Standing], names_of: Names) -> list[tuple[str, tuple[Standing, ...]]]:
    """Notices by name in the order of the alphabet. Spellings with one address are one name, the best of them."""
    by_slug: dict[str, list[Standing]] = {}
    names: dict[str, list[str]] = {}
    for standing in standings:
        for name in names_of(standing.notice):
            by_slug.setdefault(slug(name), []).append(standing)
            names.setdefault(slug(name), []).append(name)
    rows = ((best_spelling(names[key]), tuple(of_name)) for key, of_name in by_slug.items())
    return sorted(rows, key=lambda row: collation_key(row[0]))


def terms(seen: ListsInputs, index: str, names_of: Names) -> Iterator[Anchor]:
    """The names that have something to show, with how much."""
    for name, standings in named(seen.current, names_of):
        yield seen.site.anchor(url_of(index, name), name, str(len(standings)))


def years(seen: ListsInputs) -> tuple[Anchor, ...]:
    """The years with notices, the latest first."""
    known = sorted({standing.notice.signed_on.year for standing in seen.shown}, reverse=True)
    return tuple(seen.site.anchor(addresses.year_url(year), f"Năm {year}") for year in known)


def by_year(seen: ListsInputs) -> Links:
    """The way to every year."""
    return Links(id="_theo-nam", heading="Lưu trữ theo năm", links=years(seen))


def years_of_type(site: Site, name: str, standings: Sequence[Standing]) -> Links:
    """The way to every year of a type, with what is no more in force."""
    known = sorted({standing.notice.signed_on.year for standing in standings}, reverse=True)
    return Links(
        id="_theo-nam",
        heading="Theo năm, kể cả đã hết hiệu lực",
        links=tuple(site.anchor(addresses.type_year_url(name, year), f"Năm {year}") for year in known),
    )


def other_ways(site: Site, *, but: str = "") -> Links:
    """The ways to the other orders in which notices are listed."""
    orders = (
        (addresses.FIELDS, "Theo lĩnh vực"),
        (addresses.ISSUERS, "Theo cơ quan ban hành"),
        (addresses.TYPES, "Theo tên loại"),
        (addresses.CATALOGUE, "Theo chữ cái A–Z và theo số"),
    )
    return Links(
        id="_cach-khac",
        heading="Xem theo cách khác",
        links=tuple(site.anchor(url, text) for url, text in orders if url != but),
    )


def pages(seen: Paged) -> Iterator[Planned]:
    """The newest, perhaps unfilled page stands at `first`; every filled page keeps its number and its notices for
    good. A filled page leads back to the first, which has the ways on."""
    site = seen.site
    chunks = over_pages(seen.standings)
    last = len(chunks)

    def address(number: int) -> str:
        return seen.first if number == last else addresses.numbered_url(seen.first, number)

    for number, chunk in enumerate(chunks, 1):
        is_first = number == last
        title = seen.heading if is_first else f"{seen.heading}, trang {number}"
        yield list_page(
            ListInputs(
                site=site,
                url=address(number),
                title=title,
                heading=title,
                lead=seen.lead if is_first else "",
                parts=seen.parts_of(chunk),
                crumbs=seen.crumbs if is_first else (*seen.crumbs, site.anchor(seen.first, seen.heading)),
                feeds=seen.feeds,
                newer=None if is_first else site.anchor(address(number + 1), "Mới hơn"),
                older=site.anchor(address(number - 1), "Cũ hơn") if number > 1 else None,
                ways=seen.ways if is_first else (),
            )
        )


def by_publication(standings: Sequence[Standing]) -> tuple[Part, ...]:
    """The newest first; behind them, under a heading of its own, what is over or called off. Many by the month in which
    they were published."""
    open_, past = apart(standings[::-1])
    behind = _OVER_OR_OFF if any(standing.is_off for standing in standings) else _OVER
    parts = (
        *_months(open_, "", "", many=len(standings) > _SHORT),
        *_months(past, behind, "qua", many=len(past) > _SHORT),
    )
    return tuple(part for part in parts if part.standings) or parts[:1]


def _months(standings: Sequence[Standing], title: str, id_: str, *, many: bool) -> tuple[Part, ...]:
    """A part a month of publication, newest first, or a year where there are few in each month; one alone where there
    are not `many`."""
    if not many:
        return (Part(title=title, id=f"_{id_}" if id_ else "", jump=title, standings=tuple(standings)),)
    days = [standing.notice.published_on for standing in standings]
    by_month = len({(day.year, day.month) for day in days}) <= _MONTHS

    def begin(standing: Standing) -> date:
        first = standing.notice.published_on.replace(day=1)
        return first if by_month else first.replace(month=1)

    return tuple(
        Part(
            title=f"{title}, đăng {name}" if title else f"Đăng {name}",
            id="_" + "-".join(filter(None, (id_, f"{first:%Y-%m}" if by_month else f"{first:%Y}"))),
            jump=f"{title}, {name}" if title else name[0].upper() + name[1:],
            standings=tuple(below),
        )
        for first, below in groupby(standings, key=begin)
        for name in (month_name(first) if by_month else f"năm {first.year}",)
    )


def month_name(day: date) -> str:
    """«tháng 5 năm 2022»."""
    return f"tháng {day.month} năm {day.year}"


def by_ten_days(standings: Sequence[Standing]) -> tuple[Part, ...]:
    """Notices of one month, the newest first; many in its three parts by the day of signing."""
    if len(standings) <= _SHORT:
        return (Part(standings=tuple(standings[::-1])),)

    def third(standing: Standing) -> int:
        return min((standing.notice.signed_on.day - 1) // 10, 2)

    names = ("Từ ngày 1 đến ngày 10", "Từ ngày 11 đến ngày 20", "Từ ngày 21 đến cuối tháng")
    return tuple(
        Part(title=names[which], id=f"_ngay-{which}1", jump=names[which], standings=tuple(of_third))
        for which, of_third in groupby(standings[::-1], key=third)
    )
