"""When a notice is over: the last day of what it tells residents, as its editor or, unconfirmed, the machine says.

A notice may have other, lasting content, which nobody can know: so this moves a notice behind the others and makes
pages and `check` say the day, and hides nothing. What other notices have moved counts on its new day, and what they
have called off not at all (plan/desk/changes.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from bulletin.model.archive import Archive, Entry
from bulletin.model.deadline import Deadline, Event
from bulletin.model.notice import Notice
from bulletin.model.prose import Prose
from bulletin.plan.desk.replaced_and_repealed import ended
from bulletin.plan.desk.task import Told, of_source
from bulletin.plan.desk.tasks import changes_told
from bulletin.plan.desk.visibility_and_urgency import is_over, is_shown
from bulletin.words.dates.day import printed_days
from bulletin.words.papers.succession import numbered
from bulletin.words.text.blocks import words_in

# «cho đến khi có thông báo mới», «từ ngày 01/12 trở đi»: with such words something goes on, read or not.
_GOES_ON = re.compile(r"\b(?:(?:đến|tới) khi|trở đi)\b", re.IGNORECASE)


def last_day(entry: Entry, changes: Sequence[Told] = ()) -> date | None:
    """The last day of what `entry` tells residents: of its `events`, else of what the machine has surely read;
    `changes` are those of it.

    None where nothing is dated, or all of it called off, where something goes on without an end, where all of it lies
    before the signing (such a notice reports), and, as long as no editor says better, where a doubtful reading goes
    further.
    """
    notice, prose = entry.notice, entry.prose
    last = max(filter(None, _ends(entry, changes)), default=date.max)
    if last != date.max:
        last = max((last, *_summed_up(notice)))
    if last == date.max or last < notice.signed_on:
        return None
    further = any(_end(time) > last for time in prose.doubtful) or _goes_on(prose)
    return None if further and notice.events is None else last


def is_off(entry: Entry, changes: Sequence[Told]) -> bool:
    """Whether all that it tells residents for some day has been called off."""
    ends = tuple(_ends(entry, changes)) if changes else ()
    if not ends or any(ends):
        return False
    notice, prose = entry.notice, entry.prose
    further = any(_end(time) >= notice.signed_on for time in prose.doubtful) or _goes_on(prose)
    return notice.events is not None or not further


def _ends(entry: Entry, changes: Sequence[Told]) -> Iterator[date | None]:
    """The last day of each time of residents as it is now; None of what is called off."""
    times = entry.prose.deadlines if entry.notice.events is None else entry.notice.events
    for time in times:
        if time.audience == "residents":
            yield _now(time, changes)


def _summed_up(notice: Notice) -> Iterator[date]:
    """The days that its editor sums up: «từ 18/10 đến 19/10; nhận bù đến hết 25/10/2027»."""
    for printed in printed_days(notice.summary.when.lower()):
        for day in printed.days:
            if on := day.on(day.year or notice.signed_on.year):
                yield on


def _now(time: Event | Deadline, changes: Iterable[Told]) -> date | None:
    days = time.by or time.starts_on, time.by or time.ends_on
    for change in () if time.rrule else changes:
        if (time.kind, days) == (change.linked.kind, change.linked.was):
            if not change.linked.now:
                return None
            days = change.linked.now
    return days[1] or date.max


def _goes_on(prose: Prose) -> bool:
    return any(_GOES_ON.search(words.text) for words in words_in(prose.text))


def _end(time: Event | Deadline) -> date:
    return time.by or time.ends_on or date.max


def over(
    shown: Iterable[Entry], gone: Collection[str], today: date, changes: Sequence[Told] = ()
) -> Mapping[str, date]:
    """Key → last day of the notices that are over on `today`. Those `gone`, which another has ended, are told so."""
    days = ((e.notice, last_day(e, of_source(changes, e.notice.key))) for e in shown if e.notice.key not in gone)
    return {notice.key: day for notice, day in days if day and is_over(notice, day, today)}


def all_off(shown: Iterable[Entry], gone: Collection[str], today: date, changes: Sequence[Told]) -> frozenset[str]:
    """The notices of which all is called off, and no editor says till when they are in force."""
    rows = [e for e in shown if e.notice.key not in gone and is_off(e, of_source(changes, e.notice.key))]
    return frozenset(e.notice.key for e in rows if is_over(e.notice, date.min, today))


def without_expiry(archive: Archive, today: date) -> tuple[tuple[Entry, date], ...]:
    """The public notices that are over, each with its last day: their editor may say till when they are in force."""
    shown = [entry for entry in archive.entries if is_shown(entry.notice, today, preview=False)]
    campaigns = [c for c in archive.campaigns if is_shown(c, today, preview=False) and not c.cancelled]
    gone, changes = ended(shown, numbered(shown)), changes_told(shown, campaigns)
    off = all_off(shown, gone, today, changes)
    days = {
        **over(shown, gone, today, changes),
        # The old day of what is called off must have passed too: till then it is told.
        **over((entry for entry in shown if entry.notice.key in off), gone, today),
    }
    return tuple((entry, days[entry.notice.key]) for entry in shown if entry.notice.key in days)
