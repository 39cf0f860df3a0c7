"""Anniversaries by what their names say: «quân đội» → the founding of the army, whatever letters its id has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from bulletin.model.anniversary import Anniversary
from bulletin.words.dates.yearly import parse_yearly
from bulletin.words.text.fold import fold

_WORD = re.compile(r"\w+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# So much of what is asked for, weighed by how rare its words are, makes a row worth naming.
_ENOUGH = 0.5
_RARE, _LONG = 2, 3
_A_DAY = re.compile(r"(?:ngay[ -])?([0-9]{1,2})[/-]([0-9]{1,2})")


def by_words(asked: str, rows: Iterable[Anniversary]) -> tuple[Anniversary, ...]:
    """The rows of which `asked` tells, best first: words of a name, an alias or an id, or the day («22/12», «8-3»).

    Every word counts by how few rows have it; when some rows have all words, the others are left out. When no row has
    enough of them, one word that hardly another row has is enough: «vua Hùng» → Giỗ Tổ Hùng Vương.
    """
    rows = tuple(rows)
    day = _A_DAY.fullmatch(fold(asked.strip()))
    with suppress(ValueError):
        on = parse_yearly(f"{day[1]}/{day[2]}" if day else asked)
        return tuple(row for row in rows if row.on == on)
    marked = fold(asked) != asked.casefold()
    return (_ranked(asked, rows, _spelt) if marked else ()) or _ranked(asked, rows, _bare)


def _bare(text: str) -> list[str]:
    return _WORD.findall(fold(text).replace("_", " "))


def _spelt(text: str) -> list[str]:
    """The words with their marks; on which letter a tone stands («hoà», «hòa») makes no difference."""
    spread = (unicodedata.normalize("NFD", word) for word in _WORD.findall(text.casefold()))
    return [_TONES.sub("", word) + "".join(_TONES.findall(word)) for word in spread]


class _Candidate(NamedTuple):
    """A row that may be meant: the weight of the asked words that it holds (0 to 1), how many pairs of neighbours it
    shares with the question, and how long its name is, in words."""

    share: float
    pairs: int
    length: int
    row: Anniversary

    @property
    def order(self) -> tuple[float, int, int]:
        return -self.share, -self.pairs, self.length


def _ranked(asked: str, rows: tuple[Anniversary, ...], words_of: Callable[[str], list[str]]) -> tuple[Anniversary, ...]:
    """The rows that hold most of the asked words, the best first; without such those that hold a rare one and half of
    all. `words_of` cuts a text into words, with diacritics or without. A word weighs by how few rows have it."""
    words = words_of(asked)
    if not words:
        return ()
    texts = [tuple(words_of(text) for text in (row.name, *row.also, row.id)) for row in rows]
    counts = Counter(chain.from_iterable(set(chain.from_iterable(names)) for names in texts))
    weights = {word: log((len(rows) + 1) / (counts[word] + 0.5)) for word in set(words)}
    telling = {word for word in weights if 0 < counts[word] <= _RARE and len(word) >= _LONG}
    whole = sum(weights.values())
    enough, near = list[_Candidate](), list[_Candidate]()
    for row, names in zip(rows, texts, strict=True):
        known = set(chain.from_iterable(names))
        share = sum(weight for word, weight in weights.items() if word in known) / whole
        pairs = len(set(pairwise(words)).intersection(*[chain.from_iterable(map(pairwise, names))]))
        candidate = _Candidate(share, pairs, len(names[0]), row)
        if share >= _ENOUGH:
            enough.append(candidate)
        elif known & telling and len(known & weights.keys()) * 2 >= len(weights):
            near.append(candidate)
    return _best(enough or near)


def _best(candidates: list[_Candidate]) -> tuple[Anniversary, ...]:
    """In their order; where one holds all that was asked, only those that do."""
    ranked = sorted(candidates, key=lambda candidate: candidate.order)
    whole = bool(ranked) and ranked[0].share >= 1
    return tuple(candidate.row for candidate in ranked if not whole or candidate.share == ranked[0].share)
