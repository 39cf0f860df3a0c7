"""Tasks as events of subscriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bulletin import addresses
from bulletin.model.views.subscriptions import UNSTAMPED, AllDay, Status
from bulletin.plan.calendar.event_inputs import EventsInputs, told_on
from bulletin.plan.calendar.task_words import but, days
from bulletin.plan.calendar.vocabulary import OPEN_END
from bulletin.plan.desk.marks import CORRECTED, MACHINE_READ
from bulletin.plan.desk.programme import line_of, with_points
from bulletin.plan.desk.task import Task, lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """The days of an event: of a rule its first day and its last possible one, `until`, and the days between that it
    leaves out."""

    first: date
    last: date
    until: date
    excluded: tuple[date, ...]


def task_events(seen: EventsInputs, begin: date, end: date) -> Iterator[AllDay]:
    """Those that lie between `begin` and `end`, or come again in that time. A point of a programme is a thing of its
    own only when it has hours of its own; the whole lists them all."""
    points = with_points(seen.tasks)
    changed = {**seen.modified}
    changed |= {addresses.campaign_url(one.id): told_on(one, seen.today) for one in seen.campaigns}
    for task in seen.tasks:
        if task.id not in points and not task.hours:
            continue
        if span := _span(task, begin, end):
            event = _event(seen, task, span, points.get(task.id, ()))
            changes = task.corrected + bool(task.changed)
            yield replace(event, stamped=changed.get(task.url, UNSTAMPED), changes=changes)


def _span(task: Task, begin: date, end: date) -> _Span | None:
    """None of what lies in other years, as most do, and of a rule that names no day before it ends."""
    if task.rrule:
        until = min(task.ends_on or date.max, task.until or date.max)
        # Calendars count DTSTART as one of the days in any case, so it must be one.
        first = task.next_day(task.starts_on or begin) if until >= begin else None
        if not first or first > until:
            return None
        return _Span(first=first, last=first, until=until, excluded=task.left_out(first, until))
    starts_on, ends_on = task.first or task.last, task.last or task.first
    if not starts_on or not ends_on or starts_on > ends_on or starts_on > end or ends_on < begin:
        return None
    return _Span(first=starts_on, last=ends_on, until=ends_on, excluded=())


def _event(seen: EventsInputs, task: Task, span: _Span, points: Iterable[Task]) -> AllDay:
    is_rule = bool(task.rrule)
    return AllDay(
        id=f"viec/{task.id}",
        title=_title(task),
        description=seen.description(task.url, *_lines(task, span, points)),
        starts_on=span.first,
        ends_on=span.last,
        status=_status(task),
        url=seen.site.absolute(task.url),
        where=task.where,
        rrule=task.rrule,
        until=span.until if is_rule and span.until < date.max else None,
        excluded=span.excluded if is_rule else (),
    )


def _title(task: Task) -> str:
    """«Hạn chót: nộp hồ sơ», «Đã hủy: họp dân», «Bắt đầu: đổi rác lấy quà (cho đến khi có thông báo mới)»."""
    is_due = task.kind == "deadline" or not (task.rrule or task.first)
    title = f"{'Hạn chót: ' if is_due else ''}{task.what or task.label}"
    if task.has_open_end:
        title = f"Bắt đầu: {title} ({OPEN_END})"
    if task.changed and task.is_off:
        title = f"{task.changed.mark}: {title}"
    return title


def _status(task: Task) -> Status:
    return "CANCELLED" if task.is_off else "CONFIRMED" if task.confirmed else "TENTATIVE"


def _lines(task: Task, span: _Span, points: Iterable[Task]) -> Iterator[str]:
    """What is said of it, "" where there is nothing to say."""
    sentence = "".join(task.evidence).strip()
    yield from lines_of(task.changed)
    yield task.every and f"Lặp lại: {task.every}{but(task, span.excluded)}"
    yield days(task) if not task.rrule and (task.lunar or task.has_open_end) else ""
    yield task.hours and f"Giờ: {task.hours}"
    yield task.who and f"Ai làm: {task.who}"
    yield sentence and f"Thông báo viết: «{sentence}»"
    yield from (f"- {line_of(point)}" for point in points)
    yield CORRECTED if task.corrected else ""
    yield "" if task.confirmed else MACHINE_READ
    yield "Năm do máy suy đoán" if task.guessed else ""
