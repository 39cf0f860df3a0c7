"""Subscriptions: what a calendar application fetches again and again, one file a topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bulletin.model.clock import Span

# Of rows of the common calendar nobody knows the day.
UNSTAMPED = date(1970, 1, 1)
Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One thing in a calendar, on whole days unless it has hours; `ends_on` is the last of them.

    `hours` are minutes since the midnight of the first day and, for its end, since that of the last: from (1320, of the
    21st) to (300, of the 22nd). The end may lie behind the day (1740), or be None where nobody tells it.
    `id` is made of identity alone: it stays when words or days change. `rrule` is "" or the rule of a thing that comes
    again, whose first day is `starts_on`, its last not after `until`, and which the `excluded` days are not of, though
    the rule names them. `url` is full. `stamped` is when it was told or last changed, as far as that is known,
    `changes` how often it is known to have changed.
    """

    id: str
    title: str
    description: str
    starts_on: date
    ends_on: date
    status: Status
    url: str
    where: str = ""
    hours: Span | None = None
    rrule: str = ""
    until: date | None = None
    excluded: tuple[date, ...] = ()
    stamped: date = UNSTAMPED
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionView:
    """One subscription; `host`, with the path of the site, makes the ids those of this ward; `url` is the page for
    people, `self_url` the file."""

    name: str
    url: str
    self_url: str
    host: str
    events: tuple[CalendarEvent, ...]
