"""Tables as cards: which row heads others, which goes on, which column only counts; what is too wide for a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.understand.prose import understand
from bulletin.words.text.blocks import blocks_in
from bulletin.words.text.row_numbers import names_row_numbers
from bulletin.words.text.table_layout import TableLayout, table_layout


def laid(*lines: str) -> TableLayout:
    """That of a table: its head, then its rows, without the bars at the ends."""
    rule = "|".join("---" for _ in lines[0].split("|"))
    body = "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))
    (table,) = (b for b in blocks_in(understand(body, "x.md", 1, "")[0].text) if b.kind == "table")
    return table_layout(table)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("STT", True), ("TT", True), ("S.TT", True), ("Số TT.", True), ("số thứ tự", True), ("#", True),
     ("Thứ tư", False), ("TTHC", False), ("Số", False), ("Tổ", False), ("", False)],
)  # fmt: skip
def test_a_column_that_only_numbers_rows_is_known_by_its_name(name: str, numbers: bool) -> None:
    assert names_row_numbers(name) == numbers
    assert laid(f"{name or '&nbsp;'}|Việc", "7|Họp").columns[0].numbers == numbers


def test_a_nameless_first_column_numbers_rows_when_it_counts_them() -> None:
    assert laid("|Việc", "1.|Họp", "2.|Tiêm").columns[0].numbers
    assert not laid("|Việc", "7|Họp", "8|Tiêm").columns[0].numbers
    assert not laid("|Việc", "|Họp").columns[0].numbers


@pytest.mark.parametrize(
    ("head", "rows", "kinds"),
    [
        ("Ngày|Buổi", ["25/11|Sáng", "|Chiều", "|Tối"], ["", "goes-on", "goes-on"]),
        ("STT|Ngày|Tổ", ["1|25/11|1", "2||2", "||3"], ["", "goes-on", "goes-on"]),
        ("STT|Ngày|Tổ", ["|25/11|1", "2||2"], ["", "goes-on"]),
        # A part whose own first cell is empty says nothing that would hold for it.
        ("Ngày|Buổi", ["|Sáng", "|Chiều"], ["", ""]),
        ("Ngày|Buổi|Việc", ["25/11|Sáng|A", "**Đợt hai**||", "|Chiều|B"], ["", "group", ""]),
        (
            "TT|Việc|Tiền",
            ["I|Bắt buộc||", "1|Bảo hiểm|5", "II.|Tự nguyện|", "B|Khác|"],
            ["group", "", "group", "group"],
        ),
        # A row of a form that is to be filled in heads nothing.
        ("STT|Họ tên", ["1|", "2|"], ["", ""]),
        ("STT|Họ tên|Tổ", ["1|Người Thử|", "|Người Thử|"], ["", ""]),
        ("a|b", ["1|2", "|"], ["", "blank"]),
    ],
)
def test_what_rows_are(head: str, rows: list[str], kinds: list[str]) -> None:
    assert list(laid(head, *rows).rows) == kinds


def test_a_head_is_left_out_when_it_is_empty_and_stays_when_it_is_needed() -> None:
    assert laid("|", "Thời gian|7 giờ").head == "none"
    assert laid("Tên|Tổ", "A|1").head == ""
    assert laid("Lưu ý|mang giấy tờ").head == "shown"
    assert laid("[Tên](/lich/)|Tổ", "A|1").head == "shown"
    assert laid("Danh sách", "Tổ 1").head == "shown"


def test_names_of_columns_end_without_a_colon_and_one_alone_is_none() -> None:
    assert [column.name for column in laid("Khu  vực:|**Giờ**", "1|2").columns] == ["Khu vực", "Giờ"]
    assert [column.name for column in laid("Danh sách", "Tổ 1").columns] == [""]


def test_a_table_gets_smaller_print_as_its_columns_get_more() -> None:
    sizes = [laid("|".join(["Tháng"] * count), "|".join(["123.456"] * count)).size for count in range(1, 20)]
    assert sizes == sorted(sizes, key=["", "fine", "tight"].index)
    assert set(sizes) == {"", "fine", "tight"}
    assert laid("Việc|Thư", f"{'chữ ' * 90}|{'a' * 99}").size == ""  # lines may end, and a long word may be broken


@given(st.lists(st.lists(st.sampled_from(["", "1", "I", "Tổ 1", "**x**"]), min_size=3, max_size=3), max_size=6))
def test_every_row_has_its_kind(rows: list[list[str]]) -> None:
    layout = laid("STT|Ngày|Việc", *map("|".join, rows))
    assert len(layout.rows) == max(len(rows), 1)
    assert [kind == "blank" for kind in layout.rows] == [not any(row) for row in rows or [[]]]
