"""Facts about Việt Nam as rows (*.yml), and the one loader that validates them.

A row carries its source; `verified: false` marks what nobody has checked against a paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.model.notice import Number, Style
from bulletin.words.fold import fold
from bulletin.words.yamltext import Value, plain, read_yaml

_HERE = Path(__file__).parent
_SYSTEMS: Mapping[Style, tuple[str, ...]] = {
    "party": ("party", "mass"),
    "state": ("state", "mass"),
    "normative": ("state",),
    "law": (),
}
# An official letter of the state has no type in its symbol: 506/UBND-VHTT (Nghị định 30/2020/NĐ-CP).
_NO_CODE = "Công văn"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """One row of `document-types.yml`. `system` is state, party or mass."""

    system: str
    code: str
    name: str
    also: tuple[str, ...]
    example: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All rows. `type_codes` are the casefolded codes of `types`."""

    types: tuple[DocumentType, ...]
    type_codes: frozenset[str]

    def type_names(self, number: Number) -> tuple[str, ...]:
        """What the types of `number` may be called: one name, several (Party QĐ), or none when the code is unknown."""
        if not number.code:
            return (_NO_CODE,) if number.style == "state" else ()
        rows = [row for row in self.types if row.system in _SYSTEMS[number.style]]
        exact = [row for row in rows if number.code == row.code]
        loose = [row for row in rows if number.code.casefold() in (c.casefold() for c in (row.code, *row.also))]
        return tuple(dict.fromkeys(row.name for row in exact or loose))

    def same_type(self, said: str, name: str) -> bool:
        """Whether two spellings name one type («Uỷ nhiệm» and «Ủy nhiệm» do)."""
        return fold(said) == fold(name)


def load() -> Knowledge:
    """Read every table. Raises ValueError for a row that is not of its table's form: that is a bug of ours."""
    types = tuple(_document_type(row) for row in _rows("document-types.yml"))
    return Knowledge(types=types, type_codes=frozenset(c.casefold() for row in types for c in (row.code, *row.also)))


def _rows(name: str) -> list[Value]:
    # The reader wants a mapping at the top; a table is a list.
    text = "rows:\n" + (_HERE / name).read_text(encoding="utf-8")
    fields, problems = read_yaml(text, name, 0)
    if problems or not isinstance(rows := plain(fields["rows"]), list):
        raise ValueError(f"{name}: {'; '.join(map(str, problems)) or 'not a list'}")
    return rows


def _document_type(row: Value) -> DocumentType:
    match row:
        case {
            "system": str(system),
            "code": str(code),
            "name": str(name),
            "source": str(source),
            "verified": "true" | "false" as verified,
            **rest,
        }:
            also, example = rest.pop("also", []), rest.pop("example", "")
            if isinstance(also, list) and isinstance(example, str) and not rest:
                return DocumentType(
                    system=system,
                    code=code,
                    name=name,
                    also=tuple(map(str, also)),
                    example=example,
                    source=source,
                    verified=verified == "true",
                )
    raise ValueError(f"document-types.yml: {row}")
