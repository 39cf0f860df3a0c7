"""A row of `CODES`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """The two sentences of a problem, with slots, and whether it stops the build."""

    says: str
    do: str
    severity: Severity = "error"
