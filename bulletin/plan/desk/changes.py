"""What a notice calls off or moves of what another of ours has announced: on both pages, and wherever it is told.

Which notice and which time are meant is asked in words/papers/called_off.py, as for the editor's reminder. A time that
is called off stays visible until its day, with words that say so; a moved one is told on its new day only, once, by its
old id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.notice import Notice
from bulletin.plan.desk.replaced_and_repealed import ended
from bulletin.plan.desk.task import Changed, Task, Told, name_of
from bulletin.words.papers.called_off import Days, fitting, link, naming_its_areas
from bulletin.words.papers.succession import numbered

# The new words stand whole in the sentence, with their hours and place.
_CORRECTION = re.compile(r"(?<!\w)nay (?:xin )?(?:đọc|sửa|viết|ghi|đính chính)(?!\w)", re.IGNORECASE)
# «Không tổ chức phiên chợ ngày 16/10», the title of a notice that calls off.
_CALLS_OFF = re.compile(
    r"(?:(?:v/v|về việc|thông báo) )*(?:không|hủy|huỷ|hoãn|tạm hoãn|tạm dừng|dừng|thôi|lùi)(?!\w)", re.IGNORECASE
)


def changes(entries: Iterable[Entry], families: Iterable[Sequence[str]]) -> tuple[Told, ...]:
    """Those of `entries`, all shown ones, in the order in which they were told. `families` are keys of what may tell
    the same tasks. What a repealed notice has changed stands again."""
    rows = tuple(entries)
    if not any(entry.prose.changes for entry in rows):
        return ()
    over = ended(rows, numbered(rows))
    repealed = {key for key, how in over.items() if how.kind == "bãi bỏ"}
    related = [frozenset(family) for family in families]
    changes_so_far: list[Told] = []
    linked, _ = link(_without_changes(entry) if entry.notice.key in repealed else entry for entry in rows)
    for linked_change in linked:
        keys = {linked_change.target.notice.key}
        # Who has moved it to these days has announced them.
        keys |= {
            t.by.key
            for t in changes_so_far
            if t.linked.target is linked_change.target and t.linked.now == linked_change.was
        }
        keys |= {key for family in related if family & keys for key in family}
        changes_so_far.append(Told(linked=linked_change, keys=frozenset(keys)))
    return tuple(changes_so_far)


def _without_changes(entry: Entry) -> Entry:
    return replace(entry, prose=replace(entry.prose, changes=()))


def changed(
    by_source: Mapping[str, tuple[Task, ...]], changes_told: Iterable[Told], families: Iterable[Sequence[str]]
) -> dict[str, tuple[Task, ...]]:
    """Tasks by their source, as they are now. What the later notice itself asks for on the new day is the same task."""
    rows = dict(by_source)
    related = [frozenset(family) for family in families]
    for change in changes_told:
        again = {change.by.key, *(key for family in related if change.by.key in family for key in family)} - change.keys
        twins = {key: twin for key in again if (twin := _twin(rows.get(key, ()), change))}
        twin = twins.get(change.by.key) or next(iter(twins.values()), None)
        after = {key: changed_by(rows[key], change, twin) for key in change.keys if key in rows}
        if any(after[key] != rows[key] for key in after):
            rows |= after
            rows |= {key: tuple(task for task in rows[key] if task is not twins[key]) for key in twins}
        if _calls_off(change) and change.by.key in rows:
            rows[change.by.key] = tuple(_of_what_goes_on(rows[change.by.key], change, rows))
    return rows


def _calls_off(change: Told) -> bool:
    """Whether a notice that is all about calling off tells it: «Không tổ chức …»."""
    is_other = change.by.key not in change.keys
    return is_other and not change.linked.now and _CALLS_OFF.match(change.by.headline) is not None


def _of_what_goes_on(tasks: Iterable[Task], change: Told, rows: Mapping[str, tuple[Task, ...]]) -> Iterator[Task]:
    """What a notice that calls off a day says takes place on other days is what goes on: it has the name of that, not
    «Không tổ chức …», and is not told where the rule tells it too. Last days and windows are of the notice itself."""
    for task in tasks:
        if task.confirmed or task.kind != "event":
            yield task
        elif not any(_tells(old, task) for key in change.keys for old in rows.get(key, ())):
            yield replace(task, what=change.linked.target.notice.headline)


def _tells(old: Task, task: Task) -> bool:
    """Whether the one day of `task` is a day of the rule `old`."""
    return bool(old.rrule and task.first and task.first == task.last and old.next_day(task.first) == task.first)


def changed_by(tasks: Sequence[Task], change: Told, twin: Task | None = None) -> tuple[Task, ...]:
    """The tasks of one source after one change, as far as it is one of them that changes."""
    linked = change.linked
    of_rule = linked.kind == "recurring"
    fits = fitting(
        replace(linked.change, was=linked.was, kind=linked.kind), (t for t in tasks if bool(t.rrule) == of_rule)
    )
    if len(fits) > 1:
        fits = naming_its_areas(linked.change, fits, _words_of)
    if len(fits) != 1:
        return tuple(tasks)
    return tuple(_after(task, change, twin) if task is fits[0] else task for task in tasks)


def _words_of(task: Task) -> str:
    """What its editor calls it, else what its text says."""
    return task.what or f"{task.sentence[0]}\n{task.sentence[2]}"


def _twin(tasks: Iterable[Task], change: Told) -> Task | None:
    """The task of the later notice that is the moved one: alone on the new days, alone of its kind on them, or told by
    the very sentence. What
    takes the place of one day of a rule is a task of its own."""
    if change.linked.kind == "recurring":
        return None
    same = [task for task in tasks if not task.rrule and change.linked.now and _days(task) == change.linked.now]
    like = [task for task in same if task.kind == change.linked.kind]
    telling = [task for task in same if "".join(task.sentence) == "".join(change.linked.change.sentence)]
    return next((rows[0] for rows in (same, like, telling) if len(rows) == 1), None)


def _days(task: Task) -> tuple[date | None, date | None]:
    return task.first, task.last


def _after(task: Task, told: Told, twin: Task | None) -> Task:
    """The task after one change: a rule leaves out the day; what is called off keeps its days and says so; what is
    moved is told on the new days, with as much as its `twin` in the later notice tells of them."""
    linked = told.linked
    if task.rrule:
        return replace(task, excluded=(*task.excluded, linked.was[0]))
    change = Changed(
        mark="" if linked.now else f"Đã {told.verb}",
        was=task.changed.was if task.changed else linked.was,
        sentence=twin.sentence if twin and twin.sentence[1] else linked.change.sentence,
        by=name_of(told.by),
        url=addresses.notice_url(told.by.key),
        dated=told.by.signed_on,
    )
    if not linked.now:
        return replace(task, changed=change)
    return _told_again(_on_days(task, linked.now, told.by), change, twin)


def _on_days(task: Task, days: Days, by: Notice) -> Task:
    """The task on other days, as the notice `by` tells them."""
    first, last = days
    moved = replace(task, url=addresses.notice_url(by.key), label=by.headline, until=by.expires_on)
    if task.by:
        return replace(moved, by=last, starts_on=None, ends_on=None, bounds=(None, None))
    return replace(moved, by=None, starts_on=first, ends_on=last, bounds=days)


def _told_again(task: Task, change: Changed, twin: Task | None) -> Task:
    """The moved `task` with the hours and the place of its twin; where that tells none, those of the old days stay with
    the change, as nobody says whether they hold. What a correction quotes says it all: «Nay sửa lại là: "…"»."""
    if _CORRECTION.search("".join(change.sentence)):
        task = replace(task, hours="", where="")
    if twin is None:
        change = replace(change, hours=task.hours, where=task.where)
        bare = replace(task, where="", hours="", clock=None, lunar="", confirmed=False, guessed=False, corrected=False)
        return replace(bare, changed=change)
    return replace(
        task,
        what=twin.what or task.what,
        who=twin.who or task.who,
        where=twin.where,
        hours=twin.hours,
        clock=twin.clock,
        lunar=twin.lunar,
        confirmed=twin.confirmed,
        guessed=twin.guessed,
        corrected=twin.corrected,
        changed=replace(change, hours="" if twin.hours else task.hours, where="" if twin.where else task.where),
    )
