"""Days that a text prints and that cannot be right: no calendar has them, or what stands beside them is of another."""

from __future__ import annotations

from typing import Literal

from bulletin.model.deadline import DaySlip
from bulletin.understand.deadlines.sentences import Plain
from bulletin.understand.deadlines.which_year import Years
from bulletin.understand.text.lines import Lines
from bulletin.words.dates.day import Day
from bulletin.words.dates.lunar import FIRST, LAST, to_lunar
from bulletin.words.dates.phrase import Phrase
from bulletin.words.dates.printed import short, weekday

_SOME_YEARS = range(2020, 2028)  # every day of a year that exists is in one of them


def slips_of(phrase: Phrase, text: Plain, years: Years, lines: Lines) -> list[DaySlip]:
    """What is wrong in `phrase`: days, weekdays, lunar days."""

    def slip(kind: Literal["impossible", "weekday", "lunar"], printed: str, right: str) -> DaySlip:
        return DaySlip(kind=kind, printed=printed, right=right, place=lines.at(text.back(phrase.core)))

    slips = [slip("impossible", day.shown, "") for day in phrase.days if day.day and _is_impossible(day)]
    for beside in phrase.beside:
        solar = years.resolve(beside.day, phrase.start) if beside.day.year or years.signed_on else None
        if solar and solar.weekday() != beside.weekday:
            printed = f"{text.text[beside.start : beside.end]}, {beside.day.shown}"
            slips.append(slip("weekday", printed, f"{short(solar)} là {weekday(solar)}"))
    if len(phrase.twins) == len(phrase.days):
        for solar_day, lunar_day in zip(phrase.days, phrase.twins, strict=True):
            solar = years.resolve(solar_day, phrase.start)
            if solar and FIRST <= solar <= LAST:
                true = to_lunar(solar)
                if (true.day, true.month) != (lunar_day.day, lunar_day.month):
                    right = f"{short(solar)} là {true.day}/{true.month}{' nhuận' if true.leap else ''} âm lịch"
                    slips.append(slip("lunar", lunar_day.shown, right))
    return slips


def _is_impossible(day: Day) -> bool:
    """«31/11/2025», «30/02»; a lunar day only where its year is told, since months have 29 days or 30."""
    if day.year:
        return day.on(day.year) is None and FIRST.year < day.year < LAST.year
    return not day.lunar and all(day.on(year) is None for year in _SOME_YEARS)
