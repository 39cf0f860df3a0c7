"""Views of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bulletin.model.views.frame import Anchor, Correction, Excerpt, Fact, Frame

# «work» is a day of rest on which to work.
MarkKind = Literal["off", "work", "anniversary", "flag", "campaign", "task", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that a day holds: `lead` says when in it and where («7h30–16h00 · Tổ dân phố 1, 2, 3») or is "", `text`
    which, `note` how («năm tròn», «dự kiến»), `href` leads to it or is "".

    `minor` ones are left out where there is little room: on paper. `is_read`: a machine has read it, nobody confirms.
    """

    kind: MarkKind
    text: str
    lead: str = ""
    href: str = ""
    note: str = ""
    minor: bool = False
    is_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day: `number` «7» in a grid, `title` «Thứ Bảy, 07/5/2022» in a list; so `lunar_number` «7» and `lunar` «7/4».

    `near` is «Hôm nay», «Ngày mai» or "". `href` leads to the page of the day, or is "". `notable` are the first and
    the fifteenth of a lunar month; `more` leads to the notices of the day for which there is no room.
    """

    iso: str
    number: str
    title: str
    near: str
    is_today: bool
    href: str
    lunar_number: str
    lunar: str
    notable: bool
    marks: tuple[Mark, ...]
    more: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """The heading of a column of a grid: `name` «Thứ Hai», `short` «T2»."""

    name: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGrid:
    """A month in weeks, each with a cell for every one of `weekdays`, None outside of the month; `running` is what goes
    on from before the month to after it, `recurring` what comes again and again, `more` leads to the rest of both.

    `today` is the day of the build where it lies in the month, else None. `has_readings`: some of its tasks only a
    machine has read. A `crowded` one fits a sheet of paper in small print only.
    """

    caption: str
    weekdays: tuple[Weekday, ...]
    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    running: tuple[Mark, ...]
    recurring: tuple[Mark, ...]
    more: Anchor | None
    today: CalendarDay | None
    has_readings: bool
    crowded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """`/lich/2022/05/`."""

    frame: Frame
    heading: str
    grid: MonthGrid
    older: Anchor | None
    newer: Anchor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallDay:
    """A day in the small grid of a year: `kind` says what it holds, in the words of the style sheet."""

    number: str
    kind: Literal["", "minor", "major", "off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A marked day in the list of a month: `date` «07/5», `lunar` «7/4»."""

    iso: str
    date: str
    lunar: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMonth:
    """A month of a year: the same weeks small, and its marked days as a list. The year has the `weekdays`."""

    title: Anchor
    weeks: tuple[tuple[SmallDay | None, ...], ...]
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """`/lich/2022/`. `no_days_off` says that its days off are not known, or is ""."""

    frame: Frame
    heading: str
    no_days_off: str
    weekdays: tuple[Weekday, ...]
    months: tuple[YearMonth, ...]
    older: Anchor | None
    newer: Anchor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionLink:
    """A file that calendar applications subscribe to: `href` loads it, `url` is its full address to copy, `webcal` the
    same for applications, which open themselves at it."""

    href: str
    name: str
    url: str
    webcal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """`/lich/`: the days of the next `week`, what is `running` and `recurring` meanwhile, the days after that week
    (`later`, told as `later_heading` says).

    `month` is None in a year that no calendar can be made for; `days` lead to all days of the year.
    """

    frame: Frame
    month: MonthGrid | None
    month_link: Anchor
    next_month: Anchor | None
    week_heading: str
    week: tuple[CalendarDay, ...]
    later_heading: str
    later: tuple[CalendarDay, ...]
    running: tuple[Mark, ...]
    recurring: tuple[Mark, ...]
    has_readings: bool
    years: tuple[Anchor, ...]
    pages: tuple[Anchor, ...]
    subscriptions: tuple[SubscriptionLink, ...]
    days: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryYear:
    """A year of an anniversary: its `days`, of which a lunar one may have two or none, with the
    lunar day and a day off as notes; `count` «68», `scale`."""

    year: str
    days: tuple[Anchor, ...]
    count: str
    scale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversarySaid:
    """A sentence that names an anniversary, with the name as printed marked; `states` is what it says of years and
    days, `errata` what of that is wrong."""

    sentence: Excerpt
    states: str
    errata: tuple[Correction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryNotice:
    """A notice that names an anniversary."""

    href: str
    title: str
    date: str
    iso: str
    said: tuple[AnniversarySaid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversarySection:
    """An anniversary on the page of its day. `cautions` say what is not certain; `counted` that its years are."""

    id: str
    name: str
    cautions: tuple[str, ...]
    facts: tuple[Fact, ...]
    counted: bool
    years: tuple[AnniversaryYear, ...]
    notices: tuple[AnniversaryNotice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryDayView:
    """`/lich/ngay/19-05/`: all that a day of the year marks."""

    frame: Frame
    heading: str
    anniversaries: tuple[AnniversarySection, ...]
