"""`content/calendar/*.yml`, campaigns: what a file becomes, and all that is wrong with it."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.model.campaign import Campaign
from bulletin.model.problem import Problem
from tests.conftest import Ward

HEAD = "title: Đợt tháng 5\npublish: public\n"
MAY = """\
title: Tuyên truyền các ngày lễ lớn tháng 5/2022
publish: public
summary: Ba ngày lễ.
occasions:
  - {anniversary: quoc-te-lao-dong, on: 01/5/2022}
  - {anniversary: dien-bien-phu, on: 07/5/2022}
topics: [Phòng chống dịch]
windows:
  - {form: băng rôn, from: 25/4/2022, to: 20/5/2022, basis: {number: 75 -TB/ĐU, date: 28/4/2022}, note: Ở cổng chào}
  - {form: co-to-quoc, from: 29/4/2022, to: 02/5/2022}
  - {form: Zalo, from: 25/4/2022, to: 30/5/2022}
slogans:
  - Nhiệt liệt chào mừng!
  - {text: "Một: hai", basis: 75-TB/ĐU}
channels:
  - {form: Loa truyền thanh, detail: 6 giờ 30}
  - Pano
lead: Đơn vị thử
units: [Tổ dân phố]
basis: [75-TB/ĐU, {number: 12/KH-UBND, date: 20/4/2022}]
events:
  - {what: Gửi báo cáo, by: 05/5/2022, for: cơ quan}
"""


def campaign(ward: Ward, text: str) -> Campaign:
    ward.write("calendar/2022-05-Lễ lớn.yml", text)
    built = ward.build()
    assert not built.failed, [str(p) for p in built.problems]
    (one,) = built.archive.campaigns
    return one


def told(ward: Ward, text: str) -> list[str]:
    ward.write("calendar/a.yml", text)
    return [f"{p.place.line}:{p.place.col} {p.code}" for p in ward.build().problems]


def test_a_file_with_every_key(ward: Ward) -> None:
    one = campaign(ward, MAY)
    assert (one.id, one.title, one.summary) == (
        "2022-05-le-lon",
        "Tuyên truyền các ngày lễ lớn tháng 5/2022",
        "Ba ngày lễ.",
    )
    assert (one.publish, one.cancelled, one.topics) == ("public", False, ("Phòng chống dịch",))
    assert [(m.anniversary, m.on, m.place.line) for m in one.occasions] == [
        ("quoc-te-lao-dong", date(2022, 5, 1), 5),
        ("dien-bien-phu", date(2022, 5, 7), 6),
    ]
    assert [(w.form.id, w.starts_on.day, w.ends_on.day) for w in one.windows] == [
        ("bang-ron", 25, 20),
        ("co-to-quoc", 29, 2),
        ("mang-xa-hoi", 25, 30),
    ]
    set_by = one.windows[0].basis
    assert set_by and (set_by.number.normal, set_by.dated) == ("75-TB/ĐU", date(2022, 4, 28))
    assert (one.windows[1].basis, one.windows[0].note) == (None, "Ở cổng chào")
    assert [(s.text, s.basis and s.basis.number.serial) for s in one.slogans] == [
        ("Nhiệt liệt chào mừng!", None),
        ("Một: hai", "75"),
    ]
    assert [(c.form.id, c.detail) for c in one.channels] == [("dai-truyen-thanh", "6 giờ 30"), ("pa-no", "")]
    assert (one.lead, one.units) == ("Đơn vị thử", ("Tổ dân phố",))
    assert [(b.number.normal, b.dated) for b in one.basis] == [("75-TB/ĐU", None), ("12/KH-UBND", date(2022, 4, 20))]
    assert [(e.what, e.by, e.audience) for e in one.events] == [("Gửi báo cáo", date(2022, 5, 5), "agency")]


def test_all_is_down_the_day_after_the_last_banner(ward: Ward) -> None:
    counted, typed = campaign(ward, MAY), campaign(ward, f"{MAY}takedown_by: 20/5/2022\n")
    assert (counted.takedown_by, counted.takedown_guessed) == (date(2022, 5, 21), True)
    assert (typed.takedown_by, typed.takedown_guessed) == (date(2022, 5, 20), False)
    assert campaign(ward, f"{HEAD}windows: [{{form: Zalo, from: 01/5/2022, to: 02/5/2022}}]\n").takedown_by is None


def test_a_window_over_the_new_year(ward: Ward) -> None:
    one = campaign(
        ward,
        f"{HEAD}windows: [{{form: Cờ Tổ quốc, from: 20/12/2021, to: 03/01/2022}}]\n"
        "occasions: [{anniversary: tet-duong-lich, on: 01/01/2022}]\n",
    )
    assert (one.windows[0].ends_on, one.takedown_by) == (date(2022, 1, 3), date(2022, 1, 4))


def test_topics_alone_make_a_campaign(ward: Ward) -> None:
    one = campaign(ward, f"{HEAD}topics: [Phòng cháy]\ncancelled: TRUE\n")
    assert (one.occasions, one.windows, one.cancelled) == ((), (), True)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("occasions: [{anniversary: gio-to-hung-vuong, on: 10/4/2023}]", "3:50 anniversary-day"),
        ("occasions: [{anniversary: dien-bien-fu, on: 07/5/2022}]", "3:27 anniversary-unknown"),
        ("occasions: [{anniversary: dien-bien-phu, on: 07/5/1953}]", "3:46 year-outside"),
        ("occasions: [{anniversary: dien-bien-phu}]", "3:13 key-missing"),
        ("windows: [{form: Zalo, from: 02/5/2022, to: 01/5/2022}]", "3:45 date-order"),
        ("windows: [{form: cờ giấy, from: 02/5/2022, to: 02/5/2022}]", "3:18 form-unknown"),
        ("windows: [{form: Zalo, from: 02/5/2022, to: 02/5/2022, basis: 75}]", "3:63 number-unreadable"),
        ("windows: [{form: Pano, from: 2/5/2022, to: 2/5/2022}]\ntakedown_by: 01/5/2022", "4:14 date-order"),
        ("slogans: [{text: a, basis: {number: xyz}}]", "3:37 number-unreadable"),
        ("windows: [{form: Zalo, from: 02/5/1922, to: 02/5/2022}]", "3:30 year-outside"),
        ("windows: [{form: Zalo, from: 02/5/2022, to: 02/5/2122}]", "3:45 year-outside"),
        ("events: [{what: a, by: 02/5/1922}]", "3:24 year-outside"),
        ("windows: [{form: Zalo, from: 02/5/2022, to: 06/6/2023}]", "3:11 days-many"),
        ("windows: [{form: Zalo, from: 02/5/2022, to: 05/6/2023}]", ""),
        ("basis: [{date: 01/5/2022}]", "3:9 key-missing"),
        ("channels: [Xyz]", "3:12 form-unknown"),
        ("events: [{what: a}]", "3:10 event-when"),
        ("khẩu hiệu: [a]", "3:1 key-unknown"),
    ],
)
def test_what_is_refused_at_its_place(ward: Ward, lines: str, fault: str) -> None:
    assert told(ward, f"{HEAD}{lines}\n") == ([fault] if fault else [])


def test_a_campaign_and_own_days_do_not_share_a_file(ward: Ward) -> None:
    assert told(ward, f"{HEAD}anniversaries: []\n") == ["1:8 calendar-mixed"]
    (one,) = ward.build().problems
    assert one.hint.startswith("tách thành hai tệp")


def test_the_right_day_is_told(ward: Ward) -> None:
    ward.write("calendar/a.yml", f"{HEAD}occasions: [{{anniversary: gio-to-hung-vuong, on: 10/3/2022}}]\n")
    (one,) = ward.build().problems
    assert one.hint == "ghi 10/4/2022 (10/3 âm lịch)"


def test_a_title_or_publish_that_is_missing_hides_no_other_fault(ward: Ward) -> None:
    assert told(ward, "occasions: [{anniversary: dien-bien-phu, on: 08/5/2022}]\nbasis: [1]\n") == [
        "1:1 key-missing",
        "1:1 key-missing",
        "1:46 anniversary-day",
        "2:9 number-unreadable",
    ]


def test_two_files_of_one_address_and_one_that_makes_none(ward: Ward) -> None:
    ward.write("calendar/2022/Tết.yml", HEAD)
    ward.write("calendar/tet.yml", HEAD)
    ward.write("calendar/….yml", HEAD)
    assert sorted(p.code for p in ward.build().problems) == ["campaign-twice", "path-unsafe"]


OCCASION = "occasions: [{anniversary: dien-bien-phu, on: 07/5/2022}]\n"


@pytest.mark.parametrize(
    ("window", "codes"),
    [
        ("from: 01/6/2022, to: 21/6/2022", []),
        ("from: 01/3/2022, to: 23/3/2022", []),
        ("from: 22/6/2022, to: 23/6/2022", ["campaign-far"]),
        ("from: 01/3/2022, to: 22/3/2022", ["campaign-far"]),
    ],
)
def test_an_occasion_far_from_every_window(ward: Ward, window: str, codes: list[str]) -> None:
    assert [p.code for p in judged(ward, f"{HEAD}{OCCASION}windows: [{{form: Zalo, {window}}}]\n")] == codes


def judged(ward: Ward, text: str) -> list[Problem]:
    ward.write("calendar/a.yml", text)
    built = ward.build()
    assert not built.failed
    return list(built.problems)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("topics: [Tổ chức Lễ kỷ niệm]", 1),
        ("summary: Mít-tinh tại sân vận động", 1),
        ("slogans: [Chào mừng lễ trọng thể kỉ niệm!]", 1),
        ("topics: [Các ngày lễ kỷ niệm trong tháng]", 0),
        ("topics: ['Không tổ chức lễ kỷ niệm, mít tinh']", 0),
        ("topics: [Không tổ chức mít tinh]", 0),
        ("topics: [Lễ kỷ niệm]\ncancelled: true", 0),
        ("topics: [Treo cờ]", 0),
    ],
)
def test_a_ceremony_in_a_year_that_is_not_round(ward: Ward, lines: str, count: int) -> None:
    found = judged(ward, f"{HEAD}{OCCASION}{lines}\n")
    assert [p.code for p in found] == ["campaign-ceremony"] * count


def test_a_round_year_a_lunar_day_and_the_decree(ward: Ward) -> None:
    text = f"{HEAD}topics: [Lễ kỷ niệm]\noccasions:\n"
    assert judged(ward, f"{text}  - {{anniversary: dien-bien-phu, on: 07/5/2024}}\n") == []
    assert judged(ward, f"{text}  - {{anniversary: gio-to-hung-vuong, on: 10/4/2022}}\n") == []
    (one,) = judged(ward, f"{text}  - {{anniversary: bao-chi, on: 21/6/2022}}\n")
    assert "97 năm không phải năm tròn" in one.says
    assert "khoản 3 Điều 4 Nghị định 111/2018/NĐ-CP" in one.hint


def test_a_hidden_campaign_is_judged_too(ward: Ward) -> None:
    assert told(ward, HEAD.replace("public", "internal") + "channels: [Xyz]\n") == ["3:12 form-unknown"]


def test_a_broken_file_hides_nothing_of_the_others(ward: Ward) -> None:
    ward.write("calendar/a.yml", "title: [\n")
    ward.write("calendar/b.yml", f"{HEAD}channels: [Xyz]\n")
    ward.notice("c", date="31/4/2022")
    assert sorted(p.code for p in ward.build().problems) == ["date-impossible", "form-unknown", "front-yaml"]


def test_a_name_that_is_too_long_is_told_so(ward: Ward) -> None:
    ward.write(f"calendar/{'a' * 240}.yml", HEAD)
    (one,) = ward.build().problems
    assert (one.code, "240 chữ" in one.says) == ("name-long", True)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("occasions: [{anniversary: dien-bien-phu, on: 07/5/2022}]\nevents: [{what: a, on: 06/5/2012}]", 1),
        ("windows: [{form: Zalo, from: 01/5/2022, to: 07/5/2022}]\nevents: [{what: a, by: 08/5/2021}]", 0),
        ("events: [{what: a, on: 06/5/2012}, {what: b, every: thứ 7, from: 01/5/2012}]", 0),
        ("events: [{what: a, on: 06/5/2012}]", 0),
    ],
)
def test_an_event_of_another_year_than_its_campaign(ward: Ward, lines: str, count: int) -> None:
    assert [p.code for p in judged(ward, f"{HEAD}{lines}\n")] == ["event-far"] * count
