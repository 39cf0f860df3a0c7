"""Characters of no width: which may go without a word changing, and the words around those that may not.

«ph⟨U+200B⟩ường» → «phường»        «45⟨U+200B⟩/UBND» → «45/UBND»       one word, as everybody reads it
«công⟨U+200B⟩dân», «20⟨U+00AD⟩25»   → stay, and are told                 perhaps two
«👨⟨U+200D⟩👩»                       → no stranger: it makes one picture of two
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# What joins, parts or turns text and is not seen itself. (A byte order mark at the very beginning of a file is none.)
_HIDDEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
HIDDEN = re.compile(f"[{_HIDDEN}]")
_RUN = re.compile(f"[{_HIDDEN}]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Letters of TCVN3 as they look in Unicode: there U+00AD is «ư».
_TCVN3 = re.compile(r"(?<=[^\W\d_])[®µ¸¶¹¨©¬¦§£¢¼½¾]|[®µ¸¶¹¨©¬¦§£¢¼½¾](?=[^\W\d_])")
_SYLLABLE = re.compile(
    r"""
    (?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?                   # initial
    (?:uyê|uye|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uơ|uy|oo|ia|ua|ưa|[aăâeêioôơuưy])     # vowels
    (?:ng|nh|ch|[cmnptiuyo])?                                                   # final
    """,
    re.VERBOSE,
)
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_AROUND = re.compile(r"\S*\Z"), re.compile(r"\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Hidden characters at text[start:stop]; `goes`: no word changes without them; `around`: «ph⟨U+200B⟩ường»."""

    start: int
    stop: int
    goes: bool
    around: str


def hidden(text: str) -> Iterator[Hidden]:
    """Every run of characters that nobody sees, but for joiners of pictures and a byte order mark at the start."""
    turned, old = _RIGHT_TO_LEFT.search(text) is not None, None
    for m in _RUN.finditer(text):
        start, stop = m.span()
        if (m[0] == "\u200d" and _joins(text, start)) or (start == 0 and m[0] == "\ufeff"):
            continue
        left = _AROUND[0].search(text, max(0, start - 40), start)
        right = _AROUND[1].match(text, stop, stop + 40)
        before, after = (left[0] if left else ""), (right[0] if right else "")
        goes = _one_word(before, after) and not (turned and _TURNS.search(m[0]))
        if goes and "\xad" in m[0]:
            old = _TCVN3.search(text) is not None if old is None else old
            goes = not old
        names = "".join(f"⟨U+{ord(character):04X}⟩" for character in m[0][:3])
        yield Hidden(start=start, stop=stop, goes=goes, around=f"{before}{names}{after}")


def without_hidden(text: str) -> str:
    """`text` without the characters that may go; nothing else changes."""
    kept, at = [], 0
    for run in hidden(text):
        if run.goes:
            kept.append(text[at : run.start])
            at = run.stop
    return "".join((*kept, text[at:]))


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two pictures."""
    before = text[:at][-3:].rstrip("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")[-1:]
    return _is_picture(before) and _is_picture(text[at + 1 : at + 2])


def _is_picture(character: str) -> bool:
    return bool(character) and (unicodedata.category(character) == "So" or ord(character) >= 0x1F000)


def _one_word(before: str, after: str) -> bool:
    """Whether what stands on both sides is one word, or no words meet: a blank, a stop or a slash between them."""
    if not (before[-1:].isalnum() and after[:1].isalnum()):
        return True
    left = re.search(r"[^\W\d_]*\Z", unicodedata.normalize("NFC", before))
    right = re.match(r"[^\W\d_]*", unicodedata.normalize("NFC", after))
    if not (left and right and left[0] and right[0]):
        return False
    plain = unicodedata.normalize("NFD", (left[0] + right[0]).lower()).translate(_TONES)
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)) is not None
