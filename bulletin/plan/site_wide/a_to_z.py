"""`/tim-kiem/chi-muc/`: everything by the first letter of its subject, by its number and by its body, for whoever
searches without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.notice import PlainPage
from bulletin.model.number import Number
from bulletin.model.views.frame import Anchor, Links
from bulletin.model.views.page import Planned
from bulletin.model.views.search import CatalogueGroup, CatalogueRow, CatalogueView
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.subject_of_title import subject_start
from bulletin.words.text.fold import slug
from bulletin.words.text.shorten import shorten

# Up to so many stand whole on the index; more go to pages of their own, as many a page: fewer than eight screens of a
# phone.
PER_PAGE = 35
HEADING = "Chỉ mục"
_NUMBERS, _BODIES, _OTHERS = "so", "co-quan", "khac"
_NO_LETTER = "~"  # behind all letters
_SHORT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleRow:
    """A title, «Về việc đất nền đường Láng», of what it leads to. It is filed under its `subject`, «đất nền …», which
    begins at `start`."""

    title: str
    start: int
    url: str
    of: Standing | PlainPage

    @property
    def subject(self) -> str:
        """What it is filed under."""
        return self.title[self.start :]

    @property
    def letter(self) -> str:
        """The folded letter that it stands under, «d», or "~" where it begins otherwise."""
        first = slug(self.subject)[:1]
        return first if first.isalpha() else _NO_LETTER

    @property
    def order(self) -> tuple[str, str, str, str]:
        """By letter, then by the other letters."""
        return self.letter, slug(self.subject), self.title, self.url

    @property
    def brief(self) -> str:
        """How a range from it is called."""
        return shorten(self.subject, _SHORT)

    def line(self, site: Site) -> CatalogueRow:
        """Its line: the whole title, sign for sign."""
        shown = card(site, self.of) if isinstance(self.of, Standing) else None
        return CatalogueRow(
            href=site.href(self.url),
            formula=self.title[: self.start],
            text=self.subject,
            note=_joined(shown.label, shown.date, shown.mark) if shown else "",
        )


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

    def line(self, site: Site) -> CatalogueRow:
        """Its line."""
        if isinstance(self.of, Standing):
            shown = card(site, self.of)
            return CatalogueRow(href=shown.href, text=shown.label, note=_joined(shown.date, shown.title, shown.mark))
        dispatch = self.of
        day = short(dispatch.dated) if dispatch.dated and not dispatch.list_only else ""
        kind = f"{dispatch.sort} được dẫn chiếu"
        href = site.href(addresses.dispatch_url(dispatch.address))
        return CatalogueRow(href=href, text=dispatch.label, note=_joined(day, kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """A body by its one name: `note` tells whether it issues notices here or is only cited."""

    name: str
    url: str
    note: str

    @property
    def brief(self) -> str:
        """How a range from it is called."""
        return shorten(self.name, _SHORT)

    def line(self, site: Site) -> CatalogueRow:
        """Its line."""
        return CatalogueRow(href=site.href(self.url), text=self.name, note=self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What stands under one letter, or all numbers, or all bodies, in order. `apart`: there is so much of it that it
    stands on pages of its own."""

    name: str
    title: str
    rows: tuple[TitleRow, ...] | tuple[NumberRow, ...] | tuple[BodyRow, ...]
    apart: bool = False

    @property
    def id(self) -> str:
        """Where it stands on the index."""
        return f"_{self.name}"

    @property
    def is_found(self) -> bool:
        """Whether search finds what stands here."""
        return self.name != _BODIES


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueInputs:
    """What the index sees: every letter that begins a subject, in order, then the numbers and the bodies; `ways` to
    other orders."""

    site: Site
    listed: tuple[Listed, ...]
    ways: tuple[Links, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartInputs:
    """What one page of one letter sees; `part` counts from 0."""

    site: Site
    listed: Listed
    part: int


def lists(
    notices: tuple[Standing, ...],
    pages: tuple[PlainPage, ...],
    cited: tuple[Dispatch, ...],
    bodies: tuple[BodyRow, ...],
) -> tuple[Listed, ...]:
    """Notices and plain pages by the folded first letter of their subject, what begins otherwise last; then notices and
    cited documents by number; then bodies, in their order."""
    letters, numbers = _by_letter(notices, pages), _by_number(notices, cited)
    apart = sum(len(listed.rows) for listed in letters) > PER_PAGE
    others = [*numbers, *([Listed(name=_BODIES, title="Cơ quan", rows=bodies)] if bodies else [])]
    return (
        *(replace(listed, apart=apart) for listed in letters),
        *(replace(listed, apart=len(listed.rows) > PER_PAGE) for listed in others),
    )


def _by_letter(notices: tuple[Standing, ...], pages: tuple[PlainPage, ...]) -> list[Listed]:
    rows = [
        TitleRow(
            title=one.notice.headline,
            start=subject_start(one.notice.headline, one.notice.type),
            url=addresses.notice_url(one.notice.key),
            of=one,
        )
        for one in notices
    ]
    rows += [TitleRow(title=page.title, start=0, url=addresses.page_url(page.key), of=page) for page in pages]
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
        parts=(),
        groups=tuple(
            CatalogueGroup(
                id=listed.id,
                title=listed.title,
                rows=tuple(row.line(site) for row in listed.rows),
                found=listed.is_found,
            )
            for listed in seen.listed
            if not listed.apart
        ),
        ways=seen.ways,
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
    """One page of one letter. The first leads to all others, which lead back to it: one more title changes few."""
    site, listed, part = seen.site, seen.listed, seen.part
    count = _count(listed)
    crumbs = [site.anchor(addresses.SEARCH, "Tìm kiếm"), site.anchor(addresses.CATALOGUE, HEADING)]
    first = f"{HEADING}: {listed.title}"
    if part:
        crumbs.append(site.anchor(_address(listed, 0), listed.title))
    heading = f"{first}, trang {part + 1}" if part else first
    rows = tuple(row.line(site) for row in listed.rows[part * PER_PAGE : (part + 1) * PER_PAGE])
    return CatalogueView(
        frame=site.frame(_address(listed, part), heading, crumbs=crumbs),
        heading=heading,
        letters=(),
        parts=tuple(_ranges(site, listed)) if count > 1 and not part else (),
        groups=(CatalogueGroup(id="", title="", rows=rows, found=listed.is_found),),
        ways=(),
        before=site.anchor(_address(listed, part - 1), "Trang trước") if part else None,
        after=site.anchor(_address(listed, part + 1), "Trang sau") if part + 1 < count else None,
    )


def _count(listed: Listed) -> int:
    """On how many pages it stands."""
    return -(-len(listed.rows) // PER_PAGE)


def _ranges(site: Site, listed: Listed) -> Iterator[Anchor]:
    """Links to the pages of a letter that follow the first: «Ban hành … – Bảo trì …»."""
    for part in range(1, _count(listed)):
        first, last = part * PER_PAGE, min((part + 1) * PER_PAGE, len(listed.rows)) - 1
        begins, ends = listed.rows[first].brief, listed.rows[last].brief
        yield site.anchor(_address(listed, part), begins if begins == ends else f"{begins} – {ends}")


def _address(listed: Listed, part: int) -> str:
    first = addresses.letter_url(listed.name)
    return addresses.numbered_url(first, part + 1) if part else first


def _joined(*facts: str) -> str:
    return " · ".join(filter(None, facts))
