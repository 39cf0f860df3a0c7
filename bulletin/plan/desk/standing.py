"""A notice and what has become of it: what its card, its marks and its previews tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bulletin import addresses
from bulletin.model.notice import Notice
from bulletin.model.views.frame import Card
from bulletin.plan.desk.marks import BECAME, MARKS, State
from bulletin.plan.desk.replaced_and_repealed import Ended
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Task, Told, mark_of, nearest
from bulletin.words.dates.printed import short
from bulletin.words.dates.timing import Timing, timing_of_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The nearest time of a notice, in words for a line of a list: `when` and `where`, how many `others` there are
    («và 2 lần khác»), each perhaps ""; `is_read`: a machine has read it, nobody confirms."""

    when: str = ""
    where: str = ""
    others: str = ""
    is_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One shown notice on the day `today`. `ended` and `stopped` tell how another has done that to the whole of it.
    `last` is the last day of what it tells, when that has passed; `is_off`: all that it tells is called off. `changes`
    are what others have called off or moved of it. `times` is what it asks of residents, by day, of the present days:
    what a later notice has moved is asked by both. `nearest` is the first of what is left of them."""

    notice: Notice
    today: date
    state: State
    ended: Ended | None
    stopped: Ended | None
    last: date | None
    is_off: bool
    changes: tuple[Told, ...]
    times: tuple[Task, ...] = ()
    nearest: Nearest = Nearest()

    @property
    def timing(self) -> Timing:
        """Whether what it tells is to come, today, under way or over; nothing of what is no longer in force."""
        if self.last:
            return Timing(phase="over", last=self.last)
        if not self.is_current or self.stopped:
            return Timing()
        whole = timing_of_all(task.timing(self.today) for task in self.times)
        # What only a machine has read may have more behind it, else `last` would be told.
        return Timing() if whole.phase == "over" and self.notice.events is None else whole

    @property
    def open_times(self) -> tuple[Task, ...]:
        """Of its `times` those that are neither over nor called off, the nearest first."""
        return nearest(self.times, self.today) if self.is_current and not self.stopped else ()

    @property
    def is_still_due(self) -> bool:
        """Whether a time of it is left, where it tells any."""
        return not self.times or bool(self.open_times)

    @property
    def is_current(self) -> bool:
        """Whether it is in force: neither expired nor ended by another."""
        return self.state != "expired" and not self.ended

    @property
    def is_behind(self) -> bool:
        """Whether all that it tells for some day is over or called off, or another has stopped it."""
        return self.last is not None or self.is_off or self.stopped is not None

    @property
    def by_another(self) -> str:
        """«Đã bị thay thế», «Đang tạm dừng thực hiện»; "" of what no other has ended or stopped."""
        how = self.ended or self.stopped
        return BECAME[how.kind] if how else ""

    @property
    def own_mark(self) -> str:
        """«Hết hạn», «Bản nháp»: what is so without another notice."""
        return MARKS[self.state]

    @property
    def changed_mark(self) -> str:
        """«Có việc đã hủy» of what another has changed."""
        return mark_of(self.changes, self.notice.key, self.today)

    @property
    def caution(self) -> str:
        """What goes with `last` in a line, where only a machine has read it."""
        return caution(self.notice, self.changes) if self.last else ""

    @property
    def last_day(self) -> str:
        """«05/12/2025 (máy đọc, chưa xác nhận)» of a notice that is over, else ""."""
        if not self.last:
            return ""
        return f"{short(self.last)} ({self.caution})" if self.caution else short(self.last)


Standings = Mapping[str, Standing]


def label_of(notice: Notice) -> str:
    """«Thông báo số 75-TB/ĐU», as it is printed; without a number its type."""
    return f"{notice.type} số {notice.number.printed}" if notice.number else notice.type


def card(site: Site, standing: Standing) -> Card:
    """A notice as lists show it."""
    notice, timing = standing.notice, standing.timing
    return Card(
        href=site.href(addresses.notice_url(notice.key)),
        title=notice.headline,
        label=label_of(notice),
        issuer=notice.issuer,
        date=short(notice.signed_on),
        iso=notice.signed_on.isoformat(),
        urgency=notice.urgency if standing.is_still_due and not standing.is_behind else "",
        until=short(notice.expires_on) if notice.expires_on else "",
        until_iso=notice.expires_on.isoformat() if notice.expires_on else "",
        expired=standing.state == "expired",
        mark=standing.by_another or standing.own_mark or standing.changed_mark,
        when=standing.nearest.when,
        where=standing.nearest.where,
        others=standing.nearest.others,
        is_read=standing.nearest.is_read or bool(standing.caution),
        status=timing.words,
        phase=timing.phase,
    )


def apart(standings: Iterable[Standing]) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Those that are neither over nor called off nor stopped, and those that are, each in their order."""
    rows = tuple(standings)
    return tuple(row for row in rows if not row.is_behind), tuple(row for row in rows if row.is_behind)


def caution(notice: Notice, told: Iterable[Told]) -> str:
    """What goes with its last day in a line: on its own page there is room for all of MACHINE_READ."""
    sure = notice.events is not None and all(one.linked.stated for one in told if one.linked.now)
    return "" if sure else "máy đọc, chưa xác nhận"


def newest(site: Site, standings: Iterable[Standing], count: int | None = None) -> tuple[Card, ...]:
    """Cards of notices that come oldest first, newest first, at most `count`."""
    rows = tuple(standings)[::-1]
    return tuple(card(site, standing) for standing in (rows if count is None else rows[:count]))
