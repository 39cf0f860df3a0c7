"""Days of title and card that the text does not print are told; what may be right, or is no day to come, is left alone."""

from __future__ import annotations

import pytest

from tests.conftest import Ward

MEETING = "Tổ dân phố họp vào 19h30 ngày 05/5/2022 tại nhà văn hóa."


def doubts(ward: Ward, title: str, body: str, front: str = "") -> list[str]:
    """What is told of a notice of 28/4/2022, as `line key day`."""
    head = f"title: '{title}'\ndate: 28/4/2022\npublish: public\n{front}"
    ward.write("notices/a.md", f"---\n{head}---\n\n{body}\n")
    shown = [(p.place.line, p.says) for p in ward.build().problems if p.code == "summary-day"]
    return [f"{line} {says.split('«')[1].split('»')[0]} {says.split('ngày ')[1].split(',')[0]}" for line, says in shown]


@pytest.mark.parametrize(
    ("title", "body", "days"),
    [
        ("Họp tổ dân phố ngày 06/5/2022", MEETING, ["06/5/2022"]),
        ("Họp tổ dân phố ngày 06/5", MEETING, ["06/5/2022"]),
        ("Họp tổ dân phố tối thứ Sáu, 06/5", MEETING, ["06/5/2022"]),
        ("Họp tổ dân phố 19h30 06/5", MEETING, ["06/5/2022"]),
        ("Họp tổ dân phố ngày 5 tháng 6", MEETING, ["05/6/2022"]),
        ("Họp tổ dân phố ngày 5 tháng 6 năm 2022", "Họp ngày 5 tháng 5 năm 2022.", ["05/6/2022"]),
        ("Họp tổ dân phố: 06.5.2022", MEETING, ["06/5/2022"]),
        ("Cắt điện ngày 05/5 và 06/5", "Cắt điện ngày 05/5 và ngày 08/5/2022.", ["06/5/2022"]),
        ("Cắt điện các ngày 5, 6/5", "Cắt điện ngày 05/5 và ngày 08/5/2022.", ["06/5/2022"]),
        ("Tiêm vắc xin từ ngày 05/5 đến ngày 18/5", "Tiêm từ ngày 05/5 đến hết ngày 08/5/2022.", ["18/5/2022"]),
        ("Tiêm vắc xin từ 05/5 - 18/5", "Tiêm từ ngày 05 đến ngày 08/5/2022.", ["18/5/2022"]),
        ("Nộp thuế trước ngày 20/6", "Nộp thuế chậm nhất ngày 20/7/2022.", ["20/6/2022"]),
        # Signed in April; a day without a year is the next one.
        ("Họp ngày 03/8", MEETING, ["03/8/2022"]),
        # Also the days of anniversaries, where the words are not those of one.
        ("Họp tổ dân phố ngày 19/5", MEETING, ["19/5/2022"]),
        ("Họp lúc 19 giờ 30, 06/5/2022", MEETING, ["06/5/2022"]),
        ("Họp các tổ 11, 12 ngày 06/5", MEETING, ["06/5/2022"]),
    ],
)
def test_a_day_that_the_text_does_not_print(ward: Ward, title: str, body: str, days: list[str]) -> None:
    assert doubts(ward, title, body) == [f"2 title {day}" for day in days]
    assert not ward.build().failed


def test_the_card_is_asked_too_each_key_at_its_line(ward: Ward) -> None:
    card = "summary:\n  what: Họp ngày 06/5\n  when: 19h30, 07/5\n  call: 024 0000 0000\n"
    assert doubts(ward, "Họp", MEETING, card) == ["6 summary 06/5/2022", "7 summary 07/5/2022"]
    assert doubts(ward, "Họp", MEETING, "summary: Họp ngày 06/5\n") == ["5 summary 06/5/2022"]


def test_what_is_told(ward: Ward) -> None:
    ward.notice("a", f"{MEETING} Đăng ký trước ngày 03/5.", title="Họp ngày 06/5")
    assert [p.says for p in ward.build().problems] == [
        "khoá «title» ghi ngày 06/5/2022, mà trong bài không thấy ngày ấy (bài có ngày 03/5, 05/5/2022)"
    ]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        # It is there, however it is printed.
        ("Họp ngày 05/5", MEETING),
        ("Họp ngày 5 tháng 5", MEETING),
        ("Họp ngày 06/5", "Họp ngày **06**/5; đăng ký trước ngày 05/5/2022."),
        ("Họp ngày 06/5", "Họp: 6.5; đăng ký trước ngày 05/5/2022."),
        ("Họp ngày 06/5", "Họp 6-5, đăng ký trước ngày 05/5/2022."),
        ("Họp ngày 06/5", "Họp vào các ngày 3 và 6 của tháng 5; đăng ký trước ngày 05/5/2022."),
        ("Họp ngày 06/5", "| Tổ | Ngày |\n|---|---|\n| 1 | 05/5 |\n| 2 | 06/5 |"),
        ("Cắt điện ngày 06, 07/5", "Cắt điện từ ngày 06 đến 07/5/2022, trừ ngày 08/5."),
        # It lies inside what the text tells, or can be worked out from it.
        ("Phun thuốc ngày 06/5", "Phun thuốc từ ngày 05/5 đến hết ngày 10/5/2022."),
        ("Phun thuốc ngày 06/5", "Phun thuốc 05 - 10/5/2022."),
        ("Lịch cắt điện từ 01/6 đến 15/6", "| Ngày | Nơi |\n|---|---|\n| 03/6 | Tổ 1 |\n| 12/6 | Tổ 2 |"),
        ("Lịch tuần 09/5 - 15/5", "Thứ Ba, 10/5/2022: họp. Thứ Năm, 12/5/2022: tiếp dân."),
        ("Dọn vệ sinh ngày 07/5", "Dọn vệ sinh sáng thứ Bảy; đăng ký trước ngày 05/5/2022."),
        ("Hết ngày 31/5 nộp hồ sơ", "Nộp hồ sơ trong tháng 5; họp ngày 05/5/2022."),
        ("Góp ý đến ngày 15/5", "Góp ý trong vòng 10 ngày kể từ ngày 05/5/2022."),
        ("Lễ hội ngày 14/5", "Lễ hội ngày 14/4 âm lịch; đăng ký trước ngày 05/5/2022."),
        # Nothing to compare with: no day, or only days gone by and of papers.
        ("Họp ngày 06/5", "Nội dung."),
        ("Họp ngày 06/5", "Theo Kế hoạch số 12/KH-UBND ngày 15/4/2022 của UBND phường."),
        ("Họp ngày 06/5", "Kỷ niệm Ngày Chiến thắng (30/4/1975) và Ngày Quốc tế Lao động 01/5."),
        # Not a time to come: anniversaries, papers, rules, shares, days gone by or far away.
        ("Treo cờ dịp 30/4 và 01/5", MEETING),
        ("Kỷ niệm 132 năm Ngày sinh Chủ tịch Hồ Chí Minh ngày 19/5", MEETING),
        ("Hưởng ứng ngày 05/6", MEETING),
        ("Trực ngày 30/4", MEETING),
        ("Triển khai Kế hoạch số 15/KH-UBND ngày 29/4/2022", MEETING),
        ("Thực hiện Chỉ thị ngày 29/4/2022", MEETING),
        ("Mức lương cơ sở từ ngày 15/7/2022", MEETING),
        ("Luật Mẫu có hiệu lực từ 15/5/2022", MEETING),
        ("Thu phí mới từ ngày 01/7", MEETING),
        ("Đã thu 3/5 số hộ, còn tổ 6/5", MEETING),
        ("Họp ở ngõ 6/5", MEETING),
        ("Kết quả họp ngày 26/4", MEETING),
        ("Đại hội ngày 06/5/2023", MEETING),
        ("Họp ngày 06/5 âm lịch", MEETING),
        ("Họp mùng 6/5", MEETING),
    ],
)
def test_what_may_be_right(ward: Ward, title: str, body: str) -> None:
    assert doubts(ward, title, body) == []


def test_what_the_editor_states_speaks_for_a_day(ward: Ward) -> None:
    event = "events:\n  - {what: Họp, on: 06/5/2022}\n"
    assert doubts(ward, "Họp ngày 06/5", MEETING, event) == []
    erratum = "errata:\n  - {says: 05/5/2022, should: 06/5/2022}\n"
    assert doubts(ward, "Họp ngày 06/5", MEETING, erratum) == []


def test_errata_are_part_of_what_the_text_says(ward: Ward) -> None:
    """Title and text with one slip, or the title alone right: what is corrected is asked about no more."""
    slip = "errata: [{says: ngày 05/5/2022, should: ngày 06/5/2022}]\n"
    assert doubts(ward, "Họp tổ dân phố ngày 06/5/2022", MEETING, slip) == []
    assert doubts(ward, "Họp tổ dân phố ngày 05/5/2022", MEETING, slip) == []
    assert doubts(ward, "Họp tổ dân phố ngày 07/5/2022", MEETING, slip) == ["2 title 07/5/2022"]
