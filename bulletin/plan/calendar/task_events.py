"""Tasks as events of subscriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from bulletin import addresses
from bulletin.model.clock import Span
from bulletin.model.views.subscriptions import UNSTAMPED, CalendarEvent, Status
from bulletin.plan.calendar.event_inputs import EventsInputs, told_on
from bulletin.plan.calendar.event_titles import title_of, whole_of
from bulletin.plan.calendar.task_words import but, days
from bulletin.plan.desk.marks import CORRECTED, MACHINE_READ
from bulletin.plan.desk.programme import line_of, with_points
from bulletin.plan.desk.task import Task, lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """The days and hours of an event; of a rule also its last possible day, None when it goes on, and the days between
    that it leaves out."""

    first: date
    last: date
    hours: Span | None = None
    rrule: str = ""
    until: date | None = None
    excluded: tuple[date, ...] = ()


class TaskEvent(NamedTuple):
    """An event, and the task that it tells."""

    task: Task
    event: CalendarEvent


def task_events(seen: EventsInputs) -> Iterator[TaskEvent]:
    """Of every task. A point of a programme is a thing of its own only when it has hours of its own; the whole lists
    them all. One that has several hours on a day has as many events, of which the first has the id of the task."""
    points = with_points(seen.tasks)
    changed = {**seen.modified}
    changed |= {addresses.campaign_url(one.id): told_on(one, seen.today) for one in seen.campaigns}
    for task in seen.tasks:
        if task.id not in points and not task.hours:
            continue
        for count, span in enumerate(_spans(task, seen.today), 1):
            event = _event(seen, task, span, points.get(task.id, ()))
            id_ = event.id if count == 1 else f"{event.id}/{count}"
            changes = task.corrected + bool(task.changed) + seen.corrected.get(task.url, 0)
            stamped = changed.get(task.url, UNSTAMPED)
            yield TaskEvent(task, replace(event, id=id_, stamped=stamped, changes=changes))


def _spans(task: Task, today: date) -> Iterator[_Span]:
    """One for each of its hours, one of whole days where they are not certain; none of a rule that names no day before
    it ends."""
    days = _days_of_rule(task, today) if task.rrule else _days(task)
    if days is None:
        return
    clock = task.clock
    if clock is None:
        yield days
    elif task.has_open_end or clock.through:
        start, end = clock.spans[0]
        yield replace(days, hours=(start, None if task.has_open_end else end))
    elif days.rrule or days.first == days.last:
        yield from (replace(days, hours=hours) for hours in clock.spans)
    else:
        daily = replace(days, last=days.first, rrule="FREQ=DAILY", until=days.last)
        yield from (replace(daily, hours=hours) for hours in clock.spans)


def _days_of_rule(task: Task, today: date) -> _Span | None:
    until = min(task.ends_on or date.max, task.until or date.max)
    # Calendars count DTSTART as one of the days in any case, so it must be one.
    first = task.next_day(task.starts_on or date(today.year - 1, 1, 1))
    if not first or first > until:
        return None
    end = until if until < date.max else None
    return _Span(first=first, last=first, rrule=task.rrule, until=end, excluded=task.left_out(first, until))


def _days(task: Task) -> _Span | None:
    first, last = task.first or task.last, task.last or task.first
    return _Span(first=first, last=last) if first and last and first <= last else None


def _event(seen: EventsInputs, task: Task, span: _Span, points: Iterable[Task]) -> CalendarEvent:
    return CalendarEvent(
        id=_opaque(task),
        title=title_of(task),
        description=seen.description(task.url, *_lines(task, span, points)),
        starts_on=span.first,
        ends_on=span.last,
        hours=span.hours,
        status=_status(task),
        url=seen.site.absolute(task.url),
        where=task.where,
        rrule=span.rrule,
        until=span.until,
        excluded=span.excluded,
    )


def _opaque(task: Task) -> str:
    """The id of the task without its words: what is withdrawn is cancelled under its id, which must tell nothing."""
    source, _, name = task.id.rpartition("/")
    return f"viec/{source}/{sha256(name.encode()).hexdigest()[:12]}"


def _status(task: Task) -> Status:
    return "CANCELLED" if task.is_off else "CONFIRMED" if task.confirmed else "TENTATIVE"


def _lines(task: Task, span: _Span, points: Iterable[Task]) -> Iterator[str]:
    """What is said of it, "" where there is nothing to say; what is to be done comes first."""
    sentence = "".join(task.evidence).strip()
    yield from lines_of(task.changed)
    yield whole_of(task)
    yield task.every and f"Lặp lại: {task.every}{but(task, span.excluded)}"
    is_daily = bool(span.rrule and not task.rrule)
    yield days(task) if not task.rrule and (task.lunar or task.has_open_end or is_daily) else ""
    yield task.hours and f"Giờ: {task.hours}"
    yield task.who and f"Ai làm: {task.who}"
    yield sentence and f"Thông báo viết: «{sentence}»"
    yield from (f"- {line_of(point)}" for point in points)
    yield CORRECTED if task.corrected else ""
    yield "" if task.confirmed else MACHINE_READ
    yield "Năm do máy suy đoán" if task.guessed else ""
