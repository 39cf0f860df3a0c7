"""What a list of the next days sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bulletin.plan.calendar.day_in_words import ComingInputs
from bulletin.plan.calendar.task_rows import is_open
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.task import Task

_WEEK = 7


def coming_inputs(desk: Desk, length: int) -> ComingInputs:
    """For a list of the next `length` days."""
    today, last = desk.today, desk.today + timedelta(length - 1)
    running = [t for t in desk.almanac.tasks if t.starts_on and t.starts_on < today and not (t.rrule or t.by)]
    return ComingInputs(
        site=desk.site,
        today=today,
        length=length,
        days=tuple(_with_rules(desk.almanac.between(today, last), desk.almanac.tasks)),
        running=tuple(task for task in running if is_open(task, today)),
    )


def _with_rules(days: tuple[Day, ...], tasks: tuple[Task, ...]) -> Iterator[Day]:
    """`days` with what comes again there once a week or less; what comes more often would stand on every day."""
    if not days:
        return
    coming: dict[date, list[Task]] = {}
    for task in tasks:
        on = list(task.days(days[0].on, days[-1].on)) if task.rrule and task.starts_on and not task.is_off else []
        if len(on) <= len(days) // _WEEK:
            for each in on:
                coming.setdefault(each, []).append(task)
    for day in days:
        yield replace(day, tasks=(*day.tasks, *coming[day.on])) if day.on in coming else day
