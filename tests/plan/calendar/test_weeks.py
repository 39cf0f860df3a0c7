"""The grid of a month: every day stands below the heading of its weekday."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bulletin.plan.calendar.weeks import WEEK, in_weeks
from bulletin.words.dates.printed import weekday


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 40))
def test_every_day_stands_below_its_weekday(first: date, length: int) -> None:
    days = [first + timedelta(n) for n in range(length)]
    weeks = in_weeks(first, days)
    assert [day for week in weeks for day in week if day] == days
    assert weeks[0] != (None,) * len(WEEK) != weeks[-1]
    for week in weeks:
        for heading, day in zip(WEEK, week, strict=True):
            assert day is None or heading.name.casefold() == weekday(day).casefold()
