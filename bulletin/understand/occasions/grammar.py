"""Occasions in running text: «136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)». Pure text, no registry needed
but to know where a name without a date ends, and that a day by itself stands for its anniversary.

A count of years, a pair of dates or a day leads to a name; a word of commemorating («kỷ niệm»), the word «ngày», the
pair, or a name of the registry makes it an occasion. What follows it in a list is read with it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import AnniversaryNames
from bulletin.understand.occasions.counted import counted
from bulletin.understand.occasions.dated_text import DatedText, dated_text
from bulletin.understand.occasions.days_alone import days_alone
from bulletin.understand.occasions.listed import listed
from bulletin.understand.occasions.lunar_new_year import new_years
from bulletin.understand.occasions.occasion import Occasion, Reading
from bulletin.understand.occasions.uncounted import uncounted
from bulletin.understand.occasions.undated import undated


def find(raw: str, names: AnniversaryNames, signed: int | None) -> tuple[Occasion, ...]:
    """Every occasion that `raw` states, in order; `signed` is the year of its signing, when it is known."""
    text = dated_text(raw, names, signed)
    with_dates = _beside_days(text, _with_counts(text))
    occasions = [*with_dates.occasions, *_new_years(text)]
    occasions += days_alone(text.text, [day for day in text.days if day.start not in with_dates.used], names)
    occasions += undated(text.low, text.text, names, [(occasion.start, occasion.stop) for occasion in occasions])
    return tuple(sorted(occasions, key=lambda occasion: occasion.start))


def _with_counts(text: DatedText) -> Reading:
    """Every occasion that a count of years leads to, and those listed behind it; each ends before the next count."""
    occasions: list[Occasion] = []
    used: set[int] = set()
    counts = list(words.COUNT.finditer(text.text))
    stops = [*(m.start() for m in counts[1:]), len(text.text)]
    for m, stop in zip(counts, stops, strict=False):
        reading = listed(text, counted(text, m, stop, occasions[-1] if occasions else None), stop, used)
        occasions += reading.occasions
        used |= reading.used
    return Reading(tuple(occasions), frozenset(used))


def _beside_days(text: DatedText, with_counts: Reading) -> Reading:
    """Those and every occasion beside a date that is neither used nor inside of an occasion with a count."""
    starts = [occasion.start for occasion in with_counts.occasions]
    stops = [occasion.stop for occasion in with_counts.occasions]
    occasions, used = list(with_counts.occasions), set(with_counts.used)
    for day in text.days:
        i = bisect(starts, day.start) - 1
        if day.start not in used and not (i >= 0 and day.start < stops[i]):
            reading = listed(text, uncounted(text, day), len(text.text), used)
            occasions += reading.occasions
            used |= reading.used
    return Reading(tuple(occasions), frozenset(used))


def _new_years(text: DatedText) -> Iterator[Occasion]:
    row = text.names.meant("Tết Nguyên đán", None, None)
    for start, named, stop, year in new_years(text.low, text.signed):
        name = (start, named)
        yield Occasion(start=start, stop=stop, name=name, ordinal=None, origin="", observed=str(year), row=row)
