"""The whole plan: a list of calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bulletin.model.site import Archive, Page
from bulletin.model.source import Asset
from bulletin.model.ward import Ward
from bulletin.plan import (
    calendar_data,
    calendar_pages,
    campaign_pages,
    catalogue,
    citations,
    dispatch_pages,
    english,
    glossary,
    headers,
    lists,
    machines,
    notices,
    offline,
    search,
    short,
    site_picture,
    subscriptions,
    task_page,
)
from bulletin.plan.frame import desk
from bulletin.words.urls import static_url


def plan(
    archive: Archive, ward: Ward, today: date, static: Mapping[str, Asset], *, preview: bool, index: bool = True
) -> tuple[Page, ...]:
    """Every address of the site, sorted. `static` are the templates' own files by name; `preview` shows drafts.

    Without `index` the files that search reads are left out: nobody else can have their addresses.
    """
    own = {name: static_url(name, asset.sha256) for name, asset in static.items()}
    on = desk(archive, ward, today, own, preview=preview)
    listed = catalogue.lists(on)
    pages = [
        lists.home(on),
        lists.missing(on),
        *lists.everything(on),
        *lists.by_time(on),
        *lists.by_name(on),
        *notices.notices(on),
        *dispatch_pages.dispatch_pages(on),
        *calendar_pages.calendar(on),
        task_page.task_page(on),
        *campaign_pages.campaign_pages(on),
        glossary.glossary(on),
        english.english(on),
        *notices.plain_pages(on),
        *notices.redirects(on),
        *short.short_pages(on),
        *notices.files(on),
        site_picture.site_picture(ward),
        *machines.feeds(on),
        *(Page(url=own[name], template="", view=asset) for name, asset in static.items()),
        machines.robots(on),
        *machines.security(on),
        headers.headers(on),
        machines.data(on),
        *citations.citations(on),
        *calendar_data.calendar_data(on),
        *subscriptions.subscriptions(on),
        *catalogue.catalogue(on, listed),
        *search.search(on, own.get("search.js", ""), catalogue.entrances(on, listed), index=index),
    ]
    pages += offline.offline(on, pages)
    pages.append(machines.sitemap(on, pages))
    return tuple(sorted(pages, key=lambda page: (page.url, page.template)))
