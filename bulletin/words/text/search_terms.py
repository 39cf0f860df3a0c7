"""What a search looks up: words, pairs of neighbours, and where each lies.

`templates/static/search.js` has the same rules, and a test in Chromium compares them.
A Vietnamese word is mostly two syllables, so what is written between blanks finds too much, and pairs find phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import sub
from sys import intern
from unicodedata import normalize
from zlib import crc32

from bulletin.words.encoding.styled_letters import unstyled
from bulletin.words.text.fold import fold

END = "\0"  # stands between the words of two blocks: no phrase goes over it
_WORD = re.compile(rf"[^\W_]+|{END}")
_MOST_PIECES = 2**16
_ZEROS = re.compile(r"\A0+(?=[0-9])")
# A last y alone after consonants is spelt i as well: kỷ niệm and kỉ niệm, quy định and qui định. Not so behind another
# vowel, where it is another word: tay and tai, thúy and thúi; nor where it is the whole word, for I is a figure.
_Y = re.compile(r"(?:qu|[cgkpt]h|ngh?|nh|tr|[bdđghklmnprstvx])y")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_D = str.maketrans("ðɖ", "đđ")
_DIGITS = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ-_wxyz"


class Pieces(dict[str, tuple[str, ...]]):
    """The words of what stands between two blanks: «TB/ĐU),» → tb đu. Cut when first asked for, and kept.

    Notices say the same few thousand things, so whoever reads many texts keeps one for all of them.
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _MOST_PIECES:
            self.clear()
        words = self[piece] = tuple(map(intern, _WORD.findall(unstyled(piece).lower())))
        return words


def words_of(*texts: str, pieces: Pieces | None = None) -> tuple[str, ...]:
    """Words in lower case, with END between texts and between lines: «Số 75 -TB/ĐU» → số 75 tb đu.

    `pieces` are those known from texts before; they change the time it takes and nothing else.
    """
    typed = "\n".join(texts).replace("\n", f" {END} ").split()
    return tuple(chain.from_iterable(map((Pieces() if pieces is None else pieces).__getitem__, typed)))


@lru_cache(maxsize=2**16)
def bare(word: str) -> str:
    """The key a word is found by, however it is typed: «đường» → «duong», «05» → «5», «kỷ» and «kỉ» → «ki»."""
    key = _ZEROS.sub("", fold(word), count=1) if word[0] == "0" else fold(word)
    return f"{key[:-1]}i" if _Y.fullmatch(key) else key


@lru_cache(maxsize=2**16)
def sharp(word: str) -> str:
    """A word with its diacritics, in one spelling: «hòa» as «hoà», «kỹ» as «kĩ», «Ð» as «Đ», «05» as «5»."""
    spread = normalize("NFD", _ZEROS.sub("", word.lower().translate(_D), count=1))
    tone = _TONE.search(spread)
    letters = _TONE.sub("", spread, count=1)
    return (f"{letters[:-1]}i" if _Y.fullmatch(letters) else letters) + (tone[0] if tone else "")


def shard_of(key: str, count: int) -> int:
    """The shard of a key: the low bits of its CRC-32; `count` is a power of two."""
    return crc32(key.encode()) & (count - 1)


def pack(ids: Sequence[int]) -> str:
    """Rising numbers (from 0) as text: the steps from each to the next, less 1, in LEB128 with five bits a character.

    A digit of the upper half of `_DIGITS` says that more of the same step follow, the lowest bits first: steps up to 32
    are one character. [0, 1, 5] → «003»; [40] → «I1». `unpack` in templates/static/search.js reads it.
    """
    steps = map(sub, ids, (-1, *ids))
    return "".join([_STEPS[step] if step < _FEW else _leb128(step - 1) for step in steps])


def _leb128(number: int) -> str:
    characters = ""
    while number > 31:
        characters += _DIGITS[32 + (number & 31)]
        number >>= 5
    return characters + _DIGITS[number]


_FEW = 1024
_STEPS = ("", *map(_leb128, range(_FEW - 1)))  # those that are common are made once
