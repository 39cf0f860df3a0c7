"""Two notices of one number in a year: a mistake, unless numbers began anew between them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bulletin import knowledge
from bulletin.check.identities import check_archive, told_apart
from bulletin.entries import load_reader, notice_entry
from bulletin.model.archive import Archive
from bulletin.model.source import Raw
from bulletin.ward_files import load_ward
from bulletin.words.papers.number_series import series
from tests.conftest import SITE, Ward

PARTY, STATE = "5-NQ/ĐU", "12/TB-UBND"
OF_PARTY = "Đảng ủy phường Thử"


def two(ward: Ward, number: str, first: str, second: str, site: str = "", **keys: str) -> list[str]:
    """Write two notices of one number; what the check of the archive says of them."""
    ward.write("site.yml", SITE + site)
    given = {"number": number, "type": "Nghị quyết" if number == PARTY else "Thông báo"}
    given |= {"issuer": OF_PARTY} if number == PARTY else {}
    paths = (ward.notice("a", date=first, **given), ward.notice("b", date=second, **given, **keys))
    said = load_ward(ward.content)
    raws = [Raw(path=path.name, relative=path.name, data=path.read_bytes()) for path in paths]
    entries = told_apart(entry for raw in raws if (entry := notice_entry(raw, load_reader(said))[0]))
    rows = (*knowledge.numbering(), *said.renumbered)
    found = check_archive(Archive(entries=entries, pages=(), assets={}, renumbered=rows), "content")
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("number", "first", "second", "site", "told"),
    [
        (STATE, "10/01/2025", "10/8/2025", "", []),
        (STATE, "30/6/2025", "01/7/2025", "", []),
        (PARTY, "10/01/2025", "10/9/2025", "", []),
        (PARTY, "05/7/2025", "25/8/2025", "", ["number-again"]),
        (PARTY, "05/7/2025", "25/8/2025", "renumbered: [15/8/2025]\n", []),
        (PARTY, "05/3/2026", "25/8/2026", "", ["number-duplicate"]),
        (PARTY, "05/3/2024", "25/8/2024", "renumbered: [{since: 01/6/2024, issuer: ĐU phường Thử}]\n", []),
        (
            STATE,
            "05/3/2024",
            "25/8/2024",
            "renumbered: [{since: 01/6/2024, issuer: ĐU phường Thử}]\n",
            ["number-duplicate"],
        ),
        (STATE, "05/3/2024", "25/8/2024", "chain: {commune: {name: phường Thử, since: 01/6/2024}}\n", []),
        (STATE, "10/01/2025", "10/6/2025", "", ["number-duplicate"]),
        (STATE, "02/7/2025", "10/8/2025", "", ["number-duplicate"]),
        (STATE, "10/8/2025", "10/8/2025", "", ["number-duplicate"]),
    ],
)
def test_which_two_may_be(ward: Ward, number: str, first: str, second: str, site: str, told: list[str]) -> None:
    assert two(ward, number, first, second, site) == told


def test_an_address_of_its_own_says_that_it_is_another_paper_but_not_on_one_day(ward: Ward) -> None:
    assert two(ward, STATE, "10/01/2024", "10/6/2024", address="quy hai") == []
    assert two(ward, STATE, "10/01/2024", "10/01/2024", address="quy hai") == ["number-duplicate"]


def test_the_first_keeps_its_address_each_names_the_other_and_paper_lets_choose(ward: Ward) -> None:
    two(ward, STATE, "10/01/2025", "10/8/2025")
    ward.notice("c", "Theo Thông báo số 12/TB-UBND ngày 10/8/2025 của UBND phường.", date="10/9/2025")
    files = ward.files("2025-12-01")
    first, second = "/thong-bao/2025/12-tb-ubnd/", "/thong-bao/2025/12-tb-ubnd-lan-2/"
    for url, other in ((first, second), (second, first)):
        page = files[f"{url[1:]}index.html"]
        assert isinstance(page, bytes) and f'href="{other}"' in page.decode()
    choice = files["t/12-2025/index.html"]
    assert isinstance(choice, bytes) and all(f'href="{url}"' in choice.decode() for url in (first, second))
    paper = files["van-ban/12-tb-ubnd-2025/index.html"]
    assert isinstance(paper, bytes)
    assert re.findall(r'đã đăng tại đây</strong>: <a href="([^"]+)"', paper.decode()) == [second]


def test_a_later_draft_takes_no_address(ward: Ward) -> None:
    two(ward, STATE, "10/01/2025", "10/8/2025")
    draft = ward.notice("a", date="10/01/2025", number=STATE, type="Thông báo", publish="draft")
    assert draft.exists()
    assert "thong-bao/2025/12-tb-ubnd/index.html" in ward.files("2025-12-01")


def test_a_series_has_the_name_of_the_day_on_which_it_began() -> None:
    days = (date(2025, 7, 1), date(2025, 8, 15))
    assert [series(days, on) for on in (date(2025, 6, 30), date(2025, 7, 1), date(2025, 9, 1))] == [
        "truoc-01-07-2025",
        "tu-01-07-2025",
        "tu-15-08-2025",
    ]
    assert series((), date(2025, 6, 30)) == ""
