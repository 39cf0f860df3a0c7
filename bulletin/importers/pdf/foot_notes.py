"""Notes at the foot of pages: small print that begins with a raised number, and the same number in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletin.importers.pdf.rows import Piece, Row, raised
from bulletin.model.paper import Block, Box, Line, Run, Table

_SMALL = 0.92  # of the body's size


def at_the_foot(rows: Sequence[Row], body: float) -> tuple[list[Row], list[tuple[str, list[Piece]]]]:
    """(the other rows, notes with their marks) of a page whose text is printed in the size `body`."""
    last = len(rows)
    while last and all(piece.size < _SMALL * body for piece in rows[last - 1]):
        last -= 1
    notes: list[tuple[str, list[Piece]]] = []
    begins = len(rows)
    for i in range(last, len(rows)):
        mark = _mark(rows[i][0])
        if mark and len(rows[i]) == 1:
            begins = min(begins, i)
            notes.append((mark, [_without(rows[i][0], len(mark))]))
        elif notes:
            notes[-1][1].extend(rows[i])
    return list(rows[:begins]), [(mark, [p for p in pieces if p.glyphs]) for mark, pieces in notes]


def _mark(piece: Piece) -> str:
    mark = ""
    for glyph, up in zip(piece.glyphs, raised(piece), strict=True):
        if not (up and glyph.text.isdecimal()):
            break
        mark += glyph.text
    return mark


def _without(piece: Piece, count: int) -> Piece:
    glyphs = piece.glyphs[count:]
    blanks = next((i for i, glyph in enumerate(glyphs) if glyph.text.strip()), len(glyphs))
    return Piece(glyphs[blanks:])


def marks_in(blocks: Sequence[Block]) -> list[str]:
    """Raised numbers of a text, in order."""
    marks: list[str] = []
    for block in blocks:
        match block:
            case Line():
                marks += [
                    run.text.strip() for run in block.runs if run.raised == "sup" and run.text.strip().isdecimal()
                ]
            case Table():
                marks += [mark for row in block.rows for cell in row for mark in marks_in(cell.blocks)]
            case Box():
                marks += marks_in(block.blocks)
    return marks


def with_marks(block: Block, marks: frozenset[str]) -> Block:
    """The same block, its raised numbers that are `marks` as marks of notes."""
    match block:
        case Line():
            return replace(block, runs=tuple(part for run in block.runs for part in _parts(run, marks)))
        case Table():
            rows = tuple(
                tuple(replace(cell, blocks=tuple(with_marks(b, marks) for b in cell.blocks)) for cell in row)
                for row in block.rows
            )
            return replace(block, rows=rows)
        case _:
            return block


def _parts(run: Run, marks: frozenset[str]) -> tuple[Run, ...]:
    if run.raised != "sup" or run.text.strip() not in marks:
        return (run,)
    after = run.text[len(run.text.rstrip()) :]
    note = Run(text="", note=run.text.strip())
    return (note, Run(text=after)) if after else (note,)
