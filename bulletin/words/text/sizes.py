"""Sizes of files, for people."""

from __future__ import annotations


def size(count: int) -> str:
    """Bytes for people: «12,3 KB»."""
    if count < 1000:
        return f"{count} byte"
    for unit in ("KB", "MB", "GB"):
        count_in = count / 1000
        if count_in < 999.95 or unit == "GB":
            return f"{count_in:.1f} {unit}".replace(".", ",")
        count = round(count_in)
    return ""
