"""Local calendar dates of Việt Nam as the site prints them. No instants, no clock."""

from __future__ import annotations

from datetime import date, timedelta, timezone

# Fixed, not from a zone database: Việt Nam has kept +07:00 since 1975 and slim machines carry no tzdata.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


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
