"""Properties of mentions on the tree: nothing but links is added to a signed text, in the order of the text."""

from __future__ import annotations

import html
import re
from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.model.prose import Prose
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import vocabulary
from tests.markup import markup_of
from tests.properties import examples
from tests.understand.citations.test_cases import CHAIN, HERE, KNOWN

ABBR = re.compile(r'<abbr title="[^"]*">|</abbr>')
LINK = re.compile(r'<a href="[^"]*" id="dan:\d+" title="[^"]*">(.*?)</a>', re.DOTALL)
ID = re.compile(r'\bid="(dan:\d+)"')

# What citations are made of, what stands around them, and what could be taken for them.
PIECES = [
    "Công văn số ", "Công văn ", "Thông tư 17", "Nghị định 30/2020", "Luật ", "QĐ 812 ", "các ", "số ", "Số: ",
    "595-CV/QU", "595 -CV/QU", "12/KH-UBND", "01/2024/QĐ-UBND", "91/2025/QH15", "75TB/ĐU", "…/QĐ-UBND", "298 KH/TWĐTN",
    "12a-CV/", "QU", "1, 2 và 3/UBND-VHTT", "10 đến 14/QĐ-UBND", "GD&ĐT", "GD&amp;ĐT-VP", "75-TB/ĐU", "603-CV/BCĐ",
    " ngày 15/4/2022", " ngày 15/4", ", ngày 31/4/2022", " ngày 29/2", " của Quận ủy", " của UBND quận", " của Ban chỉ đạo 35", " của BCH PCTT&amp;TKCN",
    " của Bộ Văn hóa, Thể thao và Du lịch", " giữa A và B", " về việc họp", " “học”", "thay thế ", "không ", "Căn cứ ",
    "30/4", "Mẫu số ", "1/2000", "/", "-", "–", ",", ";", ".", ":", "(", ")", "&", "1", "A", "\u00a0", "İ", "Ð", "\u0301",
]  # fmt: skip
MARKS = ["**", "*", "_", "`", "[", "](/a)", "](https://a.vn)", "# ", "- ", "+ ", "1. ", "> ", "| ", " |\n|---|\n| "]
MARKS += ["[^1]", "\n\n[^1]: ", ":   ", "<b>", "<sup>", "</sup>", "<br>", "\\", "  \n", "    ", "&nbsp;", "https://a.vn/"]  # fmt: skip
GAPS = [" ", "\n", "\n\n"]


CITED = st.tuples(
    st.sampled_from(["Công văn số ", "Theo ", "Thực hiện các Công văn ", "Thông báo số: ", "**Kế hoạch** số "]),
    st.sampled_from(
        ["595-CV/QU", "12/KH-UBND", "1, 2 và 3/UBND-VHTT", "595 –CV/\nQU", "9/2020/NĐ-CP", "12/GD&amp;ĐT-VP"]
    ),
    st.sampled_from(["", "", " ngày 15/4/2022", ", ngày 15 tháng tư", " (ngày\n31/4/2022)", " ngày 29/2"]),
    st.sampled_from(["", "", " của Quận ủy", " của UBND TP. Hà Nội", " của BCH PCTT&amp;TKCN", " của Ban\ntuyên giáo"]),
    st.sampled_from(["", " về việc họp", " “Về việc học”", " về “A; B” & C", "; ", ", ", " và "]),
).map("".join)


def texts(*marks: str) -> st.SearchStrategy[str]:
    some = [st.sampled_from(PIECES), st.sampled_from(PIECES), CITED, st.sampled_from(GAPS)]
    return st.lists(st.one_of(*some, *([st.sampled_from(marks)] if marks else [])), max_size=25).map("".join)


def read(text: str, citing: Citing | None = HERE) -> Prose:
    return understand(text, "x.md", 1, "", citing)[0]


@examples(200)
@given(texts(*MARKS))
@example("Công văn số **595**-CV/QU và [Công văn số 595-CV/QU](/a) *12/KH-UBND*")
def test_without_its_links_it_is_the_text_as_signed(text: str) -> None:
    found = read(text)
    assert ABBR.sub("", LINK.sub(r"\1", markup_of(found))) == markup_of(read(text, None))


@examples(100)
@given(texts(*(mark for mark in MARKS if not mark.startswith("\n\n[^1]"))))
def test_every_link_is_of_one_mention_in_the_order_of_the_text(text: str) -> None:
    prose = read(text)
    ids = ID.findall(markup_of(prose))
    assert ids == [m.anchor for m in prose.mentions if m.anchor]
    assert all(m.anchor in ("", f"dan:{i}") and (m.key or not m.anchor) for i, m in enumerate(prose.mentions, 1))
    assert Counter(link.href for link in prose.links if link.href.startswith("/van-ban/")) == Counter(
        f"/van-ban/{m.address}/" for m in prose.mentions if m.anchor
    )


@examples(100)
@given(texts())
def test_in_plain_text_every_known_number_is_a_link(text: str) -> None:
    prose = read(text)
    assert ID.findall(markup_of(prose)) == [m.anchor for m in prose.mentions if m.key]


@examples(100)
@example("](https://a.vn)`Công văn số ` Thông tư 17")  # an address ends where code begins
@given(texts(*(mark for mark in MARKS if not mark.startswith("\n\n[^1]"))))
def test_the_sentence_is_the_text_around_the_number(text: str) -> None:
    prose = read(text)
    shown = re.sub(r"(?s)<code>.*?</code>|<img[^>]*>", "…", markup_of(prose))
    shown = "".join(html.unescape(re.sub("<[^>]*>", "", shown)).split())
    for m in prose.mentions:
        before, number, after = m.sentence
        assert number
        assert m.number.serial in number
        assert "".join((before.removeprefix("…") + number + after.removesuffix("…")).split()) in shown


@examples(60)
@given(texts(*MARKS))
@example("Công văn số 12/CV-BCH của BCH PCTT&amp;TKCN")
def test_no_sign_of_the_library_is_left_in_what_was_read(text: str) -> None:
    for m in read(text).mentions:
        for said in (m.issuer, m.subject, m.type, m.key, m.why, m.number.printed, m.issued_by, *m.sentence):
            assert not re.search("[\x00-\x1f\x7f\ufffc]", said)


@examples(20)
@given(texts(*MARKS))
def test_the_same_text_is_read_the_same(text: str) -> None:
    fresh = Citing(vocabulary=vocabulary(KNOWN, CHAIN), number=HERE.number, signed_on=HERE.signed_on)
    assert read(text) == read(text) == read(text, fresh)


def test_the_sentence_of_a_footnote() -> None:
    (mention,) = read("Chữ[^1]\n\n[^1]: Xem Công văn số 595-CV/QU").mentions
    assert mention.sentence == ("Xem Công văn số ", "595-CV/QU", "")
