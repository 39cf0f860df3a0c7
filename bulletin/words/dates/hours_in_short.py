"""Clock times as a list has room for them. What they mean is read in hours.py.

    07h30 - 16h00                           7h30–16h00
    7 giờ 30 phút đến 11 giờ 00 phút        7h30–11h00
    từ 8:00 tới 17g                         8h00–17h
    sáng 7h30 - 11h00, chiều 13h30          as printed, but for «–»

What is no clock time stays as it is: «giờ hành chính».
"""

from __future__ import annotations

import re

from bulletin.words.dates.month_and_weekday_names import PART

_CLOCK = re.compile(
    r"""
    (?<![0-9:]) 0?(?P<hour>[0-9]{1,2})
    (?: [ ]?(?:giờ|h|g)(?![a-zà-ỹ]) (?:[ ]?(?P<minute>[0-5][0-9](?![0-9/])|rưỡi) (?:[ ]?(?:phút|ph|p)(?!\w))?)?
      | :(?P<after_colon>[0-5][0-9])(?![0-9:]) )
    ['′’]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TO = re.compile(r"(?<=[0-9h]) ?(?:đến|tới|-|–) ?(?=[0-9]{1,2}h)")
_FROM = re.compile(r"^từ (?=[0-9])", re.IGNORECASE)
_PART = re.compile(rf"(?<!\w)({PART}) (?:ngày |thứ |chủ nhật|mùng |[0-9])", re.IGNORECASE)
_BEGINS = {"sáng": 7, "trưa": 11, "chiều": 13, "tối": 18, "đêm": 21}
_HOUR = 60
LAST = 24 * _HOUR


def in_short(hours: str) -> str:
    """«7h30–16h00» of «07h30 - 16h00»."""
    return _FROM.sub("", _TO.sub("–", _CLOCK.sub(_written, hours)))


def of_minutes(minutes: int) -> str:
    """«22h00» of 1320 minutes since midnight."""
    return f"{minutes // _HOUR}h{minutes % _HOUR:02}"


def part_of_day(phrase: str) -> tuple[str, int]:
    """«buổi sáng» of «sáng thứ Bảy (22/11)», which tells no hour, and the minutes after midnight at which it is to be
    sorted; "" where there is none, or more than one."""
    parts = {part.lower() for part in _PART.findall(phrase)}
    if len(parts) != 1:
        return "", LAST
    (part,) = parts
    return f"buổi {part}", _BEGINS[part] * _HOUR


def _written(clock: re.Match[str]) -> str:
    minute = clock["minute"] or clock["after_colon"] or ""
    return f"{int(clock['hour'])}h{'30' if minute.lower() == 'rưỡi' else minute}"
