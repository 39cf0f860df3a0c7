"""What stands beside the numbers of a block: date, issuer and subject of each; in a list they hold for those before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bulletin.understand.citations.cited import Block, Cited, Doubt
from bulletin.understand.citations.issuer_phrases import issuer_after, issuer_at, issuer_before
from bulletin.understand.citations.number_shapes import Dated, date_at, year_at
from bulletin.understand.citations.subjects import subject_at

_JOIN = re.compile(r"[ ,;]*(?:và|hoặc|cùng)?[ ,;]*(?:các |những )?", re.IGNORECASE)
_GAP_AT_MOST, _DATE_AND_GAP = 40, 80


def read_beside(block: Block, citations: Sequence[Cited]) -> Iterator[Doubt]:
    """Read date, issuer and subject after each number, up to where the next citation begins; doubts are dates that no
    calendar has."""
    smooth, lower, lexicon = block.smooth, block.lower, block.lexicon
    for i, cited in enumerate(citations):
        stop = citations[i + 1].begin if i + 1 < len(citations) else len(smooth)
        at = cited.stop
        when = _date_before(smooth, at, stop)
        at = when.end if when else at
        year, at = (None, at) if when else year_at(smooth, at)
        cited.issuer, at = issuer_at(smooth, lower, at, stop, lexicon)
        if cited.issuer and not when and (when := _date_before(smooth, at, stop)):
            at = when.end
        if not cited.issuer:
            before = issuer_before(smooth, lower, cited.begin, lexicon)
            cited.issuer = before or issuer_after(smooth, lower, at, stop, lexicon)
        cited.year = when.year if when else year or cited.year
        if when and when.day is None:
            yield Doubt(kind="date", start=cited.start, stop=when.end, meant=when.printed)
        elif when:
            _set_day(cited, when)
        cited.end = at
        cited.subject = subject_at(smooth, at, stop)


def _set_day(cited: Cited, when: Dated) -> None:
    if when.sure:
        cited.dated = when.day
    else:
        cited.day_month = when.day


def _date_before(smooth: str, at: int, stop: int) -> Dated | None:
    """The date that begins at `at`, if it ends before the next citation at `stop`."""
    when = date_at(smooth, at)
    return when if when and when.end <= stop else None


def share_in_lists(smooth: str, citations: Sequence[Cited]) -> None:
    """In an unbroken list of one type and one symbol the earlier take date and issuer of the later, never backwards."""
    for earlier, later in reversed(list(pairwise(citations))):
        same = (earlier.type, earlier.symbol) == (later.type, later.symbol)
        has_own = earlier.dated or earlier.day_month or earlier.issuer or earlier.subject
        if not same or has_own or not (later.dated or later.issuer):
            continue
        if earlier.number.year and later.dated and earlier.number.year != later.dated.year:
            continue
        if _JOIN.fullmatch(smooth[earlier.end : later.begin] if later.begin >= earlier.end else ""):
            earlier.dated, earlier.issuer, earlier.shared = later.dated, later.issuer, True


def is_listed(smooth: str, end: int, start: int) -> bool:
    """Whether nothing but a date and «,», «;», «và», «số» stands between two numbers, smooth[end:start]."""
    when = date_at(smooth, end) if start - end < _DATE_AND_GAP else None
    end = when.end if when else end
    gap = smooth[end:start] if start - end < _GAP_AT_MOST else "x"
    join = _JOIN.match(gap)
    return join is not None and gap[join.end() :].strip().lower() in ("", "số", "số:") and bool(gap.strip())
