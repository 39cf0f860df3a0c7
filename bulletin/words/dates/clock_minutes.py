"""Clock times as numbers."""

from __future__ import annotations

import re

_PARTS = re.compile(r"([0-9]{1,2}) ?(?:giờ|h|g|:) ?(?:([0-9]{2})|(rưỡi))?")


def minutes(time: str) -> int:
    """«7 giờ 30 phút» → 450, the minutes since midnight; -1 where no time is in it."""
    m = _PARTS.search(time)
    return int(m[1]) * 60 + (30 if m[3] else int(m[2] or 0)) if m else -1
