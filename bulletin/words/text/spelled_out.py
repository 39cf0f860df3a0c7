"""Abbreviations spelled out, in words that the site writes itself or shows where no page explains them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bulletin.model.abbreviation import Abbreviation


def in_full(text: str, rows: Iterable[Abbreviation]) -> str:
    """«UBND phường mời» → «Ủy ban nhân dân phường mời», by those of `rows` that mean one thing everywhere.

    Numbers keep their codes («12/TB-UBND»); so do words that say it themselves: «Ủy ban nhân dân (UBND)».
    """
    for row in rows:
        if row.kind == "text" and not row.ambiguous:
            text = _pattern(row.code, *row.also).sub(lambda m, row=row: _cased(m, row.means), text)  # type: ignore[misc]
    return text


@lru_cache(maxsize=512)
def _pattern(*codes: str) -> re.Pattern[str]:
    spelled = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<![\w/&;.(-])(?:{spelled})(?![\w&)-]|\.\w| ?/)")


def _cased(m: re.Match[str], means: str) -> str:
    begins = not m.string[: m.start()].strip(" «“\"'") or m.string[: m.start()].rstrip().endswith((".", "!", "?"))
    return means[0].upper() + means[1:] if begins else means
