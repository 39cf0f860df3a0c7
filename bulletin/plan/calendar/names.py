"""What days, months and anniversaries are called."""

from __future__ import annotations

from datetime import date

from bulletin.model.anniversary import AnniversaryInYear
from bulletin.words.dates.lunar import LunarDay
from bulletin.words.dates.printed import with_weekday


def counted_name(kept: AnniversaryInYear) -> str:
    """«68 năm Ngày Chiến thắng Điện Biên Phủ», or the name alone where no years are counted."""
    name = kept.anniversary.name
    return f"{kept.ordinal} năm {name}" if kept.ordinal else name


def month_name(day: date) -> str:
    """«Tháng 5 năm 2022»."""
    return f"Tháng {day.month} năm {day.year}"


def day_title(day: date) -> str:
    """«Thứ Bảy, 07/5/2022»."""
    words = with_weekday(day)
    return words[0].upper() + words[1:]


def lunar_words(day: LunarDay) -> str:
    """«7/4», «7/2 nhuận»."""
    return f"{day.day}/{day.month}{' nhuận' if day.leap else ''}"
