"""The table of document types: every row explains its example, and none is there twice or for nothing."""

from __future__ import annotations

from itertools import combinations, groupby

import pytest

from bulletin import knowledge
from bulletin.knowledge import DocumentType
from bulletin.words.papers.document_numbers import parse_number

KNOWN = knowledge.load()
ROWS = KNOWN.types


def name_of(row: DocumentType) -> str:
    return f"{row.system} {row.code} {row.name}"


def test_no_row_is_covered_by_another() -> None:
    for one, other in combinations(ROWS, 2):
        if (one.system, one.name) == (other.system, other.name):
            codes = [{code.casefold() for code in (row.code, *row.also)} for row in (one, other)]
            assert codes[0].isdisjoint(codes[1]), f"{name_of(one)} and {name_of(other)}"


def test_the_systems_stand_together_in_order() -> None:
    systems = ["state", "party", "mass", "legal", "law", "name"]
    assert [system for system, _ in groupby(ROWS, key=lambda row: row.system)] == systems


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_names_and_codes_are_words(row: DocumentType) -> None:
    assert row.name[0].isupper()
    assert all(not set(code) & set("-/ ") for code in (row.code, *row.also) if code)


def test_a_word_before_a_number_stands_for_one_name_in_a_system() -> None:
    """«QĐ 812» of the state is one type; «TT» is another in each system, and the number's shape tells which."""
    said = {(row.system, word, row.name) for row in ROWS for word in row.words}
    assert len({(system, word) for system, word, _ in said}) == len(said)
    assert {name for _, word, name in said if word == "TT"} == {"Thông tư"}
    assert {name for _, word, name in said if word == "CV"} == {"Công văn"}
    assert not {word for _, word, _ in said} & {row.name for row in ROWS}


# What a ward meets, against the table as a whole.
@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("75-TB/ĐU", ("Thông báo",)),
        ("75 -tb/đu", ("Thông báo",)),
        ("1-QĐ/ĐU", ("Quyết định", "Quy định")),
        ("1-QyĐ/ĐU", ("Quy định",)),
        ("1/QĐ-UBND", ("Quyết định",)),
        ("01/2024/QĐ-UBND", ("Quyết định",)),
        ("1/CT-UBND", ("Chỉ thị",)),
        ("1/CTr-UBND", ("Chương trình",)),
        ("1/TTr-UBND", ("Tờ trình",)),
        ("1/CĐ-UBND", ("Công điện",)),
        ("1-CV/ĐU", ("Công văn",)),
        ("506/UBND-VHTT", ("Công văn",)),
        ("1-KL/ĐU", ("Kết luận",)),
        ("1-XYZ/ĐU", ()),
        ("15/2020/QH14", ("Luật", "Bộ luật", "Nghị quyết")),
        ("01/2021/UBTVQH15", ("Pháp lệnh", "Nghị quyết")),
        ("51/2001/NQ-QH10", ("Nghị quyết",)),
        ("30/2020/NĐ-CP", ("Nghị định",)),
        ("30/2020/nđ-cp", ("Nghị định",)),
        ("01/2011/TT-BNV", ("Thông tư",)),
        ("05/TT-UBND", ()),
        ("05/NĐ-UBND", ()),
        ("06-TT/ĐU", ("Thông tri",)),
        ("06-NĐ/ĐU", ()),
        ("05/2022/TTr-UBND", ("Tờ trình",)),
        ("02/SL-UBND", ("Bản sao lục",)),
        ("12/2022/KTNN-TH", ()),
    ],
)
def test_what_a_number_may_be_called(number: str, names: tuple[str, ...]) -> None:
    read = parse_number(number, KNOWN.type_codes)
    assert read is not None
    assert KNOWN.type_names(read) == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Thông báo", "THÔNG BÁO", True),
        ("Giấy ủy quyền", "Giấy uỷ quyền", True),
        ("Quyết định", "Quy định", False),
        ("Thông báo", "Thông cáo", False),
    ],
)
def test_two_spellings_of_one_type(one: str, other: str, same: bool) -> None:
    assert KNOWN.same_type(one, other) is same
