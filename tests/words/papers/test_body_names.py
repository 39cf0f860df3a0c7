"""Names of bodies: one body however it is spelled, and an address for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import addresses
from bulletin.words.papers.administrative_units import KINDS, SHORT
from bulletin.words.papers.body_names import body_slug, spelled
from bulletin.words.papers.level_of_place import level_of
from tests.properties import examples

# Every list names one body, and no two lists the same; the first is as it is shown.
SAME = [
    [
        "Ủy ban nhân dân phường Mẫu",
        "UBND phường Mẫu",
        "Uỷ ban nhân dân Phường Mẫu",
        "UBND P. Mẫu",
        "UBND P.Mẫu",
        "ỦY BAN NHÂN DÂN PHƯỜNG MẪU",
        "UỶ BAN NHÂN DÂN PHƯỜNG MẪU",
        "Ubnd phường Mẫu",
    ],
    ["Ủy ban nhân dân phường Hòa Mẫu", "UBND phường Hòa Mẫu", "ubnd phường Hoà Mẫu"],
    ["Hội đồng nhân dân phường Mẫu", "HĐND phường Mẫu", "HĐND P.Mẫu", "hđnd phường Mẫu"],
    ["Thường trực Hội đồng nhân dân phường Mẫu", "TT HĐND phường Mẫu", "TT.HĐND phường Mẫu", "Thường trực HĐND P. Mẫu"],
    [
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường Mẫu",
        "UBMTTQ phường Mẫu",
        "UB MTTQ phường Mẫu",
        "UBMTTQVN phường Mẫu",
        "Ủy ban MTTQ Việt Nam phường Mẫu",
        "Uỷ ban MTTQ phường Mẫu",
        "MTTQ phường Mẫu",
        "Mặt trận Tổ quốc Việt Nam phường Mẫu",
    ],
    ["Đảng ủy phường Mẫu", "ĐU phường Mẫu", "Đảng uỷ P.Mẫu"],
    ["Ban Chấp hành Đảng bộ phường Mẫu", "BCH Đảng bộ phường Mẫu"],
    ["Ban Chỉ huy Quân sự phường Mẫu", "BCHQS phường Mẫu", "BCH quân sự phường Mẫu"],
    ["Ban Thường vụ Đảng ủy phường Mẫu", "BTV Đảng ủy phường Mẫu", "BTV ĐU phường Mẫu"],
    ["Ủy ban nhân dân thành phố Mẫu", "UBND TP. Mẫu", "UBND TP Mẫu", "UBND Thành phố Mẫu", "UBND tp. Mẫu"],
    ["Ủy ban nhân dân đặc khu Mẫu", "UBND đặc khu Mẫu", "UBND Đặc khu Mẫu", "UBND ĐK Mẫu"],
    ["Ủy ban nhân dân xã Ca Thành", "UBND xã Ca Thành", "UBND X. Ca Thành"],
    ["Công an xã Ca Thành", "CA xã Ca Thành"],
]


@pytest.mark.parametrize("names", SAME, ids=[names[0] for names in SAME])
def test_one_body_however_it_is_spelled(names: list[str]) -> None:
    assert spelled(names[1]) == names[0]
    assert {body_slug(name) for name in names} == {body_slug(names[0])}
    assert len({addresses.issuer_url(name) for name in names} | {addresses.issuer_url(spelled(names[0]))}) == 1
    assert body_slug(names[0]) not in {body_slug(other) for others in SAME if others != names for other in others}


def test_every_kind_of_place_is_known_with_its_level() -> None:
    assert {kind: level_of(f"{slugless} mau") for kind, slugless in zip(KINDS, PLAIN, strict=True)} == dict(KINDS)
    assert set(SHORT.values()) <= set(KINDS)


PLAIN = ["phuong", "xa", "thi tran", "dac khu", "quan", "huyen", "thi xa", "thanh pho", "tinh"]


@examples(30)
@given(st.text(min_size=1, max_size=160).filter(str.strip))
def test_any_name_has_a_safe_address(name: str) -> None:
    for url in (addresses.body_url(name), addresses.issuer_url(name), addresses.dispatch_type_url(name)):
        assert addresses.is_safe(url), url


@pytest.mark.parametrize("name", ["北京市", "Совет народных депутатов", "مجلس", "ตำบล", "서울", "Con", "☃☃"])
def test_a_name_without_a_letter_of_ours_is_another_than_its_like(name: str) -> None:
    assert addresses.body_url(name) != addresses.body_url(f"{name}北")
    assert addresses.body_url(name) == addresses.body_url(name)
    assert addresses.is_safe(addresses.body_url(name))
