"""The whole plan: a list of calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bulletin.addresses import static_url
from bulletin.model.archive import Archive
from bulletin.model.source import Asset
from bulletin.model.views.page import Page, Plan, Planned
from bulletin.model.ward import Ward
from bulletin.plan.desk.desk import desk
from bulletin.plan.inputs import calendar as of_calendar
from bulletin.plan.inputs import dispatches as of_dispatches
from bulletin.plan.inputs import notices as of_notices
from bulletin.plan.inputs import site_wide as of_the_site
from bulletin.plan.notices.feeds import feeds
from bulletin.plan.notices.open_data import notices_json
from bulletin.plan.notices.pages import files, notices
from bulletin.plan.notices.share import site_picture
from bulletin.plan.notices.short_addresses import short_pages


def planned(archive: Archive, ward: Ward, today: date, static: Mapping[str, Asset], *, preview: bool) -> Plan:
    """Every address of the site. `static` are the templates' own files by name; `preview` shows drafts."""
    own = {name: static_url(name, asset.sha256) for name, asset in static.items()}
    picture = site_picture(ward)
    on = desk(archive, ward, today, own, picture=picture.url, preview=preview)
    site_wide, search_files = of_the_site.site_wide(on)
    keyed = [
        *site_wide,
        *of_dispatches.dispatches(on),
        *of_calendar.calendar_pages(on),
        *of_calendar.tasks_and_campaigns(on),
        *of_calendar.calendar_data(on),
        *of_calendar.subscriptions(on),
        *of_notices.lists(on),
        *of_notices.plain_pages(on),
        *of_notices.redirects(on),
        *(Planned(url=own[name], template="", view=asset) for name, asset in static.items()),
    ]
    # What is made at once, until its planner sees inputs of its own.
    pages = [
        *notices(on),
        *short_pages(on),
        *files(on),
        picture,
        *feeds(on),
        notices_json(on),
    ]
    keyed += [page.planned for page in pages]
    keyed.append(of_the_site.whole_sitemap(on, keyed))
    return Plan(keyed=tuple(keyed), hashed=(search_files,))


def plan(archive: Archive, ward: Ward, today: date, static: Mapping[str, Asset], *, preview: bool) -> tuple[Page, ...]:
    """The same with all views made, by address."""
    return tuple(page.made() for page in planned(archive, ward, today, static, preview=preview).every())
