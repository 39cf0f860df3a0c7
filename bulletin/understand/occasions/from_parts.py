"""An occasion made of its parts: the count, where its name stands, and the dates that belong to it."""

from __future__ import annotations

from bulletin.model.anniversary import Anniversary
from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import of_the_moon, on_day, since_the_same_year
from bulletin.understand.occasions.dated_text import DatedText
from bulletin.understand.occasions.occasion import Occasion, Reading
from bulletin.words.dates.stated import Dates

_SHORTEST = 4  # characters of a name
_NEXT_ROUND = 2030  # up to it a text may speak of an anniversary that is still to come


def occasion_of(text: DatedText, start: int, begin: int, end: int, count: int | None, day: Dates | None) -> Reading:
    """The occasion at `start` whose name is text[begin:end]; two where one pair stands after two names that have
    different days; none where the name is too short."""
    end = text.trim_end(end)
    name = text.text[begin:end]
    if len(name) < _SHORTEST:
        return Reading()
    used = frozenset((day.start,)) if day else frozenset[int]()
    if day and day.pair and (parted := _parted(text, begin, end, day)):
        left, right, its_row = parted
        first = Occasion(start=start, stop=left, name=(begin, left), ordinal=count, origin="", observed="", row=its_row)
        second = occasion_of(text, right, right, end, shared_count(first, (), day), day)
        return Reading((first, *second.occasions), used | second.used)
    row = text.names.meant(name, day.first if day else None, _began(text, count, day))
    if not row and day and day.bracketed:
        row = _first_of_two(text, name, count, day)
    origin, observed = _origin_and_observed(text, day, count, row) if day else ("", "")
    occasion = Occasion(
        start=start,
        stop=max(end, day.close) if day else end,
        name=(begin, end),
        ordinal=count,
        origin=origin,
        observed=observed,
        row=row,
        years=day.years if day else None,
    )
    return Reading((occasion,), used)


def shared_count(last: Occasion, rows: tuple[Anniversary, ...], day: Dates | None) -> int | None:
    """The count of `last` for the next of its list, where it fits: its own years are as many, or it began in the same
    year."""
    if last.ordinal is None:
        return None
    if day and day.pair:
        return last.ordinal if day.years in (last.ordinal, last.years) else None
    return last.ordinal if last.row and since_the_same_year(rows, last.row) else None


def _parted(text: DatedText, begin: int, end: int, day: Dates) -> tuple[int, int, Anniversary] | None:
    """(end of the first name, begin of the second, the first row) of «A và B (2/9/…)», when A has another day."""
    if day.bracketed:
        return None  # one day in brackets stands for both names
    left, rows = text.names.named_at(text.text, begin, end)
    joint = words.AND.match(text.low, left, end)
    row = text.names.meant(text.text[begin:left], None, None)
    if not joint or not row or not rows or on_day((row,), day.first):
        return None
    return (left, joint.end(), row) if words.EVENT.match(text.low, joint.end()) else None


def _first_of_two(text: DatedText, name: str, count: int | None, day: Dates) -> Anniversary | None:
    """The row of the first of two names that share one day, and began in the year that is said."""
    year = day.first.year if day.second or text.is_past(day) else None
    if not year and count and day.first.year:
        year = day.first.year - count
    for part in name.split(" và "):
        row = text.names.meant(part, day.first, None)
        if row and on_day((row,), day.first) and (not year or row.origin.startswith(f"{year:04}")):
            return row
    return None


def _origin_and_observed(text: DatedText, day: Dates, count: int | None, row: Anniversary | None) -> tuple[str, str]:
    """(origin, observed) as `day` states them: «1886-05-01», «lunar:--03-10», "" where it does not."""
    first = day.first
    if day.pair and day.second:
        return first.said, day.second.said
    if first.year and not _is_observed(text, first.year, count, row):
        return first.said, ""
    if row and of_the_moon(row) and not first.year:
        return "", "lunar:" + first.said.removeprefix("lunar:")
    return "", first.said


def _began(text: DatedText, count: int | None, day: Dates | None) -> int | None:
    """The year it is counted from, to part two that fall on one day: as said, else as the signing has it."""
    if day and day.pair:
        return day.first.year
    return text.signed - count if count and text.signed else None


def _is_observed(text: DatedText, year: int, count: int | None, row: Anniversary | None) -> bool:
    """Whether a lone date tells when the day is kept, not when it began."""
    if row and row.origin:
        return row.origin[:4] != f"{year:04}"
    if count is None:
        return year >= 2000
    if text.signed:
        return abs(year - text.signed) <= abs(year + count - text.signed)
    return year + count > _NEXT_ROUND
