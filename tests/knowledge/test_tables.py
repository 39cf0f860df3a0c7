"""All tables of facts: form, order, sources, and examples both ways. `FIX=1` writes the files in their one form.

Every example is found by its row, no counter-example is, and every row is needed: without it, what its examples stand
for is no longer found.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bulletin import knowledge
from bulletin.knowledge import Knowledge, knowledge_of, tables
from bulletin.words.papers.document_numbers import parse_number
from tests.knowledge.table_files import FOLDER, KEYS, MEMORY, SOURCES, canonical, origin, rows

KNOWN = knowledge.load()
Row = Any  # the three kinds of row share code, also, examples, unlike, sources, verified
Found = set[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`says` is what a row tells of a text that it is found for; `found` is what all rows together tell of it."""

    file: str
    field: str
    says: Callable[[Row], tuple[str, ...]]
    found: Callable[[str, Knowledge], Found]

    def rows(self) -> tuple[Row, ...]:
        return tuple(getattr(KNOWN, self.field))

    def without(self, row: Row, instead: tuple[Row, ...] = ()) -> Knowledge:
        """All that is known, less one row."""
        known = {name: getattr(KNOWN, name) for name in ("types", "issuers", "abbreviations")}
        known[self.field] = tuple(r for r in self.rows() if r is not row) + instead
        return knowledge_of(**known)


def types_of(text: str, known: Knowledge) -> Found:
    number = parse_number(text, known.type_codes)
    return {(name,) for name in known.type_names(number)} if number else set()


def issuers_of(text: str, known: Knowledge) -> Found:
    """The issuer's rows, and those of the unit that drafted: 506/UBND-VHTT; bodies that have no code go by name."""
    number = parse_number(text, known.type_codes)
    if not number:
        return {(row.name, row.level) for row in known.issuers if not row.code and row.name in text}
    issuing = [row for row in known.issuer_rows(number.issuer) if not row.unit]
    drafting = [row for row in known.by_issuer.get(number.issuer.partition("-")[2], ()) if row.drafts]
    return {(row.name, row.level) for row in (*issuing, *drafting)}


def abbreviations_in(text: str, known: Knowledge) -> Found:
    """Those that stand in the text as words of their own."""
    return {
        (row.code,)
        for row in known.abbreviations
        if any(re.search(rf"(?<![\w&]){re.escape(code)}(?![\w&])", text) for code in (row.code, *row.also))
    }


TABLES = (
    Table(
        file="document-types.yml",
        field="types",
        says=lambda row: (row.name,),
        found=types_of,
    ),
    Table(
        file="issuers.yml",
        field="issuers",
        says=lambda row: (row.name, row.level),
        found=issuers_of,
    ),
    Table(
        file="abbreviations.yml",
        field="abbreviations",
        says=lambda row: (row.code,),
        found=abbreviations_in,
    ),
)
EACH_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
EACH_ROW = pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param(t, row, id=f"{row.code}-{t.says(row)[0]}-{getattr(row, 'system', '')}")
        for t in TABLES
        for row in t.rows()
    ],
)


def examples(row: Row) -> tuple[str, ...]:
    """An abbreviation is its own example; a name that no number explains («Văn bản») has none."""
    return row.examples or ((row.code,) if hasattr(row, "means") else ())


@EACH_TABLE
def test_it_is_written_in_its_one_form_and_order(table: Table) -> None:
    path = FOLDER / table.file
    text = path.read_text("utf-8")
    wanted = canonical(table.file, text)
    if os.environ.get("FIX"):
        path.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "run: FIX=1 pytest tests/knowledge"
    assert canonical(table.file, wanted) == wanted


@EACH_TABLE
def test_its_rows_have_its_keys(table: Table) -> None:
    keys = KEYS[table.file].split()
    for row in rows(table.file):
        assert set(row) <= {key.rstrip("?") for key in keys}, row
        assert {key for key in keys if not key.endswith("?")} <= set(row) | {"examples"}, row


@EACH_TABLE
def test_no_row_stands_twice(table: Table) -> None:
    said = [(getattr(row, "system", ""), row.code, *table.says(row)) for row in table.rows()]
    assert len(said) == len(set(said))


@EACH_ROW
def test_every_example_is_found_by_its_row(table: Table, row: Row) -> None:
    assert examples(row) or row.system == "name"
    for example in examples(row):
        assert table.says(row) in table.found(example, KNOWN), example


@EACH_ROW
def test_no_counter_example_is_found_by_its_row(table: Table, row: Row) -> None:
    for text in row.unlike:
        assert table.says(row) not in table.found(text, KNOWN), text


@EACH_ROW
def test_every_row_is_needed(table: Table, row: Row) -> None:
    less = table.without(row)
    if examples(row):
        assert any(table.says(row) not in table.found(example, less) for example in examples(row))
    else:
        assert row.name not in {other.name for other in less.types}


@EACH_ROW
def test_every_other_spelling_is_found_and_needed(table: Table, row: Row) -> None:
    for code in row.also:
        if row.code:
            before, _, after = examples(row)[0].rpartition(row.code)
            respelled = f"{before}{code}{after}"
        else:
            respelled = next(example for example in examples(row) if code in example)
        assert table.says(row) in table.found(respelled, KNOWN), code
        poorer = replace(row, also=tuple(other for other in row.also if other != code))
        assert table.says(row) not in table.found(respelled, table.without(row, (poorer,))), code


@EACH_ROW
def test_what_is_verified_was_seen_in_two_places(table: Table, row: Row) -> None:
    origins = {origin(table.file, source) for source in row.sources}
    assert row.sources and len(row.sources) == len(set(row.sources))
    if row.verified:
        assert MEMORY not in origins and len(origins) >= 2


@pytest.mark.parametrize("file", SOURCES)
def test_the_head_of_a_table_explains_the_keys_of_its_sources(file: str) -> None:
    """And no key is left that no row names."""
    head = "".join(line for line in (FOLDER / file).read_text("utf-8").splitlines(True) if line.startswith("#"))
    named = {source for row in rows(file) for source in row["sources"]}
    for key in SOURCES[file].split():
        assert key.rstrip("2345") in head  # CODE … CODE5
        assert key in named


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("WIKI", "MOI", True),
        ("WIKI", "vi.wikipedia.org", True),
        ("amp.vov.vn 427391", "https://vov.vn/…239923", True),
        ("luatvietnam.vn 102448", "luatvietnam.vn 102553", True),
        ("a.hanoi.gov.vn", "b.danang.gov.vn", False),
        ("file 70595869263", "file 71142695221", False),
        ("HOL", "file 70595869263", False),
    ],
)
def test_two_sources_of_one_origin_are_one(one: str, other: str, same: bool) -> None:
    assert (origin("anniversaries.yml", one) == origin("anniversaries.yml", other)) is same


def test_a_source_that_nobody_explains_is_refused() -> None:
    for source in ("CODE6", "N150", "Một người nói", ""):
        with pytest.raises(ValueError, match=r"issuers\.yml"):
            origin("issuers.yml", source)


@EACH_ROW
def test_words_are_words_and_days_are_in_order(table: Table, row: Row) -> None:
    name = getattr(row, "name", "") or row.means
    texts = (name, row.code, *row.also, *examples(row), *row.unlike)
    assert all(text == " ".join(text.split()) for text in texts)
    assert " / " not in name
    since, until = getattr(row, "since", None), row.until
    assert not (since and until) or since < until
    for number in filter(None, (parse_number(text, KNOWN.type_codes) for text in row.examples)):
        assert not (number.year and since) or number.year >= since.year
        assert not (number.year and until) or number.year <= until.year


def test_what_followed_a_body_is_another_row_or_has_no_code() -> None:
    followed = {name for row in KNOWN.issuers for name in row.next}
    assert followed - {row.name for row in KNOWN.issuers} == {"Thuế cơ sở"}
    assert all(row.until for row in KNOWN.issuers if row.next)


def test_the_one_form_of_a_row() -> None:
    """The form that FIX writes: sorted under each comment, one blank after signs, wrapped between keys only."""
    text = "# A\n- {code: b, means: x,   verified: false, sources: [memory]}\n-   {code: ă, sources: [memory], means: 'y, z', verified: false}\n# B\n"
    assert canonical("abbreviations.yml", text) == (
        '# A\n- {code: ă, means: "y, z", sources: [memory], verified: false}\n'
        "- {code: b, means: x, sources: [memory], verified: false}\n# B\n"
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("{code: A, name: B, level: any, system: state, sources: [memory]}", "verified is missing"),
        ("{code: A, name: B, level: ward, system: state, sources: [memory], verified: false}", "level is none of"),
        (
            "{code: A, name: B, level: any, system: state, also: C, sources: [memory], verified: false}",
            "also is no list",
        ),
        ("{code: A, name: B, level: any, system: state, soruce: memory, sources: [memory], verified: false}", "soruce"),
        (
            "{code: A, name: B, level: any, system: state, until: 1/7/2025, sources: [memory], verified: false}",
            "1/7/2025",
        ),
        (
            "{code: A, name: B, level: any, system: state, verified: false, code: B, sources: [memory]}",
            "«code» viết hai lần",
        ),
        ("A", "not keys"),
    ],
)
def test_a_row_that_is_not_of_its_form_is_refused(row: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        tables.issuers(f"- {row}\n")


def test_the_tables_are_read_once() -> None:
    assert knowledge.load() is knowledge.load()
