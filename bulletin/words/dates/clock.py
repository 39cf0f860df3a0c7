"""Clock times as notices say them: «7h30», «19g30», «7 giờ 30 phút», «08:00», «19 h 30 ph». Plain lower-case text."""

from __future__ import annotations

import re

from bulletin.words.dates.month_names import PART

_MINUTES = r"(?:[0-9]{2}(?![0-9/])(?: ?(?:phút|ph|p)(?!\w))?|rưỡi)"
TIME = (
    rf"(?:(?<![0-9])[0-9]{{1,2}} ?(?:giờ|h|g)(?![a-zà-ỹ]) ?(?:{_MINUTES})?['′’]?(?: ?{PART})?"
    rf"|(?<![0-9:])[0-9]{{1,2}}:[0-9]{{2}}(?![0-9:])(?: ?{PART})?)"
)
_TO = r" ?(?:đến|tới|-|–) ?(?:khoảng )?"
HOURS = (
    rf"(?:{TIME}{_TO}(?:{PART} )?(?:hết )?{TIME}(?: {PART})?(?: (?:hôm sau|ngày hôm sau))?"
    rf"|(?<![0-9:/])[0-9]{{1,2}} ?(?:-|đến) ?{TIME})"
)
_PARTS = re.compile(r"([0-9]{1,2}) ?(?:giờ|h|g|:) ?(?:([0-9]{2})|(rưỡi))?")


def minutes(time: str) -> int:
    """«7 giờ 30 phút» → 450, the minutes since midnight; -1 where no time is in it."""
    m = _PARTS.search(time)
    return int(m[1]) * 60 + (30 if m[3] else int(m[2] or 0)) if m else -1
