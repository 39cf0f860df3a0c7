"""The days that a rule names, and that calendars which know RFC 5545 name the same."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr

from bulletin.words.dates.occurrences import occurrences

FIRST, LAST = date(2023, 11, 5), date(2026, 3, 4)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU",
        "FREQ=MONTHLY;BYMONTHDAY=1,2,30,31",
        "FREQ=MONTHLY;BYMONTHDAY=15,-1",
        "FREQ=MONTHLY;BYDAY=1MO,-1FR,4SU",
    ],
)
def test_as_dateutil_expands_it(rule: str) -> None:
    begin, end = (datetime.combine(day, datetime.min.time()) for day in (FIRST, LAST))
    wanted = [hit.date() for hit in rrulestr(rule, dtstart=begin).between(begin, end, inc=True)]
    assert list(occurrences(rule, FIRST, LAST)) == wanted
    less = set(wanted[1::2])
    assert list(occurrences(rule, FIRST, LAST, less)) == wanted[::2]


def test_no_days_where_the_last_lies_before_the_first() -> None:
    assert list(occurrences("FREQ=DAILY", LAST, FIRST)) == []
