"""Heading ids: never empty, never twice, and none moves when another heading is added."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bulletin.understand.prose import understand

TITLES = [
    "Lưu ý",
    "Tổ chức thực hiện",
    "I. Đảng",
    "II. Đô thị",
    "III. Khác",
    "1. Mục tiêu",
    "2. Giải pháp",
    "a) Ý",
    "Điều 5",
    "!!!",
    "Phần I",
]
HEADINGS = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(TITLES)), max_size=8)


def outline(headings: list[tuple[int, str]]) -> list[tuple[int, str, str]]:
    body = "\n\n".join(f"{'#' * level} {title}\n\nChữ." for level, title in headings)
    return [(h.level, h.anchor, h.text) for h in understand(body, "x.md", 1, "")[0].headings]


@given(HEADINGS)
def test_the_outline_never_skips_and_ids_are_unique(headings: list[tuple[int, str]]) -> None:
    found = outline(headings)
    assert [text for _, _, text in found] == [title for _, title in headings]
    before = 1
    for level, anchor, _ in found:
        assert 2 <= level <= min(before + 1, 6)
        assert re.fullmatch("[a-z0-9-]+", anchor)
        before = level
    assert len({anchor for _, anchor, _ in found}) == len(found)


@given(HEADINGS, st.integers(0, 8), st.integers(1, 6))
def test_ids_stay_when_another_heading_is_added(headings: list[tuple[int, str]], at: int, level: int) -> None:
    at = min(at, len(headings))
    added = [*headings[:at], (level, "Một mục mới"), *headings[at:]]
    before = [anchor for _, anchor, _ in outline(headings)]
    after = [anchor for _, anchor, text in outline(added) if text != "Một mục mới"]
    assert after == before


def test_the_same_heading_in_two_parts_keeps_its_id_when_one_more_comes_before() -> None:
    two = [(2, "II. Đô thị"), (3, "1. Mục tiêu"), (2, "III. Khác"), (3, "1. Mục tiêu")]
    anchors = [a for _, a, _ in outline(two)]
    assert anchors == ["ii-do-thi", "ii-1-muc-tieu", "iii-khac", "iii-1-muc-tieu"]
    assert [a for _, a, _ in outline([(2, "I. Đảng"), (3, "1. Mục tiêu"), *two])][2:] == anchors
