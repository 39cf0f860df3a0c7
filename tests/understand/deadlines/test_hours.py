"""At which hours a time is that a text tells: of each day, or from an hour of the first day to one of the last."""

from __future__ import annotations

import pytest

from tests.understand.deadlines.test_deadlines import read
from tests.words.dates.test_hours import shown

CASES = {
    "Tạm ngừng cấp nước từ 21h00 ngày 20/5/2022 đến 5h00 ngày 21/5/2022.": "21:00=>5:00",
    "Tạm ngừng cấp nước từ 22h ngày 20/5/2022 đến 4h sáng hôm sau.": "22:00=>4:00",
    "Tạm ngừng cấp nước từ 8h ngày 20/5/2022 đến 18h cùng ngày.": "8:00=>18:00",
    "Tạm ngừng cấp nước từ 8h đến 16h ngày 20/5/2022.": "8:00-16:00",
    "Thời gian: từ 13 giờ ngày 20/5/2022 đến 16 giờ ngày 20/5/2022.": "13:00=>16:00",
    "Cấm xe: Từ 22h00 đến 05h00 sáng hôm sau, từ ngày 20/5/2022 đến ngày 30/6/2022.": "22:00-29:00",
    "Mời bà con tiêm từ ngày 20/5/2022 đến ngày 22/5/2022: sáng 7h30 - 11h30; chiều 1h30 - 4h.": (
        "7:30-11:30, 13:30-16:00"
    ),
    "Thời gian: 7h30 - 11h, ngày 20 và 21/5/2022.": "7:30-11:00",
    "Triển lãm mở cửa lúc 18 giờ ngày 20/5/2022 và kéo dài đến hết ngày 22/5/2022, mời bà con xem.": "18:00=>24:00",
    "Đăng ký từ 00 giờ 00 ngày 20/5/2022 đến 24 giờ 00 ngày 22/5/2022.": "0:00=>24:00",
    "Đề nghị các hộ nộp phí trước 17h00 ngày 20/5/2022.": "17:00",
    "Từ 14h ngày 20/5/2022, tạm ngưng cấp nước khu vực khu phố 4.": "14:00",
    "Mời bà con họp lúc 2 giờ chiều ngày 20/5/2022.": "14:00",
    "Đổ rác 18h - 20h30 hằng ngày.": "18:00-20:30",
    "Mời bà con tiêm: sáng 7h30 - 11h, chiều 1h30 - 5h ngày 20/5/2022.": "7:30-11:00, 13:30-17:00",
    "Cấm đường trong khung giờ 6h-8h và 16h-19h, từ ngày 20/5/2022 đến ngày 30/6/2022.": "6:00-8:00, 16:00-19:00",
    "Nhận hồ sơ từ 8h00 đến 17h00 các ngày từ 20/5/2022 đến 25/5/2022, mời bà con.": "8:00-17:00",
    # What can be read in two ways, and what has no hour of its own: whole days.
    "Chiều: mời bà con họp lúc 2 giờ ngày 20/5/2022.": "",
    "Mời bà con tiêm từ ngày 20/5/2022 đến 17h00 ngày 22/5/2022.": "",
    "Mời bà con tiêm từ ngày 20/5/2022 đến ngày 22/5/2022, lúc 7h30.": "",
    "Cấm xe: từ 22h đến 05h, từ ngày 20/5/2022 đến ngày 21/5/2022.": "",
    "Đề nghị các hộ nộp phí chậm nhất 24h00 ngày 20/5/2022.": "",
    "Đề nghị các hộ nộp phí từ nay đến 20/5/2022 (sáng 7h30-11h30; chiều 13h30-17h00).": "",
    "Mời bà con tiêm lúc 7h30, 8h30 ngày 20/5/2022.": "",
    "Mời bà con khám bệnh ngày 20/5/2022 từ 7h30 đến hết buổi sáng.": "",
    "Thời gian: ngày 20/5/2022.": "",
}


@pytest.mark.parametrize(("text", "right"), CASES.items())
def test_hours_as_a_text_tells_them(text: str, right: str) -> None:
    assert {shown(deadline.clock) for deadline in read(text)} == {right}


def test_a_row_of_a_table_has_an_hour_at_each_end() -> None:
    head = "| STT | Thời gian ngừng điện | Thời gian có điện |\n|---|---|---|\n"
    rows = "| 1 | 22h00 ngày 20/5/2022 | 04h00 ngày 21/5/2022 |\n| 2 | 7h ngày 22/5/2022 | 16h ngày 22/5/2022 |\n"
    assert [shown(deadline.clock) for deadline in read(head + rows)] == ["22:00=>4:00", "7:00=>16:00"]


def test_hours_of_a_row_stand_in_cells_of_their_own() -> None:
    power = "| Ngày | Giờ cắt điện | Giờ đóng điện lại |\n|---|---|---|\n| Thứ Ba, 24/5/2022 | 5h00 | 15h00 |\n"
    spraying = "| Tổ | Lần 1 | Lần 2 | Giờ phun |\n|---|---|---|---|\n| Tổ 3 | 21/5/2022 | 28/5/2022 | 6h00 - 9h00 |\n"
    assert [shown(deadline.clock) for deadline in read(power)] == ["5:00-15:00"]
    assert [shown(deadline.clock) for deadline in read(spraying)] == ["6:00-9:00"] * 2
    parts = "| Tổ | Buổi | Ngày |\n|---|---|---|\n| Tổ 1 | Sáng | 21/5/2022 |\n| Tổ 2 | Chiều | 21/5/2022 |\n"
    assert [deadline.hours for deadline in read(parts)] == ["buổi sáng", "buổi chiều"]
    told = f"{parts}\nBuổi sáng từ 7h30 đến 11h00; buổi chiều từ 13h30 đến 16h30."
    assert [shown(deadline.clock) for deadline in read(told)] == ["7:30-11:00", "13:30-16:30"]


def test_hours_of_another_time_are_not_its_own() -> None:
    first, second = read("Mời tổ 1 tiêm ngày 20/5/2022, 7h30-11h30, tổ 2 tiêm từ ngày 21/5/2022 đến ngày 23/5/2022.")
    assert (shown(first.clock), second.clock, second.hours) == ("7:30-11:30", None, "")


def test_a_moved_time_has_the_hours_of_its_new_day() -> None:
    (moved,) = read("Cuộc họp dân dời từ 8 giờ ngày 20/5/2022 sang 14 giờ ngày 21/5/2022, mời bà con dự.")
    assert (moved.hours, shown(moved.clock)) == ("14 giờ", "14:00")
