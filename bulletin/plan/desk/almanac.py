"""The calendar as a value: which years it has, and what every day of them holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year
from bulletin.model.anniversary import Anniversary, DayOff
from bulletin.model.archive import Archive, Entry
from bulletin.model.campaign import Campaign
from bulletin.model.ward import Ward
from bulletin.plan.desk.day import Almanac, Day, Hung, span
from bulletin.plan.desk.dispatch import Dispatches
from bulletin.plan.desk.programme import called_off
from bulletin.plan.desk.task import Task
from bulletin.plan.desk.tasks import changes_told, tasks_and_sources
from bulletin.plan.desk.visibility_and_urgency import is_shown
from bulletin.words.dates.lunar import FIRST, LAST, LunarDay, to_lunar

T = TypeVar("T")
# By custom flags are out on such a day.
_FLAGS_OUT = re.compile(r"treo (?:\w+ )?cờ", re.IGNORECASE)


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
    ended = ward.ended(today)
    asked_of_all, by_source = tasks_and_sources(entries, campaigns, dispatches, ended.until if ended else None)
    todo = called_off(asked_of_all)
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
        by_source={url: called_off(group) for url, group in by_source.items()},
    )


def _days(
    years: tuple[int, ...],
    anniversaries: tuple[Anniversary, ...],
    days_off: tuple[DayOff, ...],
    todo: tuple[Task, ...],
    campaigns: tuple[Campaign, ...],
    entries: tuple[Entry, ...],
) -> Mapping[date, Day]:
    """Every day of `years`, with what of the others lies on it."""
    marks = _by_day((one.on, one) for year in years for one in anniversaries_in_year(anniversaries, year))
    off = _by_day((row.on, row) for row in days_off)
    due = _by_day((day, task) for task in todo for day in _days_of(task))
    flagged = set(chain.from_iterable(map(_flags_out, todo)))
    signed = _by_day((entry.notice.signed_on, entry) for entry in entries)
    told = _by_day((day, c) for c in campaigns for day in dict.fromkeys(marked.on for marked in c.occasions))
    hung = _by_day(pair for campaign in campaigns for pair in _hung(campaign))
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


def _by_day(rows: Iterable[tuple[date, T]]) -> Mapping[date, list[T]]:
    """Day → what lies on it, in the order given."""
    by_day: dict[date, list[T]] = {}
    for day, row in rows:
        by_day.setdefault(day, []).append(row)
    return by_day


def _each(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(n) for n in range((last - first).days + 1))


def _days_of(task: Task) -> Iterable[date]:
    """The first and last day of what is no rule."""
    return () if task.rrule else dict.fromkeys(day for day in (task.first, task.last) if day)


def _flags_out(task: Task) -> Iterable[date]:
    """The days on which a notice asks for flags."""
    if not task.starts_on or not task.ends_on or task.rrule or task.is_off:
        return ()
    asked = _FLAGS_OUT.search("".join((task.what, *task.sentence)))
    return _each(task.starts_on, task.ends_on) if asked else ()


def _hung(campaign: Campaign) -> Iterator[tuple[date, Hung]]:
    """The flags that a campaign hangs, as far as a notice sets their days."""
    for window in () if campaign.cancelled else campaign.windows:
        if window.form.flag and window.basis:
            for day in _each(window.starts_on, window.ends_on):
                yield day, Hung(campaign=campaign, window=window)


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
