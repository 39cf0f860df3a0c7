"""Property: a sign that is not understood as a mark stands on the page, where it was typed."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.understand.prose import understand
from tests.markup import markup_of
from tests.properties import examples
from tests.understand.markdown.test_every_word import SIGNS, rendered_text, texts

SHOWN = {"strong": "**", "em": "*", "code": "`"}


class Typed(HTMLParser):
    """Markup as it may have been typed: «<strong>a</strong>» is «**a**»."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text.append(SHOWN.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.text.append(SHOWN.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page(body: str) -> str:
    return markup_of(understand(body, "x.md", 1, "")[0])


def bare(text: str) -> str:
    """Without blanks; both signs of bold, and quotes of code of any length, are one."""
    return re.sub(r"`+", "`", re.sub(r"\s", "", text).replace("_", "*"))


STARS = [
    "*",
    "**",
    "***",
    "****",
    "*****",
    "_",
    "__",
    "___",
    "~",
    "~~",
    "(",
    ")",
    ":",
    ",",
    ".",
    " ",
    " ",
    "\n",
    "\u00a0",
]


def lines(signs: list[str]) -> st.SearchStrategy[str]:
    """Lines that each begin with a word: no lists, rules or headings, only what stands inside lines."""
    parts = st.one_of(st.sampled_from(["chữ", "A", "12", "đậm"]), st.sampled_from(signs))
    return st.lists(parts, max_size=30).map(lambda found: "x" + "".join(found).replace("\n", "\nx"))


@examples(120)
@given(lines(STARS))
@example("xMẫu A(*), Mẫu B(**), Mẫu C(*)")
@example("x***a* b** **c *d* e**")
@example("x*a **b* c**")
@example("x** a** ** b ** _c **d_ e**")
def test_stars_are_bold_or_stand_where_they_were_typed(body: str) -> None:
    assert bare("".join(Typed(page(body)).text)) == bare(body)


@examples(60)
@given(lines([*STARS, "`", "``", "```"]))
@example("x`a*b`*c`")
def test_quotes_of_code_stand_or_make_code(body: str) -> None:
    assert bare("".join(Typed(page(body)).text)) == bare(body)


@examples(60)
@given(lines([*STARS, "\\", "\\\\", "\\*", "C:\\"]))
def test_a_backslash_goes_only_before_a_sign(body: str) -> None:
    typed = re.sub(r"\\([\\`*_{}\[\]()>#+\-.!|])", r"\1", body)
    assert bare("".join(Typed(page(body)).text)) == bare(typed)


# What each sign can be a mark of, as the tags that then stand on the page.
MARKS = {
    "*": "<(?:strong|em|ul|hr)",
    "_": "<(?:strong|em|hr)",
    "`": "<code",
    "#": "<h[2-6]",
    "|": "<table",
    ">": "<(?:blockquote|su[bp]|br)",
    "<": "<(?:su[bp]|br)",
    "/": "<(?:su[bp]|br)",
    "-": "<(?:ul|hr|table)",
    "+": "<ul",
    "=": "<hr",
    ":": "<(?:table|dl)",
    ".": "<ol",
}


@examples(120)
@given(texts([*SIGNS, "* ", "** ", "•", "\u00a0"]).filter(lambda body: "](" not in body and "\\" not in body))
def test_no_sign_goes_that_makes_nothing(body: str) -> None:
    markup = page(body)
    shown = Counter(re.sub(r"\s", "", rendered_text(body)))
    for sign, count in (Counter(re.sub(r"[\s\w•]", "", body)) - shown).items():
        assert sign in MARKS, (sign, count)
        assert re.search(MARKS[sign], markup), (sign, count)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**Thời gian: **7h30", "<strong>Thời gian: </strong>7h30"),
        ("**Địa điểm:**nhà văn hóa", "<strong>Địa điểm:</strong>nhà văn hóa"),
        ("** Thành phần:** các hộ", "<strong> Thành phần:</strong> các hộ"),
        ("Kính gửi: ** các hộ ** dân", "Kính gửi: ** các hộ ** dân"),
        ("__Lưu ý:__ mang theo", "<strong>Lưu ý:</strong> mang theo"),
        ("__Lưu ý: __mang theo", "<strong>Lưu ý: </strong>mang theo"),
        ("*Lưu ý:* mang theo", "<em>Lưu ý:</em> mang theo"),
        ("**Điều 1.****Phạm vi**", "<strong>Điều 1.</strong><strong>Phạm vi</strong>"),
        ("**hai\ndòng**", "<strong>hai\ndòng</strong>"),
        ("***Lưu ý:*** mang theo", "<strong><em>Lưu ý:</em></strong> mang theo"),
        ("Mẫu A(*), Mẫu B(**), Mẫu C(*)", "Mẫu A(*), Mẫu B(**), Mẫu C(*)"),
        ("Mẫu A*, Mẫu B**, Mẫu C*", "Mẫu A*, Mẫu B**, Mẫu C*"),
        ("*) một; **) hai; *) ba", "*) một; **) hai; *) ba"),
        ("CCCD 001****1234, 09****567", "CCCD 001****1234, 09****567"),
        ("4*5 m, 3*4*5 và 2 * 3 * 4", "4*5 m, 3*4*5 và 2 * 3 * 4"),
        ("Họ tên: ____ Tuổi: __ Số: __", "Họ tên: ____ Tuổi: __ Số: __"),
        ("tải _Mau_don_.docx, ubnd_phuong_x@a.vn", "tải _Mau_don_.docx, ubnd_phuong_x@a.vn"),
        ("khách sạn 3*, 4*, 5*", "khách sạn 3*, 4*, 5*"),
        ("~~bỏ~~ C:\\Tài liệu", "~~bỏ~~ C:\\Tài liệu"),
    ],
)
def test_how_people_type_them(typed: str, shown: str) -> None:
    assert page(typed).strip() == f"<p>{shown}</p>"
    for before, after in (("- ", "li>"), ("## Mục: ", "h2>"), ("| a | b |\n|---|---|\n| 1 | ", "td>")):
        if "\n" not in typed and "~~" not in typed:
            assert f"{shown}</{after}" in page(f"{before}{typed}"), before


def test_an_empty_text_says_nothing_of_the_one_before() -> None:
    understand("Mời **bà con dự họp.", "a.md", 1, "")
    assert understand("", "b.md", 1, "")[1] == ()
