"""Lines whose letters are broken: which, how, and what they were."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.words.encoding.legacy_charsets import CHARSETS, Charset, broken_words, converted, mended
from bulletin.words.encoding.mojibake import broken_places, repaired
from bulletin.words.encoding.styled_letters import WORDS, unstyled
from bulletin.words.encoding.syllables import is_syllable

MOJIBAKE, LOST, STYLED = "mojibake", "lost", "styled"
_CHUNK = re.compile(r"\S+")
_ASKED = re.compile(r"[^\W\d_]\?+[^\W\d_]")
_NO_WORD = re.compile(r"[/=@&#<>\\\d_]|www\.")
_TODAY = re.compile("[\u0102-\u1ef9]")
_PIECE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbled:
    """A line and its column, from 0; `kind` is a name above or that of a charset; `right` the line as it was, or ""."""

    line: int
    col: int
    said: str
    kind: str
    sure: bool
    right: str = ""


def garbled(text: str) -> tuple[Garbled, ...]:
    """Every line with a broken word, once. One strange word in a whole text may be a name: it is not `sure`."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    lines = text.split("\n")
    by_line: dict[int, Garbled] = {}
    for kind, places, sure in _kinds(text):
        for at in places:
            line = bisect(starts, at) - 1
            if line not in by_line:
                col = at - starts[line]
                right = _right(kind, lines[line])
                name = kind if isinstance(kind, str) else kind.name
                by_line[line] = Garbled(line=line, col=col, said=lines[line].strip(), kind=name, sure=sure, right=right)
    return tuple(by_line[line] for line in sorted(by_line))


def _kinds(text: str) -> Iterator[tuple[str | Charset, list[int], bool]]:
    if text.isascii() and "?" not in text:
        return
    places = broken_places(text)
    yield MOJIBAKE, places, len(places) > 1
    if not places:
        words = {charset: broken_words(charset, text) for charset in CHARSETS}
        most = max(CHARSETS, key=lambda charset: len(words[charset]))
        yield most, [m.start() for m in words[most]], len({m[0].lower() for m in words[most]}) > 1
    yield LOST, [m.start() for m in re.finditer("\ufffd", text)], True
    asked = [m.start() for m in _CHUNK.finditer(text) if "?" in m[0] and _is_broken(m[0])] if "?" in text else []
    yield LOST, asked, len(asked) > 1
    yield STYLED, [m.start() for m in WORDS.finditer(text)], False


def _right(kind: str | Charset, line: str) -> str:
    if isinstance(kind, Charset):
        # Beside letters of today only the words that are broken are of yesterday.
        return mended(kind, line) if _TODAY.search(line) else converted(kind, line)
    return repaired(line) if kind == MOJIBAKE else unstyled(line) if kind == STYLED else ""


def _is_broken(chunk: str) -> bool:
    """«Th?ng» and «ph??ng»; not «gì?Ai», where only a blank is missing, and no address."""
    return (
        bool(_ASKED.search(chunk)) and not _NO_WORD.search(chunk) and not all(map(is_syllable, _PIECE.findall(chunk)))
    )
