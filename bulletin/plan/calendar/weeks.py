"""A month laid out in weeks: the columns of its grid and their headings, which must agree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from bulletin.model.views.calendar import Weekday

D = TypeVar("D")

# The columns, by `date.weekday()`: from Monday.
WEEK = (
    Weekday(name="Thứ Hai", short="T2"),
    Weekday(name="Thứ Ba", short="T3"),
    Weekday(name="Thứ Tư", short="T4"),
    Weekday(name="Thứ Năm", short="T5"),
    Weekday(name="Thứ Sáu", short="T6"),
    Weekday(name="Thứ Bảy", short="T7"),
    Weekday(name="Chủ nhật", short="CN"),
)


def in_weeks(first: date, days: Iterable[D]) -> tuple[tuple[D | None, ...], ...]:
    """`days`, of which the first is on the date `first`, in rows of a cell for each of WEEK; None is outside."""
    cells: list[D | None] = [*(None for _ in WEEK[: first.weekday()]), *days]
    cells += [None] * (-len(cells) % len(WEEK))
    return tuple(tuple(cells[i : i + len(WEEK)]) for i in range(0, len(cells), len(WEEK)))
