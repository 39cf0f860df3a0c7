"""Days of every year and origins, as tables and editors write them."""

from __future__ import annotations

import pytest

from bulletin.model.calendar import Lunar, Solar
from bulletin.words.yearly import parse_origin, parse_yearly


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7/5", Solar(month=5, day=7)),
        ("07/05", Solar(month=5, day=7)),
        ("29/2", Solar(month=2, day=29)),
        ("10/3 âm lịch", Lunar(month=3, day=10)),
        ("30/2 âm lịch", Lunar(month=2, day=30)),
        ("ngày cuối năm âm lịch", Lunar(month=12, day="last")),
    ],
)
def test_a_day_of_every_year(text: str, day: Solar | Lunar) -> None:
    assert parse_yearly(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "7", "7-5", "0/5", "7/0", "7/13", "31/4", "30/2", "31/1 âm lịch", "0/1 âm lịch", "1/13 âm lịch", "7/5/1954",
     "10/3 al", "7/5 ", "٧/٥"],
)  # fmt: skip
def test_what_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_yearly(text)


@pytest.mark.parametrize("text", ["", "1954-05-07", "1972-12", "1789", "0040"])
def test_an_origin_keeps_its_precision(text: str) -> None:
    assert parse_origin(text) == text


@pytest.mark.parametrize("text", ["40", "1954-5-7", "1954-13", "1954-02-30", "07/5/1954", "0000", "1954-05-07 "])
def test_an_origin_that_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_origin(text)
