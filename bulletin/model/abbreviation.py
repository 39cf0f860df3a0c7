"""Abbreviations: what a row says of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "symbol", "code", "signature"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """One row of `abbreviations.yml`. `ambiguous` are other readings, `sure` the phrases in which this one is
    meant all the same; a «symbol» stands only inside numbers."""

    code: str
    means: str
    kind: Kind
    also: tuple[str, ...]
    ambiguous: tuple[str, ...]
    sure: tuple[str, ...]
    since: date | None
    until: date | None
    examples: tuple[str, ...]
    unlike: tuple[str, ...]
    sources: tuple[str, ...]
    verified: bool
