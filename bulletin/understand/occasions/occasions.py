"""What the texts of a notice say is commemorated: each occasion with its sentence and its place in the source."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from bulletin.model.occasion import OccasionSaid
from bulletin.model.place import Place
from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import AnniversaryNames
from bulletin.understand.occasions.broken_names import broken
from bulletin.understand.occasions.counted import counted
from bulletin.understand.occasions.dated_text import DatedText, dated_text
from bulletin.understand.occasions.days_alone import days_alone
from bulletin.understand.occasions.listed import listed
from bulletin.understand.occasions.lunar_new_year import new_years
from bulletin.understand.occasions.occasion import Occasion, Reading
from bulletin.understand.occasions.uncounted import uncounted
from bulletin.understand.occasions.undated import undated
from bulletin.understand.text.lines import InOrder, Lines

# Where an occasion may be: searches that begin with a plain character, over all blocks of a notice at once. The whole
# text is gone through for each, so one that is seldom used is asked only where its rare character is.
_SPOTS = (
    re.compile(r"ă[mM][\s(](?:(?<=[0-9]\s[nN]...)|(?<=[0-9]\s\s[nN]...))(?!\s?[0-9])"),
    re.compile(r"\(\s?[0-9]{1,2}[/.-][0-9]"),
    re.compile(r"/(?<=[0-9]/)[0-9]{1,2}(?![\w/]|\.[0-9]|\s?/)"),
)
_RARE_SPOTS = (
    ("Ă", re.compile(r"Ă[mM][\s(](?:(?<=[0-9]\s[nN]...)|(?<=[0-9]\s\s[nN]...))(?!\s?[0-9])")),
    *(
        (dash, re.compile(dash + r"(?:(?<=[0-9]{4}.)|(?<=[0-9]{4}\s.)|(?<=[0-9]{4}\s\s.))(?=\s{0,2}[0-9]{1,2}[/.-])"))
        for dash in "-\u2010\u2011\u2012\u2013\u2014\u2015"
    ),
)
# «kỷ niệm», «chào mừng», «Tết», «Giỗ», «lần thứ»: a rare character of each, without which it is not there, and it.
_WORD_SPOTS = (
    ("ệ", "niệm"), ("Ệ", "NIỆM"), ("ế", "Tết "), ("ế", "tết "), ("Ế", "TẾT "), ("ỗ", "iỗ "), ("Ỗ", "IỖ "),
    ("ừ", "ào mừng "), ("Ừ", "ÀO MỪNG "), ("ị", "hân dịp "), ("Ị", "HÂN DỊP "), ("ớ", "ướng tới "), ("Ớ", "ƯỚNG TỚI "),
    ("ề", "gày truyền thống "), ("ậ", "gày thành lập "),
    ("â", "hân ngày "), ("â", "hân Ngày "), ("Â", "HÂN NGÀY "), ("ứ", "ần thứ "), ("Ứ", "ẦN THỨ "),
)  # fmt: skip
_SHOWN = 160  # characters of a sentence shown on each side


def occasions(
    texts: Sequence[str], lines: Lines, names: AnniversaryNames, signed: int | None
) -> tuple[OccasionSaid, ...]:
    """Every occasion in `texts`, the blocks of one body; `signed` is the year of its signing, when it is known."""
    spots = _spots("\0".join(texts))
    if not spots:
        return ()
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
    stated: list[OccasionSaid] = []
    places = InOrder(lines)
    for text in _whole(texts, sorted({bisect(starts, spot) - 1 for spot in spots}), names):
        for occasion in find(text, names, signed):
            span = places.span(text[occasion.start : occasion.stop])
            stated.append(_said(text, occasion, span or (0, 0), lines.at(span[0]) if span else places.here))
    return tuple(stated)


def headline_occasions(
    headlines: Iterable[tuple[str, Place]], names: AnniversaryNames, signed: int | None
) -> tuple[OccasionSaid, ...]:
    """The same for lines of front matter, each with the place of its key."""
    return tuple(
        _said(text, occasion, (0, 0), place)
        for text, place in headlines
        if _spots(text)
        for occasion in find(text, names, signed)
    )


def _whole(texts: Sequence[str], blocks: Sequence[int], names: AnniversaryNames) -> Iterator[str]:
    """The texts of `blocks`, each with the one behind it when an empty line only breaks a name in two."""
    read = -1
    for i in blocks:
        if i <= read:
            continue
        text, read = texts[i], i
        while read + 1 < len(texts) and (joint := broken(text, texts[read + 1], names)):
            read += 1
            text += joint + texts[read]
        yield text


def _spots(text: str) -> list[int]:
    """Where an occasion may be; in no order."""
    patterns = [*_SPOTS, *(pattern for rare, pattern in _RARE_SPOTS if rare in text)]
    spots = [m.start() for pattern in patterns for m in pattern.finditer(text)]
    for rare, word in _WORD_SPOTS:
        start = text.find(word) if rare in text else -1
        while start >= 0:
            spots.append(start)
            start = text.find(word, start + 1)
    return spots


def _said(text: str, occasion: Occasion, span: tuple[int, int], place: Place) -> OccasionSaid:
    return OccasionSaid(
        ordinal=occasion.ordinal,
        name=_tidy(text[occasion.name[0] : occasion.name[1]]),
        origin=occasion.origin,
        observed=occasion.observed,
        anniversary=occasion.row.id if occasion.row else "",
        sentence=_sentence(text, occasion),
        place=place,
        span=span,
    )


def _sentence(text: str, occasion: Occasion) -> tuple[str, str, str]:
    """The words before, the occasion, the words after; only those near it."""
    low, high = max(0, occasion.start - _SHOWN), min(len(text), occasion.stop + _SHOWN)
    ends = [m.end() for m in words.SENTENCE.finditer(text, low, occasion.start)]
    after = words.SENTENCE.search(text, occasion.stop, high)
    start, stop = ends[-1] if ends else low, after.end() if after else high
    before, behind = text[start : occasion.start], text[occasion.stop : stop]
    if low and not ends:
        before = "…" + before.partition(" ")[2]
    if high < len(text) and not after:
        behind = behind.rpartition(" ")[0] + "…"
    glue = " " if before[-1:].isspace() else ""
    space = " " if behind[:1].isspace() else ""
    return _tidy(before) + glue, _tidy(text[occasion.start : occasion.stop]), space + _tidy(behind)


def _tidy(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


# --- the grammar of one text: a count of years, a pair of dates or a day leads to a name; a word of commemorating, the
# word «ngày», the pair, or a name of the registry makes it an occasion; what follows it in a list is read with it.


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
