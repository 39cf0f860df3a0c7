"""Anniversaries are found by what their names say, by a day, and never by letters that only look alike."""

from __future__ import annotations

import pytest

from bulletin import knowledge
from bulletin.knowledge.days_by_words import by_words
from bulletin.words.dates.yearly import yearly
from bulletin.words.text.fold import fold

ROWS = knowledge.load().anniversaries


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("quân đội", "quan-doi-nhan-dan"),
        ("quan-doi", "quan-doi-nhan-dan"),
        ("bộ đội", "bien-phong"),
        ("Biên phòng toàn dân", "bien-phong-toan-dan"),
        ("thương binh, liệt sĩ", "thuong-binh-liet-si"),
        ("Hoà bình Việt Nam", "hiep-dinh-paris"),
        ("Tết cổ truyền", "tet-nguyen-dan"),
        ("ngay-nha-giao", "nha-giao"),
        ("vua Hùng", "gio-to-hung-vuong"),
        ("22/12", "quan-doi-nhan-dan"),
        ("ngày 22/12", "quan-doi-nhan-dan"),
        ("8-3", "quoc-te-phu-nu"),
        ("mùng 10 tháng 3 âm lịch", "gio-to-hung-vuong"),
    ],
)
def test_by_the_words_of_names_and_aliases(asked: str, first: str) -> None:
    assert by_words(asked, ROWS.values())[0].id == first


def test_every_row_is_found_by_its_names_its_id_and_its_day() -> None:
    for row in ROWS.values():
        for asked in (row.name, *row.also, fold(row.name), row.id.replace("-", " "), yearly(row.on)):
            assert row in by_words(asked, ROWS.values()), asked


def test_what_no_name_says_finds_nothing() -> None:
    for asked in ("", "zzz", "12/TB-UBND", "31/12 âm lịch", "_", "thời tiết hôm nay ra sao"):
        assert by_words(asked, ROWS.values()) == (), asked
