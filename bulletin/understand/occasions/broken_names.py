"""Names that an empty line breaks in two: «kỷ niệm 96 năm Ngày thành lập ⏎⏎ Hội Nông dân Việt Nam (14/10/1930 - …)».

Scans and pasted tables set an empty line where the paper only had the end of a line. Two blocks are one text when the
first ends in the middle of a counted name and the second ends it with dates in brackets.
"""

from __future__ import annotations

import re

from bulletin.understand.occasions.anniversary_names import AnniversaryNames
from bulletin.understand.text.plain import plain
from bulletin.words.dates.stated import dates

_COUNT = re.compile(r"k[ỷỉ] niệm\s(?:lần thứ\s)?[0-9]{1,4}\snăm\s{0,3}$", re.IGNORECASE)
# A name so far: words and commas, no date.
_BEGUN = re.compile(
    r"(?<![\w/.,-])(?P<n>[0-9]{1,4}) {1,3}năm {1,3}(?P<name>[^\d;:.!?…()\"“”«»\0]{3,120})$", re.IGNORECASE
)
# A name that cannot end here: founded, born, freed is somebody or something.
_OPEN = re.compile(r"\b(?:thành lập|tái lập|truyền thống|ngày sinh|giải phóng|chiến thắng|quốc tế|,)$")
_ENDED = re.compile(r"(?P<rest>(?:[^\W\d_][^\d;:.!?…()\"“”«»\0]{1,120})?)\(")
_TAIL = 160


def broken(text: str, after: str, names: AnniversaryNames) -> str:
    """What joins `text` to the block `after` when one name goes through both; "" when it does not."""
    end, start = plain(text[-_TAIL:]).rstrip(), plain(after[: _TAIL * 2])
    if end[-3:].lower() == "năm":
        return "\n" if _COUNT.search(end) else ""
    begun, ended = _BEGUN.search(end), _ENDED.match(start)
    if not begun or not ended:
        return ""
    day = next(dates(start), None)
    if not day or not day.open < ended.end() <= day.start:
        return ""
    counted = day.years == int(begun["n"])
    if not ended["rest"]:
        return " " if counted else ""
    goes_on = start[0].islower() or _OPEN.search(begun["name"].lower())
    return " " if counted or goes_on or _in_registry(f"{begun['name']} {ended['rest'].rstrip()}", names) else ""


def _in_registry(name: str, names: AnniversaryNames) -> bool:
    end, rows = names.named_at(name, 0)
    return bool(rows) and end == len(name)
