"""Local calendar dates of Việt Nam: read from text, written as text. No instants, no clock."""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone

# Fixed, not from a zone database: Việt Nam has kept +07:00 since 1975 and slim machines carry no tzdata.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_WORDS = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def parse_date(text: str) -> date | None:
    """One value for «28/4/2022», «28-4-2022», «2022-04-28», «ngày 28 tháng 4 năm 2022»; None when it is no date.

    Raises ValueError for a text of the right shape that names no day: «31/4/2022», «4/28/2022», «30/02/2022».
    """
    text = text.strip()
    if m := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, m.groups())
    elif m := _DAY_FIRST.fullmatch(text) or _IN_WORDS.fullmatch(text):
        day, month, year = map(int, m.groups())
    else:
        return None
    if not 1900 <= year <= 2199:
        raise ValueError(text)
    return date(year, month, day)


def short(day: date) -> str:
    """28/4/2022, as such offices write it: a day of one figure gets its zero (05/5/2022), a month does not."""
    return f"{day.day:02}/{day.month}/{day.year}"


def long(day: date) -> str:
    """«ngày 28 tháng 4 năm 2022»; days below 10 and months below 3 with a zero, as Nghị định 30/2020 writes them."""
    return f"ngày {day.day:02} tháng {f'{day.month:02}' if day.month < 3 else day.month} năm {day.year}"


def weekday(day: date) -> str:
    """«thứ Năm», «Chủ nhật»."""
    return _WEEKDAYS[day.weekday()]


def with_weekday(day: date) -> str:
    """«thứ Bảy, 07/5/2022»."""
    return f"{weekday(day)}, {short(day)}"
