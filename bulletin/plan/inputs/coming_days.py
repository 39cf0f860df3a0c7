"""What a list of the next days sees."""

from __future__ import annotations

from datetime import timedelta

from bulletin.plan.calendar.day_in_words import ComingInputs
from bulletin.plan.calendar.task_rows import is_open
from bulletin.plan.desk.desk import Desk


def coming_inputs(desk: Desk, length: int) -> ComingInputs:
    """For a list of the next `length` days."""
    today = desk.today
    running = [t for t in desk.almanac.tasks if t.starts_on and t.starts_on < today and not (t.rrule or t.by)]
    return ComingInputs(
        site=desk.site,
        today=today,
        length=length,
        days=desk.almanac.between(today, today + timedelta(length - 1)),
        running=tuple(task for task in running if is_open(task, today)),
    )
