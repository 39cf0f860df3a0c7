"""What a calendar of somebody shows of a task: whose it is, what of it, and where, in few words and none twice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.plan.calendar.event_titles import title_of, whole_of
from tests.render.subscribing import task

DAY = date(2022, 5, 20)
CUT = "Tạm ngừng cung cấp điện để sửa chữa lưới điện"
AUCTION = "Đấu giá cho thuê mặt bằng ki-ốt chợ Thử"
LOANS = "Công khai danh sách hộ đề nghị vay vốn Ngân hàng Chính sách xã hội đợt 4 năm 2025"


def title(label: str = "", **given_: object) -> str:
    told = {"kind": "event", "starts_on": DAY, "ends_on": DAY, "confirmed": False, **given_}
    return title_of(task(label=label, **told))


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ({"label": CUT, "where": "Tổ dân phố 1, 2, 3"}, f"{CUT} – Tổ dân phố 1, 2, 3"),
        ({"label": CUT, "part": "Ngừng điện", "where": "Ngõ 15"}, f"{CUT} – Ngõ 15"),
        ({"label": AUCTION, "part": "Bán hồ sơ"}, f"{AUCTION}: Bán hồ sơ"),
        ({"label": "Tuyển sinh vào lớp 1, lớp 6", "part": "Lớp 6"}, "Tuyển sinh vào lớp 1, lớp 6: Lớp 6"),
        ({"label": "Tuyển sinh vào lớp 1", "part": "Tuyển sinh trực tiếp"}, "Tuyển sinh vào lớp 1: trực tiếp"),
        ({"what": "Họp dân tại nhà văn hóa", "where": "Nhà văn hóa"}, "Họp dân tại nhà văn hóa"),
        ({"what": "Tiêm chủng", "where": "Trạm Y tế (số 10 đường Thử)"}, "Tiêm chủng – Trạm Y tế"),
        ({"what": "Hạn nộp thuế", "kind": "deadline", "by": DAY}, "Hạn nộp thuế"),
        ({"what": "Nộp thuế", "kind": "deadline", "by": DAY}, "Hạn chót: Nộp thuế"),
    ],
)
def test_a_title_names_what_and_where_and_says_nothing_twice(told: dict[str, object], right: str) -> None:
    assert title(**told) == right  # type: ignore[arg-type]


def test_of_a_long_one_the_headline_is_cut_and_neither_part_nor_area() -> None:
    told = title(LOANS, part="Niêm yết", where="Nhà văn hóa")
    assert told.endswith("…: Niêm yết – Nhà văn hóa")
    assert LOANS.startswith(told.partition("…")[0])
    assert len(told) <= 80
    assert whole_of(task(label=LOANS, part="Niêm yết")) == f"{LOANS}: Niêm yết"


WORDS = st.text(alphabet="Đơn hồ sơ tổ 12,:", max_size=140)


@given(WORDS, WORDS, WORDS, st.sampled_from(["deadline", "event", "window"]))
def test_no_title_is_longer_than_a_line(label: str, part: str, where: str, kind: str) -> None:
    days = {"by": DAY} if kind == "deadline" else {"starts_on": DAY, "ends_on": DAY if kind == "event" else None}
    told = task(label=f"A{label}", part=part, where=where, kind=kind, confirmed=False, **days)
    assert 0 < len(title_of(told)) <= 80
