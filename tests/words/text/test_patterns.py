"""Verbose patterns in which a blank of the text is a blank."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.patterns import any_of, spaced, verbose, whole_words

WORDS = st.lists(
    st.sampled_from(["không", "quá", "ngày", "[0-9]{1,2}", "(?:sáng|tối)", "[ ,]?"]), min_size=1, max_size=5
)


@given(WORDS, st.sampled_from(["", "  # by when, «# 5»"]))
def test_layout_changes_nothing_and_single_blanks_count(words: list[str], comment: str) -> None:
    plain = " ".join(words)
    lines = "".join(f"\n    {word}{comment}" for word in words)
    laid_out = verbose(f"\n    {plain}{comment}\n")
    glued = verbose(f"{lines}\n")
    for text in ("không quá ngày", "quá 12", "ngày tối", "khôngquá", "không", "sáng ngày 05", " ", ""):
        assert bool(laid_out.fullmatch(text)) == bool(re.fullmatch(plain, text))
        assert bool(glued.fullmatch(text)) == bool(re.fullmatch("".join(words), text))


def test_a_pattern_may_be_put_into_a_verbose_one() -> None:
    assert re.compile(rf"(?: {spaced('thành lập|tái lập')} )", re.VERBOSE).fullmatch("tái lập")


def test_rows_of_words_are_one_group_that_may_be_put_into_another() -> None:
    rows = ("hủy bỏ|hoãn", "số [ 0-9]+")
    for flags in (0, re.VERBOSE):
        for text in ("hủy bỏ", "hủybỏ", "hoãn", "số 12", "số", "số  1"):
            assert bool(re.fullmatch(any_of(any_of(*rows)), text, flags)) == bool(re.fullmatch("|".join(rows), text))


def test_no_whole_word_is_inside_another() -> None:
    pattern = whole_words("hạn", "có mặt|đến (?:dự|nhận)")
    assert pattern.findall("hạnh phúc; hạn: đến dự, có mặt lại, có mặtt") == ["hạn", "đến dự", "có mặt"]
