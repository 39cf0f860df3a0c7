"""What a text begins with before it tells anything: left out as far as it is a formula, and no word further."""

from __future__ import annotations

import pytest

from bulletin.understand.markdown.opening_formulas import telling

PAPER = "Công văn số 5/UBND-YT ngày 01/11/2025 của UBND quận về việc tiêm chủng"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        # a basis
        ("Căn cứ Luật Đất đai; Nghị định số 1/2025/NĐ-CP ngày 02/01/2025 của Chính phủ;", ""),
        (f"Thực hiện {PAPER}, Trạm Y tế mời trẻ tới tiêm.", "Trạm Y tế mời trẻ tới tiêm."),
        (f"Theo đề nghị của Trưởng Trạm Y tế tại {PAPER}. Bà con đưa trẻ tới tiêm.", "Bà con đưa trẻ tới tiêm."),
        (f"Theo {PAPER}, đề nghị các hộ đưa trẻ tới tiêm.", "Đề nghị các hộ đưa trẻ tới tiêm."),
        ("Theo dõi tin bão trên đài.", None),
        ("Thực hiện tiết kiệm điện giờ cao điểm.", None),
        # what was received
        (f"UBND phường nhận được {PAPER}. Trẻ tiêm ở trạm.", "Trẻ tiêm ở trạm."),
        (f"UBND phường nhận được {PAPER}. Đề nghị đưa trẻ tới trạm.", "Đề nghị đưa trẻ tới trạm."),
        (f"Phòng Y tế vừa nhận được {PAPER}, UBND phường mời trẻ tới tiêm.", "UBND phường mời trẻ tới tiêm."),
        ("Công an phường nhận được 12 hồ sơ đăng ký xe.", None),
        # that it is announced
        ("UBND phường thông báo để Nhân dân được biết: tổ 1 mất nước.", "Tổ 1 mất nước."),
        ("Xin trân trọng thông báo đến toàn thể bà con như sau:", ""),
        ("Nay thông báo để các hộ dân biết và thực hiện.", ""),
        ("Đảng ủy phường thông báo đến toàn thể cán bộ và nhân dân trên địa bàn một số nội dung sau.", ""),
        ("Hội đồng nghĩa vụ quân sự phường thông báo: Công dân có mặt lúc 7 giờ.", "Công dân có mặt lúc 7 giờ."),
        ("Trạm Y tế phường thông báo lịch tiêm như sau: Tổ 1 buổi sáng.", None),
        ("Trường Mầm non thông báo tuyển sinh.", None),
        ("Đề nghị Nhân dân chú ý theo dõi thông báo.", None),
        ("UBND phường công bố danh sách hộ nghèo. Ai có ý kiến gửi trước 05/5.", None),
        # a purpose
        ("Để bảo đảm an toàn khi thi công, UBND phường cấm xe trên đường.", "UBND phường cấm xe trên đường."),
        ("Để được hỗ trợ, bà con gọi 1022.", None),
        ("Nhằm vào ngày rằm, chợ đóng cửa.", None),
        # one after the other
        (
            f"Thực hiện {PAPER}, UBND phường thông báo để Nhân dân biết: trẻ tiêm ở trạm.",
            "Trẻ tiêm ở trạm.",
        ),
    ],
)
def test_what_is_left_of_a_line(line: str, told: str | None) -> None:
    assert telling(line) == (line if told is None else told)
