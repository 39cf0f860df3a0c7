"""A line, or the beginning of one, that stands at the head or the foot of papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal[
    "motto", "authority", "role", "rank", "signed", "e-signature", "secret", "urgency", "stamp", "goes on", "begins",
    "type",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadMark:
    """A row of `letterhead.yml`. `system` is that of a motto, "" else; it must not be taken for a line of `unlike`."""

    kind: MarkKind
    text: str
    system: str
    unlike: tuple[str, ...]
    sources: tuple[str, ...]
    verified: bool
