"""Subscriptions as iCalendar (RFC 5545, RFC 7986), written here whole; tests read them with icalendar and dateutil.

Two components and a dozen properties are less than what a library asks for: icalendar takes «\\N» in a text for the end
of its line (a clerk's words are never changed), needs twenty times as long, and brings 8 MB. In the tests it reads what
is written here, so that writer and reader are not by the same hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from bulletin.model.views.subscriptions import UNSTAMPED, AllDay, SubscriptionView
from bulletin.words.dates.printed import VIETNAM

_ESCAPES: dict[int, str | None] = dict.fromkeys([*range(0x20), 0x7F]) | {ord(c): f"\\{c}" for c in "\\;,"}
# The longest row in octets without its CRLF (section 3.1). In the head a line's first row is one less, as in all files
# that subscribers hold already: a shorter row is as good, and a file that nobody edited must not change.
_LONGEST, _LONGEST_IN_HEAD = 75, 74
_ZONE = "Asia/Ho_Chi_Minh"
# A calendar must hold something (section 3.6): where there is no event, this. Việt Nam has had one offset since 1975.
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
def _event(event: AllDay, host: str) -> bytes:
    return b"".join(map(_folded, _lines(event, host)))


def _lines(event: AllDay, host: str) -> Iterator[str]:
    """The content lines of one VEVENT, not yet folded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{event.id}@{host}')}"
    # What the sources tell, never a clock: the same content gives the same bytes. The day begins in Việt Nam.
    stamp = f"{datetime.combine(event.stamped, time.min, VIETNAM).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTAMP:{stamp}"
    if event.stamped != UNSTAMPED:
        yield f"LAST-MODIFIED:{stamp}"
    if event.changes:
        yield f"SEQUENCE:{event.changes}"
    yield f"DTSTART;VALUE=DATE:{_day(event.starts_on)}"
    yield f"DTEND;VALUE=DATE:{_day(event.ends_on + timedelta(days=1))}"  # the first day after it
    if event.rrule:
        yield f"RRULE:{_rule(event.rrule, event.until)}"
    for day in event.excluded:
        yield f"EXDATE;VALUE=DATE:{_day(day)}"
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


def _rule(rrule: str, until: date | None) -> str:
    """«FREQ=WEEKLY;BYDAY=SA» with UNTIL behind its FREQ; a date, as DTSTART is one (section 3.3.10)."""
    frequency, *by = rrule.split(";")
    return ";".join((frequency, *([f"UNTIL={_day(until)}"] if until else []), *by))


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
