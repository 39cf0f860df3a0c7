"""A text cut into what is said at once, each with the lines that lead to it: the heading of a list and the line above
it that ends in a colon hold for its items.

    DANH SÁCH HỘ NGHÈO            «leads» for the rows below
    | Họ và tên | Số CCCD |       each row one sentence: «Họ và tên: … ¦ Số CCCD: …»
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bulletin.model.sensitive import Sensitive
from bulletin.understand.deadlines.plain_text import plain_text
from bulletin.understand.deadlines.sentences import Plain
from bulletin.understand.sensitive.kinds import Kind, Kinds
from bulletin.understand.sensitive.tones import tones

_ITEM = re.compile(r"\s*(?:[-+*•–]|\(?[0-9]{1,3}[.)/]|[a-zđ][.)])\s")
_INITIAL = re.compile(r"(?:(?<!\w)[^\W\d_a-z]|[:;,]\s?\d{1,3})\.\s?$")  # «H.T.M. Mẫu», «: 1. Mẫu; 2. Thử»
_LEADING = re.compile(r"\s*(?:#|danh sách|bảng |biểu |phụ lục|v/v|về việc|thông báo|quyết định)")
_SYLLABLE = re.compile(r"\w+")
_LONGEST_LEAD = 200
_LONGEST = 2000  # characters of a sentence
_LONGEST_LIST = 3000  # sentences
_ABOVE_A_LIST = 3  # sentences that may stand between a heading and its list


class Sentence(NamedTuple):
    """text[start:stop] of a whole; `low` is it in lower case, `lead` what leads to it in lower case, or ""."""

    start: int
    stop: int
    text: str
    low: str
    lead: str
    is_item: bool


_NOTHING = Sentence(0, 0, "", "", "", is_item=False)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A whole text: as it is read, the same in lower case with each tone where it is set today, and its sentences.

    `spoken` are the words of each kind that it holds.
    """

    plain: Plain
    text: str
    low: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    syllables: frozenset[str]
    spoken: Mapping[str, list[str]]

    def index(self, at: int) -> int:
        """Which sentence text[at] is in."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def around(self, at: int) -> Sentence:
        """The sentence in which text[at] stands."""
        return self.sentences[self.index(at)]

    def with_words(self, phrases: list[str]) -> set[int]:
        """Which sentences hold one of the phrases."""
        indexes = set[int]()
        for phrase in phrases:
            at = self.low.find(phrase)
            while at >= 0:
                index = self.index(at)
                indexes.add(index)
                at = self.low.find(phrase, max(at + 1, self.sentences[index].stop))
        return indexes

    def led_by(self, index: int) -> Iterator[int]:
        """The items to which sentences[index] leads."""
        if self.sentences[index].is_item:
            return
        words = self.sentences[index].low.strip()
        for below in range(index + 1, min(len(self.sentences), index + _LONGEST_LIST)):
            if words not in self.sentences[below].lead:
                if not self.sentences[below].is_item and below > index + _ABOVE_A_LIST:
                    return
                continue
            if self.sentences[below].is_item:
                yield below


def said(source: str, kinds: Kinds) -> Said:
    """`source` cut into sentences."""
    plain = plain_text(source if source.isascii() else unicodedata.normalize("NFC", source))
    low = tones(plain.low)
    sentences = tuple(_sentences(plain, low)) or (_NOTHING,)
    syllables = _syllables(low)
    starts = tuple(sentence.start for sentence in sentences)
    return Said(
        plain=plain,
        text=plain.text,
        low=low,
        sentences=sentences,
        starts=starts,
        syllables=syllables,
        spoken=_spoken(low, syllables, kinds),
    )


def _syllables(low: str) -> frozenset[str]:
    """All words of a text; the pattern is asked only where signs stand beside letters."""
    between_blanks = set(low.split())
    odd = [word for word in between_blanks if not word.isalnum()]
    return frozenset(between_blanks.difference(odd)).union(_SYLLABLE.findall(" ".join(odd)))


def _sentences(plain: Plain, low: str) -> Iterator[Sentence]:
    """Line by line: a line that is no item may lead to those below it."""
    heading = colon = ""
    start = 0
    while start <= len(low):
        stop = low.find("\n", start)
        stop = len(low) if stop < 0 else stop
        line = low[start:stop]
        if line.strip():
            is_item = _ITEM.match(line) is not None
            if not is_item:
                heading, colon = _leads(plain.text[start:stop], line, heading)
            lead = f"{heading} {colon}".strip()
            for first, last in _cut(plain, start, stop):
                yield Sentence(first, last, plain.text[first:last], low[first:last], lead, is_item)
        start = stop + 1


def _leads(text: str, line: str, heading: str) -> tuple[str, str]:
    """The heading and the leading line that hold below this line, which is no item."""
    bare = text.strip()
    if len(bare) <= _LONGEST_LEAD and (_LEADING.match(line) or (bare.isupper() and len(bare) > 5)):
        return line, ""
    return heading, line[-_LONGEST_LEAD:] if bare.endswith(":") else ""


def _cut(plain: Plain, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line, none beyond measure; no stop stands behind an initial: «bà H.T.M. Hoàng»."""
    first = start
    ends = plain.stops[bisect_left(plain.stops, start + 1) : bisect_left(plain.stops, stop)]
    for end in (*ends, stop):
        if end < stop and _INITIAL.search(plain.text, max(first, end - 7), end):
            continue
        while end - first > _LONGEST:
            part = plain.text.rfind(" ", first + 1, first + _LONGEST)
            part = part if part > first else first + _LONGEST
            yield first, part
            first = part
        if first < end:
            yield first, end
        first = end


def words_in(kind: Kind, said: Said) -> list[str]:
    """Those of its words that a text holds, perhaps inside of others."""
    return said.spoken.get(kind.row.kind, [])


def spots(kind: Kind, said: Said, low: str) -> list[tuple[int, int]]:
    """Where the words of a kind stand in `low`, a part of what is said, as whole words."""
    found = []
    for phrase in words_in(kind, said):
        at = low.find(phrase)
        while at >= 0:
            stop = at + len(phrase)
            if not (low[at - 1 : at].isalnum() or low[stop : stop + 1].isalnum()):
                found.append((at, stop))
            at = low.find(phrase, stop)
    return sorted(found)


def _spoken(low: str, syllables: frozenset[str], kinds: Kinds) -> Mapping[str, list[str]]:
    """By kind, those of its words that a text holds: much cheaper than their patterns."""
    spoken: dict[str, list[str]] = {}
    for syllable in syllables & kinds.by_syllable.keys():
        for phrase, needed, names in kinds.by_syllable[syllable]:
            if needed <= syllables and phrase in low:
                for name in names:
                    spoken.setdefault(name, []).append(phrase)
    return spoken


def finding(kind: Kind, said: Said, span: tuple[int, int], words: tuple[int, int] | None = None) -> Sensitive:
    """What is of `kind` at `span`; `words` where its words begin and end, when that is more."""
    start, stop = span
    first, last = (min(start, words[0]), max(stop, words[1])) if words else span
    return Sensitive(start, stop, kind.row, said.text[start:stop].strip(), said.text[first:last].strip())
