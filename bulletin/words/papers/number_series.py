"""Series of numbers: whether two papers of one number, body and year can both be, because it began anew between them.

12/TB-UBND of 10/01/2025 and of 10/8/2025 are two papers of one ward; 12/TB-UBND of 10/01/2024 and of 10/8/2024 are one
number written twice, until somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from bulletin.model.issuer import Level
from bulletin.model.number import Number
from bulletin.model.number_series import Renumbered
from bulletin.words.papers.body_names import body_slug, place_of
from bulletin.words.papers.level_of_place import level_of
from bulletin.words.text.fold import fold, slug


def renumbered(
    rows: Iterable[Renumbered], number: Number, issuer: str, levels: Collection[Level]
) -> tuple[Renumbered, ...]:
    """The rows that are of a body, `issuer` «UBND tỉnh Mẫu» or "" when nobody knows; without a place in its name it is
    of one of `levels`."""
    system = "party" if number.style == "party" else "state"
    place = place_of(issuer)
    level = level_of(fold(place)) if place else None
    of_levels = {level} if level else set(levels)
    return tuple(
        row
        for row in rows
        if (
            body_slug(row.issuer) == body_slug(issuer)
            if row.issuer
            else system in row.systems and of_levels & set(row.levels) and slug(place) not in map(slug, row.unlike)
        )
    )


def begun(rows: Iterable[Renumbered]) -> tuple[date, ...]:
    """The days that are known."""
    return tuple(sorted({row.since for row in rows if row.is_sure}))


def apart(rows: Iterable[Renumbered], day: date, other: date) -> Renumbered | None:
    """What may lie between two papers of one number: first what is sure; None when nothing does."""
    first, second = sorted((day, other))
    fits = [row for row in rows if first < row.until and row.since <= second]
    return min(fits, key=lambda row: not row.is_sure, default=None)


def series(days: Collection[date], on: date) -> str:
    """The name of the series that a paper `on` a day is of, as part of an address: «truoc-01-07-2025», «tu-01-07-2025»;
    of no `days` ""."""
    if not days:
        return ""
    begun_before = [day for day in days if day <= on]
    return f"tu-{max(begun_before):%d-%m-%Y}" if begun_before else f"truoc-{min(days):%d-%m-%Y}"
