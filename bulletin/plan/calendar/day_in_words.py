"""A day of the calendar in words: what it holds, and the days that come next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bulletin import addresses
from bulletin.model.anniversary import Anniversary, DayOff
from bulletin.model.views.calendar import CalendarDay, Mark
from bulletin.plan.calendar.names import counted_name, day_title, lunar_words
from bulletin.plan.calendar.task_words import DUE, capital, lead_on, listed, near, part_of, starts_at, when_of
from bulletin.plan.calendar.vocabulary import NOTICES_OF_A_DAY, OFF_STATUS, ROUND_SCALES
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.hung_flags import FLAGGED
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task
from bulletin.words.dates.printed import with_weekday
from bulletin.words.text.shorten import shorten

# So many equal lines are one.
_OFTEN = 3
# Days of branches that have room on the front page.
_FEW = 3
# Characters of a title or a place in a line.
_TITLE, _PLACE = 110, 80
_WEIGHTY = frozenset({"public-holiday", "major", "national-commemoration", "local"})
_OF_BODIES = frozenset({"sector", "party"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingInputs:
    """What a list of the next days sees: those `days` of the next `length` that the calendar knows, in order, from
    `today`; and what has begun before and goes on (`running`), that which ends first at the top."""

    site: Site
    today: date
    length: int
    days: tuple[Day, ...]
    running: tuple[Task, ...] = ()


def is_weighty(anniversary: Anniversary) -> bool:
    """Whether it is for everybody here: a holiday, a major, national or local day, or one with flags by custom."""
    return anniversary.flag in FLAGGED or not _WEIGHTY.isdisjoint(anniversary.kinds)


def calendar_day(site: Site, today: date, day: Day, marks: tuple[Mark, ...]) -> CalendarDay:
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
        near=near(on, today),
        is_today=on == today,
        href=site.href(addresses.day_url(day.anniversaries[0].anniversary.on)) if day.anniversaries else "",
        lunar_number=f"rằm {number}" if lunar.day == 15 else number,
        lunar=words,
        notable=lunar.day in (1, 15),
        marks=marks,
    )


def coming(seen: ComingInputs) -> tuple[CalendarDay, ...]:
    """Today, and the next days that hold something. What has begun before stands apart: `running`."""
    marked = without_again((day, marks(seen.site, seen.today, day)) for day in seen.days)
    return tuple(calendar_day(seen.site, seen.today, day, held) for day, held in marked if held or day.on == seen.today)


def running(seen: ComingInputs) -> tuple[Mark, ...]:
    """«Đến hết thứ Ba 25/11: …»: what has begun before today and goes on."""
    return tuple(task_mark(seen.site, task, when_of([task], seen.today, seen.today.year)) for task in seen.running)


def coming_in_short(seen: ComingInputs) -> tuple[CalendarDay, ...]:
    """The next days for the front page: those of branches and of the Party, and few, only where there is nothing else;
    what has begun before stands on its last day."""

    def shown(days: Sequence[Day]) -> list[CalendarDay]:
        marked = without_again((day, marks(seen.site, seen.today, day, since=seen.today)) for day in days)
        return [calendar_day(seen.site, seen.today, day, held) for day, held in marked if held]

    for_all = shown([_without_days_of_bodies(day) for day in seen.days])
    return tuple(for_all or shown(seen.days)[:_FEW])


def days_heading(seen: ComingInputs, what: str = "") -> str:
    """«Lịch 7 ngày tới (từ thứ Hai, 23/11/2026)»: the day is told, as the site may be looked at later."""
    words = f"{seen.length} ngày tới (từ {with_weekday(seen.today)})"
    return f"{what} {words}" if what else words


def marks(site: Site, today: date, day: Day, *, since: date | None = None) -> tuple[Mark, ...]:
    """What `day` holds but its notices. What lasts several days is told on the first of them; what has begun before
    `since`, the first day of the page, on its last.

    Two deadlines of one notice may read the same: they are one mark.
    """
    every = (
        *_tasks(site, day, since),
        *_rest_and_anniversaries(site, day),
        *_flags(site, today, day),
        *_campaigns(site, day),
    )
    return tuple(dict.fromkeys(every))


def without_again(days: Iterable[tuple[Day, tuple[Mark, ...]]]) -> tuple[tuple[Day, tuple[Mark, ...]], ...]:
    """The days of a page, where a task whose line would stand on three of them or more is told on the first, which
    names the others; a deadline stands on each."""
    rows = tuple(days)
    on = defaultdict[Mark, list[date]](list)
    for day, held in rows:
        for mark in held:
            if mark.kind == "task" and not mark.lead.startswith(DUE):
                on[mark].append(day.on)
    often = {mark: days_ for mark, days_ in on.items() if len(days_) >= _OFTEN}
    return tuple(
        (day, tuple(_with_days(m, often.get(m, ())) for m in held if m not in often or often[m][0] == day.on))
        for day, held in rows
    )


def _with_days(mark: Mark, on: Sequence[date]) -> Mark:
    """«cũng vào 25/11, 26/11 và 27/11»: further days of the same."""
    others = f"cũng vào {listed(f'{day.day:02}/{day.month}' for day in on[1:])}" if on else ""
    return replace(mark, note="; ".join(filter(None, (others, mark.note))))


def notice_marks(site: Site, day: Day) -> Iterator[Mark]:
    """The first notices that were signed on `day`."""
    for entry in day.entries[:NOTICES_OF_A_DAY]:
        notice = entry.notice
        # Its title may speak of another day: what is told of this one is that the notice came.
        words = f"Ra thông báo: {notice.headline}"
        yield Mark(kind="notice", text=words, href=site.href(addresses.notice_url(notice.key)), minor=True)


def task_mark(site: Site, task: Task, time: str) -> Mark:
    """«7h30–16h00 · Tổ dân phố 1, 2, 3: Tạm ngừng cung cấp điện», with what has become of it through another notice."""
    changed = task.changed
    moved = changed.note if changed else ""
    return Mark(
        kind="task",
        lead=" · ".join(filter(None, (changed.mark if changed else "", time, shorten(task.where, _PLACE)))),
        text=capital(shorten(task.what or " – ".join(filter(None, (part_of(task), task.label))), _TITLE)),
        href=site.href(task.url),
        note="; ".join(filter(None, (moved, "đã đính chính" if task.corrected else ""))),
        is_read=not task.confirmed,
    )


def _tasks(site: Site, day: Day, since: date | None) -> Iterator[Mark]:
    """What begins or is due on `day`, by its hour, and of that which has begun before `since` what ends on it."""
    for task in sorted(day.tasks, key=starts_at):
        begun = not task.rrule and task.first != day.on
        if not begun or (since and task.first and task.first < since):
            yield task_mark(site, task, lead_on(task, day.on))


def _without_days_of_bodies(day: Day) -> Day:
    return replace(day, anniversaries=tuple(kept for kept in day.anniversaries if not _is_of_bodies(kept.anniversary)))


def _rest_and_anniversaries(site: Site, day: Day) -> Iterator[Mark]:
    for off in day.off:
        yield _off(off, day)
    for one in day.anniversaries:
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


def _campaigns(site: Site, day: Day) -> Iterator[Mark]:
    """Campaigns that have no flags out on that day."""
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


def _is_of_bodies(anniversary: Anniversary) -> bool:
    """Whether it is a day of branches or of the Party, which not everybody keeps."""
    return _OF_BODIES.issuperset(anniversary.kinds) and not is_weighty(anniversary)


def _off(off: DayOff, day: Day) -> Mark:
    """«Nghỉ lễ» where the anniversary beside it has the name, «Đi làm bù 30/4» of a day of rest on which to work."""
    name, note = off.name, OFF_STATUS[off.status]
    if off.kind == "swap-work":
        words = f"Đi {name[0].lower()}{name[1:]}" if name.startswith("Làm bù") else "Đi làm bù"
        return Mark(kind="work", text=words, note=note)
    if any(name in kept.anniversary.name for kept in day.anniversaries):
        return Mark(kind="off", text="Nghỉ lễ", note=note)  # whose name stands beside it
    return Mark(kind="off", text=name if name.startswith("Nghỉ") else f"Nghỉ: {name}", note=note)
