"""The table of document types: every row explains its example, and none is there twice or for nothing."""

from __future__ import annotations

from itertools import combinations, groupby

import pytest

from bulletin import knowledge
from bulletin.knowledge import DocumentType
from bulletin.words.numbers import parse_number

KNOWN = knowledge.load()
ROWS = KNOWN.types


def name_of(row: DocumentType) -> str:
    return f"{row.system} {row.code} {row.name}"


@pytest.mark.parametrize("row", [row for row in ROWS if row.example], ids=name_of)
def test_a_row_explains_its_example(row: DocumentType) -> None:
    number = parse_number(row.example, KNOWN.type_codes)
    assert number is not None
    assert number.code == row.code
    assert row.name in KNOWN.type_names(number)


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_row_explains_every_spelling_of_its_code(row: DocumentType) -> None:
    shape = "1-{}/ĐU" if row.system == "party" else "1/{}-UBND"
    for code in (row.code, *row.also):
        number = parse_number(shape.format(code), KNOWN.type_codes)
        assert number is not None
        assert row.name in KNOWN.type_names(number)


def test_each_system_has_examples() -> None:
    assert {row.system for row in ROWS if row.example} == {"state", "party", "mass"}


def test_no_row_stands_twice() -> None:
    keys = [(row.system, row.code, row.name) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_no_row_is_covered_by_another() -> None:
    for one, other in combinations(ROWS, 2):
        if (one.system, one.name) == (other.system, other.name):
            codes = [{code.casefold() for code in (row.code, *row.also)} for row in (one, other)]
            assert codes[0].isdisjoint(codes[1]), f"{name_of(one)} and {name_of(other)}"


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_what_nobody_checked_says_so(row: DocumentType) -> None:
    assert row.source in {"N30", "Q399", "notice", "memory"}
    assert row.verified is (row.source != "memory")


def test_the_systems_stand_together_in_order() -> None:
    assert [system for system, _ in groupby(ROWS, key=lambda row: row.system)] == ["state", "party", "mass"]


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_names_and_codes_are_words(row: DocumentType) -> None:
    assert row.name == row.name.strip()
    assert row.name[0].isupper()
    assert all(code and not set(code) & set("-/ ") for code in (row.code, *row.also))
    assert len(set(row.also) - {row.code}) == len(row.also)


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
        ("15/2020/QH14", ()),
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
