"""Text as a `Paper` holds it: NFC, and no character that nobody sees."""

from __future__ import annotations

import re
import unicodedata

# What joins, parts or turns text unseen, and control characters but the tab. U+200D stays: it makes one picture of two.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_HYPHEN = re.compile("[\u2010\u2011]")


def clean(text: str) -> str:
    """«12‑KH» with a hyphen that does not break → «12-KH»; marks of letters typed apart are joined."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _HYPHEN.sub("-", _UNSEEN.sub("", text)))
