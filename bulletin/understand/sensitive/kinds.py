"""The rows of `knowledge/sensitive.yml` laid out for reading: each kind with its words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bulletin.model.sensitive import SensitiveKind
from bulletin.understand.sensitive.tones import tones

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """A row with its `unless` as a pattern."""

    row: SensitiveKind
    unless: re.Pattern[str]


class Phrase(NamedTuple):
    """A phrase, its syllables and the kinds whose word it is."""

    text: str
    syllables: frozenset[str]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kinds:
    """All kinds by their names, and the phrases behind their longest syllable: most texts hold few of these."""

    by_name: Mapping[str, Kind]
    by_syllable: Mapping[str, tuple[Phrase, ...]]

    def __getitem__(self, name: str) -> Kind:
        return self.by_name[name]


def kinds_of(rows: Iterable[SensitiveKind]) -> Kinds:
    """The rows laid out."""
    by_name: dict[str, Kind] = {}
    whose: dict[str, tuple[str, ...]] = {}
    for row in rows:
        words = [tones(word) for word in row.words]
        by_name[row.kind] = Kind(row=row, unless=_any([tones(word) for word in row.unless]))
        whose |= {word: (*whose.get(word, ()), row.kind) for word in words}
    by_syllable: dict[str, tuple[Phrase, ...]] = {}
    for word, names in whose.items():
        syllables = re.findall(r"\w+", word)
        syllable = max(syllables, key=len)
        by_syllable[syllable] = (*by_syllable.get(syllable, ()), Phrase(word, frozenset(syllables), names))
    return Kinds(by_name=by_name, by_syllable=by_syllable)


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else _NEVER
