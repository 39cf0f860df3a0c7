"""What looks like a number and is none: each row of the gate refuses its own example, and the words around decide."""

from __future__ import annotations

import pytest

from bulletin.understand.citations import gate
from bulletin.understand.vocabulary import vocabulary
from tests.understand.citations.test_cases import CHAIN, KNOWN

HERE = vocabulary(KNOWN, CHAIN)


def find(text: str) -> tuple[list[str], list[str]]:
    """(numbers cited, kinds of doubts)."""
    citations, doubts = gate.find(text, HERE.spots.find(text), HERE.lexicon)
    return [cited.number.printed for cited in citations], [doubt.kind for doubt in doubts]


@pytest.mark.parametrize("row", gate._REFUSALS, ids=[row.example for row in gate._REFUSALS])
def test_each_row_refuses_its_example(row: gate._Refusal) -> None:
    assert find(row.example) == ([], [row.doubt] if row.doubt else [])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nghị định số 163-CP", ["163-CP"]),
        ("họp ở phòng 163-CP", []),
        ("Luật số 88/2014-QH13", ["88/2014/QH13"]),
        ("Kết luận số 15KL/TU", ["15-KL/TU"]),
        ("Sắc lệnh số 47-SL", ["47-SL"]),
        ("Quyết định 5 - UBND phường mời bà con", []),
        ("Thông tư số 18-TBXH ngày 02/5/1990", ["18-TBXH"]),
        ("Thông tư số 18-TBXH mời bà con", []),
        ("Quyết định số 5-QĐ ngày 02/5/1990", []),
        ("Mẫu số 01/TB-UBND", []),
        ("Thông báo số 01/TB-UBND", ["01/TB-UBND"]),
        ("Công văn số 12, 15-CV/QU", ["12-CV/QU", "15-CV/QU"]),
        ("Công văn số 12/ABC-XYZ", ["12/ABC-XYZ"]),
        ("ở lô 12/ABC-XYZ", []),
        ("nộp 12/ABC-XYZ", []),
    ],
)
def test_the_words_around_a_shape_decide(text: str, numbers: list[str]) -> None:
    assert find(text)[0] == numbers


def test_of_codes_that_nobody_knows_a_known_one_makes_it_doubtful() -> None:
    assert find("nộp 12/XYZ-UBND") == ([], ["doubtful"])


def test_of_a_range_the_last_counts_and_the_editor_is_asked() -> None:
    assert find("từ số 1 đến 5/QĐ-UBND") == (["5/QĐ-UBND"], ["range"])
