"""The body as Markdown: what the house reads of it is what the paper says, whatever the paper says."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.importers.body import body_of
from bulletin.importers.shown_words import shown_words
from bulletin.model.paper import Block, Cell, Line, Note, Run, Table, words_of_blocks
from tests.importers.papers import centred, grid, line, side_by_side
from tests.properties import examples


def markdown(*blocks: Block | str) -> str:
    return body_of([line(b) if isinstance(b, str) else b for b in blocks], [], []).markdown.rstrip("\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Phí 5*4 và (*) chú ý", r"Phí 5\*4 và (\*) chú ý"),
        ("tệp mau_don_1 và _nghiêng_", r"tệp mau_don_1 và \_nghiêng\_"),
        ("[mẫu](x) và [^1]", r"\[mẫu](x) và \[^1]"),
        ("a <b> c < d &nbsp; e & f", "a &lt;b> c < d &amp;nbsp; e & f"),
        ("# không phải đề mục", r"\# không phải đề mục"),
        ("> không phải trích", r"\> không phải trích"),
        ("a | b", r"a \| b"),
        ("1. Thống nhất", "1. Thống nhất"),
        ("a) Một ý", "a) Một ý"),
        ("• Đơn", "- Đơn"),
        ("– Đơn", "- Đơn"),
        ("+ Bản sao", "+ Bản sao"),
        ("🔹 Khu vực: tổ 1", "- Khu vực: tổ 1"),
        ("👉 Gọi 0243", "👉 Gọi 0243"),
        ("Họ tên: ..........", "Họ tên: .........."),
        ("**Điều 1.** Giao Văn phòng.", "**Điều 1.** Giao Văn phòng."),
        ("H**2**O", "H2O"),
        ("**Thời gian: **7 giờ", "**Thời gian:** 7 giờ"),
    ],
)
def test_a_line_as_it_is_written(text: str, written: str) -> None:
    assert markdown(text) == written


def test_headings_are_what_has_a_numeral_and_stands_alone() -> None:
    assert (
        markdown(
            line("I. MỤC ĐÍCH", bold=True), line("1. Yêu cầu", bold=True), "1. Không in đậm", line("Lưu ý", bold=True)
        )
        == "## I. MỤC ĐÍCH\n\n### 1. Yêu cầu\n\n1. Không in đậm\n\n**Lưu ý**"
    )
    assert markdown(centred("Chương I"), centred("QUY ĐỊNH CHUNG"), line("Điều 1. Phạm vi", bold=True)) == (
        "## Chương I QUY ĐỊNH CHUNG\n\n### Điều 1. Phạm vi"
    )


def test_numbers_that_word_counts_are_text() -> None:
    assert markdown(Line(runs=(Run(text="Thống nhất"),), label="2."), Line(runs=(Run(text="Ý"),), label="đ)")) == (
        "2. Thống nhất\n\nđ) Ý"
    )
    assert markdown(Line(runs=(Run(text="Đơn"),), label="•"), Line(runs=(Run(text="Ảnh"),), label="+", level=1)) == (
        "- Đơn\n    + Ảnh"
    )


def test_what_is_raised_and_what_is_a_note() -> None:
    runs = (Run(text="Rộng 5 m"), Run(text="2", raised="sup"), Run(text="", note="1"), Run(text="."))
    body = body_of([Line(runs=runs)], [], [Note(mark="1", blocks=(line("Theo hồ sơ."),))])
    assert body.markdown == "Rộng 5 m<sup>2</sup>[^1].\n\n[^1]: Theo hồ sơ.\n"


def test_a_table_keeps_each_cell_once_and_tells_what_was_merged() -> None:
    assert markdown(grid(["**STT**", "**Khu vực**"], ["1", "Tổ 1 | 2"])) == (
        "| STT | Khu vực |\n|---|---|\n| 1 | Tổ 1 \\| 2 |"
    )
    merged = Table(
        rows=(
            (Cell(blocks=(line("Buổi sáng"),), columns=2),),
            (Cell(blocks=(line("7h"), line("8h"))), Cell(blocks=(line("Tổ 1"),), column=1)),
        ),
        columns=2,
        place="bảng 1",
    )
    body = body_of([merged], [], [])
    assert body.markdown == "|  |  |\n|---|---|\n| Buổi sáng |  |\n| 7h<br>8h | Tổ 1 |\n"
    assert [(doubt.place, "ô gộp" in doubt.says) for doubt in body.doubts] == [("bảng 1", True)]


def test_rows_parted_by_tabs_are_a_table_and_a_line_with_tabs_is_none() -> None:
    assert markdown("STT\tKhu vực\tGiờ", "", "1\tTổ 1\t7h30", "2\tTổ 2\t9h") == (
        "| STT | Khu vực | Giờ |\n|---|---|---|\n| 1 | Tổ 1 | 7h30 |\n| 2 | Tổ 2 | 9h |"
    )
    assert markdown("Chủ trì: ông A\tChức vụ: trưởng") == "Chủ trì: ông A Chức vụ: trưởng"


def test_what_only_stands_side_by_side_is_no_table() -> None:
    assert markdown(side_by_side(["Kính gửi:"], ["- Sở Nội vụ;", "- Các hộ dân."])) == (
        "Kính gửi:\n\n- Sở Nội vụ;\n- Các hộ dân."
    )


def test_files_that_the_text_names_are_told_and_what_it_is_issued_with_is_none() -> None:
    body = body_of(
        [line("Nộp đơn (theo mẫu đính kèm) trước ngày 5."), line("(Kèm theo Quyết định số 1/QĐ-UBND)")], [], []
    )
    assert body.attached == ("(theo mẫu đính kèm)",)


_SIGNS = [
    *"*_`[]()<>#|\\+-=:~!{}", "**", "__", "[^1]", "](x)", "<br>", "<sup>2</sup>", "<!-- x -->", "&lt;", "# ", "> ", "- ",
    "+ ", "1. ", "a) ", "I. ", "---", "o Bản", "v  Đơn", "§ mục", "• ", "🔹", "_____", "....", "\t", "  ", "\u00a0",
    "https://a.vn/b_c", "12/TB-UBND", "chữ", "Điều 3. ", "CHƯƠNG I", "2022. ", "[//]: # (x)", "[x]: y",
]  # fmt: skip
_TEXT = st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=6).map("".join)
_RUN = st.builds(
    Run, text=_TEXT, bold=st.booleans(), italic=st.booleans(), raised=st.sampled_from(["", "", "sup", "sub"])
)
_LINE = st.builds(
    Line,
    runs=st.lists(_RUN, min_size=1, max_size=3).map(tuple),
    align=st.sampled_from(["left", "center"]),
    label=st.sampled_from(["", "", "1.", "a)", "-", "o", "Điều 3."]),
    level=st.sampled_from([0, 1]),
    heading=st.sampled_from([0, 0, 1]),
    continues=st.booleans(),
)
_TABLE = st.lists(st.lists(_LINE, min_size=2, max_size=2), min_size=1, max_size=3).map(
    lambda rows: Table(
        rows=tuple(tuple(Cell(blocks=(item,), column=i) for i, item in enumerate(row)) for row in rows), columns=2
    )
)


@examples(30)
@given(st.lists(st.one_of(_LINE, _LINE, _TABLE), min_size=1, max_size=5))
def test_no_word_is_eaten_whatever_stands_there(blocks: list[Block]) -> None:
    body = body_of(blocks, [], [])
    shown = Counter(word.casefold() for word in (*(shown_words(body.markdown) or ()), *body.bullets))
    wanted = Counter(word.casefold() for word in words_of_blocks(blocks))
    assert not wanted - shown, body.markdown
    assert not shown - wanted, body.markdown
