"""The table of what may not be public: form, examples both ways, sources."""

from __future__ import annotations

import os

import pytest

from bulletin import knowledge
from bulletin.model.sensitive import SensitiveKind
from bulletin.understand.sensitive.kinds import kinds_of
from bulletin.understand.sensitive.reading import sensitive
from tests.knowledge.table_files import FOLDER, KEYS, MEMORY, canonical, origin, rows

FILE = "sensitive.yml"
ALL = knowledge.load().sensitive
KINDS = kinds_of(ALL)
EACH = pytest.mark.parametrize("row", ALL, ids=lambda row: row.kind)


def test_it_is_written_in_its_one_form() -> None:
    path = FOLDER / FILE
    text = path.read_text("utf-8")
    wanted = canonical(FILE, text)
    if os.environ.get("FIX"):
        path.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "run: FIX=1 pytest tests/knowledge"


def test_every_row_has_its_keys_and_a_name_of_its_own() -> None:
    must = {key for key in KEYS[FILE].split() if not key.endswith("?")}
    assert all(must <= row.keys() for row in rows(FILE))
    assert len(KINDS.by_name) == len(ALL) > 30


@EACH
def test_its_examples_are_of_it_and_the_others_of_nothing(row: SensitiveKind) -> None:
    for text in row.examples:
        assert row.kind in [one.row.kind for one in sensitive(text, KINDS)], text
    for text in row.unlike:
        assert [(one.row.kind, one.text) for one in sensitive(text, KINDS)] == [], text


@EACH
def test_verified_is_what_two_origins_say(row: SensitiveKind) -> None:
    origins = {origin(FILE, source) for source in row.sources} - {MEMORY}
    assert row.verified == (len(origins) > 1)
