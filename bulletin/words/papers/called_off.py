"""What one notice calls off or moves of what an earlier one has announced: which notice that is, and which time.

Never guessed: the later one must name the earlier, by its number in the text or in `relations`, and just one time of
just one such notice must lie on those days. All else is told to the editor (check/unlinked_changes.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from bulletin.model.archive import Entry
from bulletin.model.deadline import Change, DeadlineKind
from bulletin.model.dispatch import Mention
from bulletin.model.notice import Notice, Relation
from bulletin.model.number import Number
from bulletin.words.dates.occurrences import occurrences
from bulletin.words.papers.body_names import one_body
from bulletin.words.papers.document_numbers import dispatch_key, number_slug
from bulletin.words.text.alike import alike, pairs

Days = tuple[date, date]
_NAMED = 0.7  # of the pairs of words of a name; so many make it the one that is meant


class Timed(Protocol):
    """Something that takes place once, or by a rule."""

    @property
    def kind(self) -> DeadlineKind: ...
    @property
    def rrule(self) -> str: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...
    @property
    def excluded(self) -> tuple[date, ...]: ...


T = TypeVar("T", bound=Timed)
V = TypeVar("V")


class Span(NamedTuple):
    """A time that a notice announces, as its editor states it, else as the machine reads it."""

    kind: DeadlineKind
    first: date | None
    last: date | None
    words: str
    rrule: str = ""
    excluded: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What `source` changes of what `target` has announced for the days `was`: they are now others, or none.

    `kind` is that of the time as it was announced, `name` what its editor calls it, or ""; of a «recurring» one, `was`
    is one of its days. `stated`: an editor says that the two notices belong together.
    """

    change: Change
    source: Entry
    target: Entry
    kind: DeadlineKind
    was: Days
    now: Days | None
    stated: bool
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A change of which nobody can tell what it changes. `named` are earlier notices that `source` names, `likely`
    those that have announced something for these days, named or not."""

    change: Change
    source: Entry
    named: tuple[Entry, ...]
    likely: tuple[Entry, ...]


def link(entries: Iterable[Entry]) -> tuple[tuple[Linked, ...], tuple[Unlinked, ...]]:
    """All changes that `entries` tell, the earliest first: what is moved can be moved again."""
    ordered = sorted(entries, key=lambda entry: (entry.notice.signed_on, entry.notice.key))
    telling = [(entry, change) for entry in ordered for change in _changes(entry)]
    if not telling:
        return (), ()
    times = {entry.notice.key: list(spans_of(entry)) for entry in ordered}
    linked: list[Linked] = []
    unlinked: list[Unlinked] = []
    for source, change in telling:
        earlier = [e for e in ordered if e is not source and e.notice.signed_on <= source.notice.signed_on]
        named = [entry for entry in earlier if names(source, entry.notice)]
        targets = (_root(entry, change, linked) for entry in named)
        fits = _fitting_times(source, change, targets, times)
        if len(fits) == 1:
            target, span = fits[0]
            link_made = _linked(change, source, target, span, stated=_is_stated(source, target))
            linked.append(link_made)
            own = times[target.notice.key]
            own[own.index(span)] = _now(span, link_made)
        elif not _is_told_already(source, change, telling, linked):
            likely = _likely(change, earlier, times)
            unlinked.append(Unlinked(change=change, source=source, named=tuple(named), likely=likely))
    return tuple(linked), tuple(unlinked)


def _fitting_times(
    source: Entry, change: Change, targets: Iterable[Entry], times: Mapping[str, list[Span]]
) -> list[tuple[Entry, Span]]:
    """The times of `targets` that `change` may mean, each with its notice; rules only where the words are of one."""
    once_each = {entry.notice.key: entry for entry in targets}.values()
    fits = [(entry, span) for entry in once_each for span in fitting(change, times[entry.notice.key])]
    if not any(span.rrule and _tells_of(source, change, entry, span) for entry, span in fits):
        fits = [(entry, span) for entry, span in fits if not span.rrule]
    # The one that the very sentence names; of one notice the row whose area it names.
    fits = [fit for fit in fits if _is_in_sentence(change, fit[0].notice)] or fits
    of_one = len({entry.notice.key for entry, _ in fits}) == 1
    return naming_its_areas(change, fits, lambda fit: fit[1].words) if of_one else fits


def naming_its_areas(change: Change, rows: Sequence[V], words: Callable[[V], str]) -> list[V]:
    """The one of `rows` whose words name more of the areas of the change («tổ số 5», «khối 6») than those of all others
    do; else the one whose name the change says («Đêm hội thả đèn: không tổ chức tối 18/3»); else all."""
    said = pairs("".join(change.sentence))
    its = [pairs(words(row)) for row in rows]
    areas = [len({pair for pair in said & own if any(map(str.isdigit, pair))}) for own in its]
    named = [bool(own) and len(own & said) >= _NAMED * len(own) for own in its]
    best = max(areas, default=0)
    if best and areas.count(best) == 1:
        return [rows[areas.index(best)]]
    return [row for row, is_it in zip(rows, named, strict=True) if is_it] if sum(named) == 1 else list(rows)


def _is_in_sentence(change: Change, target: Notice) -> bool:
    """Whether the sentence that tells the change names that notice by its number."""
    number = target.number.printed.casefold() if target.number else "\n"
    return number in "".join(change.sentence).casefold()


def _is_stated(source: Entry, target: Entry) -> bool:
    return any(_is_number_of(relation.number, target.notice) for relation in source.notice.relations)


def _tells_of(source: Entry, change: Change, target: Entry, rule: Span) -> bool:
    """Whether the change may be of a rule of `target`: a rule has so many days that one of them alone says little. Its
    words must be of the same thing, unless an editor says that the two notices belong together."""
    return _is_stated(source, target) or bool(pairs("".join(change.sentence)) & pairs(rule.words))


def _likely(change: Change, earlier: Iterable[Entry], times: Mapping[str, list[Span]]) -> tuple[Entry, ...]:
    """Those that have announced something for just these days; only where there are none, by a rule."""
    fits = [(entry, fitting(change, times[entry.notice.key])) for entry in earlier]
    once = tuple(entry for entry, spans in fits if any(not span.rrule for span in spans))
    return once or tuple(entry for entry, spans in fits if spans)


def spans_of(entry: Entry) -> Iterator[Span]:
    """Its times; readings that say the same of the same days are one."""
    if entry.notice.events is not None:
        for event in entry.notice.events:
            first, last = event.by or event.starts_on, event.by or event.ends_on
            yield Span(event.kind, first, last, event.what, event.rrule, event.excluded)
        return
    kept: list[Span] = []
    for deadline in entry.prose.deadlines:
        before, _, after = deadline.sentence
        first, last = deadline.by or deadline.starts_on, deadline.by or deadline.ends_on
        span = Span(deadline.kind, first, last, f"{before}\n{after}", deadline.rrule, deadline.excluded)
        if not any(_when(span) == _when(s) and alike(span.words, s.words) for s in kept):
            kept.append(span)
    yield from kept


def fitting(change: Change, times: Iterable[T]) -> list[T]:
    """Those that lie on the days that change: of its kind, else of any; else what has just its end then, when that is
    put off («gia hạn đến …»). Beside these, rules that name the one day that changes: it may be theirs."""
    rows = list(times)
    once = [time for time in rows if not time.rrule]
    rules = [time for time in rows if _comes_on(time, change.was)]
    exact = [time for time in once if (time.first, time.last) == change.was]
    like = [time for time in exact if time.kind == change.kind]
    if like or exact:
        return [*(like or exact), *rules]
    ends = change.kind == "deadline" and change.was[0] == change.was[1]
    return [*(time for time in once if ends and time.kind == "window" and time.last == change.was[1]), *rules]


def _comes_on(time: Timed, days: Days) -> bool:
    """Whether it is a rule, and `days` one of its days."""
    day = days[0]
    within = (time.first or day) <= day <= (time.last or day)
    return bool(time.rrule) and day == days[1] and within and any(occurrences(time.rrule, day, day, time.excluded))


def names(source: Entry, target: Notice) -> bool:
    """Whether `source` names that notice, in its front matter or by its number in its text."""
    if not target.number or source.notice.key == target.key:
        return False
    if any(_is_relation_to(relation, source.notice, target) for relation in source.notice.relations):
        return True
    return any(_is_mention_of(mention, target, target.number) for mention in source.prose.mentions)


def _is_relation_to(relation: Relation, source: Notice, target: Notice) -> bool:
    """Whether a row of `relations` gives that number, and its year or that of the notice which holds the row."""
    year = relation.number.year or (relation.dated or source.signed_on).year
    return _is_number_of(relation.number, target) and year == _year_of(target)


def _is_mention_of(mention: Mention, target: Notice, number: Number) -> bool:
    """Whether words of a text name that `number` of `target`: of its very day, else of its body and year."""
    # A year that is only guessed is that of the notice that cites, which may be one late.
    year = _year_of(target)
    years = (year, year + 1) if "period" in mention.guessed else (year,)
    keys = tuple(f"{dispatch_key(number, each)}-" for each in years)
    day = mention.dated if "date" not in mention.guessed else None
    # The number and its very day tell more than the words around them, of whom it is.
    is_theirs = day == target.signed_on if day else one_body(mention.issued_by, target.issuer)
    return is_theirs and f"{mention.key}-".startswith(keys) and _is_number_of(mention.number, target)


def _year_of(target: Notice) -> int:
    return (target.number and target.number.year) or target.signed_on.year


def _is_number_of(number: Number, target: Notice) -> bool:
    return target.number is not None and number_slug(number) == number_slug(target.number)


def _changes(entry: Entry) -> Iterator[Change]:
    """Each once: of days to come, and other ones than the new. None that the editor denies, who states in `events` that
    something does take place on those days."""
    stated = spans_of(entry) if entry.notice.events is not None else ()
    kept = {(span.first, span.last) for span in stated}
    seen: set[tuple[Days, Days | None]] = set()
    for change in entry.prose.changes:
        if change.was[1] < entry.notice.signed_on or change.was == change.now or change.was in kept:
            continue
        # «hoãn cuộc họp ngày 06/5 sang ngày 09/5»: the new day is not put off with the old one.
        if not change.now and any(_is_target(change, other) for other in entry.prose.changes):
            continue
        if (change.was, change.now) not in seen:
            seen.add((change.was, change.now))
            yield change


def _is_target(change: Change, other: Change) -> bool:
    return other.now == change.was and other.place.line == change.place.line


def _root(entry: Entry, change: Change, linked: Sequence[Linked]) -> Entry:
    """The notice that has announced what `entry` has moved to these days, else `entry` itself."""
    return next((earlier.target for earlier in linked if earlier.source is entry and earlier.now == change.was), entry)


def _when(span: Span) -> tuple[object, ...]:
    return (*span[:3], span.rrule, span.excluded)


def _now(span: Span, linked: Linked) -> Span:
    """The time after the change; of a rule all other days stay."""
    if span.rrule:
        return span._replace(excluded=(*span.excluded, linked.was[0]))
    return span._replace(first=linked.now and linked.now[0], last=linked.now and linked.now[1])


def _linked(change: Change, source: Entry, target: Entry, span: Span, *, stated: bool) -> Linked:
    first, last = (span.first or change.was[0], span.last or change.was[1]) if not span.rrule else change.was
    # Where only the end is put off, the beginning stays.
    now = change.now and (change.now if (first, last) == change.was else (first, change.now[1]))
    return Linked(
        change=change,
        source=source,
        target=target,
        kind=span.kind,
        was=(first, last),
        now=now,
        stated=stated,
        name=span.words if target.notice.events is not None else "",
    )


def _is_told_already(
    source: Entry, change: Change, telling: Iterable[tuple[Entry, Change]], linked: Iterable[Linked]
) -> bool:
    """Whether another tells the same: the notice that `source` is an extract of, or one that has done it before."""
    same = [e for e, other in telling if e is not source and (other.was, other.now) == (change.was, change.now)]
    whole = [r.number for r in source.notice.relations if r.kind == "trích từ"]
    if any(_is_number_of(number, entry.notice) for number in whole for entry in same):
        return True
    return any(
        earlier.source in same and names(source, earlier.target.notice)
        for earlier in linked
        if (earlier.change.was, earlier.change.now) == (change.was, change.now)
    )
