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


def events_of(said: Iterable[EventSaid], front: Mapping[str, Field], path: str) -> tuple[Event, ...]:
    """What the schema has let through, each at its place in the file."""
    return tuple(_event(one, place_of(front, path, "events", i)) for i, one in enumerate(said))


def _event(said: EventSaid, place: Place) -> Event:
    first, last = said.on or said.starts_on, said.on or said.ends_on
    return Event(
        kind="deadline" if said.by else "recurring" if said.every else "event" if first == last else "window",
        what=said.what,
        starts_on=first,
        ends_on=last,
        by=said.by,
        rrule=rule(said.every) if said.every else "",
        excluded=tuple(sorted(set(said.excluded))),
        every=said.every,
        who=said.who,
        where=said.where,
        hours=said.hours,
        audience=said.audience,
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
    whole = [(one.starts_on, one.ends_on, one.place) for one in events if not one.rrule]
    return tuple(told for first, last, place in whole if first and last for told in too_many(first, last, place))


def check_events(archive: Archive) -> tuple[Problem, ...]:
    """Days of events that their notice does not print, though it prints others («05/6/2022» typed for «05/5/2022»), or
    that lie before it."""
    return tuple(
        told
        for entry in archive.entries
        if entry.notice.events
        for told in (*_strangers(entry), *many_days(entry.notice.events))
    )


def _strangers(entry: Entry) -> Iterator[Problem]:
    notice = entry.notice
    stated = [Printed(day.day, day.month, day.year) for one in entry.prose.deadlines for day in _read(one)]
    said = dict.fromkeys((*stated, *printed_days(words_of(entry.prose.text, notice.corrections))))
    # The day of the notice itself may be meant by «từ nay»; dates long ago are those of history.
    near = [one for one in said if abs((one.year or notice.signed_on.year) - notice.signed_on.year) <= _NEAR_YEARS]
    for event in notice.events or ():
        days = days_of(event)
        strange = [day for day in days if day != notice.signed_on and not any(one.fits(day) for one in said)]
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
