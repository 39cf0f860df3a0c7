"""`/viec-can-lam/`: what residents must do, by day; and how a task is told wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.campaign import Campaign
from bulletin.model.deadline import Audience, Event
from bulletin.model.views.frame import Anchor, Excerpt, Fact
from bulletin.model.views.page import Planned
from bulletin.model.views.tasks_and_campaigns import TaskGroup, TaskRow, TasksView
from bulletin.plan.calendar.task_words import when
from bulletin.plan.calendar.vocabulary import CALENDAR, CAMPAIGNS, TASKS, TOPICS
from bulletin.plan.desk.changes import Told, changed_by, facts_of
from bulletin.plan.desk.marks import BECAME, MARKS
from bulletin.plan.desk.programme import called_off, with_points
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.plan.desk.tasks import CORRECTED, MACHINE_READ, Task, of_event
from bulletin.plan.desk.visibility import state
from bulletin.words.dates.printed import short

_TOPIC = "viec-can-lam"
# Who acts where an editor names an audience and nobody by name.
_ACTING: Mapping[Audience, str] = {"residents": "", "staff": "Cán bộ, công chức", "agency": "Cơ quan, đơn vị"}


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
    open_ = [task for task in seen.tasks if task.id in points and _is_open(task, today)]
    once = [task for task in open_ if not task.rrule]
    to_come = sorted((task for task in once if not _runs(task, today)), key=lambda task: (_first(task), task.url))

    def rows(tasks: Iterable[Task]) -> tuple[TaskRow, ...]:
        return tuple(
            _programme(
                site,
                today,
                (point for point in points[task.id] if _is_open(point, today)),
                _with_source(_row(site, today, task), site, today, seen.sources.get(task.url)),
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
            site.anchor(addresses.subscription_url(_TOPIC), f"Tệp lịch .ics: {TOPICS[_TOPIC]}"),
        ),
    )


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
        _programme(site, today, points[task.id], _row(site, today, task)) for task in tasks if task.id in points
    )


def subscription(site: Site, today: date, tasks: Iterable[Task], url: str) -> str:
    """The calendar file in which stands what the notice at `url` asks of residents; "" when it asks nothing more."""
    asked = any(task.url == url and _is_open(task, today) and not task.is_off for task in tasks)
    return site.href(addresses.subscription_url(_TOPIC)) if asked else ""


def _row(site: Site, today: date, task: Task) -> TaskRow:
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


def _programme(site: Site, today: date, points: Iterable[Task], row: TaskRow) -> TaskRow:
    """The `row` with its programme; what it tells for all is not told again."""
    parts = (_row(site, today, point) for point in points)
    return replace(row, points=tuple(_without_again(part, row) for part in parts))


def _without_again(part: TaskRow, row: TaskRow) -> TaskRow:
    return replace(
        part,
        sentence=Excerpt() if part.sentence.text == row.sentence.text else part.sentence,
        caution="" if part.caution == row.caution else part.caution,
        corrected="" if part.corrected == row.corrected else part.corrected,
        changed_by=None if part.off and part.changed_by == row.changed_by else part.changed_by,
    )


def _first(task: Task) -> date:
    return task.first or date.max


def _is_open(task: Task, today: date) -> bool:
    """Whether there is still a day on which it can be done."""
    if any(day and day < today for day in (task.last, task.until)):
        return False
    return not task.rrule or task.next_day(today) is not None


def _runs(task: Task, today: date) -> bool:
    """Whether it has begun; a deadline only comes."""
    return not task.by and task.starts_on is not None and task.starts_on <= today
