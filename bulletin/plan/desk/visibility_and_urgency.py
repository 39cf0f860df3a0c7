"""Who sees what, and when: the one place that decides. No other code asks `publish`, `published_on` or `expires_on`.

All dates are local dates of Việt Nam. A notice appears on its day at 00:00; its last day is inclusive.
"""

from __future__ import annotations

from datetime import date, timedelta

from bulletin.model.archive import Archive
from bulletin.model.campaign import Campaign
from bulletin.model.notice import Notice, PlainPage
from bulletin.plan.desk.marks import State

EXPIRING_DAYS = 7
URGENT_DAYS = 14


def state(notice: Notice | PlainPage | Campaign, today: date) -> State:
    """What `notice` is on `today`."""
    if notice.publish != "public":
        return notice.publish
    if not isinstance(notice, Notice):
        return "live"
    if notice.published_on > today:
        return "future"
    if notice.expires_on and notice.expires_on < today:
        return "expired"
    return "live"


def is_shown(notice: Notice | PlainPage | Campaign, today: date, *, preview: bool) -> bool:
    """Whether `notice` has a page at all; a preview shows everything, marked, but nothing that is called back."""
    return state(notice, today) in ("live", "expired") or (preview and notice.publish != "withdrawn")


def any_hidden(archive: Archive, today: date) -> bool:
    """Whether there is anything that only a preview shows."""
    things: list[Notice | PlainPage | Campaign] = [e.notice for e in archive.entries]
    things += [*(p.page for p in archive.pages), *archive.campaigns]
    return not all(is_shown(thing, today, preview=False) or thing.publish == "withdrawn" for thing in things)


def opens(thing: Notice | PlainPage | Campaign) -> date | None:
    """From which day on it can be read; None while nobody has said that it ever may."""
    if thing.publish != "public":
        return None
    return thing.published_on if isinstance(thing, Notice) else date.min


def is_expiring(notice: Notice, today: date) -> bool:
    """Whether its last day is near."""
    return notice.expires_on is not None and today <= notice.expires_on <= today + timedelta(days=EXPIRING_DAYS)


def is_over(notice: Notice, last: date, today: date) -> bool:
    """Whether a public notice has the last day of what it tells behind it. What an editor says in `expires` goes
    before it."""
    return state(notice, today) == "live" and notice.expires_on is None and last < today


def is_urgent(notice: Notice, today: date) -> bool:
    """Whether it is urgent still: until its last day, else for two weeks."""
    return bool(notice.urgency) and (notice.expires_on or notice.published_on + timedelta(days=URGENT_DAYS)) >= today
