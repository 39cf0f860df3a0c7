"""Subscriptions: what a calendar application fetches again and again, one file a topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

# Of rows of the common calendar nobody knows the day.
UNSTAMPED = date(1970, 1, 1)
Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllDay:
    """One thing in a calendar, on whole days; `ends_on` is the last of them.

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
    events: tuple[AllDay, ...]
