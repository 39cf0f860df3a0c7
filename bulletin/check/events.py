"""`events:` → Event, and whether their days are those of the text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bulletin.check.calendar_schema import EventSaid
from bulletin.check.judge import place_of
from bulletin.model.deadline import Deadline, Event
from bulletin.model.problem import Place, Problem, problem
from bulletin.model.site import Archive, Entry
from bulletin.model.source import Field
from bulletin.words.corrected import Pairs, corrected_words
from bulletin.words.dates.printed import short
from bulletin.words.every import rule

_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|del|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_FIGURES = re.compile(r"[0-9]+")
_YEAR = "(?:19|20)[0-9]{2}"
# «29, 30/4», «29/4/2022», «29.4.2022», «29 tháng 4 năm 2022», «từ ngày 29 đến hết ngày 30/4».
_DAY = re.compile(
    r"(?<![0-9/.])(?P<before>(?:[0-9]{1,2}(?: ?[,;&-] ?| ?– ?| và | đến (?:hết )?)(?:ngày )?){0,6})(?P<day>[0-9]{1,2})"
    rf"(?: ?/ ?(?P<month>[0-9]{{1,2}})(?: ?[/.-] ?(?P<year>{_YEAR}))?(?![0-9]| ?/ ?[0-9A-ZĐ])"
    rf"|(?: ?[.-] ?)(?P<dotted>[0-9]{{1,2}})(?: ?[.-] ?)(?P<of>{_YEAR})(?![0-9])"
    rf"|,? tháng (?P<worded>[0-9]{{1,2}})(?![0-9])(?:,? (?:năm |/ ?)(?P<spelt>{_YEAR}))?)",
    re.IGNORECASE,
)
_SHOWN = 5  # more days than these say nothing
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
    stated = [_Printed(day.day, day.month, day.year) for one in entry.prose.deadlines for day in _read(one)]
    said = dict.fromkeys((*stated, *_printed_days(entry.prose.html, notice.corrections)))
    # The day of the notice itself may be meant by «từ nay»; dates long ago are those of history.
    near = [one for one in said if abs((one.year or notice.signed_on.year) - notice.signed_on.year) <= _NEAR_YEARS]
    for event in notice.events or ():
        days = days_of(event)
        strange = [day for day in days if day != notice.signed_on and not any(one.fits(day) for one in said)]
        if near and strange:
            day = strange[0]
            closest = sorted(near, key=lambda one: abs(one.in_year(day.year) - day))[:_SHOWN]
            told = ", ".join(one.shown for one in sorted(closest, key=lambda one: one.in_year(day.year)))
            yield problem("event-not-in-text", event.place, value=event.what, day=short(day), days=told)
            continue
        last = event.by or event.ends_on
        if last and last < notice.signed_on:
            slots = {"value": event.what, "day": short(last), "signed": short(notice.signed_on)}
            yield problem("event-past", event.place, **slots)


def _read(deadline: Deadline) -> tuple[date, ...]:
    return tuple(day for day in (deadline.by, deadline.starts_on, deadline.ends_on) if day)


class _Printed(NamedTuple):
    """A day as a text prints it, with its year or 0."""

    day: int
    month: int
    year: int

    def fits(self, day: date) -> bool:
        return (self.day, self.month) == (day.day, day.month) and self.year in (0, day.year)

    def in_year(self, year: int) -> date:
        """A date to measure by; 29/2 of a common year is the day before."""
        year = self.year or year
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    @property
    def shown(self) -> str:
        return f"{self.day:02}/{self.month}" + (f"/{self.year}" if self.year else "")


def _printed_days(html: str, errata: Pairs) -> Iterator[_Printed]:
    """All days that a text prints, in figures or in words, those before them that share their month included; of days
    that an erratum corrects the right ones."""
    for m in _DAY.finditer(corrected_words(_TAG.sub(" ", _INLINE.sub("", html)), errata)):
        month, year = int(m["month"] or m["dotted"] or m["worded"]), int(m["year"] or m["of"] or m["spelt"] or 0)
        for day in map(int, (*_FIGURES.findall(m["before"]), m["day"])):
            if 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]:
                yield _Printed(day, month, year)
