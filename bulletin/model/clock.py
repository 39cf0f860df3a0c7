"""At which hours of its days something is."""

from __future__ import annotations

from dataclasses import dataclass

# From when to when, in minutes since the midnight with which its day begins: (450, 690) is «7h30 - 11h30»; what ends
# behind 1440 ends on the next day, (1320, 1740) is «22h - 5h»; None where nobody tells when it ends.
Span = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Hours that words tell without doubt.

    On each of its days the thing is at all of `spans`, unless it goes `through`: then there is one span, which begins
    on its first day and whose end is that of its last, «từ 21h00 ngày 21/11 đến 5h00 ngày 22/11» is (1260, 300).
    """

    spans: tuple[Span, ...]
    through: bool = False
