"""Kinds of phrases in which notices name anniversaries, beside the cases of the registry's own examples."""

from __future__ import annotations

import pytest

from bulletin import knowledge
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import vocabulary

WORDS = vocabulary(knowledge.load(), ())


def read(body: str) -> list[tuple[int | None, str, str]]:
    prose, _ = understand(body, "x.md", 1, "", Citing(vocabulary=WORDS))
    return [(said.ordinal, said.observed, said.anniversary) for said in prose.occasions]


def test_a_dateline_below_a_title_is_no_day_of_the_anniversary() -> None:
    (said,) = read("90 NĂM NGÀY TRUYỀN THỐNG DÂN QUÂN TỰ VỆ\n\n13/03/2025")
    assert said[:2] == (90, "")


def test_a_count_goes_with_the_name_in_the_next_block() -> None:
    assert (70, "thuong-binh-liet-si") in [
        (n, id_) for n, _, id_ in read("Kỷ niệm 70 năm\n\nNgày Thương binh - Liệt sĩ")
    ]


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("Kỷ niệm 75 năm Cách mạng tháng Tám và Quốc khánh 2/9", [75, 75]),
        ("Kỷ niệm 115 ngày Quốc tế Phụ nữ 8/3", [115]),
    ],
)
def test_counts(body: str, counts: list[int | None]) -> None:
    assert [ordinal for ordinal, _, _ in read(body)] == counts


@pytest.mark.parametrize(
    "body",
    ["Đã tiếp nhận 70 năm mươi hồ sơ.", "Tặng Huy hiệu 60 năm tuổi Đảng.", "Thuê đất 50 năm, từ ngày 01/5/2022."],
)
def test_a_count_of_something_else_is_no_anniversary(body: str) -> None:
    assert read(body) == []
