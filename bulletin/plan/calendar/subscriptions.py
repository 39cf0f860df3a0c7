"""Subscriptions: `/lich/<topic>.ics`, all-day events of last year, this one and the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.knowledge.anniversaries_in_a_year import commemorations
from bulletin.model.anniversary import Commemoration, DayOff, Lunar
from bulletin.model.campaign import Basis, Campaign
from bulletin.model.views.page import Page
from bulletin.model.views.subscriptions import UNSTAMPED, AllDay, SubscriptionView
from bulletin.plan.calendar.day_in_words import OFF_STATUS, counted_name
from bulletin.plan.calendar.task_words import OPEN_END, but, days
from bulletin.plan.desk.almanac import FLAGGED
from bulletin.plan.desk.changes import lines_of
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.last_modified import modified
from bulletin.plan.desk.programme import line_of, with_points
from bulletin.plan.desk.tasks import CORRECTED, MACHINE_READ, Task
from bulletin.words.dates.lunar import FIRST, LAST, to_lunar
from bulletin.words.dates.printed import short

TOPICS: Mapping[str, str] = {
    "ngay-nghi": "Ngày nghỉ",
    "ngay-ky-niem": "Ngày kỷ niệm",
    "treo-co": "Ngày treo cờ",
    "dot-tuyen-truyen": "Đợt tuyên truyền",
    "viec-can-lam": "Việc cần làm",
    "tat-ca": "Tất cả",
}
_ALL = "tat-ca"
_COUNTED = "Tính theo ngày cuối của các hình thức cổ động trực quan; chưa có văn bản quy định"
_SCALES: Mapping[str, str] = {"tròn": "Năm tròn", "lẻ 5": "Năm lẻ 5", "khác": "Năm khác"}


# In which topics a thing stands.
_Told = tuple[tuple[str, ...], AllDay]


def subscriptions(desk: Desk) -> Iterator[Page]:
    """The six files. What several topics hold is the same value in all of them."""
    years = [year for year in range(desk.today.year - 1, desk.today.year + 2) if FIRST.year <= year <= LAST.year]
    told = sorted(_all(desk, years), key=lambda one: (one[1].starts_on, one[1].ends_on, one[1].id)) if years else []
    ward = desk.ward
    host = (urlsplit(ward.origin).hostname or "localhost") + ward.base
    for topic, name in TOPICS.items():
        view = SubscriptionView(
            name=f"{name} – {ward.name}",
            url=ward.absolute(addresses.CALENDAR),
            self_url=ward.absolute(addresses.subscription_url(topic)),
            host=host,
            events=tuple(row for topics, row in told if topic in topics),
        )
        yield Page(url=addresses.subscription_url(topic), template="subscription", view=view)


def _all(desk: Desk, years: list[int]) -> Iterator[_Told]:
    """What lies in `years` or reaches into them. Two things of one identity are numbered in the order of their rows."""
    begin, end = date(years[0], 1, 1), date(years[-1], 12, 31)
    kept = [one for year in years for one in commemorations(desk.almanac.anniversaries, year)]
    coming = {(one.anniversary.id, one.on): counted_name(one) for one in kept}
    seen = Counter[str]()
    for topics, row in (
        *((("ngay-nghi", _ALL), _day_off(desk, row)) for row in desk.almanac.days_off),
        *((("ngay-ky-niem", _ALL), _commemoration(desk, one)) for one in kept),
        *(one for campaign in desk.almanac.campaigns for one in _campaign(desk, campaign, coming)),
        *((("treo-co", _ALL), row) for row in _by_custom(desk, kept)),
        *((("viec-can-lam", _ALL), row) for row in _tasks(desk, begin, end)),
    ):
        seen[row.id] += 1
        ended = (row.until or date.max) if row.rrule else row.ends_on
        if ended >= begin and (row.rrule or row.starts_on <= end):
            yield topics, row if seen[row.id] == 1 else replace(row, id=f"{row.id}-{seen[row.id]}")


def _see(desk: Desk, url: str, *lines: str) -> str:
    """What is said of a thing, with the way back at the end."""
    return "\n".join((*filter(None, lines), f"Xem: {desk.ward.absolute(url)}"))


def _day_off(desk: Desk, row: DayOff) -> AllDay:
    if row.kind == "swap-work":
        rest = row.name.removeprefix("Làm bù")
        title = f"Đi làm bù{rest}" if rest != row.name else f"Đi làm bù: {row.name}"
    else:
        title = row.name if row.name.startswith("Nghỉ ") else f"Nghỉ: {row.name}"
    known = row.on.year in desk.almanac.years
    url = addresses.calendar_month_url(row.on) if known else addresses.CALENDAR
    return AllDay(
        id=f"nghi/{row.on}-{row.kind}",
        title=f"{title} ({sure})" if (sure := OFF_STATUS[row.status]) else title,
        description=_see(desk, url, row.basis and f"Căn cứ: {row.basis}", row.note),
        starts_on=row.on,
        ends_on=row.on,
        status="CONFIRMED" if row.status == "confirmed" else "TENTATIVE",
        url=desk.ward.absolute(url),
    )


def _commemoration(desk: Desk, one: Commemoration) -> AllDay:
    row, url = one.anniversary, addresses.day_url(one.anniversary.on)
    year, lunar_day = one.on.year, ""
    if isinstance(row.on, Lunar):
        # Of the lunar year there is one, also where a solar year has two.
        lunar = to_lunar(one.on)
        year, lunar_day = lunar.year, f"{row.name} ({lunar.day}/{lunar.month} âm lịch)"
    return AllDay(
        id=f"{row.id}-{year}",
        title=counted_name(one),
        description=_see(
            desk,
            url,
            lunar_day,
            _SCALES.get(one.scale, ""),
            row.basis and f"Căn cứ: {row.basis}",
            row.note,
            "" if row.verified else "Chưa đối chiếu đủ hai nguồn",
        ),
        starts_on=one.on,
        ends_on=one.on,
        status="CONFIRMED",
        url=desk.ward.absolute(url),
    )


def _by_custom(desk: Desk, kept: Iterable[Commemoration]) -> Iterator[AllDay]:
    """Days on which flags are out by custom, less those that a campaign speaks of: its windows say more."""
    windows = [w for c in desk.almanac.campaigns if not c.cancelled for w in c.windows if w.form.flag]
    for one in kept:
        # Of a day that is past nobody awaits a notice any more.
        waits = one.on >= desk.today and one.anniversary.flag in FLAGGED
        if waits and not any(w.starts_on <= one.on <= w.ends_on for w in windows):
            plain = _commemoration(desk, one)
            yield replace(
                plain,
                id=f"treo-co/{plain.id}",
                title=f"Treo cờ (chờ thông báo): {plain.title}",
                description=_see(
                    desk,
                    addresses.day_url(one.anniversary.on),
                    "Theo thông lệ có treo cờ; thời gian chính thức do thông báo của năm quy định",
                ),
                status="TENTATIVE",
            )


def _campaign(desk: Desk, campaign: Campaign, coming: Mapping[tuple[str, date], str]) -> Iterator[_Told]:
    """Its windows, its days and when all is taken down. Its days that are `coming` stand among all already."""
    topic, url = "dot-tuyen-truyen", addresses.campaign_url(campaign.id)
    names = {row.id: row.name for row in desk.almanac.anniversaries}

    def row(id_: str, title: str, days: tuple[date, date], sure: bool, *lines: str) -> AllDay:
        return AllDay(
            id=f"dot/{campaign.id}/{id_}",
            title=f"Đã hủy: {title}" if campaign.cancelled else title,
            description=_see(desk, url, f"Đợt tuyên truyền: {campaign.title}", *lines),
            stamped=_told_on(desk, campaign),
            starts_on=days[0],
            ends_on=days[1],
            status="CANCELLED" if campaign.cancelled else "CONFIRMED" if sure else "TENTATIVE",
            url=desk.ward.absolute(url),
        )

    for window in campaign.windows:
        what = "Treo cờ" if window.form.flag else window.form.name
        unset = " (dự kiến)" if window.ends_on < desk.today else " (chờ thông báo)"
        title = f"{what}{'' if window.basis else unset}: {campaign.title}"
        rests = f"Căn cứ: {_basis(window.basis)}" if window.basis else "Chưa có thông báo chính thức"
        days, sure = (window.starts_on, window.ends_on), window.basis is not None
        shown: tuple[str, ...] = (topic, "treo-co", _ALL) if window.form.flag else (topic, _ALL)
        yield shown, row(window.form.id, title, days, sure, window.form.name, rests, window.note)
    for day in campaign.occasions:
        title = coming.get((day.anniversary, day.on)) or names.get(day.anniversary, campaign.title)
        title = f"Đợt tuyên truyền {title}" if campaign.cancelled else title  # the day itself comes all the same
        # Other campaigns may keep the day too.
        title = title if title == campaign.title else f"{title} ({campaign.title})"
        shown = (topic,) if (day.anniversary, day.on) in coming else (topic, _ALL)
        yield shown, row(f"{day.anniversary}-{day.on.year}", title, (day.on, day.on), True)
    if down := campaign.takedown_by:
        based = bool(campaign.basis) or any(window.basis for window in campaign.windows)
        sure = based and not campaign.takedown_guessed
        what = "Tháo dỡ" if campaign.takedown_guessed else "Hạn chót tháo dỡ"
        title = f"{what}{'' if sure else ' (dự kiến)'}: {campaign.title}"
        yield (topic, _ALL), row("thao-do", title, (down, down), sure, _COUNTED if campaign.takedown_guessed else "")


def _told_on(desk: Desk, campaign: Campaign) -> date:
    """The day of the last paper that it rests on."""
    return min(max((basis.dated for basis in campaign.bases if basis.dated), default=UNSTAMPED), desk.today)


def _basis(basis: Basis) -> str:
    return f"văn bản số {basis.number.printed}" + (f" ngày {short(basis.dated)}" if basis.dated else "")


def _tasks(desk: Desk, begin: date, end: date) -> Iterator[AllDay]:
    """A point of a programme is a thing of its own only when it has hours of its own; the whole lists them all."""
    points = with_points(desk.almanac.tasks)
    changed = {addresses.notice_url(key): day for key, day in modified(desk).items()}
    changed |= {addresses.campaign_url(one.id): _told_on(desk, one) for one in desk.almanac.campaigns}
    for task in desk.almanac.tasks:
        if task.id in points or task.hours:
            for row in _task(desk, task, points.get(task.id, ()), begin, end):
                yield replace(
                    row, stamped=changed.get(task.url, UNSTAMPED), changes=task.corrected + bool(task.changed)
                )


def _task(desk: Desk, task: Task, points: Iterable[Task], begin: date, end: date) -> Iterator[AllDay]:
    """At most one: most lie in other years, and a rule may name no day before it ends."""
    first, last = task.first or task.last, task.last or task.first
    until = min(task.ends_on or date.max, task.until or date.max) if task.rrule else last or begin
    if task.rrule:
        # Calendars count DTSTART as one of the days in any case, so it must be one.
        first = last = task.next_day(task.starts_on or begin) if until >= begin else None
    if not first or not last or first > until or not (task.rrule or (first <= end and begin <= last)):
        return
    due = task.kind == "deadline" or not (task.rrule or task.first)
    title = f"{'Hạn chót: ' if due else ''}{task.what or task.label}"
    if task.has_open_end:
        title = f"Bắt đầu: {title} ({OPEN_END})"
    if task.changed and task.is_off:
        title = f"{task.changed.mark}: {title}"
    said = "".join(task.evidence).strip()
    excluded = task.left_out(first, until)
    yield AllDay(
        id=f"viec/{task.id}",
        title=title,
        description=_see(
            desk,
            task.url,
            *lines_of(task.changed),
            task.every and f"Lặp lại: {task.every}{but(task, excluded)}",
            days(task) if not task.rrule and (task.lunar or task.has_open_end) else "",
            task.hours and f"Giờ: {task.hours}",
            task.who and f"Ai làm: {task.who}",
            said and f"Thông báo viết: «{said}»",
            *(f"- {line_of(point)}" for point in points),
            CORRECTED if task.corrected else "",
            "" if task.confirmed else MACHINE_READ,
            "Năm do máy suy đoán" if task.guessed else "",
        ),
        starts_on=first,
        ends_on=last,
        status="CANCELLED" if task.is_off else "CONFIRMED" if task.confirmed else "TENTATIVE",
        url=desk.ward.absolute(task.url),
        where=task.where,
        rrule=task.rrule,
        until=until if task.rrule and until < date.max else None,
        excluded=excluded if task.rrule else (),
    )
