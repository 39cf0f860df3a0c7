"""A day of the calendar in words: what it holds, and the days that come next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bulletin import addresses
from bulletin.model.anniversary import Anniversary, Commemoration, DayOff
from bulletin.model.views.calendar import CalendarDay, Mark
from bulletin.plan.calendar.task_words import OPEN_END
from bulletin.plan.desk.almanac import FLAGGED, Day
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.tasks import Task
from bulletin.words.dates.lunar import LunarDay
from bulletin.words.dates.printed import with_weekday

# Notices of one day that have room in a grid; days of branches that have room on the front page.
NOTICES = 3
IN_THE_DAY = "Trong ngày"
FEW = 3
_WEIGHTY = frozenset({"public-holiday", "major", "national-commemoration", "local"})
_OF_BODIES = frozenset({"sector", "party"})
SCALES = {"tròn": "năm tròn", "lẻ 5": "năm lẻ 5"}
OFF_STATUS = {"confirmed": "", "estimated": "dự kiến", "to-confirm": "chờ văn bản chính thức"}


def counted_name(one: Commemoration) -> str:
    """«68 năm Ngày Chiến thắng Điện Biên Phủ», or the name alone where no years are counted."""
    return f"{one.ordinal} năm {one.anniversary.name}" if one.ordinal else one.anniversary.name


def is_weighty(anniversary: Anniversary) -> bool:
    """Whether it is for everybody here: a holiday, a major, national or local day, or one with flags by custom."""
    return anniversary.flag in FLAGGED or not _WEIGHTY.isdisjoint(anniversary.kinds)


def month_name(day: date) -> str:
    """«Tháng 5 năm 2022»."""
    return f"Tháng {day.month} năm {day.year}"


def day_title(day: date) -> str:
    """«Thứ Bảy, 07/5/2022»."""
    words = with_weekday(day)
    return words[0].upper() + words[1:]


def lunar_words(day: LunarDay) -> str:
    """«7/4», «7/2 nhuận»."""
    return f"{day.day}/{day.month}{' nhuận' if day.leap else ''}"


def calendar_day(desk: Desk, day: Day, marks: tuple[Mark, ...]) -> CalendarDay:
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
        href=desk.ward.href(addresses.day_url(day.commemorations[0].anniversary.on)) if day.commemorations else "",
        lunar_number=f"rằm {number}" if lunar.day == 15 else number,
        lunar=words,
        notable=lunar.day in (1, 15),
        marks=marks,
    )


def coming(desk: Desk, length: int) -> tuple[CalendarDay, ...]:
    """Those of the next `length` days that hold something."""
    days = desk.almanac.between(desk.today, desk.today + timedelta(length - 1))
    found = ((day, marks(desk, day)) for day in days)
    return tuple(calendar_day(desk, day, held) for day, held in found if held)


def coming_in_short(desk: Desk, length: int) -> tuple[CalendarDay, ...]:
    """The same for the front page: days of branches and of the Party, and few, only where there is nothing else."""
    days = desk.almanac.between(desk.today, desk.today + timedelta(length - 1))
    for_all = [[c for c in day.commemorations if not _of_bodies(c.anniversary)] for day in days]
    found = [(day, marks(desk, day, rows)) for day, rows in zip(days, for_all, strict=True)]
    if not any(held for _, held in found):
        return coming(desk, length)[:FEW]
    return tuple(calendar_day(desk, day, held) for day, held in found if held)


def _doubt(one: Commemoration) -> str:
    """A count from an origin that two sources do not confirm is not told as a fact."""
    return "chưa đối chiếu" if one.ordinal and not one.anniversary.verified else ""


def _of_bodies(anniversary: Anniversary) -> bool:
    return _OF_BODIES.issuperset(anniversary.kinds) and not is_weighty(anniversary)


def days_heading(desk: Desk, length: int, what: str = "") -> str:
    """«Lịch 7 ngày tới (từ thứ Hai, 23/11/2026)»: the day is told, as the site may be looked at later."""
    words = f"{length} ngày tới (từ {with_weekday(desk.today)})"
    return f"{what} {words}" if what else words


def marks(desk: Desk, day: Day, commemorations: Sequence[Commemoration] | None = None) -> tuple[Mark, ...]:
    """What `day` holds but its notices; of its anniversaries only `commemorations`, if they are given.

    Two deadlines of one notice may read the same: they are one mark.
    """
    told = day.commemorations if commemorations is None else commemorations
    return tuple(dict.fromkeys(_marks(desk, day, told)))


def _marks(desk: Desk, day: Day, commemorations: Sequence[Commemoration]) -> Iterator[Mark]:
    href = desk.ward.href
    for off in day.off:
        yield _off(off, day)
    for one in commemorations:
        yield Mark(
            kind="anniversary",
            text=counted_name(one),
            href=href(addresses.day_url(one.anniversary.on)),
            note="; ".join(filter(None, (SCALES.get(one.scale, ""), _doubt(one)))),
            minor=not is_weighty(one.anniversary),
        )
    hung = {one.campaign.id for one in day.hung}
    for id_ in sorted(hung):
        yield Mark(kind="flag", text="Treo cờ", href=href(addresses.campaign_url(id_)))
    if day.flag_awaited and day.on >= desk.today:
        yield Mark(kind="flag", text="Treo cờ: chờ thông báo")
    for campaign in day.campaigns:
        if campaign.id not in hung:
            yield Mark(
                kind="campaign",
                text=f"Đợt tuyên truyền: {campaign.title}",
                href=href(addresses.campaign_url(campaign.id)),
                note="đã hủy" if campaign.cancelled else "",
                minor=True,
            )
    for task in day.tasks:
        words = task_words(task, _begins_or_ends(task, day.on))
        yield Mark(kind="task", text=words, href=href(task.url), note=task_note(task))


def notice_marks(desk: Desk, day: Day) -> Iterator[Mark]:
    """The first notices that were signed on `day`."""
    for entry in day.entries[:NOTICES]:
        notice = entry.notice
        # Its title may speak of another day: what is told of this one is that the notice came.
        said = f"Ra thông báo: {notice.headline}"
        yield Mark(kind="notice", text=said, href=desk.ward.href(addresses.notice_url(notice.key)), minor=True)


def task_words(task: Task, time: str) -> str:
    """«Hạn chót: nộp hồ sơ»; where nobody says in short what is to be done, the source: «Hạn chót theo “Kết luận”».
    «Đã hủy: họp dân» of what another notice has called off."""
    if task.changed and task.is_off:
        return f"{task.changed.mark}: {task_words(replace(task, changed=None), time)}"
    if task.what and time == IN_THE_DAY:
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
        return IN_THE_DAY
    return "Bắt đầu" if on == task.first else "Ngày cuối"


def _off(off: DayOff, day: Day) -> Mark:
    name, note = off.name, OFF_STATUS[off.status]
    if off.kind == "swap-work":
        words = f"Đi {name[0].lower()}{name[1:]}" if name.startswith("Làm bù") else "Đi làm bù"
        return Mark(kind="work", text=words, note=note)
    if any(name in one.anniversary.name for one in day.commemorations):
        return Mark(kind="off", text="Nghỉ lễ", note=note)  # whose name stands beside it
    return Mark(kind="off", text=name if name.startswith("Nghỉ") else f"Nghỉ: {name}", note=note)
