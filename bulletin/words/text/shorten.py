"""A text that is too long for its place."""

from __future__ import annotations

import re

_DANGLING = re.compile(
    r"(?: (?:từ|đến|hết|trước|sau|lúc|vào|ngày|tháng|năm|số|và|của|tại|ở|về|trên|trong))+$", re.IGNORECASE
)


def shorten(text: str, most: int) -> str:
    """At most so many characters: whole words with «…» after them, or the beginning of a word that is longer."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return cut(text[:most])


def cut(head: str) -> str:
    """`head`, the beginning of a longer text, to the last whole word that tells something: no «đến hết ngày…»."""
    return _DANGLING.sub("", head.rpartition(" ")[0] or head[:-1]).rstrip(" ,;:.–-(") + "…"
