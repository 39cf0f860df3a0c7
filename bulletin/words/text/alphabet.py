"""The order of the Vietnamese alphabet: a ă â b c d đ e ê … with the tones as the last tie-breaker."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: i for i, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_DIGITS = re.compile(r"(\d+)")

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


def collation_key(text: str) -> Key:
    """Sorts An Ánh Ăn Ân Dung Đông, and «Tổ 2» before «Tổ 10». Total: equal keys only for equal texts."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for part in _DIGITS.split(unicodedata.normalize("NFC", text)):
        if part.isdecimal():
            letters.append((1, int(part[:999])))
            continue
        for char in part.lower():
            spread = unicodedata.normalize("NFD", char)
            tone = next((_TONES[c] for c in spread if c in _TONES), 0)
            plain = unicodedata.normalize("NFC", "".join(c for c in spread if c not in _TONES))
            if plain in _RANK:
                letters.append((2, _RANK[plain]))
                tones.append(tone)
            elif plain.isspace():
                letters.append((0, 0))
            else:
                letters.append((3, ord(char)))
    return tuple(letters), tuple(tones), text
