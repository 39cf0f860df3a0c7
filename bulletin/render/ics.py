"""Subscriptions as iCalendar (RFC 5545, RFC 7986), written here whole; tests read them with icalendar and dateutil.

Two components and a dozen properties are less than what a library asks for: icalendar takes «\\N» in a text for the end
of its line (a clerk's words are never changed), needs twenty times as long, and brings 8 MB. In the tests it reads what
is written here, so that writer and reader are not by the same hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from bulletin.model.views.subscriptions import UNSTAMPED, CalendarEvent, SubscriptionView
from bulletin.words.dates.printed import VIETNAM

_ESCAPES: dict[int, str | None] = dict.fromkeys([*range(0x20), 0x7F]) | {ord(c): f"\\{c}" for c in "\\;,"}
# The longest row in octets without its CRLF (section 3.1). In the head a line's first row is one less, as in all files
# that subscribers hold already: a shorter row is as good, and a file that nobody edited must not change.
_LONGEST, _LONGEST_IN_HEAD = 75, 74
_ZONE = "Asia/Ho_Chi_Minh"
_LAST_SECOND = time(23, 59, 59)
# What times of the zone refer to. A calendar must hold something (section 3.6): where there is no event, this. Việt Nam
# has had one offset since 1975.
_TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar(view: SubscriptionView) -> bytes:
    """One calendar, a file of UTF-8 with CRLF. Its events are kept, since each stands in two files at least."""
    name = _text(view.name)
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ward Bulletin//Lich phuong//VI",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        f"SOURCE;VALUE=URI:{view.self_url}",
        f"URL:{view.url}",
        "X-PUBLISHED-TTL:P1D",
        f"X-WR-TIMEZONE:{_ZONE}",
        *_TIMEZONE,
    )
    rows = (_folded(line, _LONGEST_IN_HEAD) for line in head)
    return b"".join((*rows, *(_event(event, view.host) for event in view.events), b"END:VCALENDAR\r\n"))


@lru_cache(maxsize=4096)  # the same things under their topic and among all
def _event(event: CalendarEvent, host: str) -> bytes:
    return b"".join(map(_folded, _lines(event, host)))


def _lines(event: CalendarEvent, host: str) -> Iterator[str]:
    """The content lines of one VEVENT, not yet folded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{event.id}@{host}')}"
    # What the sources tell, never a clock: the same content gives the same bytes. The day begins in Việt Nam.
    stamp = _utc(datetime.combine(event.stamped, time.min, VIETNAM))
    yield f"DTSTAMP:{stamp}"
    if event.stamped != UNSTAMPED:
        yield f"LAST-MODIFIED:{stamp}"
    if event.changes:
        yield f"SEQUENCE:{event.changes}"
    yield from _times(event)
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(event.description)}"
    if event.where:
        yield f"LOCATION:{_text(event.where)}"
    yield f"STATUS:{event.status}"
    # A calendar of the ward tells what comes, not what its reader does: days off too must not make anybody look busy,
    # since many are on duty on them.
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{event.url}"
    yield "END:VEVENT"


def _times(event: CalendarEvent) -> Iterator[str]:
    """When it is, and when again: dates, or times in the zone of Việt Nam. UNTIL is of the kind of DTSTART; where that
    has a zone, it is in UTC (section 3.3.10), and the last second of a day holds whatever begins on it.

    Where nobody tells when it ends, it has no DTEND: by section 3.6.1 it ends as it begins. Google writes such events
    so itself and shows their one time, Apple's calendar shows them short; an hour of ours would be a time that nobody
    has announced.
    """
    if event.hours is None:
        yield f"DTSTART;VALUE=DATE:{_day(event.starts_on)}"
        yield f"DTEND;VALUE=DATE:{_day(event.ends_on + timedelta(days=1))}"  # the first day after it
        until = _day(event.until) if event.until else ""
        excluded = [f"EXDATE;VALUE=DATE:{_day(day)}" for day in event.excluded]
    else:
        start, end = event.hours
        yield f"DTSTART{_at(event.starts_on, start)}"
        if end is not None:
            yield f"DTEND{_at(event.ends_on, end)}"
        until = _utc(datetime.combine(event.until, _LAST_SECOND, VIETNAM)) if event.until else ""
        excluded = [f"EXDATE{_at(day, start)}" for day in event.excluded]
    if event.rrule:
        frequency, *by = event.rrule.split(";")
        yield f"RRULE:{';'.join((frequency, *([f'UNTIL={until}'] if until else []), *by))}"
    yield from excluded


def _at(day: date, minutes: int) -> str:
    """«;TZID=Asia/Ho_Chi_Minh:20251122T073000»: so many minutes after the midnight of the day."""
    moment = datetime.combine(day, time.min) + timedelta(minutes=minutes)
    return f";TZID={_ZONE}:{moment:%Y%m%dT%H%M%S}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A value of TEXT (section 3.3.11): its line ends are «\\n», nothing in it ends the content line."""
    return "\\n".join(line.translate(_ESCAPES) for line in text.splitlines())


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _folded(line: str, longest: int = _LONGEST) -> bytes:
    """The content line with its CRLF, in rows of at most 75 octets, the first of `longest`; no character is cut."""
    data, rows = line.encode(), []
    while len(data) > longest:
        end = longest
        while data[end] & 0xC0 == 0x80:
            end -= 1
        end -= data[end - 1 : end] == b"\\"  # legal, but old clients want «\\n» in one piece
        rows.append(data[:end])
        data, longest = b" " + data[end:], _LONGEST
    return b"\r\n".join((*rows, data, b""))
