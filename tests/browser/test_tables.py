"""Tables of texts: cards on a phone, tables on a wide screen and on paper; nowhere is a column cut off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PATIENCE, _published
from tests.browser.test_everyone import SMALL, found_by_axe
from tests.browser.test_own_settings import faults
from tests.browser.test_pages import CONTRAST
from tests.conftest import ROOT

MONTHS = [f"Tháng {month}" for month in range(1, 13)]
TABLES = f"""---
title: Bảng của mọi kiểu
number: 12/TB-UBND
issuer: Ủy ban nhân dân phường Phúc Đồng
date: 28/4/2022
publish: public
---

| STT | Thời gian ngừng điện | Khu vực |
|---|---|---:|
| 1 | 07h30 ngày 22/5/2022 | Tổ dân phố 1, 2, 3 |
| 2 | 08h00 ngày 23/5/2022 | |

| Ngày | Buổi | Việc |
|---|---|---|
| 25/5/2022 | Sáng | Thu hồ sơ |
| | Chiều | Trả kết quả |
| **Đợt hai** | | |

| | |
|---|---|
| Địa điểm | Nhà văn hóa tổ dân phố số 3 |

| Lưu ý | mang theo giấy tờ |
|---|---|

| TT | Đơn vị | Thư | Liên kết |
|---|---|---|---|
| 1 | {"Trung tâm phục vụ " * 12} | {"motcua" * 9}@phuong.example | [Xem lịch](/lich/) |

| TT | Họ và tên | Giới tính | Năm sinh | Tổ dân phố | Nghề nghiệp | Dân tộc | Tôn giáo | Trình độ | Lớp | Đoàn | Khác |
|{"---|" * 12}
| 1 | Người Thử | Nam | 1970 | Tổ 3 | Công nhân | Kinh | Không | 12/12 | Một | Có | Không |

| STT | {" | ".join(MONTHS)} | Quý I | Quý II | Quý III | Quý IV |
|{"---|" * 17}
| 1 | {" | ".join(["1.234.567"] * 16)} |
"""
PATH = "/thong-bao/2022/12-tb-ubnd/"

# What of a box is cut off, hidden or to be scrolled to: cells with words, boxes that scroll, words outside the window.
LOST = """() => {
  const found = [];
  for (const e of document.querySelectorAll('article, .body, .body *')) {
    const style = getComputedStyle(e);
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) found.push(`scrolls: ${e.tagName}`);
  }
  for (const cell of document.querySelectorAll('.body tbody td')) {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const box = words.getBoundingClientRect(), own = cell.getBoundingClientRect();
    if (!cell.textContent.trim()) continue;
    if (box.width < 2 || box.left < 0 || box.right > innerWidth + .5 || box.right > own.right + .5) found.push(cell.textContent);
  }
  return found;
}"""
# The rows of a table as they are seen: for each cell with words the name before them.
SEEN = """table => [...table.querySelectorAll('tbody tr')].map((row) => [...row.cells].filter((c) => c.innerText.trim())
  .map((c) => {
    const name = getComputedStyle(c, '::before').content;
    return (name === 'none' || name === 'normal' ? '' : JSON.parse(name.replace(/" "/g, ''))) + c.innerText;
  }))"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    content = Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("tables") / "content"))
    (content / "notices/2022/bang.md").write_text(TABLES, encoding="utf-8")
    for address in _published(tmp_path_factory, date(2022, 5, 1), content):
        yield address + PATH


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [320, 767, 768, 1280])
def test_no_column_is_cut_off_and_nothing_scrolls(screen: Page, tables: str, width: int) -> None:
    screen.set_viewport_size({"width": width, "height": 740})
    screen.goto(tables)
    assert screen.evaluate(LOST) == []
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
    kinds = set(
        screen.locator(".body tbody td:visible").evaluate_all("all => all.map(e => getComputedStyle(e).display)")
    )
    assert kinds == ({"block"} if width < 768 else {"table-cell"})


def test_on_a_phone_each_row_is_a_card_that_names_its_columns(screen: Page, tables: str) -> None:
    screen.set_viewport_size({"width": 360, "height": 740})
    screen.goto(tables)
    power, parts, bare, *_ = screen.locator(".body table").all()
    assert power.evaluate(SEEN) == [
        ["STT 1", "Thời gian ngừng điện: 07h30 ngày 22/5/2022", "Khu vực: Tổ dân phố 1, 2, 3"],
        ["STT 2", "Thời gian ngừng điện: 08h00 ngày 23/5/2022"],
    ]
    assert parts.evaluate(SEEN) == [
        ["Ngày: 25/5/2022", "Buổi: Sáng", "Việc: Thu hồ sơ"],
        ["Buổi: Chiều", "Việc: Trả kết quả"],
        ["Đợt hai"],
    ]
    assert bare.evaluate(SEEN) == [["Địa điểm", "Nhà văn hóa tổ dân phố số 3"]]
    assert screen.locator(".body").get_by_text("mang theo giấy tờ").bounding_box()["x"] > 0  # type: ignore[index]
    # The number of a row takes no line of its own, and the row without a day of its own is joined to the one above.
    number, first = power.locator("td").first.bounding_box(), power.locator("td").nth(1).bounding_box()
    assert number
    assert first
    assert number["x"] > first["x"]
    assert abs(number["y"] - first["y"]) < 8
    above, below, apart = (row.bounding_box() for row in parts.locator("tbody tr").all())
    assert above
    assert below
    assert apart
    assert below["y"] <= above["y"] + above["height"]
    assert apart["y"] > below["y"] + below["height"]


@pytest.mark.parametrize("width", [320, 1280])
def test_they_are_tables_to_those_who_do_not_see_them(screen: Page, tables: str, width: int) -> None:
    screen.set_viewport_size({"width": width, "height": 740})
    screen.goto(tables)
    table = screen.get_by_role("table").first
    heads = [cell.inner_text() for cell in table.get_by_role("columnheader").all()]
    assert heads == ["STT", "Thời gian ngừng điện", "Khu vực"]
    assert table.get_by_role("row").nth(1).get_by_role("cell").nth(2).inner_text() == "Tổ dân phố 1, 2, 3"
    assert [found for scheme in ("light", "dark") for found in found_by_axe(screen, scheme)] == []
    assert (screen.evaluate(SMALL), screen.evaluate(CONTRAST)) == ([], [])
    if width == 320:
        assert faults(screen) == []


def test_on_paper_they_stay_tables_and_whole(screen: Page, tables: str) -> None:
    screen.goto(tables)
    screen.emulate_media(media="print")
    assert {row.evaluate("e => getComputedStyle(e).display") for row in screen.locator(".body tr").all()} == {
        "table-row"
    }
    screen.emulate_media(media="screen")
    sheets = pypdfium2.PdfDocument(screen.pdf(prefer_css_page_size=True))
    text = "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in sheets)
    assert text.count("1.234.567") == 16
    assert "TTHọvàtên" in text
    assert text.count("Thờigianngừngđiện") == 1  # no name of a column stands in a cell


def test_without_a_style_sheet_they_are_plain_tables(browser: Browser, tables: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.route("**/*.css", lambda route: route.abort())
    page.goto(tables)
    assert page.locator(".body table").first.inner_text().splitlines() == [
        "STT\tThời gian ngừng điện\tKhu vực",
        "1\t07h30 ngày 22/5/2022\tTổ dân phố 1, 2, 3",
        "2\t08h00 ngày 23/5/2022\t",
    ]
    page.close()
