"""Built: what a build comes to: the files, what they were made of, and all that must be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bulletin.model.archive import Archive
from bulletin.model.problem import Problem
from bulletin.model.views.page import Files, Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for its editor or its day: a draft, a notice that is scheduled, one that ends soon; `on` is that day.
    `title` is "" where the file cannot be read yet."""

    kind: Literal["draft", "scheduled", "ends"]
    path: str
    title: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site as a value, under the path `base`. `files` is empty when there are errors, `waiting` need not be."""

    files: Files
    pages: tuple[Planned, ...]
    archive: Archive
    problems: tuple[Problem, ...]
    base: str = ""
    waiting: tuple[Waiting, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a problem forbids publishing."""
        return any(problem.stops for problem in self.problems)
