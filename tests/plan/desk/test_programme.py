"""A festival of one page is one thing to do with its points, not as many rows of equal weight."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bulletin import knowledge
from bulletin.model.archive import Entry
from bulletin.model.deadline import Event
from bulletin.model.views.page import Files
from bulletin.plan.desk.programme import with_points
from bulletin.plan.desk.tasks import tasks
from bulletin.plan.desk.who_cites_what import gather
from tests.plan.calendar.asking import asking, deadline, event, ward_site
from tests.plan.citing import words_of

FESTIVAL = [
    event("Bế mạc", starts="2022-05-15", ends="2022-05-15"),
    event("Lễ hội đình làng", starts="2022-05-13", ends="2022-05-15", where="Đình làng"),
    event("Đấu vật", starts="2022-05-14", ends="2022-05-14", hours="14 giờ"),
    event("Lễ rước", starts="2022-05-14", ends="2022-05-14", hours="7h30"),
    event("Chợ quê", starts="2022-05-13", ends="2022-05-14"),
    event("Đăng ký thi nấu cơm", by="2022-05-13"),
]
IN_ORDER = ["Chợ quê", "Lễ rước", "Đấu vật", "Bế mạc"]


def shape(*entries: Entry) -> list[tuple[str, list[str]]]:
    """What each task is, with its points."""
    rows = tasks(entries, (), gather(entries, (), {}, knowledge.load().issuer_rows))
    points = with_points(rows)
    return [(t.what or t.sentence[0], [p.what or p.sentence[0] for p in points[t.id]]) for t in rows if t.id in points]


def outer(page: str) -> list[str]:
    """The rows of the outer list of tasks, each with its points."""
    rows, depth = list[str](), 0
    for piece in re.split(r"(<ul class=\"tasks\">|</ul>)", page.partition("<main")[2].partition("</main>")[0]):
        depth += {'<ul class="tasks">': 1, "</ul>": -1}.get(piece, 0)
        if depth == 1 and not piece.startswith(("<ul", "</ul")):
            rest, *more = piece.split("<li>\n")
            rows = [*rows[:-1], *(row + rest for row in rows[-1:]), *more]
        elif depth > 1 and rows:
            rows[-1] += piece
    return [" ".join(re.sub(r"<[^>]*>?", " ", row).split()) for row in rows]


def test_the_longest_time_holds_the_others_by_day_and_hour() -> None:
    assert shape(asking("a", events=FESTIVAL)) == [("Đăng ký thi nấu cơm", []), ("Lễ hội đình làng", IN_ORDER)]


def test_readings_are_gathered_too() -> None:
    read = [
        deadline("từ ngày 13 đến 15/5/2022", starts="2022-05-13", ends="2022-05-15", before="Lễ hội "),
        deadline("ngày 15/5/2022", starts="2022-05-15", ends="2022-05-15", before="Bế mạc "),
        deadline("ngày 13/5/2022", starts="2022-05-13", ends="2022-05-13", before="Khai mạc "),
    ]
    assert shape(asking("a", *read)) == [("Lễ hội ", ["Khai mạc ", "Bế mạc "])]


MEETING = event("Họp", starts="2022-05-14", ends="2022-05-14")


@pytest.mark.parametrize(
    "events",
    [
        # One thing within another is no programme, nor what is outside, nor deadlines.
        [FESTIVAL[1], MEETING],
        [FESTIVAL[1], MEETING, event("Tổng duyệt", starts="2022-05-12", ends="2022-05-12")],
        [FESTIVAL[1], event("Nộp ảnh", by="2022-05-14"), event("Nộp bài", by="2022-05-15")],
        # Nor is so long a time a frame.
        [event("Nhận hồ sơ", starts="2022-05-01", ends="2022-05-20"), MEETING, FESTIVAL[2]],
    ],
)
def test_what_is_no_programme_stays_apart(events: list[Event]) -> None:
    assert all(not points for _, points in shape(asking("a", events=events)))


def test_another_notice_has_its_own_rows() -> None:
    apart = asking("b", events=[MEETING, event("Tiêm", starts="2022-05-15", ends="2022-05-15")])
    assert [row for row in shape(asking("a", events=FESTIVAL[1:2]), apart) if row[1]] == []


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=8))
def test_no_task_is_lost_nor_told_twice(spans: list[tuple[int, int]]) -> None:
    day = date(2022, 5, 1)
    stated = [
        event(f"Việc {i}", starts=str(day + timedelta(first)), ends=str(day + timedelta(first + more)))
        for i, (first, more) in enumerate(spans)
    ]
    rows = shape(asking("a", events=stated))
    assert Counter(name for row in rows for name in (row[0], *row[1])) == Counter(e.what for e in stated)


def site(today: str = "2022-05-01") -> Files:
    return ward_site([asking("a", events=FESTIVAL, title="Lễ hội")], today=today)


def page(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return data.decode()


@pytest.mark.parametrize("path", ["viec-can-lam/index.html", "thong-bao/2022/a/index.html"])
def test_a_page_tells_it_as_one(path: str) -> None:
    rows = outer(page(site(), path))
    (festival,) = [row for row in rows if "Lễ hội đình làng" in row]
    assert len(rows) == 2
    assert re.findall("|".join(IN_ORDER), festival) == IN_ORDER
    year, title = ("", " : Lễ hội") if path.startswith("viec") else ("/2022", "")
    days = f"Từ thứ Sáu 13/5{year} đến hết Chủ nhật 15/5{year} · Đình làng · 12 ngày nữa"
    assert festival.startswith(
        f"{days} Lễ hội đình làng{title} Từ thứ Sáu 13/5{year} đến hết thứ Bảy 14/5{year} Chợ quê"
    )
    assert f"Thứ Bảy 14/5{year}, 7h30 Lễ rước" in festival


def test_points_that_are_past_leave_while_the_rest_goes_on() -> None:
    (festival,) = outer(page(site("2022-05-15"), "viec-can-lam/index.html"))
    assert "Lễ hội đình làng" in festival
    assert "Bế mạc" in festival
    assert "Lễ rước" not in festival


def test_a_machines_reading_is_called_so_once() -> None:
    whole = deadline("từ ngày 13 đến 15/5/2022", starts="2022-05-13", ends="2022-05-15", before="Lễ hội ")
    opening = deadline("ngày 13/5/2022", starts="2022-05-13", ends="2022-05-13", before="Khai mạc ")
    closing = deadline("ngày 15/5", starts="2022-05-15", ends="2022-05-15", before="Bế mạc ", guessed=True)
    files = ward_site([asking("a", whole, opening, closing)])
    text = words_of(files, "/viec-can-lam/")
    assert text.count("máy đọc từ thông báo, chưa có người xác nhận") == 1
    assert text.count("* (máy đọc)") == 1
    assert text.count("năm là suy đoán") == 1


def test_a_subscription_has_one_event_that_lists_its_points_and_those_with_hours() -> None:
    rows = {str(e["SUMMARY"]): e for e in Calendar.from_ical(page(site(), "lich/viec-can-lam.ics")).walk("VEVENT")}
    assert set(rows) == {"Hạn chót: Đăng ký thi nấu cơm", "Lễ hội đình làng", "Lễ rước", "Đấu vật"}
    lines = str(rows["Lễ hội đình làng"]["DESCRIPTION"]).split("\n")
    assert lines[:-1] == [
        "Lễ hội đình làng",
        "- 13/5/2022 – 14/5/2022: Chợ quê",
        "- 14/5/2022, 7h30: Lễ rước",
        "- 14/5/2022, 14 giờ: Đấu vật",
        "- 15/5/2022: Bế mạc",
    ]
