"""A text with one kind of dash, of blank, of slash and of «Đ», character for character: offsets stay."""

from __future__ import annotations

import re

from bulletin.words.text.odd_characters import PLAIN

_ODD = re.compile("[" + "".join(map(chr, PLAIN)) + "]")


def plain(text: str) -> str:
    """`text` with plain dashes, blanks and Đ, sign for sign: the same length."""
    text = text.replace("\n", " ")
    return text.translate(PLAIN) if _ODD.search(text) else text
