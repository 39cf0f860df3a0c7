"""A task, and a change: what another notice has called off or moved of it. How both are told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bulletin.model.clock import Clock
from bulletin.model.deadline import DeadlineKind, Event
from bulletin.model.notice import Notice
from bulletin.words.dates.hours import every_clock, typed_clock
from bulletin.words.dates.occurrences import occurrences
from bulletin.words.dates.printed import short
from bulletin.words.dates.timing import NEAREST_FIRST, Timing
from bulletin.words.papers.called_off import Days, Linked

_OFF, _PUT_OFF = "hủy", "hoãn"
_CALLED_OFF = re.compile(r"h(?:ủy|uỷ)", re.IGNORECASE)
_POSTPONED = re.compile(r"hoãn", re.IGNORECASE)
_UNTIL_TOLD = re.compile(r"(?:đến|tới) (?:khi|lúc)|(?:chưa|không) (?:rõ|biết|có|hẹn) ", re.IGNORECASE)
_FAR = timedelta(800)  # no rule stays away for so long


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change, and the keys of all notices and campaigns that have announced the old time."""

    linked: Linked
    keys: frozenset[str]

    @property
    def by(self) -> Notice:
        """The notice that tells it."""
        return self.linked.source.notice

    @property
    def verb(self) -> str:
        """«hủy», «hoãn» or «dời»."""
        if self.linked.now:
            return "dời"
        words = "".join(self.linked.change.sentence)
        return _PUT_OFF if _POSTPONED.search(words) and not _CALLED_OFF.search(words) else _OFF

    @property
    def outcome(self) -> str:
        """«Việc ngày 25/11/2025 đã hủy», «Hạn chót 25/11/2025 đã dời sang ngày 26/11/2025»."""
        moved = f" {_to(self.linked.now)}" if self.linked.now else ""
        return f"{self.linked.name or _what(self.linked.kind)} {days_words(self.linked.was)} đã {self.verb}{moved}"

    @property
    def deed(self) -> str:
        """«Thông báo này dời sang ngày 26/11/2025 việc ngày 25/11/2025 của»: how the later notice's page says it."""
        moved = f" {_to(self.linked.now)}" if self.linked.now else ""
        what = f"«{self.linked.name}»" if self.linked.name else _what(self.linked.kind).lower()
        return f"Thông báo này {self.verb}{moved} {what} {days_words(self.linked.was)} của"

    @property
    def whole(self) -> str:
        """The same with the notice that tells it."""
        return f"{self.outcome} theo {name_of(self.by)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What has become of a task: called off, or moved from the days `was`, as it was announced at first.

    `mark` is «Đã hủy», «Đã hoãn», "" of what is moved. `sentence` is where the notice `by` tells it. The `hours` and
    `where` are as announced for the old days, of which nobody tells whether they hold for the new ones.
    """

    mark: str
    was: Days
    sentence: tuple[str, str, str]
    by: str
    url: str
    dated: date
    hours: str = ""
    where: str = ""

    @property
    def note(self) -> str:
        """«dời từ ngày 25/11/2025»; "" of what is called off, whose mark stands before its words."""
        if self.mark:
            return ""
        return f"{'dời từ' if self.was[0] == self.was[1] else 'đã đổi, trước là'} {days_words(self.was)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do. The days are as in Deadline; a recurring one has `starts_on`, its first day or before, and
    `ends_on`, None when it goes on. (Only in a campaign that names no day at all may `starts_on` be None.)

    `id` stays the same when its day or hour is corrected or another task is added (plan/desk/task_ids.py).
    `what` is "" where only the machine has read it: then `sentence` tells (words before, the phrase, words after), and
    `part` is what of its notice it is the time of («Bán hồ sơ»), or "".
    `url` and `label` are the source; after `until` it is told no more. `confirmed`: an editor says so; `guessed`: the
    machine had to guess the year. `bounds` are those of a rule as its own words state them. `corrected`: its days or
    its sentence are not as signed, but as an erratum of the notice has them. `changed`: what another notice of ours has
    made of it; the days are the new ones. (Of a rule, a day that another calls off is one of the `excluded`.)
    `hours` are as printed, `clock` is what they say where that is certain.
    """

    id: str
    kind: DeadlineKind
    starts_on: date | None
    ends_on: date | None
    by: date | None
    rrule: str
    every: str
    what: str
    who: str
    where: str
    hours: str
    sentence: tuple[str, str, str]
    confirmed: bool
    guessed: bool
    url: str
    label: str
    until: date | None
    excluded: tuple[date, ...] = ()
    lunar: str = ""
    bounds: tuple[date | None, date | None] = (None, None)
    corrected: bool = False
    changed: Changed | None = None
    part: str = ""
    clock: Clock | None = None

    @property
    def is_off(self) -> bool:
        """Whether another notice has called it off."""
        return self.changed is not None and bool(self.changed.mark)

    @property
    def evidence(self) -> tuple[str, str, str]:
        """The words that tell it: of what is moved, those of the notice that has moved it."""
        return self.changed.sentence if self.changed and not self.is_off else self.sentence

    @property
    def first(self) -> date | None:
        """The day on which it begins, or the deadline itself."""
        return self.by or self.starts_on

    @property
    def last(self) -> date | None:
        """The last day on which it can be done; None for what goes on and on."""
        return self.by or self.ends_on

    @property
    def has_open_end(self) -> bool:
        """Whether it goes on from one day «cho đến khi có thông báo mới»."""
        return self.kind == "window" and self.starts_on is not None and self.ends_on is None

    @property
    def is_until_told(self) -> bool:
        """Of such a one: whether its editor or its text says that it goes on until people are told."""
        return self.confirmed or says_until_told("".join(self.sentence))

    def days(self, first: date, last: date) -> Iterator[date]:
        """Those of a recurring one from `first` to `last`."""
        begin = max(first, self.starts_on or first)
        return occurrences(self.rrule, begin, min(last, self.ends_on or last, self.until or last), self.excluded)

    def left_out(self, first: date, last: date) -> tuple[date, ...]:
        """The excluded days from `first` to `last` on which it would come else."""
        plain = replace(self, excluded=())
        near = sorted(day for day in set(self.excluded) if first <= day <= last)
        return tuple(day for day in near if next(plain.days(day, day), None))

    def next_day(self, on: date) -> date | None:
        """The next of a recurring one, on the day `on` or after it."""
        begin = max(on, self.starts_on or on)
        return next(self.days(begin, begin + min(_FAR, date.max - begin)), None)

    def timing(self, today: date) -> Timing:
        """Where it stands on `today`. A deadline only comes, and a rule comes again until its end."""
        if self.is_off:
            return Timing()
        if self.rrule:
            return self._timing_of_rule(today)
        first, last = self.first or self.last, self.until if self.has_open_end else self.last
        if last and last < today:
            return Timing(phase="over", last=last)
        if first is None or first > today:
            return Timing(phase="coming" if first else "")
        return Timing(phase="today" if today in (first, last) else "running")

    def _timing_of_rule(self, today: date) -> Timing:
        following = self.next_day(today)
        if following is None:
            last = min(filter(None, (self.ends_on, self.until)), default=None)
            return Timing(phase="over", last=last) if last and last < today else Timing()
        if following == today:
            return Timing(phase="today")
        return Timing(phase="coming")


def _goes_on(task: Task) -> bool:
    """Whether it comes again or has no end: what is on some days alone is looked for first."""
    return bool(task.rrule) or task.has_open_end


def says_until_told(words: str) -> bool:
    """Whether words that tell a beginning say that its end will be told: «cho đến khi có thông báo mới»."""
    return bool(_UNTIL_TOLD.search(words))


def nearest(tasks: Iterable[Task], today: date) -> tuple[Task, ...]:
    """Those that are not over nor called off: of today, then under way, then to come; each by its next day."""
    rows = [(task.timing(today).phase, task) for task in tasks]
    rows.sort(
        key=lambda row: (_goes_on(row[1]), (row[1].next_day(today) if row[1].rrule else row[1].first) or date.max)
    )
    return tuple(task for phase in NEAREST_FIRST for its, task in rows if its == phase)


def of_event(event: Event, id_: str, url: str, label: str, until: date | None) -> Task:
    """What an editor states in a notice or campaign."""
    return Task(
        id=id_,
        kind=event.kind,
        starts_on=event.starts_on,
        ends_on=_earlier(event.ends_on, until) if event.rrule else event.ends_on,
        by=event.by,
        rrule=event.rrule,
        every=event.every,
        what=event.what,
        who=event.who,
        where=event.where,
        hours=event.hours,
        sentence=("", "", ""),
        confirmed=True,
        guessed=False,
        url=url,
        label=label,
        until=until,
        excluded=event.excluded,
        bounds=(event.starts_on, event.ends_on),
        clock=typed_clock(event.hours, event.kind, event.starts_on, event.ends_on)
        if event.hours
        else every_clock(event.every),
    )


def _earlier(first: date | None, second: date | None) -> date | None:
    return min(first, second) if first and second else first or second


def of_source(told: Iterable[Told], key: str) -> tuple[Told, ...]:
    """What has changed of that which a notice or campaign has announced."""
    return tuple(change for change in told if key in change.keys)


def still(told: Iterable[Told], today: date) -> tuple[Told, ...]:
    """Without what has changed of a rule on a day that is past: it goes on."""
    return tuple(change for change in told if change.linked.kind != "recurring" or change.linked.was[1] >= today)


def mark_of(told: Iterable[Told], key: str, today: date) -> str:
    """«Có việc đã hủy», «Có việc đã dời ngày»: what must be known of a notice before its words; the latest counts."""
    own = still(of_source(told, key), today)
    return f"Có việc đã {own[-1].verb}{' ngày' if own[-1].linked.now else ''}" if own else ""


def lines_of(changed: Changed | None) -> Iterator[str]:
    """What is told of a change where there is only plain text."""
    if changed:
        done = changed.mark or f"{changed.note[0].upper()}{changed.note[1:]}"
        yield f"{done} theo {changed.by} ngày {short(changed.dated)}"
        for label, text in facts_of(changed):
            yield f"{label}: {text}"


def facts_of(changed: Changed | None) -> Iterator[tuple[str, str]]:
    """What was announced for the old days, and may not hold for the new ones."""
    if changed and changed.where:
        yield "Ở đâu (như báo cho ngày cũ)", changed.where
    if changed and changed.hours:
        yield "Giờ (như báo cho ngày cũ)", changed.hours


def name_of(notice: Notice) -> str:
    """«Thông báo số 15/TB-UBND», else its title."""
    return f"{notice.type} số {notice.number.normal}" if notice.number else f"“{notice.headline}”"


def days_words(days: Days) -> str:
    """«ngày 25/11/2025», «từ ngày 25/11/2025 đến hết ngày 27/11/2025»."""
    first, last = days
    return f"ngày {short(first)}" if first == last else f"từ ngày {short(first)} đến hết ngày {short(last)}"


def _to(days: Days) -> str:
    return f"{'sang' if days[0] == days[1] else 'thành'} {days_words(days)}"


def _what(kind: DeadlineKind) -> str:
    return "Hạn chót" if kind == "deadline" else "Việc"
