"""The source of a body as plain sentences, with the way back: «**từ ngày 29/4** đến\\nhết» is one phrase, and a row of
a table is a sentence in which each cell has the name of its column: «Thời gian ngừng điện: 22h00 ngày 24/11/2025; …».
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from bulletin.understand.text.plain import plain

_LONGEST = 400  # characters of a sentence that are looked at on each side
_END = "\x1f"  # a line end while it is not known whether it ends what is said
_NO_LINE = _END + _END
_GAP = re.compile(rf" [ {_END}]+|{_END}[ {_END}]*")
_BLANKS = re.compile("  +")
_ITEM = re.compile(
    r"[-+*•#>|▪➢✓✔☑→👉✅⏰📍☎🔹🔸]|[0-9a-zđ]{1,2}[.)/] |[0-9]{1,2}\.[0-9]{1,2}[.)]? |[IVX]{1,4}\. |\([0-9a-z]\) "
)
_SHORT_LINE = 60
_MARKS = "*_`|"
_STRUCK = re.compile(r"~~[^~\n]+~~|<(?P<tag>s|del)>[^<\n]*</(?P=tag)>")
_ADDRESS = re.compile(r"\]\([^()\s]{0,400}\)?|https?://[^\s)]{1,400}|<[^<>\n]{1,200}>")
# What stands before a stop is asked after it, so that the search skips all other characters.
_STOP = re.compile(
    r"[.!?…;\n](?:(?<=\n)|"
    r"(?<=[\wà-ỹ)%”\"»'’].)(?<!(?<!\w)[tT][pP]\.)(?<!(?<!\w)[đĐ]/c\.) ?/?\.?(?= [“\"«(+-]?[A-ZĐÀ-Ỹ0-9]))"
)
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
CELL = " ¦ "  # between the cells of a row; printed as a semicolon
_NO_NAME = re.compile(r"(?:stt|tt|số tt|số thứ tự|#)\.?", re.IGNORECASE)


class Plain(NamedTuple):
    """Text with single blanks; a line end is one that ends what is said. `low` is the same in lower case.

    `stops` are the bounds of sentences; `at_plain` and `at_source` are where the runs begin that are the same in both.
    """

    text: str
    low: str
    stops: list[int]
    at_plain: list[int]
    at_laid: list[int]
    laid: list[int]
    at_source: list[int]

    def back(self, at: int) -> int:
        """Where in the source text[at] stands."""
        i = bisect_right(self.at_plain, at) - 1
        at += self.at_laid[i] - self.at_plain[i]
        i = bisect_right(self.laid, at) - 1
        return self.at_source[i] + at - self.laid[i]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around text[start:end], or of what is near."""
        i = bisect_right(self.stops, start) - 1
        j = bisect_right(self.stops, max(start, end - 1))
        begin = self.stops[i] if i >= 0 else 0
        stop = self.stops[j] if j < len(self.stops) else len(self.text)
        return max(begin, start - _LONGEST), min(stop, end + _LONGEST)

    def line(self, at: int) -> tuple[int, int]:
        """The bounds of the line around text[at]."""
        end = self.low.find("\n", at)
        return self.low.rfind("\n", 0, at) + 1, len(self.low) if end < 0 else end


def plain_text(source: str) -> Plain:
    """`source` as plain sentences."""
    text, laid, at_source = _with_rows(source) if "|" in source else (source, [0], [0])
    if "~~" in text or "<" in text:  # struck out: no longer said
        text = _STRUCK.sub(lambda m: " " * len(m[0]), text)
    if "://" in text or "](" in text or "<" in text:
        text = _ADDRESS.sub(lambda m: " " * len(m[0]), text)
    bare = text = plain(text.replace("\n", _END))
    for mark in _MARKS:
        bare = bare.replace(mark, " ")
    pieces: list[str] = []
    at_plain, at_laid = [0], [0]
    done = length = 0
    for gap in _GAP.finditer(bare) if _END in bare else _BLANKS.finditer(bare):
        low, high = gap.span()
        hard = _END in gap[0] and (_NO_LINE in gap[0] or _hard(text, low, high))
        pieces += (bare[done:low], "\n" if hard else " ")
        length += low - done + 1
        at_plain.append(length)
        at_laid.append(high)
        done = high
    pieces.append(bare[done:])
    flat = "".join(pieces)
    low_flat = flat.lower()
    stops = [m.end() for m in _STOP.finditer(flat)]
    return Plain(flat, low_flat if len(low_flat) == len(flat) else flat, stops, at_plain, at_laid, laid, at_source)


def _hard(text: str, start: int, end: int) -> bool:
    """Whether the line end in text[start:end] ends what is said: before an item or an empty line, after a full stop or
    colon, and where a short line ends before a capital."""
    after = text[end : end + 80].lstrip(" ")
    if not after or after[0] == _END or text.count(_END, start, end) > 1 or _ITEM.match(after):
        return True
    before = text[max(0, start - 1) : start]
    if before in (".", ":", ";", "!", "?", _END, ""):
        return True
    return after[0].isupper() and start - text.rfind(_END, 0, start) < _SHORT_LINE


def _with_rows(source: str) -> tuple[str, list[int], list[int]]:
    """`source` with each row of a table as a sentence, and the runs that are the same in both."""
    pieces: list[str] = []
    laid, at_source = [], []
    names: tuple[str, ...] = ()
    length = at = 0

    def put(text: str, origin: int) -> None:
        nonlocal length
        laid.append(length)
        at_source.append(origin)
        pieces.append(text)
        length += len(text)

    lines = source.split("\n")
    for i, line in enumerate(lines):
        below = lines[i + 1] if i + 1 < len(lines) else ""
        if line.count("|") < 1 or not (line.lstrip().startswith("|") or names or _is_rule(below)):
            names = ()
            put(f"{line}\n", at)
        elif _is_rule(line):
            put("\n", at)
        elif _is_rule(below):
            names = tuple(cell.strip(" *_") for _, cell in _cells(line))
            put("\n", at)
        else:
            put("\n- ", at)
            for column, (start, cell) in enumerate(_cells(line)):
                words = cell.strip()
                name = names[column] if column < len(names) else ""
                if not words or _NO_NAME.fullmatch(name) or (not names and column == 0 and words.isdigit()):
                    continue
                if name:
                    put(f"{name}: ", at + start)
                inside = at + start + len(cell) - len(cell.lstrip())
                put(words, inside)
                put(CELL, inside + len(words))
            put("\n\n", at + len(line))
        at += len(line) + 1
    return "".join(pieces), laid, at_source


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a row with their offsets; empty ones too, so that each keeps the number of its column."""
    start = line.find("|") + 1 if line.lstrip().startswith("|") else 0
    cells = []
    while start < len(line):
        end = line.find("|", start)
        while end > 0 and line[end - 1] == "\\":
            end = line.find("|", end + 1)
        end = len(line) if end < 0 else end
        cells.append((start, line[start:end]))
        start = end + 1
    return cells
