"""Which kind of place words begin with, and of what level that is."""

from __future__ import annotations

import re

from bulletin.model.issuer import Level
from bulletin.words.papers.administrative_units import KINDS
from bulletin.words.text.fold import fold

_KIND = re.compile(rf"(?:{'|'.join(fold(kind) for kind in sorted(KINDS, key=len, reverse=True))})(?!\w)")
_LEVEL_OF = {fold(kind): level for kind, level in KINDS.items()}


def kind_at(folded: str) -> str:
    """The kind of place with which folded words begin: «dac khu thu dao» → «dac khu», else ""."""
    match = _KIND.match(folded)
    return match[0] if match else ""


def level_of(folded: str) -> Level | None:
    """«dac khu thu dao» → commune; None where no place begins."""
    return _LEVEL_OF.get(kind_at(folded))
