"""Numbers to be called in texts of any kind, and figures that are something else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.text.phones_in_prose import phones_in_prose


def dialled(text: str, before: str = "") -> list[str]:
    return [number.dial for number in phones_in_prose(text, before)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Đường dây nóng: 0912.345.678 - 024.3827.1234.", ["0912345678", "02438271234"]),
        ("Gọi ông Mẫu (0912345678); Fax: 024 3827 1235", ["0912345678"]),
        ("liên hệ bà Mẫu, công chức địa chính, số điện thoại 0912345678 để được hướng dẫn", ["0912345678"]),
        ("điện đến số 0912345678 - đồng chí trực", ["0912345678"]),
        ("Tổ trưởng Nguyễn Văn Mẫu 0912345678", ["0912345678"]),
        ("ĐT/Fax: 024.38271234", ["02438271234"]),
        ("ĐT: +84 912 345 678, (024) 3827.1234", ["+84912345678", "02438271234"]),
        ("Số tài khoản 0912345678, điện thoại 0987654321", ["0987654321"]),
        ("sđt: 0912345678/0987654321", ["0912345678", "0987654321"]),
        ("sđt 0912\u00a0345\u00a0678 – 0987\u202f654\u202f321", ["0912345678", "0987654321"]),
        ("Tổng đài 1900 1234, 18006789", ["19001234", "18006789"]),
        ("Khi có cháy, gọi 114 hoặc Công an phường 024.3827.1234", ["114", "02438271234"]),
        ("Tổng đài quốc gia bảo vệ trẻ em: 111", ["111"]),
        ("Công an phường: 069.234.5678", ["0692345678"]),
        ("Gọi 113, 114 và 115", ["113", "114", "115"]),
        ("Khi bị lừa đảo, gọi ngay Công an phường 024.3827.1234", ["02438271234"]),
        ("0912.345.678", ["0912345678"]),
        ("Ngân hàng Chính sách xã hội: 024.3827.1234", ["02438271234"]),
    ],
)
def test_found(text: str, numbers: list[str]) -> None:
    assert dialled(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Fax: 024 3827 1234",
        "Số tài khoản: 0912345678 tại ngân hàng; STK 0912.345.678",
        "chuyển vào 0912.345.678 (Agribank), 0987 654 321 mở tại Kho bạc",
        "Mã số thuế 0901234567, MST: 0912345678, mã hồ sơ 0912.345.678",
        "Số CCCD 024012345678, căn cước số 0912345678, thẻ BHYT 0912345678",
        "biên lai số 0912345678, hóa đơn 0912345678, giấy phép 0912 345 678",
        "Quyết định số 0912345678/QĐ-UBND, 12/0912345678, 0912345678-TB/ĐU",
        "từ 03.11.2025 15 hộ, 08 11 2025 20 phút, 02.11.2025 150 người",
        "tổng cộng 0912345678 đồng, 1900.000.000 đồng, 0912 345 678 m2",
        "Từ năm 1900 1975, tổng số 1900 1234",
        "0912345678",  # nobody says what it is
        "hồ sơ số 0912345678, Chủ tịch nhận văn bản số 0912345678",
        "phòng 112 hoặc 113; nhà số 115; 114 hộ",
        "quân sự 45, công an 113, y tế 12",
        "gọi công dân nhập ngũ: công an 113",
        "họp gọi tại phòng 114",
        "gọi 0255.389.114, 0412345678, 0112345678",  # of a wrong length, of no network
        "Cảnh giác: 0912.345.678 mạo danh công an",
        "Đối tượng giả danh công an gọi từ số 0912345678",
        "Không nghe máy các số 0912345678, 1900 1234",
    ],
)
def test_not_found(text: str) -> None:
    assert dialled(text) == []


def test_what_stands_before_counts() -> None:
    assert dialled("113", "Đường dây nóng:") == ["113"]
    assert dialled("0912345678", "Điện thoại") == ["0912345678"]
    assert dialled("0912.345.678", "Số tài khoản") == []
    assert dialled("0912.345.678", "Các số lừa đảo:") == []
    assert dialled("113") == []


def test_whether_words_ask_to_call() -> None:
    (asked,) = phones_in_prose("Liên hệ bà Mẫu, cán bộ y tế, 0912.345.678")
    (other,) = phones_in_prose("Chủ hộ: Nguyễn Văn Mẫu, 0912.345.678")
    assert (asked.is_called, other.is_called) == (True, False)


@given(
    st.lists(
        st.sampled_from(
            [
                "gọi ",
                "0912.345.678",
                "024 3827 1234",
                "/",
                "-",
                " ",
                "fax ",
                "113",
                " hoặc ",
                "1900 1234",
                "lừa đảo ",
                "0",
            ]
        )
    ).map("".join)
    | st.text(),
    st.sampled_from(["", "Điện thoại:"]),
)
def test_what_is_dialled_are_the_figures_of_the_text(text: str, before: str) -> None:
    end = 0
    for number in phones_in_prose(text, before):
        assert end <= number.start < number.stop <= len(text)
        assert number.dial == re.sub(r"[^0-9+]", "", text[number.start : number.stop])
        end = number.stop
