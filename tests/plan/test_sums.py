"""What a page counts is what is listed where it leads: on the front page, in every index, on whole sites."""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

import pytest

from bulletin import addresses
from bulletin.model.issuer import Body
from bulletin.model.views.page import Files
from bulletin.pipeline import build
from tests.conftest import ROOT
from tests.plan.citing import entry, mention, site

_COUNTED = re.compile(
    r'<a href="(?P<href>[^"]*)">(?P<text>[^<]*)</a>(?:(?!</?(?:li|p|h2|dt|ul)\b).)*?'
    r'<span class="count">(?P<count>\d+)(?: (?P<of>thông báo|văn bản|thông báo dẫn))?</span>',
    re.DOTALL,
)
_LIST = re.compile(r'<ul class="(cards|dispatches|citing|terms catalogue|terms bodies)">(.*?)</ul>', re.DOTALL)
KINDS = ("cards", "dispatches", "terms catalogue", "terms bodies")
_MORE = re.compile(r"<details>\s*<summary>Xem (\d+) [^<]*</summary>(.*?)</details>", re.DOTALL)
_USED = re.compile(r"<summary>Dùng trong (\d+) thông báo</summary>(.*?)</details>", re.DOTALL)
_REST = re.compile(r"trong (\d+) thông báo nữa</li>")


def made(count: int) -> Files:
    """A ward whose notices cite each other's and others' papers, some of them ended or expired."""
    chance = random.Random(count)
    bodies = [Body(name=f"Ủy ban nhân dân quận {name}") for name in ("Một", "Hai", "Ba")]
    rows = []
    for i in range(1, count + 1):
        cites = [
            mention(
                f"{chance.randint(1, count)}/KH-UBND", f"2022-0{chance.randint(1, 3)}-15", body=chance.choice(bodies)
            )
            for _ in range(chance.randint(0, 4))
        ]
        rows.append(
            entry(
                f"viec-{i}",
                *cites,
                title=f"{chance.choice('ABĐUV')} việc {i}",
                signed=f"2022-04-{chance.randint(1, 28):02}",
                printed=f"{i}/TB-UBND" if i % 3 else "",
                issuer=chance.choice(["UBND phường Thử", "Ủy ban nhân dân phường Thử", "Công an phường Thử"]),
                relations=[("thay thế", f"{i - 1}/TB-UBND", "")] if i % 7 == 2 else [],
            )
        )
    return site(rows)


@cache
def built(name: str) -> Files:
    if name.isdecimal():
        return made(int(name))
    content = ROOT / "tests/sites" / name / "content" if name != "content" else ROOT / "content"
    return build(content, ROOT / "templates", date(2022, 5, 1)).files


def pages(files: Files) -> Iterator[tuple[str, str]]:
    for path, data in files.items():
        if path.endswith(".html") and isinstance(data, bytes):
            yield path, html.unescape(data.decode().partition("<main")[2].partition("</main>")[0])


def listed(main: dict[str, str], path: str) -> Counter[str]:
    """What stands in lists at `path` and on the pages that its pager leads to, by the kind of list."""
    found: Counter[str] = Counter()
    todo, seen = [path], {path}
    for one in todo:
        found.update({kind: rows.count("<li>") for kind, rows in _parts(main[one])})
        pager = main[one].partition('<nav class="pager"')[2].partition("</nav>")[0]
        onward = {at(one, href, main) for href in re.findall(r'href="([^"]*)"', pager)}
        todo += sorted(onward - seen)
        seen |= onward
    return found


def _parts(page: str) -> Iterator[tuple[str, str]]:
    """Lists of one kind together."""
    rows: dict[str, str] = {}
    for kind, inside in _LIST.findall(page):
        rows[kind] = rows.get(kind, "") + inside
    yield from rows.items()


def within(main: dict[str, str], path: str, part: str) -> Counter[str]:
    """What stands below one heading of a page, and on the pages that its own links divide it into."""
    section = main[path].partition(f'id="{part}"')[2].partition("<h2")[0]
    found = Counter({kind: rows.count("<li>") for kind, rows in _parts(section)})
    if not found:
        for href in re.findall(r'<li><a href="([^"]*)"', section):
            found.update({kind: rows.count("<li>") for kind, rows in _parts(main[at(path, href, main)])})
    return found


def at(path: str, href: str, main: dict[str, str]) -> str:
    """The file that a link of the page at `path` leads to; sites may stand in a folder."""
    url = unquote(urljoin(f"https://x.example/{path.removesuffix('index.html')}", href.partition("#")[0]))
    name = addresses.file_of(url.removeprefix("https://x.example"))
    parts = PurePosixPath(name).parts
    return name if name in main else str(PurePosixPath(*parts[1:]))


@pytest.mark.parametrize("name", ["4", "130", "content", "kinds"])
def test_what_is_counted_is_listed(name: str) -> None:
    main = dict(pages(built(name)))
    checked = 0
    for path, page in main.items():
        for m in _COUNTED.finditer(page):
            file, _, part = m["href"].partition("#")
            target = at(path, file, main) if file else path
            there = within(main, target, part) if part else listed(main, target)
            kinds = ("citing",) if m["of"] == "thông báo dẫn" else KINDS
            assert int(m["count"]) == next((there[k] for k in kinds if there[k]), 0), (path, m[0])
            checked += 1
        for count, inside in _MORE.findall(page):
            assert int(count) == inside.count("<li>"), path
        for count, inside in _USED.findall(page):
            rest = sum(int(n) - 1 for n in _REST.findall(inside))
            assert int(count) == inside.count("<li>") + rest, path
        if whole := re.search(r'<p class="lead">(\d+) văn bản', page):
            groups = [int(n) for n in re.findall(r'<span class="count">(\d+) văn bản</span>', page)]
            there = listed(main, path)["dispatches"]
            assert int(whole[1]) == (there if '<nav class="pager"' in page else sum(groups) or there), path
    assert checked or name == "kinds"
