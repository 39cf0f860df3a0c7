"""`/viec-can-lam/`: what residents must do, by day; and how a task is told wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from bulletin import addresses
from bulletin.model.deadline import Audience, Event
from bulletin.model.views.frame import Anchor, Excerpt, Fact
from bulletin.model.views.page import Page
from bulletin.model.views.tasks_and_campaigns import TaskGroup, TaskRow, TasksView
from bulletin.plan.calendar.subscriptions import TOPICS
from bulletin.plan.calendar.task_words import when
from bulletin.plan.desk.changes import changed_by, facts_of, of_source
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.marks import BECAME, MARKS
from bulletin.plan.desk.programme import called_off, with_points
from bulletin.plan.desk.tasks import CORRECTED, MACHINE_READ, Task, of_event
from bulletin.plan.desk.visibility import state
from bulletin.words.dates.printed import short

HEADING = "Việc cần làm"
_TOPIC = "viec-can-lam"
# Whom an editor means who names nobody.
_ACTING: Mapping[Audience, str] = {"residents": "", "staff": "Cán bộ, công chức", "agency": "Cơ quan, đơn vị"}


def task_page(desk: Desk) -> Page:
    """What can still be done on `desk.today`, asked by notices that are current and campaigns that are not over."""
    points = with_points(desk.almanac.tasks)
    open_ = [task for task in desk.almanac.tasks if task.id in points and _is_open(task, desk.today)]
    once = [task for task in open_ if not task.rrule]
    coming = sorted((t for t in once if not _runs(t, desk.today)), key=lambda t: (t.first or date.max, t.url))
    sources = _sources(desk)

    def rows(found: Iterable[Task]) -> tuple[TaskRow, ...]:
        return tuple(
            _programme(
                desk,
                (point for point in points[task.id] if _is_open(point, desk.today)),
                _row(desk, task, *sources.get(task.url, (None, ""))),
            )
            for task in found
        )

    view = TasksView(
        frame=desk.frame(
            addresses.TASKS, HEADING, description="Việc người dân cần làm và thời hạn, theo các thông báo còn hiệu lực."
        ),
        date=short(desk.today),
        iso=desk.today.isoformat(),
        running=rows(task for task in once if _runs(task, desk.today)),
        coming=tuple(
            TaskGroup(title=f"Tháng {month.month} năm {month.year}", rows=rows(of))
            for month, of in groupby(coming, key=lambda t: (t.first or date.max).replace(day=1))
        ),
        recurring=rows(task for task in open_ if task.rrule),
        links=(
            desk.anchor(addresses.CALENDAR, "Lịch"),
            desk.anchor(addresses.CAMPAIGNS, "Các đợt tuyên truyền"),
            desk.anchor(addresses.subscription_url(_TOPIC), f"Tệp lịch .ics: {TOPICS[_TOPIC]}"),
        ),
    )
    return Page(url=addresses.TASKS, template="tasks.html", view=view)


def event_rows(desk: Desk, events: Iterable[Event], until: date | None = None, key: str = "") -> tuple[TaskRow, ...]:
    """The events of one notice or campaign for its own page, in their order, whoever has to act, as others have changed
    what that `key` announces; those of a programme with the time that holds them."""
    stated = (replace(event, who=event.who or _ACTING[event.audience]) for event in events)
    tasks = tuple(of_event(event, str(i), "", "", until) for i, event in enumerate(stated))
    for told in of_source(desk.almanac.changes, key):
        tasks = changed_by(tasks, told)
    tasks = called_off(tasks)
    points = with_points(tasks)
    return tuple(_programme(desk, points[task.id], _row(desk, task)) for task in tasks if task.id in points)


def subscription(desk: Desk, url: str) -> str:
    """The calendar file in which stands what the notice at `url` asks of residents; "" when it asks nothing more."""
    asked = any(task.url == url and _is_open(task, desk.today) and not task.is_off for task in desk.almanac.tasks)
    return desk.ward.href(addresses.subscription_url(_TOPIC)) if asked else ""


def _row(desk: Desk, task: Task, source: Anchor | None = None, mark: str = "") -> TaskRow:
    facts = (("Ai", task.who), ("Ở đâu", task.where), ("Giờ", task.hours), *facts_of(task.changed))
    before, phrase, after = task.evidence
    new = task.changed
    return TaskRow(
        what=task.what,
        when=when(task, desk.today),
        facts=tuple(Fact(label=label, text=text) for label, text in facts if text),
        sentence=Excerpt(before=before, marked=phrase, after=after),
        caution="" if task.confirmed else MACHINE_READ + ("; năm là suy đoán" if task.guessed else ""),
        corrected=CORRECTED if task.corrected else "",
        off=new.mark if new else "",
        changed=new.note if new else "",
        changed_by=desk.anchor(new.url, new.by, f"ngày {short(new.dated)}") if new else None,
        source=source,
        mark=mark,
    )


def _programme(desk: Desk, points: Iterable[Task], row: TaskRow) -> TaskRow:
    """The `row` with its programme; what it tells for all is not told again."""
    parts = (_row(desk, point) for point in points)
    return replace(row, points=tuple(_without_again(part, row) for part in parts))


def _without_again(part: TaskRow, row: TaskRow) -> TaskRow:
    return replace(
        part,
        sentence=Excerpt() if part.sentence.text == row.sentence.text else part.sentence,
        caution="" if part.caution == row.caution else part.caution,
        corrected="" if part.corrected == row.corrected else part.corrected,
        changed_by=None if part.off and part.changed_by == row.changed_by else part.changed_by,
    )


def _is_open(task: Task, today: date) -> bool:
    if any(day and day < today for day in (task.last, task.until)):
        return False
    return not task.rrule or task.next_day(today) is not None


def _runs(task: Task, today: date) -> bool:
    """Whether it has begun; a deadline only comes."""
    return not task.by and task.starts_on is not None and task.starts_on <= today


def _sources(desk: Desk) -> dict[str, tuple[Anchor, str]]:
    """Address of a notice or campaign → the link to it, and its mark in previews."""
    found: dict[str, tuple[Anchor, str]] = {}
    for entry in desk.shown:  # what is called off stays visible, though its notice has been replaced
        card = desk.card(entry)
        key = entry.notice.key
        url = addresses.notice_url(key)
        mark = BECAME[desk.ended[key].kind] if key in desk.ended else MARKS[state(entry.notice, desk.today)]
        found[url] = desk.anchor(url, card.title, f"{card.label}, {card.date}"), mark
    for campaign in desk.almanac.campaigns:
        url = addresses.campaign_url(campaign.id)
        found[url] = desk.anchor(url, campaign.title, "đợt tuyên truyền"), MARKS[state(campaign, desk.today)]
    return found
