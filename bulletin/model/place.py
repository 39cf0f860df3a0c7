"""Place: a file of content/ or templates/, a line and a column in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where: `path` from the project's root with `/`, `line` and `col` from 1 (0 = the file as a whole)."""

    path: str
    line: int = 0
    col: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{max(self.line, 1)}:{max(self.col, 1)}"
