"""The worker's text: what it names is there, and it changes with that and its code only; a preview removes it."""

from __future__ import annotations

import json
import re

from bulletin.model.views.page import Files
from bulletin.plan.site_wide.http_headers import LONG, for_caddy, for_hosts, for_nginx
from bulletin.plan.site_wide.offline import REMOVAL
from tests.conftest import SITE, Ward
from tests.plan.site_wide.serving import by_caddy, by_hosts, by_nginx


def text_of(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return data.decode()


def test_all_that_it_keeps_ahead_is_there(ward: Ward) -> None:
    ward.write("site.yml", SITE.replace("thu.example/", "thu.example/phuong/"))
    ward.notice("a")
    files = ward.files()
    worker = text_of(files, "sw.js")
    ahead, named, no_network = (
        json.loads(m) for m in re.findall(r"^const (?:AHEAD|NAMED|NO_NETWORK) = (.+?);", worker, re.MULTILINE)
    )
    found = [path.removeprefix("/phuong/") for path in ahead]
    assert all(f"{path}index.html" in files or path in files for path in found)
    assert {"", "khong-co-mang/", "tim-kiem/", "tim-kiem/chi-muc/"} < set(found)
    index = {path for path in files if path.startswith("tim-kiem/") and path.endswith(".json")}
    assert {path for path in found if path.endswith(".json")} == index
    assert sorted(re.sub(r"-[0-9a-z]+\.", ".", path) for path in set(found) - index if "." in path) == [
        "static/offline.js",
        "static/search-later.js",
        "static/search.js",
        "static/style.css",
    ]
    assert "/phuong/static/" in named
    assert no_network == "/phuong/khong-co-mang/"


def test_of_a_large_index_it_keeps_the_table_of_contents_ahead(ward: Ward) -> None:
    for number in range(20):
        ward.notice(f"a{number}", f"Việc {number}. " * 600)
    worker = text_of(ward.files(), "sw.js")
    assert re.findall(r"/tim-kiem/([a-z-]+)/[^/\"]+\.json", worker) == ["muc-luc"]


def test_it_changes_when_what_it_names_does_and_not_before(ward: Ward) -> None:
    ward.notice("a")
    # No anniversary passes between the two: search tells when each comes next.
    before, later = ward.files("2022-05-02"), ward.files("2022-05-03")
    assert before["index.html"] != later["index.html"]
    assert before["sw.js"] == later["sw.js"]
    ward.notice("b", "Thêm một việc.")
    assert ward.files("2022-05-02")["sw.js"] != before["sw.js"]


def test_the_page_without_a_network_is_for_nobody_else(ward: Ward) -> None:
    ward.write("site.yml", SITE + "contacts: [{label: Trực ban, phone: 024 0000 0001}]\n")
    files = ward.files()
    page = text_of(files, "khong-co-mang/index.html")
    assert '<meta name="robots" content="noindex">' in page
    assert "việc gấp thì gọi" in page
    assert {"/", "/thong-bao/"} <= set(re.findall(r'href="([^"]+)"', page.partition("<h1>")[2].partition("</ul>")[0]))
    naming = {path for path, data in files.items() if isinstance(data, bytes) and b"khong-co-mang" in data}
    assert naming == {"khong-co-mang/index.html", "sw.js", "du-lieu/manifest.json"}
    ward.write("site.yml", SITE + "contacts: [{label: Trực ban, mail: a@thu.example}]\n")
    assert "gọi" not in text_of(ward.files(), "khong-co-mang/index.html").partition("<h1>")[2].partition("</ul>")[0]


def test_every_page_registers_it_but_those_that_lead_on_and_those_of_a_preview(ward: Ward) -> None:
    ward.notice("a", aliases="[/cu/]")
    files = ward.files()
    pages = {path: text_of(files, path) for path in files if path.endswith(".html")}
    without = {path for path, page in pages.items() if 'data-worker="/sw.js"' not in page}
    assert {path for path in without if 'http-equiv="refresh"' not in pages[path]} == set()
    preview = ward.files(preview=True)
    assert text_of(preview, "sw.js") == REMOVAL
    assert [path for path in preview if path.endswith(".html") and "data-worker" in text_of(preview, path)] == []


def test_servers_let_nobody_keep_it_for_long() -> None:
    for rules in (by_hosts(for_hosts("")), by_nginx(for_nginx()), by_caddy(for_caddy())):
        assert rules("/sw.js").get("Cache-Control", "") != LONG
        assert rules("/static/a.js")["Cache-Control"] == LONG
