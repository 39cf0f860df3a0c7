"""Built: what a build comes to: the files, what they were made of, and all that must be told."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.archive import Archive
from bulletin.model.problem import Problem
from bulletin.model.views.page import Files, Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site as a value, under the path `base`. `files` is empty when there are errors."""

    files: Files
    pages: tuple[Planned, ...]
    archive: Archive
    problems: tuple[Problem, ...]
    base: str = ""

    @property
    def failed(self) -> bool:
        """Whether a problem forbids publishing."""
        return any(problem.stops for problem in self.problems)
