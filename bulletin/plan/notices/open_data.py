"""Open data of notices: /du-lieu/notices.json and /du-lieu/notices.csv. docs/du-lieu.md tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.source import Asset
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.csv_table import csv_table
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, caution
from bulletin.plan.desk.state_in_words import state_in_words
from bulletin.plan.notices.feeds import tag_uri
from bulletin.words.papers.body_names import whole_name

CSV_COLUMNS = (
    "number", "type", "title", "issuer", "place", "date", "published", "updated", "expires", "state", "last_day",
    "last_day_confirmed", "timing", "urgency", "fields", "cites", "attachments", "key", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDataInputs:
    """What the data tell of one notice. `last_day` is that of what it tells, past or not; `fields` are the names of its
    fields, `attached` its attachments in their order; it `cites` so many documents."""

    entry: Entry
    standing: Standing
    last_day: date | None
    updated: date
    fields: tuple[str, ...]
    attached: tuple[Asset, ...]
    cites: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesDataInputs:
    """All notices that are shown, the newest first."""

    site: Site
    notices: tuple[NoticeDataInputs, ...]


def open_data(seen: NoticesDataInputs) -> Iterator[Planned]:
    """`/du-lieu/notices.json`, `/du-lieu/notices.csv`."""
    yield Planned(url=addresses.NOTICES_JSON, template="text", view=partial(notices_json_view, seen))
    yield Planned(url=addresses.NOTICES_CSV, template="text", view=partial(notices_csv_view, seen))


def notices_json_view(seen: NoticesDataInputs) -> TextView:
    """Every current notice, the newest first; keys as in front matter."""
    rows = [_row(seen.site, notice) for notice in seen.notices if notice.standing.is_current]
    text = json.dumps(
        {"site": seen.site.name, "url": seen.site.absolute(addresses.HOME), "notices": rows},
        ensure_ascii=False,
        indent=1,
    )
    return TextView(text=text + "\n")


def notices_csv_view(seen: NoticesDataInputs) -> TextView:
    """Every notice that is shown, in force or not, with its state."""
    return TextView(text=csv_table(CSV_COLUMNS, (_line(seen.site, notice) for notice in seen.notices)))


def _line(site: Site, seen: NoticeDataInputs) -> dict[str, object]:
    """One line of the table."""
    return _row(site, seen) | {
        "key": seen.entry.notice.key,
        "issuer": whole_name(seen.entry.notice.issuer),
        "state": state_in_words(seen.standing),
        "timing": seen.standing.timing.words or None,
        "cites": seen.cites,
        "attachments": len(seen.attached),
    }


def _row(site: Site, seen: NoticeDataInputs) -> dict[str, object]:
    """One notice, as docs/du-lieu.md tells: None where there is nothing, days as «2022-04-28»."""
    notice, stopped, last = seen.entry.notice, seen.standing.stopped, seen.last_day
    return {
        "id": tag_uri(site, notice.key),
        "url": site.absolute(addresses.notice_url(notice.key)),
        "title": notice.title,
        "number": notice.number.normal if notice.number else None,
        "type": notice.type,
        "issuer": notice.issuer,
        "place": notice.signed_at,
        "date": notice.signed_on.isoformat(),
        "published": notice.published_on.isoformat(),
        "updated": seen.updated.isoformat(),
        "expires": notice.expires_on.isoformat() if notice.expires_on else None,
        "stopped": stopped.kind if stopped else None,
        "last_day": last.isoformat() if last else None,
        "last_day_confirmed": not caution(notice, seen.standing.changes) if last else None,
        "urgency": notice.urgency or None,
        "fields": list(seen.fields),
        "attachments": [
            {
                "url": site.absolute(addresses.asset_url(attachment.path)),
                "title": attachment.title,
                "size": asset.size,
                "sha256": asset.sha256,
            }
            for attachment, asset in zip(notice.attachments, seen.attached, strict=True)
        ],
    }
