"""A text that is too long for its place."""

from __future__ import annotations

import re

# No text ends with these: no «đến hết ngày…», no «Ủy…».
_DANGLING = frozenset((
    "từ", "đến", "tới", "hết", "trước", "sau", "lúc", "vào", "ngày", "tháng", "năm", "thứ", "giờ", "số", "và", "hoặc",
    "của", "tại", "ở", "về", "để", "cho", "với", "theo", "trên", "trong", "do", "bởi", "nhằm", "các", "những", "được",
    "là", "kể", "khoảng", "như",
))  # fmt: skip
_HALF_NAMES = frozenset(("Ủy", "Uỷ", "Y", "Nhân", "Trạm", "Nhà", "Hội"))
# A name follows: «phường Hòa Cường».
_OF_NAME = frozenset(("phường", "xã", "quận", "huyện", "tỉnh", "phố", "đường", "ngõ", "thôn", "ông", "bà"))
# A number belongs to what it counts, and to what goes on after its comma: «Tổ 1, 2, 3», «22 tháng 11». A year ends a
# date.
_NUMBER = re.compile(r"\W*(?!(?:19|20)[0-9]{2}$)[0-9]+(?:[.,][0-9]+)*[,–-]?")
_MOST_TAKEN = 6  # words that may be left out so that it ends well


def shorten(text: str, most: int) -> str:
    """At most so many characters: whole words with «…» after them, or the beginning of a word that is longer."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return cut(text[:most], text[most])


def cut(head: str, following: str = "") -> str:
    """`head`, the beginning of a longer text that has the sign `following` next, to the last whole word that tells
    something: no half of a date, of a list of numbers or of a name."""
    whole, _, rest = head.rpartition(" ")
    kept, rest = whole, rest or following
    for _ in range(_MOST_TAKEN):
        before, _, last = kept.rpartition(" ")
        if not before or _may_end(last, rest):
            break
        kept, rest = before, last
    else:
        kept = whole
    return (kept or head[:-1]).rstrip(" ,;:.–-(“\"'") + "…"


def _may_end(last: str, following: str) -> bool:
    """Whether a text may end between these two words."""
    low = last.lower()
    if low in _DANGLING or last in _HALF_NAMES or _NUMBER.fullmatch(last) or following.lstrip("(“\"'")[:1].isdigit():
        return False
    # «Trạm Y tế phường¦Hòa¦Cường»: inside a name.
    in_name = (last[:1].isupper() and not last.isupper()) or low in _OF_NAME
    return not (in_name and following[:1].isupper())
