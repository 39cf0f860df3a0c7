"""What reading one block of text for citations gives: those that count, and what looks like one and does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bulletin.model.number import Number
from bulletin.understand.citations.lexicon import Lexicon


class Block(NamedTuple):
    """One block of text (a paragraph, an item, a cell) while it is read: as typed, with plain signs, and that in lower
    case. All three are of one length, so that an offset is the same place in each."""

    text: str
    smooth: str
    lower: str
    lexicon: Lexicon


class Cited:
    """A citation in text[begin:end]; its number stands at text[start:stop].

    `type` is as said, or follows from the number when `type_said` is False. `dated` is the day said, `year` its year
    even where the calendar has no such day; `day_month` a day said without year (in the year 2000). `shared` when date
    and issuer were taken from the next of a list; `weak` when it counts only if the same text cites the paper in full
    elsewhere («Thông báo 630»).
    """

    __slots__ = (
        "begin", "dated", "day_month", "end", "issuer", "number", "shared", "start", "stop", "subject", "symbol",
        "type", "type_said", "weak", "year",
    )  # fmt: skip

    def __init__(
        self,
        begin: int,
        start: int,
        stop: int,
        number: Number,
        symbol: str,
        kind: str,
        type_said: bool,
        weak: bool = False,
    ) -> None:
        self.begin, self.start, self.stop, self.end = begin, start, stop, stop
        self.number, self.symbol, self.type, self.type_said, self.weak = number, symbol, kind, type_said, weak
        self.dated: date | None = None
        self.day_month: date | None = None
        self.year: int | None = None
        self.issuer = self.subject = ""
        self.shared = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something like a number that is not taken for one. `kind`: doubtful (perhaps `meant`), unfilled, range, date."""

    kind: str
    start: int
    stop: int
    meant: str = ""
