"""Open data of the calendar: what a program finds in it, and that the document tells of every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from bulletin import knowledge
from bulletin.knowledge import load
from bulletin.model.anniversary import Anniversary, Lunar, Solar
from bulletin.model.archive import Archive
from bulletin.model.views.machines import TextView
from bulletin.plan.desk.laid import desk
from bulletin.plan.inputs.calendar import calendar_data
from tests.conftest import ROOT
from tests.plan.calendar.asking import FLAG, asking, basis, campaign, deadline, event, marked, window
from tests.plan.citing import WARD, entry, known, mention

ROWS = knowledge.load()
ORIGIN = "https://thu.example/bt"


def data(today: str = "2022-05-01", **given: Any) -> dict[str, Any]:
    """File → what it holds, with the real rows unless others are given."""
    rows = {"anniversaries": tuple(ROWS.anniversaries.values()), "days_off": ROWS.days_off, "entries": (), **given}
    archive = Archive(pages=(), assets={}, **rows)
    found = {}
    for planned in calendar_data(desk(archive, WARD, date.fromisoformat(today), {}, load(), preview=False)):
        page = planned.made()
        assert isinstance(page.view, TextView)
        assert page.view.text.endswith("}\n")
        found[page.url] = json.loads(page.view.text)
    return found


def on(made: dict[str, Any], day: str) -> dict[str, Any]:
    (found,) = (row for row in made[f"/du-lieu/calendar-{day[:4]}.json"]["days"] if row["date"] == day)
    return found  # type: ignore[no-any-return]


def full() -> dict[str, Any]:
    """A campaign with a flag window, a confirmed task, one that comes again, and one that a machine has read."""
    return data(
        entries=(
            asking("a", deadline(by="2022-05-06", guessed=True)),
            asking(
                "b", events=[event("Nộp bài", by="2022-05-05", who="Đoàn viên", where="Nhà văn hóa", hours="8 giờ")]
            ),
            asking("c", events=[event("Tổng vệ sinh", rrule="FREQ=WEEKLY;BYDAY=SA", every="thứ 7 hàng tuần")]),
        ),
        campaigns=(
            campaign(
                windows=[window(FLAG, "2022-05-06", "2022-05-08", basis("75-TB/ĐU", "2022-04-28"))],
                occasions=[marked("dien-bien-phu", "2022-05-07")],
            ),
        ),
    )


def test_there_is_a_file_for_every_year_of_the_calendar() -> None:
    made = data(entries=(entry("cu", signed="2015-03-04"),))
    assert list(made) == [
        "/du-lieu/anniversaries.json", *(f"/du-lieu/calendar-{year}.json" for year in (2015, 2022, 2023)),
    ]  # fmt: skip
    for held in made.values():
        assert (held["site"], held["url"]) == ("Bảng tin thử", f"{ORIGIN}/")


def test_an_anniversary_in_json() -> None:
    rows = {row["id"]: row for row in data()["/du-lieu/anniversaries.json"]["anniversaries"]}
    row = rows["dien-bien-phu"]
    assert row["name"] == "Ngày Chiến thắng Điện Biên Phủ"
    assert (row["on"], row["origin"], row["counted"]) == (
        {"calendar": "solar", "month": 5, "day": 7}, "1954-05-07", True,
    )  # fmt: skip
    assert row["url"] == f"{ORIGIN}/lich/ngay/07-05/"
    assert row["days"] == [
        {"date": "2022-05-07", "ordinal": 68, "scale": "khác"},
        {"date": "2023-05-07", "ordinal": 69, "scale": "khác"},
    ]
    assert rows["quoc-te-phu-nu"]["counted"] is False
    assert rows["quoc-te-phu-nu"]["verified"] is False
    assert rows["doan-tncs"]["disputed"] is True
    assert {d["ordinal"] for d in rows["quoc-te-phu-nu"]["days"]} == {None}
    last = next(row for row in rows.values() if row["on"]["day"] == "last")
    assert (last["on"]["calendar"], last["url"]) == ("lunar", f"{ORIGIN}/lich/ngay/cuoi-nam-am-lich/")
    # 01/02/2022 was Tết, 22/01/2023 the next.
    assert [d["date"] for d in last["days"]] == ["2022-01-31", "2023-01-21"]


def test_every_kept_row_is_there_and_no_other_places_own() -> None:
    elsewhere = Anniversary(id="xa", name="Ngày của nơi khác", on=Solar(month=1, day=1), where="Nơi khác")
    here = Anniversary(id="day", name="Ngày thử", on=Lunar(month=11, day=29))
    (row,) = data(anniversaries=(elsewhere, here))["/du-lieu/anniversaries.json"]["anniversaries"]
    # Twice in 2022, never in 2023.
    assert (row["id"], [d["date"] for d in row["days"]]) == ("day", ["2022-01-01", "2022-12-22"])


def test_a_day_in_json() -> None:
    made = full()
    day = on(made, "2022-05-07")
    assert day["lunar"] == {"year": 2022, "month": 4, "day": 7, "leap": False}
    assert {
        "id": "dien-bien-phu",
        "name": "Ngày Chiến thắng Điện Biên Phủ",
        "ordinal": 68,
        "scale": "khác",
        "flag": ROWS.anniversaries["dien-bien-phu"].flag,
    } in day["commemorations"]
    assert day["campaigns"] == [
        {
            "id": "2022-05-ngay-le-lon",
            "title": "Tuyên truyền các ngày lễ lớn tháng 5/2022",
            "cancelled": False,
            "url": f"{ORIGIN}/lich/dot/2022-05-ngay-le-lon/",
        }
    ]
    assert day["flags"] == {"status": "official", "basis": ["75-TB/ĐU"]}
    assert on(made, "2022-05-19")["flags"] == {"status": "awaited", "basis": []}
    assert on(made, "2022-04-28")["flags"] is None
    assert on(made, "2022-04-28")["notices"] == [f"{ORIGIN}/thong-bao/2022/{name}/" for name in "abc"]
    assert on(made, "2022-02-01")["days_off"] == [
        {
            "name": "Mùng 1 Tết",
            "kind": "statutory",
            "status": "estimated",
            "basis": "Bộ luật Lao động 2019, Điều 112",
            "note": "Lịch nghỉ Tết theo thông báo của năm",
        }
    ]


def test_tasks_tell_whether_an_editor_has_confirmed_them() -> None:
    made = full()
    (sure,) = on(made, "2022-05-05")["tasks"]
    assert sure == {
        "id": "2022/b/nop-bai",
        "kind": "deadline",
        "from": None,
        "to": None,
        "by": "2022-05-05",
        "rrule": None,
        "except": [],
        "what": "Nộp bài",
        "who": "Đoàn viên",
        "where": "Nhà văn hóa",
        "hours": "8 giờ",
        "lunar": None,
        "confirmed": True,
        "guessed": False,
        "corrected": False,
        "cancelled": False,
        "moved_from": None,
        "changed_by": None,
        "sentence": None,
        "url": f"{ORIGIN}/thong-bao/2022/b/",
    }
    (read,) = on(made, "2022-05-06")["tasks"]
    assert (read["what"], read["confirmed"], read["guessed"]) == (None, False, True)
    assert read["sentence"] == "Người dân nộp hồ sơ chậm nhất ngày 05/5/2022."


def test_what_comes_again_stands_beside_the_days_of_the_years_in_which_it_may_come() -> None:
    rule = "FREQ=WEEKLY;BYDAY=SA"

    def years(*entries: Any) -> list[str]:
        made = data(entries=entries, today="2025-01-01")
        return [url[-9:-5] for url, held in made.items() if held.get("recurring")]

    said = [event("Tổng vệ sinh", rrule=rule, starts="2022-05-07", ends="2023-01-07")]
    others = [entry(year, signed=f"{year}-03-03") for year in ("2021", "2023", "2024")]
    assert years(asking("a", events=said), *others) == ["2022", "2023"]
    # Without an end it goes on; what nobody has confirmed is dropped after the next year.
    goes_on = [event("Tổng vệ sinh", rrule=rule, starts="2022-05-07")]
    assert years(asking("a", events=goes_on), *others) == ["2022", "2023", "2024", "2025", "2026"]
    assert years(asking("a", deadline("thứ 7 hàng tuần", rrule=rule)), *others) == ["2022", "2023"]


def test_beside_an_internal_paper_no_more_than_the_phrase_is_told() -> None:
    secret = "Thực hiện Công văn số 118-CV/BTGQU về việc mật, người dân nộp hồ sơ "
    made = data(
        entries=(
            asking("a", deadline(by="2022-05-06", before=secret), mentions=[mention("118-CV/BTGQU", "2022-04-20")]),
        ),
        known=(known("118-CV/BTGQU", "2022-04-20", list_only=True),),
    )
    (read,) = on(made, "2022-05-06")["tasks"]
    assert read["sentence"] == "…chậm nhất ngày 05/5/2022…"
    assert "việc mật" not in json.dumps(made, ensure_ascii=False)


@pytest.mark.parametrize("publish", ["draft", "internal"])
def test_nothing_hidden_leaves_a_trace(publish: str) -> None:
    hidden = asking("an", deadline(by="2022-05-06"), publish=publish, title="Chuyện kín")  # type: ignore[arg-type]
    dark = campaign(publish=publish, title="Đợt kín", occasions=[marked("dien-bien-phu", "2022-05-07")])  # type: ignore[arg-type]
    assert data(entries=(hidden,), campaigns=(dark,)) == data()


def test_only_days_that_hold_something_are_told_in_order() -> None:
    days = [row["date"] for row in data()["/du-lieu/calendar-2022.json"]["days"]]
    assert days == sorted(days)
    assert 80 < len(days) < 200
    for row in data()["/du-lieu/calendar-2022.json"]["days"]:
        assert any(value for key, value in row.items() if key not in ("date", "lunar"))


@pytest.mark.parametrize("today", ["1968-01-01", "2100-06-01", "2024-02-29"])
def test_data_at_the_ends_of_the_calendar_and_on_a_leap_day(today: str) -> None:
    for url, held in data(today).items():
        if "calendar-" in url:
            assert all(row["date"][:4] == url[-9:-5] for row in held["days"])
            assert date.fromisoformat(held["days"][-1]["date"]) - date.fromisoformat(
                held["days"][0]["date"]
            ) > timedelta(300)


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize(("title", "file"), [("Ngày kỷ niệm", "anniversaries"), ("Lịch một năm", "calendar-2022")])
def test_the_document_names_every_key_and_every_word_of_the_data_and_no_other(title: str, file: str) -> None:
    text = (ROOT / "docs/du-lieu.md").read_text("utf-8")
    assert f"`/du-lieu/{file}.json`" in text.partition("## ")[0]
    section = text.partition(f"\n## {title}: `/du-lieu/{file}.json`\n")[2].partition("\n## ")[0]
    held = full()[f"/du-lieu/{file}.json"]
    found = set(keys(held))
    assert [key for key in sorted(found) if f"`{key}`" not in section] == []
    first_cells = "".join(re.findall(r"(?m)^\|([^|]*)\|", section))
    assert set(re.findall(r"`(\w+)`", first_cells)) <= found
    words = {
        word
        for row in held.get("anniversaries", ())
        for word in (
            row["flag"],
            row["on"]["calendar"],
            *row["kinds"],
            *(d["scale"] for d in row["days"] if d["scale"]),
        )
    }
    words |= {off[key] for row in held.get("days", ()) for off in row["days_off"] for key in ("kind", "status")}
    words |= {row["flags"]["status"] for row in held.get("days", ()) if row["flags"]}
    assert [word for word in sorted(words) if f"`{word}`" not in section] == []
