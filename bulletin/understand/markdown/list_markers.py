"""Lines that begin a point of their own: bullets as Word leaves them, and numbers in every form that offices print.

    • Đơn   ➢ Nộp   o Bản chính   –Một      → items of a list: the bullet is only a bullet
    1/ Đơn   (1) Nộp   a. Ảnh   i) Ý   1.1. Ý   1.Đến quầy   ✓ Không thu   👉 Thời gian
                                            → a line each, signs and numbers as they were typed
    …mức hỗ trợ là⏎1.5 triệu đồng   …ông N. V.⏎A. Trần   …theo⏎15/4/2022   …các trường hợp⏎(1) theo
                                            → the next line of a sentence

What may as well go on a sentence begins a point only where the line before has ended, or its neighbour in the row
stands nearby: (1) before (2), 1.1 after 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin.words.text.patterns import verbose
from bulletin.words.text.sentences import CAPITALS

# Blanks of every width but no line's end and nothing that has no width.
WIDE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BLANKS = " " + WIDE
_TO_PLAIN = dict.fromkeys(map(ord, WIDE), " ")
# Up to three marks at the head of a line, each with the blanks behind it.
_HEAD = verbose(rf"""
    [{_BLANKS}]*
    (?:
        (?:
            >|\#{{1,6}}                           # of a quotation, of a heading
            |[^\w\s]|[\uf020-\uf0ff]|o            # of an item
            |[(\[]?\w{{1,5}}[.)/\]]{{1,2}}         # a number: «1.», «(a)», «IV/»
            |\[\^[^\]]{{1,40}}\]:                 # of a footnote
        )
        [{_BLANKS}]+
    ){{0,3}}
""")

# Signs that Word, or a font of symbols, puts before an item. U+F020–F0FF stand in such a font and are an empty box
# elsewhere; «Ø», «ü», «§» are what is left of it in plain letters.
_BULLETS = "•·∙‧●○◦◉▪▫■►▶▸‣⁃➢➣➤➔➧❖◆◇♦⬥❯\uf020-\uf0ff"
_DASHES = "–—−‒―‐‑"
_NUMBER = r"(?:0|[1-9]\d{0,8})\."
_ITEM = verbose(rf"""
    ([ ]*)
    (?:
        ([-*+{_DASHES}]|{_NUMBER})[ ]+(?=\S)
        |([{_BULLETS}]\ufe0e?)[ ]*(?=\S)                                # such a sign needs no blank
        |([oØüŸ¨])(?:[ ]{{2,}}(?=[^\W\d_])|[ ](?=[{CAPITALS}]))           # a letter does: «o Bản chính»
        |(§)[ ]+(?=[^\W\d_])
        |([vqnl])[ ]{{2,}}(?=[{CAPITALS}])                                # as the tab of Word leaves it: «v   Đơn»
    )
""")
_TIGHT = re.compile(rf"[ ]*[-+{_DASHES}](?=[^\W\d_])(?![^\W\d_]+[-/])")
_SECOND = frozenset("+o")  # Word's second level

QUOTE = re.compile(r"(?:[ ]{0,3}>)+[ ]?")
_QUOTED = re.compile(r"(?:[ ]{0,3}>)*[ ]*(?:[*_]{1,3}(?=[(\w]))?")
_LETTER = "[a-zđ]"
_ROMAN, _LOW_ROMAN = "[IVX]{1,5}", "[ivx]{1,5}"
# Each begins a point wherever it stands at a line's head. («01.» is no number of a list: <ol> would print «1.».)
_SURE = verbose(rf"""
    (?:{_LETTER}|\d{{1,2}}|{_LOW_ROMAN})\)(?:[ ]|(?=[{CAPITALS}]))   # «a) Ảnh», «1)Đơn»
    |0\d+\.[ ]
    |\(?\*{{1,3}}\)[ ]*(?=[^\W_])                                # «(*) Mẫu», «**)»
    |[0-9\#*]\ufe0f?\u20e3                                      # a digit in a key: «1️⃣»
""")
# Each with what it is one of a row of; the group is its number.
_ROWS = (
    ("n", re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\.[ ]*(?=[^\W\d_])|[ ]+(?=[{CAPITALS}]))")),
    ("n", re.compile(r"(\d{1,3})\.[ ]*(?=[^\W\d_]|[\"“«])")),
    ("n", re.compile(r"(\d{1,2})/(?:[ ]+(?=[^\W\d_]|[\"“«])|(?=[^\W\d_])(?![^\W\d_]+[-/])(?![A-ZĐ]{2}))")),
    ("n", re.compile(r"(\d{1,2})[ ]?(?:[-–—]|:[ ])[ ]*(?=[^\W\d_])(?![^\W\d_]+[-/])")),
    ("(n", re.compile(r"[(\[](\d{1,2})[)\]][ ]*(?=\S)(?![,.;)])")),
    ("(a", re.compile(rf"[(\[]({_LETTER})[)\]][ ]*(?=\S)(?![,.;)])")),
    ("(i", re.compile(rf"[(\[]({_LOW_ROMAN})[)\]][ ]*(?=\S)(?![,.;)])")),
    ("I", re.compile(rf"({_ROMAN})(?:[./)][ ]*|[ ]?[-–][ ]+)(?=[^\W\d_])(?![A-ZĐ]\.)")),
    ("A", re.compile(r"([A-HĐ])[./)][ ]+(?=[^\W\d_])(?![A-ZĐ]\.)")),
    ("a", re.compile(rf"({_LETTER})(?:\.|/)(?:[ ]+(?=[^\W\d_]|[\"“«])|(?=[{CAPITALS}]))")),
    ("b", re.compile(r"(?:Bước|BƯỚC|Điều)[ ]+(\d{1,2})[.:)][ ]*(?=\S)")),
)
_CAPITAL_NEXT = re.compile(rf"[\"“«(*_]*[{CAPITALS}]")
_ENDED = (".", ":", ";", "!", "?", "…", ".)", ";)", "|", "”", "»")
# «ông N. V.⏎A. Trần»: what ends so goes on.
ABBREVIATED = re.compile(r"(?<!\w)[A-ZĐ][\w]{0,2}\.$")
_NEAR = 12  # lines between neighbours of a row
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_NO_SYMBOLS = frozenset("©®™°№¦")  # signs that words hold
_ARROWS = re.compile(r"(?:[-=]+>|[→⇒➜➡>]+[ ])(?=[ ]*\S)")


def plain_blanks(line: str) -> str:
    """`line` with plain blanks wherever they part a mark from the words: «##⍽I.», «-⍽», «1.⍽», «|⍽»."""
    if line.isascii() or not any(blank in line for blank in WIDE):
        return line
    head = _HEAD.match(line)
    if head:
        line = head[0].translate(_TO_PLAIN) + line[head.end() :]
    if "|" in line:
        line = "|".join(_plain_ends(cell) for cell in line.split("|"))
    bare = line.rstrip(_BLANKS)
    return bare + line[len(bare) :].translate(_TO_PLAIN)


def _plain_ends(cell: str) -> str:
    left, bare = cell.lstrip(_BLANKS), cell.strip(_BLANKS)
    return " " * (len(cell) - len(left)) + bare + " " * (len(left) - len(bare))


class Item:
    """An item's line: how far it stands in, its sign, its words; `rank` 0 of a number, 1, 2 of Word's second level."""

    __slots__ = ("indent", "marker", "rank", "words")

    def __init__(self, indent: int, marker: str, words: str) -> None:
        self.indent, self.marker, self.words = indent, marker, words
        self.rank = 0 if marker[0].isdigit() else 2 if marker in _SECOND else 1

    @property
    def interrupts(self) -> bool:
        """Whether it may follow the line of a paragraph: of numbers only 1 may, for «năm⏎2022. Tiếp tục» goes on."""
        return self.rank != 0 or self.marker == "1."

    @property
    def bullet(self) -> str:
        """The marker as the library knows it."""
        return self.marker if self.rank == 0 else "+" if self.rank == 2 else "-"


def item_on(line: str, *, tight: bool) -> Item | None:
    """The item that begins on `line`, if one does; `tight`: also where the blank behind a dash is missing."""
    m = _ITEM.match(line)
    if m:
        return Item(len(m[1]), next(filter(None, m.groups()[1:])), line[m.end() :])
    if tight and (t := _TIGHT.match(line)):
        return Item(t.end() - 1, line[t.end() - 1], line[t.end() :])
    return None


class _Numbered(NamedTuple):
    """A line that a number of some row stands before; `sure` when it begins a point whatever stands around it."""

    line: int
    number: tuple[int, ...]
    sure: bool


def points(lines: Sequence[str]) -> tuple[set[int], set[int]]:
    """Of the lines, those that begin a point and stay as typed, and those that are items with a blank missing."""
    rows: dict[str, list[_Numbered]] = {}
    begin: set[int] = set()
    tight: list[int] = []
    before = ""  # the line before, "" after a blank one
    bare = [line[_QUOTED.match(line).end() :] for line in lines]  # type: ignore[union-attr] # matches nothing, too
    for i, line in enumerate(bare):
        if not line:
            pass
        elif _TIGHT.match(line):
            tight.append(i)
        elif _SURE.match(line) or _is_symbol(line):
            begin.add(i)
        else:
            for row, number, end in _numbers(line):
                rows.setdefault(row, []).append(_Numbered(i, number, _begins_surely(row, line, end, before)))
        before = line
    for numbered in rows.values():
        begin.update(_in_a_row(numbered))
    return begin, set(_in_company(tight, bare))


def _begins_surely(row: str, line: str, end: int, before: str) -> bool:
    """Whether the number before `end` begins a point whatever its neighbours: `before` has ended, and a capital
    follows unless it stands in brackets."""
    ended = not before or _ends(before)
    return ended and (row[0] in "([" or _CAPITAL_NEXT.match(line, end) is not None)


def _in_a_row(numbered: Sequence[_Numbered]) -> Iterator[int]:
    """Of the lines of one kind of number, those that begin a point surely or stand near a neighbour: (1) before (2)."""
    for k, here in enumerate(numbered):
        beside = (*numbered[max(k - 1, 0) : k], *numbered[k + 1 : k + 2])
        if here.sure or any(
            abs(other.line - here.line) <= _NEAR and _neighbours(*sorted((here.number, other.number)))
            for other in beside
        ):
            yield here.line


def _numbers(line: str) -> Iterator[tuple[str, tuple[int, ...], int]]:
    """(row, number, where the words begin) of each way to read the head of `line` as a number."""
    if not (line[0].isalnum() or line[0] in "(["):
        return
    for row, shape in _ROWS:
        if m := shape.match(line):
            yield row, _number(m[1], row), m.end()


def _number(printed: str, row: str) -> tuple[int, ...]:
    if printed[0].isdigit():
        return tuple(map(int, printed.split(".")))
    if row in ("I", "(i"):
        digits = [_ROMAN_DIGITS[sign] for sign in printed.lower()]
        return (sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits)),)
    return ("aăâbcdđeêghiklmnoôơpqrstuưvxy".find(printed.lower()),)


def _neighbours(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Whether `two` follows `one`: 2 after 1, 1.2 after 1.1, 1.1 after 1, 2 after 1.3."""
    if len(two) == len(one):
        # Letters of a list leave out some: a, b, c, d, đ, e.
        return two[:-1] == one[:-1] and 0 < two[-1] - one[-1] <= 3
    return two == (*one, 1) or two[:-1] == one


def _ends(before: str) -> bool:
    bare = before.rstrip().rstrip("*_")
    return bare.endswith(_ENDED) and not ABBREVIATED.search(bare[-6:])


def _is_symbol(line: str) -> bool:
    """«✓ …», «👉 …», «① …», «→ …»: a picture at a line's head."""
    if line[0].isascii():
        return _ARROWS.match(line) is not None
    kind = unicodedata.category(line[0])
    return (kind in ("So", "No", "Nl") and line[0] not in _NO_SYMBOLS) or _ARROWS.match(line) is not None


def _in_company(tight: list[int], lines: Sequence[str]) -> Iterator[int]:
    """Of lines like «–Một», those that are no word cut in two: in a row of such, or where something has ended."""
    known = set(tight)
    for i in tight:
        before = lines[i - 1] if i else ""
        beside = {i - 1, i + 1} & known or _ITEM.match(before)
        words = lines[i].lstrip(" ")[1:]
        if beside or (words[0].isupper() and (not before.strip() or _ends(before))):
            yield i
