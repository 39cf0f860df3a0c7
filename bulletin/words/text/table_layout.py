"""How a table is laid out where there is no room for it: each row as a card, each cell with the name of its column.

Nothing is added to the text: names of columns stand in an attribute, all else are classes for the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletin.model.text import OBJECT, Block, Hyperlink, MentionMark, NoteMark, Picture
from bulletin.words.text.blocks import words_in
from bulletin.words.text.row_numbers import names_row_numbers

# Widths in letters. A cell also has its edges: more of a letter where the print is small.
_EDGES, _SMALL_EDGES = 2.3, 1.2
_ROOM, _SMALL_ROOM = 72, 97  # of a page or a sheet, at its own size of print and at a small one
_LONG = 16  # a word that may be broken: an address, a mailbox
_PIECES = re.compile(r"[^ \t\n-]+-?")  # between which a line may end
_ORDINAL = re.compile(r"[IVX]{1,5}|[A-ZĐ]")  # of a part of a table: «II», «B»
_LEADS = Hyperlink | MentionMark | NoteMark | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`name` is "" of a column without a head; the rows are numbered in one that `numbers` them."""

    name: str
    numbers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """`size` is "", «fine» of a table that fits in small print only, «tight» of one that fits by breaking words.

    `head` is «none» where no column has a name, «shown» where it leads somewhere, names one column alone or is all
    there is, else "". `rows` has for each row of the body: «group» of one that heads those below it, «goes-on» of one
    whose first cell is left empty because the one above holds for it too, «blank» of one without words, else "".
    """

    size: str
    head: str
    columns: tuple[Column, ...]
    rows: tuple[str, ...]

    def column(self, number: int) -> Column:
        """That of a cell; rows may have more cells than the head."""
        return self.columns[number] if number < len(self.columns) else _NO_COLUMN


_NO_COLUMN = Column(name="", numbers=False)


def table_layout(table: Block) -> TableLayout:
    """That of a table of a text."""
    parts = {part.kind: _cells(part) for part in table.content if isinstance(part, Block)}
    heads, body = next(iter(parts.get("head", [])), []), parts.get("body", [])
    names = [" ".join(_text(cell).replace(OBJECT, "").split()).rstrip(" :") for cell in heads]
    rows = [[_text(cell).strip() for cell in cells] for cells in body]
    leads = any(isinstance(mark, _LEADS) for words in words_in(heads) for mark in words.marks)
    is_shown = leads or len(names) == 1 or not any(map(any, rows))
    return TableLayout(
        size=_size([names, *rows]),
        head="none" if not any(names) else "shown" if is_shown else "",
        columns=tuple(_columns(names, rows)),
        rows=tuple(_kinds(rows, is_numbered=_is_numbered(names[:1], rows))),
    )


def _columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Column]:
    """One column alone is no list of names and values."""
    for number, name in enumerate(names):
        numbers = _is_numbered([name], rows) if number == 0 else names_row_numbers(name)
        yield Column(name=name if len(names) > 1 else "", numbers=numbers)


def _is_numbered(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table whose `first` column has this name numbers its rows there: a nameless one counts 1, 2, 3."""
    if any(first):
        return names_row_numbers(first[0])
    firsts = [row[0].rstrip(".") for row in rows if row and row[0]]
    return bool(firsts) and firsts == [str(number) for number in range(1, len(firsts) + 1)]


def is_long(cell: Block) -> bool:
    """Whether a word of it would widen its column beyond measure."""
    return any(_width(piece) > _LONG for piece in _PIECES.findall(_text(cell)))


def _cells(part: Block) -> list[list[Block]]:
    rows = (row for row in part.content if isinstance(row, Block))
    return [[cell for cell in row.content if isinstance(cell, Block)] for row in rows]


def _text(cell: Block) -> str:
    return "".join(words.text for words in words_in((cell,)))


def _kinds(rows: Iterable[Sequence[str]], *, is_numbered: bool) -> Iterator[str]:
    """The kind of each row of the body."""
    first = 1 if is_numbered else 0  # of the cells that tell something
    is_told = False  # whether a row above has something there
    for cells in rows:
        filled = [number for number, text in enumerate(cells) if text]
        if not filled:
            yield "blank"
        elif _heads(cells, filled, is_numbered=is_numbered):
            is_told = False
            yield "group"
        elif is_told and len(cells) > first and not cells[first]:
            yield "goes-on"
        else:
            is_told = first in filled
            yield ""


def _heads(cells: Sequence[str], filled: list[int], *, is_numbered: bool) -> bool:
    """«| **Buổi sáng** | | |», «| II | Khu vực phía Nam | | |»."""
    if len(cells) < 2 or filled not in ([0], [0, 1]):
        return False
    if filled == [0]:
        return not cells[0].rstrip(".").isdigit()
    return is_numbered and len(cells) > 2 and _ORDINAL.fullmatch(cells[0].rstrip(".")) is not None


def _size(rows: Sequence[Sequence[str]]) -> str:
    """How a table fits where it is a table: its columns are as wide as their longest words."""
    widths = [0.0] * max(map(len, rows))
    for cells in rows:
        for number, text in enumerate(cells):
            widest = max(map(_width, _PIECES.findall(text)), default=0)
            widths[number] = max(widths[number], min(widest, _LONG))
    if sum(widths) + _EDGES * len(widths) <= _ROOM:
        return ""
    return "fine" if sum(widths) + _SMALL_EDGES * len(widths) <= _SMALL_ROOM else "tight"


def _width(piece: str) -> float:
    """In letters: capitals are wider."""
    return len(piece) + 0.3 * sum(map(str.isupper, piece))
