"""The days that a text prints, in figures or in words, whether a machine reads a time to act in them or not."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from bulletin.model.text import Block, Words
from bulletin.words.dates.day import printed_days as grammar
from bulletin.words.text.blocks import shown, words_in
from bulletin.words.text.corrected import Pairs, corrected_words

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ODD_BLANKS = re.compile("[\u00a0\u2000-\u200b\u202f\t\n]")
_SHOWN = 5  # more days than these say nothing


class Printed(NamedTuple):
    """A day as a text prints it, with its year or 0."""

    day: int
    month: int
    year: int

    def fits(self, day: date) -> bool:
        return (self.day, self.month) == (day.day, day.month) and self.year in (0, day.year)

    def in_year(self, year: int) -> date:
        """A date to measure by; 29/2 of a common year is the day before."""
        year = self.year or year
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    @property
    def shown(self) -> str:
        return f"{self.day:02}/{self.month}" + (f"/{self.year}" if self.year else "")


class Group(NamedTuple):
    """Days printed at text[start:end] that share their month: «29, 30/4»."""

    start: int
    end: int
    days: tuple[Printed, ...]


def words_of(text: Iterable[Words | Block], errata: Pairs) -> str:
    """The words of a text, its blocks parted by blanks; where an erratum corrects them, the right ones."""
    return corrected_words(" \n ".join(shown(words, " ") for words in words_in(text)), errata)


def groups(text: str) -> Iterator[Group]:
    """All days that `text` prints, in order, where they stand."""
    low = _DASHES.sub("-", _ODD_BLANKS.sub(" ", text.lower()))
    for place in grammar(low if len(low) == len(text) else text, all_shapes=True):
        days = [
            Printed(day.day, day.month or 0, day.year or 0)
            for day in place.days
            if not day.lunar and _exists(day.day, day.month or 0, day.year or 0)
        ]
        if days:
            yield Group(place.start, place.end, tuple(days))


def printed_days(text: str) -> Iterator[Printed]:
    """The same days one by one."""
    for group in groups(text):
        yield from group.days


def days_near(day: date, days: Iterable[Printed]) -> str:
    """Those that come nearest to `day`, for a sentence: «05/5/2022, 07/5»."""
    closest = sorted(days, key=lambda other: abs(other.in_year(day.year) - day))[:_SHOWN]
    return ", ".join(other.shown for other in sorted(closest, key=lambda other: other.in_year(day.year)))


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]
