"""How a task is told wherever it stands: on `/viec-can-lam/`, on the page of a notice or of a campaign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain

from bulletin.model.deadline import Audience, Event
from bulletin.model.views.frame import Excerpt, Fact
from bulletin.model.views.tasks_and_campaigns import TaskRow
from bulletin.plan.calendar.differ_by_time import together
from bulletin.plan.calendar.task_words import capital, left, part_of, when_of
from bulletin.plan.desk.changes import changed_by
from bulletin.plan.desk.marks import CORRECTED
from bulletin.plan.desk.programme import called_off, with_points
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task, Told, facts_of, of_event
from bulletin.words.dates.printed import short

# Who acts where an editor names an audience and nobody by name.
_ACTING: Mapping[Audience, str] = {"residents": "", "staff": "Cán bộ, công chức", "agency": "Cơ quan, đơn vị"}


def event_rows(
    site: Site, today: date, events: Iterable[Event], changes: Iterable[Told], until: date | None = None
) -> tuple[TaskRow, ...]:
    """The events of one notice or campaign for its own page, in their order, whoever has to act, as the `changes` by
    others have made them; those of a programme with the time that holds them. A rule is told no longer than `until`."""
    stated = (replace(event, who=event.who or _ACTING[event.audience]) for event in events)
    tasks = tuple(of_event(event, str(i), "", "", until) for i, event in enumerate(stated))
    for told in changes:
        tasks = changed_by(tasks, told)
    tasks = called_off(tasks)
    return rows_of(tasks, with_points(tasks), partial(task_row, site, today))


def task_row(site: Site, today: date, tasks: Sequence[Task], year: int = 0) -> TaskRow:
    """A task, or several that differ by their time alone, without its source and its programme. Days of the `year` are
    told without it."""
    task = tasks[0]
    facts = (("Ai", task.who), *facts_of(task.changed))
    new = task.changed
    by_words = {"".join(one.evidence): one.evidence for one in reversed(tasks) if one.evidence[1]}
    return TaskRow(
        what=capital(task.what) or part_of(task),
        when=when_of(tasks, today, year),
        left=left(tasks, today),
        where=task.where,
        is_due=task.by is not None,
        facts=tuple(Fact(label=label, text=text) for label, text in facts if text),
        sentences=tuple(Excerpt(before=b, marked=m, after=a) for b, m, a in by_words.values()),
        is_read=not task.confirmed,
        doubt="năm là suy đoán" if task.guessed and not task.confirmed else "",
        corrected=CORRECTED if task.corrected else "",
        off=new.mark if new else "",
        changed=new.note if new else "",
        changed_by=site.anchor(new.url, new.by, f"ngày {short(new.dated)}") if new else None,
        source=None,
        mark="",
    )


def is_open(task: Task, today: date) -> bool:
    """Whether there is still a day on which it can be done."""
    if any(day and day < today for day in (task.last, task.until)):
        return False
    return not task.rrule or task.next_day(today) is not None


def rows_of(
    tasks: Iterable[Task], points: Mapping[str, tuple[Task, ...]], row: Callable[[Sequence[Task]], TaskRow]
) -> tuple[TaskRow, ...]:
    """A row for each task that is no point of another, those that differ by their time alone together, with the rows of
    its points."""
    groups = together(task for task in tasks if task.id in points)
    return tuple(
        _with_programme(row(group), [row([point]) for task in group for point in points[task.id]]) for group in groups
    )


def by_source(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """`rows` with those of one source, of which there is no more to tell than when, where and what, as one. A deadline
    stays alone, on its day, and so does what a programme belongs to or another notice has changed."""
    groups: dict[object, list[TaskRow]] = {}
    for i, row in enumerate(rows):
        plain = row.source and not (row.is_due or row.facts or row.points or row.corrected or row.changed_by)
        groups.setdefault((row.source, row.mark, row.is_read, row.doubt) if plain else i, []).append(row)
    return tuple(
        replace(group[0], others=tuple(group[1:]), sentences=tuple(dict.fromkeys(chain(*(r.sentences for r in group)))))
        for group in groups.values()
    )


def _with_programme(row: TaskRow, points: Iterable[TaskRow]) -> TaskRow:
    """The `row` with its programme; what it tells for all is not told again."""
    return replace(row, points=tuple(_without_again(part, row) for part in points))


def _without_again(part: TaskRow, row: TaskRow) -> TaskRow:
    words = {sentence.text for sentence in row.sentences}
    return replace(
        part,
        sentences=tuple(sentence for sentence in part.sentences if sentence.text not in words),
        left="",
        is_read=part.is_read and not row.is_read,
        source=None,
        mark="",
        corrected="" if part.corrected == row.corrected else part.corrected,
        changed_by=None if part.off and part.changed_by == row.changed_by else part.changed_by,
    )
