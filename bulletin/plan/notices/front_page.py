"""The front page: what is urgent, what ends soon, what is new, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.views.notices import HomeView
from bulletin.model.views.page import Planned
from bulletin.plan.calendar.day_in_words import ComingInputs, coming_in_short, days_heading
from bulletin.plan.desk.standing import apart, newest
from bulletin.plan.desk.visibility_and_urgency import is_expiring, is_urgent
from bulletin.plan.notices.lists import ListsInputs, terms, years

NEWEST = 20
NEXT_DAYS = 7


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
    """What is urgent, what ends soon, the newest of the others, each once; then what comes.

    What is over or called off fills the room that is left: where all is over, the newest is there still.
    """
    site, today = seen.lists.site, seen.today
    open_, past = apart(seen.lists.current)
    urgent = [one for one in open_ if is_urgent(one.notice, today)]
    above = {one.notice.key for one in urgent}
    ending = [one for one in open_ if is_expiring(one.notice, today) and one.notice.key not in above]
    above |= {one.notice.key for one in ending}
    # `newest` turns what comes oldest first.
    ending.sort(key=lambda one: (one.notice.expires_on or today, one.notice.key), reverse=True)
    return HomeView(
        frame=site.frame(addresses.HOME, ""),
        urgent=newest(site, urgent),
        expiring=newest(site, ending),
        newest=newest(site, (*past, *(one for one in open_ if one.notice.key not in above)), NEWEST),
        all_href=site.href(addresses.NOTICES),
        coming_heading=days_heading(seen.coming, "Lịch"),
        coming=coming_in_short(seen.coming),
        calendar_href=site.href(addresses.CALENDAR),
        fields=tuple(terms(seen.lists, addresses.FIELDS, seen.lists.fields_of)),
        indexes=(
            site.anchor(addresses.ISSUERS, "cơ quan ban hành"),
            site.anchor(addresses.TYPES, "tên loại văn bản"),
            site.anchor(addresses.DISPATCHES, "văn bản được dẫn chiếu"),
        ),
        years=years(seen.lists),
    )
