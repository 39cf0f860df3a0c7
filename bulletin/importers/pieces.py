"""What stands side by side on a paper, whatever sets it so: cells of a table, tabs, runs of blanks.

«SỞ NỘI VỤ      CỘNG HÒA …»      → (left, «SỞ NỘI VỤ»), (right, «CỘNG HÒA …»)
«Số:       /TB-UBND»             → (whole, as it is): such blanks wait for a stamp
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.model.paper import Block, Box, Line, Run, Table, lines_of

Side = Literal["left", "right", "whole"]
_GAP = re.compile(r"[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{3,}")
# What blanks that wait for a pen stand behind.
_OPEN = re.compile(r"(?:^|\s)(?:S[ốỐoO?]\s*:?|(?:ngày|tháng|năm|ngay|thang|nam)(?:\s*\d{0,4}))\s*$", re.IGNORECASE)
# «Mẫu, ngày⏎05 tháng 8 năm 2025» in a narrow column.
_CUT_DAY = re.compile(r",\s*ngày(?:\s*\d{1,2})?(?:\s*tháng(?:\s*\d{1,2})?)?$", re.IGNORECASE)
_REST_OF_DAY = re.compile(r"(?:\d{1,2}\s*)?(?:tháng|năm)\s*\d", re.IGNORECASE)
_MOST_GAPS, _NEAR = 40, 60
_WAITS = re.compile(r"\s*(?:/|-\s?[A-ZĐ]|tháng|năm|thang|nam|\d{4}\s*$|\d{1,2}\s+(?:tháng|năm))", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line, or a part of one, and on which side it stands; `row` counts what stands at one height."""

    line: Line
    side: Side
    row: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.line.full_text.split())


def part(line: Line, start: int, stop: int) -> Line:
    """The characters start:stop of its text as a line of its own; the label stays with the first."""
    runs: list[Run] = []
    at = 0
    for run in line.runs:
        text = run.text[max(start - at, 0) : max(stop - at, 0)]
        if text or (run.note and start <= at < stop):
            runs.append(replace(run, text=text))
        at += len(run.text)
    return replace(line, runs=tuple(runs), label=line.label if start == 0 else "")


def pieces(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """The filled lines of some blocks in the order of reading, parted where they stand side by side."""
    joined: list[Piece] = []
    for piece in _pieces(blocks):
        above = joined[-1] if joined else None
        if above and above.side == piece.side and _CUT_DAY.search(above.text) and _REST_OF_DAY.match(piece.text):
            runs = (*above.line.runs, Run(text=" "), *piece.line.runs)
            joined[-1] = replace(above, line=replace(above.line, runs=runs))
        else:
            joined.append(piece)
    return tuple(joined)


def _pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    for n, block in enumerate(blocks):
        match block:
            case Line():
                yield from _of_line(block, n)
            case Table():
                yield from _of_table(block)
            case Box():
                yield from (Piece(line=line, side="whole") for line in lines_of(block.blocks) if line.text.strip())


def _of_table(table: Table) -> Iterator[Piece]:
    for n, row in enumerate(table.rows):
        for cell in row:
            middle = cell.column + cell.columns / 2
            side: Side = (
                "whole" if cell.columns == table.columns else "left" if middle * 2 <= table.columns else "right"
            )
            if side == "whole":
                yield from (replace(piece, row=n) for piece in _pieces(cell.blocks))
            else:
                yield from (Piece(line=line, side=side, row=n) for line in lines_of(cell.blocks) if _filled(line))


def _of_line(line: Line, row: int) -> Iterator[Piece]:
    text = line.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    cuts: list[int] = [0]
    gaps = [gap.span() for gap in _GAP.finditer(text) if first < gap.start() and gap.end() < last]
    for start, stop in gaps if len(gaps) <= _MOST_GAPS else ():
        if not (_OPEN.search(text[max(start - _NEAR, 0) : start]) and _WAITS.match(text[stop : stop + _NEAR])):
            cuts += [start, stop]
    cuts.append(len(text))
    spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    if len(spans) == 1:
        if _filled(line):
            yield Piece(line=line, side="right" if line.align == "right" else "whole", row=row)
        return
    for i, (start, stop) in enumerate(spans):
        yield Piece(line=part(line, start, stop), side="left" if i == 0 else "right", row=row)


def _filled(line: Line) -> bool:
    return bool(line.full_text.strip())
