"""A real Chromium, the real site over HTTP, and `python build.py serve` as a person runs it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import IO

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bulletin.write import write
from tests.conftest import sample_site

ROOT = Path(__file__).parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-sync",
]
# Seconds that a loaded machine may take; what is quick on a quiet one is asserted by its own test.
PATIENCE = 60.0
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of $CHROMIUM, else of the path; a machine without one fails, lest nothing be tested silently."""
    given = os.environ.get("CHROMIUM", "")
    found = next(filter(None, map(shutil.which, filter(None, (given, *NAMES)))), None)
    assert found, "no Chromium: set CHROMIUM=/path/to/chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a phone's width in a fresh profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def _looking(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="vi-VN", service_workers="block")
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture
def shared_page(_looking: Page) -> Page:
    """For tests that only look, each at one address: a profile of its own would cost more than the look.

    No worker keeps anything for the next test.
    """
    _looking.set_viewport_size({"width": 360, "height": 740})
    _looking.emulate_media(media="screen", color_scheme="light")
    return _looking


class _Static(SimpleHTTPRequestHandler):
    """Like the static hosts: the site's own 404 page, and no log."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The published site of the repository's content on 1/5/2022: its address, without final slash."""
    yield from _published(tmp_path_factory, date(2022, 5, 1))


@pytest.fixture(scope="session")
def later_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same on 23/11/2026, a day of four anniversaries."""
    yield from _published(tmp_path_factory, date(2026, 11, 23))


CONTACTS = """
contacts:
  - label: Bộ phận tiếp nhận góp ý (thử)
    phone: 024 0000 0000
    mail: gop-y@thu.example
    zalo: https://zalo.me/0000000000
    address: Số 1, phố Thử
    hours: 8 giờ – 17 giờ
  - {label: Trực ban (thử), phone: 024.0000.0001}
"""


@pytest.fixture(scope="session")
def open_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of 1/5/2022 with contacts, which the real ward has not given."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("open") / "content"))
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(CONTACTS)
    yield from _published(tmp_path_factory, date(2022, 5, 1), content)


# A table, and more cited documents than a page shows unfolded.
LONG = f"""---
title: Kế hoạch có bảng, dẫn nhiều văn bản
date: 28/4/2022
publish: public
---

Theo {", ".join(f"Công văn số {serial}/UBND-VX ngày 20/4/2022" for serial in range(1, 31))}.

| Tổ dân phố | Giờ họp |
|---|---:|
| Tổ 1, họp tại nhà văn hóa | 7 giờ 30 |
"""


@pytest.fixture(scope="session")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A ward with one notice of each kind, under its base path /phuong."""
    content = Path(shutil.copytree(ROOT / "tests/sites/kinds/content", tmp_path_factory.mktemp("kinds") / "content"))
    (content / "notices/2022/dan-nhieu.md").write_text(LONG, encoding="utf-8")
    (content / "notices/2021").mkdir()
    for number in ("5/TB-UBND", "5/KH-UBND"):  # One short address, where one chooses.
        front = f"title: Trùng số\nnumber: {number}\ndate: 05/4/2021\npublish: public"
        name = number.replace("/", "-").lower()
        (content / f"notices/2021/{name}.md").write_text(f"---\n{front}\n---\n\nBài.\n", encoding="utf-8")
    for address in _published(tmp_path_factory, date(2022, 5, 1), content, "phuong"):
        yield f"{address}/phuong"


def _published(
    tmp_path_factory: pytest.TempPathFactory, today: date, content: str | Path = "content", base: str = "."
) -> Iterator[str]:
    output = tmp_path_factory.mktemp("site") / "output"
    built = sample_site(str(content), today.isoformat())
    written, problems = write(built.files, output / base)
    assert written, problems
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Static, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


class Preview:
    """A running `serve`: what it has printed so far, and its address without final slash."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            # A run started in the background ignores Ctrl-C, and would hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.said: list[str] = []
        self.complained: list[str] = []
        self._readers = [
            Thread(target=self._read, args=args, daemon=True)
            for args in ((self.process.stdout, self.said), (self.process.stderr, self.complained))
        ]
        for reader in self._readers:
            reader.start()
        self.wait(1)
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said[0])
        assert found, self.said
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"

    @staticmethod
    def _read(stream: IO[str], lines: list[str]) -> None:
        for line in stream:
            lines.append(line.rstrip("\n"))

    @property
    def builds(self) -> list[str]:
        """The line of each build."""
        return [line for line in self.said if re.search(r"\d+ tệp, \d+,\d+ giây, \d+ lỗi", line)]

    def wait(self, count: int) -> None:
        """Until there have been `count` builds."""
        deadline = time.monotonic() + PATIENCE
        while len(self.builds) < count:
            assert self.process.poll() is None, (self.said, self.complained)
            assert time.monotonic() < deadline, (self.said, self.complained)
            time.sleep(0.02)

    def stop(self, with_signal: int = signal.SIGTERM) -> int:
        """Its exit code."""
        self.process.send_signal(with_signal)
        code = self.process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        return code


Serve = Callable[..., Preview]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the repository's content, to be edited."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture
def serve(content: Path) -> Iterator[Serve]:
    """Start `serve` of `content` on a free port; further arguments go behind. All are stopped at the end."""
    running: list[Preview] = []

    def start(*arguments: str, program: tuple[str, ...] = ("build.py",), folder: Path = ROOT) -> Preview:
        given = ["serve", "--port", "0", "--content", str(content), "--today", "2022-05-01", *arguments]
        running.append(Preview([sys.executable, *program, *given], folder))
        return running[-1]

    yield start
    for preview in running:
        if preview.process.poll() is None:
            preview.stop()
