"""One fold for addresses, anchors and (later) search: no diacritics, đ as d, lower case."""

from __future__ import annotations

import re
import unicodedata

# Đ is a letter of its own, so NFD leaves it whole. Old fonts and OCR give the look-alikes Ð ð (Eth) and Ɖ (African D).
_D = str.maketrans("đĐðÐƉɖ", "dddddd")
# Characters of Markdown that a reader does not see.
MARKS = "*_\\"
_MARKS = re.compile(rf"[{re.escape(MARKS)}]")
# All that combine of this block, so all that Vietnamese has when it is spread; U+034F joins, and does not combine.
_TONES = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """«Đảng ủy», «Ðảng uỷ» and their NFD spellings → «dang uy». Blanks and punctuation are kept."""
    if text.isascii():
        return text.lower()
    plain = _TONES.sub("", unicodedata.normalize("NFD", text.translate(_D)))
    if plain.isascii():
        return plain.lower()
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def slug(text: str) -> str:
    """«75-TB/ĐU» → «75-tb-du»; «Lĩnh vực kinh tế- Đô thị» → «linh-vuc-kinh-te-do-thi»; «!!!» → ""."""
    plain = fold(text if text.isascii() else unicodedata.normalize("NFKC", text))
    return plain if plain.isalnum() and plain.isascii() else _NOT_SLUG.sub("-", plain).strip("-")


def printed(text: str) -> str:
    """The words as a reader sees them: white space folded, without Markdown's marks «*», «_» and «\\»."""
    return " ".join(_MARKS.sub("", text).split())
