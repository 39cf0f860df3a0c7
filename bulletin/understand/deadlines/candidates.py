"""What is read of one time before it is told: a candidate for a time to act, a rule, or a time at which nothing is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bulletin.model.clock import Clock
from bulletin.model.deadline import DeadlineKind


class Candidate(NamedTuple):
    """What text[start:end] tells; `anchor` is the offset at which it is said whose it is, -1 when that is here."""

    start: int
    end: int
    kind: DeadlineKind
    first: date | None
    last: date | None
    rrule: str = ""
    excluded: tuple[date, ...] = ()
    guessed: bool = False
    hours: str = ""
    lunar: str = ""
    doubt: str = ""
    anchor: int = -1
    clock: Clock | None = None


class Cancelled(NamedTuple):
    """A time at text[start:end] at which nothing takes place, and the new one: first and last day of each."""

    start: int
    end: int
    was: tuple[date, date]
    now: tuple[date, date] | None
    kind: DeadlineKind


class Rule(NamedTuple):
    """A rule at text[start:end]; `first` and `last` bound it, `phrases` are those of the text that it uses up."""

    start: int
    end: int
    rrule: str
    first: date | None = None
    last: date | None = None
    excluded: tuple[date, ...] = ()
    hours: str = ""
    phrases: tuple[int, ...] = ()
    anchor: int = -1  # where the words of the rule itself stand, when its hours stand elsewhere
    clock: Clock | None = None
