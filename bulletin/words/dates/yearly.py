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
from bulletin.words.dates.month_and_weekday_names import LUNAR_MONTHS, MONTH
from bulletin.words.dates.numbered_names import month_number

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
    rest = _AROUND.sub("", _AROUND.sub("", low))
    calendar = _CALENDAR.search(rest)
    body = _AROUND.sub("", _CALENDAR.sub("", rest).strip())
    form = _FORM.fullmatch(body)
    if not form or low != " ".join(low.split()):
        raise ValueError(text)
    if low == body and re.search("[.-]", body):  # «7-5» alone may be a score, or from the 7th to the 5th
        raise ValueError(text)
    lunar = _is_lunar(form, calendar)
    if lunar is None:
        raise ValueError(text)
    day = 15 if form["full"] else int(form["day"]) if form["day"].isdigit() else _SPELLED[form["day"]]
    month = month_number(_month_word(form))
    if lunar:
        if not (1 <= month <= 12 and 1 <= day <= 30):
            raise NoSuchDayError(f"{text}: no such day")
        return Lunar(month=month, day=day)
    try:
        date(_A_LEAP_YEAR, month, day)
    except ValueError:
        raise NoSuchDayError(f"{text}: no such day") from None
    return Solar(month=month, day=day)


def _month_word(form: re.Match[str]) -> str:
    """«7», «giêng»; of «mùng 3 Tết», which names no month, the first."""
    return form["of"] or form["month"] or "giêng"


def _is_lunar(form: re.Match[str], calendar: re.Match[str] | None) -> bool | None:
    """Whether a day is of the lunar year, by its own words or by its calendar's name; None where either may be meant,
    or the two contradict each other."""
    by_itself = bool(form["full"] or form["tet"]) or _month_word(form) in LUNAR_MONTHS
    solar = calendar is not None and bool(calendar["solar"])
    lunar = by_itself or (calendar is not None and not solar)
    contradicted = by_itself and solar
    undecided = form["early"] and not lunar and not solar  # «mùng 5 tháng 5»
    ambiguous_month = lunar and _month_word(form) == "một"  # the first, or to some the eleventh
    without_early = form["tet"] and not form["early"]  # «3 Tết»
    return None if contradicted or undecided or ambiguous_month or without_early else lunar


def yearly(on: Solar | Lunar) -> str:
    """«7/5», «10/3 âm lịch»: `parse_yearly` reads it back."""
    if isinstance(on, Solar):
        return f"{on.day}/{on.month}"
    return LAST_DAY if on.day == "last" else f"{on.day}/{on.month} âm lịch"


def parse_origin(text: str) -> str:
    """The text itself, if it is «1954-05-07», «1972-12», «0040» or "". Raises ValueError for all else."""
    if not text:
        return ""
    if not (parts := _ORIGIN.fullmatch(text)):
        raise ValueError(text)
    date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    return text
