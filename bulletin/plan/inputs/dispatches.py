"""What pages and data of cited documents see."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin import addresses
from bulletin.model.source import Asset
from bulletin.model.views.page import Planned
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.dispatches.lists import BodyInputs, ChoiceInputs, ListsInputs, choice, lists
from bulletin.plan.dispatches.open_data import CitationsInputs, citations
from bulletin.plan.dispatches.pages import DispatchInputs, dispatch_page
from bulletin.plan.dispatches.sorting import Sorted, in_order, symbol
from bulletin.words.papers.body_names import whole_name


def dispatches(desk: Desk) -> Iterator[Planned]:
    """Every list and page, the addresses that lead to them, and the data."""
    ordered = in_order(desk.dispatches.by_key.values())
    yield from lists(lists_inputs(desk, ordered))
    yield from _pages(desk, ordered)
    yield from _other_addresses(desk)
    yield from citations(citations_inputs(desk))


def lists_inputs(desk: Desk, ordered: Sorted) -> ListsInputs:
    """For all lists."""
    issuers = {addresses.body_url(entry.notice.issuer): whole_name(entry.notice.issuer) for entry in desk.shown}
    return ListsInputs(site=desk.site, today=desk.today, dispatches=ordered, issuers=issuers)


def citations_inputs(desk: Desk) -> CitationsInputs:
    """For the open data."""
    every = tuple(desk.dispatches.by_key.values())
    files = {one.known.file: file for one in every if one.known and (file := _file(desk, one))}
    return CitationsInputs(site=desk.site, dispatches=every, files=files, citing=desk.standings)


def _pages(desk: Desk, ordered: Sorted) -> Iterator[Planned]:
    listed = frozenset(named.url for named in ordered.bodies)
    for dispatch in ordered.every:
        keys = (citing.entry.notice.key for citing in dispatch.cited)
        yield dispatch_page(
            DispatchInputs(
                site=desk.site,
                dispatch=dispatch,
                body=BodyInputs(body=dispatch.body, today=desk.today, listed=listed),
                same=ordered.same[symbol(dispatch)],
                citing={key: desk.standings[key] for key in keys},
                file=_file(desk, dispatch),
            )
        )


def _other_addresses(desk: Desk) -> Iterator[Planned]:
    """An address once published keeps answering: it leads to the document, or lets people choose between several."""
    for address, meant in desk.dispatches.aliases.items():
        if len(meant) > 1:
            yield choice(ChoiceInputs(site=desk.site, address=address, meant=meant))
            continue
        (dispatch,) = meant
        url, to = addresses.dispatch_url(address), addresses.dispatch_url(dispatch.address)
        yield redirect(RedirectInputs(site=desk.site, url=url, to=to, title=dispatch.label))


def _file(desk: Desk, dispatch: Dispatch) -> Asset | None:
    """The file of it that the ward has."""
    return desk.assets.get(dispatch.known.file) if dispatch.known and dispatch.known.file else None
