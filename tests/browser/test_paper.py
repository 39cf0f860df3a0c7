"""Notices on paper, as Chromium prints them: sheets with their numbers, a code that is read again and leads home."""

from __future__ import annotations

import gzip
import math
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Serve, _published
from tests.browser.test_pages import PATHS

NOTICE, UNNUMBERED = PATHS["notice"], PATHS["extract"]
SHORT = "phuc-dong.example/t/75-2022"
LINE = f"75 -TB/ĐU ngày 28/4/2022 · {SHORT}"
DPI, MM = 200, 72 / 25.4

ROWS = "".join(f"| {i} | Tổ dân phố số {i}, tổng vệ sinh và khơi thông cống rãnh | 7 giờ 30 |\n" for i in range(1, 59))
PLAN = f"""---
title: Tổng vệ sinh môi trường trên địa bàn phường
number: 75/KH-UBND
date: 20/4/2022
issuer: Ủy ban nhân dân phường Phúc Đồng
publish: public
urgency: Khẩn
summary: {{what: Tổng vệ sinh, who: Mọi hộ}}
signer: {{authority: TM. ỦY BAN NHÂN DÂN, role: CHỦ TỊCH, name: Người Thử}}
recipients: [Nơi nhận thử;, Lưu.]
attachments: [files/mau.txt]
---

Kế hoạch như sau:

| TT | Việc | Giờ |
|---|---|---:|
{ROWS}
Mọi thắc mắc liên hệ đường dây nóng 024 0000 0009.

Các tổ dân phố thực hiện.
"""


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real ward with a plan that has the number of its notice: a long table, a signature, a file."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("paper") / "content"))
    (content / "notices/2022/75-kh.md").write_text(PLAN, encoding="utf-8")
    (content / "files").mkdir(exist_ok=True)
    (content / "files/mau.txt").write_text("Mẫu", encoding="utf-8")
    yield from _published(tmp_path_factory, date(2022, 5, 1), content)


def printed(page: Page, address: str) -> list[pypdfium2.PdfPage]:
    page.goto(address)
    return list(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))


def text_of(sheet: pypdfium2.PdfPage, *box: float) -> str:
    """The text of a sheet, or of a box (left, bottom, right, top) of it in points, with single blanks."""
    text = sheet.get_textpage()
    return " ".join((text.get_text_bounded(*box) if box else text.get_text_bounded()).split())


def codes(sheets: list[pypdfium2.PdfPage]) -> list[tuple[str, float]]:
    """What each QR code says, and the shortest of its sides in mm, without its border."""
    found = []
    for sheet in sheets:
        picture = sheet.render(scale=DPI / 72, grayscale=True)
        shape = [picture.height, picture.width]
        assert picture.stride == picture.width
        dots = memoryview(bytes(picture.buffer)).cast("B", shape=shape)
        for code in zxingcpp.read_barcodes(dots, zxingcpp.BarcodeFormat.QRCode):
            at = code.position
            corners = [(p.x, p.y) for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)]
            sides = [math.dist(a, b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]
            found.append((code.text, min(sides) / DPI * 25.4))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_on_a_print_leads_to_the_notice(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    ((address, millimetres),) = codes(printed(page, site + NOTICE))
    assert address == f"https://{SHORT}/"
    assert 24 <= millimetres <= 27  # at least 22 when a printer shrinks the sheet to what it can reach
    page.goto(site + address.removeprefix("https://phuc-dong.example"))
    page.wait_for_url(site + NOTICE)
    assert page.get_by_role("heading", level=1).inner_text().startswith("Kết luận tại hội nghị giao ban")
    context.close()


def test_what_is_typed_from_paper_leads_to_the_notice(page: Page, site: str) -> None:
    """Nobody types the last slash."""
    page.goto(f"{site}/{SHORT.partition('/')[2]}")
    page.wait_for_url(site + NOTICE)


def test_the_preview_answers_to_what_is_on_paper_too(page: Page, serve: Serve) -> None:
    preview = serve()
    page.goto(f"{preview.url}/t/75-2022")
    page.wait_for_url(preview.url + NOTICE)


def test_one_number_of_two_notices_lets_people_choose(page: Page, namesakes: str) -> None:
    page.goto(f"{namesakes}/t/75-2022")
    assert page.get_by_role("heading", level=1).inner_text() == "Có 2 thông báo số 75 năm 2022"
    page.get_by_role("main").get_by_role("link", name="Tổng vệ sinh môi trường").click()
    page.wait_for_url(f"{namesakes}/thong-bao/2022/75-kh-ubnd/")


def test_every_sheet_says_which_notice_and_where(page: Page, site: str) -> None:
    sheets = printed(page, site + NOTICE)
    assert len(sheets) >= 3
    for sheet in sheets:
        assert text_of(sheet).count(LINE) == 1
    # Where it stands no other line does: it and what is above its upper edge make the whole.
    for sheet in sheets:
        text = sheet.get_textpage()
        start, count = text.search(LINE[:20]).get_next()
        boxes = [text.get_charbox(i) for i in range(start, start + count)]
        bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
        rest = text_of(sheet, 0, top + 1, 596, 842).replace(" ", "") + LINE.replace(" ", "")
        assert rest == text_of(sheet).replace(" ", "")
        assert bottom > 10 * MM


def test_sheets_are_numbered_at_the_head_from_the_second_on(page: Page, site: str) -> None:
    sheets = printed(page, site + NOTICE)
    heads = [text_of(sheet, 0, 842 - 18 * MM, 596, 842) for sheet in sheets]
    assert heads == ["", *(str(number) for number in range(2, len(sheets) + 1))]
    middle = [text_of(sheet, 85 * MM, 842 - 18 * MM, 135 * MM, 842) for sheet in sheets]
    assert middle == heads


def test_a_signed_paper_keeps_its_form(page: Page, namesakes: str) -> None:
    sheets = printed(page, f"{namesakes}/thong-bao/2022/75-kh-ubnd/")
    first, last = sheets[0], sheets[-1]
    left, right = (text_of(first, a * MM, 842 - 39 * MM, b * MM, 842) for a, b in ((30, 98), (98, 210)))
    # With some fonts the library that reads PDFs takes the hyphen of a number for one that ends a line, and drops it.
    assert left.replace("-", "") == "ỦY BAN NHÂN DÂN PHƯỜNG PHÚC ĐỒNG Số: 75/KHUBND"
    assert right.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Phúc Đồng")
    assert right.endswith("ngày 20 tháng 4 năm 2022")
    # The heads of a long table stand on each of its sheets.
    assert all("TT Việc Giờ" in text_of(sheet) for sheet in sheets if "cống rãnh" in text_of(sheet))
    whole = text_of(last)
    order = ["Các tổ dân phố thực hiện.", "Nơi nhận: - Nơi nhận thử;", "CHỦ TỊCH", "Người Thử"]
    assert [whole.find(words) for words in order] == sorted(whole.find(words) for words in order)
    assert order[0] in whole
    assert "KHẨN" in text_of(first)
    assert "và tệp đính kèm: quét mã" in text_of(first)
    assert not any("mau.txt" in text_of(sheet) for sheet in sheets)  # they stand where the code leads
    assert "Việc gì Tổng vệ sinh" in text_of(first)
    assert "Hỏi ai Mọi thắc mắc liên hệ đường dây nóng 024 0000 0009" in text_of(first)
    assert len(codes(sheets)) == 1


def test_words_that_only_lead_on_are_not_printed(page: Page, site: str) -> None:
    notice = f"{site}/thong-bao/2022/niem-yet-ke-hoach-tu-duong/"
    sheets = printed(page, notice)
    assert page.get_by_text("Thêm vào lịch").count() == 1
    assert "Tóm tắt" in text_of(sheets[0]) or "Khi nào, ở đâu" in text_of(sheets[0])
    assert not any("Thêm vào lịch" in text_of(sheet) for sheet in sheets)


def test_no_signature_stands_alone_on_a_sheet(page: Page, namesakes: str) -> None:
    """However many lines come before: something of the text is above it. The code is on the first sheet."""
    page.goto(f"{namesakes}/thong-bao/2022/75-kh-ubnd/")
    page.locator("table").evaluate("table => table.remove()")
    ends = set[int]()
    for _ in range(24):
        page.locator(".body").evaluate("body => body.insertAdjacentHTML('beforeend', '<p>Giao các tổ dân phố.</p>')")
        sheets = list(map(text_of, pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))))
        assert all("Giao các tổ dân phố." in sheet for sheet in sheets if "Người Thử" in sheet)
        assert ["Bản đầy đủ" in sheet for sheet in sheets] == [True, *[False] * (len(sheets) - 1)]
        ends.add(len(sheets))
    assert len(ends) > 1  # the end has gone over a sheet at least once


def test_paper_leaves_out_what_leads_to_other_pages(page: Page, site: str) -> None:
    text = " ".join(map(text_of, printed(page, site + NOTICE)))
    for words in (
        "Văn bản được dẫn chiếu",
        "Các mục trong thông báo",
        "Thông tin văn bản",
        "Mọi chữ viết tắt",
        "English",
    ):
        assert words not in text
    assert "TTĐT: trật tự đô thị" in text
    assert "Bản đầy đủ, bản sửa đổi (nếu có) và tệp đính kèm: quét mã này" in text
    text = " ".join(map(text_of, printed(page, site + UNNUMBERED)))
    assert "Hiệu lực đến hết ngày 05/5/2022" in text
    assert "Khi nào Chậm nhất ngày 05/5/2022" in text
    assert re.search(r"Tin cho người dân ngày 28/4/2022 · phuc-dong\.example/t/[a-z0-9]{6}\b", text)


def test_a_screen_does_not_show_what_is_for_paper(page: Page, site: str) -> None:
    page.goto(site + NOTICE)
    expect(page.get_by_text(SHORT).first).to_be_hidden()
    assert page.locator("svg:visible").count() == 0
    html = page.request.get(site + NOTICE).body()
    without = re.sub(rb'<div class="on-paper">.*?</div>|<p class="running">.*?</p>', b"", html, flags=re.DOTALL)
    assert 0 < len(gzip.compress(html, 9)) - len(gzip.compress(without, 9)) <= 800


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_kind_of_page_prints_on_a4_without_menus(shared_page: Page, site: str, path: str) -> None:
    """A month lies across the sheet; whatever is wider than the sheet would be made smaller, with all the rest."""
    wide, high, across = (842, 595, 281) if path == PATHS["calendar of a month"] else (595, 842, 160)
    page = shared_page
    page.set_viewport_size({"width": math.floor(across / 25.4 * 96), "height": 900})
    page.goto(site + path)
    if "?q=" in path:
        page.locator("#_ket-qua li").first.wait_for()
    page.emulate_media(media="print")
    for role in ("navigation", "search", "searchbox", "button", "combobox"):
        assert page.get_by_role(role).count() == 0, role  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sheets = list(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))
    assert {(round(w), round(h)) for w, h in (sheet.get_size() for sheet in sheets)} <= {
        (wide + i, high + j) for i in (-1, 0, 1) for j in (-1, 0, 1)
    }
    assert all(text_of(sheet) for sheet in sheets)
    assert len(text_of(sheets[-1])) > 30  # «Bảng tin phường Phúc Đồng Tìm kiếm»
    if not page.locator(".sheet-month, .sheet-year, .sheet-notice").count():  # whole sheets; a notice has its own line
        address = page.locator("link[rel=canonical]").get_attribute("href")
        assert f"Intừtrang{address}" in "".join("".join(map(text_of, sheets)).split())


def test_a_notice_of_usual_length_prints_on_one_sheet(page: Page, namesakes: str) -> None:
    """Two hundred words below the head of the paper and the card."""
    page.goto(f"{namesakes}/thong-bao/2022/75-kh-ubnd/")
    lines = "".join(f"<p>{'Các tổ dân phố thực hiện việc này ' * 2}.</p>" for _ in range(12))
    page.locator(".body").evaluate("(body, lines) => { body.innerHTML = lines }", lines)
    assert len(list(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))) == 1
