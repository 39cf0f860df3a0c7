"""searching.py CONTENT: what a first question costs a phone.

Each question in a fresh profile of Chromium ($CHROMIUM names another than that of the path); counted are the script and
all files of the index, gzipped, without the page itself.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
import time
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from playwright.sync_api import Browser, Response, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bulletin import pipeline  # noqa: E402
from bulletin.write import write  # noqa: E402

TODAY = date(2026, 1, 1)
BAR_SCRIPT = 10_000
BAR_PHONE = {1000: 40_000, 10_000: 100_000}
# Words of the invented notices of corpus.py, as residents type them: short, long, numbers, with and without marks.
QUESTIONS = (
    "thong bao",
    "THÔNG BÁO",
    "dien bien phu",
    "Điện Biên Phủ",
    "duong",
    "đường",
    "to dan pho",
    "tổ dân phố số 5",
    "cong van",
    "cong van 595",
    "75 tb du",
    "12/KH-UBND",
    "giải phóng mặt bằng",
    "ve sinh moi truong",
    "cat dien pho hoa sua",
    "tạm ngừng cấp nước sạch trên địa bàn phường",
    "de nghi cac ho dan chu dong di doi vat dung",
    "hội liên hiệp phụ nữ phường chủ trì phối hợp rà soát danh sách",
    "lich tiep cong dan",
    "thogn bao",
)


class Quiet(SimpleHTTPRequestHandler):
    """A static host without a log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def ask(browser: Browser, site: str, question: str) -> tuple[int, int, int, str]:
    """Bytes gzipped, files, milliseconds and what is said of a first question."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, sizes = context.new_page(), list[int]()

    def count(response: Response) -> None:
        if response.request.resource_type != "document" and not response.url.endswith(".css"):
            sizes.append(len(gzip.compress(response.body())))

    page.on("response", count)
    begun = time.perf_counter()
    page.goto(f"{site}/tim-kiem/?q={quote(question)}")
    page.wait_for_function("/«.*»/.test(document.querySelector('[role=status]').textContent)")
    spent = time.perf_counter() - begun
    said = page.locator("[role=status]").inner_text()
    context.close()
    return sum(sizes), len(sizes), round(spent * 1000), said


def phone(built: pipeline.Built) -> None:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        print("no Chromium: what a question costs a phone is not measured")
        return
    scripts = [data for path, data in built.files.items() if path.startswith("static/search-")]
    script = max(len(gzip.compress(s if isinstance(s, bytes) else s.disk.read_bytes())) for s in scripts)
    with tempfile.TemporaryDirectory() as output, sync_playwright() as playwright:
        write(built.files, Path(output) / "site")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=f"{output}/site"))
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        print(f"\na first question, of which the script is {script:,} bytes gzipped")
        worst = 0
        for question in QUESTIONS:
            size, files, milliseconds, said = ask(browser, f"http://127.0.0.1:{server.server_address[1]}", question)
            worst = max(worst, size)
            print(f"  {size / 1000:>5.1f} KB {files:>3} files {milliseconds:>5} ms  {question}: {said[:60]}")
        browser.close()
        server.shutdown()
    bar = min(
        (kb for count, kb in BAR_PHONE.items() if count >= len(built.archive.entries)), default=max(BAR_PHONE.values())
    )
    print(f"bar: script at most {BAR_SCRIPT // 1000} KB: {'met' if script <= BAR_SCRIPT else 'NOT MET'}; ", end="")
    print(f"a first question at most {bar // 1000} KB: {worst / 1000:.1f} KB: {'met' if worst <= bar else 'NOT MET'}")


def main(content: Path) -> None:
    built = pipeline.build(content, ROOT / "templates", TODAY)
    files = [data for path, data in built.files.items() if path.startswith("tim-kiem/") and path.endswith(".json")]
    size = sum(len(gzip.compress(data)) for data in files if isinstance(data, bytes))
    print(f"\nsearch among {len(built.archive.entries)} notices: {len(files)} files, {size / 1000:,.0f} KB gzipped")
    phone(built)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
