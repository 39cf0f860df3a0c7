"""What residents read for a code and a place, and when that body ended."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin import knowledge
from bulletin.knowledge.body_of_code import alone, body, end_in_words, fits
from bulletin.model.issuer import Issuer, Level, Tier

KNOWN = knowledge.load()
JULY = date(2025, 7, 1)
PLACES: dict[str, Level] = {
    "phường Phúc Đồng": "commune",
    "xã Bát Tràng": "commune",
    "quận Long Biên": "district",
    "huyện Gia Lâm": "district",
    "thị xã Sơn Tây": "district",
    "thành phố Thủ Đức": "district",
    "thành phố Hà Nội": "province",
    "Thành phố Hà Nội": "province",
    "tỉnh Đồng Nai": "province",
}


def row(code: str, name: str, level: str = "") -> Issuer:
    (found,) = (r for r in KNOWN.by_issuer[code] if r.name == name and level in ("", r.level))
    return found


def tier(name: str, until: date | None = None, following: tuple[str, ...] = ()) -> Tier:
    return Tier(level=PLACES[name], name=name, until=until, next=following)


@pytest.mark.parametrize(
    ("code", "name", "place", "read"),
    [
        ("QU", "Quận ủy", "quận Long Biên", "Quận ủy Long Biên"),
        ("BTGQU", "Ban Tuyên giáo Quận ủy", "quận Long Biên", "Ban Tuyên giáo Quận ủy Long Biên"),
        ("HU", "Huyện ủy", "huyện Gia Lâm", "Huyện ủy Gia Lâm"),
        ("ThU", "Thị ủy", "thị xã Sơn Tây", "Thị ủy Sơn Tây"),
        ("TU", "Tỉnh ủy", "tỉnh Đồng Nai", "Tỉnh ủy Đồng Nai"),
        ("ĐU", "Đảng ủy", "phường Phúc Đồng", "Đảng ủy phường Phúc Đồng"),
        ("UBND", "Ủy ban nhân dân", "quận Long Biên", "Ủy ban nhân dân quận Long Biên"),
        ("BCĐ35", "Ban Chỉ đạo 35", "quận Long Biên", "Ban Chỉ đạo 35 quận Long Biên"),
        ("CAP", "Công an phường", "phường Phúc Đồng", "Công an phường Phúc Đồng"),
        ("CATP", "Công an thành phố", "thành phố Hà Nội", "Công an thành phố Hà Nội"),
        ("TĐTN", "Thành đoàn", "thành phố Hà Nội", "Thành đoàn Hà Nội"),
        ("SNV", "Sở Nội vụ", "thành phố Hà Nội", "Sở Nội vụ thành phố Hà Nội"),
    ],
)
def test_the_name_that_residents_read(code: str, name: str, place: str, read: str) -> None:
    assert body(row(code, name), tier(place)).name == read
    assert fits(row(code, name), tier(place))


def test_the_party_committee_of_a_city_however_the_city_is_written() -> None:
    city, town = row("TU", "Thành ủy", "province"), row("ThU", "Thành ủy", "district")
    assert body(city, tier("thành phố Hà Nội")).name == "Thành ủy Hà Nội"
    assert body(city, tier("Thành phố Hà Nội")).name == "Thành ủy Hà Nội"
    assert body(town, tier("thành phố Thủ Đức")).name == "Thành ủy Thủ Đức"


def test_the_ends_of_names_are_whole_words_in_any_spelling() -> None:
    town = Issuer(code="CATX", name="Công an thị xã", level="district", system="state")
    assert body(town, tier("thị xã Sơn Tây")).name == "Công an thị xã Sơn Tây"
    old = Issuer(code="QU", name="Quận uỷ", level="district", system="party")
    assert body(old, tier("quận Long Biên")).name == "Quận uỷ Long Biên"
    army = Issuer(code="QSĐP", name="Quân ủy", level="any", system="party")
    assert body(army, tier("quận Long Biên")).name == "Quân ủy quận Long Biên"


def test_central_bodies_have_no_place() -> None:
    assert body(row("CP", "Chính phủ"), None).name == "Chính phủ"
    assert body(row("CP", "Chính phủ"), tier("thành phố Hà Nội")).name == "Chính phủ"
    ended = body(row("BTNMT", "Bộ Tài nguyên và Môi trường"), None)
    assert (ended.until, ended.next) == (date(2025, 3, 1), ("Bộ Nông nghiệp và Môi trường",))


@pytest.mark.parametrize(
    ("code", "name", "place"),
    [
        ("TU", "Tỉnh ủy", "thành phố Hà Nội"),
        ("TU", "Thành ủy", "tỉnh Đồng Nai"),
        ("QU", "Quận ủy", "huyện Gia Lâm"),
        ("CAX", "Công an xã", "phường Phúc Đồng"),
        ("CAP", "Công an phường", "xã Bát Tràng"),
        ("SNV", "Sở Nội vụ", "quận Long Biên"),
        ("CP", "Chính phủ", "thành phố Hà Nội"),
    ],
)
def test_what_there_cannot_be(code: str, name: str, place: str) -> None:
    level = "province" if code == "TU" else ""
    assert not fits(row(code, name, level), tier(place))


def test_a_body_ends_with_its_place() -> None:
    gone = tier("quận Long Biên", JULY, ("phường Long Biên", "phường Bồ Đề"))
    committee = body(row("UBND", "Ủy ban nhân dân"), gone)
    assert (committee.until, committee.next) == (JULY, ("phường Long Biên", "phường Bồ Đề"))


def test_a_body_may_end_before_its_place() -> None:
    police = body(row("CAQ", "Công an quận"), tier("quận Long Biên", JULY, ("phường Long Biên",)))
    assert (police.until, police.next) == (date(2025, 3, 1), ())


def test_a_body_may_end_where_its_place_goes_on() -> None:
    labour = body(row("SLĐTBXH", "Sở Lao động - Thương binh và Xã hội"), tier("thành phố Hà Nội"))
    assert (labour.until, labour.next) == (date(2025, 3, 1), ("Sở Nội vụ",))


def test_ended_together_the_body_tells_what_followed_and_else_the_place() -> None:
    gone = tier("quận Long Biên", JULY, ("phường Long Biên",))
    assert body(row("CCT", "Chi cục Thuế"), gone).next == ("Thuế cơ sở",)
    assert body(row("QU", "Quận ủy"), gone).next == ("phường Long Biên",)


def test_what_lives_has_no_end() -> None:
    alive = body(row("UBND", "Ủy ban nhân dân"), tier("thành phố Hà Nội"))
    assert (alive.until, alive.next) == (None, ())


@pytest.mark.parametrize(
    ("code", "name", "place", "following"),
    [
        ("SNV", "Sở Nội vụ", "tỉnh Đồng Nai", "Sở Nội vụ thành phố Đồng Nai"),
        ("UBND", "Ủy ban nhân dân", "tỉnh Đồng Nai", "Ủy ban nhân dân thành phố Đồng Nai"),
        ("TU", "Tỉnh ủy", "tỉnh Đồng Nai", "thành phố Đồng Nai"),
    ],
)
def test_a_body_whose_place_is_called_otherwise_goes_on(code: str, name: str, place: str, following: str) -> None:
    there = Tier(level="province", name=place, until=date(2026, 4, 30), next=("thành phố Đồng Nai",), renamed=True)
    found = body(row(code, name), there)
    assert (found.renamed, found.next) == (True, (following,))
    assert end_in_words(found) == "mang tên khác từ ngày 30/4/2026"


def test_an_end_is_told_as_exactly_as_it_is_known() -> None:
    city = tier("thành phố Hà Nội")
    propaganda = body(row("BTGTU", "Ban Tuyên giáo Thành ủy"), city)
    assert (propaganda.until, propaganda.about) == (date(2025, 3, 1), "2025-02")
    assert end_in_words(propaganda) == "đã kết thúc hoạt động trong tháng 02/2025 (chưa đối chiếu)"
    assert end_in_words(body(row("SGTCC", "Sở Giao thông Công chánh"), city)).endswith(
        "trong năm 2025 (chưa đối chiếu)"
    )
    assert end_in_words(alone(row("BTNMT", "Bộ Tài nguyên và Môi trường"))).endswith("từ ngày 01/3/2025")
    assert end_in_words(body(row("UBND", "Ủy ban nhân dân"), city)) == ""


def test_an_end_that_nobody_checked_is_not_sure_but_a_place_of_the_ward_is() -> None:
    assert not body(row("CAQ", "Công an quận"), tier("quận Long Biên", JULY)).sure
    assert body(row("QU", "Quận ủy"), tier("quận Long Biên", JULY)).sure
    assert alone(row("BTNMT", "Bộ Tài nguyên và Môi trường")).sure
