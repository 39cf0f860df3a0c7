"""What a first visit costs a phone, counted at the server: bytes gzipped, requests, and none to anybody else."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from statistics import median_low

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import PATIENCE
from tests.browser.test_offline import NOTICE, Network, await_kept, file_of, publish
from tests.browser.test_pages import PATHS

PAGE, REQUESTS = 30_000, 5


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    output = tmp_path_factory.mktemp("first") / "output"
    publish(output)
    made = Network(output)
    yield made
    made.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    made.set_default_timeout(PATIENCE * 1000)
    yield made
    made.close()


def size(network: Network, path: str) -> int:
    return len(gzip.compress(file_of(network.root, path).read_bytes(), 9, mtime=0))


def median_notice(root: Path) -> str:
    """The notice of median size of the real content."""
    pages = {p: len(gzip.compress(p.read_bytes(), 9)) for p in root.glob("thong-bao/2022/*[a-z]*/index.html")}
    middle = median_low(pages.values())
    return next(f"/{p.parent.relative_to(root).as_posix()}/" for p in sorted(pages) if pages[p] == middle)


@pytest.mark.parametrize("which", ["median", "longest"])
def test_a_first_visit_of_a_notice(context: BrowserContext, network: Network, which: str) -> None:
    notice = median_notice(network.root) if which == "median" else NOTICE
    network.log.clear()
    page = context.new_page()
    elsewhere: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(network.url) else elsewhere.append(request.url))
    page.goto(network.url + notice)
    await_kept(page, notice)
    page.wait_for_load_state("networkidle")
    assert elsewhere == []
    # The worker and what it keeps ahead come when the page has long been there.
    icon = page.locator("link[rel=icon]").get_attribute("href")  # asked for by browsers with a window
    own = {path for path, of in network.log if of not in ("serviceworker", "empty", "")} | {icon or ""}
    cost = sum(size(network, path) for path in own)
    behind = {path for path, _ in network.log} - own
    print(
        f"{notice}: {len(own)} requests, {cost} bytes; behind it {len(behind)}, {sum(size(network, p) for p in behind)} bytes"
    )
    assert {"/sw.js", "/tim-kiem/"} <= behind
    assert notice in own
    assert cost <= PAGE
    assert len(own) <= REQUESTS


@pytest.fixture(scope="module")
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [path for name, path in PATHS.items() if name not in ("search", "answers")])
def test_no_page_needs_its_scripts_to_be_read(shared_page: Page, without_script: Page, site: str, path: str) -> None:
    """What is in sight with scripts is so without; scripts add buttons."""
    said = []
    for page in (shared_page, without_script):
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(site + path, wait_until="load")
        said.append(_words(page))
    assert len(said[1]) > 5
    assert said[1] <= said[0]
    assert len(said[0] - said[1]) < 20


def _words(page: Page) -> set[str]:
    return set(page.locator("main").inner_text().split())
