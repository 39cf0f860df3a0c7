"""Every rule that is written, expanded by dateutil, gives exactly the days that the words name."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from dateutil.rrule import rruleset, rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from bulletin.words.dates.typed_rule import rule
from tests.properties import examples
from tests.render.subscribing import events, files, task

Holds = Callable[[date], bool]

# Weekdays as people write them, from Monday on.
LONG = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
FIGURE = ("thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7", "Chủ nhật")
SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
RANKS = {"đầu": 1, "thứ nhất": 1, "thứ 2": 2, "thứ ba": 3, "cuối": -1}
NAMES = st.sampled_from((LONG, FIGURE, SHORT))
LISTED = st.lists(st.integers(0, 6), min_size=1, max_size=6, unique=True)
PARTS = st.sampled_from(("", "sáng ", "vào chiều ", "các buổi tối "))
WEEKLY = st.sampled_from((" hàng tuần", " hằng tuần", " mỗi tuần", ""))
MONTHLY = st.sampled_from((" hàng tháng", " hằng tháng", ", mỗi tháng"))


def joined(words: list[str], last: str = " và ") -> str:
    return last.join(filter(None, (", ".join(words[:-1]), words[-1])))


def round_trip(first: int, last: int, length: int) -> set[int]:
    """From the one to the other, over the end when the other lies before it."""
    days, day = {first}, first
    while day != last:
        day = (day + 1) % length
        days.add(day)
    return days


@st.composite
def weekday_lists(draw: st.DrawFn) -> tuple[str, Holds]:
    names, days = draw(NAMES), draw(LISTED)
    words = joined([names[day] for day in days], draw(st.sampled_from((" và ", ", ", "; ", " & ", ", và "))))
    return f"{draw(PARTS)}{words}{draw(WEEKLY)}", lambda on: on.weekday() in days


@st.composite
def weekday_chains(draw: st.DrawFn) -> tuple[str, Holds]:
    days = draw(st.lists(st.integers(0, 5), min_size=3, max_size=4, unique=True))
    words = draw(st.sampled_from(("thứ ", "T"))) + "-".join(str(day + 2) for day in days)
    words = words if words.startswith("thứ") else "-".join(f"T{day + 2}" for day in days)
    return f"{words}{draw(WEEKLY)}", lambda on: on.weekday() in days


@st.composite
def weekday_ranges(draw: st.DrawFn) -> tuple[str, Holds]:
    names = draw(st.sampled_from((LONG, FIGURE)))
    first, last = draw(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda two: two[0] != two[1]))
    then = draw(st.sampled_from((" đến ", " đến hết ", " tới ", " - ", " – ")))
    days = round_trip(first, last, 7)
    words = f"{draw(st.sampled_from(('', 'từ ')))}{names[first]}{then}{names[last]}"
    return f"{words}{draw(WEEKLY)}", lambda on: on.weekday() in days


@st.composite
def weekdays_but_some(draw: st.DrawFn) -> tuple[str, Holds]:
    names = draw(st.sampled_from((LONG, FIGURE, SHORT)))
    less = draw(st.lists(st.integers(0, 6), min_size=1, max_size=5, unique=True))
    whole = draw(
        st.sampled_from(("hằng ngày", "mỗi ngày", "tất cả các ngày trong tuần", "thứ Hai đến Chủ nhật hàng tuần"))
    )
    form = draw(st.sampled_from(("{} trừ {}", "{}, trừ {}", "{} (trừ {})", "{}, trừ các ngày {}")))
    return form.format(whole, joined([names[day] for day in less])), lambda on: on.weekday() not in less


@st.composite
def month_days(draw: st.DrawFn) -> tuple[str, Holds]:
    days = draw(st.lists(st.integers(1, 31), min_size=1, max_size=5, unique=True))
    end = draw(st.booleans())
    words = [f"{'ngày ' if i == 0 or draw(st.booleans()) else ''}{day:02}" for i, day in enumerate(days)]
    words += [draw(st.sampled_from(("ngày cuối tháng", "ngày cuối cùng", "ngày cuối cùng của tháng")))] if end else []
    last = lambda on: end and on.day == monthrange(on.year, on.month)[1]  # noqa: E731
    return f"{joined(words)}{draw(MONTHLY)}", lambda on: on.day in days or last(on)


@st.composite
def month_ranges(draw: st.DrawFn) -> tuple[str, Holds]:
    first, last = draw(st.tuples(st.integers(1, 31), st.integers(1, 31)).filter(lambda two: two[0] != two[1]))
    then = draw(st.sampled_from((" đến ", " đến ngày ", " đến hết ngày ", " - ", "-")))
    days = {day + 1 for day in round_trip(first - 1, last - 1, 31)}
    return f"từ ngày {first:02}{then}{last:02}{draw(MONTHLY)}", lambda on: on.day in days


@st.composite
def weeks_of_months(draw: st.DrawFn) -> tuple[str, Holds]:
    day, rank = draw(st.integers(0, 6)), draw(st.sampled_from(tuple(RANKS)))
    form = draw(st.sampled_from(("{0} của tuần {1} tháng", "{0} tuần {1} hàng tháng", "tuần {1} hàng tháng, vào {0}")))

    def holds(on: date) -> bool:
        alike = [n for n in range(1, monthrange(on.year, on.month)[1] + 1) if on.replace(day=n).weekday() == day]
        return on.day == alike[RANKS[rank] - 1 if RANKS[rank] > 0 else -1]

    return form.format(LONG[day], rank), holds


PHRASES = st.one_of(
    weekday_lists(),
    weekday_chains(),
    weekday_ranges(),
    weekdays_but_some(),
    month_days(),
    month_ranges(),
    weeks_of_months(),
)


def expanded(event: Event, last: date) -> list[date]:
    """As a calendar shows it: DTSTART counts, UNTIL is the last, and EXDATE is taken away."""
    begin = datetime.combine(event.decoded("DTSTART"), datetime.min.time())
    days = rruleset()
    days.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin))
    days.rdate(begin)
    lines = event.get("EXDATE", [])
    for line in lines if isinstance(lines, list) else [lines]:
        assert line.params["VALUE"] == "DATE"
        for one in line.dts:
            days.exdate(datetime.combine(one.dt, datetime.min.time()))
    return [hit.date() for hit in days.between(begin, datetime.combine(last, datetime.min.time()), inc=True)]


@examples(60)
@given(
    PHRASES,
    st.dates(date(2022, 1, 1), date(2026, 12, 31)),
    st.one_of(st.none(), st.integers(0, 200)),
    st.lists(st.integers(0, 120), max_size=6),
    st.integers(0, 2),
)
def test_the_days_of_the_words(
    phrase: tuple[str, Holds], first: date, length: int | None, offs: list[int], every_off: int
) -> None:
    words, holds = phrase
    rrule = rule(words)
    assert rrule, words
    last = first + timedelta(days=200 if length is None else length)
    days = [day for n in range((last - first).days + 1) if holds(day := first + timedelta(n))]
    # Any days, days of the rule itself, and now and then all of them.
    excluded = {first + timedelta(n) for n in offs} | set(days[:every_off])
    excluded |= set(days) if every_off == 2 and length is not None else set()
    made = files(
        tasks=[
            task(
                kind="recurring", rrule=rrule, every=words, starts_on=first, ends_on=None if length is None else last,
                excluded=tuple(excluded), what="Tổng vệ sinh",
            )
        ],
        today=first.isoformat(),
    )  # fmt: skip
    wanted = [day for day in days if day not in excluded]
    written = events(made, "viec-can-lam")
    if not wanted:
        assert written == [] or length is None
        return
    (event,) = written
    assert event.decoded("DTSTART") == wanted[0]
    assert expanded(event, last) == wanted
    if length is not None:
        assert expanded(event, last + timedelta(days=60)) == wanted
