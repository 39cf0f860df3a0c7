"""Every kind of page under the headers that the site brings for its host: Chromium refuses nothing, and would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from bulletin.pipeline import build
from bulletin.plan.site_wide.http_headers import LONG
from bulletin.write import write
from tests.browser.conftest import PATIENCE, ROOT, _Static
from tests.browser.test_pages import PATHS
from tests.plan.site_wide.serving import by_hosts

# Words on a page that the policy must refuse, by the directive that does.
WRONG = {
    "script-src-elem": "<script>document.title = 'ran'</script>",
    "script-src-attr": '<img src="/khong-co.png" alt="" onerror="document.title = \'ran\'">',
    "style-src-elem": "<style>h1 { color: red }</style>",
    "style-src-attr": '<p style="color:red">Đỏ</p>',
    "img-src": '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">',
    "font-src": '<link rel="stylesheet" href="/xau/font.css"><p class="xau">Chữ</p>',
    "frame-src": '<iframe title="Khung" src="/"></iframe>',
    "base-uri": '<base href="https://khac.example/">',
    "object-src": '<object data="/xau/a.svg" type="image/svg+xml"></object>',
    "media-src": '<video src="/xau/a.mp4"></video>',
    "connect-src": '<script src="/xau/asks.js"></script>',
    "require-trusted-types-for": '<script src="/xau/writes.js"></script>',
}
FILES = {
    "font.css": "@font-face { font-family: xau; src: url(/xau/a.woff2) } .xau { font-family: xau }",
    "asks.js": "fetch('https://khac.example/').catch(() => {})",
    "writes.js": "document.querySelector('h1').innerHTML = '<b>ran</b>'",
}


class _Hosted(_Static):
    """Sends what `_headers` at the root says, as hosts do."""

    def end_headers(self) -> None:
        rules = (Path(self.directory) / "_headers").read_text("utf-8")
        for name, value in by_hosts(rules)(self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()


def _served(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Hosted, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def _written(output: Path, content: Path = ROOT / "content", base_url: str = "") -> None:
    built = build(content, ROOT / "templates", date(2022, 5, 1), base_url=base_url)
    assert not built.failed, [str(p) for p in built.problems]
    done, problems = write(built.files, output)
    assert done, problems


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with a page of an old address, and pages that break the policy, as a host serves them."""
    root = tmp_path_factory.mktemp("hosted")
    content = Path(shutil.copytree(ROOT / "content", root / "content"))
    page = content / "pages" / "gioi-thieu.md"
    text = page.read_text("utf-8")
    assert "\naliases:" not in text
    page.write_text(text.replace("\ntitle:", "\naliases: [/dia-chi-cu/]\ntitle:", 1), "utf-8")
    _written(root / "output", content)
    for name, markup in WRONG.items():
        bad = root / "output" / "xau" / name / "index.html"
        bad.parent.mkdir(parents=True)
        bad.write_text(
            f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Xấu</title></head><body><h1>Xấu</h1>{markup}',
            "utf-8",
        )
    for name, text in FILES.items():
        (root / "output" / "xau" / name).write_text(text, "utf-8")
    yield from _served(root / "output")


class Watched:
    """A page and what Chromium refused on it: the events of the policy, and the console's errors."""

    def __init__(self, context: BrowserContext) -> None:
        self.refused: list[str] = []
        self.said: list[str] = []
        self.kept: dict[str, str] = {}
        context.expose_binding(
            "_refused", lambda _, directive, what: self.refused.append(f"{directive} {what}".strip())
        )
        context.add_init_script(
            "addEventListener('securitypolicyviolation', e => _refused(e.effectiveDirective, e.blockedURI), true)"
        )
        self.page: Page = context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("response", lambda r: self.kept.update({r.url: r.headers.get("cache-control", "")}))

    def _hear(self, message: ConsoleMessage) -> None:
        # Chromium asks every host once for an icon that the site does not have.
        if message.type in ("error", "warning") and not message.location["url"].endswith("/favicon.ico"):
            self.said.append(message.text)

    def open(self, url: str) -> str:
        """The policy that came with it."""
        response = self.page.goto(url, wait_until="networkidle")
        assert response
        return response.headers["content-security-policy"]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    context.set_default_timeout(PATIENCE * 1000)
    yield Watched(context)
    context.close()


@pytest.mark.parametrize("path", [*PATHS.values(), "/dia-chi-cu/"], ids=[*PATHS, "old address"])
def test_no_kind_of_page_breaks_the_policy(watched: Watched, hosted: str, path: str) -> None:
    policy = watched.open(hosted + path)
    assert policy.startswith("default-src 'none'; ")
    assert watched.refused == []
    missing = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert watched.said == (missing if path == PATHS["missing"] else [])
    if path == "/dia-chi-cu/":
        assert watched.page.url == f"{hosted}/gioi-thieu/"
    # The style sheet was let in, as everything that the page asked for.
    assert watched.page.evaluate("[...document.styleSheets].every(s => s.cssRules.length)")
    assert watched.page.evaluate("document.styleSheets.length") == 1


def test_search_answers_suggests_and_goes_on_under_the_policy(watched: Watched, hosted: str) -> None:
    watched.open(f"{hosted}/tim-kiem/?q=thong+bao")
    page = watched.page
    status = page.get_by_role("status")
    expect(status).to_contain_text("kết quả cho «thong bao»")
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.locator("#_ket-qua > li").nth(6)).to_be_visible()
    page.get_by_role("searchbox").fill("phongg chay chua chay")
    page.keyboard.press("Enter")
    expect(page.locator("#_goi-y")).to_contain_text("Có phải bạn tìm")
    page.locator("#_goi-y a").first.click()
    expect(status).to_contain_text("kết quả cho")
    assert watched.refused == []
    assert watched.said == []
    long = {url.removeprefix(hosted).split("/")[1] for url, said in watched.kept.items() if said == LONG}
    assert long == {"static", "tim-kiem"}
    assert watched.kept[f"{hosted}/tim-kiem/?q=thong+bao"] != LONG


def test_a_site_in_a_folder_keeps_to_it_too(watched: Watched, tmp_path: Path) -> None:
    _written(tmp_path / "phuong", base_url="https://phuc-dong.example/phuong/")
    shutil.move(tmp_path / "phuong" / "_headers", tmp_path / "_headers")  # hosts look for it at the root only
    for site in _served(tmp_path):
        policy = watched.open(f"{site}/phuong/tim-kiem/?q=thong+bao")
        assert policy.startswith("default-src 'none'; ")
        expect(watched.page.get_by_role("status")).to_contain_text("kết quả cho «thong bao»")
        watched.page.locator("#_ket-qua a").first.click()
        watched.page.wait_for_url("**/phuong/**/")
        assert (watched.refused, watched.said) == ([], [])
        kept = {url.removeprefix(site) for url, said in watched.kept.items() if said == LONG}
        assert {path.split("/")[2] for path in kept} == {"static", "tim-kiem"}


@pytest.mark.parametrize(("directive", "markup"), WRONG.items(), ids=WRONG)
def test_a_page_that_breaks_the_policy_is_seen(watched: Watched, hosted: str, directive: str, markup: str) -> None:
    watched.open(f"{hosted}/xau/{directive}/")
    assert [refused.split(" ")[0] for refused in watched.refused] == [directive], watched.said
    assert watched.said, "the console is silent"
    assert watched.page.title() == "Xấu"
    assert watched.page.locator("h1").inner_text() == "Xấu"
