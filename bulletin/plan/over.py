"""When a notice is over: the last day of what it tells residents, as its editor or, unconfirmed, the machine says.

A notice may have other, lasting content, which nobody can know: so this moves a notice behind the others and makes
pages and `check` say the day, and hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from bulletin.model.deadline import Deadline, Event
from bulletin.model.notice import Notice
from bulletin.model.site import Archive, Entry
from bulletin.plan.named import ended, numbered
from bulletin.plan.visibility import is_over, is_shown
from bulletin.words.dates.printed import short

# «cho đến khi có thông báo mới», «từ ngày 01/12 trở đi»: with such words something goes on, read or not.
_GOES_ON = re.compile(r"\b(?:(?:đến|tới) khi|trở đi)\b", re.IGNORECASE)


def last_day(entry: Entry) -> date | None:
    """The last day of what `entry` tells residents: of its `events`, else of what the machine has surely read.

    None where nothing is dated, where something goes on without an end, where all of it lies before the signing (such
    a notice reports), and, as long as no editor says better, where a doubtful reading goes further.
    """
    notice, prose = entry.notice, entry.prose
    times: tuple[Event | Deadline, ...] = prose.deadlines if notice.events is None else notice.events
    ends = [_end(time) for time in times if time.audience == "residents"]
    last = max(ends, default=date.max)
    if last == date.max or last < notice.signed_on:
        return None
    further = any(_end(time) > last for time in prose.doubtful) or _GOES_ON.search(prose.html)
    return None if further and notice.events is None else last


def caution(notice: Notice) -> str:
    """What goes with its last day in a line: on its own page there is room for all of MACHINE_READ."""
    return "" if notice.events is not None else "máy đọc, chưa xác nhận"


def with_caution(notice: Notice, day: date) -> str:
    """Its last day for people, with what goes with it."""
    return f"{short(day)} ({caution(notice)})" if caution(notice) else short(day)


def _end(time: Event | Deadline) -> date:
    return time.by or time.ends_on or date.max


def over(shown: Iterable[Entry], gone: Collection[str], today: date) -> Mapping[str, date]:
    """Key → last day of the notices that are over on `today`. Those `gone`, which another has ended, are told so."""
    days = {e.notice.key: day for e in shown if (day := last_day(e)) and is_over(e.notice, day, today)}
    return {key: day for key, day in days.items() if key not in gone}


def without_expiry(archive: Archive, today: date) -> tuple[tuple[Entry, date], ...]:
    """The public notices that are over, each with its last day: their editor may say till when they are in force."""
    shown = [entry for entry in archive.entries if is_shown(entry.notice, today, preview=False)]
    days = over(shown, ended(shown, numbered(shown)), today)
    return tuple((entry, days[entry.notice.key]) for entry in shown if entry.notice.key in days)
