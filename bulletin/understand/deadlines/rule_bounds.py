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
from bulletin.words.text.alike import pairs

_FROM_NOW = re.compile(r"(?<!\w)(?:từ nay|kể từ nay|từ hôm nay)(?!\w)")
_GOES_ON = re.compile(r"\W*(?:[0-9]{1,2}[.)] )?(?:sau đó|từ đó|sau đợt này|sau buổi này)(?!\w)")
_RUNS = ("span", "since")
_OF_TIMES = frozenset(
    (
        *("từ", "đến", "hết", "ngày", "thứ", "giờ", "tại", "các", "buổi", "thời", "gian", "sáng", "chiều", "tối"),
        *("và", "hàng", "hằng", "tuần", "tháng", "cho", "của"),
    )
)
_NEXT_ROOM = 60  # characters behind the sentence of a rule in which an exception may begin
_NEXT_WORDS = 40  # characters behind such a day that may say that it is one


class RuleBounds(NamedTuple):
    """What phrases (by index) say of a rule; `is_window`: one of them is a span, so that «hằng đêm» is no rule."""

    first: date | None = None
    last: date | None = None
    excluded: tuple[date, ...] = ()
    phrases: tuple[int, ...] = ()
    is_window: bool = False

    def without(self, days: Sequence[date], index: int) -> RuleBounds:
        """Without `days` that the phrase `index` takes out, none where they are of another rule: «… thứ Năm hằng tuần;
        sáng thứ Bảy hằng tuần (riêng thứ Bảy 21/11 nghỉ)»."""
        if not days:
            return self
        return self._replace(excluded=(*self.excluded, *days), phrases=(*self.phrases, index))

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
    bounds = RuleBounds(first=_after_what_precedes(text, phrases, years, sentence[0]))
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
            bounds = bounds.without([day for day in days if any(occurrences(rrule, day, day))], index)
            continue
        kind = frame(low, begin, phrase, stop).kind
        if kind == "span" and rrule == "FREQ=DAILY":
            return RuleBounds(is_window=True)
        from_now = years.signed_on if kind == "by" and _FROM_NOW.search(before[-30:]) else None
        bounds = bounds.bound(kind, days, index, from_now)
    return bounds if bounds.first or bounds.last else _of_the_line_above(bounds, text, phrases, years, sentence)


def _after_what_precedes(text: Plain, phrases: Sequence[Phrase], years: Years, begin: int) -> date | None:
    """The day before which no rule comes whose sentence, at low[begin], goes on from it: «Ra quân: 01/4. Sau đó duy
    trì sáng thứ Bảy hằng tuần»."""
    if not _GOES_ON.match(text.low, begin):
        return None
    before = [phrase for phrase in phrases if phrase.end <= begin]
    days = years.solar(before[-1]) if before else ()
    return days[-1] if days else None


def _of_the_line_above(
    bounds: RuleBounds, text: Plain, phrases: Sequence[Phrase], years: Years, sentence: tuple[int, int]
) -> RuleBounds:
    """With the days of the sentence just above, where it tells from when to when the same thing is there: «Chợ tạm
    hoạt động từ 01/4 đến hết 31/12. Giờ họp chợ tạm: 4h30 - 18h00 hằng ngày»."""
    above = [phrase for phrase in phrases if phrase.end <= sentence[0]]
    if not above:
        return bounds
    begin, stop = text.sentence(above[-1].start, above[-1].end)
    low, days = text.low, years.solar(above[-1])
    is_next = not low[stop : sentence[0]].strip(" .;\n-+•*")
    if not (days and is_next and _things(low[begin:stop]) & _things(low[sentence[0] : sentence[1]])):
        return bounds
    kind = frame(low, begin, above[-1], stop).kind
    return bounds._replace(first=days[0], last=days[-1] if kind == "span" else None) if kind in _RUNS else bounds


def _things(words: str) -> set[tuple[str, str]]:
    """Its pairs of words that name something."""
    return {pair for pair in pairs(words) if _OF_TIMES.isdisjoint(pair) and "".join(pair).isalpha()}
