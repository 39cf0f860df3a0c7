"""The words around a time: its sentence, and the lines that lead to its own."""

from __future__ import annotations

import re
from functools import partial

from bulletin.understand.deadlines.around import Around
from bulletin.understand.deadlines.sentences import Plain
from bulletin.words.dates.phrase import Phrase

_LEAD_LINES, _LEAD_ROOM, _LEAD_MOST = 14, 1400, 3  # lines and characters above that are looked at, lines that lead
_TITLE_LINE = 90  # characters of a heading at most
_ITEM = re.compile(r"[^\w\n]{0,4}(?:[-+•*▪➢✓👉✅⏰→]|[0-9]{1,2}[.)/] ?|[a-zđ][.)] )")
_WORD = re.compile(r"\w")


class Surroundings:
    """The sentences and lines of one body; the lines that lead to one are found once."""

    def __init__(self, text: Plain) -> None:
        self.text, self.low = text, text.low
        self._leads: dict[int, str] = {}  # by the offset at which the line begins

    def around(
        self, start: int, end: int, frame_start: int, *, heads_items: bool = False, is_target: bool = False
    ) -> Around:
        """What stands around the time at low[start:end], the words of whose frame begin at `frame_start`."""
        begin, stop = self.text.sentence(start, end)
        return Around(
            before=self.low[begin:start],
            before_frame=self.low[begin:frame_start],
            behind=self.low[end:stop],
            sentence=self.low[begin:stop],
            lead=partial(self.lead, start),
            item=bool(_ITEM.match(self.low, self.text.line(start)[0])),
            heads_items=heads_items,
            is_target=is_target,
        )

    def lead(self, start: int) -> str:
        """The lines that lead to the one of low[start]: those above that end with a colon, or look like headings."""
        line_start = self.text.line(start)[0]
        if line_start not in self._leads:
            self._leads[line_start] = self._lines_above(line_start)
        return self._leads[line_start]

    def _lines_above(self, line_start: int) -> str:
        leads: list[str] = []
        end = line_start - 1
        for _ in range(_LEAD_LINES):
            if end <= 0 or line_start - end > _LEAD_ROOM or len(leads) == _LEAD_MOST:
                break
            begin = self.low.rfind("\n", 0, end) + 1
            line = self.low[begin:end].strip()
            end = begin - 1
            if line.endswith(":") or line.startswith("#") or (0 < len(line) < _TITLE_LINE and line[-1] not in ".;,"):
                leads.append(line)
        return "\n".join(reversed(leads))

    def heads_items(self, phrase: Phrase) -> bool:
        """Whether the day has a line of its own with items below: «Ngày thứ sáu 24-4-2026» «- 7h00: khai mạc»."""
        begin, end = self.text.line(phrase.start)
        alone = not _WORD.search(self.low, begin, phrase.start) and not _WORD.search(self.low, phrase.end, end)
        return alone and bool(_ITEM.match(self.low, end + 1))
