"""`/viec-can-lam/`: what residents must do, by day; and how a task is told wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from bulletin.model.deadline import Audience, Event
from bulletin.model.site import Page
from bulletin.model.task_views import TaskGroup, TaskRow, TasksView
from bulletin.model.views import Anchor
from bulletin.plan.frame import Desk
from bulletin.plan.programme import with_points
from bulletin.plan.subscriptions import TOPICS
from bulletin.plan.task_words import when
from bulletin.plan.tasks import MACHINE_READ, Task, of_event
from bulletin.plan.visibility import MARKS, state
from bulletin.words import urls
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
    coming = sorted((t for t in once if not _runs(t, desk.today)), key=lambda t: (t.first or date.max, t.id))
    sources = _sources(desk)

    def rows(found: Iterable[Task]) -> tuple[TaskRow, ...]:
        return tuple(
            _programme(
                desk,
                task,
                (point for point in points[task.id] if _is_open(point, desk.today)),
                _row(desk, task, *sources.get(task.url, (None, ""))),
            )
            for task in found
        )

    view = TasksView(
        frame=desk.frame(
            urls.TASKS, HEADING, description="Việc người dân cần làm và thời hạn, theo các thông báo còn hiệu lực."
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
            desk.anchor(urls.CALENDAR, "Lịch"),
            desk.anchor(urls.CAMPAIGNS, "Các đợt tuyên truyền"),
            desk.anchor(urls.subscription_url(_TOPIC), f"Tệp lịch .ics: {TOPICS[_TOPIC]}"),
        ),
    )
    return Page(url=urls.TASKS, template="tasks.html", view=view)


def event_rows(desk: Desk, events: Iterable[Event], until: date | None = None) -> tuple[TaskRow, ...]:
    """The events of one notice or campaign for its own page, in their order, whoever has to act; those of a programme
    with the time that holds them."""
    stated = (replace(event, who=event.who or _ACTING[event.audience]) for event in events)
    tasks = [replace(of_event(event, "", "", "", until), id=str(i)) for i, event in enumerate(stated)]
    points = with_points(tasks)
    return tuple(_programme(desk, task, points[task.id], _row(desk, task)) for task in tasks if task.id in points)


def subscription(desk: Desk, url: str) -> str:
    """The calendar file in which stands what the notice at `url` asks of residents; "" when it asks nothing more."""
    asked = any(task.url == url and _is_open(task, desk.today) for task in desk.almanac.tasks)
    return desk.ward.href(urls.subscription_url(_TOPIC)) if asked else ""


def _row(desk: Desk, task: Task, source: Anchor | None = None, mark: str = "") -> TaskRow:
    facts = (("Ai", task.who), ("Ở đâu", task.where), ("Giờ", task.hours))
    return TaskRow(
        what=task.what,
        when=when(task, desk.today),
        facts=tuple((label, text) for label, text in facts if text),
        sentence=task.sentence,
        caution="" if task.confirmed else MACHINE_READ + ("; năm là suy đoán" if task.guessed else ""),
        source=source,
        mark=mark,
    )


def _programme(desk: Desk, whole: Task, points: Iterable[Task], row: TaskRow) -> TaskRow:
    """The `row` of `whole` with its programme; what it tells for all is not told again."""
    sentence = "".join(whole.sentence)
    rows = (replace(p, sentence=("", "", "")) if "".join(p.sentence) == sentence else p for p in points)
    parts = (_row(desk, point) for point in rows)
    return replace(row, points=tuple(replace(p, caution="") if p.caution == row.caution else p for p in parts))


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
    for entry in desk.current:
        card = desk.card(entry)
        url = urls.notice_url(entry.notice.key)
        found[url] = desk.anchor(url, card.title, f"{card.label}, {card.date}"), card.mark
    for campaign in desk.almanac.campaigns:
        url = urls.campaign_url(campaign.id)
        found[url] = desk.anchor(url, campaign.title, "đợt tuyên truyền"), MARKS[state(campaign, desk.today)]
    return found
