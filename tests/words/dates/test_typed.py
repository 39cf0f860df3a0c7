"""Dates as ward offices write them, read to one value; what names no day is never taken for another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.words.dates.printed import VIETNAM, long, short
from bulletin.words.dates.typed import parse_date


@pytest.mark.parametrize(
    "text",
    [
        *("28/4/2022", "28/04/2022", "28-4-2022", "28-04-2022", "28.4.2022", "28 / 4 / 2022", "28/ 4/2022"),
        *("2022-04-28", "2022-4-28", " 28/4/2022 ", "28/4/2022\n"),
        *("ngày 28 tháng 4 năm 2022", "ngày 28 tháng 04 năm 2022", "28 tháng 4 năm 2022"),
        *("Ngày 28 tháng 4 năm 2022", "NGÀY 28 THÁNG 4 NĂM 2022", "ngày  28  tháng  4  năm  2022"),
        *("ngày 28/4/2022", "ngày 28 tháng tư năm 2022", "28 tháng 4/2022"),
    ],
)
def test_every_form_of_one_day(text: str) -> None:
    assert parse_date(text) == date(2022, 4, 28)


@pytest.mark.parametrize(
    "text",
    [
        *("31/4/2022", "30/02/2022", "29/2/2023", "29/02/1900", "4/28/2022", "0/1/2022", "1/0/2022", "32/1/2022"),
        *("1/13/2022", "00/00/2022", "2022-02-30", "2022-28-04", "2022-00-01", "31-6-2022", "31.11.2022"),
        *("ngày 31 tháng 4 năm 2022", "30 tháng 2 năm 2024", "ngày 29 tháng 2 năm 2022"),
        *("1/1/0001", "1/1/1899", "1/1/2200", "28/4/9999"),
    ],
)
def test_a_day_that_is_not_in_the_calendar(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "hôm qua", "28/4", "4/2022", "tháng 4 năm 2022", "28/4/22", "28/4/20222", "128/4/2022", "2022"),
        *("2022/04/28", "20220428", "2022-04-28T00:00:00", "28/4/2022 10:00", "28 4 2022", "28/4/2022 (thứ Năm)"),
        *("28//4/2022", "-28/4/2022", "28/4/-2022", "28/4/2022/", "10/3/2022 âm lịch"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("year", [1904, 1996, 2000, 2020, 2024, 2096])
def test_29_february_of_leap_years(year: int) -> None:
    assert parse_date(f"29/02/{year}") == date(year, 2, 29)
    assert parse_date(f"{year}-02-29") == date(year, 2, 29)


@pytest.mark.parametrize("year", [1900, 1902, 2022, 2023, 2100])
def test_29_february_of_other_years(year: int) -> None:
    with pytest.raises(ValueError, match="day"):
        parse_date(f"29/02/{year}")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_written_reads_back(day: date) -> None:
    assert parse_date(short(day)) == parse_date(long(day)) == parse_date(day.isoformat()) == day


@given(st.integers(0, 40), st.integers(0, 20), st.integers(1900, 2199))
def test_the_day_stands_before_the_month(day: int, month: int, year: int) -> None:
    """Never swapped, never carried over: the date that is said, or none."""
    for text in (f"{day}/{month}/{year}", f"{day} tháng {month} năm {year}", f"{year}-{month}-{day}"):
        try:
            found = parse_date(text)
        except ValueError:
            found = None
            with pytest.raises(ValueError, match=r"must be in|out of range"):
                date(year, month, day)
        if found:
            assert (found.day, found.month, found.year) == (day, month, year)


@pytest.mark.parametrize(
    ("day", "figures", "words"),
    [
        (date(2022, 4, 28), "28/4/2022", "ngày 28 tháng 4 năm 2022"),
        (date(2022, 5, 5), "05/5/2022", "ngày 05 tháng 5 năm 2022"),
        (date(2022, 1, 10), "10/1/2022", "ngày 10 tháng 01 năm 2022"),
        (date(2024, 2, 9), "09/2/2024", "ngày 09 tháng 02 năm 2024"),
        (date(2022, 12, 31), "31/12/2022", "ngày 31 tháng 12 năm 2022"),
    ],
)
def test_how_a_day_is_written(day: date, figures: str, words: str) -> None:
    assert (short(day), long(day)) == (figures, words)


def test_the_zone_needs_no_database() -> None:
    assert str(VIETNAM) == "Asia/Ho_Chi_Minh"
    offset = VIETNAM.utcoffset(None)
    assert offset is not None
    assert offset.total_seconds() == 7 * 3600
