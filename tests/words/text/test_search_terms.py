"""What a search looks up: words as they stand between signs, however they are typed, and lists of documents as text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.fold import fold
from bulletin.words.text.search_terms import END, bare, pack, shard_of, sharp, words_of
from tests.conftest import ROOT

DIGITS = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ-_wxyz"


def unpack(code: str) -> list[int]:
    """The way back, written anew: five bits a sign, the low ones first."""
    ids, last, gap, shift = [], -1, 0, 0
    for sign in code:
        digit = DIGITS.index(sign)
        gap += (digit % 32) << shift
        shift += 5
        if digit < 32:
            last += gap + 1
            ids.append(last)
            gap = shift = 0
    return ids


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Số: 75 -TB/ĐU,", ["số", "75", "tb", "đu"]),
        ("ĐIỆN Biên «Phủ»", ["điện", "biên", "phủ"]),
        ("13,5m² 96ha covid-19 a_b", ["13", "5m²", "96ha", "covid", "19", "a", "b"]),
        ("một\nhai", ["một", END, "hai"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


def test_no_phrase_goes_over_the_end_of_a_text() -> None:
    assert words_of("một hai", "ba") == ("một", "hai", END, "ba")


@pytest.mark.parametrize(
    ("word", "key"), [("đường", "duong"), ("05", "5"), ("0", "0"), ("000", "0"), ("2022", "2022"), ("0a", "0a")]
)
def test_the_key_of_a_word(word: str, key: str) -> None:
    assert bare(word) == key
    assert bare(unicodedata.normalize("NFD", word)) == key


SPELLINGS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in (ROOT / "tests/cases/i-va-y.md").read_text("utf-8").splitlines()
    if line.startswith("|") and line.strip("|").split("|")[-1].strip() in "=≠"
]


@pytest.mark.parametrize(("one", "other", "told"), SPELLINGS)
def test_i_and_y_are_one_where_they_are_one_word(one: str, other: str, told: str) -> None:
    assert (sharp(one) == sharp(other)) is (told == "=")
    assert told == "≠" or bare(one.lower()) == bare(other.lower())
    assert bare(one.lower()) == fold(sharp(one))  # the marks are all that a key lacks


@given(st.sets(st.integers(0, 20_000)))
def test_a_list_of_documents_comes_back(ids: set[int]) -> None:
    assert unpack(pack(sorted(ids))) == sorted(ids)


def test_neighbours_cost_one_sign_each() -> None:
    assert len(pack(range(1000))) == 1000


@given(st.text(), st.sampled_from([1, 2, 64, 2048]))
def test_every_key_has_its_file(key: str, count: int) -> None:
    assert 0 <= shard_of(key, count) < count
