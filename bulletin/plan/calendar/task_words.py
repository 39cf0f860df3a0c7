"""The days of a task in words: «Sáng thứ 7 hàng tuần, đến hết ngày 31/12/2026, trừ ngày 28/11/2026»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bulletin.plan.calendar.vocabulary import OPEN_END
from bulletin.plan.desk.task import Task
from bulletin.words.dates.occurrences import occurrences
from bulletin.words.dates.printed import short, with_weekday

# «trước ngày 15/5» ends on the eve; «trước 17 giờ ngày 15/5» on the day itself.
_BEFORE = re.compile(r"trước (?:thứ \w+,? )?(?:ngày|[0-9]{1,2} ?[/.-])", re.IGNORECASE)


def when(task: Task, today: date) -> str:
    """As the page of tasks says it; of a rule what is past on `today` is left out."""
    if task.rrule:
        return _capital(task.every) + _bounds(task, today)
    if task.by:
        return f"{'Trước' if _BEFORE.search(task.sentence[1]) else 'Chậm nhất'} {with_weekday(task.by)}{_lunar(task)}"
    if task.has_open_end and task.starts_on:
        return f"Từ {with_weekday(task.starts_on)}{_lunar(task)} {OPEN_END}"
    if task.starts_on and task.ends_on and task.starts_on != task.ends_on:
        return f"Từ {with_weekday(task.starts_on)} đến hết {with_weekday(task.ends_on)}{_lunar(task)}"
    return _capital(with_weekday(task.starts_on or task.ends_on or date.max)) + _lunar(task)


def days(task: Task) -> str:
    """Of a task that is no rule, in figures: «Từ ngày 24/4/2026 đến hết ngày 26/4/2026»."""
    if task.has_open_end and task.starts_on:
        return f"Từ ngày {short(task.starts_on)}{_lunar(task)} {OPEN_END}"
    if task.starts_on and task.ends_on and task.starts_on != task.ends_on:
        return f"Từ ngày {short(task.starts_on)} đến hết ngày {short(task.ends_on)}{_lunar(task)}"
    return f"Ngày {short(task.last or task.first or date.max)}{_lunar(task)}"


def but(task: Task, excluded: Iterable[date]) -> str:
    """«, trừ ngày 28/11/2026 và ngày 05/12/2026» of those that the words of the rule do not tell themselves."""
    days_off = [f"ngày {short(day)}" for day in sorted(set(excluded)) if not _tells(task.every, day)]
    return f", trừ {_listed(days_off)}" if days_off else ""


def within(task: Task, first: date, last: date) -> str:
    """What of a rule is told beside its month: where in it the rule begins and ends, and which days it leaves out."""
    start, end = task.starts_on or first, task.ends_on or last
    late = start > first and next(occurrences(task.rrule, first, start - timedelta(1)), None)
    since = f"từ ngày {short(start)}" if late else ""
    until = f"đến hết ngày {short(end)}" if task.ends_on == end <= last else ""
    return f"{' '.join(filter(None, (since, until)))}{but(task, task.left_out(first, last))}".removeprefix(", ")


def _bounds(task: Task, today: date) -> str:
    first, last = task.starts_on, task.ends_on
    parts = [
        f"từ ngày {short(first)}" if first and first > today and not _tells(task.every, first) else "",
        f"đến hết ngày {short(last)}" if last and not _tells(task.every, last) else "",
    ]
    bounds = " ".join(filter(None, parts))
    return f"{', ' if bounds else ''}{bounds}{but(task, (day for day in task.excluded if day >= today))}"


def _tells(words: str, day: date) -> bool:
    """Whether words print a day and month; a year that they leave out goes without saying there."""
    return bool(re.search(rf"(?<![0-9/.-])0?{day.day} ?[/.-] ?0?{day.month}(?![0-9])", words))


def _listed(words: list[str]) -> str:
    return " và ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _lunar(task: Task) -> str:
    return f" ({task.lunar})" if task.lunar else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
