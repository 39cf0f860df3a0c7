"""Dates as a text states them, each in its own precision: days, months, years, and pairs of them. For plain text.

19/5/1890   7.5.1954   10-10-1954        «1890-05-19»
12/1958     tháng 12 năm 1972            «1958-12»
1902        năm 1902                     «1902»
30/4        mùng 10 tháng 10             «--04-30»
10/3 âm lịch                             «lunar:--03-10»

Two with a dash between, or with a slash where both have their year («12.5.2001/12.5.2026»), are a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bulletin.words.dates.month_and_weekday_names import LUNAR_WORDS, MONTH
from bulletin.words.dates.numbered_names import month_number
from bulletin.words.text.patterns import spaced

_B = r"[ ]{0,3}"
_LUNAR = rf"(?:{_B}\(?{_B}{spaced(LUNAR_WORDS)}{_B}\)?)"
_NEW = r"(?:(?:từ|ngày|mùng|mồng|tháng|năm)[ ]{1,3}){0,2}"
# A slash stands for the dash only where it can be no part of a date or number: between two that have their years.
_OF_A_YEAR = rf"(?:[0-9]{{1,2}}{_B}[/.-]{_B}[0-9]{{1,2}}{_B}[/.-]{_B}|[0-9]{{1,2}}[.-])[0-9]{{4}}(?![\w/]|\.[0-9])"
_SLASH = rf"(?<=[0-9][/.-][0-9]{{4}}){_B}/(?={_B}\(?{_B}{_OF_A_YEAR})"
_TO = rf"(?:{_B}\)?(?:-{{1,2}}|÷|đến|tới)|{_SLASH})"

# The groups that hold a part of a date, by the form it is written in; before each stands which of the two it is.
_DAYS = ("figures_day", "words_day", "yearless_day")
_MONTHS = ("figures_month", "words_month", "month", "yearless_month")
_YEARS = ("figures_year", "words_year", "month_year", "yearless_year", "year")


def _date(which: str) -> str:
    """The verbose pattern of one date; the names of its groups begin with `which`."""
    return rf"""
    (?:{_NEW}
       (?:(?P<{which}_figures_day>[0-9]{{1,2}}){_B}(?P<{which}_separator>[/.-]){_B}           # 19/5/1890
          (?P<{which}_figures_month>[0-9]{{1,2}}){_B}(?P={which}_separator){_B}
          (?P<{which}_figures_year>[0-9]{{4}})
         |(?P<{which}_words_day>[0-9]{{1,2}})[ ]{{1,3}}tháng[ ]{{1,3}}                        # 19 tháng 5 năm 1890
          (?P<{which}_words_month>{spaced(MONTH)})(?!\w)
          (?:,?{_B}(?:năm|/){_B}(?P<{which}_words_year>[0-9]{{4}}))?
         |(?P<{which}_month>0?[1-9]|1[0-2])(?:[/.-]|{_B}/{_B}|[ ]năm[ ])                      # 12/1958, 12 năm 1958
          (?P<{which}_month_year>[0-9]{{4}})
         |(?P<{which}_yearless_day>[0-9]{{1,2}})(?P<{which}_yearless_separator>{_B}/{_B}|[.-])  # 30/4, 30/4 năm 1975
          (?P<{which}_yearless_month>[0-9]{{1,2}})(?:,?[ ]năm[ ](?P<{which}_yearless_year>[0-9]{{4}}))?
         |(?P<{which}_year>[12][0-9]{{3}}))                                                   # 1902
       (?![0-9]|\.[0-9]|(?!{_SLASH})/[0-9])
       (?P<{which}_lunar>{_LUNAR})?)
    """


_TOKEN = re.compile(
    rf"(?<![\w/.,-]){_date('first')}(?:{_TO}{_B}\(?{_B}(?:nay[ ])?{_date('second')})?", re.IGNORECASE | re.VERBOSE
)


class Stated(NamedTuple):
    """`said` is the date in its precision; its parts are None where nothing is said. `sure`: not «7.5», «7-11»."""

    said: str
    day: int | None
    month: int | None
    year: int | None
    lunar: bool
    sure: bool


class Dates(NamedTuple):
    """A date, or two with a dash between, at text[start:end]; brackets around them are in `open` and `close`."""

    open: int
    start: int
    end: int
    close: int
    first: Stated
    second: Stated | None

    @property
    def pair(self) -> bool:
        """Whether it is «from that day to this day», both with their years and of one precision."""
        return bool(self.second and self.second.year and self.first.year)

    @property
    def bracketed(self) -> bool:
        return self.open < self.start

    @property
    def years(self) -> int | None:
        """How many lie between the two of a pair."""
        first, last = self.first.year, self.second.year if self.second else None
        return last - first if first and last else None

    @property
    def one_day(self) -> bool:
        """«19/5/1890 - 19/5/2022»: the same day of two years, so no span of time."""
        a, b = self.first, self.second
        return bool(b and self.pair and a.day and (a.day, a.month) == (b.day, b.month) and a.year != b.year)


def dates(text: str) -> Iterator[Dates]:
    """Every date of plain `text`, in order."""
    end = 0
    while m := _TOKEN.search(text, end):
        start, end = m.span()
        first = _stated(m, "first")
        second: Stated | None = _stated(m, "second")
        if not (first.year and second and second.year):
            # «30/4 - 03/5»: two days, not an origin and its return; the second is read for itself.
            second, end = None, _end_of_first(m)
        yield Dates(_opened(text, start), start, end, _closed(text, end), first, second)


def _opened(text: str, start: int) -> int:
    """Where the bracket right before a date stands; `start` when there is none."""
    before = text[max(0, start - 4) : start]
    bare = before.rstrip(" (")
    return start - (len(before) - len(bare)) if "(" in before[len(bare) :] else start


def _closed(text: str, end: int) -> int:
    """Behind the bracket that closes right behind a date; `end` when there is none."""
    after = end
    while after < end + 3 and text[after : after + 1] == " ":
        after += 1
    return after + 1 if text[after : after + 1] == ")" else end


def _end_of_first(m: re.Match[str]) -> int:
    """Where the first of two dates ends: at its last part."""
    if m["first_lunar"]:
        return m.end("first_lunar")
    return max(m.end(f"first_{part}") for part in (*_YEARS, "words_month", "yearless_month"))


def _stated(m: re.Match[str], which: str) -> Stated:
    """The date whose groups begin with `which`; of a missing second date every part is None."""
    day, month, year = (_part(m, which, parts) for parts in (_DAYS, _MONTHS, _YEARS))
    separator = m[f"{which}_yearless_separator"]
    return stated(
        int(day) if day else None,
        month_number(month.lower()) if month else None,
        int(year) if year else None,
        lunar=bool(m[f"{which}_lunar"]),
        sure=not separator or "/" in separator,
    )


def _part(m: re.Match[str], which: str, parts: tuple[str, ...]) -> str:
    """What was read as day, month or year, in whichever form; "" where nothing was."""
    return next(filter(None, (m[f"{which}_{part}"] for part in parts)), "")


def stated(day: int | None, month: int | None, year: int | None, *, lunar: bool = False, sure: bool = True) -> Stated:
    """The date of these parts."""
    said = f"{year:04}" if year else "-"
    if month is not None:
        said += f"-{month:02}"
        if day is not None:
            said += f"-{day:02}"
    return Stated(f"lunar:{said}" if lunar else said, day, month, year, lunar, sure)
