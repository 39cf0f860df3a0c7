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
    """All rows; `by_code` finds types by (system, casefolded code), `type_codes` are all those codes."""

    types: tuple[DocumentType, ...]
    by_code: Mapping[tuple[str, str], tuple[DocumentType, ...]]
    type_codes: frozenset[str]

    def type_names(self, number: Number) -> tuple[str, ...]:
        """What the types of `number` may be called: one name, several (Party QĐ), or none when the code is unknown."""
        if not number.code:
            return (_NO_CODE,) if number.style == "state" else ()
        code = number.code.casefold()
        rows = [row for system in _SYSTEMS[number.style] for row in self.by_code.get((system, code), ())]
        exact = [row for row in rows if row.code == number.code]
        return tuple(dict.fromkeys(row.name for row in exact or rows))

    def same_type(self, said: str, name: str) -> bool:
        """Whether two spellings name one type («Uỷ nhiệm» and «Ủy nhiệm» do)."""
        return fold(said) == fold(name)


def load() -> Knowledge:
    """Read every table. Raises ValueError for a row that is not of its table's form: that is a bug of ours."""
    types = tuple(_document_type(row) for row in _rows("document-types.yml"))
    by_code: dict[tuple[str, str], tuple[DocumentType, ...]] = {}
    for row in types:
        for code in dict.fromkeys(c.casefold() for c in (row.code, *row.also)):
            by_code[row.system, code] = (*by_code.get((row.system, code), ()), row)
    return Knowledge(types=types, by_code=by_code, type_codes=frozenset(code for _, code in by_code))


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
