"""The two lines of a letterhead that say which paper it is: its number, and its place and day.

Số:      /TB-UBND                          → no number, symbol «TB-UBND»: the serial is still to be given
Bình Thuận, ngày     tháng 02 năm 2025     → place, no day
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from bulletin.words.papers.administrative_units import KINDS
from bulletin.words.papers.document_numbers import parse_number
from bulletin.words.text.fold import fold

# What stands where a pen, a stamp or a program is still to fill something in.
_OPEN = r"(?:[\s.…_]|\{\{[^{}]{0,60}\}\}?|«+[^«»]{0,60}»+)"
_NUMBER = re.compile(
    r"(?:(?:Luật|Nghị quyết|Pháp lệnh)\s+)?(?:S[ốỐ]\s*:?|So\s*:)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_SAID = re.compile(
    rf"{_OPEN}{{0,40}}(?P<serial>[0-9]{{1,6}}[a-zđ]?)?{_OPEN}{{0,40}}(?P<sign>[-–/])?{_OPEN}{{0,40}}(?P<symbol>.*)",
    re.DOTALL,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*/\s*")
_DAY = re.compile(
    rf"""
    (?: (?P<place> [^\W\d_] [^,;:()]{{0,40}}? ) [\s]{{0,9}},? \s{{0,9}} )?
    (?:ngày|ngay) {_OPEN}{{0,40}}
    (?: (?P<d>[0-9]{{1,2}})? {_OPEN}{{0,40}} (?:tháng|thang) {_OPEN}{{0,40}} (?P<m>[0-9]{{1,2}})? {_OPEN}{{0,40}}
        (?:năm|nam) {_OPEN}{{0,40}} (?P<y>[0-9]{{2,4}})? {_OPEN}{{0,40}}
      | (?P<d2>[0-9]{{1,2}})\s?[/.-]\s?(?P<m2>[0-9]{{1,2}})\s?[/.-]\s?(?P<y2>[0-9]{{4}}) ) \.?
    """,
    re.IGNORECASE | re.VERBOSE,
)

_LONGEST = 7  # words of the name of a place
_KIND_WORDS = frozenset(fold(word) for kind in KINDS for word in kind.split())
_AHEAD = re.compile(
    r"""
    S[Ốố] \s{0,3} :? \s{0,3} (?P<number> [0-9]{1,6}[a-zđ]? \s?[-/]\s?\S{2,40} ) (?= \s | $ )
    (?: ,? \s{1,3} (?P<day> ngày\s (?: [0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}
                                   | [0-9]{1,2}\s{1,3}tháng\s{1,3}[0-9]{1,2}\s{1,3}năm\s{1,3}[0-9]{4} ) ) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSaid:
    """A line «Số …»: `number` "" while the serial is missing; `rest` is what stands behind it and is no part of it."""

    number: str
    symbol: str
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySaid:
    """A line of place and day; `day` None where a figure is missing or names none."""

    place: str
    day: date | None


def number_in(text: str, type_codes: Collection[str]) -> NumberSaid | None:
    """The number that a line gives; None for another line. Neither number nor symbol where it cannot be read."""
    m = _NUMBER.fullmatch(text.strip())
    said = _SAID.fullmatch(m["rest"]) if m else None
    if m is None or said is None or not (":" in text or said["serial"] or said["sign"]):
        return None
    if said["serial"] is None:
        symbol = _YEAR.sub("", _one_line(said["symbol"]).lstrip("./… "), count=1)
        sign = (said["sign"] or "/").replace("–", "-")
        words = symbol.split(" ")
        for size in range(len(words), 0, -1):
            tried = " ".join(words[:size]).rstrip(".,;: ")
            if said["sign"] and parse_number(f"1{sign}{tried}", type_codes):
                return NumberSaid(number="", symbol=tried, rest=" ".join(words[size:]))
        return NumberSaid(number="", symbol="", rest=symbol)
    words = _one_line(m["rest"]).split(" ")
    for size in range(len(words), 0, -1):
        tried = " ".join(words[:size]).rstrip(".,;: ")
        if parse_number(tried, type_codes):
            symbol = re.sub(r"^[0-9]+[a-zđA-ZĐ]?\s*[-–/]\s*", "", tried)
            return NumberSaid(number=tried, symbol=_YEAR.sub("", symbol, count=1), rest=" ".join(words[size:]))
    return NumberSaid(number="", symbol="", rest=_one_line(m["rest"]))


def number_ahead(text: str, type_codes: Collection[str]) -> tuple[NumberSaid, DaySaid | None] | None:
    """Number, and day if there is one, with which a title begins: «SỐ 5/QĐ-UBND NGÀY 02/3/2025 VỀ VIỆC …».

    `rest` of the number is what stands behind both.
    """
    m = _AHEAD.match(text)
    said = number_in(f"Số: {m['number']}", type_codes) if m else None
    if m is None or said is None or not said.number or said.rest:
        return None
    return replace(said, rest=text[m.end() :].strip()), day_in(m["day"]) if m["day"] else None


def day_in(text: str) -> DaySaid | None:
    """Place and day that fill a line; None for another line."""
    m = _DAY.fullmatch(_one_line(text))
    if m is None or not _is_place(m["place"] or ""):
        return None
    d, month, y = (m[name] or m[f"{name}2"] or "" for name in "dmy")
    return DaySaid(place=_one_line(m["place"] or ""), day=_date(y, month, d))


def _is_place(text: str) -> bool:
    """Whether words before a day may be the name of a place, or nothing: «Thành phố Mẫu», not «Hôm nay», «Họp lúc»."""
    words = text.split()
    return len(words) <= _LONGEST and all(not word[:1].islower() or fold(word) in _KIND_WORDS for word in words)


def _date(y: str, m: str, d: str) -> date | None:
    try:
        return date(int(y), int(m), int(d)) if len(y) == 4 else None
    except ValueError:
        return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
