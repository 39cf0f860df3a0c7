"""A text while its occasions are looked for: as typed, plain, in lower case, with its dates; and ways through it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.anniversary_names import AnniversaryNames
from bulletin.understand.text.plain import plain
from bulletin.words.dates.stated import Dates, dates

_CUE_ROOM = 70  # characters before an occasion in which a word of commemorating may stand
_SENTENCE_ROOM = 300
_NAME_ROOM = 160


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DatedText:
    """`raw` is the text as typed, `text` the same with plain dashes and blanks, `low` that in lower case: offsets in
    one are offsets in all. `signed` is the year of signing, when it is known."""

    raw: str
    text: str
    low: str
    names: AnniversaryNames
    signed: int | None
    days: tuple[Dates, ...]
    starts: tuple[int, ...]

    def dates_in(self, low: int, high: int) -> tuple[Dates, ...]:
        """The dates that begin in text[low:high]."""
        return self.days[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def skip_blanks(self, at: int) -> int:
        """The first offset from `at` on where no blank stands."""
        while at < len(self.text) and self.text[at] == " ":
            at += 1
        return at

    def trim_end(self, end: int) -> int:
        """`end` without the blanks, commas, dashes and brackets before it."""
        while end and self.text[end - 1] in " (,;:-":
            end -= 1
        return end

    def before(self, at: int) -> str:
        """What stands before `at`, as far back as a cue may stand; in lower case."""
        return self.low[max(0, at - _CUE_ROOM) : at]

    def is_cued(self, at: int) -> bool:
        """Whether a word of commemorating leads to `at`: «kỷ niệm …», «chào mừng …»."""
        return words.CUE.search(self.before(at)) is not None

    def has_cue_in_sentence(self, at: int) -> bool:
        """Whether a word of commemorating stands before `at` in its sentence."""
        low = max(0, at - _SENTENCE_ROOM)
        ends = [m.end() for m in words.SENTENCE.finditer(self.raw, low, at)]
        return words.ANY_CUE.search(self.low[low:at], ends[-1] - low if ends else 0) is not None

    def clause(self, end: int) -> int:
        """Where the clause begins that ends at `end`: behind the last comma, colon or word that opens one."""
        low = max(0, end - _NAME_ROOM)
        ends = [m.end() for m in words.CLAUSE.finditer(self.low, low, end)]
        return self.skip_blanks(ends[-1]) if ends else low

    def is_past(self, day: Dates) -> bool:
        """Whether a lone date is of a year before those in which our texts are written."""
        return not day.second and bool(day.first.year) and day.first.year not in words.OUR_YEARS

    def is_apart(self, end: int, day: Dates) -> bool:
        """Whether the day begins the next line, a sentence of its own: «… Ngày mở chợ ⏎ Ngày 5/4, tiểu thương …»."""
        _, line, after = self.raw[end : day.start + 1].rpartition("\n")
        return bool(line) and not day.bracketed and after.lstrip()[:1].isupper()


def dated_text(raw: str, names: AnniversaryNames, signed: int | None) -> DatedText:
    """Everything that is asked of a text more than once, found once."""
    text = plain(raw)
    lower = text.lower()
    days = tuple(dates(text))
    return DatedText(
        raw=raw,
        text=text,
        low=lower if len(lower) == len(text) else text,  # «İ» becomes two characters: offsets come first
        names=names,
        signed=signed,
        days=days,
        starts=tuple(day.start for day in days),
    )
