"""The source of a body as plain sentences, with the way back: «**từ ngày 29/4** đến\\nhết» is one phrase, and a row of
a table is a sentence in which each cell has the name of its column: «Thời gian ngừng điện: 22h00 ngày 24/11/2025; …».
"""

from __future__ import annotations

import re

from bulletin.understand.deadlines.sentences import CELL, Plain
from bulletin.understand.text.plain import plain
from bulletin.words.text.row_numbers import names_row_numbers

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


class _Laid:
    """Text that is laid out piece by piece: `offsets` has the offset of each in it, `origins` that in the source."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.offsets: list[int] = []
        self.origins: list[int] = []
        self.length = 0

    def put(self, text: str, origin: int) -> None:
        """Adds `text`, which stands at `origin` in the source, or is put in there."""
        self.offsets.append(self.length)
        self.origins.append(origin)
        self.pieces.append(text)
        self.length += len(text)


def plain_text(source: str) -> Plain:
    """`source` as plain sentences."""
    text, laid, at_source = _with_rows(source) if "|" in source else (source, [0], [0])
    if "~~" in text or "<" in text:  # struck out: no longer said
        text = _STRUCK.sub(_blank, text)
    if "://" in text or "](" in text or "<" in text:
        text = _ADDRESS.sub(_blank, text)
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
    stops = [stop.end() for stop in _STOP.finditer(flat)]
    return Plain(flat, low_flat if len(low_flat) == len(flat) else flat, stops, at_plain, at_laid, laid, at_source)


def _blank(match: re.Match[str]) -> str:
    """As many blanks, so that offsets stay."""
    return " " * len(match[0])


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
    """`source` with each row of a table as a sentence, and the offsets, in both, of the runs that are the same."""
    laid = _Laid()
    columns: tuple[str, ...] = ()
    origin = 0
    lines = source.split("\n")
    for line, below in zip(lines, (*lines[1:], ""), strict=True):
        if "|" not in line or not (line.lstrip().startswith("|") or columns or _is_rule(below)):
            columns = ()
            laid.put(f"{line}\n", origin)
        elif _is_rule(line):
            laid.put("\n", origin)
        elif _is_rule(below):
            columns = tuple(cell.strip(" *_") for _, cell in _cells(line))
            laid.put("\n", origin)
        else:
            _put_row(laid, line, columns, origin)
        origin += len(line) + 1
    return "".join(laid.pieces), laid.offsets, laid.origins


def _put_row(laid: _Laid, line: str, columns: tuple[str, ...], origin: int) -> None:
    """«| 1 | Tổ 3 | 12/5 |» below «| STT | Tổ | Ngày |»: «- Tổ: Tổ 3 ¦ Ngày: 12/5 ¦ »; numbers of rows are left out."""
    laid.put("\n- ", origin)
    for column, (start, cell) in enumerate(_cells(line)):
        words = cell.strip()
        name = columns[column] if column < len(columns) else ""
        is_row_number = names_row_numbers(name) or (not columns and column == 0 and words.isdigit())
        if not words or is_row_number:
            continue
        if name:
            laid.put(f"{name}: ", origin + start)
        inside = origin + start + len(cell) - len(cell.lstrip())
        laid.put(words, inside)
        laid.put(CELL, inside + len(words))
    laid.put("\n\n", origin + len(line))


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
