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

from bulletin.words.dates.day import Day, printed_days
from bulletin.words.dates.moment import BEFORE, COUNT, Moment, moment
from bulletin.words.dates.phrase import Phrase, PhraseKind

LAST_OF_MONTH = 0  # as the day of a Day
_TWIN = re.compile(
    r"""
    (?:[ ]năm[ ]nay)?
    (?P<open>[ ]?[(,][ ]?|(?<=\))[ ]?)?
    (?P<cue>(?:tức|nhằm|nghĩa)[ ](?:là[ ])?(?:vào[ ])?)?
    (?:(?:ngày|từ|mùng|mồng|là)[ ]){0,3}
    """,
    re.VERBOSE,
)
_CLOSE = re.compile(r" ?\)")
_LIST_GAP = re.compile(r" ?[,;&]? ?(?:và |hoặc |& ?)?(?:(?:các |vào )?ngày |(?:vào )?)?")
_TO_WORD = re.compile(
    r"""
    và|rồi|sẽ|được|liên|tục|cho|đến|tới|-|khi|hết|trước|ngày|cuối|vào|lúc|hồi|kéo|dài|diễn|ra|kết|thúc|bế|mạc
    |trưng|bày|mở|cửa|hoạt|động|xuyên|suốt|phục|vụ|thi|đấu|biểu|tiếp|tổ|chức|thời|gian|điểm|muộn|chậm|nhất|là|dự|kiến
    |hạn
    """,
    re.VERBOSE,
)
_LEADS_TO = re.compile(r"(?<!\w)(?:đến|tới|kết thúc|bế mạc)(?!\w)|-")
_LONGEST_GAP, _LONGEST_LIST_GAP = 60, 20
# «Hai ngày cúng đình (15/3 và 16/3/2026)»: counted as one time, with words between the count and the days.
_COUNTED = re.compile(rf"(?<!\w)(?:trong )?{COUNT}(?! làm)[^\n0-9.;:]{{0,40}}[(:]? ?$")
_MONTH = re.compile(
    r"""
    (?:tháng[ ](?P<m>0?[1-9]|1[0-2])(?:(?:/|[ ]?-[ ]?|,?[ ]năm[ ])(?P<y>20[0-9]{2}))?
      |quý[ ](?P<q>iv|iii|ii|i|[1-4])(?:(?:/|,?[ ]năm[ ])(?P<qy>20[0-9]{2}))?)
    (?![\w/.-]*[0-9])(?![ ]?tuổi)                    # «tháng 3/12», «trẻ 6 tháng tuổi»
    """,
    re.VERBOSE,
)
_EDGE = re.compile(r"(?<!\w)(?:cuối|hết|đầu|giữa) $")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def phrases(low: str, *, but_documents: bool = False) -> list[Phrase]:
    """Every time that plain lower-case `low` tells by days, months or quarters, in order; `but_documents` as in
    `printed_days`.
    """
    printed = list(printed_days(low, but_documents=but_documents))
    moments: list[Moment] = []
    for i, day in enumerate(printed):
        limit = printed[i + 1].start if i + 1 < len(printed) else len(low)
        moments.append(moment(low, day, moments[-1].end if moments else 0, limit))
    joined = list(_joined(low, moments))
    in_order = sorted([*joined, *_months(low, joined)], key=lambda phrase: phrase.start)
    return [phrase._replace(words=low[phrase.start : phrase.end]) for phrase in in_order]


def _joined(low: str, moments: list[Moment]) -> Iterator[Phrase]:
    """The phrases that `moments` make together, in order."""
    i = 0
    while i < len(moments):
        first, behind = _from(low, moments, i)
        phrase, i = _with_twin(low, first, moments, behind)
        # «từ ngày 08/02/2027 (mùng 2) đến ngày 14/02/2027»
        if i > behind and _is_one_day(phrase) and i < len(moments) and _is_to(low[phrase.end : moments[i].start]):
            second, after = _from(low, moments, i)
            if _is_one_day(second):
                second, i = _with_twin(low, second, moments, after)
                phrase = _span_of(phrase, second)
        yield phrase


def _is_one_day(phrase: Phrase) -> bool:
    return phrase.kind == "days" and len(phrase.days) == 1


def _with_twin(low: str, phrase: Phrase, moments: list[Moment], i: int) -> tuple[Phrase, int]:
    """`phrase`, with its twin if that begins with moments[i], and the index of the first moment behind them."""
    return (i < len(moments) and _twin(low, phrase, moments, i)) or (phrase, i)


def _from(low: str, moments: list[Moment], i: int) -> tuple[Phrase, int]:
    """The phrase that begins with moments[i], and the index of the first moment behind it."""
    first = moments[i]
    if first.printed.is_range:
        return _phrase(first, "span", first.printed.days), i + 1
    if i + 1 < len(moments) and _is_span(low, first, moments[i + 1]):
        second = moments[i + 1]
        first_day, last_day = (_phrase(end, "days", end.printed.days) for end in (first, second))
        return _span_of(first_day, last_day), i + 2
    members = [first]
    while i + len(members) < len(moments) and _is_next_of_list(low, members[-1], moments, i + len(members)):
        members.append(moments[i + len(members)])
    return _list_of(low, members), i + len(members)


def _is_span(low: str, first: Moment, second: Moment) -> bool:
    """«từ 8h ngày 24/11 đến 17h ngày 26/11/2025»: two single days, and words between them that lead to the second."""
    return len(first.printed.days) == len(second.printed.days) == 1 and _is_to(low[first.end : second.start])


def _is_next_of_list(low: str, last: Moment, moments: list[Moment], i: int) -> bool:
    """Whether moments[i] goes on with the list that `last` is of: «các ngày 03/6, 10/6 và 17/6/2026»."""
    member = moments[i]
    gap = low[last.end : member.start]
    if len(gap) > _LONGEST_LIST_GAP or not _LIST_GAP.fullmatch(gap):
        return False
    begins_a_span = i + 1 < len(moments) and _is_to(low[member.end : moments[i + 1].start])
    if member.printed.is_range or begins_a_span or member.clock_first:
        return False
    if last.hours and last.end > last.printed.end:
        return False  # its hours close it: «21/11: 7h30, 22/11: 8h»
    return _is_lunar(member) == _is_lunar(last) and not (";" in gap and member.start < member.printed.start)


def _list_of(low: str, members: list[Moment]) -> Phrase:
    """The phrase of several days, or of the only one of them."""
    first = members[0]
    counted = len(members) > 1 and _COUNTED.search(low, max(0, first.start - 60), first.start) is not None
    each = len(members) == 1 or all(member.beside for member in members)
    days = _with_years([day for member in members for day in member.printed.days])
    return _phrase(first, "days", days)._replace(
        end=members[-1].end,
        beside=tuple(weekday for member in members for weekday in member.beside) if each else (),
        hours=next((member.hours for member in members if member.hours), ""),
        timed=any(member.timed for member in members),
        together=counted or any(member.together for member in members),
        ambiguous=any(member.printed.ambiguous for member in members),
    )


def _phrase(beginning: Moment, kind: PhraseKind, days: tuple[Day, ...]) -> Phrase:
    """The phrase of `days` that is as its first moment is."""
    return Phrase(
        start=beginning.start,
        end=beginning.end,
        core=beginning.printed.start,
        kind=kind,
        days=days,
        hours=beginning.hours,
        timed=beginning.timed,
        together=beginning.together,
        beside=beginning.beside,
        ambiguous=beginning.printed.ambiguous,
    )


def _span_of(first: Phrase, second: Phrase) -> Phrase:
    """The span from the day of `first` to that of `second`, whose calendar counts for both."""
    begin, end = first.days[0], second.days[0]
    if end.lunar and not begin.lunar and not begin.year and not first.twins:
        begin = begin._replace(lunar=True, cycle=end.cycle)
    hours = f"{first.hours} - {second.hours}" if first.hours and second.hours else first.hours or second.hours
    twins = (first.twins[0], second.twins[0]) if first.twins and second.twins else ()
    return first._replace(
        end=second.end, kind="span", days=(begin, end), hours=hours, timed=first.timed or second.timed, twins=twins,
        beside=(*first.beside, *second.beside), ambiguous=first.ambiguous or second.ambiguous,
        ends=(first, second),
    )  # fmt: skip


def _is_to(gap: str) -> bool:
    """Whether the words between two days only lead from one to the other."""
    if len(gap) > _LONGEST_GAP or not _LEADS_TO.search(gap) or "\n" in gap or "." in gap:
        return False
    strange = [word for word in re.findall(r"[^\s,;]+", gap) if not _TO_WORD.fullmatch(word)]
    return not strange or (len(strange) <= 4 and re.search(r"kéo dài|kết thúc|bế mạc|diễn ra", gap) is not None)


def _twin(low: str, phrase: Phrase, moments: list[Moment], i: int) -> tuple[Phrase, int] | None:
    """`phrase` with the same days in the other calendar, which stand right behind it: «28/11 (9/10 âm lịch)»."""
    other, after = _from(low, moments, i)
    gap = low[phrase.end : other.core]
    m = _TWIN.match(gap)
    if not m or not (m["open"] or m["cue"]):
        return None
    rest = gap[m.end() :]
    if rest and not BEFORE.fullmatch(rest):
        return None
    ours, theirs = phrase.days[-1].lunar, other.days[-1].lunar
    if ours != theirs and not m["cue"] and not _are_as_many(phrase, other):
        return None
    if ours == theirs:
        if not m["cue"]:
            return None
        if ours or phrase.days[-1].year:  # both solar: the second only says it again
            return phrase._replace(end=other.end), after
        # «ngày 15/01, tức ngày 03/3/2026»: the first can only be lunar
        phrase, ours = phrase._replace(days=tuple(day._replace(lunar=True) for day in phrase.days)), True
    return _both(phrase, other, other if ours else phrase, _end_of_twin(low, other, m)), after


def _are_as_many(phrase: Phrase, other: Phrase) -> bool:
    return len(phrase.days) == len(other.days) or phrase.kind == other.kind


def _end_of_twin(low: str, other: Phrase, m: re.Match[str]) -> int:
    """Where the twin ends: behind the bracket that it stands in."""
    closed = _CLOSE.match(low, other.end) if "(" in (m["open"] or "") else None
    return closed.end() if closed else other.end


def _both(phrase: Phrase, other: Phrase, solar: Phrase, end: int) -> Phrase:
    """`phrase` and its twin `other`, of which `solar` is one, as one phrase that ends at `end`."""
    lunar = phrase if solar is other else other
    return phrase._replace(
        end=end,
        kind=solar.kind,
        days=solar.days,
        twins=lunar.days,
        hours=phrase.hours or other.hours,
        ambiguous=False,
        beside=(*phrase.beside, *other.beside),
        timed=phrase.timed or other.timed,
    )


def _is_lunar(beginning: Moment) -> bool:
    return beginning.printed.days[-1].lunar


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
