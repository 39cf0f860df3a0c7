"""Kinds of places: which words name a unit of administration, of what level, and how clerks shorten them.

phường, xã, thị trấn, đặc khu      commune   (đặc khu since 01/7/2025)
quận, huyện, thị xã                district  (until 01/7/2025)
thành phố, tỉnh                    province

«thành phố Vinh» was a district's; a place is told apart by its name, so the word counts as a province's.
"""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model.issuer import Level

KINDS: Mapping[str, Level] = {
    "phường": "commune",
    "xã": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "quận": "district",
    "huyện": "district",
    "thị xã": "district",
    "thành phố": "province",
    "tỉnh": "province",
}
# «P. Phúc Đồng», «TP Hà Nội». «T.» and «TT» may be too much else.
SHORT: Mapping[str, str] = {
    "p": "phường",
    "x": "xã",
    "đk": "đặc khu",
    "q": "quận",
    "h": "huyện",
    "tx": "thị xã",
    "tp": "thành phố",
}
# As a pattern; «thị xã» before «xã», and «xã hội» is no place.
PLACE = "|".join(f"{kind}(?! hội)" if kind == "xã" else kind for kind in sorted(KINDS, key=len, reverse=True))
