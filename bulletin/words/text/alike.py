"""Whether two texts tell the same thing."""

from __future__ import annotations

import re
from itertools import pairwise

# So large a share of the shorter one's pairs of neighbouring words makes them one.
_ALIKE = 0.7
_WORD = re.compile(r"\w+")


def pairs(text: str) -> frozenset[tuple[str, str]]:
    """Its pairs of neighbouring words."""
    return frozenset(pairwise(_WORD.findall(text.casefold())))


def alike(text: str, other: str) -> bool:
    """Whether most of the shorter text stands in the longer."""
    few, many = sorted((pairs(text), pairs(other)), key=len)
    return len(few & many) >= _ALIKE * len(few)
