"""Short addresses: one notice, and they lead there; several, and people choose; whatever is renamed, printed ones hold."""

from __future__ import annotations

import re

import pytest

from bulletin.knowledge import load
from bulletin.plan.notices.short_addresses import _NUMBERED, _is_codes
from bulletin.words.papers.document_numbers import number_slug, parse_number
from bulletin.words.text.fold import slug
from tests.conftest import SITE, Ward

NUMBER = "75 -TB/ĐU"


def leads_to(ward: Ward, short: str) -> str:
    """Where the page of a short address sends people at once."""
    page = ward.text(f"t/{short}/index.html")
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', page)
    assert found, page
    assert '<meta name="robots" content="noindex">' in page
    return found[1]


def shorts(ward: Ward) -> set[str]:
    return {path.split("/")[1] for path in ward.files() if path.startswith("t/")}


def test_a_number_leads_to_its_notice(ward: Ward) -> None:
    ward.notice("2022/a", number=NUMBER)
    assert leads_to(ward, "75-2022") == "/thong-bao/2022/75-tb-du/"
    assert "/t/" not in ward.text("sitemap.xml")
    assert "thu.example/t/75-2022<" in ward.text("thong-bao/2022/75-tb-du/index.html")


def test_a_site_in_a_folder_says_so_on_paper(ward: Ward) -> None:
    ward.write("site.yml", SITE.replace("thu.example/", "thu.example/phuong/"))
    ward.notice("2022/a", number="012a/KH-UBND")
    assert leads_to(ward, "12a-2022") == "/phuong/thong-bao/2022/12a-kh-ubnd/"
    assert " · thu.example/phuong/t/12a-2022</p>" in ward.text("thong-bao/2022/12a-kh-ubnd/index.html")


def test_without_a_number_six_signs_stay_whatever_the_title(ward: Ward) -> None:
    ward.notice("2022/don-ve-sinh", title="Tổng vệ sinh")
    (before,) = shorts(ward)
    assert re.fullmatch("[23456789b-df-hj-km-np-tv-xz]{6}", before)
    assert leads_to(ward, before) == "/thong-bao/2022/don-ve-sinh/"
    ward.notice("2022/don-ve-sinh", title="Tổng vệ sinh, đã sửa")
    assert shorts(ward) == {before}


def test_two_notices_of_one_number_are_offered(ward: Ward) -> None:
    ward.notice("2022/a", number=NUMBER, title="Kết luận", date="20/4/2022")
    ward.notice("2022/b", number="75/KH-UBND", title="Kế hoạch", expires="29/4/2022")
    ward.notice("2023/c", number="75/KH-UBND", title="Năm khác", date="28/4/2021")
    page = ward.text("t/75-2022/index.html")
    main = page.partition("<main")[2]
    assert "<h1>Có 2 thông báo số 75 năm 2022</h1>" in main
    cards = re.findall(r'<a href="([^"]+)">([^<]+)</a></h2>', main)
    assert cards == [("/thong-bao/2022/75-kh-ubnd/", "Kế hoạch"), ("/thong-bao/2022/75-tb-du/", "Kết luận")]
    assert '<meta name="robots" content="noindex">' in page
    assert "http-equiv" not in page
    assert '<header class="site"' in page
    assert "/t/" not in ward.text("sitemap.xml")
    assert leads_to(ward, "75-2021") == "/thong-bao/2021/75-kh-ubnd/"


@pytest.mark.parametrize("publish", ["draft", "internal"])
def test_a_hidden_namesake_is_not_told(ward: Ward, publish: str) -> None:
    ward.notice("2022/a", number=NUMBER)
    ward.notice("2022/b", number="75/KH-UBND", publish=publish)
    assert leads_to(ward, "75-2022") == "/thong-bao/2022/75-tb-du/"


def test_signs_that_fall_together_are_a_choice_too(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin.plan.notices.short_addresses.short_url", lambda *_: "/t/zzzzzz/")
    ward.notice("2022/a", title="Việc A")
    ward.notice("2022/b", title="Việc B")
    assert "<h1>Có 2 thông báo cùng địa chỉ này</h1>" in ward.text("t/zzzzzz/index.html")


def test_what_was_printed_before_a_file_was_renamed_still_leads_there(ward: Ward) -> None:
    old = ward.notice("2022/don-ve-sinh")
    (printed,) = shorts(ward)
    old.unlink()
    ward.notice("2022/tong-ve-sinh", aliases="[/thong-bao/2022/don-ve-sinh/]")
    assert leads_to(ward, printed) == "/thong-bao/2022/tong-ve-sinh/"
    assert len(shorts(ward)) == 2


def test_what_was_printed_before_a_number_was_corrected_still_leads_there(ward: Ward) -> None:
    ward.notice("2022/a", number="76-TB/ĐU", aliases="[/thong-bao/2022/75-tb-du/]")
    assert leads_to(ward, "76-2022") == leads_to(ward, "75-2022") == "/thong-bao/2022/76-tb-du/"
    ward.notice("2022/b", number="75-TB/ĐU", title="Số 75 thật", issuer="Đảng ủy phường Khác", address="75-khac")
    main = ward.text("t/75-2022/index.html").partition("<main")[2]
    assert "Có 2 thông báo cùng địa chỉ này" in main
    assert "Số 75 thật" in main


def test_what_was_printed_before_a_number_was_dropped_still_leads_there(ward: Ward) -> None:
    aliases = "[/thong-bao/2022/77-kh-ubnd/, /thong-bao/2022/8-da-ubnd/, /thong-bao/2022/9-ubnd-vp/]"
    ward.notice("2022/ke-hoach", aliases=aliases)
    for printed in ("77-2022", "8-2022", "9-2022"):
        assert leads_to(ward, printed) == "/thong-bao/2022/ke-hoach/"


@pytest.mark.parametrize("name", ["5-viec-can-lam", "5-du-an-moi", "5-da-bong", "5-tu-van", "2022-ke-hoach"])
def test_a_name_that_begins_with_a_figure_is_no_number(ward: Ward, name: str) -> None:
    ward.notice("2022/a", number=NUMBER, aliases=f"[/thong-bao/2022/{name}/]")
    ward.notice("2022/b", aliases=f"[/thong-bao/2022/{name}-khac/]")
    assert {short for short in shorts(ward) if "-" in short} == {"75-2022"}


def test_the_codes_of_every_paper_that_a_ward_may_number_are_known() -> None:
    known = load()
    types = {slug(code) for code in known.type_codes}
    issuers = {slug(code) for row in known.issuers for code in (row.code, *row.also)}
    for row in (*known.types, *known.issuers):
        for text in row.examples:
            number = parse_number(text, known.type_codes)
            if number and "QH" not in text:  # no ward's: laws have an assembly and its term in place of codes
                found = _NUMBERED.fullmatch(number_slug(number))
                assert found, text
                assert found["serial"] == number.serial
                assert _is_codes(found["codes"], types, issuers), text


def test_what_was_printed_before_there_was_a_number_still_leads_there(ward: Ward) -> None:
    ward.notice("2022/don-ve-sinh")
    (printed,) = shorts(ward)
    ward.notice("2022/don-ve-sinh", number="12/TB-UBND", aliases="[/thong-bao/2022/don-ve-sinh/]")
    assert leads_to(ward, printed) == leads_to(ward, "12-2022") == "/thong-bao/2022/12-tb-ubnd/"
