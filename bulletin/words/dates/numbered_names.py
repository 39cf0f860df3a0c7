"""Which month, weekday or year a name stands for."""

from __future__ import annotations

import re

from bulletin.words.dates.month_and_weekday_names import BRANCHES, MONTHS, STEMS, WEEKDAY_NAMES

_SPELLED = {"tí": "tý", "tị": "tỵ", "kỉ": "kỷ", "quí": "quý", "mẹo": "mão"}
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
    s, b = STEMS.index(_SPELLED.get(stem, stem)), BRANCHES.index(_SPELLED.get(branch, branch))
    turn = next((n for n in range(_CYCLE) if n % 10 == s and n % 12 == b), None)
    if turn is None:
        return None
    first = _FIRST_JIA_ZI + turn
    return first + _CYCLE * round((near - first) / _CYCLE)
