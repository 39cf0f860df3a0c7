"""One printed day, or several that share their month: the grammar, and what is no day.

    28/11/2025   28-11-2025   28.11.2025   30/11/25   19//8/2025     figures
    ngày 28/11   ngày 28.11   ngày 29-3                              without a year; «.» and «-» need the word «ngày»
    28 tháng 11 năm 2025   05tháng 6năm2024   19 tháng tư            in words
    7 và 8/6   04;11;18;25/12/2025   24-28/11   20 - 29 tháng 12     days that share their month: a list, or a range
    10/3 âm lịch   10/3 (ÂL)   24 tháng 3 năm Bính Ngọ               lunar
    mùng 6 tháng Giêng   rằm tháng 7   23 tháng Chạp   28 Tết        lunar by themselves

No days: 24/7, 5-7 ngày, 1/2 ngày, 2.5 ngày, 12/12 hộ, tỷ lệ 1/10, số nhà 12/4, đường 30/4, Tổ 3/2, mũi 2/3, 595-CV/QU.
All for plain lower-case text with one kind of blank and dash. Every repeat is bounded.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin.words.dates.day_pattern import DAY, ONE_DAY, SPOT, TAIL, D
from bulletin.words.dates.lunar import to_solar
from bulletin.words.dates.month_and_weekday_names import LUNAR_MONTHS, LUNAR_WORDS
from bulletin.words.dates.no_day import Candidate, is_no_day
from bulletin.words.dates.numbered_names import can_chi_year, month_number

_OF_A_DOCUMENT = re.compile(r"[0-9]/?[0-9]{0,4}[/-][a-zđ0-9/&.-]{0,24}[a-zđ][a-zđ0-9/&.-]{0,24},? ngày $")
_DOCUMENT_ROOM = 60
_LUNAR_BEFORE = re.compile(r"(?<![0-9] )(?<![0-9])(?:âm lịch|lịch âm|âl)(?: là)?(?:: ?| )(?:ngày )?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
# A text that surely writes «13-11» or «7-11-2026» so means «7-11» as a day too.
_DASHED = re.compile(
    r"ngày (?:1[3-9]|2[0-9]|3[01])-(?:0?[1-9]|1[0-2])(?![0-9/])|(?<![0-9/])[0-9]{1,2}-[0-9]{1,2}-20[0-9]{2}"
)
_JOINS = re.compile(r"(?: ?(?:,|;|và|&|-|đến|tới) ?)")


class Day(NamedTuple):
    """A day as a text tells it: what is left out is None; day 0 is the last of its month. `cycle` names a lunar year,
    «bính ngọ».
    """

    day: int
    month: int | None
    year: int | None
    lunar: bool = False
    cycle: str = ""

    def on(self, year: int) -> date | None:
        """The solar date in `year`, unless its own year is told; a lunar day is converted. None: there is none."""
        try:
            if self.lunar:
                lunar_year = self.year or (can_chi_year(self.cycle, year) if self.cycle else None) or year
                return to_solar(lunar_year, self.month or 0, self.day)
            year, month = self.year or year, self.month or 0
            return date(year, month, self.day or monthrange(year, month)[1])
        except ValueError:
            return None

    @property
    def shown(self) -> str:
        """«10/3 âm lịch», «28/11/2025»."""
        year = f"/{self.year}" if self.year else ""
        return f"{self.day}/{self.month}{year}{' âm lịch' if self.lunar else ''}"


class Beside(NamedTuple):
    """A weekday that stands beside a day, at text[start:end]; Monday is 0."""

    day: Day
    weekday: int
    start: int
    end: int


class Printed(NamedTuple):
    """The days at text[start:end]: one, a list («7 và 8/6»), or the two ends of a range («24-28/11»).

    `cued`: the word «ngày» or its like stands before. `ambiguous`: «5-7» may be 5 July or the 5th to the 7th, and
    «mùng 2 tháng 9» a solar day.
    """

    start: int
    end: int
    days: tuple[Day, ...]
    is_range: bool
    cued: bool
    ambiguous: bool


def day_at(low: str, at: int) -> tuple[Day, int] | None:
    """The day in figures or words that begins at low[at], and where it ends; whether it exists is not asked."""
    m = ONE_DAY.match(low, at)
    if not m:
        return None
    year = m["yww"] or m["y"] or m["yw"]
    return Day(int(m["dw"] or m["d"]), month_number(m["mw"] or m["m"]), _full_year(year)), m.end()


def whole_day(text: str) -> Day | None:
    """The day that all of `text` is: «28/4/2022», «ngày 28 tháng 4 năm 2022», «10/3 âm lịch», «2022-04-28»."""
    low = " ".join(text.lower().split())
    if m := _YEAR_FIRST.fullmatch(low):
        return Day(int(m[3]), int(m[2]), int(m[1]))
    day_and_end = day_at(low, 5 if low.startswith("ngày ") else 0)
    if not day_and_end:
        return None
    day, end = day_and_end
    if end < len(low) and re.fullmatch(f" {LUNAR_WORDS}", low[end:]):
        return day._replace(lunar=True)
    return day if end == len(low) else None


def _full_year(text: str | None) -> int | None:
    """«2025» and «25» → 2025."""
    year = int(text) if text else None
    return year + 2000 if year is not None and year < 100 else year


def printed_days(low: str, *, all_shapes: bool = False, but_documents: bool = False) -> Iterator[Printed]:
    """Every day that plain lower-case `low` prints, in order; quantities, houses, scores and forms are none.

    `all_shapes`: whatever has the shape of a day counts, also where nothing says that it is one. `but_documents`: those
    right behind the number of a document are passed over.
    """
    start, refused = 0, -1
    for spot in SPOT.finditer(low):
        m = DAY.match(low, spot.start()) if spot.start() >= start else None
        if not m or (but_documents and _is_of_a_document(low, m.start())):
            continue
        is_named = bool(m["ram"] or m["mung"] or m["eve"])
        # «lớp 1/5, 1/6»: what is joined to a figure that is no day is none either
        is_refused = not is_named and refused >= 0 and _JOINS.fullmatch(low, refused, m.start())
        printed = None if is_refused else _read(low, m, all_shapes=all_shapes, is_named=is_named)
        if printed:
            yield _sure_of_dashes(low, printed)
            start, refused = printed.end, -1
        elif m["list"] or m["to"]:
            start = m.start("dw") if m["dw"] else m.start("d")  # «30 - 28/11»: the figures before are none of a list
        else:
            start = refused = m.end()


def _is_of_a_document(low: str, start: int) -> bool:
    """«75-TB/ĐU ngày 28/4/2022»: whether the number of a document stands right before the day."""
    return _OF_A_DOCUMENT.search(low, max(0, start - _DOCUMENT_ROOM), start) is not None


def _read(low: str, m: re.Match[str], *, all_shapes: bool, is_named: bool) -> Printed | None:
    """The days of a match, else the first alone: «15-01-26» may begin like a range."""
    if is_named:
        return _named(low, m)
    printed = _numbered(low, m, all_shapes=all_shapes)
    if printed is None and m["to"] and (single := ONE_DAY.match(low, m.start())):
        return _numbered(low, single, all_shapes=all_shapes)
    return printed


def _sure_of_dashes(low: str, printed: Printed) -> Printed:
    """«7-11» is a day where the text writes other days with a dash that can be nothing else."""
    if printed.ambiguous and "-" in low[printed.start : printed.end] and _DASHED.search(low):
        return printed._replace(ambiguous=False)
    return printed


def _numbered(low: str, m: re.Match[str], *, all_shapes: bool) -> Printed | None:
    """The days of a match of `DAY` or `ONE_DAY` in figures or in words; None when they are none.

    `all_shapes`: whatever exists in a calendar is a day, and what stands around is not asked.
    """
    candidate = _candidate(low, m)
    if candidate.days[0] <= 0 or any(day >= after for day, after in pairwise(candidate.days)):
        return None
    if all_shapes:
        days = tuple(Day(day, candidate.month, candidate.year) for day in candidate.days)
        return Printed(m.start(), m.end(), days, candidate.is_range, True, False) if candidate.exists else None
    has_word = candidate.has_word
    if is_no_day(candidate, has_word=has_word):
        return None
    before, month = candidate.before, m["mw"] or m["m"]
    lunar = month in LUNAR_MONTHS or candidate.cycle or _LUNAR_BEFORE.search(before) is not None
    printed = Printed(
        start=m.start(),
        end=m.end(),
        days=tuple(Day(day, candidate.month, candidate.year, lunar) for day in candidate.days),
        is_range=candidate.is_range,
        cued=has_word or not candidate.separator,
        ambiguous=_may_be_a_range(candidate),
    )
    return _with_tail(low, printed, mung="mùng" in m[0] or "mồng" in m[0] or before.endswith(("mùng ", "mồng ")))


def _may_be_a_range(candidate: Candidate) -> bool:
    """«5-7»: 5 July, or the 5th to the 7th."""
    if candidate.separator != "-" or candidate.year or candidate.is_several:
        return False
    return candidate.days[-1] < candidate.month


def _candidate(low: str, m: re.Match[str]) -> Candidate:
    """The parts of a match; of `ONE_DAY`, which has neither list nor range, the day alone."""
    several = m.re is DAY
    earlier, first = (m["list"] or "", m["to"]) if several else ("", None)
    before = (first,) if first else re.findall(D, earlier)
    return Candidate(
        low=low,
        start=m.start(),
        end=m.end(),
        days=(*map(int, before), int(m["dw"] or m["d"])),
        month=month_number(m["mw"] or m["m"]),
        year=_full_year(m["yww"] or m["y"] or m["yw"]),
        separator="" if m["dw"] is not None else m["sep"],
        is_list=bool(earlier),
        is_range=first is not None,
        cycle=bool(m["cycle"]),
        word_inside="ngày" in earlier,
        joined_by_and=" và " in earlier and "," not in earlier,
    )


def _named(low: str, m: re.Match[str]) -> Printed:
    """«rằm tháng 7», «28 Tết», «mùng 6 tháng Giêng», «mùng 3 Tết»."""
    if m["ram"]:
        days = (Day(15, month_number(m["mr"]), None, lunar=True),)
    elif m["eve"]:
        days = (Day(int(m["eve"]), 12, None, lunar=True),)
    else:
        month = 1 if m["tet"] is not None else month_number(m["mm"])
        days = (Day(month_number(m["dm"]), month, None, lunar=m["tet"] is not None or m["mm"] in LUNAR_MONTHS),)
    return _with_tail(low, Printed(m.start(), m.end(), days, False, True, False), mung=bool(m["mung"]))


def _with_tail(low: str, printed: Printed, *, mung: bool) -> Printed:
    """`printed` with the words behind it that tell its calendar: «âm lịch», «(ÂL)», «năm Bính Ngọ»; `mung`: «mùng»
    stands before it, which is said of lunar days, and of the first ten of a solar month."""
    last = printed.days[-1]
    tail = _Tail(printed.end, lunar=last.lunar)
    for _ in range(3):
        m = TAIL.match(low, tail.end)
        if not m or (m["year"] and not _is_its_year(m, lunar=tail.lunar or mung)):
            break
        tail = tail.and_more(m)
    undecided = mung and not tail.lunar and not tail.solar and not last.year
    lunar = (tail.lunar or undecided) and not tail.solar
    cycle = tail.cycle if lunar else ""
    days = tuple(day._replace(lunar=lunar, cycle=cycle, year=day.year or tail.year) for day in printed.days)
    return printed._replace(days=days, end=tail.end, ambiguous=printed.ambiguous or undecided)


@dataclass(frozen=True, slots=True)
class _Tail:
    """What the words behind a day tell of it, up to low[end]."""

    end: int
    lunar: bool
    solar: bool = False
    cycle: str = ""
    year: int | None = None

    def and_more(self, m: re.Match[str]) -> _Tail:
        """The same with one more match of `TAIL`; a bracket that it only closes stays outside."""
        inside = not m["close"] or "(" in (m["open"] or "")
        return _Tail(
            end=m.end() if inside else m.start("close"),
            lunar=self.lunar or bool(m["lunar"] or m["cycle"]),
            solar=self.solar or bool(m["solar"]),
            cycle=m["cycle"] or self.cycle,
            year=int(m["year"]) if m["year"] else self.year,
        )


def _is_its_year(m: re.Match[str], *, lunar: bool) -> bool:
    """Whether «năm 2026» behind a day is the year of a lunar day: not in brackets that tell more than the year."""
    return lunar and not ((m["open"] or "").strip() == "(" and not m["close"])
