"""The nearest time of a notice, as a line of a list tells it."""

from __future__ import annotations

from dataclasses import replace

from bulletin.plan.calendar.differ_by_time import together
from bulletin.plan.calendar.task_words import when_of
from bulletin.plan.desk.standing import Nearest, Standing
from bulletin.words.text.shorten import shorten

_PLACE = 70  # characters of a place in a list


def with_nearest(standing: Standing) -> Standing:
    """`standing` with its nearest time; none of what is over. Times that differ by day or hour alone are one."""
    groups = together(standing.open_times)
    if not groups:
        return standing
    first, more = groups[0], len(groups) - 1
    part = (first[0].what or first[0].part) if more else ""
    nearest = Nearest(
        when=when_of(first, standing.today, standing.today.year),
        where=" · ".join(filter(None, (part, shorten(first[0].where, _PLACE)))),
        others=f"và {more} lần khác" if more else "",
        is_read=not first[0].confirmed,
    )
    return replace(standing, nearest=nearest)
