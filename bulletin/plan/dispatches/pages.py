"""The pages of cited documents: one each, an index, and lists by issuer, type and year."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import groupby, islice
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.knowledge.body_of_code import end_in_words
from bulletin.model.dispatch import Guess, Mention
from bulletin.model.issuer import Body
from bulletin.model.views.dispatches import CitingRow, DispatchGroup, DispatchListView, DispatchRow, DispatchView, Quote
from bulletin.model.views.frame import Anchor, Card, Download, Row
from bulletin.model.views.notices import RedirectView
from bulletin.model.views.page import Page
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.who_cites_what import Citing, Dispatch
from bulletin.words.dates.printed import short
from bulletin.words.papers.body_names import spelled
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.succession import LATER
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug
from bulletin.words.text.sizes import size

# Up to so many stand whole on the index; more are counted there and listed on pages of their own, as many a page.
PER_PAGE = 200
SAME = 20
HEADING = "Văn bản được dẫn chiếu"
NO_ISSUER, NO_TYPE = "Chưa rõ cơ quan ban hành", "Chưa rõ tên loại"
GUESSES: dict[Guess, str] = {
    "type": "tên loại suy đoán",
    "date": "ngày suy đoán",
    "issuer": "cơ quan suy đoán",
    "period": "năm suy đoán",
}


# (address, name, dispatches)
_Named = tuple[str, str, tuple[Dispatch, ...]]


def dispatch_pages(desk: Desk) -> Iterator[Page]:
    """All of them."""
    ordered = sorted(desk.dispatches.by_key.values(), key=_order())
    bodies = _grouped(ordered, lambda d: d.issued_by or NO_ISSUER, addresses.body_url)
    types = _grouped(ordered, lambda d: d.type or NO_TYPE, addresses.dispatch_type_url)
    years = [
        (addresses.dispatch_year_url(year), f"Năm {year}", tuple(rows))
        for year, rows in groupby(ordered, key=lambda d: d.year)
    ]
    yield _index(desk, ordered, bodies, types, years)
    rank = {url: i for i, (url, _, _) in enumerate(bodies)}
    names = {url: name for url, name, _ in bodies}
    ours = {addresses.body_url(entry.notice.issuer): spelled(entry.notice.issuer) for entry in desk.shown}
    for url, name, rows in bodies:
        body, own = next((d.body for d in rows if d.body), None), ours.get(url, "")
        yield from _list(
            desk,
            (url, name, rows),
            lambda d: (f"Năm {d.year}", ""),
            ended=_ended(desk, body, rank.keys()),
            issues=desk.anchor(addresses.issuer_url(own), f"Thông báo của {own} trên trang này") if own else None,
        )
    for row in types:
        yield from _list(desk, row, lambda d: (f"Năm {d.year}", ""), by_body=False)
    for url, name, rows in years:
        by_body = sorted(rows, key=lambda d: rank[_body_url(d)])
        yield from _list(
            desk, (url, name, tuple(by_body)), lambda d: (names[_body_url(d)], desk.ward.href(_body_url(d)))
        )
    same: dict[str, list[Dispatch]] = {}
    for dispatch in ordered:
        same.setdefault(_symbol(dispatch), []).append(dispatch)
    cards = {entry.notice.key: desk.card(entry) for entry in desk.shown}
    for dispatch in ordered:
        yield _page(desk, dispatch, same[_symbol(dispatch)], rank.keys(), cards)
    # The last whose issuer or type nobody knew has been completed: the list of such ones answers all the same.
    known = {addresses.body_url(NO_ISSUER): bodies, addresses.dispatch_type_url(NO_TYPE): types}
    for url, lists in known.items() if ordered else ():
        if url not in {address for address, _, _ in lists}:
            view = RedirectView(
                href=desk.ward.href(addresses.DISPATCHES), url=desk.ward.absolute(addresses.DISPATCHES), title=HEADING
            )
            yield Page(url=url, template="redirect.html", view=view)
    for address, meant in desk.dispatches.aliases.items():
        yield _redirect(desk, address, meant[0]) if len(meant) == 1 else _choice(desk, address, meant)


def _redirect(desk: Desk, address: str, dispatch: Dispatch) -> Page:
    """An address once published keeps answering."""
    url = addresses.dispatch_url(dispatch.address)
    view = RedirectView(href=desk.ward.href(url), url=desk.ward.absolute(url), title=dispatch.label)
    return Page(url=addresses.dispatch_url(address), template="redirect.html", view=view)


def _choice(desk: Desk, address: str, meant: Sequence[Dispatch]) -> Page:
    """Several documents have this number: whoever comes by it chooses."""
    url = addresses.dispatch_url(address)
    heading = f"Có {len(meant)} văn bản số {meant[0].printed}"
    ordered = sorted(meant, key=lambda d: (d.dated is None, d.dated or date.max, d.key))
    view = DispatchListView(
        frame=desk.frame(url, heading, crumbs=(desk.anchor(addresses.DISPATCHES, HEADING),)),
        heading=heading,
        count=len(meant),
        ended=None,
        issues=None,
        groups=(_group(desk, f"Năm {meant[0].year}", "", len(meant), ordered, by_body=False),),
        types=(),
        years=(),
        data=(),
        newer=None,
        older=None,
    )
    return Page(url=url, template="choice.html", view=view)


def dispatch_row(
    desk: Desk, dispatch: Dispatch, note: str, *, issuer: bool = True, subject: bool = True
) -> DispatchRow:
    """A dispatch as lists show it; without its `issuer` or its `subject` where the page says it elsewhere."""
    here = dispatch.published_as
    return DispatchRow(
        href=desk.ward.href(addresses.dispatch_url(dispatch.address)),
        text=dispatch.label,
        date=short(dispatch.dated) if dispatch.dated else "",
        iso=dispatch.dated.isoformat() if dispatch.dated else "",
        issuer=dispatch.issued_by if issuer else "",
        subject=(dispatch.about or (here.notice.headline if here else "")) if subject else "",
        guess=", ".join(_guesses(dispatch)),
        note=note,
        here=desk.ward.href(addresses.notice_url(here.notice.key)) if here else "",
    )


def _guesses(dispatch: Dispatch) -> tuple[str, ...]:
    guessed = dispatch.guessed
    if "date" in guessed:
        guessed -= {"period"}  # the year is guessed with the day
    return tuple(words for what, words in GUESSES.items() if what in guessed) if guessed else ()


def place_of(desk: Desk, citing: Citing, mention: Mention | None = None) -> str:
    """Where a notice cites: at `mention`, else at its first, else somewhere in it."""
    at = mention or next(iter(citing.mentions), None)
    url = addresses.notice_url(citing.entry.notice.key)
    return desk.ward.href(f"{url}#{at.anchor}" if at and at.anchor else url)


def _order() -> Callable[[Dispatch], tuple[object, ...]]:
    """Newest year first, types by the alphabet, numbers as numbers: 122 before 595."""
    name_of = cache(collation_key)

    def key(dispatch: Dispatch) -> tuple[object, ...]:
        return -dispatch.year, name_of(dispatch.type), *_serial(dispatch), number_slug(dispatch.number), dispatch.key

    return key


def _serial(dispatch: Dispatch) -> tuple[int, str]:
    serial = dispatch.number.serial
    digits = "".join(c for c in serial if c.isdecimal())
    return int(digits or 0), serial[len(digits) :]


def _grouped(
    ordered: Iterable[Dispatch], name_of: Callable[[Dispatch], str], url_of: Callable[[str], str]
) -> list[_Named]:
    """(address, name, dispatches) by the alphabet; spellings with one address are one name, the first met."""
    found: dict[str, tuple[str, list[Dispatch]]] = {}
    for dispatch in ordered:
        name = name_of(dispatch)
        found.setdefault(url_of(name), (name, []))[1].append(dispatch)
    rows = [(url, name, tuple(dispatches)) for url, (name, dispatches) in found.items()]
    # What nobody knows stands last.
    return sorted(rows, key=lambda row: (row[1] in (NO_ISSUER, NO_TYPE), collation_key(row[1])))


def _body_url(dispatch: Dispatch) -> str:
    return addresses.body_url(dispatch.issued_by or NO_ISSUER)


def _symbol(dispatch: Dispatch) -> str:
    """The number without its period; a bare «17» is another paper's for every type."""
    number = replace(dispatch.number, year=None) if dispatch.number.year else dispatch.number
    return f"{number_slug(number)} {slug(dispatch.type) if number.style == 'bare' else ''}"


def _index(
    desk: Desk, ordered: Sequence[Dispatch], bodies: list[_Named], types: list[_Named], years: list[_Named]
) -> Page:
    whole = len(ordered) <= PER_PAGE

    def links(named: list[_Named]) -> tuple[Anchor, ...]:
        return tuple(desk.anchor(url, name, str(len(rows))) for url, name, rows in named)

    view = DispatchListView(
        frame=desk.frame(addresses.DISPATCHES, HEADING, description="Các văn bản mà thông báo trên trang này dẫn tới."),
        heading=HEADING,
        count=len(ordered),
        ended=None,
        issues=None,
        names_only=not whole,
        groups=tuple(
            _group(desk, name, desk.ward.href(url), len(rows), rows if whole else (), by_body=True)
            for url, name, rows in bodies
        ),
        types=links(types),
        years=links(years),
        data=(
            desk.anchor(addresses.DISPATCHES_CSV, "Bảng CSV", "mở bằng Excel, LibreOffice"),
            desk.anchor(addresses.DISPATCHES_JSON, "JSON", "cho lập trình viên"),
            desk.anchor(addresses.CITATIONS_JSON, "Ai dẫn văn bản nào, JSON", "đồ thị"),
            desk.anchor(addresses.CITATIONS_GRAPHML, "Ai dẫn văn bản nào, GraphML", "đồ thị, mở bằng Gephi, yEd"),
        ),
        newer=None,
        older=None,
    )
    return Page(url=addresses.DISPATCHES, template="dispatches.html", view=view)


def _group(desk: Desk, title: str, href: str, count: int, rows: Sequence[Dispatch], *, by_body: bool) -> DispatchGroup:
    return DispatchGroup(
        title=title,
        href=href,
        count=count,
        rows=tuple(dispatch_row(desk, d, f"{len(d.cited)} thông báo dẫn", issuer=not by_body) for d in rows),
    )


def _list(
    desk: Desk,
    named: _Named,
    heading_of: Callable[[Dispatch], tuple[str, str]],
    *,
    by_body: bool = True,
    ended: Row | None = None,
    issues: Anchor | None = None,
) -> Iterator[Page]:
    """Counted from the end as lists of notices are: the first page stands at the list's address and may be unfilled."""
    first, name, rows = named
    head = len(rows) % PER_PAGE or PER_PAGE
    chunks = [rows[:head], *(rows[i : i + PER_PAGE] for i in range(head, len(rows), PER_PAGE))]

    def address(i: int) -> str:
        return addresses.numbered_url(first, len(chunks) - i) if i else first

    for i, chunk in enumerate(chunks):
        heading = f"{name}, trang {len(chunks) - i}" if i else name
        groups = ((title, href, tuple(of)) for (title, href), of in groupby(chunk, key=heading_of))
        view = DispatchListView(
            frame=desk.frame(address(i), f"{HEADING}: {heading}", crumbs=(desk.anchor(addresses.DISPATCHES, HEADING),)),
            heading=heading,
            count=len(rows),
            ended=ended,
            issues=issues,
            groups=tuple(_group(desk, title, href, len(of), of, by_body=by_body) for title, href, of in groups),
            types=(),
            years=(),
            data=(),
            newer=desk.anchor(address(i - 1), "Trang trước") if i else None,
            older=desk.anchor(address(i + 1), "Trang sau") if i + 1 < len(chunks) else None,
        )
        yield Page(url=address(i), template="dispatches.html", view=view)


def _ended(desk: Desk, body: Body | None, bodies: Collection[str]) -> Row | None:
    """That a body is no more, and what followed; the followers that have a list of their own are links."""
    if not body or not body.until or body.until > desk.today:
        return None
    follows = ("; nay là" if body.renamed else "; nơi tiếp nhận") if body.next else ""
    return Row(
        label=f"Cơ quan này {end_in_words(body)}{follows}",
        values=tuple(
            desk.anchor(addresses.body_url(name), name)
            if addresses.body_url(name) in bodies
            else Anchor(href="", text=name)
            for name in body.next
        ),
    )


def _page(
    desk: Desk, dispatch: Dispatch, same: Sequence[Dispatch], bodies: Collection[str], cards: Mapping[str, Card]
) -> Page:
    url = addresses.dispatch_url(dispatch.address)
    dated = f" ngày {short(dispatch.dated)}" if dispatch.dated else ""
    open_ = not dispatch.list_only
    issuer = _body_url(dispatch)
    here = dispatch.published_as
    view = DispatchView(
        frame=desk.frame(
            url,
            f"{dispatch.label}{dated}",
            description=dispatch.about or f"{dispatch.label}{dated} và các thông báo dẫn văn bản này.",
            crumbs=(
                desk.anchor(addresses.DISPATCHES, HEADING),
                desk.anchor(issuer, dispatch.issued_by or NO_ISSUER),
            ),
        ),
        number=dispatch.printed,
        type=dispatch.type or "Văn bản",
        issuer=desk.anchor(issuer, dispatch.issued_by or NO_ISSUER),
        ended=_ended(desk, dispatch.body, bodies),
        date=short(dispatch.dated) if dispatch.dated else "",
        iso=dispatch.dated.isoformat() if dispatch.dated else "",
        year=desk.anchor(addresses.dispatch_year_url(dispatch.year), str(dispatch.year)),
        guesses=_guesses(dispatch),
        why=dispatch.why,
        subject=dispatch.about,
        here=desk.anchor(addresses.notice_url(here.notice.key), here.notice.headline) if here else None,
        link=_official(dispatch) if open_ else None,
        file=_file(desk, dispatch) if open_ else None,
        list_only=dispatch.list_only,
        citing=tuple(_citing(desk, citing, cards[citing.entry.notice.key]) for citing in dispatch.cited),
        same=tuple(dispatch_row(desk, d, "") for d in islice((d for d in same if d is not dispatch), SAME)),
    )
    return Page(url=url, template="dispatch.html", view=view)


def _citing(desk: Desk, citing: Citing, card: Card) -> CitingRow:
    return CitingRow(
        href=card.href,
        title=card.title,
        label=card.label,
        date=card.date,
        iso=card.iso,
        relation=_relation(citing),
        quotes=tuple(
            Quote(href=place_of(desk, citing, m), before=m.sentence[0], number=m.sentence[1], after=m.sentence[2])
            for m in citing.mentions
            if any(m.sentence[::2])
        ),
    )


def _relation(citing: Citing) -> str:
    """«thay thế văn bản này (máy đọc)»: what a text does to a document, a machine has read."""
    if not citing.relations:
        return ""
    read = not citing.stated and not LATER.isdisjoint(citing.relations)
    return f"{', '.join(citing.relations)} văn bản này{' (máy đọc)' if read else ''}"


def _official(dispatch: Dispatch) -> Anchor | None:
    link = dispatch.known.link if dispatch.known else ""
    if not link.startswith(("https://", "http://")):
        return None
    return Anchor(href=link, text="Văn bản chính thức", note=urlsplit(link).netloc)


def _file(desk: Desk, dispatch: Dispatch) -> Download | None:
    asset = desk.assets.get(dispatch.known.file) if dispatch.known and dispatch.known.file else None
    if asset is None:
        return None
    return Download(
        href=desk.ward.href(addresses.asset_url(asset.path)),
        title=dispatch.label,
        size=size(asset.size),
        sha256=asset.sha256,
    )
