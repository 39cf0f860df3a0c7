"""The page in English leads, under the base path, to what residents see, and to nothing hidden."""

from __future__ import annotations

from tests.conftest import SITE, Ward

PAGE = "---\ntitle: {title}\npublish: {publish}\n---\n\nNội dung.\n"


def test_it_leads_to_the_parts_of_the_site_and_to_shown_pages_only(ward: Ward) -> None:
    ward.write("site.yml", SITE.replace("thu.example/", "thu.example/phuong/"))
    ward.write("pages/gioi-thieu.md", PAGE.format(title="Giới thiệu", publish="public"))
    ward.write("pages/ban-nhap.md", PAGE.format(title="Chưa xong", publish="draft"))
    page = ward.text("english/index.html")
    assert '<html lang="en">' in page
    assert '<a href="/phuong/thong-bao/" hreflang="vi">Notices</a>' in page
    assert '<a href="/phuong/gioi-thieu/" hreflang="vi" lang="vi">Giới thiệu</a>' in page
    assert "Chưa xong" not in page
    assert "https://thu.example/phuong/english/" in ward.text("sitemap.xml")


def test_contacts_stand_on_it_and_under_every_page(ward: Ward) -> None:
    ward.write("site.yml", SITE + "contacts:\n  - {label: Trực ban, phone: 024 0000.0000, zalo: https://zalo.me/1a}\n")
    for path, places in (("english/index.html", 2), ("404.html", 1)):
        page = ward.text(path)
        assert page.count('<a href="tel:02400000000">024 0000.0000</a>') == places
        assert page.count('<a href="https://zalo.me/1a">Zalo</a>') == places
