"""Provinces and special zones: the table as a file, what stood on a day, a ward's chain with its life."""

from __future__ import annotations

import os
from datetime import date

import pytest

from bulletin import knowledge
from bulletin.knowledge.areas import dated, elsewhere
from bulletin.model.issuer import Area, Level, Tier
from bulletin.understand.citations.issuers import resolve
from bulletin.understand.citations.lexicon import lexicon
from tests.knowledge.table_files import FOLDER, KEYS, MEMORY, canonical, origin, rows

KNOWN = knowledge.load()
ALL = tuple(KNOWN.areas.values())
FILE = "areas.yml"
ZONES = [row for row in ALL if row.kind == "đặc khu"]


def on(day: date) -> list[Area]:
    return [row for row in ALL if row.kind != "đặc khu" and (row.since or day) <= day and day < (row.until or date.max)]


def chain(*names: str, **told: object) -> list[tuple[str, date | None, date | None]]:
    levels: dict[str, Level] = {"đặc": "commune", "phường": "commune", "quận": "district"}
    tiers = [Tier(level=levels.get(name.split()[0], "province"), name=name, **told) for name in names]  # type: ignore[arg-type]
    return [(tier.name, tier.since, tier.until) for tier in dated(tiers, KNOWN.areas)]


def test_it_is_written_in_its_one_form_and_order() -> None:
    text = (FOLDER / FILE).read_text("utf-8")
    wanted = canonical(FILE, text)
    if os.environ.get("FIX"):
        (FOLDER / FILE).write_text(wanted, encoding="utf-8")
    assert text == wanted, "run: FIX=1 pytest tests/knowledge"


def test_its_rows_have_its_keys_and_sources() -> None:
    keys = KEYS[FILE].split()
    for row in rows(FILE):
        assert set(row) <= {key.rstrip("?") for key in keys}, row
        origins = {origin(FILE, source) for source in row["sources"]}
        assert origins
        assert row["verified"] == "false" or (MEMORY not in origins and len(origins) >= 2), row


@pytest.mark.parametrize(
    ("day", "cities", "provinces"),
    [
        (date(2025, 6, 30), 6, 57),
        (date(2025, 7, 1), 6, 28),
        (date(2026, 4, 29), 6, 28),
        (date(2026, 4, 30), 7, 27),
        (date(2026, 9, 1), 8, 26),
        (date(2026, 9, 20), 9, 25),
    ],
)
def test_how_many_there_were(day: date, cities: int, provinces: int) -> None:
    there = on(day)
    assert sum(row.kind == "thành phố" for row in there) == cities
    assert sum(row.kind == "tỉnh" for row in there) == provinces
    assert len({row.name for row in there}) == len(there)


def test_what_followed_was_there_on_the_day_of_the_end() -> None:
    for row in ALL:
        assert bool(row.until) is bool(row.next), row.full
        for name in row.next if row.until else ():
            assert name in {other.full for other in on(row.until)}, row.full


def test_thirteen_special_zones_lie_in_provinces_that_there_are() -> None:
    assert len(ZONES) == 13
    for zone in ZONES:
        assert zone.since == date(2025, 7, 1)
        assert zone.within in {row.name for row in on(zone.since)}


@pytest.mark.parametrize("named", ["tỉnh Đồng Nai", "thành phố Đồng Nai", "Thành phố Đồng Nai"])
def test_a_province_that_became_a_city_is_each_in_its_time(named: str) -> None:
    day = date(2026, 4, 30)
    assert chain(named) == [("tỉnh Đồng Nai", None, day), ("thành phố Đồng Nai", day, None)]


def test_a_province_that_was_merged_is_followed() -> None:
    merged = date(2025, 7, 1)
    assert chain("tỉnh Hà Giang") == [("tỉnh Hà Giang", None, merged), ("tỉnh Tuyên Quang", None, None)]
    assert chain("tỉnh Bắc Giang")[1:] == [
        ("tỉnh Bắc Ninh", None, date(2026, 9, 20)),
        ("thành phố Bắc Ninh", date(2026, 9, 20), None),
    ]


def test_what_the_ward_tells_itself_and_what_nobody_knows_stay() -> None:
    until = date(2026, 5, 1)
    assert chain("tỉnh Đồng Nai", until=until) == [("tỉnh Đồng Nai", None, until)]
    assert chain("phường Thử", "quận Mẫu", "tỉnh Thử") == [
        (name, None, None) for name in ("phường Thử", "quận Mẫu", "tỉnh Thử")
    ]
    assert chain("thành phố Hà Nội") == [("thành phố Hà Nội", None, None)]


def test_a_special_zone_knows_its_province() -> None:
    since = date(2025, 7, 1)
    assert chain("đặc khu Phú Quốc") == [("đặc khu Phú Quốc", since, None), ("tỉnh An Giang", None, None)]
    assert [name for name, *_ in chain("đặc khu Cô Tô")] == ["đặc khu Cô Tô", "tỉnh Quảng Ninh", "thành phố Quảng Ninh"]


@pytest.mark.parametrize(
    ("day", "by_code", "department"),
    [
        (date(2026, 4, 29), "Tỉnh ủy Đồng Nai", "Sở Nội vụ tỉnh Đồng Nai"),
        (date(2026, 4, 30), "Thành ủy Đồng Nai", "Sở Nội vụ thành phố Đồng Nai"),
    ],
)
def test_papers_of_before_and_after_are_those_of_the_right_body(day: date, by_code: str, department: str) -> None:
    words = lexicon(KNOWN, dated([Tier(level="province", name="tỉnh Đồng Nai")], KNOWN.areas))
    for code, name in (("TU", by_code), ("SNV", department)):
        found = resolve(code, "", day, words).body
        assert found is not None
        assert found.name == name


def test_a_body_of_another_province_ended_with_it() -> None:
    (committee,) = KNOWN.by_issuer["UBND"]
    gone = elsewhere(committee, "tỉnh Bình Dương", KNOWN.areas)
    assert (gone.until, gone.next, gone.sure) == (date(2025, 7, 1), ("Ủy ban nhân dân thành phố Hồ Chí Minh",), True)
    assert not gone.renamed and elsewhere(committee, "tỉnh Bắc Ninh", KNOWN.areas).renamed
    assert not elsewhere(committee, "tỉnh Thừa Thiên Huế", KNOWN.areas).sure
    for place in ("tỉnh An Giang", "quận Thử", "tỉnh Thử"):
        assert elsewhere(committee, place, KNOWN.areas).until is None
    words = lexicon(KNOWN, [Tier(level="province", name="thành phố Hà Nội")])
    cited = resolve("UBND", "UBND tỉnh Bình Dương", date(2024, 5, 1), words)
    assert cited.body == gone
