"""The lunar calendar against 133 years worked out by astronomy, and the days that it must refuse."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_vn.core import LunarDate, lunar_to_solar

from bulletin.words.dates.lunar import FIRST, LAST, last_day_of_year, tet, to_lunar, to_solar

LINES = (Path(__file__).parent / "lunar-truth.csv").read_text("utf-8").splitlines()
TRUTH = {int(row["lunar_year"]): row for row in csv.DictReader(line for line in LINES if not line.startswith("#"))}
FEASTS = {
    "tet_1_1": (1, 1),
    "gio_to_10_3": (3, 10),
    "phat_dan_15_4": (4, 15),
    "doan_ngo_5_5": (5, 5),
    "vu_lan_15_7": (7, 15),
    "trung_thu_15_8": (8, 15),
    "ong_tao_23_12": (12, 23),
}
DAYS = st.dates(FIRST, LAST)


def test_the_truth_is_whole() -> None:
    assert list(TRUTH) == list(range(1968, 2101))


@pytest.mark.parametrize("year", TRUTH)
def test_feasts_and_the_last_day_fall_where_astronomy_puts_them(year: int) -> None:
    row = TRUTH[year]
    for column, (month, day) in FEASTS.items():
        wanted = date.fromisoformat(row[column])
        if wanted > LAST:
            with pytest.raises(ValueError, match="1968–2100"):
                to_solar(year, month, day)
        else:
            assert to_solar(year, month, day) == wanted, column
            assert to_lunar(wanted) == (year, month, day, False)
    last = date.fromisoformat(row["last_day_of_year"])
    if last <= LAST:
        assert last_day_of_year(year) == last
        assert to_lunar(last)[:2] == (year, 12)
        assert to_lunar(last).day in (29, 30)


@pytest.mark.parametrize("year", TRUTH)
def test_only_the_leap_month_of_the_year_exists(year: int) -> None:
    leap = int(TRUTH[year]["leap_month"] or 0)
    for month in range(1, 13):
        if month == leap:
            assert to_solar(year, month, 1, leap=True) == date.fromisoformat(TRUTH[year]["leap_month_starts"])
        else:
            with pytest.raises(ValueError, match=r"^không có ngày 1/"):
                to_solar(year, month, 1, leap=True)


def test_tet_is_not_that_of_china_in_six_years() -> None:
    apart = {year for year, row in TRUTH.items() if tet(year).isoformat() != row["china_tet_utc8"]}
    assert apart == {1968, 1969, 1985, 2007, 2030, 2053}
    assert tet(1985) == date(1985, 1, 21)  # a whole month before China's
    assert tet(2007) == date(2007, 2, 17)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ((2025, 12, 30, False), "không có ngày 30/12/2025 âm lịch"),
        ((2026, 12, 30, False), "không có ngày 30/12/2026 âm lịch"),
        ((2026, 4, 1, True), "không có ngày 1/4 nhuận/2026 âm lịch"),
        ((2025, 5, 1, True), "không có ngày 1/5 nhuận/2025 âm lịch"),
        ((2026, 1, 31, False), "không có ngày 31/1/2026 âm lịch"),
        ((2026, 1, 0, False), "không có ngày 0/1/2026 âm lịch"),
        ((2026, 13, 1, False), "không có ngày 1/13/2026 âm lịch"),
        ((2100, 12, 31, False), "không có ngày 31/12/2100 âm lịch"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(asked: tuple[int, int, int, bool], says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says}$"):
        to_solar(*asked)


def test_the_last_day_is_the_29th_when_the_month_is_short() -> None:
    assert last_day_of_year(2025) == date(2026, 2, 16) == to_solar(2025, 12, 29)
    assert last_day_of_year(2023) == date(2024, 2, 9) == to_solar(2023, 12, 30)


@pytest.mark.parametrize(
    "asked", [(1899, 1, 1), (1966, 12, 29), (1967, 6, 1), (2100, 12, 2), (2101, 1, 1), (9999, 1, 1)]
)
def test_years_beyond_the_range_are_refused_with_the_range(asked: tuple[int, int, int]) -> None:
    year, month, day = asked
    with pytest.raises(ValueError, match=f"trong các năm 1968–2100, không đổi được ngày {day}/{month}/{year} âm lịch"):
        to_solar(*asked)


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(1899, 12, 31), FIRST - timedelta(1), LAST + timedelta(1), date.max]
)
def test_solar_days_beyond_the_range_are_refused_with_the_range(day: date) -> None:
    with pytest.raises(ValueError, match=f"1968–2100, không đổi được ngày {day.day}/{day.month}/{day.year}$"):
        to_lunar(day)


def test_both_ends_of_the_range_are_within() -> None:
    assert to_solar(*to_lunar(FIRST)) == FIRST
    assert to_solar(*to_lunar(LAST)) == LAST == to_solar(2100, 12, 1)
    assert last_day_of_year(1967) == date(1968, 1, 28)


@given(DAYS)
def test_there_and_back(day: date) -> None:
    assert to_solar(*to_lunar(day)) == day


def test_every_month_begins_where_another_program_says() -> None:
    """lunar-vn works with a formula of less precision: two new moons within a minute of midnight are beyond it."""
    apart = {}
    for n in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=n)
        year, month, number, leap = to_lunar(day)
        if number == 1 and lunar_to_solar(LunarDate(1, month, year, leap)) != day:
            apart[year, month, leap] = day
    assert apart == {(2072, 11, False): date(2072, 12, 9), (2085, 9, False): date(2085, 10, 19)}


def test_every_day_of_the_range_has_its_own_lunar_day() -> None:
    """Days count on by one, months begin at 1 and have 29 or 30 days, on each of 48,579 days."""
    found = [to_lunar(FIRST + timedelta(days=n)) for n in range((LAST - FIRST).days + 1)]
    assert len(set(found)) == len(found)
    for one, after in pairwise(found):
        if after.day == 1:
            assert one.day in (29, 30)
        else:
            assert after == one._replace(day=one.day + 1)
