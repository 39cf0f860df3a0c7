"""What previews, feeds and search tell of a text first: what it is about, whole, and never what stands above that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.understand.prose import understand
from tests.properties import examples
from tests.understand.citations.test_cases import NOWHERE

HEADS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG THỬ\n\nSố: 12/TB-UBND",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Thử, ngày 05 tháng 11 năm 2025",
    "**THÔNG BÁO**\n\nVề việc phun hóa chất",
    "Kính gửi: Các tổ dân phố",
    "# I. Phần chung",
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/11/2025 của UBND quận.",
    "Thực hiện Công văn số 5/UBND-YT ngày 01/11/2025 của UBND quận về việc tiêm chủng;",
    "Xét đề nghị của Trưởng phòng Văn hóa;",
    "Tiếp theo Thông báo số 9/TB-UBND ngày 01/11/2025.",
    "UBND phường nhận được Thông báo số 9/TB-ĐL ngày 01/11/2025 của Công ty Điện lực về việc cắt điện.",
    "UBND phường thông báo để Nhân dân được biết:",
    "Nay thông báo đến toàn thể bà con trên địa bàn phường biết và thực hiện.",
)
OPEN = ("Lịch phun:", "Cụ thể như sau:", "**Tuyển sinh trực tuyến:**", "Thời gian thực hiện:")
ITEMS = (
    "- Tổ 1: sáng 22/11/2025;\n- Tổ 2: chiều 22/11/2025.",
    "1. Đối tượng:\n   - trẻ em;\n   - người già.\n2. Thời gian: 8 giờ.",
    "| STT | Tổ | Ngày |\n|---|---|---|\n| 1 | Tổ 1 | 22/11/2025 |",
    "> Tổ 3: tối 23/11/2025",
)
TELLING = ("Nhân dân đổ rác đúng giờ.", "Trạm Y tế mời trẻ dưới 5 tuổi tới tiêm.", "Tạm ngừng cấp nước tại tổ 3")


def lead(body: str) -> str:
    return understand(body, "x.md", 1, "", NOWHERE)[0].lead


block = st.sampled_from([*HEADS, *BASES, *OPEN, *ITEMS, *TELLING])


@examples(16)
@given(blocks=st.lists(block, min_size=1, max_size=7))
def test_a_lead_goes_on_after_a_colon_and_leaves_out_what_stands_above(blocks: list[str]) -> None:
    told = lead("\n\n".join(blocks))
    assert told or not any(b in (*TELLING, *OPEN, *ITEMS) for b in blocks)
    assert not told.endswith((":", ";", ","))
    assert not told.startswith(
        ("Căn cứ", "Thực hiện Công văn", "Xét đề nghị", "Tiếp theo", "UBND phường", "Nay thông báo")
    )
    assert ":;" not in told and ":." not in told and ";;" not in told
    if any(b in (*TELLING, *OPEN, *ITEMS) for b in blocks):
        for word in ("CỘNG HÒA", "Độc lập", "ỦY BAN", "ĐẢNG CỘNG", "Số:", "ngày 05 tháng", "Kính gửi", "Về việc"):
            assert word not in told
    first = next((b for b in blocks if b in (*TELLING, *OPEN, *ITEMS)), "")
    if first in TELLING:
        assert told == first


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Lịch phun:\n\n- Tổ 1: sáng 22/11;\n- Tổ 2: chiều.", "Lịch phun: Tổ 1: sáng 22/11; Tổ 2: chiều"),
        ("Lịch:\n\n| STT | Tổ | Ngày |\n|---|---|---|\n| 1 | Tổ 1 | 22/11 |", "Lịch: Tổ 1, Ngày 22/11"),
        ("Thời gian: 8 giờ\nĐịa điểm: tổ 3", "Thời gian: 8 giờ; Địa điểm: tổ 3"),
        (
            "Thực hiện Công văn số 5/UBND-YT ngày 01/11/2025 của UBND quận về tiêm chủng, UBND phường thông báo lịch.",
            "UBND phường thông báo lịch.",
        ),
        ("Thực hiện chỉ đạo tại Công văn số 5-CV/QU. Các tổ dọn vệ sinh.", "Các tổ dọn vệ sinh."),
        ("Căn cứ Luật Đất đai;\n\nCăn cứ Luật Nhà ở.", ""),
        ("UBND phường thông báo để Nhân dân được biết:\n\n- Tổ 1: sáng;\n- Tổ 2: chiều.", "Tổ 1: sáng; Tổ 2: chiều"),
        (
            "Trạm Y tế thông báo lịch tiêm như sau:\n\n- Tổ 1: sáng.",
            "Trạm Y tế thông báo lịch tiêm như sau: Tổ 1: sáng",
        ),
        ("Thực hiện Nghị quyết số 5/NQ-\nHĐND ngày 01/11/2025, UBND phường\nmời họp.", "UBND phường mời họp."),
        ("Về việc cắt điện\n\nCăn cứ Luật Điện lực.", "Về việc cắt điện"),
        ("Mời tới họp.\n\nTrân trọng thông báo.", "Mời tới họp."),
        ("Trân trọng thông báo:\n\nMời tới họp.", "Mời tới họp."),
        ("Thực hiện tiết kiệm điện giờ cao điểm.", "Thực hiện tiết kiệm điện giờ cao điểm."),
        ("Theo dõi tin bão trên đài.", "Theo dõi tin bão trên đài."),
        ("Số 12/4 đường Thử bị ngập.", "Số 12/4 đường Thử bị ngập."),
        ("Lịch phun:", "Lịch phun"),
        ("THÔNG BÁO\n\nMang theo:\n\n- CCCD;\n- Sổ khám.", "Mang theo: CCCD; Sổ khám"),
        ("Kính gửi:\n\n- Các tổ dân phố;\n- Nhân dân.\n\nMời tới họp.", "Mời tới họp."),
    ],
)
def test_what_is_told(body: str, told: str) -> None:
    assert lead(body) == told
