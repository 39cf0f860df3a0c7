"""Text in fonts from before Unicode: by the font alone, and what is Unicode under such a name stays byte for byte."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.importers.legacy import LegacyFonts
from bulletin.model.legacy_font import LegacyFont
from bulletin.words.encoding.legacy_charsets import CHARSETS
from tests.importers.documents import docx, lines, p, paper, r
from tests.properties import examples

ROWS = knowledge.legacy_fonts()
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.charset)
# Letter → what a file holds for it, of each way of writing.
ENCODED = {
    charset.name.split(",")[0]: {letter: shown for shown, letter in charset.letters.items() if len(letter) == 1}
    for charset in CHARSETS
}
SENTENCES = (
    "Thông báo về việc cấp nước", "Ủy ban nhân dân phường", "Đề nghị các hộ dân giữ gìn vệ sinh", "sửa chữa đường ống",
    "từ ngày mười lăm đến hết tháng chín", "Kính gửi các tổ dân phố", "trường học nghỉ", "ý kiến", "lượng nước ngọt",
)  # fmt: skip


def written(text: str, charset: str) -> str:
    return "".join(ENCODED[charset].get(c, ENCODED[charset].get(c.lower(), c)) for c in text)


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def converted(font_: str, text: str) -> str:
    return LegacyFonts(ROWS).converted(font_, text)


@EACH
def test_examples_are_of_the_row_and_what_only_looks_so_is_not(row: LegacyFont) -> None:
    told = written("phường", row.charset)
    assert {name: converted(name, told).lower() for name in row.examples} == dict.fromkeys(row.examples, "phường")
    assert {name: converted(name, told) for name in row.unlike} == dict.fromkeys(row.unlike, told)
    assert row.sources


@EACH
@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_come_back_and_unicode_under_the_same_font_stays(row: LegacyFont, text: str) -> None:
    assert converted(row.examples[0], written(text, row.charset)).lower() == text.lower()
    assert converted(row.examples[0], text) == text


@examples(20)
@given(st.sampled_from(SENTENCES), st.lists(st.integers(0, 40), max_size=5))
def test_a_letter_may_lie_in_two_runs(text: str, cuts: list[int]) -> None:
    whole = written(text.lower(), "VNI")
    bounds = sorted({0, len(whole), *(cut for cut in cuts if cut < len(whole))})
    runs = [("VNI-Times", whole[a:b]) for a, b in pairwise(bounds)]
    assert "".join(LegacyFonts(ROWS).converted_runs(runs)) == text.lower()


def test_words_of_plain_letters_and_unicode_words_of_few_marks_stay() -> None:
    for text in ("Nam Long", "công an", "bao nhiêu", "m² và °C", "12/TB-UBND"):
        assert converted("VNI-Times", text) == text
        assert converted(".VnTime", text) == text


def test_one_letter_that_only_unicode_has_shows_that_a_text_is_unicode() -> None:
    assert converted("VNI-Times", "aù oâ eâ") == "á ô ê"
    assert converted("VNI-Times", "aù oâ eâ Đ") == "aù oâ eâ Đ"


def test_in_a_file_the_soft_hyphen_is_a_letter_of_tcvn3_and_capitals_are_those_of_the_font() -> None:
    looks = font(".VnTime")
    soft = f"<w:r><w:rPr>{looks}</w:rPr><w:softHyphen/></w:r>"
    data = docx(
        p(r("chÊt l", looks), soft, r("îng", looks)),
        p(r("®¶ng ñy", font(".VnTimeH"))),
        p(r("Đảng uỷ phường", font("VNI-Times"))),
    )
    assert [line.text for line in lines(data)] == ["chất lượng", "ĐẢNG ỦY", "Đảng uỷ phường"]
    assert ["5 chữ" in remark.says or "4 chữ" in remark.says for remark in paper(data).remarks] == [True]


def test_the_font_may_come_from_a_style() -> None:
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{font(".VnTime")}</w:rPr></w:style>'
    data = docx(p(r("Th«ng b¸o ", ""), r("«", font("Arial"))), parts={"styles": styles})
    assert [line.text for line in lines(data)] == ["Thông báo «"]
