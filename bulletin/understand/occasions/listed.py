"""What follows an occasion in a list: «… và Ngày Quốc khánh (2/9/1945 - 2/9/2022)»."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from bulletin.model.anniversary import Anniversary
from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import on_day, since_the_same_year
from bulletin.understand.occasions.dated_text import DatedText
from bulletin.understand.occasions.from_parts import occasion_of, shared_count
from bulletin.understand.occasions.name_ends import Extent, extent
from bulletin.understand.occasions.occasion import Occasion, Reading
from bulletin.words.dates.stated import Dates


@dataclass(frozen=True, slots=True)
class _Item:
    """A name of the list at `begin`; `rows` are those whose name is all of it."""

    begin: int
    named: Extent
    rows: tuple[Anniversary, ...]


def listed(text: DatedText, first: Reading, stop: int, used: Set[int]) -> Reading:
    """`first` and what follows it before `stop`: the occasions that share its count or have none.

    Dates of `used` are those of other occasions; what is given back are the dates of these alone.
    """
    items, own = list(first.occasions), set(first.used)
    while items and (item := _next_item(text, items[-1], stop)):
        last, day = items[-1], item.named.day
        own |= item.named.used
        if day and (day.start in own or day.start in used):
            break
        freed = not day and _is_freed_too(text, last, item.begin)
        if not freed and not _goes_on(text, last, item):
            break
        begin = _name_begin(text, item.begin, item.named.end)
        count = last.ordinal if freed else shared_count(last, item.rows, day)
        reading = occasion_of(text, begin, begin, item.named.end, count, day)
        if not reading.occasions:
            break
        items += reading.occasions
        own |= reading.used
    return Reading(tuple(items), frozenset(own))


def _next_item(text: DatedText, last: Occasion, stop: int) -> _Item | None:
    """The name behind «và», «,» … behind `last`."""
    joint = words.JOINED.match(text.low, last.stop)
    if not joint or not words.JOINS.search(joint[0]):
        return None
    begin = joint.end()
    if begin >= stop or words.NO_NAME.match(text.low, begin):
        return None
    named = extent(text, begin, stop, last.ordinal)
    end, rows = text.names.named_at(text.text, begin)
    return _Item(begin, named, () if text.text[end : named.end].strip() else rows)


def _is_freed_too(text: DatedText, last: Occasion, begin: int) -> bool:
    """«50 năm Ngày Giải phóng miền Nam và Giải phóng huyện X»: the places were freed in one year."""
    freed = last.ordinal and "giải phóng" in text.low[slice(*last.name)]
    return bool(freed and words.FREED_PLACE.match(text.low, begin))


def _goes_on(text: DatedText, last: Occasion, item: _Item) -> bool:
    """Whether a name of the list is an occasion like the one before: by its pair, its day, or its first year."""
    day = item.named.day
    if day and day.pair:
        return day.one_day or day.years == last.ordinal
    if day and _began_too(text, last, item.begin, day):
        return True
    if day:
        return on_day(item.rows, day.first)
    return bool(last.ordinal and last.row and since_the_same_year(item.rows, last.row))


def _began_too(text: DatedText, last: Occasion, begin: int, day: Dates) -> bool:
    """«Chiến thắng Đồi Mẫu (11-1965), Chiến thắng Bến Mẫu (3-1968)»"""
    event = words.EVENT.match(text.low, begin)
    return day.bracketed and text.is_past(day) and bool(last.origin) and event is not None


def _name_begin(text: DatedText, begin: int, end: int) -> int:
    """Where the name begins in «tuyên truyền ngày X»."""
    if words.EVENT.match(text.low, begin) or words.DAY_WORD.match(text.low, begin):
        return begin
    m = words.DAY_NAME.search(text.low, begin, end)
    return m.start() if m else begin
