"""The order of names in lists is that of a Vietnamese dictionary."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.alphabet import collation_key

# Each list in its right order.
ORDERED = [
    "An|Ánh|Ăn|Ân|Dung|Đông",
    "a|ă|â|b|c|d|đ|e|ê|g|h|i|k|l|m|n|o|ô|ơ|p|q|r|s|t|u|ư|v|x|y",
    "ma|mà|mả|mã|má|mạ",
    "â|ầ|ẩ|ẫ|ấ|ậ",
    "la|là|lá|lan|làn|lạn|lăn|lân",
    "Da|Dạ|Đa|Đạ|E",
    "An|An Bình|An Ngãi|Anh|Ánh",
    "Tổ 2|Tổ 10|Tổ 100|Tổ dân phố",
    "Tổ 2|Tổ 2 A|Tổ 2A|Tổ 3",
    "1|2|10|a",
    "Kế hoạch 9/2022|Kế hoạch 10/2021|Kế hoạch 10/2022",
    "Giáo dục|Kinh tế - Đô thị|Văn hóa - Xã hội|Vệ sinh môi trường|Xây dựng Đảng|Y tế",
    "An|an|Ân|ân",
]


@pytest.mark.parametrize("ordered", ORDERED)
def test_the_order(ordered: str) -> None:
    words = ordered.split("|")
    shuffled = [unicodedata.normalize("NFD", word) for word in words]
    random.shuffle(shuffled)
    assert [unicodedata.normalize("NFC", word) for word in sorted(shuffled, key=collation_key)] == words


# What the editors type; a tone on no letter («b́») is left out.
LETTERS = [chr(c) for c in (*range(0x20, 0x7F), *range(0xC0, 0x180), *range(0x1EA0, 0x1EFA))] + [*"ƠơƯư«»“”…–ـ٣²"]
texts = st.text(alphabet=LETTERS, max_size=12)


@given(texts, texts)
def test_the_order_is_total(one: str, other: str) -> None:
    """No two different texts stand level, so no list depends on the order in which files were found."""
    assert (collation_key(one) == collation_key(other)) is (one == other)


@given(texts)
def test_case_and_form_part_only_what_is_otherwise_equal(text: str) -> None:
    for other in (text.upper(), unicodedata.normalize("NFD", text)):
        if unicodedata.normalize("NFC", other.lower()) == unicodedata.normalize("NFC", text.lower()):
            assert collation_key(other)[:2] == collation_key(text)[:2]


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_figures_count_as_numbers(one: int, other: int) -> None:
    assert (collation_key(f"Tổ {one}") < collation_key(f"Tổ {other}")) is (one < other)
