"""Links as they are typed, against the files of the site: each leads where a browser would go, or is told at its line."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.check.finished_markup import markup_of
from bulletin.check.links import check_links
from bulletin.model.views.page import Files
from bulletin.model.ward import Ward
from bulletin.understand.prose import understand
from tests.markup import markup_of as html_of
from tests.properties import examples

HERE = "thong-bao/2022/a/index.html"
ATTACHED = ("Mẫu đơn (1).pdf", "Mẫu [2] – bản #3.docx", "Giảm 50%.pdf", "a&b=c+d.png", "Hỏi, đáp?.pdf")


def ward(base: str) -> Ward:
    empty = {"name": "?", "description": "", "issuer": "?", "signed_at": "?"}
    return Ward(origin="https://thu.example", base=base, fields={}, menu=(), contacts=(), **empty)  # type: ignore[arg-type]


def judged(body: str, base: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The page's markup, and (code, line, column) of every problem of its links."""
    prose, found = understand(body, "a.md", 1, base)
    files: Files = {
        HERE: f"<main>{html_of(prose, base)}</main>".encode(),
        "index.html": b"",
        "lich/index.html": b'<h2 id="thang-5">x</h2>',
        "tim-kiem/index.html": b"",
        "lich/ngay-nghi.ics": b"",
        **dict.fromkeys(
            ("files/mau-don-1.pdf", "files/mau-2-ban-3.docx", "files/giam-50.pdf", "files/a-b-c-d.png"), b""
        ),
        "files/hoi-dap.pdf": b"",
    }
    told = check_links(
        {path: markup_of(path, data) for path, data in files.items()}, ward(base), {HERE: prose.links}, {}
    )
    return html_of(prose, base), [(p.code, p.place.line, p.place.col) for p in (*found, *told)]


NAMES = st.sampled_from(ATTACHED)
BLANKED = {"<": "%3C", ">": "%3E", "\n": "%0A"}


@st.composite
def spellings(draw: st.DrawFn) -> str:
    """An address that leads to something of the site above, in one of the ways people and programs write it."""
    page = draw(
        st.sampled_from(["/", "/lich/", "/lich", "/lich/ngay-nghi.ics", "/tim-kiem/", "/tim-kiem", "/lich/index.html"])
    )
    if draw(st.booleans()):
        name = draw(NAMES)
        raw = "/files/" + name if draw(st.booleans()) or "%" in name else "/files/" + quote(name, safe="()")
        page = raw.removeprefix("/") if draw(st.booleans()) else raw
    elif draw(st.booleans()):
        page += "?" + draw(
            st.sampled_from(["q=rac", "q=đổ rác", "q=%C4%91%E1%BB%95", "loai=cong-van&nam=2022", "q=a/b?c", "q=50%"])
        )
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), page)


@examples(30)
@given(
    spellings(),
    st.sampled_from(["", "/phuong"]),
    st.sampled_from(["[x](<{}>)", '[x](<{}> "Lời")', "Xem **[chữ](<{}>)**."]),
)
def test_what_is_there_is_reached_however_it_is_written(address: str, base: str, around: str) -> None:
    html, told = judged(around.format(address), base)
    assert told == []
    assert f'href="{base}/' in html


@examples(30)
@given(spellings(), st.sampled_from(["", "/phuong"]))
def test_what_is_not_there_is_told_at_its_place(address: str, base: str) -> None:
    cut = min((address.find(sign) for sign in "?." if sign in address), default=len(address.rstrip("/")))
    wrong = f"{address[:cut].rstrip('/') or '/'}-khong-co{address[cut:]}"
    assert judged(f"Dòng một.\n\nXem [x](<{wrong}>).", base)[1] == [("link-broken", 3, 10)]


@pytest.mark.parametrize("base", ["", "/phuong"])
@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("[x](/files/Mẫu đơn (1).pdf)", "/files/mau-don-1.pdf"),
        ("[x](files/Mẫu đơn (1).pdf)", "/files/mau-don-1.pdf"),
        ("[x](/files/Mẫu đơn (1).pdf 'Lời')", "/files/mau-don-1.pdf"),
        ("[x](/files/mau-don-1.pdf#page=2)", "/files/mau-don-1.pdf#page=2"),
        ("[x](/tim-kiem/?q=rac)", "/tim-kiem/?q=rac"),
        ("[x](/lich#thang-5)", "/lich/#thang-5"),
        ("[x](/lich/../tim-kiem/)", "/lich/../tim-kiem/"),
        ("[x](https://thu.example{base}/lich/)", "https://thu.example{base}/lich/"),
    ],
)
def test_addresses_of_the_site(typed: str, href: str, base: str) -> None:
    html, told = judged(typed.format(base=base), base)
    assert told == []
    assert f'href="{(base if href.startswith("/") else "") + href.format(base=base)}"' in html


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("[x](/tim-kiem/?loai=cong-van#khong)", "anchor-broken"),
        ("[x](/lich%2F)", "body-link-scheme"),
        ("[x](/%3Fq=rac)", "link-broken"),
        ("[x](/tim-kiem/%3Fq=rac)", "link-broken"),
        ("[x](/lich/%23thang-5)", "link-broken"),
        ("[x](/../../x/)", "link-broken"),
        ("[x](../lich/)", "body-link-scheme"),
        ("[x](lich/)", "body-link-scheme"),
        ("[x](?q=rac)", "body-link-scheme"),
        ("[x](//thu.example/lich/)", "body-link-scheme"),
        ("[x](/%2F/ke-la.example)", "body-link-scheme"),
        ("[x](/\\ke-la.example)", "body-link-scheme"),
        ("[x](https://…/)", "body-link-scheme"),
        ("[x](<https://[tên miền]/>)", "body-link-scheme"),
        ("[x](https://a.example:cong/)", "body-link-scheme"),
        ("[x](mailto:khong-phai)", "body-link-scheme"),
        ("[x](tel:xxx)", "body-link-scheme"),
        ("![x](https://a.example/b.png)", "body-image"),
        ("![x](/lich/)", "body-image"),
        ("[x](https://thu.example/khong-co/)", "link-broken"),
    ],
)
def test_addresses_that_lead_nowhere(typed: str, code: str) -> None:
    found = judged(f"Dòng một [/lich/](/lich/).\n\n{typed}", "")[1]
    assert [(c, line) for c, line, _ in found] == [(code, 3)]


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("[x](mailto:ubnd@phuong.example?subject=Hỏi)", "mailto:ubnd@phuong.example?subject=Hỏi"),
        ("[x](<tel:024 3875 1234>)", "tel:02438751234"),
        ("[x](https://zalo.me/0123456789)", "https://zalo.me/0123456789"),
        ("[x](<https://a.example/tin mới>)", "https://a.example/tin%20mới"),
        ("[x](https://a.example/bai_(moi))", "https://a.example/bai_(moi)"),
    ],
)
def test_addresses_outside(typed: str, href: str) -> None:
    html, told = judged(typed, "/phuong")
    assert (told, f'href="{href}"' in html) == ([], True), html


ADDRESSES = (
    "https://a.example/bai_(moi)",
    "https://a.example/(a)/(b)",
    "http://a.example",
    "https://a.example/?x=1&y=(2)",
)


@examples(20)
@given(
    st.sampled_from(ADDRESSES),
    st.sampled_from(["", "(", "(xem ", "«", "[", "**", "Xem: "]),
    st.text(".,;:!?…*'’»”]) ", max_size=4).filter(lambda t: not t.startswith("*")),
)
def test_a_bare_address_ends_where_its_sentence_goes_on(address: str, before: str, after: str) -> None:
    html = html_of(understand(f"{before}{address}{after} và nữa", "a.md", 1, "")[0]).replace("&amp;", "&")
    assert f'<a href="{address}">{address}</a>' in html


def test_names_of_files_are_read_in_linear_time() -> None:
    """A pattern with two ways to read a blank or a bracket would take minutes here."""
    for piece in (
        "[a](/files/x ",
        "[a](/files/(",
        "[a](/files/x(y) ",
        "https://a.example/)",
        "https://a.example/(" * 3,
    ):
        understand(piece * 2000, "a.md", 1, "")
