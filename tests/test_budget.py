"""Budgets in bytes, of the finished files: gzip as servers send them. What a phone really asks for: tests/browser."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from statistics import median
from urllib.parse import urlsplit

import pytest

from bulletin.model.views.page import Files
from tests.conftest import sample_site

CONTENTS = ("content", "tests/sites/kinds/content")
NOTICE, HOME, YEAR = 14_000, 30_000, 50_000


@pytest.fixture(scope="module", params=CONTENTS)
def files(request: pytest.FixtureRequest) -> Files:
    return sample_site(request.param).files


def size(data: object) -> int:
    assert isinstance(data, bytes)
    return len(gzip.compress(data, 9, mtime=0))


def test_a_notice_of_median_size_fits_into_the_first_packets(files: Files) -> None:
    notices = [
        data for path, data in files.items() if re.fullmatch(r"thong-bao/\d{4}/[^/]*[a-z][^/]*/index\.html", path)
    ]
    assert len(notices) > 2
    assert median(map(size, notices)) <= NOTICE
    assert max(map(size, notices)) <= NOTICE  # and those that these wards have, whatever their size


def test_the_front_page_and_the_years_of_the_calendar(files: Files) -> None:
    assert size(files["index.html"]) <= HOME
    years = [data for path, data in files.items() if re.fullmatch(r"lich/\d{4}/index\.html", path)]
    assert years
    assert max(map(size, years)) <= YEAR


def test_the_style_sheet_asks_for_nothing(files: Files) -> None:
    sheets = [
        data.disk.read_text("utf-8")
        for path, data in files.items()
        if path.endswith(".css") and not isinstance(data, bytes)
    ]
    assert len(sheets) == 1
    for sheet in sheets:
        assert not re.search(r"@font-face|@import|image-set\(|url\(", sheet)


class Fetched(HTMLParser):
    """The addresses that a browser asks for by itself, of all on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        fetching = {
            "stylesheet",
            "icon",
            "preload",
            "prefetch",
            "preconnect",
            "dns-prefetch",
            "modulepreload",
            "manifest",
        }
        if tag == "link" and fetching & set(said.get("rel", "").split()):
            self.found.append(said["href"])
        if tag == "object":
            self.found.append(said.get("data", ""))
        self.found += [said[name] for name in ("src", "poster", "background") if name in said]
        self.found += [one.split()[0] for one in said.get("srcset", "").split(",") if one.strip()]


def test_no_page_fetches_anything_from_elsewhere(files: Files) -> None:
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html") and isinstance(data, bytes)}
    assert len(pages) > 90
    hosts = {path: {urlsplit(one).netloc for one in Fetched(page).found} - {""} for path, page in pages.items()}
    assert {path: found for path, found in hosts.items() if found} == {}
    assert all(one.startswith("/") for page in pages.values() for one in Fetched(page).found)


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="stylesheet" href="https://khac.example/a.css">',
        '<link rel="shortcut icon" href="//khac.example/a.ico">',
        '<script src="https://khac.example/a.js"></script>',
        '<img alt="" src="https://khac.example/a.png">',
        '<img alt="" srcset="https://khac.example/a.png 2x">',
        '<iframe src="https://khac.example/"></iframe>',
    ],
)
def test_a_request_elsewhere_would_be_seen(markup: str) -> None:
    assert [urlsplit(one).netloc for one in Fetched(markup).found] == ["khac.example"]
