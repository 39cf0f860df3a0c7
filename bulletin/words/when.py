"""Days, hours and weekdays as notices say them: patterns to build on, and what they mean.

All patterns are for plain lower-case text: one kind of blank, one kind of dash. Every repeat is bounded.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

TIME = (
    r"(?:[0-9]{1,2} ?(?:giờ|h|g)(?![a-zà-ỹ]) ?(?:[0-9]{2}(?![0-9/])(?: ?phút)?)?['′’]?|[0-9]{1,2}:[0-9]{2}(?![0-9:]))"
)
WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)|chủ nhật|chúa nhật)"
PART = r"(?:sáng|trưa|chiều|tối|đêm)"
# What may stand between a word like «từ» and the figures of the day: «08 giờ 00, thứ Bảy, ngày».
LEAD = (
    rf"(?:(?:{TIME}|{WEEKDAY}|buổi|{PART}|ngày|mùng|mồng|hết|khoảng|hôm nay|lúc|vào|đầu giờ|cuối giờ|các|[(),*])"
    r"[ ,*]{0,3}){0,9}"
)
_AND = r" ?(?:,|;|và|&|hoặc) ?"
_THEN = r" ?(?:đến|tới|-) ?"
HOURS = rf"{TIME}{_THEN}(?:{PART} )?{TIME}"

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "bẩy": 5, "7": 5, "nhật": 6,
}  # fmt: skip
_RANKS = {"đầu": "1", "nhất": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "cuối": "-1"}
_BETWEEN_DAYS = rf"(?:{_AND}|{_THEN})(?:(?:hết|buổi|{PART}|ngày|từ) ){{0,3}}"
_BARE = r"(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\w/.:-])"  # «thứ 2, 4, 6»
_WEEKDAYS = rf"{WEEKDAY}(?:{_BETWEEN_DAYS}(?:{WEEKDAY}|{_BARE})){{0,6}}"
_ASIDE = r"(?: ?\([^()]{1,40}\))?"
_MONTH_DAYS = r"(?:ngày|mùng|mồng)(?: mùng)? ?[0-9]{1,2}(?:(?:" + _AND + "|" + _THEN + r")(?:ngày )?[0-9]{1,2}){0,9}"
_WEEKDAYS_LAST = re.compile(rf"({_WEEKDAYS}){_ASIDE}(?:,| của| trong)? ?$")
_WEEKDAYS_NEXT = re.compile(rf"[ ,:(]{{0,3}}(?:(?:định kỳ|vào|các|ngày|buổi|{PART}) ){{0,5}}({_WEEKDAYS})(?! ?,? ngày)")
_MONTH_DAYS_LAST = re.compile(rf"({_MONTH_DAYS}){_ASIDE}(?:,| của| trong)? ?$")
_MONTH_DAYS_NEXT = re.compile(rf"[ ,:(]{{0,3}}(?:(?:định kỳ|vào|các|từ) ){{0,3}}({_MONTH_DAYS})(?![/.-]?[0-9]| tháng)")
_ONE_WEEKDAY = re.compile(rf"({_THEN})?(?:(?:hết|buổi|{PART}|ngày) ){{0,3}}({WEEKDAY}|{_BARE})")
_ONE_DAY = re.compile(rf"({_THEN})?(?:ngày )?([0-9]{{1,2}})")
_NTH_OF_MONTH = (
    rf"({WEEKDAY})(?: của| trong)? (?:tuần lễ |tuần )?(đầu|cuối|thứ (?:nhất|một|hai|ba|tư|[1-4]))(?: tiên| cùng)?"
)
_ONE_NTH = re.compile(_NTH_OF_MONTH)
_NTH = re.sub(r"\((?!\?)", "(?:", _NTH_OF_MONTH)
NTH_WEEKDAY = re.compile(
    rf"{_NTH}(?:{_AND}(?:(?:vào|ngày) ){{0,2}}{_NTH}){{0,3}}(?: của| trong| mỗi| h[àằ]ng){{0,2}} tháng"
)
# From one weekday to another: office hours, when hours stand beside it.
WEEKDAY_RANGE = re.compile(rf"{WEEKDAY}{_THEN}(?:hết )?{WEEKDAY}(?! ?,? ?\(?(?:ngày|[0-9]))")


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


def weekly(low: str, at: int, end: int, room: int = 80) -> tuple[int, int, str] | None:
    """The rule of «… hàng tuần», whose two words are low[at:end]: (start, end, RRULE)."""
    if m := _WEEKDAYS_LAST.search(low, max(0, at - room), at):
        return m.start(1), end, by_weekday(m[1])
    if m := _WEEKDAYS_NEXT.match(low, end):
        return at, m.end(1), by_weekday(m[1])
    return None


def monthly(low: str, at: int, end: int, room: int = 80) -> tuple[int, int, str] | None:
    """The rule of «… hàng tháng», whose two words are low[at:end]."""
    if m := _MONTH_DAYS_LAST.search(low, max(0, at - room), at):
        start, stop, days = m.start(1), end, _days(m[1])
    elif m := _MONTH_DAYS_NEXT.match(low, end):
        start, stop, days = at, m.end(1), _days(m[1])
    else:
        return None
    return (start, stop, "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, days))) if days else None


def nth_weekday(m: re.Match[str]) -> str:
    """«thứ Sáu của tuần cuối tháng» → FREQ=MONTHLY;BYDAY=-1FR."""
    told = ((rank.split()[-1], _weekday(name)) for name, rank in _ONE_NTH.findall(m[0]))
    return "FREQ=MONTHLY;BYDAY=" + ",".join(_RANKS.get(rank, rank) + _CODES[weekday] for rank, weekday in told)


def _weekday(name: str) -> int:
    return _NAMES[name.split()[-1]]


def by_weekday(phrase: str) -> str:
    """«thứ Hai đến thứ Sáu» → FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR."""
    found: list[int] = []
    for m in _ONE_WEEKDAY.finditer(phrase):
        last = _weekday(m[2])
        if m[1] and found:
            found += range(found[-1] + 1, last)
        found.append(last)
    return "FREQ=WEEKLY;BYDAY=" + ",".join(_CODES[i] for i in sorted(set(found)))


def _days(phrase: str) -> list[int]:
    found: list[int] = []
    for m in _ONE_DAY.finditer(phrase):
        last = int(m[2])
        if m[1] and found:
            found += range(found[-1] + 1, last)
        found.append(last)
    return [d for d in dict.fromkeys(found) if 1 <= d <= 31]
