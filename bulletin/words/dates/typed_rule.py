"""What comes again and again, as an editor states it alone: «sáng thứ 7 hàng tuần» → FREQ=WEEKLY;BYDAY=SA."""

from __future__ import annotations

import re

from bulletin.words.dates import recurrence as recurring
from bulletin.words.text.patterns import spaced

_EVERY = re.compile(r"(?:h[àằ]ng|mỗi) (tuần|tháng|ngày)(?!\w)")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_RULES = {"tuần": recurring.weekly, "tháng": recurring.monthly, "ngày": recurring.daily}
_WEEKDAY = re.compile(recurring.ANY_WEEKDAY)
# What is left must not change the days: «thứ 2 (nghỉ lễ), thứ 4 hàng tuần», «ngày 05 hàng tháng và thứ 7», «thứ 7 hàng
# tuần, trừ ngày lễ», «thứ 7 hàng tuần trong tháng 5». Hours and places may stand there.
_CHANGES = re.compile(
    rf"""
    {spaced(recurring.ANY_WEEKDAY)}
    |(?<!\w)(?:h[àằ]ng|mỗi|trừ|nghỉ|không|âm[ ]lịch|lịch[ ]âm|âl|rằm|tháng|tuần|quý|chẵn|lẻ)(?!\w)
    |(?:ngày|mùng|mồng|năm)[ ](?:[0-9]|cuối)|cách[ ](?:một|hai|[0-9])|[0-9][ ]?/[ ]?[0-9]
    """,
    re.VERBOSE,
)


def rule(text: str) -> str:
    """The rule as RFC 5545 writes it, or "" when `text` is not one rule that is wholly understood."""
    low = _DASHES.sub("-", " ".join(text.lower().split()))
    match = recurring.of_week(low) or _nth(low)
    if not match:
        if not _EVERY.search(low):
            # The key itself says «every»: «thứ 7», «ngày 05» alone are enough.
            low += " hàng tuần" if _WEEKDAY.search(low) else " hàng tháng"
        m = _EVERY.search(low)
        match = _RULES[m[1]](low, *m.span()) if m else None
    if not match or _CHANGES.search(f"{low[: match[0]]} | {low[match[1] :]}"):
        return ""
    return match[2]


def _nth(low: str) -> recurring.Rule | None:
    m = recurring.NTH_WEEKDAY.search(low)
    return (*m.span(), recurring.nth_weekday(m)) if m and recurring.nth_weekday(m) else None
