"""`events:` → Event, and whether their days are those of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bulletin.check.keys.calendar import EventSaid
from bulletin.check.keys.places import place_of
from bulletin.check.printed_days import Printed, days_near, printed_days, words_of
from bulletin.model.archive import Archive, Entry
from bulletin.model.deadline import Deadline, Event
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field
from bulletin.words.dates.printed import short
from bulletin.words.dates.typed_rule import rule

_NEAR_YEARS = 2
_MOST = 400


def events_of(stated: Iterable[EventSaid], front: Mapping[str, Field], path: str) -> tuple[Event, ...]:
    """What the schema has let through, each at its place in the file."""
    return tuple(_event(event, place_of(front, path, "events", i)) for i, event in enumerate(stated))


def _event(stated: EventSaid, place: Place) -> Event:
    first, last = stated.on or stated.starts_on, stated.on or stated.ends_on
    return Event(
        kind="deadline" if stated.by else "recurring" if stated.every else "event" if first == last else "window",
        what=stated.what,
        starts_on=first,
        ends_on=last,
        by=stated.by,
        rrule=rule(stated.every) if stated.every else "",
        excluded=tuple(sorted(set(stated.excluded))),
        every=stated.every,
        who=stated.who,
        where=stated.where,
        hours=stated.hours,
        audience=stated.audience,
        place=place,
    )


def days_of(event: Event) -> tuple[date, ...]:
    """The days that it names, each once."""
    return tuple(dict.fromkeys(day for day in (event.by, event.starts_on, event.ends_on) if day))


def too_many(first: date, last: date, place: Place) -> tuple[Problem, ...]:
    """A time that is longer than any campaign: its year is a slip."""
    count = (last - first).days + 1
    slots = {"first": short(first), "last": short(last), "count": count}
    return (problem("days-many", place, **slots),) if count > _MOST else ()


def many_days(events: Iterable[Event]) -> tuple[Problem, ...]:
    """What comes again and again may do so for years."""
    whole = [(event.starts_on, event.ends_on, event.place) for event in events if not event.rrule]
    return tuple(p for first, last, place in whole if first and last for p in too_many(first, last, place))


def check_events(archive: Archive) -> tuple[Problem, ...]:
    """Days of events that their notice does not print, though it prints others («05/6/2022» typed for «05/5/2022»), or
    that lie before it."""
    return tuple(
        p
        for entry in archive.entries
        if entry.notice.events
        for p in (*_strangers(entry), *many_days(entry.notice.events))
    )


def _strangers(entry: Entry) -> Iterator[Problem]:
    notice = entry.notice
    read = [Printed(day.day, day.month, day.year) for deadline in entry.prose.deadlines for day in _read(deadline)]
    printed = dict.fromkeys((*read, *printed_days(words_of(entry.prose.text, notice.corrections))))
    # The day of the notice itself may be meant by «từ nay»; dates long ago are those of history.
    near = [p for p in printed if abs((p.year or notice.signed_on.year) - notice.signed_on.year) <= _NEAR_YEARS]
    for event in notice.events or ():
        days = days_of(event)
        strange = [day for day in days if day != notice.signed_on and not any(p.fits(day) for p in printed)]
        if near and strange:
            day = strange[0]
            yield problem("event-not-in-text", event.place, value=event.what, day=short(day), days=days_near(day, near))
            continue
        last = event.by or event.ends_on
        if last and last < notice.signed_on:
            slots = {"value": event.what, "day": short(last), "signed": short(notice.signed_on)}
            yield problem("event-past", event.place, **slots)


def _read(deadline: Deadline) -> tuple[date, ...]:
    return tuple(day for day in (deadline.by, deadline.starts_on, deadline.ends_on) if day)
