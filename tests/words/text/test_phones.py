"""Numbers that can be dialled, and figures that are something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.phones import called, phones


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("Gọi 024 3827 1234.", {"024 3827 1234": "02438271234"}),
        ("Tổ trưởng: 0912.345.678 (giờ hành chính)", {"0912.345.678": "0912345678"}),
        ("(024) 3827.1234 máy lẻ 12", {"(024) 3827.1234": "02438271234"}),
        ("0236-3827-123", {"0236-3827-123": "02363827123"}),
        ("+84 24 3827 1234; (+84) 912 345 678", {"+84 24 3827 1234": "+842438271234", "(+84) 912 345 678": "+84912345678"}),
        ("098 765 4321 - 097 123 4567", {"098 765 4321": "0987654321", "097 123 4567": "0971234567"}),
        ("0987654321/0971234567,0351112223", {n: n for n in ("0987654321", "0971234567", "0351112223")}),
        ("Tổng đài 1900 1234, 18006789 hoặc 1900.123.456", {"1900 1234": "19001234", "18006789": "18006789", "1900.123.456": "1900123456"}),
        ("113", {"113": "113"}),
        ("Gọi 113 hoặc 114", {"113": "113", "114": "114"}),
        ("Cấp cứu: 115, cứu hỏa 114.", {"115": "115", "114": "114"}),
        ("Báo công an 113.", {"113": "113"}),
        ("Báo cháy: 114", {"114": "114"}),
        ("Gọi ngay 114 khi có cháy", {"114": "114"}),
        ("Gọi 113; 114/115", {n: n for n in ("113", "114", "115")}),
        ("Gọi 113, 114 và 115", {n: n for n in ("113", "114", "115")}),
        ("Gọi 113, 114 hộ đã ký", {"113": "113"}),
        ("0912345678-0987654321", {n: n for n in ("0912345678", "0987654321")}),
        ("02438271234-02438275678-0987654321", {n: n for n in ("02438271234", "02438275678", "0987654321")}),
    ],
)  # fmt: skip
def test_found(text: str, dialled: dict[str, str]) -> None:
    assert {words: number for words, number in phones(text) if number} == dialled


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Phòng 114, số 115 phố Ngô Gia Tự",
        "Gọi 115 hộ dân đến họp",
        "Công an 113 phường, công an 115/QĐ",
        "0912345678-09, 12-0912345678-3",
        "Quyết định số 115/QĐ-UBND, 113-CV/QU",
        "Từ 01-05-2022 09:00 đến 08.10.2022 17:30",
        "Căn cước 001203004567, tài khoản 0123456789012345",
        "năm 1900 - 1975, 1900 hộ, 1.900.000 đồng",
        "012 345 678",
        "A0912345678, 0912345678a",
    ],
)
def test_not_found(text: str) -> None:
    assert [words for words, number in phones(text) if number] == []


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("024 3827 1234 – máy lẻ 12", ["02438271234"]),
        ("3827 1234", ["38271234"]),
        ("(04) 3827.1234", ["0438271234"]),
        ("1022", ["1022"]),
        ("hỏi ở văn phòng", []),
        ("", []),
    ],
)
def test_what_is_known_to_be_a_number_is_called(text: str, dialled: list[str]) -> None:
    assert [number for _, number in called(text) if number] == dialled
    assert "".join(words for words, _ in called(text)) == text


@given(st.text(alphabet="0123456789+()./- abgọiGỌI<&\"'") | st.text())
def test_the_words_of_the_text_stay(text: str) -> None:
    pieces = phones(text)
    assert "".join(words for words, _ in pieces) == text
    assert all(set(number) <= set("+0123456789") for _, number in pieces)
