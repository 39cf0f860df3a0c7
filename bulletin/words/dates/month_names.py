"""The names of months, weekdays and lunar years, one table each; for plain text in lower case."""

from __future__ import annotations

import re

# «tháng năm» is May only where no year follows: callers see to that.
MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10, "chạp": 12,
}  # fmt: skip
LUNAR_MONTHS = frozenset(("giêng", "chạp"))  # solar months are never called so
MONTH = rf"(?:[0-9]{{1,2}}|{'|'.join(sorted(MONTHS, key=len, reverse=True))})"

LUNAR_WORDS = r"(?:âm lịch|lịch âm|âl|al)(?!\w)"

WEEKDAY_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5,
    "nhật": 6, "cn": 6,
}  # fmt: skip
WEEKDAY = (
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\w])|(?:chủ|chúa) nhật(?!\w)|"
    r"(?<!\w)t[2-7](?![\w/-])|(?<!\w)t\. ?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)|(?<!\w)cn(?!\w))"
)
PART = r"(?:sáng|trưa|chiều|tối|đêm)"

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_SPELLED = {"tí": "tý", "tị": "tỵ", "kỉ": "kỷ", "quí": "quý", "mẹo": "mão"}
CAN_CHI = rf"(?:(?:{'|'.join(_STEMS)}|kỉ|quí) (?:{'|'.join(_BRANCHES)}|tí|tị|mẹo)(?!\w))"
_CYCLE = 60
_FIRST_JIA_ZI = 4  # the year 4 is the first giáp tý of our era


def weekday_number(name: str) -> int:
    """«thứ Sáu» → 4, «T6» → 4, «CN» → 6; Monday is 0."""
    last = name.replace(".", " ").split()[-1]
    return WEEKDAY_NAMES[last[1:] if re.fullmatch("t[2-7]", last) else last]


def month_number(name: str) -> int:
    """«11» → 11, «giêng» → 1, «chạp» → 12."""
    return int(name) if name.isdigit() else MONTHS[name]


def can_chi_year(name: str, near: float) -> int | None:
    """«bính ngọ», 2025 → 2026: of the years of that name the one nearest to `near`; None where no year has it."""
    stem, branch = name.split()
    s, b = _STEMS.index(_SPELLED.get(stem, stem)), _BRANCHES.index(_SPELLED.get(branch, branch))
    turn = next((n for n in range(_CYCLE) if n % 10 == s and n % 12 == b), None)
    if turn is None:
        return None
    first = _FIRST_JIA_ZI + turn
    return first + _CYCLE * round((near - first) / _CYCLE)
