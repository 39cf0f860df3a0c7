"""`/viec-can-lam/`: what residents must do, by day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, groupby

from bulletin import addresses
from bulletin.model.campaign import Campaign
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Planned
from bulletin.model.views.tasks_and_campaigns import TaskGroup, TaskRow, TasksView
from bulletin.plan.calendar.names import month_name
from bulletin.plan.calendar.task_rows import by_source, is_open, rows_of, task_row
from bulletin.plan.calendar.task_words import TODAY, in_list, starts_at, tells
from bulletin.plan.calendar.vocabulary import CALENDAR, CAMPAIGNS, RUNNING, TASKS, TASKS_TOPIC, TOPICS
from bulletin.plan.desk.marks import BECAME, MARKS
from bulletin.plan.desk.programme import with_points
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.plan.desk.task import Task
from bulletin.plan.desk.visibility_and_urgency import state
from bulletin.words.dates.printed import short


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksInputs:
    """What `/viec-can-lam/` sees: all tasks, and by their `url` the notices and campaigns that ask for them."""

    site: Site
    today: date
    tasks: tuple[Task, ...]
    sources: Mapping[str, Standing | Campaign]


def task_page(seen: TasksInputs) -> Planned:
    """The page of tasks."""
    return Planned(url=addresses.TASKS, template="tasks.html", view=partial(tasks_view, seen))


def tasks_view(seen: TasksInputs) -> TasksView:
    """What can still be done today, asked by notices that are current and campaigns that are not over."""
    site, today = seen.site, seen.today
    points = with_points(seen.tasks)
    points = {id_: tuple(point for point in row if is_open(point, today)) for id_, row in points.items()}
    open_ = [task for task in seen.tasks if is_open(task, today)]
    groups, jumps = list[TaskGroup](), list[Anchor]()
    for id_, title, jump, tasks in _by_time(open_, today):
        if rows := by_source(rows_of(tasks, points, partial(_row, seen))):
            groups.append(TaskGroup(id=id_, title=title, rows=rows))
            jumps.append(Anchor(href=f"#{id_}", text=jump))
    return TasksView(
        frame=site.frame(
            addresses.TASKS, TASKS, description="Việc người dân cần làm và thời hạn, theo các thông báo còn hiệu lực."
        ),
        date=short(today),
        iso=today.isoformat(),
        jumps=tuple(jumps) if len(jumps) > 1 else (),
        groups=tuple(groups),
        has_readings=any(
            row.is_read for group in groups for row in (*group.rows, *chain(*(r.points for r in group.rows)))
        ),
        links=(
            site.anchor(addresses.CALENDAR, CALENDAR),
            site.anchor(addresses.CAMPAIGNS, CAMPAIGNS),
            site.anchor(addresses.subscription_url(TASKS_TOPIC), f"Tệp lịch .ics: {TOPICS[TASKS_TOPIC]}"),
        ),
    )


def _by_time(tasks: Sequence[Task], today: date) -> Iterator[tuple[str, str, str, Sequence[Task]]]:
    """The parts of the page: id, heading, word that leads to it, tasks."""
    once = sorted(
        (task for task in tasks if not task.rrule), key=lambda task: (_first(task), starts_at(task), task.url)
    )
    of_today = [task for task in once if today in (task.last, task.first) and (task.by or task.last == today)]
    yield "_hom-nay", f"{TODAY}, {in_list(today, today.year)}", TODAY, of_today
    begun = [task for task in once if _first(task) <= today and task not in of_today]
    yield "_dang-dien-ra", RUNNING, RUNNING, sorted(begun, key=lambda task: task.last or date.max)
    to_come = [task for task in once if _first(task) > today]
    for month, of_month in groupby(to_come, key=lambda task: _first(task).replace(day=1)):
        year = "" if month.year == today.year else f"/{month.year}"
        yield f"_{month:%Y-%m}", month_name(month), f"Tháng {month.month}{year}", list(of_month)
    yield "_lap-lai", "Hàng tuần, hàng tháng", "Hàng tuần", [task for task in tasks if task.rrule]


def _row(seen: TasksInputs, tasks: Sequence[Task]) -> TaskRow:
    """The tasks with the way to what asks for them, of which the title may say all."""
    row = task_row(seen.site, seen.today, tasks, seen.today.year)
    row = _with_source(row, seen.site, seen.today, seen.sources.get(tasks[0].url))
    return replace(row, what="") if row.source and tells(row.source.text, row.what) else row


def _with_source(row: TaskRow, site: Site, today: date, source: Standing | Campaign | None) -> TaskRow:
    """The `row` with the way to the notice or campaign that asks for it, and its mark in previews."""
    match source:
        case None:
            return row
        case Campaign():
            anchor = site.anchor(addresses.campaign_url(source.id), source.title, "đợt tuyên truyền")
            return replace(row, source=anchor, mark=MARKS[state(source, today)])
        case _:
            shown = card(site, source)
            # What is called off stays visible, though its notice has been replaced.
            mark = BECAME[source.ended.kind] if source.ended else MARKS[source.state]
            note = f"{shown.label}, {shown.date}"
            return replace(row, source=Anchor(href=shown.href, text=shown.title, note=note), mark=mark)


def _first(task: Task) -> date:
    return task.first or date.max
