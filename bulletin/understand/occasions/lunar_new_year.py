"""The lunar new year by its own name: «đón Tết nguyên đán Nhâm Dần», «mừng Tết Nguyên đán Quý Mão năm 2023»."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_SPELLED = {"tí": "tý", "tị": "tỵ", "kỉ": "kỷ", "quí": "quý", "mẹo": "mão"}
_TET = re.compile(
    rf"tết (?:nguyên đán|cổ truyền)(?: dân tộc)?(?P<named>,? (?:xuân )?(?P<stem>{'|'.join(_STEMS)}|kỉ|quí) "
    rf"(?P<branch>{'|'.join(_BRANCHES)}|tí|tị|mẹo)\b)?(?P<dated>,?(?: năm)? \(?(?P<year>20[0-9]{{2}})\b\)?)?"
)
# Days off at Tết are no feast that is kept: «nghỉ Tết Nguyên đán năm 2023».
_WELCOMED = re.compile(r"(?:chào|đón|mừng|vui)\b[^;.:]{0,24}$")
_ROUND = range(1984, 2044)  # one round of the sixty years


def new_years(low: str, signed: int | None) -> Iterator[tuple[int, int, int, int]]:
    """(start, end of the name, end, year) of every welcome of a lunar year in `low`, a text in lower case."""
    for m in _TET.finditer(low):
        year = int(m["year"]) if m["year"] else _year(m["stem"], m["branch"], signed)
        if year and _WELCOMED.search(low[max(0, m.start() - 40) : m.start()]):
            yield m.start(), m.start("dated") if m["dated"] else m.end(), m.end(), year


def _year(stem: str | None, branch: str | None, signed: int | None) -> int | None:
    """«nhâm», «dần» → 2022: of the years of that name the one nearest to the signing."""
    if not stem or not branch:
        return None
    s, b = _STEMS.index(_SPELLED.get(stem, stem)), _BRANCHES.index(_SPELLED.get(branch, branch))
    found = next((year for year in _ROUND if (year - 4) % 10 == s and (year - 4) % 12 == b), None)
    if found and signed:
        found += 60 * round((signed - found) / 60)
    return found
