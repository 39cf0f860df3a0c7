"""Faces for machines, read back by parsers that are not ours."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

from tests.conftest import SITE, Ward

BODY = "Đoạn đầu [xem](/thong-bao/2022/a/#b).\n\n## b\n\nHết & <hết>."


@pytest.fixture
def full(ward: Ward) -> Ward:
    for i in range(25):
        ward.notice(f"n{i:02}", title=f"Việc {i:02}", date=f"{1 + i}/4/2022", fields="[Y tế]")
    ward.notice(
        "a", BODY, title='"Việc & <A>"', number="75 -TB/ĐU", type="Thông báo", fields="[Giáo dục]", expires="09/5/2022"
    )
    # The address of a numbered notice is its number's.
    ward.write("notices/a.md", (ward.content / "notices/a.md").read_text("utf-8").replace("2022/a/", "2022/75-tb-du/"))
    return ward


def test_atom_is_read_by_feedparser(full: Ward) -> None:
    feed = feedparser.parse(full.text("feed.atom").encode())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert len(feed.entries) == 20
    newest = feed.entries[0]
    assert newest.title == "Thông báo số 75 -TB/ĐU: Việc & <A>"
    assert newest.id == "tag:thu.example,2025-07-01:/2022/75-tb-du"
    assert newest.published == newest.updated == "2022-04-28T00:00:00+07:00"
    assert newest.link == "https://thu.example/thong-bao/2022/75-tb-du/"
    assert 'href="https://thu.example/thong-bao/2022/75-tb-du/#b"' in newest.content[0].value
    assert feed.feed.updated == newest.updated
    assert [link.href for link in feed.feed.links if link.rel == "self"] == ["https://thu.example/feed.atom"]
    assert len({e.id for e in feed.entries}) == 20


def test_two_wards_of_one_host_give_their_notices_different_ids(full: Ward) -> None:
    ids = []
    for path in ("mot", "hai"):
        full.write("site.yml", SITE.replace("thu.example/", f"thu.example/{path}/"))
        ids.append({entry.id for entry in feedparser.parse(full.text("feed.atom").encode()).entries})
    assert len(ids[0]) == len(ids[1]) == 20
    assert ids[0].isdisjoint(ids[1])


def test_atom_has_what_rfc_4287_demands(full: Ward) -> None:
    root = ElementTree.fromstring(full.text("linh-vuc/giao-duc/feed.atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.tag == f"{atom}feed"
    for element in (root, *root.iter(f"{atom}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{atom}{name}")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+07:00", element.findtext(f"{atom}updated") or "")
        assert element.find(f"{atom}author/{atom}name") is not None
    assert len(root.findall(f"{atom}entry")) == 1


def test_json_feed_says_the_same_as_atom(full: Ward) -> None:
    data = json.loads(full.text("feed.json"))
    atom = feedparser.parse(full.text("feed.atom").encode())
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in data["items"]] == [entry.id for entry in atom.entries]
    assert [item["content_html"] for item in data["items"]] == [entry.content[0].value for entry in atom.entries]
    assert data["items"][0]["date_published"] == "2022-04-28T00:00:00+07:00"
    assert data["items"][0]["tags"] == ["Giáo dục"]


def test_ids_survive_a_change_of_title(full: Ward) -> None:
    before = [e["id"] for e in json.loads(full.text("feed.json"))["items"]]
    for path in (full.content / "notices").glob("*.md"):
        path.write_text(path.read_text("utf-8").replace("Việc", "Chuyện"), "utf-8")
    assert [e["id"] for e in json.loads(full.text("feed.json"))["items"]] == before


def test_an_empty_site_has_feeds_of_no_day(ward: Ward) -> None:
    feed = feedparser.parse(ward.text("feed.atom").encode())
    assert not feed.bozo
    assert (len(feed.entries), feed.feed.updated) == (0, "1970-01-01T00:00:00+07:00")


def test_sitemap_names_every_page_for_people_once(full: Ward) -> None:
    root = ElementTree.fromstring(full.text("sitemap.xml"))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    locs = [loc.text or "" for loc in root.iter(f"{space}loc")]
    # Short addresses are for paper only; the other is shown when there is no network.
    pages = {p for p in full.files() if p.endswith("index.html") and not p.startswith(("t/", "khong-co-mang/"))}
    assert {loc.removeprefix("https://thu.example/") + "index.html" for loc in locs} == pages
    assert len(locs) == len(set(locs))
    days = {u.findtext(f"{space}loc"): u.findtext(f"{space}lastmod") for u in root}
    assert days["https://thu.example/thong-bao/2022/75-tb-du/"] == "2022-04-28"


def test_robots_leads_to_the_sitemap(full: Ward) -> None:
    assert "Sitemap: https://thu.example/sitemap.xml\n" in full.text("robots.txt")


def test_head_of_a_notice(full: Ward) -> None:
    page = full.text("thong-bao/2022/75-tb-du/index.html")
    url = "https://thu.example/thong-bao/2022/75-tb-du/"
    assert f'<link rel="canonical" href="{url}">' in page
    for name, value in {"type": "article", "url": url, "site_name": "Bảng tin thử", "locale": "vi_VN"}.items():
        assert f'<meta property="og:{name}" content="{value}">' in page
    assert '<meta property="og:title" content="Việc &amp; &lt;A&gt;">' in page
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert match
    data = json.loads(match[1])
    assert data["headline"] == "Việc & <A>"
    assert data["identifier"] == "75-TB/ĐU"
    assert data["expires"] == "2022-05-09"


def test_open_data_lists_current_notices_newest_first(full: Ward) -> None:
    data = json.loads(full.text("du-lieu/notices.json"))
    assert data["notices"][0] == {
        "id": "tag:thu.example,2025-07-01:/2022/75-tb-du",
        "url": "https://thu.example/thong-bao/2022/75-tb-du/",
        "title": "Việc & <A>",
        "number": "75-TB/ĐU",
        "type": "Thông báo",
        "issuer": "Đảng ủy phường Thử",
        "place": "Thử",
        "date": "2022-04-28",
        "published": "2022-04-28",
        "updated": "2022-04-28",
        "expires": "2022-05-09",
        "last_day": None,
        "last_day_confirmed": None,
        "stopped": None,
        "urgency": None,
        "fields": ["Giáo dục"],
        "attachments": [],
    }
    assert len(data["notices"]) == 26


@pytest.mark.parametrize("base", ["", "/phuong", "/a/b"])
def test_a_site_lives_under_a_base_path(ward: Ward, base: str) -> None:
    ward.write(
        "site.yml", SITE.replace("thu.example/", f"thu.example{base}/") + "menu: [{title: Tất cả, url: /thong-bao/}]\n"
    )
    ward.write("files/Phụ lục 1.pdf", "x")
    ward.notice("a", "[tệp](</files/Phụ lục 1.pdf>), [trang](/linh-vuc/), [mục](#b)\n\n## b\n\nHết.", aliases="[/cu/]")
    files = ward.files()  # the link checker has read every page
    page = files["thong-bao/2022/a/index.html"].decode()
    assert f'href="{base}/files/phu-luc-1.pdf"' in page
    assert f'href="{base}/linh-vuc/"' in page
    assert 'href="#b"' in page
    everything = "\n".join(d.decode() for p, d in files.items() if isinstance(d, bytes) and p.endswith(".html"))
    assert all(
        a.startswith((f"{base}/", "#", "https://", "tel:", f"webcal://thu.example{base}/lich/"))
        for a in re.findall(r'(?:href|src)="([^"]*)"', everything)
    )
    assert f"url={base}/thong-bao/2022/a/" in files["cu/index.html"].decode()
