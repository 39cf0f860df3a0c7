"""The lunar calendar of Việt Nam (UTC+7), looked up in a table of months that was worked out by astronomy.

A formula would answer for days that do not exist (30/12/2025, leap 4/2026), and is a day off where a new moon is within
seconds of midnight. Tests hold the table against tables of feasts and against a library that has such a formula.
Before 1968 Việt Nam had another calendar, so those days are refused.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

from bulletin.words.dates.lunar_years import YEARS

FIRST, LAST = date(1968, 1, 1), date(2100, 12, 31)


class LunarDay(NamedTuple):
    """A day of one lunar year; `year` is the one in which the lunar year began: 16/2/2026, Giao thừa, is of 2025."""

    year: int
    month: int
    day: int
    leap: bool


class _Month(NamedTuple):
    year: int
    month: int
    leap: bool


def _months() -> dict[_Month, tuple[date, int]]:
    """Every month of the table in order, with its first day and its number of days."""
    months: dict[_Month, tuple[date, int]] = {}
    for first_day, leap_month, lengths in YEARS:
        starts = date.fromisoformat(first_day)
        numbers = sorted([*((n, False) for n in range(1, 13)), *([(leap_month, True)] if leap_month else [])])
        for (number, leap), length in zip(numbers, lengths, strict=True):
            days = 30 if length == "+" else 29
            months[_Month(date.fromisoformat(first_day).year, number, leap)] = starts, days
            starts += timedelta(days=days)
    return months


_MONTHS = _months()
_NAMES = tuple(_MONTHS)
_STARTS = tuple(first for first, _ in _MONTHS.values())


def to_lunar(day: date) -> LunarDay:
    """17/2/2026 → (2026, 1, 1, False). Raises ValueError before 1968 and after 2100."""
    if not FIRST <= day <= LAST:
        raise _outside(f"{day.day}/{day.month}/{day.year}")
    index = bisect_right(_STARTS, day) - 1
    name = _NAMES[index]
    return LunarDay(name.year, name.month, (day - _STARTS[index]).days + 1, name.leap)


def to_solar(year: int, month: int, day: int, leap: bool = False) -> date:
    """(2026, 3, 10) → 26/4/2026. Raises ValueError for a day that does not exist, or lies outside of 1968–2100."""
    asked = f"{day}/{month}{' nhuận' if leap else ''}/{year} âm lịch"
    if not FIRST.year - 1 <= year <= LAST.year:
        raise _outside(asked)
    starts, days = _MONTHS.get(_Month(year, month, leap), (FIRST, 0))
    if not 1 <= day <= days:
        raise _missing(asked)
    solar = starts + timedelta(days=day - 1)
    if not FIRST <= solar <= LAST:
        raise _outside(asked)
    return solar


def tet(year: int) -> date:
    """Mùng 1 Tết, the first day of the lunar year."""
    return to_solar(year, 1, 1)


def last_day_of_year(year: int) -> date:
    """The day before the next Tết, the 29th or 30th of month 12: 16/2/2026 for 2025. The last one known is of 2099."""
    return tet(year + 1) - timedelta(days=1)


def _missing(asked: str) -> ValueError:
    return ValueError(f"không có ngày {asked}")


def _outside(asked: str) -> ValueError:
    return ValueError(f"chỉ đổi được âm lịch trong các năm {FIRST.year}–{LAST.year}, không đổi được ngày {asked}")
