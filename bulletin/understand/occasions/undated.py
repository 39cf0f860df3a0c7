"""Occasions without count and date: «Nhân Ngày Thầy thuốc Việt Nam, lãnh đạo phường đến thăm Trạm Y tế»."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from bulletin.model.anniversary import Anniversary
from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import AnniversaryNames
from bulletin.understand.occasions.occasion import Occasion
from bulletin.words.text.patterns import spaced

# No search begins with what stands before: that would be asked at every character of a text.
_LED = re.compile(
    r"(?:(?P<by>nhân(?: dịp)?)|k[ỷỉ] niệm|chào mừng)(?: (?:dịp|lễ|k[ỷỉ] niệm|chào mừng)){0,2} {1,3}(?=\w)"
)
# «công nhân ngày càng đông», «bệnh nhân ngày thứ hai»: a part of another word.
_PART = re.compile(
    r"(?:\w|\b(?:công|bệnh|tư|cá|nạn|thương|quân|doanh|hôn|pháp|phạm|chủ|thân|nữ|cử|vĩ|danh|ân|y|tình|lao|thi|thế) )$"
)
_AND = re.compile(r" {1,3}và {1,3}(?=ngày [^\W\d])")
# AnniversaryNames of a family or of a faith are no anniversaries, and neither is Tết without its year.
_PRIVATE = frozenset(("traditional",))
_UNNAMED = re.compile(
    r"""
    ngày[ ]
    (?:(?:thành[ ]lập|tái[ ]lập|truyền[ ]thống|thế[ ]giới|quốc[ ]tế|toàn[ ]dân|vì)[ ][^\W\d_]
      |(?:[^\W\d_]{1,12}[ ]){1,6}(?:việt[ ]nam|thế[ ]giới)\b)                # «ngày Thầy thuốc Việt Nam»
    """,
    re.VERBOSE,
)
_END = re.compile(rf"{words.SOFT.pattern}|{spaced(words.HARD.pattern)}", re.VERBOSE)
_LONGEST = 120


def undated(low: str, text: str, names: AnniversaryNames, spans: Sequence[tuple[int, int]]) -> Iterator[Occasion]:
    """Every occasion in `text` (`low`: in small letters) that a word leads to, beside those of `spans`."""
    spans = sorted(spans)
    starts = [start for start, _ in spans]
    for m in _LED.finditer(low):
        begin = 0 if _PART.search(low, max(0, m.start() - 8), m.start()) else m.end()
        while begin:
            end, row = _name(low, text, begin, names, by=bool(m["by"]))
            i = bisect(starts, end) - 1
            if end == begin or (i >= 0 and spans[i][1] > m.start()):
                break
            yield Occasion(start=begin, stop=end, name=(begin, end), ordinal=None, origin="", observed="", row=row)
            listed = _AND.match(low, end)
            begin = listed.end() if listed else 0


def _name(low: str, text: str, begin: int, names: AnniversaryNames, *, by: bool) -> tuple[int, Anniversary | None]:
    """(where the name at text[begin] ends, its row); (begin, None) when there is no name of a day."""
    dated = low.startswith("ngày ", begin)
    if dated or by:
        end, rows = names.named_at(text, begin)
        if rows and not all(_private(row) for row in rows):
            return end, rows[0] if len(rows) == 1 else None
    if dated and (unnamed := _UNNAMED.match(low, begin)):
        stop = min(begin + _LONGEST, len(low))
        ends = _END.search(low, unnamed.end(), stop)
        return (ends.start() if ends else stop), None
    return begin, None


def _private(row: Anniversary) -> bool:
    return frozenset(row.kinds) <= _PRIVATE or row.name.startswith("Tết ")
