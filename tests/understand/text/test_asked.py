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
    ("body", "first"),
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
def test_what_is_asked_is_a_short_sentence_of_the_text(body: str, first: str) -> None:
    """Papers to bring before what it urges."""
    assert (of(body).bring or of(body).request) == first


@pytest.mark.parametrize(
    ("body", "bring"),
    [
        ("2. Nơi nhận hồ sơ: số 22 ngõ 31.\n\n3. Hồ sơ gồm:\n\n- Đơn;\n- Sổ tiêm chủng (mang theo để đối chiếu).",
         "Hồ sơ gồm: Đơn; Sổ tiêm chủng (mang theo để đối chiếu)."),
        ("Thời gian nhận hồ sơ: từ ngày 11/10/2027.", ""),
        ("Hồ sơ: đơn theo mẫu, bản sao giấy khai sinh.", "Hồ sơ: đơn theo mẫu, bản sao giấy khai sinh."),
        ("Đề nghị mỗi hộ:\n\n(1) Cử người ở nhà;\n\n(2) Chuẩn bị bản sao: Căn cước của chủ hộ;",
         "Chuẩn bị bản sao: Căn cước của chủ hộ"),
        ("Các đơn vị chuẩn bị hội trường, loa máy.", ""),
    ],
)  # fmt: skip
def test_papers_to_bring_are_a_list_or_a_sentence(body: str, bring: str) -> None:
    assert of(body).bring == bring


@pytest.mark.parametrize(
    ("body", "pay"),
    [
        ("3. Lệ phí: 30.000 đồng/người. Nộp tại chỗ.", "Lệ phí: 30.000 đồng/người."),
        ("Gửi xe tại cổng, giá 3.000 đồng/xe máy.", "Gửi xe tại cổng, giá 3.000 đồng/xe máy."),
        ("I. MỨC ĐÓNG\n\n- Người lao động tự do: 10.000 đồng/người/năm.\n- Cán bộ: đóng tại cơ quan.",
         "Mức đóng: Người lao động tự do: 10.000 đồng/người/năm."),
        ("Đổ rác sai chỗ bị phạt tiền từ 500.000 đồng đến 1.000.000 đồng.", ""),
        ("Kinh phí thực hiện: thu từ ngân sách 20.000.000 đồng.", ""),
        ("Giải Nhất: tiền thưởng 2.000.000 đồng.", ""),
        ("Số dân là 12.000 người.", ""),
    ],
)  # fmt: skip
def test_what_is_to_be_paid_is_told_and_fines_and_prizes_are_not(body: str, pay: str) -> None:
    assert of(body).pay == pay


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
        of("Đề nghị bà con mang theo sổ hồng.", ("sổ hồng", "Căn cước")).bring == "Đề nghị bà con mang theo Căn cước."
    )
