"""What words near a time take back goes to the editor with its reason, never to residents."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.understand.deadlines.reading import read
from bulletin.understand.text.lines import Lines

SIGNED = date(2022, 4, 28)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Các buổi sau đây bị hủy:\n- Tiêm chủng 25/5/2022\n- Khám thai 26/5/2022", "hoãn"),
        ("Phát quà ngày 25/5/2022. Lịch nói trên tạm hoãn.", "hoãn"),
        ("Thu hồi giấy mời họp dân ngày 25/5/2022.", "hoãn"),
        ("Ngày 25/5/2022, Trạm Y tế phường không tổ chức khám.", "hoãn"),
        ("Thông tin cắt điện toàn phường ngày 25/5/2022 là tin giả.", "tin giả"),
        ("Nếu trời mưa, buổi phun thuốc sẽ được tổ chức vào ngày 25/5/2022.", "điều kiện"),
        ("Sau ngày 30/5/2022 phường mới tiếp nhận hồ sơ xét trợ cấp.", "sau ngày này"),
        ("Đề nghị các hộ không đốt rơm rạ trước ngày 30/5/2022.", "Hạn tính"),
        ("Bà con không mang đồ ra điểm trước 6h00 ngày 30/5/2022.", "Hạn tính"),
        ("Hộ dân phải nộp hồ sơ 10 ngày trước ngày 30/5/2022.", "Hạn tính"),
        ("Cắt điện từ 24/5 đến 28/5 (trừ ngày 26/5).", "trừ ra"),
        ("Cấm xe các tuyến: 3/6, 30/6, Lê Lợi.", "tên đường"),
        ("Nhiều cử tri đề nghị công ty trả mặt đường trước ngày 30/5/2022.", "đề xuất"),
        ("Ví dụ: cắt điện từ 7h đến 11h ngày 30/5/2022.", "ví dụ"),
        ("Nắng nóng còn kéo dài đến khoảng ngày 25/5/2022.", "khoảng"),
        ("Tạm ngừng tiếp công dân thứ 5 hàng tuần.", "hoãn"),
    ],
)
def test_a_time_taken_back_is_left_to_the_editor(text: str, reason: str) -> None:
    times = read(text, Lines(text, 1, "x.md"), SIGNED)
    assert times.deadlines == ()
    assert times.doubtful
    assert all(reason in one.doubt for one in times.doubtful)


def test_a_correction_over_two_lines_moves_a_time_once() -> None:
    body = (
        "- Tại bảng lịch đã ghi: «Chủ nhật 22/5/2022».\n- Nay sửa lại là: «Chủ nhật 29/5/2022».\n\n"
        "Ngày 22/5/2022 không có cán bộ, bà con không phải đến ngày 22/5."
    )
    times = read(body, Lines(body, 1, "x.md"), SIGNED)
    assert [(change.was[0], change.now and change.now[0]) for change in times.changes] == [
        (date(2022, 5, 22), date(2022, 5, 29))
    ]


def test_a_new_time_that_is_labelled_so_takes_the_place_of_the_one_recalled() -> None:
    body = (
        "Theo Thông báo số 27/TB-MTTQ, điểm số 3 họp lúc 8h00 ngày 21/5/2022 tại Hội trường.\n\n"
        "Nay điều chỉnh như sau:\n\n- Thời gian mới: 8h00 ngày 28/5/2022."
    )
    times = read(body, Lines(body, 1, "x.md"), SIGNED)
    assert [time.starts_on for time in times.deadlines] == [date(2022, 5, 28)]
    assert [(change.was[0], change.now and change.now[0]) for change in times.changes] == [
        (date(2022, 5, 21), date(2022, 5, 28))
    ]


def test_a_new_time_takes_the_place_of_what_was_told_last_alone() -> None:
    body = (
        "Tổ 1 khám ngày 20/5/2022. Tổ 2 khám ngày 21/5/2022.\n\nDời buổi của tổ 2 như sau:\n\n"
        "- Thời gian mới: ngày 28/5/2022."
    )
    times = read(body, Lines(body, 1, "x.md"), SIGNED)
    assert [time.starts_on for time in times.deadlines] == [date(2022, 5, 20), date(2022, 5, 28)]
    assert [change.was[0] for change in times.changes] == [date(2022, 5, 21)]
