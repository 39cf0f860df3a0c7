"""Times to act that come back: «thứ 7 hàng tuần», «ngày 05 hàng tháng», the hours of the working days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.understand.asking import FROM_HOURS, HOURS, WORKING_DAYS, WORKING_ROOM
from bulletin.understand.flat import Flat, cues
from bulletin.understand.timed import OFF, Found
from bulletin.words import when

_EVERY = re.compile(r"(?:h[àằ]ng|mỗi) (tuần|tháng|ngày)(?!\w)")
_EVERY_CUES = cues("hàng ", "hằng ", "mỗi ")
# «hàng tuần: - chiều thứ 6 …; - sáng thứ 7 …»: what is said once holds for the rest of the sentence.
_ALSO_WEEKLY = re.compile(
    rf"(?:[,;:]|\n ?[-+•*]|(?<!\w)và) ?(?:vào )?(?:buổi )?((?:{when.PART}) {when.WEEKDAY})(?! ?,? ?\(?(?:ngày|[0-9]))"
)
_ALSO_ROOM = 160
_WEEKDAY_CUES = cues("thứ ", "chủ nhật", "chúa nhật")
_HOURS_BEFORE_DAYS = re.compile(rf"(?:từ )?{when.HOURS}(?= (?:(?:vào|trong|các|tất cả|những) ){{0,4}}$)")
_HOURS_BEFORE = re.compile(rf"{when.HOURS}[^.;\n]{{0,12}}$")


def recurring(flat: Flat, *, hours: bool) -> Iterator[Found]:
    """Every time to act that comes back; `hours`: there are hours «8h - 11h» in the text."""
    low = flat.low
    if "hàng " in low or "hằng " in low or "mỗi " in low:
        yield from _every(flat)
    if "thứ " in low or "nhật" in low:
        yield from _weekdays(flat)
    if hours and ("làm việc" in low or "hành chính" in low):
        yield from _working_hours(flat)


def _every(flat: Flat) -> Iterator[Found]:
    low = flat.low
    for m in flat.matches(_EVERY, _EVERY_CUES):
        rule = None
        if m[1] == "tuần":
            rule = when.weekly(low, *m.span())
        elif m[1] == "tháng":
            rule = when.monthly(low, *m.span())
        elif hours := _HOURS_BEFORE.search(low, max(0, m.start() - 50), m.start()):
            rule = hours.start(), m.end(), "FREQ=DAILY"
        if rule and not OFF.search(low, max(0, rule[0] - 40), rule[0]):
            yield Found(start=rule[0], end=rule[1], kind="recurring", rrule=rule[2])
        if m[1] == "tuần":
            stop = _before_full_stop(low, m.end(), _ALSO_ROOM)
            if low.find("thứ ", m.end(), stop) < 0 and low.find("nhật", m.end(), stop) < 0:
                continue
            for also in _ALSO_WEEKLY.finditer(low, m.end(), stop):
                yield Found(start=also.start(1), end=also.end(1), kind="recurring", rrule=when.by_weekday(also[1]))


def _weekdays(flat: Flat) -> Iterator[Found]:
    low = flat.low
    if "tháng" in low:
        for m in flat.matches(when.NTH_WEEKDAY, _WEEKDAY_CUES):
            yield Found(start=m.start(), end=m.end(), kind="recurring", rrule=when.nth_weekday(m))
    if low.count("thứ ") + low.count("nhật") < 2:
        return
    for m in flat.matches(when.WEEKDAY_RANGE, _WEEKDAY_CUES):
        off = OFF.search(low, max(0, m.start() - 40), m.start())
        if not off and HOURS.search(low, max(0, m.start() - 120), m.end() + 120):
            yield Found(start=m.start(), end=m.end(), kind="recurring", rrule=when.by_weekday(m[0]))


def _working_hours(flat: Flat) -> Iterator[Found]:
    """Hours at the words «ngày làm việc», or in the lines below them: from Monday to Friday."""
    for days in WORKING_DAYS.finditer(flat.low):
        before = _HOURS_BEFORE_DAYS.search(flat.low, max(0, days.start() - 70), days.start())
        below = FROM_HOURS.finditer(flat.low, days.end(), _before_full_stop(flat.low, days.end(), WORKING_ROOM))
        for m in [before] if before else below:
            yield Found(start=m.start(), end=m.end(), kind="recurring", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


def _before_full_stop(low: str, at: int, room: int) -> int:
    stop = low.find(". ", at, at + room)
    return at + room if stop < 0 else stop
