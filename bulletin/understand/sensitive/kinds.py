"""The rows of `knowledge/sensitive.yml` laid out for reading: each kind with its words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bulletin.model.sensitive import SensitiveKind
from bulletin.understand.sensitive.tones import tones

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """A row with its words: `phrases` as they stand in a text, each behind its longest syllable; `words` and `unless`
    as patterns of them."""

    row: SensitiveKind
    phrases: tuple[tuple[str, str], ...]
    words: re.Pattern[str]
    unless: re.Pattern[str]


Kinds = dict[str, Kind]


def kinds_of(rows: Iterable[SensitiveKind]) -> Kinds:
    """All kinds by their names, in the order of their table: the graver first."""
    return {row.kind: _kind(row) for row in rows}


def _kind(row: SensitiveKind) -> Kind:
    phrases = tuple(tones(word) for word in row.words)
    by_syllable = tuple((max(re.findall(r"\w+", phrase), key=len), phrase) for phrase in phrases)
    return Kind(row=row, phrases=by_syllable, words=_any(phrases), unless=_any([tones(word) for word in row.unless]))


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else _NEVER
