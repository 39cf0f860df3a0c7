"""The areas that a text names together, one by one, so that whoever asks for one of them finds it.

các tổ 5, 6 và 7        tổ 5 | tổ 6 | tổ 7          ngõ 45, 47 phố Hoa      ngõ 45 | ngõ 47
tổ 7 đến tổ 9           tổ 7 | tổ 8 | tổ 9          TDP số 3                tổ 3
tổ 5, 6 người; ngõ 14/9, tổ 9 - 7                   none: a count, a number with its parts, no range
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOST_OF_RANGE = 60
_UNIT = r"tổ[ ]dân[ ]phố|tdp|khu[ ]phố|khu[ ]dân[ ]cư|khối(?:[ ]phố)?|tổ|khóm|thôn|xóm|ấp|ngõ|ngách|hẻm|kiệt"
_NUMBER = r"(?:số[ ])?[0-9]{1,3}(?![\w/:.]*[\w/])(?!-[0-9]+/)"
_TO = r"[ ]?[-–—][ ]?|[ ](?:đến|tới)[ ](?:hết[ ])?"
_LIST = re.compile(
    rf"(?<!\w)(?P<unit>{_UNIT})[ ](?P<numbers>{_NUMBER}(?:(?:,[ ]?|[ ]và[ ]|{_TO})(?:(?P=unit)[ ])?{_NUMBER})*)",
    re.VERBOSE,
)
_ONE = re.compile(rf"(?P<to>{_TO})?(?:(?:{_UNIT})[ ])?(?:số[ ])?(?P<number>[0-9]+)", re.VERBOSE)
# What residents call it, whatever the paper does.
_SHORT = {"tổ dân phố": "tổ", "tdp": "tổ"}


def areas_apart(text: str) -> tuple[str, ...]:
    """Every area of the lists and ranges in `text`, each once, in order: «tổ 5», «tổ 6»."""
    return tuple(dict.fromkeys(area for m in _LIST.finditer(text.lower()) for area in _each(m["unit"], m["numbers"])))


def _each(unit: str, numbers: str) -> Iterator[str]:
    name, before = _SHORT.get(unit, unit), 0
    for m in _ONE.finditer(numbers):
        number = int(m["number"])
        if m["to"] and 0 < number - before <= _MOST_OF_RANGE:
            yield from (f"{name} {between}" for between in range(before + 1, number))
        yield f"{name} {number}"
        before = number
