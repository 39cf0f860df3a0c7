"""Subscriptions: `/lich/<topic>.ics`, events of last year, this one and the next; and one file a notice, all that it
tells residents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year
from bulletin.model.notice import Notice
from bulletin.model.views.page import Planned
from bulletin.model.views.subscriptions import CalendarEvent, SubscriptionView
from bulletin.plan.calendar.campaign_events import campaign_events
from bulletin.plan.calendar.day_events import anniversary, day_off, flags_by_custom
from bulletin.plan.calendar.event_inputs import EventsInputs, InTopics
from bulletin.plan.calendar.host import host_of
from bulletin.plan.calendar.names import counted_name
from bulletin.plan.calendar.task_events import TaskEvent
from bulletin.plan.calendar.vocabulary import TOPICS
from bulletin.plan.desk.site_frame import Site
from bulletin.words.dates.lunar import FIRST, LAST
from bulletin.words.text.shorten import shorten

_ALL = "tat-ca"
_NAME = 60  # characters of a headline in the list of somebody's calendars


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionInputs:
    """What one file sees: its topic, and the events of all topics, which are made once for all files."""

    site: Site
    topic: str
    events: Callable[[], tuple[InTopics, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFileInputs:
    """What the file of a notice sees: the notice, and the events of all of them by their address, which are made once
    for all files."""

    site: Site
    notice: Notice
    events: Callable[[], Mapping[str, tuple[CalendarEvent, ...]]]


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
        host=host_of(site),
        events=tuple(row.event for row in seen.events() if seen.topic in row.topics),
    )


def notice_file(seen: NoticeFileInputs) -> Planned:
    """The file of one notice, beside its page."""
    url = addresses.notice_calendar_url(seen.notice.key)
    return Planned(url=url, template="subscription", view=partial(notice_file_view, seen), source=seen.notice.place)


def notice_file_view(seen: NoticeFileInputs) -> SubscriptionView:
    """What one notice tells residents, by day: the same events as in the files of all, past ones too. It may hold none,
    so that whoever has subscribed to it keeps a file that can be fetched."""
    site, url = seen.site, addresses.notice_url(seen.notice.key)
    return SubscriptionView(
        name=f"{shorten(seen.notice.headline, _NAME)} – {site.name}",
        url=site.absolute(url),
        self_url=site.absolute(addresses.notice_calendar_url(seen.notice.key)),
        host=host_of(site),
        events=seen.events().get(url, ()),
    )


def by_notice(told: Iterable[TaskEvent]) -> Mapping[str, tuple[CalendarEvent, ...]]:
    """Address of a notice → the events of what it has announced and of what it has moved to its own days."""
    rows = defaultdict[str, list[CalendarEvent]](list)
    for task, event in told:
        for url in {addresses.notice_url(task.id.rpartition("/")[0]), task.url}:
            rows[url].append(event)
    return {url: tuple(sorted(of_notice, key=_order)) for url, of_notice in rows.items()}


def _order(event: CalendarEvent) -> tuple[date, date, str]:
    return event.starts_on, event.ends_on, event.id


def events(seen: EventsInputs, told: Iterable[TaskEvent]) -> tuple[InTopics, ...]:
    """Everything, by day, with what is `told` of tasks. What several topics hold is the same value in all of them."""
    years = [year for year in range(seen.today.year - 1, seen.today.year + 2) if FIRST.year <= year <= LAST.year]
    if not years:
        return ()
    begin, end = date(years[0], 1, 1), date(years[-1], 12, 31)
    within = (row for row in _numbered(_every(seen, years, told)) if _reaches_into(row.event, begin, end))
    return tuple(sorted(within, key=lambda row: _order(row.event)))


def _every(seen: EventsInputs, years: list[int], told: Iterable[TaskEvent]) -> Iterator[InTopics]:
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
    for event in (*(event for _, event in told), *seen.cancelled):
        yield InTopics(topics=("viec-can-lam", _ALL), event=event)


def _numbered(rows: Iterator[InTopics]) -> Iterator[InTopics]:
    """Two things of one identity are numbered in the order of their rows: «…», «…-2»."""
    seen = Counter[str]()
    for row in rows:
        event = row.event
        seen[event.id] += 1
        count = seen[event.id]
        yield row if count == 1 else replace(row, event=replace(event, id=f"{event.id}-{count}"))


def _reaches_into(event: CalendarEvent, begin: date, end: date) -> bool:
    last = (event.until or date.max) if event.rrule else event.ends_on
    return last >= begin and (bool(event.rrule) or event.starts_on <= end)
