"""What the rules that look for times to act share: what is found, the year of a day, and words of the past."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bulletin.model.deadline import DeadlineKind
from bulletin.words import when

_BACK = timedelta(days=60)  # a day without year that lies further back than this is next year's
_DONE = re.compile(r"(?<!\w)(?:đã|vừa qua)(?!\w)")
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|đề nghị|yêu cầu|kính mời|thông báo)(?!\w)")
OFF = re.compile(r"(?:nghỉ|trừ)[^.;\n]{0,24}$")
_NOT_BORN = ("học", "thí", "vệ", "phát", "tuyển", "chiêu", "khai", "giám", "sản", "du", "sơ")
BORN = "sinh" + "".join(f"(?<!{word} sinh)" for word in _NOT_BORN) + "(?! viên| hoạt| học| sản)"
THEN_TIME = re.compile(rf"(?:đến|tới|-) ?(?:{when.PART} )?{when.TIME}")

_FULL_DATE = re.compile(
    r"(?<![0-9/.-])[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?(20[0-9]{2})(?![0-9])"
    r"|tháng\s[0-9]{1,2}(?:,?\snăm\s|\s?[/-]\s?)(20[0-9]{2})|(?<![0-9])(20[0-9]{2})-[0-9]{2}-[0-9]{2}"
)
_CITED = re.compile(r"[/-][a-zđ0-9/-]{2,20},?\s?\(?(?:ký\s)?(?:ngày\s)?$|(?:luật|lệnh|định|hiến pháp)[^.;\n]{0,60}$")
_YEAR = re.compile(r"năm\s(?:học\s)?(20[0-9]{2})")
_ANY_YEAR = re.compile(r"(?<![0-9/.–-])(?<![–-]\s)(20[0-9]{2})(?![0-9]|\s?[/–-])")  # «Festival Huế 2023»
_DATELINE = re.compile(r",\sngày\s([0-9]{1,2})\stháng\s([0-9]{1,2})\snăm\s(20[0-9]{2})[ *_]{0,5}(?:\n|$)")


class Found(NamedTuple):
    """A phrase at flat.text[start:end] and what it tells."""

    start: int
    end: int
    kind: DeadlineKind
    first: date | None = None
    last: date | None = None
    rrule: str = ""
    guessed: bool = False
    around: tuple[int, int] | None = None  # its sentence, when that is known


class Years:
    """The year of a day that tells none: the notice's, else that of the nearest date, else the nearest year."""

    def __init__(self, low: str, signed_on: date | None) -> None:
        self.low, self.signed_on = low, signed_on
        if signed_on is None and (m := _DATELINE.search(low)):
            self.signed_on = when.Said(int(m[1]), int(m[2]), int(m[3])).on(0)
        self.near: list[tuple[int, int]] | None = None

    def of(self, said: when.Said, at: int) -> date | None:
        """The date of `said`, which stands near low[at]."""
        if said.year:
            return said.on(said.year)
        if self.signed_on:
            day = said.on(self.signed_on.year)
            return day if day and day >= self.signed_on - _BACK else said.on(self.signed_on.year + 1)
        if self.near is None:
            self.near = self._near()
        return said.on(min(self.near, key=lambda one: abs(one[0] - at))[1]) if self.near else None

    def span(self, one: when.Said, two: when.Said, at: int) -> tuple[date | None, date | None]:
        """Both ends: a year said at one of them is the other's too, unless the year turns between them."""
        if one.year and not two.year:
            turns = (two.month, two.day) < (one.month, one.day)
            return one.on(one.year), two.on(one.year + turns)
        last = self.of(two, at)
        first = one.on(last.year) if last else None
        if first and last and first > last and not one.year:
            first = one.on(last.year - 1)
        return first, last

    def is_over(self, day: date) -> bool:
        """Whether `day` lies before the notice, so that it is nobody's task."""
        return self.signed_on is not None and day < self.signed_on

    def _near(self) -> list[tuple[int, int]]:
        dates = [(m.start(), int(m[1] or m[2] or m[3])) for m in _FULL_DATE.finditer(self.low)]
        own = [one for one in dates if not _CITED.search(self.low, max(0, one[0] - 80), one[0])]
        if found := own or dates:
            return found
        told = [(m.start(), int(m[1])) for m in _YEAR.finditer(self.low)]
        if told:
            return told
        bare = ((m.start(), int(m[1])) for m in _ANY_YEAR.finditer(self.low))
        return [one for one in bare if not _CITED.search(self.low, max(0, one[0] - 80), one[0])]


def is_past(words: str) -> bool:
    """Whether `words` tell of what was done, and ask for nothing."""
    return done(words) and not _TO_COME.search(words)


def done(words: str) -> bool:
    """Whether `words` tell of what was done."""
    return ("đã" in words or "vừa qua" in words) and bool(_DONE.search(words))
