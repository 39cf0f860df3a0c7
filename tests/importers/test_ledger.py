"""Every word of a paper is accounted for, else the import fails and names what is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.importers import take_apart as module
from bulletin.importers.ledger import lost_words
from bulletin.importers.taken import Taken
from bulletin.model.imported import Doubt, Fields, Imported
from bulletin.model.paper import Line, Refused, Run, words_of_text
from tests.importers.papers import FOOT, HEAD, ROWS, TITLE, centred, line, notice, paper, side_by_side

PAPER = notice("1. Tổ 1 và tổ 2.", "- Tổ 3.")


def test_a_body_that_loses_a_word_fails_the_import_and_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = module.body_of

    def careless(*args: Any, **options: Any) -> Any:
        body = real(*args, **options)
        return replace(body, markdown=body.markdown.replace("Tổ 3", ""))

    monkeypatch.setattr(module, "body_of", careless)
    taken = module.take_apart(PAPER, ROWS)
    assert isinstance(taken, Refused)
    assert taken.says == "nhập thì mất 2 chữ: «Tổ», «3»"


def test_where_a_mark_would_part_a_word_the_body_goes_without_marks() -> None:
    runs = (
        Run(text="Phụ lục", raised="sub"),
        Run(text="01. https://a.vn/b_c", bold=True, italic=True),
        Run(text="[//]: # (x)"),
    )
    taken = module.take_apart(notice(Line(runs=runs)), ROWS)
    assert isinstance(taken, Imported)
    assert "**" not in taken.body
    assert ["chữ đậm" in doubt.says for doubt in taken.doubts] == [True]


def test_a_field_that_is_dropped_fails_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    real = module._fields
    monkeypatch.setattr(module, "_fields", lambda *args: replace(real(*args), name=""))
    taken = module.take_apart(PAPER, ROWS)
    assert isinstance(taken, Refused)
    assert "«Nguyễn», «Văn», «Mẫu»" in taken.says


def test_a_word_that_stands_twice_must_be_found_twice() -> None:
    def lost(shown: str) -> tuple[str, ...]:
        return lost_words(
            words_of_text("nước nước điện"),
            shown=words_of_text(shown),
            fields=Fields(),
            printed_recipients=(),
            taken=(),
            doubts=(),
        )

    assert lost("Nước điện nước") == ()
    assert lost("nước điện") == ("nước",)


def test_what_is_told_counts_only_where_the_report_quotes_it() -> None:
    taken = (Taken(text="dòng lạ", place="", what="told"),)
    for says, lost in (("có dòng «dòng lạ»", ()), ("có gì đó", ("dòng", "lạ"))):
        assert lost == lost_words(
            ("dòng", "lạ"),
            shown=(),
            fields=Fields(),
            printed_recipients=(),
            taken=taken,
            doubts=(Doubt(field="", says=says),),
        )


_WORDS = ["Số:", "12/TB-UBND", "/TB-UBND", "ngày", "05", "tháng 8", "năm 2025", "Thử,", "ỦY BAN NHÂN DÂN", "PHƯỜNG THỬ",
    "V/v", "THÔNG BÁO", "QUYẾT ĐỊNH:", "Về việc", "Kính gửi:", "Căn cứ", "Nơi nhận:", "- Như trên;", "- Lưu: VT.An", "TM.",
    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Trần Văn Thử", "DỰ THẢO", "HỎA TỐC", "-----", "\t", "     ", "một câu",
    "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "{{ten}}", "I.", "1.", "🔹", "PHỤ LỤC I",
]  # fmt: skip
_LINE = st.builds(
    line,
    st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join),
    bold=st.booleans(),
    align=st.sampled_from(["left", "center", "right"]),
)
_BLOCK = st.one_of(_LINE, _LINE, st.builds(side_by_side, st.lists(_LINE, max_size=4), st.lists(_LINE, max_size=4)))


@given(st.lists(_BLOCK, max_size=8), st.booleans(), st.sampled_from(["docx", "text", "pdf", "ocr"]))
def test_no_paper_loses_a_word(blocks: list[Any], whole: bool, kind: Any) -> None:
    made = (
        paper(HEAD, *TITLE, *blocks, FOOT, centred("PHỤ LỤC"), *blocks, kind=kind)
        if whole
        else paper(*blocks, kind=kind)
    )
    assert isinstance(module.take_apart(made, ROWS), Imported)
