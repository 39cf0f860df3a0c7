"""Whole small wards: `tests/sites/<name>/content` → `expected/` (the <main> of every page). GOLDEN=write rewrites.

Review what GOLDEN=write changes by eye before committing it.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, sample_site

SITES = {"empty": ROOT / "tests/sites/empty", "kinds": ROOT / "tests/sites/kinds", "real": ROOT / "tests/sites/real"}

# Of the calendar's hundreds of pages, a few of each kind: those of the real notice's month.
CALENDAR = re.compile(r"lich/(?!index|2022/index|2022/05/|dot/|ngay/(?:19-05|07-05|10-03-am-lich|cuoi-nam-am-lich)/)")


@pytest.mark.parametrize("name", SITES)
def test_site(name: str, main_of: Callable[[str], str]) -> None:
    folder = SITES[name]
    # The real ward is the repository's own content.
    built = sample_site("content" if name == "real" else f"tests/sites/{name}/content")
    found = {
        path: main_of(data.decode()).strip() + "\n"
        for path, data in built.files.items()
        if isinstance(data, bytes) and path.endswith(".html") and b"<main" in data and not CALENDAR.match(path)
    }
    expected = folder / "expected"
    if os.environ.get("GOLDEN") == "write":
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, encoding="utf-8")
    stored: dict[str, str] = {
        p.relative_to(expected).as_posix(): p.read_text("utf-8") for p in sorted(Path(expected).rglob("*.html"))
    }
    for path, text in found.items():
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), path
    assert found.keys() == stored.keys()
    for path, text in found.items():
        assert text == stored[path], path


def test_every_page_of_the_real_site_is_reached_from_the_front_page() -> None:
    """But the short addresses, which only paper leads to, and those of before: they lead into the site."""
    files = sample_site().files
    pages = {
        path: data.decode() for path, data in files.items() if isinstance(data, bytes) and path.endswith("index.html")
    }
    del pages["khong-co-mang/index.html"]  # which is shown when there is no network
    on_paper = {path: pages.pop(path) for path in list(pages) if path.startswith("t/")}
    old = {path: pages.pop(path) for path in list(pages) if "Trang đã chuyển" in pages[path]}
    assert old and all(
        f"{to}index.html" in pages
        for page in old.values()
        for to in re.findall(r'http-equiv="refresh" content="0; url=/([^"]+)"', page)
    )
    seen, todo = set[str](), ["index.html"]
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            found = re.findall(r'<a [^>]*href="/([^"#]*)', pages[path])
            todo += [f"{href}index.html" for href in found if f"{href}index.html" in pages]
    assert seen == pages.keys()
    notices = {path for path in pages if re.fullmatch(r"thong-bao/\d{4}/[^/]*[a-z][^/]*/index.html", path)}
    refreshed = [re.findall(r'http-equiv="refresh" content="0; url=/([^"]+)"', page) for page in on_paper.values()]
    assert sorted(f"{url}index.html" for urls in refreshed for url in urls) == sorted(notices)
