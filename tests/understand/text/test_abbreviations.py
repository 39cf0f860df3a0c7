"""Abbreviations marked in a text: the first of each, where the text leaves no doubt, and never a sign of the text changed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.plan.notices.html_of_text import html_of_words
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.text.known_abbreviations import NO_ABBREVIATIONS, abbreviations
from bulletin.understand.vocabulary import vocabulary
from tests.markup import markup_of

ROWS = knowledge.load().abbreviations
KNOWN = abbreviations(ROWS)
WORDS = vocabulary(knowledge.load(), ())


def marked(body: str, day: date = date(2022, 4, 28)) -> list[tuple[str, str]]:
    html = markup_of(understand(body, "x.md", 1, "", Citing(vocabulary=WORDS, signed_on=day), known=KNOWN)[0])
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
        '![ảnh](/files/a.png "x > UBND")',
        '[a](/b/ "</a> UBND")',
        "Chữ[^UBND] có chú thích\n\n[^UBND]: ở đây",
    ],
)
def test_nothing_is_marked_inside_a_number_a_link_or_code(body: str) -> None:
    assert marked(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Công tác trật tự đô thị; đăng trên Cổng TTĐT của quận",
        "Ban Chấp hành Đảng bộ họp; BCH Quân sự phường trực",
        "Sở Nội vụ thành phố; đồng chí TP Kinh tế",
        "Bộ Chính trị kết luận; hướng dẫn của BCT về điện lực",
        "Trường mầm non Hoa Sen; gió mùa MN",
        "Phòng, chống tệ nạn xã hội; môn TNXH lớp 3",
    ],
)
def test_an_ambiguous_one_is_not_guessed_from_words_elsewhere(body: str) -> None:
    assert marked(body) == []


def test_an_ambiguous_one_is_told_where_its_phrase_leaves_no_doubt() -> None:
    assert marked("Đăng trên Cổng TTĐT. Công tác quản lý TTĐT.\n\nTTĐT là việc chung.") == [("trật tự đô thị", "TTĐT")]
    assert marked("Giải quyết chế độ cho **NCC**") == [("người có công", "NCC")]
    for row in ROWS:
        assert bool(row.sure) <= bool(row.ambiguous), row.code
        for phrase in row.sure:
            assert row.code in phrase, phrase
            assert (row.means, row.code) in marked(f"Về {phrase} của phường", row.since or date(2022, 4, 28)), phrase


def test_a_meaning_that_the_text_gives_itself_stands() -> None:
    assert marked("Công ty Thương Vàng (CTV) thông báo. CTV ở phố này.") == []
    assert marked("Cộng tác viên (CTV) thông báo") == [("cộng tác viên", "CTV")]
    assert marked("Ban chấp hành (BCH) họp") == [("ban chấp hành", "BCH")]
    # A word more is no other meaning, and no meaning to be told beside it.
    assert marked("Ủy ban nhân dân phường (UBND) họp. UBND giao.") == [("Ủy ban nhân dân", "UBND")]


def test_the_first_of_a_page_may_stand_above_the_body() -> None:
    above = {"title": 'GPMB & "TDP"', "what": "", "call": "Hỏi UBND"}
    prose, _ = understand("Công tác GPMB và PCCC.", "x.md", 1, "", above=above, known=KNOWN)
    assert tuple(map(html_of_words, (prose.above.title, prose.above.what, prose.above.call))) == (
        '<abbr title="giải phóng mặt bằng">GPMB</abbr> &amp; "<abbr title="tổ dân phố">TDP</abbr>"',
        "",
        'Hỏi <abbr title="Ủy ban nhân dân">UBND</abbr>',
    )
    assert "GPMB" in markup_of(prose) and markup_of(prose).count("<abbr ") == 1
    assert [row.code for row in prose.abbreviations] == ["GPMB", "TDP", "UBND", "PCCC"]


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
    plain, known = (understand(body, "x.md", 1, "", None, known=rows)[0] for rows in (NO_ABBREVIATIONS, KNOWN))
    html = markup_of(known)
    assert re.sub(r'<abbr title="[^"<>]*">|</abbr>', "", html) == markup_of(plain)
    assert html.count("<abbr ") == len(known.abbreviations) == len({row.code for row in known.abbreviations})


def test_hostile_titles_stay_titles() -> None:
    body = '![x](/files/a.png "x > UBND") [x](/ "</a> UBND onclick") UBND'
    html = markup_of(understand(body, "x.md", 1, "", known=KNOWN)[0])
    assert html == (
        '<p><img alt="x" src="/files/a.png" title="x &gt; UBND"> <a href="/" title="&lt;/a&gt; UBND onclick">x</a> '
        '<abbr title="Ủy ban nhân dân">UBND</abbr></p>'
    )
