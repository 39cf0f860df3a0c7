"""The values that come out of a body: each candidate with its audience, its evidence and its place."""

from __future__ import annotations

from functools import cached_property

from bulletin.model.deadline import Audience, Change, Deadline
from bulletin.understand.deadlines.audience import audience, of_the_whole
from bulletin.understand.deadlines.candidates import Cancelled, Candidate
from bulletin.understand.deadlines.place_and_part import PlacesAndParts
from bulletin.understand.deadlines.sentences import CELL, Plain
from bulletin.understand.deadlines.surroundings import Surroundings
from bulletin.understand.text.lines import Lines

_SHOWN = 160  # characters of evidence on each side


class DeadlineValues:
    """Makes the values of one body."""

    def __init__(self, text: Plain, surroundings: Surroundings, lines: Lines) -> None:
        self.text, self.surroundings, self.lines = text, surroundings, lines
        self._places = PlacesAndParts(text)

    def deadline(self, candidate: Candidate) -> Deadline:
        """What pages or the editor are told of `candidate`."""
        start, end = self._trimmed(candidate.start, candidate.end)
        by = candidate.last if candidate.kind == "deadline" else None
        beside = self._places.beside(start, end, is_due=by is not None)
        return Deadline(
            kind=candidate.kind,
            starts_on=None if by else candidate.first,
            ends_on=None if by else candidate.last,
            by=by,
            rrule=candidate.rrule,
            excluded=candidate.excluded,
            audience=self._audience(start, end, candidate.anchor),
            sentence=self._evidence(start, end),
            place=self.lines.at(self.text.back(start)),
            guessed=candidate.guessed,
            hours=candidate.hours,
            clock=candidate.clock,
            lunar=candidate.lunar,
            doubt=candidate.doubt,
            where=beside.where,
            part=beside.part,
        )

    def change(self, cancelled: Cancelled) -> Change:
        """What is told of a time that no longer holds."""
        start, end = self._trimmed(cancelled.start, cancelled.end)
        return Change(
            was=cancelled.was,
            now=cancelled.now,
            kind=cancelled.kind,
            sentence=self._evidence(start, end),
            place=self.lines.at(self.text.back(start)),
        )

    def _audience(self, start: int, end: int, anchor: int) -> Audience:
        """Whose text[start:end] is, by the sentence around it or, when that is another one, around `anchor`."""
        begin, stop = self.text.sentence(start, end)
        if anchor >= 0 and not begin <= anchor < stop:
            start = end = anchor
            begin, stop = self.text.sentence(anchor, anchor + 1)
        low = self.text.low
        return audience(low[begin:start], low[end:stop], self.surroundings.lead(start)) or self._of_the_whole

    @cached_property
    def _of_the_whole(self) -> Audience:
        return of_the_whole(self.text.low)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without the marks at both ends, but with a bracket that closes one inside."""
        text = self.text.text
        while start < end and text[start] in "-+•*\n (,;:¦":
            start += 1
        while end > start and text[end - 1] in " :,(;¦":
            end -= 1
        if text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end):
            end += 1
        return start, end

    def _evidence(self, start: int, end: int) -> tuple[str, str, str]:
        """The words before, the phrase, the words behind, as far as its sentence goes."""
        before, phrase, behind = self._cut(start, end)
        return before.replace(CELL, "; "), phrase.replace(CELL, "; "), behind.rstrip(" ¦").replace(CELL, "; ")

    def _cut(self, start: int, end: int) -> tuple[str, str, str]:
        """The same with the cells of rows as they are, shortened at a blank."""
        text = self.text.text
        begin, stop = self.text.sentence(start, end)
        near, far = max(begin, start - _SHOWN), min(stop, end + _SHOWN)
        before = text[near:start].lstrip("-+•#> \n")
        behind = text[end:far].rstrip()
        if near > begin:
            before = "…" + before.partition(" ")[2]
        if far < stop:
            behind = behind.rpartition(" ")[0] + "…"
        return before, text[start:end].replace("\n", " "), behind
