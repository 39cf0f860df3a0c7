"""Where the subject of a title begins: behind «Về việc», «V/v», «Thông báo về», «Giấy mời:»."""

from __future__ import annotations

import re

_ABOUT = r"(?:về\s+việc|v/v)(?!\w)|về(?=\s)(?!\s+(?:nguồn|đích|nhà|quê|hưu|đêm|đến|tới|lại|với|thăm|trước|sau)\b)"
_FORMULA = r"""
    (?:
        (?P<type>{types}) (?!\w)                # «Thông báo», or the type of the notice itself
        (?:\s+ số \s+ \S+)?
        (?:\s+ ngày \s+ \S+)?
        (?:\s+ của \s+ [^,;:()]{{1,80}}? (?=\s+ (?:về|v/v)\b))?
        (?:\s+ (?:{about}) | (?=\s*[:–-]) | {alone})
        [\s:–-]*
    )?
    (?:(?:{about}) [\s:–-]*)?
"""
# «Thông báo tuyển sinh» alone, but not «Thông báo của …», «Thông báo số 12», «Thông báo này».
_ALONE = r"(?<=thông\ báo)(?!\s+(?:của|số|này|kết\s+luận)\b)"


def subject_start(title: str, type_: str) -> int:
    """Where the subject of `title` begins, of a notice of the type `type_`; 0 where it begins with no formula.

    >>> subject_start("Về việc cắt điện", "Thông báo")
    8
    >>> subject_start("Thông báo tuyển sinh lớp 1", "Thông báo")
    10
    >>> subject_start("Kế hoạch số 12/KH-UBND về việc ra quân", "Kế hoạch")
    31
    >>> subject_start("Kế hoạch ra quân", "Kế hoạch"), subject_start("Về nguồn", "Tin"), subject_start("Thông báo", "")
    (0, 0, 0)
    """
    types = "|".join(re.escape(name) for name in dict.fromkeys((type_.casefold(), "thông báo")) if name)
    pattern = _FORMULA.format(types=types, about=_ABOUT, alone=_ALONE)
    match = re.match(pattern, title, re.IGNORECASE | re.VERBOSE)
    end = match.end() if match else 0
    return end if any(character.isalnum() for character in title[end:]) else 0
