"""Where a name that begins at a known place ends, and which of the dates behind it are its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import on_day
from bulletin.understand.occasions.dated_text import DatedText
from bulletin.words.dates.stated import Dates

_LONGEST = 220  # characters of a name with its dates
_OLD = 2000  # before it, a date behind a counted name is the first day that is counted from


@dataclass(frozen=True, slots=True)
class Extent:
    """A name ends at text[end]; `day` are its dates. `used`: where a date starts that only says these again."""

    end: int
    day: Dates | None
    used: frozenset[int] = frozenset()


def extent(text: DatedText, begin: int, stop: int, count: int | None) -> Extent:
    """How far the name at `begin`, which ends before `stop`, goes; `count` are the years that are said of it."""
    limit = name_limit(text, begin, stop)
    ahead = text.dates_in(begin + 1, limit + 2)[:2]
    first, second = (*ahead, None, None)[:2]
    day, used = first, frozenset[int]()
    if first and second and (_is_again(first, second) or _is_at_once(first, second)):
        day, used = second, frozenset((first.start,))
        if not _is_again(first, second):
            limit = max(limit, second.open)
            if not second.pair:
                return Extent(second.open, second, used)
    if day and day.open <= limit and _is_its_pair(text, begin, day, count):
        return Extent(day.open, day, used)
    end, lone = _with_lone_day(text, begin, limit, ahead, count)
    return Extent(end, lone, used)


def _is_again(first: Dates, second: Dates) -> bool:
    """«Ngày Quốc tế Lao động 01/5 (01/5/1886 - 01/5/2022)»: a day, then the pair with its years."""
    same_day = (first.first.day, first.first.month) == (second.first.day, second.first.month)
    return second.one_day and not first.second and same_day


def _is_at_once(first: Dates, second: Dates) -> bool:
    """«Ngày thành lập Nhà máy 19/5 (10-4-2026)»: the first is of the name, its own day stands in brackets behind."""
    return second.bracketed and not first.bracketed and second.open <= first.close + 1


def _is_its_pair(text: DatedText, begin: int, day: Dates, count: int | None) -> bool:
    """Whether a pair is that of the name: one day of two years, as many years as are counted, or in brackets."""
    if not day.pair:
        return False
    if day.one_day or day.years == count:
        return True
    return day.bracketed and bool(day.years) and "giai đoạn" not in text.low[begin : day.open]


def _with_lone_day(
    text: DatedText, begin: int, limit: int, ahead: Sequence[Dates], count: int | None
) -> tuple[int, Dates | None]:
    """(where the name ends, its day), when no pair belongs to it; the day is the first of `ahead` behind the name."""
    end = soft_end(text, begin, limit)
    day = next((day for day in ahead if day.start >= end), None)
    if not day or day.pair:
        return end, None
    if day.bracketed and _are_two_names(text, end, day):
        return day.open, day
    of_row = _is_of_row(text, begin, end, day)
    if _is_of_the_article(text, end, day, of_row=of_row):
        return end, None
    if words.GAP.fullmatch(text.low, end, day.start) and (day.first.day or day.bracketed):
        return end, day if of_row or _is_sure(day) else None
    if of_row and _is_joined(text, end, day):
        return end, day
    return (day.open, day) if _is_counted_from(day, count) else (end, None)


def _is_of_row(text: DatedText, begin: int, end: int, day: Dates) -> bool:
    """Whether the anniversary of that name falls on the day."""
    row = text.names.meant(text.text[begin:end], None, None)
    return row is not None and on_day((row,), day.first)


def _is_of_the_article(text: DatedText, end: int, day: Dates, *, of_row: bool) -> bool:
    """Whether the day stands in a line of its own below the title; that of the name's row may, and one in brackets."""
    if text.is_apart(end, day):
        return True
    return not of_row and not day.bracketed and "\n" in text.raw[end : day.start]


def _is_joined(text: DatedText, end: int, day: Dates) -> bool:
    """Whether the day stands in brackets, or behind a comma."""
    return day.bracketed or words.AFTER_COMMA.fullmatch(text.low, end, day.start) is not None


def _is_sure(day: Dates) -> bool:
    """Whether figures right behind a name are a day: not «7.5», «7-11» without brackets."""
    return day.bracketed or day.first.sure


def _is_counted_from(day: Dates, count: int | None) -> bool:
    """«118 năm ngày sinh đồng chí Trần Phú – Tổng Bí thư đầu tiên 01/5/1904»"""
    year = day.first.year
    if not count or not day.first.day or not year:
        return False
    return year < _OLD and year + count in words.OUR_YEARS


def _are_two_names(text: DatedText, end: int, day: Dates) -> bool:
    """Whether «A và B» stands before one day in brackets."""
    joint = words.AND.match(text.low, end)
    if not joint or "," in joint[0] or not words.EVENT.match(text.low, joint.end()):
        return False
    return not words.BREAK.search(text.low, joint.end(), day.open)


def name_limit(text: DatedText, begin: int, stop: int) -> int:
    """How far a name may go at most: to a full stop, or the end of the quotation it stands in."""
    hard = words.HARD.search(text.low, begin, begin + _LONGEST + 2)
    limit = min(stop, hard.start() if hard else stop, begin + _LONGEST)
    inside = text.text.count('"', max(0, begin - 200), begin) % 2 == 1
    for i in range(begin, limit):
        character = text.text[i]
        if character in "“«" or (character == '"' and not inside):
            inside = True
        elif character in '”»"':
            if not any(opening in text.text[begin:i] for opening in '“«"'):
                return i
            inside = False
    return limit


def soft_end(text: DatedText, begin: int, limit: int) -> int:
    """Where a name without dates ends: after the longest name of the registry, at the next word of a sentence."""
    known, _ = text.names.named_at(text.text, begin)
    if known > limit:
        return limit
    behind = max(known, text.skip_blanks(begin) + 1)
    end, of_name = limit, 0
    for m in words.SOFT.finditer(text.low, behind if known > begin else begin + 4, limit):
        whole = words.BEFORE_BRACKETS.match(text.low, m.start())
        of_name = whole.end() if whole else of_name
        if m.start() >= of_name:
            end = m.start()
            break
    line = words.NEW_LINE.search(text.raw, behind, end)
    return text.trim_end(line.start() if line else end)
