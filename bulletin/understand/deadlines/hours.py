"""At which hours a time is: those of each of its days, or from an hour of its first day to one of its last.

7h30 - 11h30 ngày 05 và 06/12                            on each day
từ 21h00 ngày 21/11 đến 5h00 ngày 22/11                  through: each end has its own hour
22h00 đến 05h00 sáng hôm sau, từ ngày 20/11 đến 30/12    on each day: the hours stand together before the days
lúc 18h ngày 28/10 và kéo dài đến hết 03/11              through, to the end of the last day
từ ngày 01/12 đến 17h00 ngày 05/12                       nothing: nobody says at which hour it begins
từ ngày 05/12 đến ngày 06/12, 7h30                       nothing: of the first day, or of each
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin.model.clock import Clock, Span
from bulletin.model.deadline import DeadlineKind
from bulletin.understand.deadlines.frames import Frame
from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.hours import MIDNIGHT, due, spans, through
from bulletin.words.dates.month_and_weekday_names import PART
from bulletin.words.dates.phrase import Phrase
from bulletin.words.text.patterns import spaced

_ROOM = 40  # characters before a time in which a part of the day may stand that is that of its hours
_BEFORE_ROOM = 70
_NIGHTLY = re.compile(r"(?<!\w)(?:hôm sau|(?:h[àằ]ng|mỗi|các) (?:đêm|ngày|tối))(?!\w)")
# «Từ 22h00 đến 05h00 sáng hôm sau, từ ngày …», «7h30 - 11h30 hằng ngày trong thời gian từ ngày …»
_BEFORE_SPAN = re.compile(
    rf"""
    (?P<hours>{spaced(HOURS)}) (?P<each>,?[ ](?:h[àằ]ng|mỗi|(?:tất[ ]cả[ ])?các)[ ](?:ngày|đêm|tối|sáng|chiều))?
    (?:,?[ ]tất)?  # the words of the span begin behind it: «… tất», «cả các đêm, bắt đầu từ đêm 20/11 …»
    [ ]?,?[ ] (?:trong[ ](?:thời[ ]gian[ ])?)? (?:(?:kể|bắt[ ]đầu)[ ])? (?:các[ ]ngày[ ])? (?:từ[ ])?
    (?:ngày[ ]|đêm[ ])?$
    """,
    re.VERBOSE,
)


# «5h - 7h, 11h - 13h và chiều từ » before «17h - 19h ngày …».
_MORE_BEFORE = re.compile(rf"(?:(?:{HOURS}|{TIME})(?: ?[,;] ?| và )(?:(?:từ|buổi|{PART}):? ){{0,3}})+$")
_EACH = re.compile(rf"{HOURS}|{TIME}")
_PART_BEFORE = re.compile(rf"(?<!\w){PART} ?:? ?(?:từ )?$")


# Cells of a row: hours of all its days, and when it ends where another cell says when it begins.
_HOURS_CELL = re.compile(
    rf"(?:^|¦ ?)[^:¦]{{0,10}}(?:giờ|thời gian)[^:¦]{{0,30}}: ?"
    rf"(?P<hours>{HOURS}(?:(?: và |[,;] ?){HOURS}){{0,3}}) ?(?=¦|$)"
)
_PART_CELL = re.compile(rf"(?:^|¦ ?)buổi[^:¦]{{0,12}}: ?(?P<part>{PART}) ?(?=¦|$)")
_HOURS_OF_PART = re.compile(rf"(?<!\w)buổi (?P<part>{PART})(?: khám| tiêm| làm việc)? ?:? ?(?:từ )?(?P<hours>{HOURS})")
_UNTIL_CELL = re.compile(
    rf"""
    ¦[ ]?[^:¦]{{0,20}}?
    (?:đóng[ ]điện|có[ ](?:điện|nước)|kết[ ]thúc|cấp[ ]lại|mở[ ]lại|tái[ ]lập|đến|xong|hoàn[ ]thành|trả)
    [^:¦]{{0,24}}:[ ]?(?P<until>{spaced(TIME)})[ ]?(?=¦|$)
    """,
    re.VERBOSE,
)


class Hours(NamedTuple):
    """The hours of a time as printed, and as they are where they are certain."""

    printed: str
    clock: Clock | None


def hours_of(low: str, phrase: Phrase, how: Frame, kind: DeadlineKind, bounds: tuple[int, int]) -> Hours:
    """Those of `phrase` in its frame, told as a time of this kind; low[bounds[0]:phrase.start] is what stands before it
    in its sentence and is of no other time, and bounds[1] how many days it has (0 for one without an end)."""
    begin, days = bounds
    printed = phrase.hours.strip()
    before = low[max(begin, phrase.start - _ROOM) : phrase.start]
    if more := _more_before(low, phrase, begin):
        return more
    if how.until and printed:
        return Hours(f"{printed} - {how.until}", _soon(low, phrase, how, before))
    if not printed and phrase.kind == "span" and kind != "deadline":
        return _ahead(low, phrase, begin, days)
    if kind == "deadline":
        last = phrase.ends[-1] if phrase.ends else phrase
        return Hours(printed, due(_own(low, last, before)))
    if any(end.hours for end in phrase.ends):
        return Hours(printed, _of_ends(low, phrase, before, days))
    return Hours(printed, _of_each(low, phrase, before, days))


def hours_in_row(row: str, own: Hours, low: str) -> Hours:
    """The hours of a day in a `row` that has them in other cells: «6h30 ¦ Giờ đóng điện lại: 11h00» of which `own` is
    the first, or «Lần 1: 21/8 ¦ Lần 2: 28/8 ¦ Giờ phun: 6h00 - 9h00»; of «Buổi: Sáng» those that the text `low` tells
    of it, «Buổi sáng từ 7h30 đến 11h00», else the part of the day."""
    until = _UNTIL_CELL.search(row)
    if until and own.clock and len(own.clock.spans) == 1 and own.clock.spans[0][1] is None:
        printed = f"{own.printed} - {until['until'].strip()}"
    elif not own.printed and (cell := _HOURS_CELL.search(row)):
        printed = cell["hours"].strip()
    elif not own.printed and (part := _PART_CELL.search(row)):
        told = {m["hours"].strip() for m in _HOURS_OF_PART.finditer(low) if m["part"] == part["part"]}
        if len(told) != 1:
            return Hours(f"buổi {part['part']}", None)
        (printed,) = told
    else:
        return own
    read = spans(printed, printed)
    return Hours(printed, Clock(spans=read) if read and read[0][1] is not None else None)


def _more_before(low: str, phrase: Phrase, begin: int) -> Hours | None:
    """All hours where several stand before one day: «5h - 7h, 17h - 19h ngày 20/5»; None where they do not."""
    if phrase.ends or low.find(phrase.hours.strip(), phrase.start, phrase.core) < 0 or not phrase.hours:
        return None
    more = _MORE_BEFORE.search(low, max(begin, phrase.start - _BEFORE_ROOM), phrase.start)
    start = more.start() if more else phrase.start
    each = _EACH.findall(low, start, phrase.core)
    if len(each) < 2:
        return None
    printed = ", ".join(each)
    read = spans(printed, low[start : phrase.end], low[max(begin, start - _ROOM) : start])
    return Hours(printed, Clock(spans=read) if read and read[0][1] is not None else None)


def _ahead(low: str, phrase: Phrase, begin: int, days: int) -> Hours:
    """Those that stand together before a span: «Từ 22h00 đến 05h00 sáng hôm sau, từ ngày …»."""
    ahead = _BEFORE_SPAN.search(low, max(begin, phrase.start - _BEFORE_ROOM), phrase.start)
    if not ahead:
        return Hours("", None)
    more = _MORE_BEFORE.search(low, max(begin, ahead.start() - _BEFORE_ROOM), ahead.start())
    start = more.start() if more else ahead.start()
    words, before = low[start : phrase.start], low[max(begin, start - _ROOM) : start]
    printed = ", ".join(_EACH.findall(low, start, ahead.end("hours")))
    return Hours(printed, _daily(spans(printed, words, before), words, days))


def _of_each(low: str, phrase: Phrase, before: str, days: int) -> Clock | None:
    """Hours that are told of all days together; of what has no end only its beginning."""
    read = _own(low, phrase, before)
    if not read:
        return None
    if days == 0:
        return Clock(spans=((read[0][0], None),))
    if phrase.kind == "days":
        return Clock(spans=read) if days == 1 or read[0][1] is not None else None
    return _daily(read, low[phrase.start : phrase.end], days)


def rule_clock(low: str, hours: tuple[int, int], begin: int) -> Clock | None:
    """Of what comes again, at the hours that low[hours[0]:hours[1]] tells; their sentence or line begins at
    low[begin]."""
    start, end = hours
    part = _PART_BEFORE.search(low, begin, start)
    first = part.start() if part else start
    read = spans(low[start:end], low[first:end], low[max(begin, first - _ROOM) : first])
    return Clock(spans=read) if read else None


def _own(low: str, end: Phrase, before: str = "") -> tuple[Span, ...]:
    return spans(end.hours.strip(), low[end.start : end.end], before) if end.hours else ()


def _of_ends(low: str, phrase: Phrase, before: str, days: int) -> Clock | None:
    """From the hour of the first day to that of the last, or to its end; or the hours that one end tells of all."""
    first, last = phrase.ends
    begins, stops = _own(low, first, before), _own(low, last)
    if (first.hours and not begins) or (last.hours and not stops):
        return None
    if first.hours and last.hours:
        is_one_each = begins[0][1] is None and stops[0][1] is None
        return through(begins[0][0], stops[0][0], days) if is_one_each else None
    read = begins or stops
    if read[0][1] is None:
        return through(read[0][0], MIDNIGHT, days) if begins else None
    return _daily(read, low[phrase.start : phrase.end], days)


def _daily(read: tuple[Span, ...], words: str, days: int) -> Clock | None:
    """The hours of each day between two. Of a night between two days nobody knows whether there is another behind it,
    where the words do not say so."""
    if not read or read[0][1] is None:
        return None
    is_over_night = any((end or 0) > MIDNIGHT for _, end in read)
    return None if is_over_night and days <= 2 and not _NIGHTLY.search(words) else Clock(spans=read)


def _soon(low: str, phrase: Phrase, how: Frame, before: str) -> Clock | None:
    """«từ 22h ngày 24/11 đến 4h sáng hôm sau», «… đến 18h cùng ngày»."""
    begins, stops = _own(low, phrase, before), spans(how.until, how.until)
    if len(begins) != 1 or len(stops) != 1 or begins[0][1] is not None:
        return None
    return through(begins[0][0], stops[0][0], how.days or 1)
