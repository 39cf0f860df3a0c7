"""What stands around every page: the menu, whose site it is, and what became of a ward that is no more."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bulletin.model.views.frame import Speaker
from bulletin.plan.desk.who_speaks import speaker
from bulletin.ward_files import load_ward
from tests.conftest import SITE, Ward

CONTACTS = "contacts:\n  - {label: Bộ phận Một cửa, phone: 024 0000 0000}\n"
OFFICIAL = f"{CONTACTS}chain: {{commune: phường Thử}}\n"
CLOSED = """\
chain:
  commune:
    name: phường Thử
    until: 01/5/2022
    next: [phường Mẫu, {name: phường Mới <&>, url: https://moi.example/}]
"""


def pages(ward: Ward, today: str = "2022-05-01") -> dict[str, str]:
    """All pages of people, without those that only lead on."""
    html = {path: data for path, data in ward.files(today).items() if path.endswith(".html")}
    shown = {path: data.decode() for path, data in html.items() if isinstance(data, bytes) and b"<header" in data}
    assert len(shown) > 20
    return shown


def menu(page: str) -> list[tuple[str, str, str]]:
    """(address, aria-current, words) of each item."""
    nav = page.partition('<nav aria-label="Các mục chính">')[2].partition("</nav>")[0]
    return re.findall(r'<a href="([^"]*)"(?: aria-current="([^"]*)")?>([^<]*)</a>', nav)


def band(page: str) -> str:
    """The words of the header."""
    header = page.partition("<header")[2].partition("</header>")[0].partition(">")[2]
    return " ".join(re.sub(r"<[^>]*>", "", header).split())


def spoken(ward: Ward, said: str, *, preview: bool = False) -> Speaker:
    ward.write("site.yml", SITE + said)
    return speaker(load_ward(ward.content), date(2022, 5, 1), preview=preview)


def test_a_site_that_says_no_menu_has_the_usual_one_and_names_its_owner(ward: Ward) -> None:
    ward.write("site.yml", SITE.replace("Ủy ban nhân dân phường Thử", "UBND phường Thử") + OFFICIAL)
    usual = ["/thong-bao/", "/lich/", "/viec-can-lam/", "/tim-kiem/"]
    owner = "Trang thông tin chính thức của Ủy ban nhân dân phường Thử"
    shown = pages(ward)
    assert {path for path, page in shown.items() if [url for url, _, _ in menu(page)] != usual} == set()
    assert {path for path, page in shown.items() if owner not in band(page)} == set()


def test_an_empty_menu_is_none_that_is_said(ward: Ward) -> None:
    ward.write("site.yml", f"{SITE}menu: []\n")
    empty = load_ward(ward.content).menu
    ward.write("site.yml", SITE)
    assert load_ward(ward.content).menu == empty != ()


def test_a_menu_of_its_own_stands_as_said_and_marks_the_page_or_the_part_that_it_is_in(ward: Ward) -> None:
    ward.notice("2022/a")
    urls = ("/thong-bao/", "/thong-bao/2022/", "/lich/")
    ward.write("site.yml", SITE + "menu:\n" + "".join(f"  - {{title: Mục, url: {url}}}\n" for url in urls))
    shown = pages(ward)
    assert tuple(url for url, _, _ in menu(shown["index.html"])) == urls
    marked = {path: [(url, current) for url, current, _ in menu(page) if current] for path, page in shown.items()}
    assert marked["thong-bao/index.html"] == [("/thong-bao/", "page")]
    assert marked["thong-bao/2022/index.html"] == [("/thong-bao/2022/", "page")]
    assert marked["thong-bao/2022/a/index.html"] == [("/thong-bao/2022/", "true")]
    assert marked["lich/2022/05/index.html"] == [("/lich/", "true")]
    assert marked["index.html"] == marked["404.html"] == []


@pytest.mark.parametrize(
    "said",
    [
        "",
        CONTACTS,
        "chain: {commune: phường Thử}\n",  # nobody to ask
        OFFICIAL.replace("phường Thử", "phường Khác"),
        CONTACTS + CLOSED,
    ],
)
def test_only_a_body_of_the_ward_that_can_be_asked_speaks_officially(ward: Ward, said: str) -> None:
    assert spoken(ward, OFFICIAL).official
    assert not spoken(ward, OFFICIAL, preview=True).official
    assert not spoken(ward, said).official


def test_else_the_band_says_whose_notices_these_are(ward: Ward) -> None:
    page = ward.text("404.html")
    assert "Thông báo của Ủy ban nhân dân phường Thử" in band(page)
    assert "chính thức" not in page


def test_a_ward_that_is_no_more_says_so_on_every_page_from_its_day_on(ward: Ward) -> None:
    ward.write("site.yml", SITE + CONTACTS + CLOSED)
    ward.notice("2022/a")
    told = "Phường Thử đã kết thúc hoạt động từ ngày 01/5/2022. Nay hỏi phường Mẫu hoặc phường Mới &lt;&amp;&gt;."
    link = '<a href="https://moi.example/">phường Mới &lt;&amp;&gt;</a>'
    assert "kết thúc hoạt động" not in "".join(pages(ward, "2022-04-30").values())
    shown = pages(ward)
    assert [path for path, page in shown.items() if told not in band(page) or "chính thức của" in page] == []
    assert [path for path, page in shown.items() if link not in page or len(menu(page)) != 4] == []
    for path in ("index.html", "thong-bao/index.html"):
        assert "<h1>Lưu trữ thông báo của phường Thử</h1>" in shown[path]
        assert "<title>Lưu trữ thông báo của phường Thử – Bảng tin thử</title>" in shown[path]
    assert [path for path, page in shown.items() if "mới nhất" in page] == []


def test_what_is_sent_and_subscribed_says_it_too_and_many_places_stand_at_the_foot(ward: Ward) -> None:
    ward.write("site.yml", SITE + CLOSED.replace("[phường Mẫu,", "[phường Mẫu, phường Một,"))
    files = {
        path: data.decode() for path, data in ward.files().items() if isinstance(data, bytes) and path[-4:] != ".png"
    }
    page = files["index.html"]
    assert '<a href="#_noi-tiep-nhan">một trong 3 nơi tiếp nhận</a>' in page.partition("</header>")[0]
    foot = re.findall(r"<li>(?:<a [^>]*>)?(phường [^<]*)<", page.partition("<footer")[2])
    assert foot == ["phường Mẫu", "phường Một", "phường Mới &lt;&amp;&gt;"]
    told = "Phường Thử đã kết thúc hoạt động từ ngày 01/5/2022. Nay hỏi phường Mẫu, phường Một hoặc phường Mới"
    assert [path for path in ("index.html", "feed.json", "feed.atom") if told not in files[path]] == []


def test_the_site_of_a_place_is_https(ward: Ward) -> None:
    ward.write("site.yml", SITE + CLOSED.replace("https://moi", "http://moi"))
    (told,) = (str(p) for p in ward.build().problems)
    assert "content/site.yml:10:" in told
    assert "«http://moi.example/» không phải địa chỉ dùng được cho «url»" in told


OFFICE = """\
office:
  address: Số 1, phố <Thử>
  hours: 8 giờ đến 17 giờ
  phone: 024.0000.0001
  mail: vp@thu.example
  responsible: Chánh Văn phòng
"""
SAID = ("Số 1, phố &lt;Thử&gt;", "8 giờ đến 17 giờ", '<a href="tel:02400000001">024.0000.0001</a>', "Chánh Văn phòng")


def test_the_office_stands_at_every_foot_on_the_contact_page_and_in_english(ward: Ward) -> None:
    ward.write("site.yml", SITE + OFFICE)
    shown = pages(ward)
    feet = {path: page.partition("<footer")[2] for path, page in shown.items()}
    assert [path for path, foot in feet.items() if any(words not in foot for words in SAID)] == []
    for path in ("lien-he/index.html", "english/index.html"):
        assert all(words in shown[path].partition("<footer")[0] for words in SAID)
    assert "Trang thông tin chính thức của Ủy ban nhân dân phường Thử" in band(shown["404.html"])
    assert "official site" in shown["english/index.html"]
    assert '<a href="/lien-he/">Liên hệ</a>' in feet["index.html"]  # where no foot is said


def test_a_page_of_its_own_or_an_old_address_goes_before_the_made_one(ward: Ward) -> None:
    ward.write("pages/lien-he.md", "---\ntitle: Hỏi ở đâu\npublish: draft\n---\n\nChữ.\n")
    assert "chưa ghi địa chỉ hay số điện thoại" in ward.text("lien-he/index.html")
    ward.write("pages/lien-he.md", "---\ntitle: Hỏi ở đâu\npublish: public\n---\n\nChữ.\n")
    assert "<h1>Hỏi ở đâu</h1>" in ward.text("lien-he/index.html")
    ward.write("pages/hoi.md", "---\ntitle: Hỏi\npublish: public\naliases: [/lien-he/]\n---\n\nChữ.\n")
    (ward.content / "pages/lien-he.md").unlink()
    assert 'url=/hoi/"' in ward.text("lien-he/index.html")


def test_an_office_may_be_of_another_body_and_ends_with_its_ward(ward: Ward) -> None:
    said = spoken(ward, f"{OFFICE}  name: VP UBND phường Thử\n")
    assert said.official
    assert said.body == "Văn phòng Ủy ban nhân dân phường Thử"
    closed = spoken(ward, OFFICE + CLOSED)
    assert (closed.official, closed.office) == (False, None)
    assert "ceased to exist on 1 May 2022" in ward.text("english/index.html")


@pytest.mark.parametrize(
    ("host", "said", "lacking"),
    [
        ("thu.example", "", ""),
        ("127.0.0.1:8000", "", ""),
        ("phuong-thu.vn", OFFICE, ""),
        ("phuong-thu.vn", CLOSED, ""),
        ("phuong-thu.vn", "", "địa chỉ (address), giờ làm việc (hours), điện thoại (phone), thư điện tử (mail)"),
        ("phuong-thu.vn", CONTACTS, "địa chỉ (address), giờ làm việc (hours), thư điện tử (mail)"),
        ("phuong-thu.vn", CONTACTS + "accept: [office-missing]\n", ""),
    ],
)
def test_a_public_site_that_does_not_say_where_its_office_is_is_told_once(
    ward: Ward, host: str, said: str, lacking: str
) -> None:
    ward.write("site.yml", SITE.replace("thu.example", host) + said)
    told = [p.says for p in ward.build().problems]
    wanted = [f"chân trang và trang Liên hệ chưa có: {lacking}, người chịu trách nhiệm (responsible)"]
    assert told == (wanted if lacking else [])


def test_the_mail_of_the_office_is_an_address(ward: Ward) -> None:
    ward.write("site.yml", SITE + "office: {mail: van phong}\n")
    (told,) = (str(p) for p in ward.build().problems)
    assert "content/site.yml:6:16: «van phong» không phải địa chỉ dùng được cho «mail»" in told


def test_nobody_asks_anything_after_the_end_of_a_ward(ward: Ward) -> None:
    ward.notice("a", title="Tổng vệ sinh", events="[{what: Dọn vệ sinh, every: sáng thứ 7 hàng tuần}]")
    assert "Dọn vệ sinh" in ward.text("viec-can-lam/index.html", "2022-04-30")
    ward.write("site.yml", SITE + CONTACTS + CLOSED)
    assert "Dọn vệ sinh" not in ward.text("viec-can-lam/index.html", "2022-05-01")
    assert "đến hết ngày 30/4/2022" in ward.text("thong-bao/2022/a/index.html", "2022-05-01")
