"""Anniversaries in one year: counts, classes of years, lunar days, and any year of 1968–2100."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.knowledge.anniversaries_in_a_year import anniversaries_in_year, counted, days, ordinal, scale
from bulletin.model.anniversary import Anniversary, AnniversaryInYear, Lunar, Scale, Solar
from bulletin.words.dates.lunar import to_lunar

ROWS = knowledge.load().anniversaries
YEARS = st.integers(1968, 2100)
LUNAR = st.builds(Lunar, month=st.integers(1, 12), day=st.integers(1, 30)) | st.just(Lunar(month=12, day="last"))
SOLAR = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: Solar(month=day.month, day=day.day))


def row(on: Solar | Lunar = Solar(month=5, day=7), origin: str = "") -> Anniversary:  # noqa: B008 - a frozen value
    return Anniversary(id="a", name="Ngày A", on=on, origin=origin, kinds=("local",))


def only(name: str, year: int) -> AnniversaryInYear:
    (found,) = (one for one in anniversaries_in_year(ROWS.values(), year) if one.anniversary.id == name)
    return found


@pytest.mark.parametrize(
    ("origin", "year", "count"),
    [
        ("1886-05-01", 2022, 136),
        ("1954-05-07", 2022, 68),
        ("1890-05-19", 2022, 132),
        ("1925-06-21", 2025, 100),
        ("1972-12", 2022, 50),
        ("0040", 2022, 1982),
        ("", 2022, None),
    ],
)
def test_an_ordinal_is_the_difference_of_years(origin: str, year: int, count: int | None) -> None:
    assert ordinal(origin, year) == count


def test_the_three_days_of_our_own_notice() -> None:
    found = [one for one in anniversaries_in_year(ROWS.values(), 2022) if one.on.month == 5]
    assert [
        (one.on.day, one.anniversary.id, one.ordinal, one.scale) for one in found if one.ordinal in (136, 68, 132)
    ] == [
        (1, "quoc-te-lao-dong", 136, "khác"),
        (7, "dien-bien-phu", 68, "khác"),
        (19, "sinh-chu-tich-ho-chi-minh", 132, "khác"),
    ]


@pytest.mark.parametrize(
    ("name", "count", "says"),
    [
        ("quoc-khanh", 80, "tròn"),
        ("quoc-khanh", 75, "lẻ 5"),
        ("quoc-khanh", 76, "khác"),
        ("quoc-khanh", 100, "tròn"),
        ("quoc-khanh", 105, "lẻ 5"),
        ("cong-an-nhan-dan", 80, "tròn"),
        ("cong-an-nhan-dan", 75, "khác"),
        ("quoc-te-lao-dong", 136, "khác"),
        ("quoc-te-lao-dong", 135, "khác"),
        ("quoc-khanh", 0, ""),
        ("quoc-khanh", -10, ""),
        ("quoc-khanh", None, ""),
    ],
)
def test_the_digit_of_the_count_and_the_decree_decide(name: str, count: int | None, says: Scale) -> None:
    assert scale(ROWS[name], count) == says


def test_lunar_and_international_days_have_no_count() -> None:
    for one in anniversaries_in_year(ROWS.values(), 2026):
        if isinstance(one.anniversary.on, Lunar) or set(one.anniversary.kinds) == {"international"}:
            assert (one.ordinal, one.scale) == (None, "")
    uncounted = {name for name, found in ROWS.items() if found.origin and not counted(found)}
    assert uncounted == {
        *(
            "dong-da",
            "cong-tac-xa-hoi",
            "van-hoa-cac-dan-toc",
            "gio-duc-thanh-tran",
            "quoc-te-phu-nu",
            "quoc-te-thieu-nhi",
            "moi-truong-the-gioi",
        ),
        *(
            "sot-xuat-huyet",
            "dan-so-the-gioi",
            "quoc-te-nguoi-cao-tuoi",
            "phong-chong-aids",
            "quoc-te-nguoi-khuyet-tat",
        ),
        *("phong-chong-ma-tuy", "doanh-nhan", "phap-luat"),
    }


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("tet-nguyen-dan", date(2026, 2, 17)),
        ("gio-to-hung-vuong", date(2026, 4, 26)),
        ("giao-thua", date(2026, 2, 16)),
        ("ong-tao", date(2026, 2, 10)),
        ("vu-lan", date(2026, 8, 27)),
    ],
)
def test_lunar_feasts_of_2026(name: str, day: date) -> None:
    assert only(name, 2026).on == day


def test_the_first_of_two_months_seven_counts() -> None:
    assert only("vu-lan", 2006).on == date(2006, 8, 8)
    assert to_lunar(date(2006, 8, 8)) == (2006, 7, 15, False)


def test_nothing_comes_before_its_origin_or_outside_of_its_life() -> None:
    ids = {
        year: {one.anniversary.id for one in anniversaries_in_year(ROWS.values(), year)}
        for year in (1968, 2024, 2025, 2026)
    }
    assert "chuyen-doi-so" not in ids[1968]
    assert "thanh-lap-quan-long-bien" in ids[2024]
    assert "thanh-lap-quan-long-bien" not in ids[2025]
    assert "van-hoa-viet-nam" not in ids[2025]
    assert only("van-hoa-viet-nam", 2026).ordinal == 80


def test_the_first_day_of_its_life_is_in_it_and_the_last_is_the_day_before_until() -> None:
    on = date(2026, 5, 7)
    assert anniversaries_in_year([replace(row(), since=on)], 2026) != ()
    assert anniversaries_in_year([replace(row(), since=on + timedelta(days=1))], 2026) == ()
    assert anniversaries_in_year([replace(row(), until=on)], 2026) == ()
    assert anniversaries_in_year([replace(row(), until=on + timedelta(days=1))], 2026) != ()


def test_the_year_of_the_origin_counts_nothing_yet() -> None:
    one = only("giai-phong-mien-nam", 1975)
    assert (one.on, one.ordinal, one.scale) == (date(1975, 4, 30), None, "")
    assert only("giai-phong-mien-nam", 1976).ordinal == 1
    assert anniversaries_in_year([row(origin="1976-05-07")], 1975) == ()


@pytest.mark.parametrize(("year", "day"), [(2024, 29), (2023, 28), (2000, 29), (2100, 28)])
def test_29_february_is_kept_on_the_28th_of_common_years(year: int, day: int) -> None:
    (one,) = anniversaries_in_year([row(Solar(month=2, day=29), "1948-02-29")], year)
    assert (one.on, one.ordinal) == (date(year, 2, day), year - 1948)


def test_a_lunar_day_comes_twice_in_a_year_or_not_at_all() -> None:
    late = Lunar(month=11, day=20)
    counts = {year: len(days(late, year)) for year in range(1968, 2101)}
    assert set(counts.values()) == {0, 1, 2}
    assert sum(counts.values()) in (132, 133, 134)
    assert [one.on for one in anniversaries_in_year([row(late)], 2024)] == [date(2024, 1, 1), date(2024, 12, 20)]
    assert anniversaries_in_year([row(late)], 2023) == ()


def test_the_30th_of_a_short_month_is_kept_on_the_29th() -> None:
    assert days(Lunar(month=12, day=30), 2026) == days(Lunar(month=12, day="last"), 2026) == (date(2026, 2, 16),)
    assert days(Lunar(month=12, day=30), 2024) == (date(2024, 2, 9),)


def test_two_of_one_day_keep_the_order_of_the_rows() -> None:
    found = [one.anniversary.id for one in anniversaries_in_year(ROWS.values(), 2026) if one.on == date(2026, 8, 19)]
    assert found == ["cach-mang-thang-tam", "cong-an-nhan-dan", "toan-dan-bao-ve-antq"]
    a, b = row(), replace(row(), id="b")
    assert [one.anniversary.id for one in anniversaries_in_year([b, a], 2026)] == ["b", "a"]


@pytest.mark.parametrize("year", [1967, 2101, 0, -1, 9999])
def test_other_years_are_refused(year: int) -> None:
    with pytest.raises(ValueError, match="1968–2100"):
        anniversaries_in_year(ROWS.values(), year)


@pytest.mark.parametrize("year", range(1968, 2101))
def test_every_year_builds_with_every_row_that_lives(year: int) -> None:
    found = anniversaries_in_year(ROWS.values(), year)
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert all(one.on.year == year for one in found)
    ids = [one.anniversary.id for one in found]
    assert len(ids) == len(set(ids))  # no row of ours is a lunar day late enough to come twice
    dead = {name for name, one in ROWS.items() if one.since or one.until or (one.origin and int(one.origin[:4]) > year)}
    assert set(ROWS) - dead <= set(ids)


@given(YEARS, SOLAR)
@example(2023, Solar(month=2, day=29))
def test_a_solar_day_comes_once_a_year(year: int, on: Solar) -> None:
    (day,) = days(on, year)
    assert (day.year, day.month) == (year, on.month)
    assert day.day == on.day or (day + timedelta(days=1)).month != on.month


@given(st.integers(1968, 2099), LUNAR)
@example(1968, Lunar(month=12, day="last"))
@example(2099, Lunar(month=12, day=30))
@example(2006, Lunar(month=7, day=15))
def test_a_lunar_day_comes_once_a_lunar_year(year: int, on: Lunar) -> None:
    (day,) = (day for y in (year, year + 1) for day in days(on, y) if to_lunar(day).year == year)
    found = to_lunar(day)
    assert (found.month, found.leap) == (on.month, False)
    if found.day != on.day:
        assert on.day in ("last", 30)
        assert to_lunar(day + timedelta(days=1)).day == 1


@given(st.integers(1, 2100), YEARS, st.sampled_from(list(ROWS.values())))
def test_a_count_grows_by_one_a_year_and_is_round_once_in_ten(origin: int, year: int, one: Anniversary) -> None:
    text = f"{origin:04}"
    count, after = ordinal(text, year), ordinal(text, year + 1)
    assert count is not None and after == count + 1
    if count > 0:
        ten = [scale(one, count + n) for n in range(10)]
        assert ten.count("tròn") == 1
        assert ten.count("lẻ 5") == ("major" in one.kinds)
        assert scale(one, count + 10) == ten[0]
