"""What takes time with the square of a text's length elsewhere: counted, not timed; what is beyond measure is refused."""

from __future__ import annotations

import re
import sys
from types import FrameType

import pytest

from bulletin.understand.prose import understand
from tests.markup import markup_of

# One piece of each kind of text that grew faster than its length, and what it needs behind it.
PIECES = {
    "marks of one note": ("x[^1] ", "\n\n[^1]: chú thích"),
    "quotes of code": ("` `` ``` ", ""),
    "short lines": ("A\nB\n\n", ""),
    "links": ("[a](/b) ", ""),
    "images": ("![a](/files/a.png) ", ""),
    "breaks": ("a<br>", ""),
    "points": ("a) x\nb) y\n\n", ""),
    "bold": ("**a** ", ""),
    "bold never closed": ("**a ", ""),
    "both signs": ("*a _b ", ""),
    "brackets": ("[", ""),
    "angles": ("<", ""),
    "items": ("- a\n\n", ""),
    "headings": ("## a\n\n", ""),
    "rules": ("---\n\n", ""),
    "terms": ("a\n:   b\n\n", ""),
    "cells": ("| 1 | 2 |\n", ""),
}


def steps(body: str) -> int:
    """The lines of Python that run while `body` is read."""
    count = 0

    def line(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        understand(body, "x.md", 1, "")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", PIECES)
def test_twice_the_text_takes_twice_the_steps(kind: str) -> None:
    piece, end = PIECES[kind]
    small, large = (steps(piece * n + end) for n in (60, 240))
    assert large < small * 4.6


@pytest.mark.parametrize("kind", ["bold never closed", "both signs", "quotes of code", "brackets", "links"])
def test_patterns_do_not_look_at_a_sign_again_and_again(kind: str) -> None:
    """A pattern that did would not come back from a long text in the time of a run of tests."""
    piece, end = PIECES[kind]
    assert markup_of(understand(piece * (60_000 // len(piece)) + end, "x.md", 1, "")[0])


def test_a_paragraph_without_end_is_refused_at_its_line() -> None:
    body = "Một.\n\n" + "một dòng\n" * 5001
    prose, problems = understand(body, "x.md", 7, "")
    assert [(one.code, one.place.line) for one in problems] == [("body-too-long", 9)]
    assert markup_of(prose) == ""
    assert not re.search("too-long", str(understand("một dòng\n" * 5000, "x.md", 1, "")[1]))


def test_a_table_of_many_rows_is_none() -> None:
    body = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 6000
    prose, problems = understand(body, "x.md", 1, "")
    assert not problems
    assert markup_of(prose).count("<tr>") == 6001
