"""What is printed clearly smaller than most of a paper: drafters' initials, recipients, notes at the foot of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from bulletin.model.paper import Block, Box, Line, Table, lines_of

_CLEARLY = 1.5  # points


def with_small_print(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, their small runs marked."""
    blocks = tuple(blocks)
    sizes: Counter[float] = Counter()
    for line in lines_of(blocks):
        for run in line.runs:
            sizes[run.size] += len(run.text)
    most = max(sizes, key=lambda size: sizes[size], default=0.0)
    return tuple(_marked(block, most - _CLEARLY) for block in blocks)


def _marked(block: Block, below: float) -> Block:
    match block:
        case Line() if any(0 < run.size <= below for run in block.runs):
            return replace(block, runs=tuple(replace(r, small=0 < r.size <= below) for r in block.runs))
        case Table():
            return replace(
                block,
                rows=tuple(
                    tuple(replace(cell, blocks=tuple(_marked(b, below) for b in cell.blocks)) for cell in row)
                    for row in block.rows
                ),
            )
        case Box():
            return replace(block, blocks=tuple(_marked(b, below) for b in block.blocks))
        case _:
            return block
