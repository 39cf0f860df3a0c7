"""Open data of the calendar: what days mark, and what every day of a year holds. docs/du-lieu.md tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.knowledge.anniversaries_in_a_year import counted
from bulletin.model.anniversary import Anniversary, AnniversaryInYear, Lunar
from bulletin.model.campaign import Campaign
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.json_rows import rows_as_json
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryDays:
    """An anniversary with its days in the years of the calendar."""

    anniversary: Anniversary
    days: tuple[AnniversaryInYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversariesInputs:
    """What `anniversaries.json` sees."""

    site: Site
    anniversaries: tuple[AnniversaryDays, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDataInputs:
    """What `calendar-YYYY.json` sees: all days of its year, and tasks that come again and again, in whatever year."""

    site: Site
    today: date
    year: int
    days: tuple[Day, ...]
    recurring: tuple[Task, ...]


def anniversaries(seen: AnniversariesInputs) -> Planned:
    """`anniversaries.json`."""
    return Planned(url=addresses.ANNIVERSARIES_JSON, template="text", view=partial(anniversaries_view, seen))


def year_data(seen: YearDataInputs) -> Planned:
    """`calendar-YYYY.json`."""
    return Planned(url=addresses.calendar_json_url(seen.year), template="text", view=partial(year_view, seen))


def anniversaries_view(seen: AnniversariesInputs) -> TextView:
    """A row an anniversary."""
    rows = (_anniversary(seen.site, row) for row in seen.anniversaries)
    return TextView(text=rows_as_json(seen.site, {"anniversaries": rows}))


def year_view(seen: YearDataInputs) -> TextView:
    """A row a day that holds something, and a row a task that comes again in that year."""
    first, last = date(seen.year, 1, 1), date(seen.year, 12, 31)
    again = (_task(seen.site, task) for task in seen.recurring if next(task.days(first, last), None))
    days = (_day(seen.site, seen.today, day) for day in seen.days if _holds_something(day))
    return TextView(text=rows_as_json(seen.site, {"days": days, "recurring": again}))


def _holds_something(day: Day) -> bool:
    return any((day.anniversaries, day.off, day.tasks, day.campaigns, day.hung, day.entries))


def _anniversary(site: Site, seen: AnniversaryDays) -> dict[str, object]:
    """What is not known is null; `days` are those on which it is kept, with its count."""
    row = seen.anniversary
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
        "since": _iso(row.since),
        "until": _iso(row.until),
        "note": row.note or None,
        "remark": row.remark or None,
        "verified": row.verified,
        "disputed": row.disputed,
        "sources": list(row.sources),
        "url": site.absolute(addresses.day_url(row.on)),
        "days": [{"date": one.on.isoformat(), "ordinal": one.ordinal, "scale": one.scale or None} for one in seen.days],
    }


def _day(site: Site, today: date, day: Day) -> dict[str, object]:
    """A day with all that it holds; `flags` are null where none are hung and none, on `today`, awaited."""
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
            for one in day.anniversaries
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
        "tasks": [_task(site, task) for task in day.tasks],
        "campaigns": [_campaign(site, campaign) for campaign in day.campaigns],
        "flags": {"status": "official", "basis": list(dict.fromkeys(basis))}
        if day.hung
        else {"status": "awaited", "basis": []}
        if day.flag_awaited and day.on >= today
        else None,
        "notices": [site.absolute(addresses.notice_url(entry.notice.key)) for entry in day.entries],
    }


def _task(site: Site, task: Task) -> dict[str, object]:
    """A task with its days as it tells them; what it does not tell is null."""
    moved = task.changed if not task.is_off else None
    return {
        "id": task.id,
        "kind": task.kind,
        "from": _iso(task.starts_on),
        "to": _iso(task.ends_on),
        "by": _iso(task.by),
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
        "moved_from": [day.isoformat() for day in moved.was] if moved else None,
        "changed_by": site.absolute(task.changed.url) if task.changed else None,
        "url": site.absolute(task.url),
    }


def _campaign(site: Site, campaign: Campaign) -> dict[str, object]:
    return {
        "id": campaign.id,
        "title": campaign.title,
        "cancelled": campaign.cancelled,
        "url": site.absolute(addresses.campaign_url(campaign.id)),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
