"""What a list of the next days sees."""

from __future__ import annotations

from datetime import timedelta

from bulletin.plan.calendar.day_in_words import ComingInputs
from bulletin.plan.desk.desk import Desk


def coming_inputs(desk: Desk, length: int) -> ComingInputs:
    """For a list of the next `length` days."""
    days = desk.almanac.between(desk.today, desk.today + timedelta(length - 1))
    return ComingInputs(site=desk.site, today=desk.today, length=length, days=days)
