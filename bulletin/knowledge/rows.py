"""The rows of all tables, with the indexes that find them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.anniversary import Anniversary, DayOff, OwnDays
from bulletin.model.form import Form
from bulletin.model.issuer import Area, Issuer
from bulletin.model.number import Number, Style
from bulletin.model.sensitive import SensitiveKind
from bulletin.model.synonym import Synonym
from bulletin.words.text.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """One row of `document-types.yml`. `code` is "" where numbers hold no letters for it (Công văn 506/UBND-VHTT).

    `words` stand before a number for the name («QĐ 812»); `unlike` are numbers that are not of this type; `sources`
    are those of name and code.
    """

    system: str
    code: str
    name: str
    also: tuple[str, ...]
    words: tuple[str, ...]
    until: date | None
    examples: tuple[str, ...]
    unlike: tuple[str, ...]
    sources: tuple[str, ...]
    verified: bool


K = TypeVar("K")
V = TypeVar("V")
_SYSTEMS: Mapping[Style, tuple[str, ...]] = {
    "party": ("party", "mass"),
    "state": ("state", "mass"),
    "normative": ("legal", "state"),
    "law": (),
    "bare": (),
}
# Their numbers hold the assembly and its term in place of a type: 91/2025/QH15, 01/2021/UBTVQH15.
_LAWS = "law"
_TERM = re.compile(r"[0-9]+$")
_NO_DAYS = OwnDays()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All rows. `by_code` finds types by (system, casefolded code), `type_codes` are the codes that stand for a type,
    `type_titles` the names of all types, folded.

    `by_issuer` finds issuers by their code exactly as spelled: first the rows whose code it is, then those that are
    also spelled so. `anniversaries` are keyed by id, in the order of their table; `days_off` are sorted by day; `forms`
    are the ways to tell people, in the order of theirs; `areas` are provinces and special zones by their
    kind and name, folded: «tinh dong nai»; `synonyms` what residents call things; `sensitive` what may not be public.
    """

    types: tuple[DocumentType, ...]
    by_code: Mapping[tuple[str, str], tuple[DocumentType, ...]]
    type_codes: frozenset[str]
    type_titles: frozenset[str]
    issuers: tuple[Issuer, ...]
    by_issuer: Mapping[str, tuple[Issuer, ...]]
    abbreviations: tuple[Abbreviation, ...]
    anniversaries: Mapping[str, Anniversary] = field(default_factory=dict)
    days_off: tuple[DayOff, ...] = ()
    forms: tuple[Form, ...] = ()
    areas: Mapping[str, Area] = field(default_factory=dict)
    synonyms: tuple[Synonym, ...] = ()
    sensitive: tuple[SensitiveKind, ...] = ()

    def type_names(self, number: Number) -> tuple[str, ...]:
        """What the types of `number` may be called: one name, several (Party QĐ), or none when the code is unknown."""
        code, systems = number.code, _SYSTEMS[number.style]
        if not code and number.year:
            code, systems = _TERM.sub("", number.issuer), (_LAWS,)
        rows = [row for system in systems for row in self.by_code.get((system, code.casefold()), ())]
        exact = [row for row in rows if row.code == code]
        return tuple(dict.fromkeys(row.name for row in exact or rows))

    def same_type(self, said: str, name: str) -> bool:
        """Whether two spellings name one type («Uỷ nhiệm» and «Ủy nhiệm» do)."""
        return fold(said) == fold(name)

    def issuer_rows(self, codes: str) -> tuple[Issuer, ...]:
        """The rows of a number's issuer: of the longest known beginning of «MTTQ-BTT», «QH15» (its term is no name)."""
        while codes:
            if rows := self.by_issuer.get(codes) or self.by_issuer.get(_TERM.sub("", codes)):
                return rows
            codes = codes[: max(codes.rfind("-"), codes.rfind("/"), 0)]
        return ()


def knowledge_of(
    types: tuple[DocumentType, ...],
    issuers: tuple[Issuer, ...],
    abbreviations: tuple[Abbreviation, ...],
    anniversaries: tuple[Anniversary, ...] = (),
    days_off: tuple[DayOff, ...] = (),
    forms: tuple[Form, ...] = (),
    areas: tuple[Area, ...] = (),
    synonyms: tuple[Synonym, ...] = (),
    sensitive: tuple[SensitiveKind, ...] = (),
) -> Knowledge:
    """The rows with the indexes that find them. Raises ValueError for two anniversaries of one id."""
    by_id = {row.id: row for row in anniversaries}
    if len(by_id) < len(anniversaries):
        raise ValueError(
            f"anniversaries.yml: an id stands twice: {Counter(row.id for row in anniversaries).most_common(1)}"
        )
    by_code = _grouped(((row.system, code.casefold()), row) for row in types for code in (row.code, *row.also))
    return Knowledge(
        types=types,
        by_code=by_code,
        type_codes=frozenset(code for system, code in by_code if code and system != _LAWS),
        type_titles=frozenset(fold(row.name) for row in types),
        issuers=issuers,
        by_issuer=_by_issuer(issuers),
        abbreviations=abbreviations,
        anniversaries=by_id,
        days_off=days_off,
        forms=forms,
        areas={fold(row.full): row for row in areas},
        synonyms=synonyms,
        sensitive=sensitive,
    )


def with_ward(knowledge: Knowledge, issuers: Iterable[Issuer], days: OwnDays = _NO_DAYS) -> Knowledge:
    """The same with a ward's own rows: issuers before the common ones, in every list of rows that share a spelling;
    anniversaries after them; a day off in place of the common one of its day.
    """
    own = tuple(issuers)
    by_issuer = dict(knowledge.by_issuer)
    for code, rows in _by_issuer(own).items():
        by_issuer[code] = (*rows, *by_issuer.get(code, ()))
    days_off = {row.on: row for row in (*knowledge.days_off, *days.days_off)}
    return replace(
        knowledge,
        issuers=(*own, *knowledge.issuers),
        by_issuer=by_issuer,
        anniversaries={**knowledge.anniversaries, **{row.id: row for row in days.anniversaries}},
        days_off=tuple(days_off[on] for on in sorted(days_off)),
    )


def _by_issuer(rows: tuple[Issuer, ...]) -> Mapping[str, tuple[Issuer, ...]]:
    coded = [row for row in rows if row.code]
    return _grouped([*((row.code, row) for row in coded), *((code, row) for row in coded for code in row.also)])


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Every key with its values, each once, in their order."""
    groups: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        groups.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in groups.items()}
