"""What residents must do, campaigns and posters, as a browser shows and prints them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from bulletin.model.campaign import Channel, Slogan
from bulletin.model.notice import Erratum
from bulletin.model.views.page import Files
from bulletin.write import write
from tests.browser.conftest import NAMES, ROOT, _Static
from tests.browser.test_everyone import SMALL, STRUCTURE, found_by_axe
from tests.browser.test_pages import CONTRAST
from tests.plan.calendar.asking import (
    BANNER,
    FLAG,
    RADIO,
    asking,
    basis,
    campaign,
    deadline,
    event,
    marked,
    ward_site,
    window,
)
from tests.plan.citing import NOWHERE

BASIS = basis("75/KH-UBND", "2022-04-28")
PATHS = {
    "tasks": "/viec-can-lam/",
    "campaigns": "/lich/dot/",
    "campaign": "/lich/dot/2022-05-ngay-le-lon/",
    "notice, read": "/thong-bao/2022/75-kh-ubnd/",
    "notice, confirmed": "/thong-bao/2022/lop-1/",
}


def ward_that_asks() -> Files:
    """A site of two notices that ask for much and a campaign, under the base path of `ward_site`."""
    slip = Erratum(says="132 năm", should="131 năm", note="", place=NOWHERE)
    read = asking(
        "x",
        deadline("từ ngày 29/4 đến hết ngày 03/5", starts="2022-04-29", ends="2022-05-03", before="Các hộ treo cờ "),
        deadline("trước ngày 15/5", by="2022-05-15", before="Các hộ gia đình nộp thuế đất ", guessed=True),
        deadline("thứ 6 hàng tuần", rrule="FREQ=WEEKLY;BYDAY=FR", before="Tổng vệ sinh vào chiều "),
        title="Kết luận tại hội nghị giao ban về nhiệm vụ trọng tâm tháng 5/2022",
        printed="75/KH-UBND",
        errata=[slip],
    )
    enrol = event("Nộp hồ sơ", by="2022-05-20", who="Phụ huynh", where="Trường tiểu học Mẫu", hours="7 giờ – 17 giờ")
    plan = campaign(
        occasions=[marked("quoc-te-lao-dong", "2022-05-01"), marked("dien-bien-phu", "2022-05-07")],
        topics=["Phòng, chống dịch bệnh"],
        windows=[
            window(BANNER, "2022-04-25", "2022-05-20", BASIS, "trục đường chính và cổng chào các tổ dân phố"),
            window(FLAG, "2022-05-06", "2022-05-08"),
        ],
        takedown="2022-05-21",
        slogans=[Slogan(text="Nhiệt liệt chào mừng 68 năm Ngày Chiến thắng Điện Biên Phủ!", basis=BASIS)],
        channels=[Channel(form=RADIO, detail="6 giờ 30"), Channel(form=BANNER, detail="cổng chào")],
        lead="Công chức Văn hóa - Xã hội",
        rests_on=[BASIS],
        events=[event("Dọn vệ sinh", by="2022-05-06")],
    )
    return ward_site([read, asking("lop-1", title="Vào lớp 1", events=[enrol])], [plan])


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A ward that asks for much: its address, without final slash."""
    folder = tmp_path_factory.mktemp("asked")
    written, problems = write(ward_that_asks(), folder / "bt")
    assert written, problems
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Static, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/bt"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways_not_even_a_table(browser: Browser, asked: str, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(asked + path)
    wide = "[document.documentElement, ...document.querySelectorAll('table')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.evaluate(wide) == 0
    assert page.locator("h1").count() == 1
    page.close()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, asked: str, path: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(asked + path)
    assert page.evaluate(CONTRAST) == []
    page.close()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [320, 1280])
def test_everyone_can_use_it(browser: Browser, asked: str, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(asked + path)
    assert found_by_axe(page) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate(STRUCTURE) == []
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_windows_are_a_table_to_those_who_do_not_see_them(browser: Browser, asked: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(asked + PATHS["campaign"])
    table = page.get_by_role("table")
    assert [cell.inner_text() for cell in table.get_by_role("columnheader").all()] == [
        "Hình thức",
        "Từ",
        "Đến hết",
        "Căn cứ",
    ]
    row = table.get_by_role("row").nth(2)
    assert row.get_by_role("rowheader").inner_text() == "Cờ Tổ quốc"
    assert "chờ thông báo" in row.get_by_role("cell").nth(2).inner_text()
    page.close()


def test_from_the_list_to_the_words_of_the_notice(page: Page, asked: str) -> None:
    page.goto(f"{asked}/viec-can-lam/")
    tax = page.get_by_role("listitem").filter(has_text="nộp thuế đất")
    expect(tax.locator("mark")).to_be_hidden()
    tax.locator("summary").click()
    assert tax.locator("mark").inner_text() == "trước ngày 15/5"
    expect(tax.get_by_text("năm là suy đoán")).to_be_visible()
    expect(page.get_by_text("Dấu * là điều máy đọc từ thông báo, chưa có người xác nhận.")).to_be_visible()
    tax.get_by_role("link").click()
    page.wait_for_url("**/thong-bao/2022/75-kh-ubnd/")
    expect(page.get_by_role("region", name="Đính chính").get_by_text("Đúng ra là: “131 năm”.")).to_be_visible()


def test_without_a_script_the_words_unfold_and_a_jump_leads_to_its_part(browser: Browser, asked: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{asked}/viec-can-lam/")
    page.get_by_role("link", name="Hàng tuần").click()
    part = page.get_by_role("heading", name="Hàng tuần, hàng tháng").bounding_box()
    assert part is not None
    assert part["y"] < 740
    weekly = page.get_by_role("region", name="Hàng tuần, hàng tháng")
    weekly.get_by_text("Xem câu trong thông báo").click()
    expect(weekly.locator("mark")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", [PATHS["tasks"], PATHS["campaign"]])
def test_a_print_is_a4_and_keeps_what_matters(page: Page, asked: str, path: str) -> None:
    page.goto(asked + path)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_text("Dọn vệ sinh")).to_be_visible()
    assert sizes(page.pdf(prefer_css_page_size=True)) <= {(595, 842)}


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert boxes
    return {(round(float(w)), round(float(h))) for w, h in boxes}


def posters(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    chromium = next(filter(None, map(shutil.which, filter(None, (os.environ.get("CHROMIUM", ""), *NAMES)))))
    return subprocess.run(
        [sys.executable, ROOT / ".ci/posters", *arguments],
        cwd=folder,
        env={**os.environ, "CHROMIUM": chromium, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_poster_is_one_sheet_of_a4_with_its_text_and_style(tmp_path: Path) -> None:
    write(ward_site([asking("a")]), tmp_path / "output")
    done = posters(tmp_path, "2022-05")
    assert (done.returncode, done.stdout, done.stderr) == (0, "posters/lich-2022-05.pdf\n", "")
    pdf = (tmp_path / "posters/lich-2022-05.pdf").read_bytes()
    # A month lies on its side: without the stylesheet, which stands under the base path, it would not.
    assert sizes(pdf) == {(842, 595)}
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1
    drawn = b"".join(_unpacked(pdf))
    assert len(re.findall(rb"\bT[jJ]\b", drawn)) > 31
    assert len(list((tmp_path / "posters").iterdir())) == 1


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue


def test_posters_that_cannot_be_made_say_why(tmp_path: Path) -> None:
    assert "chạy «make site» trước" in posters(tmp_path).stderr
    write(ward_site([asking("a")]), tmp_path / "output")
    for year in ("2031", "2022-13", "../2022", "năm nay"):
        done = posters(tmp_path, year)
        assert (done.returncode, done.stderr.split(".")[0][:20]) == (1, "Trang không có lịch ")
    done = posters(tmp_path, "2022-05", CHROMIUM=str(tmp_path / "none"))
    assert done.returncode == 1
    assert done.stderr.startswith("Không in được posters/lich-2022-05.pdf: không chạy được trình duyệt")
    assert "Traceback" not in done.stderr
