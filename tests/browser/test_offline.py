"""Without a network, and with a weak one: what was visited opens and says that it is a copy; nothing else is kept.

The site is served as hosts do, under a name that Chromium trusts like https and that is not one of this machine's own.
"""

from __future__ import annotations

import gzip
import mimetypes
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from bulletin.pipeline import build
from bulletin.plan.site_wide.http_headers import SHORT
from bulletin.plan.site_wide.offline import REMOVAL
from bulletin.write import write
from tests.browser.conftest import PATIENCE, ROOT, Serve
from tests.browser.test_everyone import found_by_axe
from tests.browser.test_policy import Watched, _Hosted
from tests.conftest import Ward, sample_site

NOTICE = "/thong-bao/2022/75-tb-du/"
OTHER = "/thong-bao/2022/du-an-duong-30m/"
SAID = re.compile(
    r"Bản đã lưu trên máy lúc \d\d:\d\d ngày \d\d/\d\d?/\d{4}; thông báo có thể đã đổi\. Khi mạng tốt hơn, hãy tải lại trang\."
)


class _Handler(_Hosted):
    """A host whose network can be weak: `slow` seconds before each answer, `ill` paths that answer 500."""

    network: Network

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        self.network.log.append((self.path, self.headers.get("Sec-Fetch-Dest", "")))
        time.sleep(self.network.slow)
        del self.headers["If-Modified-Since"]  # it counts in seconds, and tests change files faster
        if self.path in self.network.ill:
            self.send_response(500)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>500</title><h1>Hong</h1>")
        else:
            with suppress(ConnectionError):  # a phone that has gone on
                super().do_GET()

    def end_headers(self) -> None:
        if "/static/" not in self.path and not self.path.endswith(".json"):
            self.send_header("Cache-Control", SHORT)  # the hosts' own rule
        super().end_headers()


class Network:
    """The site on a host that can be stopped and started again, at the same address."""

    def __init__(self, root: Path, folder: str = "") -> None:
        self.root, self.slow, self.ill = root, 0.0, set[str]()
        self.log: list[tuple[str, str]] = []
        self._server: ThreadingHTTPServer | None = None
        self._port = 0
        self.start()
        self.url = f"http://phuong.localhost:{self._port}{folder}"

    def start(self) -> None:
        handler = type("Handler", (_Handler,), {"network": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), partial(handler, directory=str(self.root)))
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


def publish(output: Path, content: Path = ROOT / "content", base_url: str = "") -> None:
    built = build(content, ROOT / "templates", date(2022, 5, 1), base_url=base_url)
    assert not built.failed, [str(p) for p in built.problems]
    done, problems = write(built.files, output)
    assert done, problems


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    publish(tmp_path / "output")
    made = Network(tmp_path / "output")
    yield made
    made.slow = 0
    made.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    made.set_default_timeout(PATIENCE * 1000)
    yield made
    made.close()


def kept(page: Page, kind: str = "trang") -> list[str]:
    """The paths of what is kept, the oldest first."""
    found: list[str] = page.evaluate(
        """async (kind) => {
          const names = (await caches.keys()).filter((name) => name.includes(` 1 ${kind} `));
          const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return keys.flat().map((one) => new URL(one.url).pathname);
        }""",
        kind,
    )
    return found


def await_kept(page: Page, path: str, kind: str = "trang") -> None:
    deadline = time.monotonic() + PATIENCE
    while path not in kept(page, kind):
        assert time.monotonic() < deadline, (path, kept(page, kind))
        time.sleep(0.05)


def said(page: Page) -> Locator:
    """Where a kept copy says that it is one."""
    return page.get_by_role("status").filter(has_text="Bản đã lưu")


def visit(page: Page, network: Network, *paths: str) -> None:
    """Open them one after another, each until it is kept."""
    for path in paths:
        page.goto(network.url + path)
        await_kept(page, path.partition("?")[0])


def test_home_a_notice_and_a_search_open_without_a_network_and_say_what_they_are(
    context: BrowserContext, network: Network
) -> None:
    watched = Watched(context)
    page = watched.page
    visit(page, network, NOTICE)  # the first page is kept too: nobody was there to keep it
    visit(page, network, "/thong-bao/", "/tim-kiem/?q=duong+30m")
    expect(page.get_by_role("status")).to_contain_text("kết quả cho «duong 30m»")
    assert page.get_by_text("Bản đã lưu trên máy").count() == 0
    assert (watched.refused, watched.said) == ([], [])
    context.new_cdp_session(page).send("Network.clearBrowserCache")  # which nobody promises to keep
    network.stop()
    for path in (NOTICE, "/", "/thong-bao/"):
        page.goto(network.url + path)
        expect(said(page)).to_have_text(SAID)
        assert said(page).bounding_box()["y"] < 5  # type: ignore[index]
        assert found_by_axe(page) == []
        assert page.evaluate("getComputedStyle(document.querySelector('.kept')).paddingLeft") != "0px"
    page.goto(f"{network.url}/tim-kiem/?q=duong+30m")
    expect(said(page)).to_have_text(SAID)
    expect(page.locator("#_ket-qua a").first).to_have_attribute("href", OTHER)
    # What nobody has asked before is found too: of a small ward the whole index is kept.
    for typed in ("75 tb du", "bau ban quan tri", "thogn bao"):
        page.get_by_role("searchbox").fill(typed)
        page.keyboard.press("Enter")
        expect(page.locator("#_trang-thai")).to_contain_text(f"«{typed}»")
    page.goto(network.url + NOTICE + "#ii-2-linh-vuc-van-hoa-xa-hoi")
    assert page.evaluate("document.querySelector(':target').textContent").startswith("2. Lĩnh vực")
    assert watched.refused == []


def test_what_was_never_visited_says_that_there_is_no_network_and_what_is_kept(
    context: BrowserContext, network: Network
) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    network.stop()
    page.goto(network.url + OTHER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không có mạng")
    links = page.locator("main li a").evaluate_all(
        "all => all.map((one) => [one.getAttribute('href'), one.textContent])"
    )
    assert ["/", "trang đầu"] in links
    title = next(text for href, text in links if href == NOTICE)
    assert title.startswith("Thông báo số 75 -TB/ĐU: Kết luận")
    assert "Bảng tin" not in title
    assert "Bản đã lưu" not in page.locator("body").inner_text()
    page.locator(f"main a[href='{NOTICE}']").click()
    expect(said(page)).to_have_text(SAID)
    network.start()
    page.goto(network.url + OTHER)
    assert page.get_by_role("heading", level=1).inner_text() != "Không có mạng"


def test_a_changed_notice_is_shown_as_soon_as_there_is_a_network(context: BrowserContext, network: Network) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    network.stop()
    page.goto(network.url + NOTICE)
    expect(said(page)).to_have_text(SAID)
    network.edit(f"{NOTICE[1:]}index.html", "Kết luận tại hội nghị", "Kết luận mới tại hội nghị")
    network.start()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kết luận mới")
    assert page.get_by_text("Bản đã lưu trên máy").count() == 0
    # What is seen is what is kept.
    page.wait_for_load_state("networkidle")
    network.stop()
    page.goto(network.url + NOTICE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kết luận mới")


def test_what_was_taken_down_is_not_shown_and_its_copy_goes(context: BrowserContext, network: Network) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    shutil.rmtree(network.root / NOTICE[1:])
    answer = page.goto(network.url + NOTICE, wait_until="networkidle")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")
    assert NOTICE not in kept(page)
    network.stop()
    page.goto(network.url + NOTICE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không có mạng")


def test_a_network_that_lets_wait_gives_way_to_the_copy_which_is_renewed_behind_it(
    context: BrowserContext, network: Network
) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    network.edit(f"{NOTICE[1:]}index.html", "Kết luận tại hội nghị", "Kết luận mới tại hội nghị")
    network.slow = 7
    begun = time.monotonic()
    page.goto(network.url + NOTICE, wait_until="commit")
    expect(said(page)).to_have_text(SAID)
    assert 3.5 < time.monotonic() - begun < 6.5
    assert "Kết luận tại" in page.get_by_role("heading", level=1).inner_text()
    time.sleep(4)
    network.slow = 0
    network.stop()
    page.goto(network.url + NOTICE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kết luận mới")
    expect(said(page)).to_have_text(SAID)


def test_a_server_that_is_ill_is_not_kept_and_gives_way_to_the_copy(context: BrowserContext, network: Network) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    network.ill = {NOTICE, OTHER}
    page.goto(network.url + NOTICE)
    expect(said(page)).to_have_text(SAID)
    answer = page.goto(network.url + OTHER, wait_until="networkidle")
    assert answer
    assert answer.status == 500
    assert NOTICE in kept(page)
    assert OTHER not in kept(page)


def test_only_pages_and_named_files_are_kept_no_redirect_no_data_no_subscription(
    context: BrowserContext, network: Network
) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    page.goto(f"{network.url}/lich", wait_until="networkidle")  # without its slash: the host redirects
    assert page.url == f"{network.url}/lich/"
    await_kept(page, "/lich/")
    for path in ("/lich/tat-ca.ics", "/du-lieu/notices.json", "/feed.atom", "/404.html"):
        assert page.evaluate("path => fetch(path).then((answer) => answer.status)", path) == 200
    page.goto(f"{network.url}/404.html", wait_until="networkidle")
    page.goto(f"{network.url}/khong-co/", wait_until="networkidle")
    assert "/lich" not in kept(page)
    assert {path for path in kept(page) if not path.endswith("/")} == set()
    assert "/khong-co/" not in kept(page)
    assert {path.split("/")[1] for path in kept(page, "tep")} == {"static", "tim-kiem", "da-thu-hoi.json"}
    assert set(page.evaluate("caches.keys()")) == {f"bang-tin 1 {kind} {network.url}/" for kind in ("trang", "tep")}


def test_pages_that_lead_on_and_those_of_a_site_in_a_folder_are_not_kept(
    context: BrowserContext, network: Network
) -> None:
    short = "/t/75-2022/"
    text = (network.root / short[1:] / "index.html").read_text("utf-8")
    assert 'http-equiv="refresh"' in text
    below = network.root / "phuong" / "index.html"
    below.parent.mkdir()
    home = (network.root / "index.html").read_text("utf-8")
    below.write_text(home.replace('data-worker="/sw.js"', 'data-worker="/phuong/sw.js"'), "utf-8")
    page = context.new_page()
    visit(page, network, "/", OTHER)
    page.goto(f"{network.url}/phuong/", wait_until="networkidle")
    page.goto(network.url + short)
    page.wait_for_url(network.url + NOTICE)
    await_kept(page, NOTICE)
    (network.root / OTHER[1:] / "index.html").write_text(text, "utf-8")  # renamed: its address leads on now
    page.goto(network.url + OTHER)
    page.wait_for_url(network.url + NOTICE)
    page.wait_for_load_state("networkidle")
    held = kept(page)
    assert NOTICE in held
    assert {short, OTHER, "/phuong/"} & set(held) == set()


def test_only_the_last_visits_are_kept_with_the_files_that_they_need(context: BrowserContext, network: Network) -> None:
    page = context.new_page()
    visit(page, network, "/")
    style = network.root / "static" / "cu-0000000000.css"
    style.write_text("h1 { color: rgb(1, 2, 3) }", "utf-8")
    network.edit(
        f"{NOTICE[1:]}index.html", "</head>", '<link rel="stylesheet" href="/static/cu-0000000000.css"></head>'
    )
    visit(page, network, NOTICE)
    style.unlink()
    days = sorted(
        path.parent.relative_to(network.root).as_posix() for path in network.root.glob("lich/ngay/*/index.html")
    )
    assert len(days) > 32
    visit(page, network, *(f"/{day}/" for day in days[:29]))
    for number in range(310):
        (network.root / "static" / f"a-{number}.txt").write_text("x", "utf-8")
    page.evaluate("async () => { for (let i = 0; i < 310; i++) await fetch(`/static/a-${i}.txt`) }")
    page.goto(f"{network.url}/{days[0]}/", wait_until="networkidle")  # again: it is the last now
    held = kept(page, "tep")
    assert "/static/cu-0000000000.css" in held
    assert "/static/a-0.txt" not in held
    assert "/static/a-309.txt" in held
    assert (
        len([path for path in held if not path.startswith("/tim-kiem/")]) < 320
    )  # the index is kept as long as it is named
    network.stop()
    page.goto(network.url + NOTICE)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"
    network.start()
    visit(page, network, *(f"/{day}/" for day in days[29:31]))
    page.wait_for_load_state("networkidle")
    held = [path for path in kept(page) if path not in ("/", "/khong-co-mang/", "/tim-kiem/", "/tim-kiem/chi-muc/")]
    assert len(held) == 30
    assert NOTICE not in held  # opened without a network: that is no visit
    assert f"/{days[0]}/" in held


def test_a_new_version_takes_over_and_removes_what_the_old_form_kept(context: BrowserContext, network: Network) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    others = ["bang-tin 0 trang http://khac.example/", "khac"]
    page.evaluate(
        "async (names) => { for (const name of names) await caches.open(name) }",
        [f"bang-tin 0 trang {network.url}/", *others],
    )
    network.edit("sw.js", '"/static/style-', '"/thong-bao/", "/static/style-')
    page.goto(network.url + "/", wait_until="networkidle")
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    await_kept(page, "/thong-bao/")
    deadline = time.monotonic() + PATIENCE
    while len(names := page.evaluate("caches.keys()")) > 4 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert set(names) == {*others, *(f"bang-tin 1 {kind} {network.url}/" for kind in ("trang", "tep"))}
    assert NOTICE in kept(page)


@pytest.mark.parametrize("saving", [False, True])
def test_what_is_kept_ahead_is_small_and_nothing_when_data_is_to_be_saved(
    context: BrowserContext, network: Network, saving: bool
) -> None:
    if saving:
        code = (network.root / "sw.js").read_text("utf-8")
        saved = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });\n"
        (network.root / "sw.js").write_text(saved + code, "utf-8")
    page = context.new_page()
    visit(page, network, NOTICE)
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    held = set(kept(page)) - {NOTICE}
    if saving:
        assert held == set()
        assert [path for path, _ in network.log if path in ("/", "/tim-kiem/", "/khong-co-mang/")] == []
        assert [path for path, _ in network.log].count(NOTICE) == 1  # kept from what the browser has
        # The page that was read is kept all the same, with what it had fetched anyway.
        context.new_cdp_session(page).send("Network.clearBrowserCache")
        network.stop()
        page.goto(network.url + NOTICE)
        expect(said(page)).to_have_text(SAID)
        assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")
    else:
        assert held == {"/", "/tim-kiem/", "/tim-kiem/chi-muc/", "/khong-co-mang/"}
        ahead = held | set(kept(page, "tep"))
        size = sum(len(gzip.compress(file_of(network.root, path).read_bytes(), 9)) for path in ahead)
        print(f"kept ahead: {len(ahead)} files, {size} bytes gzipped")
        assert size <= 95_000  # of it the days of the year, which search finds, are some 20,000


def file_of(root: Path, path: str) -> Path:
    return root / (f"{path}index.html" if path.endswith("/") else path)[1:]


def test_a_site_in_a_folder_keeps_to_its_folder(context: BrowserContext, tmp_path: Path) -> None:
    publish(tmp_path / "phuong", base_url="https://phuc-dong.example/phuong/")
    shutil.move(tmp_path / "phuong" / "_headers", tmp_path / "_headers")
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "index.html").write_text("<!doctype html><title>Khác</title><h1>Khác</h1>", "utf-8")
    network = Network(tmp_path, "/phuong")
    watched = Watched(context)
    page = watched.page
    page.goto(network.url + NOTICE, wait_until="networkidle")
    await_kept(page, f"/phuong{NOTICE}")
    page.goto(f"{network.url}/../khac/", wait_until="networkidle")
    assert sorted(kept(page)) == sorted(
        f"/phuong{path}" for path in ("/", "/khong-co-mang/", "/tim-kiem/", "/tim-kiem/chi-muc/", NOTICE)
    )
    assert page.evaluate("navigator.serviceWorker.controller") is None
    network.stop()
    page.goto(f"{network.url}/")
    expect(said(page)).to_have_text(SAID)
    page.goto(network.url + OTHER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không có mạng")
    assert watched.refused == []


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_on_the_names_of_this_machine_nothing_is_registered(
    context: BrowserContext, network: Network, name: str
) -> None:
    page = context.new_page()
    page.goto(network.url.replace("phuong.localhost", name) + "/", wait_until="networkidle")
    page.wait_for_timeout(500)
    assert page.evaluate("'serviceWorker' in navigator")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_one_line_in_the_place_of_the_worker_removes_it_and_all_it_kept(
    context: BrowserContext, network: Network
) -> None:
    page = context.new_page()
    visit(page, network, "/", NOTICE)
    assert REMOVAL.count("\n") == 1
    others = [f"bang-tin 1 trang {network.url}/phuong-khac/", "bang-tin 1 tep http://khac.example/", "khac"]
    page.evaluate("async (names) => { for (const name of names) await caches.open(name) }", others)
    (network.root / "sw.js").write_text(REMOVAL, "utf-8")
    gone(page, f"{network.url}/404.html", others)


def test_a_preview_takes_away_the_worker_of_a_site_that_stood_there_before(
    context: BrowserContext, serve: Serve
) -> None:
    preview = serve()
    page = context.new_page()
    site = sample_site().files

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(f"{preview.url}/")
        body = site.get(file_in_site := f"{path}index.html" if path.endswith("/") or not path else path)
        kind = mimetypes.guess_type(file_in_site)[0]
        route.fulfill(body=body, content_type=kind) if isinstance(body, bytes) else route.fallback()

    context.route(f"{preview.url}/**", answer)
    page.goto(f"{preview.url}/")
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => 0)")
    await_kept(page, "/")
    context.unroute_all()
    gone(page, f"{preview.url}{NOTICE}")
    assert page.locator("script[data-worker]").count() == 0


def gone(page: Page, url: str, others: Iterable[str] = ()) -> None:
    """After a visit there is no worker, and nothing kept but the `others`."""
    page.goto(url)
    # Browsers look for a newer worker in their own time, and the later the more is visited.
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => 0)")
    deadline = time.monotonic() + PATIENCE
    while page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"):
        assert time.monotonic() < deadline
        page.wait_for_timeout(500)
        page.goto(urljoin(url, "/robots.txt"))  # not one of the pages that register it anew
    assert sorted(page.evaluate("caches.keys()")) == sorted(others)


def everything_kept(page: Page) -> str:
    """Every text that the caches hold, with its address."""
    found: str = page.evaluate(
        """async () => {
          const texts = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const one of await cache.keys()) texts.push(one.url, await (await cache.match(one))?.text());
          }
          return texts.join('\\n');
        }"""
    )
    return found


def test_what_is_called_back_is_forgotten_at_the_next_visit_to_any_page(
    context: BrowserContext, tmp_path: Path
) -> None:
    ward = Ward(tmp_path)
    ward.notice("hop", "Mời bà con zwbcdq tới họp trước ngày 10/5/2022.", number="12/TB-UBND", title="Họp zwkmnq")
    ward.notice("khac", "Thực hiện Thông báo số 12/TB-UBND ngày 28/4/2022.", number="13/TB-UBND", title="Việc khác")
    ward.notice("yen", "Chữ.", number="14/TB-UBND", title="Việc đã yên")
    output = tmp_path / "output"
    publish(output, ward.content)
    network = Network(output)
    gone, kept_on = "/thong-bao/2022/12-tb-ubnd/", "/thong-bao/2022/14-tb-ubnd/"
    page = context.new_page()
    visit(page, network, "/", gone, kept_on, "/thong-bao/", "/viec-can-lam/", "/tim-kiem/?q=zwbcdq")
    expect(page.locator("#_ket-qua a").first).to_have_attribute("href", gone)
    assert "zwbcdq" in everything_kept(page)
    ward.notice("hop", "Mời bà con zwbcdq tới họp trước ngày 10/5/2022.", number="12/TB-UBND", title="Họp zwkmnq",
                publish="withdrawn", withdrawn="01/5/2022")  # fmt: skip
    publish(output, ward.content)
    page.goto(network.url + "/lien-he/")
    deadline = time.monotonic() + PATIENCE
    while re.search("zwbcdq|zwkmnq", everything_kept(page)):
        assert time.monotonic() < deadline, kept(page)
        time.sleep(0.1)
    await_kept(page, "/")
    # The index in force is kept again, and nothing else of search.
    index = {f"/{path.relative_to(output).as_posix()}" for path in (output / "tim-kiem").glob("*/*.json")}
    while {path for path in kept(page, "tep") if path.startswith("/tim-kiem/")} != index:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    network.stop()
    page.goto(network.url + gone)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không có mạng")
    page.goto(network.url + kept_on)
    expect(said(page)).to_have_text(SAID)
    page.goto(f"{network.url}/tim-kiem/?q=zwbcdq")
    expect(page.locator("#_trang-thai")).to_contain_text("«zwbcdq»")
    assert page.locator("#_ket-qua a").count() == 0
