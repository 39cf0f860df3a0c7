"""What residents must do, and when: what editors state in `events:`, else what the machine reads of a notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletin.model.campaign import Campaign
from bulletin.model.deadline import Deadline, DeadlineKind, Event
from bulletin.model.site import Entry
from bulletin.plan.dispatches import Dispatches
from bulletin.words import urls
from bulletin.words.numbers import number_slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do. The days are as in Deadline; a recurring one has `starts_on`, its first day or before, and
    `ends_on`, None when it goes on.

    `id` stays the same when words change: «2022/75-tb-du/2022-05-05». `what` is "" where only the machine has read it:
    then `sentence` tells (words before, the phrase, words after). `url` and `label` are the source; `until` the last
    day of its notice. `confirmed`: an editor says so; `guessed`: the machine had to guess the year.
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

    @property
    def first(self) -> date | None:
        """The day on which it begins, or the deadline itself."""
        return self.by or self.starts_on

    @property
    def last(self) -> date | None:
        """The last day on which it can be done; None for what goes on and on."""
        return self.by or self.ends_on


def tasks(entries: Iterable[Entry], campaigns: Iterable[Campaign], dispatches: Dispatches) -> tuple[Task, ...]:
    """What is asked of residents, by day; what comes again and again stands at the end. `entries` are all shown ones.

    What an extract («trích từ») repeats of its notice is one task, and told by the extract, which is the plainer text.
    """
    rows = tuple(entries)
    found = [(entry, task) for entry in rows for task in _of_notice(entry, dispatches)]
    whole = _whole(rows)
    said = {(whole[entry.notice.key], _days(task)) for entry, task in found if entry.notice.key in whole}
    kept = [task for entry, task in found if (entry.notice.key, _days(task)) not in said or entry.notice.events]
    kept += [
        _of_event(event, campaign.id, urls.campaign_url(campaign.id), campaign.title, None)
        for campaign in campaigns
        for event in campaign.events
        if event.audience == "residents"
    ]
    once = {task.id: task for task in reversed(kept)}
    return tuple(sorted(once.values(), key=lambda t: (bool(t.rrule), t.last or date.max, t.first or date.max, t.id)))


def _whole(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Key of an extract → key of the shown notice that it was taken from."""
    by_number = {
        (e.notice.number.year or e.notice.signed_on.year, number_slug(e.notice.number)): e.notice.key
        for e in entries
        if e.notice.number
    }
    return {
        entry.notice.key: by_number[identity]
        for entry in entries
        for relation in entry.notice.relations
        if relation.kind == "trích từ"
        for identity in [
            (relation.number.year or (relation.dated or entry.notice.signed_on).year, number_slug(relation.number))
        ]
        if identity in by_number
    }


def _days(task: Task) -> tuple[object, ...]:
    return (task.kind, task.rrule) if task.rrule else (task.first, task.last)


def _of_notice(entry: Entry, dispatches: Dispatches) -> Iterator[Task]:
    notice = entry.notice
    url = urls.notice_url(notice.key)
    read = [one for one in entry.prose.deadlines if one.audience == "residents" or notice.events]
    if notice.events is not None:
        for event in notice.events:
            if event.audience != "residents":
                continue
            task = _of_event(event, notice.key, url, notice.title, notice.expires_on)
            told = next((one for one in read if _same(one, event)), None)
            start = task.starts_on or (notice.published_on if task.rrule else None)
            yield replace(
                task,
                starts_on=start,
                sentence=_sentence(told, entry, dispatches) if told else ("", "", ""),
            )
        return
    for one in read:
        yield Task(
            id=_id(notice.key, one),
            kind=one.kind,
            starts_on=notice.published_on if one.rrule else one.starts_on,
            ends_on=notice.expires_on if one.rrule else one.ends_on,
            by=one.by,
            rrule=one.rrule,
            every=one.sentence[1] if one.rrule else "",
            what="",
            who="",
            where="",
            hours="",
            sentence=_sentence(one, entry, dispatches),
            confirmed=False,
            guessed=one.guessed,
            url=url,
            label=notice.title,
            until=notice.expires_on,
        )


def _of_event(event: Event, key: str, url: str, label: str, until: date | None) -> Task:
    return Task(
        id=_id(key, event),
        kind=event.kind,
        starts_on=event.starts_on,
        ends_on=event.ends_on or (until if event.rrule else None),
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
    )


def _id(key: str, one: Deadline | Event) -> str:
    days = "-".join(d.isoformat() for d in (one.by, one.starts_on, one.ends_on) if d and not one.rrule)
    return f"{key}/{one.rrule.lower().replace('=', '-').replace(';', '-').replace(',', '-') or days}"


def _same(one: Deadline, event: Event) -> bool:
    if event.rrule:
        return one.rrule == event.rrule
    return (one.by or one.ends_on, one.by or one.starts_on) == (
        event.by or event.ends_on,
        event.by or event.starts_on,
    )


def _sentence(one: Deadline, entry: Entry, dispatches: Dispatches) -> tuple[str, str, str]:
    """The evidence; beside an internal paper only the phrase, as of those no more than the number may be shown."""
    before, phrase, after = one.sentence
    internal = (m for d, c in dispatches.of.get(entry.notice.key, ()) if d.list_only for m in c.mentions)
    bare = "".join(f"{before}\n{after}".split())
    if any(m.number.normal in bare for m in internal):
        return ("…", phrase, "…")
    return one.sentence
