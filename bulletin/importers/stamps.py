"""Stamps that programs for electronic signatures print into a PDF: who signed when, with an address. The paper says it
by itself, so they are left out of draft and report, and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bulletin.importers.taken import Taken
from bulletin.knowledge.letterhead import Letterhead
from bulletin.model.paper import Block, Box, Line, lines_of

_SIGNS = re.compile(
    r"""
    [0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4},?\s{1,3}[0-9]{1,2}:[0-9]{2}   # 06.11.2024 09:27:05
    | [0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2},?\s{1,3}[0-9]{1,2}:[0-9]{2}
    | \+07[:'’]?00
    | [\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,60}
    """,
    re.VERBOSE,
)
_LONGEST = 12  # lines


def without_stamps(blocks: Sequence[Block], marks: Letterhead) -> tuple[tuple[Block, ...], tuple[Taken, ...], int]:
    """(the other blocks, what the stamps said, how many there are)."""
    stamps = [block for block in blocks if isinstance(block, Box) and _is_stamp(list(lines_of([block])), marks)]
    taken = tuple(
        Taken(text=line.full_text, place=line.place, what="furniture")
        for line in lines_of(stamps)
        if line.full_text.strip()
    )
    return tuple(block for block in blocks if not _one_of(block, stamps)), taken, len(stamps)


def _is_stamp(lines: Sequence[Line], marks: Letterhead) -> bool:
    filled = [line.full_text.strip() for line in lines if line.full_text.strip()]
    signs = any(_SIGNS.search(text) or marks.e_signature(text) for text in filled)
    return signs and len(filled) <= _LONGEST


def _one_of(block: Block, some: Iterable[Block]) -> bool:
    return any(block is other for other in some)
