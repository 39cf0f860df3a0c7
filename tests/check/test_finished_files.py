"""No finished file holds a control character or a placeholder of the Markdown library, whatever an editor typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bulletin.check.finished_files import check_finished, stray_sign
from bulletin.model.place import Place
from bulletin.pipeline import build
from tests.conftest import ROOT

SITE = "tests/broken/body-unread/content/site.yml"


@pytest.mark.parametrize("sign", ["\x00", "\x02", "\x03", "\x0b", "\x1f", "\x7f", "klzzwxh:0012", "wzxhzdk:3"])
@pytest.mark.parametrize("path", ["a/index.html", "feed.atom", "tim-kiem/1.json", "lich.ics", "robots.txt"])
def test_each_is_an_error_at_its_source(sign: str, path: str) -> None:
    source = Place(path="content/notices/a.md", line=1, col=1)
    files = {path: f"Họp{sign} tổ\r\n\t".encode(), "b.html": "Họp tổ".encode()}
    strays = {name: stray for name, data in files.items() if (stray := stray_sign(name, data))}
    (told,) = check_finished(strays, {path: source})
    assert (told.code, told.severity, told.place) == ("finished-sign", "error", source)


def test_pictures_are_no_texts() -> None:
    assert not stray_sign("a.png", b"\x89PNG\x00\x02")


# Everything that is read out of a text, in every place where marks may stand.
READ = (
    "Kỷ niệm 136 năm Ngày Quốc tế Lao động (1/5/1886 - 1/5/2022) & Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy; "
    "UBND phường (GPMB & XD), nộp chậm nhất ngày 10/5/2022 \\*, &copy; A&amp;B"
)
PLACES = [
    "Xem[^1] và lại[^1].\n\n[^1]: {}",
    "Xem[^1].\n\n[^1]: Một\n\n    - {}",
    "| a | b |\n|---|---|\n| {} | `{}` |",
    "- {}\n  + {}",
    "> {}",
    "## {}",
    "**{}** và *{}* `{}`",
    '[{}](https://a.example/ "{}")',
    "Từ\n:   {}",
    "{}<br>{}<sup>{}</sup>",
    "{}  \n{}",
]


def test_whatever_is_read_leaves_nothing_of_the_library(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "notices").mkdir(parents=True)
    (content / "site.yml").write_bytes((ROOT / SITE).read_bytes())
    for i, place in enumerate(PLACES):
        body = place.replace("{}", READ)
        head = f"---\ntitle: Thử {i} & hai\ndate: 1/5/2022\npublish: public\n---\n\n"
        (content / f"notices/{i}.md").write_text(f"{head}{body}\n", encoding="utf-8")
    built = build(content, ROOT / "templates", date(2022, 5, 2))
    assert not built.failed, built.problems
    pages = {path: data.decode() for path, data in built.files.items() if isinstance(data, bytes) and ".html" in path}
    days = [page for path, page in pages.items() if not path.startswith(("thong-bao/", "t/")) and "136 năm" in page]
    assert days
    assert not any("↩" in page for page in days)
