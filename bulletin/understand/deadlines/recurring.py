"""Times that come back: «thứ 7 hàng tuần», «ngày 05 hàng tháng», the hours of the working days; with their bounds
(«từ 01/12», «đến hết tháng 12»), their exceptions («trừ Chủ nhật», «riêng ngày 27/11 nghỉ») and their hours, which may
stand in the lines below. One rule for each phrase of hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bulletin.understand.deadlines import called_off as changed
from bulletin.understand.deadlines.frames import frame
from bulletin.understand.deadlines.plain_text import Plain
from bulletin.understand.deadlines.which_year import Years
from bulletin.words.dates import recurrence as recurring
from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.month_names import PART, WEEKDAY
from bulletin.words.dates.phrases import Phrase
from bulletin.words.text.word_patterns import in_verbose

_EVERY = re.compile(r"(?:h[àằ]ng|mỗi) (tuần|tháng|ngày|đêm|tối|sáng|chiều)(?!\w)")
# «thứ ba và chiều thứ năm»: a weekday and one more; whoever uses it says how often that comes again.
_LISTED = in_verbose(rf"{WEEKDAY}(?:(?:, ?| và | & |,? ?và )(?:(?:các|ngày|{PART}) ){{0,2}}{WEEKDAY})")
_WEEKDAY_SPOT = re.compile(r"t(?=hứ |uần |[2-7]|\. ?)|c(?=hủ n|húa|n)")
_WEEKDAY = re.compile(WEEKDAY)
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
# «hàng tuần: - chiều thứ 6 …; - sáng thứ 7 …»: what is said once holds for the rest of the sentence.
_ALSO_WEEKLY = re.compile(
    rf"""
    (?:[,;:]|\n[ ]?[-+•*]|(?<!\w)và) [ ]? (?:vào[ ])? (?:buổi[ ])? ((?:{in_verbose(PART)})[ ]{in_verbose(WEEKDAY)})
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
_WORKING_DAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_HOURS = re.compile(rf"(?:từ )?(?:{HOURS})")
_AT = re.compile(rf"(?<!\w)(?:lúc|từ|vào|đúng) (?:{TIME})")
_JUST_BEFORE = re.compile(rf"{TIME} $")
_HOURS_ROOM, _LINES_BELOW, _MOST_HOURS = 160, 7, 6
_HOURS_LINE = re.compile(
    rf"""
    [^\w\n]{{0,6}}
    (?:(?:thời[ ]gian|giờ)[^:\n]{{0,20}}:[^\w\n]{{0,5}})?  # «Thời gian:»
    (?:buổi[ ])? (?:(?:sáng|chiều|tối|trưa)|giờ|ca[ ][0-9])  # which part of the day
    (?:[^0-9\n]{{0,40}}?) (?P<hours>(?:từ[ ])?(?:{in_verbose(HOURS)}))  # the hours
    """,
    re.VERBOSE,
)
_MORE_IN_LINE = re.compile(
    rf"""
    (?:[,;.][ ]?|và[ ]) (?:buổi[ ])? (?:{in_verbose(PART)})? [ :]{{0,2}} (?P<hours>(?:từ[ ])?(?:{in_verbose(HOURS)}))
    """,
    re.VERBOSE,
)
_BY = re.compile(r"(?<!\w)(?:trước|(?:chậm|muộn|trễ) nhất(?: là| vào| trước| đến)?|đến hết|không quá)(?: vào)? $")
OFF = re.compile(r"(?<!\w)(?:nghỉ|trừ|không (?:làm việc|tiếp)|kể cả|ngoài)(?: [^.;\n]{0,24})?$")
_PAST = re.compile(r"(?<!\w)(?:đã|vừa qua|trước đây|bình quân|trung bình)(?!\w)")
_BUT_WEEKDAY = re.compile(
    rf"""
    # what takes out
    [^.;\n]{{0,40}}?\(? (?:trừ|không[ ]kể|ngoại[ ]trừ|nghỉ) (?:[ ]các|[ ]ngày|[ ]chiều|[ ]sáng)* [ ]
    ({in_verbose(WEEKDAY)}(?:(?:[ ]?,[ ]?|[ ]và[ ]|[ ]&[ ])(?:ngày[ ])?{in_verbose(WEEKDAY)})*)
    """,
    re.VERBOSE,
)
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FROM_NOW = re.compile(r"(?<!\w)(?:từ nay|kể từ nay|từ hôm nay)(?!\w)")


class Rule(NamedTuple):
    """A rule at text[start:end]; `first` and `last` bound it, `phrases` are those of the text that it uses up."""

    start: int
    end: int
    rrule: str
    first: date | None = None
    last: date | None = None
    excluded: tuple[date, ...] = ()
    hours: str = ""
    phrases: tuple[int, ...] = ()
    anchor: int = -1  # where the words of the rule itself stand, when its hours stand elsewhere


class _Base(NamedTuple):
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
        if _PAST.search(text.low, begin, stop) and not re.search(
            r"(?<!\w)(?:sẽ|đề nghị|mời|lịch)(?!\w)", text.low[begin:stop]
        ):
            continue
        rrule, exception = _without(base.rrule, text.low, base.end, stop)
        base = base._replace(end=max(base.end, exception))
        first, last, excluded, used, is_span = _bounds(text, phrases, years, base, begin, stop)
        if is_span and rrule == "FREQ=DAILY":
            continue  # «từ 12/10 đến 31/10, 22h-5h hằng đêm»: a window with its hours
        for start, end in base.hours or ((base.start, base.end),):
            hours = text.text[start:end].removeprefix("từ ").removeprefix("Từ ") if base.hours else ""
            span = (
                (start, end)
                if base.hours and not _near(base, start, end)
                else (min(base.start, start), max(base.end, end))
            )
            yield Rule(
                *(span if len(base.hours) < 2 else (start, end)),
                rrule,
                first,
                last,
                excluded,
                hours,
                used,
                anchor=base.start,
            )
        taken += list(base.hours)


def _near(base: _Base, start: int, end: int) -> bool:
    return start - base.end < 40 and base.start - end < 40


def _bases(text: Plain, phrases: Sequence[Phrase]) -> Iterator[_Base]:
    low = text.low
    dated = [(phrase.core, phrase.end) for phrase in phrases]
    weekdays = "thứ " in low or "nhật" in low or bool(_SHORT_WEEKDAY.search(low))
    if "hàng " in low or "hằng " in low or "mỗi " in low or (weekdays and "các " in low):
        yield from _every(text, dated)
    if weekdays:
        yield from _weekdays(text, dated)
    if "ngày làm việc" in low or "ngày hành chính" in low or "ngày trong tuần" in low:
        yield from _working(text)


def _every(text: Plain, dated: list[tuple[int, int]]) -> Iterator[_Base]:
    low = text.low
    for m in _EVERY.finditer(low):
        found: tuple[int, int, str] | None = None
        if m[1] == "tuần":
            found = recurring.weekly(low, *m.span())
        elif m[1] == "tháng":
            found = recurring.monthly(low, *m.span())
        else:
            line = text.line(m.start())
            before = list(_HOURS.finditer(low, max(line[0], m.start() - 60), m.start()))
            before = before or list(_JUST_BEFORE.finditer(low, max(line[0], m.start() - 20), m.start()))
            behind = _HOURS.search(low, m.end(), min(line[1], m.end() + 50)) or _AT.search(
                low, m.end(), min(line[1], m.end() + 40)
            )
            if before or behind:
                hours = before[-1].span() if before else behind.span() if behind else m.span()
                start = max(line[0], text.sentence(m.start(), m.end())[0])
                if not OFF.search(low, start, m.start()):
                    yield _Base(min(m.start(), hours[0]), max(m.end(), hours[1]), "FREQ=DAILY", (hours,))
            continue
        if found and m[1] == "tháng" and (by := _BY.search(low, max(0, found[0] - 30), found[0])):
            found = (by.start(), found[1], found[2])  # «trước ngày 15 hàng tháng» is no meeting on the 15th
        if found and not OFF.search(low, max(0, found[0] - 40), found[0]):
            yield _with_hours(text, *found, dated)
        if m[1] == "tuần":
            stop = _before_full_stop(low, m.end(), _ALSO_ROOM)
            for also in _ALSO_WEEKLY.finditer(low, m.end(), stop):
                yield _with_hours(text, *also.span(1), recurring.by_weekday(also[1]), dated)
    for m in _EVERY_WEEKDAY.finditer(low):
        yield _with_hours(text, m.start(), m.end(), recurring.by_weekday(m[1] or m[2]), dated)


def _weekdays(text: Plain, dated: list[tuple[int, int]]) -> Iterator[_Base]:
    low = text.low
    if "tháng" in low:
        for m in _at_weekdays(recurring.NTH_WEEKDAY, low):
            yield _with_hours(text, m.start(), m.end(), recurring.nth_weekday(m), dated)
    for m in _at_weekdays(recurring.WEEKDAY_RANGE, low):
        if any(start < m.end() + 12 and m.start() - 4 < end for start, end in dated):
            continue
        base = _with_hours(text, m.start(), m.end(), recurring.by_weekday(m[0]), dated)
        if base.hours and not OFF.search(low, max(0, m.start() - 40), m.start()):
            yield base


def _at_weekdays(pattern: re.Pattern[str], low: str) -> Iterator[re.Match[str]]:
    """What pattern.finditer would find, for one that begins with a weekday or «tuần»: tried only where these stand."""
    end = 0
    for spot in _WEEKDAY_SPOT.finditer(low):
        if spot.start() >= end and (m := pattern.match(low, spot.start())):
            yield m
            end = m.end()


def _working(text: Plain) -> Iterator[_Base]:
    """Hours at the words «ngày làm việc», or in the lines below them: from Monday to Friday."""
    low = text.low
    for m in _WORKING.finditer(low):
        if (
            _COUNTED.search(low, max(0, m.start() - 24), m.start())
            or "giờ hành chính các ngày" in low[m.start() - 16 : m.end()]
        ):
            continue
        begin, stop = text.sentence(m.start(), m.end())
        inside = [h.span() for h in _HOURS.finditer(low, max(begin, m.start() - 140), min(stop, m.end() + 140))]
        hours = (inside or _below(text, m.end(), spread=True) or _sentence_before(text, begin))[:_MOST_HOURS]
        if hours or _NAMED_DAYS.match(low, m.end()):
            yield _Base(m.start(), m.end(), _WORKING_DAYS, tuple(hours))


def _sentence_before(text: Plain, begin: int) -> list[tuple[int, int]]:
    """Hours of the sentence before: «Buổi sáng: từ 8h đến 11h. Buổi chiều: từ 14h đến 16h30, các ngày làm việc.»"""
    if begin < 2 or "\n" in text.low[begin - 2 : begin]:
        return []
    first = text.sentence(begin - 2, begin - 1)[0]
    return [h.span() for h in _HOURS.finditer(text.low, first, begin)]


def _with_hours(text: Plain, start: int, end: int, rrule: str, dated: list[tuple[int, int]]) -> _Base:
    """A rule with the hours of its own sentence, else of the lines below."""
    low = text.low
    begin, stop = text.sentence(start, end)
    line_begin, line_end = text.line(start)
    before = [h.span() for h in _HOURS.finditer(low, max(begin, line_begin, start - _HOURS_ROOM), start)]
    reach = min(max(stop, end), line_end, end + _HOURS_ROOM)
    other = _WEEKDAY.search(low, end, reach)
    behind = [h.span() for h in _HOURS.finditer(low, end, other.start() if other else reach)]
    hours = behind or before[-1:]
    hours = [span for span in hours if not any(s <= span[0] < e for s, e in dated)]
    return _Base(start, end, rrule, tuple((hours or _below(text, end, spread=False))[:_MOST_HOURS]))


def _below(text: Plain, at: int, *, spread: bool) -> list[tuple[int, int]]:
    """Hours in the lines below: «- Buổi sáng: từ 7 giờ đến 11 giờ»; `spread`: other lines may stand between."""
    low = text.low
    spans: list[tuple[int, int]] = []
    line_end = text.line(at)[1]
    for _ in range(_LINES_BELOW):
        begin, end = line_end + 1, text.line(line_end + 1)[1] if line_end + 1 < len(low) else len(low)
        if begin >= len(low):
            break
        line_end = end
        m = _HOURS_LINE.match(low, begin, end)
        if m and not re.search(rf"(?:{WEEKDAY}|[0-9]/[0-9])", low[begin : m.end()]):
            spans.append(m.span("hours"))
            at_more = m.end()
            while more := _MORE_IN_LINE.match(low, at_more, end):
                spans.append(more.span("hours"))
                at_more = more.end()
        elif (low[begin:end].strip() and (spans or not spread)) or (
            spread and (_EVERY.search(low, begin, end) or _WORKING.search(low, begin, end))
        ):
            break
    return spans


def _without(rrule: str, low: str, end: int, stop: int) -> tuple[str, int]:
    """`rrule` without the weekdays that the words behind it take out, «(trừ Chủ nhật)», and where those words end."""
    m = _BUT_WEEKDAY.match(low, end, stop)
    if not m:
        return rrule, end
    out = set(recurring.by_weekday(m[1]).removeprefix("FREQ=WEEKLY;BYDAY=").split(","))
    if rrule == "FREQ=DAILY":
        kept = [code for code in _CODES if code not in out]
    elif rrule.startswith("FREQ=WEEKLY;BYDAY="):
        kept = [code for code in rrule.removeprefix("FREQ=WEEKLY;BYDAY=").split(",") if code not in out]
    else:
        return rrule, end
    return (f"FREQ=WEEKLY;BYDAY={','.join(kept)}", m.end()) if kept else (rrule, end)


def _bounds(
    text: Plain, phrases: Sequence[Phrase], years: Years, base: _Base, begin: int, stop: int
) -> tuple[date | None, date | None, tuple[date, ...], tuple[int, ...], bool]:
    """From when to when the rule holds and on which days it does not; which phrases say so; whether one is a span."""
    low = text.low
    first: date | None = None
    last: date | None = None
    excluded: list[date] = []
    used: list[int] = []
    for i, phrase in enumerate(phrases):
        if phrase.end <= begin or phrase.start >= stop:
            near = 0 <= phrase.start - stop < 60 and changed.is_exception(
                low[text.sentence(phrase.start, phrase.end)[0] : phrase.start], low[phrase.end : phrase.end + 40]
            )
            if not near:
                continue
        sentence = text.sentence(phrase.start, phrase.end)
        before, behind = low[sentence[0] : phrase.start], low[phrase.end : sentence[1]]
        at = phrase.start
        days = (
            [years.resolve(day, at) for day in phrase.days]
            if phrase.kind == "days"
            else list(years.span(phrase.days[0], phrase.days[1], at))
        )
        known = [day for day in days if day]
        if len(known) < len(days):
            continue
        if changed.is_exception(before, behind):
            excluded += known
            used.append(i)
            continue
        how = frame(low, sentence[0], phrase, sentence[1])
        if how.kind == "since":
            first = known[0]
            used.append(i)
        elif how.kind == "by":
            last = known[-1]
            used.append(i)
            if _FROM_NOW.search(before[-30:]) and years.signed_on:
                first = years.signed_on
        elif how.kind == "span":
            if base.rrule == "FREQ=DAILY":
                return None, None, (), (), True
            first, last = known[0], known[-1]
            used.append(i)
    return first, last, tuple(excluded), tuple(used), False


def _before_full_stop(low: str, at: int, room: int) -> int:
    stop = low.find(". ", at, at + room)
    return at + room if stop < 0 else stop
