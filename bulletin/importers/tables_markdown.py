"""Tables of a paper as Markdown: a merged cell once, where it begins, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bulletin.model.imported import Doubt
from bulletin.model.paper import Cell, Line, Table, lines_of
from bulletin.words.text.fold import fold

_BOLD = re.compile(r"(?<![*\\])\*\*([^*]+)\*\*(?!\*)")  # a head of columns is in bold as it is
# What columns are called, without marks: a row that has one of these names heads the others.
_COLUMNS = frozenset(
    ("stt", "tt", "so tt", "ho va ten", "ho ten", "noi dung", "thoi gian", "dia diem", "khu vuc", "don vi", "chuc vu",
     "ghi chu", "ngay", "gio", "so luong", "dien thoai", "chuc danh", "nam sinh", "dia chi", "ten", "thu")
)  # fmt: skip
_WIDEST = 8  # columns that a phone can show as cards
Inline = Callable[[Line], str]


def is_layout(table: Table) -> bool:
    """Whether it only sets things side by side («Kính gửi:» beside those it is for), or frames a text."""
    if table.columns < 2 or sum(1 for row in table.rows if any(_filled(cell) for cell in row)) < 2:
        return not table.ruled or table.columns < 2
    return not table.ruled and (len(table.rows) < 3 or table.columns == 2)


def table_lines(table: Table, inline: Inline) -> tuple[list[str], list[Doubt]]:
    """Its rows as lines of Markdown, and what must be looked at."""
    rows = [row for row in table.rows if any(_filled(cell) for cell in row)]
    if not rows:
        return [], []
    texts = [_row(row, table.columns, inline) for row in rows]
    used = [i for i in range(table.columns) if any(cells[i] for cells in texts)]  # Word's grid may be finer
    texts = [[cells[i] for i in used] for cells in texts]
    has_head = len(rows) > 1 and _is_head(rows, len(used))
    head = [_BOLD.sub(r"\1", cell) for cell in texts.pop(0)] if has_head else [""] * len(used)
    lines = [_written(head), "|" + "---|" * len(used), *map(_written, texts)]
    return lines, _doubts(table)


def _row(row: Sequence[Cell], columns: int, inline: Inline) -> list[str]:
    cells = [""] * columns
    for cell in row:
        texts = (inline(line) for line in lines_of(cell.blocks) if line.full_text.strip())
        at = min(cell.column, columns - 1)
        cells[at] = "<br>".join(filter(None, (cells[at], *texts)))
    return cells


def _written(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_head(rows: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Whether the first row names columns: several cells, all in bold, or all set in the middle without a figure; in a
    table without any print of its own, all without a figure while there are some below."""
    filled = [cell for cell in map(_lines, rows[0]) if cell]
    if len(filled) < 2 or len(filled) < columns / 2:
        return False
    if all(cell[0].bold for cell in filled):
        return True
    lines = [line for cell in filled for line in cell]
    if any(map(_has_figure, lines)):
        return False
    if all(line.centred for line in lines):
        return True
    named = any(fold(line.full_text).strip(" .:") in _COLUMNS for line in lines)
    return len(filled) == columns and (named or _is_plain_with_figures(rows[1:]))


def _is_plain_with_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    lines = [line for row in rows for cell in row for line in _lines(cell)]
    return any(map(_has_figure, lines)) and not any(line.bold or line.centred for line in lines)


def _lines(cell: Cell) -> list[Line]:
    return [line for line in lines_of(cell.blocks) if line.text.strip()]


def _has_figure(line: Line) -> bool:
    return any(c.isdigit() for c in line.text)


def _filled(cell: Cell) -> bool:
    return any(line.full_text.strip() for line in lines_of(cell.blocks))


def _doubts(table: Table) -> list[Doubt]:
    place = table.place
    doubts = []
    if table.merged:
        says = "bảng có ô gộp: chữ của ô gộp nằm ở ô đầu, các ô còn lại để trống; xem lại từng hàng"
        doubts.append(Doubt(field="", says=says, place=place))
    if any(isinstance(block, Table) for row in table.rows for cell in row for block in cell.blocks):
        doubts.append(Doubt(field="", says="bảng có bảng khác bên trong: xem lại các ô", place=place))
    if table.columns > _WIDEST:
        says = f"bảng có {table.columns} cột, khó xem trên điện thoại: nên kèm tệp gốc để người dân tải"
        doubts.append(Doubt(field="", says=says, place=place))
    return doubts
