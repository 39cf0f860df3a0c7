"""What comes again and again: a rule is wholly understood, or it is none."""

from __future__ import annotations

import pytest

from bulletin.words.every import rule


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("sáng thứ 7 hàng tuần", "FREQ=WEEKLY;BYDAY=SA"),
        ("Chiều thứ 6  và sáng thứ 7\nhằng tuần", "FREQ=WEEKLY;BYDAY=FR,SA"),
        ("thứ Hai – thứ Sáu", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("Chủ nhật", "FREQ=WEEKLY;BYDAY=SU"),
        ("ngày 05 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("ngày 5, 20", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
        ("thứ Sáu của tuần cuối tháng", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("mỗi ngày", "FREQ=DAILY"),
    ],
)
def test_one_rule(text: str, wanted: str) -> None:
    assert rule(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "khi cần",
        "hàng năm",
        "ngày 32 hàng tháng",
        "thứ 9 hàng tuần",
        # One of two is not what is meant.
        "thứ 7 hàng tuần và ngày 05 hàng tháng",
        "thứ 2 (nghỉ lễ), thứ 4 hàng tuần",
        "sáng thứ 7 hàng tuần, trừ thứ 7 cuối tháng",
        "ngày 1 âm lịch hàng tháng",
        "ngày 31/5",
    ],
)
def test_no_rule(text: str) -> None:
    assert rule(text) == ""
