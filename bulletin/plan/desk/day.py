"""A day of the calendar, and all days: what falls on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bulletin.model.anniversary import Anniversary, AnniversaryInYear, DayOff
from bulletin.model.archive import Entry
from bulletin.model.campaign import Campaign, Window
from bulletin.plan.desk.hung_flags import FLAGGED
from bulletin.plan.desk.task import Task, Told
from bulletin.words.dates.lunar import LunarDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """Flags that a campaign has hung on some day."""

    campaign: Campaign
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day. `tasks` begin, end or are due on it; `entries` were signed on it; `hung` only where a notice sets it.

    `flag_told`: a notice asks for flags on it.
    """

    on: date
    lunar: LunarDay
    anniversaries: tuple[AnniversaryInYear, ...]
    off: tuple[DayOff, ...]
    tasks: tuple[Task, ...]
    campaigns: tuple[Campaign, ...]
    hung: tuple[Hung, ...]
    flag_told: bool
    entries: tuple[Entry, ...]

    @property
    def flag_awaited(self) -> bool:
        """By custom flags are out on this day, and no notice known here sets it."""
        return not (self.hung or self.flag_told) and any(c.anniversary.flag in FLAGGED for c in self.anniversaries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanac:
    """`years` in order; `days` has every day of them; `anniversaries` are those that are kept here.

    `campaigns` are the shown ones, the latest first; `tasks` are what residents must do, by day; `days_off` are
    all rows, of other years too; `changes` are what notices call off or move of what others have announced;
    `by_source` has by its address all that one notice or campaign asks, also what another tells better.
    """

    years: tuple[int, ...]
    anniversaries: tuple[Anniversary, ...]
    days: Mapping[date, Day]
    campaigns: tuple[Campaign, ...]
    tasks: tuple[Task, ...]
    days_off: tuple[DayOff, ...] = ()
    changes: tuple[Told, ...] = ()
    by_source: Mapping[str, tuple[Task, ...]] = field(default_factory=dict)

    def month(self, year: int, month: int) -> tuple[Day, ...]:
        """The days of a month of one of `years`."""
        first = date(year, month, 1)
        return tuple(day for n in range(31) if (day := self.days.get(first + timedelta(n))) and day.on.month == month)

    def between(self, first: date, last: date) -> tuple[Day, ...]:
        """The days from `first` to `last` that are known."""
        length = (last - first).days + 1
        return tuple(day for n in range(length) if (day := self.days.get(first + timedelta(n))))


def span(campaign: Campaign) -> tuple[date, date]:
    """The first and last day of which a campaign speaks; its end cannot lie before its beginning."""
    days = list(campaign.days)
    days += [day for event in campaign.events for day in (event.by, event.starts_on, event.ends_on) if day]
    days += [basis.dated for basis in campaign.basis if basis.dated and not days]
    return (min(days), max(days)) if days else (date.min, date.min)
