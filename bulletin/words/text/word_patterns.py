r"""Regular expressions from rows of words, in which a blank is a blank, so that long lists can be read.

Every pattern that these functions make or change may stand in a verbose pattern and outside of one.
"""

from __future__ import annotations

import re

_BLANK = re.compile(r"(?<!\\)[ #]")  # what re.VERBOSE would drop


def in_verbose(piece: str) -> str:
    r"""`piece` of a pattern with its blanks escaped: «(?:chủ|chúa) nhật» → «(?:chủ|chúa)\ nhật»."""
    return _BLANK.sub(r"\\\g<0>", piece)


def any_of(*rows: str) -> str:
    r"""Rows of alternatives as one group: ("hủy|hoãn", "bãi bỏ") → «(?:hủy|hoãn|bãi\ bỏ)»."""
    return f"(?:{in_verbose('|'.join(rows))})"


def whole_words(*rows: str) -> re.Pattern[str]:
    """Rows of alternatives that neither begin nor end inside a word: «hạn» is not in «hạnh»."""
    return re.compile(rf"(?<!\w){any_of(*rows)}(?!\w)")
