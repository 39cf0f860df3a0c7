"""A ward's own anniversaries and days off: read in notices, counted, and in place of the common ones."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin import knowledge
from bulletin.cli import main
from bulletin.model.anniversary import Anniversary, Lunar, Solar
from bulletin.words.dates.yearly import LAST_DAY
from tests.conftest import SITE, Ward

OWN = """\
anniversaries:
  - {id: mo-lop, name: Ngày mở lớp học đầu tiên của phường, on: 1/5, origin: 01/5/2003, also: [Ngày mở lớp học]}
  - {id: hoi-dinh, name: Hội đình làng Thử, on: 10/2 Âm lịch, note: Ở đình, basis: Lệ làng}
"""


def own(ward: Ward, text: str) -> tuple[Anniversary, ...]:
    ward.write("calendar/rieng.yml", text)
    built = ward.build()
    assert not built.failed, [str(p) for p in built.problems]
    common = len(knowledge.load().anniversaries)
    return built.archive.anniversaries[common:]


def told(ward: Ward, text: str) -> list[str]:
    ward.write("calendar/rieng.yml", text)
    return [f"{p.place.line}:{p.place.col} {p.code}" for p in ward.build().problems]


def test_own_rows_come_after_the_common_ones(ward: Ward) -> None:
    school, feast = own(ward, OWN)
    assert (school.id, school.on, school.origin, school.also) == (
        "mo-lop",
        Solar(month=5, day=1),
        "2003-05-01",
        ("Ngày mở lớp học",),
    )
    assert (school.kinds, school.flag, school.verified) == (("local",), "none", True)
    assert school.sources == ("calendar/rieng.yml",)
    assert (feast.on, feast.origin, feast.note, feast.basis) == (Lunar(month=2, day=10), "", "Ở đình", "Lệ làng")


@pytest.mark.parametrize(
    ("typed", "origin"),
    [("6/11/2003", "2003-11-06"), ("2003-11-06", "2003-11-06"), ("11/2003", "2003-11"), ("2003", "2003"), ("", "")],
)
def test_an_origin_in_its_own_precision(ward: Ward, typed: str, origin: str) -> None:
    (row,) = own(ward, f"anniversaries: [{{id: a, name: Ngày thử, on: 6/11, origin: '{typed}'}}]\n")
    assert row.origin == origin


def test_a_notice_that_names_an_own_day_is_understood_and_its_sum_is_done(ward: Ward) -> None:
    ward.write("calendar/rieng.yml", OWN)
    ward.notice("a", "Kỷ niệm 18 năm Ngày mở lớp học 1/5/2022.")
    built = ward.build()
    (said,) = built.archive.entries[0].prose.occasions
    assert said.anniversary == "mo-lop"
    (one,) = built.problems
    assert (one.code, "2022 − 2003 = 19" in one.says) == ("occasion-count", True)


def test_explain_knows_them(ward: Ward, capsys: pytest.CaptureFixture[str]) -> None:
    ward.write("calendar/rieng.yml", OWN)
    path = ward.notice("a", "Kỷ niệm 19 năm Ngày mở lớp học 1/5/2022.")
    assert main(["explain", str(path), "--content", str(ward.content), "--today", "2022-05-01"]) == 0
    assert "tôi hiểu là Ngày mở lớp học đầu tiên của phường" in capsys.readouterr().out


def test_a_campaign_may_be_for_an_own_day(ward: Ward) -> None:
    ward.write("calendar/rieng.yml", OWN)
    ward.write("calendar/dot.yml", "title: Đợt\npublish: public\noccasions: [{anniversary: hoi-dinh, on: 12/3/2022}]\n")
    assert [c.id for c in ward.build().archive.campaigns] == ["dot"]


def test_a_campaign_is_not_blamed_for_an_own_day_that_is_wrong(ward: Ward) -> None:
    ward.write("calendar/rieng.yml", OWN.replace("on: 1/5", "on: 31/4"))
    ward.write("calendar/dot.yml", "title: Đợt\npublish: public\noccasions: [{anniversary: mo-lop, on: 01/5/2022}]\n")
    assert ward.codes() == ["date-impossible"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("id: a, name: Ngày thử", "2:5 key-missing"),
        ("id: Ngày A, name: Ngày thử, on: 7/5", "2:10 anniversary-id"),
        ("id: dien-bien-phu, name: Ngày thử, on: 7/5", "2:10 anniversary-twice"),
        ("id: a, name: Ngày Chiến thắng Điện Biên phủ, on: 8/5", "2:10 anniversary-twice"),
        ("id: a, name: Ngày thử, on: 31/4", "2:33 date-impossible"),
        ("id: a, name: Ngày thử, on: 31/1 âm lịch", "2:33 date-impossible"),
        ("id: a, name: Ngày thử, on: mai", "2:33 yearly-unreadable"),
        ("id: a, name: Ngày thử, on: 7/5, origin: 31/4/2003", "2:46 date-impossible"),
        ("id: a, name: Ngày thử, on: 7/5, origin: xưa", "2:46 date-unreadable"),
        ("id: a, name: Ngày thử, on: 7/5, origin: 05/7/2003", "2:5 anniversary-origin"),
        ("id: a, name: Ngày thử, on: 7/5, flag: national", "2:38 key-unknown"),
    ],
)
def test_what_is_refused_at_its_place(ward: Ward, row: str, fault: str) -> None:
    assert told(ward, f"anniversaries:\n  - {{{row}}}\n") == [fault]


def test_an_id_twice_in_two_files(ward: Ward) -> None:
    ward.write("calendar/a.yml", OWN)
    ward.write("calendar/b.yml", OWN)
    found = ward.build().problems
    assert [p.code for p in found] == ["anniversary-twice"] * 2
    assert all("calendar/a.yml" in p.says and p.place.path.endswith("b.yml") for p in found)


def test_the_last_day_of_the_lunar_year_and_a_day_of_leap_years(ward: Ward) -> None:
    rows = own(ward, f"anniversaries: [{{id: a, name: Ngày A, on: {LAST_DAY}}}, {{id: b, name: Ngày B, on: 29/2}}]\n")
    assert [row.on for row in rows] == [Lunar(month=12, day="last"), Solar(month=2, day=29)]


OFF = "days_off:\n  - {on: 24/11/2026, name: Nghỉ thử, kind: nghỉ bù, status: chính thức, basis: 1/TB-UBND}\n"


def test_an_own_day_off_replaces_the_common_one_of_its_day(ward: Ward) -> None:
    ward.write("calendar/nghi.yml", f"{OFF}  - {{on: 2026-11-25, name: Làm, kind: làm bù, status: dự kiến}}\n")
    found = ward.build().archive.days_off
    assert [row.on for row in found] == sorted({row.on for row in found})
    of_day = {row.on: row for row in found}
    one = of_day[date(2026, 11, 24)]
    assert (one.name, one.kind, one.status, one.basis) == ("Nghỉ thử", "substitute", "confirmed", "1/TB-UBND")
    assert (of_day[date(2026, 11, 25)].kind, of_day[date(2026, 11, 25)].status) == ("swap-work", "estimated")
    assert len(found) == len(knowledge.load().days_off) + 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (OFF.replace(", basis: 1/TB-UBND", ""), "2:5 day-off-basis"),
        (OFF.replace("nghỉ bù", "nghỉ chơi"), "2:44 choice-unknown"),
        (OFF.replace("chính thức", "chắc"), "2:61 choice-unknown"),
        (OFF.replace("24/11/2026", "31/11/2026"), "2:10 date-impossible"),
        (f"{OFF}{OFF[10:]}", "3:10 day-off-twice"),
        ("days_off: 24/11/2026\n", "1:11 value-not-list"),
    ],
)
def test_a_day_off_that_is_refused(ward: Ward, text: str, fault: str) -> None:
    assert told(ward, text) == [fault]


def test_the_years_that_a_ward_asks_for(ward: Ward) -> None:
    ward.write("site.yml", f"{SITE}years: [2030, 1968, 2030]\n")
    assert "lich/2030/index.html" in ward.files()
    assert "lich/2031/index.html" not in ward.files()
    ward.write("site.yml", f"{SITE}years: [1967, 20, 2100, 2101, năm]\n")
    assert [p.place.col for p in ward.build().problems if p.code == "year-outside"] == [9, 15, 25, 31]


@pytest.mark.parametrize(("typed", "key"), [("anniversary", "anniversaries"), ("day_off", "days_off")])
def test_a_key_in_the_singular_is_no_campaign(ward: Ward, typed: str, key: str) -> None:
    ward.write("calendar/rieng.yml", f"{typed}: [7/5]\n")
    (one,) = ward.build().problems
    assert (one.code, one.hint) == ("key-unknown", f"có phải «{key}» không?")


def test_no_path_of_the_machine_is_published(ward: Ward) -> None:
    ward.write("calendar/2022/rieng.yml", f"{OWN}{OFF}")
    public = b"".join(data for data in ward.files().values() if isinstance(data, bytes))
    assert b"calendar/2022/rieng.yml" in public
    assert ward.content.as_posix().encode() not in public
