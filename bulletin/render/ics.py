"""Subscriptions as iCalendar (RFC 5545, RFC 7986). The only door to icalendar, which is loaded where one is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from bulletin.model.views.subscriptions import UNSTAMPED, AllDay, SubscriptionView
from bulletin.words.dates.printed import VIETNAM

if TYPE_CHECKING:
    from icalendar import vDate

_END = b"END:VCALENDAR\r\n"
_ESCAPES: dict[int, str | None] = dict.fromkeys([*range(0x20), 0x7F]) | {ord(c): f"\\{c}" for c in "\\;,"}
_OCTETS = 75
_ZONE = "Asia/Ho_Chi_Minh"


class _Text(str):
    """Text as section 3.3.11 has it: nothing in it ends its line. The library itself takes «\\N» for a line end."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        lines = (line.translate(_ESCAPES) for line in self.splitlines())
        return "\\n".join(lines).encode()


def calendar(view: SubscriptionView) -> bytes:
    """One calendar. Its events are written one by one, since each stands in two files at least."""
    from icalendar import Calendar, Timezone, TimezoneStandard

    head = Calendar()
    for key, value in (
        ("PRODID", "-//Ward Bulletin//Lich phuong//VI"),
        ("VERSION", "2.0"),
        ("NAME", view.name),
        ("X-WR-CALNAME", view.name),
        ("X-WR-TIMEZONE", _ZONE),
        ("X-PUBLISHED-TTL", "P1D"),
    ):
        head[key] = _Text(value)
    head.add("URL", view.url)
    head.add("SOURCE", view.self_url, parameters={"VALUE": "URI"})
    head.add("REFRESH-INTERVAL", timedelta(days=1), parameters={"VALUE": "DURATION"})
    # A calendar must hold something (section 3.6): where there is no event, this.
    zone, always = Timezone(), TimezoneStandard()
    zone.add("TZID", _ZONE)
    always.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001 - the local time of the zone itself
    always.add("TZOFFSETFROM", timedelta(hours=7))
    always.add("TZOFFSETTO", timedelta(hours=7))
    zone.add_component(always)
    head.add_component(zone)
    events = b"".join(_event(row, view.host) for row in view.events)
    return bytes(head.to_ical()).removesuffix(_END) + events + _END


@lru_cache(maxsize=4096)  # the same things under their topic and among all
def _event(row: AllDay, host: str) -> bytes:
    from icalendar import Event, vRecur, vUri

    event = Event()
    event["UID"] = _Text(f"{row.id}@{host}")
    # What the sources tell, never a clock: the same content gives the same bytes. The day begins in Việt Nam.
    stamp = datetime.combine(row.stamped, time.min, VIETNAM).astimezone(UTC)
    event["DTSTAMP"] = _Text(f"{stamp:%Y%m%dT%H%M%SZ}")
    if row.stamped != UNSTAMPED:
        event["LAST-MODIFIED"] = event["DTSTAMP"]
    if row.changes:
        event["SEQUENCE"] = _Text(row.changes)
    event["DTSTART"] = _day(row.starts_on)
    event["DTEND"] = _day(row.ends_on + timedelta(days=1))  # the first day after it
    if row.rrule:
        event["RRULE"] = rule = vRecur.from_ical(row.rrule)
        if row.until:
            rule["UNTIL"] = [row.until]
    if row.excluded:
        event["EXDATE"] = [_day(day) for day in row.excluded]
    event["SUMMARY"] = _Text(row.title)
    event["DESCRIPTION"] = _Text(row.description)
    if row.where:
        event["LOCATION"] = _Text(row.where)
    event["STATUS"] = _Text(row.status)
    # A calendar of the ward tells what comes, not what its reader does: days off too must not make anybody look busy,
    # since many are on duty on them.
    event["TRANSP"] = _Text("TRANSPARENT")
    event["URL"] = vUri(row.url)
    return b"".join(_folded(line) for line in event.content_lines(sorted=False) if line)


def _folded(line: str) -> bytes:
    """At most 75 octets a line, and no letter is cut in two. (The library goes letter by letter, in half of the time
    that all else takes.)"""
    data, rows = line.encode(), []
    while len(data) > _OCTETS:
        end = _OCTETS
        while data[end] & 0xC0 == 0x80:
            end -= 1
        end -= data[end - 1 : end] == b"\\"  # legal, but old clients want «\\n» in one piece
        rows.append(data[:end])
        data = b" " + data[end:]
    return b"\r\n".join((*rows, data, b""))


def _day(day: date) -> vDate:
    from icalendar import vDate

    return vDate(day, params={"VALUE": "DATE"})
