"""The events of notices that are called back: cancelled, with nothing of what they told, not even the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.views.page import Planned
from bulletin.model.views.subscriptions import CalendarEvent, SubscriptionView
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.calendar.host import host_of
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.withdrawn_heading import heading

_TITLE = "Đã thu hồi"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnFileInputs:
    """What the file of a withdrawn notice sees: its cancelled events."""

    site: Site
    withdrawn: Withdrawn
    events: tuple[CalendarEvent, ...]


def cancelled(site: Site, gone: Withdrawn, told: Iterable[CalendarEvent], today: date) -> Iterator[CalendarEvent]:
    """What subscribers hold, by its id alone, on the day of the withdrawal: a client that keeps what is cancelled shows
    that there was something, and not what."""
    url, on = site.absolute(addresses.notice_url(gone.key)), min(gone.since, today)
    for event in told:
        yield CalendarEvent(
            id=event.id,
            title=_TITLE,
            description=f"{heading(gone)}.\nXem: {url}",
            starts_on=on,
            ends_on=on,
            status="CANCELLED",
            url=url,
            stamped=on,
            changes=event.changes + 1,
        )


def withdrawn_file(seen: WithdrawnFileInputs) -> Planned:
    """The file that stood beside its page: who has subscribed to it learns that all is cancelled."""
    url = addresses.notice_calendar_url(seen.withdrawn.key)
    return Planned(
        url=url, template="subscription", view=partial(withdrawn_file_view, seen), source=seen.withdrawn.place
    )


def withdrawn_file_view(seen: WithdrawnFileInputs) -> SubscriptionView:
    """What is in it."""
    site, key = seen.site, seen.withdrawn.key
    return SubscriptionView(
        name=f"{_TITLE} – {site.name}",
        url=site.absolute(addresses.notice_url(key)),
        self_url=site.absolute(addresses.notice_calendar_url(key)),
        host=host_of(site),
        events=seen.events,
    )
