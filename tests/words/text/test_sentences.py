"""Where sentences end."""

from __future__ import annotations

import pytest

from bulletin.words.text.sentences import SENTENCE_END


@pytest.mark.parametrize("second", ["Đề nghị bà con trữ nước.", "Ủy ban mời.", "Ấp 3 có điện.", "«Nước» là từ trích."])
def test_a_sentence_ends_before_any_capital(second: str) -> None:
    assert SENTENCE_END.split(f"Cắt nước từ 7h. {second}") == ["Cắt nước từ 7h", second]


@pytest.mark.parametrize("text", ["TP. Hà Nội", "lúc 7h. tại sân", "giá 1.500 đồng", "đ/c. Chủ tịch"])
def test_a_stop_inside_a_sentence_ends_none(text: str) -> None:
    assert SENTENCE_END.split(text) == [text]
