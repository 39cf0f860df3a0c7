"""One fold for addresses, anchors and search: every Vietnamese letter comes down to a–z, in every spelling."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.fold import fold, slug

TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VOWELS = {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}
SMALL = {
    **{
        unicodedata.normalize("NFC", letter + tone): plain
        for plain, letters in VOWELS.items()
        for letter in letters
        for tone in TONES
        if letter + tone != plain
    },
    "đ": "d",
}
LETTERS = {**SMALL, **{letter.upper(): plain for letter, plain in SMALL.items()}}


def test_these_are_all_letters() -> None:
    assert len(LETTERS) == 134
    assert all(len(letter) == 1 for letter in LETTERS)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_letter_comes_down_to_ascii(form: str) -> None:
    for letter, plain in LETTERS.items():
        assert fold(unicodedata.normalize(form, letter)) == plain
        assert slug(unicodedata.normalize(form, letter)) == plain


@pytest.mark.parametrize(
    ("text", "folded", "address"),
    [
        ("Đảng ủy phường", "dang uy phuong", "dang-uy-phuong"),
        ("75-TB/ĐU", "75-tb/du", "75-tb-du"),
        ("75 -TB/ĐU", "75 -tb/du", "75-tb-du"),
        ("Lĩnh vực kinh tế- Đô thị", "linh vuc kinh te- do thi", "linh-vuc-kinh-te-do-thi"),
        ("I. Công tác xây dựng Đảng:", "i. cong tac xay dung dang:", "i-cong-tac-xay-dung-dang"),
        ("Căn hộ 13,5m²", "can ho 13,5m²", "can-ho-13-5m2"),
        ("  --Một--  việc--  ", "  --mot--  viec--  ", "mot-viec"),
        ("！Ｔｈử １２", "！ｔｈu １２", "thu-12"),
        ("Straße", "strasse", "strasse"),
        ("!!!", "!!!", ""),
        ("тест", "тест", ""),
        ("", "", ""),
    ],
)
def test_texts(text: str, folded: str, address: str) -> None:
    assert fold(text) == folded
    assert slug(text) == address


@pytest.mark.parametrize("spelling", ["Đảng", "Ðảng", "Ɖảng", "đảng", "ðảng", "ɖảng", "ĐẢNG", "Đa\u0309ng"])
def test_look_alikes_of_d(spelling: str) -> None:
    """Eth and the African D look like Đ; old fonts and OCR write them."""
    assert fold(spelling) == "dang"


@pytest.mark.parametrize(
    ("old", "new"), [("hòa", "hoà"), ("ủy", "uỷ"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("TÙY", "TUỲ")]
)
def test_two_spellings_of_one_word(old: str, new: str) -> None:
    assert old != new
    assert fold(old) == fold(new) == fold(unicodedata.normalize("NFD", new))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert slug(slug(text)) == slug(text)


@given(st.text(alphabet=[*LETTERS, *"abcdeg /-.0159"]))
def test_one_fold_for_both_forms_and_both_cases(text: str) -> None:
    nfd = unicodedata.normalize("NFD", text)
    assert fold(nfd) == fold(text) == fold(text.upper()) == fold(text.lower())
    assert slug(nfd) == slug(text) == slug(fold(text))


@given(st.text(alphabet=[*LETTERS, *"abcdeg /-.0159"]))
def test_blanks_and_signs_stay_in_their_places(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert [c for c in fold(text) if not c.isalpha()] == [c for c in text if not c.isalpha()]


@given(st.text())
def test_an_address_is_made_of_few_characters(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
