"""What a notice calls off or moves of what another of ours has announced: on both pages, and wherever it is told.

Which notice and which time are meant is asked in words/papers/called_off.py, as for the editor's reminder. A time that
is called off stays visible until its day, with words that say so; a moved one is told on its new day only, once, by its
old id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.deadline import DeadlineKind
from bulletin.model.notice import Notice
from bulletin.plan.desk.ended_notices import ended
from bulletin.words.dates.printed import short
from bulletin.words.papers.called_off import Days, Linked, fitting, link
from bulletin.words.papers.succession import numbered

if TYPE_CHECKING:
    from bulletin.plan.desk.tasks import Task

UNCONFIRMED = "máy đọc, chưa có người xác nhận"
_OFF, _PUT_OFF = "hủy", "hoãn"
_CALLED_OFF = re.compile(r"h(?:ủy|uỷ)", re.IGNORECASE)
_POSTPONED = re.compile(r"hoãn", re.IGNORECASE)


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
        return f"{_what(self.linked.kind)} {days_words(self.linked.was)} đã {self.verb}{moved}"

    @property
    def deed(self) -> str:
        """«Thông báo này dời sang ngày 26/11/2025 việc ngày 25/11/2025 của»: how the later notice's page says it."""
        moved = f" {_to(self.linked.now)}" if self.linked.now else ""
        return f"Thông báo này {self.verb}{moved} {_what(self.linked.kind).lower()} {days_words(self.linked.was)} của"

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


def changes(entries: Iterable[Entry], families: Iterable[Sequence[str]]) -> tuple[Told, ...]:
    """Those of `entries`, all shown ones, in the order in which they were told. `families` are keys of what may tell
    the same tasks. What a repealed notice has changed stands again."""
    rows = tuple(entries)
    if not any(entry.prose.changes for entry in rows):
        return ()
    over = ended(rows, numbered(rows))
    repealed = {key for key, how in over.items() if how.kind == "bãi bỏ"}
    related = [frozenset(family) for family in families]
    told: list[Told] = []
    linked, _ = link(_without_changes(entry) if entry.notice.key in repealed else entry for entry in rows)
    for one in linked:
        keys = {one.target.notice.key}
        # Who has moved it to these days has announced them.
        keys |= {t.by.key for t in told if t.linked.target is one.target and t.linked.now == one.was}
        keys |= {key for family in related if family & keys for key in family}
        told.append(Told(linked=one, keys=frozenset(keys)))
    return tuple(told)


def _without_changes(entry: Entry) -> Entry:
    return replace(entry, prose=replace(entry.prose, changes=()))


def changed(
    found: Mapping[str, tuple[Task, ...]], told: Iterable[Told], families: Iterable[Sequence[str]]
) -> dict[str, tuple[Task, ...]]:
    """Tasks by their source, as they are now. What the later notice itself asks for on the new day is the same task."""
    rows = dict(found)
    related = [frozenset(family) for family in families]
    for one in told:
        again = {one.by.key, *(key for family in related if one.by.key in family for key in family)} - one.keys
        twins = {key: twin for key in again if (twin := _twin(rows.get(key, ()), one))}
        twin = twins.get(one.by.key) or next(iter(twins.values()), None)
        after = {key: changed_by(rows[key], one, twin) for key in one.keys if key in rows}
        if any(after[key] != rows[key] for key in after):
            rows |= after
            rows |= {key: tuple(task for task in rows[key] if task is not twins[key]) for key in twins}
    return rows


def changed_by(tasks: Sequence[Task], told: Told, twin: Task | None = None) -> tuple[Task, ...]:
    """The tasks of one source after one change, as far as it is one of them that changes."""
    linked = told.linked
    of_rule = linked.kind == "recurring"
    fits = fitting(
        replace(linked.change, was=linked.was, kind=linked.kind), (t for t in tasks if bool(t.rrule) == of_rule)
    )
    if len(fits) != 1:
        return tuple(tasks)
    return tuple(_after(task, told, twin) if task is fits[0] else task for task in tasks)


def of_source(told: Iterable[Told], key: str) -> tuple[Told, ...]:
    """What has changed of that which a notice or campaign has announced."""
    return tuple(one for one in told if key in one.keys)


def still(told: Iterable[Told], today: date) -> tuple[Told, ...]:
    """Without what has changed of a rule on a day that is past: it goes on."""
    return tuple(one for one in told if one.linked.kind != "recurring" or one.linked.was[1] >= today)


def mark_of(told: Iterable[Told], key: str, today: date) -> str:
    """«Có việc đã hủy», «Có việc đã dời ngày»: what must be known of a notice before its words; the latest counts."""
    own = still(of_source(told, key), today)
    return f"Có việc đã {own[-1].verb}{' ngày' if own[-1].linked.now else ''}" if own else ""


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


def _twin(tasks: Iterable[Task], told: Told) -> Task | None:
    """The task of the later notice that is the moved one: alone on the new days, or alone of its kind on them. What
    takes the place of one day of a rule is a task of its own."""
    if told.linked.kind == "recurring":
        return None
    same = [task for task in tasks if not task.rrule and told.linked.now and _days(task) == told.linked.now]
    like = [task for task in same if task.kind == told.linked.kind]
    return next((rows[0] for rows in (same, like) if len(rows) == 1), None)


def _days(task: Task) -> tuple[date | None, date | None]:
    return task.first, task.last


def _after(task: Task, told: Told, twin: Task | None) -> Task:
    linked, by = told.linked, told.by
    if task.rrule:
        return replace(task, excluded=(*task.excluded, linked.was[0]))
    one = Changed(
        mark="" if linked.now else f"Đã {told.verb}",
        was=task.changed.was if task.changed else linked.was,
        sentence=twin.sentence if twin and twin.sentence[1] else linked.change.sentence,
        by=name_of(by),
        url=addresses.notice_url(by.key),
        dated=by.signed_on,
        hours="" if twin and twin.hours else task.hours,
        where="" if twin and twin.where else task.where,
    )
    if not linked.now:
        return replace(task, changed=replace(one, hours="", where=""))
    first, last = linked.now
    return replace(
        task,
        by=last if task.by else None,
        starts_on=None if task.by else first,
        ends_on=None if task.by else last,
        what=(twin.what if twin else "") or task.what,
        who=(twin.who if twin else "") or task.who,
        where=twin.where if twin else "",
        hours=twin.hours if twin else "",
        lunar=twin.lunar if twin else "",
        bounds=(None, None) if task.by else linked.now,
        confirmed=twin is not None and twin.confirmed,
        guessed=twin is not None and twin.guessed,
        corrected=twin is not None and twin.corrected,
        url=one.url,
        label=by.headline,
        until=by.expires_on,
        changed=one,
    )


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
