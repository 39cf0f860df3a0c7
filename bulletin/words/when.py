"""Days, hours and weekdays as notices say them: patterns to build on, and what they mean.

All patterns are for plain lower-case text: one kind of blank, one kind of dash. Every repeat is bounded.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from bulletin.words.dates.recurring import NTH_WEEKDAY as NTH_WEEKDAY
from bulletin.words.dates.recurring import PART as PART
from bulletin.words.dates.recurring import THEN
from bulletin.words.dates.recurring import WEEKDAY as WEEKDAY
from bulletin.words.dates.recurring import WEEKDAY_RANGE as WEEKDAY_RANGE
from bulletin.words.dates.recurring import by_weekday as by_weekday
from bulletin.words.dates.recurring import monthly as monthly
from bulletin.words.dates.recurring import nth_weekday as nth_weekday
from bulletin.words.dates.recurring import weekly as weekly

TIME = (
    r"(?:[0-9]{1,2} ?(?:giờ|h|g)(?![a-zà-ỹ]) ?(?:[0-9]{2}(?![0-9/])(?: ?phút)?)?['′’]?|[0-9]{1,2}:[0-9]{2}(?![0-9:]))"
)
# What may stand between a word like «từ» and the figures of the day: «08 giờ 00, thứ Bảy, ngày».
LEAD = (
    rf"(?:(?:{TIME}|{WEEKDAY}|buổi|{PART}|ngày|mùng|mồng|hết|khoảng|hôm nay|lúc|vào|đầu giờ|cuối giờ|các|[(),*])"
    r"[ ,*]{0,3}){0,9}"
)
HOURS = rf"{TIME}{THEN}(?:{PART} )?{TIME}"


def day(n: int) -> str:
    """The pattern of a day and month, with its year if any; its groups end in `n` («d1», «m1», «y1»)."""
    return (
        rf"(?:(?P<d{n}>[0-9]{{1,2}}) {{0,2}}(?P<sep{n}>[/.-]) {{0,2}}(?P<m{n}>[0-9]{{1,2}})"
        rf"(?: {{0,2}}[/.-] {{0,2}}(?P<y{n}>(?:19|20)[0-9]{{2}}))?(?![0-9]| ?/ ?[0-9])"
        rf"|(?P<dw{n}>[0-9]{{1,2}}),? tháng (?P<mw{n}>[0-9]{{1,2}})(?![0-9])"
        rf"(?:(?:,? năm | ?[/-] ?)(?P<yw{n}>(?:19|20)[0-9]{{2}})(?![0-9]))?)"
    )


_GROUPS = {n: tuple(f"{name}{n}" for name in ("d", "m", "y", "dw", "mw", "yw")) for n in (1, 2)}


class Said(NamedTuple):
    """A day as said: what is left out is None."""

    day: int
    month: int | None
    year: int | None

    def on(self, year: int) -> date | None:
        """The date in `year`, unless its own year is said; None when the calendar has no such day."""
        try:
            return date(self.year or year, self.month or 0, self.day)
        except ValueError:
            return None


def said(m: re.Match[str], n: int) -> Said | None:
    """What group `n` of a match of `day(n)` says; None when that day was not matched."""
    day, month, year, worded_day, worded_month, worded_year = m.group(*_GROUPS[n])
    if day:
        return Said(int(day), int(month), int(year) if year else None)
    return Said(int(worded_day), int(worded_month), int(worded_year) if worded_year else None) if worded_day else None


def month_end(year: int, month: int) -> date | None:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
