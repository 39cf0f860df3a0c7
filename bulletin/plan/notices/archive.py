"""The archive: years, their months, and the types of a year. What has expired lives on here, with its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.views.frame import Anchor, Links
from bulletin.model.views.page import Planned
from bulletin.plan.desk.over_pages import is_one_page
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.notices.lists import (
    ListInputs,
    ListsInputs,
    Paged,
    Part,
    by_ten_days,
    by_year,
    list_page,
    month_name,
    named,
    other_ways,
    pages,
    types_of,
    url_of,
)


def archive(seen: ListsInputs) -> Iterator[Planned]:
    """A page a year, a list a month, and a list a type of a year, of all notices by the day of signing."""
    signed = sorted(seen.shown, key=lambda one: (one.notice.signed_on, one.notice.key))
    for year, of_year in groupby(signed, key=lambda one: one.notice.signed_on.year):
        standings = tuple(of_year)
        yield _year(seen, year, standings)
        yield from _months(seen.site, year, standings)
        yield from _types(seen.site, year, standings)


def _year(seen: ListsInputs, year: int, standings: Sequence[Standing]) -> Planned:
    """The months of a year with their notices, or only with how many there are where there are too many."""
    site, heading = seen.site, f"Thông báo năm {year}"
    parts = tuple(_month_parts(site, standings))
    whole = is_one_page(standings)
    lead = f"{len(standings)} thông báo, kể cả đã hết hiệu lực. Chọn một tháng hoặc một tên loại:"
    return list_page(
        ListInputs(
            site=site,
            url=addresses.year_url(year),
            title=f"Năm {year}",
            heading=heading,
            lead="" if whole else lead,
            parts=parts if whole else (),
            jumps=() if whole else tuple(Anchor(href=p.href, text=p.title, note=str(len(p.standings))) for p in parts),
            crumbs=(site.anchor(addresses.NOTICES, "Thông báo"),),
            ways=(_types_of_year(site, year, standings), by_year(seen), other_ways(site)),
        )
    )


def _month_parts(site: Site, standings: Sequence[Standing]) -> Iterator[Part]:
    """The months of a year, the newest first."""
    newest_first = standings[::-1]
    for month, of_month in groupby(newest_first, key=lambda one: one.notice.signed_on.replace(day=1)):
        yield Part(
            title=f"Tháng {month.month}",
            href=site.href(addresses.month_url(month)),
            id=f"_thang-{month.month}",
            jump=f"Tháng {month.month}",
            standings=tuple(of_month),
        )


def _types_of_year(site: Site, year: int, standings: Sequence[Standing]) -> Links:
    """The way to the types of a year, with how many notices there are of each."""
    return Links(
        id="_theo-loai",
        heading=f"Năm {year} theo tên loại",
        links=tuple(
            site.anchor(addresses.type_year_url(name, year), name, f"{len(of_type)} thông báo")
            for name, of_type in named(standings, types_of)
        ),
    )


def _months(site: Site, year: int, standings: Sequence[Standing]) -> Iterator[Planned]:
    """The list of every month of a year."""
    crumbs = (
        site.anchor(addresses.NOTICES, "Thông báo"),
        site.anchor(addresses.year_url(year), f"Năm {year}"),
    )
    for month, of_month in groupby(standings, key=lambda one: one.notice.signed_on.replace(day=1)):
        name = month_name(month)
        yield from pages(
            Paged(
                site=site,
                first=addresses.month_url(month),
                heading=name[0].upper() + name[1:],
                standings=tuple(of_month),
                parts_of=by_ten_days,
                crumbs=crumbs,
            )
        )


def _types(site: Site, year: int, standings: Sequence[Standing]) -> Iterator[Planned]:
    """The list of every type of a year."""
    for name, of_type in named(standings, types_of):
        yield from pages(
            Paged(
                site=site,
                first=addresses.type_year_url(name, year),
                heading=f"{name} năm {year}",
                standings=of_type,
                parts_of=partial(_by_month, site),
                crumbs=(
                    site.anchor(addresses.TYPES, "Tên loại văn bản"),
                    site.anchor(url_of(addresses.TYPES, name), name),
                ),
                ways=(
                    Links(
                        id="_theo-nam",
                        heading="Cùng năm",
                        links=(site.anchor(addresses.year_url(year), f"Mọi thông báo năm {year}"),),
                    ),
                ),
            )
        )


def _by_month(site: Site, standings: Sequence[Standing]) -> tuple[Part, ...]:
    """One page of the list of a type of a year."""
    return tuple(_month_parts(site, standings))
