"""A notice or page that was public and is called back: nothing of it is left but where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bulletin.model.number import Number
from bulletin.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What may still be known of it. `key` is its identity, as of a notice, "" where its file tells too little for one;
    of a plain page it is `page`. `aliases` are its old addresses, `fields` those whose feeds have told it.

    `on` is the day of the withdrawal, None where the editor has not said; `reason` is shown to everybody. `number`,
    `issuer` and `signed_on` tell which citations mean it; no page prints them. `last_told` is the last day on which
    readers were given anything of it.
    """

    key: str
    place: Place = field(compare=False)
    on: date | None
    reason: str
    aliases: tuple[str, ...]
    fields: tuple[str, ...]
    number: Number | None
    issuer: str
    signed_on: date
    last_told: date
    page: str = ""

    @property
    def since(self) -> date:
        """From which day on, for machines: none before the last on which they were told anything."""
        return max(self.on or self.last_told, self.last_told)
