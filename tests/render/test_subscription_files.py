"""The files of subscriptions as strict readers of RFC 5545 take them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256

import pytest
from icalendar import Calendar

from bulletin import knowledge, ward_files
from bulletin.addresses import file_of
from bulletin.plan.calendar.vocabulary import TOPICS
from tests.conftest import ROOT, sample_site
from tests.render.subscribing import (
    events,
    files,
    one,
    written,
)


def checked(data: bytes) -> None:
    """What RFC 5545 asks of the bytes."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is cut in two


def test_real_content_in_every_topic() -> None:
    built = sample_site()
    ward = ward_files.load_ward(ROOT / "content")
    home, uids = ward.origin + ward.base, dict[str, list[str]]()
    for topic, name in TOPICS.items():
        data = built.files[f"lich/{topic}.ics"]
        assert isinstance(data, bytes)
        checked(data)
        parsed = Calendar.from_ical(data)
        assert parsed["X-WR-CALNAME"] == parsed["NAME"]
        assert str(parsed["NAME"]).startswith(f"{name} – ")
        assert parsed["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
        assert parsed["REFRESH-INTERVAL"].dt == timedelta(days=1)
        assert parsed["X-PUBLISHED-TTL"] == "P1D"
        rows = list(parsed.walk("VEVENT"))
        assert len(rows) == data.count(b"BEGIN:VEVENT")
        uids[topic] = [str(e["UID"]) for e in rows]
        assert len(uids[topic]) == len(set(uids[topic]))
        for event in rows:
            assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
            assert event.decoded("DTSTART") < event.decoded("DTEND")
            assert event["TRANSP"] == "TRANSPARENT"
            assert str(event["DESCRIPTION"]).endswith(f"Xem: {event['URL']}")
            assert file_of(str(event["URL"]).removeprefix(home)) in built.files
    assert len(uids["ngay-ky-niem"]) > 300
    assert len(uids["ngay-nghi"]) > 20
    assert set(uids["tat-ca"]) >= {*uids["ngay-ky-niem"], *uids["ngay-nghi"], *uids["treo-co"], *uids["viec-can-lam"]}


def test_every_row_of_every_year_has_an_id_of_its_own() -> None:
    rows = knowledge.load()
    for year in range(1968, 2101, 3):
        found = events(files(*rows.anniversaries.values(), today=f"{year}-06-01"), "tat-ca")
        assert len({e["UID"] for e in found}) == len(found)


DIGEST = f"""
import sys; sys.path[:0] = [{str(ROOT)!r}]
from datetime import date
from hashlib import sha256
from pathlib import Path
from bulletin.pipeline import build
files = build(Path({str(ROOT / "content")!r}), Path({str(ROOT / "templates")!r}), date(2022, 5, 1)).files
print(sha256(b"".join(files[name] for name in sorted(files) if name.endswith(".ics"))).hexdigest())
"""


def test_the_same_bytes_twice_and_with_another_hash_seed() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", DIGEST], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout.strip()
        for seed in ("0", "1")
    }
    files_ = sample_site().files
    mine = b"".join(d for n, d in sorted(files_.items()) if n.endswith(".ics") and isinstance(d, bytes))
    assert made == {sha256(mine).hexdigest().encode()}


def test_a_feed_without_events_is_a_calendar_all_the_same() -> None:
    data = written()
    checked(data)
    parsed = Calendar.from_ical(data)
    assert parsed["VERSION"] == "2.0"
    assert parsed["PRODID"]
    assert parsed.subcomponents  # RFC 5545, 3.6: at least one
    assert list(parsed.walk("VEVENT")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Một; hai, ba \\ bốn",
        "C:\\Ngày \\N và \\n",
        "Dòng một\nDòng hai",
        "Cờ 🇻🇳 và 👨‍👩‍👧‍👦",
        "ưỡ" * 200,
        "🎉" * 100,
        "\\" * 150,
        ";" * 150,
        '"ngoặc": X=Y',
        "%5Cn",
    ],
)
def test_any_title_survives(title: str) -> None:
    data = written(one(title=title, description=f"{title}\n{title}", where=title))
    checked(data)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"], event["LOCATION"]) == (title, f"{title}\n{title}", title)


def test_signs_are_escaped_as_strict_readers_ask() -> None:
    assert "\r\nSUMMARY:a\\; b\\, c\\\\d\\ne\r\n" in written(one(title="a; b, c\\d\ne")).decode()


@pytest.mark.parametrize(
    "end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x00", "\r\n "]
)
def test_no_text_can_add_an_event(end: str) -> None:
    hostile = f"Việc{end}END:VEVENT{end}BEGIN:VEVENT{end}SUMMARY:giả{end}END:VEVENT{end}"
    data = written(one(id=hostile, title=hostile, description=hostile, where=hostile), name=hostile)
    checked(data)
    assert re.findall(r"(?m)^BEGIN:(.*)$", "\n".join(data.decode().splitlines())) == [
        "VCALENDAR", "VTIMEZONE", "STANDARD", "VEVENT",
    ]  # fmt: skip
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert "BEGIN:VEVENT" in event["SUMMARY"]
