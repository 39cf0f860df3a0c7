"""Rows of words mean the same in every kind of pattern."""

from __future__ import annotations

import re

import pytest

from bulletin.words.text.word_patterns import any_of, in_verbose, whole_words

ROWS = ("hủy bỏ|hoãn", "số # [ 0-9]+")


@pytest.mark.parametrize("text", ["hủy bỏ", "hủybỏ", "hoãn", "số # 12", "số", "số 12"])
@pytest.mark.parametrize("flags", [0, re.VERBOSE])
def test_a_blank_in_a_row_is_a_blank_in_a_verbose_pattern_too(text: str, flags: int) -> None:
    plain = re.fullmatch("|".join(ROWS), text)
    assert bool(re.fullmatch(any_of(*ROWS), text, flags)) == bool(plain)
    assert bool(re.fullmatch(in_verbose(any_of(*ROWS)), text, flags)) == bool(plain)


def test_no_word_is_found_inside_another() -> None:
    pattern = whole_words("hạn", "có mặt|đến (?:dự|nhận)")
    assert pattern.findall("hạnh phúc; hạn: đến dự, có mặt lại, có mặtt") == ["hạn", "đến dự", "có mặt"]
