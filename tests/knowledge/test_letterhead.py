"""The rows of letterhead.yml: each is found by its text, and by no line that it must not be taken for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin import knowledge
from bulletin.knowledge import tables
from bulletin.model.letterhead_mark import LetterheadMark
from tests.knowledge.table_files import FOLDER

TEXT = (FOLDER / tables.LETTERHEAD).read_text("utf-8")
ROWS = tables.letterhead_marks(TEXT)
HERE = knowledge.letterhead()
_SOURCES = {"N30", "HD36", "HD05", "L29", "papers", "memory"}


def found(row: LetterheadMark, text: str) -> bool:
    """Whether a line is taken for a row of this kind."""
    capitals = text.upper()
    return {
        "motto": lambda: HERE.motto(text),
        "authority": lambda: bool(HERE.authority(f"{text}. ỦY BAN" if text == row.text else text)),
        "role": lambda: HERE.role(f"{text} BAN" if text == row.text else text),
        "rank": lambda: HERE.without_rank(f"{text}. Trần Thử") == "Trần Thử",
        "signed": lambda: HERE.signed(f"({text})"),
        "e-signature": lambda: HERE.e_signature(f"{text} Trần Thử"),
        "secret": lambda: bool(HERE.secret(text)),
        "urgency": lambda: HERE.urgency(capitals) == text,
        "stamp": lambda: HERE.stamp(text),
        "goes on": lambda: HERE.goes_on(capitals),
        "begins": lambda: HERE.begins_body(f"{capitals} THỬ"),
        "type": lambda: text in HERE.types,
    }[row.kind]()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind} {row.text}")
def test_each_row_is_found_and_nothing_else_by_it(row: LetterheadMark) -> None:
    assert found(row, row.text)
    assert [text for text in row.unlike if found(row, text)] == []
    assert set(row.sources) <= _SOURCES
    assert row.sources
    assert not row.verified or len(set(row.sources) - {"memory"}) > 1
    assert (row.kind == "motto") == bool(row.system)


def test_no_row_stands_twice_and_every_source_is_explained() -> None:
    keys = [(row.kind, row.text.casefold()) for row in ROWS]
    assert len(set(keys)) == len(keys)
    head = "\n".join(re.findall(r"^#.*", TEXT, re.MULTILINE))
    assert [source for source in _SOURCES if not re.search(rf"\b{source}\b", head)] == []
    assert Path(knowledge.__file__).parent / tables.LETTERHEAD


def test_letters_without_marks_are_looked_up_and_others_are_not_mended() -> None:
    assert HERE.begins_body("SO NOI VU")
    assert HERE.begins_body("SỞ NỘI VỤ")
    assert not HERE.begins_body("SỔ NỘI VỤ")
    assert HERE.role("BO TRUONG")
    assert not HERE.role("Chủ tịch")
