"""Clock times as printed, «sáng 7h30 - 11h30, chiều 1h30 - 5h», as spans of minutes; nothing where they can be read in
two ways.

A word for a part of the day counts for the times behind it, or for the one before it («2 giờ chiều»):

    chiều: 2h - 4h30        14:00 to 16:30          22h00 đến 05h00 sáng hôm sau    22:00 to 5:00 of the next day
    2h00, chiều thứ Bảy     nothing: it may be night or afternoon                   14h sáng    nothing
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin.model.clock import Clock, Span
from bulletin.model.deadline import DeadlineKind
from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.month_and_weekday_names import PART
from bulletin.words.text.odd_characters import PLAIN
from bulletin.words.text.patterns import spaced

MIDNIGHT = 24 * 60
_HOUR = 60
_NOON = 12 * _HOUR
_MOST_SPANS = 4
# A time that ends before it begins is over night only when it begins in the evening and is no longer than a night.
_EVENING, _LONGEST_NIGHT = 15 * _HOUR, 14 * _HOUR
_TIME = re.compile(
    rf"""
    (?P<hour>[0-9]{{1,2}})
    (?:[ ]?(?:giờ|h|g|:)[ ]?(?:(?P<minute>[0-9]{{2}})|(?P<half>rưỡi))?(?:[ ]?(?:phút|ph|p)(?!\w))?['′’]?
      |(?=[ ]?(?:-|đến)))                              # «8-11h»
    (?:[ ]?(?P<part>{PART})(?!\w))?
    """,
    re.VERBOSE,
)
_PARTS = re.compile(rf"(?<!\w){PART}(?!\w)")
_LATE = frozenset(("trưa", "chiều", "tối", "đêm"))
_NEXT_DAY = re.compile(r"(?<!\w)hôm sau(?!\w)")
# Part of the day → the hours that are meant as they are, and those to which twelve are added.
_MEANT: Mapping[str, tuple[Collection[int], Collection[int]]] = {
    "": (range(25), ()),
    "sáng": (range(12), ()),
    "trưa": (range(10, 15), (1, 2)),
    "chiều": (range(12, 20), range(1, 8)),
    "tối": (range(17, 25), range(5, 12)),
    "đêm": ((*range(6), *range(18, 25)), range(8, 12)),
}
_PIECES = re.compile(rf"{HOURS}|{TIME}")
# What an editor may type beside the hours; «hằng đêm» says that they are those of each night.
_TYPED = re.compile(
    rf"""
    (?: (?P<each>(?:h[àằ]ng|mỗi|các)[ ](?:ngày|đêm|tối|sáng|chiều|buổi))
      | {spaced(HOURS)} | {spaced(TIME)} | (?P<until>trước|đến|tới|hết)(?!\w)
      | (?:buổi|từ|lúc|vào|khoảng|đúng|và|bắt[ ]đầu|{PART})(?!\w) | [ ,;:()./&-]+
    )+
    """,
    re.VERBOSE,
)
_DAY = "(?:ngày[ ])?(?P<{0}day>[0-9]{{1,2}})[/.-](?P<{0}month>[0-9]{{1,2}})(?:[/.-](?P<{0}year>[0-9]{{4}}))?"
_FROM_TO = re.compile(
    rf"""
    (?:từ[ ])?(?P<start>{spaced(TIME)}),?[ ]{_DAY.format("")}
    [ ]?(?:đến|-)[ ]?(?:hết[ ])?(?P<end>{spaced(TIME)}),?[ ]{_DAY.format("last_")}
    """,
    re.VERBOSE,
)


class _Piece(NamedTuple):
    """A phrase of hours, the part of the day that stands before it, and where it ends."""

    words: str
    part: str
    end: int


def spans(hours: str, words: str, before: str = "") -> tuple[Span, ...]:
    """The spans that `hours` are, phrases of hours of the plain lower-case `words` with commas between; () where they
    are not certain.

    `before` stands before the words: a part of the day that it tells last must be that of the hours too.
    """
    pieces = list(_pieces(hours, words))
    last = pieces[-1].end if pieces else 0
    behind = _PARTS.search(words, last)
    around = (*_PARTS.findall(before)[-1:], *([behind[0]] if behind else []))
    if any(part in _LATE for part in around) and any(not piece.part and _is_early(piece.words) for piece in pieces):
        return ()
    return _in_order([_span(piece.words, piece.part) for piece in pieces])


def _pieces(hours: str, words: str) -> Iterator[_Piece]:
    """Each phrase of hours with the part of the day that `words` tell before it."""
    part, place = "", 0
    for piece in hours.split(", "):
        start = words.find(piece, place)
        if start < 0:
            return
        parts = _PARTS.findall(words, place, start)
        part, place = (parts[-1] if parts else part), start + len(piece)
        yield _Piece(piece, part, place)


def _in_order(read: Sequence[Span | None]) -> tuple[Span, ...]:
    """All of them, if they are certain and follow one another; what has no end stands alone."""
    certain = [span for span in read if span is not None]
    ends = [span[1] for span in certain]
    if len(certain) < len(read) or len(read) > _MOST_SPANS or (None in ends and len(ends) > 1):
        return ()
    in_order = all(later[0] >= (earlier[1] or 0) for earlier, later in pairwise(certain))
    return tuple(certain) if in_order else ()


def typed_clock(hours: str, kind: DeadlineKind, first: date | None, last: date | None) -> Clock | None:
    """What an editor types as the hours of a time from `first` to `last`; None where they are not wholly understood."""
    low = _plain(hours)
    shape = _TYPED.fullmatch(low)
    if shape is None:
        return _typed_through(low, first, last)
    read = spans(", ".join(_PIECES.findall(low)), low)
    if kind == "deadline":
        return due(read)
    if not read or (shape["until"] and read[0][1] is None):
        return None
    days = (last - first).days + 1 if first and last else 1
    is_each = kind == "recurring" or shape["each"] or _NEXT_DAY.search(low)
    return Clock(spans=read) if days == 1 or is_each else _of_days(read, days)


def _of_days(read: tuple[Span, ...], days: int) -> Clock | None:
    """Hours of several days: those of each, where they have an end. A night between two days begins on the first; of
    more days nobody knows."""
    start, end = read[0]
    if end is not None and end > MIDNIGHT and days == len(read) + 1 == 2:
        return through(start, end - MIDNIGHT, days)
    is_by_day = all(end is not None and end <= MIDNIGHT for _, end in read)
    return Clock(spans=read) if is_by_day else None


def every_clock(every: str) -> Clock | None:
    """The hours that an editor types with a rule: «18h - 20h30 hằng ngày»."""
    low = _plain(every)
    read = spans(", ".join(_PIECES.findall(low)), low)
    return Clock(spans=read) if read else None


def due(read: tuple[Span, ...]) -> Clock | None:
    """The hour by which something is to be done: one alone, and the end of a day is no hour of it."""
    return Clock(spans=read) if len(read) == 1 and read[0][1] is None and read[0][0] < MIDNIGHT else None


def through(start: int, end: int, days: int) -> Clock | None:
    """From an hour of the first of so many days to one of the last."""
    is_forward = start < MIDNIGHT and start < end + (days - 1) * MIDNIGHT
    return Clock(spans=((start, end),), through=True) if is_forward else None


def _plain(text: str) -> str:
    return " ".join(text.translate(PLAIN).lower().split())


def _typed_through(low: str, first: date | None, last: date | None) -> Clock | None:
    """«từ 21h00 ngày 21/11 đến 5h00 ngày 22/11», where these are the days of the time."""
    told = _FROM_TO.fullmatch(low)
    if not told or not first or not last:
        return None
    days = ((told["day"], told["month"], told["year"]), (told["last_day"], told["last_month"], told["last_year"]))
    for (on, month, year), day in zip(days, (first, last), strict=True):
        if (int(on), int(month), int(year or day.year)) != (day.day, day.month, day.year):
            return None
    begins, stops = (spans(told[name], told[name]) for name in ("start", "end"))
    return through(begins[0][0], stops[0][0], (last - first).days + 1) if begins and stops else None


def _span(piece: str, part: str) -> Span | None:
    """One phrase of hours, of which `part` tells the part of the day."""
    times = list(_TIME.finditer(piece))
    if len(times) == 1:
        (only,) = times
        start = _minutes(only, only["part"] or part)
        return None if start is None else (start, None)
    if len(times) != 2:
        return None
    first, last = times
    start = _minutes(first, first["part"] or part)
    if start is None:
        return None
    is_shifted = start != _minutes(first, "")
    end = _minutes(last, last["part"] or "")
    if end is not None and is_shifted and not last["part"] and end < _NOON:
        end = end + _NOON if start < end + _NOON else end
    return None if end is None else _until(start, end, is_next_day=bool(_NEXT_DAY.search(piece)))


def _until(start: int, end: int, *, is_next_day: bool) -> Span | None:
    if start >= MIDNIGHT or start == end:
        return None
    is_night = end < start and start >= _EVENING and end + MIDNIGHT - start <= _LONGEST_NIGHT
    if is_next_day or is_night:
        end += MIDNIGHT
    return (start, end) if start < end <= start + MIDNIGHT else None


def _minutes(time: re.Match[str], part: str) -> int | None:
    """«2 giờ» of the afternoon → 840; None where the part of the day has no such hour."""
    hour, minute = int(time["hour"]), 30 if time["half"] else int(time["minute"] or 0)
    plain, shifted = _MEANT[part]
    if hour in shifted:
        hour += 12
    elif hour not in plain:
        return None
    return hour * _HOUR + minute if minute < _HOUR and hour * _HOUR + minute <= MIDNIGHT else None


def _is_early(piece: str) -> bool:
    """Whether the time with which a phrase of hours begins may be one of either half of the day."""
    time = _TIME.search(piece)
    return time is not None and int(time["hour"]) < 12 and not time["part"]
