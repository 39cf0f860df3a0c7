"""`serve` with real saves in a real Chromium."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).parent.parent.parent
SOON = 60_000  # milliseconds: a loaded machine may take its time
OVERLAY = "dialog[open] [role=alert]"
MISSING = "Không tìm thấy trang"
URL = "/thong-bao/2022/xem-thu/"


def save(content: Path, body: str, *, name: str = "xem-thu", publish: str = "public", more: str = "") -> Path:
    """Write a notice as simple editors do, in place."""
    path = content / "notices" / "2022" / f"{name}.md"
    path.write_text(
        f"---\ntitle: Một việc để xem thử\ndate: 28/4/2022\npublish: {publish}\n{more}---\n\n{body}\n", encoding="utf-8"
    )
    return path


def save_beside(content: Path, body: str) -> None:
    """The same as careful editors do: a new file is put in the old one's place."""
    old = content / "notices" / "2022" / "xem-thu.md"
    kept = old.rename(old.with_name(".xem-thu.md.swp"))
    save(content, body)
    kept.unlink()


def main(page: Page) -> Locator:
    return page.locator("main")


def send(preview, *parts: bytes) -> bytes:
    """All that comes back for these very bytes, until the other side has no more to say for a moment."""
    with socket.create_connection(("127.0.0.1", preview.port), 10) as connection:
        connection.settimeout(0.2)
        got = b""
        try:
            for part in parts:
                connection.sendall(part)
            while data := connection.recv(65536):
                got += data
        except OSError:
            pass
    return got


def ask(preview, path: str = "/", host: str | None = None, *headers: str, method: str = "GET") -> tuple[int, str]:
    """(status, all that came) for a request exactly as written, with nothing made tidy."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{preview.port}'}", *headers]
    upgrade = "Connection: Upgrade" in headers
    if not upgrade:
        lines.append("Connection: close")
    with socket.create_connection(("127.0.0.1", preview.port), 10) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        got = b""
        while data := connection.recv(65536):
            got += data
            if upgrade and b"\r\n\r\n" in got:
                break
    return int(got.split(b" ", 2)[1]), got.decode()


# --- saves ------------------------------------------------------------------------------------------------------


def test_a_save_shows_and_nothing_builds_by_itself(serve, content: Path, page: Page) -> None:
    save(content, "Chữ trước khi sửa.")
    preview = serve()
    page.goto(preview.url + URL)
    expect(main(page)).to_contain_text("Chữ trước khi sửa.")
    save(content, "Chữ sau khi sửa.")
    expect(main(page)).to_contain_text("Chữ sau khi sửa.", timeout=SOON)
    expect(main(page)).not_to_contain_text("Chữ trước")
    time.sleep(3)
    assert len(preview.builds) == 2
    assert preview.builds[1].startswith("Đã dựng: ")
    assert preview.complained == []


def test_in_a_burst_of_saves_the_last_one_shows(serve, content: Path, page: Page) -> None:
    save(content, "Lần 0.")
    preview = serve()
    page.goto(preview.url + URL)
    pauses = (0.1, 0.3, 1.5, 0.1, 0.7, 0.2, 1.0, 0.1, 0.1, 0.5, 1.2, 0.4)
    for i, pause in enumerate(pauses, start=1):
        (save if i % 2 else save_beside)(content, f"Lần {i}.")
        time.sleep(pause)
    started = time.monotonic()
    save(content, "Lần cuối.")
    expect(main(page)).to_contain_text("Lần cuối.", timeout=SOON)
    # Two seconds on a quiet machine; whoever drops the second reload of a burst never gets here at all.
    assert time.monotonic() - started < 5
    time.sleep(1)
    expect(main(page)).to_contain_text("Lần cuối.")
    assert preview.complained == []


def test_a_save_during_a_build_is_built_too(serve, content: Path, page: Page) -> None:
    body = (ROOT / "content/notices/2022/75-tb-du.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    for i in range(150):
        save(content, body, name=f"dai-{i}")
    save(content, "Lúc đầu.")
    preview = serve()
    page.goto(preview.url + URL)
    for body in ("Trước.", "Giữa.", "Trong khi dựng."):
        save(content, body)
        time.sleep(0.55)
    expect(main(page)).to_contain_text("Trong khi dựng.", timeout=SOON)
    preview.wait(3)


def test_a_build_between_a_page_and_its_socket_is_not_missed(serve, content: Path, page: Page) -> None:
    save(content, "Trang được gửi đi.")
    preview = serve()

    def hold(route) -> None:
        if len(preview.builds) == 1:
            save(content, "Dựng xong khi trang chưa nối được.")
            preview.wait(2)
        route.continue_()

    page.route("**/livereload.js*", hold)
    page.goto(preview.url + URL)
    expect(main(page)).to_contain_text("Dựng xong khi trang chưa nối được.", timeout=SOON)


def test_every_open_page_reloads(serve, content: Path, page: Page) -> None:
    save(content, "Cũ.")
    preview = serve()
    other = page.context.new_page()
    for one in (page, other):
        one.goto(preview.url + URL)
        expect(main(one)).to_contain_text("Cũ.")
    save(content, "Mới.")
    for one in (page, other):
        expect(main(one)).to_contain_text("Mới.", timeout=SOON)


def test_files_with_old_times_and_deleted_files_are_seen(serve, content: Path, page: Page, tmp_path: Path) -> None:
    preview = serve()
    page.goto(preview.url + URL)
    expect(page.locator("h1")).to_have_text(MISSING)

    # Moved in with the time of long ago.
    target = save(content, "Chép từ đĩa 1.")
    outside = target.rename(tmp_path / "outside.md")
    preview_at = len(preview.builds)
    os.utime(outside, (1_000_000_000, 1_000_000_000))
    outside.rename(target)
    expect(main(page)).to_contain_text("Chép từ đĩa 1.", timeout=SOON)

    # The same time and the same length.
    was = target.stat()
    save(content, "Chép từ đĩa 2.")
    os.utime(target, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert (target.stat().st_mtime_ns, target.stat().st_ino) == (was.st_mtime_ns, was.st_ino)
    expect(main(page)).to_contain_text("Chép từ đĩa 2.", timeout=SOON)

    target.unlink()
    expect(page.locator("h1")).to_have_text(MISSING, timeout=SOON)
    assert len(preview.builds) > preview_at


def test_templates_rebuild(serve, content: Path, page: Page, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))
    preview = serve("--templates", str(templates))
    page.goto(f"{preview.url}/")
    base = templates / "base.html"
    base.write_text(base.read_text(encoding="utf-8").replace("</footer>", "<p>Chân trang mới</p></footer>"))
    expect(page.locator("footer")).to_contain_text("Chân trang mới", timeout=SOON)
    for sheet in (templates / "static").glob("*.css"):
        sheet.write_text(sheet.read_text(encoding="utf-8") + "\nbody { color: rgb(1, 2, 3); }\n")
    expect(page.locator("body")).to_have_css("color", "rgb(1, 2, 3)", timeout=SOON)
    base.write_text("{% if %}")
    expect(page.locator(OVERLAY)).to_contain_text("base.html:1", timeout=SOON)


def test_drafts_and_days_to_come_are_shown_marked(serve, content: Path, page: Page) -> None:
    save(content, "Chưa ai được đọc.", publish="draft")
    save(content, "Ngày mai mới đăng.", name="ngay-mai", more="published: 02/5/2022\n")
    preview = serve()
    page.goto(preview.url + URL)
    expect(main(page)).to_contain_text("Chưa ai được đọc.")
    expect(main(page)).to_contain_text("Bản nháp")
    page.goto(f"{preview.url}/thong-bao/2022/ngay-mai/")
    expect(main(page)).to_contain_text("Chưa tới ngày đăng")


# --- mistakes ---------------------------------------------------------------------------------------------------


def test_a_mistake_lies_over_the_last_good_page_and_goes_when_mended(serve, content: Path, page: Page) -> None:
    save(content, "Bản tốt gần nhất.")
    preview = serve()
    page.goto(preview.url + URL)
    expect(page.locator(OVERLAY)).to_have_count(0)
    save(content, "Bản hỏng.", publish="<img src=x onerror=window.broken=1>", more="coquan: x\n")
    overlay = page.locator(OVERLAY)
    expect(overlay).to_contain_text("notices/2022/xem-thu.md:5:1: không có khoá «coquan»", timeout=SOON)
    expect(overlay).to_contain_text("xem-thu.md:4:10: «<img src=x onerror=window.broken=1>» không phải giá trị")
    expect(overlay).to_contain_text("2 lỗi")
    assert page.evaluate("window.broken") is None
    expect(main(page)).to_contain_text("Bản tốt gần nhất.")
    expect(main(page)).not_to_contain_text("Bản hỏng.")
    assert any("xem-thu.md:5:1: không có khoá «coquan»" in line for line in preview.complained)
    assert preview.builds[-1].startswith("Có lỗi")

    # A phone of 360 px holds it whole, and the page can be seen again without a script.
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    box = page.locator("dialog").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] >= 0.35 * 740
    assert page.locator("dialog").evaluate("d => d.scrollWidth <= d.clientWidth")
    page.get_by_role("button", name="Ẩn bảng này").click()
    expect(overlay).to_have_count(0)

    # Another mistake, then none.
    save(content, "Vẫn hỏng.", more="coquan: y\n")
    expect(overlay).to_contain_text("xem-thu.md:5:1: không có khoá «coquan»", timeout=SOON)
    page.goto(f"{preview.url}/khong-co/")
    expect(page.locator("h1")).to_have_text(MISSING)
    expect(overlay).to_contain_text("coquan")
    page.goto(preview.url + URL)
    save(content, "Đã sửa.")
    expect(main(page)).to_contain_text("Đã sửa.", timeout=SOON)
    expect(overlay).to_have_count(0)


def test_a_first_build_that_fails_shows_why_and_heals(serve, content: Path, page: Page) -> None:
    save(content, "Hỏng từ đầu.", publish="co-le")
    preview = serve()
    for url in (URL, "/", "/gi-cung-duoc.css"):
        page.goto(preview.url + url)
        expect(page.locator("h1")).to_have_text("Chưa dựng được trang")
        expect(page.locator(OVERLAY)).to_contain_text("xem-thu.md:4:10: «co-le» không phải giá trị của «publish»")
    page.goto(preview.url + URL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    save(content, "Nay đã tốt.")
    expect(main(page)).to_contain_text("Nay đã tốt.", timeout=SOON)
    expect(page.locator(OVERLAY)).to_have_count(0)


def test_warnings_are_printed_but_do_not_cover_the_page(serve, content: Path, page: Page) -> None:
    save(content, "Câu này có <b>thẻ</b>.")
    preview = serve()
    page.goto(preview.url + URL)
    expect(main(page)).to_contain_text("Câu này có")
    expect(page.locator(OVERLAY)).to_have_count(0)
    assert any("nhắc: " in line for line in preview.complained)


def test_reminders_stand_in_a_bar_above_the_page_and_are_told_once(serve, content: Path, page: Page) -> None:
    save(content, "Câu này có <b> thẻ.")
    save(content, "Câu kia có <i> thẻ.", name="khac")
    preview = serve()
    page.goto(preview.url + URL)
    bar = page.locator("#nhac-nho")
    expect(bar.locator("summary")).to_contain_text("2 nhắc nhở — trang này: 1 nhắc nhở")
    box, heading = bar.bounding_box(), page.locator("header.site").bounding_box()
    assert box
    assert heading
    assert box["height"] < 80
    assert heading["y"] >= box["y"] + box["height"], "nothing of the page is covered"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    bar.locator("summary").click()
    expect(bar).to_contain_text("body-html (1)")
    texts = bar.inner_text()
    assert texts.index("xem-thu.md") < texts.index("khac.md")
    line = bar.locator("code", has_text="accept: [").first.inner_text()
    first = [row for row in preview.complained if "[body-html]" in row]
    assert len(first) == 2

    save(content, "Câu này có <b> thẻ và <u> gạch.")
    expect(main(page)).to_contain_text("gạch", timeout=SOON)
    told = [row for row in preview.complained if "[body-html]" in row][2:]
    assert told
    assert all("xem-thu.md" in row and "<u>" in row for row in told)
    save(content, "Câu này có <b> thẻ.", more=f"{line}\n")
    expect(bar.locator("summary")).to_have_text("1 nhắc nhở", timeout=SOON)


def test_a_mistake_in_a_draft_leaves_the_other_pages(serve, content: Path, page: Page) -> None:
    save(content, "Trang công khai.")
    save(content, "Bản nháp.", name="nhap", publish="draft")
    preview = serve()
    page.goto(f"{preview.url}/thong-bao/2022/nhap/")
    expect(main(page)).to_contain_text("Bản nháp.")
    save(content, "Bản nháp.", name="nhap", publish="draft", more="coquan: x\n")
    expect(page.locator(OVERLAY)).to_contain_text("nhap.md:5:1: chưa đăng: không có khoá «coquan»", timeout=SOON)
    page.goto(preview.url + URL)
    expect(main(page)).to_contain_text("Trang công khai.")
    expect(page.locator(OVERLAY)).to_have_count(0)
    expect(page.locator("#nhac-nho summary")).to_contain_text("1 lỗi ở tin chưa đăng")


def test_a_failure_of_the_program_is_shown_and_survived(serve, content: Path, page: Page) -> None:
    save(content, "Bản tốt.")
    program = """if True:
        import sys
        from bulletin import cli, pipeline
        real = pipeline.build
        def build(content, *args, **options):
            if (content / "files" / "no").exists():
                raise RuntimeError("nổ <b>to</b>")
            return real(content, *args, **options)
        pipeline.build = build
        sys.exit(cli.main(sys.argv[1:]))"""
    preview = serve(program=("-c", program))
    page.goto(preview.url + URL)
    (content / "files").mkdir(exist_ok=True)
    (content / "files" / "no").touch()
    expect(page.locator(OVERLAY)).to_contain_text("chương trình bị lỗi: RuntimeError: nổ <b>to</b>", timeout=SOON)
    expect(main(page)).to_contain_text("Bản tốt.")
    assert any("Traceback" in line for line in preview.complained)
    (content / "files" / "no").unlink()
    expect(page.locator(OVERLAY)).to_have_count(0, timeout=SOON)


# --- addresses --------------------------------------------------------------------------------------------------


def test_a_site_under_a_base_path_is_served_there(serve, content: Path, page: Page) -> None:
    ward = content / "site.yml"
    text = re.sub(r"(?m)^base_url:.*", "base_url: https://quan.example/phuong/", ward.read_text(encoding="utf-8"))
    ward.write_text(text, encoding="utf-8")
    save(content, "Dưới một thư mục.")
    preview = serve()
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(preview.url)
    expect(page).to_have_url(f"{preview.url}/phuong/")
    page.locator("header.site nav a").first.click()
    page.wait_for_url("**/phuong/thong-bao/")
    page.goto(f"{preview.url}/phuong")
    expect(page).to_have_url(f"{preview.url}/phuong/")
    page.goto(f"{preview.url}/phuong{URL}")
    assert [url for url in failed if not url.endswith("favicon.ico")] == []
    save(content, "Vẫn tự tải lại.")
    expect(main(page)).to_contain_text("Vẫn tự tải lại.", timeout=SOON)
    for outside in (URL, "/phuongx/", "/index.html", "//phuong/"):
        assert ask(preview, outside)[0] == 404


@pytest.fixture
def quiet(serve, content: Path) -> Iterator:
    """A preview to be asked for things without saving anything."""
    (content / "secret.txt").write_text("MAT-KHAU", encoding="utf-8")
    yield serve()


TRAVERSAL = [
    *("/../secret.txt", "/../../../../../../etc/passwd", "/./", "/thong-bao/../", "/static/../../secret.txt"),
    *("/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt", "/.%2e/.%2e/"),
    *("/..\\secret.txt", "/..%5csecret.txt", "/%5c..%5csecret.txt", "/\\..\\..\\etc\\passwd", "/thong-bao\\"),
    *("//etc/passwd", "//etc//passwd", "/%2fetc/passwd", "/etc/passwd%00.html", "/index.html%00", "/%00"),
    *("/content/site.yml", "/site.yml", "/secret.txt", "/notices/2022/75-tb-du.md", "/build.py", "/.git/config"),
    *("/%c0%ae%c0%ae/secret.txt", "/%ff", "/C:/Windows/win.ini", "/file:///etc/passwd", "/thong-bao//", "/%2e/"),
    *("http://127.0.0.1/../secret.txt", "secret.txt", "*", "/livereload.js/../secret.txt", "/forcereload"),
]


def test_no_address_leaves_the_site(quiet) -> None:
    for path in TRAVERSAL:
        status, got = ask(quiet, path)
        assert (path, status) == (path, 404)
        assert MISSING in got
        assert "MAT-KHAU" not in got
        assert "root:" not in got


def test_pages_folders_and_kinds(quiet) -> None:
    assert ask(quiet, "/thong-bao/2022/75-tb-du/?x=1")[0] == 200
    status, got = ask(quiet, "/thong-bao")
    assert (status, "Location: /thong-bao/\r\n" in got) == (302, True)
    status, got = ask(quiet, "/thong-bao/", method="HEAD")
    assert (status, got.endswith("\r\n\r\n")) == (200, True)
    for path, kind in (
        ("/", "text/html; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/feed.atom", "application/atom+xml"),
        ("/feed.json", "application/json"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
    ):
        status, got = ask(quiet, path)
        assert (status, f"Content-Type: {kind}\r\n" in got) == (200, True), path
        assert ("livereload" in got) == kind.startswith("text/html")


def test_only_the_names_of_this_machine_are_answered(quiet) -> None:
    port = quiet.port
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1.evil.example", f"localhost.evil.example:{port}"):
        for path in ("/", "/livereload.js", "/livereload", "/khong-co"):
            status, got = ask(quiet, path, host)
            assert (host, path, status) == (host, path, 403)
            assert "Phúc Đồng" not in got
    for host in ("127.0.0.1", f"127.0.0.1:{port}", f"localhost:{port}", "LOCALHOST", f"[::1]:{port}", "localhost:9"):
        assert (host, ask(quiet, "/", host)[0]) == (host, 200)


def test_only_pages_of_this_machine_may_listen(quiet) -> None:
    upgrade = (
        *("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"),
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )
    for origin in ("http://evil.example", "null", "http://127.0.0.1.evil.example", "http://localhost@evil.example"):
        assert (origin, ask(quiet, "/livereload", None, *upgrade, f"Origin: {origin}")[0]) == (origin, 403)
    for origin in (quiet.url, f"http://localhost:{quiet.port}", "http://[::1]:9"):
        assert (origin, ask(quiet, "/livereload", None, *upgrade, f"Origin: {origin}")[0]) == (origin, 101)


def test_a_request_names_its_host_and_brings_nothing(quiet) -> None:
    for first in ("GET / HTTP/1.0", "GET / HTTP/1.1", "GET / HTTP/1.1\r\nHost:", "GET /livereload.js HTTP/1.0"):
        got = send(quiet, f"{first}\r\n\r\n".encode())
        assert (first, got[:12]) == (first, b"HTTP/1.1 400")
        assert "Phúc Đồng".encode() not in got
    here = b"Host: 127.0.0.1\r\nConnection: close\r\n"
    for body in (b"Content-Length: 70000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n11170\r\n" + b"a" * 70000):
        assert b"200 OK" not in send(quiet, b"POST / HTTP/1.1\r\n" + here + body)
    assert b"200 OK" not in send(quiet, b"GET /?" + b"a" * 70000 + b" HTTP/1.1\r\n" + here + b"\r\n")
    assert ask(quiet)[0] == 200


def test_no_page_of_the_preview_may_be_framed_or_guessed(quiet) -> None:
    for path in ("/", "/khong-co/", "/livereload.js", "/feed.atom", "/livereload"):
        _, got = ask(quiet, path)
        head = got.partition("\r\n\r\n")[0]
        assert "X-Frame-Options: DENY" in head, path
        assert "Content-Security-Policy: frame-ancestors 'none'" in head
        assert "X-Content-Type-Options: nosniff" in head


def test_what_a_socket_says_amiss_is_passed_over(quiet) -> None:
    upgrade = (
        b"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    said = ["x", "[]", "null", "{}", "1e999", '{"command": []}', '{"command": "info"}', '{"command": "hello"}']
    said += ['{"command": "info", "url": 1}', '{"command": "hello", "snipver": {}}', '"\\ud800"', "[" * 100]
    frames = [bytes([0x81, 0x80 | len(text)]) + b"\0\0\0\0" + text.encode() for text in said]
    frames += [b"\x82\x82\0\0\0\0\xff\xfe", b"\x88\x81\0\0\0\0x"]
    # Each by itself, and all in one talk.
    for talk in [*([frame] for frame in frames), frames]:
        assert b" 101 " in send(quiet, upgrade, *talk)
    assert ask(quiet)[0] == 200
    assert [line for line in quiet.complained if "secret.txt" not in line] == []


@pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2", "::1"])
def test_it_listens_on_127_0_0_1_only(quiet) -> None:
    assert ask(quiet)[0] == 200
    for other in ("127.0.0.2", "::1"):
        with pytest.raises(OSError), socket.create_connection((other, quiet.port), 2):
            pass


# --- files ------------------------------------------------------------------------------------------------------


def test_links_are_neither_walked_nor_served(serve, content: Path, page: Page, tmp_path: Path) -> None:
    (tmp_path / "private.md").write_text("RIENG-TU", encoding="utf-8")
    preview = serve()
    page.goto(f"{preview.url}/")
    (content / "notices" / "len-tren").symlink_to("../..", target_is_directory=True)
    expect(page.locator(OVERLAY)).to_contain_text("len-tren:1:1: «notices/len-tren» là liên kết", timeout=SOON)
    builds = len(preview.builds)
    (tmp_path / "private.md").write_text("RIENG-TU, sửa lại", encoding="utf-8")
    (tmp_path / "another.md").write_text("RIENG-TU", encoding="utf-8")
    time.sleep(1.5)
    assert len(preview.builds) == builds
    for path in ("/notices/len-tren/private.md", "/len-tren/private.md", "/private.md", "/private/"):
        status, got = ask(preview, path)
        assert (path, status, "RIENG-TU" in got) == (path, 404, False)
    (content / "notices" / "len-tren").unlink()
    expect(page.locator(OVERLAY)).to_have_count(0, timeout=SOON)


def test_what_is_published_knows_nothing_of_the_preview(serve, content: Path, page: Page, tmp_path: Path) -> None:
    save(content, "Chưa ai được đọc.", publish="draft")
    before = sorted(p.name for p in tmp_path.iterdir())
    preview = serve("--templates", str(ROOT / "templates"), program=(str(ROOT / "build.py"),), folder=tmp_path)
    page.goto(preview.url + URL)
    save(content, "Vẫn là nháp.", publish="draft")
    expect(main(page)).to_contain_text("Vẫn là nháp.", timeout=SOON)
    assert sorted(p.name for p in tmp_path.iterdir()) == before, "the preview writes nothing"

    output = tmp_path / "output"
    given = ["--content", str(content), "--today", "2022-05-01", "--output", str(output)]
    subprocess.run([sys.executable, "build.py", *given], cwd=ROOT, check=True, capture_output=True)
    for path in output.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert b"livereload" not in data
        assert b"127.0.0.1" not in data
        assert "Vẫn là nháp.".encode() not in data


# --- the terminal -----------------------------------------------------------------------------------------------


def test_ctrl_c_ends_quietly(serve, content: Path, page: Page) -> None:
    preview = serve()
    page.goto(f"{preview.url}/")
    save(content, "Một lần dựng nữa.")
    preview.wait(2)
    assert preview.stop(signal.SIGINT) == 0
    assert preview.complained == []
    assert len(preview.said) == 3


def test_a_port_in_use_is_one_line_and_exit_2(serve, content: Path) -> None:
    preview = serve()
    for port, word in ((str(preview.port), "Không mở được cổng"), ("70000", "không phải số cổng")):
        command = [sys.executable, "build.py", "serve", "--port", port, "--content", str(content)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=20, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert word in done.stderr.splitlines()[-1]
        assert "Traceback" not in done.stderr
