"""Deadlines: what a notice asks for by when, during which days, or on which day of every week or month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bulletin.model.problem import Place

DeadlineKind = Literal["deadline", "window", "recurring", "event"]
Audience = Literal["residents", "staff", "agency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One place where a notice tells a time to act; a machine's reading, until `events:` confirms it.

    deadline   `by`: the day that is printed, also where the words are «trước ngày …»
    window     `starts_on` to `ends_on`, the last day included
    event      one day: `starts_on` and `ends_on` are the same
    recurring  `rrule` as RFC 5545 writes it («FREQ=WEEKLY;BYDAY=SA»)

    `audience` is who has to act. `guessed`: the words tell no year; it is the notice's, else that of the nearest date.
    `sentence` is the evidence: the words before the phrase, the phrase as printed, the words after it.
    """

    kind: DeadlineKind
    starts_on: date | None = None
    ends_on: date | None = None
    by: date | None = None
    rrule: str = ""
    audience: Audience
    sentence: tuple[str, str, str]
    place: Place
    guessed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A time to act as an editor states it in `events:`; the days as in Deadline.

    A recurring one may be bounded by `starts_on` and `ends_on`; `every` is its rule as typed («sáng thứ 7 hàng tuần»).
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
    audience: Audience
    place: Place
