"""Days of every year and origins, as tables and editors write them."""

from __future__ import annotations

import pytest

from bulletin.model.anniversary import Lunar, Solar
from bulletin.words.dates.yearly import parse_origin, parse_yearly, yearly


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7/5", Solar(month=5, day=7)),
        ("07/05", Solar(month=5, day=7)),
        ("29/2", Solar(month=2, day=29)),
        ("10/3 âm lịch", Lunar(month=3, day=10)),
        ("30/2 âm lịch", Lunar(month=2, day=30)),
        ("ngày cuối năm âm lịch", Lunar(month=12, day="last")),
        ("ngày 7 tháng 5", Solar(month=5, day=7)),
        ("mùng 2/9 dương lịch", Solar(month=9, day=2)),
        ("mùng 10 tháng Giêng", Lunar(month=1, day=10)),
        ("mồng mười tháng giêng", Lunar(month=1, day=10)),
        ("mồng 5/5 âm lịch", Lunar(month=5, day=5)),
        ("ngày mùng 5 tháng 5 (âm lịch)", Lunar(month=5, day=5)),
        ("âm lịch: 10/3", Lunar(month=3, day=10)),
        ("ngày 10-3 ÂL", Lunar(month=3, day=10)),
        ("10.3 lịch âm hằng năm", Lunar(month=3, day=10)),
        ("rằm tháng 7", Lunar(month=7, day=15)),
        ("Rằm tháng Giêng", Lunar(month=1, day=15)),
        ("23 tháng Chạp", Lunar(month=12, day=23)),
        ("hai mươi ba tháng Chạp", Lunar(month=12, day=23)),
        ("mồng một Tết", Lunar(month=1, day=1)),
        ("30 Tết", Lunar(month=12, day="last")),
        ("đêm giao thừa", Lunar(month=12, day="last")),
    ],
)
def test_a_day_of_every_year(text: str, day: Solar | Lunar) -> None:
    assert parse_yearly(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "7", "7-5", "0/5", "7/0", "7/13", "31/4", "30/2", "31/1 âm lịch", "0/1 âm lịch", "1/13 âm lịch", "7/5/1954",
     "10/3 al", "7/5 ", "٧/٥", "mùng 2 tháng 9", "mùng 5 tháng 5", "rằm tháng 7 dương lịch", "mùng 1 tháng Một âm lịch",
     "rằm tháng 13", "mùng 31 tháng Giêng", "10/3 nhuận âm lịch", "10/3/2022 âm lịch", "Tết", "rằm", "ngày", "âm lịch"],
)  # fmt: skip
def test_what_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_yearly(text)


def test_a_day_is_read_back_as_it_is_shown() -> None:
    days = [Solar(month=m, day=d) for m in range(1, 13) for d in range(1, 29)]
    lunar = [Lunar(month=m, day=d) for m in range(1, 13) for d in range(1, 31)]
    for day in (*days, *lunar, Lunar(month=12, day="last")):
        assert parse_yearly(yearly(day)) == day


@pytest.mark.parametrize("text", ["", "1954-05-07", "1972-12", "1789", "0040"])
def test_an_origin_keeps_its_precision(text: str) -> None:
    assert parse_origin(text) == text


@pytest.mark.parametrize("text", ["40", "1954-5-7", "1954-13", "1954-02-30", "07/5/1954", "0000", "1954-05-07 "])
def test_an_origin_that_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_origin(text)
