"""When and where something is to be done, in the few words of previews, messages and feeds.

Those who show them keep them for long. So a day is told with its year and never as «hôm nay», and a time or a place is
told whole or not at all: half a date is another date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bulletin.model.abbreviation import Abbreviation
from bulletin.words.dates.clock import TIME
from bulletin.words.text.sentences import CAPITALS
from bulletin.words.text.spelled_out import in_full

_CLOCK = re.compile(TIME, re.IGNORECASE)
_WEEKDAY = re.compile(r"((?<!\w)(?:từ|hết|và) )?(?:thứ \w+|chủ nhật) (?=[0-9])", re.IGNORECASE)
_TIME_FIRST = re.compile(
    r"(?:kể )?(?:từ|vào|lúc|ngày|sáng|trưa|chiều|tối|thứ|chủ nhật|trước|đến|[0-9])(?!\w)|[0-9]", re.IGNORECASE
)
_IN_FIGURES = re.compile(r"[0-9]+/[0-9/]+")
_TIME_LINE = re.compile(r"(?:thời gian|thời hạn|ngày|hạn|lịch)[^.:;,0-9]{0,40}: ", re.IGNORECASE)
_BEGINNING = 45  # signs: «Từ 7 giờ 30 phút đến 11 giờ 00 phút, ngày 05»
_PARTS = re.compile(rf"(?<=[.!?;])\s+(?=[{CAPITALS}])")
# In a text they are of the day of signing.
_PASSING = re.compile(
    r"(?<!\w)(?:hôm nay|hôm qua|ngày mai|sáng mai|chiều mai|tối nay|chiều nay|sáng nay)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is to be done, and where and of what that is the time, each in words or "".

    `day` is the same in few signs («từ 21/11 đến 22/11/2025»), `since` in fewer («từ 21/11/2025»), `days` are those
    that it names. `others` tells how many more times there are, `span` all of them in one («3 lần, từ 22/11 đến hết
    25/11/2025»), `spread` the days of all; where they are for other places or parts (`differs`), the first is not told
    without its own. `caution` goes with whatever is told of it. `is_change`: another notice tells it of an old time.
    """

    when: str
    where: str = ""
    part: str = ""
    day: str = ""
    since: str = ""
    days: tuple[date, ...] = ()
    others: str = ""
    span: str = ""
    spread: str = ""
    differs: bool = False
    caution: str = ""
    is_change: bool = False

    def within(self, most: int) -> str:
        """As much of it as has room in `most` characters; of what cannot be told without the rest, ""."""
        return next((text for text in self._versions() if len(text) <= most), "")

    @property
    def titles(self) -> tuple[str, ...]:
        """The same in few signs, for behind a title; the best first."""
        placed = f"{self.day}, {self.where}" if self.day and self.where and not self.part else ""
        return tuple(filter(None, (placed, *((self.spread,) if self.differs else (self.day, self.since)))))

    def begins(self, what: str) -> bool:
        """Whether `what`, the words of the notice, begin with the very time that only a machine has read."""
        begins = self.caution and _TIME_FIRST.match(what)
        return bool(begins) and any(_prints(what[:_BEGINNING].partition(":")[0], day) for day in self.days)

    def is_in(self, title: str) -> bool:
        """Whether a title tells its days."""
        if not self.days:
            return bool(days := _IN_FIGURES.findall(self.day)) and all(day in title for day in days)
        return all(_prints(title, day) for day in self.days)

    def left_of(self, what: str) -> str:
        """The sentences of `what` that tell more than this does already."""
        kept = (part for part in _PARTS.split(what) if not self._tells(part))
        return " ".join(kept).strip(" ;,")

    def _tells(self, part: str) -> bool:
        if _CLOCK.search(part) and not _CLOCK.search(self.when):
            return False
        prints = any(_prints(part, day) for day in self.days)
        return self.where in part or prints if self.where else prints and _TIME_LINE.match(part) is not None

    def spelled(self, known: Sequence[Abbreviation]) -> Due:
        """With the names of bodies in full."""
        return replace(
            self, when=in_full(self.when, known), where=in_full(self.where, known), part=in_full(self.part, known)
        )

    def in_figures(self) -> Due:
        """Without the names of weekdays: «22/11/2025, 7h30–16h00», «Hạn chót 17h00 ngày 27/11/2025»."""
        return replace(self, when=_WEEKDAY.sub(lambda m: m[1] or ("ngày " if m.start() else ""), self.when))

    def _versions(self) -> Iterator[str]:
        both = (self, self.in_figures())
        if self.others:
            yield from (due._sure(f"{due._placed}; {due.others}") for due in both)
        if not self.differs or self._placed != self.when:
            yield from (due._sure(due._placed) for due in both)
        yield self._sure(self.span if self.differs else self.when)

    @property
    def _placed(self) -> str:
        named = f"{self.when} ({self.part})" if self.part else self.when
        return f"{named} – {self.where}" if self.where and self.where not in self.when else named

    def _sure(self, text: str) -> str:
        return f"{text} ({self.caution})" if self.caution and text else text


def _prints(words: str, day: date) -> bool:
    return re.search(rf"(?<![0-9/.-])0?{day.day} ?(?:[/.-]|tháng) ?0?{day.month}(?![0-9])", words) is not None


def lasting(text: str) -> str:
    """Without the sentences that say «hôm nay»: when it is read, that is another day."""
    kept = (part for part in _PARTS.split(text) if not _PASSING.search(part))
    return " ".join(kept) if _PASSING.search(text) else text


def sentence(text: str) -> str:
    """`text` with a sign at its end."""
    text = text.rstrip(" :;,–-")
    return text if text[-1:] in (*".!?…", "") else f"{text}."
