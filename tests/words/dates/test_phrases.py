"""The readable cases of `tests/cases/ngay-gio.md`, and what no case can show."""

from __future__ import annotations

import os
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.understand.text.plain import plain
from bulletin.words.dates.day import Day, printed_days
from bulletin.words.dates.phrase import Phrase
from bulletin.words.dates.phrases import phrases
from bulletin.words.dates.printed import long, short
from bulletin.words.dates.recurrence import in_words
from bulletin.words.dates.typed_rule import rule

FILE = Path(__file__).parents[2] / "cases" / "ngay-gio.md"
CASE = re.compile(r"^(?P<title>.+)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.\n", re.MULTILINE)
CASES = [m.groupdict() for m in CASE.finditer(FILE.read_text(encoding="utf-8"))]
KINDS = {"days": "ngày", "span": "khoảng", "month": "tháng"}


def shown(phrase: Phrase) -> str:
    days = "; ".join(f"hết tháng {day.month}/{day.year}" if not day.day else _day(day) for day in phrase.days)
    twins = f" = {'; '.join(map(_day, phrase.twins))}" if phrase.twins else ""
    return f"{phrase.words} → {KINDS[phrase.kind]} | {days}{twins}{f' | {phrase.hours}' if phrase.hours else ''}"


def _day(day: Day) -> str:
    return f"{day.shown}{f' năm {day.cycle}' if day.cycle else ''}"


def read(text: str) -> str:
    return "\n".join(shown(phrase) for phrase in phrases(plain(text.strip()).lower()))


def test_every_case_is_read() -> None:
    assert len(CASES) == FILE.read_text(encoding="utf-8").splitlines().count(".") // 3 > 12


def test_the_cases() -> None:
    """`GOLDEN=write` rewrites what is expected; read it before it is kept."""
    text = FILE.read_text(encoding="utf-8")

    def filled(m: re.Match[str]) -> str:
        told = read(m["input"])
        return f"{m['title']}\n.\n{m['input']}.\n{told + chr(10) if told else ''}.\n"

    now = CASE.sub(filled, text)
    if os.environ.get("GOLDEN") == "write":
        FILE.write_text(now, encoding="utf-8")
    assert now == FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007", "\u2009", "\t"])
def test_every_blank_is_a_blank(blank: str) -> None:
    text = "từ 7 giờ 30 ngày 28 tháng 11 năm 2025 đến 17 giờ ngày 30/11/2025"
    assert read(text.replace(" ", blank)) == read(text)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_way_to_print_a_day_is_that_day(day: date) -> None:
    forms = (short(day), long(day), f"{day.day}-{day.month}-{day.year}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%y}")
    for form in forms:
        if form == f"{day:%d/%m/%y}" and day.year < 2000:
            continue
        (printed,) = printed_days(f"họp ngày {form.removeprefix('ngày ')}, tại phường")
        assert [one.on(0) for one in printed.days] == [day]


@given(st.text(alphabet="ngàyđếntừhtháng mùngrằmtếtthứ 0123456789/.-,;:()\n", max_size=200))
def test_nothing_breaks_it(text: str) -> None:
    for phrase in phrases(text.lower()):
        assert 0 <= phrase.start <= phrase.core < phrase.end <= len(text)
        assert phrase.days


@pytest.mark.parametrize(
    "piece",
    [
        "từ ngày ",
        "1, ",
        "7h30, thứ sáu, ngày (",
        "28/11 và ",
        "tháng ",
        "mùng 4 đến ",
        "22-23/11; ",
        "1/2/",
        "ngày 1-2-",
        "12 ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    text = piece * (20_000 // len(piece)) + "1/5/2022"
    start = time.perf_counter()
    phrases(text)
    assert time.perf_counter() - start < 3


WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True).map(
    lambda codes: sorted(codes, key=["MO", "TU", "WE", "TH", "FR", "SA", "SU"].index)
)


@given(
    st.one_of(
        WEEKDAYS.map(lambda codes: f"FREQ=WEEKLY;BYDAY={','.join(codes)}"),
        st.lists(st.integers(1, 31), min_size=1, max_size=6, unique=True).map(
            lambda days: f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, sorted(days)))}"
        ),
        st.tuples(st.sampled_from(["1", "2", "3", "4", "-1"]), st.sampled_from(["MO", "WE", "FR", "SU"])).map(
            lambda nth: f"FREQ=MONTHLY;BYDAY={nth[0]}{nth[1]}"
        ),
        st.just("FREQ=DAILY"),
    )
)
def test_a_rule_in_words_reads_back_as_the_same_rule(rrule: str) -> None:
    assert rule(in_words(rrule)) == rrule
