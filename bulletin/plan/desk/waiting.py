"""What waits for its editor or its day: drafts, what is scheduled, what ends soon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bulletin.model.archive import Archive
from bulletin.model.built import Waiting
from bulletin.model.campaign import Campaign
from bulletin.model.notice import Notice, PlainPage
from bulletin.plan.desk.visibility_and_urgency import is_expiring, state


def waiting(archive: Archive, unread: Iterable[str], today: date) -> tuple[Waiting, ...]:
    """The rows, each kind in the order of its days, then of its paths. `unread` are the paths of drafts that cannot be
    read or judged yet."""
    things: list[Notice | PlainPage | Campaign] = [entry.notice for entry in archive.entries]
    things += [*(entry.page for entry in archive.pages), *archive.campaigns]
    rows = [row for thing in things for row in _of(thing, today)]
    known = {row.path for row in rows}
    rows += [Waiting(kind="draft", path=path, title="") for path in unread if path not in known]
    return tuple(sorted(rows, key=lambda row: (row.kind, row.on or date.min, row.path)))


def _of(thing: Notice | PlainPage | Campaign, today: date) -> Iterator[Waiting]:
    is_now, path, title = state(thing, today), thing.place.path, thing.title
    if is_now == "draft":
        yield Waiting(kind="draft", path=path, title=title)
    elif isinstance(thing, Notice) and is_now == "future":
        yield Waiting(kind="scheduled", path=path, title=title, on=thing.published_on)
    elif isinstance(thing, Notice) and is_now == "live" and is_expiring(thing, today):
        yield Waiting(kind="ends", path=path, title=title, on=thing.expires_on)
