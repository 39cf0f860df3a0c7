"""A day of every year, as people write it: «7/5», «10/3 âm lịch», «ngày cuối năm âm lịch»."""

from __future__ import annotations

import re
from datetime import date

from bulletin.model.calendar import Lunar, Solar
from bulletin.words.dates.day import whole_day

LAST_DAY = "ngày cuối năm âm lịch"
_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?: âm lịch)?")
_ORIGIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_A_LEAP_YEAR = 2000


def parse_yearly(text: str) -> Solar | Lunar:
    """«07/5» → Solar(month=5, day=7). Raises ValueError for another form and for a day that no year has («31/4»)."""
    if text == LAST_DAY:
        return Lunar(month=12, day="last")
    found = whole_day(text) if _DAY.fullmatch(text) else None
    if not found or not found.month:
        raise ValueError(text)
    day, month = found.day, found.month
    if found.lunar:
        if not (1 <= month <= 12 and 1 <= day <= 30):
            raise ValueError(text)
        return Lunar(month=month, day=day)
    date(_A_LEAP_YEAR, month, day)
    return Solar(month=month, day=day)


def parse_origin(text: str) -> str:
    """The text itself, if it is «1954-05-07», «1972-12», «0040» or "". Raises ValueError for all else."""
    if not text:
        return ""
    if not (found := _ORIGIN.fullmatch(text)):
        raise ValueError(text)
    date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    return text
