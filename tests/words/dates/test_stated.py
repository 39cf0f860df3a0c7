"""Dates in the precision in which a text states them."""

from __future__ import annotations

import time

import pytest

from bulletin.understand.text.plain import plain
from bulletin.words.dates.stated import dates


def said(text: str) -> list[tuple[str, ...]]:
    return [
        (found.first.said, found.second.said) if found.second else (found.first.said,) for found in dates(plain(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(01/5/1886 – 01/5/2022)", [("1886-05-01", "2022-05-01")]),
        ("( 01/5/1886 -\n01/5/2022 )", [("1886-05-01", "2022-05-01")]),
        ("19.5.1890-19.5.2020", [("1890-05-19", "2020-05-19")]),
        ("7-5-1954-7-5-2022", [("1954-05-07", "2022-05-07")]),
        ("ngày 7 tháng 5 năm 1954 đến ngày 7 tháng 5 năm 2024", [("1954-05-07", "2024-05-07")]),
        ("(1969-2019)", [("1969", "2019")]),
        ("(12.5.2001/12.5.2026)", [("2001-05-12", "2026-05-12")]),
        ("12/5/2001/12/5/2026", [("2001-05-12", "2026-05-12")]),
        ("(12-5-2001 / 12/5/2026)", [("2001-05-12", "2026-05-12")]),
        ("(12.5.2001 ÷ 12.5.2026)", [("2001-05-12", "2026-05-12")]),
        ("(5.2001/5.2026)", [("2001-05", "2026-05")]),
        ("12.5.2001/QĐ", [("2001-05-12",)]),
        ("12.5.2001/12", []),
        ("12.5.2001/12.5.2026/3", []),
        ("5/2001/5/2026", []),
        ("(12/1958 - 12/2018)", [("1958-12", "2018-12")]),
        ("30/4 và 01/5/2022", [("--04-30",), ("2022-05-01",)]),
        ("từ 30/4 - 03/5/2022", [("--04-30",), ("2022-05-03",)]),
        ("mùng 10 tháng 10", [("--10-10",)]),
        ("10/3 âm lịch", [("lunar:--03-10",)]),
        ("ngày 10 tháng Ba (âm lịch)", [("lunar:--03-10",)]),
        ("02/9 năm 2022", [("2022-09-02",)]),
        ("31/4/1975", [("1975-04-31",)]),
        ("10/10/2952", [("2952-10-10",)]),
        ("30/8/219", []),
        ("số 12345/QĐ", []),
    ],
)
def test_each_in_its_own_precision(text: str, expected: list[tuple[str, ...]]) -> None:
    assert said(text) == expected


def test_brackets_belong_to_it() -> None:
    text = "ngày sinh ((19/5/1890 - 19/5/2022) và"
    (found,) = dates(text)
    assert text[found.open : found.close] == " ((19/5/1890 - 19/5/2022)"
    assert found.bracketed and found.one_day and found.years == 132


@pytest.mark.parametrize(
    "unit", ["1/5 ", "1", "(1/5/1886 - 1/5/2022", "10/3 âm lịch ", "12.5.2001/", "12.5.2001/12.5.2026 "]
)
def test_long_texts_cost_no_more_than_their_length(unit: str) -> None:
    costs = []
    for length in (10_000, 80_000):
        text = unit * (length // len(unit))
        start = time.process_time()
        list(dates(text))
        costs.append(time.process_time() - start)
    assert costs[1] < 0.2 + 20 * costs[0]
