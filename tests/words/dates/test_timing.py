"""Is it over? The words for where a time stands on the day of the build."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bulletin.model.deadline import DeadlineKind
from bulletin.plan.desk.task import Task, nearest
from bulletin.words.dates.timing import timing_of_all
from tests.properties import examples

MONDAY = date(2025, 11, 24)


def task(first: date | None, last: date | None, *, by: date | None = None, rrule: str = "") -> Task:
    kind: DeadlineKind = "deadline" if by else "recurring" if rrule else "window"
    return Task(
        id=f"{first}{last}{by}", kind=kind, starts_on=first, ends_on=last, by=by, rrule=rrule, every=rrule, what="họp", who="",
        where="", hours="", sentence=("", "", ""), confirmed=True, guessed=False, url="/", label="Họp", until=None,
    )  # fmt: skip


def words(one: Task, today: date = MONDAY) -> str:
    return one.timing(today).words


def test_a_window_comes_begins_runs_ends_and_is_over() -> None:
    window = task(MONDAY, MONDAY + timedelta(3))
    told = [words(window, MONDAY + timedelta(n)) for n in (-1, 0, 1, 3, 4)]
    assert told == ["Sắp tới", "Hôm nay", "Đang diễn ra", "Hôm nay", "Đã kết thúc ngày 27/11/2025"]


def test_a_deadline_is_open_on_its_own_day() -> None:
    due = task(None, None, by=MONDAY)
    assert [words(due, MONDAY + timedelta(n)) for n in (-9, 0, 1)] == [
        "Sắp tới",
        "Hôm nay",
        "Đã kết thúc ngày 24/11/2025",
    ]


def test_a_rule_goes_on_until_its_end() -> None:
    fridays = task(MONDAY, date(2025, 12, 5), rrule="FREQ=WEEKLY;BYDAY=FR")
    told = [words(fridays, day) for day in (MONDAY, date(2025, 11, 28), date(2025, 12, 6))]
    assert told == ["Sắp tới", "Hôm nay", "Đã kết thúc ngày 05/12/2025"]


@examples(60)
@given(st.lists(st.tuples(st.integers(-30, 30), st.integers(0, 9)), min_size=1, max_size=5))
def test_a_notice_is_over_when_all_of_it_is_and_the_nearest_is_never_over(spans: list[tuple[int, int]]) -> None:
    tasks = [task(MONDAY + timedelta(start), MONDAY + timedelta(start + length)) for start, length in spans]
    whole = timing_of_all(one.timing(MONDAY) for one in tasks)
    last = max(one.last or date.min for one in tasks)
    assert (whole.phase == "over") == (last < MONDAY)
    assert (whole.last == last) == (whole.phase == "over")
    assert {one.id for one in nearest(tasks, MONDAY)} == {one.id for one in tasks if one.last and one.last >= MONDAY}
