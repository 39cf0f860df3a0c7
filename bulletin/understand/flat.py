"""Words of the source without marks and line ends, with the way back: «**từ ngày 29/4** đến\\nhết» is one phrase."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from bulletin.understand.symbols import plain

_LONGEST = 400  # signs of a sentence that are looked at on each side
_END = "\x1f"  # a line end while it is not known whether it ends what is said
_NO_LINE = _END + _END
_GAP = re.compile(rf" [ {_END}]+|{_END}[ {_END}]*")
_BLANKS = re.compile("  +")
_ITEM = re.compile(r"[-+*•#>|]|[0-9a-zđ]{1,2}[.)] ")
_SHORT_LINE = 60
_MARKS = "*_`|"
_ADDRESS = re.compile(r"\]\([^()\s]{0,400}\)?|https?://[^\s)]{1,400}")
# What stands before a stop is asked after it, so that the search skips all other signs.
_STOP = re.compile(r"[.!?…;\n](?:(?<=\n)|(?<=[\wà-ỹ)%”\"].) ?/?\.?(?= [“\"(+-]?[A-ZĐÀ-Ỹ0-9]))")


Cues = tuple[tuple[str, str], ...]


def cues(*words: str) -> Cues:
    """Words to look for, each with its rarest letter: of Vietnamese letters those with two marks stand last."""
    return tuple((max(word), word) for word in words)


class Flat(NamedTuple):
    """Text with single blanks; a line end is one that ends what is said. `low` is the same in lower case."""

    text: str
    low: str
    at_text: list[int]
    at_joined: list[int]  # where in the joined paragraphs each of `at_text` stands
    joined: list[int]  # where in them each paragraph begins
    at_source: list[int]  # and where in the source

    def back(self, at: int) -> int:
        """Where in the source text[at] stands."""
        i = bisect_right(self.at_text, at) - 1
        at += self.at_joined[i] - self.at_text[i]
        i = bisect_right(self.joined, at) - 1
        return self.at_source[i] + at - self.joined[i]

    def forth(self, at: int) -> int:
        """Where source[at] stands, which is in one of the paragraphs and no blank."""
        i = bisect_right(self.at_source, at) - 1
        at += self.joined[i] - self.at_source[i]
        i = bisect_right(self.at_joined, at) - 1
        return self.at_text[i] + at - self.at_joined[i]

    def matches(self, pattern: re.Pattern[str], begins: Cues) -> list[re.Match[str]]:
        """What pattern.finditer would find, for a pattern that begins with one of the words of `begins`.

        Plain words are found many times faster than a pattern is tried at every sign, a single letter faster still.
        """
        low = self.low
        starts = []
        for sign, cue in begins:
            at = low.find(cue) if sign in low else -1
            while at >= 0:
                starts.append(at)
                at = low.find(cue, at + 1)
        if len(begins) > 1:
            starts.sort()
        found = []
        first = 0
        for at in starts:
            if at >= first and (m := pattern.match(low, at)):
                found.append(m)
                first = m.end()
        return found

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around text[start:end], or of what is near."""
        low, high = max(0, start - _LONGEST), min(len(self.text), end + _LONGEST)
        for m in _STOP.finditer(self.text, low, start):
            low = m.end()
        stop = _STOP.search(self.text, end, high)
        return low, stop.start() + (stop[0] != "\n") if stop else high


def flatten(source: str, spans: Iterable[tuple[int, int]]) -> Flat:
    """The words of all source[start:end] of `spans`, each in lines of its own."""
    parts: list[str] = []
    joined, at_source = [], []
    length = 0
    for start, end in spans:
        joined.append(length)
        at_source.append(start)
        parts.append(source[start:end])
        length += end - start + 2
    text = "\n\n".join(parts)
    if "://" in text or "](" in text:
        text = _ADDRESS.sub(lambda m: " " * len(m[0]), text)
    bare = text = plain(text.replace("\n", _END))
    for mark in _MARKS:
        bare = bare.replace(mark, " ")
    pieces: list[str] = []
    at_text, at_joined = [0], [0]
    done = length = 0
    ends = _END in bare
    for gap in (_GAP if ends else _BLANKS).finditer(bare):
        low, high = gap.span()
        said = gap[0]
        hard = ends and _END in said and (_NO_LINE in said or _hard(text, low, high))
        pieces += (bare[done:low], "\n" if hard else " ")
        length += low - done + 1
        at_text.append(length)
        at_joined.append(high)
        done = high
    pieces.append(bare[done:])
    flat = "".join(pieces)
    low_flat = flat.lower()
    return Flat(flat, low_flat if len(low_flat) == len(flat) else flat, at_text, at_joined, joined, at_source)


def paragraph(source: str, start: int, end: int) -> tuple[int, int]:
    """The lines around source[start:end], with those before and after that go on with them."""
    first, last = source.rfind("\n", 0, start) + 1, source.find("\n", end)
    last = len(source) if last < 0 else last
    while first and start - first < _LONGEST and not _hard(source, first - 1, first, "\n"):
        first = source.rfind("\n", 0, first - 1) + 1
    while last < len(source) and last - end < _LONGEST and not _hard(source, last, last + 1, "\n"):
        after = source.find("\n", last + 1)
        last = len(source) if after < 0 else after
    return first, last


def _hard(text: str, start: int, end: int, sign: str = _END) -> bool:
    """Whether the line end in text[start:end] ends what is said: before an item or an empty line, after a full stop or
    colon, and where a short line ends before a capital."""
    if text.startswith(sign, end):
        return True
    after = text[end : end + 80].lstrip(" ")
    if not after or after[0] == sign or text.count(sign, start, end) > 1 or _ITEM.match(after):
        return True
    before = text[max(0, start - 1) : start]
    if before in (".", ":", ";", "!", "?", sign, ""):
        return True
    return after[0].isupper() and start - text.rfind(sign, 0, start) < _SHORT_LINE
