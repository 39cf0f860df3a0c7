"""Printed hours as minutes: what editors type, and what can be read in two ways and is therefore nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model.clock import Clock
from bulletin.model.deadline import DeadlineKind
from bulletin.words.dates.hours import MIDNIGHT, every_clock, typed_clock

DAY = date(2025, 11, 21)


def shown(clock: Clock | None) -> str:
    """«7:30-11:00, 13:30-17:00»; «22:00=>5:00» goes through."""
    if clock is None:
        return ""
    sign = "=>" if clock.through else "-"
    ends = [sign.join(f"{m // 60}:{m % 60:02}" for m in span if m is not None) for span in clock.spans]
    return ", ".join(ends)


def typed(text: str, days: int = 1, kind: DeadlineKind = "event") -> str:
    return shown(typed_clock(text, kind, DAY, DAY + timedelta(days - 1)))


ONE_DAY = {
    "07h30 - 16h00": "7:30-16:00",
    "7 giờ 30 phút đến 11 giờ 00 phút": "7:30-11:00",
    "từ 8h30–11h": "8:30-11:00",
    "8-11h": "8:00-11:00",
    "08:00 - 09:15": "8:00-9:15",
    "7h rưỡi": "7:30",
    "9h00'": "9:00",
    "22h00 - 05h00": "22:00-29:00",
    "19h đến 2 giờ sáng hôm sau": "19:00-26:00",
    "12h00 đến 24 giờ 00": "12:00-24:00",
    "7h30-11h30, 13h30-17h00": "7:30-11:30, 13:30-17:00",
    "sáng 7h30-11h30; chiều 1h30-5h00": "7:30-11:30, 13:30-17:00",
    "chiều: 2h - 4h30": "14:00-16:30",
    "7 giờ tối": "19:00",
    # Not certain, or no hour at all.
    "14h sáng": "",
    "2h, chiều": "",
    "8h - 5h": "",
    "8h, 9h": "",
    "13h30-17h00, 7h30-11h30": "",
    "đến 17h00": "",
    "25h": "",
    "7h75": "",
    "24h": "24:00",
    "8h00 nếu không mưa": "",
    "giờ hành chính": "",
    "sáng": "",
}


@pytest.mark.parametrize(("text", "right"), ONE_DAY.items())
def test_hours_of_one_day(text: str, right: str) -> None:
    assert typed(text) == right


def test_hours_of_several_days_are_those_of_each_or_of_their_ends() -> None:
    assert typed("7h30 - 11h30", 2) == "7:30-11:30"
    assert typed("7h30", 2) == ""  # of the first day, or of each
    assert typed("22h - 5h", 2) == "22:00=>5:00"  # there is one night between two days
    assert typed("22h - 5h", 9) == ""
    assert typed("22h - 5h sáng hôm sau", 9) == typed("22h - 5h hằng đêm", 9) == "22:00-29:00"
    assert typed("từ 21h00 ngày 21/11 đến 5h00 ngày 22/11", 2) == "21:00=>5:00"
    assert typed("từ 8h ngày 21/11/2025 đến 24 giờ ngày 25/11/2025", 5) == "8:00=>24:00"
    assert typed("từ 21h00 ngày 21/11 đến 5h00 ngày 22/11", 3) == ""  # other days than those of the event


def test_something_is_due_at_one_hour_which_is_not_the_end_of_its_day() -> None:
    for text in ("17h00", "trước 17 giờ", "đến 5 giờ chiều", "chậm nhất 17h"):
        assert typed(text, kind="deadline") == ("" if text.startswith("chậm") else "17:00")
    # As an event at 0:00 of the next day it would stand on a wrong day.
    assert typed("24h00", kind="deadline") == ""
    assert typed("8h - 17h", kind="deadline") == ""


def test_a_rule_may_have_its_hours_in_its_own_words() -> None:
    assert shown(every_clock("18h - 20h30 hằng ngày (trừ Chủ nhật)")) == "18:00-20:30"
    assert shown(every_clock("chiều thứ 7 hàng tuần, 2h - 4h")) == "14:00-16:00"
    assert every_clock("sáng thứ 7 hàng tuần") is None


TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59))
FORMS = ("{h}h{m:02}", "{h:02}h{m:02}", "{h} giờ {m:02}", "{h} giờ {m:02} phút", "{h:02}:{m:02}", "{h}g{m:02}")


@given(TIMES, TIMES, st.sampled_from(FORMS), st.sampled_from((" - ", "-", " đến ", " – ")))
def test_every_way_to_print_hours_is_those_hours(
    first: tuple[int, int], last: tuple[int, int], form: str, to: str
) -> None:
    clock = typed_clock(to.join(form.format(h=h, m=m) for h, m in (first, last)), "event", DAY, DAY)
    begin, end = (h * 60 + m for h, m in (first, last))
    if begin < end:
        assert clock == Clock(spans=((begin, end),))
    elif clock:  # over night
        assert clock == Clock(spans=((begin, end + MIDNIGHT),))
        assert begin >= 15 * 60


@given(st.text(alphabet="0123456789hg: -,đếngiờphútsángchiềutốimai()ngày/21", max_size=40), st.integers(1, 9))
def test_whatever_is_read_lies_in_its_days(text: str, days: int) -> None:
    clock = typed_clock(text, "window" if days > 1 else "event", DAY, DAY + timedelta(days - 1))
    if clock is None:
        return
    for start, end in clock.spans:
        assert 0 <= start <= MIDNIGHT
        if clock.through and end is not None:
            assert start < end + (days - 1) * MIDNIGHT <= days * MIDNIGHT
        elif end is not None:
            assert start < end <= start + MIDNIGHT
