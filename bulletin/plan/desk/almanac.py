"""The calendar as a value: which years it has, and what every day of them holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year
from bulletin.model.anniversary import Anniversary, AnniversaryInYear, DayOff
from bulletin.model.archive import Archive, Entry
from bulletin.model.campaign import Campaign
from bulletin.model.ward import Ward
from bulletin.plan.desk.day import Almanac, Day, Hung, span
from bulletin.plan.desk.dispatch import Dispatches
from bulletin.plan.desk.programme import called_off
from bulletin.plan.desk.task import Task
from bulletin.plan.desk.tasks import changes_told, tasks
from bulletin.plan.desk.visibility import is_shown
from bulletin.words.dates.lunar import FIRST, LAST, LunarDay, to_lunar

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
