"""A text as its errata correct it, to be read by machine or told in other words; the signed text itself stays."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.words.text.fold import MARKS, printed

# What an erratum says stands in the text, and what it should be.
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """`text` with the right words; `pieces` are (start in it, start in the original, whether these are new words)."""

    text: str
    pieces: tuple[tuple[int, int, bool], ...]

    def back(self, at: int) -> int:
        """Where text[at] stands in the original; of new words, where the wrong ones begin."""
        start, original, is_new = self.pieces[bisect(self.pieces, at, key=lambda piece: piece[0]) - 1]
        return original if is_new else original + at - start


def corrected(text: str, errata: Pairs) -> Corrected:
    """Every place where a pair's first words stand has its second ones, found as check/notice.py finds them: white
    space folded, Markdown's marks aside; but whole words and figures only: «5/5» is not in «15/5».

    What one erratum has put in, no other takes away; of two that overlap, the earlier place, then the longer words.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int, bool]] = [(0, 0, False)]
    done, length = 0, 0
    for start, end, should in sorted(_places(text, errata), key=lambda place: (place[0], -place[1])):
        if start < done:
            continue
        parts += (text[done:start], should)
        length += start - done
        pieces.append((length, start, True))
        length += len(should)
        pieces.append((length, end, False))
        done = end
    return Corrected(text="".join((*parts, text[done:])), pieces=tuple(pieces))


def corrected_words(text: str, errata: Pairs) -> str:
    """The same where only the words are wanted."""
    return corrected(text, errata).text if errata and text else text


def _places(text: str, errata: Pairs) -> Iterator[tuple[int, int, str]]:
    folded, offsets = _folded(text)
    for says, should in errata:
        words = printed(says)
        start = folded.find(words) if words else -1
        while start >= 0:
            end = start + len(words)
            if _is_whole(folded, start, end):
                yield offsets[start], offsets[end - 1] + 1, should
            start = folded.find(words, start + 1)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as `printed` gives it, and the offset in `text` of each of its characters."""
    characters: list[str] = []
    offsets: list[int] = []
    for i, character in enumerate(text):
        if character in MARKS:
            continue
        if not character.isspace():
            characters.append(character)
        elif characters and characters[-1] != " ":
            characters.append(" ")
        else:
            continue
        offsets.append(i)
    return "".join(characters), offsets


def _is_whole(folded: str, start: int, end: int) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    cut = (before.isalnum() and folded[start].isalnum()) or (after.isalnum() and folded[end - 1].isalnum())
    return not cut
