"""The real notice goes through the whole program first, always: its words are the words of the paper."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import sample_site
from tests.understand.markdown.test_every_word import rendered, source, words

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "content" / "notices" / "2022" / "75-tb-du.md"
BREAK = "[Bản nguồn dừng tại đây, giữa câu."
# The paper as it came, letterhead left out; kept here so that the test needs nothing beside the repository.
PAPER = ROOT / "tests" / "sites" / "75-tb-du.txt"


def body() -> str:
    return NOTICE.read_text("utf-8").split("---\n", 2)[2]


def test_the_words_are_those_of_the_paper() -> None:
    paper = PAPER.read_text("utf-8")
    text = paper[paper.index("Ngày 28 tháng 4 năm 2022, Ban") :]
    kept, _, told = body().partition(BREAK)
    assert told.strip().endswith("]*")
    assert rendered(kept) == source(kept) == words(text)


def test_the_letterhead_went_to_front_matter() -> None:
    built = sample_site()
    entry = next(e for e in built.archive.entries if e.notice.key == "2022/75-tb-du")
    paper = PAPER.read_text("utf-8")
    notice = entry.notice
    assert notice.number is not None
    assert f"Số: {notice.number.printed}" in paper
    assert f"**{notice.title}**" in paper
    assert "Phúc Đồng, ngày 28 tháng 4 năm 2022" in paper
    assert (notice.signed_at, notice.signed_on.isoformat(), notice.type) == ("Phúc Đồng", "2022-04-28", "Thông báo")
    assert [(h.level, h.text.split(".")[0]) for h in entry.prose.headings] == [
        (2, "I"), (2, "II"), (3, "1"), (3, "2"), (3, "3"), (3, "4"),
    ]  # fmt: skip


def test_the_page_shows_it_all() -> None:
    built = sample_site()
    page = built.files["thong-bao/2022/75-tb-du/index.html"]
    assert isinstance(page, bytes)
    text = re.sub(r"</?abbr[^>]*>", "", page.decode())
    for shown in (
        "Đảng ủy phường Phúc Đồng",
        "Số: 75 -TB/ĐU",
        "Phúc Đồng, ngày 28 tháng 4 năm 2022",
        BREAK,
        "các các điểm nóng",
    ):
        assert shown in text
    projects = re.search(r"các dự án GPMB:</p>\s*<ul>(.*?)</ul>", text, re.DOTALL)
    assert projects
    assert projects[1].count("<li>") == 3


def test_every_extract_leads_back_to_the_notice() -> None:
    built = sample_site()
    assert built.problems == ()
    extracts = [e for e in built.archive.entries if e.notice.number is None]
    assert 6 <= len(extracts) <= 10
    for entry in extracts:
        assert any(link.target.startswith("/thong-bao/2022/75-tb-du/#") for link in entry.prose.links), entry.notice.key
        assert [r.number.normal for r in entry.notice.relations] == ["75-TB/ĐU"]
        # Drawn from the notice alone: every figure in it is a figure of the notice.
        assert set(re.findall(r"\d+", entry.notice.title + entry.notice.summary.when)) <= set(
            re.findall(r"\d+", body())
        )
