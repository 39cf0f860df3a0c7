"""Who issued a paper, by the words beside its number: behind «của», before «ban hành», behind «do» at the end."""

from __future__ import annotations

import re

from bulletin.understand.citations.lexicon import Lexicon
from bulletin.understand.citations.phrase_end import WORD, phrase_end, skip

_LONGEST = 140
_OF = re.compile(r"[ ,]{0,30}\(?(?:của|(?:do|giữa)(?= {1,30}[A-ZĐÂÊÔƠƯĂỦ])) {1,30}(?=\w)", re.IGNORECASE)
_DONE_BY = re.compile(r" do {1,3}(?=[A-ZĐÂÊÔƠƯĂỦ])")
_DONE_BY_ROOM = 440  # behind a number, with what the paper is about between
_ISSUES = re.compile(r"(?: tại| (?:(?:đã|vừa|mới) )?(?:ký )?(?:ban hành|phát hành|có|ra)) {1,3}(?:các |những )?$")


def issuer_at(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> tuple[str, int]:
    """The issuer named at `at` after «của», and where the phrase ends; ("", at) when there is none before `stop`."""
    lead = _OF.match(text, at)
    if not lead or lead.end() >= stop:
        return "", at
    end = phrase_end(text, lower, lead.end(), min(stop, lead.end() + _LONGEST), lexicon)
    return (_spelled(text, lead.end(), end), end) if end > lead.end() else ("", at)


def issuer_after(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> str:
    """The issuer told at the end: «Chỉ thị 15/CT-TTg năm 2020 về … **do Thủ tướng Chính phủ** ban hành»."""
    lead = _DONE_BY.search(text, at, min(stop, at + _DONE_BY_ROOM)) if " do " in text[at:stop] else None
    if not lead:
        return ""
    end = phrase_end(text, lower, lead.end(), min(stop, lead.end() + _LONGEST), lexicon)
    return _spelled(text, lead.end(), end) if lower.startswith("ban hành", skip(text, end)) else ""


def issuer_before(text: str, lower: str, at: int, lexicon: Lexicon) -> str:
    """The issuer whose deed ends at `at`: «**UBND quận** ban hành Kế hoạch số …», «của **Sở Nội vụ** tại Tờ trình …».

    "" when nobody is said to have issued it.
    """
    low = max(0, at - _LONGEST)
    deed = _ISSUES.search(lower, low, at)
    if not deed:
        return ""
    stop = deed.start()
    clause = max(text.rfind(sign, low, stop) + 1 for sign in ".,;:()\x00")
    for word in WORD.finditer(text, max(clause, low), stop):
        start = word.start()
        if text[start].isupper() and phrase_end(text, lower, start, stop + 1, lexicon) == stop:
            return _spelled(text, start, stop)
    return ""


def _spelled(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
