"""The place and the part that a text names beside a time."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.understand.deadlines.reading import read
from bulletin.understand.text.lines import Lines

SIGNED = date(2025, 11, 17)


def beside(body: str) -> list[tuple[str, str]]:
    """(where, part) of every sure time of `body`."""
    return [(time.where, time.part) for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("Công ty tạm ngừng cấp nước tại ngõ 8, ngõ 10 đường Thử từ 8h đến 11h ngày 25/11/2025.", "ngõ 8, ngõ 10 đường Thử"),
        ("Kính mời bà con họp lúc 8 giờ ngày 29/11/2025 tại nhà văn hóa tổ 5.", "nhà văn hóa tổ 5"),
        ("- Tổ 4: phun thuốc sáng 22/11/2025;", "Tổ 4"),
        ("- TDP số 3, 4: Chủ nhật 23/11, từ 6h30.", "TDP số 3, 4"),
        ("Thời gian: 8h00 ngày 27/11/2025.\n\nĐịa điểm: Sân vận động phường.", "Sân vận động phường"),
        ("Niêm yết danh sách tại trụ sở UBND phường và nhà văn hóa các tổ từ ngày 19/11/2025 đến ngày 25/11/2025.",
         "trụ sở UBND phường và nhà văn hóa các tổ"),
        ("| Tổ | Thời gian ngừng điện | Thời gian có điện |\n|---|---|---|\n| 3, 4 | 8h00 ngày 22/11/2025 | 16h00 ngày 22/11/2025 |",
         "Tổ 3, 4"),
        ("✓ Tổ 1, 2: sáng thứ Tư 26/11/2025 (7h30 - 11h00), tại Trạm Y tế", "Tổ 1, 2, tại Trạm Y tế"),
        ("Phát quà tại Nhà văn hóa tổ 5, số 2 phố Thử: 8h00 - 11h00 ngày 25/11/2025.", "Nhà văn hóa tổ 5, số 2 phố Thử"),
        ("Kính mời bà con họp ngày 29/11/2025 tại Trường Tiểu học A vì nhà văn hóa đang sửa.", "Trường Tiểu học A"),
        ("Các cụ ở tổ 7 đến tổ 12 khám sáng thứ Tư, 26/11/2025.\n\nĐịa điểm: Trạm Y tế phường.",
         "Tổ 7 đến tổ 12, tại Trạm Y tế phường"),
        ("## Các tổ 7, 8\n\nXe gõ kẻng lấy rác từ 5h00 đến 6h30 sáng, trừ Chủ nhật.", "Tổ 7, 8"),
        # none of these is a place
        ("Người dân nộp hồ sơ quy định tại Điều 5 Nghị định số 12/2024/NĐ-CP trước ngày 27/11/2025.", ""),
        ("Kính mời bà con họp lúc 8 giờ ngày 29/11/2025.\n\nNơi nhận: Đảng ủy phường.", ""),
        ("Nộp hồ sơ trước ngày 27/11/2025.\n\nĐịa chỉ email: https://vi.du/", ""),
        # two lines of places: whose is which?
        ("Kính mời bà con họp ngày 29/11/2025.\n\nĐịa điểm: Nhà văn hóa tổ 1.\n\nĐịa điểm dự phòng: Trường Tiểu học A.", ""),
        # where people are sent, not where a road leads
        ("Ai hoãn tiêm thì đến Trạm Y tế sáng ngày 29/11/2025.", "Trạm Y tế"),
        ("Cấm xe đoạn từ cầu Thử đến trường Tiểu học ngày 29/11/2025.", ""),
        # of whom a line speaks
        ("Tổ 9: không vào rừng.\n\nBà con dọn vệ sinh ngày 29/11/2025.", ""),
        # not there
        ("Toàn phường, trừ tổ 5, ngừng cấp nước từ 8h đến 11h ngày 25/11/2025.", ""),
        ("Tổ 1 đến tổ 9 (không gồm các tổ 5, 6) ngừng cấp nước từ 8h đến 11h ngày 25/11/2025.", ""),
        ("Thay vì tại nhà văn hóa tổ 5, bà con họp tại Trường Tiểu học A ngày 29/11/2025.", "Trường Tiểu học A"),
        ("Kính mời bà con họp ngày 29/11/2025, thay vì tại nhà văn hóa khu, bà con đến tại Trường Tiểu học A.", "Trường Tiểu học A"),
        ("Kính mời bà con ngoài tổ 5 họp ngày 29/11/2025.", ""),
        ("Các hộ ngoài đê thuộc tổ 11, tổ 12 chuyển tài sản xong trước ngày 29/11/2025.", "Tổ 11, tổ 12"),
        # a line elsewhere does not say where something is handed in
        ("Địa điểm: Sân vận động phường.\n\nNgười dân đăng ký trước ngày 27/11/2025.", ""),
    ],
)  # fmt: skip
def test_a_place_is_what_the_text_names_beside_the_time(body: str, where: str) -> None:
    assert [place for place, _ in beside(body)] == [where]


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("1. Bán hồ sơ: từ 8h00 ngày 20/11/2025 đến 17h00 ngày 08/12/2025.", "Bán hồ sơ"),
        ("2. Thời gian xem tài sản: ngày 24/11/2025.", "Xem tài sản"),
        ("- Lớp 6: từ ngày 07/7/2026 đến hết ngày 09/7/2026.", "Lớp 6"),
        ("Thời gian: 8h00 ngày 27/11/2025.", ""),
        ("Khung giờ: 21h00 đến 23h00 ngày 27/11/2025.", ""),
        ("Tối thứ Ba và tối thứ Năm hằng tuần: 18h00 - 20h30.", ""),
        ("Hạn nộp hồ sơ của người dân: 30/11/2025.", "Nộp hồ sơ của người dân"),
    ],
)
def test_a_part_is_the_label_of_the_time_that_tells_more_than_time(body: str, part: str) -> None:
    assert [its for _, its in beside(body)] == [part]


def test_rows_of_a_table_have_each_their_area() -> None:
    head = "| STT | Thời gian ngừng điện | Thời gian có điện | Khu vực |\n|---|---|---|---|\n"
    rows = "| 1 | 07h30 ngày 22/11/2025 | 16h00 ngày 22/11/2025 | Tổ 1, 2 |\n| 2 | 22h00 ngày 24/11/2025 | 04h00 ngày 25/11/2025 | Ngõ 5 |"
    assert beside(head + rows) == [("Tổ 1, 2", "Ngừng điện"), ("Ngõ 5", "Ngừng điện")]


def test_a_row_says_for_whom_and_where_it_is() -> None:
    head = "| Đối tượng | Vắc xin | Ngày giờ | Khóm | Nơi tiêm |\n|---|---|---|---|---|\n"
    row = "| Người từ 65 tuổi | Cúm mùa | 7h30 ngày 22/11/2025 | Khóm 5, 6 | Trạm Y tế |\n"
    assert beside(head + row) == [("Khóm 5, 6, tại Trạm Y tế", "Người từ 65 tuổi: Cúm mùa")]


def test_a_place_in_the_cell_of_the_time_is_told_without_the_time() -> None:
    table = "| Khóm | Nơi nộp | Chậm nhất |\n|---|---|---|\n| Khóm 1 | Trụ sở khóm, ngày 22/11/2025 | 30/11/2025 |"
    assert beside(table)[0][0] == "Khóm 1, tại Trụ sở khóm"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (
            "Nhận tại Điểm Bưu điện phường, số 12 đường Thử, theo lịch:\n\n| Khối | Ngày |\n|---|---|\n| Khối 1, 2 | 24/11/2025 |",
            "Khối 1, 2, tại Điểm Bưu điện phường, số 12 đường Thử",
        ),
        (
            "3. Bốc thăm chỗ tại chợ tạm, ở Nhà văn hóa phường:\n- Hàng rau: 14h00 ngày 26/11/2025.",
            "Nhà văn hóa phường",
        ),
        (
            "- Khối 1 đến Khối 4 có mặt từ ngày 17/11 đến ngày 20/11/2025.\n- Tại trụ sở Ban Chỉ huy, số 9 đường Thử.",
            "Khối 1 đến Khối 4, tại trụ sở Ban Chỉ huy, số 9 đường Thử",
        ),
        ("Họp tại Hội trường phường:\n\nBà con dọn vệ sinh ngày 26/11/2025.", ""),  # it leads to no items
    ],
)
def test_the_line_that_leads_to_items_says_where_they_are(body: str, where: str) -> None:
    assert [place for place, _ in beside(body)] == [where]


def test_what_is_done_on_the_web_has_no_place() -> None:
    body = "Địa chỉ: số 88 đường Thử.\n\n- Từ 01/12 đến 10/12/2025: đăng ký trên mạng.\n- Từ 14/12 đến 18/12/2025: nộp tại trường."
    assert [where for where, _ in beside(body)] == ["", "số 88 đường Thử"]


def test_a_day_from_which_all_of_a_text_holds_begins_its_rules() -> None:
    body = "Kể từ ngày 01/12/2025 giờ lấy rác thay đổi như sau.\n\nXe gõ kẻng từ 19h30 đến 21h00 hằng ngày."
    rules = [time for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines if time.rrule]
    assert [rule.starts_on for rule in rules] == [date(2025, 12, 1)]


@pytest.mark.parametrize(
    "body",
    [
        "Chợ tạm họp từ ngày 01/12/2025 đến hết ngày 20/12/2025. Giờ họp chợ: 5h00 - 18h00 hằng ngày.",
        "Thời gian thí điểm: từ ngày 01/12/2025 đến hết ngày 20/12/2025.\n\nÁp dụng từ 6h00 đến 22h00 hằng ngày.",
    ],
)
def test_a_rule_goes_as_long_as_what_it_is_of(body: str) -> None:
    rules = [time for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines if time.rrule]
    assert [(rule.starts_on, rule.ends_on) for rule in rules] == [(date(2025, 12, 1), date(2025, 12, 20))]


def test_an_exception_is_of_the_rule_that_has_the_day() -> None:
    body = (
        "1. Tối thứ Ba hằng tuần: 18h00 - 20h30;\n"
        "2. Sáng thứ Bảy hằng tuần: 8h00 - 11h30 (riêng thứ Bảy 22/11/2025 không nhận)."
    )
    rules = [time.excluded for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines if time.rrule]
    assert rules == [(), (date(2025, 11, 22),)]


def test_lessons_end_with_the_last_one() -> None:
    body = "Lịch học: tối thứ Ba và tối thứ Năm, từ 19h00 đến 20h30; 4 buổi, buổi cuối là ngày 27/11/2025."
    rules = [time.ends_on for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines if time.rrule]
    assert rules == [date(2025, 11, 27)]


def test_lessons_begin_on_the_day_a_course_opens() -> None:
    body = "Khai giảng: 18h30 thứ Hai 24/11/2025.\n\nLịch học: tối thứ Hai, thứ Tư, 18h30 - 20h30."
    assert [time.starts_on for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines if time.rrule] == [
        date(2025, 11, 24)
    ]


def test_the_line_that_leads_to_rules_bounds_them() -> None:
    body = (
        "Từ ngày 20/11/2025 đến hết ngày 31/12/2025, Công an phường nhận hồ sơ thêm vào:\n\n"
        "1. Tối thứ Ba hằng tuần: 18h00 - 20h30;\n2. Sáng thứ Bảy hằng tuần: 8h00 - 11h30."
    )
    rules = [time for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines if time.rrule]
    assert [(rule.starts_on, rule.ends_on) for rule in rules] == [(date(2025, 11, 20), date(2025, 12, 31))] * 2


def test_all_days_of_the_week_are_seven_and_an_exception_alone_leaves_six() -> None:
    body = (
        "Xe lấy rác từ 19h30 đến 21h00, tất cả các ngày trong tuần.\n\nXe lấy rác từ 5h00 đến 6h30 sáng, trừ Chủ nhật."
    )
    rules = [time.rrule for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines]
    assert rules == ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"]


def test_the_day_on_which_residents_elect_is_theirs() -> None:
    body = (
        "Bầu Tổ trưởng tổ dân phố:\n\nI. NGÀY BẦU\n\nChủ nhật, ngày 30/11/2025, từ 7h00 đến 11h00, tại nhà văn hóa tổ."
    )
    assert [time.audience for time in read(body, Lines(body, 1, "a.md"), SIGNED).deadlines] == ["residents"]


@pytest.mark.parametrize("hours", ["8h00 - 11h00", "8h - 11h", "8 giờ - 11 giờ"])
def test_hours_before_a_span_are_no_number_of_a_paper(hours: str) -> None:
    body = f"Nhận quà: {hours}, từ thứ Hai 25/01/2027 đến hết thứ Sáu 29/01/2027."
    (time,) = read(body, Lines(body, 1, "a.md"), date(2026, 11, 10)).deadlines
    assert (time.starts_on, time.ends_on, time.hours) == (date(2027, 1, 25), date(2027, 1, 29), hours)
