"""From when to when a time comes back and on which days it does not: «từ 01/12», «đến hết tháng 12», «riêng ngày 27/11
nghỉ»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bulletin.understand.deadlines import called_off
from bulletin.understand.deadlines.frames import FrameKind, frame
from bulletin.understand.deadlines.sentences import Plain
from bulletin.understand.deadlines.which_year import Years
from bulletin.words.dates.occurrences import occurrences
from bulletin.words.dates.phrase import Phrase

_FROM_NOW = re.compile(r"(?<!\w)(?:từ nay|kể từ nay|từ hôm nay)(?!\w)")
_NEXT_ROOM = 60  # characters behind the sentence of a rule in which an exception may begin
_NEXT_WORDS = 40  # characters behind such a day that may say that it is one


class RuleBounds(NamedTuple):
    """What phrases (by index) say of a rule; `is_window`: one of them is a span, so that «hằng đêm» is no rule."""

    first: date | None = None
    last: date | None = None
    excluded: tuple[date, ...] = ()
    phrases: tuple[int, ...] = ()
    is_window: bool = False

    def bound(self, kind: FrameKind, days: Sequence[date], index: int, from_now: date | None) -> RuleBounds:
        """With the bounds that the phrase `index` sets: «từ 01/12», «(từ nay) đến hết tháng 12», both."""
        if kind == "since":
            bounds = self._replace(first=days[0])
        elif kind == "by":
            bounds = self._replace(first=from_now or self.first, last=days[-1])
        elif kind == "span":
            bounds = self._replace(first=days[0], last=days[-1])
        else:
            return self
        return bounds._replace(phrases=(*self.phrases, index))


def bounds_of(
    text: Plain, phrases: Sequence[Phrase], years: Years, *, rrule: str, sentence: tuple[int, int]
) -> RuleBounds:
    """The bounds of the rule `rrule`, which low[sentence[0]:sentence[1]] tells."""
    low = text.low
    bounds = RuleBounds()
    for index, phrase in enumerate(phrases):
        if phrase.end <= sentence[0] or phrase.start >= sentence[1] + _NEXT_ROOM:
            continue
        begin, stop = text.sentence(phrase.start, phrase.end)
        before, behind = low[begin : phrase.start], low[phrase.end : stop]
        is_behind = phrase.start >= sentence[1]
        if is_behind and not called_off.is_exception(before, low[phrase.end : phrase.end + _NEXT_WORDS]):
            continue
        days = years.solar(phrase)
        if not days:
            continue
        if called_off.is_exception(before, behind):
            # Beside other rules: «… thứ Năm hằng tuần; sáng thứ Bảy hằng tuần (riêng thứ Bảy 21/11 nghỉ)».
            its = [day for day in days if any(occurrences(rrule, day, day))]
            if its:
                bounds = bounds._replace(excluded=(*bounds.excluded, *its), phrases=(*bounds.phrases, index))
            continue
        kind = frame(low, begin, phrase, stop).kind
        if kind == "span" and rrule == "FREQ=DAILY":
            return RuleBounds(is_window=True)
        from_now = years.signed_on if kind == "by" and _FROM_NOW.search(before[-30:]) else None
        bounds = bounds.bound(kind, days, index, from_now)
    return bounds
