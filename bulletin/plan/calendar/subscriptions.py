"""Subscriptions: `/lich/<topic>.ics`, all-day events of last year, this one and the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year
from bulletin.model.views.page import Planned
from bulletin.model.views.subscriptions import AllDay, SubscriptionView
from bulletin.plan.calendar.campaign_events import campaign_events
from bulletin.plan.calendar.day_events import anniversary, day_off, flags_by_custom
from bulletin.plan.calendar.event_inputs import EventsInputs, InTopics
from bulletin.plan.calendar.names import counted_name
from bulletin.plan.calendar.task_events import task_events
from bulletin.plan.calendar.vocabulary import TOPICS
from bulletin.plan.desk.site_frame import Site
from bulletin.words.dates.lunar import FIRST, LAST

_ALL = "tat-ca"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionInputs:
    """What one file sees: its topic, and the events of all topics, which are made once for all files."""

    site: Site
    topic: str
    events: Callable[[], tuple[InTopics, ...]]


def subscription_file(seen: SubscriptionInputs) -> Planned:
    """One of the six files."""
    url = addresses.subscription_url(seen.topic)
    return Planned(url=url, template="subscription", view=partial(subscription_view, seen))


def subscription_view(seen: SubscriptionInputs) -> SubscriptionView:
    """The events of one topic, by day."""
    site = seen.site
    return SubscriptionView(
        name=f"{TOPICS[seen.topic]} – {site.name}",
        url=site.absolute(addresses.CALENDAR),
        self_url=site.absolute(addresses.subscription_url(seen.topic)),
        host=(urlsplit(site.origin).hostname or "localhost") + site.base,
        events=tuple(row.event for row in seen.events() if seen.topic in row.topics),
    )


def events(seen: EventsInputs) -> tuple[InTopics, ...]:
    """Everything, by day. What several topics hold is the same value in all of them."""
    years = [year for year in range(seen.today.year - 1, seen.today.year + 2) if FIRST.year <= year <= LAST.year]
    if not years:
        return ()
    begin, end = date(years[0], 1, 1), date(years[-1], 12, 31)
    within = (row for row in _numbered(_every(seen, years)) if _reaches_into(row.event, begin, end))
    return tuple(sorted(within, key=lambda row: (row.event.starts_on, row.event.ends_on, row.event.id)))


def _every(seen: EventsInputs, years: list[int]) -> Iterator[InTopics]:
    """What `years` hold, and more."""
    kept = [one for year in years for one in anniversaries_in_year(seen.anniversaries, year)]
    coming = {(one.anniversary.id, one.on): counted_name(one) for one in kept}
    for row in seen.days_off:
        yield InTopics(topics=("ngay-nghi", _ALL), event=day_off(seen, row))
    for one in kept:
        yield InTopics(topics=("ngay-ky-niem", _ALL), event=anniversary(seen, one))
    for campaign in seen.campaigns:
        yield from campaign_events(seen, campaign, coming)
    for event in flags_by_custom(seen, kept):
        yield InTopics(topics=("treo-co", _ALL), event=event)
    for event in task_events(seen, date(years[0], 1, 1), date(years[-1], 12, 31)):
        yield InTopics(topics=("viec-can-lam", _ALL), event=event)


def _numbered(rows: Iterator[InTopics]) -> Iterator[InTopics]:
    """Two things of one identity are numbered in the order of their rows: «…», «…-2»."""
    seen = Counter[str]()
    for row in rows:
        event = row.event
        seen[event.id] += 1
        count = seen[event.id]
        yield row if count == 1 else replace(row, event=replace(event, id=f"{event.id}-{count}"))


def _reaches_into(event: AllDay, begin: date, end: date) -> bool:
    last = (event.until or date.max) if event.rrule else event.ends_on
    return last >= begin and (bool(event.rrule) or event.starts_on <= end)
