"""Cited documents in order, and parted by issuer, type and year: what lists of them stand at which address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from bulletin import addresses
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.dispatches.vocabulary import NO_ISSUER, NO_TYPE
from bulletin.words.papers.body_names import best_spelling
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedList:
    """The dispatches of a body, a type or a year, and the address of their list."""

    url: str
    name: str
    dispatches: tuple[Dispatch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """All dispatches in order, and every list of some of them; `same` leads from a symbol (as `symbol` makes it) to
    those that have it."""

    every: tuple[Dispatch, ...]
    bodies: tuple[NamedList, ...]
    types: tuple[NamedList, ...]
    years: tuple[NamedList, ...]
    same: Mapping[str, tuple[Dispatch, ...]]


def in_order(dispatches: Iterable[Dispatch]) -> Sorted:
    """Newest year first, types by the alphabet, numbers as numbers: 122 before 595."""
    every = tuple(sorted(dispatches, key=_order()))
    same: dict[str, list[Dispatch]] = {}
    for dispatch in every:
        same.setdefault(symbol(dispatch), []).append(dispatch)
    return Sorted(
        every=every,
        bodies=_grouped(every, lambda dispatch: dispatch.issued_by or NO_ISSUER, addresses.body_url),
        types=_grouped(every, lambda dispatch: dispatch.type or NO_TYPE, addresses.dispatch_type_url),
        years=tuple(
            NamedList(url=addresses.dispatch_year_url(year), name=f"Năm {year}", dispatches=tuple(of_year))
            for year, of_year in groupby(every, key=lambda dispatch: dispatch.year)
        ),
        same={key: tuple(rows) for key, rows in same.items()},
    )


def body_url(dispatch: Dispatch) -> str:
    """The address of the list of its issuer."""
    return addresses.body_url(dispatch.issued_by or NO_ISSUER)


def symbol(dispatch: Dispatch) -> str:
    """The number without its period; a bare «17» is another paper's for every type."""
    number = replace(dispatch.number, year=None) if dispatch.number.year else dispatch.number
    return f"{number_slug(number)} {slug(dispatch.type) if number.style == 'bare' else ''}"


def _order() -> Callable[[Dispatch], tuple[object, ...]]:
    name_of = cache(collation_key)

    def key(dispatch: Dispatch) -> tuple[object, ...]:
        return -dispatch.year, name_of(dispatch.type), *_serial(dispatch), number_slug(dispatch.number), dispatch.key

    return key


def _serial(dispatch: Dispatch) -> tuple[int, str]:
    """«122a» → 122, «a»."""
    serial = dispatch.number.serial
    digits = "".join(c for c in serial if c.isdecimal())
    return int(digits or 0), serial[len(digits) :]


def _grouped(
    ordered: Iterable[Dispatch], name_of: Callable[[Dispatch], str], url_of: Callable[[str], str]
) -> tuple[NamedList, ...]:
    """By the alphabet, and what nobody knows last; spellings with one address are one name, the best of them."""
    names: dict[str, list[str]] = {}
    rows: dict[str, list[Dispatch]] = {}
    for dispatch in ordered:
        name = name_of(dispatch)
        url = url_of(name)
        names.setdefault(url, []).append(name)
        rows.setdefault(url, []).append(dispatch)
    lists = (
        NamedList(url=url, name=best_spelling(reversed(names[url])), dispatches=tuple(of_url))
        for url, of_url in rows.items()
    )
    return tuple(sorted(lists, key=lambda row: (row.name in (NO_ISSUER, NO_TYPE), collation_key(row.name))))
