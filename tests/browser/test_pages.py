"""The published pages as a browser shows them: narrow and wide, light, dark and printed, without a request elsewhere."""

from __future__ import annotations

import itertools
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

PATHS = {
    "home": "/",
    "notice": "/thong-bao/2022/75-tb-du/",
    "extract": "/thong-bao/2022/niem-yet-ke-hoach-tu-duong/",
    "list": "/thong-bao/",
    "year": "/thong-bao/2022/",
    "index": "/linh-vuc/",
    "field": "/linh-vuc/kinh-te-do-thi/",
    "page": "/kha-nang-tiep-can/",
    "dispatches": "/van-ban/",
    "dispatches of an issuer": "/van-ban/co-quan/ban-tuyen-giao-quan-uy-long-bien/",
    "dispatches of a type": "/van-ban/loai/cong-van/",
    "dispatches of a year": "/van-ban/nam/2022/",
    "dispatch": "/van-ban/595-cv-qu-2022/",
    "dispatch, guessed": "/van-ban/117-cv-btgqu-2022/",
    "dispatch, ours": "/van-ban/75-tb-du-2022/",
    "tasks": "/viec-can-lam/",
    "campaigns": "/lich/dot/",
    "campaign": "/lich/dot/2022-05-ngay-le-lon/",
    "calendar": "/lich/",
    "calendar of a year": "/lich/2022/",
    "calendar of a month": "/lich/2022/05/",
    "calendar of a day": "/lich/ngay/07-05/",
    "glossary": "/viet-tat/",
    "search": "/tim-kiem/",
    "answers": "/tim-kiem/?q=thong+bao",
    "catalogue": "/tim-kiem/chi-muc/",
    "English": "/english/",
    "no network": "/khong-co-mang/",
    "missing": "/khong-co/",
}
# What a reader would see at once: contrast of text against what lies behind it (WCAG 2, 1.4.3).
CONTRAST = """() => {
  const rgb = s => s.match(/[\\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
                       return .2126 * r + .7152 * g + .0722 * b; };
  const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
                      return [255, 255, 255]; };
  const low = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length) continue;
    const a = light(rgb(getComputedStyle(e).color)), b = light(back(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) low.push(e.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2));
  }
  return low;
}"""


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_page_fits_and_asks_nobody_else(shared_page: Page, site: str, path: str, width: int) -> None:
    page, hosts, faults = shared_page, set[str](), list[str]()
    page.set_viewport_size({"width": width, "height": 700})

    def asks(request: Request) -> None:
        hosts.add(urlsplit(request.url).netloc)

    def complains(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            faults.append(message.text)

    page.on("request", asks)
    page.on("console", complains)
    try:
        page.goto(site + path)
    finally:
        page.remove_listener("request", asks)
        page.remove_listener("console", complains)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.evaluate("document.documentElement.lang") == ("en" if path == PATHS["English"] else "vi")
    assert hosts == {urlsplit(site).netloc}
    assert faults == []
    levels = [int(tag[1]) for tag in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => h.tagName)")]
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), levels


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(shared_page: Page, site: str, path: str, scheme: str) -> None:
    shared_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    shared_page.goto(site + path)
    assert shared_page.evaluate(CONTRAST) == []


def test_without_javascript_everything_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(site)
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Thông báo").click()
    page.get_by_role("link", name="Kết luận tại hội nghị giao ban").click()
    expect(page.get_by_text("Số: 75 -TB/ĐU")).to_be_visible()
    page.get_by_role("navigation", name="Các mục trong thông báo").get_by_role(
        "link", name="2. Lĩnh vực Văn hóa xã hội"
    ).click()
    expect(page.locator(".body").get_by_text("chậm nhất ngày 05/5/2022")).to_be_visible()
    context.close()


def test_a_keyboard_reaches_the_text_first(page: Page, site: str) -> None:
    page.goto(f"{site}/thong-bao/2022/75-tb-du/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Tới nội dung"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#_noi-dung")


def test_the_deadline_is_found_in_two_touches(page: Page, site: str) -> None:
    """1 May 2022: the announcement of 5 May ends soon, so the front page says it first."""
    page.goto(site)
    soon = page.get_by_role("region", name="Sắp hết hạn")
    assert "hiệu lực đến hết ngày 05/5/2022" in soon.inner_text()
    soon.get_by_role("link", name="Các trường công lập niêm yết").click()
    expect(page.get_by_role("region", name="Tóm tắt").get_by_text("Chậm nhất ngày 05/5/2022")).to_be_visible()
    page.locator(".body").get_by_role("link", name="Thông báo số 75-TB/ĐU").click()
    page.wait_for_url("**/thong-bao/2022/75-tb-du/#ii-2-linh-vuc-van-hoa-xa-hoi")
    page.wait_for_function("document.getElementById('ii-2-linh-vuc-van-hoa-xa-hoi').getBoundingClientRect().top < 50")


def test_a_print_is_a4_and_leaves_the_menus_out(page: Page, site: str) -> None:
    page.goto(f"{site}/thong-bao/2022/75-tb-du/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_text("Số: 75 -TB/ĐU")).to_be_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert boxes
    assert {(round(float(w)), round(float(h))) for w, h in boxes} <= {(595, 842), (594, 841), (596, 842), (595, 841)}
    assert 3 <= len(boxes) <= 7


def test_a_cited_number_is_seen_where_its_page_leads(page: Page, site: str) -> None:
    page.goto(f"{site}/van-ban/573-cv-qu-2022/")
    page.locator("blockquote").get_by_role("link", name="573-CV/QU").click()
    page.wait_for_url("**/thong-bao/2022/75-tb-du/#dan:*")
    target = page.locator(":target")
    assert target.inner_text() == "573-CV/QU"
    ground = "e => getComputedStyle(e).backgroundColor"
    assert target.evaluate(ground) != page.locator(".body a[id^='dan:']").first.evaluate(ground)
    # Lines above it are read too: what the notice says before the number.
    page.wait_for_function("document.querySelector(':target').getBoundingClientRect().top > 40")


def test_a_number_stays_on_one_line(page: Page, site: str) -> None:
    """At the width of a phone «122-CV/BTGQU» of the notice would be cut at its hyphen."""
    page.goto(f"{site}/thong-bao/2022/75-tb-du/")
    lines = "e => e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight)"
    assert [round(number.evaluate(lines)) for number in page.locator(".body a[id^='dan:']").all()] == [1] * 6


def test_paper_shows_what_a_screen_folds(page: Page, site: str) -> None:
    """The closed rest of a long list is printed, so the print grows by its pages."""

    def printed(folded: int) -> int:
        page.goto(f"{site}/van-ban/595-cv-qu-2022/")
        rest = f"<details><summary>Xem</summary>{'<p>Mục</p>' * folded}</details>"
        page.evaluate("rest => document.querySelector('main').innerHTML += rest", rest)
        return len(re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True)))

    assert printed(1) == 1
    assert printed(100) >= 3


def test_an_unknown_address_leads_home(page: Page, site: str) -> None:
    response = page.goto(f"{site}/khong-co/")
    assert response is not None
    assert response.status == 404
    page.get_by_role("link", name="về trang đầu").click()
    assert page.url == f"{site}/"
