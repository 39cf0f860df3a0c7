"""The name of a type before a number: «**Công văn** số 595-CV/QU», «**Luật** An ninh mạng số 24/2018/QH14»."""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin.model.number import Number
from bulletin.understand.citations.cited import Block
from bulletin.understand.citations.lexicon import Lexicon

_NOT_AFTER = frozenset((
    "mẫu", "biểu", "biểu-mẫu", "lục", "qcvn", "tcvn", "thửa", "tổ", "tdp", "lớp", "khối", "tuyến", "mã", "stt",
    "hồ", "nhà", "ngõ", "ngách", "hẻm", "lô", "tờ", "phòng", "căn", "km", "iso", "tk", "gplx", "quốc", "đường", "ô",
    "trang", "bảng", "hình", "đội", "mũi", "tác", "sách", "quyển", "sổ", "chuẩn",
))  # fmt: skip
_NUMBER_SIGN = frozenset((
    "số", "số:", "số.", "(số", "(số:", "so", "sô", "no.", "nº",
))  # fmt: skip
_OPENING = "([“\"'«*_+-–•"
# Between the name of a type and «số»: «Công điện khẩn số», «Luật An ninh mạng số», «Tờ trình của Sở Nội vụ số».
_REACH = 160
_LAW_REACH = 260
_NEAR, _NEAR_BARE, _NEAR_FORM = 48, 40, 30  # characters in which the words right before a number are looked for
_BREAK = re.compile(r"[.;:!?](?=\s|$)|[“”«»\"]")
_OF_WHOM = re.compile(r"[0-9]{1,5}(?:/[0-9]{4})? {1,3}của (?=\w)")
_LAWS = ("Luật", "Bộ luật", "Nghị quyết", "Pháp lệnh")  # types of what the assembly passes

Words = list[tuple[str, int]]


class TypeBefore(NamedTuple):
    """The type said before a number, "" when none is; where its name begins, else the number itself; and `near`:
    whether a type's name or «số» stands right before it."""

    kind: str
    begin: int
    near: bool


def _words_before(lower: str, at: int, reach: int) -> Words:
    """(word, offset) of the words that end within `reach` characters before `at`, the nearest first."""
    words: Words = []
    low = max(0, at - reach)
    for word in lower[low:at].split()[::-1]:
        at = lower.rfind(word, low, at)
        words.append((word, at))
    return words


def type_before(block: Block, at: int, number: Number) -> TypeBefore:
    """The type of the `number` that begins at `at`: its name stands right before it, or before «số», with what the
    paper is about between: «Luật An ninh mạng số …»."""
    words = _words_before(block.lower, at, _NEAR)
    numbered = bool(words) and (words[0][0] in _NUMBER_SIGN or words[0][0].endswith(("số", "số:")))
    if words and not numbered and words[0][0] in (":", "):"):
        numbered = len(words) > 1 and words[1][0] in _NUMBER_SIGN
        words = words[1:]
    rest = words[1:] if numbered else words
    kind, begin = _name_of_type(rest, block.lexicon)
    if kind:
        return TypeBefore(kind, begin, near=True)
    if numbered and (far := _type_of_clause(block, rest[0][1] + len(rest[0][0]) if rest else 0, number)):
        return far
    return TypeBefore("", at, near=False)


def _type_of_clause(block: Block, stop: int, number: Number) -> TypeBefore | None:
    """The type named earlier in the clause that ends at `stop`; behind another number nothing is looked for."""
    is_law = number.style == "law" or number.issuer.startswith("UBTVQH")
    clause: Words = []
    for word, start in _words_before(block.lower, stop, _LAW_REACH if is_law else _REACH):
        if _BREAK.search(word) or (word.endswith(",") and not is_law):
            break
        clause.append((word, start))
    for i in range(1, len(clause)):
        kind, begin = _name_of_type(clause[i:], block.lexicon)
        if kind and (not is_law or kind in _LAWS):
            return TypeBefore(kind, begin, near=True)
        if clause[i - 1][0][:1].isdigit():
            break
    return None


def _name_of_type(words: Words, lexicon: Lexicon) -> tuple[str, int]:
    """The longest name of a type made by the nearest words, and its offset; ("", 0) when they make none."""
    for count in lexicon.lengths.get(words[0][0].lstrip(_OPENING), ()) if words else ():
        if count <= len(words):
            first, start = words[count - 1]
            bare = first.lstrip(_OPENING)
            if kind := lexicon.types.get(" ".join([bare, *[word for word, _ in words[: count - 1][::-1]]])):
                return kind, start + len(first) - len(bare)
    return "", 0


def type_before_bare(block: Block, at: int) -> TypeBefore:
    """The type of a number without letters; `near` tells whether «số» stands between.

    «quyết định 2 nội dung» decides: the name of a paper is capital, or somebody's («chỉ thị 16 của Thủ tướng»).
    """
    smooth, lexicon = block.smooth, block.lexicon
    words = _words_before(block.lower, at, _NEAR_BARE)
    numbered = words[0][0] in _NUMBER_SIGN
    kind, begin = _name_of_type(words[1:] if numbered else words, lexicon)
    named = numbered or smooth[begin].isupper() or (kind in lexicon.bare and bool(_OF_WHOM.match(smooth, at)))
    return TypeBefore(kind, begin, numbered) if kind and named else TypeBefore("", at, near=False)


def is_of_a_form(lower: str, at: int) -> bool:
    """Whether the word before (a «số» skipped) says that this is a form, a plot, a class …: «Mẫu số 01/TB-UBND»."""
    words = [word.strip(_OPENING + ":.,") for word, _ in _words_before(lower, at, _NEAR_FORM)[:2]]
    if words and words[0] in ("số", "sô"):
        words = words[1:]
    return bool(words) and words[0] in _NOT_AFTER
