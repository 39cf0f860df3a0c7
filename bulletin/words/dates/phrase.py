"""A phrase of time: days that one phrase of a text tells, with what is said beside them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bulletin.words.dates.day import Beside, Day

PhraseKind = Literal["days", "span", "month"]


class Phrase(NamedTuple):
    """What text[start:end] says of time, with the words beside it; `core` is where its first day itself begins.

    days   each of `days` by itself; `together` when they are counted as one time («trong hai ngày 21 và 22/12»)
    span   from the first to the second of `days`
    month  the first and the last day of a month or quarter; the latter has the day LAST_OF_MONTH

    `hours` are clock times as printed, "" when there are none; `timed` is told when a part of the day, a clock time or
    a weekday makes it a time to meet. `twins` are the same days in the other calendar. `ambiguous` as in Printed.
    `ends` are the two days that a span leads from and to, each with the hours that are its own; none of «24-28/11».
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
    ends: tuple[Phrase, ...] = ()
