"""What comes again and again, as an editor states it alone: «sáng thứ 7 hàng tuần» → FREQ=WEEKLY;BYDAY=SA."""

from __future__ import annotations

import re

from bulletin.words import when

_EVERY = re.compile(r"(?:h[àằ]ng|mỗi) (tuần|tháng|ngày)(?!\w)")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ASIDE, _FIGURES = re.compile(r"\([^()]*\)"), re.compile("[0-9]+")
# Days that a rule does not cover must not be lost: «thứ 2 (nghỉ lễ), thứ 4 hàng tuần», «ngày 05 hàng tháng và thứ 7»,
# nor days that no month has: «ngày 5, 35 hàng tháng».
_DAYS = re.compile(rf"{when.WEEKDAY}|(?:h[àằ]ng|mỗi) |ngày [0-9]")


def rule(text: str) -> str:
    """The rule as RFC 5545 writes it, or "" when `text` is not one rule that is wholly understood."""
    low = _DASHES.sub("-", " ".join(text.lower().split()))
    if not _EVERY.search(low) and not when.NTH_WEEKDAY.search(low):
        # The key itself says «every»: «thứ 7», «ngày 05» alone are enough.
        low += " hàng tuần" if re.search(when.WEEKDAY, low) else " hàng tháng"
    if m := when.NTH_WEEKDAY.search(low):
        found: tuple[int, int, str] | None = (*m.span(), when.nth_weekday(m))
    elif not (m := _EVERY.search(low)):
        return ""
    elif m[1] == "ngày":
        found = (*m.span(), "FREQ=DAILY")
    else:
        found = (when.weekly if m[1] == "tuần" else when.monthly)(low, *m.span())
    if not found or _DAYS.search(f"{low[: found[0]]} | {low[found[1] :]}"):
        return ""
    days = _FIGURES.findall(_ASIDE.sub("", low[found[0] : found[1]])) if "BYMONTHDAY" in found[2] else []
    return found[2] if all(1 <= int(day) <= 31 for day in days) else ""
