"""Telephone numbers in a text lead to the telephone, and no sign of the text changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.plan.notices.html_of_text import html_of_words
from bulletin.understand import prose
from bulletin.understand.prose import understand
from bulletin.words.text.blocks import plain
from tests.markup import markup_of
from tests.properties import examples

PIECES = st.sampled_from(
    ["0912.345.678", "024 3827 1234", "0987654321", "gọi ", "ĐT: ", "Đường dây nóng:\n\n", "- ", "\n", "\n\n", "**", "*",
     "`", "[a](/lich/) ", "[0912.345.678](tel:0912345678)", "| Số | ĐT |\n|---|---|\n| 1 | 0912345678 |\n\n", "UBND ",
     "số 12/KH-UBND ", "113 ", "\u00a0", "<br>", "[^1]", "\n\n[^1]: gọi 0912345678\n\n", "# ", "> ", "fax ", "/", ". "]
)  # fmt: skip
TEL = re.compile(r'<a href="tel:[0-9+]+">(.*?)</a>')


@examples(25)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_sign_of_the_text_changes(body: str) -> None:
    linked = understand(body, "x.md", 1, "")[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "link_phones", lambda *_: None)
        bare = understand(body, "x.md", 1, "")[0]
    assert plain(linked.text) == plain(bare.text)
    # Without the links of either the markup is the same, letter for letter.
    assert TEL.sub(r"\1", markup_of(linked)) == TEL.sub(r"\1", markup_of(bare))
    for words in linked.calls.lines:
        own = " ".join(words.text.split()).removeprefix("Đường dây nóng: ")
        assert own in " ".join(plain(linked.text).split())


def links(body: str, **given: object) -> list[str]:
    return re.findall(r'href="(tel:[^"]*)"', markup_of(understand(body, "x.md", 1, "", **given)[0]))  # type: ignore[arg-type]


def test_what_stands_above_a_list_or_beside_a_cell_counts() -> None:
    assert links("Số điện thoại trực:\n\n- Ông Mẫu 0912345678\n- 0987654321") == ["tel:0912345678", "tel:0987654321"]
    assert links("Số tài khoản:\n\n- 0912.345.678") == []
    assert links("| Tên | Điện thoại | Mã số thuế |\n|---|---|---|\n| A | 0912345678 | 0987654321 |") == [
        "tel:0912345678"
    ]
    assert links("| | |\n|---|---|\n| Điện thoại | 0912345678 |\n| Fax | 0987 654 321 |") == ["tel:0912345678"]
    assert links("Đường dây nóng:\n\n- 113\n\nSố hộ:\n\n- 113") == ["tel:113"]


def test_no_link_stands_in_a_link_in_code_or_in_the_number_of_a_document() -> None:
    assert links("Gọi [0912.345.678](/lich/), `0912.345.678`") == []
    assert links("Gọi [0912.345.678](tel:0987654321)") == ["tel:0987654321"]
    # Where the editor's marks cut it, the longest piece leads to all of it.
    partly = markup_of(understand("Gọi **0912.345**.678", "x.md", 1, "")[0])
    assert partly == '<p>Gọi <strong><a href="tel:0912345678">0912.345</a></strong>.678</p>'


def test_a_number_that_an_erratum_corrects_leads_nowhere() -> None:
    body = "Liên hệ 0912.345.678 hoặc 0987.654.321."
    assert links(body, errata=(("0912.345.678", "0912.345.679"),)) == ["tel:0987654321"]


def called(body: str) -> list[str]:
    return [words.text for words in understand(body, "x.md", 1, "")[0].calls.lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Họp.\n\nĐường dây nóng: 0900.000.000 - 024.0000.0001.", ["Đường dây nóng: 0900.000.000 - 024.0000.0001"]),
        (
            "Mang theo giấy tờ. Mọi thắc mắc liên hệ bà Mẫu, 0912.345.678. Trân trọng.",
            ["Mọi thắc mắc liên hệ bà Mẫu, 0912.345.678"],
        ),
        (
            "Đường dây nóng:\n\n- Công an phường: 0912.345.678;\n- Trạm Y tế: 0987.654.321.",
            ["Công an phường: 0912.345.678", "Trạm Y tế: 0987.654.321"],
        ),
        ("Mọi thắc mắc liên hệ\nbà Mẫu,\n0912.345.678", ["Mọi thắc mắc liên hệ bà Mẫu, 0912.345.678"]),
        ("Họp lúc 7 giờ  \nĐT: bà Mẫu 0912.345.678  \nMang giấy tờ", ["ĐT: bà Mẫu 0912.345.678"]),
        ("Đường dây nóng:\n\n- 0912.345.678", ["Đường dây nóng: 0912.345.678"]),
        # A list of many, and numbers in tables, are read in their place; nobody is asked at 114.
        ("Đường dây nóng:\n\n" + "\n".join(f"- Tổ {n}: 0912.345.67{n}" for n in range(4)), []),
        ("| Tổ | Điện thoại |\n|---|---|\n| 1 | 0912345678 |", []),
        ("Khi có cháy gọi 114.", []),
        ("Gọi [0912.345.678](/lich/), `0912.345.678`.", []),
        ("Liên hệ ![ảnh](/files/a.png) 0912.345.678.", []),
        ("Chủ hộ: Nguyễn Văn Mẫu, 0912.345.678.", []),
    ],
)
def test_whom_the_text_says_to_call(body: str, lines: list[str]) -> None:
    assert called(body) == lines


@pytest.mark.parametrize(
    ("body", "is_named"),
    [
        ("Chủ hộ: Nguyễn Văn Mẫu, 0912.345.678.", False),
        ("Liên hệ bà Mẫu: 0912.345.678.", True),
        ("| Tổ | Điện thoại |\n|---|---|\n| 1 | 0912345678 |", True),
        ("Gọi [đường dây nóng](tel:0912345678).", True),
        ("Khi có cháy gọi 114.", False),
        ("Fax: 0912.345.678.", False),
        ("", False),
    ],
)
def test_whether_the_text_names_somebody_who_can_be_called(body: str, is_named: bool) -> None:
    assert understand(body, "x.md", 1, "")[0].calls.is_named == is_named


def test_the_numbers_of_a_line_are_links_in_it() -> None:
    (line,) = understand("Trực:\n\n- Đường dây nóng: 0912.345.678, 0987.654.321", "x.md", 1, "")[0].calls.lines
    assert html_of_words(line) == (
        'Đường dây nóng: <a href="tel:0912345678">0912.345.678</a>, <a href="tel:0987654321">0987.654.321</a>'
    )


def test_lines_of_the_card_lead_too_but_its_last_has_a_rule_of_its_own() -> None:
    above = {"title": "Gọi 0912.345.678", "who": "Ông Mẫu, 0912.345.678", "call": "0912.345.678"}
    heads = understand("x", "x.md", 1, "", above=above)[0].above
    assert [bool(words.marks) for words in (heads.title, heads.who, heads.call)] == [False, True, False]
