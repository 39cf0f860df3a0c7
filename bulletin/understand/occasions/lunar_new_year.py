"""The lunar new year by its own name: «đón Tết nguyên đán Nhâm Dần», «mừng Tết Nguyên đán Quý Mão năm 2023»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.words.dates.month_and_weekday_names import CAN_CHI
from bulletin.words.dates.numbered_names import can_chi_year
from bulletin.words.text.patterns import spaced

_TET = re.compile(
    rf"""
    tết[ ](?:nguyên[ ]đán|cổ[ ]truyền)(?:[ ]dân[ ]tộc)?
    (?P<named>,?[ ](?:xuân[ ])?(?P<year_name>{spaced(CAN_CHI)}))?
    (?P<dated>,?(?:[ ]năm)?[ ]\(?(?P<year>20[0-9]{{2}})\b\)?)?
    """,
    re.VERBOSE,
)
# Days off at Tết are nothing that is commemorated: «nghỉ Tết Nguyên đán năm 2023».
_WELCOMED = re.compile(r"(?:chào|đón|mừng|vui)\b[^;.:]{0,24}$")
_AROUND_TODAY = 2013.5  # the middle of the sixty years from 1984, for a text whose signing is not known


def new_years(low: str, signed: int | None) -> Iterator[tuple[int, int, int, int]]:
    """(start, end of the name, end, year) of every welcome of a lunar year in `low`, a text in lower case."""
    for m in _TET.finditer(low):
        year = int(m["year"]) if m["year"] else _year(m["year_name"], signed)
        if year and _WELCOMED.search(low[max(0, m.start() - 40) : m.start()]):
            yield m.start(), m.start("dated") if m["dated"] else m.end(), m.end(), year


def _year(name: str | None, signed: int | None) -> int | None:
    """«nhâm dần» → 2022: of the years of that name the one nearest to the signing."""
    return can_chi_year(name, signed or _AROUND_TODAY) if name else None
