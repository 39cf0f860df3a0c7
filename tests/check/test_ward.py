"""The ward's own rows in site.yml: the chain upwards, and issuers that go before the common ones."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin import knowledge
from bulletin.knowledge import with_ward
from bulletin.model import ward as model
from bulletin.ward_files import load_ward
from tests.conftest import SITE, Ward


def said(ward: Ward, text: str) -> model.Ward:
    ward.write("site.yml", SITE + text)
    return load_ward(ward.content)


def test_the_chain_goes_upwards_whatever_the_order_in_the_file(ward: Ward) -> None:
    found = said(
        ward,
        "chain:\n  province: thành phố Hà Nội\n"
        "  district:\n    name: quận Long Biên\n    until: 01/7/2025\n    next: [phường Bồ Đề, phường Phúc Lợi]\n"
        "  commune: {name: phường Phúc Lợi, since: 2025-07-01}\n",
    )
    assert [(t.level, t.name, t.since, t.until, t.next) for t in found.chain] == [
        ("commune", "phường Phúc Lợi", date(2025, 7, 1), None, ()),
        ("district", "quận Long Biên", None, date(2025, 7, 1), ("phường Bồ Đề", "phường Phúc Lợi")),
        ("province", "thành phố Hà Nội", None, None, ()),
    ]


def test_a_new_ward_has_no_district_and_an_old_file_no_chain(ward: Ward) -> None:
    assert [t.level for t in said(ward, "chain: {commune: phường Thử, province: tỉnh Thử}\n").chain] == [
        "commune",
        "province",
    ]
    assert said(ward, "").chain == ()


def test_a_wards_own_issuers_go_before_the_common_ones(ward: Ward) -> None:
    found = said(
        ward,
        "issuers:\n  - code: BCĐ\n    name: Ban Chỉ đạo Tết\n    also: [BCĐT]\n    since: 01/01/2022\n    until: 01/3/2022\n",
    )
    known = with_ward(knowledge.load(), found.issuers)
    own = known.by_issuer["BCĐ"][0]
    assert (own.name, own.level, own.sources) == ("Ban Chỉ đạo Tết", "any", ("site.yml",))
    assert (own.since, own.until) == (date(2022, 1, 1), date(2022, 3, 1))
    assert [row.name for row in known.by_issuer["BCĐ"][1:]] == ["Ban Chỉ đạo", "Ban Chỉ đạo 35"]
    assert known.by_issuer["BCĐT"] == (own,)
    assert known.issuers[0] == own
    assert [row.name for row in knowledge.load().by_issuer["BCĐ"]] == ["Ban Chỉ đạo", "Ban Chỉ đạo 35"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("chain: {commune: {until: 01/7/2025}}", "site.yml:6:9: thiếu khoá bắt buộc «name» trong «commune»"),
        (
            "chain: {ward: phường Thử}",
            "site.yml:6:9: không có khoá «ward» — các khoá dùng được: commune, district, province",
        ),
        ("chain: {district: {name: quận Thử, untill: 01/7/2025}}", "có phải «until» không?"),
        ("chain: {district: {name: quận Thử, until: 31/6/2025}}", "site.yml:6:43: không có ngày 31/6/2025"),
        (
            "chain: {district: {name: quận Thử, since: 02/7/2025, until: 01/7/2025}}",
            "site.yml:6:19: until (01/7/2025) lại trước since (02/7/2025)",
        ),
        ("chain: [phường Thử]", "«chain» phải gồm các dòng con"),
        ("issuers: [{code: QU/VP, name: Văn phòng}]", "site.yml:6:18: «QU/VP» không phải ký hiệu của cơ quan"),
        ("issuers: [{code: QU, name: Quận ủy, also: [Q U]}]", "«Q U» không phải ký hiệu của cơ quan"),
        ("issuers: [{code: QU}]", "thiếu khoá bắt buộc «name» trong «issuers»"),
    ],
)
def test_mistakes_are_told_at_their_place(ward: Ward, text: str, told: str) -> None:
    ward.write("site.yml", f"{SITE}{text}\n")
    problems = [str(p) for p in ward.build().problems]
    assert len(problems) == 1
    assert told in problems[0]


def test_a_chain_left_empty_is_no_mistake(ward: Ward) -> None:
    assert said(ward, "chain:\nissuers:\n").chain == ()
    assert ward.codes() == []


def test_related_sites_stand_at_the_foot_of_every_page(ward: Ward) -> None:
    ward.notice("a")
    link = '<a href="https://cong.thu.example/">Cổng thử</a>'
    assert "Trang liên quan" not in ward.text("index.html")
    ward.write("site.yml", f"{SITE}related: [{{title: Cổng thử, url: https://cong.thu.example/}}]\n")
    feet = [page.partition(b"<footer")[2].decode() for page in ward.files().values() if isinstance(page, bytes)]
    assert len([foot for foot in feet if foot]) > 10
    assert [foot for foot in feet if foot and link not in foot] == []


@pytest.mark.parametrize(
    "url", ["http://cong.thu.example/", "cong.thu.example", "/lien-he/", "javascript:x", "https://x"]
)
def test_a_related_site_is_https(ward: Ward, url: str) -> None:
    ward.write("site.yml", f'{SITE}related: [{{title: Cổng, url: "{url}"}}]\n')
    (told,) = (str(p) for p in ward.build().problems)
    assert f"content/site.yml:6:30: «{url}» không phải địa chỉ dùng được cho «url»" in told
