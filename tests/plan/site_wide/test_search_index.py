"""The index that search reads: what is in it, what may not be, and that it stays in small files."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from bulletin.model.views.page import Files
from bulletin.plan.site_wide.a_to_z import PER_PAGE
from bulletin.words.text.search_terms import pack
from tests.conftest import ROOT, Ward

DIGITS = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ-_wxyz"
INTERNAL = "118-CV/BTGQU"


def index_of(files: Files) -> dict[str, str]:
    """Every file of the index as text."""
    found = {p: d for p, d in files.items() if p.startswith("tim-kiem/") and p.endswith(".json")}
    return {path: data.decode() for path, data in found.items() if isinstance(data, bytes)}


def terms_of(files: Files) -> dict[str, str]:
    """All postings of notices, pages and papers, whichever file they lie in; days of the year stand behind these."""
    (contents,) = [json.loads(text) for path, text in index_of(files).items() if "/muc-luc/" in path]
    first_day = sum(contents["docs"][:3])
    shards = [json.loads(text) for path, text in index_of(files).items() if path.startswith("tim-kiem/tu/")]
    assert sum(map(len, shards)) == len({key for shard in shards for key in shard})
    codes = {key: without_days(code, first_day) for shard in shards for key, code in shard.items()}
    return {key: code for key, code in codes.items() if code is not None}


def without_days(code: str, first_day: int) -> str | None:
    """The code less what is no notice; None where nothing is left."""
    if code in ("", "?", "!", "."):
        return code
    lists = [pack([number for number in unpacked(part) if number < first_day]) for part in code.split("|")]
    return "|".join(lists if lists[-1] or "|0" in code else lists[:1]) if any(lists) else None


def unpacked(code: str) -> list[int]:
    """The numbers that `pack` has written."""
    numbers, last, step, shift = list[int](), -1, 0, 0
    for sign in code:
        digit = DIGITS.index(sign)
        step |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            last += step + 1
            numbers.append(last)
            step = shift = 0
    return numbers


def shown_in(files: Files) -> list[list[str]]:
    texts = [text for path, text in index_of(files).items() if path.startswith("tim-kiem/bai/")]
    return [row for text in texts for row in json.loads(text) if not row[0].startswith(("/lich/", "/phuong/lich/"))]


def test_a_notice_is_indexed_whole(ward: Ward) -> None:
    ward.write("files/a.pdf", "x")
    ward.notice(
        "2022/a",
        "Chữ trong bài.",
        title="Tên việc",
        number='"12/KH-UBND"',
        summary="{what: Tóm tắt, who: Hộ gia đình, when: Sáng mai, call: Trực ban}",
        attachments="[{file: files/a.pdf, title: Phụ lục dài}]",
    )
    terms = terms_of(ward.files())
    for words in ("tên việc", "chữ trong", "bài", "kế hoạch", "12 kh", "28 4", "tóm tắt", "hộ gia", "sáng", "trực ban"):
        assert words in terms, words
    assert {"phụ lục", "lục dài", "phường thử", "#12-kh-ubnd=ke hoach", "@nam=2022", "@loai=ke-hoach"} <= terms.keys()
    assert terms["tên"] == "0|0"  # it stands in the title too
    assert terms["chữ"] == "0"
    assert "bài tóm" not in terms  # no phrase goes over the end of a block


@pytest.mark.parametrize("keys", [{"publish": "draft"}, {"publish": "internal"}, {"published": "02/5/2022"}])
def test_hidden_words_are_in_no_file(ward: Ward, keys: dict[str, str]) -> None:
    ward.notice("2022/a", "Việc thường.")
    before = index_of(ward.files())
    ward.notice(
        "2022/b",
        "Chuyện xương rồng. Ngừng cung cấp điện.",
        title="Xương rồng",
        number='"99/KH-UBND"',
        fields="[Y tế]",
        **keys,
    )
    ward.write("pages/kin.md", "---\ntitle: Xương rồng\npublish: draft\n---\n\nXương rồng.\n")
    assert index_of(ward.files()) == before
    assert not any("xương" in text for text in before.values())
    preview = {
        path: data.decode()
        for path, data in ward.files(preview=True).items()
        if isinstance(data, bytes) and not path.endswith(".png")
    }
    assert any("xương" in text for path, text in preview.items() if path.startswith("tim-kiem/tu/"))
    assert any("Bản nháp" in text for path, text in preview.items() if path.startswith("tim-kiem/bai/")) == (
        keys.get("publish") == "draft"
    )


def test_the_index_tells_what_has_expired_or_been_replaced(ward: Ward) -> None:
    ward.notice("2022/a", title="Việc A", expires="01/5/2022")
    ward.notice("2022/b", title="Việc B")

    def told(today: str) -> tuple[str, list[str]]:
        files = ward.files(today)
        (contents,) = [t for p, t in index_of(files).items() if p.startswith("tim-kiem/muc-luc/")]
        return json.loads(contents)["gone"], [row[3] for row in shown_in(files)]

    assert told("2022-05-01") == ("", ["", ""])
    ward.notice("2022/a", title="Việc A", number="12/KH-UBND")
    ward.notice("2022/b", title="Việc B", number="13/KH-UBND", relations="[{relation: thay thế, number: 12/KH-UBND}]")
    assert told("2022-05-01") == ("0", ["Đã bị thay thế", ""])
    ward.notice("2022/a", title="Việc A", expires="01/5/2022")
    ward.notice("2022/b", title="Việc B")
    assert told("2022-05-02") == ("0", ["Hết hạn", ""])


def test_of_an_internal_paper_only_its_number(ward: Ward) -> None:
    ward.write(
        "dispatches/a.yml",
        f"number: {INTERNAL}\ndate: 20/4/2022\nissuer: Ban Tuyên giáo Quận ủy\nlist_only: true\n",
    )
    ward.notice("2022/a", f"Thực hiện Công văn số {INTERNAL} ngày 20/4/2022 của Ban Tuyên giáo Quận ủy về nắng hạn.")
    files = ward.files()
    (cited,) = [row for row in shown_in(files) if row[0].startswith("/van-ban/")]
    assert cited == ["/van-ban/118-cv-btgqu-2022/", f"Công văn số {INTERNAL}", "Văn bản nội bộ được dẫn chiếu", "", ""]
    terms = terms_of(files)
    assert terms["#118-cv-btgqu=cong van"] == "1|0"  # document 1 is the paper, notice 0 cites it
    assert terms["btgqu"] == "00"  # both: no gap before the first, none between
    assert terms["nắng"] == terms["tuyên"] == "0"  # what the notice says, the notice is found by


def test_an_open_paper_is_found_by_what_is_known_of_it(ward: Ward) -> None:
    ward.write(
        "dispatches/a.yml", "number: 5/CV-UBND\ndate: 20/4/2022\nissuer: UBND quận Thử\nsubject: Cây xương rồng\n"
    )
    ward.notice("2022/a", "Thực hiện Công văn số 5/CV-UBND ngày 20/4/2022 của UBND quận Thử.")
    files = ward.files()
    (cited,) = [row for row in shown_in(files) if row[0].startswith("/van-ban/")]
    assert cited[4] == "Cây xương rồng"
    assert terms_of(files)["xương rồng"] == "1"


def test_files_are_named_by_what_they_hold(ward: Ward) -> None:
    ward.notice("2022/a", "Chữ cũ.", title="Việc A")
    ward.notice("2022/b", "Chữ khác.", title="Việc B", date="29/4/2022")
    before = index_of(ward.files())
    ward.notice("2022/a", "Chữ mới.", title="Việc A")
    after = index_of(ward.files())
    assert {path for path in before.keys() & after.keys() if before[path] != after[path]} == set()
    assert len(before.keys() - after.keys()) == len(after.keys() - before.keys()) > 0
    assert all(re.fullmatch(r"tim-kiem/[a-z-]+/(\d+-)?([a-z2-7]{4}|[a-z2-7]{8})\.json", path) for path in after)


def test_the_page_leads_to_the_index_under_the_base_path(ward: Ward) -> None:
    site = (ward.content / "site.yml").read_text("utf-8").replace("thu.example/", "thu.example/phuong/")
    ward.write("site.yml", site)
    ward.notice("2022/a", fields="[Y tế]")
    ward.notice("2022/b", fields="[Giáo dục]", date="29/4/2021")
    files = ward.files()
    page = files["tim-kiem/index.html"]
    assert isinstance(page, bytes)
    (index,) = re.findall(r'data-index="/phuong/([^"]+)"', page.decode())
    assert index in files
    assert re.findall(r'<option value="([^"]+)">([^<]+)', page.decode()) == [
        ("giao-duc", "Giáo dục"),
        ("y-te", "Y tế"),
        ("2022", "2022"),
        ("2021", "2021"),
    ]
    assert shown_in(files)[0][0].startswith("/phuong/thong-bao/")


def test_an_empty_ward_has_a_search_page_too(ward: Ward) -> None:
    files = ward.files()
    assert b'role="search"' in files["tim-kiem/index.html"]  # type: ignore[operator]
    assert "Chưa có gì để xếp" in ward.text("tim-kiem/chi-muc/index.html")


def test_an_address_of_search_is_nobody_elses(ward: Ward) -> None:
    ward.write("pages/tim-kiem.md", "---\ntitle: Tìm\npublish: public\n---\n\nChữ.\n")
    assert "address-collision" in ward.codes()


# ---- the index for whoever searches without a script


def titles(count: int, ward: Ward) -> None:
    for i in range(count):
        ward.notice(f"2022/{i:03}", title=f"Tin {i:03}", number=f'"{i + 1}/TB-UBND"')


def test_few_notices_stand_on_one_page_by_letter_and_number(ward: Ward) -> None:
    ward.notice("2022/a", title="Ấn định giá đất", number='"10/TB-UBND"')
    ward.notice("2022/b", title="«Đường sạch»", number='"9/TB-UBND"', date="29/4/2022", expires="30/4/2022")
    ward.notice("2022/c", title="Dọn kênh", date="27/4/2022")
    ward.notice("2022/d", "Theo Công văn số 7/CV-UBND ngày 20/4/2022.", title="24 giờ trực", date="26/4/2022")
    page = ward.text("tim-kiem/chi-muc/index.html").partition("<main")[2].partition("</main>")[0]
    page, _, bodies = page.partition('<h2 id="_co-quan">')
    assert re.findall(r'<h2 id="([^"]+)">([^<]+)', page) == [
        ("_a", "A"),
        ("_d", "D"),
        ("_khac", "Khác"),
        ("_so", "Số, ký hiệu"),
    ]
    assert re.findall(
        r'<li><a href="([^"]+)">([^<]+)</a> <span class="count">([^<]+)', bodies.partition("</ul>")[0]
    ) == [
        ("/co-quan/uy-ban-nhan-dan-phuong-thu/", "Ủy ban nhân dân phường Thử", "có thông báo ở đây"),
    ]
    rows = re.findall(r'<li><a href="/[^"]+">([^<]+)</a>(?: <span class="count">([^<]+))?', page.partition("<h2")[2])
    assert [row[0] for row in rows] == [
        "Ấn định giá đất",
        "Dọn kênh",
        "«Đường sạch»",
        "24 giờ trực",
        "Công văn số 7/CV-UBND",
        "Thông báo số 9/TB-UBND",
        "Thông báo số 10/TB-UBND",
    ]
    assert rows[2][1] == "Thông báo số 9/TB-UBND · 29/4/2022 · Hết hạn"


def test_a_title_is_filed_under_its_subject_and_shown_whole(ward: Ward) -> None:
    shown = ("Thông báo V/v  cắt điện", "về việc  Bầu tổ trưởng", "Đăng ký tạm trú", "Về nguồn năm 2022")
    for i, title in enumerate(shown):
        ward.notice(f"2022/{i}", title=f'"{title}"')
    page = ward.text("tim-kiem/chi-muc/index.html").partition("<main")[2].partition('<h2 id="_co-quan">')[0]
    rows = re.findall(r'<h2 id="_(.)">|<li><a href="/thong-bao/[^"]+">(.+?)</a>', page)
    assert [letter or re.sub("<[^>]+>", "", title) for letter, title in rows] == [
        "b", "về việc  Bầu tổ trưởng", "c", "Thông báo V/v  cắt điện", "d", "Đăng ký tạm trú", "v", "Về nguồn năm 2022",
    ]  # fmt: skip


def test_many_notices_are_spread_over_pages(ward: Ward) -> None:
    titles(PER_PAGE * 2 + 5, ward)
    ward.notice("2022/z", title="Xe buýt")
    files = {path: data.decode() for path, data in ward.files().items() if path.startswith("tim-kiem/chi-muc/")}  # type: ignore[union-attr]
    assert sorted(files) == [
        "tim-kiem/chi-muc/index.html",
        "tim-kiem/chi-muc/so/index.html",
        "tim-kiem/chi-muc/so/trang/2/index.html",
        "tim-kiem/chi-muc/so/trang/3/index.html",
        "tim-kiem/chi-muc/t/index.html",
        "tim-kiem/chi-muc/t/trang/2/index.html",
        "tim-kiem/chi-muc/t/trang/3/index.html",
        "tim-kiem/chi-muc/x/index.html",
    ]
    # From the top of the first page to every other; from those back.
    first = files["tim-kiem/chi-muc/t/index.html"].partition("<main")[2]
    assert re.findall(r'<li><a href="([^"]+)">(Tin[^<]+ – [^<]+)</a>', first.partition("</nav>\n<ul")[0]) == [
        ("/tim-kiem/chi-muc/t/trang/2/", "Tin 035 – Tin 069"),
        ("/tim-kiem/chi-muc/t/trang/3/", "Tin 070 – Tin 074"),
    ]
    assert first.count("/thong-bao/2022/") == PER_PAGE
    assert 'rel="next" href="/tim-kiem/chi-muc/t/trang/2/"' in first
    assert '<li><a href="/tim-kiem/chi-muc/t/">T</a></li>' in files["tim-kiem/chi-muc/t/trang/3/index.html"]
    assert "Thông báo số 36/TB-UBND" in files["tim-kiem/chi-muc/so/trang/2/index.html"]
    # An index of ten thousand is as many pages more, none of them heavier.
    assert max(len(gzip.compress(text.encode())) for text in files.values()) < 14_000


def test_search_stands_in_the_menu_and_in_every_header() -> None:
    assert "{title: Tìm kiếm, url: /tim-kiem/}" in (ROOT / "content/site.yml").read_text("utf-8")


def test_every_page_has_one_search_form(ward: Ward) -> None:
    ward.notice("2022/a")
    pages = [d.decode() for p, d in ward.files().items() if p.endswith(".html") and isinstance(d, bytes)]
    pages = [page for page in pages if 'http-equiv="refresh"' not in page]
    assert {page.count('role="search" ') + page.count('role="search">') for page in pages if "<main" in page} == {1}
    assert all('action="/tim-kiem/"' in page for page in pages if "<main" in page)


def test_a_notice_is_found_by_what_its_abbreviations_mean(ward: Ward) -> None:
    ward.notice("2022/a", "Công tác GPMB.", title="Việc A")
    terms = terms_of(ward.files())
    assert terms["giải phóng"] == terms["gpmb"] == "0"


def test_a_notice_is_found_by_its_urgency(ward: Ward) -> None:
    ward.notice("2022/a", title="Việc A", urgency="Hỏa tốc")
    terms = terms_of(ward.files())
    assert terms["hỏa tốc"] == "0|0"
    assert terms["~khẩn cấp"] == "0|0"


# ---- what residents call things


def test_what_a_notice_says_is_found_by_what_residents_call_it(ward: Ward) -> None:
    ward.notice("2022/a", "Lịch sửa lưới.", title="Tạm ngừng cung cấp điện")
    ward.notice("2022/b", "Đề phòng mất điện, nước ngập.", title="Việc B", date="29/4/2022")
    terms = terms_of(ward.files())
    assert terms["~cúp điện"] == "00|0"  # both: no gap before the first, none between; the first in its title
    assert terms["~mất điện"] == "0|0"  # who says so himself is found without
    assert terms["~mất điện thoại"] == ""
    assert terms["~khi nào"] == "?"
    assert terms["~cúp nước"] == "."  # known, and nothing here speaks of it
    assert terms["~đăng ký"] == "!"
    assert "cúp" not in "".join(text for path, text in index_of(ward.files()).items() if "/goi-y/" in path)


def test_a_longer_phrase_that_is_another_thing_is_not_found(ward: Ward) -> None:
    ward.notice("2022/a", "Bà A mất điện thoại.", title="Việc A")
    assert terms_of(ward.files())["~cúp điện"] == "."
    ward.notice("2022/a", "Khi mất điện thì bà A mất điện thoại.", title="Việc A")
    assert terms_of(ward.files())["~cúp điện"] == "0"


def test_i_and_y_are_one_in_the_index(ward: Ward) -> None:
    """Both spellings of a word lie in the file that a question for either asks for."""
    ward.notice("2022/a", "Kỷ niệm.", title="Việc A")
    ward.notice("2022/b", "Kỉ niệm.", title="Việc B", date="29/4/2022")
    shards = [json.loads(text) for path, text in index_of(ward.files()).items() if "/tu/" in path]
    for pair in (("kỷ", "kỉ"), ("kỷ niệm", "kỉ niệm")):
        assert [shard for shard in shards if pair[0] in shard] == [shard for shard in shards if pair[1] in shard]
