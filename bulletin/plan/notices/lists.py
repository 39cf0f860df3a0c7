"""Lists of notices: all, by year and month, by field, issuer and type; the front page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.views.frame import Anchor
from bulletin.model.views.notices import Group, HomeView, IndexView, ListView, MissingView, RedirectView
from bulletin.model.views.page import Page
from bulletin.plan.calendar.day_in_words import coming_in_short, days_heading
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.visibility import is_expiring, is_urgent
from bulletin.words.papers.body_names import spelled
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug

NEWEST = 20
PER_PAGE = 50
NEXT_DAYS = 7
_OVER, _OVER_OR_OFF = "Việc đã qua", "Việc đã qua, đã hủy hoặc hoãn"


def home(desk: Desk) -> Page:
    """The front page: what is urgent, what ends soon, the newest of the others, each once; then what comes.

    What is over or called off fills the room that is left: where all is over, the newest is there still.
    """
    open_, past = desk.apart(desk.current)
    urgent = [e for e in open_ if is_urgent(e.notice, desk.today)]
    above = {e.notice.key for e in urgent}
    ending = [e for e in open_ if is_expiring(e.notice, desk.today) and e.notice.key not in above]
    above |= {e.notice.key for e in ending}
    view = HomeView(
        frame=desk.frame(addresses.HOME, ""),
        urgent=desk.newest(urgent),
        expiring=tuple(
            desk.card(e) for e in sorted(ending, key=lambda e: (e.notice.expires_on or desk.today, e.notice.key))
        ),
        newest=desk.newest((*past, *(e for e in open_ if e.notice.key not in above)), NEWEST),
        all_href=desk.ward.href(addresses.NOTICES),
        coming_heading=days_heading(desk, NEXT_DAYS, "Lịch"),
        coming=coming_in_short(desk, NEXT_DAYS),
        calendar_href=desk.ward.href(addresses.CALENDAR),
        fields=tuple(_terms(desk, addresses.FIELDS, _fields_of(desk))),
        indexes=(
            desk.anchor(addresses.ISSUERS, "cơ quan ban hành"),
            desk.anchor(addresses.TYPES, "tên loại văn bản"),
            desk.anchor(addresses.DISPATCHES, "văn bản được dẫn chiếu"),
        ),
        years=_years(desk),
    )
    return Page(url=addresses.HOME, template="home.html", view=view)


def missing(desk: Desk) -> Page:
    """404: a page that still leads somewhere."""
    frame = desk.frame(addresses.NOT_FOUND, "Không tìm thấy trang")
    return Page(
        url=addresses.NOT_FOUND,
        template="404.html",
        view=MissingView(frame=frame, all_href=desk.ward.href(addresses.NOTICES)),
    )


def everything(desk: Desk) -> Iterator[Page]:
    """`/thong-bao/`, 50 a page counted from the oldest, so that one more notice changes few pages."""
    yield from _pages(desk, addresses.NOTICES, "Thông báo còn hiệu lực", desk.current, (), links=_years(desk))


def by_time(desk: Desk) -> Iterator[Page]:
    """A page a year and a page a month; expired notices live on here, with their mark."""
    newest_first = sorted(desk.shown, key=lambda e: (e.notice.signed_on, e.notice.key), reverse=True)
    for year, of_year in groupby(newest_first, key=lambda e: e.notice.signed_on.year):
        groups = []
        crumbs = [desk.anchor(addresses.NOTICES, "Thông báo")]
        for month, of_month in groupby(of_year, key=lambda e: e.notice.signed_on.replace(day=1)):
            url = addresses.month_url(month)
            title = f"Tháng {month.month} năm {year}"
            cards = tuple(desk.card(e) for e in of_month)
            groups.append(Group(title=f"Tháng {month.month}", href=desk.ward.href(url), cards=cards))
            yield Page(
                url=url,
                template="list.html",
                view=ListView(
                    frame=desk.frame(
                        url, title, crumbs=[*crumbs, desk.anchor(addresses.year_url(year), f"Năm {year}")]
                    ),
                    heading=title,
                    groups=(Group(title="", href="", cards=cards),),
                    newer=None,
                    older=None,
                    links=(),
                ),
            )
        url, title = addresses.year_url(year), f"Năm {year}"
        yield Page(
            url=url,
            template="list.html",
            view=ListView(
                frame=desk.frame(url, title, crumbs=crumbs),
                heading=f"Thông báo năm {year}",
                groups=tuple(groups),
                newer=None,
                older=None,
                links=_years(desk),
            ),
        )


def by_name(desk: Desk) -> Iterator[Page]:
    """By field, by issuer, by type: an index, and a list for each name that has something to show."""
    kinds: tuple[tuple[str, str, Callable[[Entry], Iterable[str]]], ...] = (
        (addresses.FIELDS, "Lĩnh vực", _fields_of(desk)),
        (addresses.ISSUERS, "Cơ quan ban hành", lambda e: (spelled(e.notice.issuer),)),
        (addresses.TYPES, "Tên loại văn bản", lambda e: (e.notice.type,)),
    )
    for index, heading, names_of in kinds:
        links = tuple(_terms(desk, index, names_of))
        yield Page(
            url=index,
            template="index.html",
            view=IndexView(frame=desk.frame(index, heading), heading=heading, links=links),
        )
        crumbs = (desk.anchor(index, heading),)
        for name, entries in _groups(desk, names_of):
            url = _url(index, name)
            feeds: tuple[Anchor, ...] = ()
            if index == addresses.FIELDS and entries:
                feeds = tuple(desk.anchor(f, f"{desk.ward.name}: {name}") for f in addresses.feed_urls(url))
            yield from _pages(desk, url, name, entries, crumbs, feeds=feeds)
    yield from _as_typed(desk)


def _url(index: str, name: str) -> str:
    return addresses.issuer_url(name) if index == addresses.ISSUERS else f"{index}{slug(name)}/"


def _as_typed(desk: Desk) -> Iterator[Page]:
    """Where the list of an issuer would stand by a name as clerks shorten it: «/co-quan/ubnd-phuong-thu/»."""
    typed = {f"{addresses.ISSUERS}{slug(e.notice.issuer)}/": e.notice.issuer for e in desk.shown}
    lists = {addresses.issuer_url(name) for name in typed.values()}
    for url, name in typed.items():
        if url not in lists:
            whole, to = spelled(name), addresses.issuer_url(name)
            view = RedirectView(href=desk.ward.href(to), url=desk.ward.absolute(to), title=whole)
            yield Page(url=url, template="redirect.html", view=view)


def fields(desk: Desk) -> Iterator[tuple[str, str, tuple[Entry, ...]]]:
    """(address, name, entries oldest first) of every field that has something to show."""
    for name, entries in _groups(desk, _fields_of(desk)):
        if entries:
            yield _url(addresses.FIELDS, name), name, entries


def _fields_of(desk: Desk) -> Callable[[Entry], Iterable[str]]:
    return lambda e: (desk.ward.fields[key] for key in e.notice.fields)


def _groups(desk: Desk, names_of: Callable[[Entry], Iterable[str]]) -> list[tuple[str, tuple[Entry, ...]]]:
    """Current entries by name in the order of the alphabet; spellings with one address are one name, the newest.

    A name whose every notice has expired keeps its address, with an empty list.
    """
    found: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    current = {entry.notice.key for entry in desk.current}
    for entry in desk.shown:
        for name in names_of(entry):
            found.setdefault(slug(name), []).extend([entry] if entry.notice.key in current else [])
            names[slug(name)] = name
    return sorted(((names[key], tuple(rows)) for key, rows in found.items()), key=lambda row: collation_key(row[0]))


def _terms(desk: Desk, index: str, names_of: Callable[[Entry], Iterable[str]]) -> Iterator[Anchor]:
    for name, entries in _groups(desk, names_of):
        if entries:
            yield desk.anchor(_url(index, name), name, str(len(entries)))


def _years(desk: Desk) -> tuple[Anchor, ...]:
    years = sorted({e.notice.signed_on.year for e in desk.shown}, reverse=True)
    return tuple(desk.anchor(addresses.year_url(year), f"Năm {year}") for year in years)


def _pages(
    desk: Desk,
    first: str,
    heading: str,
    entries: tuple[Entry, ...],
    crumbs: tuple[Anchor, ...],
    *,
    feeds: tuple[Anchor, ...] = (),
    links: tuple[Anchor, ...] = (),
) -> Iterator[Page]:
    """The newest, perhaps unfilled page stands at `first`; every filled page keeps its number and its 50 for good.

    On each what is over or called off stands at the end, under a heading of its own.
    """
    chunks = [entries[i : i + PER_PAGE] for i in range(0, len(entries), PER_PAGE)] or [()]
    last = len(chunks)

    def address(number: int) -> str:
        return first if number == last else addresses.numbered_url(first, number)

    for number, chunk in enumerate(chunks, 1):
        url = address(number)
        title = heading if number == last else f"{heading}, trang {number}"
        open_, past = map(desk.newest, desk.apart(chunk))
        behind = _OVER_OR_OFF if any(e.notice.key in desk.off for e in chunk) else _OVER
        groups = (Group(title="", href="", cards=open_), Group(title=behind, href="", cards=past))
        yield Page(
            url=url,
            template="list.html",
            view=ListView(
                frame=desk.frame(url, title, crumbs=crumbs, feeds=feeds),
                heading=title,
                groups=tuple(group for group in groups if group.cards) or groups[:1],
                newer=desk.anchor(address(number + 1), "Mới hơn") if number < last else None,
                older=desk.anchor(address(number - 1), "Cũ hơn") if number > 1 else None,
                links=links if number == last else (),
            ),
        )
