"""Whom a notice is for, and what it asks of them."""

from __future__ import annotations

import pytest

from bulletin.model.prose import Asked
from bulletin.understand.prose import understand
from bulletin.understand.text.asked import asked


def of(body: str, *errata: tuple[str, str]) -> Asked:
    prose, _ = understand(body, "a.md", 1, "")
    return asked(prose.text, errata)


@pytest.mark.parametrize(
    ("body", "request_"),
    [
        ("Trạm tiêm chủng. Đề nghị phụ huynh mang theo sổ tiêm chủng. Trẻ tiêm bù: sáng 08/12.",
         "Đề nghị phụ huynh mang theo sổ tiêm chủng."),
        ("Đề nghị Nhân dân dự trữ nước.\n\nKhi đi mang theo Căn cước.", "Khi đi mang theo Căn cước."),
        ("Cắt nước ngày 21/11. Các hộ dân chủ động dự trữ nước.", "Các hộ dân chủ động dự trữ nước."),
        ("Đề nghị các đồng chí tổ trưởng tuyên truyền tới bà con.", ""),
        ("III. GIẤY TỜ MANG THEO\n\n1. Căn cước;\n2. Sổ hộ nghèo.\n\nAi ở xa thì nhờ người thân.",
         "Giấy tờ mang theo: Căn cước; Sổ hộ nghèo."),
        ("3. Hồ sơ gồm:\n\n- Đơn (theo mẫu);\n- 02 ảnh 3x4.", "Hồ sơ gồm: Đơn (theo mẫu); 02 ảnh 3x4."),
        ("**Giấy tờ**\n\n- Mang Căn cước và sổ lĩnh trợ cấp.\n- Nhận thay: thêm giấy ủy quyền.",
         "Mang Căn cước và sổ lĩnh trợ cấp."),
        ("Giấy tờ mang theo.\n\nPhường thông báo.", ""),  # a heading says nothing by itself
        ("Bà con không ra sông từ 12 giờ hôm nay.", ""),
        ("Đề nghị bà con: " + "việc rất dài " * 20, ""),
    ],
)  # fmt: skip
def test_the_request_is_a_short_sentence_of_the_text(body: str, request_: str) -> None:
    assert of(body).request == request_


def test_whom_it_is_for_is_the_one_line_that_says_so() -> None:
    assert of("3. Đối tượng: trẻ từ 2 đến 24 tháng tuổi.").whom == "trẻ từ 2 đến 24 tháng tuổi"
    assert of("Đối tượng: trẻ em.\n\nĐối tượng không tiêm: trẻ đang sốt.").whom == ""


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("Thành phần tham dự: đại diện các hộ.", "đại diện các hộ"),
        ("Thành phần: đại diện các hộ.", "đại diện các hộ"),
        ("Đối tượng tiêm: trẻ từ 1 đến 5 tuổi.", "trẻ từ 1 đến 5 tuổi"),
        ("Thành phần hồ sơ: đơn, giấy khai sinh.", ""),
        ("Đối tượng không tiêm: trẻ đang sốt.", ""),
        ("Đối tượng hoãn tiêm: trẻ đang sốt.", ""),
        ("Đối tượng được miễn phí vệ sinh: hộ nghèo.", ""),
        ("Đối tượng chống chỉ định: trẻ dị ứng.", ""),
    ],
)
def test_who_need_not_come_and_what_papers_are_made_of_is_not_whom_it_is_for(line: str, whom: str) -> None:
    assert of(line).whom == whom


def test_errata_are_followed() -> None:
    assert (
        of("Đề nghị bà con mang theo sổ hồng.", ("sổ hồng", "Căn cước")).request == "Đề nghị bà con mang theo Căn cước."
    )
