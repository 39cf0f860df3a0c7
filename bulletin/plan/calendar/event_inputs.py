"""What the events of subscriptions are made from, and what becomes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bulletin.model.anniversary import Anniversary, DayOff
from bulletin.model.campaign import Campaign
from bulletin.model.views.subscriptions import UNSTAMPED, CalendarEvent
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsInputs:
    """What events see: `years` are those that the calendar has pages of, `modified` the days on which notices last
    changed, `corrected` how often an editor has changed them, both by address; `cancelled` are the events of withdrawn
    notices."""

    site: Site
    today: date
    years: tuple[int, ...]
    anniversaries: tuple[Anniversary, ...]
    days_off: tuple[DayOff, ...]
    campaigns: tuple[Campaign, ...]
    tasks: tuple[Task, ...]
    modified: Mapping[str, date]
    corrected: Mapping[str, int] = field(default_factory=dict)
    cancelled: tuple[CalendarEvent, ...] = ()

    def description(self, url: str, *lines: str) -> str:
        """What is said of an event, a line each, "" left out, with the way back to its page at the end."""
        return "\n".join((*filter(None, lines), f"Xem: {self.site.absolute(url)}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class InTopics:
    """An event, and the topics in whose files it stands."""

    topics: tuple[str, ...]
    event: CalendarEvent


def told_on(campaign: Campaign, today: date) -> date:
    """The day of the last paper that it rests on."""
    return min(max((basis.dated for basis in campaign.bases if basis.dated), default=UNSTAMPED), today)
