"""When it is over: what a notice says once its last day has passed, where it stands then, and what its editor hears."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import date

import pytest

from bulletin.model.archive import Entry
from bulletin.model.deadline import Deadline
from bulletin.model.text import Words
from bulletin.plan.desk.over import last_day
from tests.conftest import Ward
from tests.plan.calendar.asking import asking, deadline, event

WATER = "Tạm ngừng cấp nước từ 8h đến 11h ngày 05/5/2022."
PAGE = "thong-bao/2022/50-tb-ubnd/index.html"
BEFORE, AFTER = "2022-05-05", "2022-05-06"
SATURDAYS = "FREQ=WEEKLY;BYDAY=SA"


def water(ward: Ward, body: str = WATER, **keys: str) -> None:
    ward.notice("nuoc", body, **{"title": "Tạm ngừng cấp nước", "number": "50/TB-UBND", **keys})


def seen(ward: Ward, today: str, path: str = PAGE) -> str:
    main = ward.text(path, today).partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", main)).split()).replace(" .", ".").replace(" )", ")")


def titles(ward: Ward, today: str, path: str = "index.html") -> list[str]:
    return re.findall(r"<h[23]><a [^>]*>([^<]*)</a></h[23]>\n<p class=\"facts\">", ward.text(path, today))


# --- which day it is ---


def doubtful(notice: Entry, *readings: Deadline) -> Entry:
    return replace(notice, prose=replace(notice.prose, doubtful=readings))


def saying(notice: Entry, text: str) -> Entry:
    return replace(notice, prose=replace(notice.prose, text=(Words(text=text),)))


FIFTH = deadline(by="2022-05-05")
NINTH = deadline(starts="2022-05-08", ends="2022-05-09")
OPEN = replace(NINTH, ends_on=None)
BOUNDED = replace(deadline(rrule=SATURDAYS), ends_on=date(2022, 5, 28))


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        (asking("a"), None),
        (asking("a", FIFTH), "2022-05-05"),
        (asking("a", NINTH, FIFTH), "2022-05-09"),
        (asking("a", FIFTH, replace(NINTH, audience="staff")), "2022-05-05"),
        (asking("a", replace(FIFTH, audience="agency")), None),
        # What has no end, or may have none.
        (asking("a", FIFTH, OPEN), None),
        (asking("a", FIFTH, deadline(rrule=SATURDAYS)), None),
        (asking("a", FIFTH, BOUNDED), "2022-05-28"),
        (saying(asking("a", FIFTH), "Không ra sông từ 12 giờ hôm nay cho đến khi có thông báo mới."), None),
        (saying(asking("a", FIFTH), "Từ ngày 01/5/2022 trở đi, thu phí theo giá mới."), None),
        # What is doubtful is not told, and keeps back only what it goes beyond.
        (doubtful(asking("a", FIFTH), NINTH), None),
        (doubtful(asking("a", NINTH), FIFTH), "2022-05-09"),
        (doubtful(asking("a"), NINTH), None),
        # A notice that reports.
        (asking("a", deadline(by="2022-04-27")), None),
        (asking("a", deadline(by="2022-04-28")), "2022-04-28"),
        # Its editor goes before the machine.
        (asking("a", FIFTH, events=[event("Họp", starts="2022-05-12", ends="2022-05-12")]), "2022-05-12"),
        (asking("a", FIFTH, events=[]), None),
        (asking("a", FIFTH, events=[event("Báo cáo", by="2022-05-09", audience="staff")]), None),
        (asking("a", events=[event("Dọn vệ sinh", rrule=SATURDAYS, every="thứ 7"), event("Họp", by="2022-05-05")]), None),
        (doubtful(saying(asking("a", events=[event("Nộp", by="2022-05-05")]), "cho đến khi"), NINTH), "2022-05-05"),
    ],
)  # fmt: skip
def test_the_last_day_of_what_residents_are_told(notice: Entry, day: str | None) -> None:
    assert last_day(notice) == (date.fromisoformat(day) if day else None)


# --- what its page says ---


def test_its_page_says_what_has_passed_and_when_and_that_a_machine_read_it(ward: Ward) -> None:
    water(ward)
    before, after = seen(ward, BEFORE), seen(ward, AFTER)
    assert "Tình trạng Còn hiệu lực, chưa ghi ngày hết hạn" in before
    assert "Khi nào, ở đâu Hôm nay Thêm vào lịch Thứ Năm 05/5, 8h–11h" in before
    assert "Còn hiệu lực" not in after
    assert "Khi nào, ở đâu Đã kết thúc ngày 05/5/2022 Thứ Năm 05/5, 8h–11h" in after
    assert "do máy đọc từ thông báo, chưa có người xác nhận." in after
    assert "Tình trạng Việc có ngày giờ đã qua, ngày cuối là 05/5/2022 (máy đọc, chưa xác nhận)" in after


def test_what_an_editor_states_is_told_without_caution(ward: Ward) -> None:
    water(ward, events="[{what: Ngừng cấp nước, on: 05/5/2022}]")
    after = seen(ward, AFTER)
    assert "Đã kết thúc ngày 05/5/2022" in after
    assert "Tình trạng Việc có ngày giờ đã qua, ngày cuối là 05/5/2022 Ngày đăng" in after
    assert "máy đọc" not in after.casefold()


def test_an_editors_expires_goes_before_it(ward: Ward) -> None:
    water(ward, expires="09/5/2022")
    assert "Tình trạng Còn hiệu lực Ngày đăng" in seen(ward, AFTER)
    assert "Tình trạng Còn hiệu lực" in seen(ward, AFTER)
    assert titles(ward, AFTER) == ["Tạm ngừng cấp nước"]
    assert "Tình trạng Hết hạn" in seen(ward, "2022-05-10")
    assert ward.codes("2022-05-10") == []


def test_what_another_has_replaced_says_so_alone(ward: Ward) -> None:
    water(ward)
    ward.notice("moi", title="Dời lịch", relations="[{relation: thay thế, number: 50/TB-UBND}]")
    assert "Đã kết thúc" not in seen(ward, AFTER)
    assert "Tình trạng Đã bị thay thế" in seen(ward, AFTER)
    assert ward.codes(AFTER) == []


# --- where it stands ---


def test_it_leaves_the_first_places_and_stays_in_every_list(ward: Ward) -> None:
    ward.notice("cu", title="Lịch tiếp dân", date="20/4/2022", fields="[Y tế]")
    water(ward, fields="[Y tế]")
    assert titles(ward, BEFORE) == ["Tạm ngừng cấp nước", "Lịch tiếp dân"]
    assert titles(ward, AFTER) == ["Lịch tiếp dân"]
    lists = (
        "thong-bao/index.html",
        "linh-vuc/y-te/index.html",
        "co-quan/uy-ban-nhan-dan-phuong-thu/index.html",
    )
    for path in lists:
        assert titles(ward, BEFORE, path) == ["Tạm ngừng cấp nước", "Lịch tiếp dân"], path
        assert titles(ward, AFTER, path) == ["Lịch tiếp dân", "Tạm ngừng cấp nước"], path
        assert "Đã kết thúc ngày 05/5/2022 * (máy đọc) Tạm ngừng cấp nước Thông báo số 50/TB-UBND · 28/4/2022" in seen(
            ward, AFTER, path
        )
    assert "Đã kết thúc Đã kết thúc ngày 05/5/2022 * (máy đọc) Tạm ngừng cấp nước" in seen(
        ward, AFTER, "thong-bao/index.html"
    )
    # Archives are in the order of days; feeds and their readers keep what they have.
    assert titles(ward, AFTER, "thong-bao/2022/index.html")[0] == "Tạm ngừng cấp nước"
    assert ward.text("feed.json", BEFORE) == ward.text("feed.json", AFTER)


def test_where_all_is_over_the_newest_is_still_on_the_front_page(ward: Ward) -> None:
    water(ward)
    ward.notice("b", "Họp dân lúc 19 giờ ngày 04/5/2022.", title="Họp dân", date="29/4/2022")
    assert titles(ward, AFTER) == ["Họp dân", "Tạm ngừng cấp nước"]
    home = seen(ward, AFTER, "index.html")
    assert "Thông báo đã kết thúc gần đây Đã kết thúc ngày 04/5/2022" in home
    assert "không có thông báo nào" not in home and "Thông báo mới nhất" not in home
    assert (
        seen(ward, AFTER, "thong-bao/index.html")
        .partition("còn hiệu lực")[2]
        .startswith(" Đã kết thúc Đã kết thúc ngày")
    )


def test_pages_of_a_list_keep_their_fifty(ward: Ward) -> None:
    """As days pass, notices change places within a page, never the page."""
    for i in range(60):
        body = WATER if i % 2 else "Nội dung."
        ward.notice(f"viec-{i:02}", body, title=f"Việc {i:02}", date=f"{1 + i % 28}/{1 + i // 28}/2022")
    for path in ("thong-bao/index.html", "thong-bao/trang/1/index.html"):
        assert sorted(titles(ward, BEFORE, path)) == sorted(titles(ward, AFTER, path)), path


def test_it_is_urgent_no_more(ward: Ward) -> None:
    water(ward, urgency="Hỏa tốc")
    assert "Cần biết ngay" in seen(ward, BEFORE, "index.html")
    for path in ("index.html", PAGE, "thong-bao/index.html"):
        assert "Hỏa tốc" in seen(ward, BEFORE, path), path
        assert "Hỏa tốc" not in seen(ward, AFTER, path), path


def test_search_puts_it_behind_and_marks_it(ward: Ward) -> None:
    water(ward)
    ward.notice("b", title="Việc B", date="29/4/2022")

    def index(today: str) -> tuple[str, list[str]]:
        texts = {
            path: data.decode()
            for path, data in ward.files(today).items()
            if path.startswith("tim-kiem/") and path.endswith(".json") and isinstance(data, bytes)
        }
        (contents,) = (json.loads(text) for path, text in texts.items() if path.startswith("tim-kiem/muc-luc/"))
        rows = [row for path, text in texts.items() if path.startswith("tim-kiem/bai/") for row in json.loads(text)]
        return contents["gone"], [f"{row[3]}: {row[2]}" for row in rows if row[1] == "Tạm ngừng cấp nước"]

    facts = "Thông báo số 50/TB-UBND · 28/4/2022"  # the ward's own body is not told each time
    assert index(BEFORE) == ("", [f"Hôm nay: Thứ Năm 05/5, 8h–11h (máy đọc) · {facts}"])
    assert index(AFTER) == ("0", [f"Đã kết thúc ngày 05/5/2022: (máy đọc) · {facts}"])


def test_whoever_gets_its_link_is_told_first(ward: Ward) -> None:
    water(ward, urgency="Khẩn")

    def message(today: str) -> str:
        found = re.search(r"<textarea[^>]*>([^<]*)</textarea>", ward.text(PAGE, today))
        assert found
        return found[1]

    assert message(BEFORE).startswith("[Khẩn] Tạm ngừng cấp nước\nThứ Năm 05/5/2022, 8h–11h (máy đọc)\n")
    assert message(AFTER).startswith("[Đã kết thúc] Tạm ngừng cấp nước\nĐã kết thúc ngày 05/5/2022 (máy đọc)\n")
    page = ward.text(PAGE, AFTER)
    assert 'property="og:title" content="Đã kết thúc: Tạm ngừng cấp nước"' in page
    assert 'property="og:description" content="Đã kết thúc ngày 05/5/2022 (máy đọc). ' in page


def test_open_data_tells_the_last_day_and_who_says_so(ward: Ward) -> None:
    water(ward)
    ward.notice("b", "Nội dung.", events="[{what: Họp, on: 07/5/2022}]", title="B")
    ward.notice("c", "Nội dung.", title="C")
    rows = json.loads(ward.text("du-lieu/notices.json"))["notices"]
    assert {row["title"]: (row["last_day"], row["last_day_confirmed"]) for row in rows} == {
        "Tạm ngừng cấp nước": ("2022-05-05", False),
        "B": ("2022-05-07", True),
        "C": (None, None),
    }


# --- what its editor hears ---


def test_check_asks_for_expires_with_the_line_to_paste(ward: Ward) -> None:
    water(ward)
    assert ward.codes(BEFORE) == []
    (asked,) = ward.build(AFTER).problems
    assert (asked.code, asked.severity, asked.place.line) == ("expires-missing", "warning", 5)
    assert "(ngày cuối 05/5/2022, máy đọc)" in asked.says
    assert "«expires: 05/5/2022»" in asked.hint
    water(ward, expires="05/5/2022")
    assert ward.codes(AFTER) == []


def test_a_notice_that_came_late_is_asked_for_a_line_that_check_lets_through(ward: Ward) -> None:
    water(ward, published="08/5/2022")
    (asked,) = ward.build("2022-05-09").problems
    assert "05/5/2022" in asked.says
    assert "«expires: 08/5/2022»" in asked.hint
    water(ward, published="08/5/2022", expires="08/5/2022")
    assert ward.codes("2022-05-09") == []


@pytest.mark.parametrize("keys", [{"publish": "draft"}, {"published": "07/5/2022"}, {"events": "[]"}])
def test_nobody_is_asked_about_what_is_not_out_or_has_no_day(ward: Ward, keys: dict[str, str]) -> None:
    water(ward, **keys)
    assert ward.codes(AFTER) == []
