"""The calendar for people: what comes next, the years, the months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from bulletin import addresses
from bulletin.model.anniversary import Anniversary
from bulletin.model.views.calendar import (
    CalendarDay,
    CalendarView,
    Mark,
    MonthGrid,
    MonthView,
    SmallDay,
    SubscriptionLink,
    YearMonth,
    YearRow,
    YearView,
)
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Planned
from bulletin.plan.calendar.day_in_words import (
    ComingInputs,
    calendar_day,
    coming,
    marks,
    notice_marks,
    running,
    task_mark,
    without_again,
)
from bulletin.plan.calendar.day_pages import days_of_the_year
from bulletin.plan.calendar.differ_by_time import together
from bulletin.plan.calendar.names import lunar_words, month_name
from bulletin.plan.calendar.task_words import rule_of, when_of, within
from bulletin.plan.calendar.vocabulary import CALENDAR, CAMPAIGNS, NOTICES_OF_A_DAY, TASKS, TOPICS
from bulletin.plan.calendar.weeks import WEEK, in_weeks
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task
from bulletin.words.dates.printed import with_weekday

# Those of the newest notices; many go on for years.
_RECURRING = 5
# Of `/lich/`: the days that it shows at once.
_WEEK = timedelta(7)
# What the list of a year tells; a month tells the rest.
_OF_THE_YEAR = frozenset({"off", "work", "anniversary"})
# On paper: characters of a line of a day, lines that every week has, lines of a sheet.
_LINE, _LINES, _LINES_OF_A_SHEET = 25, 5, 36
_NOT_ON_PAPER = frozenset({"notice", "campaign"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthInputs:
    """What a month sees: its `days`, the tasks that are `running` from before it to after it, those that come again and
    again, of both those of the newest notices first, whether the days off of its year are known, and the months beside
    it that have a page."""

    site: Site
    today: date
    month: date
    days: tuple[Day, ...]
    running: tuple[Task, ...]
    recurring: tuple[Task, ...]
    has_days_off: bool
    older: date | None
    newer: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearInputs:
    """What a year sees: the days of each of its `months`, and the years beside it that have a page."""

    site: Site
    today: date
    year: int
    months: tuple[tuple[Day, ...], ...]
    has_days_off: bool
    older: int | None
    newer: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarInputs:
    """What `/lich/` sees: this `month`, if the calendar reaches so far, the days that come, the `recurring` tasks, all
    `years`, and the anniversaries, of whose days it has the list."""

    site: Site
    today: date
    month: MonthInputs | None
    coming: ComingInputs
    recurring: tuple[Task, ...]
    years: tuple[int, ...]
    anniversaries: tuple[Anniversary, ...]


def calendar(seen: CalendarInputs) -> Planned:
    """`/lich/`."""
    return Planned(url=addresses.CALENDAR, template="calendar.html", view=partial(calendar_view, seen))


def month_page(seen: MonthInputs) -> Planned:
    """`/lich/2022/05/`."""
    url = addresses.calendar_month_url(seen.month)
    return Planned(url=url, template="calendar-month.html", view=partial(month_view, seen))


def year_page(seen: YearInputs) -> Planned:
    """`/lich/2022/`."""
    url = addresses.calendar_year_url(seen.year)
    return Planned(url=url, template="calendar-year.html", view=partial(year_view, seen))


def calendar_view(seen: CalendarInputs) -> CalendarView:
    """The next days, this month, and ways to everything else."""
    site, today, days = seen.site, seen.today, coming(seen.coming)
    here = addresses.calendar_month_url(today) if seen.month else addresses.CALENDAR
    week = tuple(day for day in days if day.iso < (today + _WEEK).isoformat())
    going_on, again = running(seen.coming), together(seen.recurring)[:_RECURRING]
    recurring = tuple(task_mark(site, tasks[0], when_of(tasks, today, today.year)) for tasks in again)
    of_days = (mark for day in days for mark in day.marks)
    return CalendarView(
        frame=site.frame(
            addresses.CALENDAR,
            CALENDAR,
            description="Ngày nghỉ, ngày kỷ niệm, ngày treo cờ, việc cần làm, theo ngày dương lịch và âm lịch.",
        ),
        month=_grid(seen.month) if seen.month else None,
        month_link=site.anchor(here, month_name(today)),
        next_month=_month_anchor(site, seen.month.newer) if seen.month else None,
        week_heading=f"{_WEEK.days} ngày tới",
        week=week,
        later_heading=f"Xem tiếp đến hết {with_weekday(today + timedelta(seen.coming.length - 1))}",
        later=days[len(week) :],
        running=going_on,
        recurring=recurring,
        has_readings=any(mark.is_read for mark in (*going_on, *recurring, *of_days)),
        years=tuple(site.anchor(addresses.calendar_year_url(year), f"Năm {year}") for year in seen.years),
        pages=(site.anchor(addresses.TASKS, TASKS), site.anchor(addresses.CAMPAIGNS, CAMPAIGNS)),
        subscriptions=tuple(
            _subscription(site, name, addresses.subscription_url(topic)) for topic, name in TOPICS.items()
        ),
        days=days_of_the_year(site, seen.anniversaries),
    )


def month_view(seen: MonthInputs) -> MonthView:
    """The days of a month, and what comes again and again in it."""
    site, month = seen.site, seen.month
    name = month_name(month)
    heading = f"Lịch {name[0].lower()}{name[1:]}"
    crumbs = (
        site.anchor(addresses.CALENDAR, CALENDAR),
        site.anchor(addresses.calendar_year_url(month.year), f"Năm {month.year}"),
    )
    return MonthView(
        frame=site.frame(addresses.calendar_month_url(month), heading, crumbs=crumbs),
        heading=heading,
        grid=_grid(seen),
        older=_month_anchor(site, seen.older),
        newer=_month_anchor(site, seen.newer),
    )


def year_view(seen: YearInputs) -> YearView:
    """The months of a year in small, with their marked days."""
    site, heading = seen.site, f"Lịch năm {seen.year}"
    crumbs = (site.anchor(addresses.CALENDAR, CALENDAR),)
    return YearView(
        frame=site.frame(addresses.calendar_year_url(seen.year), heading, crumbs=crumbs),
        heading=heading,
        no_days_off=_no_days_off(seen.has_days_off),
        weekdays=WEEK,
        months=tuple(_small(seen, days) for days in seen.months),
        older=_year_anchor(site, seen.older),
        newer=_year_anchor(site, seen.newer),
    )


def _subscription(site: Site, name: str, address: str) -> SubscriptionLink:
    url = site.absolute(address)
    webcal = f"webcal:{url.partition(':')[2]}"
    return SubscriptionLink(href=site.href(address), name=name, url=url, webcal=webcal)


def _month_anchor(site: Site, month: date | None) -> Anchor | None:
    return site.anchor(addresses.calendar_month_url(month), month_name(month)) if month else None


def _year_anchor(site: Site, year: int | None) -> Anchor | None:
    return site.anchor(addresses.calendar_year_url(year), f"Năm {year}") if year else None


def _no_days_off(has_days_off: bool) -> str:
    """Said where nobody has told the days off of a year: else its feasts would look like working days."""
    return "" if has_days_off else "; chưa có lịch nghỉ của năm này"


def _grid(seen: MonthInputs) -> MonthGrid:
    """The month in weeks. It is crowded when its marks take more lines on paper than a sheet has."""
    site, month, days = seen.site, seen.month, seen.days
    held = without_again((day, marks(site, seen.today, day, since=month)) for day in days)
    cells = tuple(_cell(seen, day, of_day) for day, of_day in held)
    weeks = in_weeks(month, cells)
    first, last = days[0].on, days[-1].on
    # What goes on without an end is told as far as anybody plans.
    told_of = seen.recurring if first.year <= seen.today.year + 1 else ()
    again = together(task for task in told_of if _overlaps(task, first, last))
    recurring = tuple(_recurring(site, tasks, first, last) for tasks in again[:_RECURRING])
    going_on = tuple(task_mark(site, task, when_of([task], first, first.year)) for task in seen.running[:_RECURRING])
    has_more = max(len(again), len(seen.running)) > _RECURRING
    of_days = (mark for cell in cells for mark in cell.marks)
    lines = sum(max(_LINES, *map(_lines, week)) for week in weeks) + len(recurring) + len(going_on)
    return MonthGrid(
        caption=f"{month_name(month)}: số lớn là ngày dương lịch, số nhỏ là ngày âm lịch"
        + _no_days_off(seen.has_days_off),
        weekdays=WEEK,
        weeks=weeks,
        running=going_on,
        recurring=recurring,
        more=site.anchor(addresses.TASKS, "Các việc kéo dài, lặp lại khác") if has_more else None,
        today=next((cell for cell in cells if cell.is_today), None),
        has_readings=any(mark.is_read for mark in (*going_on, *recurring, *of_days)),
        crowded=lines > _LINES_OF_A_SHEET,
    )


def _overlaps(task: Task, first: date, last: date) -> bool:
    return next(task.days(first, last), None) is not None


def _lines(day: CalendarDay | None) -> int:
    """About how many printed lines the marks of a day take."""
    if not day:
        return 0
    return sum(-(-len(f"{m.lead}{m.text}{m.note}") // _LINE) for m in day.marks if m.kind not in _NOT_ON_PAPER)


def _cell(seen: MonthInputs, day: Day, held: tuple[Mark, ...]) -> CalendarDay:
    """A day with its notices, as far as there is room, and a link to the rest."""
    site = seen.site
    cell = calendar_day(site, seen.today, day, (*held, *notice_marks(site, day)))
    if len(day.entries) <= NOTICES_OF_A_DAY:
        return cell
    rest = f"và {len(day.entries) - NOTICES_OF_A_DAY} thông báo nữa"
    return replace(cell, more=site.anchor(addresses.month_url(day.on), rest))


def _recurring(site: Site, tasks: Sequence[Task], first: date, last: date) -> Mark:
    """What comes again and again: «Sáng thứ 7 hàng tuần: Tổng vệ sinh»; when it begins or ends from the `first` day to
    the `last`, from when and until when; and which days between them it leaves out."""
    mark = task_mark(site, tasks[0], rule_of(tasks))
    return replace(mark, note="; ".join(filter(None, (within(tasks[0], first, last), mark.note))))


def _small(seen: YearInputs, days: Sequence[Day]) -> YearMonth:
    rows: list[YearRow] = []
    cells: list[SmallDay] = []
    for day in days:
        on = day.on
        shown = [mark for mark in marks(seen.site, seen.today, day) if mark.kind in _OF_THE_YEAR]
        cells.append(_SMALL_DAYS[on.day, _kind(shown)])
        rows += [
            YearRow(iso=on.isoformat(), date=f"{on.day:02}/{on.month}", lunar=lunar_words(day.lunar), mark=mark)
            for mark in shown
        ]
    month = days[0].on
    return YearMonth(
        title=seen.site.anchor(addresses.calendar_month_url(month), f"Tháng {month.month}"),
        weeks=in_weeks(month, cells),
        rows=tuple(rows),
    )


def _kind(shown: Sequence[Mark]) -> str:
    """What a small day looks like, in the words of the style sheet."""
    if any(mark.kind == "off" for mark in shown):
        return "off"
    return "" if not shown else "minor" if all(mark.minor for mark in shown) else "major"


# The same few in every year.
_SMALL_DAYS = {
    (number, kind): SmallDay(number=str(number), kind=kind)
    for number in range(1, 32)
    for kind in ("", "minor", "major", "off")
}
