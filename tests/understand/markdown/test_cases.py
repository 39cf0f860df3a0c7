"""The readable cases of `tests/cases/markdown.md`: title, dot, input, dot, expected, dot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin.understand.prose import understand
from tests.markup import markup_of

FILE = Path(__file__).parents[2] / "cases" / "markdown.md"
CASE = re.compile(r"^(?P<title>.+)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.\n", re.MULTILINE)
CASES = [m.groupdict() for m in CASE.finditer(FILE.read_text(encoding="utf-8"))]


def test_every_case_is_read() -> None:
    assert len(CASES) == FILE.read_text(encoding="utf-8").count("\n.\n") // 3 > 20


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    assert markup_of(understand(case["input"], "x.md", 1, "")[0]) == case["expected"].strip("\n")
