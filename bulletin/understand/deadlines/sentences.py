"""A body as plain sentences, and the way from an offset in them back to its source."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

_LONGEST = 400  # characters of a sentence that are looked at on each side
CELL = " ¦ "  # between the cells of a row; printed as a semicolon


class Plain(NamedTuple):
    """Text with single blanks; a line end is one that ends what is said. `low` is the same in lower case.

    `stops` are the bounds of sentences. The rest are offsets at which runs begin that are the same on both sides: from
    `text` to the text with its rows laid out (`at_plain`, `at_laid`), and from that to the source (`laid`,
    `at_source`).
    """

    text: str
    low: str
    stops: list[int]
    at_plain: list[int]
    at_laid: list[int]
    laid: list[int]
    at_source: list[int]

    def back(self, offset: int) -> int:
        """Where in the source text[offset] stands."""
        run = bisect_right(self.at_plain, offset) - 1
        offset += self.at_laid[run] - self.at_plain[run]
        run = bisect_right(self.laid, offset) - 1
        return self.at_source[run] + offset - self.laid[run]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around text[start:end], or of what is near."""
        first = bisect_right(self.stops, start) - 1
        last = bisect_right(self.stops, max(start, end - 1))
        begin = self.stops[first] if first >= 0 else 0
        stop = self.stops[last] if last < len(self.stops) else len(self.text)
        return max(begin, start - _LONGEST), min(stop, end + _LONGEST)

    def line(self, offset: int) -> tuple[int, int]:
        """The bounds of the line around text[offset]."""
        end = self.low.find("\n", offset)
        return self.low.rfind("\n", 0, offset) + 1, len(self.low) if end < 0 else end
