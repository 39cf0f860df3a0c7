"""Số, ký hiệu: the shapes a Vietnamese document number has when an editor types it alone.

75-TB/ĐU            party       serial - type / issuer
12/KH-UBND          state       serial / type - issuer
506/UBND-VHTT       state       serial / issuer - unit        (công văn: no type in the symbol)
01/2024/QĐ-UBND     normative   serial / year / type - issuer
15/2020/QH14        law         serial / year / QH + term
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from bulletin.model.number import Number, Style
from bulletin.words.text.address_part import named_part
from bulletin.words.text.fold import slug

_SERIAL = r"(?P<serial>[0-9]{1,6}[a-zđA-ZĐ]?)"
_CODE = r"[^\W\d_][^\W_]*(?:[.&][^\W_]+)*"
_REST = rf"(?P<first>{_CODE})(?P<rest>(?:[-/]{_CODE})*)"
_PARTY = re.compile(rf"{_SERIAL}-(?P<first>{_CODE})/(?P<rest>{_CODE}(?:[-/]{_CODE})*)")
_NORMATIVE = re.compile(rf"{_SERIAL}/(?P<year>(?:19|20)[0-9][0-9])/{_REST}")
_STATE = re.compile(rf"{_SERIAL}/{_REST}")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_QH = re.compile(r"QH[0-9]{1,2}")


def _tidy(text: str) -> str:
    """No blanks, plain dashes, Eth as Đ: what the shapes are matched on."""
    return _DASHES.sub("-", "".join(text.split())).replace("Ð", "Đ").replace("ð", "đ")


def parse_number(text: str, type_codes: Collection[str]) -> Number | None:
    """Read `text` as a number; `type_codes` (casefolded) tell a type from an issuer. None when it has no known shape.

    «75 -TB/ĐU» gives the same number as «75-TB/ĐU» but for `printed`; serials lose leading zeros.
    """
    printed = unicodedata.normalize("NFC", text).strip()
    tidy = _tidy(printed)
    if len(tidy) > 60:
        return None
    style: Style
    year: int | None = None
    if m := _PARTY.fullmatch(tidy):
        style, code, issuer = "party", m["first"], m["rest"]
    elif m := _NORMATIVE.fullmatch(tidy):
        year = int(m["year"])
        style = "law" if _QH.fullmatch(m["first"]) and not m["rest"] else "normative"
        code, issuer = ("", m["first"]) if style == "law" else (m["first"], m["rest"][1:])
    elif m := _STATE.fullmatch(tidy):
        style, code, issuer = "state", m["first"], m["rest"][1:]
    else:
        return None
    if style in ("state", "normative") and code.casefold() not in type_codes:
        code, issuer = "", f"{code}-{issuer}".rstrip("-")
    serial = m["serial"].lstrip("0")
    if not serial[:1].isdigit() or (style != "law" and not issuer):
        return None
    return Number(serial=serial, code=code, issuer=issuer, style=style, year=year, printed=printed)


def number_slug(number: Number) -> str:
    """The part of an address: «75-TB/ĐU» → «75-tb-du», «01/2024/QĐ-UBND» → «1-2024-qd-ubnd»."""
    parts = (number.serial, str(number.year or ""), number.code, number.issuer)
    return "-".join(filter(None, map(slug, parts)))


def dispatch_key(number: Number, year: int, mark: str = "") -> str:
    """Identity of a cited document: its number and period, and what else must part it from its namesakes.

    595-CV/QU, 2022 → «595-cv-qu-2022»; 01/2024/QĐ-UBND → «1-2024-qd-ubnd» (its period is inside); 12/QĐ-UBND, 2022,
    «quận Long Biên» → «12-qd-ubnd-2022-quan-long-bien»; the bare 35 of a Chỉ thị of 2019 → «35-2019-chi-thi».
    """
    return "-".join(filter(None, (number_slug(number), "" if number.year else str(year), named_part(mark))))
