"""Số, ký hiệu: every style an editor types alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.addresses import is_safe
from bulletin.model.number import Number
from bulletin.words.papers.document_numbers import number_slug, parse_number

KNOWN = knowledge.load()


def read(text: str) -> Number | None:
    return parse_number(text, KNOWN.type_codes)


Row = tuple[str, str, str, str, int | None]


@pytest.mark.parametrize(
    ("text", "expected", "address"),
    [
        ("75-TB/ĐU", ("75", "TB", "ĐU", "party", None), "75-tb-du"),
        ("595-CV/QU", ("595", "CV", "QU", "party", None), "595-cv-qu"),
        ("118-CV/BTGQU", ("118", "CV", "BTGQU", "party", None), "118-cv-btgqu"),
        ("29-HD/TWĐTN-VP", ("29", "HD", "TWĐTN-VP", "party", None), "29-hd-twdtn-vp"),
        ("12/KH-UBND", ("12", "KH", "UBND", "state", None), "12-kh-ubnd"),
        ("1818/TTr-VP", ("1818", "TTr", "VP", "state", None), "1818-ttr-vp"),
        ("09/TB-MTTQ-BTT", ("9", "TB", "MTTQ-BTT", "state", None), "9-tb-mttq-btt"),
        ("2024/QĐ-UBND", ("2024", "QĐ", "UBND", "state", None), "2024-qd-ubnd"),
        ("506/UBND-VHTT", ("506", "", "UBND-VHTT", "state", None), "506-ubnd-vhtt"),
        ("506/UBND", ("506", "", "UBND", "state", None), "506-ubnd"),
        ("01/2024/QĐ-UBND", ("1", "QĐ", "UBND", "normative", 2024), "1-2024-qd-ubnd"),
        ("30/2020/NĐ-CP", ("30", "NĐ", "CP", "normative", 2020), "30-2020-nd-cp"),
        ("15/2020/QH14", ("15", "", "QH14", "law", 2020), "15-2020-qh14"),
        ("12a/KH-UBND", ("12a", "KH", "UBND", "state", None), "12a-kh-ubnd"),
        ("12A-TB/ĐU", ("12A", "TB", "ĐU", "party", None), "12a-tb-du"),
    ],
)
def test_the_styles(text: str, expected: Row, address: str) -> None:
    number = read(text)
    assert number is not None
    assert (number.serial, number.code, number.issuer, number.style, number.year) == expected
    assert (number.printed, number.normal) == (text, text)
    assert number_slug(number) == address


@pytest.mark.parametrize(
    "text",
    [
        *("75 -TB/ĐU", "75 - TB / ĐU", " 75-TB/ĐU ", "75\u00a0-TB/ĐU", "075-TB/ĐU", "000075-TB/ĐU"),
        *("75–TB/ĐU", "75\u2011TB/ĐU", "75\u2212TB/ĐU", "75-TB/ÐU", unicodedata.normalize("NFD", "75-TB/ĐU")),
    ],
)
def test_odd_spellings_are_one_number(text: str) -> None:
    """The number is the same but for what was printed; there even the odd blank inside is kept."""
    number, plain = read(text), read("75-TB/ĐU")
    assert number is not None
    assert plain is not None
    assert replace(number, printed=plain.printed) == plain
    assert number.printed == unicodedata.normalize("NFC", text).strip()
    assert number_slug(number) == "75-tb-du"


@pytest.mark.parametrize("text", ["75 -TB/ĐU", "75 - TB / ĐU", "75\u00a0-TB/ĐU"])
def test_the_normal_form_has_no_blanks(text: str) -> None:
    number = read(text)
    assert number is not None
    assert number.normal == "75-TB/ĐU"


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "75", "TB/ĐU", "-TB/ĐU", "75-", "75-TB", "75-TB/", "75/", "75-/ĐU", "12/KH", "12/KH-", "12/-UBND"),
        *("Số 75-TB/ĐU", "số: 75-TB/ĐU", "75-TB/ĐU ngày 28/4/2022", "75TB/ĐU", "75.TB/ĐU", "75_TB/ĐU"),
        *("0-TB/ĐU", "000/KH-UBND", "0a/KH-UBND", "a-TB/ĐU", "75ab-TB/ĐU", "1234567-TB/ĐU", "28/4/2022", "2022-04-28"),
        *("75-TB/ĐU;76-TB/ĐU", "75-TB/ĐU, 76-TB/ĐU", "75--TB/ĐU", "75-TB//ĐU", "01/2024/QĐ", "01/2024", "một"),
        *("75-TB/ĐU<b>", "75-TB/../ĐU", "75-TB/\\ĐU", "75-TB/ĐU\x00", "75-TB/%2e", "75-TB/" + "Đ" * 60),
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


def test_what_a_type_is_comes_from_the_table() -> None:
    """Without the table «KH» would be an issuer, as «UBND» of an official letter is."""
    told, untold = read("12/KH-UBND"), parse_number("12/KH-UBND", frozenset())
    assert told is not None
    assert untold is not None
    assert (told.code, told.issuer) == ("KH", "UBND")
    assert (untold.code, untold.issuer) == ("", "KH-UBND")


SHAPES: dict[str, list[Callable[[str, str, str, int], str]]] = {
    "party": [lambda serial, code, issuer, _: f"{serial}-{code}/{issuer}"],
    "state": [
        lambda serial, code, issuer, _: f"{serial}/{code}-{issuer}",
        lambda serial, code, issuer, year: f"{serial}/{year}/{code}-{issuer}",
    ],
    "mass": [
        lambda serial, code, issuer, _: f"{serial}/{code}-{issuer}",
        lambda serial, code, issuer, _: f"{serial}-{code}/{issuer}",
    ],
    "legal": [lambda serial, code, issuer, year: f"{serial}/{year}/{code}-{issuer}"],
}


@given(
    row=st.sampled_from([row for row in KNOWN.types if row.code and row.system in SHAPES]),
    shape=st.integers(0, 1),
    serial=st.integers(1, 999_999),
    letter=st.sampled_from(["", "a", "A", "đ"]),
    zeros=st.integers(0, 3),
    issuer=st.sampled_from(["ĐU", "UBND", "QU", "TW", "BTGQU", "MTTQ-BTT", "ĐTN-VP", "TTg", "VP.1"]),
    year=st.integers(1900, 2099),
    blanks=st.booleans(),
)
def test_a_number_made_from_the_table_reads_back(
    row: knowledge.DocumentType,
    shape: int,
    serial: int,
    letter: str,
    zeros: int,
    issuer: str,
    year: int,
    blanks: bool,
) -> None:
    shapes = SHAPES[row.system]
    said = f"{serial:0{min(6, len(str(serial)) + zeros)}}{letter}"
    text = shapes[shape % len(shapes)](said, row.code, issuer, year)
    if blanks:
        text = text.replace("-", " - ").replace("/", "/ ")
    number = read(text)
    assert number is not None
    assert (number.serial, number.code, number.issuer) == (f"{serial}{letter}", row.code, issuer)
    assert number.year in (None, year)
    assert number.printed == text
    assert row.name in KNOWN.type_names(number)
    assert number_slug(number).startswith(str(serial))
    assert is_safe(f"/{number_slug(number)}/")


@given(st.text(alphabet="0175aĐđTBKHU-/. –", max_size=20))
def test_reading_is_stable(text: str) -> None:
    """Whatever is taken for a number has all it needs, and reading its normal form gives it again."""
    number = read(text)
    if number:
        assert number.serial[0] in "123456789"
        assert number.issuer
        again = read(number.normal)
        assert again is not None
        assert replace(again, printed=number.printed) == number
        assert is_safe(f"/{number_slug(number)}/")
