"""The days that a rule of `recurring.py` names: «FREQ=MONTHLY;BYMONTHDAY=15,-1» → 15/11/2026, 30/11/2026, …"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def occurrences(rrule: str, first: date, last: date, excluded: Collection[date] = ()) -> Iterator[date]:
    """Every day from `first` to `last` that the rule names, but those `excluded`."""
    if first > last:
        return
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    weekdays, days = (tuple(filter(None, parts.get(key, "").split(","))) for key in ("BYDAY", "BYMONTHDAY"))
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        if day not in excluded and _is_one(day, weekdays, days):
            yield day


def _is_one(day: date, weekdays: tuple[str, ...], days: tuple[str, ...]) -> bool:
    length = monthrange(day.year, day.month)[1]
    return (not weekdays or any(_is(day, code, length) for code in weekdays)) and (
        not days or str(day.day) in days or str(day.day - length - 1) in days
    )


def _is(day: date, code: str, length: int) -> bool:
    """Whether a day is «SA», or the «1MO» or «-1FR» of its month."""
    nth, weekday = code[:-2], code[-2:]
    from_end = -1 - (length - day.day) // 7
    return _CODES[day.weekday()] == weekday and (not nth or int(nth) in ((day.day + 6) // 7, from_end))
