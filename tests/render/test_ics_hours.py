"""Events with hours, read back by icalendar and dateutil: the same local times on the same days, and no others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from bulletin.model.clock import Clock
from bulletin.plan.desk.task import Task
from tests.properties import examples
from tests.render.subscribing import events, files, task

When = tuple[datetime, datetime | None]
FIRST = date(2022, 5, 20)
# Month ends, leap days, New Year.
STARTS = st.dates(date(2021, 12, 20), date(2023, 1, 12)) | st.sampled_from([date(2022, 2, 28), date(2022, 12, 31)])
RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYMONTHDAY=1,-1")


@st.composite
def clocks(draw: st.DrawFn, days: int) -> Clock:
    """Of each day, over night too, one or two a day; or through all days."""
    if draw(st.booleans()) and days > 1:
        return Clock(spans=((draw(st.integers(0, 1439)), draw(st.integers(0, 1440))),), through=True)
    if draw(st.booleans()):
        begin, first, second, end = sorted(draw(st.sets(st.integers(0, 1440), min_size=4, max_size=4)))
        return Clock(spans=((begin, first), (second, end)))
    start = draw(st.integers(0, 1439))
    return Clock(spans=((start, draw(st.none() | st.integers(start + 1, start + 840))),))


@st.composite
def timed(draw: st.DrawFn) -> Task:
    first, days, rrule = draw(STARTS), draw(st.integers(1, 40)), draw(st.sampled_from(("", "", *RULES)))
    last = first + timedelta(days - 1)
    clock = draw(clocks(1 if rrule else days))
    if rrule:
        excluded = tuple(draw(st.sets(st.dates(first, last), max_size=3)))
        return task(kind="recurring", rrule=rrule, starts_on=first, ends_on=last, excluded=excluded, clock=clock)
    return task(kind="window", starts_on=first, ends_on=last, clock=clock)


def at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def meant(given_: Task) -> Counter[When]:
    """When it takes place, worked out from the task."""
    first, last, clock = given_.starts_on, given_.ends_on, given_.clock
    assert first and last and clock
    if clock.through:
        ((start, end),) = clock.spans
        return Counter([(at(first, start), None if end is None else at(last, end))])
    days = given_.days(first, last) if given_.rrule else (first + timedelta(n) for n in range((last - first).days + 1))
    return Counter((at(day, s), None if e is None else at(day, e)) for day in days for s, e in clock.spans)


def shown(event: Event) -> Counter[When]:
    """When a calendar shows it, in the local time of Việt Nam."""
    start = event.decoded("DTSTART")
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    length = event.decoded("DTEND") - start if "DTEND" in event else None
    starts = [start]
    if "RRULE" in event:
        rule = event["RRULE"].to_ical().decode()
        assert rule.partition("UNTIL=")[2].split(";")[0].endswith("Z")  # with a zone in UTC: RFC 5545, 3.3.10
        left_out = event.get("EXDATE", [])
        out = [day.dt for row in (left_out if isinstance(left_out, list) else [left_out]) for day in row.dts]
        hits = list(rrulestr(rule, dtstart=start))
        assert set(out) <= set(hits)
        starts = [hit for hit in hits if hit not in out]
    local = [moment.replace(tzinfo=None) for moment in starts]
    return Counter((moment, None if length is None else moment + length) for moment in local)


@examples(8)
@given(st.lists(timed(), min_size=6, max_size=12))
def test_a_calendar_shows_the_same_local_times(tasks: list[Task]) -> None:
    told = [replace(one, id=f"2022/{i}/x") for i, one in enumerate(tasks)]
    rows = events(files(tasks=told), "viec-can-lam")
    for i, one in enumerate(told):
        own = [e for e in rows if str(e["UID"]).partition("@")[0].split("/")[2] == str(i)]
        assert sum(map(shown, own), Counter()) == meant(one)


def read(**given_: object) -> list[str]:
    """The ids and times of its events as they are written."""
    rows = events(files(tasks=[task(what="Việc", **given_)]), "viec-can-lam")
    return [f"{name}{_value(e, name)}" for e in rows for name in ("UID", "DTSTART", "DTEND", "RRULE") if name in e]


def _value(event: Event, name: str) -> str:
    value = event[name]
    zone = f";TZID={value.params['TZID']}" if "TZID" in value.params else ""
    return f"{zone}:{value.to_ical().decode()}"


def test_the_lines_of_times() -> None:
    night = read(
        kind="window", starts_on=FIRST, ends_on=FIRST + timedelta(1), clock=Clock(spans=((1260, 300),), through=True)
    )
    assert night == [
        "UID:viec/2022/a/2d711642b726@thu.example/bt",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20220520T210000",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20220521T050000",
    ]  # fmt: skip
    assert read(by=FIRST, clock=Clock(spans=((1020, None),)))[1:] == ["DTSTART;TZID=Asia/Ho_Chi_Minh:20220520T170000"]
    nightly = read(kind="window", starts_on=FIRST, ends_on=date(2022, 6, 30), clock=Clock(spans=((1320, 1740),)))
    assert nightly[1:] == [
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20220520T220000",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20220521T050000",
        "RRULE:FREQ=DAILY;UNTIL=20220630T165959Z",
    ]


def test_two_times_of_a_day_are_two_events_of_which_the_first_stays() -> None:
    twice = read(kind="event", starts_on=FIRST, ends_on=FIRST, clock=Clock(spans=((450, 690), (810, 1020))))
    assert [line for line in twice if line.startswith("UID")] == [
        "UID:viec/2022/a/2d711642b726@thu.example/bt",
        "UID:viec/2022/a/2d711642b726/2@thu.example/bt",
    ]


def test_a_time_without_an_end_begins_at_its_hour() -> None:
    (event,) = events(
        files(tasks=[task(kind="window", starts_on=FIRST, clock=Clock(spans=((1320, 1740),)), what="Cấm xe")]),
        "viec-can-lam",
    )
    assert ("RRULE" in event, "DTEND" in event, event.decoded("DTSTART").hour) == (False, False, 22)


def test_hours_that_are_not_certain_are_whole_days_with_their_words() -> None:
    (event,) = events(
        files(tasks=[task(kind="event", starts_on=FIRST, ends_on=FIRST, hours="giờ hành chính", what="Khám")]),
        "viec-can-lam",
    )
    assert event.decoded("DTSTART") == FIRST
    assert "Giờ: giờ hành chính" in event["DESCRIPTION"]
