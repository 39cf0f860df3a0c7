"""What an editor changes of a published notice reaches whoever has read it: readers of feeds, calendars, previews."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bulletin.model.views.page import Files
from tests.conftest import Ward

URL = "thong-bao/2022/12-tb-ubnd/"
MEET = "what: Họp tổ dân phố, on: 12/5/2022"


def written(ward: Ward, days: list[date], hours: str = "19 giờ") -> Files:
    """The site with a notice that was corrected on `days`."""
    rows = "".join(f"- {{on: {day:%d/%m/%Y}, what: Đổi điều {i}}}\n" for i, day in enumerate(days))
    ward.notice(
        "a",
        "Mời bà con họp.",
        number="12/TB-UBND",
        events=f"[{{{MEET}, hours: {hours}}}]",
        corrected=f"\n{rows}" if rows else "",
    )
    return ward.files("2022-06-30")


def stamps(files: Files) -> dict[str, str]:
    """The day of the last change as each kind of reader is told it."""
    text = {path: data.decode() for path, data in files.items() if isinstance(data, bytes) and not path.endswith("png")}
    page = text[f"{URL}index.html"]
    row = next(r for r in text["sitemap.xml"].split("<url>") if URL in r)
    event = next(e for e in Calendar.from_ical(text["lich/viec-can-lam.ics"]).walk("VEVENT") if "12-tb" in e["UID"])
    return {
        "atom": re.findall(r"<updated>(.{10})", text["feed.atom"])[-1],
        "json": json.loads(text["feed.json"])["items"][0]["date_modified"][:10],
        "sitemap": re.findall("<lastmod>(.{10})", row)[0],
        "data": json.loads(text["du-lieu/notices.json"])["notices"][0]["updated"],
        "json-ld": re.findall(r'"dateModified": "(.{10})', page)[0],
        "open graph": re.findall(r'modified_time" content="(.{10})', page)[0],
        "calendar": (event["LAST-MODIFIED"].dt + timedelta(hours=7)).date().isoformat(),
    }


def held(files: Files) -> dict[str, int]:
    rows = Calendar.from_ical(files["lich/viec-can-lam.ics"]).walk("VEVENT")
    return {str(row["UID"]): int(row.get("SEQUENCE", 0)) for row in rows if "12-tb" in row["UID"]}


def picture(files: Files) -> str:
    (found,) = (path for path in files if path.startswith(f"{URL}anh-"))
    return found


@given(st.lists(st.dates(date(2022, 4, 28), date(2022, 6, 30)), min_size=1, max_size=3))
@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_series_of_corrections_moves_whatever_tells_when_and_keeps_every_id(ward: Ward, days: list[date]) -> None:
    before = held(written(ward, days[:-1]))
    files = written(ward, days, "20 giờ")
    assert set(stamps(files).values()) == {max(days).isoformat()}
    assert held(files).keys() == before.keys()
    assert all(sequence > before[uid] for uid, sequence in held(files).items())


def test_it_is_told_on_the_page_in_feeds_and_in_the_words_to_send(ward: Ward) -> None:
    untold = written(ward, [])
    files = written(ward, [date(2022, 5, 10), date(2022, 5, 2)])
    page = str(files[f"{URL}index.html"], "utf-8")  # type: ignore[arg-type]
    told = re.findall(r'<p class="notice-mark">(Đã sửa.*?)</p>', page)
    assert [re.sub("<.*?>", "", one) for one in told] == [
        "Đã sửa ngày 10/5/2022: Đổi điều 0.",
        "Đã sửa ngày 02/5/2022: Đổi điều 1.",
    ]
    assert "Đã sửa ngày 10/5/2022: Đổi điều 0." in re.findall(r"<textarea.*?</textarea>", page, re.DOTALL)[0]
    assert "<p>Đã sửa ngày 10/5/2022: Đổi điều 0.</p>" in json.loads(files["feed.json"])["items"][0]["content_html"]  # type: ignore[arg-type]
    assert picture(files) != picture(untold)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("[{on: 27/4/2022, what: sửa}]", "date-order"),
        ("[{on: 27/5/2022}]", "key-missing"),
        ("[{what: sửa}]", "key-missing"),
        ("27/5/2022", "value-not-list"),
    ],
)
def test_what_cannot_be_is_told_at_its_line(ward: Ward, said: str, code: str) -> None:
    ward.notice("a", "Chữ.", corrected=said)
    (p,) = (p for p in ward.build("2022-06-30").problems if p.severity == "error")
    assert (p.code, p.place.line) == (code, 5)
