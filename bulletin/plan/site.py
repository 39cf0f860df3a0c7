"""The whole plan: a list of calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bulletin.addresses import static_url
from bulletin.knowledge import Knowledge
from bulletin.model.archive import Archive
from bulletin.model.source import Asset
from bulletin.model.views.page import NamedByContent, Page, Plan, Planned
from bulletin.model.ward import Ward
from bulletin.plan.desk.laid import desk
from bulletin.plan.inputs import calendar as of_calendar
from bulletin.plan.inputs import dispatches as of_dispatches
from bulletin.plan.inputs import notices as of_notices
from bulletin.plan.inputs import site_wide as of_the_site
from bulletin.plan.inputs import withdrawn as of_withdrawn
from bulletin.plan.notices.share import site_picture


def planned(
    archive: Archive, ward: Ward, today: date, static: Mapping[str, Asset], known: Knowledge, *, preview: bool
) -> Plan:
    """Every address of the site, in no order. `static` are the templates' own files by name; `preview` shows drafts.
    `known` are the common rows."""
    own = {name: static_url(name, asset.sha256) for name, asset in static.items()}
    picture = site_picture(ward)
    on = desk(archive, ward, today, own, known, picture=picture.url, preview=preview)
    promised = [
        *of_notices.notices(on),
        *of_notices.lists(on),
        *of_notices.plain_pages(on),
        *of_notices.redirects(on),
        *of_notices.short_pages(on),
        *of_notices.files(on),
        *of_notices.all_feeds(on),
        *of_notices.data(on),
        *of_dispatches.dispatches(on),
        *of_calendar.calendar_pages(on),
        *of_calendar.tasks_and_campaigns(on),
        *of_calendar.calendar_data(on),
        *of_calendar.subscriptions(on),
        *of_withdrawn.ledger_pages(on),
        *of_the_site.site_wide(on),
        NamedByContent(pages=lambda: (picture,)),
        *(Planned(url=own[name], template="", view=asset) for name, asset in static.items()),
    ]
    keyed = [page for page in promised if isinstance(page, Planned)]
    keyed += of_withdrawn.withdrawn(on, keyed)
    keyed.append(of_the_site.whole_sitemap(on, keyed))
    return Plan(keyed=tuple(keyed), hashed=tuple(page for page in promised if isinstance(page, NamedByContent)))


def plan(
    archive: Archive, ward: Ward, today: date, static: Mapping[str, Asset], known: Knowledge, *, preview: bool
) -> tuple[Page, ...]:
    """The same with all views made, by address."""
    return tuple(page.made() for page in planned(archive, ward, today, static, known, preview=preview).every())
