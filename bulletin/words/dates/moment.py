"""A day with what stands beside it: hours, weekday, part of the day, on either side.

    7h30, thứ Sáu, ngày 28/11/2025      ngày 22/11 (thứ Bảy): 7h30 - 11h30      trong hai ngày 21 và 22/12

For plain lower-case text with one kind of blank and dash, in which a line end ends what is said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.day import Beside, Printed
from bulletin.words.dates.month_and_weekday_names import PART, WEEKDAY
from bulletin.words.dates.numbered_names import weekday_number
from bulletin.words.text.patterns import spaced

_HOURS, _TIME, _WEEKDAY = spaced(HOURS), spaced(TIME), spaced(WEEKDAY)
COUNT = r"(?:0?[2-9]|1[0-9]|hai|ba|bốn|năm|sáu|bảy) (?:ngày|buổi|đợt)"
BEFORE = re.compile(
    rf"""
    (?<![\w.,/])
    (?:(?:(?P<hours>{_HOURS}|{_TIME})|(?P<weekday>{_WEEKDAY})|{PART}|(?P<count>{spaced(COUNT)})|buổi|đầu[ ]giờ
         |cuối[ ]giờ|các|cả
         |trong|cùng|hôm[ ]nay|hôm|tuần[ ](?:này|tới|sau)|ngày[ ]mai|mai|đúng|khoảng|vào[ ]hồi|vào[ ]lúc|vào[ ]khoảng
         |vào|lúc|hồi
         |thứ|nhằm|dự[ ]kiến
         |ngày(?!,)|mùng|mồng
         |bắt[ ]đầu[ ]từ(?=[ ]{PART})|từ(?=[ ](?:{_HOURS}|{_TIME})))    # «từ 8h ngày …»; else «từ» opens a span
       [ ,(:*-]{{1,3}}){{1,10}}$
    """,
    re.VERBOSE,
)
_BEFORE_ROOM = 80
_BEFORE_ENDS = frozenset(" (,:*-")
_WEEKDAYS = re.compile(WEEKDAY)
_PARTS = re.compile(rf"(?<!\w){PART}(?!\w)")
_WEEKDAY_AND = re.compile(rf"{WEEKDAY}[^0-9]*và")  # «thứ Bảy và Chủ nhật, ngày 22/11»
_BEHIND = re.compile(
    rf"""
    [ ]?
    (?:[(,-][ ]?(?:tức[ ]|là[ ]|nhằm[ ])?(?:vào[ ])?(?:cả[ ])?(?:ngày[ ])?
       (?P<weekday>{_WEEKDAY})(?![ ](?:đến|tới|-)[ ]{_WEEKDAY})          # «(thứ Hai đến thứ Sáu)»: days of the week
       (?:[, ]+(?:{PART}|tuần[ ](?:này|tới|sau)))?
       (?:[ ]?\)|(?![ ]?,?[ ]?(?:ngày[ ]|đến[ ]|tới[ ]|-[ ]|h[àằ]ng[ ])?[0-9(h]))   # not the next day's weekday
      |\([ ]?(?:{PART}|cả[ ]ngày|½[ ]ngày|1/2[ ]ngày|dự[ ]kiến)[ ]?\))
    """,
    re.VERBOSE,
)
_HOURS_BEHIND = re.compile(
    rf"""
    [ ,:;¦(-]{{1,4}}(?:(?:giờ|thời[ ]gian|buổi)[^:;\n0-9]{{0,30}}:[ ]?)?              # «; thời gian làm việc: »
    (?:(?:từ|lúc|vào|hồi|buổi|{PART}|bắt[ ]đầu|thời[ ]gian|trong|khoảng)[ :]{{1,2}}){{0,4}}
    (?P<hours>{_HOURS}|{_TIME}(?!{_HOURS}))
    (?![ ]?[,)]?[ ]?(?:sáng[ ]|trưa[ ]|chiều[ ]|tối[ ]|đêm[ ])?(?:của[ ])?           # not the next day's hours
       (?:ngày[ ]|các[ ]ngày[ ]|hôm[ ]|{_WEEKDAY}|[0-9]{{1,2}}[ ]?[/.-][ ]?[0-9]|(?:đến|tới|-)[ ]))
    """,
    re.VERBOSE,
)
_MORE_HOURS = re.compile(
    rf"""
    (?:[ ]?\)?[,;][ ]?|[ ]và[ ])(?:(?:từ|buổi|{PART})[ :]{{1,2}}){{0,3}}
    (?P<hours>{_HOURS})(?![ ]?,?[ ]?(?:ngày[ ]|{_WEEKDAY}|[0-9]{{1,2}}/))
    """,
    re.VERBOSE,
)
_HOURS_ROOM, _MORE_HOURS_ROOM = 70, 60


class Moment(NamedTuple):
    """The days of `printed` at text[start:end] with what stands beside them.

    `hours` as printed, "" when there are none; `timed`: a part of the day, a clock time or a weekday makes it a time to
    meet; `together`: the days are counted as one time; `clock_first`: its hours stand before the day.
    """

    start: int
    end: int
    printed: Printed
    hours: str
    timed: bool
    together: bool
    beside: tuple[Beside, ...]
    clock_first: bool


class _Behind(NamedTuple):
    """What stands behind a day, up to text[end]; `hours` as of Moment, `weekday` where it is told there."""

    end: int
    hours: str
    weekday: tuple[Beside, ...]
    timed: bool


def moment(low: str, printed: Printed, after: int, limit: int) -> Moment:
    """`printed` with its hours and weekday; nothing before low[after] or behind low[limit] is its own."""
    before = _before(low, printed.start, after)
    hours = before["hours"] or "" if before else ""
    weekday = _weekday_before(low, printed, before) if before else ()
    behind = _behind(low, printed, limit, hours, has_weekday=bool(weekday))
    end = behind.end
    if before and "(" in before[0] and low.startswith(")", end) and before[0].count("(") > before[0].count(")"):
        end += 1
    return Moment(
        start=before.start() if before else printed.start,
        end=end,
        printed=printed,
        hours=behind.hours,
        timed=behind.timed or (before is not None and _is_a_time(before)),
        together=before is not None and before["count"] is not None,
        beside=weekday or behind.weekday,
        clock_first=bool(hours),
    )


def _before(low: str, start: int, after: int) -> re.Match[str] | None:
    """The words in the line before a day that are of its time."""
    if start <= after or low[start - 1] not in _BEFORE_ENDS:
        return None
    return BEFORE.search(low, max(after, start - _BEFORE_ROOM, low.rfind("\n", after, start)), start)


def _is_a_time(before: re.Match[str]) -> bool:
    """Whether hours, a weekday or a part of the day stand before it."""
    return bool(before["hours"] or _WEEKDAYS.search(before[0]) or _PARTS.search(before[0]))


def _weekday_before(low: str, printed: Printed, before: re.Match[str]) -> tuple[Beside, ...]:
    """The one weekday that is said before the one day."""
    names = list(_WEEKDAYS.finditer(low, *before.span()))
    if len(names) != 1 or len(printed.days) != 1 or _WEEKDAY_AND.search(before[0]):
        return ()
    return (Beside(printed.days[0], weekday_number(names[0][0]), *names[0].span()),)


def _behind(low: str, printed: Printed, limit: int, hours: str, *, has_weekday: bool) -> _Behind:
    """The weekday, then the hours behind a day, unless they stand before it."""
    end, weekday, timed = printed.end, tuple[Beside, ...](), False
    if m := _BEHIND.match(low, end, limit):
        if m["weekday"] and len(printed.days) == 1 and not has_weekday:
            weekday = (Beside(printed.days[0], weekday_number(m["weekday"]), *m.span("weekday")),)
        timed, end = True, m.end()
    if not hours and (clock := _HOURS_BEHIND.match(low, end, min(limit, end + _HOURS_ROOM))):
        hours, end, timed = clock["hours"], clock.end("hours"), True
        while more := _MORE_HOURS.match(low, end, min(limit, end + _MORE_HOURS_ROOM)):
            hours, end = f"{hours}, {more['hours']}", more.end("hours")
    return _Behind(end, hours, weekday, timed)
