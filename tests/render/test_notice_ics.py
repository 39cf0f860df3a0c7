"""The calendar file of one notice: what it holds, how long it stands, and that nobody gets a thing twice."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar

from bulletin.model.views.page import Files
from bulletin.pack import FOLDER, copied
from bulletin.ward_files import load_ward
from tests.conftest import Ward
from tests.plan.calendar.asking import ward_site
from tests.plan.desk.changing import FIRST_URL, LATER, NEW, SECOND_URL, change, first, second

ASKING = {
    "events": {"events": "[{what: Nộp hồ sơ, by: 05/5/2022, hours: 17h00}]"},
    "a sure reading": {"body": "Đề nghị các hộ nộp phí chậm nhất 17h00 ngày 05/5/2022.\n"},
}


def text_of(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return data.decode()


def held(files: Files, path: str) -> dict[str, bytes]:
    """UID → the event as it is written."""
    return {str(e["UID"]): e.to_ical() for e in Calendar.from_ical(text_of(files, path)).walk("VEVENT")}


@pytest.mark.parametrize("keys", ASKING.values(), ids=ASKING)
def test_a_notice_has_its_own_calendar_file(ward: Ward, keys: dict[str, str]) -> None:
    ward.notice("a", **keys)
    files, page, file = ward.files(), "thong-bao/2022/a/index.html", "thong-bao/2022/a/lich.ics"
    assert f'href="/{file}"' in text_of(files, page)
    (event,) = held(files, file).items()
    assert event in held(files, "lich/viec-can-lam.ics").items()
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20220505T170000" in event[1]
    head = Calendar.from_ical(text_of(files, file))
    assert (head["URL"], "METHOD" in head) == ("https://thu.example/thong-bao/2022/a/", False)
    # What is over is offered no more, and left out of the file of all in time; who has subscribed goes on to fetch it.
    later = ward.files(today="2024-05-06")
    assert file not in text_of(later, page)
    assert held(later, "lich/viec-can-lam.ics") == {}
    assert text_of(later, file) == text_of(files, file)


def test_a_notice_that_tells_residents_no_time_has_none(ward: Ward) -> None:
    ward.notice("le", "Kỷ niệm 68 năm Ngày Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2022). Ngày 30/4 nghỉ lễ.")
    ward.notice("rieng", events="[{what: Báo cáo, by: 05/5/2022, for: cán bộ}]")
    files = ward.files()
    assert [path for path in files if path.startswith("thong-bao/") and path.endswith(".ics")] == []
    assert all("lich.ics" not in text_of(files, f"thong-bao/2022/{name}/index.html") for name in ("le", "rieng"))


def test_a_notice_whose_reading_is_denied_keeps_an_empty_file(ward: Ward) -> None:
    ward.notice("a", "Đề nghị các hộ nộp phí chậm nhất ngày 05/5/2022.", events="[]")
    files = ward.files()
    assert held(files, "thong-bao/2022/a/lich.ics") == {}
    assert "lich.ics" not in text_of(files, "thong-bao/2022/a/index.html")


def test_what_is_moved_stands_in_the_files_of_both_notices_as_one_event() -> None:
    files = ward_site([first(), second(change(now=NEW, words="dời cuộc họp dân từ"))], today=LATER)
    old, new = (held(files, f"{url[1:]}lich.ics") for url in (FIRST_URL, SECOND_URL))
    assert old == new == held(files, "lich/viec-can-lam.ics")
    assert len(old) == 1
    off = ward_site([first(), second(change())], today=LATER)
    (event,) = held(off, f"{FIRST_URL[1:]}lich.ics").values()
    assert b"STATUS:CANCELLED" in event
    assert "lich.ics" not in text_of(off, f"{FIRST_URL[1:]}index.html")


def test_the_link_leads_to_the_file_on_a_usb_stick_too(ward: Ward) -> None:
    ward.notice("a", **ASKING["events"])
    day = date(2022, 5, 1)
    files = copied(ward.files(), load_ward(ward.content), day)
    assert 'href="lich.ics"' in text_of(files, f"{FOLDER}/thong-bao/2022/a/index.html")
    assert f"{FOLDER}/thong-bao/2022/a/lich.ics" in files
