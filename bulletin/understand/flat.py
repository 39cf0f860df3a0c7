"""Words of the source without marks and line ends, with the way back: «**từ ngày 29/4** đến\\nhết» is one phrase."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from bulletin.understand.symbols import plain

_LONGEST = 400  # signs of a sentence that are looked at on each side
_END = "\x1f"  # a line end while it is not known whether it ends what is said
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
    at_source: list[int]
    look: tuple[int, int]  # the part in which times to act are looked for

    def back(self, at: int) -> int:
        """Where in the source text[at] stands."""
        i = bisect_right(self.at_text, at) - 1
        return self.at_source[i] + at - self.at_text[i]

    def matches(self, pattern: re.Pattern[str], begins: Cues) -> list[re.Match[str]]:
        """What pattern.finditer would find where we look, for a pattern that begins with one of the words of `begins`.

        Plain words are found many times faster than a pattern is tried at every sign, a single letter faster still.
        """
        low, (first, last) = self.low, self.look
        starts = []
        for sign, cue in begins:
            at = low.find(cue, first, last) if sign in low else -1
            while at >= 0:
                starts.append(at)
                at = low.find(cue, at + 1, last)
        found = []
        for at in sorted(starts):
            if at >= first and (m := pattern.match(low, at, last)):
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


def flatten(source: str, lower: str, start: int, end: int, first: int, last: int) -> Flat:
    """The words of source[start:end], in `lower` in lower case; what stands in source[first:last] is looked at."""
    said = text = source[start:end]
    if "://" in text or "](" in text:
        text = _ADDRESS.sub(lambda m: " " * len(m[0]), text)
    text = plain(text.replace("\n", _END))
    bare = text
    for mark in _MARKS:
        bare = bare.replace(mark, " ")
    look = max(0, first - start), min(len(text), last - start)
    if bare == said and lower is not source and "  " not in bare and _END not in bare:
        return Flat(bare, lower[start:end], [0], [start], look)
    pieces: list[str] = []
    at_text, at_source = [0], [start]
    done = length = 0
    ends = _END in bare
    for gap in (_GAP if ends else _BLANKS).finditer(bare):
        low, high = gap.span()
        pieces += (bare[done:low], "\n" if ends and _END in bare[low:high] and _hard(text, low, high) else " ")
        length += low - done + 1
        at_text.append(length)
        at_source.append(start + high)
        done = high
    pieces.append(bare[done:])
    flat = "".join(pieces)
    low_flat = flat.lower()
    # No blank is added, so a place moves to the front only.
    look = max(0, look[0] - (len(text) - len(flat))), min(len(flat), last - start)
    return Flat(flat, low_flat if len(low_flat) == len(flat) else flat, at_text, at_source, look)


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
