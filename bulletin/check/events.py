"""`events:` → Event, and whether their days are those of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bulletin.check.calendar_schema import EventSaid
from bulletin.check.judge import place_of
from bulletin.model.deadline import Event
from bulletin.model.problem import Place, Problem, problem
from bulletin.model.site import Archive, Entry
from bulletin.model.source import Field
from bulletin.words.dates import short
from bulletin.words.every import rule

_TAG = re.compile(r"<[^>]*>")
_SHOWN = 5  # more days than these say nothing


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
        every=said.every,
        who=said.who,
        where=said.where,
        hours=said.hours,
        audience=said.audience,
        place=place,
    )


def check_events(archive: Archive) -> tuple[Problem, ...]:
    """Days of events that their notice does not hold, though it holds others: «05/6/2022» typed for «05/5/2022»."""
    return tuple(told for entry in archive.entries if entry.notice.events for told in _strangers(entry))


def _strangers(entry: Entry) -> Iterator[Problem]:
    read = {day for one in entry.prose.deadlines for day in (one.by, one.starts_on, one.ends_on) if day}
    if not read:
        return
    text = _TAG.sub("", entry.prose.html)
    for event in entry.notice.events or ():
        for day in dict.fromkeys(day for day in (event.by, event.starts_on, event.ends_on) if day):
            if day not in read and not _stands_in(day, text):
                near = sorted(sorted(read, key=lambda one: abs(one - day))[:_SHOWN])
                slots = {"value": event.what, "day": short(day), "days": ", ".join(map(short, near))}
                yield problem("event-not-in-text", event.place, **slots)


def _stands_in(day: date, text: str) -> bool:
    """Whether the text writes that day, in figures or in words, with its year or none."""
    figures = rf"(?<!\d)0?{day.day}(?:\s?[/.-]\s?|\s+tháng\s+)0?{day.month}(?!\d)"
    return bool(re.search(rf"{figures}(?!\s?[/.-]\s?\d)(?!\s+năm)|{figures}(?:\s?[/.-]\s?|\s+năm\s+){day.year}", text))
