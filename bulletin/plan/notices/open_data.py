"""Open data of notices: /du-lieu/notices.json. docs/du-lieu.md tells."""

from __future__ import annotations

import json
from datetime import date

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Page
from bulletin.plan.desk.changes import of_source
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified
from bulletin.plan.desk.over import caution, last_day
from bulletin.plan.notices.feeds import tag_uri


def notices_json(desk: Desk) -> Page:
    """`/du-lieu/notices.json`: every current notice, newest first; keys as in front matter."""
    changed = modified(desk)
    rows = [_row(desk, entry, changed[entry.notice.key]) for entry in desk.current[::-1]]
    text = json.dumps(
        {"site": desk.ward.name, "url": desk.ward.absolute(addresses.HOME), "notices": rows},
        ensure_ascii=False,
        indent=1,
    )
    return Page(url=addresses.NOTICES_JSON, template="text", view=TextView(text=text + "\n"))


def _row(desk: Desk, entry: Entry, updated: date) -> dict[str, object]:
    notice, ward, told = entry.notice, desk.ward, of_source(desk.almanac.changes, entry.notice.key)
    last = last_day(entry, told)
    return {
        "id": tag_uri(ward, notice),
        "url": ward.absolute(addresses.notice_url(notice.key)),
        "title": notice.title,
        "number": notice.number.normal if notice.number else None,
        "type": notice.type,
        "issuer": notice.issuer,
        "place": notice.signed_at,
        "date": notice.signed_on.isoformat(),
        "published": notice.published_on.isoformat(),
        "updated": updated.isoformat(),
        "expires": notice.expires_on.isoformat() if notice.expires_on else None,
        "stopped": desk.stopped[notice.key].kind if notice.key in desk.stopped else None,
        "last_day": last.isoformat() if last else None,
        "last_day_confirmed": not caution(notice, told) if last else None,
        "urgency": notice.urgency or None,
        "fields": [ward.fields[key] for key in notice.fields],
        "attachments": [
            {
                "url": ward.absolute(addresses.asset_url(a.path)),
                "title": a.title,
                "size": desk.assets[a.path].size,
                "sha256": desk.assets[a.path].sha256,
            }
            for a in notice.attachments
        ],
    }
