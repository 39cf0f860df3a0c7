"""Days that a notice's title or card names and its text never prints: «họp ngày 15/12» above «ngày 05/12/2025».

Only days soon after the signing are asked: those are times to come, while earlier ones are of papers and history. A
day is left alone as soon as anything in the text may speak for it: a rule of weeks, a range, a count, a month's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import NamedTuple

from bulletin.check.events import days_of
from bulletin.check.keys.places import place_of
from bulletin.check.printed_days import Group, Printed, days_near, groups, printed_days, words_of
from bulletin.knowledge.rows import Knowledge
from bulletin.model.anniversary import Solar
from bulletin.model.deadline import Deadline
from bulletin.model.notice import Notice
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Prose
from bulletin.model.source import Source
from bulletin.words.dates.printed import short

_WHEN = ("summary", "when")
_AHEAD = timedelta(days=120)
_BESIDE = 60  # characters around a day that tell what day it is
_ASKED = 20  # days of one notice's keys: a title of more is none
# Before a day without a year: without one of these «2/9» may be a share, a street or a name.
_CUE = re.compile(
    r"""
    (?:
      (?<!\w) (?:ngày|sáng|chiều|tối|trưa|đêm|từ|đến|tới|hết|trước|vào|lúc|hạn|nhật|giờ|phút)
    | (?<!\w) thứ[ ]\w{1,4}
    | [0-9]{1,2}[hg:][0-9]{0,2}   # «7h30», «19g», «8:00»
    ) [ ,(]{0,3}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before «5, 6/5» that are two days; «tổ 3, 6/5» and «19 giờ 30, 07/5» are one.
_DAYS = re.compile(r"(?<!\w)(?:ngày|từ|đến|vào|các|hai|ba)[ (]{0,2}$", re.IGNORECASE)
_LISTED = re.compile(r"[ ,;&]{0,3}(?:và |hoặc |đến |tới |[-–—])? ?(?:hết )?(?:ngày )?", re.IGNORECASE)
# Before the day of a paper, after that of another calendar.
_PAPER = re.compile(
    r"""
    (?:
      [/-][^\W\d_][\w-]{0,20}       # the end of a number: «12/KH-UBND ngày»
    | (?<!\w) số[ ]\S{1,20}
    | (?<!\w) (?:luật|nghị[ ]định|nghị[ ]quyết|thông[ ]tư|quyết[ ]định|kế[ ]hoạch
               |chỉ[ ]thị|công[ ]văn|công[ ]điện|thông[ ]báo|giấy[ ]mời)
    ) [ ,(]{0,3} (?:(?:ký|ban[ ]hành)[ ])? (?:ngày[ ])?$
    | (?<!\w) (?:mùng|mồng)[ ]$       # a lunar day
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LUNAR = re.compile(
    r"[ ,(]{0,3}(?:âm lịch|âl\b|al\b|(?:năm )?(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) \w)", re.IGNORECASE
)
# Rules take effect on days that a notice's text need not print, mostly the first of a month.
_FROM = re.compile(r"(?<!\w)(?:kể )?từ (?:ngày )?$", re.IGNORECASE)
_TO = re.compile(r"[ ,]{0,3}(?:(?:đến|tới)\b|[-–—] ?[0-9])", re.IGNORECASE)
_RULES = re.compile(
    r"(?<!\w)(?:hiệu lực|áp dụng|luật|nghị định|nghị quyết|thông tư|quy định|chính sách|mức|chế độ)(?!\w)",
    re.IGNORECASE,
)
_FESTIVE = re.compile(
    r"""
    (?<!\w) (?:
      k[ỷỉ][ ]niệm | chào[ ]mừng | hưởng[ ]ứng | nhân[ ](?:dịp|ngày) | dịp | lễ | tết | mít[ ]tinh
    | truyền[ ]thống | thành[ ]lập | quốc[ ]tế | treo[ ]cờ | giỗ
    | ngày[ ](?-i:[A-ZĐ])            # «Ngày Thầy thuốc»: a name
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RANGE = re.compile(r"đến|tới|[-–—]")
# What lets a reader of the text work a day out.
_COUNTED = re.compile(
    r"""
      [0-9]{1,3}[ ](?:ngày|tuần|tháng)(?:[ ]làm[ ]việc)?,?[ ](?:kể|tính|từ|sau)   # «15 ngày kể từ …»
    | trong[ ](?:vòng|thời[ ]hạn)
    | ngày[ ](?:mai|kia) | hôm[ ]sau | (?:cuối|trong)[ ]tuần | tuần[ ](?:này|tới|sau)
    | (?:hàng|mỗi|hằng)[ ](?:tuần|tháng|ngày)
    | âm[ ]lịch | tháng[ ](?:giêng|chạp) | (?<!\w)(?:mùng|mồng|rằm)(?!\w)
    """,
    re.VERBOSE,
)
_MONTH_ENDS = re.compile(r"(?:cuối|hết|đầu|trong) (?:tháng|năm|quý)|(?<!\w)quý (?:i{1,3}|iv|[1-4])\b")
_WEEKDAYS = (
    "thứ (?:hai|2)", "thứ (?:ba|3)", "thứ (?:tư|4)", "thứ (?:năm|5)", "thứ (?:sáu|6)", "thứ (?:bảy|bẩy|7)", "chủ nhật",
)  # fmt: skip


class _Named(NamedTuple):
    """A day to come that a key names, and the other bounds of the ranges it stands in."""

    day: date
    bounds: tuple[date, ...]


def check_key_days(source: Source, notice: Notice, prose: Prose, knowledge: Knowledge) -> tuple[Problem, ...]:
    """Days of title and card that the text does not print though it prints others to come, each at its key's line."""
    title = notice.retitled or notice.title
    keys = (("title",), title), (("summary", "what"), notice.summary.what), (_WHEN, notice.summary.when)
    named = [(key, day) for key, text in keys for day in _named(text, key == _WHEN, notice.signed_on, knowledge)]
    return tuple(_doubts(named, source, notice, prose, knowledge)) if named else ()


class _Printed(NamedTuple):
    """What a text prints of days: its words, the days to come of it, (day, month) of all that speaks for a day, the
    ranges it tells, and what the machine has read in it."""

    text: str
    near: tuple[Printed, ...]
    known: frozenset[tuple[int, int]]
    ranges: tuple[tuple[date, date], ...]
    deadlines: tuple[Deadline, ...]


def _doubts(
    named: Iterable[tuple[tuple[str, ...], _Named]], source: Source, notice: Notice, prose: Prose, knowledge: Knowledge
) -> Iterator[Problem]:
    """A problem for each of the `named` days (with the key that names it) that nothing in the text speaks for."""
    body = _printed(notice, prose)
    anniversary_days, _ = _known_days(knowledge)
    if all((day.day, day.month) in anniversary_days for day in body.near) or _COUNTED.search(body.text):
        return
    for key, candidate in islice(dict.fromkeys(named), _ASKED):
        if not _is_told(candidate, body):
            place = place_of(source.front, source.path, *key)
            yield problem(
                "summary-day", place, key=key[0], day=short(candidate.day), days=days_near(candidate.day, body.near)
            )


def _printed(notice: Notice, prose: Prose) -> _Printed:
    text = words_of(prose.text, notice.corrections).lower()
    days = tuple(dict.fromkeys(printed_days(text)))
    amended = (day for erratum in notice.errata for day in printed_days(erratum.should))
    stated = {day for event in notice.events or () for day in days_of(event)}
    read = {day for deadline in prose.deadlines for day in (deadline.by, deadline.starts_on, deadline.ends_on) if day}
    return _Printed(
        text=text,
        near=tuple(day for day in days if _soon(day, notice.signed_on)),
        known=frozenset((day.day, day.month) for day in (*days, *amended))
        | {(day.day, day.month) for day in stated | read},
        ranges=tuple(_ranges(text, notice.signed_on)),
        deadlines=prose.deadlines,
    )


def _is_told(candidate: _Named, body: _Printed) -> bool:
    """Whether the text may mean the day: it prints it, tells it in other words, or spans it."""
    day = candidate.day
    if (day.day, day.month) in body.known or _spelt_apart(day, body.text) or _worked_out(day, body.text):
        return True
    if candidate.bounds:
        # «từ 01/12 đến 31/12» may span days that the text tells one by one; half of another range is a slip.
        return not any(bound in span for bound in candidate.bounds for span in body.ranges)
    return _within(day, body.ranges, body.deadlines)


def _named(text: str, bare: bool, signed_on: date, knowledge: Knowledge) -> Iterator[_Named]:
    """The days to come of a title or card, without those of papers, rules and anniversaries.

    `bare` where a day needs no word before it.
    """
    days: list[tuple[Group, date]] = []
    for group in groups(text):
        if _is_time(text, group, bare, days[-1][0] if days else None):
            days += ((group, day) for day in _to_come(text, group, signed_on, knowledge))
    spans = [(first, last) for (left, first), (right, last) in pairwise(days) if _spans(text, left, right)]
    for _, day in days:
        yield _Named(day, tuple(bound for span in spans if day in span for bound in span if bound != day))


def _is_time(text: str, group: Group, bare: bool, before_it: Group | None) -> bool:
    """Whether words around a group of days say that it tells a time, not a paper, a share or another calendar.
    `before_it` is the group before, that a list may go on from."""
    before, after = _around(text, group)
    if _PAPER.search(before) or _LUNAR.match(after):
        return False
    whole = bare or group.days[-1].year or "tháng" in text[group.start : group.end].lower()
    listed = before_it and _LISTED.fullmatch(text[before_it.end : group.start])
    return bool(whole or listed or _CUE.search(before))


def _to_come(text: str, group: Group, signed_on: date, knowledge: Knowledge) -> Iterator[date]:
    """The days of a group that come soon after the signing, less those of rules and anniversaries."""
    before, after = _around(text, group)
    begins = _FROM.search(before) and not _TO.match(after)
    for printed in group.days if _DAYS.search(before) else group.days[-1:]:
        day = _soon(printed, signed_on)
        rule = begins and (printed.day == 1 or _RULES.search(text))
        if day and not rule and not _celebrates(printed, text, knowledge):
            yield day


def _around(text: str, group: Group) -> tuple[str, str]:
    """What stands before and behind a group of days."""
    return text[max(0, group.start - _BESIDE) : group.start], text[group.end : group.end + _BESIDE]


def _celebrates(printed: Printed, text: str, knowledge: Knowledge) -> bool:
    """Whether a title names an occasion rather than a time: a holiday, or an anniversary in such words."""
    anniversary_days, holidays = _known_days(knowledge)
    day = (printed.day, printed.month)
    return day in holidays or (day in anniversary_days and bool(_FESTIVE.search(text)))


def _spans(text: str, left: Group, right: Group) -> bool:
    """Whether a range leads from one to the other."""
    between = text[left.start : left.end] if left == right else text[left.end : right.start]
    return len(between) < _BESIDE and "." not in between and ";" not in between and bool(_RANGE.search(between))


def _soon(printed: Printed, signed_on: date) -> date | None:
    """The day, when it comes within months after the signing; its year may be left out."""
    for year in (printed.year,) if printed.year else (signed_on.year, signed_on.year + 1):
        day = printed.in_year(year)
        if signed_on < day <= signed_on + _AHEAD:
            return day
    return None


def _ranges(text: str, signed_on: date) -> Iterator[tuple[date, date]]:
    """«từ ngày 01/12 đến ngày 05/12», «01 - 05/12», those that have begun included."""
    days = [(group, printed) for group in groups(text) for printed in group.days]
    for (left, first), (right, last) in pairwise(days):
        end = _soon(last, signed_on)
        if end and _spans(text, left, right):
            yield _soon(first, signed_on) or signed_on, end


def _spelt_apart(day: date, text: str) -> bool:
    """«5.12», «5-12», «các ngày 5 và 6 của tháng 12»: too doubtful to be days to come, enough not to ask."""
    figures = rf"0?{day.day}\s?[/.-]\s?0?{day.month}"
    words = rf"0?{day.day}(?![0-9/.])[^.;]{{0,40}}tháng\s?0?{day.month}"
    return bool(re.search(rf"(?<![0-9/.])(?:{figures}|{words})(?![0-9])", text))


def _worked_out(day: date, text: str) -> bool:
    """Whether the text names the weekday without a date, or the month or quarter that begins or ends on the day."""
    bounds_month = day.day == 1 or (day + timedelta(days=1)).day == 1
    if bounds_month and (_MONTH_ENDS.search(text) or re.search(rf"tháng 0?{day.month}(?![0-9])", text)):
        return True
    weekday = _WEEKDAYS[day.weekday()]
    return bool(re.search(rf"(?<!\w){weekday}(?!\w)(?![ ,(]{{0,3}}(?:ngày )?[0-9])", text))


def _within(day: date, ranges: tuple[tuple[date, date], ...], deadlines: tuple[Deadline, ...]) -> bool:
    windows = ((deadline.starts_on, deadline.ends_on or date.max) for deadline in deadlines)
    return (
        any(deadline.rrule for deadline in deadlines)
        or any(first <= day <= last for first, last in ranges)
        or any(first and first <= day <= last for first, last in windows)
    )


def _known_days(knowledge: Knowledge) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """(day, month) of all anniversaries and days off, and of the days off alone."""
    rows = [(row.on, row.kinds) for row in knowledge.anniversaries.values()]
    solar = [((on.day, on.month), kinds) for on, kinds in rows if isinstance(on, Solar)]
    off = {(row.on.day, row.on.month) for row in knowledge.days_off}
    holidays = frozenset(off | {day for day, kinds in solar if "public-holiday" in kinds})
    return holidays | {day for day, _ in solar}, holidays
