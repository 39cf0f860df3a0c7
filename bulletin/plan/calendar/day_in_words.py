"""A day of the calendar in words: what it holds, and the days that come next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bulletin import addresses
from bulletin.model.anniversary import Anniversary, AnniversaryInYear, DayOff
from bulletin.model.views.calendar import CalendarDay, Mark
from bulletin.plan.calendar.names import counted_name, day_title, lunar_words
from bulletin.plan.calendar.vocabulary import NOTICES_OF_A_DAY, OFF_STATUS, OPEN_END, ROUND_SCALES
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.hung_flags import FLAGGED
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task
from bulletin.words.dates.printed import with_weekday

# Days of branches that have room on the front page.
_FEW = 3
_IN_THE_DAY = "Trong ngày"
_WEIGHTY = frozenset({"public-holiday", "major", "national-commemoration", "local"})
_OF_BODIES = frozenset({"sector", "party"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingInputs:
    """What a list of the next days sees: those `days` of the next `length` that the calendar knows, in order, from
    `today`."""

    site: Site
    today: date
    length: int
    days: tuple[Day, ...]


def is_weighty(anniversary: Anniversary) -> bool:
    """Whether it is for everybody here: a holiday, a major, national or local day, or one with flags by custom."""
    return anniversary.flag in FLAGGED or not _WEIGHTY.isdisjoint(anniversary.kinds)


def calendar_day(site: Site, day: Day, marks: tuple[Mark, ...]) -> CalendarDay:
    """`day` as grids and lists show it."""
    on, lunar = day.on, day.lunar
    words = lunar_words(lunar)
    number = words if lunar.day == 1 or on.day == 1 else str(lunar.day)
    if lunar.day in (1, 15):
        words = f"{'mùng' if lunar.day == 1 else 'rằm'} {words}"
    return CalendarDay(
        iso=on.isoformat(),
        number=str(on.day),
        title=day_title(on),
        href=site.href(addresses.day_url(day.anniversaries[0].anniversary.on)) if day.anniversaries else "",
        lunar_number=f"rằm {number}" if lunar.day == 15 else number,
        lunar=words,
        notable=lunar.day in (1, 15),
        marks=marks,
    )


def coming(seen: ComingInputs) -> tuple[CalendarDay, ...]:
    """The next days that hold something."""
    marked = ((day, marks(seen.site, seen.today, day)) for day in seen.days)
    return tuple(calendar_day(seen.site, day, held) for day, held in marked if held)


def coming_in_short(seen: ComingInputs) -> tuple[CalendarDay, ...]:
    """The same for the front page: days of branches and of the Party, and few, only where there is nothing else."""
    marked = []
    for day in seen.days:
        for_all = [kept for kept in day.anniversaries if not _is_of_bodies(kept.anniversary)]
        marked.append((day, marks(seen.site, seen.today, day, for_all)))
    if not any(held for _, held in marked):
        return coming(seen)[:_FEW]
    return tuple(calendar_day(seen.site, day, held) for day, held in marked if held)


def days_heading(seen: ComingInputs, what: str = "") -> str:
    """«Lịch 7 ngày tới (từ thứ Hai, 23/11/2026)»: the day is told, as the site may be looked at later."""
    words = f"{seen.length} ngày tới (từ {with_weekday(seen.today)})"
    return f"{what} {words}" if what else words


def marks(site: Site, today: date, day: Day, only: Sequence[AnniversaryInYear] | None = None) -> tuple[Mark, ...]:
    """What `day` holds but its notices; of its anniversaries `only` these, if they are given.

    Two deadlines of one notice may read the same: they are one mark.
    """
    kept = day.anniversaries if only is None else only
    every = (*_rest_and_anniversaries(site, day, kept), *_flags(site, today, day), *_campaigns_and_tasks(site, day))
    return tuple(dict.fromkeys(every))


def notice_marks(site: Site, day: Day) -> Iterator[Mark]:
    """The first notices that were signed on `day`."""
    for entry in day.entries[:NOTICES_OF_A_DAY]:
        notice = entry.notice
        # Its title may speak of another day: what is told of this one is that the notice came.
        words = f"Ra thông báo: {notice.headline}"
        yield Mark(kind="notice", text=words, href=site.href(addresses.notice_url(notice.key)), minor=True)


def _rest_and_anniversaries(site: Site, day: Day, kept: Sequence[AnniversaryInYear]) -> Iterator[Mark]:
    for off in day.off:
        yield _off(off, day)
    for one in kept:
        # A count from an origin that two sources do not confirm is not told as a fact.
        doubt = "chưa đối chiếu" if one.ordinal and not one.anniversary.verified else ""
        yield Mark(
            kind="anniversary",
            text=counted_name(one),
            href=site.href(addresses.day_url(one.anniversary.on)),
            note="; ".join(filter(None, (ROUND_SCALES.get(one.scale, ""), doubt))),
            minor=not is_weighty(one.anniversary),
        )


def _flags(site: Site, today: date, day: Day) -> Iterator[Mark]:
    """Flags that campaigns have hung; that flags are awaited, of no day that is past."""
    for id_ in sorted({hung.campaign.id for hung in day.hung}):
        yield Mark(kind="flag", text="Treo cờ", href=site.href(addresses.campaign_url(id_)))
    if day.flag_awaited and day.on >= today:
        yield Mark(kind="flag", text="Treo cờ: chờ thông báo")


def _campaigns_and_tasks(site: Site, day: Day) -> Iterator[Mark]:
    """Campaigns that have no flags out on that day; what begins, ends or is due."""
    flagged = {hung.campaign.id for hung in day.hung}
    for campaign in day.campaigns:
        if campaign.id not in flagged:
            yield Mark(
                kind="campaign",
                text=f"Đợt tuyên truyền: {campaign.title}",
                href=site.href(addresses.campaign_url(campaign.id)),
                note="đã hủy" if campaign.cancelled else "",
                minor=True,
            )
    for task in day.tasks:
        words = task_words(task, _begins_or_ends(task, day.on))
        yield Mark(kind="task", text=words, href=site.href(task.url), note=task_note(task))


def _is_of_bodies(anniversary: Anniversary) -> bool:
    """Whether it is a day of branches or of the Party, which not everybody keeps."""
    return _OF_BODIES.issuperset(anniversary.kinds) and not is_weighty(anniversary)


def task_words(task: Task, time: str) -> str:
    """«Hạn chót: nộp hồ sơ»; where nobody says in short what is to be done, the source: «Hạn chót theo “Kết luận”».
    «Đã hủy: họp dân» of what another notice has called off."""
    if task.changed and task.is_off:
        return f"{task.changed.mark}: {task_words(replace(task, changed=None), time)}"
    if task.what and time == _IN_THE_DAY:
        return f"{task.what[0].upper()}{task.what[1:]}"
    return f"{time}: {task.what}" if task.what else f"{time} theo “{task.label}”"


def task_note(task: Task) -> str:
    """What has become of its day, the hours, that no end is set, that the signed words are corrected, and that nobody
    has confirmed what a machine has read."""
    moved, end = task.changed.note if task.changed else "", OPEN_END if task.has_open_end else ""
    corrected, unsure = "đã đính chính" if task.corrected else "", "" if task.confirmed else "máy đọc, chưa xác nhận"
    return "; ".join(filter(None, (moved, task.hours, end, corrected, unsure)))


def _begins_or_ends(task: Task, on: date) -> str:
    if task.by:
        return "Hạn chót"
    if task.first == task.last:
        return _IN_THE_DAY
    return "Bắt đầu" if on == task.first else "Ngày cuối"


def _off(off: DayOff, day: Day) -> Mark:
    """«Nghỉ lễ» where the anniversary beside it has the name, «Đi làm bù 30/4» of a day of rest on which to work."""
    name, note = off.name, OFF_STATUS[off.status]
    if off.kind == "swap-work":
        words = f"Đi {name[0].lower()}{name[1:]}" if name.startswith("Làm bù") else "Đi làm bù"
        return Mark(kind="work", text=words, note=note)
    if any(name in kept.anniversary.name for kept in day.anniversaries):
        return Mark(kind="off", text="Nghỉ lễ", note=note)  # whose name stands beside it
    return Mark(kind="off", text=name if name.startswith("Nghỉ") else f"Nghỉ: {name}", note=note)
