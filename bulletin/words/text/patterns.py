"""Long regular expressions of Vietnamese words, laid out over lines with their clauses explained.

`re.VERBOSE` alone would ask for a backslash before each blank of «không quá ngày». Here one blank between two signs of
a line is a blank of the text; the indentation and the end of a line are layout, and so are two blanks or more, as
before the `#` of a comment. A blank at the end or at the beginning of a line is written `[ ]`.
"""

from __future__ import annotations

import re

_BLANK_OF_THE_TEXT = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
_BARE_BLANK = re.compile(r"(?<!\\) ")


def verbose(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled `pattern`, in which single blanks count.

    «(?:chậm|muộn) nhất» on one line and «(?: là| vào)?  # by when» on the next match «muộn nhất vào».
    """
    return re.compile(_BLANK_OF_THE_TEXT.sub(r"\\ ", pattern), flags | re.VERBOSE)


def spaced(pattern: str) -> str:
    r"""A pattern whose blanks are meant, to be put into a verbose one: «âm lịch|âl» → «âm\ lịch|âl»."""
    return _BARE_BLANK.sub(r"\\ ", pattern)


def any_of(*rows: str) -> str:
    r"""Rows of alternatives as one group for any pattern: ("hủy|hoãn", "bãi bỏ") → «(?:hủy|hoãn|bãi\ bỏ)»."""
    return f"(?:{spaced('|'.join(rows))})"


def whole_words(*rows: str) -> re.Pattern[str]:
    """Rows of alternatives that neither begin nor end inside a word: «hạn» is not in «hạnh»."""
    return re.compile(rf"(?<!\w){any_of(*rows)}(?!\w)")
