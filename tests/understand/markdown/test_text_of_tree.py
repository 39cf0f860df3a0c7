"""A text as a value: what its blocks and words are, and that no other markup than that of its marks is made of it."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model.text import (
    OBJECT,
    Block,
    Hyperlink,
    LineBreak,
    NoteMark,
    OnSite,
    Outside,
    Picture,
    Style,
    Words,
)
from bulletin.plan.notices.html_of_text import Addresses, html_of
from bulletin.understand.prose import understand
from bulletin.words.text.blocks import anchors, plain, shown, words_in
from tests.markup import markup_of
from tests.properties import examples

PIECES = st.sampled_from(
    ["**", "*", "_", "`", "[^1]", "\n\n[^1]: chú thích\n\n", "[a](/lich/#b)", '[b](https://a.vn/?a=1&b=2 "T > \'")',
     "![ảnh](/files/a.png)", "  \n", "\n", "\n\n", "- ", "1. ", "9. ", "    - ", "# ", "> ", "|a|b|\n|---|:-:|\n|1|2|\n",
     "UBND ", "<sup>2</sup>", "<br>", "&nbsp;", "&lt;", "<b>", "\u00a0", "chữ ", "(", ")", "term\n:   nghĩa\n", "***\n",
     '"', "'", ">", "&", "\\*", "javascript:", "[x](javascript:a)", OBJECT]
)  # fmt: skip
BODIES = st.lists(PIECES, max_size=25).map("".join)

# A second wall, built by others: what browsers read of markup, less all that the first is not meant to write.
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
    "ol", "p", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_SECOND = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=set(),
    attributes={
        "a": {"href", "id", "title", "class"},
        "div": {"class"},
        "img": {"src", "alt", "title"},
        "li": {"id", "value"},
        "ol": {"start"},
        "sup": {"id"},
        "table": {"class"},
        "td": {"class", "data-col"},
        "th": {"class", "scope"},
        "tr": {"class"},
        **{f"h{level}": {"id"} for level in range(2, 7)},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


@examples(150)
@given(BODIES)
def test_a_second_wall_has_nothing_to_take_and_browsers_nothing_to_mend(body: str) -> None:
    markup = markup_of(understand(body, "x.md", 1, "")[0])
    assert _SECOND.clean(markup) == markup


@examples(100)
@given(BODIES)
def test_marks_are_in_order_and_one_holds_the_other_or_they_stand_apart(body: str) -> None:
    for words in words_in(understand(body, "x.md", 1, "")[0].text):
        begun: list[int] = []
        starts = [mark.start for mark in words.marks]
        assert starts == sorted(starts)
        for mark in words.marks:
            assert 0 <= mark.start <= mark.stop <= len(words.text)
            begun = [stop for stop in begun if stop > mark.start]
            assert all(mark.stop <= stop for stop in begun)
            begun.append(mark.stop)
            if isinstance(mark, Picture):
                assert words.text[mark.start : mark.stop] == OBJECT


def test_a_text_as_a_value() -> None:
    body = (
        "# I. **Việc**\n\nXem [lịch *mới*](/lich#muc-1)  \n`mã` ![Sơ đồ](/files/a.png)[^1]\n\n"
        "3. Ba\n5. Năm\n\n[^1]: Theo [báo](https://a.vn/)."
    )
    assert understand(body, "x.md", 1, "/phuong")[0].text == (
        Block(kind="heading", level=2, anchor="i-viec", content=(
            Words(text="I. Việc", marks=(Style(start=3, stop=7, name="strong"),)),
        )),
        Block(kind="paragraph", content=(Words(text=f"Xem lịch mới\n\nmã {OBJECT}", marks=(
            Hyperlink(start=4, stop=12, to=OnSite(path="/lich/", tail="#muc-1")),
            Style(start=9, stop=12, name="em"),
            LineBreak(start=12, stop=13),
            Style(start=14, stop=16, name="code"),
            Picture(start=17, stop=18, to=OnSite(path="/files/a.png", file="/files/a.png"), alt="Sơ đồ"),
            NoteMark(start=18, stop=18, label="1", number=1, nth=1),
        )),)),
        Block(kind="numbers", number=3, content=(
            Block(kind="item", content=(Words(text="Ba"),)),
            Block(kind="item", number=5, content=(Words(text="Năm"),)),
        )),
        Block(kind="notes", content=(Block(kind="note", anchor="1", number=1, marks=1, content=(
            Block(kind="paragraph", content=(
                Words(text="Theo báo.", marks=(Hyperlink(start=5, stop=8, to=Outside(url="https://a.vn/")),)),
            )),
        )),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Một câu\nxuống *dòng* giữa chừng.", "Một câu xuống dòng giữa chừng."),
        ("## Mục\n\nChữ.", "Mục\nChữ."),
        ("- a\n    - b\n- c", "a\nb\nc"),
        ("|Tổ|Ngày|\n|--|--|\n|1|2|", "Tổ\nNgày\n1\n2"),
        ("một<br>hai", "một\nhai"),
        ("5 < 7 & 8", "5 < 7 & 8"),
        ('x [y](/a/ "a > b")z ![ảnh](/files/a.png)', "x yz"),
        ("Chữ[^1] sau.\n\n[^1]: Chú thích.", "Chữ1 sau.\nChú thích.\u00a0↩"),
        ("", ""),
    ],
)
def test_what_search_has_of_a_text(body: str, text: str) -> None:
    assert plain(understand(body, "x.md", 1, "")[0].text) == text


def test_elsewhere_every_address_is_whole() -> None:
    text = understand("[a](/lich/) [b](#muc) ![c](/files/a.png) [d](https://a.vn/)\n\n## Mục", "x.md", 1, "")[0].text
    whole = Addresses(base="/p", origin="https://thu.example", page="https://thu.example/p/thong-bao/a/")
    assert re.findall(r'(?:href|src)="([^"]*)"', html_of(text, whole)) == [
        "https://thu.example/p/lich/",
        "https://thu.example/p/thong-bao/a/#muc",
        "https://thu.example/p/files/a.png",
        "https://a.vn/",
    ]


def test_where_a_link_may_lead() -> None:
    text = understand("# Mục\n\nChữ[^a] và[^a].\n\n[^a]: Chú thích.", "x.md", 1, "")[0].text
    assert anchors(text) == {"muc", "fn:a", "fnref:a", "fnref2:a"}
    assert [shown(words) for words in words_in(text)] == ["Mục", "Chữ1 và1.", "Chú thích."]
