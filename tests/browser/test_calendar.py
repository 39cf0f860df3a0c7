"""The calendar as a browser shows it: a grid where there is room, a list where there is none, one sheet on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


def sheets(page: Page) -> list[tuple[int, int]]:
    """Width and height in points of every sheet that is printed."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", page.pdf(prefer_css_page_size=True))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("year", [2022, 2023])
def test_months_and_years_fit_a_sheet_each(page: Page, site: str, year: int) -> None:
    one_sheet_each(page, site, year)


@pytest.mark.parametrize("year", [2026, 2027])
def test_later_months_and_years_fit_a_sheet_each(page: Page, later_site: str, year: int) -> None:
    one_sheet_each(page, later_site, year)


def one_sheet_each(page: Page, site: str, year: int) -> None:
    for month in range(1, 13):
        page.goto(f"{site}/lich/{year}/{month:02}/")
        assert sheets(page) == [LANDSCAPE], month
    page.goto(f"{site}/lich/{year}/")
    assert sheets(page) == [PORTRAIT]


def test_paper_has_the_ward_and_the_month_and_no_menus(page: Page, site: str) -> None:
    page.goto(f"{site}/lich/2022/05/")
    page.emulate_media(media="print")
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_be_hidden()
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("main").get_by_text("Bảng tin phường Phúc Đồng")).to_be_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "Lịch tháng 5 năm 2022"
    expect(page.get_by_role("cell").filter(has_text="68 năm Ngày Chiến thắng Điện Biên Phủ")).to_be_visible()


@pytest.mark.parametrize("path", ["/lich/2022/", "/lich/2022/05/"])
def test_print_is_large_enough_to_read(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('main *')]
             .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
             .filter(e => getComputedStyle(e).clipPath === 'none')
             .map(e => parseFloat(getComputedStyle(e).fontSize) * .75)"""
    )
    assert min(sizes) >= 6.5


def test_a_year_on_paper_leaves_days_of_branches_out_and_says_so(page: Page, site: str) -> None:
    page.goto(f"{site}/lich/2022/")
    branch, for_all = page.get_by_text("Ngày Nhà giáo Việt Nam"), page.get_by_text("Ngày Chiến thắng Điện Biên Phủ")
    expect(branch).to_be_visible()
    page.emulate_media(media="print")
    expect(branch).to_be_hidden()
    expect(for_all).to_be_visible()
    expect(page.get_by_text("Bản in chỉ ghi")).to_be_visible()


def test_a_wide_month_is_a_table_for_a_screen_reader(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/lich/2022/05/")
    table = page.get_by_role("table", name="Tháng 5 năm 2022: số lớn là ngày dương lịch, số nhỏ là ngày âm lịch")
    assert [head.inner_text() for head in table.get_by_role("columnheader").all()] == WEEKDAYS
    weeks = table.get_by_role("row").all()
    assert len(weeks) == 1 + 6
    assert [week.get_by_role("cell").count() for week in weeks[1:]] == [7] * 6
    seventh = weeks[2].get_by_role("cell").nth(WEEKDAYS.index("Thứ Bảy"))
    assert seventh.get_by_role("link", name="7", exact=True).get_attribute("href") == "/lich/ngay/07-05/"
    assert "âm lịch 7" in re.sub(r"\s+", " ", seventh.inner_text())
    assert "Thứ Bảy, 07/5/2022" not in seventh.inner_text()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 760])
def test_a_narrow_month_is_a_list_of_its_days(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(f"{site}/lich/2022/05/")
    days = [" ".join(cell.inner_text().split()) for cell in page.get_by_role("table").get_by_role("cell").all()]
    seventh = "Thứ Bảy, 07/5/2022 · 7/4 âm lịch 68 năm Ngày Chiến thắng Điện Biên Phủ Treo cờ: chờ thông báo"
    assert any(day.startswith(seventh) for day in days)
    assert "Thứ Hai, 30/5/2022 · mùng 1/5 âm lịch" in days
    assert "Thứ Tư, 04/5/2022 · 4/4 âm lịch" in days  # whoever looks for a lunar day finds it
    assert len([day for day in days if day]) == 31
    expect(page.get_by_role("columnheader").first).to_be_hidden()
    tops = page.locator("td:visible").evaluate_all("cells => cells.map(c => c.getBoundingClientRect().top)")
    assert tops == sorted(set(tops))
    context.close()


def test_a_narrow_year_keeps_its_lists_without_the_grids(page: Page, site: str) -> None:
    page.goto(f"{site}/lich/2022/")
    assert page.get_by_role("table").count() == 0
    expect(page.get_by_text("07/5 (7/4 âl) 68 năm Ngày Chiến thắng Điện Biên Phủ")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_shows_today_first_and_the_month_as_numbers_that_lead_to_its_days(
    browser: Browser, later_site: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{later_site}/lich/")
    today = page.get_by_role("region", name="7 ngày tới").get_by_text("Hôm nay").bounding_box()
    assert today is not None
    assert today["y"] < 740 * 0.6
    month = page.get_by_role("table")
    assert [" ".join(cell.inner_text().split()) for cell in month.get_by_role("cell").all()][-7:] == [
        "30", "", "", "", "", "", "",
    ]  # fmt: skip
    month.get_by_role("link", name="23", exact=True).click()
    assert page.url == f"{later_site}/lich/2026/11/#_23"
    day = page.locator("#_23").bounding_box()
    assert day is not None
    assert -1 < day["y"] < 740
    page.close()


def test_a_wide_page_has_what_goes_on_beside_the_week(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/lich/")
    week = page.get_by_role("region", name="7 ngày tới").bounding_box()
    again = page.get_by_role("region", name="Lặp lại").bounding_box()
    assert week is not None
    assert again is not None
    assert again["x"] > week["x"] + week["width"]
    assert again["y"] < week["y"] + 100
    page.close()


def test_the_front_page_leads_to_a_day_of_the_calendar(page: Page, site: str) -> None:
    page.goto(site)
    coming = page.get_by_role("region", name="Trong 7 ngày tới")
    coming.get_by_role("link", name="68 năm Ngày Chiến thắng Điện Biên Phủ").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ngày 07/5"
    page.get_by_role("link", name="Thứ Bảy, 07/5/2022").click()
    assert page.url == f"{site}/lich/2022/05/"
