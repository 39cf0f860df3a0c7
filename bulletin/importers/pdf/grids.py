"""Ruled lines → tables: lines that touch are a grid, cells are what its lines enclose."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bulletin.importers.pdf.glyphs import Glyph, Rule

_TOUCH = 3.0  # points
_LONG = 12.0  # an underline of a word is no side of a cell, but a side of a cell is at least so long
_MOST_LINES = 120  # of a grid, in each direction
_MOST_RULES = 3_000  # of a page: more is a drawing


@dataclass(frozen=True, slots=True)
class GridCell:
    """Where a cell begins, what it spans, and what stands in it."""

    row: int
    column: int
    rows: int
    columns: int
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is drawn; `edges` are those of its columns."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: int
    cells: tuple[GridCell, ...]


def grids_of(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> list[Grid]:
    """The tables of a page, from top to bottom: at least two columns and two cells with words."""
    if len(rules) > _MOST_RULES:
        return []
    long = [r for r in rules if max(r.right - r.left, r.bottom - r.top) >= _LONG]
    grids = (_grid(group, glyphs) for group in _touching(long))
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.top)


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups: each touches another of its group."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.top):
        touched = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touched]
        groups.append([rule, *(other for group in touched for other in group)])
    return groups


def _touch(a: Rule, b: Rule) -> bool:
    across = a.left - _TOUCH <= b.right and b.left - _TOUCH <= a.right
    return across and a.top - _TOUCH <= b.bottom and b.top - _TOUCH <= a.bottom


def _grid(group: Sequence[Rule], glyphs: Sequence[Glyph]) -> Grid | None:
    """A group of rules as a table, or None where they are none."""
    xs = _lines(r.left for r in group if not r.across)
    ys = _lines(r.top for r in group if r.across)
    if len(xs) < 3 or len(ys) < 2 or max(len(xs), len(ys)) > _MOST_LINES:
        return None
    down = [r for r in group if not r.across]
    over = [r for r in group if r.across]

    def drawn_left(row: int, column: int) -> bool:
        y = (ys[row] + ys[row + 1]) / 2
        return any(abs(r.left - xs[column]) <= _TOUCH and r.top <= y <= r.bottom for r in down)

    def drawn_above(row: int, column: int) -> bool:
        x = (xs[column] + xs[column + 1]) / 2
        return any(abs(r.top - ys[row]) <= _TOUCH and r.left <= x <= r.right for r in over)

    owners = _owners(len(ys) - 1, len(xs) - 1, drawn_left, drawn_above)
    inside: dict[tuple[int, int], list[Glyph]] = {owner: [] for owner in owners.values()}
    for glyph in glyphs:
        place = bisect(ys, glyph.middle) - 1, bisect(xs, (glyph.left + glyph.right) / 2) - 1
        if place in owners:
            inside[owners[place]].append(glyph)
    cells = tuple(_cell(owner, owners, inside[owner]) for owner in dict.fromkeys(owners.values()))
    filled = sum(any(glyph.text.strip() for glyph in cell.glyphs) for cell in cells)
    return Grid(ys[0], ys[-1], tuple(xs), len(ys) - 1, cells) if filled > 1 else None


def _owners(
    rows: int, columns: int, left: Callable[[int, int], bool], above: Callable[[int, int], bool]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Place → the place where its cell begins: cells go on over sides that are not drawn."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows):
        for column in range(columns):
            owner = row, column
            if column and not left(row, column):
                owner = owners[row, column - 1]
            elif row and not above(row, column):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    return owners


def _cell(owner: tuple[int, int], owners: dict[tuple[int, int], tuple[int, int]], glyphs: Sequence[Glyph]) -> GridCell:
    places = [place for place, begins in owners.items() if begins == owner]
    rows, columns = (max(p[i] for p in places) - owner[i] + 1 for i in (0, 1))
    return GridCell(owner[0], owner[1], rows, columns, tuple(glyphs))


def _lines(values: Iterable[float]) -> list[float]:
    """Places of lines, one for those that stand together."""
    lines: list[float] = []
    for value in sorted(values):
        if not lines or value - lines[-1] > _TOUCH:
            lines.append(value)
    return lines
