"""One fold for addresses, anchors and (later) search: no marks, đ as d, lower case."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Đ is a letter of its own, so NFD leaves it whole. Old fonts and OCR give the look-alikes Ð ð (Eth) and Ɖ (African D).
_D = str.maketrans("đĐðÐƉɖ", "dddddd")
# Signs of Markdown that a reader does not see.
MARKS = "*_\\"
_MARKS = re.compile(rf"[{re.escape(MARKS)}]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """«Đảng ủy», «Ðảng uỷ» and their NFD spellings → «dang uy». Blanks and signs are kept."""
    spread = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(c for c in spread if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4096)  # the same few names of fields, issuers and types, a hundred times a notice
def slug(text: str) -> str:
    """«75-TB/ĐU» → «75-tb-du»; «Lĩnh vực kinh tế- Đô thị» → «linh-vuc-kinh-te-do-thi»; «!!!» → ""."""
    return _NOT_SLUG.sub("-", fold(unicodedata.normalize("NFKC", text))).strip("-")


def printed(text: str) -> str:
    """The words as a reader sees them: white space folded, without Markdown's marks «*», «_» and «\\»."""
    return " ".join(_MARKS.sub("", text).split())
