"""A day of every year, as people write it.

    7/5   ngày 7-5   7 tháng 5                                       solar
    10/3 âm lịch   10/3 (ÂL)   mùng 10/3 lịch âm   âm lịch 10/3      lunar, because it says so
    mùng 10 tháng Giêng   23 tháng Chạp   rằm tháng 7   mùng 3 Tết   lunar by themselves
    ngày cuối năm âm lịch   30 Tết   giao thừa                       the 29th or the 30th of month 12

Refused, because either calendar may be meant: mùng 5 tháng 5, mùng 2 tháng 9; and the lunar «tháng Một», which is
month 11 to some. Days may be in words: mồng một, mười lăm, hai mươi ba.
"""

from __future__ import annotations

import re
from datetime import date

from bulletin.model.anniversary import Lunar, Solar
from bulletin.words.dates.month_names import LUNAR_MONTHS, MONTH, month_number

LAST_DAY = "ngày cuối năm âm lịch"
_LAST_DAYS = frozenset(
    (LAST_DAY, "ngày cuối năm", "giao thừa", "đêm giao thừa", "tất niên", "30 tết", "ba mươi tết", "ngày 30 tết")
)
_UNITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPELLED = {
    **{word: i for i, word in enumerate(_UNITS, 1)},
    **{f"mười {word}": 10 + i for i, word in enumerate((*_UNITS[:4], "lăm", *_UNITS[5:9]), 1)},
    **{f"hai mươi {word}": 20 + i for i, word in enumerate(("mốt", "hai", "ba", "tư", "lăm", *_UNITS[5:9]), 1)},
    "tư": 4,
    "bẩy": 7,
    "mười bẩy": 17,
    "hai mươi": 20,
    "hai mươi bốn": 24,
    "hai mươi bẩy": 27,
    "ba mươi": 30,
}
_DAY = rf"(?P<day>[0-9]{{1,2}}|{'|'.join(sorted(_SPELLED, key=len, reverse=True))})"
_FORM = re.compile(
    rf"(?P<full>rằm)(?: tháng)? (?P<of>{MONTH})"
    rf"|(?P<early>(?:mùng|mồng) )?{_DAY}(?:(?: ?[/.-] ?| tháng )(?P<month>{MONTH})|(?P<tet> tết))"
)
_LUNAR = r"(?:(?:tính )?theo )?(?:âm lịch|lịch âm|âl)"
_SOLAR = r"(?:(?:tính )?theo )?(?:dương lịch|lịch dương|dl)"
_CALENDAR = re.compile(rf"(?:^{_LUNAR}:? |,? ?\(?\b(?:(?P<lunar>{_LUNAR})|(?P<solar>{_SOLAR}))\)?$)")
_AROUND = re.compile(r"^(?:ngày|hôm|vào) |,? h[àằ]ng năm$")
_ORIGIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_A_LEAP_YEAR = 2000


class NoSuchDayError(ValueError):
    """The form is understood, and no year has the day."""


def parse_yearly(text: str) -> Solar | Lunar:
    """«07/5» → Solar(month=5, day=7). Raises NoSuchDayError for «31/4», ValueError for another form."""
    low = text.lower()
    if low in _LAST_DAYS:
        return Lunar(month=12, day="last")
    told = _AROUND.sub("", _AROUND.sub("", low))
    named = _CALENDAR.search(told)
    body = _AROUND.sub("", _CALENDAR.sub("", told).strip())
    found = _FORM.fullmatch(body)
    if not found or low != " ".join(low.split()):
        raise ValueError(text)
    month_word = found["of"] or found["month"] or "giêng"
    day = 15 if found["full"] else int(found["day"]) if found["day"].isdigit() else _SPELLED[found["day"]]
    month = month_number(month_word)
    by_itself = bool(found["full"] or found["tet"] or month_word in LUNAR_MONTHS)
    solar = bool(named and named["solar"])
    lunar = by_itself or bool(named and not solar)
    either = found["early"] and not lunar and not solar
    if low == body and re.search("[.-]", body):  # «7-5» alone may be a score, or from the 7th to the 5th
        raise ValueError(text)
    if (by_itself and solar) or (lunar and month_word == "một") or either or (found["tet"] and not found["early"]):
        raise ValueError(text)
    if lunar:
        if not (1 <= month <= 12 and 1 <= day <= 30):
            raise NoSuchDayError(f"{text}: no such day")
        return Lunar(month=month, day=day)
    try:
        date(_A_LEAP_YEAR, month, day)
    except ValueError:
        raise NoSuchDayError(f"{text}: no such day") from None
    return Solar(month=month, day=day)


def yearly(on: Solar | Lunar) -> str:
    """«7/5», «10/3 âm lịch»: `parse_yearly` reads it back."""
    if isinstance(on, Solar):
        return f"{on.day}/{on.month}"
    return LAST_DAY if on.day == "last" else f"{on.day}/{on.month} âm lịch"


def parse_origin(text: str) -> str:
    """The text itself, if it is «1954-05-07», «1972-12», «0040» or "". Raises ValueError for all else."""
    if not text:
        return ""
    if not (found := _ORIGIN.fullmatch(text)):
        raise ValueError(text)
    date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    return text
