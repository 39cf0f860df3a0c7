"""The page of one cited document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.model.source import Asset
from bulletin.model.views.dispatches import CitingRow, DispatchView, Quote
from bulletin.model.views.frame import Anchor, Download
from bulletin.model.views.page import Planned
from bulletin.plan.desk.dispatch import Citing, Dispatch
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.plan.dispatches.lists import BodyInputs, ended_row
from bulletin.plan.dispatches.rows import dispatch_row, guesses, place_of
from bulletin.plan.dispatches.sorting import body_url
from bulletin.plan.dispatches.vocabulary import HEADING, NO_ISSUER
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import LATER
from bulletin.words.text.sizes import size

# Of documents with its number so many are named.
SAME = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchInputs:
    """What the page of one dispatch sees: its `body`, the dispatches that have the `same` number in some period, itself
    among them, the `citing` notices by key, and the `file` of it that the ward has."""

    site: Site
    dispatch: Dispatch
    body: BodyInputs
    same: tuple[Dispatch, ...]
    citing: Mapping[str, Standing]
    file: Asset | None


def dispatch_page(seen: DispatchInputs) -> Planned:
    """One page."""
    url = addresses.dispatch_url(seen.dispatch.address)
    return Planned(url=url, template="dispatch.html", view=partial(dispatch_view, seen))


def dispatch_view(seen: DispatchInputs) -> DispatchView:
    """What is on it; of an internal paper no more than names it."""
    site, dispatch = seen.site, seen.dispatch
    dated = f" ngày {short(dispatch.dated)}" if dispatch.dated else ""
    issuer = site.anchor(body_url(dispatch), dispatch.issued_by or NO_ISSUER)
    here = dispatch.published_as
    others = (other for other in seen.same if other.key != dispatch.key)
    return DispatchView(
        frame=site.frame(
            addresses.dispatch_url(dispatch.address),
            f"{dispatch.label}{dated}",
            description=dispatch.about or f"{dispatch.label}{dated} và các thông báo dẫn văn bản này.",
            crumbs=(site.anchor(addresses.DISPATCHES, HEADING), issuer),
        ),
        number=dispatch.printed,
        type=dispatch.type or "Văn bản",
        issuer=issuer,
        ended=ended_row(site, seen.body),
        date=short(dispatch.dated) if dispatch.dated else "",
        iso=dispatch.dated.isoformat() if dispatch.dated else "",
        year=site.anchor(addresses.dispatch_year_url(dispatch.year), str(dispatch.year)),
        guesses=guesses(dispatch),
        why=dispatch.why,
        subject=dispatch.about,
        here=site.anchor(addresses.notice_url(here.notice.key), here.notice.headline) if here else None,
        link=None if dispatch.list_only else _official(dispatch),
        file=_download(site, dispatch, seen.file) if seen.file and not dispatch.list_only else None,
        list_only=dispatch.list_only,
        withdrawn=_withdrawn(site, dispatch),
        citing=tuple(_citing(site, citing, seen.citing[citing.entry.notice.key]) for citing in dispatch.cited),
        same=tuple(dispatch_row(site, other, "") for other in islice(others, SAME)),
    )


def _citing(site: Site, citing: Citing, standing: Standing) -> CitingRow:
    """A notice that cites, with the sentences where it does."""
    shown = card(site, standing)
    quotes = []
    for mention in citing.mentions:
        before, number, after = mention.sentence
        if before or after:
            quotes.append(Quote(href=place_of(site, citing, mention), before=before, number=number, after=after))
    return CitingRow(
        href=shown.href,
        title=shown.title,
        label=shown.label,
        date=shown.date,
        iso=shown.iso,
        relation=_relation(citing),
        quotes=tuple(quotes),
    )


def _relation(citing: Citing) -> str:
    """«thay thế văn bản này (máy đọc)»: what a text does to a document, a machine has read."""
    if not citing.relations:
        return ""
    read = not citing.stated and not LATER.isdisjoint(citing.relations)
    return f"{', '.join(citing.relations)} văn bản này{' (máy đọc)' if read else ''}"


def _withdrawn(site: Site, dispatch: Dispatch) -> Anchor | None:
    """«đã thu hồi ngày 03/5/2022», leading to where the notice stood."""
    if not dispatch.known or not dispatch.withdrawn:
        return None
    on = dispatch.known.withdrawn_on
    return site.anchor(addresses.notice_url(dispatch.withdrawn), f"đã thu hồi{f' ngày {short(on)}' if on else ''}")


def _official(dispatch: Dispatch) -> Anchor | None:
    """The link to it where it is published, when that is an address of the web."""
    link = dispatch.known.link if dispatch.known else ""
    if not link.startswith(("https://", "http://")):
        return None
    return Anchor(href=link, text="Văn bản chính thức", note=urlsplit(link).netloc)


def _download(site: Site, dispatch: Dispatch, asset: Asset) -> Download:
    return Download(
        href=site.href(addresses.asset_url(asset.path)),
        title=dispatch.label,
        size=size(asset.size),
        sha256=asset.sha256,
    )
