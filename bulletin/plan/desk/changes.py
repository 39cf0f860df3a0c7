"""What a notice calls off or moves of what another of ours has announced: on both pages, and wherever it is told.

Which notice and which time are meant is asked in words/papers/called_off.py, as for the editor's reminder. A time that
is called off stays visible until its day, with words that say so; a moved one is told on its new day only, once, by its
old id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.plan.desk.ended_notices import ended
from bulletin.plan.desk.task import Changed, Task, Told, name_of
from bulletin.words.papers.called_off import fitting, link
from bulletin.words.papers.succession import numbered


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
