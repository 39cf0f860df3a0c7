"""Anniversaries in one year: on which days they come, how many years they count, what the decrees call such a count."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from bulletin.model.anniversary import Anniversary, AnniversaryInYear, Lunar, Scale, Solar
from bulletin.words.dates.lunar import FIRST, LAST, last_day_of_year, to_solar

# Kinds that alone give nothing to count from: 1/5 is counted because it is a public holiday of ours as well.
_OF_THE_WORLD = frozenset({"international", "traditional", "response"})


def counted(anniversary: Anniversary) -> bool:
    """Whether notices count its years: never for lunar days, nor for days that are international and nothing more."""
    return bool(
        anniversary.origin
        and anniversary.counted
        and isinstance(anniversary.on, Solar)
        and not _OF_THE_WORLD.issuperset(anniversary.kinds)
    )


def ordinal(origin: str, observed_year: int) -> int | None:
    """(«1954-05-07», 2022) → 68. The observed year is that of the day, not of the notice; None without an origin."""
    return observed_year - int(origin[:4]) if origin else None


def scale(anniversary: Anniversary, years: int | None) -> Scale:
    """What the decree in force calls a count of years; its last digit decides, not that of the calendar year.

    Nghị định 145/2013 governs the major days: 0 năm tròn, 5 năm lẻ 5, else năm khác. Nghị định 111/2018 governs all
    founding, traditional and response days: 0 năm tròn, else năm khác; the Party's yearly guidance follows the two.
    (Until 2013 the words meant other things: under Nghị định 82/2001 «năm tròn» ended in 5.)
    """
    if years is None or years <= 0:
        return ""
    if years % 10 == 0:
        return "tròn"
    return "lẻ 5" if years % 5 == 0 and "major" in anniversary.kinds else "khác"


def anniversaries_in_year(anniversaries: Iterable[Anniversary], year: int) -> tuple[AnniversaryInYear, ...]:
    """All that comes in a solar year of 1968–2100, by day; on one day in the order of the rows. Else ValueError.

    A lunar day may come twice in a solar year, or not at all. Nothing comes before its origin or outside of its life;
    in the year of the origin itself there is nothing to count yet.
    """
    if not FIRST.year <= year <= LAST.year:
        raise ValueError(f"chỉ lập được lịch trong các năm {FIRST.year}–{LAST.year}, không lập được năm {year}")
    found = [_in_year(row, day) for row in anniversaries for day in days(row.on, year) if _kept(row, day)]
    return tuple(sorted(found, key=lambda one: one.on))


def days(on: Solar | Lunar, year: int) -> tuple[date, ...]:
    """The days of a solar year on which `on` comes.

    What a short month does not have is kept on its last day: 29/2 on the 28th, the lunar 30th on the 29th.
    """
    if isinstance(on, Solar):
        return (_solar(on, year),)
    # A lunar year begins in January or February: of any solar year it covers the end of one and most of the next.
    return tuple(day for lunar in (year - 1, year) for day in _lunar(on, lunar) if day.year == year)


def _solar(on: Solar, year: int) -> date:
    try:
        return date(year, on.month, on.day)
    except ValueError:
        return date(year, on.month, on.day - 1)


def _lunar(on: Lunar, year: int) -> tuple[date, ...]:
    """The day in a lunar year; nothing where it lies beyond the years that can be turned."""
    if year == LAST.year and on.month == 12 and on.day != 1:
        return ()  # It comes in 2101.
    if on.day == "last":
        return (last_day_of_year(year),)
    for day in (on.day, on.day - 1):
        with suppress(ValueError):
            return (to_solar(year, on.month, day),)
    return ()


def _kept(row: Anniversary, day: date) -> bool:
    years = ordinal(row.origin, day.year)
    return (years is None or years >= 0) and (row.since or day) <= day and not (row.until and day >= row.until)


def _in_year(row: Anniversary, day: date) -> AnniversaryInYear:
    # In the year of the origin the count is 0: that is the day itself.
    years = (ordinal(row.origin, day.year) or None) if counted(row) else None
    return AnniversaryInYear(anniversary=row, on=day, ordinal=years, scale=scale(row, years))
