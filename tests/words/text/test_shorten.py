"""Texts that are cut: never longer than asked, never in the middle of a word that would fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.shorten import shorten


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Cắt điện thứ Bảy", 16, "Cắt điện thứ Bảy"),
        ("Cắt điện thứ Bảy", 15, "Cắt điện…"),
        ("Cắt điện, thứ Bảy", 13, "Cắt điện…"),
        ("Cắt \n điện", 8, "Cắt điện"),
        ("Nghiêngngả", 5, "Nghi…"),
        ("", 5, ""),
        ("Nộp thuế đến hết ngày 20/5/2026", 27, "Nộp thuế…"),
        ("Tiêm ngày 22 tháng 11 năm 2025 tại Tổ 1, 2, 3", 17, "Tiêm…"),
        ("Tiêm ngày 22 tháng 11 năm 2025 tại Tổ 1, 2, 3", 40, "Tiêm ngày 22 tháng 11 năm 2025…"),
        ("Tiêm ngày 22 tháng 11 năm 2025 tại Tổ 1, 2, 3", 43, "Tiêm ngày 22 tháng 11 năm 2025…"),
        ("Tiêm tại Trạm Y tế phường Hòa Cường, mời bà con", 30, "Tiêm tại Trạm Y tế…"),
        ("Tiêm tại Trạm Y tế phường Hòa Cường, mời bà con", 38, "Tiêm tại Trạm Y tế phường Hòa Cường…"),
        ("CẢNH BÁO ỨNG PHÓ LŨ TRÊN SÔNG", 15, "CẢNH BÁO ỨNG…"),
        ("Nộp thuế đến hết ngày 20/5/2026 tại phường", 38, "Nộp thuế đến hết ngày 20/5/2026…"),
    ],
)
def test_whole_words_are_kept(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short


@given(st.text(), st.integers(1, 80))
def test_never_longer(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    whole = " ".join(text.split())
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1]))
