"""What stands around a page leaves the first screen of a phone to the page, and paper to what is printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

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
