"""Addresses: pure functions of identities, and a judge that lets nothing leave the output folder."""

from __future__ import annotations

import posixpath
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import addresses
from bulletin.addresses import asset_url, file_of, is_safe

RESERVED = ["con", "prn", "aux", "nul", *(f"com{i}" for i in range(1, 10)), *(f"lpt{i}" for i in range(1, 10))]


@pytest.mark.parametrize(
    "url",
    [
        *("/a/", "/a", "/a/b/", "/a/b.pdf", "/thong-bao/2022/75-tb-du/", "/feed.atom", "/A/b_c/", "/a.b.c/", "/2022/"),
        *("/a-/", "/_a/", "/a~b/", "/console/", "/conn.txt", "/acon/", "/com/", "/com10/", "/lpt/", "/a.con/"),
        "/" + "a" * 199,
    ],
)
def test_safe(url: str) -> None:
    assert is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "a", "a/", "../a", "//", "//a/", "///", "/a//", "/a//b/", "/a/ ", " /a/"),
        *("/..", "/../", "/../a/", "/a/../b/", "/a/..", "/./a/", "/a/.", "/a/./", "/...", "/a/.../", "/..a/", "/a../"),
        *("/.git/", "/a/.htaccess", "/.ward-bulletin", "/a./", "/a."),
        *("/a\\b", "/..\\a", "/a/..\\..\\b", "\\a", "/\\a"),
        *("/a\x00", "/a\x00.html", "/a\n", "/a/\n", "/\ta", "/a\r\nb", "/a\x7f"),
        *("/c:/a", "/c:", "c:/a", "C:\\a", "/a:b", "file:///a", "https://thu.example/", "//thu.example/a"),
        *("/%2e%2e/a", "/a%2fb", "/a%00", "/%", "/100%/", "/a%20b/"),
        *(
            "/a b/",
            "/a?b",
            "/a#b",
            "/a*",
            "/a|b",
            "/a<b>",
            '/a"b"',
            "/a'b",
            "/a;b",
            "/a&b",
            "/a+b",
            "/~a",
            "/-a/",
            "/$a",
        ),
        *("/đ/", "/thông-báo/", "/a\u0301/", "/．．/a", "/a／b", "/\u202ea", "/ſ/", "/１/"),
        *(f"/{name}/" for name in RESERVED),
        *("/CON", "/Con.txt", "/a/nul", "/nul.tar.gz", "/aux.html", "/a/LPT9.pdf", "/prn./"),
        "/" + "a" * 200,
    ],
)
def test_not_safe(url: str) -> None:
    assert not is_safe(url)


@given(st.text(alphabet=[*"/..aAcon1-_~%\\\x00: đ"], max_size=15).map(lambda text: "/" + text))
def test_what_is_safe_stays_in_the_output(url: str) -> None:
    if not is_safe(url):
        return
    file = file_of(url)
    assert file.isascii()
    assert posixpath.normpath(posixpath.join("/output", file)) == f"/output/{file}"
    assert not set(file) & set('\\:*?"<>|%\x00 ')
    assert all(part.split(".")[0].lower() not in RESERVED and part[0] not in ".~-" for part in file.split("/"))


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/a/b/", "a/b/index.html"),
        ("/feed.atom", "feed.atom"),
        ("/files/2022/a.pdf", "files/2022/a.pdf"),
        ("/404.html", "404.html"),
        ("/a", "a"),
    ],
)
def test_where_an_address_lies(url: str, file: str) -> None:
    assert file_of(url) == file


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("files/2022/mau-don.pdf", "/files/2022/mau-don.pdf"),
        ("files/2022/Phụ lục 1.PDF", "/files/2022/phu-luc-1.pdf"),
        ("files/Đơn xin (bản 2).docx", "/files/don-xin-ban-2.docx"),
        ("files/75-TB_ĐU.pdf", "/files/75-tb-du.pdf"),
        ("files/a.tar.gz", "/files/a-tar.gz"),
        ("files/a", "/files/a"),
        ("files/console.pdf", "/files/console.pdf"),
        *((bad, "") for bad in ("", ".", "..", "/", "files/..", "files/../a.pdf", "/files/a.pdf", "../a.pdf")),
        *(
            (bad, "")
            for bad in ("files/!!!.pdf", "files/!!!/a.pdf", "files/日本.pdf", "files/con.pdf", "files/NUL", "aux/a.pdf")
        ),
        ("files/" + "a" * 300 + ".pdf", ""),
    ],
)
def test_addresses_of_files(path: str, url: str) -> None:
    assert asset_url(path) == url


@given(st.text())
def test_an_address_of_a_file_is_safe_or_none(path: str) -> None:
    url = asset_url(f"files/x{path}")
    assert url == "" or (is_safe(url) and url.startswith("/files/"))
    assert url == url.lower()


def test_the_addresses_of_the_site() -> None:
    key = addresses.notice_key(2022, "75-tb-du")
    assert key == "2022/75-tb-du"
    assert addresses.notice_url(key) == "/thong-bao/2022/75-tb-du/"
    assert addresses.page_url("gioi-thieu") == "/gioi-thieu/"
    assert addresses.year_url(2022) == "/thong-bao/2022/"
    assert addresses.month_url(date(2022, 5, 31)) == "/thong-bao/2022/05/"
    assert addresses.numbered_url("/thong-bao/", 3) == "/thong-bao/trang/3/"
    assert addresses.feed_urls("/") == ("/feed.atom", "/feed.json")
    assert addresses.feed_urls("/linh-vuc/y-te/") == ("/linh-vuc/y-te/feed.atom", "/linh-vuc/y-te/feed.json")
    assert addresses.static_url("style.css", "0123456789abcdef") == "/static/style-0123456789.css"
    assert addresses.static_url("chu/a.woff2", "0123456789abcdef") == "/static/chu/a-0123456789.woff2"


@pytest.mark.parametrize(
    ("key", "serial", "url"),
    [
        ("2022/75-tb-du", "75", "/t/75-2022/"),
        ("2022/75-kh-ubnd", "75", "/t/75-2022/"),
        ("2023/12a-kh-ubnd", "12A", "/t/12a-2023/"),
        ("2023/12d-kh-ubnd", "12Đ", "/t/12d-2023/"),
        # Printed papers carry them: they must be the same for ever.
        ("2022/don-ve-sinh", "", "/t/xqnddp/"),
        ("2022/niem-yet-ke-hoach-tu-duong", "", "/t/4t3d73/"),
    ],
)
def test_short_addresses(key: str, serial: str, url: str) -> None:
    assert addresses.short_url(key, serial) == url


@given(st.from_regex(r"20[0-9]{2}/[a-z0-9-]{1,40}", fullmatch=True))
def test_a_short_address_without_a_number_is_six_signs_that_are_not_mistaken(key: str) -> None:
    signs = addresses.short_url(key, "").removeprefix("/t/").removesuffix("/")
    assert len(signs) == 6
    assert not set(signs) & set("0o1liuyae-")
    assert is_safe(f"/t/{signs}/")


@given(st.text(max_size=300).filter(str.strip))
def test_whatever_a_text_names_has_a_safe_address(name: str) -> None:
    for url in (addresses.body_url(name), addresses.issuer_url(name), addresses.dispatch_type_url(name)):
        assert addresses.is_planned(url), url
        assert addresses.is_planned(addresses.numbered_url(url, 999))
        assert all(addresses.is_planned(feed) for feed in addresses.feed_urls(url))


@pytest.mark.parametrize(
    "url",
    ["/cu/", "/cu/tin.htm", "/cu/tin.html", "/Cu/Default.ASPX", "/index.php", "/a.b/", "/cu/tin.pdf/", "/cu/x.jsp"],
)
def test_an_address_of_a_page(url: str) -> None:
    assert addresses.is_page(url)


@pytest.mark.parametrize(
    "url",
    ["/cu", "/cu/tin.pdf", "/cu/anh.png", "/tin.html.pdf", "/html", "/a.html/b", "/feed.atom", "/v1.0", "/cu/x.svg"],
)
def test_an_address_of_no_page(url: str) -> None:
    assert not addresses.is_page(url)
