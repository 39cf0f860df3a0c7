"""The table of what residents call things: form, order, and examples both ways."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from bulletin import knowledge
from bulletin.model.synonym import Synonym
from bulletin.plan.site_wide.search_synonyms import called, of_abbreviations
from bulletin.plan.site_wide.search_values import Standings
from bulletin.words.text.search_terms import words_of
from tests.knowledge.table_files import FOLDER, KEYS, MEMORY, canonical, origin, rows

FILE = "synonyms.yml"
ALL = knowledge.load().synonyms
THINGS = tuple(row for row in ALL if row.kind == "thing")
EACH = pytest.mark.parametrize("row", THINGS, ids=lambda row: row.same[0])


def found(text: str, table: Iterable[Synonym]) -> dict[str, str]:
    """What leads to a text of its own words."""
    standing = defaultdict[str | tuple[str, str], list[int]](list)
    words = words_of(text)
    for term in {*words, *pairwise(words)}:
        standing[term].append(0)
    return {str(term): code for term, code in called(table, Standings(everywhere=standing, titles={}), [words]).items()}


def leads(text: str, row: Synonym) -> bool:
    """Whether a question in other words leads to the text: one more word than all the row has."""
    asked = replace(row, asked=(*row.asked, "câu hỏi khác"))
    return found(text, [asked]).get("~câu hỏi khác") == "0"


def test_it_is_written_in_its_one_form_and_order() -> None:
    path = FOLDER / FILE
    text = path.read_text("utf-8")
    wanted = canonical(FILE, text)
    if os.environ.get("FIX"):
        path.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "run: FIX=1 pytest tests/knowledge"


def test_its_rows_have_its_keys() -> None:
    keys = KEYS[FILE].split()
    for row in rows(FILE):
        assert set(row) <= {key.rstrip("?") for key in keys}, row
        assert {key for key in keys if not key.endswith("?")} <= set(row), row


def test_nothing_stands_twice() -> None:
    """Not in a row, nor in two rows as what is the same: those would be one."""
    for row in ALL:
        phrases = [*row.same, *row.asked, *row.unless]
        assert len(set(phrases)) == len(phrases), row.same[0]
        assert all(phrase == " ".join(phrase.lower().split()) for phrase in phrases), row.same[0]
        assert row.asked or len(row.same) > 1, "nothing is asked that is not said"
    firsts = [row.same[0] for row in ALL]
    assert len(set(firsts)) == len(firsts)


def test_what_is_asked_is_no_part_of_a_question() -> None:
    asking = {phrase for row in ALL if row.kind == "question" for phrase in row.same}
    assert not asking & {phrase for row in THINGS for phrase in (*row.same, *row.asked)}


@EACH
def test_every_example_is_found(row: Synonym) -> None:
    assert row.examples
    for example in row.examples:
        assert leads(example, row), example


@EACH
def test_no_counter_example_is_found(row: Synonym) -> None:
    assert row.unlike
    for text in row.unlike:
        assert not leads(text, row), text


@EACH
def test_a_longer_phrase_is_another_thing(row: Synonym) -> None:
    for phrase in row.unless:
        inside = [one for one in (*row.same, *row.asked) if f" {one} " in f" {phrase} "]
        assert inside, phrase
        if set(inside) & set(row.same):
            assert leads(phrase, replace(row, unless=())), "needed"
            assert not leads(phrase, row)
            assert leads(f"{phrase} và {inside[0]}", row)  # where the thing stands beside it all the same


def test_what_nobody_checked_says_so() -> None:
    for row in ALL:
        origins = {origin(FILE, source) for source in row.sources}
        assert origins and not (row.verified and (MEMORY in origins or len(origins) < 2))


def test_abbreviations_find_what_they_mean() -> None:
    table = tuple(of_abbreviations(knowledge.load().abbreviations))
    assert found("Công tác giải phóng mặt bằng", table)["~gpmb"] == "0"
    assert "~kcn" not in found("Giao lưu", table)
    assert all(len(row.same) == 1 for row in table)
