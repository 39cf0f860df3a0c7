"""All that a text says which may not be public, each thing once, in the order of the text."""

from __future__ import annotations

from bulletin.model.sensitive import Sensitive, SensitiveKind
from bulletin.understand.sensitive.accounts import accounts
from bulletin.understand.sensitive.contacts import contacts
from bulletin.understand.sensitive.id_pictures import id_pictures
from bulletin.understand.sensitive.identity_numbers import identity_numbers
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.marks import marks
from bulletin.understand.sensitive.matters import MATTERS, matters
from bulletin.understand.sensitive.minors import minors
from bulletin.understand.sensitive.sentences import said

_READERS = (identity_numbers, accounts, marks, id_pictures, minors, matters, contacts)
# Of persons whose matter is told already: what else the sentence says of them goes with it.
_WITH_PERSON = frozenset({"birth_date", "person_address"})
_OF_PERSONS = frozenset({*MATTERS, "minor_identity", "minor_health"})
_GRAVITY = {"block": 0, "ask": 1, "warn": 2}


def sensitive(source: str, kinds: Kinds) -> tuple[Sensitive, ...]:
    """What `source` says; `start` and `stop` are offsets in it. Of two readings of one span the graver is told."""
    whole = said(source, kinds)
    by_sentence: dict[int, list[Sensitive]] = {}
    for reader in _READERS:
        for one in reader(whole, kinds):
            by_sentence.setdefault(whole.index(one.start), []).append(one)
    told = [one for beside in by_sentence.values() for one in _told(beside)]
    return tuple(
        one._replace(start=whole.plain.back(one.start), stop=whole.plain.back(max(one.start, one.stop - 1)) + 1)
        for one in sorted(told, key=lambda one: one.start)
    )


def _told(beside: list[Sensitive]) -> list[Sensitive]:
    """What is told of all that one sentence says."""
    kept: list[Sensitive] = []
    for one in sorted(beside, key=lambda one: _GRAVITY[one.row.action]):
        if not any(one.start < other.stop and other.start < one.stop for other in kept):
            kept.append(one)
    rows = [one.row for one in kept]
    return [one for one in kept if not _goes_with(one.row, [row for row in rows if row is not one.row])]


def _goes_with(row: SensitiveKind, beside: list[SensitiveKind]) -> bool:
    """Whether it is settled by what stops the same sentence: a question, or a home and a birth beside the person."""
    if row.kind == "internal_mark":
        return any(other.kind == "secrecy_mark" for other in beside)
    if row.action == "ask":
        return any(other.action == "block" for other in beside)
    return row.kind in _WITH_PERSON and any(other.kind in _OF_PERSONS and other.action == "block" for other in beside)
