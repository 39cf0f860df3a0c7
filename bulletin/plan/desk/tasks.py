"""What residents must do, and when: what editors state in `events:`, else what the machine reads of a notice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, pairwise

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.campaign import Campaign
from bulletin.model.deadline import Deadline
from bulletin.plan.desk.changes import changed, changes
from bulletin.plan.desk.dispatch import Dispatches
from bulletin.plan.desk.internal_papers import beside_internal
from bulletin.plan.desk.replaced_and_repealed import Ended, ended, rested_on, stopped
from bulletin.plan.desk.task import Task, Told, _earlier, of_event, says_until_told
from bulletin.plan.desk.task_ids import ids_of_events, ids_of_readings, tells_same
from bulletin.words.dates.recurrence import in_words
from bulletin.words.papers.succession import ByNumber, meant, numbered

# Of two readings for the same days, so large a share of the shorter one's pairs of words makes them one.
_ALIKE = 0.7
_WORD = re.compile(r"\w+")
_PART_OF_DAY = re.compile(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm) $", re.IGNORECASE)
_NEXT_CELL = re.compile(r" ?; [^:;]{1,30}: ")  # «Tất cả các ngày; Giờ: 17g00 - 19g00» of a row
_NAMES_DAYS = re.compile(r"(?<!\w)(?:thứ|nhật|ngày|h[àằ]ng|mỗi|tuần|tháng|t[2-7]|cn)(?!\w)", re.IGNORECASE)


def tasks(entries: Iterable[Entry], campaigns: Iterable[Campaign], dispatches: Dispatches) -> tuple[Task, ...]:
    """What is asked of residents, by day; what comes again and again stands at the end. `entries` are all shown ones.

    What an extract («trích từ») repeats of its notice is one task, and told by the extract, which is the plainer text;
    what an editor confirms goes before both. A cancelled campaign asks nothing, nor does a notice that another has
    replaced, repealed or stopped, from that day on.
    """
    return tasks_and_sources(entries, campaigns, dispatches)[0]


def tasks_and_sources(
    entries: Iterable[Entry], campaigns: Iterable[Campaign], dispatches: Dispatches, closed_on: date | None = None
) -> tuple[tuple[Task, ...], Mapping[str, tuple[Task, ...]]]:
    """The `tasks`, and by its address all that one notice or campaign asks, also what another tells better. From the
    day on which the ward is closed nobody asks anything."""
    rows, planned = tuple(entries), tuple(c for c in campaigns if not c.cancelled)
    by_number = numbered(rows)
    families = tuple(_families(rows, planned, by_number))
    over = ended(rows, by_number)
    over |= stopped(rows, by_number, over)
    by_source = {e.notice.key: _once(_of_notice(e, dispatches, over.get(e.notice.key))) for e in rows}
    by_source |= {c.id: _once(_of_campaign(c)) for c in planned}
    if closed_on:
        by_source = {key: tuple(_before(group, closed_on)) for key, group in by_source.items()}
    if told := changes_told(rows, planned):
        by_source = _with_changes(by_source, told, families, dispatches, over)
    repeated = {task.id for family in families for task in _repeated(family, by_source)}
    every = sorted(filter(_comes, chain.from_iterable(by_source.values())), key=_order)
    kept = tuple(task for task in every if task.id not in repeated)
    urls = {e.notice.key: addresses.notice_url(e.notice.key) for e in rows}
    urls |= {c.id: addresses.campaign_url(c.id) for c in planned}
    return kept, _by_url(by_source, urls)


def _by_url(by_source: Mapping[str, tuple[Task, ...]], urls: Mapping[str, str]) -> dict[str, tuple[Task, ...]]:
    """The tasks by the addresses of their sources. What another has moved is told by both."""
    own: dict[str, list[Task]] = {}
    for key, group in by_source.items():
        for task in sorted(filter(_comes, group), key=_order):
            for url in dict.fromkeys((urls[key], task.url)):
                own.setdefault(url, []).append(task)
    return {url: tuple(group) for url, group in own.items()}


def _order(task: Task) -> tuple[bool, date, date, str]:
    return bool(task.rrule), task.last or date.max, task.first or date.max, task.url


def tells_residents(entry: Entry) -> bool:
    """Whether it states or is surely read to tell residents a time, whatever has become of it."""
    stated, read = entry.notice.events or (), entry.prose.deadlines
    return "residents" in {*(event.audience for event in stated), *(deadline.audience for deadline in read)}


def _with_changes(
    by_source: Mapping[str, tuple[Task, ...]],
    told: tuple[Told, ...],
    families: Sequence[list[str]],
    dispatches: Dispatches,
    over: Collection[str],
) -> dict[str, tuple[Task, ...]]:
    """`by_source` with what is called off or moved told as such, also when its notice has been replaced as a whole:
    of the notices in `over` it brings back just the tasks that change."""
    targets = {change.linked.target.notice.key: change.linked.target for change in told}
    standing = {task.id for task in chain.from_iterable(by_source.values())}
    whole = dict(by_source)
    for key, entry in targets.items():
        if key in over:
            gone = _once(_of_notice(entry, dispatches, None))
            whole[key] = (*whole[key], *(task for task in gone if task.id not in standing))
    after = changed(whole, told, families)
    return {key: tuple(t for t in group if t.changed or t.id in standing) for key, group in after.items()}


def changes_told(entries: Iterable[Entry], campaigns: Iterable[Campaign]) -> tuple[Told, ...]:
    """What notices call off or move of what others, and campaigns that rest on these, have announced."""
    rows = tuple(entries)
    return changes(rows, _families(rows, campaigns, numbered(rows)))


def _families(rows: Iterable[Entry], campaigns: Iterable[Campaign], by_number: ByNumber) -> Iterable[list[str]]:
    """Keys of what may tell the same tasks: the extracts of a notice, the notice, the campaigns that rest on it."""
    extracts: dict[str, list[str]] = {}
    resting: dict[str, list[str]] = {}
    for entry in rows:
        for relation in entry.notice.relations:
            whole = meant(by_number, relation, entry) if relation.kind == "trích từ" else None
            if whole and whole is not entry:
                extracts.setdefault(whole.notice.key, []).append(entry.notice.key)
    for campaign in campaigns:
        for basis in campaign.basis:
            if whole := rested_on(by_number, basis, campaign):
                resting.setdefault(whole.notice.key, []).append(campaign.id)
    return [[*extracts.get(key, ()), key, *resting.get(key, ())] for key in {**extracts, **resting}]


def _repeated(family: Iterable[str], by_source: Mapping[str, tuple[Task, ...]]) -> Iterator[Task]:
    """Tasks of a family that are told better elsewhere in it. When in doubt both stay: none may be lost."""
    by_days: dict[object, dict[str, list[Task]]] = {}
    for key in family:
        for task in by_source[key]:
            by_days.setdefault(_days(task), {}).setdefault(key, []).append(task)
    for groups in by_days.values():
        kept: list[Task] = []
        for group in sorted(groups.values(), key=lambda group: not group[0].confirmed):
            # What somebody has confirmed for these days stands for as many readings of them.
            sure = not group[0].confirmed and len(group) <= sum(task.confirmed for task in kept)
            again = [task for task in group if sure or any(_alike(task, other) for other in kept)]
            yield from again
            kept += [task for task in group if task not in again]


def _once(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Each task of one source once: readings that say the same of the same days are one."""
    kept: list[Task] = []
    for task in tasks:
        same = [other for other in kept if _days(other) == _days(task)]
        if not task.confirmed and any(_alike(task, other) for other in same):
            continue
        kept.append(task)
    return tuple(kept)


def _days(task: Task) -> tuple[object, ...]:
    """What makes two tasks be of the same days: the rule with its hours, else the first and the last day."""
    return (task.rrule, task.hours) if task.rrule else (task.first, task.last)


def _alike(task: Task, other: Task) -> bool:
    if task.where and other.where and task.where != other.where and not (task.confirmed or other.confirmed):
        return False  # two areas of one power cut
    if not other.confirmed and (task.bounds, task.excluded) != (other.bounds, other.excluded):
        return False  # Saturdays in May, and those in August
    few, many = sorted((_pairs(task), _pairs(other)), key=len)
    return len(few & many) >= _ALIKE * len(few)


def _pairs(task: Task) -> set[tuple[str, str]]:
    """Pairs of neighbouring words. The phrase counts only with rules: it tells one's hours from the other's."""
    before, phrase, after = task.sentence
    words = " ".join((task.what, task.who, task.where, before, phrase if task.rrule else "", after))
    return set(pairwise(_WORD.findall(words.casefold())))


def _of_notice(entry: Entry, dispatches: Dispatches, over: Ended | None) -> Iterator[Task]:
    """Its tasks as far as they stand; when another notice has ended it, none from that day on."""
    void = over.since if over else None
    for task in _stated(entry, dispatches) if entry.notice.events is not None else _read(entry, dispatches):
        standing = _until(task, void) if void else task
        if standing and not (standing.starts_on and standing.ends_on and standing.starts_on > standing.ends_on):
            yield standing


def _before(tasks: Iterable[Task], void: date) -> Iterator[Task]:
    """What of `tasks` stands before the day `void`."""
    past = (task if task.until and task.until < void else _until(task, void) for task in tasks)
    return filter(None, past)


def _until(task: Task, void: date) -> Task | None:
    """What is left of a task when its notice holds no more from the day `void` on; None for nothing."""
    if task.rrule:
        ends = task.ends_on is None or task.ends_on >= void
        return replace(task, ends_on=void - timedelta(days=1)) if ends else task
    if task.has_open_end and task.starts_on and task.starts_on < void:
        return replace(task, until=_earlier(task.until, void - timedelta(days=1)))
    return None if (task.last or task.first or void) >= void else task


def _stated(entry: Entry, dispatches: Dispatches) -> Iterator[Task]:
    """As the editor says; the text's own words beside it where they tell the same days."""
    notice = entry.notice
    asked = [event for event in notice.events or () if event.audience == "residents"]
    readings = [deadline for deadline in entry.prose.deadlines if deadline.audience == "residents"]
    for event, id_ in zip(asked, ids_of_events(notice.key, asked, readings), strict=True):
        task = of_event(event, id_, addresses.notice_url(notice.key), notice.headline, notice.expires_on)
        reading = next((deadline for deadline in entry.prose.deadlines if tells_same(deadline, event)), None)
        start = task.starts_on or (notice.published_on if task.rrule else None)
        task = replace(task, starts_on=start)
        if reading:
            evidence = _sentence(reading, entry, dispatches)
            task = replace(task, sentence=evidence, lunar=reading.lunar, corrected=reading.corrected)
        yield task


def _read(entry: Entry, dispatches: Dispatches) -> Iterator[Task]:
    """As the machine reads the text: unconfirmed, never before the notice is out, and not for ever."""
    notice = entry.notice
    asked = [deadline for deadline in entry.prose.deadlines if deadline.audience == "residents"]
    for deadline, id_ in zip(asked, ids_of_readings(notice.key, asked), strict=True):
        start = (
            max(notice.published_on, deadline.starts_on or notice.published_on)
            if deadline.rrule
            else deadline.starts_on
        )
        goes_on = deadline.ends_on is None and (bool(deadline.rrule) or deadline.kind == "window")
        yield Task(
            id=id_,
            kind=deadline.kind,
            starts_on=start,
            ends_on=_earlier(deadline.ends_on, notice.expires_on) if deadline.rrule else deadline.ends_on,
            by=deadline.by,
            rrule=deadline.rrule,
            every=_every(deadline),
            what="",
            who="",
            where=deadline.where,
            hours=deadline.hours,
            clock=deadline.clock,
            sentence=_sentence(deadline, entry, dispatches),
            confirmed=False,
            guessed=deadline.guessed,
            url=addresses.notice_url(notice.key),
            label=notice.headline,
            until=notice.expires_on or (_goes_on_until(entry, deadline, start) if goes_on else None),
            excluded=deadline.excluded,
            lunar=deadline.lunar,
            bounds=(deadline.starts_on, deadline.ends_on),
            corrected=deadline.corrected,
            part=deadline.part,
        )


def _every(one: Deadline) -> str:
    """The rule as the text says it, with its weekdays where they stand elsewhere: «từ 7h30 đến 11h30»."""
    if not one.rrule or _NAMES_DAYS.search(one.sentence[1]):
        part = _PART_OF_DAY.search(one.sentence[0])  # «Tối thứ Ba hằng tuần»
        words = _NEXT_CELL.sub(", ", one.sentence[1])
        return f"{part[0] if part else ''}{words}" if one.rrule else ""
    return in_words(one.rrule)


def _goes_on_until(entry: Entry, deadline: Deadline, start: date | None) -> date:
    """Of what has no end the day on which it is told no more. What an urgent paper orders is over with the days that it
    is about, unless the text says that it goes on: «từ 18h00 ngày 15/8 không ra khỏi nhà»."""
    days = (day for time in entry.prose.deadlines for day in (time.by, time.ends_on) if day)
    if entry.notice.urgency and not deadline.rrule and not says_until_told("".join(deadline.sentence)):
        return max(days, default=start or entry.notice.published_on)
    return _worn_out(start or entry.notice.published_on)


def _worn_out(start: date) -> date:
    """What a machine has read and nobody confirms goes on through the next year: else every «hàng tuần» of ten years
    would be told on all Saturdays to come."""
    return date(min(start.year + 1, date.max.year), 12, 31)


def _comes(task: Task) -> bool:
    """Whether a rule names any day within its bounds."""
    return not task.rrule or task.starts_on is None or task.next_day(task.starts_on) is not None


def _of_campaign(campaign: Campaign) -> Iterator[Task]:
    """A recurring event without bounds of its own goes as long as the campaign's occasions and windows."""
    signed = [basis.dated for basis in campaign.basis if basis.dated]
    asked = [event for event in campaign.events if event.audience == "residents"]
    for event, id_ in zip(asked, ids_of_events(campaign.id, asked, ()), strict=True):
        task = of_event(event, id_, addresses.campaign_url(campaign.id), campaign.title, None)
        if task.rrule:
            first = task.starts_on or min(campaign.days or signed, default=None)
            task = replace(task, starts_on=first, ends_on=task.ends_on or max(campaign.days, default=None))
        yield task


def _sentence(one: Deadline, entry: Entry, dispatches: Dispatches) -> tuple[str, str, str]:
    internal = (m for d, c in dispatches.of.get(entry.notice.key, ()) if d.list_only for m in c.mentions)
    return beside_internal(one.sentence, internal, one.place.line)
