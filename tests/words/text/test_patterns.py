"""Verbose patterns in which a blank of the text is a blank."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.patterns import spaced, verbose

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
