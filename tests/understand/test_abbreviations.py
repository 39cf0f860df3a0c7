"""Abbreviations marked in a text: the first of each, where the text leaves no doubt, and never a sign of the text changed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.model.prose import Html
from bulletin.understand import Citing, lexicon, understand
from bulletin.understand.abbreviations import abbreviations, mark

ROWS = knowledge.load().abbreviations
KNOWN = abbreviations(ROWS)
WORDS = lexicon(knowledge.load(), ())


def marked(body: str, day: date = date(2022, 4, 28)) -> list[tuple[str, str]]:
    html = understand(body, "x.md", 1, "", Citing(lexicon=WORDS, signed_on=day))[0].html
    return re.findall(r'<abbr title="([^"]*)">([^<]*)</abbr>', html)


def test_the_first_of_each_is_told_and_no_other() -> None:
    assert marked("Công tác GPMB và PCCC. Tiếp tục GPMB.\n\nPCCC là việc chung.") == [
        ("giải phóng mặt bằng", "GPMB"),
        ("phòng cháy, chữa cháy", "PCCC"),
    ]


def test_the_longest_spelling_counts() -> None:
    assert marked("Kế hoạch PCTT&TKCN; công tác PCCC&CNCH") == [
        ("phòng, chống thiên tai và tìm kiếm cứu nạn", "PCTT&amp;TKCN"),
        ("phòng cháy, chữa cháy và cứu nạn, cứu hộ", "PCCC&amp;CNCH"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Công văn số 506/UBND-VHTT ngày 01/3/2022 nêu rõ",
        "Báo cáo số 12 /UBND về việc chung",
        "Văn bản 12/QĐ-UBND",
        "Mời xem [trang của UBND](https://a.vn/UBND)",
        "Gõ `UBND` vào ô",
        "Xem <https://a.vn/UBND/tin>",
        "Hội UBMTTQVNX họp",
        "![ảnh](/files/a.png \"x > UBND\")",
        "[a](/b/ \"</a> UBND\")",
        "Chữ[^UBND] có chú thích\n\n[^UBND]: ở đây",
    ],
)
def test_nothing_is_marked_inside_a_number_a_link_or_code(body: str) -> None:
    assert marked(body) == []


def test_an_ambiguous_one_needs_its_words_in_the_text() -> None:
    assert marked("Xử lý các điểm nóng về TTĐT") == []
    assert marked("Công tác trật tự đô thị: các điểm nóng về TTĐT") == [("trật tự đô thị", "TTĐT")]
    # Both readings are said: nobody can tell which is meant.
    assert marked("Công tác trật tự đô thị; trang thông tin điện tử; TTĐT") == []


def test_a_meaning_that_the_text_gives_itself_stands() -> None:
    assert marked("Công ty Thương Vàng (CTV) thông báo. CTV ở phố này.") == []
    assert marked("Cộng tác viên (CTV) thông báo") == [("cộng tác viên", "CTV")]


def test_a_row_counts_in_its_time() -> None:
    assert marked("Làm CCCD gắn chip") == [("căn cước công dân", "CCCD")]
    assert marked("Làm CCCD gắn chip", date(2024, 7, 1)) == []


def test_the_examples_of_the_rows() -> None:
    for row in ROWS:
        if row.kind == "symbol" or row.ambiguous:
            continue
        day = row.since or date(2022, 4, 28)
        for example in row.examples:
            assert row.means in [title for title, _ in marked(example, day)], example
        for other in row.unlike:
            assert row.means not in [title for title, _ in marked(other, day)], other


_PIECES = st.sampled_from(
    ["UBND", "GPMB", "TTĐT", "trật tự đô thị", " ", ", ", "(", ")", "/", "-", "&", "**", "`", "\n\n", "12/TB-", "KT.",
     "<a", ">", '"', "[x](/y/ \"UBND > <\")", "![UBND](/files/a.png)", "| UBND |", "# ", "TM. ỦY BAN", "Đ", "QU", "[^1]"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_no_sign_of_the_page_is_lost_or_moved(body: str) -> None:
    """Taking the marks out again gives the page without marks, byte for byte."""
    plain = understand(body, "x.md", 1, "", None)[0].html
    html, found = mark(plain, KNOWN, date(2022, 4, 28))
    assert re.sub(r'<abbr title="[^"<>]*">|</abbr>', "", html) == plain
    assert html.count("<abbr ") == len(found) == len({row.code for row in found})


def test_hostile_titles_stay_titles() -> None:
    text = Html('<p><img src="/a.png" title="x &gt; UBND"/> <a href="/" title="</a> UBND onclick">x</a> UBND</p>')
    html, _ = mark(text, KNOWN, None)
    assert html.replace('<abbr title="Ủy ban nhân dân">UBND</abbr></p>', "UBND</p>") == text
