"""Which notice of ours a relation of the front matter names, and which relations can be: only a later paper ends or
changes an earlier one, and nothing ends what ends it.

One rule for the pages, which leave out what cannot be, and for the check, which tells it (check/relations.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bulletin.model.archive import Entry
from bulletin.model.notice import Notice, Relation
from bulletin.model.number import Number
from bulletin.words.papers.body_names import body_slug
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.text.fold import fold

ByNumber = Mapping[tuple[int, str], tuple[Entry, ...]]

# What ends another notice, the gravest first; what stops it, for good or for some time; and what lets it go on.
ENDED = ("bãi bỏ", "thay thế")
STOPPED = ("dừng thực hiện", "tạm dừng thực hiện")
RESUMED = "tiếp tục thực hiện"
# What only a later notice can do to an earlier one.
LATER = frozenset((*ENDED, *STOPPED, RESUMED, "sửa đổi", "bổ sung", "đính chính", "tiếp theo"))
_SERIAL = re.compile(r"([0-9]*)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stated:
    """That `source` says in its front matter what it does to `target`, both ours. No row equals another."""

    source: Entry
    target: Entry
    relation: Relation


def numbered(shown: Iterable[Entry]) -> ByNumber:
    """`shown` by the year of signing and the folded number."""
    by_identity: dict[tuple[int, str], tuple[Entry, ...]] = {}
    for entry in shown:
        if entry.notice.number:
            identity = entry.notice.signed_on.year, number_slug(entry.notice.number)
            by_identity[identity] = (*by_identity.get(identity, ()), entry)
    return by_identity


def named(by_number: ByNumber, number: Number, year: int, issuer: str) -> Entry | None:
    """The notice of `number`, in the year that it gives, else in `year`.

    Of several issuers with one number, that of `issuer`; none when that does not decide.
    """
    candidates = by_number.get((number.year or year, number_slug(number)), ())
    own = tuple(e for e in candidates if body_slug(e.notice.issuer) == body_slug(issuer))
    rows = own if len(candidates) > 1 else candidates
    return rows[0] if len(rows) == 1 else None


def meant(by_number: ByNumber, relation: Relation, source: Entry) -> Entry | None:
    """The notice of ours that a relation of `source` names, of the day that it gives, else that the text gives beside
    the number; else in the year of `source`. One of another day is another paper; of two papers that the text names, it
    is the one of which it says so, and none when that does not decide."""
    name = number_slug(relation.number)
    days = {relation.dated} if relation.dated else _days_of(source, name)
    if days:
        saying = {day for day in days if len(days) > 1 and _says(source, name, day, relation.kind)}
        return _only(entry for day in saying or days for entry in _of_day(by_number, name, day, source))
    return named(by_number, relation.number, source.notice.signed_on.year, source.notice.issuer)


def _of_day(by_number: ByNumber, name: str, day: date, source: Entry) -> list[Entry]:
    signed = [e for e in by_number.get((day.year, name), ()) if e.notice.signed_on == day]
    return [e for e in signed if len(signed) == 1 or body_slug(e.notice.issuer) == body_slug(source.notice.issuer)]


def _only(entries: Iterable[Entry]) -> Entry | None:
    first, *more = (*entries, None)
    return None if first is None or len(more) > 1 else first


def _says(source: Entry, name: str, day: date, kind: str) -> bool:
    return any(m.relation == kind and m.dated == day and number_slug(m.number) == name for m in source.prose.mentions)


def _days_of(source: Entry, name: str) -> Collection[date]:
    """The days that its text surely gives for that number."""
    rows = (m for m in source.prose.mentions if m.dated and "date" not in m.guessed)
    return {m.dated for m in rows if m.dated and number_slug(m.number) == name}


def stated(entries: Iterable[Entry], by_number: ByNumber) -> Iterator[Stated]:
    """What the front matter of `entries` says of notices of ours, themselves included."""
    for entry in entries:
        for relation in entry.notice.relations:
            if target := meant(by_number, relation, entry):
                yield Stated(source=entry, target=target, relation=relation)


def is_later(notice: Notice, other: Notice) -> bool:
    """Whether `notice` can have been written when `other` was there.

    Of one day, as when a slip is found in the afternoon, the higher number of one series is the later; papers of
    different series tell nothing, so either may be.
    """
    if notice.signed_on != other.signed_on or notice.key == other.key:
        return notice.signed_on > other.signed_on
    first, second = notice.number, other.number
    if not (first and second) or _series(notice.issuer, first) != _series(other.issuer, second):
        return True
    return _place(first) > _place(second)


def _series(issuer: str, number: Number) -> tuple[str, str, str]:
    return body_slug(issuer), fold(number.code), fold(number.issuer)


def _place(number: Number) -> tuple[int, str]:
    m = _SERIAL.match(number.serial)
    digits, letters = m.groups() if m else ("", number.serial)
    return int(digits or 0), fold(letters)


def rings(rows: Iterable[Stated]) -> Mapping[Stated, tuple[Entry, ...]]:
    """The rows that end a notice which ends, through others or itself, the one that says so; each with the ring,
    from its own notice on."""
    ends: dict[str, list[Stated]] = {}
    for row in rows:
        if row.relation.kind in ENDED:
            ends.setdefault(row.source.notice.key, []).append(row)
    # Whatever ends nothing, or is ended by nothing, is in no ring: of most sites nothing is left.
    while True:
        targets = {row.target.notice.key for stated_rows in ends.values() for row in stated_rows}
        left = {
            key: kept
            for key, stated_rows in ends.items()
            if key in targets and (kept := [row for row in stated_rows if row.target.notice.key in ends])
        }
        if left == ends:
            break
        ends = left
    turning = {}
    for stated_rows in ends.values():
        for row in stated_rows:
            if way := _way(ends, row.target, row.source):
                turning[row] = (row.source, *way)
    return turning


def _way(ends: Mapping[str, list[Stated]], begin: Entry, end: Entry) -> tuple[Entry, ...]:
    """The shortest way from `begin` to `end`, without `end`; () when there is none."""
    came: dict[str, tuple[Entry, ...]] = {begin.notice.key: (begin,)}
    for key in (todo := [begin.notice.key]):
        if key == end.notice.key:
            return came[key][:-1]
        for row in ends.get(key, ()):
            if row.target.notice.key not in came:
                came[row.target.notice.key] = (*came[key], row.target)
                todo.append(row.target.notice.key)
    return ()


def effective(entries: Iterable[Entry], by_number: ByNumber) -> Iterator[Stated]:
    """What is stated and can be: of a later notice, and in no ring."""
    rows = [
        row
        for row in stated(entries, by_number)
        if row.relation.kind not in LATER or is_later(row.source.notice, row.target.notice)
    ]
    turning = rings(rows)
    return (row for row in rows if row not in turning)
