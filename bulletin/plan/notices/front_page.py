"""The front page: what is urgent, what concerns today and tomorrow, the week, what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from bulletin import addresses
from bulletin.model.views.calendar import CalendarDay, Mark
from bulletin.model.views.notices import HomeView
from bulletin.model.views.page import Planned
from bulletin.plan.calendar.day_in_words import ComingInputs, coming_in_short, running
from bulletin.plan.desk.standing import Standing, apart, newest
from bulletin.plan.desk.visibility_and_urgency import is_expiring, is_urgent
from bulletin.plan.notices.lists import ListsInputs, terms, years
from bulletin.words.dates.printed import with_weekday

NEWEST = 4
NEXT_DAYS = 7
_RUNNING = 3  # lines of what has begun and goes on
_LINES = 16  # of the days that come; the calendar has all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeInputs:
    """What the front page sees: all `lists`, and the days that come."""

    lists: ListsInputs
    today: date
    coming: ComingInputs


def home(seen: HomeInputs) -> Planned:
    """The front page."""
    return Planned(url=addresses.HOME, template="home.html", view=partial(home_view, seen))


def home_view(seen: HomeInputs) -> HomeView:
    """What is urgent; what concerns today and tomorrow; the week; what is new of the others; each notice once.

    What is over or called off is not there, unless all is: then the last of it, under a heading that says so.
    """
    site, today = seen.lists.site, seen.today
    open_, past = apart(seen.lists.current)
    urgent = [one for one in open_ if is_urgent(one.notice, today) and one.is_still_due]
    above = {one.notice.key for one in urgent}
    ending = [one for one in open_ if is_expiring(one.notice, today) and one.notice.key not in above]
    above |= {one.notice.key for one in ending}
    # `newest` turns what comes oldest first.
    ending.sort(key=lambda one: (one.notice.expires_on or today, one.notice.key), reverse=True)
    others = [one for one in open_ if one.notice.key not in above]
    cancelled = [one for one in past if _is_off_to_come(one)]
    days = coming_in_short(seen.coming)
    return HomeView(
        frame=site.frame(addresses.HOME, ""),
        urgent=newest(site, urgent),
        near=tuple(day for day in days if day.near),
        running=_running(seen.coming),
        week=tuple(_within(_LINES, (day for day in days if not day.near))),
        expiring=newest(site, ending),
        newest_heading="Thông báo mới nhất" if open_ else "Thông báo đã kết thúc gần đây" if past else "Thông báo",
        newest=newest(site, (*cancelled, *others) if open_ else past, NEWEST),
        all_href=site.href(addresses.NOTICES),
        today=with_weekday(today),
        tasks_href=site.href(addresses.TASKS),
        calendar_href=site.href(addresses.CALENDAR),
        fields=tuple(terms(seen.lists, addresses.FIELDS, seen.lists.fields_of)),
        indexes=(
            site.anchor(addresses.ISSUERS, "cơ quan ban hành"),
            site.anchor(addresses.TYPES, "tên loại văn bản"),
            site.anchor(addresses.DISPATCHES, "văn bản được dẫn chiếu"),
        ),
        years=years(seen.lists),
    )


def _running(coming: ComingInputs) -> tuple[Mark, ...]:
    """What has begun and goes on. What has no end says nothing of this week; what ends in it stands on its last day."""
    last = coming.today + timedelta(coming.length - 1)
    ending_later = tuple(task for task in coming.running if task.last and task.last > last)
    return running(replace(coming, running=ending_later))[:_RUNNING]


def _is_off_to_come(standing: Standing) -> bool:
    """Whether all is called off of a notice whose day has not passed: whoever waits for it must hear of that."""
    return standing.is_off and any((task.last or standing.today) >= standing.today for task in standing.times)


def _within(lines: int, days: Iterable[CalendarDay]) -> Iterator[CalendarDay]:
    """As many whole days as have room in so many lines, one at least."""
    room = lines
    for day in days:
        room -= 1 + len(day.marks)
        if room < 0 and room + 1 + len(day.marks) < lines:
            return
        yield day
