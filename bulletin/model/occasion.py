"""Occasions: what notices say is commemorated, and what the registry knows of it, kept apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletin.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionSaid:
    """One place where a notice names an anniversary: what the text states, never what is known besides.

    `ordinal` is the count of years, also when one count serves a whole list («77 năm A và B»). `name` is as said.
    `origin` and `observed` have the text's own precision: «1886-05-01», «1958-12», «1902», «--05-01» (no year said),
    «lunar:--03-10»; "" when nothing is said. A day that no calendar has is kept as it is written: «1975-04-31».

    `anniversary` is the id of the row that is meant, "" when none is. `sentence` is the evidence: words before, the
    occasion as printed, words after. `span` is where it stands in the body, (0, 0) where marks made it unfindable.
    """

    ordinal: int | None
    name: str
    origin: str
    observed: str
    anniversary: str
    sentence: tuple[str, str, str]
    place: Place = field(compare=False)
    span: tuple[int, int] = field(compare=False)
