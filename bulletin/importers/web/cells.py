"""The cells of a page's table, each once, where a browser sets it."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.importers.refusals import BOMB, Refusal
from bulletin.model.paper import Block, Cell

_MOST_CELLS = 20_000


class Grid:
    """A table while it is read: cells by row, and how far those above reach down."""

    def __init__(self, ruled: bool) -> None:
        self.ruled = ruled
        self.rows: list[list[Cell]] = []
        self.taken: dict[tuple[int, int], bool] = {}
        self.span = (1, 1)

    def add(self, blocks: list[Block]) -> None:
        """A cell that is finished, in the first free place of the last row."""
        row = len(self.rows) - 1
        column = 0
        while (row, column) in self.taken:
            column += 1
        columns, rows = self.span
        if len(self.taken) + columns * rows > _MOST_CELLS:
            raise Refusal(BOMB)
        self.taken |= {(row + r, column + c): True for r in range(rows) for c in range(columns)}
        self.rows[row].append(Cell(blocks=tuple(blocks), column=column, columns=columns, rows=rows))


def borders(style: Mapping[str, str]) -> str:
    return " ".join(value for name, value in style.items() if name.startswith(("border", "mso-border")))


def span(text: str) -> int:
    return min(max(int(text), 1), 200) if text.strip().isdecimal() and len(text) < 6 else 1
