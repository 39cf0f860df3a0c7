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

from bulletin.words.dates.month_names import LUNAR_WORDS, MONTH, month_number

_B = r" {0,3}"
_LUNAR = rf"(?:{_B}\(?{_B}{LUNAR_WORDS}{_B}\)?)"
_NEW = r"(?:(?:từ|ngày|mùng|mồng|tháng|năm) {1,3}){0,2}"
# A slash stands for the dash only where it can be no part of a date or number: between two that have their years.
_OF_A_YEAR = rf"(?:[0-9]{{1,2}}{_B}[/.-]{_B}[0-9]{{1,2}}{_B}[/.-]{_B}|[0-9]{{1,2}}[.-])[0-9]{{4}}(?![\w/]|\.[0-9])"
_SLASH = rf"(?<=[0-9][/.-][0-9]{{4}}){_B}/(?={_B}\(?{_B}{_OF_A_YEAR})"
_TO = rf"(?:{_B}\)?(?:-{{1,2}}|÷|đến|tới)|{_SLASH})"


def _date(p: str) -> str:
    """The pattern of one date; its groups begin with `p`."""
    return (
        rf"(?:{_NEW}(?:"
        rf"(?P<{p}d>[0-9]{{1,2}}){_B}(?P<{p}s>[/.-]){_B}(?P<{p}m>[0-9]{{1,2}}){_B}(?P={p}s){_B}(?P<{p}y>[0-9]{{4}})"
        rf"|(?P<{p}wd>[0-9]{{1,2}}) {{1,3}}tháng {{1,3}}(?P<{p}wm>{MONTH})(?!\w)"
        rf"(?:,?{_B}(?:năm|/){_B}(?P<{p}wy>[0-9]{{4}}))?"
        rf"|(?P<{p}mm>0?[1-9]|1[0-2])(?:[/.-]|{_B}/{_B}| năm )(?P<{p}my>[0-9]{{4}})"
        rf"|(?P<{p}dd>[0-9]{{1,2}})(?P<{p}ds>{_B}/{_B}|[.-])(?P<{p}dm>[0-9]{{1,2}})(?:,? năm (?P<{p}dy>[0-9]{{4}}))?"
        rf"|(?P<{p}yy>[12][0-9]{{3}})"
        rf")(?![0-9]|\.[0-9]|(?!{_SLASH})/[0-9])(?P<{p}l>{_LUNAR})?)"
    )


_TOKEN = re.compile(rf"(?<![\w/.,-]){_date('a')}(?:{_TO}{_B}\(?{_B}(?:nay )?{_date('b')})?", re.IGNORECASE)


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
    at = 0
    while m := _TOKEN.search(text, at):
        first, end = _stated(m, "a"), m.end()
        second: Stated | None = _stated(m, "b")
        if not (first.year and second and second.year):
            # «30/4 - 03/5»: two days, not an origin and its return; the second is read for itself.
            second, end = None, m.end("al") if m["al"] else _end(m)
        at = end
        start = m.start()
        before = text[max(0, start - 4) : start]
        bare = before.rstrip(" (")
        opened = start - (len(before) - len(bare)) if "(" in before[len(bare) :] else start
        after = end
        while after < end + 3 and text[after : after + 1] == " ":
            after += 1
        closed = after + 1 if text[after : after + 1] == ")" else end
        yield Dates(opened, start, end, closed, first, second)


def _end(m: re.Match[str]) -> int:
    return max(m.end(group) for group in ("ay", "awm", "awy", "amy", "adm", "ady", "ayy"))


def _stated(m: re.Match[str], p: str) -> Stated:
    day = m[f"{p}d"] or m[f"{p}wd"] or m[f"{p}dd"]
    month = m[f"{p}m"] or m[f"{p}wm"] or m[f"{p}mm"] or m[f"{p}dm"]
    year = m[f"{p}y"] or m[f"{p}wy"] or m[f"{p}my"] or m[f"{p}dy"] or m[f"{p}yy"]
    lunar = bool(m[f"{p}l"])
    number = month_number(month.lower()) if month else None
    return stated(
        int(day) if day else None,
        number,
        int(year) if year else None,
        lunar=lunar,
        sure=not m[f"{p}ds"] or "/" in m[f"{p}ds"],
    )


def stated(day: int | None, month: int | None, year: int | None, *, lunar: bool = False, sure: bool = True) -> Stated:
    """The date of these parts."""
    said = f"{year:04}" if year else "-"
    if month is not None:
        said += f"-{month:02}"
        if day is not None:
            said += f"-{day:02}"
    return Stated(f"lunar:{said}" if lunar else said, day, month, year, lunar, sure)
