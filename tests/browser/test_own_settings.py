"""What readers set for themselves: wider spacing, 400 % zoom, forced colours, less motion; and links told apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.test_everyone import go, unfolded
from tests.browser.test_pages import CONTRAST, PATHS

# WCAG 2.2, 1.4.12, as a reader's own style sheet sets it.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"

# Boxes that cut their text, and lines of different texts that lie upon one another.
CLIPPED = """() => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen, .skip:not(:focus)');
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const found = [], rows = [], words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (const e of document.querySelectorAll('body *')) {
    const style = getComputedStyle(e);
    if (e.matches('input, textarea')) continue; // Their text is scrolled.
    if (shown(e) && (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1
        || cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1)) found.push(`cut: ${e.textContent.trim()}`);
  }
  while (words.nextNode()) {
    const node = words.currentNode, range = document.createRange();
    if (!node.textContent.trim() || !shown(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 2) rows.push({ box, text: node.textContent.trim() });
  }
  rows.sort((one, other) => one.box.top - other.box.top);
  rows.forEach(({ box, text }, i) => {
    for (let j = i + 1; j < rows.length && rows[j].box.top < box.bottom; j++) {
      const other = rows[j].box;
      const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      if (wide > 2 && Math.min(box.bottom, other.bottom) - other.top > 4) found.push(`${text} / ${rows[j].text}`);
    }
  });
  return found;
}"""

# Targets that take no focus, do not show it, or show it under something else or outside the window (2.4.7, 2.4.11).
UNSEEN = """() => {
  const found = [];
  for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
    if (!e.checkVisibility({ visibilityProperty: true })) continue;
    e.focus();
    const style = getComputedStyle(e);
    const seen = [...e.getClientRects()].some((box) => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      const above = left < right && top < bottom && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return above && (e.contains(above) || above.contains(e));
    });
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    if (document.activeElement !== e || !seen || !outlined) found.push(e.outerHTML);
  }
  return found;
}"""

MOVING = """() => [...document.querySelectorAll('*')].flatMap((e) => [undefined, '::before', '::after'].filter((part) => {
  const style = getComputedStyle(e, part);
  return style.animationName !== 'none' || style.scrollBehavior !== 'auto'
    || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
}).map((part) => `${e.tagName} ${e.className} ${part || ''}`).concat(e.matches('marquee, blink, video') ? [e.tagName] : []))"""

# Links with the same words, in the same sentence, cell or list, that lead to different pages (2.4.4). The context of a
# link is the nearest box that says more than the link does.
ALIKE = """() => {
  const said = new Map(), found = [];
  const squeezed = (e) => (e.getAttribute('aria-label') || e.textContent).trim().replace(/\\s+/g, ' ');
  for (const link of document.querySelectorAll('a[href]')) {
    if (!link.checkVisibility({ visibilityProperty: true })) continue;
    const name = squeezed(link), page = link.href.split('#')[0];
    const target = page === location.href.split('#')[0] ? link.href : page;
    let context = link;
    while (context !== document.body && squeezed(context) === name) context = context.parentElement;
    if (!said.has(context)) said.set(context, new Map());
    const first = said.get(context).get(name);
    if (first && first !== target) found.push(`${name}: ${first} ${target}`);
    said.get(context).set(name, first || target);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def small(browser: Browser) -> Iterator[Page]:
    """A screen of 1280 × 1024 at 400 %."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """What is wrong with an open page in any of the ways of this module that ask for no other setting."""
    found: list[str] = ["sideways"] if page.evaluate(SIDEWAYS) else []
    page.keyboard.press("Tab")  # From here on focus is shown as to a keyboard.
    for question in (UNSEEN, MOVING, ALIKE, CLIPPED):
        found += page.evaluate(question)
    page.add_style_tag(content=SPACED)
    return found + (["sideways when spaced"] if page.evaluate(SIDEWAYS) else []) + page.evaluate(CLIPPED)


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_zoom_and_spacing_hide_nothing_and_nothing_moves(small: Page, open_site: str, path: str) -> None:
    go(small, open_site + path)
    assert faults(small) == []


def test_nor_on_notices_of_every_kind(small: Page, kinds: str) -> None:
    """Attachments, a signer, a table, a folded list, an expired notice."""
    for address in unfolded(small, kinds):
        assert faults(small) == [], address


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('<p style="width: 400px">Rộng</p>', "sideways"),
        ('<p style="height: 10px; overflow: hidden">Bị cắt</p>', "cut: Bị cắt"),
        ('<p style="height: 24px; overflow: hidden; width: 11em">Vừa đủ một dòng chữ</p>', "cut: Vừa đủ một dòng chữ"),
        ('<p style="line-height: 1">Một</p><p style="margin-top: -30px">Hai</p>', "Một / Hai"),
        ('<a href="/a" style="outline: 0">Không viền</a>', "Không viền"),
        ('<a href="/a">Bị che</a><p style="position: fixed; inset: 0; margin: 0; background: #fff">Che</p>', "Bị che"),
        ('<p style="transition: color 1s">Chữ</p>', "P"),
        ('<p style="animation: a 1s infinite">Chữ</p>', "P"),
        ('<p><a href="/a">Xem</a> hay <a href="/b">Xem</a></p>', "Xem: "),
    ],
)
def test_each_fault_would_be_seen(small: Page, open_site: str, wrong: str, told: str) -> None:
    small.goto(f"{open_site}/khong-co/")
    small.evaluate("wrong => { document.body.innerHTML = wrong }", wrong)
    assert any(told in fault for fault in faults(small))


def test_links_in_different_sentences_may_be_alike(small: Page, open_site: str) -> None:
    small.goto(f"{open_site}/khong-co/")
    small.evaluate("() => { document.body.innerHTML = '<p>A <a href=/a>Xem</a></p><p>B <a href=/b>Xem</a></p>' }")
    assert small.evaluate(ALIKE) == []


# ---- forced colours: what colour says, text, weight or a line says too


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, forced_colors="active")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    yield page
    context.close()


# How an element looks apart from its colours.
LOOK = """e => {
  const style = getComputedStyle(e);
  return ['fontWeight', 'textDecorationLine', 'borderBottomStyle', 'borderBottomWidth', 'borderLeftWidth', 'outlineStyle']
    .map((name) => style[name]).join();
}"""


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_text_and_focus_are_seen_in_forced_colours(forced: Page, open_site: str, path: str) -> None:
    go(forced, open_site + path)
    forced.keyboard.press("Tab")
    assert (forced.evaluate(CONTRAST), forced.evaluate(UNSEEN)) == ([], [])


def test_the_menu_tells_where_one_is_in_forced_colours(forced: Page, open_site: str) -> None:
    forced.goto(f"{open_site}/lich/")
    menu = forced.get_by_role("navigation", name="Các mục chính")
    looks = [item.evaluate(LOOK) for item in menu.get_by_role("link").all()]
    assert menu.locator("[aria-current]").count() == 1
    assert looks.count(menu.locator("[aria-current]").evaluate(LOOK)) == 1


def test_days_off_and_found_words_differ_in_forced_colours(forced: Page, open_site: str) -> None:
    forced.goto(f"{open_site}/lich/2022/")
    off = {day.evaluate(LOOK) for day in forced.locator("td.off:visible").all()}
    plain = {day.evaluate(LOOK) for day in forced.locator("td:not([class]):visible").all() if day.inner_text().strip()}
    assert off
    assert plain
    assert not off & plain
    go(forced, f"{open_site}{PATHS['answers']}")
    found = forced.locator("#_ket-qua mark").first
    assert found.evaluate(LOOK) != found.locator("xpath=..").evaluate(LOOK)


def test_what_is_urgent_or_over_says_so_in_words(forced: Page, kinds: str) -> None:
    forced.goto(f"{kinds}/")
    card = forced.get_by_role("region", name="Cần biết ngay").get_by_role("listitem").filter(has_text="có đủ mọi khoá")
    expect(card.get_by_text("Khẩn", exact=True)).to_be_visible()
    forced.goto(f"{kinds}/thong-bao/2022/")
    card = forced.get_by_role("listitem").filter(has_text="Một tin đã hết hạn")
    expect(card.get_by_text("Hết hạn", exact=True)).to_be_visible()
