"""WCAG 2.2 AA as far as a machine can tell, on every kind of page; a walk by keyboard; contacts; the page in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.test_pages import PATHS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Nothing but colours differs in the dark.
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": ["color-contrast"]}}
RUN = """async (only) => (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations
  .flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html}`))"""

# What is smaller than 24×24 CSS px and is not a link among other words of a line (WCAG 2.2, 2.5.8). Small print and
# dates beside a link do not make a sentence of it. An inline box is as high as the font at hand makes it, so it is
# reckoned with a low one.
SMALL = """() => {
  const small = [];
  for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (!e.getClientRects().length || !e.checkVisibility({ visibilityProperty: true }) || e.matches('.skip')) continue;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    let block = e;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll('a, button, small, time, .count').forEach((other) => other.remove());
    if (block !== e && e.matches('a') && /\\p{L}/u.test(rest.textContent)) continue;
    const high = style.display !== 'inline' ? box.height
      : 1.15 * parseFloat(style.fontSize) + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    if (box.width < 24 || high < 24) small.push(`${e.textContent.trim()} ${box.width.toFixed(1)}×${high.toFixed(1)}`);
  }
  return small;
}"""

STRUCTURE = """() => {
  const faults = [], all = (what) => [...document.querySelectorAll(what)];
  const name = (e) => e.ariaLabel || (document.getElementById(e.getAttribute('aria-labelledby')) || {}).textContent;
  for (const kind of ['nav', 'section[aria-labelledby], section[aria-label]', 'aside, form']) {
    const names = all(kind).map(name);
    if (kind !== 'aside, form' && names.some((said) => !said) || new Set(names).size < names.length) faults.push(`${kind}: ${names}`);
  }
  all('h1, h2, h3, h4, h5, h6').reduce((above, heading) => {
    if (heading.tagName[1] > above + 1) faults.push(`heading: ${heading.textContent}`);
    return +heading.tagName[1];
  }, 0);
  for (const image of all('img:not([alt]), svg:not([aria-hidden], [role=img])')) faults.push(`image: ${image.outerHTML}`);
  for (const th of all('th')) if (!['col', 'row'].includes(th.scope)) faults.push(`th: ${th.textContent}`);
  for (const table of all('table')) if (!table.querySelector('th')) faults.push(`table: ${table.textContent}`);
  for (const field of all('input, select, textarea')) if (!field.labels.length) faults.push(`label: ${field.name}`);
  return faults;
}"""

# Words with Vietnamese letters that are not marked as Vietnamese.
UNMARKED = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (words.nextNode()) {
    const text = words.currentNode.textContent, lang = words.currentNode.parentElement.closest('[lang]').lang;
    if (/[\\u0300-\\u036fđ]/i.test(text.normalize('NFD')) && lang !== 'vi') found.push(text);
  }
  return found;
}"""

FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    text: e.labels && e.labels.length ? e.labels[0].textContent : e.textContent,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
  };
}"""


@pytest.fixture(scope="module")
def screens(browser: Browser) -> Iterator[Mapping[int, Page]]:
    """A page of a narrow phone's width and one of a desk's, each used again and again."""
    contexts = {width: browser.new_context(viewport={"width": width, "height": 800}) for width in (320, 1280)}
    for context in contexts.values():
        context.set_default_timeout(PATIENCE * 1000)
    yield {width: context.new_page() for width, context in contexts.items()}
    for context in contexts.values():
        context.close()


def go(page: Page, address: str, *, script: bool = True) -> None:
    """Open a page; with a question and a script, wait for the answers."""
    page.goto(address)
    if "?q=" in address and script:
        page.locator("#_ket-qua li").first.wait_for()


def unfolded(page: Page, kinds: str) -> Iterator[str]:
    """Open the notices of `kinds` one after the other, all that is folded unfolded; and where two share an address."""
    page.goto(f"{kinds}/thong-bao/2022/")
    notices = page.locator("main .cards a").evaluate_all("links => links.map(link => link.href)")
    assert len(notices) == 4
    for address in (*notices, f"{kinds}/t/5-2021/"):
        response = page.goto(address)
        assert response
        assert response.ok
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        yield address


def found_by_axe(page: Page, scheme: str = "light") -> list[str]:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, RULES[scheme])
    return found


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(screens: Mapping[int, Page], open_site: str, path: str, width: int) -> None:
    go(screens[width], open_site + path)
    assert [found for scheme in RULES for found in found_by_axe(screens[width], scheme)] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_notices_of_every_kind_can_be_used(screens: Mapping[int, Page], kinds: str, width: int) -> None:
    """Attachments, a signer, a table, a folded list, an expired notice: what the real ward has not published yet."""
    page = screens[width]
    for address in unfolded(page, kinds):
        assert (found_by_axe(page), page.evaluate(SMALL), page.evaluate(STRUCTURE)) == ([], [], []), address


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_where_no_script_runs(
    screens: Mapping[int, Page], open_site: str, path: str, width: int
) -> None:
    """The page's own scripts do not come; axe, which is one itself, is brought by hand."""
    page = screens[width]
    page.route("**/*.js", lambda route: route.abort())
    try:
        go(page, open_site + path, script=False)
        told = page.get_by_text("cần JavaScript").filter(visible=True).count()
        assert told == (path in (PATHS["search"], PATHS["answers"]))
        assert [found for scheme in RULES for found in found_by_axe(page, scheme)] == []
        assert page.evaluate(SMALL) == []
    finally:
        page.unroute("**/*.js")


def test_axe_would_find_what_is_wrong(page: Page) -> None:
    page.set_content('<p style="color: #999">Mờ</p><a href="/"></a>')
    assert {found.partition(":")[0] for found in found_by_axe(page)} >= {"color-contrast", "link-name", "html-has-lang"}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_finger_finds_every_target(screens: Mapping[int, Page], open_site: str, path: str, width: int) -> None:
    go(screens[width], open_site + path)
    assert screens[width].evaluate(SMALL) == []


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_page_tells_its_parts(screens: Mapping[int, Page], open_site: str, path: str) -> None:
    page = screens[1280]
    go(page, open_site + path)
    for role in ("banner", "main", "contentinfo", "search"):
        assert page.get_by_role(role).count() == 1, role  # type: ignore[arg-type]
    assert page.locator("h1").count() == 1
    assert page.evaluate(STRUCTURE) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "<nav></nav>",
        "<nav aria-label=A></nav><nav aria-label=A></nav>",
        "<h1 id=a>A</h1><section aria-labelledby=a></section><section aria-labelledby=a></section>",
        "<table><tr><th>A</th></tr></table>",
        "<table><tr><td>A</td></tr></table>",
        "<input name=a>",
        "<img src=/a.png>",
        "<h1>A</h1><h2>B</h2><h4>C</h4>",
    ],
)
def test_a_part_that_is_not_told_would_be_seen(page: Page, wrong: str) -> None:
    page.set_content(wrong)
    assert len(page.evaluate(STRUCTURE)) == 1


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_page_says_whom_to_ask_in_one_place(screens: Mapping[int, Page], open_site: str, path: str) -> None:
    page = screens[320]
    go(page, open_site + path)
    assert page.locator("footer").inner_text().startswith("Góp ý, hỏi đáp")
    asked = page.locator("footer").get_by_role("region", name="Góp ý, hỏi đáp")
    hrefs = [link.get_attribute("href") for link in asked.get_by_role("link").all()]
    assert hrefs == ["tel:02400000000", "mailto:gop-y@thu.example", "https://zalo.me/0000000000", "tel:02400000001"]
    english = page.locator("footer").get_by_role("link", name="English")
    assert [english.get_attribute(name) for name in ("href", "lang", "hreflang")] == ["/english/", "en", "en"]


def test_without_contacts_no_empty_heading_stands_there(page: Page, site: str) -> None:
    page.goto(site)
    assert page.locator("footer").count() == 1
    assert page.get_by_text("Góp ý, hỏi đáp").count() == 0
    page.goto(f"{site}/english/")
    expect(page.locator("main").get_by_text("No telephone number")).to_be_visible()


def test_the_page_in_english_marks_what_is_vietnamese(page: Page, open_site: str) -> None:
    page.goto(f"{open_site}/english/")
    assert page.evaluate(UNMARKED) == []
    expect(page.locator("main").get_by_role("link", name="024 0000 0000")).to_be_visible()
    page.get_by_role("link", name="Notices", exact=True).click()
    assert page.url == f"{open_site}/thong-bao/"


def test_a_keyboard_leads_from_the_front_page_to_a_cited_document(page: Page, site: str) -> None:
    def tab_to(words: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            assert focused["outline"] >= 2, focused
            assert focused["seen"], focused
            if words in focused["text"]:
                return
        raise AssertionError(f"not reached: {words}")

    page.goto(site)
    tab_to("Tìm thông báo")
    page.keyboard.type("75 tb du")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=75+tb+du")
    page.locator("#_ket-qua li").first.wait_for()
    tab_to("Kết luận tại hội nghị giao ban")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thong-bao/2022/75-tb-du/")
    tab_to("595-CV/QU")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/595-cv-qu-2022/")
    assert page.locator("h1").inner_text() == "Công văn số 595-CV/QU"
    tab_to("Tới nội dung")
