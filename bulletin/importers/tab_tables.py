"""Tables that lost their lines on the way through the clipboard: rows of cells parted by tabs.

STT⇥Khu vực⇥Giờ⏎1⇥Tổ 1⇥7h30      → a table          Chủ trì: …⇥Chức vụ: …      → a line
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin.importers.pieces import part
from bulletin.model.paper import Block, Cell, Line, Table

_MOST_CELLS = 40
_FEW, _MANY = 3, 2  # rows of two cells, of more: a table from so many on


def with_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, runs of rows made tables; an empty line between rows goes."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        rows, behind = _rows(blocks, at)
        if rows and len(rows) >= (_MANY if len(rows[0]) > _MANY else _FEW):
            made.append(_table(rows))
            at = behind
        else:
            made.append(blocks[at])
            at += 1
    return made


def _rows(blocks: Sequence[Block], at: int) -> tuple[list[tuple[Line, ...]], int]:
    """The rows of equally many cells that begin at `at`, and the index behind the last."""
    rows: list[tuple[Line, ...]] = []
    behind = at
    for i in range(at, len(blocks)):
        block = blocks[i]
        if not isinstance(block, Line):
            break
        if not block.full_text.strip():
            if not rows:
                break
            continue
        cells = tuple(_cells(block))
        if len(cells) < _MANY or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
        behind = i + 1
    return rows, behind


def _cells(line: Line) -> Iterator[Line]:
    """Its cells; one tab parts two, a tab at the head of the line is an indent."""
    text = line.text.rstrip()
    if text.count("\t") > _MOST_CELLS:
        return
    start = len(text) - len(text.lstrip("\t "))
    for i, cell in enumerate(text[start:].split("\t")):
        yield part(line, start if i else 0, start + len(cell))
        start += len(cell) + 1


def _table(rows: Sequence[tuple[Line, ...]]) -> Table:
    return Table(
        rows=tuple(tuple(Cell(blocks=(line,), column=i) for i, line in enumerate(row)) for row in rows),
        columns=len(rows[0]),
        place=rows[0][0].place,
    )
