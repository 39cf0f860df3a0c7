"""What the cancelled events of withdrawn notices see."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.model.views.subscriptions import CalendarEvent
from bulletin.plan.calendar.event_inputs import EventsInputs
from bulletin.plan.calendar.task_events import task_events
from bulletin.plan.calendar.withdrawn_events import cancelled
from bulletin.plan.desk.desk import Desk, Gone


def cancelled_events(desk: Desk, gone: Gone) -> Iterator[CalendarEvent]:
    """Those of a withdrawn notice. Where another has its identity by now, its events are that one's."""
    key = gone.withdrawn.key
    if not key or any(entry.notice.key == key for entry in desk.shown):
        return
    book = desk.almanac
    seen = EventsInputs(
        site=desk.site,
        today=desk.today,
        years=book.years,
        anniversaries=(),
        days_off=(),
        campaigns=(),
        tasks=gone.tasks,
        modified={},
        corrected={task.url: gone.corrected for task in gone.tasks},
    )
    told = (event for _, event in task_events(seen))
    yield from cancelled(desk.site, gone.withdrawn, told, desk.today)
