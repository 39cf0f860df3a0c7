"""Days with what is said beside them, and how they join: the grammar above single days.

    7h30, thứ Sáu, ngày 28/11/2025 (9/10 âm lịch)      a day with its hours, its weekday and its twin
    ngày 22/11 (thứ Bảy): 7h30 - 11h30                 … behind it too
    các ngày 03/6, 10/6 và 17/6/2026                   days: each by itself; the year at the last is that of all
    từ 8h ngày 24/11 đến 17h ngày 26/11/2025           a span, with every usual way to lead to its end
    18 giờ ngày 28/10/2026 và kéo dài đến hết 03/11    … words between its ends that only lead there included
    từ ngày 01/02/2026 đến 04/02 (14 đến 17 tháng Chạp)  a span with its lunar twin
    tháng 12/2025   tháng 12 năm 2025   quý IV/2025    from its first to its last day

All for plain lower-case text with one kind of blank and dash, in which a line end ends what is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.day import Day, Printed, printed_days
from bulletin.words.dates.month_names import PART, WEEKDAY, weekday_number

LAST_OF_MONTH = 0  # as the day of a Day
_COUNT = r"(?:0?[2-9]|1[0-9]|hai|ba|bốn|năm|sáu|bảy) (?:ngày|buổi|đợt)"
_BEFORE = re.compile(
    rf"(?<![\w.,/])(?:(?:(?P<hours>{HOURS}|{TIME})|(?P<weekday>{WEEKDAY})|{PART}|(?P<count>{_COUNT})|buổi|đầu giờ|"
    rf"cuối giờ|các|cả|"
    rf"trong|cùng|hôm nay|hôm|tuần (?:này|tới|sau)|ngày mai|mai|đúng|khoảng|vào hồi|vào lúc|vào khoảng|vào|lúc|hồi|"
    rf"thứ|nhằm|dự kiến|"
    rf"ngày(?!,)|mùng|mồng|bắt đầu từ(?= {PART})|từ(?= (?:{HOURS}|{TIME})))"
    r"[ ,(:*-]{1,3}){1,10}$"
)
_BEFORE_ROOM = 80
_BEFORE_ENDS = frozenset(" (,:*-")
_WEEKDAYS = re.compile(WEEKDAY)
_BEHIND = re.compile(
    rf" ?(?:[(,-] ?(?:tức |là |nhằm )?(?:vào )?(?:cả )?(?:ngày )?(?P<weekday>{WEEKDAY})(?:[, ]+(?:{PART}|"
    rf"tuần (?:này|tới|sau)))?"
    rf"(?: ?\)|(?! ?,? ?(?:ngày |đến |tới |- |h[àằ]ng )?[0-9(h]))|\( ?(?:{PART}|cả ngày|½ ngày|1/2 ngày|dự kiến) ?\))"
)
_HOURS_BEHIND = re.compile(
    rf"[ ,:;¦(-]{{1,4}}(?:(?:giờ|thời gian|buổi)[^:;\n0-9]{{0,30}}: ?)?(?:(?:từ|lúc|vào|hồi|buổi|{PART}|bắt đầu|"
    rf"thời gian|trong|khoảng)[ :]{{1,2}}){{0,4}}"
    rf"(?P<hours>{HOURS}|{TIME}(?!{HOURS}))(?! ?[,)]? ?(?:sáng |trưa |chiều |tối |đêm )?(?:của )?(?:ngày |"
    rf"các ngày |hôm |{WEEKDAY}|[0-9]{{1,2}} ?[/.-] ?[0-9]|(?:đến|tới|-) ))"
)
_MORE_HOURS = re.compile(
    rf"(?: ?\)?[,;] ?| và )(?:(?:từ|buổi|{PART})[ :]{{1,2}}){{0,3}}(?P<hours>{HOURS})(?! ?,? ?(?:ngày |{WEEKDAY}|"
    rf"[0-9]{{1,2}}/))"
)
_TWIN = re.compile(
    r"(?: năm nay)?(?P<open> ?[(,] ?|(?<=\)) ?)?(?P<cue>(?:tức|nhằm|nghĩa) (?:là )?(?:vào )?)?(?:(?:ngày|từ|"
    r"mùng|mồng|là) ){0,3}"
)
_CLOSE = re.compile(r" ?\)")
_LIST_GAP = re.compile(r" ?[,;&]? ?(?:và |hoặc |& ?)?(?:(?:các |vào )?ngày |(?:vào )?)?")
_TO_WORD = re.compile(
    r"và|rồi|sẽ|được|liên|tục|cho|đến|tới|-|khi|hết|trước|ngày|cuối|vào|lúc|hồi|kéo|dài|diễn|ra|kết|thúc|"
    r"bế|mạc|trưng|bày|mở|cửa|hoạt|động|xuyên|suốt|phục|vụ|thi|đấu|biểu|tiếp|tổ|chức|thời|gian|điểm|muộn|"
    r"chậm|nhất|là|dự|kiến|hạn"
)
_LEADS_TO = re.compile(r"(?<!\w)(?:đến|tới|kết thúc|bế mạc)(?!\w)|-")
_LONGEST_GAP, _LONGEST_LIST_GAP = 60, 20
# «Hai ngày cúng đình (15/3 và 16/3/2026)»: counted as one time, with words between the count and the days.
_COUNTED = re.compile(rf"(?<!\w)(?:trong )?{_COUNT}(?! làm)[^\n0-9.;:]{{0,40}}[(:]? ?$")
_MONTH = re.compile(
    r"(?:tháng (?P<m>0?[1-9]|1[0-2])(?:(?:/| ?- ?|,? năm )(?P<y>20[0-9]{2}))?"
    r"|quý (?P<q>iv|iii|ii|i|[1-4])(?:(?:/|,? năm )(?P<qy>20[0-9]{2}))?)(?![\w/.-]*[0-9])(?! ?tuổi)"
)
_EDGE = re.compile(r"(?<!\w)(?:cuối|hết|đầu|giữa) $")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

PhraseKind = Literal["days", "span", "month"]


class Beside(NamedTuple):
    """A weekday that stands beside a day, at text[start:end]; Monday is 0."""

    day: Day
    weekday: int
    start: int
    end: int


class Phrase(NamedTuple):
    """What text[start:end] says of time, with the words beside it; `core` is where its first day itself begins.

    days   each of `days` by itself; `together` when they are counted as one time («trong hai ngày 21 và 22/12»)
    span   from the first to the second of `days`
    month  the first and the last day of a month or quarter; the latter has the day LAST_OF_MONTH

    `hours` are clock times as printed, "" when there are none; `part` is told when a part of the day, a clock time or
    a weekday makes it a time to meet. `twins` are the same days in the other calendar. `ambiguous` as in Printed.
    """

    start: int
    end: int
    core: int
    kind: PhraseKind
    days: tuple[Day, ...]
    hours: str = ""
    timed: bool = False
    together: bool = False
    twins: tuple[Day, ...] = ()
    beside: tuple[Beside, ...] = ()
    ambiguous: bool = False
    at_edge: bool = False  # «hết tháng 12», «cuối quý IV»
    words: str = ""


class _Moment(NamedTuple):
    start: int
    end: int
    printed: Printed
    hours: str
    timed: bool
    together: bool
    beside: tuple[Beside, ...]
    clock_first: bool  # its hours stand before the day


def phrases(low: str, *, but_documents: bool = False) -> list[Phrase]:
    """Every time that plain lower-case `low` tells by days, months or quarters, in order; `but_documents` as in
    `printed_days`.
    """
    printed = list(printed_days(low, but_documents=but_documents))
    moments = []
    end = 0
    for i, one_day in enumerate(printed):
        moment = _moment(low, one_day, end, printed[i + 1].start if i + 1 < len(printed) else len(low))
        moments.append(moment)
        end = moment.end
    joined = list(_joined(low, moments))
    found = sorted([*joined, *_months(low, joined)], key=lambda phrase: phrase.start)
    return [phrase._replace(words=low[phrase.start : phrase.end]) for phrase in found]


def _moment(low: str, printed: Printed, after: int, limit: int) -> _Moment:
    """`printed` with its hours and weekday; nothing before low[after] or behind low[limit] is its own."""
    start, end, hours, weekday, timed, together = printed.start, printed.end, "", None, False, False
    beside: tuple[Beside, ...] = ()
    m = None
    if start > after and low[start - 1] in _BEFORE_ENDS:
        m = _BEFORE.search(low, max(after, start - _BEFORE_ROOM, low.rfind("\n", after, start)), start)
    if m:
        start, hours = m.start(), m["hours"] or ""
        names = list(_WEEKDAYS.finditer(low, *m.span()))
        together = m["count"] is not None
        timed = bool(hours or names or re.search(rf"(?<!\w){PART}(?!\w)", m[0]))
        if len(names) == 1 and len(printed.days) == 1 and not re.search(rf"{WEEKDAY}[^0-9]*và", m[0]):
            weekday = names[0]
    if (behind := _BEHIND.match(low, end, limit)) and (behind.end() <= limit):
        if behind["weekday"] and len(printed.days) == 1 and not weekday:
            beside = (Beside(printed.days[0], weekday_number(behind["weekday"]), *behind.span("weekday")),)
        timed, end = True, behind.end()
    if not hours and (clock := _HOURS_BEHIND.match(low, end, min(limit, end + 70))):
        hours, end, timed = clock["hours"], clock.end("hours"), True
        while more := _MORE_HOURS.match(low, end, min(limit, end + 60)):
            hours, end = f"{hours}, {more['hours']}", more.end("hours")
    if m and "(" in m[0] and low.startswith(")", end) and m[0].count("(") > m[0].count(")"):
        end += 1
    if weekday:
        beside = (Beside(printed.days[0], weekday_number(weekday[0]), *weekday.span()),)
    return _Moment(start, end, printed, hours, timed, together, beside, bool(m and m["hours"]))


def _joined(low: str, moments: list[_Moment]) -> Iterator[Phrase]:
    i = 0
    while i < len(moments):
        phrase, i = _from(low, moments, i)
        if i < len(moments) and (twin := _twin(low, phrase, moments, i)):
            phrase, i = twin
            # «từ ngày 08/02/2027 (mùng 2) đến ngày 14/02/2027»
            if (
                phrase.kind == "days"
                and len(phrase.days) == 1
                and i < len(moments)
                and _is_to(low[phrase.end : moments[i].start])
            ):
                rest, after = _from(low, moments, i)
                if rest.kind == "days" and len(rest.days) == 1:
                    if after < len(moments) and (again := _twin(low, rest, moments, after)):
                        rest, after = again
                    phrase, i = _span_of(phrase, rest), after
        yield phrase


def _from(low: str, moments: list[_Moment], i: int) -> tuple[Phrase, int]:
    """The phrase that begins with moments[i], and the index of the first moment behind it."""
    first = moments[i]
    if first.printed.is_range:
        return _phrase(first, "span", first.printed.days), i + 1
    if i + 1 < len(moments):
        second = moments[i + 1]
        gap = low[first.end : second.start]
        single = len(first.printed.days) == len(second.printed.days) == 1
        if single and len(gap) <= _LONGEST_GAP and _is_to(gap):
            return _span_of(
                _phrase(first, "days", first.printed.days), _phrase(second, "days", second.printed.days)
            ), i + 2
    members = [first]
    while i + len(members) < len(moments):
        member = moments[i + len(members)]
        gap = low[members[-1].end : member.start]
        if len(gap) > _LONGEST_LIST_GAP:
            break
        follows = i + len(members) + 1 < len(moments) and _is_to(low[member.end : moments[i + len(members) + 1].start])
        if (
            member.printed.is_range
            or follows
            or not _LIST_GAP.fullmatch(gap)
            or member.clock_first
            or (members[-1].hours and members[-1].end > members[-1].printed.end)
        ):
            break
        if _lunar(member.printed) != _lunar(members[-1].printed) or (
            ";" in gap and member.start < member.printed.start
        ):
            break
        members.append(member)
    counted = len(members) > 1 and _COUNTED.search(low, max(0, first.start - 60), first.start) is not None
    days = _with_years([d for member in members for d in member.printed.days])
    phrase = _phrase(first, "days", days)
    last = members[-1]
    beside = (
        tuple(b for member in members for b in member.beside)
        if len(members) == 1 or all(m.beside for m in members)
        else ()
    )
    hours = next((m.hours for m in members if m.hours), "")
    return phrase._replace(
        end=last.end, beside=beside, hours=hours, timed=any(m.timed for m in members),
        together=counted or any(m.together for m in members), ambiguous=any(m.printed.ambiguous for m in members),
    ), i + len(members)  # fmt: skip


def _phrase(moment: _Moment, kind: PhraseKind, days: tuple[Day, ...]) -> Phrase:
    return Phrase(
        moment.start, moment.end, moment.printed.start, kind, days, moment.hours, moment.timed, moment.together,
        (), moment.beside, moment.printed.ambiguous,
    )  # fmt: skip


def _span_of(first: Phrase, second: Phrase) -> Phrase:
    one, two = first.days[0], second.days[0]
    if two.lunar and not one.lunar and not one.year and not first.twins:
        one = one._replace(lunar=True, cycle=two.cycle)
    hours = f"{first.hours} - {second.hours}" if first.hours and second.hours else first.hours or second.hours
    twins = (first.twins[0], second.twins[0]) if first.twins and second.twins else ()
    return first._replace(
        end=second.end, kind="span", days=(one, two), hours=hours, timed=first.timed or second.timed, twins=twins,
        beside=(*first.beside, *second.beside), ambiguous=first.ambiguous or second.ambiguous,
    )  # fmt: skip


def _is_to(gap: str) -> bool:
    """Whether the words between two days only lead from one to the other."""
    if len(gap) > _LONGEST_GAP or not _LEADS_TO.search(gap) or "\n" in gap or "." in gap:
        return False
    strange = [word for word in re.findall(r"[^\s,;]+", gap) if not _TO_WORD.fullmatch(word)]
    return not strange or (len(strange) <= 4 and re.search(r"kéo dài|kết thúc|bế mạc|diễn ra", gap) is not None)


def _twin(low: str, phrase: Phrase, moments: list[_Moment], i: int) -> tuple[Phrase, int] | None:
    """`phrase` with the same days in the other calendar, which stand right behind it."""
    other, after = _from(low, moments, i)
    gap = low[phrase.end : other.core]
    m = _TWIN.match(gap)
    rest = gap[m.end() :] if m else gap
    if not m or not (m["open"] or m["cue"]) or (rest and not _BEFORE.fullmatch(rest)):
        return None
    ours, theirs = phrase.days[-1].lunar, other.days[-1].lunar
    same = len(phrase.days) == len(other.days) or (phrase.kind == other.kind)
    if not m["cue"] and (ours == theirs or not same):
        return None
    if m["cue"] and ours == theirs:
        if ours or phrase.days[-1].year:  # both solar: the second only says it again
            return phrase._replace(end=other.end), after
        # «ngày 15/01, tức ngày 03/3/2026»: the first can only be lunar
        phrase = phrase._replace(days=tuple(d._replace(lunar=True) for d in phrase.days))
        ours = True
    closed = _CLOSE.match(low, other.end) if "(" in (m["open"] or "") else None
    end = closed.end() if closed else other.end
    solar, lunar = (other, phrase) if ours else (phrase, other)
    return phrase._replace(
        end=end, kind=solar.kind, days=solar.days, twins=lunar.days, hours=phrase.hours or other.hours, ambiguous=False,
        beside=(*phrase.beside, *other.beside), timed=phrase.timed or other.timed,
    ), after  # fmt: skip


def _lunar(printed: Printed) -> bool:
    return printed.days[-1].lunar


def _with_years(days: list[Day]) -> tuple[Day, ...]:
    """A year told at a later day of a list is that of the days before it, as far as they lie before it."""
    year, month = None, 13
    filled: list[Day] = []
    for day in reversed(days):
        if day.year:
            year, month = day.year, day.month or 13
        elif year and (day.month or 0) <= month:
            day = day._replace(year=year)
        filled.append(day)
    return tuple(reversed(filled))


def _months(low: str, joined: list[Phrase]) -> Iterator[Phrase]:
    """Months and quarters that belong to no day."""
    if "tháng " not in low and "quý " not in low:
        return
    starts = [phrase.start for phrase in joined]
    for m in _MONTH.finditer(low):
        if low[m.start() - 1 : m.start()].isalnum():
            continue
        i = bisect_left(starts, m.start() + 1) - 1
        if i >= 0 and m.start() < joined[i].end:
            continue
        if m["q"]:
            quarter, year = _QUARTERS[m["q"]], int(m["qy"]) if m["qy"] else None
            first, last = 3 * quarter - 2, 3 * quarter
        else:
            first = last = int(m["m"])
            year = int(m["y"]) if m["y"] else None
        edge = _EDGE.search(low, max(0, m.start() - 6), m.start())
        if edge and edge[0] in ("đầu ", "giữa "):
            continue  # no day in figures: «trước giữa tháng 12»
        start, at_edge = (edge.start(), True) if edge else (m.start(), False)
        days = Day(1, first, year), Day(LAST_OF_MONTH, last, year)
        yield Phrase(start, m.end(), m.start(), "month", days, at_edge=at_edge)
