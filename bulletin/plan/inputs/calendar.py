"""What pages, subscriptions and data of the calendar, of tasks and of campaigns see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from bulletin import addresses
from bulletin.model.campaign import Basis, Campaign
from bulletin.model.occasion import OccasionSaid
from bulletin.model.views.page import Planned
from bulletin.plan.calendar.campaign_pages import (
    BasisInputs,
    CampaignInputs,
    CampaignListInputs,
    MarkedInputs,
    campaign_list,
    campaign_page,
)
from bulletin.plan.calendar.day_pages import AnniversaryInputs, DayPageInputs, KeptDay, NamingNotice, by_day, day_page
from bulletin.plan.calendar.event_inputs import EventsInputs
from bulletin.plan.calendar.open_data import (
    AnniversariesInputs,
    AnniversaryDays,
    YearDataInputs,
    anniversaries,
    year_data,
)
from bulletin.plan.calendar.pages import CalendarInputs, MonthInputs, YearInputs, calendar, month_page, year_page
from bulletin.plan.calendar.subscriptions import (
    NoticeFileInputs,
    SubscriptionInputs,
    by_notice,
    events,
    notice_file,
    subscription_file,
)
from bulletin.plan.calendar.task_events import task_events
from bulletin.plan.calendar.task_page import TasksInputs, task_page
from bulletin.plan.calendar.vocabulary import TOPICS
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified
from bulletin.plan.desk.replaced_and_repealed import rested_on
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.task import Task, of_source
from bulletin.plan.desk.tasks import tells_residents
from bulletin.plan.inputs.cancelled_events import cancelled_events
from bulletin.plan.inputs.coming_days import coming_inputs
from bulletin.words.papers.basis_years import years_of
from bulletin.words.papers.document_numbers import dispatch_key

# Of `/lich/`.
_NEXT_DAYS = 30


def calendar_pages(desk: Desk) -> Iterator[Planned]:
    """The calendar, its months and years, and the days of the year."""
    book = desk.almanac
    recurring = tuple(
        sorted(
            (task for task in book.tasks if task.rrule and task.starts_on),
            key=lambda task: task.starts_on or date.min,
            reverse=True,
        )
    )
    yield calendar(calendar_inputs(desk, recurring))
    months = [date(year, month, 1) for year in book.years for month in range(1, 13)]
    for older, month, newer in zip([None, *months], months, [*months[1:], None], strict=False):
        yield month_page(month_inputs(desk, month, recurring, older, newer))
    for older_year, year, newer_year in zip([None, *book.years], book.years, [*book.years[1:], None], strict=False):
        yield year_page(
            YearInputs(
                site=desk.site,
                today=desk.today,
                year=year,
                months=tuple(book.month(year, month) for month in range(1, 13)),
                has_days_off=_has_days_off(desk, year),
                older=older_year,
                newer=newer_year,
            )
        )
    yield from (day_page(seen) for seen in day_page_inputs(desk))


def calendar_inputs(desk: Desk, recurring: tuple[Task, ...]) -> CalendarInputs:
    """For `/lich/`, where what goes on or comes again stands beside the days; of `recurring` those that still come, the
    nearest first."""
    years, month = desk.almanac.years, desk.today.replace(day=1)
    newer = _next_month(month) if _next_month(month).year in years else None
    shown = replace(month_inputs(desk, month, (), None, newer), running=()) if month.year in years else None
    following = [(day, task) for task in recurring if (day := task.next_day(desk.today))]
    return CalendarInputs(
        site=desk.site,
        today=desk.today,
        month=shown,
        coming=coming_inputs(desk, _NEXT_DAYS),
        recurring=tuple(task for _, task in sorted(following, key=lambda pair: pair[0])),
        years=desk.almanac.years,
        anniversaries=desk.almanac.anniversaries,
    )


def month_inputs(
    desk: Desk, month: date, recurring: tuple[Task, ...], older: date | None, newer: date | None
) -> MonthInputs:
    """For one month."""
    last = _next_month(month) - timedelta(1)
    return MonthInputs(
        site=desk.site,
        today=desk.today,
        month=month,
        days=desk.almanac.month(month.year, month.month),
        running=_lasting(desk.almanac.tasks, month, last),
        recurring=recurring,
        has_days_off=_has_days_off(desk, month.year),
        older=older,
        newer=newer,
    )


def day_page_inputs(desk: Desk) -> Iterator[DayPageInputs]:
    """For the pages of the days of the year."""
    kept, naming = _kept(desk), _naming(desk)
    for on, rows in by_day(desk.almanac.anniversaries).items():
        yield DayPageInputs(
            site=desk.site,
            on=on,
            years=desk.almanac.years,
            anniversaries=tuple(
                AnniversaryInputs(anniversary=row, kept=tuple(kept[row.id]), notices=tuple(naming[row.id]))
                for row in rows
            ),
        )


def calendar_data(desk: Desk) -> Iterator[Planned]:
    """`anniversaries.json`, and `calendar-YYYY.json` of every year."""
    yield anniversaries(anniversaries_inputs(desk))
    yield from (year_data(year_data_inputs(desk, year)) for year in desk.almanac.years)


def anniversaries_inputs(desk: Desk) -> AnniversariesInputs:
    """For `anniversaries.json`."""
    kept = _kept(desk)
    return AnniversariesInputs(
        site=desk.site,
        anniversaries=tuple(
            AnniversaryDays(anniversary=row, days=tuple(day.in_year for day in kept[row.id]))
            for row in desk.almanac.anniversaries
        ),
    )


def year_data_inputs(desk: Desk, year: int) -> YearDataInputs:
    """For the data of a year."""
    return YearDataInputs(
        site=desk.site,
        today=desk.today,
        year=year,
        days=_days_of(desk, year),
        recurring=tuple(task for task in desk.almanac.tasks if task.rrule),
    )


def events_inputs(desk: Desk) -> EventsInputs:
    """For the events of all subscriptions."""
    book = desk.almanac
    return EventsInputs(
        site=desk.site,
        today=desk.today,
        years=book.years,
        anniversaries=book.anniversaries,
        days_off=book.days_off,
        campaigns=book.campaigns,
        tasks=book.tasks,
        modified={addresses.notice_url(key): day for key, day in modified(desk).items()},
        corrected={addresses.notice_url(e.notice.key): len(e.notice.corrected) for e in desk.shown},
        cancelled=tuple(event for one in desk.gone for event in cancelled_events(desk, one)),
    )


def subscriptions(desk: Desk) -> Iterator[Planned]:
    """The six files, and one of each notice that tells residents a time; their events are made once, when the first is
    asked for. A notice keeps its file when all is over or called off: somebody may have subscribed to it."""
    seen = events_inputs(desk)
    told = cache(lambda: tuple(task_events(seen)))
    every = cache(lambda: events(seen, told()))
    for topic in TOPICS:
        yield subscription_file(SubscriptionInputs(site=desk.site, topic=topic, events=every))
    of_notices = cache(lambda: by_notice(told()))
    asking = {task.url for task in desk.almanac.tasks}
    for entry in desk.shown:
        notice = entry.notice
        if tells_residents(entry) or addresses.notice_url(notice.key) in asking:
            yield notice_file(NoticeFileInputs(site=desk.site, notice=notice, events=of_notices))


def tasks_and_campaigns(desk: Desk) -> Iterator[Planned]:
    """The page of tasks, the list of campaigns, and each of these."""
    yield task_page(tasks_inputs(desk))
    campaigns = desk.almanac.campaigns
    yield campaign_list(CampaignListInputs(site=desk.site, today=desk.today, campaigns=campaigns))
    yield from (campaign_page(campaign_inputs(desk, campaign)) for campaign in campaigns)


def tasks_inputs(desk: Desk) -> TasksInputs:
    """For `/viec-can-lam/`."""
    asking = {task.url for task in desk.almanac.tasks}
    sources: dict[str, Standing | Campaign] = {}
    sources |= {addresses.notice_url(key): standing for key, standing in desk.standings.items()}
    sources |= {addresses.campaign_url(campaign.id): campaign for campaign in desk.almanac.campaigns}
    return TasksInputs(
        site=desk.site,
        today=desk.today,
        tasks=desk.almanac.tasks,
        sources={url: source for url, source in sources.items() if url in asking},
    )


def campaign_inputs(desk: Desk, campaign: Campaign) -> CampaignInputs:
    """For the page of a campaign."""
    rows = {row.id: row for row in desk.almanac.anniversaries}
    return CampaignInputs(
        site=desk.site,
        today=desk.today,
        campaign=campaign,
        occasions=tuple(
            MarkedInputs(marked=marked, anniversary=rows.get(marked.anniversary), day=desk.almanac.days.get(marked.on))
            for marked in campaign.occasions
        ),
        bases={basis: _basis(desk, campaign, basis) for basis in campaign.bases},
        changes=of_source(desk.almanac.changes, campaign.id),
    )


def _next_month(month: date) -> date:
    return (month + timedelta(31)).replace(day=1)


def _lasting(tasks: Iterable[Task], first: date, last: date) -> tuple[Task, ...]:
    """Those that have begun before the day `first` and go on after the day `last`, the newest first."""
    rows = [t for t in tasks if t.starts_on and t.starts_on < first and not (t.rrule or t.by)]
    rows = [t for t in rows if (t.ends_on or date.max) > last and (t.until or date.max) >= first]
    return tuple(sorted(rows, key=lambda t: t.starts_on or date.min, reverse=True))


def _has_days_off(desk: Desk, year: int) -> bool:
    return any(row.on.year == year for row in desk.almanac.days_off)


def _days_of(desk: Desk, year: int) -> tuple[Day, ...]:
    return tuple(day for month in range(1, 13) for day in desk.almanac.month(year, month))


def _kept(desk: Desk) -> defaultdict[str, list[KeptDay]]:
    """Anniversary → its days in the years of the calendar."""
    kept = defaultdict[str, list[KeptDay]](list)
    for day in desk.almanac.days.values():
        for one in day.anniversaries:
            kept[one.anniversary.id].append(KeptDay(in_year=one, day=day))
    return kept


def _naming(desk: Desk) -> defaultdict[str, list[NamingNotice]]:
    """Anniversary → the shown notices that name it, the newest first, with the places where they do."""
    naming = defaultdict[str, list[NamingNotice]](list)
    for entry in reversed(desk.shown):
        cited = desk.dispatches.of.get(entry.notice.key, ())
        internal = tuple(m for dispatch, citing in cited if dispatch.list_only for m in citing.mentions)
        places = defaultdict[str, list[OccasionSaid]](list)
        for occasion in entry.prose.occasions:
            if occasion.anniversary:
                places[occasion.anniversary].append(occasion)
        for id_, of_anniversary in places.items():
            naming[id_].append(NamingNotice(notice=entry.notice, places=tuple(of_anniversary), internal=internal))
    return naming


def _basis(desk: Desk, campaign: Campaign, basis: Basis) -> BasisInputs:
    """What the document of a basis is here: of several years that it may be of, the first that is known."""
    years = years_of(basis, campaign)
    entry = rested_on(desk.by_number, basis, campaign)
    named = (desk.dispatches.named(dispatch_key(basis.number, year), basis.dated) for year in years)
    return BasisInputs(
        basis=basis,
        year_guessed=len(years) > 1,
        notice=entry.notice if entry else None,
        dispatch=None if entry else next((dispatch for dispatch in named if dispatch), None),
    )
