"""The head of a notice's page: that of the paper its number makes it, and none where that is not certain."""

from __future__ import annotations

import re

import pytest

from tests.conftest import SITE, Ward

STATE = "Cộng hòa xã hội chủ nghĩa Việt Nam"
PARTY = "Đảng Cộng sản Việt Nam"


@pytest.mark.parametrize(
    "number, issuer, head, none",
    [
        ("75-TB/ĐU", "Đảng ủy phường Thử", PARTY, STATE),
        ("12/KH-UBND", "Ủy ban nhân dân phường Thử", STATE, PARTY),
        ("01/2024/NQ-HĐND", "Hội đồng nhân dân phường Thử", STATE, PARTY),
    ],
)
def test_a_paper_has_the_head_of_its_system(ward: Ward, number: str, issuer: str, head: str, none: str) -> None:
    ward.notice("mot", number=number, issuer=issuer, type="")
    (path,) = (path for path in ward.files() if re.fullmatch("thong-bao/2022/[0-9]+-.*/index.html", path))
    page = ward.text(path)
    letterhead = page[page.index('<header class="letterhead">') : page.index('<p class="type">')]
    assert head in letterhead
    assert none not in letterhead
    assert ("Độc lập - Tự do - Hạnh phúc" in letterhead.replace("\u00a0", " ")) == (head == STATE)
    letterhead = re.sub("</?span>", "", letterhead)
    assert letterhead.index(issuer) < letterhead.index(number) < letterhead.index(head) < letterhead.index("<time")


@pytest.mark.parametrize("number", ["12/KH-XYZ", "12-KH/XYZ", "12/TB-MTTQ"])
def test_no_head_is_guessed(ward: Ward, number: str) -> None:
    ward.notice("mot", number=number, issuer="Cơ quan thử")
    (path,) = (path for path in ward.files() if re.fullmatch("thong-bao/2022/12-.*/index.html", path))
    page = ward.text(path)
    assert number in page
    assert STATE not in page and PARTY not in page


def test_an_unnumbered_notice_is_not_set_as_a_signed_paper(ward: Ward) -> None:
    ward.notice("mot", number="")
    page = ward.text("thong-bao/2022/mot/index.html")
    assert "letterhead" not in page and STATE not in page


def test_the_foot_of_every_page_has_the_links_of_site_yml_and_a_broken_one_is_told(ward: Ward) -> None:
    ward.write("site.yml", SITE + "footer:\n  - {title: Mọi thông báo, url: /thong-bao/}\n")
    for path in ("index.html", "404.html", "english/index.html"):
        page = ward.text(path)
        assert '<a href="/thong-bao/">Mọi thông báo</a>' in page[page.index("<footer") :]
    assert 'aria-current="page">Mọi thông báo</a>' in ward.text("thong-bao/index.html")
    ward.write("site.yml", SITE + "footer:\n  - {title: Mọi thông báo, url: /khong-co/}\n")
    (told,) = ward.build().problems
    assert (told.code, told.place.path.endswith("site.yml")) == ("link-broken", True)


def test_a_name_is_broken_before_its_place(ward: Ward) -> None:
    ward.notice("mot", number="12/KH-UBND", issuer="Ủy ban nhân dân phường Thử")
    assert "<span>Ủy ban nhân dân</span> <span>phường Thử</span>" in ward.text("thong-bao/2022/12-kh-ubnd/index.html")
