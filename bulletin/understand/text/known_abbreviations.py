"""The rows of abbreviations laid out for reading: by the capitals with which each spelling begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bulletin.model.abbreviation import Abbreviation

# «UBND»; «F0», «Q.1»; «K/L», «T/M».
_CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ]+|[FQ](?=[.0-9])|[KT](?=/[LMT](?!\w))")
_NO_END = r"(?![\w&\u00a0-]|\.?[\w]| ?/)"  # the capitals, or a number, go on
_POST = r"(?= [A-ZĐÀ-Ỹ]{2})"  # before a post in capitals: «TM. ỦY BAN NHÂN DÂN»


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Abbreviations:
    """By their first capitals: the spellings that begin so, the longest first, each with its row."""

    by_start: Mapping[str, tuple[tuple[re.Pattern[str], Abbreviation], ...]]

    def starts(self, text: str) -> Iterator[re.Match[str]]:
        """Capitals in `text` with which one may begin."""
        return (m for m in _CAPITALS.finditer(text) if m[0] in self.by_start)


NO_ABBREVIATIONS = Abbreviations(by_start={})


def abbreviations(rows: Iterable[Abbreviation]) -> Abbreviations:
    """Lay out the rows; symbols stand only inside numbers and are none of ours."""
    found: dict[str, list[tuple[str, Abbreviation]]] = {}
    for row in rows:
        for code in (row.code, *row.also) if row.kind != "symbol" else ():
            if start := _CAPITALS.match(code):
                found.setdefault(start[0], []).append((code, row))
    return Abbreviations(
        by_start={
            start: tuple((_pattern(code, row), row) for code, row in sorted(codes, key=lambda c: -len(c[0])))
            for start, codes in found.items()
        }
    )


def _pattern(code: str, row: Abbreviation) -> re.Pattern[str]:
    return re.compile(re.escape(code) + (_POST if row.kind == "signature" else _NO_END))
