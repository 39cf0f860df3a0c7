"""What stands around a page leaves the first screen of a phone to the page, and paper to what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import _published
from tests.browser.test_everyone import RULES, SMALL, STRUCTURE, found_by_axe
from tests.browser.test_own_settings import faults
from tests.conftest import SITE
from tests.plan.desk.test_site_frame import CLOSED, CONTACTS, OFFICE

# Boxes of what is pressed in the header; a link within a sentence is as high as its line.
PRESSED = """() => [...document.querySelectorAll('header.site .name a, header.site nav a, header.site input, header.site button')]
  .map((e) => e.getBoundingClientRect()).map((box) => [Math.round(box.width), Math.round(box.height)])"""


@pytest.fixture(params=["open_site", "later_site"])
def whose(request: pytest.FixtureRequest) -> str:
    """A site that says whose it is, and that of a ward which is no more."""
    return str(request.getfixturevalue(request.param))


def test_on_a_phone_the_header_is_low_and_a_finger_finds_all_of_it(page: Page, whose: str) -> None:
    page.goto(f"{whose}/lich/")
    header = page.locator("header.site").bounding_box()
    assert header
    assert header["height"] <= 200
    menu = page.get_by_role("navigation", name="Các mục chính")
    assert len({box["y"] for item in menu.get_by_role("link").all() if (box := item.bounding_box())}) == 1
    boxes = page.evaluate(PRESSED)
    assert len(boxes) == 7
    assert [box for box in boxes if min(box) < 44] == []


def test_paper_has_whose_it_is_on_one_line_and_no_menu(page: Page, whose: str) -> None:
    page.set_viewport_size({"width": 605, "height": 900})  # A4 without its margins
    page.goto(f"{whose}/viec-can-lam/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Các mục chính")).to_be_hidden()
    band = page.locator("header.site .band")
    expect(band.get_by_text("Bảng tin phường Phúc Đồng")).to_be_visible()
    lines = band.locator("p").evaluate_all(
        "all => all.flatMap((e) => [...e.getClientRects()].map((box) => box.bottom))"
    )
    assert lines
    assert max(lines) - min(lines) < 10


@pytest.fixture(scope="module", params=[OFFICE + CONTACTS, CLOSED], ids=["office", "closed"])
def small_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site without a notice, that says where its office is, or that its ward is no more and where to go."""
    content = tmp_path_factory.mktemp("small") / "content"
    content.mkdir()
    (content / "site.yml").write_text(SITE + str(request.param), encoding="utf-8")
    yield from _published(tmp_path_factory, date(2022, 5, 1), content)


@pytest.mark.parametrize("path", ["/lien-he/", "/english/"])
def test_everyone_can_use_what_it_says(page: Page, small_site: str, path: str) -> None:
    page.goto(f"{small_site}{path}")
    assert [found for scheme in RULES for found in found_by_axe(page, scheme)] == []
    assert (page.evaluate(SMALL), page.evaluate(STRUCTURE)) == ([], [])
    page.set_viewport_size({"width": 320, "height": 256})
    assert faults(page) == []
