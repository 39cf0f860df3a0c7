"""Where what was read of a text stands in its source: offsets to line and column."""

from __future__ import annotations

import re
from bisect import bisect

from bulletin.model.place import Place
from bulletin.words.text.corrected import Corrected

_MARKS = r"(?:[*_\\\s\u00a0]|<br ?/?>)*"  # what may be typed between two characters of a word


class Lines:
    """The lines of a source text: `body`, whose first line is line `first_line` of the file `path`."""

    def __init__(self, body: str, first_line: int, path: str) -> None:
        self.body, self.first_line, self.path = body, first_line, path
        self.starts: list[int] = []

    def at(self, offset: int) -> Place:
        """The place of body[offset]."""
        if not self.starts:
            self.starts = [0, *(m.end() for m in re.finditer("\n", self.body))]
        line = bisect(self.starts, offset) - 1
        return Place(path=self.path, line=self.first_line + line, col=offset - self.starts[line] + 1)


class InOrder:
    """Where in the source stands what was read of it, for one walk over the text in its order: each search begins
    behind what was found before, since the library keeps no offsets.

    What a note says may stand further up in the source: of a text that is not found behind, the next one not yet found
    is taken. What is written otherwise there is not found at all.
    """

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._offset = 0  # where the next search begins
        self._last: dict[str, int] = {}  # where each text was found last

    def place(self, text: str, skip: int = 0) -> Place:
        """The place of text[skip:] as it is typed; the first line of the body when it is not found."""
        body, not_yet = self._lines.body, self._last.get(text, -1) + 1
        found = body.find(text, max(not_yet, self._offset)) if text else -1
        if found < 0 and self._offset > not_yet:
            found = body.find(text, not_yet)
        if found < 0:
            return self._lines.at(0)
        self._last[text] = self._offset = found
        return self._lines.at(found + skip)

    def span(self, words: str) -> tuple[int, int] | None:
        """(start, stop) of words as a page shows them; marks may be typed inside: «**595**-CV/QU». Never goes back."""
        start = self._lines.body.find(words, self._offset)
        stop = start + len(words)
        if start < 0:
            between = _MARKS.join(map(re.escape, "".join(words.split()))).replace(r"\&", "&(?:amp;)?")
            occurrence = re.compile(between).search(self._lines.body, self._offset)
            if occurrence is None:
                return None
            start, stop = occurrence.span()
        self._offset = start + 1
        return start, stop

    @property
    def here(self) -> Place:
        """Where the next search begins: the best that can be told of what is not found."""
        return self._lines.at(self._offset)


class CorrectedLines(Lines):
    """The places of a text that is read with its errata: where in the text as it was signed."""

    def __init__(self, right: Corrected, signed: Lines) -> None:
        super().__init__(right.text, signed.first_line, signed.path)
        self.right, self.signed = right, signed

    def at(self, offset: int) -> Place:
        """The place in the signed text of what stands at body[offset]."""
        return self.signed.at(self.right.back(offset))
