"""When the numbers of a body's papers begin at 1 again within a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bulletin.model.issuer import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbered:
    """Once on a day from `since` to `until` (one day, when it is known), of the bodies of `levels` and `systems`
    («state», «party»), but those of the places `unlike`; with an `issuer` of this body alone. `why` is for editors."""

    since: date
    until: date
    levels: tuple[Level, ...] = ()
    systems: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    issuer: str = ""
    why: str = ""
    sources: tuple[str, ...] = ()
    verified: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the day is known."""
        return self.since == self.until
