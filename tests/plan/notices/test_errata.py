"""Errata that correct a day, an hour or a place: whatever residents are told has the right one; the paper stays."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest
from icalendar import Calendar

from bulletin.model.views.page import Files
from tests.conftest import Ward

WRONG, RIGHT = "ngày 05/5/2022", "ngày 06/5/2022"
BODY = f"Đề nghị các hộ nộp tờ khai chậm nhất {WRONG} tại nhà văn hóa số 1."
ERRATA = f"[{{says: {WRONG}, should: {RIGHT}}}]"
PAGE = "thong-bao/2022/a/index.html"


def text(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return html.unescape(data.decode())


def words(page: str) -> str:
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", "", main.replace("</p>", " ")).split())


def meta(page: str, name: str) -> str:
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', page)
    assert found
    return found[1]


def events(files: Files) -> list[tuple[str, str, str]]:
    data = files["lich/viec-can-lam.ics"]
    rows = Calendar.from_ical(data).walk("VEVENT")
    return [(e.decoded("DTSTART").isoformat(), str(e["SUMMARY"]), str(e["DESCRIPTION"])) for e in rows]


def test_a_corrected_day_is_the_only_one_that_is_asked_for(ward: Ward) -> None:
    ward.notice("a", BODY, errata=ERRATA)
    files = ward.files()
    asked = words(text(files, "viec-can-lam/index.html"))
    assert "Hạn chót thứ Sáu 06/5" in asked
    assert "nộp tờ khai chậm nhất ngày 06/5/2022 tại nhà văn hóa số 1." in asked
    assert "Đã đính chính" in asked
    assert "05/5" not in asked
    ((day, _, description),) = events(files)
    assert day == "2022-05-06"
    assert "Đã đính chính" in description
    assert "05/5/2022" not in description
    month = words(text(files, "lich/2022/05/index.html"))
    assert re.search(
        r"Thứ Sáu, 06/5/2022.{0,40}Hạn chót · nhà văn hóa số 1: Một việc\* \(máy đọc\) \(đã đính chính\)", month
    )
    days = json.loads(text(files, "du-lieu/calendar-2022.json"))["days"]
    assert [(d["date"], t["corrected"]) for d in days for t in d["tasks"]] == [("2022-05-06", True)]


def test_the_signed_text_stays_with_the_erratum_beside_it(ward: Ward) -> None:
    ward.notice("a", BODY, errata=ERRATA)
    page = words(ward.text(PAGE))
    assert BODY in page
    assert f"Trong thông báo viết: “{WRONG}”. Đúng ra là: “{RIGHT}”." in page


def test_a_reminder_stands_at_the_line_of_the_paper(ward: Ward) -> None:
    lines = "Mở đầu.\n\nĐề nghị các hộ nộp tờ khai chậm nhất ngày\n05/5/2022.\n\nVà đóng quỹ chậm nhất ngày 09/5/2022."
    ward.notice("a", lines, errata=ERRATA)
    (entry,) = ward.build().archive.entries
    rows = [(str(d.by), d.place.line, d.corrected) for d in entry.prose.deadlines]
    assert rows == [("2022-05-06", 10, True), ("2022-05-09", 13, False)]


@pytest.mark.parametrize(
    ("says", "should"),
    [("nhà văn hóa số 1", "nhà văn hóa số 2"), ("số 1", "số 2")],
)
def test_a_corrected_place_is_told_with_the_day(ward: Ward, says: str, should: str) -> None:
    ward.notice(
        "a",
        BODY,
        errata=f"[{{says: {says}, should: {should}}}]",
        events="[{what: Nộp tờ khai, by: 05/5/2022, where: Nhà văn hóa số 1}]",
    )
    files = ward.files()
    for path in ("viec-can-lam/index.html", PAGE):
        facts = re.findall(r'class="when">[^<]* · <span>(.*?)</span>', text(files, path))
        assert facts == ["Nhà văn hóa số 2" if says == "số 1" else "Nhà văn hóa số 1"]
    asked = words(text(files, "viec-can-lam/index.html"))
    assert "tại nhà văn hóa số 2." in asked
    assert "Đã đính chính" in asked


def test_previews_and_words_to_send_have_the_right_day(ward: Ward) -> None:
    ward.notice(
        "a",
        BODY,
        errata=ERRATA,
        title=f"Nộp tờ khai chậm nhất {WRONG}",
        summary=f"{{what: Nộp tờ khai, when: 'Chậm nhất {WRONG}'}}",
    )
    files = ward.files()
    page = text(files, PAGE)
    for told in (meta(page, "og:title"), meta(page, "og:description"), meta(page, "og:image:alt")):
        assert "06/5/2022" in told
        assert "05/5" not in told
    assert meta(page, "og:description").startswith("Đã được đính chính. ")
    sent = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL) or re.search(
        r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL
    )
    assert sent
    assert sent[1].startswith("[Đã được đính chính] Nộp tờ khai chậm nhất ngày 06/5/2022\nChậm nhất ngày 06/5/2022")
    assert f"<h1>Nộp tờ khai chậm nhất {WRONG}</h1>" in page


def test_lists_and_feeds_have_the_right_day_and_say_so(ward: Ward) -> None:
    ward.notice("a", BODY, errata=ERRATA, title=f"Nộp tờ khai chậm nhất {WRONG}", fields="[Y tế]")
    files = ward.files()
    assert f"Nộp tờ khai chậm nhất {RIGHT} (đã đính chính)" in words(text(files, "index.html"))
    (item,) = json.loads(text(files, "linh-vuc/y-te/feed.json"))["items"]
    assert item["title"].endswith(f"{RIGHT} (đã đính chính)")
    assert item["summary"].startswith(
        "Đã được đính chính. Hạn chót thứ Sáu 06/5/2022 – nhà văn hóa số 1 (máy đọc). Đề nghị các hộ nộp tờ khai"
    )
    (whole,) = json.loads(text(files, "feed.json"))["items"]
    assert whole["content_html"].startswith("<p><strong>Đính chính.</strong>")
    assert BODY in whole["content_html"]


def test_words_of_the_title_alone_can_be_corrected(ward: Ward) -> None:
    ward.notice("a", "Nội dung.", title="Họp ngày 05/5", errata="[{says: ngày 05/5, should: ngày 06/5}]")
    assert ward.codes() == []


@pytest.mark.parametrize(("day", "codes"), [("05/5/2022", ["event-not-in-text"]), ("06/5/2022", [])])
def test_an_event_on_the_day_that_was_wrong_is_told(ward: Ward, day: str, codes: list[str]) -> None:
    ward.notice("a", BODY, errata=ERRATA, events=f"[{{what: Nộp tờ khai, by: {day}}}]")
    assert ward.codes() == codes


def test_without_errata_nothing_says_so(ward: Ward, main_of: Callable[[str], str]) -> None:
    ward.notice("a", BODY)
    assert "đính chính" not in main_of(ward.text("viec-can-lam/index.html")).lower()
    assert "đính chính" not in main_of(ward.text(PAGE)).lower()
