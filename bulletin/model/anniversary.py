"""Anniversaries: a day that comes back every year, and its coming in one year (AnniversaryInYear); days off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

# «major» are the eight days of Nghị định 145/2013/NĐ-CP, Điều 4; «response» (ngày hưởng ứng) calls people to act.
Kind = Literal[
    "public-holiday", "major", "national-commemoration", "party", "sector", "local", "international", "traditional",
    "response",
]  # fmt: skip
# Whether flags are hung by custom. No window follows from it: the notice of the year sets that.
Flag = Literal["none", "national", "party+national", "city", "sometimes", "unknown"]
# What a count of years is to the decree that governs the day; "" where nothing is counted.
Scale = Literal["", "tròn", "lẻ 5", "khác"]
# «estimated» was worked out by the law's rule, «to-confirm» was announced but its act has not been seen.
DayOffStatus = Literal["confirmed", "estimated", "to-confirm"]
DayOffKind = Literal["statutory", "substitute", "swap-off", "swap-work"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solar:
    """A day of the solar year: 7/5 is month 5, day 7."""

    month: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lunar:
    """A day of the lunar year, never of a leap month; «last» is the last day of month 12, the 29th or the 30th."""

    month: int
    day: int | Literal["last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """A row: what a day marks. The key is `id`, never the day: 20/10 and 19/8 mark several things.

    `also` are other names; `origin` what it counts from, ISO in its own precision («1954-05-07», «1972-12», «0040») or
    "" when nothing is known; `counted` is false where years are not counted in spite of an origin; `basis` the act that
    made the day; `where` the place that alone keeps it («thành phố Hà Nội»), "" for all; `since` the first day of its
    life, `until` the first day on which it was kept no more; `note` in Vietnamese for residents, `remark` for editors;
    `verified` tells that day and origin were both seen in two sources or more; `disputed` that sources disagree, as
    `remark` or `note` says.
    """

    id: str
    name: str
    on: Solar | Lunar
    also: tuple[str, ...] = ()
    origin: str = ""
    counted: bool = True
    kinds: tuple[Kind, ...] = ()
    flag: Flag = "none"
    basis: str = ""
    where: str = ""
    since: date | None = None
    until: date | None = None
    note: str = ""
    remark: str = ""
    examples: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    verified: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryInYear:
    """An anniversary in one year: `on` the very day, `ordinal` the count of years, None where none is counted."""

    anniversary: Anniversary
    on: date
    ordinal: int | None
    scale: Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A row: a day off work («swap-work»: a day of rest on which to work instead). `basis` is the act or article."""

    on: date
    name: str
    kind: DayOffKind
    status: DayOffStatus
    basis: str
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDays:
    """A ward's own rows (`content/calendar/`): they join the common ones; a day off replaces that of its day."""

    anniversaries: tuple[Anniversary, ...] = ()
    days_off: tuple[DayOff, ...] = ()
