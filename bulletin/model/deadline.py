"""Deadlines: what a notice asks for by when, during which days, or on which day of every week or month."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bulletin.model.clock import Clock
from bulletin.model.place import Place

DeadlineKind = Literal["deadline", "window", "recurring", "event"]
Audience = Literal["residents", "staff", "agency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One place where a notice tells a time to act; a machine's reading, until `events:` confirms it.

    deadline   `by`: the day that is printed, also where the words are «trước ngày …»
    window     `starts_on` to `ends_on`, the last day included
    event      one day: `starts_on` and `ends_on` are the same
    recurring  `rrule` as RFC 5545 writes it («FREQ=WEEKLY;BYDAY=SA»), from `starts_on` to `ends_on` where the words
               bound it, but not on the `excluded` days («trừ ngày 27/11»)

    A window without `ends_on` has an open end: «từ ngày 20/4 cho đến khi có thông báo mới».
    `audience` is who has to act. `guessed`: the words tell no year; it is the notice's, else that of the nearest date.
    `hours` are the clock times as printed («7h30 - 11h00»), `clock` is what they say, None where that is not certain;
    `lunar` is the lunar day that was converted («10/3 âm lịch»).
    `sentence` is the evidence: the words before the phrase, the phrase as printed, the words after it; of a row of a
    table, each cell with the name of its column.
    `doubt` is why residents are not told before an editor confirms it, in Vietnamese; "" where the reading is sure.
    `corrected`: it, or the sentence around it, is read otherwise than signed, as an erratum of the notice has it.
    `where` is the place or area that the text names beside it («Tổ dân phố 1, 2, 3»), `part` the label which says of
    what in its notice this is the time («Bán hồ sơ»); each "" where that is not certain.
    """

    kind: DeadlineKind
    starts_on: date | None = None
    ends_on: date | None = None
    by: date | None = None
    rrule: str = ""
    audience: Audience
    sentence: tuple[str, str, str]
    place: Place = field(compare=False)
    guessed: bool
    excluded: tuple[date, ...] = ()
    hours: str = ""
    clock: Clock | None = None
    lunar: str = ""
    doubt: str = ""
    corrected: bool = False
    where: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place where a notice says that what was to be on `was` (first and last day) is not: called off, or moved.

    `now` are the new first and last day; None when it is called off, or when no new day is told yet. `kind` says of
    what sort the old time was, so that it is looked for among its like: a deadline that is extended is no event.
    """

    was: tuple[date, date]
    now: tuple[date, date] | None
    kind: DeadlineKind
    sentence: tuple[str, str, str]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySlip:
    """A day that a notice prints and that cannot be right.

    impossible  no calendar has it: «31/11/2025», «30/02»
    weekday     it is another weekday than the one beside it: «thứ Sáu, ngày 29/11/2025»; `right` is its true weekday
    lunar       the lunar day beside it is another one; `right` is the lunar day of the solar one, «9/3 âm lịch»
    """

    kind: Literal["impossible", "weekday", "lunar"]
    printed: str
    right: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A time to act as an editor states it in `events:`; the days as in Deadline.

    A recurring one may be bounded by `starts_on` and `ends_on`, and is not on the `excluded` days; `every` is its rule
    as typed («sáng thứ 7 hàng tuần»).
    `what`, `who`, `where` and `hours` are for people; all but `what` may be "".
    """

    kind: DeadlineKind
    what: str
    starts_on: date | None = None
    ends_on: date | None = None
    by: date | None = None
    rrule: str = ""
    every: str = ""
    who: str = ""
    where: str = ""
    hours: str = ""
    excluded: tuple[date, ...] = ()
    audience: Audience
    place: Place = field(compare=False)
