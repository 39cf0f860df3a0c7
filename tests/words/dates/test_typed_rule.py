"""What comes again and again: a rule is wholly understood, or it is none."""

from __future__ import annotations

import pytest

from bulletin.words.dates.typed_rule import rule


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
        # Over the end of the week and of the month.
        ("thứ Sáu đến thứ Hai hàng tuần", "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU"),
        ("Chủ nhật đến thứ Ba", "FREQ=WEEKLY;BYDAY=MO,TU,SU"),
        ("chiều thứ 6 đến hết sáng thứ 2 hàng tuần", "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU"),
        ("ngày 25 đến ngày 5 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,25,26,27,28,29,30,31"),
        ("ngày 28 đến ngày cuối tháng", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31"),
        # As clerks write weekdays.
        ("T6", "FREQ=WEEKLY;BYDAY=FR"),
        ("T7, CN hàng tuần", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("T2 – T6", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("thứ 2-6", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("thứ 2-4-6", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("T3-T5-T7", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
        ("thứ 2 - thứ 6, Chủ nhật", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SU"),
        ("thứ 3, thứ 5, và thứ 7", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
        ("thứ hai, tư, sáu hàng tuần", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("các buổi sáng thứ 2, thứ 5 hàng tuần", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("hàng tuần vào thứ 2, 4, 6 tại nhà văn hóa", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("hàng tuần vào thứ 2, 4 giờ chiều", "FREQ=WEEKLY;BYDAY=MO"),
        ("thứ 7 (7h30) hàng tuần, từ 7 giờ 30 đến 9 giờ", "FREQ=WEEKLY;BYDAY=SA"),
        ("các ngày cuối tuần", "FREQ=WEEKLY;BYDAY=SA,SU"),
        # Less what is taken away.
        ("hằng ngày, trừ Chủ nhật", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("các ngày trong tuần trừ Chủ nhật", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("các ngày trong tuần (trừ thứ Bảy, Chủ nhật)", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("tất cả các ngày trong tuần", "FREQ=DAILY"),
        ("thứ 2 đến thứ 7 hàng tuần, trừ thứ 4", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA"),
        # The last day, and weeks of the month.
        ("ngày cuối tháng", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("ngày 15 và ngày cuối cùng hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=15,-1"),
        ("ngày 5-10-15 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=5,10,15"),
        ("hàng tháng vào ngày 5, 20 giờ", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("tuần thứ 2 hàng tháng, vào thứ Năm", "FREQ=MONTHLY;BYDAY=2TH"),
        ("thứ Bảy tuần thứ 2 và tuần thứ 4 hàng tháng", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
        ("thứ Bảy đầu tiên và thứ Bảy cuối cùng hàng tháng", "FREQ=MONTHLY;BYDAY=1SA,-1SA"),
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
        "ngày 1 (âm lịch) hàng tháng",
        "ngày 1 hàng tháng (âm lịch)",
        "ngày 5, 35 hàng tháng",
        # From the one to the other, or these two?
        "thứ 3-5",
        "T2-T4",
        "thứ 2 đến thứ 2",
        # Five days or seven, all last days or one.
        "các ngày trong tuần",
        "các ngày trong tuần trừ thứ Tư",
        "cuối tuần",
        "các ngày cuối tháng",
        "3 ngày cuối tháng",
        "ngày làm việc cuối cùng hàng tháng",
        # What would change the days is not left aside.
        "thứ 7 hàng tuần, trừ ngày lễ",
        "thứ 7 hàng tuần (nghỉ tháng 7)",
        "thứ 2 đến thứ 6 hàng tuần, trừ thứ 7",
        "thứ 2 đến thứ 7 hàng tuần, trừ thứ 4 đầu tháng",
        "thứ 2 (và thứ 4) hàng tuần",
        "thứ 7 hàng tuần trong tháng 5",
        "thứ 7 hàng tuần từ 01/5 đến 30/6",
        "hai tuần một lần vào thứ 7",
        "hàng tuần vào thứ Hai, tư vấn pháp luật",
    ],
)
def test_no_rule(text: str) -> None:
    assert rule(text) == ""
