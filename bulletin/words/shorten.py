"""A text that is too long for its place."""

from __future__ import annotations


def shorten(text: str, most: int) -> str:
    """At most so many signs: whole words with «…» after them, or the beginning of a word that is longer."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[:most]
    return (head.rpartition(" ")[0] or head[:-1]).rstrip(" ,;:.–-(") + "…"
