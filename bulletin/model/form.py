"""Form: a way to tell people, a row of channels.yml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A row: a way to tell people. `visual` are banners, flags and boards, else one of the eight kinds of
    Nghị định 49/2024/NĐ-CP; `flag` is hung at homes; `also` are other names («Zalo»)."""

    id: str
    name: str
    visual: bool
    flag: bool
    sources: tuple[str, ...]
    verified: bool
    also: tuple[str, ...] = ()
