"""Sending a notice on, keeping it as one file, printing it: in Chromium, under the policy that the site sends."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, ROOT
from tests.browser.test_policy import Watched, _served, _written

NOTICE = "/thong-bao/2022/niem-yet-ke-hoach-tu-duong/"
LINK = f"https://phuc-dong.example{NOTICE}"
BUTTONS = ["Sao chép liên kết", "Sao chép tin gửi Zalo", "Lưu trang", "In trang này"]


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    output = tmp_path_factory.mktemp("shared") / "output"
    _written(output)
    yield from _served(output)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that lets pages use the clipboard, and offers no sharing of its own."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN", service_workers="block")
    context.set_default_timeout(PATIENCE * 1000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script("delete Navigator.prototype.share")
    yield context
    context.close()


@pytest.fixture
def watched(context: BrowserContext, hosted: str) -> Iterator[Watched]:
    """The notice, opened; nothing on it may be refused or go wrong."""
    watched = Watched(context)
    watched.open(hosted + NOTICE)
    yield watched
    assert watched.refused == []
    assert watched.said == []


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def heard(page: Page, text: str) -> None:
    expect(page.locator(".share").get_by_role("status")).to_have_text(text)


def test_the_link_comes_to_the_clipboard_and_is_told(watched: Watched) -> None:
    press(watched.page, "Sao chép liên kết")
    heard(watched.page, "Đã sao chép liên kết.")
    assert watched.page.evaluate("navigator.clipboard.readText()") == LINK


def test_so_do_the_words(watched: Watched) -> None:
    press(watched.page, "Sao chép tin gửi Zalo")
    heard(watched.page, "Đã sao chép, mời dán vào Zalo.")
    lines = watched.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0].startswith("Các trường công lập niêm yết")
    assert lines[1] == "Chậm nhất ngày 05/5/2022"
    assert lines[-1] == LINK


@pytest.mark.parametrize("clipboard", ["undefined", "{ writeText: () => Promise.reject(new Error('no')) }"])
@pytest.mark.parametrize("helps", [True, False])
def test_without_a_clipboard_the_words_stand_selected(
    context: BrowserContext, hosted: str, clipboard: str, helps: bool
) -> None:
    context.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})")
    if not helps:
        context.add_init_script("document.execCommand = () => false")
    page = context.new_page()
    page.goto(hosted + NOTICE)
    for name, field, told in (
        ("Sao chép tin gửi Zalo", "textarea", "Đã sao chép, mời dán vào Zalo."),
        ("Sao chép liên kết", "input", "Đã sao chép liên kết."),
    ):
        press(page, name)
        heard(page, told if helps else re.compile("đã được chọn sẵn"))  # type: ignore[arg-type]
        expect(page.locator(f".share {field}")).to_be_visible()
        selected = page.evaluate("(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)")
        assert selected == page.locator(f".share {field}").input_value() != ""


def test_a_phone_that_shares_is_given_the_words(context: BrowserContext, hosted: str) -> None:
    context.add_init_script("navigator.share = given => { window.given = given; return Promise.resolve(); }")
    page = context.new_page()
    page.goto(hosted + NOTICE)
    press(page, "Chia sẻ…")
    assert page.evaluate("given") == {"text": page.locator(".share textarea").input_value()}


def test_buttons_can_be_pressed_with_a_finger(watched: Watched) -> None:
    buttons = watched.page.locator(".share button")
    assert buttons.all_inner_texts() == BUTTONS
    boxes = [button.bounding_box() for button in buttons.all()]
    assert all(box and box["height"] >= 40 and box["x"] + box["width"] <= 360 for box in boxes)


def test_print_asks_the_browser(context: BrowserContext, hosted: str) -> None:
    context.add_init_script("window.print = () => { window.printed = true; }")
    page = context.new_page()
    page.goto(hosted + NOTICE)
    press(page, "In trang này")
    assert page.evaluate("printed") is True
    page.emulate_media(media="print")
    expect(page.locator(".share")).to_be_hidden()


def test_a_kept_page_is_one_file_that_asks_for_nothing(
    watched: Watched, context: BrowserContext, tmp_path: Path
) -> None:
    page = watched.page
    page.clock.set_fixed_time("2027-03-05T12:00:00")
    with page.expect_download() as coming:
        press(page, "Lưu trang")
    heard(page, "Đang tải về tệp niem-yet-ke-hoach-tu-duong.html, mở được cả khi không có mạng.")
    assert coming.value.suggested_filename == "niem-yet-ke-hoach-tu-duong.html"
    kept = tmp_path / coming.value.suggested_filename
    coming.value.save_as(kept)
    text = kept.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert not re.search(r"<(script|form|textarea|button)\b|<link (?!rel=\"canonical\")", text)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', text)) >= {"#_noi-dung"}
    assert f'<p class="kept">Bản lưu ngày 05/3/2027 từ {page.url}</p>' in text
    assert not [a for a in re.findall(r'(?:href|src)="([^"]*)"', text) if not re.match(r"#|https?://|mailto:|tel:", a)]
    color, heading = (
        page.evaluate(ask)
        for ask in (
            "getComputedStyle(document.querySelector('.band')).backgroundColor",
            "document.querySelector('h1').innerText",
        )
    )
    page.close()

    context.set_offline(True)
    asked: list[str] = []
    alone = context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(kept.as_uri())
    assert [url for url in asked if not url.startswith("file:")] == []
    assert len(asked) == 1
    assert alone.get_by_role("heading", level=1).inner_text() == heading
    assert alone.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor") == color


def test_pictures_are_kept_and_one_that_is_gone_by_its_words(context: BrowserContext, tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    [notice] = (content / "notices").rglob("*niem-yet-ke-hoach-tu-duong.md")
    pixel = io.BytesIO()
    Image.new("RGB", (7, 5), "red").save(pixel, "PNG")
    (content / "files").mkdir(exist_ok=True)
    for name in ("co.png", "mat.png"):
        (content / "files" / name).write_bytes(pixel.getvalue())
    notice.write_text(
        notice.read_text("utf-8") + "\n![Có đây](/files/co.png) và ![Sơ đồ đã mất](/files/mat.png)\n", "utf-8"
    )
    _written(tmp_path / "output", content)
    watched = Watched(context)
    for hosted in _served(tmp_path / "output"):
        watched.open(hosted + NOTICE)
        (tmp_path / "output/files/mat.png").unlink()
        watched.page.route("**/mat.png", lambda route: route.abort())
        with watched.page.expect_download() as coming:
            press(watched.page, "Lưu trang")
        coming.value.save_as(tmp_path / "kept.html")
    assert watched.refused == []
    alone = context.new_page()
    alone.goto((tmp_path / "kept.html").as_uri())
    shown = alone.locator(".body img")
    assert shown.evaluate_all("images => images.map(i => [i.alt, i.naturalWidth])") == [["Có đây", 7]]
    assert alone.locator(".body").inner_text().endswith("và Sơ đồ đã mất")


def test_a_page_that_cannot_be_kept_says_so(watched: Watched) -> None:
    page = watched.page
    page.route("**/*.css", lambda route: route.fulfill(status=503))
    press(page, "Lưu trang")
    heard(page, "Chưa lưu được, mời thử lại khi có mạng.")
    watched.said.clear()  # Chromium tells of the answer itself


def test_without_scripts_there_are_words_to_copy_and_no_buttons(browser: Browser, hosted: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hosted + NOTICE)
    box = page.locator(".share")
    assert box.get_by_role("button").count() == 0
    box.get_by_text("Nội dung gửi Zalo").click()
    words = box.get_by_label("Bấm giữ vào chữ")
    expect(words).to_be_visible()
    assert words.get_attribute("readonly") is not None
    assert box.get_by_label("Liên kết").input_value() == LINK
    context.close()
