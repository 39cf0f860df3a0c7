"""The calendar as a value: which years it has, and what every day of them holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year
from bulletin.model.anniversary import Anniversary, AnniversaryInYear, DayOff
from bulletin.model.archive import Archive, Entry
from bulletin.model.campaign import Campaign, Window
from bulletin.model.ward import Ward
from bulletin.plan.desk.changes import Told
from bulletin.plan.desk.flags import FLAGGED
from bulletin.plan.desk.programme import called_off
from bulletin.plan.desk.tasks import Task, changes_told, tasks
from bulletin.plan.desk.visibility import is_shown
from bulletin.plan.desk.who_cites_what import Dispatches
from bulletin.words.dates.lunar import FIRST, LAST, LunarDay, to_lunar

# By custom flags are out on such a day.
_FLAGS_OUT = re.compile(r"treo (?:\w+ )?cờ", re.IGNORECASE)


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
    all rows, of other years too; `changes` are what notices call off or move of what others have announced.
    """

    years: tuple[int, ...]
    anniversaries: tuple[Anniversary, ...]
    days: Mapping[date, Day]
    campaigns: tuple[Campaign, ...]
    tasks: tuple[Task, ...]
    days_off: tuple[DayOff, ...] = ()
    changes: tuple[Told, ...] = ()

    def month(self, year: int, month: int) -> tuple[Day, ...]:
        """The days of a month of one of `years`."""
        first = date(year, month, 1)
        return tuple(day for n in range(31) if (day := self.days.get(first + timedelta(n))) and day.on.month == month)

    def between(self, first: date, last: date) -> tuple[Day, ...]:
        """The days from `first` to `last` that are known."""
        length = (last - first).days + 1
        return tuple(day for n in range(length) if (day := self.days.get(first + timedelta(n))))


def almanac(
    archive: Archive, ward: Ward, today: date, shown: Iterable[Entry], dispatches: Dispatches, *, preview: bool
) -> Almanac:
    """The calendar of the years with notices or campaigns, of this year and the next, and of those the ward asks for.

    `shown` must hold no hidden notice.
    """
    entries = tuple(shown)
    campaigns = tuple(
        sorted(
            (c for c in archive.campaigns if is_shown(c, today, preview=preview)),
            key=lambda c: (span(c)[0], c.id),
            reverse=True,
        )
    )
    here = {tier.name.casefold() for tier in ward.chain}
    kept = tuple(a for a in archive.anniversaries if not a.where or a.where.casefold() in here)
    todo = called_off(tasks(entries, campaigns, dispatches))
    asked = {e.notice.signed_on.year for e in entries} | {day.year for c in campaigns for day in span(c)}
    wanted = asked | {today.year, today.year + 1} | set(ward.years)
    years = tuple(sorted(year for year in wanted if FIRST.year <= year <= LAST.year))
    return Almanac(
        years=years,
        anniversaries=kept,
        days=_days(years, kept, archive.days_off, todo, campaigns, entries),
        campaigns=campaigns,
        tasks=todo,
        days_off=archive.days_off,
        changes=changes_told(entries, [c for c in campaigns if not c.cancelled]),
    )


def span(campaign: Campaign) -> tuple[date, date]:
    """The first and last day of which a campaign speaks; its end cannot lie before its beginning."""
    days = list(campaign.days)
    days += [day for event in campaign.events for day in (event.by, event.starts_on, event.ends_on) if day]
    days += [basis.dated for basis in campaign.basis if basis.dated and not days]
    return (min(days), max(days)) if days else (date.min, date.min)


def _days(
    years: tuple[int, ...],
    anniversaries: tuple[Anniversary, ...],
    days_off: tuple[DayOff, ...],
    todo: tuple[Task, ...],
    campaigns: tuple[Campaign, ...],
    entries: tuple[Entry, ...],
) -> Mapping[date, Day]:
    marks: dict[date, list[AnniversaryInYear]] = defaultdict(list)
    for year in years:
        for one in anniversaries_in_year(anniversaries, year):
            marks[one.on].append(one)
    off: dict[date, list[DayOff]] = defaultdict(list)
    for row in days_off:
        off[row.on].append(row)
    due: dict[date, list[Task]] = defaultdict(list)
    flagged: set[date] = set()
    for task in todo:
        words = "".join((task.what, *task.sentence))
        if task.starts_on and task.ends_on and not task.rrule and not task.is_off and _FLAGS_OUT.search(words):
            flagged.update(task.starts_on + timedelta(n) for n in range((task.ends_on - task.starts_on).days + 1))
        if not task.rrule:
            for day in dict.fromkeys(d for d in (task.first, task.last) if d):
                due[day].append(task)
    signed: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        signed[entry.notice.signed_on].append(entry)
    told: dict[date, list[Campaign]] = defaultdict(list)
    hung: dict[date, list[Hung]] = defaultdict(list)
    for campaign in campaigns:
        for day in dict.fromkeys(marked.on for marked in campaign.occasions):
            told[day].append(campaign)
        for window in () if campaign.cancelled else campaign.windows:
            if window.form.flag and window.basis:
                for n in range((window.ends_on - window.starts_on).days + 1):
                    hung[window.starts_on + timedelta(n)].append(Hung(campaign=campaign, window=window))
    return {
        on: Day(
            on=on,
            lunar=lunar,
            anniversaries=tuple(marks.get(on, ())),
            off=tuple(off.get(on, ())),
            tasks=tuple(due.get(on, ())),
            campaigns=tuple(told.get(on, ())),
            hung=tuple(hung.get(on, ())),
            flag_told=on in flagged,
            entries=tuple(signed.get(on, ())),
        )
        for year in years
        for on, lunar in _lunar_days(year)
    }


def _lunar_days(year: int) -> Iterator[tuple[date, LunarDay]]:
    """Every day of a solar year. Turned near the ends of lunar months; the days between are counted, for speed."""
    on, lunar = date(year, 1, 1), to_lunar(date(year, 1, 1))
    while on.year == year:
        yield on, lunar
        if on == LAST:
            return
        on += timedelta(1)
        # Months have 29 days or 30.
        lunar = to_lunar(on) if lunar.day >= 29 else lunar._replace(day=lunar.day + 1)
