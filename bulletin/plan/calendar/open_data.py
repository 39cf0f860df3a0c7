"""Open data of the calendar: what days mark, and what every day of a year holds. docs/du-lieu.md tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from bulletin import addresses
from bulletin.knowledge.anniversaries_in_a_year import counted
from bulletin.model.anniversary import Anniversary, Commemoration, Lunar
from bulletin.model.campaign import Campaign
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Page
from bulletin.plan.desk.almanac import Day
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.json_rows import rows_as_json
from bulletin.plan.desk.tasks import Task


def calendar_data(desk: Desk) -> Iterator[Page]:
    """`anniversaries.json`, and `calendar-YYYY.json` of every year."""
    book = desk.almanac
    coming: dict[str, list[Commemoration]] = defaultdict(list)
    held: dict[int, list[Day]] = {year: [] for year in book.years}
    for day in book.days.values():
        for one in day.commemorations:
            coming[one.anniversary.id].append(one)
        if day.commemorations or day.off or day.tasks or day.campaigns or day.hung or day.entries:
            held[day.on.year].append(day)
    rows = (_anniversary(desk, row, coming[row.id]) for row in book.anniversaries)
    yield _page(desk, addresses.ANNIVERSARIES_JSON, anniversaries=rows)
    for year, days in held.items():
        first, last = date(year, 1, 1), date(year, 12, 31)
        again = (_task(desk, t) for t in book.tasks if t.rrule and next(t.days(first, last), None))
        yield _page(desk, addresses.calendar_json_url(year), days=(_day(desk, day) for day in days), recurring=again)


def _page(desk: Desk, url: str, **lists: Iterable[dict[str, object]]) -> Page:
    return Page(url=url, template="text", view=TextView(text=rows_as_json(desk.site, lists)))


def _anniversary(desk: Desk, row: Anniversary, coming: list[Commemoration]) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "also": list(row.also),
        "on": {
            "calendar": "lunar" if isinstance(row.on, Lunar) else "solar",
            "month": row.on.month,
            "day": row.on.day,
        },
        "origin": row.origin or None,
        "counted": counted(row),
        "kinds": list(row.kinds),
        "flag": row.flag,
        "basis": row.basis or None,
        "where": row.where or None,
        "since": row.since.isoformat() if row.since else None,
        "until": row.until.isoformat() if row.until else None,
        "note": row.note or None,
        "remark": row.remark or None,
        "verified": row.verified,
        "disputed": row.disputed,
        "sources": list(row.sources),
        "url": desk.ward.absolute(addresses.day_url(row.on)),
        "days": [{"date": one.on.isoformat(), "ordinal": one.ordinal, "scale": one.scale or None} for one in coming],
    }


def _day(desk: Desk, day: Day) -> dict[str, object]:
    basis = [w.basis.number.normal for hung in day.hung if (w := hung.window).basis]
    return {
        "date": day.on.isoformat(),
        "lunar": day.lunar._asdict(),
        "commemorations": [
            {
                "id": one.anniversary.id,
                "name": one.anniversary.name,
                "ordinal": one.ordinal,
                "scale": one.scale or None,
                "flag": one.anniversary.flag,
            }
            for one in day.commemorations
        ],
        "days_off": [
            {
                "name": off.name,
                "kind": off.kind,
                "status": off.status,
                "basis": off.basis or None,
                "note": off.note or None,
            }
            for off in day.off
        ],
        "tasks": [_task(desk, task) for task in day.tasks],
        "campaigns": [_campaign(desk, campaign) for campaign in day.campaigns],
        "flags": {"status": "official", "basis": list(dict.fromkeys(basis))}
        if day.hung
        else {"status": "awaited", "basis": []}
        if day.flag_awaited and day.on >= desk.today
        else None,
        "notices": [desk.ward.absolute(addresses.notice_url(entry.notice.key)) for entry in day.entries],
    }


def _task(desk: Desk, task: Task) -> dict[str, object]:
    return {
        "id": task.id,
        "kind": task.kind,
        "from": task.starts_on.isoformat() if task.starts_on else None,
        "to": task.ends_on.isoformat() if task.ends_on else None,
        "by": task.by.isoformat() if task.by else None,
        "rrule": task.rrule or None,
        "except": [day.isoformat() for day in sorted(task.excluded)],
        "what": task.what or None,
        "who": task.who or None,
        "where": task.where or None,
        "hours": task.hours or None,
        "lunar": task.lunar or None,
        "confirmed": task.confirmed,
        "guessed": task.guessed,
        "corrected": task.corrected,
        "sentence": "".join(task.evidence) or None,
        "cancelled": task.is_off,
        "moved_from": [day.isoformat() for day in task.changed.was] if task.changed and not task.is_off else None,
        "changed_by": desk.ward.absolute(task.changed.url) if task.changed else None,
        "url": desk.ward.absolute(task.url),
    }


def _campaign(desk: Desk, campaign: Campaign) -> dict[str, object]:
    return {
        "id": campaign.id,
        "title": campaign.title,
        "cancelled": campaign.cancelled,
        "url": desk.ward.absolute(addresses.campaign_url(campaign.id)),
    }
