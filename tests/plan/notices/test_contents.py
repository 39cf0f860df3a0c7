"""A long notice has a way through it, with headings or without, and not a sign of its text is another."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Ward

LINE = "Các hộ dân tổng vệ sinh, thu gom rác, khơi thông cống rãnh tại tổ dân phố, không để rác ra lòng đường. "


def main_of(ward: Ward, body: str) -> str:
    ward.notice("a", body)
    return ward.text("thong-bao/2022/a/index.html").partition("<main")[2].partition("</main>")[0]


def led(page: str) -> list[tuple[str, str]]:
    box = page.partition('<nav class="box contents"')[2].partition("</nav>")[0]
    return re.findall(r'<a href="#([^"]+)">([^<]+)</a>', box)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("## Mục một\n\n" + LINE * 12 + "\n\n## Mục hai\n\n" + LINE * 12, ["Mục một", "Mục hai"]),
        ("".join(f"{i}. Tổ {i} họp. {LINE * 8}\n" for i in (1, 2, 3)), ["1. Tổ 1", "2. Tổ 2", "3. Tổ 3"]),
        ("\n\n".join(f"Điều {i}. Tổ {i} họp. {LINE * 8}" for i in (1, 2, 3)), ["Điều 1", "Điều 2", "Điều 3"]),
        ("\n\n".join(f"Đoạn thứ {i} là đây. {LINE * 8}" for i in (1, 2, 3, 4)), ["Đoạn thứ 1", "Đoạn thứ 3"]),
    ],
    ids=["two headings", "points", "articles", "nothing"],
)
def test_a_long_notice_leads_to_its_parts(ward: Ward, body: str, names: list[str]) -> None:
    page = main_of(ward, body)
    rows = led(page)
    assert [text[: len(name)] for (_, text), name in zip(rows, names, strict=True)] == names
    places = [page.index(f' id="{anchor}"') for anchor, _ in rows]
    assert places == sorted(places)
    assert len(set(places)) == len(names)
    assert "Về đầu trang" in page.partition('class="body"')[2]
    # Feeds show it elsewhere, where nothing leads to these places.
    assert "_phan-" not in ward.text("feed.json")


def test_a_short_one_has_no_contents(ward: Ward) -> None:
    page = main_of(ward, f"## Mục một\n\n{LINE}\n\n1. A\n2. B\n3. C\n")
    assert not led(page)
    assert "Về đầu trang" not in page
