"""Notices whose last day has passed, though no editor says till when they are in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bulletin.model.archive import Entry
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.printed import short


def check_expiry(rows: Iterable[tuple[Entry, date]]) -> tuple[Problem, ...]:
    """`rows` are such notices with the last day of what they tell residents."""
    return tuple(
        problem(
            "expires-missing",
            entry.notice.place,
            day=short(day),
            source="theo «events»" if _is_stated(entry, day) else "máy đọc",
            # No notice may end before it is published.
            line=f"expires: {short(max(day, entry.notice.published_on))}",
        )
        for entry, day in rows
    )


def _is_stated(entry: Entry, day: date) -> bool:
    """Whether its editor says so; else it is read here, or in the notice that moves it."""
    return any(day in (event.by, event.ends_on) for event in entry.notice.events or ())
