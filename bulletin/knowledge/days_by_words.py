"""Anniversaries by what their names say: «quân đội» → the founding of the army, whatever letters its id has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise
from math import log

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


def _ranked(asked: str, rows: tuple[Anniversary, ...], words_of: Callable[[str], list[str]]) -> tuple[Anniversary, ...]:
    words = words_of(asked)
    if not words:
        return ()
    texts = [tuple(words_of(text) for text in (row.name, *row.also, row.id)) for row in rows]
    spread = Counter(word for names in texts for word in {word for name in names for word in name})
    weight = {word: log((len(rows) + 1) / (spread[word] + 0.5)) for word in set(words)}
    whole = sum(weight.values())
    telling = {word for word in weight if 0 < spread[word] <= _RARE and len(word) >= _LONG}
    found, near = [], []
    for row, names in zip(rows, texts, strict=True):
        known = {word for name in names for word in name}
        share = sum(weight[word] for word in weight if word in known) / whole
        beside = len({pair for name in names for pair in pairwise(name)} & set(pairwise(words)))
        if share >= _ENOUGH:
            found.append((-share, -beside, len(names[0]), row))
        elif known & telling and len(known & weight.keys()) * 2 >= len(weight):
            near.append((-share, -beside, len(names[0]), row))
    found = found or near
    found.sort(key=lambda one: one[:3])
    best = [row for share, *_, row in found if share == found[0][0] or found[0][0] > -1]
    return tuple(best)
