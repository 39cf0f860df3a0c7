"""Occasions without a count: a pair or a day beside a name.

Ngày thành lập Đoàn (26/3/1931 - 26/3/2019)     Quốc tế Thiếu nhi (1/6)       kỷ niệm ngày hội X 27/7
27/7, Ngày Thương binh - Liệt sĩ                Ngày 02/4 ngày thành lập ngành cấp nước
"""

from __future__ import annotations

from bulletin.model.anniversary import Anniversary
from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import on_day
from bulletin.understand.occasions.dated_text import DatedText
from bulletin.understand.occasions.from_parts import occasion_of
from bulletin.understand.occasions.name_ends import name_limit, soft_end
from bulletin.understand.occasions.occasion import Reading
from bulletin.words.dates.stated import Dates, Stated

_LONGEST = 120  # characters of a name that no row has
_PAIR_ROOM = 160  # in which the name before a pair begins


def uncounted(text: DatedText, day: Dates) -> Reading:
    """The occasion that `day` tells of, if any."""
    if day.one_day:
        start = _name_before_pair(text, day.open)
        return occasion_of(text, start, start, day.open, None, day) if start is not None else Reading()
    end = text.trim_end(day.open)
    if day.bracketed and text.is_past(day) and (begin := _cued_name(text, end, day)) is not None:
        return occasion_of(text, begin, begin, end, None, day)
    if day.first.day is None or day.second:
        return _in_year(text, day)
    if not text.is_apart(end, day) and (reading := _before_day(text, end, day)).occasions:
        return reading
    return _behind_day(text, day)


def _before_day(text: DatedText, end: int, day: Dates) -> Reading:
    """«Quốc tế Thiếu nhi (1/6)», «kỷ niệm ngày hội X 27/7»: the name ends at `end`, before its day."""
    if not words.AFTER_COMMA.match(text.low, end, day.start) and not words.GAP.match(text.low, end, day.start):
        return Reading()
    begin, rows = text.names.named_before(text.text, end)
    if rows and on_day(rows, day.first) and _is_kept(text, begin, end, day.first, rows):
        begin = _first_of_two(text, begin, day)
        return occasion_of(text, begin, begin, end, None, day)
    if (not rows or day.bracketed) and (unknown := _cued_name(text, end, day)) is not None:
        return occasion_of(text, unknown, unknown, end, None, day)
    return Reading()


def _behind_day(text: DatedText, day: Dates) -> Reading:
    """«27/7, Ngày Thương binh - Liệt sĩ», «Ngày 02/4 ngày thành lập ngành cấp nước»: the day, then its name."""
    behind = words.BEHIND_DAY.match(text.low, day.end)
    begin = behind.end() if behind else day.end
    stop, rows = text.names.named_at(text.text, begin)
    # A date right behind the name is the name's own.
    own = any(other.open <= text.skip_blanks(stop) + 1 for other in text.dates_in(stop, stop + 8))
    if rows and not own and on_day(rows, day.first) and _is_kept(text, day.start, stop, day.first, rows):
        return occasion_of(text, day.start, begin, stop, None, day)
    joint = text.text[day.close : begin]
    if own or "," in joint or "(" in joint or text.is_past(day) or _is_a_time(text, day):
        return Reading()
    stop = soft_end(text, begin, name_limit(text, begin, len(text.text)))
    if not words.NAMED_DAY.match(text.low, begin) and not _is_of_list(text, day, begin, stop):
        return Reading()
    return occasion_of(text, day.start, begin, stop, None, day)


def _is_a_time(text: DatedText, day: Dates) -> bool:
    """«từ ngày 02/4 …», «hạn 02/4 …»"""
    led = words.A_TIME.search(text.low[max(0, day.start - 9) : day.start])
    return led is not None or text.low.startswith("từ", day.start)


def _is_of_list(text: DatedText, day: Dates, begin: int, end: int) -> bool:
    """Whether a day and its name are an item of a list of such: «ngày 10/9 ngày mở cửa rừng, ngày 12/9 ngày …»."""
    if not words.OF_A_LIST.match(text.low, begin):
        return False
    behind = words.NEXT_OF_LIST.match(text.low, end)
    if behind and words.OF_A_LIST.match(text.low, behind.end()):
        return True
    return any(m.end() == begin for m in words.NEXT_OF_LIST.finditer(text.low, max(0, day.start - 4), begin))


def _in_year(text: DatedText, day: Dates) -> Reading:
    """«nhân dịp Lễ Giỗ Tổ Hùng Vương năm 2021»: a year alone, right behind a name that is kept."""
    if day.second or day.first.month or day.first.year not in words.OUR_YEARS:
        return Reading()
    end = text.trim_end(day.open)
    begin, rows = text.names.named_before(text.text, end)
    if not rows or not text.low.startswith("năm ", day.start) or day.start - end > 1:
        return Reading()
    return occasion_of(text, begin, begin, end, None, day) if text.is_cued(begin) else Reading()


def _is_kept(text: DatedText, begin: int, end: int, stated: Stated, rows: tuple[Anniversary, ...]) -> bool:
    """Whether the day is kept, not only told of: «giá trị của chiến thắng 30/4», «sau … 7/5/1954» are history."""
    if text.is_cued(begin):
        return True
    if stated.year and any(row.origin[:4] == str(stated.year) for row in rows):
        return False
    is_a_name = text.text[begin].isupper() and len(text.text[begin:end].split()) > 2
    return is_a_name or words.KEPT.search(text.low, begin, end) is not None


def _first_of_two(text: DatedText, begin: int, day: Dates) -> int:
    """Where the first of two names begins that share one day in brackets: «Ngày A và Ngày B (22/12)»; else `begin`."""
    joint = words.AND_BEFORE.search(text.low, max(0, begin - 5), begin) if day.bracketed else None
    if not joint:
        return begin
    first, rows = text.names.named_before(text.text, joint.start())
    if rows:
        return first
    first = text.clause(joint.start())
    led = text.is_cued(first) or text.low.startswith(words.MARKED, first - 5)
    return first if led and words.NAME_BEGINS.match(text.low, first) else begin


def _cued_name(text: DatedText, end: int, day: Dates) -> int | None:
    """Where the unknown name before text[end] begins: «kỷ niệm ngày hội X 27/7», «các ngày lễ: Ngày X (14/6)»."""
    if not _may_have_unknown_name(text, end, day):
        return None
    clause = text.clause(end)
    begin = _first_of_two(text, clause, day)
    led = _is_led(text, begin, day)
    event = words.EVENT.match(text.low, begin) if led or text.is_past(day) else None
    if not led and not (day.bracketed and (event or not day.first.year) and text.has_cue_in_sentence(begin)):
        return None
    m = words.DAY_WORD.search(text.low, begin, end) or event
    if not m or end - m.start() > _LONGEST or words.SOFT.search(text.low, max(clause, m.start()), end):
        return None
    return m.start()


def _may_have_unknown_name(text: DatedText, end: int, day: Dates) -> bool:
    """Whether the shape of `day` is sure, and it stands in brackets, or without a year in the line of its name."""
    if not day.first.sure:
        return False
    return day.bracketed or not (day.first.year or "\n" in text.raw[end : day.start + 1])


def _is_led(text: DatedText, begin: int, day: Dates) -> bool:
    """Whether «kỷ niệm», «chào mừng» … or «nhân» stands right before a name."""
    if text.is_cued(begin):
        return True
    marked = text.low.startswith(words.MARKED, max(0, begin - 5))
    return marked and (day.bracketed or words.WORLD_DAY.match(text.low, begin) is not None)


def _name_before_pair(text: DatedText, end: int) -> int | None:
    """Where the name before a pair begins: at a word that opens names, at a row's name, or behind a cue."""
    end = text.trim_end(end)
    low = max(0, end - _PAIR_ROOM)
    hard = [m.end() for m in words.HARD.finditer(text.low, low, end)]
    cued = bool(hard and text.low[: hard[-1]].endswith(("niệm", "mừng", "dịp", "tới")))
    low = hard[-1] if hard else low
    if m := words.NAME_BEGINS.search(text.low, low, end):
        return m.start()
    begin, rows = text.names.named_before(text.text, end)
    if rows:
        return begin
    return text.skip_blanks(low) if cued and text.skip_blanks(low) < end else None
