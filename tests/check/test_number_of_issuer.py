"""Whose number it is."""

from __future__ import annotations

import pytest

from bulletin import knowledge
from bulletin.check.number_of_issuer import owner_name, owners
from bulletin.cli import main
from bulletin.words.papers.document_numbers import parse_number
from tests.conftest import Ward

KNOWN = knowledge.load()


def owner(number: str, issuer: str) -> str:
    read = parse_number(number, KNOWN.type_codes)
    assert read
    rows = owners(read, issuer, KNOWN)
    return owner_name(rows, issuer) if rows else ""


@pytest.mark.parametrize(
    ("number", "issuer", "whose"),
    [
        ("214/TB-UBND", "Đảng ủy phường Thử", "Ủy ban nhân dân phường Thử"),
        ("214/TB-UBND", "ĐẢNG ỦY PHƯỜNG THỬ", "Ủy ban nhân dân"),
        ("12-TB/ĐU", "UBND phường Thử", "Đảng ủy phường Thử"),
        ("3/TB-MTTQ", "UBND phường Thử", "Ủy ban Mặt trận Tổ quốc Việt Nam phường Thử"),
        ("3/TB-CAP", "Đảng ủy phường Thử", "Công an phường Thử"),
    ],
)
def test_a_number_that_cannot_be_its_issuers(number: str, issuer: str, whose: str) -> None:
    assert owner(number, issuer).casefold().startswith(whose.casefold())


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("214/TB-UBND", "UBND P. Thử"),
        ("12-TB/ĐU", "Ban Thường vụ Đảng ủy phường Thử"),
        ("214/TB-UBND", "Đảng ủy UBND phường Thử"),
        ("3/TB-TYT", "Ủy ban nhân dân phường Thử"),  # units sign for others
        ("5-CV/VP", "Đảng ủy phường Thử"),  # every system has its offices
        ("5-CV/XYZ", "Đảng ủy phường Thử"),
        ("214/TB-UBND", "Cơ quan thử"),
        ("3/TB-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam phường Thử"),
    ],
)
def test_what_may_be_is_told_nothing(number: str, issuer: str) -> None:
    assert owner(number, issuer) == ""


def test_a_new_notice_is_the_body_whose_number_it_has(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.write("site.yml", (ward.content / "site.yml").read_text("utf-8").replace("Ủy ban nhân dân", "Đảng ủy"))
    monkeypatch.chdir(ward.root)
    assert main(["new", "Lịch tiếp dân", "--number", "214/TB-UBND", "--date", "1/5/2022"]) == 0
    (path,) = (ward.content / "notices/2022").glob("*.md")
    assert "issuer: Ủy ban nhân dân phường Thử" in path.read_text("utf-8")
    assert "Văn bản của cơ quan nào?" in capsys.readouterr().err
    assert ward.build().problems == ()
