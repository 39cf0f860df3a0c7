"""How a task is told wherever it stands: on `/viec-can-lam/`, on the page of a notice or of a campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bulletin.model.deadline import Audience, Event
from bulletin.model.views.frame import Excerpt, Fact
from bulletin.model.views.tasks_and_campaigns import TaskRow
from bulletin.plan.calendar.task_words import when
from bulletin.plan.desk.changes import changed_by
from bulletin.plan.desk.marks import CORRECTED, MACHINE_READ
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
    points = with_points(tasks)
    return tuple(
        with_programme(site, today, points[task.id], task_row(site, today, task)) for task in tasks if task.id in points
    )


def task_row(site: Site, today: date, task: Task) -> TaskRow:
    """A task without its source and its programme."""
    facts = (("Ai", task.who), ("Ở đâu", task.where), ("Giờ", task.hours), *facts_of(task.changed))
    before, phrase, after = task.evidence
    new = task.changed
    return TaskRow(
        what=task.what,
        when=when(task, today),
        facts=tuple(Fact(label=label, text=text) for label, text in facts if text),
        sentence=Excerpt(before=before, marked=phrase, after=after),
        caution="" if task.confirmed else MACHINE_READ + ("; năm là suy đoán" if task.guessed else ""),
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


def with_programme(site: Site, today: date, points: Iterable[Task], row: TaskRow) -> TaskRow:
    """The `row` with its programme; what it tells for all is not told again."""
    parts = (task_row(site, today, point) for point in points)
    return replace(row, points=tuple(_without_again(part, row) for part in parts))


def _without_again(part: TaskRow, row: TaskRow) -> TaskRow:
    return replace(
        part,
        sentence=Excerpt() if part.sentence.text == row.sentence.text else part.sentence,
        caution="" if part.caution == row.caution else part.caution,
        corrected="" if part.corrected == row.corrected else part.corrected,
        changed_by=None if part.off and part.changed_by == row.changed_by else part.changed_by,
    )
