"""Telephone numbers as Vietnamese print them, found in a text."""

from __future__ import annotations

import re
from itertools import pairwise

_LONG = re.compile(
    r"""
    (?<![\w+])
    # A dash parts two numbers only when both are whole: «0912345678-0987654321».
    (?:(?<=0[0-9]{9}-)|(?<=0[0-9]{10}-)|(?<![0-9][.:-]))
    (?:(?:\(\+84\)|\+84|\(0[0-9]{1,3}\)|0[0-9])(?:[ .-]?[0-9]){7,10}  # with its area, or from abroad
      |1[89]00(?:[ .]?[0-9]){4,6})                                      # 1800, 1900: services
    (?!\w)(?:(?=-0[0-9]{9,10}(?!\w))|(?![.:-][0-9]))
    """,
    re.VERBOSE,
)
# What each of them has, and few texts have: eight figures close together, «11».
_MANY = re.compile(r"[0-9](?:[ .)-]{0,2}[0-9]){7}")
_SHORT_BEGINS = "11"
# Which of them can be dialled: mobiles, land lines, and the services that answer for the whole country.
# 069: police and army.
_DIALLED = re.compile(r"(?:0|\+84)(?:[35789][0-9]{8}|69[0-9]{7}|2[0-9]{9})|1[89]00[0-9]{4}(?:[0-9]{2})?")
# Three figures may be a room or a house, so they count only where it is said that they are called.
_SHORT = re.compile(
    r"""
    (?:^
      |(?<!\w)
       (?:gọi|gọi[ ]ngay|gọi[ ]số|số[ ]máy|điện[ ]thoại|đường[ ]dây[ ]nóng|hotline|tổng[ ]đài|cấp[ ]cứu|công[ ]an
         |cảnh[ ]sát|cứu[ ]h(?:ỏa|oả)|chữa[ ]cháy|báo[ ]cháy|bảo[ ]vệ[ ]trẻ[ ]em|hoặc):?[ ])
    (11[1-5](?:(?:[,;/]|[ ]hoặc|[ ]và)[ ]?11[1-5])*)
    (?![\w/-])(?![ ](?!hoặc|và|khi|nếu|ngay|để)\w)         # not «gọi 113 người»
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SERVICE = re.compile(r"11[1-5]")
_ONLY_FIGURES = re.compile(r"\+?[0-9(](?:[ .()-]{0,2}[0-9)]){2,14}")


def phones(text: str) -> tuple[tuple[str, str], ...]:
    """`text` in pieces, each with what to dial or "": «Gọi 024 3827 1234.» → («Gọi », ""), («024 3827 1234»,
    «02438271234»), («.», "")."""
    if _SHORT_BEGINS not in text and not _MANY.search(text):
        return ((text, ""),) if text else ()
    by_span = {m.span(): number for m in _LONG.finditer(text) if _DIALLED.fullmatch(number := _figures(m[0]))}
    for services in _SHORT.finditer(text):
        by_span |= {m.span(): m[0] for m in _SERVICE.finditer(text, *services.span(1))}
    ends = sorted({0, len(text), *(end for span in by_span for end in span)})
    return tuple((text[start:end], by_span.get((start, end), "")) for start, end in pairwise(ends))


def called(text: str) -> tuple[tuple[str, str], ...]:
    """The same of a text that is known to be a number: where none is found, its figures are one («3827 1234»)."""
    pieces = phones(text)
    if not any(number for _, number in pieces) and _ONLY_FIGURES.fullmatch(text):
        return ((text, _figures(text)),)
    return pieces


def _figures(number: str) -> str:
    return re.sub(r"[^0-9+]", "", number)
