"""Words of residents: what a row says of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["thing", "question", "common"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """One row of `synonyms.yml`. Whoever types a phrase of `same` or of `asked` finds what says one of `same`; `unless`
    are longer phrases in which such a one means something else. A «question» says nothing of what is sought; what is
    «common» stands in half of all notices, so that it decides nothing beside other words."""

    same: tuple[str, ...]
    asked: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kind: Kind = "thing"
    examples: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    sources: tuple[str, ...]
    verified: bool
