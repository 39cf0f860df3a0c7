"""What feeds, the sitemap and subscriptions hold: ids that last and are one ward's, days of changes, none to come."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from bulletin import knowledge
from bulletin.entries import load_reader, notice_entry
from bulletin.model.source import Raw
from bulletin.model.views.page import Files
from bulletin.plan.calendar.vocabulary import TOPICS
from bulletin.plan.desk.tasks import tasks
from bulletin.plan.desk.who_cites_what import gather
from tests.conftest import SITE, Ward
from tests.plan.citing import WARD

TODAY = "2022-05-01"
READER = load_reader(WARD)
PAY = "Các hộ nộp thuế đất tại phường chậm nhất ngày 20/5/2022."
MEET = "Mời các hộ họp tổ dân phố lúc 19 giờ ngày 12/5/2022."


def text_of(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return data.decode()


def subscribed(files: Files, topic: str = "viec-can-lam") -> list[Event]:
    return list(Calendar.from_ical(text_of(files, f"lich/{topic}.ics")).walk("VEVENT"))


def named(body: str, events: str) -> dict[str, date | None]:
    """Id of a task → its day, as a notice of this text and these events tells them; ids are what UIDs are made of."""
    given = f"\nevents: {events}" if events else ""
    front = f"---\ntitle: Một việc\ndate: 28/4/2022\npublish: public{given}\n---\n\n{body}\n"
    entry, _ = notice_entry(Raw(path="a.md", relative="a.md", data=front.encode()), READER)
    assert entry
    return {task.id: task.first for task in tasks([entry], (), gather([entry], (), {}, knowledge.load().issuer_rows))}


def stated(*rows: str) -> str:
    return "[" + ", ".join(f"{{{row}}}" for row in rows) + "]"


HELD = "what: Họp tổ dân phố, on: 12/5/2022"
MOVES: list[tuple[str, str, str, str]] = [
    # body and events before, body and events after
    (PAY, "", PAY.replace("20/5", "25/5"), ""),
    (PAY, "", PAY.replace("chậm nhất ngày", "trước 17 giờ ngày"), ""),
    (PAY, "", f"{MEET}\n\n{PAY}", ""),
    (PAY, "", f"Các hộ nộp phí rác chậm nhất ngày 10/5/2022.\n\n{PAY}", ""),
    (PAY, "", PAY, stated("what: Nộp thuế đất, by: 20/5/2022")),
    (PAY, stated("what: Nộp thuế đất, by: 20/5/2022"), PAY, stated("what: Nộp thuế đất, by: 25/5/2022")),
    ("Chữ.", stated(HELD), "Chữ.", stated(HELD.replace("12/5", "13/5"))),
    ("Chữ.", stated(HELD), "Chữ.", stated(f"{HELD}, hours: 19 giờ")),
    ("Chữ.", stated(HELD), "Chữ.", stated("what: Đổi thẻ bảo hiểm, on: 10/5/2022", HELD)),
    ("Chữ.", stated(HELD), "Chữ.", stated("what: Nộp thuế, by: 12/5/2022", HELD)),
]


@pytest.mark.parametrize(("body", "events", "new_body", "new_events"), MOVES)
def test_what_is_corrected_or_joined_by_another_stays_the_same_event(
    body: str, events: str, new_body: str, new_events: str
) -> None:
    (held,) = named(body, events)
    after = named(new_body, new_events)
    days = {"20/5": date(2022, 5, 20), "25/5": date(2022, 5, 25), "13/5": date(2022, 5, 13)}
    told = next((day for words, day in days.items() if words in (new_events or new_body)), date(2022, 5, 12))
    assert after[held] == told


def test_two_wards_of_one_host_share_no_id(ward: Ward, tmp_path: Path) -> None:
    ward.notice("a", PAY, number="12/TB-UBND")
    other = Ward(tmp_path / "b")
    other.notice("a", PAY, number="12/TB-UBND")
    found: list[set[str]] = []
    for one, path in ((ward, "phuong-a"), (other, "phuong-b")):
        one.write("site.yml", SITE.replace("https://thu.example/", f"https://thu.example/{path}/"))
        files = one.files(TODAY)
        ids = {str(e["UID"]) for topic in TOPICS for e in subscribed(files, topic)}
        feed = "".join(text_of(files, path) for path in ("feed.atom", "feed.json", "du-lieu/notices.json"))
        found.append(ids | set(re.findall(r"tag:[^<\"]+", feed)) | set(re.findall(r"<id>(.*?)</id>", feed)))
    assert found[0] and not found[0] & found[1]


def test_no_stamp_lies_in_the_future_and_none_changes_with_the_day(ward: Ward) -> None:
    ward.notice("a", PAY, events=stated("what: Họp, on: 12/12/2022"))
    builds = [ward.files(day) for day in (TODAY, "2022-06-01")]
    for topic in TOPICS:
        for event in subscribed(builds[0], topic):
            for key in ("DTSTAMP", "LAST-MODIFIED"):
                if key in event:
                    # A build of 01/5/2022 in Việt Nam may begin at 00:00 there.
                    assert event.decoded(key) <= datetime(2022, 4, 30, 17, tzinfo=UTC)
    assert len({text_of(files, "lich/viec-can-lam.ics") for files in builds}) == 1


def days(ward: Ward, today: str) -> set[str]:
    """What feeds, sitemap, data and subscription say is the day of the last change of «a»."""
    files = ward.files(today)
    atom, feed = text_of(files, "feed.atom"), json.loads(text_of(files, "feed.json"))
    item = next(row for row in feed["items"] if "/2022/a/" in row["url"])
    entry = next(part for part in atom.split("<entry>") if "/2022/a/" in part)
    place = text_of(files, "sitemap.xml").partition("/thong-bao/2022/a/</loc>")[2]
    data = json.loads(text_of(files, "du-lieu/notices.json"))["notices"]
    (event,) = subscribed(files)
    return {
        item["date_modified"][:10],
        *(day[:10] for day in re.findall(r"<updated>(.*?)</updated>", entry)),
        *re.findall(r"<lastmod>(.*?)</lastmod>", place)[:1],
        next(row["updated"] for row in data if "/2022/a/" in row["url"]),
        str(event.decoded("LAST-MODIFIED").astimezone(datetime.fromisoformat(item["date_modified"]).tzinfo).date()),
    }


def test_a_correction_is_told_to_machines(ward: Ward) -> None:
    ward.notice("a", PAY, date="28/4/2022")
    assert days(ward, "2022-05-20") == {"2022-04-28"}
    ward.notice("a", PAY.replace("20/5", "25/5"), date="28/4/2022", updated="10/5/2022")
    assert days(ward, "2022-05-20") == {"2022-05-10"}
    assert days(ward, "2022-05-05") == {"2022-05-05"}  # a day to come is none


def test_what_another_notice_changes_is_told_too(ward: Ward) -> None:
    ward.notice("a", PAY, date="28/4/2022", number="12/TB-UBND", address="a")
    ward.notice(
        "b",
        "Chữ.",
        date="06/5/2022",
        number="13/TB-UBND",
        relations="[{relation: sửa đổi, number: 12/TB-UBND, date: 28/4/2022}]",
    )
    assert days(ward, "2022-05-10") == {"2022-05-06"}


def test_an_update_is_not_before_the_publication(ward: Ward) -> None:
    ward.notice("a", PAY, date="28/4/2022", updated="27/4/2022")
    assert "date-order" in ward.codes()


def test_items_of_a_list_keep_their_events_when_one_is_put_above() -> None:
    item = "- Tổ {0}: trẻ đến trạm tiêm ngày 1{0}/5/2022."
    before = named("\n".join(map(item.format, (2, 3))), "")
    after = named("\n".join(map(item.format, (1, 2, 3))), "")
    assert len(before) == 2
    assert before.items() <= after.items()


def test_words_of_courtesy_name_no_event() -> None:
    assert named(MEET, "").keys() == named(MEET.replace("Mời", "Kính đề nghị"), "").keys()
