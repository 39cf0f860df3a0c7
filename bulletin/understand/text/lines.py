"""Where what was read of a text stands in its source: offsets to line and column."""

from __future__ import annotations

import re
from bisect import bisect

from bulletin.model.place import Place
from bulletin.words.text.corrected import Corrected


class Lines:
    """Finds the line on which the n-th use of a text stands; the tree itself knows no lines."""

    def __init__(self, body: str, first_line: int, path: str) -> None:
        self.body, self.first_line, self.path = body, first_line, path
        self.last: dict[str, int] = {}
        self.starts: list[int] = []

    def place(self, text: str, skip: int = 0, after: int = 0) -> Place:
        """The next place of text[skip:]; the first line of the body when it is written otherwise there.

        `after`: where the one before it in the text was found, so that many are not each sought from the beginning.
        """
        last = self.last.get(text, -1) + 1
        at = self.body.find(text, max(last, after)) if text else -1
        if at < 0 and after > last:
            at = self.body.find(text, last)
        if at < 0:
            return Place(path=self.path, line=self.first_line, col=1)
        self.last[text] = at
        return self.at(at + skip)

    def at(self, at: int) -> Place:
        """The place of body[at]."""
        if not self.starts:
            self.starts = [0, *(m.end() for m in re.finditer("\n", self.body))]
        line = bisect(self.starts, at) - 1
        return Place(path=self.path, line=self.first_line + line, col=at - self.starts[line] + 1)


class CorrectedLines(Lines):
    """The places of a text that is read with its errata: where in the text as it was signed."""

    def __init__(self, right: Corrected, signed: Lines) -> None:
        super().__init__(right.text, signed.first_line, signed.path)
        self.right, self.signed = right, signed

    def at(self, at: int) -> Place:
        """The place in the signed text of what stands at body[at]."""
        return self.signed.at(self.right.back(at))
