"""Names of bodies in capitals, as a letterhead has them, in the case in which they are written elsewhere.

    ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG  → Ủy ban nhân dân tỉnh Lâm Đồng
    SỞ THÔNG TIN VÀ TRUYỂN THÔNG   → Sở Thông tin và Truyển thông      (the letters stay those of the paper)
    TRUNG TÂM ABC                  → as it is: nobody knows which of its words are names

Only the case changes, and only where a row tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bulletin.words.papers.administrative_units import KINDS
from bulletin.words.text.fold import fold

_LONGEST = 4  # words of the name of a place
_VOWEL = re.compile(r"[aeiouy0-9]")
_KINDS = sorted((tuple(fold(kind).split()) for kind in KINDS), key=len, reverse=True)


class Names:
    """Known names, by their words without marks and case."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known: Mapping[tuple[str, ...], tuple[str, ...]] = {
            tuple(fold(name).split()): tuple(name.split()) for name in reversed(list(names))
        }
        self._longest = max(map(len, self._known), default=0)

    def cased(self, text: str) -> tuple[str, bool]:
        """The name, and whether its case is known: that of what is no capitals is."""
        words = text.split()
        if not text.isupper():
            return " ".join(words), True
        folded = tuple(map(fold, words))
        for size in range(min(len(words), self._longest), 0, -1):
            model = self._known.get(folded[:size])
            place = _place(words[size:], folded[size:], named=folded[size - 1] == "uy" and size == 2) if model else None
            if model and place is not None:
                return " ".join([*map(_like, words[:size], model), *place]), True
        return " ".join(words), False


def _like(word: str, model: str) -> str:
    if sum(c.isupper() for c in model) > 1:
        return word
    return word.capitalize() if model[:1].isupper() else word.lower()


def _place(words: list[str], folded: tuple[str, ...], *, named: bool) -> list[str] | None:
    """«TỈNH LÂM ĐỒNG» → tỉnh Lâm Đồng, «1» → 1; nothing of nothing, None of what is no place. `named`: it needs no word
    for its kind, as behind «HUYỆN ỦY»."""
    cased: list[str] = []
    at = named_since = 0
    while at < len(words):
        kind = next((k for k in _KINDS if folded[at : at + len(k)] == k), None)
        if kind is None and not cased and not named and not words[at].isdigit():
            return None
        size = len(kind) if kind else 1
        named_since = at + size if kind else named_since
        # «PHƯỜNG THỬ THƯỜNG TRỰC HĐND»: no name of a place is so long, nor without a vowel.
        if kind is None and (at - named_since >= _LONGEST or not _VOWEL.search(folded[at])):
            return None
        cased += (word.lower() if kind else _name(word) for word in words[at : at + size])
        at += size
    return cased


def _name(word: str) -> str:
    return word if any(c.isdigit() or c == "." for c in word) else "-".join(p.capitalize() for p in word.split("-"))
