"""What residents must do: which tasks there are, once each, and how the page tells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from bulletin import knowledge
from bulletin.model.archive import Entry
from bulletin.model.campaign import Campaign
from bulletin.model.clock import Clock
from bulletin.model.notice import Erratum
from bulletin.model.occasion import OccasionSaid
from bulletin.plan.desk.task import Task
from bulletin.plan.desk.tasks import tasks
from bulletin.plan.desk.who_cites_what import gather
from bulletin.words.papers.succession import numbered
from tests.conftest import Ward
from tests.plan.calendar.asking import BANNER, asking, basis, campaign, deadline, event, marked, ward_site, window
from tests.plan.citing import NOWHERE, known, links_of, main_of, mention, words_of

URL = "/viec-can-lam/"
LEGEND = "Dấu * là điều máy đọc từ thông báo, chưa có người xác nhận."
READ = "* (máy đọc)"
WHOLE = {"printed": "12/TB-UBND", "title": "Kết luận giao ban"}
EXTRACT = [("trích từ", "12/TB-UBND", "2022-04-28")]


def found(entries: Sequence[Entry], campaigns: Sequence[Campaign] = ()) -> tuple[Task, ...]:
    internal = [known("118-CV/BTGQU", "2022-04-20", list_only=True)]
    return tasks(entries, campaigns, gather(entries, internal, numbered(entries), knowledge.load().issuer_rows))


def said(entries: Sequence[Entry], campaigns: Sequence[Campaign] = ()) -> list[str]:
    """Where each task is from, and what tells it."""
    return [f"{t.url}: {t.what or t.sentence[0]}" for t in found(entries, campaigns)]


def whens(page: str) -> list[str]:
    """When each task is, with its place and how near it is."""
    found_ = re.findall(r'class="when">(.*?)</p>', page)
    return [" ".join(re.sub(r"<[^>]*>", "", line).split()) for line in found_]


def items(page: str) -> list[str]:
    page = re.sub(r"<nav.*?</nav>", "", page, flags=re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", item).split()) for item in re.findall(r"<li>(.*?)</li>", page)]


# --- which there are ---


def test_a_machine_reading_is_a_task_with_its_evidence_and_only_residents_ones_are() -> None:
    notice = asking("a", deadline(by="2022-05-05"), deadline(by="2022-05-06", audience="staff"))
    (task,) = found([notice])
    assert (task.by, task.confirmed, task.id) == (task.last, False, "2022/a/nguoi-dan-nop-ho")
    assert task.sentence == ("Người dân nộp hồ sơ ", "chậm nhất ngày 05/5/2022", ".")


def test_events_stand_in_place_of_what_the_machine_reads() -> None:
    read = (deadline(by="2022-05-05"), deadline("trước ngày 9/5", by="2022-05-09"))
    stated = asking(
        "a", *read, events=[event("Nộp tờ khai", by="2022-05-05"), event("Họp", starts="2022-05-12", ends="2022-05-12")]
    )
    confirmed, added = found([stated])
    assert (confirmed.what, confirmed.sentence[1], confirmed.confirmed) == (
        "Nộp tờ khai",
        "chậm nhất ngày 05/5/2022",
        True,
    )
    assert (added.what, added.sentence) == ("Họp", ("", "", ""))
    assert confirmed.id == found([asking("a", *read)])[0].id  # what subscribers hold stays one
    assert found([asking("a", *read, events=[])]) == ()
    assert found([asking("a", *read, events=[event("Báo cáo", by="2022-05-05", audience="staff")])]) == ()


def test_two_tasks_of_one_day_are_two_and_one_said_twice_is_one() -> None:
    pay, enrol = "Các hộ dân nộp thuế đất phi nông nghiệp ", "Phụ huynh đăng ký nhập học cho con "
    twice = [deadline(by="2022-05-05", before=before) for before in (pay, enrol, f"Nhắc lại: {pay.lower()}")]
    ids = [task.id for task in found([asking("a", *twice)])]
    assert ids == ["2022/a/ho-dan-nop-thue", "2022/a/phu-huynh-dang-ky"]
    short = [deadline(by="2022-05-05", before=before, after="") for before in ("Nộp tờ khai ", "Đóng phí ")]
    assert len(found([asking("a", *short)])) == 2
    stated = asking("a", events=[event("Nộp thuế", by="2022-05-05"), event("Nộp thuế đất", by="2022-05-05")])
    assert [task.what for task in found([stated])] == ["Nộp thuế", "Nộp thuế đất"]


def test_hours_of_the_morning_and_of_the_afternoon_are_two_rules() -> None:
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    morning = deadline("Từ 07 giờ 30 phút đến 11 giờ 30 phút", rrule=rule, before="Tiếp công dân buổi ", after="")
    afternoon = deadline("Từ 13 giờ 30 phút đến 17 giờ 00 phút", rrule=rule, before="Tiếp công dân buổi ", after="")
    told = found([asking("a", morning, afternoon)])
    assert [(t.every, t.sentence[1]) for t in told] == [
        ("thứ Hai đến thứ Sáu hằng tuần", part.sentence[1]) for part in (morning, afternoon)
    ]


def test_what_an_extract_repeats_is_told_by_the_extract_alone() -> None:
    tax = deadline(by="2022-05-05", before="Các hộ dân nộp thuế đất phi nông nghiệp ")
    school = deadline(by="2022-05-05", before="Phụ huynh đăng ký nhập học cho con ")
    other = deadline(by="2022-06-09", before="Người dân góp ý ")
    whole = asking("x", tax, school, other, **WHOLE)  # type: ignore[arg-type]
    extract = asking("a", tax, relations=EXTRACT)
    assert said([whole, extract]) == [
        "/thong-bao/2022/12-tb-ubnd/: Phụ huynh đăng ký nhập học cho con ",
        "/thong-bao/2022/a/: Các hộ dân nộp thuế đất phi nông nghiệp ",
        "/thong-bao/2022/12-tb-ubnd/: Người dân góp ý ",
    ]  # fmt: skip


def test_confirmed_goes_before_read_wherever_it_stands() -> None:
    read = deadline(by="2022-05-05")
    sure = [event("Đưa giấy tờ tới phường", by="2022-05-05")]
    both = "/thong-bao/2022/12-tb-ubnd/: Đưa giấy tờ tới phường"
    assert said([asking("x", read, events=sure, **WHOLE), asking("a", read, relations=EXTRACT)]) == [both]  # type: ignore[arg-type]
    plan = campaign(rests_on=[basis("12/TB-UBND", "2022-04-28")], events=sure)
    assert said([asking("x", read, **WHOLE)], [plan]) == [  # type: ignore[arg-type]
        "/lich/dot/2022-05-ngay-le-lon/: Đưa giấy tờ tới phường"
    ]
    # Two readings and one confirmation: nobody knows which of them is meant.
    two = asking("x", read, deadline(by="2022-05-05", before="Phụ huynh đăng ký cho con "), **WHOLE)  # type: ignore[arg-type]
    assert len(said([two], [plan])) == 3
    assert len(said([asking("x", read, **WHOLE)], [campaign(events=sure)])) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["thay thế", "bãi bỏ", "bổ sung"])
def test_a_replaced_notice_asks_nothing_more(kind: str) -> None:
    old = asking(
        "x",
        deadline(by="2022-05-01"),
        deadline(by="2022-05-20"),
        deadline("thứ 7 hàng tuần", rrule="FREQ=WEEKLY;BYDAY=SA"),
        **WHOLE,
    )  # type: ignore[arg-type]
    new = asking("b", signed="2022-05-03", relations=[(kind, "12/TB-UBND", "2022-04-28")])
    left = [(t.rrule, str(t.last)) for t in found([old, new])]
    if kind == "bổ sung":
        assert left == [("", "2022-05-01"), ("", "2022-05-20"), ("FREQ=WEEKLY;BYDAY=SA", "None")]
    else:
        assert left == [("", "2022-05-01"), ("FREQ=WEEKLY;BYDAY=SA", "2022-05-02")]


def test_a_rule_has_the_bounds_of_its_notice_or_campaign() -> None:
    rule = {"rrule": "FREQ=WEEKLY;BYDAY=SA", "every": "sáng thứ 7 hàng tuần"}
    (read,) = found([asking("a", deadline("sáng thứ 7", rrule=rule["rrule"]), expires="2022-06-30")])
    assert (str(read.starts_on), str(read.ends_on)) == ("2022-04-28", "2022-06-30")
    days = {
        "occasions": [marked("quoc-te-lao-dong", "2022-05-01")],
        "windows": [window(BANNER, "2022-04-25", "2022-05-20")],
    }
    (asked,) = found([], [campaign(events=[event("Tổng vệ sinh", **rule)], **days)])  # type: ignore[arg-type]
    assert (str(asked.starts_on), str(asked.ends_on)) == ("2022-04-25", "2022-05-20")
    own = event("Tổng vệ sinh", starts="2022-05-07", ends="2022-12-31", **rule)
    (bound,) = found([], [campaign(events=[own], **days)])  # type: ignore[arg-type]
    assert (str(bound.starts_on), str(bound.ends_on)) == ("2022-05-07", "2022-12-31")


def test_words_bound_a_rule_within_its_notice() -> None:
    weekly = {"rrule": "FREQ=WEEKLY;BYDAY=SA"}
    for starts, ends, expires, wanted in (
        ("2022-05-10", "2022-08-31", "", ("2022-05-10", "2022-08-31", "None")),
        ("2022-05-10", "2022-08-31", "2022-06-30", ("2022-05-10", "2022-06-30", "2022-06-30")),
        ("2022-05-10", "2022-06-15", "2022-06-30", ("2022-05-10", "2022-06-15", "2022-06-30")),
        ("2022-04-01", "", "", ("2022-04-28", "None", "2023-12-31")),
        ("2024-02-01", "", "", ("2024-02-01", "None", "2025-12-31")),
    ):
        read = deadline("thứ 7 hàng tuần", starts=starts, ends=ends, excluded=["2022-05-14"], **weekly)  # type: ignore[arg-type]
        (task,) = found([asking("a", read, expires=expires)])
        assert (str(task.starts_on), str(task.ends_on), str(task.until)) == wanted
        assert task.excluded == (date(2022, 5, 14),)
    stated = event("Tổng vệ sinh", starts="2022-05-10", ends="2022-08-31", every="thứ 7", **weekly)  # type: ignore[arg-type]
    (task,) = found([asking("a", events=[stated], expires="2022-06-30")])
    assert (str(task.starts_on), str(task.ends_on)) == ("2022-05-10", "2022-06-30")


def test_a_rule_that_names_no_day_within_its_bounds_is_no_task() -> None:
    read = deadline("thứ 7", rrule="FREQ=WEEKLY;BYDAY=SA", starts="2022-05-01", ends="2022-05-07")
    assert len(found([asking("a", read)])) == 1
    assert found([asking("a", replace(read, excluded=(date(2022, 5, 7),)))]) == ()
    assert found([asking("a", read, expires="2022-05-06")]) == ()


def test_one_rule_in_may_and_in_august_is_two() -> None:
    words = {"rrule": "FREQ=WEEKLY;BYDAY=SA", "before": "Các tổ dân phố ra quân tổng vệ sinh vào "}
    may = deadline("thứ 7 hàng tuần trong tháng 5", starts="2022-05-01", ends="2022-05-31", **words)  # type: ignore[arg-type]
    august = deadline("thứ 7 hàng tuần trong tháng 8", starts="2022-08-01", ends="2022-08-31", **words)  # type: ignore[arg-type]
    assert len(found([asking("a", may, august, may)])) == 2
    whole = asking("x", may, august, **WHOLE)  # type: ignore[arg-type]
    assert len(found([whole, asking("a", may, relations=EXTRACT)])) == 2


def test_a_day_that_is_corrected_keeps_the_id_of_its_task() -> None:
    def ids(*days: str) -> dict[str, str]:
        read = [deadline(by=day, before=f"Việc {i} rất khác {i} ") for i, day in enumerate(days)]
        weekly = deadline("thứ 7 hàng tuần", rrule="FREQ=WEEKLY;BYDAY=SA")
        return {task.sentence[0]: task.id for task in found([asking("a", *read, weekly)])}

    assert ids("2022-05-05", "2022-05-09") == ids("2022-05-12", "2022-05-09") == {
        "Việc 0 rất khác 0 ": "2022/a/viec-rat-khac",
        "Việc 1 rất khác 1 ": "2022/a/viec-rat-khac-2",
        "Người dân nộp hồ sơ ": "2022/a/nguoi-dan-nop-ho",
    }  # fmt: skip


def test_a_replaced_notice_ends_a_window_without_an_end() -> None:
    open_ = replace(deadline("từ 20/4", starts="2022-04-20", ends="2022-04-21"), kind="window", ends_on=None)
    new = asking("b", signed="2022-05-03", relations=[("thay thế", "12/TB-UBND", "2022-04-28")])
    (task,) = found([asking("x", open_, **WHOLE), new])  # type: ignore[arg-type]
    assert (str(task.starts_on), str(task.until)) == ("2022-04-20", "2022-05-02")
    later = replace(open_, starts_on=date(2022, 5, 3))
    assert found([asking("x", later, **WHOLE), new]) == ()  # type: ignore[arg-type]


def test_a_cancelled_campaign_asks_nothing() -> None:
    asked = [event("Tổng vệ sinh", by="2022-05-05")]
    assert len(found([], [campaign(events=asked)])) == 1
    assert found([], [campaign(events=asked, cancelled=True)]) == ()


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("Theo Công văn số 118-CV/BTGQU về xương rồng, người dân nộp hồ sơ ", 3, False),
        ("…về xương rồng, người dân nộp hồ sơ ", 9, False),
        ("…về xương rồng, người dân nộp hồ sơ ", 3, True),
        ("Về xương rồng, người dân nộp hồ sơ ", 9, True),
    ],
    ids=["beside", "cut off on its line", "cut off elsewhere", "another sentence of its line"],
)
def test_beside_an_internal_paper_the_phrase_stands_alone(before: str, line: int, told: bool) -> None:
    """The task stands on line 9, the number of the paper on `line`."""
    paper = replace(mention("118-CV/BTGQU", "2022-04-20"), place=replace(NOWHERE, line=line))
    (task,) = found([asking("a", deadline(by="2022-05-05", before=before), mentions=[paper])])
    assert task.sentence == ((before, task.sentence[1], ".") if told else ("…", "chậm nhất ngày 05/5/2022", "…"))


# --- the page ---


def test_the_page_goes_by_day_and_leaves_out_what_is_past() -> None:
    notice = asking(
        "a",
        deadline("trước ngày 30/4", by="2022-04-30", before="Qua rồi "),
        deadline(
            "từ ngày 29/4 đến hết ngày 03/5/2022", starts="2022-04-29", ends="2022-05-03", before="Các hộ treo cờ "
        ),
        deadline("chậm nhất ngày 01/5/2022", by="2022-05-01", before="Hôm ấy nộp "),
        deadline("từ ngày 02/6", starts="2022-06-02", ends="2022-06-04", before="Tiêm cho trẻ "),
        deadline("trước ngày 15/5", by="2022-05-15", before="Nộp thuế ", guessed=True),
        deadline("sáng thứ 7", rrule="FREQ=WEEKLY;BYDAY=SA", before="Tổng vệ sinh vào "),
    )
    page = main_of(ward_site([notice]), URL)
    assert re.findall(r"<h2[^>]*>([^<]*)</h", page) == [
        "Hôm nay, Chủ nhật 01/5", "Đang diễn ra", "Tháng 5 năm 2022", "Tháng 6 năm 2022", "Hàng tuần, hàng tháng",
    ]  # fmt: skip
    assert whens(page) == [
        "Hạn chót Chủ nhật 01/5 Hôm nay",
        "Đến hết thứ Ba 03/5 · còn 2 ngày",
        "Trước Chủ nhật 15/5 · còn 14 ngày",
        "Từ thứ Năm 02/6 đến hết thứ Bảy 04/6",
        "Sáng thứ 7",
    ]
    told = items(page)
    assert all(READ in row for row in told)
    assert [row for row in told if "năm là suy đoán" in row] == [row for row in told if "Nộp thuế" in row]
    assert words_of(ward_site([notice]), URL).count(LEGEND) == 1
    assert "<p>Các hộ treo cờ <mark>từ ngày 29/4 đến hết ngày 03/5/2022</mark>.</p>" in page
    assert page.count('<a href="/bt/thong-bao/2022/a/">Việc a</a>') == 5
    assert "Qua rồi" not in page
    assert 'Tính từ ngày <time datetime="2022-05-01">01/5/2022</time>' in page


def test_jumps_lead_to_each_part_of_the_page() -> None:
    days = [deadline(by=day, before=f"Việc {day} rất khác ") for day in ("2022-05-20", "2022-06-20", "2023-01-20")]
    page = main_of(ward_site([asking("a", *days)]), URL)
    jumps = re.findall(r'<a href="#([^"]*)">([^<]*)</a>', page)
    assert [words for _, words in jumps] == ["Tháng 5", "Tháng 6", "Tháng 1/2023"]
    assert [id_ for id_, _ in jumps] == re.findall(r'<h2 id="([^"]*)"', page)
    alone = main_of(ward_site([asking("a", days[0])]), URL)
    assert 'href="#' not in alone


def test_times_of_one_notice_stand_together_and_say_what_is_theirs() -> None:
    areas = [
        replace(
            deadline(f"{hours} ngày {day}/5", starts=f"2022-05-{day}", ends=f"2022-05-{day}", hours=hours,
                     before=f"Khu vực {where}: "),
            where=where, part=part, clock=Clock(spans=((begins, None),)),
        )
        for day, hours, begins, where, part in (
            ("05", "07h30 - 16h00", 450, "Tổ dân phố 1, 2", "Cắt điện"), ("06", "8 giờ", 480, "Ngõ 15", "Đóng điện thử")
        )
    ]  # fmt: skip
    due = deadline("trước 17h ngày 05/5", by="2022-05-05", hours="17h", before="Hộ cần máy phát đăng ký ")
    due = replace(due, clock=Clock(spans=((1020, None),)))
    page = main_of(ward_site([asking("a", *areas, due, title="Cắt điện trong tháng 5")]), URL)
    assert whens(page) == [
        "Thứ Năm 05/5, 7h30–16h00 · Tổ dân phố 1, 2 · 4 ngày nữa",
        "Thứ Sáu 06/5, 8h · Ngõ 15: Đóng điện thử",
        "Hạn chót 17h thứ Năm 05/5 · còn 4 ngày",
    ]
    assert page.count(">Cắt điện trong tháng 5</a>") == 2  # a deadline stands on its own day
    assert page.count("<mark>") == 3


def test_days_of_which_the_text_tells_the_same_are_one_line() -> None:
    row = deadline("7h30, ngày 05 và 06/5", starts="2022-05-05", ends="2022-05-05", hours="7h30", before="Tiêm ")
    other = replace(row, starts_on=date(2022, 5, 6), ends_on=date(2022, 5, 6))
    assert whens(main_of(ward_site([asking("a", row, other)]), URL)) == [
        "Thứ Năm 05/5 và thứ Sáu 06/5, 7h30 · 4 ngày nữa"
    ]
    later = main_of(ward_site([asking("a", row, other)], today="2022-05-06"), URL)
    assert whens(later) == ["Thứ Sáu 06/5, 7h30 Hôm nay"]


def test_hours_of_the_first_and_of_the_last_day_are_one_time() -> None:
    cut = {"starts": "2022-05-10", "ends": "2022-05-11", "hours": "22h00 - 04h00"}
    night = deadline("từ 22h00 ngày 10/5 đến 04h00 ngày 11/5", before="Cắt nước ", **cut)  # type: ignore[arg-type]
    night = replace(night, clock=Clock(spans=((1320, 240),), through=True))
    each = deadline("22h00 - 04h00 từ ngày 10/5 đến ngày 11/5", before="Cấm đường ", **cut)  # type: ignore[arg-type]
    each = replace(each, clock=Clock(spans=((1320, 1680),)))
    files = ward_site([asking("a", night), asking("b", each)])
    assert sorted(whens(main_of(files, URL))) == [
        "Từ 22h00 thứ Ba 10/5 đến 4h00 thứ Tư 11/5 · 9 ngày nữa",
        "Từ thứ Ba 10/5 đến hết thứ Tư 11/5, 22h00–4h00 hôm sau · 9 ngày nữa",
    ]
    month = words_of(files, "/lich/2022/05/")
    assert "Từ 22h00 đến 4h00 ngày 11/5: Việc a" in month
    assert "22h00–4h00 hôm sau, đến hết 11/5: Việc b" in month


def test_a_confirmed_task_has_its_words_and_no_sign_of_a_machine() -> None:
    asked = event("Nộp hồ sơ nhập học", by="2022-05-20", who="Phụ huynh", where="Trường Mẫu", hours="7–11 giờ")
    page = main_of(ward_site([asking("a", events=[asked])]), URL)
    assert items(page)[0].startswith(
        "Hạn chót thứ Sáu 20/5, 7–11h · Trường Mẫu · còn 19 ngày Nộp hồ sơ nhập học : Việc a Ai: Phụ huynh"
    )
    assert "máy đọc" not in page


def test_before_an_hour_is_that_day_and_before_a_day_is_not() -> None:
    read = [
        deadline(phrase, by="2022-05-05", before=f"Việc {i} rất khác {i} ")
        for i, phrase in enumerate(
            ["trước 17 giờ ngày 05/5/2022", "trước thứ Năm, ngày 05/5", "trước 5/5", "đến hết ngày 05/5"]
        )
    ]
    page = main_of(ward_site([asking("a", *read)]), URL)
    assert [line.split()[0] for line in whens(page)] == ["Hạn", "Trước", "Trước", "Hạn"]
    confirmed = [event("Nộp thuế", by="2022-05-05")]
    assert "Trước thứ Năm 05/5" in main_of(ward_site([asking("a", read[1], events=confirmed)]), URL)


def test_a_rule_shows_its_end_and_a_beginning_that_is_to_come() -> None:
    rule = {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5", "every": "ngày 05 hàng tháng"}
    asked = [event("Họp", starts="2022-06-01", ends="2022-12-31", **rule), event("Trực", starts="2022-01-01", **rule)]
    page = main_of(ward_site([asking("a", events=asked)]), URL)
    assert whens(page) == [
        "Ngày 05 hàng tháng, từ ngày 01/6/2022 đến hết ngày 31/12/2022: Họp",
        "Ngày 05 hàng tháng: Trực",
    ]


def test_a_rule_says_which_days_it_leaves_out_and_none_twice() -> None:
    rule = {"rrule": "FREQ=WEEKLY;BYDAY=SA"}
    read = [
        deadline("thứ 7 hàng tuần", excluded=["2022-04-30", "2022-05-21", "2022-06-04"], before="Dọn ngõ vào ", **rule),  # type: ignore[arg-type]
        deadline(
            "chiều thứ 7 hàng tuần đến hết 30/6, trừ ngày 21/5", ends="2022-06-30", excluded=["2022-05-21"],
            before="Thu gom rác vào ", **rule,  # type: ignore[arg-type]
        ),
    ]  # fmt: skip
    page = main_of(ward_site([asking("a", *read)]), URL)
    assert whens(page) == [
        "Chiều thứ 7 hàng tuần đến hết 30/6, trừ ngày 21/5",
        "Thứ 7 hàng tuần, trừ ngày 21/5/2022 và ngày 04/6/2022",
    ]


def test_a_rule_is_told_until_its_last_day_that_is_left() -> None:
    read = deadline(
        "thứ 7", rrule="FREQ=WEEKLY;BYDAY=SA", ends="2022-05-21", excluded=["2022-05-21"], before="Dọn ngõ "
    )
    for today, is_told in (("2022-05-14", True), ("2022-05-15", False)):
        assert ("Dọn ngõ" in main_of(ward_site([asking("a", read)], today=today), URL)) is is_told


def test_a_window_without_an_end_runs_until_its_notice_ends_or_it_is_worn_out() -> None:
    open_ = replace(
        deadline("từ ngày 02/5", starts="2022-05-02", ends="2022-05-03", before="Cấm xe qua cầu "),
        kind="window", ends_on=None,
    )  # fmt: skip
    for today, expires, heading in (
        ("2022-05-01", "", "Tháng 5 năm 2022"),
        ("2022-05-02", "", "Đang diễn ra"),
        ("2023-12-31", "", "Đang diễn ra"),
        ("2024-01-01", "", ""),
        ("2022-05-31", "2022-05-31", "Đang diễn ra"),
        ("2022-06-01", "2022-05-31", ""),
    ):
        page = main_of(ward_site([asking("a", open_, expires=expires)], today=today), URL)
        assert re.findall("<h2[^>]*>([^<]*)<", page) == ([heading] if heading else [])
        year = "/2022" if today.startswith("2023") else ""
        assert (f"Từ thứ Hai 02/5{year} trở đi" in page) is bool(heading)


def test_hours_and_the_lunar_day_are_shown() -> None:
    feast = deadline(
        "sáng 8/3 âm lịch", starts="2022-05-08", ends="2022-05-08", hours="7h30 - 11h00", lunar="8/4 âm lịch"
    )
    days = deadline(
        "từ 8/4", starts="2022-05-08", ends="2022-05-10", lunar="8/4 đến 10/4 âm lịch", before="Dâng hương "
    )
    until = deadline("trước 8/4", by="2022-05-08", lunar="8/4 âm lịch", before="Đăng ký ")
    assert whens(main_of(ward_site([asking("a", feast, days, until)]), URL)) == [
        "Chủ nhật 08/5 (8/4 âm lịch), 7h30–11h00 · 7 ngày nữa",
        "Từ Chủ nhật 08/5 đến hết thứ Ba 10/5 (8/4 đến 10/4 âm lịch)",
        "Trước Chủ nhật 08/5 (8/4 âm lịch) · còn 7 ngày",
    ]
    sure = event("Dâng hương", starts="2022-05-08", ends="2022-05-08")
    assert "Chủ nhật 08/5 (8/4 âm lịch)" in main_of(ward_site([asking("a", feast, events=[sure])]), URL)


def test_an_expired_notice_asks_nothing_on_the_page_and_keeps_its_days_in_the_calendar() -> None:
    files = ward_site([asking("a", deadline(by="2022-05-20"), title="Đã thôi", expires="2022-04-30")])
    assert "Đã thôi" not in main_of(files, URL)
    assert "yêu cầu người dân làm việc gì có ngày giờ" in main_of(files, URL)
    assert "/bt/thong-bao/2022/a/" in main_of(files, "/lich/2022/05/")


def test_a_hidden_notice_asks_nothing_and_a_preview_marks_it() -> None:
    draft = asking("a", deadline(by="2022-05-20"), title="Việc nháp", publish="draft")
    plan = campaign(title="Đợt nháp", publish="draft", events=[event("Dọn vệ sinh", by="2022-05-21")])
    assert not re.search("nháp|Dọn", main_of(ward_site([draft], [plan]), URL))
    page = main_of(ward_site([draft], [plan], preview=True), URL)
    assert [row.startswith("Bản nháp") for row in items(page)[:2]] == [True, True]
    assert items(page)[1].startswith("Bản nháp Hạn chót thứ Bảy 21/5 · còn 20 ngày Dọn vệ sinh : Đợt nháp")


# --- the notice's own page ---


def test_a_notice_shows_its_errata_before_the_text_and_leaves_the_text_alone() -> None:
    slip = Erratum(says="132 năm", should="131 năm", note="Tính đến năm 2021.", place=NOWHERE)
    page = main_of(ward_site([asking("a", errata=[slip])]), "/thong-bao/2022/a/")
    box = "Trong thông báo viết: “132 năm”. Đúng ra là: “131 năm”. Tính đến năm 2021."
    assert page.index("Đính chính") < page.index(box) < page.index("<p>Chữ.</p>")


def test_a_notice_shows_confirmed_events_else_what_is_read() -> None:
    words = words_of(ward_site([asking("a", deadline(by="2022-05-05"))]), "/thong-bao/2022/a/")
    assert "Khi nào, ở đâu Sắp tới Thêm vào lịch Hạn chót thứ Năm 05/5 · còn 4 ngày" in words
    assert "do máy đọc từ thông báo, chưa có người xác nhận." in words
    asked = [event("Nộp hồ sơ", by="2022-05-05"), event("Lập danh sách", by="2022-05-06", audience="agency")]
    words = words_of(ward_site([asking("a", events=asked)]), "/thong-bao/2022/a/")
    assert "Khi nào, ở đâu Sắp tới Thêm vào lịch Hạn chót thứ Năm 05/5/2022 · còn 4 ngày Nộp hồ sơ" in words
    assert "máy đọc" not in words
    assert "Lập danh sách Ai: Cơ quan, đơn vị" in words


def test_a_notice_leads_to_the_days_that_it_names_once_each() -> None:
    names = ["dien-bien-phu", "", "gio-to-hung-vuong", "dien-bien-phu"]
    occasions = [
        OccasionSaid(
            ordinal=None,
            name="x",
            origin="",
            observed="",
            anniversary=n,
            sentence=("", "x", ""),
            place=NOWHERE,
            span=(0, 0),
        )
        for n in names
    ]
    page = main_of(ward_site([asking("a", occasions=occasions)]), "/thong-bao/2022/a/")
    days = [href for href in links_of(page) if href.startswith("/bt/lich/ngay/")]
    assert days == ["/bt/lich/ngay/07-05/", "/bt/lich/ngay/10-03-am-lich/"]


# --- as an editor writes them ---


def test_from_the_files_to_the_pages(ward: Ward, main_of: Callable[[str], str]) -> None:
    ward.notice("a", "Các hộ dân nộp tờ khai chậm nhất ngày 05/5/2022.", number="12/TB-UBND", title="Thu thuế")
    events = "\n  - {what: Nộp hồ sơ, by: 20/5/2022, who: Phụ huynh}"
    ward.notice("b", "Phụ huynh nộp hồ sơ trước ngày 20/5/2022.", title="Vào lớp 1", events=events)
    ward.write(
        "calendar/don-ve-sinh.yml",
        "title: Tháng vệ sinh\npublish: public\nbasis: [{number: 12/TB-UBND, date: 28/4/2022}]\n"
        "windows: [{form: băng rôn, from: 01/5/2022, to: 10/5/2022}]\n"
        "events:\n  - {what: Dọn ngõ, every: sáng thứ 7 hàng tuần}\n",
    )
    told = items(" ".join(main_of(ward.text("viec-can-lam/index.html")).split()))
    assert told[0].startswith(
        f"Hạn chót thứ Năm 05/5 · còn 4 ngày Thu thuế {READ} Xem câu trong thông báo Các hộ dân nộp"
    )
    assert told[1].startswith("Trước thứ Sáu 20/5 · còn 19 ngày Nộp hồ sơ : Vào lớp 1 Ai: Phụ huynh Xem câu")
    assert told[2].startswith("Sáng thứ 7 hàng tuần, đến hết ngày 10/5/2022 Dọn ngõ : Tháng vệ sinh")
    assert "chờ thông báo" in ward.text("lich/dot/don-ve-sinh/index.html")


def test_a_rule_that_nobody_confirms_is_told_in_its_year_and_the_next(ward: Ward) -> None:
    weekly = deadline("thứ 7 hàng tuần", rrule="FREQ=WEEKLY;BYDAY=SA")
    sure = event("Tổng vệ sinh", rrule="FREQ=WEEKLY;BYDAY=SA", every="thứ 7 hàng tuần")
    for today, told in (("2023-12-30", True), ("2024-01-01", False)):
        page = words_of(ward_site([asking("a", weekly)], today=today), URL)
        assert ("Thứ 7 hàng tuần" in page) is told
        assert "đến hết" not in page  # the notice names no end
        assert "Tổng vệ sinh" in words_of(ward_site([asking("a", weekly, events=[sure])], today=today), URL)
