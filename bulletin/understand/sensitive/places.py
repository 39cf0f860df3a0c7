"""Houses: «số 9 ngõ 14», «nhà số 4 ngách 12/6», «số nhà 45 tổ 3»; those of offices are not told."""

from __future__ import annotations

import re

from bulletin.words.text.patterns import verbose

_WAY = r"(?:ngõ|ngách|hẻm|kiệt|đường|phố|tổ|khu|thôn|ấp|khóm|bản|tdp|kdc|chung cư|tòa)"
_FIGURE = r"\d{1,4}[a-zđ]?(?:[/-]\d{1,4}[a-z]?){0,4}"
_HOUSE = re.compile(
    rf"""
    (?: (?:số\snhà|nhà\ssố|sn|nhà|căn\shộ|căn|phòng|ở\ssố)[: ]\s?{_FIGURE}
          (?![\w.%]|\s?(?:tầng|phòng|người|m2|căn|hộ|gian|mặt)\b)                    # «số nhà 45»
      | số\s{_FIGURE},?\s{_WAY}\s[\w/]{{1,20}}                                        # «số 9 ngõ 14», «số 8 phố Mẫu»
      | {_WAY}\s{_FIGURE},?\s(?:số\snhà|nhà\ssố|số)\s{_FIGURE}(?![\w.%]) )           # «ngõ 14 số 9»
    (?:,?\s{_WAY}\s[\w/]{{1,12}}){{0,3}}
    """,
    re.VERBOSE,
)
_OFFICE = verbose(
    r"(?:trạm|trung tâm|ubnd|ủy ban|trụ sở|bệnh viện|phòng khám|nhà văn hóa|trường|công ty|tại địa chỉ|điểm|siêu thị"
    r"|cửa hàng|bộ phận"
    r"|văn phòng|hội trường|chợ|đền|chùa|ngân hàng|công an|nhà sinh hoạt|cơ sở)[^.;¦\n]{0,60}$"
)


def houses(low: str) -> list[tuple[int, int]]:
    """Where the houses of private persons stand in a sentence."""
    # What stands before a match is asked after it, so that the search skips all other letters.
    whole = (m for m in _HOUSE.finditer(low) if not low[max(0, m.start() - 1) : m.start()].isalnum())
    return [m.span() for m in whole if not _OFFICE.search(low[max(0, m.start() - 90) : m.start()])]
