"""Times that come back: «thứ 7 hàng tuần», «ngày 05 hàng tháng», the hours of the working days; with their bounds
(«từ 01/12», «đến hết tháng 12»), their exceptions («trừ Chủ nhật», «riêng ngày 27/11 nghỉ») and their hours, which may
stand in the lines below. One rule for each phrase of hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin.understand.deadlines.candidates import Rule
from bulletin.understand.deadlines.hours import rule_clock
from bulletin.understand.deadlines.rule_bounds import RuleBounds, bounds_of
from bulletin.understand.deadlines.sentences import Plain
from bulletin.understand.deadlines.which_year import Years
from bulletin.words.dates import recurrence as recurring
from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.month_and_weekday_names import PART, WEEKDAY
from bulletin.words.dates.phrase import Phrase
from bulletin.words.text.patterns import spaced

_EVERY = re.compile(
    r"(?:h[àằ]ng|mỗi|(?:tất cả|mọi) các|mọi) (tuần|tháng|ngày|đêm|tối|sáng|chiều)(?!\w)"
    r"(?! (?:trong|làm|nghỉ|lễ|thứ|còn))"
)
# «thứ ba và chiều thứ năm»: a weekday and one more; whoever uses it says how often that comes again.
_LISTED = spaced(rf"{WEEKDAY}(?:(?:, ?| và | & |,? ?và )(?:(?:các|ngày|{PART}) ){{0,2}}{WEEKDAY})")
_WEEKDAY_SPOT = re.compile(r"t(?=hứ |uần |[2-7]|\. ?)|c(?=hủ n|húa|n)")
_WEEKDAY = re.compile(WEEKDAY)
_NAMED_DAY = re.compile(rf"(?:{WEEKDAY}|[0-9]/[0-9])")
_SHORT_WEEKDAY = re.compile(r"(?:t[2-7]|cn)(?!\w)")
_EVERY_WEEKDAY = re.compile(
    rf"""
    (?:
        mỗi[ ](?:(?:sáng|chiều|tối|đêm|buổi)[ ]){{0,2}}({_LISTED}{{0,6}})  # «mỗi sáng thứ hai», «mỗi thứ 3 và thứ 5»
      | các[ ](?:(?:sáng|chiều|tối|đêm|buổi|ngày)[ ]){{1,2}}({_LISTED}{{1,6}})  # «các ngày thứ ba, thứ năm»
    )
    (?![ ]?,?[ ]?\(?(?:ngày|[0-9]{{1,2}}/))  # no date of one day behind
    """,
    re.VERBOSE,
)
# «Lịch học: tối thứ Hai, thứ Tư, thứ Sáu, 18g30»: three and more come again, two where a word says that they do.
_WEEKDAY_LIST = re.compile(rf"{_LISTED}{{1,6}}(?![ ]?,?[ ]?\(?(?:ngày|tuần|[0-9]{{1,2}}/))")
_REGULAR = re.compile(
    r"(?<!\w)(?:lịch|giờ|các buổi) (?:học|tập|lấy|thu|mở|phát|tiếp|làm|giao dịch|sinh hoạt|chiếu|trực)(?!\w)"
)
_SURE_LIST = 3
# «hàng tuần: - chiều thứ 6 …; - sáng thứ 7 …»: what is said once holds for the rest of the sentence.
_ALSO_WEEKLY = re.compile(
    rf"""
    (?:[,;:]|\n[ ]?[-+•*]|(?<!\w)và) [ ]? (?:vào[ ])? (?:buổi[ ])? ((?:{spaced(PART)})[ ]{spaced(WEEKDAY)})
    (?![ ]?,?[ ]?\(?(?:ngày|[0-9]))
    """,
    re.VERBOSE,
)
_ALSO_ROOM = 160
_WORKING = re.compile(
    r"""
      # «ngày làm việc trong tuần», not «ngày làm việc kể từ»
      ngày[ ] (?:làm[ ]việc|hành[ ]chính) (?:[ ]hành[ ]chính)? (?:[ ]trong[ ]tuần|[ ]của[ ]tuần)?
      (?![ ]?(?:kể|kế|tiếp|liền|đầu|thứ|,?[ ]?(?:kể|tính)[ ]từ|sau|trước|từ[ ]ngày))
    | các[ ]ngày[ ]trong[ ]tuần
    """,
    re.VERBOSE,
)
_NAMED_DAYS = re.compile(r" ?,? ?\(?từ thứ (?:hai|2) (?:đến|tới) (?:hết )?thứ (?:sáu|6)(?!\w)")
_COUNTED = re.compile(r"[0-9]{1,3} $|(?:thời hạn|vòng|quá|thêm|mười|hai|ba|năm|mấy|vài) $")
_WEEKLY = "FREQ=WEEKLY;BYDAY="  # RFC 5545
_WORKING_DAYS = f"{_WEEKLY}MO,TU,WE,TH,FR"
_HOURS = re.compile(rf"(?:từ )?(?:{HOURS})")
_AT = re.compile(rf"(?<!\w)(?:lúc|từ|vào|đúng) (?:{TIME})")
_JUST_BEFORE = re.compile(rf"{TIME} $")
_HOURS_ROOM, _LINES_BELOW, _MOST_HOURS = 160, 7, 6
_NEAR = 40  # characters between a rule and its hours that are shown together
_HOURS_LINE = re.compile(
    rf"""
    [^\w\n]{{0,6}}
    (?:(?:thời[ ]gian|giờ)[^:\n]{{0,20}}:[^\w\n]{{0,5}})?  # «Thời gian:»
    (?:buổi[ ])? (?:(?:sáng|chiều|tối|trưa)|giờ|ca[ ][0-9])  # which part of the day
    (?:[^0-9\n]{{0,40}}?) (?P<hours>(?:từ[ ])?(?:{spaced(HOURS)}))  # the hours
    """,
    re.VERBOSE,
)
_MORE_IN_LINE = re.compile(
    rf"""
    (?:[,;.][ ]?|và[ ]) (?:buổi[ ])? (?:{spaced(PART)})? [ :]{{0,2}} (?P<hours>(?:từ[ ])?(?:{spaced(HOURS)}))
    """,
    re.VERBOSE,
)
_BY = re.compile(r"(?<!\w)(?:trước|(?:chậm|muộn|trễ) nhất(?: là| vào| trước| đến)?|đến hết|không quá)(?: vào)? $")
_OFF = re.compile(r"(?<!\w)(?:nghỉ|trừ|không (?:làm việc|tiếp)|kể cả|ngoài)(?: [^.;\n]{0,24})?$")
_AHEAD = re.compile(r"(?<!\w)(?:sẽ|đề nghị|mời|lịch)(?!\w)")
_PAST = re.compile(r"(?<!\w)(?:đã|vừa qua|trước đây|bình quân|trung bình)(?!\w)")
_BUT_WEEKDAY = re.compile(
    rf"""
    # what takes out
    [^.;\n]{{0,40}}?\(? (?:trừ|không[ ]kể|ngoại[ ]trừ|nghỉ) (?:[ ]các|[ ]ngày|[ ]chiều|[ ]sáng)* [ ]
    ({spaced(WEEKDAY)}(?:(?:[ ]?,[ ]?|[ ]và[ ]|[ ]&[ ])(?:ngày[ ])?{spaced(WEEKDAY)})*)
    """,
    re.VERBOSE,
)
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_EXCEPT = re.compile(r"(?: (?:sáng|trưa|chiều|tối|đêm))? ?[,(]? ?trừ (?:các )?(?:ngày )?(?:thứ |chủ nhật)")


class _Base(NamedTuple):
    """The words of a rule at text[start:end], and the bounds of each of its phrases of hours."""

    start: int
    end: int
    rrule: str
    hours: tuple[tuple[int, int], ...]


def rules(text: Plain, phrases: Sequence[Phrase], years: Years) -> Iterator[Rule]:
    """Every time of `text` that comes back."""
    taken: list[tuple[int, int]] = []
    for base in _bases(text, phrases):  # the surer first
        if any(base.start < end and start < base.end for start, end in taken):
            continue
        taken.append((base.start, base.end))
        begin, stop = text.sentence(base.start, base.end)
        if _PAST.search(text.low, begin, stop) and not _AHEAD.search(text.low[begin:stop]):
            continue
        rrule, exception_end = _without(base.rrule, text.low, base.end, stop)
        base = base._replace(end=max(base.end, exception_end))
        bounds = bounds_of(text, phrases, years, rrule=base.rrule, sentence=(begin, stop))
        if bounds.is_window and rrule == "FREQ=DAILY":
            continue  # «từ 12/10 đến 31/10, 22h-5h hằng đêm»: a window with its hours
        yield from _at_hours(text, base, rrule, bounds)
        taken += list(base.hours)


def _at_hours(text: Plain, base: _Base, rrule: str, bounds: RuleBounds) -> Iterator[Rule]:
    """One rule for each phrase of hours; one without where there is none."""
    dated = (bounds.first, bounds.last, bounds.excluded)
    if not base.hours:
        yield Rule(base.start, base.end, rrule, *dated, "", bounds.phrases, anchor=base.start)
    for start, end in base.hours:
        hours = text.text[start:end].removeprefix("từ ").removeprefix("Từ ")
        clock = rule_clock(text.low, (start, end), max(text.sentence(start, end)[0], text.line(start)[0]))
        if len(base.hours) == 1 and _is_near(base, start, end):
            start, end = min(base.start, start), max(base.end, end)
        yield Rule(start, end, rrule, *dated, hours, bounds.phrases, anchor=base.start, clock=clock)


def _is_near(base: _Base, start: int, end: int) -> bool:
    return start - base.end < _NEAR and base.start - end < _NEAR


def _bases(text: Plain, phrases: Sequence[Phrase]) -> Iterator[_Base]:
    """Each phrase that says that a time comes back, with its hours; tried where a word of its kind stands."""
    low = text.low
    dated = [(phrase.core, phrase.end) for phrase in phrases]
    weekdays = "thứ " in low or "nhật" in low or bool(_SHORT_WEEKDAY.search(low))
    if any(word in low for word in ("hàng ", "hằng ", "mỗi ", "mọi ")) or "các " in low:
        yield from _every(text, dated)
    if weekdays:
        yield from _weekdays(text, dated)
    if "ngày làm việc" in low or "ngày hành chính" in low or "ngày trong tuần" in low:
        yield from _working(text)
    if "trừ " in low and weekdays:
        yield from _except_only(text, dated)


def _every(text: Plain, dated: list[tuple[int, int]]) -> Iterator[_Base]:
    """«thứ 7 hàng tuần», «ngày 05 hàng tháng», «18h-22h hằng ngày», «các ngày thứ ba, thứ năm»; `dated` are the
    offsets of times with a date of their own."""
    low = text.low
    for every in _EVERY.finditer(low):
        if every[1] == "tuần":
            yield from _every_week(text, every.span(), dated)
        elif every[1] == "tháng":
            yield from _every_month(text, every.span(), dated)
        else:
            yield from _every_day(text, every.span())
    for weekdays in _EVERY_WEEKDAY.finditer(low):
        rrule = recurring.by_weekday(weekdays[1] or weekdays[2])
        yield _with_hours(text, *weekdays.span(), rrule, dated)


def _every_week(text: Plain, words: tuple[int, int], dated: list[tuple[int, int]]) -> Iterator[_Base]:
    """«thứ 7 hàng tuần», and the weekdays that the rest of the sentence adds; `words` bound «hàng tuần»."""
    low = text.low
    weekly = recurring.weekly(low, *words)
    if weekly and not _is_taken_out(low, weekly[0]):
        yield _with_hours(text, *weekly, dated)
    for also in _ALSO_WEEKLY.finditer(low, words[1], _before_full_stop(low, words[1], _ALSO_ROOM)):
        yield _with_hours(text, *also.span(1), recurring.by_weekday(also[1]), dated)


def _every_month(text: Plain, words: tuple[int, int], dated: list[tuple[int, int]]) -> Iterator[_Base]:
    """«ngày 05 hàng tháng»; «trước ngày 15 hàng tháng» is no meeting on the 15th."""
    low = text.low
    monthly = recurring.monthly(low, *words)
    if monthly is None:
        return
    start, end, rrule = monthly
    if by := _BY.search(low, max(0, start - 30), start):
        start = by.start()
    if not _is_taken_out(low, start):
        yield _with_hours(text, start, end, rrule, dated)


def _every_day(text: Plain, words: tuple[int, int]) -> Iterator[_Base]:
    """«18h-22h hằng ngày», «hằng ngày từ 6 giờ»: with hours near it alone."""
    low = text.low
    start, end = words
    line_start, line_end = text.line(start)
    behind = _HOURS.search(low, end, min(line_end, end + 50)) or _AT.search(low, end, min(line_end, end + 40))
    nearest = (
        _last(_HOURS, low, max(line_start, start - 60), start)
        or _last(_JUST_BEFORE, low, max(line_start, start - 20), start)
        or behind
    )
    if nearest is None:
        return
    hours = nearest.span()
    sentence_start = max(line_start, text.sentence(start, end)[0])
    if not _OFF.search(low, sentence_start, start):
        yield _Base(min(start, hours[0]), max(end, hours[1]), "FREQ=DAILY", (hours,))


def _last(pattern: re.Pattern[str], low: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(low, start, end))), None)


def _is_taken_out(low: str, start: int) -> bool:
    """«trừ thứ 7 hàng tuần», «nghỉ chủ nhật hàng tuần»."""
    return bool(_OFF.search(low, max(0, start - 40), start))


def _weekdays(text: Plain, dated: list[tuple[int, int]]) -> Iterator[_Base]:
    """«thứ hai đầu tiên của tháng», and with their hours «thứ 2 đến thứ 6»; a weekday beside a date is none."""
    low = text.low
    if "tháng" in low:
        for nth in _at_weekdays(recurring.NTH_WEEKDAY, low):
            yield _with_hours(text, *nth.span(), recurring.nth_weekday(nth), dated)
    for weekdays in _at_weekdays(recurring.WEEKDAY_RANGE, low):
        begin, stop = weekdays.span()
        if any(start < stop + 12 and begin - 4 < end for start, end in dated):
            continue
        base = _with_hours(text, begin, stop, recurring.by_weekday(weekdays[0]), dated)
        if base.hours and not _is_taken_out(low, begin):
            yield base
    yield from _listed_weekdays(text, dated)


def _listed_weekdays(text: Plain, dated: list[tuple[int, int]]) -> Iterator[_Base]:
    """«tối thứ Hai, thứ Tư, thứ Sáu, 18g30 - 20g30» with no date beside it."""
    low = text.low
    for weekdays in _at_weekdays(_WEEKDAY_LIST, low):
        begin, stop = weekdays.span()
        if any(start < stop + 12 and begin - 4 < end for start, end in dated) or _is_taken_out(low, begin):
            continue
        rrule = recurring.by_weekday(weekdays[0])
        is_sure = rrule.count(",") + 1 >= _SURE_LIST or _REGULAR.search(low, text.line(begin)[0], begin)
        base = _with_hours(text, begin, stop, rrule, dated)
        if is_sure and base.hours:
            yield base


def _at_weekdays(pattern: re.Pattern[str], low: str) -> Iterator[re.Match[str]]:
    """What pattern.finditer would find, for one that begins with a weekday or «tuần»: tried only where these stand."""
    end = 0
    for spot in _WEEKDAY_SPOT.finditer(low):
        if spot.start() >= end and (match := pattern.match(low, spot.start())):
            yield match
            end = match.end()


def _working(text: Plain) -> Iterator[_Base]:
    """Hours at the words «ngày làm việc», or in the lines below them: from Monday to Friday."""
    low = text.low
    for words in _WORKING.finditer(low):
        start, end = words.span()
        if _COUNTED.search(low, max(0, start - 24), start) or "giờ hành chính các ngày" in low[start - 16 : end]:
            continue
        begin, stop = text.sentence(start, end)
        inside = _all_hours(low, max(begin, start - 140), min(stop, end + 140))
        hours = (inside or _below(text, end, spread=True) or _sentence_before(text, begin))[:_MOST_HOURS]
        if hours or _NAMED_DAYS.match(low, end):
            is_whole_week = low.startswith("tất cả các ngày trong", start - 7)
            yield _Base(start, end, "FREQ=DAILY" if is_whole_week else _WORKING_DAYS, tuple(hours))


def _except_only(text: Plain, dated: list[tuple[int, int]]) -> Iterator[_Base]:
    """«từ 5h00 đến 6h30 sáng, trừ Chủ nhật»: hours of every day but one."""
    for hours in _HOURS.finditer(text.low):
        if _EXCEPT.match(text.low, hours.end()) and not any(a <= hours.start() < b for a, b in dated):
            yield _Base(*hours.span(), "FREQ=DAILY", (hours.span(),))


def _all_hours(low: str, start: int, end: int) -> list[tuple[int, int]]:
    return [hours.span() for hours in _HOURS.finditer(low, start, end)]


def _sentence_before(text: Plain, begin: int) -> list[tuple[int, int]]:
    """Hours of the sentence before: «Buổi sáng: từ 8h đến 11h. Buổi chiều: từ 14h đến 16h30, các ngày làm việc.»"""
    if begin < 2 or "\n" in text.low[begin - 2 : begin]:
        return []
    first = text.sentence(begin - 2, begin - 1)[0]
    return _all_hours(text.low, first, begin)


def _with_hours(text: Plain, start: int, end: int, rrule: str, dated: list[tuple[int, int]]) -> _Base:
    """A rule with the hours of its own sentence, else of the lines below."""
    low = text.low
    begin, stop = text.sentence(start, end)
    line_begin, line_end = text.line(start)
    before = _all_hours(low, max(begin, line_begin, start - _HOURS_ROOM), start)
    reach = min(max(stop, end), line_end, end + _HOURS_ROOM)
    other = _WEEKDAY.search(low, end, reach)
    behind = _all_hours(low, end, other.start() if other else reach)
    hours = behind or before[-1:]
    hours = [span for span in hours if not any(dated_start <= span[0] < dated_end for dated_start, dated_end in dated)]
    return _Base(start, end, rrule, tuple((hours or _below(text, end, spread=False))[:_MOST_HOURS]))


def _below(text: Plain, start: int, *, spread: bool) -> list[tuple[int, int]]:
    """Hours in the lines below low[start]: «- Buổi sáng: từ 7 giờ đến 11 giờ»; `spread`: other lines may stand
    between."""
    low = text.low
    spans: list[tuple[int, int]] = []
    line_end = text.line(start)[1]
    for _ in range(_LINES_BELOW):
        begin, end = line_end + 1, text.line(line_end + 1)[1] if line_end + 1 < len(low) else len(low)
        if begin >= len(low):
            break
        line_end = end
        if in_line := _hours_of_line(low, begin, end):
            spans += in_line
        elif (low[begin:end].strip() and (spans or not spread)) or (
            spread and (_EVERY.search(low, begin, end) or _WORKING.search(low, begin, end))
        ):
            break
    return spans


def _hours_of_line(low: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The bounds of the hours in a line that names none of the weekdays and dates: «Sáng: 7h - 11h; chiều: …»."""
    first = _HOURS_LINE.match(low, begin, end)
    if not first or _NAMED_DAY.search(low[begin : first.end()]):
        return []
    spans = [first.span("hours")]
    more = _MORE_IN_LINE.match(low, first.end(), end)
    while more:
        spans.append(more.span("hours"))
        more = _MORE_IN_LINE.match(low, more.end(), end)
    return spans


def _without(rrule: str, low: str, end: int, stop: int) -> tuple[str, int]:
    """`rrule` without the weekdays that the words behind it take out, «(trừ Chủ nhật)», and where those words end."""
    exception = _BUT_WEEKDAY.match(low, end, stop)
    if not exception:
        return rrule, end
    taken_out = set(recurring.by_weekday(exception[1]).removeprefix(_WEEKLY).split(","))
    if rrule == "FREQ=DAILY":
        codes = list(_CODES)
    elif rrule.startswith(_WEEKLY):
        codes = rrule.removeprefix(_WEEKLY).split(",")
    else:
        return rrule, end
    kept = [code for code in codes if code not in taken_out]
    return (f"{_WEEKLY}{','.join(kept)}", exception.end()) if kept else (rrule, end)


def _before_full_stop(low: str, start: int, room: int) -> int:
    stop = low.find(". ", start, start + room)
    return start + room if stop < 0 else stop
