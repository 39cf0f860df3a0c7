"""When what is shown of a notice last changed, as far as its sources tell: for feeds, the sitemap, subscriptions.

A build remembers nothing, and a file's own time says nothing of its text. What tells is the day that an editor writes
(`updated`), and the days of the later notices that change this one or a day that it tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bulletin.plan.desk.desk import Desk
from bulletin.words.papers.succession import LATER, effective


def modified(desk: Desk) -> Mapping[str, date]:
    """Key of every shown notice → that day, the day of its publication when nothing has changed; never after today."""
    days = {e.notice.key: max(e.notice.published_on, e.notice.updated_on or date.min) for e in desk.shown}

    def changed(key: str, on: date) -> None:
        if key in days:
            days[key] = max(days[key], on)

    for row in effective(desk.shown, desk.by_number):
        if row.relation.kind in LATER:
            changed(row.target.notice.key, row.source.notice.published_on)
    for told in desk.almanac.changes:
        for key in told.keys:
            changed(key, told.by.published_on)
    return {key: min(day, desk.today) for key, day in days.items()}
