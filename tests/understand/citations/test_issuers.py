"""Which body stands behind a code: words first, then the ward's chain on that day; one body, one key."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.model.dispatch import Mention
from bulletin.model.issuer import Tier
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import Vocabulary, vocabulary
from bulletin.words.papers.document_numbers import parse_number
from tests.understand.citations.test_cases import CHAIN, KNOWN

HANOI = vocabulary(KNOWN, CHAIN)
AFTER = date(2025, 7, 1)
COUNTRY = vocabulary(
    KNOWN,
    (
        Tier(level="commune", name="xã Mẫu"),
        Tier(level="district", name="huyện Mẫu", until=AFTER),
        Tier(level="province", name="tỉnh Mẫu"),
    ),
)


def cited(text: str, words: Vocabulary = HANOI) -> Mention:
    (mention,) = understand(text, "x.md", 1, "", Citing(vocabulary=words, signed_on=date(2025, 12, 1)))[0].mentions
    return mention


def name(text: str, words: Vocabulary = HANOI) -> str:
    body = cited(text, words).body
    return body.name if body else ""


@pytest.mark.parametrize(
    ("code", "here", "there"),
    [
        ("QU", "Quận ủy Long Biên", None),
        ("HU", None, "Huyện ủy Mẫu"),
        ("TU", "Thành ủy Hà Nội", "Tỉnh ủy Mẫu"),
        ("ĐU", "Đảng ủy phường Phúc Đồng", "Đảng ủy xã Mẫu"),
        ("BTGTU", "Ban Tuyên giáo Thành ủy Hà Nội", "Ban Tuyên giáo Tỉnh ủy Mẫu"),
        ("VPTW", "Văn phòng Trung ương Đảng", "Văn phòng Trung ương Đảng"),
    ],
)
def test_a_code_is_the_wards_own_body_of_its_level(code: str, here: str | None, there: str | None) -> None:
    text = f"Công văn số 9-CV/{code} ngày 15/4/2022"
    for words, body in ((HANOI, here), (COUNTRY, there)):
        if body:
            assert name(text, words) == body


def test_codes_that_many_bodies_share_tell_none() -> None:
    for symbol in ("QĐ-UBND", "QĐ-HĐND", "KH-BCĐ"):
        assert name(f"Quyết định số 9/{symbol} ngày 15/4/2022") == ""
    assert name("Chỉ thị số 9-CT/TW ngày 15/4/2022") == ""


def test_a_unit_that_only_a_quan_has_tells_its_ubnd() -> None:
    mention = cited("Công văn số 506/UBND-VHTT ngày 15/4/2022")
    assert mention.body and mention.body.name == "Ủy ban nhân dân quận Long Biên"
    assert "issuer" in mention.guessed and mention.why


def test_what_the_text_says_is_no_guess() -> None:
    assert "issuer" not in cited("Công văn số 9-CV/QU ngày 15/4/2022 của Quận ủy").guessed


def test_the_end_of_a_body_is_known() -> None:
    body = cited("Công văn số 9-CV/QU ngày 15/4/2022 của Quận ủy").body
    assert body and body.until == AFTER


# Every list names one body; the first spelling is the whole one.
SAME = [
    [
        "UBND quận Long Biên",
        "Ủy ban nhân dân quận Long Biên",
        "Uỷ ban nhân dân Quận",
        "UBND quận",
        "ủy ban nhân dân quận",
    ],
    [
        "UBND thành phố Hà Nội",
        "UBND Thành phố",
        "UBND TP Hà Nội",
        "UBND TP. Hà Nội",
        "UBND TP",
        "Ủy ban nhân dân Thành phố Hà Nội",
    ],
    ["UBND phường Phúc Đồng", "UBND phường", "Ủy ban nhân dân phường"],
]


@pytest.mark.parametrize("spellings", SAME, ids=[names[0] for names in SAME])
def test_one_body_has_one_key_however_it_is_spelled(spellings: list[str]) -> None:
    keys = {cited(f"Quyết định số 9/QĐ-UBND ngày 15/4/2022 của {said} về việc chung").key for said in spellings}
    assert len(keys) == 1
    others = [names[0] for names in SAME if names != spellings]
    assert not keys & {cited(f"Quyết định số 9/QĐ-UBND ngày 15/4/2022 của {said}").key for said in others}


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("UBND Q. Long Biên", "UBND quận Long Biên"),
        ("UBND P. Phúc Đồng", "UBND phường Phúc Đồng"),
    ],
)
def test_shortened_kinds_of_places(short: str, whole: str) -> None:
    said = "Quyết định số 9/QĐ-UBND ngày 15/4/2022 của {}"
    assert cited(said.format(short)).key == cited(said.format(whole)).key


def test_the_beginning_of_a_name_beside_its_code() -> None:
    said = "Công văn số 9-CV/BTGQU ngày 15/4/2022 của Ban Tuyên giáo"
    assert cited(said).key == cited(f"{said} Quận ủy").key


def test_no_body_is_made_up_that_cannot_be() -> None:
    assert name("Công văn số 9-CV/HU ngày 15/4/2022") == ""


def test_another_place_is_another_body_and_another_key() -> None:
    said = "Công văn số 9-CV/QU ngày 15/4/2022 của Quận ủy"
    assert name(f"{said} Hoàng Mai") == "Quận ủy Hoàng Mai"
    assert cited(f"{said} Hoàng Mai").key != cited(said).key


@pytest.mark.parametrize(("short", "whole"), [("TP. Đà Nẵng", "thành phố Đà Nẵng"), ("TX. Sơn Tây", "thị xã Sơn Tây")])
def test_the_name_of_another_place_is_spelled_out_once(short: str, whole: str) -> None:
    assert name(f"Quyết định số 7/QĐ-UBND của UBND {short} về việc họp.") == f"Ủy ban nhân dân {whole}"


ISLAND = vocabulary(
    KNOWN,
    (Tier(level="commune", name="đặc khu Mẫu"), Tier(level="province", name="tỉnh Mẫu")),
)


@pytest.mark.parametrize(
    ("symbol", "said", "body"),
    [
        ("KH-SVHTT", "Sở Văn hóa, Thể thao, Gia đình và Du lịch", "Sở Văn hóa, Thể thao, Gia đình và Du lịch"),
        ("KH-SVHTT", "Sở Văn hóa và Thông tin tỉnh", "Sở Văn hóa và Thông tin tỉnh"),
        ("KH-SVHTT", "Sở Văn hóa - Thông tin và Gia đình", "Sở Văn hóa - Thông tin và Gia đình"),
        ("KH-SGDĐT", "Sở Giáo dục, Khoa học và Công nghệ tỉnh", "Sở Giáo dục, Khoa học và Công nghệ tỉnh"),
        ("KH-SGDĐT", "Sở Giáo dục", "Sở Giáo dục"),
        ("KH-SXD", "Sở Xây dựng và Giao thông tỉnh", "Sở Xây dựng và Giao thông tỉnh"),
        ("KH-UBND", "Đảng ủy UBND đặc khu", "Đảng ủy Ủy ban nhân dân đặc khu Mẫu"),
        ("KH-UBND", "Ban Kinh tế HĐND đặc khu", "Ban Kinh tế Hội đồng nhân dân đặc khu"),
        ("KH-ĐU", "Đảng ủy các cơ quan Đảng đặc khu", "Đảng ủy các cơ quan Đảng đặc khu"),
    ],
)
def test_a_named_body_is_never_a_row_that_only_resembles_it(symbol: str, said: str, body: str) -> None:
    assert name(f"Kế hoạch số 9/{symbol} ngày 15/11/2025 của {said}; gửi các khu", ISLAND) == body


@pytest.mark.parametrize(
    ("symbol", "said", "body"),
    [
        ("KH-SXD", "Sở XD tỉnh", "Sở Xây dựng tỉnh Mẫu"),
        ("KH-SGDĐT", "Sở GDĐT", "Sở Giáo dục và Đào tạo tỉnh Mẫu"),
        ("KH-UBND", "UBND đặc khu", "Ủy ban nhân dân đặc khu Mẫu"),
        ("KH-UBND", "Chủ tịch UBND đặc khu", "Ủy ban nhân dân đặc khu Mẫu"),
        ("KH-UBND", "UBND đặc khu Khác", "Ủy ban nhân dân đặc khu Khác"),
        ("NQ-HĐND", "Thường trực HĐND đặc khu", "Hội đồng nhân dân đặc khu Mẫu"),
        ("KH-MTTQ", "UBMTTQ đặc khu", "Ủy ban Mặt trận Tổ quốc Việt Nam đặc khu Mẫu"),
        ("KH-ĐU", "BCH Đảng bộ đặc khu", "Đảng ủy đặc khu Mẫu"),
    ],
)
def test_a_known_spelling_is_the_body_of_the_chain(symbol: str, said: str, body: str) -> None:
    assert name(f"Kế hoạch số 9/{symbol} ngày 15/11/2025 của {said}; gửi các khu", ISLAND) == body


def test_a_paper_of_its_own_code_that_names_nobody_is_guessed_to_be_the_wards() -> None:
    number = parse_number("10/TB-UBND", KNOWN.type_codes)
    citing = Citing(vocabulary=ISLAND, number=number, signed_on=date(2025, 12, 1), issuer="UBND đặc khu Mẫu")
    text = "Kế hoạch số 14/KH-UBND ngày 03/11/2025; Quyết định số 15/QĐ-UBND ngày 03/11/2025."
    plan, decision = understand(text, "x.md", 1, "", citing)[0].mentions
    assert plan.body and plan.body.name == "Ủy ban nhân dân đặc khu Mẫu"
    assert "issuer" in plan.guessed and plan.why
    assert decision.body is None
