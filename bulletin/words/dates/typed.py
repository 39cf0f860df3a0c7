"""Days as editors type them in keys: the grammar of `day.py` over a whole value, and nothing guessed."""

from __future__ import annotations

import re
from datetime import date

from bulletin.words.dates.day import whole_day

_YEAR = re.compile(r"[0-9]{4}")
_DOUBLED = re.compile(r"[/.-]\s*[/.-]")
_SHAPE = re.compile(r"[0-9]{1,2}\s*[/.-]\s*[0-9]{1,2}\s*[/.-]\s*[0-9]{4}")


def parse_date(text: str) -> date | None:
    """One value for «28/4/2022», «28-4-2022», «2022-04-28», «ngày 28 tháng 4 năm 2022»; None when it is no date.

    Raises ValueError for a text of the right shape that names no day: «31/4/2022», «4/28/2022», «30/02/2022».
    """
    day = whole_day(text)
    if day is None or day.year is None or day.lunar or not _YEAR.search(text) or _DOUBLED.search(text):
        if _SHAPE.fullmatch(text.strip()):
            raise ValueError(text)
        return None
    if not 1900 <= day.year <= 2199:
        raise ValueError(text)
    return date(day.year, day.month or 0, day.day)
