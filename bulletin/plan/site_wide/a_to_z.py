"""`/tim-kiem/chi-muc/`: everything by its first letter and by its number, for whoever searches without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.notice import PlainPage
from bulletin.model.number import Number
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Planned
from bulletin.model.views.search import CatalogueGroup, CatalogueView
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.text.fold import slug
from bulletin.words.text.shorten import shorten

# Up to so many stand whole on the index; more go to pages of their own, as many a page.
PER_PAGE = 200
HEADING = "Chỉ mục"
_NUMBERS, _OTHERS = "so", "khac"
_NO_LETTER = "~"  # behind all letters
_SHORT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleRow:
    """A title, «Đất nền đường Láng», of what it leads to."""

    title: str
    url: str
    of: Standing | PlainPage

    @property
    def letter(self) -> str:
        """The folded letter that it stands under, «d», or "~" where it begins otherwise."""
        first = slug(self.title)[:1]
        return first if first.isalpha() else _NO_LETTER

    @property
    def order(self) -> tuple[str, str, str, str]:
        """By letter, then by the other letters."""
        return self.letter, slug(self.title), self.title, self.url

    @property
    def brief(self) -> str:
        """How a range from it is called."""
        return shorten(self.title, _SHORT)

    def anchor(self, site: Site) -> Anchor:
        """Its line."""
        if isinstance(self.of, PlainPage):
            return site.anchor(self.url, self.title)
        shown = card(site, self.of)
        return Anchor(href=shown.href, text=shown.title, note=_joined(shown.label, shown.date, shown.mark))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """A notice or a cited document by its number; `year` is that of signing, `url` tells rows of one number apart."""

    number: Number
    year: int
    url: str
    of: Standing | Dispatch

    @property
    def order(self) -> tuple[int, str, str, int, str]:
        """By serial, then by the rest of the number, the newest first."""
        number = self.number
        digits = "".join(c for c in number.serial if c.isdecimal())
        return int(digits or 0), number.serial, number_slug(number), -self.year, self.url

    @property
    def brief(self) -> str:
        """How a range from it is called."""
        return self.number.normal

    def anchor(self, site: Site) -> Anchor:
        """Its line."""
        if isinstance(self.of, Standing):
            shown = card(site, self.of)
            return Anchor(href=shown.href, text=shown.label, note=_joined(shown.date, shown.title, shown.mark))
        dispatch = self.of
        day = short(dispatch.dated) if dispatch.dated and not dispatch.list_only else ""
        kind = "văn bản nội bộ được dẫn chiếu" if dispatch.list_only else "văn bản được dẫn chiếu"
        return site.anchor(addresses.dispatch_url(dispatch.address), dispatch.label, _joined(day, kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What stands under one letter, or all numbers, in order. `apart`: there is so much of it that it stands on pages
    of its own."""

    name: str
    title: str
    rows: tuple[TitleRow, ...] | tuple[NumberRow, ...]
    apart: bool = False

    @property
    def id(self) -> str:
        """Where it stands on the index."""
        return f"_{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueInputs:
    """What the index sees: every letter that begins a title, in order, then the numbers."""

    site: Site
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartInputs:
    """What one page of one letter sees; `part` counts from 0."""

    site: Site
    listed: Listed
    part: int


def lists(
    notices: tuple[Standing, ...], pages: tuple[PlainPage, ...], cited: tuple[Dispatch, ...]
) -> tuple[Listed, ...]:
    """Notices and plain pages by the folded first letter of their title, what begins otherwise last; then notices and
    cited documents by number."""
    letters, numbers = _by_letter(notices, pages), _by_number(notices, cited)
    apart = sum(len(listed.rows) for listed in letters) > PER_PAGE
    return (
        *(replace(listed, apart=apart) for listed in letters),
        *(replace(listed, apart=len(listed.rows) > PER_PAGE) for listed in numbers),
    )


def _by_letter(notices: tuple[Standing, ...], pages: tuple[PlainPage, ...]) -> list[Listed]:
    rows = [TitleRow(title=one.notice.headline, url=addresses.notice_url(one.notice.key), of=one) for one in notices]
    rows += [TitleRow(title=page.title, url=addresses.page_url(page.key), of=page) for page in pages]
    rows.sort(key=lambda row: row.order)
    return [
        Listed(
            name=_OTHERS if letter == _NO_LETTER else letter,
            title="Khác" if letter == _NO_LETTER else letter.upper(),
            rows=tuple(of_letter),
        )
        for letter, of_letter in groupby(rows, key=lambda row: row.letter)
    ]


def _by_number(notices: tuple[Standing, ...], cited: tuple[Dispatch, ...]) -> list[Listed]:
    """The list of all numbers; none where there is no number."""
    rows = []
    for standing in notices:
        notice = standing.notice
        if notice.number:
            url = addresses.notice_url(notice.key)
            rows.append(NumberRow(number=notice.number, year=notice.signed_on.year, url=url, of=standing))
    for dispatch in cited:
        if not dispatch.published_as:
            url = addresses.dispatch_url(dispatch.address)
            rows.append(NumberRow(number=dispatch.number, year=dispatch.year, url=url, of=dispatch))
    rows.sort(key=lambda row: row.order)
    return [Listed(name=_NUMBERS, title="Số, ký hiệu", rows=tuple(rows))] if rows else []


def catalogue(seen: CatalogueInputs) -> Iterator[Planned]:
    """The index and, where there is much, its parts."""
    yield Planned(url=addresses.CATALOGUE, template="catalogue.html", view=partial(catalogue_view, seen))
    for listed in seen.listed:
        if listed.apart:
            for part in range(_count(listed)):
                inputs = PartInputs(site=seen.site, listed=listed, part=part)
                url = _address(listed, part)
                yield Planned(url=url, template="catalogue.html", view=partial(part_view, inputs))


def catalogue_view(seen: CatalogueInputs) -> CatalogueView:
    """Every letter, and what stands under it where there is room."""
    site = seen.site
    return CatalogueView(
        frame=site.frame(
            addresses.CATALOGUE,
            HEADING,
            description="Mọi thông báo xếp theo chữ cái đầu và theo số, ký hiệu.",
            crumbs=(site.anchor(addresses.SEARCH, "Tìm kiếm"),),
        ),
        heading=HEADING,
        letters=entrances(seen),
        groups=tuple(
            CatalogueGroup(
                id=listed.id,
                title=listed.title,
                rows=() if listed.apart else tuple(row.anchor(site) for row in listed.rows),
                parts=tuple(_ranges(site, listed)) if listed.apart else (),
            )
            for listed in seen.listed
        ),
        before=None,
        after=None,
    )


def entrances(seen: CatalogueInputs) -> tuple[Anchor, ...]:
    """Where each letter is found, with the count of what stands there."""
    return tuple(
        seen.site.anchor(
            _address(listed, 0) if listed.apart else f"{addresses.CATALOGUE}#{listed.id}",
            listed.title,
            str(len(listed.rows)),
        )
        for listed in seen.listed
    )


def part_view(seen: PartInputs) -> CatalogueView:
    """One page of one letter."""
    site, listed, part = seen.site, seen.listed, seen.part
    count = _count(listed)
    crumbs = (site.anchor(addresses.SEARCH, "Tìm kiếm"), site.anchor(addresses.CATALOGUE, HEADING))
    heading = f"{HEADING}: {listed.title}" + (f", trang {part + 1}" if part else "")
    rows = tuple(row.anchor(site) for row in listed.rows[part * PER_PAGE : (part + 1) * PER_PAGE])
    parts = tuple(_ranges(site, listed, part)) if count > 1 else ()
    return CatalogueView(
        frame=site.frame(_address(listed, part), heading, crumbs=crumbs),
        heading=heading,
        letters=(),
        groups=(
            CatalogueGroup(id="_muc", title="", rows=rows, parts=()),
            *((CatalogueGroup(id="_trang", title="Các trang", rows=(), parts=parts),) if parts else ()),
        ),
        before=site.anchor(_address(listed, part - 1), "Trang trước") if part else None,
        after=site.anchor(_address(listed, part + 1), "Trang sau") if part + 1 < count else None,
    )


def _count(listed: Listed) -> int:
    """On how many pages it stands."""
    return -(-len(listed.rows) // PER_PAGE)


def _ranges(site: Site, listed: Listed, current: int = -1) -> Iterator[Anchor]:
    """Links to the pages of a letter: «Ban hành … – Bảo trì …»."""
    for part in range(_count(listed)):
        first, last = part * PER_PAGE, min((part + 1) * PER_PAGE, len(listed.rows)) - 1
        begins, ends = listed.rows[first].brief, listed.rows[last].brief
        text = begins if begins == ends else f"{begins} – {ends}"
        yield Anchor(href=site.href(_address(listed, part)), text=text, current="page" if part == current else "")


def _address(listed: Listed, part: int) -> str:
    first = addresses.letter_url(listed.name)
    return addresses.numbered_url(first, part + 1) if part else first


def _joined(*facts: str) -> str:
    return " · ".join(filter(None, facts))
