"""`/viec-can-lam/`: what residents must do, by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.campaign import Campaign
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Planned
from bulletin.model.views.tasks_and_campaigns import TaskGroup, TaskRow, TasksView
from bulletin.plan.calendar.task_rows import is_open, task_row, with_programme
from bulletin.plan.calendar.vocabulary import CALENDAR, CAMPAIGNS, TASKS, TASKS_TOPIC, TOPICS
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
    open_ = [task for task in seen.tasks if task.id in points and is_open(task, today)]
    once = [task for task in open_ if not task.rrule]
    to_come = sorted((task for task in once if not _runs(task, today)), key=lambda task: (_first(task), task.url))

    def rows(tasks: Iterable[Task]) -> tuple[TaskRow, ...]:
        return tuple(
            with_programme(
                site,
                today,
                (point for point in points[task.id] if is_open(point, today)),
                _with_source(task_row(site, today, task), site, today, seen.sources.get(task.url)),
            )
            for task in tasks
        )

    return TasksView(
        frame=site.frame(
            addresses.TASKS, TASKS, description="Việc người dân cần làm và thời hạn, theo các thông báo còn hiệu lực."
        ),
        date=short(today),
        iso=today.isoformat(),
        running=rows(task for task in once if _runs(task, today)),
        coming=tuple(
            TaskGroup(title=f"Tháng {month.month} năm {month.year}", rows=rows(of_month))
            for month, of_month in groupby(to_come, key=lambda task: _first(task).replace(day=1))
        ),
        recurring=rows(task for task in open_ if task.rrule),
        links=(
            site.anchor(addresses.CALENDAR, CALENDAR),
            site.anchor(addresses.CAMPAIGNS, CAMPAIGNS),
            site.anchor(addresses.subscription_url(TASKS_TOPIC), f"Tệp lịch .ics: {TOPICS[TASKS_TOPIC]}"),
        ),
    )


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


def _runs(task: Task, today: date) -> bool:
    """Whether it has begun; a deadline only comes."""
    return not task.by and task.starts_on is not None and task.starts_on <= today
