"""Pasted or typed text → Paper: from Zalo, a letter, Word through the clipboard. A line of it is a paragraph."""

from __future__ import annotations

import re

from bulletin.importers.clean import clean
from bulletin.importers.refusals import TOO_LARGE, Refusal
from bulletin.importers.sniff import text_of
from bulletin.model.paper import Line, Paper, Run

_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MOST = 20_000  # lines
_LARGEST = 4_000_000  # bytes


def read_text(data: bytes) -> Paper:
    """Everything but what nobody sees is kept; bullets, tabs and pictures in letters are for the rules of the body."""
    if len(data) > _LARGEST:
        raise Refusal(TOO_LARGE)
    lines = _ENDS.split(text_of(data))
    if len(lines) > _MOST:
        raise Refusal(TOO_LARGE)
    blocks = (
        Line(runs=(Run(text=text),) if (text := clean(line)) else (), place=f"dòng {number}")
        for number, line in enumerate(lines, 1)
    )
    return Paper(kind="text", blocks=tuple(blocks))
