"""Lists: so many a page counted from the oldest, so one more notice changes few pages; archives; names."""

from __future__ import annotations

import re

import pytest

from bulletin.addresses import file_of, short_url
from bulletin.plan.desk.over_pages import LEAST, PER_PAGE, over_pages
from tests.conftest import Ward


def fill(ward: Ward, count: int) -> None:
    for i in range(count):
        ward.notice(f"{i:03}", title=f"Việc {i:03}", date=f"{1 + i % 28}/{1 + i // 28}/2022", fields="[Y tế]")


def titles(page: bytes) -> list[str]:
    return re.findall(r">Việc (\d+)</a></h[23]>", page.decode())


def test_pages_are_filled_from_the_oldest_and_hold_every_notice_once(ward: Ward) -> None:
    fill(ward, 60)
    files = ward.files("2022-12-31")
    pages = [
        files["thong-bao/index.html"],
        files["thong-bao/trang/2/index.html"],
        files["thong-bao/trang/1/index.html"],
    ]
    assert [len(titles(p)) for p in pages] == [20, 20, 20]
    assert [t for p in pages for t in titles(p)] == [f"{i:03}" for i in reversed(range(60))]
    assert "thong-bao/trang/3/index.html" not in files
    assert (
        len(titles(files["thong-bao/2022/02/index.html"]) + titles(files["thong-bao/2022/02/trang/1/index.html"])) == 28
    )


@pytest.mark.parametrize("count", [0, 1, 24, 25, 26, 44, 45, 100])
def test_the_newest_page_is_never_nearly_empty_and_no_other_ever_changes(count: int) -> None:
    chunks = over_pages(range(count))
    assert [row for chunk in chunks for row in chunk] == list(range(count))
    assert {len(chunk) for chunk in chunks[:-1]} <= {PER_PAGE}
    assert len(chunks[-1]) >= min(count, LEAST)
    assert over_pages(range(count + 1))[: len(chunks) - 1] == chunks[:-1]


def test_a_list_leads_from_its_top_to_its_months_and_back(ward: Ward) -> None:
    for i in range(24):
        ward.notice(f"{i:03}", title=f"Việc {i:03}", date=f"{i + 1}/1/2022" if i < 16 else f"{i - 15}/2/2022")
    for path, names in (
        ("thong-bao/index.html", ["Tháng 2 năm 2022", "Tháng 1 năm 2022", "Lưu trữ theo năm"]),
        ("loai/tin-cho-nguoi-dan/2022/index.html", ["Tháng 2", "Tháng 1", "Cùng năm"]),
        (
            "thong-bao/2022/01/index.html",
            ["Từ ngày 11 đến ngày 20", "Từ ngày 1 đến ngày 10"],
        ),
    ):
        page = ward.text(path, "2022-12-31").partition("<main")[2]
        jumps = page.partition('<nav class="jumps"')[2].partition("</nav>")[0]
        assert re.findall(r">([^<]+)</a>", jumps) == names, path
        for id_, count in re.findall(r'href="#([^"]+)">[^<]+</a> <span class="count">(\d+)', jumps):
            below = page.partition(f' id="{id_}"')[2].partition("<h2")[0]
            assert len(titles(below.encode())) == int(count), path
            assert 'href="#_noi-dung"' in below, path


def test_a_full_year_is_its_months_and_types_with_counts(ward: Ward) -> None:
    fill(ward, 40)
    ward.notice("b", title="Việc của tháng ba", number="1/QĐ-UBND", date="2/3/2022", expires="3/3/2022")
    page = ward.text("thong-bao/2022/index.html", "2022-12-31").partition("<main")[2]
    rows = re.findall(r'<li><a href="([^"]+)">([^<]+)</a> <span class="count">(\d+)', page)
    assert rows == [
        ("/thong-bao/2022/03/", "Tháng 3", "1"),
        ("/thong-bao/2022/02/", "Tháng 2", "12"),
        ("/thong-bao/2022/01/", "Tháng 1", "28"),
        ("/loai/quyet-dinh/2022/", "Quyết định", "1"),
        ("/loai/tin-cho-nguoi-dan/2022/", "Tin cho người dân", "40"),
    ]
    assert not titles(page.encode())
    # A type that has nothing in force keeps its list, which leads to its years; there it is, with its mark.
    assert 'href="/loai/quyet-dinh/2022/"' in ward.text("loai/quyet-dinh/index.html", "2022-12-31")
    expired = ward.text("loai/quyet-dinh/2022/index.html", "2022-12-31")
    assert "Việc của tháng ba" in expired and "Hết hạn" in expired


def test_one_issuer_has_one_list_by_its_usual_name(ward: Ward) -> None:
    for i, name in enumerate(("UBND PHƯỜNG HOÀ THỬ", "Ubnd phường Hòa Thử", "UBND phường Hòa Thử", "UBND P. Hòa Thử")):
        ward.notice(f"a{i}", issuer=name)
    files = ward.files()
    index = ward.text("co-quan/index.html")
    assert re.findall(r'<li><a href="/co-quan/([^"]+)">([^<]+)</a> <span class="count">(\d+)', index) == [
        ("uy-ban-nhan-dan-phuong-hoa-thu/", "Ủy ban nhân dân phường Hòa Thử", "4")
    ]
    for old in ("ubnd-phuong-hoa-thu", "ubnd-p-hoa-thu"):
        page = files[f"co-quan/{old}/index.html"]
        assert b"url=/co-quan/uy-ban-nhan-dan-phuong-hoa-thu/" in page


def test_one_more_notice_changes_few_pages(ward: Ward) -> None:
    fill(ward, 120)
    before = ward.files("2022-12-31")
    ward.notice("999", title="Việc 999", date="30/12/2022", fields="[Y tế]")
    after = ward.files("2022-12-31")
    changed = {path for path in after if after[path] != before.get(path)}
    index = {path for path in changed if path.startswith("tim-kiem/") and path.endswith(".json")}
    # Its own text, those of the days of the year, whose numbers stand behind, and the files that hold its words; all
    # other texts keep their names.
    assert len([path for path in index if path.startswith("tim-kiem/bai/")]) <= 5
    pictures = {path for path in changed if path.endswith(".png")}
    assert [path.rpartition("/")[0] for path in pictures] == ["thong-bao/2022/999"]
    assert changed - index - pictures == {
        "tim-kiem/index.html",
        "tim-kiem/chi-muc/index.html",
        *(f"tim-kiem/chi-muc/v/{page}index.html" for page in ("", "trang/4/")),  # it is the last of its letter
        "index.html",
        "feed.atom",
        "feed.json",
        "sitemap.xml",
        "du-lieu/notices.json",
        "du-lieu/notices.csv",
        "du-lieu/calendar-2022.json",  # its day in the calendar
        "lich/index.html",
        "lich/2022/12/index.html",
        "thong-bao/index.html",
        "thong-bao/2022/index.html",
        "thong-bao/2022/12/index.html",
        "thong-bao/2022/999/index.html",
        file_of(short_url("2022/999", "")),
        "thong-bao/2022/119/index.html",  # its newer neighbour
        "linh-vuc/index.html",
        "linh-vuc/y-te/index.html",
        "linh-vuc/y-te/feed.atom",
        "linh-vuc/y-te/feed.json",
        "co-quan/index.html",
        "co-quan/uy-ban-nhan-dan-phuong-thu/index.html",
        "loai/index.html",
        "loai/tin-cho-nguoi-dan/index.html",
        "loai/tin-cho-nguoi-dan/2022/index.html",
        "sw.js",  # it names the contents of the index
        "du-lieu/manifest.json",
        "so-dang/index.html",
        "so-dang/2022/12/index.html",
    }


def test_home_shows_what_is_urgent_what_ends_soon_and_the_newest(ward: Ward) -> None:
    fill(ward, 30)
    ward.notice("khan", title="Việc 901", date="1/1/2022", urgency="Khẩn", expires="10/12/2022")
    ward.notice("sap", title="Việc 902", date="2/1/2022", expires="01/6/2022")
    home = ward.text("index.html", "2022-06-01")
    urgent, _, rest = home.partition("Hôm nay và ngày mai")
    expiring, _, newest = rest.partition("Sắp hết hạn")[2].partition("Thông báo mới nhất")
    assert re.findall(r"Việc (\d+)", urgent.partition("Cần biết ngay")[2]) == ["901"]
    assert re.findall(r"Việc (\d+)", expiring) == ["902"]
    assert len(titles(newest.encode())) == 4
    assert "Sắp hết hạn" not in ward.text("index.html", "2022-06-02")


def test_fields_issuers_and_types_are_listed_in_the_order_of_the_alphabet(ward: Ward) -> None:
    ward.write(
        "site.yml",
        (ward.content / "site.yml").read_text("utf-8").replace("fields: [", "fields: [Ăn uống, An ninh, Âm nhạc, "),
    )
    ward.notice("a", fields="[Đất đai, Âm nhạc, Ăn uống, An ninh]")
    page = ward.text("linh-vuc/index.html")
    assert re.findall(r'<li><a href="/linh-vuc/[a-z-]+/">([^<]+)</a>', page) == [
        "An ninh",
        "Ăn uống",
        "Âm nhạc",
        "Đất đai",
    ]


def test_neighbours_lead_on(ward: Ward) -> None:
    fill(ward, 3)
    page = ward.text("thong-bao/2022/001/index.html")
    assert re.search(r'rel="prev" href="/thong-bao/2022/000/">Việc 000<', page)
    assert re.search(r'rel="next" href="/thong-bao/2022/002/">Việc 002<', page)


def test_a_relation_is_shown_on_both_pages(ward: Ward) -> None:
    ward.notice("ke-hoach", number="12/KH-UBND", title="Kế hoạch cũ")
    ward.notice(
        "moi",
        title="Việc mới",
        date="29/4/2022",
        relations="[{relation: thay thế, number: 12/KH-UBND, date: 28/4/2022}]",
    )
    assert '<a href="/thong-bao/2022/12-kh-ubnd/">Kế hoạch số 12/KH-UBND ngày 28/4/2022</a>' in ward.text(
        "thong-bao/2022/moi/index.html"
    )
    page = ward.text("thong-bao/2022/12-kh-ubnd/index.html")
    assert '<a href="/thong-bao/2022/moi/">Việc mới</a> (thay thế thông báo này)' in page


@pytest.mark.parametrize("kind", ["thay thế", "bãi bỏ"])
def test_what_another_has_ended_leaves_the_lists_and_keeps_its_address(ward: Ward, kind: str) -> None:
    ward.notice("cu", title="Kế hoạch cũ", number="12/KH-UBND", urgency="Khẩn", fields="[Y tế]", expires="03/5/2022")
    assert "Kế hoạch cũ" in ward.text("index.html")
    ward.notice("moi", title="Kế hoạch mới", fields="[Y tế]", relations=f"[{{relation: {kind}, number: 12/KH-UBND}}]")
    for path in ("index.html", "thong-bao/index.html", "linh-vuc/y-te/index.html", "feed.atom"):
        assert "Kế hoạch mới" in ward.text(path), path
        assert "Kế hoạch cũ" not in ward.text(path), path
    for path in ("thong-bao/2022/index.html", "thong-bao/2022/04/index.html"):
        cards = {card.partition("</h")[0]: card for card in ward.text(path).split("<li>\n<h")}
        assert [f"Đã bị {kind}" in card for name, card in cards.items() if "Kế hoạch cũ" in name] == [True], path
        assert ["Đã bị" in card for name, card in cards.items() if "Kế hoạch mới" in name] == [False], path
    assert f"Thông báo này đã bị {kind} bởi" in ward.text("thong-bao/2022/12-kh-ubnd/index.html")


def test_a_front_page_without_fields_leads_to_issuers_types_and_documents(ward: Ward) -> None:
    ward.write(
        "site.yml", "name: Bảng tin\nbase_url: https://thu.example/\nissuer: Ủy ban nhân dân phường Thử\nplace: Thử\n"
    )
    ward.notice("a")
    home = ward.text("index.html")
    assert "Theo lĩnh vực" not in home
    assert [f'href="/{path}/"' in home for path in ("co-quan", "loai", "van-ban")] == [True] * 3


def test_a_notice_stands_once_on_the_front_page(ward: Ward) -> None:
    ward.notice("khan", title="Việc khẩn", urgency="Khẩn", expires="02/5/2022")
    ward.notice("het", title="Việc sắp hết", expires="03/5/2022")
    home = ward.text("index.html")
    assert [home.count(f">{title}</a></h3>") for title in ("Việc khẩn", "Việc sắp hết")] == [1, 1]
    assert "không có thông báo" not in home and "Thông báo mới nhất" not in home
    ward.notice("thuong", title="Việc thường")
    assert "Thông báo mới nhất" in ward.text("index.html")
