"""Subscriptions, read back by icalendar and dateutil: what a phone shows of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from bulletin.model.anniversary import Anniversary, DayOff, Lunar, Solar
from bulletin.plan.calendar.vocabulary import TOPICS
from tests.render.subscribing import (
    BANNERS,
    FLAGS,
    VICTORY,
    campaign,
    events,
    files,
    task,
    told,
    window,
)


def test_an_anniversary_counts_its_years_in_each_of_the_three_years() -> None:
    made = files(VICTORY)
    assert told(made, "ngay-ky-niem") == [
        ("67 năm Ngày Chiến thắng Điện Biên Phủ", "2021-05-07", "2021-05-08", "CONFIRMED"),
        ("68 năm Ngày Chiến thắng Điện Biên Phủ", "2022-05-07", "2022-05-08", "CONFIRMED"),
        ("69 năm Ngày Chiến thắng Điện Biên Phủ", "2023-05-07", "2023-05-08", "CONFIRMED"),
    ]
    second = events(made, "ngay-ky-niem")[1]
    assert second["UID"] == "dien-bien-phu-2022@thu.example/bt"
    assert second.decoded("DTSTAMP").isoformat() == "1969-12-31T17:00:00+00:00"
    assert second["URL"] == "https://thu.example/bt/lich/ngay/07-05/"
    assert second["DESCRIPTION"] == (
        "Năm khác\nCăn cứ: Nghị định 145/2013/NĐ-CP, Điều 4\nXem: https://thu.example/bt/lich/ngay/07-05/"
    )
    assert "Năm tròn" in events(files(VICTORY, today="2024-01-01"), "ngay-ky-niem")[1]["DESCRIPTION"]


def test_years_are_not_counted_of_feasts_nor_of_days_of_the_world() -> None:
    feast = Anniversary(id="gio-to", name="Giỗ Tổ Hùng Vương", on=Lunar(month=3, day=10), verified=True)
    women = Anniversary(
        id="phu-nu", name="Ngày Quốc tế Phụ nữ", on=Solar(month=3, day=8), origin="1910-03-08", kinds=("international",)
    )
    made = files(feast, women, today="2026-01-01")
    titles = {title for title, *_ in told(made, "ngay-ky-niem")}
    assert titles == {"Giỗ Tổ Hùng Vương", "Ngày Quốc tế Phụ nữ"}
    day = next(e for e in events(made, "ngay-ky-niem") if e.decoded("DTSTART") == date(2026, 4, 26))
    assert "(10/3 âm lịch)" in day["DESCRIPTION"]
    assert "Chưa đối chiếu đủ hai nguồn" not in day["DESCRIPTION"]
    assert "Chưa đối chiếu đủ hai nguồn" in events(made, "ngay-ky-niem")[0]["DESCRIPTION"]


def test_a_feast_that_comes_twice_or_never_in_a_solar_year() -> None:
    feast = Anniversary(id="le", name="Lễ thử", on=Lunar(month=11, day=29))
    found = events(files(feast, today="2023-06-01"), "ngay-ky-niem")
    assert [(str(e["UID"]), e.decoded("DTSTART").isoformat()) for e in found] == [
        ("le-2021@thu.example/bt", "2022-01-01"),
        ("le-2022@thu.example/bt", "2022-12-22"),
        ("le-2023@thu.example/bt", "2024-01-10"),
        ("le-2024@thu.example/bt", "2024-12-29"),
    ]


def test_the_leap_day_is_kept_on_the_28th() -> None:
    leap = Anniversary(id="nhuan", name="Ngày thử", on=Solar(month=2, day=29))
    days = [(first, after) for _, first, after, _ in told(files(leap, today="2024-03-01"), "ngay-ky-niem")]
    assert days == [("2023-02-28", "2023-03-01"), ("2024-02-29", "2024-03-01"), ("2025-02-28", "2025-03-01")]


def test_days_off_tell_how_sure_they_are() -> None:
    def off(day: str, name: str, kind: str, status: str) -> DayOff:
        return DayOff(on=date.fromisoformat(day), name=name, kind=kind, status=status, basis="Điều 112", sources=())  # type: ignore[arg-type]

    made = files(
        days_off=[
            off("2021-04-30", "Ngày Giải phóng miền Nam", "statutory", "confirmed"),
            off("2022-02-01", "Mùng 1 Tết", "statutory", "estimated"),
            off("2022-02-02", "Mùng 2 Tết", "statutory", "to-confirm"),
            off("2022-05-02", "Nghỉ bù Ngày Quốc tế Lao động", "substitute", "confirmed"),
            off("2022-05-07", "Làm bù cho ngày 03/5/2022", "swap-work", "to-confirm"),
            off("2022-05-14", "Ngày thứ Bảy", "swap-work", "confirmed"),
            off("2020-09-02", "Quốc khánh", "statutory", "confirmed"),
        ]
    )
    assert told(made, "ngay-nghi") == [
        ("Nghỉ: Ngày Giải phóng miền Nam", "2021-04-30", "2021-05-01", "CONFIRMED"),
        ("Nghỉ: Mùng 1 Tết (dự kiến)", "2022-02-01", "2022-02-02", "TENTATIVE"),
        ("Nghỉ: Mùng 2 Tết (chờ văn bản chính thức)", "2022-02-02", "2022-02-03", "TENTATIVE"),
        ("Nghỉ bù Ngày Quốc tế Lao động", "2022-05-02", "2022-05-03", "CONFIRMED"),
        ("Đi làm bù cho ngày 03/5/2022 (chờ văn bản chính thức)", "2022-05-07", "2022-05-08", "TENTATIVE"),
        ("Đi làm bù: Ngày thứ Bảy", "2022-05-14", "2022-05-15", "CONFIRMED"),
    ]
    assert "Căn cứ: Điều 112" in events(made, "ngay-nghi")[0]["DESCRIPTION"]
    # The calendar of 2021 is not on the site, so the way back is to the calendar's first page.
    assert [e["URL"].removeprefix("https://thu.example/bt") for e in events(made, "ngay-nghi")[:2]] == [
        "/lich/", "/lich/2022/02/",
    ]  # fmt: skip


def test_two_days_off_of_one_kind_on_one_day_are_two() -> None:
    rows = [
        DayOff(on=date(2022, 4, 30), name=n, kind="statutory", status="confirmed", basis="", sources=()) for n in "ab"
    ]
    uids = [e["UID"] for e in events(files(days_off=rows), "ngay-nghi")]
    assert uids == ["nghi/2022-04-30-statutory@thu.example/bt", "nghi/2022-04-30-statutory-2@thu.example/bt"]


def test_a_flag_day_is_awaited_until_a_notice_sets_it() -> None:
    made = files(VICTORY)
    assert [day for _, day, _, _ in told(made, "treo-co")] == ["2022-05-07", "2023-05-07"]  # 2021 is past
    assert told(made, "treo-co")[0] == (
        "Treo cờ (chờ thông báo): 68 năm Ngày Chiến thắng Điện Biên Phủ", "2022-05-07", "2022-05-08", "TENTATIVE",
    )  # fmt: skip
    made = files(VICTORY, campaigns=[campaign(window(FLAGS, "2022-05-06", "2022-05-08"))])
    assert told(made, "treo-co")[0] == ("Treo cờ: Ngày lễ lớn", "2022-05-06", "2022-05-09", "CONFIRMED")
    assert "Căn cứ: văn bản số 75 -TB/ĐU ngày 28/4/2022" in events(made, "treo-co")[0]["DESCRIPTION"]
    assert len(told(made, "treo-co")) == 2
    wished = files(VICTORY, campaigns=[campaign(window(FLAGS, "2022-05-06", "2022-05-08", basis=None))])
    assert told(wished, "treo-co")[0] == (
        "Treo cờ (chờ thông báo): Ngày lễ lớn", "2022-05-06", "2022-05-09", "TENTATIVE",
    )  # fmt: skip
    cancelled = files(VICTORY, campaigns=[campaign(window(FLAGS, "2022-05-06", "2022-05-08"), cancelled=True)])
    assert [(title, status) for title, day, _, status in told(cancelled, "treo-co") if day[:4] == "2022"] == [
        ("Đã hủy: Treo cờ: Ngày lễ lớn", "CANCELLED"),
        ("Treo cờ (chờ thông báo): 68 năm Ngày Chiến thắng Điện Biên Phủ", "TENTATIVE"),
    ]
    assert told(files(replace(VICTORY, flag="none")), "treo-co") == []


def test_a_campaign_has_its_windows_its_days_and_its_end() -> None:
    rows = [
        campaign(
            window(BANNERS, "2021-12-20", "2022-01-03"),
            window(BANNERS, "2022-05-01", "2022-05-09", basis=None),
            occasions=["2022-05-07"],
            takedown_by=date(2022, 5, 10),
        )
    ]
    made = files(VICTORY, campaigns=rows)
    assert told(made, "dot-tuyen-truyen") == [
        ("Băng rôn: Ngày lễ lớn", "2021-12-20", "2022-01-04", "CONFIRMED"),
        ("Băng rôn (chờ thông báo): Ngày lễ lớn", "2022-05-01", "2022-05-10", "TENTATIVE"),
        ("68 năm Ngày Chiến thắng Điện Biên Phủ (Ngày lễ lớn)", "2022-05-07", "2022-05-08", "CONFIRMED"),
        ("Hạn chót tháo dỡ: Ngày lễ lớn", "2022-05-10", "2022-05-11", "CONFIRMED"),
    ]
    ids = [e["UID"].removesuffix("@thu.example/bt") for e in events(made, "dot-tuyen-truyen")]
    assert ids == [f"dot/2022-05-le/{i}" for i in ("bang-ron", "bang-ron-2", "dien-bien-phu-2022", "thao-do")]
    # Among all, the day stands once.
    assert [t for t, *_ in told(made, "tat-ca")].count("68 năm Ngày Chiến thắng Điện Biên Phủ") == 1
    # A window over New Year is told as long as it reaches into the years of the file, and no longer.
    assert told(files(campaigns=rows, today="2023-01-01"), "dot-tuyen-truyen")[0][1] == "2021-12-20"
    assert told(files(campaigns=rows, today="2024-01-01"), "dot-tuyen-truyen") == []
    off = told(files(VICTORY, campaigns=[replace(rows[0], cancelled=True)]), "dot-tuyen-truyen")
    assert {status for *_, status in off} == {"CANCELLED"}
    assert off[2][0] == "Đã hủy: Đợt tuyên truyền 68 năm Ngày Chiến thắng Điện Biên Phủ (Ngày lễ lớn)"


def test_a_day_of_takedown_is_sure_only_when_typed_and_set_by_a_document() -> None:
    hung = campaign(window(BANNERS, "2022-05-01", "2022-05-09", basis=None), takedown_by=date(2022, 5, 10))
    last = [
        told(files(campaigns=[plan]), "dot-tuyen-truyen")[-1]
        for plan in (replace(hung, takedown_guessed=True), replace(hung, basis=()))
    ]
    assert [(title, status) for title, _, _, status in last] == [
        ("Tháo dỡ (dự kiến): Ngày lễ lớn", "TENTATIVE"),
        ("Hạn chót tháo dỡ (dự kiến): Ngày lễ lớn", "TENTATIVE"),
    ]


def test_two_campaigns_of_one_day_have_two_titles() -> None:
    plan = campaign(occasions=["2022-05-07"])
    made = files(VICTORY, campaigns=[plan, replace(plan, id="khac", title="Đợt khác")])
    titles = [title for title, *_ in told(made, "dot-tuyen-truyen")]
    assert sorted(titles) == [f"68 năm Ngày Chiến thắng Điện Biên Phủ ({name})" for name in ("Ngày lễ lớn", "Đợt khác")]


def test_nobody_waits_for_a_notice_about_a_window_that_is_over() -> None:
    plan = campaign(window(FLAGS, "2022-05-06", "2022-05-08", basis=None))
    titles = [
        told(files(VICTORY, campaigns=[plan], today=day), "treo-co")[0][0] for day in ("2022-05-08", "2022-05-09")
    ]
    assert titles == ["Treo cờ (chờ thông báo): Ngày lễ lớn", "Treo cờ (dự kiến): Ngày lễ lớn"]


def test_tasks_by_their_last_day_and_by_their_days() -> None:
    made = files(
        tasks=[
            task(
                "2022/a/1",
                by=date(2022, 5, 5),
                what="Nộp bài dự thi",
                who="Đoàn viên",
                where="Nhà văn hóa",
                hours="8 giờ",
            ),
            task("2022/a/2", kind="window", starts_on=date(2022, 4, 29), ends_on=date(2022, 5, 3), what="Đăng ký tiêm"),
            task(
                "2022/a/3",
                by=date(2022, 5, 6),
                sentence=("Báo cáo ", "chậm nhất 06/5", "."),
                confirmed=False,
                guessed=True,
            ),
            task("2020/a/4", by=date(2020, 5, 6), what="Xong từ lâu"),
        ]
    )
    assert told(made, "viec-can-lam") == [
        ("Đăng ký tiêm", "2022-04-29", "2022-05-04", "CONFIRMED"),
        ("Hạn chót: Nộp bài dự thi – Nhà văn hóa", "2022-05-05", "2022-05-06", "CONFIRMED"),
        ("Hạn chót: Về một việc", "2022-05-06", "2022-05-07", "TENTATIVE"),
    ]
    _, sure, read = events(made, "viec-can-lam")
    assert sure["UID"] == "viec/2022/a/6b86b273ff34@thu.example/bt"
    assert sure["LOCATION"] == "Nhà văn hóa"
    assert sure["DESCRIPTION"] == (
        "Nộp bài dự thi\nGiờ: 8 giờ\nAi làm: Đoàn viên\nXem: https://thu.example/bt/thong-bao/2022/a/"
    )
    assert read["DESCRIPTION"].split("\n")[:4] == [
        "Về một việc",
        "Thông báo viết: «Báo cáo chậm nhất 06/5.»",
        "Máy đọc từ thông báo, chưa có người xác nhận",
        "Năm do máy suy đoán",
    ]


RULES = [
    ("FREQ=WEEKLY;BYDAY=SA", lambda d: d.weekday() == 5),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", lambda d: d.weekday() < 5),
    ("FREQ=MONTHLY;BYMONTHDAY=5", lambda d: d.day == 5),
    ("FREQ=MONTHLY;BYMONTHDAY=1,31", lambda d: d.day in (1, 31)),
    ("FREQ=MONTHLY;BYDAY=1MO", lambda d: d.weekday() == 0 and d.day <= 7),
    ("FREQ=MONTHLY;BYDAY=-1FR", lambda d: d.weekday() == 4 and (d + timedelta(7)).month != d.month),
    ("FREQ=DAILY", lambda d: True),
]


@pytest.mark.parametrize(("rule", "right"), RULES, ids=[rule for rule, _ in RULES])
@pytest.mark.parametrize("start", ["2022-04-28", "2022-04-30", "2022-01-31", "2024-02-29"])
def test_a_rule_hits_its_days_from_the_first_to_the_last(rule: str, right: object, start: str) -> None:
    first = date.fromisoformat(start)
    last = first + timedelta(days=70)
    made = files(
        tasks=[task(kind="recurring", rrule=rule, starts_on=first, ends_on=last, what="Tổng vệ sinh")], today=start
    )
    (event,) = events(made, "viec-can-lam")
    begin = event.decoded("DTSTART")
    assert event.decoded("DTEND") - begin == timedelta(days=1)
    hits = rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime.combine(begin, datetime.min.time()))
    wanted = [day for n in range(71) if right(day := first + timedelta(days=n))]  # type: ignore[operator]
    assert [hit.date() for hit in hits] == wanted
    # A date, as DTSTART is one: RFC 5545, 3.3.10.
    assert re.search(rf"UNTIL={last:%Y%m%d}(;|\r)", made["lich/viec-can-lam.ics"].decode())


def test_what_goes_on_is_told_whatever_its_first_year() -> None:
    weekly = task(kind="recurring", rrule="FREQ=WEEKLY;BYDAY=SA", starts_on=date(2016, 5, 1), what="Tổng vệ sinh")
    made = files(tasks=[weekly], today="2022-05-01")
    assert told(made, "viec-can-lam") == [("Tổng vệ sinh", "2016-05-07", "2016-05-08", "CONFIRMED")]
    assert events(made, "viec-can-lam")[0]["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=SA"
    ended = replace(weekly, ends_on=date(2020, 12, 31))
    assert told(files(tasks=[ended], today="2021-12-31"), "viec-can-lam") != []
    assert told(files(tasks=[ended], today="2022-01-01"), "viec-can-lam") == []


def test_a_rule_is_told_no_longer_than_its_notice() -> None:
    read = task(
        kind="recurring",
        rrule="FREQ=WEEKLY;BYDAY=SA",
        starts_on=date(2021, 5, 1),
        until=date(2022, 12, 31),
        confirmed=False,
        every="thứ 7 hàng tuần",
    )
    (event,) = events(files(tasks=[read], today="2022-05-01"), "viec-can-lam")
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20221231;BYDAY=SA"
    assert event["STATUS"] == "TENTATIVE"
    assert event["DESCRIPTION"].startswith("Về một việc\nLặp lại: thứ 7 hàng tuần\nMáy đọc")
    assert told(files(tasks=[read], today="2024-05-01"), "viec-can-lam") == []


def test_a_rule_that_names_no_day_before_its_end_is_not_told() -> None:
    short = task(
        kind="recurring", rrule="FREQ=WEEKLY;BYDAY=SA", starts_on=date(2022, 5, 1), ends_on=date(2022, 5, 6), what="x"
    )
    assert told(files(tasks=[short]), "viec-can-lam") == []
    # No 30 February: the first day is in March.
    late = replace(short, rrule="FREQ=MONTHLY;BYMONTHDAY=30", starts_on=date(2023, 1, 31), ends_on=None)
    assert told(files(tasks=[late]), "viec-can-lam")[0][1] == "2023-03-30"


def test_a_rule_leaves_out_its_excluded_days_and_only_those() -> None:
    saturdays = task(
        kind="recurring",
        rrule="FREQ=WEEKLY;BYDAY=SA",
        every="thứ 7 hàng tuần, trừ ngày 21/5",
        starts_on=date(2022, 5, 5),  # a Thursday
        ends_on=date(2022, 6, 30),
        # The first Saturday, two others, a day that is none, and one that comes after the end.
        excluded=(date(2022, 6, 4), date(2022, 5, 7), date(2022, 5, 21), date(2022, 5, 22), date(2022, 7, 2)),
        what="Tổng vệ sinh",
    )
    made = files(tasks=[saturdays])
    text = made["lich/viec-can-lam.ics"].decode()
    assert re.findall(r"(?:DTSTART|EXDATE|RRULE)[^\r]*", text.partition("VEVENT")[2]) == [
        "DTSTART;VALUE=DATE:20220514",
        "RRULE:FREQ=WEEKLY;UNTIL=20220630;BYDAY=SA",
        "EXDATE;VALUE=DATE:20220521",
        "EXDATE;VALUE=DATE:20220604",
    ]
    assert "Lặp lại: thứ 7 hàng tuần\\, trừ ngày 21/5\\, trừ ngày 04/6/2022\\n" in text.replace("\r\n ", "")
    every = tuple(date(2022, 5, 7) + timedelta(7 * n) for n in range(8))
    assert told(files(tasks=[replace(saturdays, excluded=every)]), "viec-can-lam") == []
    assert len(told(files(tasks=[replace(saturdays, excluded=every[:-1])]), "viec-can-lam")) == 1


def test_a_window_without_an_end_is_its_first_day_and_says_so() -> None:
    closed = task(kind="window", starts_on=date(2022, 5, 20), what="Cấm xe qua cầu", until=date(2023, 12, 31))
    made = files(tasks=[closed])
    assert told(made, "viec-can-lam") == [
        ("Bắt đầu: Cấm xe qua cầu (cho đến khi có thông báo mới)", "2022-05-20", "2022-05-21", "CONFIRMED")
    ]
    assert events(made, "viec-can-lam")[0]["DESCRIPTION"].startswith(
        "Cấm xe qua cầu\nTừ ngày 20/5/2022 cho đến khi có thông báo mới\nXem:"
    )


def test_a_lunar_day_stands_beside_the_solar_one() -> None:
    feast = task(
        kind="event", starts_on=date(2026, 4, 24), ends_on=date(2026, 4, 24), hours="7h30", lunar="8/3 âm lịch"
    )
    made = events(files(tasks=[feast], today="2026-04-01"), "viec-can-lam")
    assert made[0]["DESCRIPTION"].startswith("Về một việc\nNgày 24/4/2026 (8/3 âm lịch)\nGiờ: 7h30\nXem:")


def test_all_holds_what_the_topics_hold_as_the_same_events() -> None:
    made = files(
        VICTORY,
        tasks=[task(by=date(2022, 5, 5), what="Nộp bài")],
        campaigns=[campaign(window(FLAGS, "2022-05-06", "2022-05-08"), takedown_by=date(2022, 5, 9))],
        days_off=[
            DayOff(on=date(2022, 9, 2), name="Quốc khánh", kind="statutory", status="confirmed", basis="", sources=())
        ],
    )
    everything = {e["UID"]: e.to_ical() for e in events(made, "tat-ca")}
    topics = {e["UID"]: e.to_ical() for topic in TOPICS if topic != "tat-ca" for e in events(made, topic)}
    assert everything == topics
    assert len(everything) == 3 + 1 + 1 + 1 + 1 + 1


@pytest.mark.parametrize(
    ("today", "years"), [("1968-01-01", {1968, 1969}), ("2100-12-31", {2099, 2100}), ("2102-01-01", set())]
)
def test_at_the_ends_of_the_calendar(today: str, years: set[int]) -> None:
    made = files(VICTORY, replace(VICTORY, id="cuoi", on=Lunar(month=12, day="last"), origin=""), today=today)
    assert {e.decoded("DTSTART").year for e in events(made, "tat-ca")} == years
