"""`/tim-kiem/chi-muc/`: everything by its first letter and by its number, for whoever searches without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bulletin import addresses
from bulletin.model.number import Number
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Page
from bulletin.model.views.search import CatalogueGroup, CatalogueView
from bulletin.plan.desk.desk import Desk
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
class Listed:
    """What stands under one letter, or all numbers; `brief` says of each row how a range from it is called.

    `apart`: there is so much of it that it stands on pages of its own.
    """

    name: str
    title: str
    rows: tuple[Anchor, ...]
    brief: tuple[str, ...]
    apart: bool = False

    @property
    def id(self) -> str:
        return f"_{self.name}"


def lists(desk: Desk) -> tuple[Listed, ...]:
    """Every letter that begins a title, in order, then the numbers."""
    letters, numbers = _titles(desk), _by_number(desk)
    apart = sum(len(one.rows) for one in letters) > PER_PAGE
    return (
        *(replace(one, apart=apart) for one in letters),
        *(replace(one, apart=len(one.rows) > PER_PAGE) for one in numbers),
    )


def entrances(desk: Desk, listed: Sequence[Listed]) -> tuple[Anchor, ...]:
    """Where each of them is found."""
    return tuple(
        desk.anchor(_address(one, 0) if one.apart else f"{addresses.CATALOGUE}#{one.id}", one.title, str(len(one.rows)))
        for one in listed
    )


def catalogue(desk: Desk, listed: Sequence[Listed]) -> Iterator[Page]:
    """The index and, where there is much, its parts."""
    view = CatalogueView(
        frame=desk.frame(
            addresses.CATALOGUE,
            HEADING,
            description="Mọi thông báo xếp theo chữ cái đầu và theo số, ký hiệu.",
            crumbs=(desk.anchor(addresses.SEARCH, "Tìm kiếm"),),
        ),
        heading=HEADING,
        letters=entrances(desk, listed),
        groups=tuple(
            CatalogueGroup(
                id=one.id,
                title=one.title,
                rows=() if one.apart else one.rows,
                parts=tuple(_ranges(desk, one)) if one.apart else (),
            )
            for one in listed
        ),
        before=None,
        after=None,
    )
    yield Page(url=addresses.CATALOGUE, template="catalogue.html", view=view)
    for one in listed:
        if one.apart:
            yield from _parts(desk, one)


@dataclass(frozen=True, slots=True, kw_only=True)
class _TitleRow:
    """A title, «Đất nền đường Láng», with the `letter` that it stands under, «d», or "~" where it begins otherwise."""

    letter: str
    title: str
    anchor: Anchor

    @property
    def order(self) -> tuple[str, str, str, str]:
        return self.letter, slug(self.title), self.title, self.anchor.href


def _titles(desk: Desk) -> list[Listed]:
    """Notices and plain pages by the folded first letter of their title; what begins otherwise stands last."""
    rows = []
    for entry in desk.shown:
        card = desk.card(entry)
        anchor = Anchor(href=card.href, text=card.title, note=_joined(card.label, card.date, card.mark))
        rows.append(_TitleRow(letter=_letter(card.title), title=card.title, anchor=anchor))
    for page in (entry.page for entry in desk.pages):
        anchor = desk.anchor(addresses.page_url(page.key), page.title)
        rows.append(_TitleRow(letter=_letter(page.title), title=page.title, anchor=anchor))
    rows.sort(key=lambda row: row.order)
    lists = []
    for letter, of_letter in groupby(rows, key=lambda row: row.letter):
        anchors = tuple(row.anchor for row in of_letter)
        lists.append(
            Listed(
                name=_OTHERS if letter == _NO_LETTER else letter,
                title="Khác" if letter == _NO_LETTER else letter.upper(),
                rows=anchors,
                brief=tuple(shorten(anchor.text, _SHORT) for anchor in anchors),
            )
        )
    return lists


def _letter(title: str) -> str:
    first = slug(title)[:1]
    return first if first.isalpha() else _NO_LETTER


@dataclass(frozen=True, slots=True, kw_only=True)
class _NumberRow:
    """A notice or a cited document by its number; `year` is that of signing, `url` tells rows of one number apart."""

    number: Number
    year: int
    url: str
    anchor: Anchor

    @property
    def order(self) -> tuple[int, str, str, int, str]:
        """By serial, then by the rest of the number, the newest first."""
        number = self.number
        digits = "".join(c for c in number.serial if c.isdecimal())
        return int(digits or 0), number.serial, number_slug(number), -self.year, self.url


def _by_number(desk: Desk) -> list[Listed]:
    """The list of all numbers; none where there is no number."""
    rows = []
    for entry in desk.shown:
        if number := entry.notice.number:
            card = desk.card(entry)
            anchor = Anchor(href=card.href, text=card.label, note=_joined(card.date, card.title, card.mark))
            rows.append(_NumberRow(number=number, year=entry.notice.signed_on.year, url=card.href, anchor=anchor))
    for dispatch in desk.dispatches.by_key.values():
        if not dispatch.published_as:
            day = short(dispatch.dated) if dispatch.dated and not dispatch.list_only else ""
            kind = "văn bản nội bộ được dẫn chiếu" if dispatch.list_only else "văn bản được dẫn chiếu"
            url = addresses.dispatch_url(dispatch.address)
            anchor = desk.anchor(url, dispatch.label, _joined(day, kind))
            rows.append(_NumberRow(number=dispatch.number, year=dispatch.year, url=url, anchor=anchor))
    if not rows:
        return []
    rows.sort(key=lambda row: row.order)
    return [
        Listed(
            name=_NUMBERS,
            title="Số, ký hiệu",
            rows=tuple(row.anchor for row in rows),
            brief=tuple(row.number.normal for row in rows),
        )
    ]


def _joined(*facts: str) -> str:
    return " · ".join(filter(None, facts))


def _ranges(desk: Desk, one: Listed, current: int = -1) -> Iterator[Anchor]:
    for i in range(0, len(one.rows), PER_PAGE):
        last = min(i + PER_PAGE, len(one.rows)) - 1
        text = one.brief[i] if one.brief[i] == one.brief[last] else f"{one.brief[i]} – {one.brief[last]}"
        href = desk.ward.href(_address(one, i // PER_PAGE))
        yield Anchor(href=href, text=text, current=i // PER_PAGE == current)


def _address(one: Listed, part: int) -> str:
    first = addresses.letter_url(one.name)
    return addresses.numbered_url(first, part + 1) if part else first


def _parts(desk: Desk, one: Listed) -> Iterator[Page]:
    count = -(-len(one.rows) // PER_PAGE)
    crumbs = (desk.anchor(addresses.SEARCH, "Tìm kiếm"), desk.anchor(addresses.CATALOGUE, HEADING))
    for part in range(count):
        heading = f"{HEADING}: {one.title}" + (f", trang {part + 1}" if part else "")
        rows = one.rows[part * PER_PAGE : (part + 1) * PER_PAGE]
        parts = tuple(_ranges(desk, one, part)) if count > 1 else ()
        view = CatalogueView(
            frame=desk.frame(_address(one, part), heading, crumbs=crumbs),
            heading=heading,
            letters=(),
            groups=(
                CatalogueGroup(id="_muc", title="", rows=rows, parts=()),
                *((CatalogueGroup(id="_trang", title="Các trang", rows=(), parts=parts),) if parts else ()),
            ),
            before=desk.anchor(_address(one, part - 1), "Trang trước") if part else None,
            after=desk.anchor(_address(one, part + 1), "Trang sau") if part + 1 < count else None,
        )
        yield Page(url=_address(one, part), template="catalogue.html", view=view)
