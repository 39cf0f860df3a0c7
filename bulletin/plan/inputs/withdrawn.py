"""What the pages and the files see that stand in the place of withdrawn notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin.addresses import notice_calendar_url
from bulletin.model.views.page import Planned
from bulletin.plan.calendar.withdrawn_events import WithdrawnFileInputs, withdrawn_file
from bulletin.plan.desk.desk import Desk
from bulletin.plan.inputs.cancelled_events import cancelled_events
from bulletin.plan.notices.ledger import LedgerInputs, ledger
from bulletin.plan.notices.short_addresses import codes
from bulletin.plan.notices.withdrawn_pages import withdrawn_list, withdrawn_pages, withdrawn_urls


def ledger_pages(desk: Desk) -> Iterator[Planned]:
    """What was published, corrected and withdrawn."""
    yield from ledger(
        LedgerInputs(
            site=desk.site,
            today=desk.today,
            notices=tuple(entry.notice for entry in desk.shown),
            withdrawn=tuple(one.withdrawn for one in desk.gone),
        )
    )


def withdrawn(desk: Desk, pages: Iterable[Planned]) -> Iterator[Planned]:
    """At every address of every withdrawn notice, unless one of the `pages` stands there."""
    taken = tuple(pages)
    known = codes(desk.known.type_codes, (*desk.known.issuers, *desk.ward.issuers))
    yield withdrawn_list(desk.site, (url for one in desk.gone for url in withdrawn_urls(one.withdrawn, known)))
    yield from withdrawn_pages(desk.site, (one.withdrawn for one in desk.gone), known, taken)
    urls = {page.url for page in taken}
    for one in desk.gone:
        events = tuple(cancelled_events(desk, one))
        if events and notice_calendar_url(one.withdrawn.key) not in urls:
            yield withdrawn_file(WithdrawnFileInputs(site=desk.site, withdrawn=one.withdrawn, events=events))
