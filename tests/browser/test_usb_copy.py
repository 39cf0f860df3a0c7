"""The zip, unpacked: a double click opens it in a real Chromium, without a server and without a network."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bulletin.cli import main
from tests.browser.conftest import ROOT
from tests.browser.test_everyone import found_by_axe

DAY = "2022-05-01"


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on which one clicks, in a folder whose name is as people name folders."""
    folder = tmp_path_factory.mktemp("usb")
    sources = ["--content", str(ROOT / "content"), "--templates", str(ROOT / "templates")]
    assert main(["zip", "--today", DAY, "--to", str(folder / "bang-tin.zip"), *sources]) == 0
    with zipfile.ZipFile(folder / "bang-tin.zip") as file:
        file.extractall(folder / "Tổ dân phố 5 (bản mới)")
    return folder / "Tổ dân phố 5 (bản mới)" / "MO-TRANG-NAY.html"


@pytest.fixture
def told(page: Page) -> list[str]:
    """What goes wrong on the page, or is asked of anything but this machine's files."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda request: found.append(request.url))
    page.on("request", lambda request: None if request.url.startswith("file://") else found.append(request.url))
    return found


def test_from_the_first_click_to_a_notice_a_dispatch_and_back(page: Page, start: Path, told: list[str]) -> None:
    page.goto(start.as_uri())
    page.get_by_role("link", name="Mở bảng tin").click()
    expect(page.get_by_text("Bản chép ngày 01/5/2022")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.kept')).paddingLeft") != "0px"  # it has its sheet
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Thông báo").click()
    page.get_by_role("link", name="Kết luận tại hội nghị giao ban").first.click()
    expect(page.locator(".letterhead")).to_contain_text("75 -TB/ĐU")
    page.get_by_role("link", name="2. Lĩnh vực Văn hóa xã hội").click()
    page.wait_for_url("**/thong-bao/2022/75-tb-du/index.html#ii-2-linh-vuc-van-hoa-xa-hoi")
    page.locator(".body a[id^='dan:']").first.click()
    page.wait_for_url("**/van-ban/**")
    page.locator("header .name a").click()
    page.wait_for_url("**/bang-tin/index.html")
    assert told == []


def test_every_kind_of_page_opens_whole(page: Page, start: Path, told: list[str]) -> None:
    top = start.parent / "bang-tin"
    pages = [path for path in sorted(top.rglob("*.html")) if path.relative_to(top).parts[0] != "t"]  # those lead on
    assert len(pages) > 100
    # One of each folder, and those at the top: every kind there is.
    for path in {path.parent.parent: path for path in pages}.values():
        page.goto(path.as_uri())
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.styleSheets.length") == 1, path
        assert (
            page.evaluate(
                "document.querySelectorAll('script[data-worker], link[rel=preload], link[rel=alternate]').length"
            )
            == 0
        )
        assert told == [], path
        assert found_by_axe(page) == [], path
        told.clear()  # axe asks for the sheet itself, which a browser lets no script read here


def test_an_old_address_leads_on(page: Page, start: Path, told: list[str]) -> None:
    page.goto((start.parent / "bang-tin/t/75-2022/index.html").as_uri())
    page.wait_for_url("**/thong-bao/2022/75-tb-du/index.html")
    assert told == []


def test_in_the_place_of_search_one_looks_up_by_letter_and_number(page: Page, start: Path, told: list[str]) -> None:
    page.goto((start.parent / "bang-tin/index.html").as_uri())
    assert page.get_by_role("searchbox").count() == 0
    page.get_by_role("banner").get_by_role("link", name="Tra theo chữ cái và theo số").click()
    page.wait_for_url("**/tim-kiem/chi-muc/index.html")
    page.goto((start.parent / "bang-tin/tim-kiem/index.html").as_uri())
    assert page.get_by_role("searchbox").count() == 0
    expect(page.get_by_text("không có trong bản chép USB")).to_be_visible()
    page.get_by_role("link", name="Chỉ mục theo chữ cái và theo số").click()
    page.get_by_role("link", name="Bầu Ban quản trị").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("chung cư")
    assert told == []
