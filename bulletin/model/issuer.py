"""Issuers: a code in a number (`QU`), and the one body that it stood for on a day (Quận ủy Long Biên)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["central", "province", "district", "commune", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """A row: what a code stands for. A code is not a body: every quận had its QU.

    `code` is "" where none is known: such a body goes by its name. `level` of administration («any»: several levels
    share the code); `drafts` marks units that stand after «UBND-», `unit` those of them that never issue papers of
    their own; `since` the first day, `until` the first day on which it was no more, `about` the month or year
    («2025-02») in the course of which it ended, where the day is not known; `next` the names of what followed; `also`
    other spellings of the code; `examples` numbers that the row must be found for, `unlike` those it must not.
    """

    code: str
    name: str
    level: Level
    system: str
    unit: bool = False
    drafts: bool = False
    also: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    about: str = ""
    next: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One step of a ward's chain: `name` «quận Long Biên»; dates and successors as for `Issuer`.

    `renamed` when the same place went on under the name that follows: «tỉnh Đồng Nai», «thành phố Đồng Nai».
    """

    level: Level
    name: str
    since: date | None = None
    until: date | None = None
    next: tuple[str, ...] = ()
    renamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A row: a province, a centrally-run city or a special zone, as long as it is of one `kind`.

    `code` is the statistical code, "" for what has none; `within` the name of a special zone's province; dates and
    successors as for `Issuer`, `next` with their kind: «thành phố Đồng Nai».
    """

    kind: Literal["tỉnh", "thành phố", "đặc khu"]
    name: str
    code: str = ""
    within: str = ""
    since: date | None = None
    until: date | None = None
    next: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    verified: bool = False

    @property
    def full(self) -> str:
        """«tỉnh Đồng Nai»."""
        return f"{self.kind} {self.name}"

    @property
    def renamed(self) -> bool:
        """Whether the place went on and only its kind became another."""
        return any(name.endswith(f" {self.name}") for name in self.next)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body that issued a dispatch: `name` «Quận ủy Long Biên», with the end of its life and what followed.

    `about` as for `Issuer`; `sure` is false when the end stands in a row that nobody has checked; `renamed` when it
    went on under the name that follows, as its place did.
    """

    name: str
    until: date | None = None
    about: str = ""
    sure: bool = True
    renamed: bool = False
    next: tuple[str, ...] = ()
