"""The calendar for people: what comes next, the years, the months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from bulletin import addresses
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
from bulletin.model.views.page import Page
from bulletin.plan.calendar.day_in_words import (
    NOTICES,
    calendar_day,
    coming,
    days_heading,
    lunar_words,
    marks,
    month_name,
    notice_marks,
    task_note,
    task_words,
)
from bulletin.plan.calendar.day_pages import day_pages, days_of_the_year
from bulletin.plan.calendar.subscriptions import TOPICS
from bulletin.plan.calendar.task_words import within
from bulletin.plan.calendar.weeks import WEEK, in_weeks
from bulletin.plan.desk.almanac import Day
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.tasks import Task

HEADING = "Lịch"
NEXT_DAYS = 30
# Those of the newest notices; many go on for years.
RECURRING = 5
# What the list of a year tells; a month tells the rest.
_OF_THE_YEAR = frozenset({"off", "work", "anniversary"})
# On paper: letters of a line of a day, lines that every week has, lines of a sheet.
_LINE, _LINES, _LINES_OF_A_SHEET = 25, 5, 36
_NOT_ON_PAPER = frozenset({"notice", "campaign"})


def calendar(desk: Desk) -> Iterator[Page]:
    """All its pages but those of tasks and campaigns."""
    years = desk.almanac.years
    held = {on: marks(desk, day) for on, day in desk.almanac.days.items()}
    recurring = sorted(
        (t for t in desk.almanac.tasks if t.rrule and t.starts_on), key=lambda t: t.starts_on or date.min, reverse=True
    )
    yield _index(desk, held, [task for task in recurring if task.next_day(desk.today)])
    months = [date(year, month, 1) for year in years for month in range(1, 13)]
    for i, month in enumerate(months):
        older, newer = months[i - 1] if i else None, months[i + 1] if i + 1 < len(months) else None
        yield _month(desk, month, held, recurring, older, newer)
    for i, year in enumerate(years):
        older_year, newer_year = years[i - 1] if i else 0, years[i + 1] if i + 1 < len(years) else 0
        yield _year(desk, year, held, older_year, newer_year)
    yield from day_pages(desk)


_Held = Mapping[date, tuple[Mark, ...]]


def _index(desk: Desk, held: _Held, recurring: Sequence[Task]) -> Page:
    today = desk.today
    years = tuple(desk.anchor(addresses.calendar_year_url(year), f"Năm {year}") for year in desk.almanac.years)
    known = today.year in desk.almanac.years
    here = addresses.calendar_month_url(today) if known else addresses.CALENDAR
    view = CalendarView(
        frame=desk.frame(
            addresses.CALENDAR,
            HEADING,
            description="Ngày nghỉ, ngày kỷ niệm, ngày treo cờ, việc cần làm, theo ngày dương lịch và âm lịch.",
        ),
        month=_grid(desk, today.replace(day=1), held, recurring) if known else None,
        month_link=desk.anchor(here, month_name(today)),
        coming_heading=days_heading(desk, NEXT_DAYS),
        coming=coming(desk, NEXT_DAYS),
        years=years,
        pages=(
            desk.anchor(addresses.TASKS, "Việc cần làm"),
            desk.anchor(addresses.CAMPAIGNS, "Các đợt tuyên truyền"),
        ),
        subscriptions=tuple(
            _subscription(desk, name, addresses.subscription_url(topic)) for topic, name in TOPICS.items()
        ),
        days=days_of_the_year(desk),
    )
    return Page(url=addresses.CALENDAR, template="calendar.html", view=view)


def _subscription(desk: Desk, name: str, address: str) -> SubscriptionLink:
    url = desk.ward.absolute(address)
    webcal = f"webcal:{url.partition(':')[2]}"
    return SubscriptionLink(href=desk.ward.href(address), name=name, url=url, webcal=webcal)


def _month(
    desk: Desk, month: date, held: _Held, recurring: Sequence[Task], older: date | None, newer: date | None
) -> Page:
    url, title = addresses.calendar_month_url(month), month_name(month)
    view = MonthView(
        frame=desk.frame(
            url,
            f"Lịch {title[0].lower()}{title[1:]}",
            crumbs=(
                desk.anchor(addresses.CALENDAR, HEADING),
                desk.anchor(addresses.calendar_year_url(month.year), f"Năm {month.year}"),
            ),
        ),
        heading=f"Lịch {title[0].lower()}{title[1:]}",
        grid=_grid(desk, month, held, recurring),
        older=desk.anchor(addresses.calendar_month_url(older), month_name(older)) if older else None,
        newer=desk.anchor(addresses.calendar_month_url(newer), month_name(newer)) if newer else None,
    )
    return Page(url=url, template="calendar-month.html", view=view)


def _grid(desk: Desk, month: date, held: _Held, recurring: Sequence[Task]) -> MonthGrid:
    days = desk.almanac.month(month.year, month.month)
    weeks = in_weeks(month, (_cell(desk, day, held[day.on]) for day in days))
    first, last = days[0].on, days[-1].on
    # What goes on without an end is told as far as anybody plans.
    told_of = recurring if first.year <= desk.today.year + 1 else ()
    again = tuple(islice((task for task in told_of if _overlaps(task, first, last)), RECURRING + 1))
    told = _recurring(desk, again[:RECURRING], first, last)
    return MonthGrid(
        caption=f"{month_name(month)}: số lớn là ngày dương lịch, số nhỏ là ngày âm lịch"
        + _no_days_off(desk, month.year),
        weekdays=WEEK,
        weeks=weeks,
        recurring=told,
        more=desk.anchor(addresses.TASKS, "Các việc lặp lại khác") if len(again) > RECURRING else None,
        crowded=sum(max(_LINES, *map(_lines, week)) for week in weeks) + len(told) > _LINES_OF_A_SHEET,
    )


def _overlaps(task: Task, first: date, last: date) -> bool:
    return next(task.days(first, last), None) is not None


def _lines(day: CalendarDay | None) -> int:
    """About how many printed lines the marks of a day take."""
    if not day:
        return 0
    return sum(-(-(len(m.text) + len(m.note)) // _LINE) for m in day.marks if m.kind not in _NOT_ON_PAPER)


def _cell(desk: Desk, day: Day, held: tuple[Mark, ...]) -> CalendarDay:
    if not day.entries:
        return calendar_day(desk, day, held)
    cell = calendar_day(desk, day, (*held, *notice_marks(desk, day)))
    if len(day.entries) <= NOTICES:
        return cell
    rest = f"và {len(day.entries) - NOTICES} thông báo nữa"
    return replace(cell, more=desk.anchor(addresses.month_url(day.on), rest))


def _recurring(desk: Desk, tasks: Sequence[Task], first: date, last: date) -> tuple[Mark, ...]:
    """What comes again and again: «Sáng thứ 7 hàng tuần: tổng vệ sinh»; when it begins or ends from the `first` day to
    the `last`, from when and until when; and which days between them it leaves out."""
    return tuple(
        Mark(
            kind="task",
            text=task_words(task, f"{task.every[:1].upper()}{task.every[1:]}"),
            href=desk.ward.href(task.url),
            note="; ".join(filter(None, (within(task, first, last), task_note(task)))),
        )
        for task in tasks
    )


def _no_days_off(desk: Desk, year: int) -> str:
    """Said where nobody has told the days off of a year: else its feasts would look like working days."""
    return "" if any(row.on.year == year for row in desk.almanac.days_off) else "; chưa có lịch nghỉ của năm này"


def _year(desk: Desk, year: int, held: _Held, older: int, newer: int) -> Page:
    url, title = addresses.calendar_year_url(year), f"Lịch năm {year}"
    view = YearView(
        frame=desk.frame(url, title, crumbs=(desk.anchor(addresses.CALENDAR, HEADING),)),
        heading=title,
        no_days_off=_no_days_off(desk, year),
        weekdays=WEEK,
        months=tuple(_small(desk, date(year, month, 1), held) for month in range(1, 13)),
        older=_year_anchor(desk, older),
        newer=_year_anchor(desk, newer),
    )
    return Page(url=url, template="calendar-year.html", view=view)


def _year_anchor(desk: Desk, year: int) -> Anchor | None:
    return desk.anchor(addresses.calendar_year_url(year), f"Năm {year}") if year else None


def _small(desk: Desk, month: date, held: _Held) -> YearMonth:
    rows: list[YearRow] = []
    cells: list[SmallDay] = []
    for day in desk.almanac.month(month.year, month.month):
        on = day.on
        told = [mark for mark in held[on] if mark.kind in _OF_THE_YEAR]
        cells.append(_DAYS[on.day, _kind(told)])
        rows += [
            YearRow(iso=on.isoformat(), date=f"{on.day:02}/{on.month}", lunar=lunar_words(day.lunar), mark=mark)
            for mark in told
        ]
    return YearMonth(
        title=desk.anchor(addresses.calendar_month_url(month), f"Tháng {month.month}"),
        weeks=in_weeks(month, cells),
        rows=tuple(rows),
    )


def _kind(told: list[Mark]) -> str:
    if any(mark.kind == "off" for mark in told):
        return "off"
    return "" if not told else "minor" if all(mark.minor for mark in told) else "major"


# The same few in every year.
_DAYS = {
    (number, kind): SmallDay(number=str(number), kind=kind)
    for number in range(1, 32)
    for kind in ("", "minor", "major", "off")
}
