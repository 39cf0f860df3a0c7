"""What the rules have taken from a paper, piece by piece, and what for: the ledger holds it against the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# `field`: some of its words are the value of a key; `furniture`: on every paper; `told`: quoted in the report.
For = Literal["field", "furniture", "told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Words of the paper as they stand there; `key` is the key that they went to, "" else."""

    text: str
    place: str
    what: For
    key: str = ""
