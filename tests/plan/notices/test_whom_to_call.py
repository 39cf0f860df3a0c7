"""Whom to call about a notice: the editor's line, else the text's own words, else the ward."""

from __future__ import annotations

import pytest

from bulletin.model.contact import Contact
from bulletin.plan.notices.whom_to_call import whom_to_ask, whom_to_call
from bulletin.understand.prose import understand
from tests.conftest import SITE, Ward

WARD = (
    Contact(label="Tiếp dân", mail="a@thu.example"),
    Contact(label="Một cửa", phone="1"),
    Contact(label="Trực", phone="2"),
)
HOTLINE = 'Đường dây nóng: <a href="tel:0912345678">0912.345.678</a>'
LIST = "Đường dây nóng:\n\n" + "\n".join(f"- Tổ {n}: 0912.345.67{n}" for n in range(9))


@pytest.mark.parametrize(
    ("body", "call", "told"),
    [
        ("Đường dây nóng: 0912.345.678.", "", HOTLINE),
        ("Đường dây nóng: 0912.345.678.", "Một cửa 0987.654.321", "Một cửa 0987.654.321"),
        ("Đường dây nóng: 0912.345.678.", "hỏi ở một cửa", "hỏi ở một cửa"),
        ("Gọi bà A: 0912.345.678.\n\nGọi bà B: 0987.654.321.", "",
         'Gọi bà A: <a href="tel:0912345678">0912.345.678</a>; Gọi bà B: <a href="tel:0987654321">0987.654.321</a>'),
        (LIST, "", "các số điện thoại ghi trong bài"),
        ("Khi có cháy gọi 114. Chủ hộ: ông A, 0912.345.678.", "", ""),
    ],
)  # fmt: skip
def test_whom_to_call(body: str, call: str, told: str) -> None:
    prose = understand(body, "x.md", 1, "", above={"call": call})[0]
    assert "".join(part.words for part in whom_to_call(prose)) == told
    # The ward is asked about what names nobody.
    assert bool(whom_to_ask(prose, WARD, is_urgent=False)) != bool(told)


def test_of_what_is_urgent_all_are_told_who_can_be_called() -> None:
    prose = understand("Bài.", "x.md", 1, "")[0]
    assert [contact.label for contact in whom_to_ask(prose, WARD, is_urgent=False)] == ["Một cửa"]
    assert [contact.label for contact in whom_to_ask(prose, WARD, is_urgent=True)] == ["Một cửa", "Trực"]
    assert [contact.label for contact in whom_to_ask(prose, WARD[:1], is_urgent=False)] == ["Tiếp dân"]


def test_numbers_of_a_text_are_links_wherever_it_stands(ward: Ward) -> None:
    ward.write("site.yml", SITE + "contacts: [{label: Một cửa, phone: 024 0000 0001}]\n")
    ward.notice("a", "Đường dây nóng: 0912.345.678.", number="12/KH-UBND")
    ward.write("pages/gioi-thieu.md", "---\ntitle: Giới thiệu\npublish: public\n---\n\nĐiện thoại: 024 3827 1234\n")
    files = {
        path: data.decode() for path, data in ward.files().items() if isinstance(data, bytes) and path[-4:] != ".png"
    }
    page, foot = files["thong-bao/2022/12-kh-ubnd/index.html"].partition("<footer")[::2]
    assert page.count(HOTLINE) == 2  # in its card, and in the text
    assert "Một cửa" not in page
    assert "Một cửa" in foot
    assert '<a href="tel:02438271234">024 3827 1234</a>' in files["gioi-thieu/index.html"]
    assert "tel:0912345678" in files["feed.atom"]
    assert "tel:0912345678" in files["feed.json"]
