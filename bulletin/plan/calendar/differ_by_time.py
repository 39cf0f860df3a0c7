"""Tasks of one notice that differ by their day or by their hours alone, which a list tells as one.

Tiêm chủng: ngày 05 và 06 tháng 12                          two days
Thứ Hai đến thứ Sáu, sáng 8h00 - 12h00, chiều 13h00 - 17h00   one rule with two times
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bulletin.plan.desk.task import Task


def together(tasks: Iterable[Task]) -> tuple[tuple[Task, ...], ...]:
    """`tasks` in groups of at least one, in the order of the first of each."""
    groups: dict[Task, list[Task]] = {}
    for task in tasks:
        groups.setdefault(_without_time(task), []).append(task)
    return tuple(map(tuple, groups.values()))


def _clause(before: str, phrase: str, behind: str) -> str:
    """What stands around the phrase between semicolons: «nghỉ học ngày 13/11; ngày 16/11 đi học trở lại» are two."""
    return f"{before.rpartition(';')[2]}{phrase}{behind.partition(';')[0]}"


def _without_time(task: Task) -> Task:
    """What two tasks must share to be told as one. A reading is its sentence, whichever phrase of it is the time; a
    deadline, a time of several days and what another notice has changed each stay alone."""
    if task.changed or task.by or (not task.rrule and task.first != task.last):
        return task
    sentence = ("", "", "") if task.what else ("", _clause(*task.sentence), "")
    if task.rrule:
        return replace(task, id="", sentence=sentence, hours="", clock=None)
    return replace(task, id="", sentence=sentence, starts_on=None, ends_on=None, bounds=(None, None))
