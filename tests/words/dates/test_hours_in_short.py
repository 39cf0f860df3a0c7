"""Clock times as lists print them."""

from __future__ import annotations

import pytest

from bulletin.words.dates.hours_in_short import in_short, of_minutes, part_of_day


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("07h30 - 16h00", "7h30–16h00"),
        ("7 giờ 30 phút đến 11 giờ 00 phút", "7h30–11h00"),
        ("từ 8:00 tới 17g", "8h00–17h"),
        ("9h00'", "9h00"),
        ("7 giờ rưỡi", "7h30"),
        ("2 giờ chiều", "2h chiều"),
        ("7h30-11h30, 13h30-17h00", "7h30–11h30, 13h30–17h00"),
        ("00 giờ 00 - 24 giờ 00", "0h00–24h00"),
        ("7–11 giờ", "7–11h"),
        # No clock times.
        ("giờ hành chính", "giờ hành chính"),
        ("theo lịch 08/12", "theo lịch 08/12"),
        ("", ""),
    ],
)
def test_hours_are_told_in_few_signs_and_in_one_way(printed: str, short: str) -> None:
    assert in_short(printed) == short
    assert in_short(short) == short


def test_minutes_are_told_as_hours() -> None:
    assert [of_minutes(count) for count in (0, 305, 1320)] == ["0h00", "5h05", "22h00"]


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("sáng thứ Bảy (22/11)", "buổi sáng"),
        ("chiều ngày 05/6", "buổi chiều"),
        ("Tối mùng 5", "buổi tối"),
        ("sáng 05/6 và chiều 06/6", ""),
        ("tối đa ngày 05/6", ""),
        ("ngày 05/6", ""),
    ],
)
def test_a_part_of_the_day_stands_for_an_hour(phrase: str, part: str) -> None:
    assert part_of_day(phrase)[0] == part
