"""What pages of notices see."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin import addresses
from bulletin.model.views.page import Planned
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.visibility import state
from bulletin.plan.inputs.coming_days import coming_inputs
from bulletin.plan.notices.front_page import NEXT_DAYS, HomeInputs, home
from bulletin.plan.notices.lists import ListsInputs, by_name, by_time, everything, missing
from bulletin.plan.notices.plain_pages import PlainPageInputs, plain_page


def lists_inputs(desk: Desk) -> ListsInputs:
    """For all lists of notices, and whatever stands beside them."""
    return ListsInputs(site=desk.site, shown=tuple(desk.standings.values()), fields=desk.ward.fields)


def lists(desk: Desk) -> Iterator[Planned]:
    """The front page, the page that stands where none is, and every list."""
    seen = lists_inputs(desk)
    yield home(
        HomeInputs(
            lists=seen,
            today=desk.today,
            coming=coming_inputs(desk, NEXT_DAYS),
        )
    )
    yield missing(desk.site)
    yield from everything(seen)
    yield from by_time(seen)
    yield from by_name(seen)


def plain_pages(desk: Desk) -> Iterator[Planned]:
    """Pages that are not notices."""
    for entry in desk.pages:
        yield plain_page(PlainPageInputs(site=desk.site, entry=entry, state=state(entry.page, desk.today)))


def redirects(desk: Desk) -> Iterator[Planned]:
    """Old addresses of what is shown."""
    rows = [(e.notice.headline, addresses.notice_url(e.notice.key), e.notice.aliases) for e in desk.shown]
    rows += [(e.page.title, addresses.page_url(e.page.key), e.page.aliases) for e in desk.pages]
    for title, to, aliases in rows:
        for alias in aliases:
            yield redirect(RedirectInputs(site=desk.site, url=alias.url, to=to, title=title, source=alias.place))
