"""Occasions with a count of years: «136 năm Ngày …», «lần thứ 136 …», «kỷ niệm 60 Ngày thành lập …»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import on_day
from bulletin.understand.occasions.dated_text import DatedText
from bulletin.understand.occasions.from_parts import occasion_of
from bulletin.understand.occasions.name_ends import Extent, extent, name_limit, soft_end
from bulletin.understand.occasions.occasion import Occasion, Reading
from bulletin.understand.occasions.titled import title
from bulletin.words.dates.stated import Dates

_NEAR = 210  # characters in which the dates of a title may stand


@dataclass(frozen=True, slots=True)
class _Count:
    """«136 năm»: `number` at text[start:end]; its name begins at `begin`. `worded`: «năm» or «lần thứ» is there."""

    number: int
    start: int
    end: int
    begin: int
    worded: bool


def counted(text: DatedText, m: re.Match[str], stop: int, last: Occasion | None) -> Reading:
    """The occasion whose count is `m`; two where one count and one name stand for both. `last` is the one before."""
    begin = text.skip_blanks(m.end())
    number = int(m["n"] or m["nth"] or m["lost"] or m["bare"])
    if m["n"]:
        near = text.dates_in(begin + 1, begin + _NEAR)
        if titled := title(text.text, text.low, m.start(), begin, number, near):
            return occasion_of(text, m.start(), begin, titled.end, number, titled.pair)
    ahead = _pair_before_name(text, m.end(), begin)
    if ahead:
        begin = text.skip_blanks(ahead.close)
    count = _Count(number, m.start(), m.end(), begin, bool(m["n"] or m["nth"]))
    if not number or begin >= stop or words.NO_NAME.match(text.low, begin):
        return Reading()
    if ahead:
        named = Extent(soft_end(text, begin, name_limit(text, begin, stop)), ahead)
    else:
        named = extent(text, begin, stop, number)
    if not _is_occasion(text, count, named, last):
        return Reading(used=named.used)
    occasion = occasion_of(text, count.start, begin, named.end, number, named.day)
    return Reading(occasion.occasions, occasion.used | named.used)


def _pair_before_name(text: DatedText, end: int, begin: int) -> Dates | None:
    """«50 năm (2/9/1969 - 2/9/2019) thực hiện Di chúc»: the pair right behind the count."""
    ahead = next(iter(text.dates_in(begin, begin + 4)), None)
    return ahead if ahead and ahead.open in (end, begin) and ahead.bracketed and ahead.pair else None


def _is_occasion(text: DatedText, count: _Count, named: Extent, last: Occasion | None) -> bool:
    """Whether years are counted, and of something that is commemorated."""
    day = named.day
    if not _is_asked_for(text, count, day, last) and not _speaks_for_itself(text, count, day):
        return False
    return count.worded or (day is not None and day.pair) or _counts_years(text, count, named)


def _counts_years(text: DatedText, count: _Count, named: Extent) -> bool:
    """Whether a count without «năm» is of years: after «kỷ niệm», or of an anniversary whose day is said."""
    begin, cued = count.begin, text.is_cued(count.start)
    if cued and (text.text[begin] == "N" or words.BORN.match(text.low, begin)):
        return True  # «kỷ niệm 60 Ngày thành lập …»; in small letters «100 ngày thành lập» may be days
    day = named.day
    row = text.names.meant(text.text[begin : named.end], day.first if day else None, None)
    led = text.before(count.start).endswith("niệm ") or (cued and not text.low.startswith("ngày ", begin))
    if not row or led:
        return row is not None
    year = int(row.origin[:4]) + count.number if row.origin else 0
    near = abs(year - text.signed) < 2 if text.signed else year in words.OUR_YEARS
    return near and day is not None and on_day((row,), day.first)


def _is_asked_for(text: DatedText, count: _Count, day: Dates | None, last: Occasion | None) -> bool:
    """Whether a word of commemorating, or an occasion in the same list, leads to it."""
    if text.is_cued(count.start):
        return True
    if not last or not words.JOINED.fullmatch(text.low, last.stop, count.start):
        return False
    event = words.EVENT.match(text.low, count.begin) or words.HONOURED.match(text.low, count.begin)
    return bool(event or (day and day.pair and day.years == count.number))


def _speaks_for_itself(text: DatedText, count: _Count, day: Dates | None) -> bool:
    """Whether a name tells by itself, or with its dates, that it is an occasion's."""
    if words.NOT_COUNTED.search(text.before(count.start)):
        return False
    if text.low.startswith("ngày ", count.begin) or (day and day.one_day):
        return True
    event = words.EVENT.match(text.low, count.begin) is not None
    if event and day and day.pair and day.years == count.number:
        return True
    _, rows = text.names.named_at(text.text, count.begin)
    return bool(rows) or (event and text.has_cue_in_sentence(count.begin))
