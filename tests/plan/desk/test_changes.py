"""What one notice calls off or moves of another's: both pages, tasks, calendar, .ics, previews, feeds and data say so."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from bulletin.model.archive import Archive, Entry
from bulletin.model.deadline import Event
from bulletin.model.text import Words
from bulletin.model.views.page import Files
from bulletin.plan.desk.over import without_expiry
from tests.plan.calendar.asking import asking, basis, campaign, deadline, event, ward_site
from tests.plan.citing import QUAN_UY, links_of, main_of, text_of, words_of
from tests.plan.desk.changing import (
    FIRST_URL,
    LATER,
    NEW,
    OLD,
    SECOND_URL,
    SIGNED,
    change,
    citation,
    first,
    in_calendar,
    meeting,
    second,
    stated,
)

TASKS = "/viec-can-lam/"
MONTH = "/lich/2022/05/"
UNSURE = "máy đọc, chưa có người xác nhận"
ON_NEW = "Thứ Năm 12/5 · 9 ngày nữa Về cuộc họp dân * (máy đọc)"
MOVED = {"now": NEW, "words": "dời cuộc họp dân từ"}


def built(*entries: Entry) -> Files:
    return ward_site(entries, today="2022-05-03")


def items(files: Files) -> list[str]:
    page = html.unescape(main_of(files, TASKS))
    found = re.findall(r"<li>(.*?)</li>", re.sub(r"<nav.*?</nav>", "", page, flags=re.DOTALL))
    return [" ".join(re.sub(r"<[^>]*>", " ", item).split()) for item in found]


def marks(files: Files) -> list[str]:
    found = re.findall(r'<li class="task">(.*?)</li>', main_of(files, MONTH))
    return [" ".join(re.sub(r"<[^>]*>", "", item).split()) for item in found]


def feed(files: Files, title: str) -> dict[str, str]:
    rows = json.loads(text_of(files, "feed.json"))["items"]
    return next(row for row in rows if title in row["title"])  # type: ignore[no-any-return]


# --- called off ---


def test_what_goes_on_has_the_name_of_what_goes_on() -> None:
    """«Hủy buổi 10/5; các buổi sau vẫn họp, gần nhất 17/5» is no «17/5: Hủy …», and where the rule tells it, once."""
    goes_on, title = [meeting("2022-05-17", "Vẫn họp như thường vào ")], "Không tổ chức cuộc họp dân ngày 10/5"
    told = marks(built(first(), second(change(), reads=goes_on, title=title)))
    assert told == ["Đã hủy: Họp dân* (máy đọc)", "Họp dân* (máy đọc)"]
    rule = deadline("thứ ba hằng tuần", starts=OLD, rrule="FREQ=WEEKLY;BYDAY=TU", before="Mời bà con họp dân ")
    told = items(built(first(rule), second(change(), reads=goes_on, title=title)))
    assert len(told) == 1
    assert title not in told[0]
    # By when to give notice is asked on a day of the rule too, and is no meeting.
    last = deadline("trước ngày 17/5/2022", by="2022-05-17", before="Ai không dự được thì báo lại ")
    told = items(built(first(rule), second(change(), reads=[last], title=title)))
    assert any(item.startswith("Trước thứ Ba 17/5") and title in item for item in told)


def test_of_several_events_of_a_day_that_which_the_change_names() -> None:
    events = [stated("Khai mạc lễ hội"), stated("Đêm hội thả đèn")]
    told = items(built(first(events=events), second(change(words="hủy đêm hội thả đèn"))))
    assert ["Đã hủy" in item for item in told if "thả đèn" in item] == [True]
    assert ["Đã hủy" in item for item in told if "Khai mạc" in item] == [False]
    told = items(built(first(events=events), second(change(words="hủy khai mạc lễ hội, đêm hội thả đèn"))))
    assert not any("Đã hủy" in item for item in told)  # two are named, one change is told: nobody guesses


def test_what_a_correction_quotes_is_not_mixed_with_the_old_hours() -> None:
    wrong = deadline(OLD, starts=OLD, ends=OLD, before="Họp dân ", hours="7h30")
    (told,) = items(built(first(wrong), second(change(now=NEW, words="dời"))))
    assert "như báo cho ngày cũ" in told
    (told,) = items(built(first(wrong), second(change(now=NEW, words="đã ghi sai, nay sửa lại là"))))
    assert "như báo cho ngày cũ" not in told


def test_what_is_called_off_stays_visible_with_words_that_say_so() -> None:
    files = built(first(), second(change()))
    (item,) = items(files)
    assert item.startswith(
        "Đã hủy Thứ Ba 10/5 Họp dân * (máy đọc) Đã hủy theo Thông báo số 15/TB-UBND (ngày 02/5/2022)."
    )
    assert "<s>Thứ Ba 10/5</s>" in main_of(files, TASKS)
    assert f"/bt{SECOND_URL}" in links_of(main_of(files, TASKS))
    assert marks(files) == ["Đã hủy: Họp dân* (máy đọc)"]
    assert "Việc ngày 10/5/2022" not in items(ward_site([first(), second(change())], today="2022-05-11"))


def test_both_pages_say_it_and_lead_to_each_other() -> None:
    files = built(first(), second(change()))
    assert f"Việc ngày 10/5/2022 đã hủy theo Thông báo số 15/TB-UBND (ngày 02/5/2022; {UNSURE})" in plain(
        files, FIRST_URL
    )
    assert f"Thông báo này hủy việc ngày 10/5/2022 của Thông báo số 12/TB-UBND (ngày 28/4/2022; {UNSURE})" in plain(
        files, SECOND_URL
    )
    assert f"/bt{SECOND_URL}" in links_of(main_of(files, FIRST_URL))


def plain(files: Files, url: str) -> str:
    return words_of(files, url).replace(" .", ".").replace(" ,", ",")


def test_an_editor_who_names_the_notice_leaves_no_doubt() -> None:
    later = second(change(), cites=(), relations=[("sửa đổi", "12/TB-UBND", SIGNED)])
    page = plain(built(first(), later), FIRST_URL)
    assert "Việc ngày 10/5/2022 đã hủy theo Thông báo số 15/TB-UBND (ngày 02/5/2022)." in page


def test_subscribers_keep_the_event_and_see_that_it_is_called_off() -> None:
    ((uid, before),) = in_calendar(built(first())).items()
    after = in_calendar(built(first(), second(change())))
    assert list(after) == [uid]
    day, status, title, description = after[uid]
    assert (day, status, title) == (before[0], "CANCELLED", "Đã hủy: Họp dân")
    assert description.startswith("Đã hủy theo Thông báo số 15/TB-UBND ngày 02/5/2022\n")


def test_what_is_put_off_without_a_new_day_is_not_called_cancelled() -> None:
    (item,) = items(built(first(), second(change(words="tạm hoãn cuộc họp dân"))))
    assert item.startswith("Đã hoãn Thứ Ba 10/5 Họp dân * (máy đọc) Đã hoãn theo Thông báo")
    assert "đã hoãn theo" in plain(built(first(), second(change(words="hoãn họp"))), FIRST_URL)
    assert items(built(first(), second(change(words="hủy, không phải hoãn,"))))[0].startswith("Đã hủy ")


def test_what_an_editor_has_stated_is_struck_with_its_words() -> None:
    files = built(first(events=[stated(where="Nhà văn hóa")]), second(change()))
    (item,) = items(files)
    assert item.startswith("Đã hủy Thứ Ba 10/5 · Nhà văn hóa Họp dân Đã hủy theo")
    assert "<s>Họp dân</s>" in main_of(files, FIRST_URL)
    assert "Thêm những việc cần làm vào lịch" not in plain(files, FIRST_URL)


# --- moved ---


@pytest.mark.parametrize("reads", [(), (meeting(NEW, "Cuộc họp dân dời sang "),)])
def test_what_is_moved_is_told_once_on_its_new_day(reads: Sequence[object]) -> None:
    files = built(first(), second(change(**MOVED), reads=reads))  # type: ignore[arg-type]
    (item,) = items(files)
    assert item.startswith(f"{ON_NEW} Dời từ ngày 10/5/2022 theo Thông báo số 15/TB-UBND (ngày 02/5/2022).")
    assert item.count("ời từ ngày") == 1
    assert marks(files) == ["Về cuộc họp dân* (máy đọc) (dời từ ngày 10/5/2022)"]


def test_a_moved_event_keeps_its_uid() -> None:
    (uid,) = in_calendar(built(first()))
    after = in_calendar(built(first(), second(change(**MOVED), reads=[meeting(NEW)])))
    assert list(after) == [uid]
    assert after[uid][:2] == (NEW, "TENTATIVE")
    assert "Dời từ ngày 10/5/2022 theo Thông báo số 15/TB-UBND ngày 02/5/2022\n" in after[uid][3]


def test_what_the_later_notice_states_is_what_holds() -> None:
    announced = first(events=[stated(hours="19 giờ", where="Nhà văn hóa số 1", who="Mọi nhà")])
    new = stated("Họp dân (ngày mới)", NEW, hours="20 giờ", where="Nhà văn hóa số 2")
    files = built(announced, second(change(**MOVED), events=[new]))
    (item,) = items(files)
    assert item.startswith(
        "Thứ Năm 12/5, 20h · Nhà văn hóa số 2 · 9 ngày nữa Họp dân (ngày mới) : Về cuộc họp dân Dời từ"
    )
    assert "Ai: Mọi nhà" in item
    assert "Nhà văn hóa số 1" not in item
    assert "máy đọc" not in item
    assert [row[:3] for row in in_calendar(files).values()] == [
        (f"{NEW}T20:00:00+07:00", "CONFIRMED", "Họp dân (ngày mới) – Nhà văn hóa số 2")
    ]


def test_an_old_hour_or_place_is_not_told_as_that_of_the_new_day() -> None:
    announced = first(events=[stated(hours="19 giờ", where="Nhà văn hóa số 1")])
    files = built(announced, second(change(**MOVED)))
    (item,) = items(files)
    assert "Ở đâu (như báo cho ngày cũ): Nhà văn hóa số 1 Giờ (như báo cho ngày cũ): 19 giờ" in item
    assert "máy đọc" in item
    assert b"LOCATION" not in text_of(files, "lich/viec-can-lam.ics").encode()
    assert [row[0] for row in in_calendar(files).values()] == [NEW]  # of whole days
    page = plain(files, FIRST_URL)
    assert "Thứ Năm 12/5/2022 · 9 ngày nữa Họp dân Dời từ ngày 10/5/2022 theo Thông báo số 15/TB-UBND" in page


def test_the_new_day_is_not_put_off_with_the_old_one() -> None:
    """«Hoãn cuộc họp ngày 10/5 sang ngày 12/5» may be read as two changes of one line."""
    told = items(
        built(first(), second(change(now=NEW, words="hoãn cuộc họp dân"), change(NEW, words="hoãn cuộc họp dân")))
    )
    assert len(told) == 1
    assert told[0].startswith(f"{ON_NEW} Dời từ ngày 10/5/2022")


def test_what_is_moved_again_is_told_as_last() -> None:
    third = second(
        change(NEW, "2022-05-20", words="dời tiếp"),
        printed="18/TB-UBND",
        signed="2022-05-03",
        cites=[citation("15/TB-UBND", LATER)],
    )
    files = built(first(), second(change(**MOVED), reads=[meeting(NEW)]), third)
    (item,) = items(files)
    assert item.startswith(
        "Thứ Sáu 20/5 · 17 ngày nữa Về cuộc họp dân * (máy đọc) Dời từ ngày 10/5/2022 theo Thông báo số 18/TB-UBND"
    )
    assert len(in_calendar(files)) == 1
    page = plain(files, FIRST_URL)
    assert "Việc ngày 10/5/2022 đã dời sang ngày 12/5/2022 theo Thông báo số 15/TB-UBND" in page
    assert "Việc ngày 12/5/2022 đã dời sang ngày 20/5/2022 theo Thông báo số 18/TB-UBND" in page
    assert "Việc ngày 12/5/2022 đã dời sang ngày 20/5/2022 theo" in plain(files, SECOND_URL)


def test_a_last_day_is_put_off() -> None:
    files = built(
        first(deadline(by=OLD)), second(change(OLD, NEW, kind="deadline", words="gia hạn"), reads=[deadline(by=NEW)])
    )
    (item,) = items(files)
    assert item.startswith("Hạn chót thứ Năm 12/5 · còn 9 ngày Về cuộc họp dân * (máy đọc) Dời từ ngày 10/5/2022")
    assert "Hạn chót ngày 10/5/2022 đã dời sang ngày 12/5/2022 theo" in plain(files, FIRST_URL)


def test_of_a_window_the_end_alone_can_be_put_off() -> None:
    window = deadline("từ 01/5 đến 10/5", starts="2022-05-01", ends=OLD)
    files = built(first(window), second(change(OLD, NEW, kind="deadline", words="gia hạn")))
    (item,) = items(files)
    was = "Đã đổi, trước là từ ngày 01/5/2022 đến hết ngày 10/5/2022 theo Thông báo số 15/TB-UBND"
    assert item.startswith(f"Đến hết thứ Năm 12/5 · còn 9 ngày Về cuộc họp dân * (máy đọc) {was}")


# --- never guessed ---


@pytest.mark.parametrize(
    "entries",
    [
        (first(), second(change(), cites=())),
        (first(), second(change(), cites=[citation("13/TB-UBND")])),
        (first(), second(change(), cites=[citation(dated="2022-04-27")])),
        (first(), second(change(), cites=[citation(dated="", body=QUAN_UY)])),
        (first(), second(change("2022-05-11"))),
        (first(meeting(), meeting(words="Tiêm vắc-xin cho trẻ ")), second(change())),
        (first(printed=""), second(change())),
        # Not what comes later.
        (first(), second(change(), signed="2022-04-01")),
        # What is past, and what has but another hour.
        (first(), second(change("2022-05-01"))),
        (first(), second(change(now=OLD))),
        # The editor says that something does take place then.
        (first(), second(change(), events=[stated("Họp cán bộ")])),
    ],
)
def test_where_it_is_not_sure_nothing_is_marked(entries: tuple[Entry, ...]) -> None:
    files = built(*entries)
    assert "Đã hủy" not in words_of(files, TASKS)
    assert "đã hủy theo" not in words_of(files, MONTH)
    assert {row[1] for row in in_calendar(files).values()} <= {"TENTATIVE", "CONFIRMED"}


def test_of_two_things_on_a_day_that_of_the_same_kind() -> None:
    (off, kept) = items(built(first(meeting(), deadline(by=OLD)), second(change())))
    assert [one.startswith("Đã hủy") for one in (off, kept)] in ([True, False], [False, True])


# --- one day of what comes again and again ---

SATURDAYS = "FREQ=WEEKLY;BYDAY=SA"
SATURDAY = "2022-05-14"


def every_saturday() -> Entry:
    return first(events=[event("Tổng vệ sinh", rrule=SATURDAYS, every="sáng thứ 7 hàng tuần")])


def rule_of(files: Files) -> tuple[str, list[str]]:
    """When its tasks are, and what subscribers hold of the rule: its days that are left out."""
    rows = [e for e in Calendar.from_ical(files["lich/viec-can-lam.ics"]).walk("VEVENT") if "RRULE" in e]
    left = [
        str(line.removeprefix(b"EXDATE;VALUE=DATE:"), "ascii")
        for e in rows
        for line in e.to_ical().split(b"\r\n")
        if line.startswith(b"EXDATE")
    ]
    return items(files)[-1], left


@pytest.mark.parametrize("now", ["", "2022-05-15"])
def test_of_a_rule_the_one_day_is_left_out(now: str) -> None:
    files = built(every_saturday(), second(change(SATURDAY, now, words="không tổng vệ sinh")))
    item, left = rule_of(files)
    assert item.startswith("Sáng thứ 7 hàng tuần, trừ ngày 14/5/2022 Tổng vệ sinh : Họp dân")
    assert left == ["20220514"]
    assert "Đã hủy" not in item
    done = "dời sang ngày 15/5/2022" if now else "hủy"
    assert f"Tổng vệ sinh ngày 14/5/2022 đã {done} theo Thông báo số 15/TB-UBND" in plain(files, FIRST_URL)
    assert "trừ ngày 14/5/2022" in plain(files, FIRST_URL)
    assert f"Thông báo này {done} «Tổng vệ sinh» ngày 14/5/2022 của Thông báo số 12/TB-UBND" in plain(files, SECOND_URL)


def test_beside_a_rule_what_takes_place_once_is_meant_when_the_words_are_not_of_the_rule() -> None:
    both = [event("Tổng vệ sinh", rrule=SATURDAYS, every="thứ 7 hàng tuần"), stated(on=SATURDAY)]
    told = items(built(first(events=both), second(change(SATURDAY))))
    assert any(item.startswith("Đã hủy Thứ Bảy 14/5 Họp dân") for item in told)
    assert not any("trừ ngày" in item for item in told)
    named = second(change(SATURDAY), relations=[("sửa đổi", "12/TB-UBND", SIGNED)])
    assert "trừ ngày 14/5/2022" in items(built(every_saturday(), named))[-1]


def test_what_takes_the_place_of_that_day_is_a_task_of_its_own() -> None:
    sunday = meeting("2022-05-15", "Tổng vệ sinh chuyển sang ")
    told = items(
        built(every_saturday(), second(change(SATURDAY, "2022-05-15", words="dời tổng vệ sinh"), reads=[sunday]))
    )
    assert any("Chủ nhật 15/5" in item for item in told)
    assert any("trừ ngày 14/5/2022" in item for item in told)


def test_two_days_of_a_rule_one_after_the_other() -> None:
    changes = change(SATURDAY, words="không tổng vệ sinh"), change("2022-05-28", words="không tổng vệ sinh")
    assert rule_of(built(every_saturday(), second(*changes)))[1] == ["20220514", "20220528"]


@pytest.mark.parametrize(
    "told",
    [
        # No day of the rule; a day on which it is not held anyway; days, of which one is; another thing on that day.
        [every_saturday(), second(change("2022-05-15", words="không tổng vệ sinh"))],
        [first(events=[event("Tổng vệ sinh", rrule=SATURDAYS, every="thứ 7", excluded=[SATURDAY])]), second(change(SATURDAY, words="không tổng vệ sinh"))],
        [every_saturday(), second(change(SATURDAY, until="2022-05-16", kind="window", words="không tổng vệ sinh"))],
        [first(events=[event("Tổng vệ sinh", rrule=SATURDAYS, every="thứ 7"), stated(on=SATURDAY)]), second(change(SATURDAY, words="hủy họp dân, tổng vệ sinh"))],
        [first(events=[event("Tổng vệ sinh", rrule=SATURDAYS, every="thứ 7"), event("Đọc sách", rrule=SATURDAYS, every="thứ 7")]), second(change(SATURDAY, words="không tổng vệ sinh, đọc sách"))],
        # Something else on such a day.
        [every_saturday(), second(change(SATURDAY))],
    ],
)  # fmt: skip
def test_of_a_rule_nothing_is_guessed(told: list[Entry]) -> None:
    files = built(*told)
    assert "theo Thông báo số 15/TB-UBND" not in plain(files, FIRST_URL)
    assert b"/viec-can-lam/" in files["viec-can-lam/index.html"]
    assert "Đã hủy" not in " ".join(items(files))


def test_a_day_of_a_rule_that_is_past_marks_its_notice_no_more() -> None:
    entries = [every_saturday(), second(change(SATURDAY, words="không tổng vệ sinh"))]
    assert "Có việc đã hủy" in words_of(ward_site(entries, today=SATURDAY), "/thong-bao/")
    assert "Có việc đã hủy" not in words_of(ward_site(entries, today="2022-05-15"), "/thong-bao/")


# --- programmes, and what is over ---


def test_of_a_programme_that_is_called_off_the_points_are_off_too() -> None:
    festival = [
        event("Lễ hội", starts="2022-05-13", ends="2022-05-15"),
        event("Khai mạc", starts="2022-05-13", ends="2022-05-13", hours="9h"),
        event("Bế mạc", starts="2022-05-15", ends="2022-05-15"),
    ]
    off = change("2022-05-13", until="2022-05-15", kind="window", words="hủy lễ hội")
    files = built(first(events=festival), second(off))
    assert {(title, status) for _, status, title, _ in in_calendar(files).values()} == {
        ("Đã hủy: Lễ hội", "CANCELLED"),
        ("Đã hủy: Khai mạc", "CANCELLED"),
    }
    page = main_of(files, FIRST_URL)
    for what in ("Lễ hội", "Khai mạc", "Bế mạc"):
        assert f"<s>{what}</s>" in page
    (whole,) = (told for *_, title, told in in_calendar(files).values() if "Lễ hội" in title)
    assert "- Đã hủy: 15/5/2022: Bế mạc" in whole


def over(today: str, *entries: Entry) -> str:
    """The list of notices on a day, what is behind the others at its end."""
    return words_of(ward_site(entries, today=today), "/thong-bao/").partition("còn hiệu lực")[2]


@pytest.mark.parametrize("events", [None, [stated()]])
def test_what_is_moved_to_a_later_day_is_not_over_on_the_old_one(events: list[Event] | None) -> None:
    entries = first(events=events), second(change(**MOVED), signed=LATER)
    assert "Đã kết thúc" not in over("2022-05-12", *entries)
    assert "Đã kết thúc Đã kết thúc ngày 12/5/2022 * (máy đọc) Họp dân" in over("2022-05-13", *entries)
    asked = {e.notice.key: day.isoformat() for e, day in without_expiry(archive(*entries), date(2022, 5, 13))}
    assert asked == {"2022/12-tb-ubnd": NEW}


@pytest.mark.parametrize("events", [None, [stated()]])
def test_what_is_all_called_off_is_behind_the_others_at_once_and_never_past(events: list[Event] | None) -> None:
    entries = first(events=events), second(change()), asking("c", title="Việc khác", signed="2022-04-01")
    for today in ("2022-05-03", "2022-05-20"):
        told = over(today, *entries)
        assert told.index("Việc khác") < told.index("Đã kết thúc, đã hủy hoặc hoãn") < told.index("Có việc đã hủy")
        assert "Đã kết thúc ngày" not in told
        assert "Tình trạng Có việc đã hủy" in words_of(ward_site(entries, today=today), FIRST_URL)
    assert without_expiry(archive(*entries), date(2022, 5, 9)) == ()
    ((asked, day),) = without_expiry(archive(*entries), date(2022, 5, 11))
    assert (asked.notice.key, day.isoformat()) == ("2022/12-tb-ubnd", OLD)
    rows = {
        r["url"].rpartition("bt")[2]: r["last_day"]
        for r in json.loads(text_of(built(*entries), "du-lieu/notices.json"))["notices"]
    }
    assert rows[FIRST_URL] is None


def test_what_is_left_tells_the_last_day() -> None:
    entries = first(meeting("2022-05-06", "Nộp tờ khai "), meeting()), second(change())
    assert "Đã kết thúc ngày 06/5/2022" in over("2022-05-07", *entries)
    # What may have no end keeps it from being over, called off or not.
    open_ = first()
    open_ = replace(open_, prose=replace(open_.prose, text=(Words(text="Cho đến khi có thông báo mới."),)))
    assert "đã hủy hoặc hoãn" not in over("2022-05-07", open_, second(change()))


def archive(*entries: Entry) -> Archive:
    return Archive(entries=entries, pages=(), assets={})


def test_a_moved_day_leaves_its_lunar_day_behind() -> None:
    lunar = deadline("10/5/2022", starts=OLD, ends=OLD, before="Họp dân ngày ", lunar="10/4 âm lịch")
    files = built(first(lunar), second(change(**MOVED)))
    assert "âm lịch" not in items(files)[0]


def test_a_rule_of_a_notice_that_is_replaced_still_ends_with_it() -> None:
    old = first(events=[event("Tổng vệ sinh", rrule=SATURDAYS, every="thứ 7 hàng tuần"), stated()])
    files = built(old, second(change(), relations=[("thay thế", "12/TB-UBND", SIGNED)], signed=LATER))
    assert "Tổng vệ sinh" not in " ".join(items(files))
    assert "Đã hủy Thứ Ba 10/5 Họp dân" in " ".join(items(files))


def test_a_notice_that_is_not_shown_yet_changes_nothing() -> None:
    files = built(first(), second(change(), publish="draft"))
    assert not items(files)[0].startswith("Đã hủy")
    assert "15/TB-UBND" not in plain(files, FIRST_URL)


def test_lists_say_that_something_of_a_notice_is_off() -> None:
    assert "Có việc đã hủy" in words_of(built(first(), second(change())), "/")
    assert "Có việc đã dời ngày" in words_of(built(first(), second(change(**MOVED))), "/")


# --- families ---


def test_an_extract_and_a_campaign_of_the_notice_are_marked_too() -> None:
    extract = asking("trich", meeting(), signed=SIGNED, title="Mời họp", relations=[("trích từ", "12/TB-UBND", SIGNED)])
    plan = campaign(rests_on=[basis("12/TB-UBND", SIGNED)], events=[stated("Họp dân ở đợt")])
    files = ward_site([first(), extract, second(change())], [plan], today="2022-05-03")
    assert all(item.startswith("Đã hủy") for item in items(files))
    for url in ("/thong-bao/2022/trich/", FIRST_URL):
        assert "Việc ngày 10/5/2022 đã hủy theo Thông báo số 15/TB-UBND" in plain(files, url)
    assert "<s>Họp dân ở đợt</s>" in main_of(files, "/lich/dot/2022-05-ngay-le-lon/")


@pytest.mark.parametrize("kind", ["thay thế", "bãi bỏ"])
def test_a_notice_that_is_replaced_as_a_whole_still_tells_what_is_off(kind: str) -> None:
    announced = first(meeting(), deadline(by="2022-05-20"))
    files = built(announced, second(change(), relations=[(kind, "12/TB-UBND", SIGNED)]))
    (item,) = items(files)
    assert item.startswith(f"Đã bị {kind} Đã hủy")
    assert [row[1] for row in in_calendar(files).values()] == ["CANCELLED"]


def test_what_a_repealed_notice_has_changed_stands_again() -> None:
    third = asking("c", printed="18/TB-UBND", signed="2022-05-03", relations=[("bãi bỏ", "15/TB-UBND", LATER)])
    (item,) = items(built(first(), second(change()), third))
    assert not item.startswith("Đã hủy")


# --- what is sent on ---


def test_previews_words_to_send_and_feeds_do_not_repeat_the_old_day() -> None:
    announced = first(events=[stated()], when="Chiều ngày 10/5")
    files = built(announced, second(change(**MOVED)))
    page = html.unescape(text_of(files, f"{FIRST_URL[1:]}index.html"))
    (told,) = re.findall(r'property="og:description" content="([^"]*)"', page)
    assert told.startswith("Có việc đã dời ngày. Họp dân ngày 10/5/2022 đã dời sang ngày 12/5/2022")
    assert "[Có việc đã dời ngày] Họp dân\nHọp dân ngày 10/5/2022 đã dời sang ngày 12/5/2022" in page
    item = feed(files, "Họp dân")
    assert item["summary"].startswith("Họp dân ngày 10/5/2022 đã dời sang ngày 12/5/2022 theo Thông báo số 15/TB-UBND.")
    assert item["content_html"].startswith(
        "<p><strong>Họp dân ngày 10/5/2022 đã dời sang ngày 12/5/2022</strong> theo <a"
    )
    pictures = {path for path in files if path.endswith(".png")}
    assert pictures - {path for path in built(announced) if path.endswith(".png")}


def test_data_say_what_has_become_of_a_task() -> None:
    def tasks(files: Files) -> list[dict[str, object]]:
        days = json.loads(text_of(files, "du-lieu/calendar-2022.json"))["days"]
        return [task for day in days for task in day["tasks"]]

    (off,) = tasks(built(first(), second(change())))
    assert (off["cancelled"], off["moved_from"]) == (True, None)
    assert str(off["changed_by"]).endswith(SECOND_URL)
    (moved,) = tasks(built(first(), second(change(**MOVED))))
    assert (moved["cancelled"], moved["moved_from"], moved["from"]) == (False, [OLD, OLD], NEW)
