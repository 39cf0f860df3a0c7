"""The lunar calendar of Việt Nam (UTC+7). The only door to lunar-vn.

The library answers for days that do not exist (30/12/2025, leap 4/2026), so every answer is turned back and must give
what was asked. Its formula is right for every month of 1968–2071, and after that for all but two (11/2072, 9/2085: new
moons within seconds of midnight). Before 1968 it gives a calendar that nobody used, so those days are refused.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from lunar_vn.core import LunarDate, lunar_to_solar, solar_to_lunar

FIRST, LAST = date(1968, 1, 1), date(2100, 12, 31)


class LunarDay(NamedTuple):
    """A day of one lunar year; `year` is the one in which the lunar year began: 16/2/2026, Giao thừa, is of 2025."""

    year: int
    month: int
    day: int
    leap: bool


def to_lunar(day: date) -> LunarDay:
    """17/2/2026 → (2026, 1, 1, False). Raises ValueError before 1968 and after 2100."""
    if not FIRST <= day <= LAST:
        raise _outside(f"{day.day}/{day.month}/{day.year}")
    found = solar_to_lunar(day)
    return LunarDay(found.year, found.month, found.day, found.leap)


def to_solar(year: int, month: int, day: int, leap: bool = False) -> date:
    """(2026, 3, 10) → 26/4/2026. Raises ValueError for a day that does not exist, or lies outside of 1968–2100."""
    asked = f"{day}/{month}{' nhuận' if leap else ''}/{year} âm lịch"
    if not FIRST.year - 1 <= year <= LAST.year:
        raise _outside(asked)
    try:
        wanted = LunarDate(day, month, year, leap)
        found = lunar_to_solar(wanted)
    except ValueError:
        # Month 12 of the last year runs into 2101, where the library ends; all else that it refuses does not exist.
        beyond = (year, month, leap) == (LAST.year, 12, False) and 1 <= day <= 30
        raise (_outside(asked) if beyond else _missing(asked)) from None
    if solar_to_lunar(found) != wanted:
        raise _missing(asked)
    if found < FIRST:
        raise _outside(asked)
    return found


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
