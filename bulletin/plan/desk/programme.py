"""The programme of a festival or of a few days of vaccination: one time of days, with what happens on them.

A notice that tells such a time and several things within it is told as one thing with its points, not as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain, groupby

from bulletin.plan.desk.task import Task
from bulletin.words.dates.clock_minutes import minutes
from bulletin.words.dates.printed import short
from bulletin.words.text.shorten import shorten

# A longer time is more likely one thing («bán hồ sơ từ 20/11 đến 08/12») than the frame of the others.
_MOST_DAYS = 10
_LEAST_POINTS = 2
_LINE = 150  # signs of a sentence


def with_points(tasks: Iterable[Task]) -> Mapping[str, tuple[Task, ...]]:
    """The id of each task that is no point of another → its points, by day and hour; most have none."""
    rows = tuple(tasks)
    on_days = sorted(filter(_is_on_days, rows), key=lambda task: task.url)
    programmes = dict(chain.from_iterable(_programmes(list(g)) for _, g in groupby(on_days, key=lambda task: task.url)))
    points = {point.id for row in programmes.values() for point in row}
    return {task.id: programmes.get(task.id, ()) for task in rows if task.id not in points}


def called_off(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Where another notice calls off a whole programme, its points are off with it."""
    rows = tuple(tasks)
    if not any(task.is_off for task in rows):
        return rows
    points = with_points(rows)
    off = {point.id: whole.changed for whole in rows if whole.is_off for point in points.get(whole.id, ())}
    return tuple(replace(task, changed=off[task.id]) if task.id in off and not task.changed else task for task in rows)


def _programmes(tasks: list[Task]) -> Iterator[tuple[str, tuple[Task, ...]]]:
    """The programmes of one source, the longest first; of equal ones that which stands first holds the others."""
    taken: set[str] = set()
    for whole in sorted(tasks, key=_days, reverse=True):
        within = [task for task in tasks if task is not whole and task.id not in taken and _holds(whole, task)]
        if 1 < _days(whole) <= _MOST_DAYS and len(within) >= _LEAST_POINTS and whole.id not in taken:
            taken |= {whole.id, *(task.id for task in within)}
            yield whole.id, tuple(sorted(within, key=_order))


def _is_on_days(task: Task) -> bool:
    """A deadline is no part of a programme, nor is what comes again and again."""
    return not (task.rrule or task.by) and task.starts_on is not None and task.ends_on is not None


def _days(task: Task) -> int:
    return ((task.ends_on or date.max) - (task.starts_on or date.min)).days + 1


def _holds(whole: Task, task: Task) -> bool:
    """Whether the days of `task` lie within those of `whole`."""
    first, last = whole.starts_on or date.max, whole.ends_on or date.min
    return first <= (task.starts_on or date.min) and (task.ends_on or date.max) <= last


def _order(point: Task) -> tuple[date, int, date]:
    """By its first day; on one day what lasts whole days first, then by the hour."""
    return point.starts_on or date.min, minutes(point.hours.lower()), point.ends_on or date.max


def line_of(point: Task) -> str:
    """A point as a line of plain text: «13/5/2026, 9h00: Khai mạc»."""
    first, last = point.starts_on or date.min, point.ends_on or date.max
    days = short(first) if first == last else f"{short(first)} – {short(last)}"
    what = point.what or shorten("".join(point.evidence).strip(), _LINE) or point.label
    where = f" ({point.where})" if point.where else ""
    off = f"{point.changed.mark}: " if point.changed and point.is_off else ""
    corrected = " (đã đính chính)" if point.corrected else ""
    return f"{off}{', '.join(filter(None, (days, point.hours)))}: {what}{where}{corrected}"
