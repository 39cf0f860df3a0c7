"""Is it over? Where a time stands on the day of the build: to come, today, under way, or over since a day that is told.

The words are those of pages, lists, search and previews; a site that is built every night moves them by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bulletin.words.dates.printed import short

Phase = Literal["", "coming", "today", "running", "over"]
_WORDS: dict[Phase, str] = {"": "", "coming": "Sắp tới", "today": "Hôm nay", "running": "Đang diễn ra"}
NEAREST_FIRST: tuple[Phase, ...] = ("today", "running", "coming")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`phase` of one thing; "" of what has no day, or is called off. `last` is its last day when it is `over`."""

    phase: Phase = ""
    last: date | None = None

    @property
    def words(self) -> str:
        """«Sắp tới», «Hôm nay», «Đang diễn ra», «Đã kết thúc ngày 25/11/2025»."""
        return f"Đã kết thúc ngày {short(self.last)}" if self.phase == "over" and self.last else _WORDS[self.phase]


def timing_of_all(timings: Iterable[Timing]) -> Timing:
    """Where a notice stands whose times stand so: by what is nearest; it is over when all of it is."""
    rows = tuple(timings)
    for phase in NEAREST_FIRST:
        if any(one.phase == phase for one in rows):
            return Timing(phase=phase)
    return max((one for one in rows if one.last), key=lambda one: one.last or date.min, default=Timing())
