"""Telephone numbers as Vietnamese print them, found in a text."""

from __future__ import annotations

import re
from itertools import pairwise

_LONG = re.compile(
    r"(?<![\w+])(?<![0-9][.:-])"
    r"(?:(?:\(\+84\)|\+84|\(0[0-9]{1,3}\)|0[0-9])(?:[ .-]?[0-9]){7,10}|1[89]00(?:[ .]?[0-9]){4,6})"
    r"(?!\w)(?![.:-][0-9])"
)
# Which of them can be dialled: mobiles, land lines, and the services that answer for the whole country.
_DIALLED = re.compile(r"(?:0|\+84)(?:[35789][0-9]{8}|2[0-9]{9})|1[89]00[0-9]{4}(?:[0-9]{2})?")
# Three figures may be a room or a house, so they count only where it is said that they are called.
_SHORT = re.compile(
    r"(?:^|(?<!\w)(?:gọi|gọi số|số máy|điện thoại|đường dây nóng|tổng đài|cấp cứu|cảnh sát|cứu hỏa|chữa cháy|hoặc):? )"
    r"(11[1-5])(?![\w/-])(?! (?!hoặc|và)\w)",
    re.IGNORECASE,
)


def phones(text: str) -> tuple[tuple[str, str], ...]:
    """`text` in pieces, each with what to dial or "": «Gọi 024 3827 1234.» → («Gọi », ""), («024 3827 1234»,
    «02438271234»), («.», "")."""
    found = {m.span(): number for m in _LONG.finditer(text) if _DIALLED.fullmatch(number := _figures(m[0]))}
    found |= {m.span(1): m[1] for m in _SHORT.finditer(text)}
    ends = sorted({0, len(text), *(end for span in found for end in span)})
    return tuple((text[a:b], found.get((a, b), "")) for a, b in pairwise(ends))


def _figures(number: str) -> str:
    return re.sub(r"[^0-9+]", "", number)
