"""The readable cases of `tests/cases/thoi-han.md`, and what no case can show."""

from __future__ import annotations

import re
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_citation_cases import KNOWN

from bulletin.model.deadline import Deadline
from bulletin.understand import Citing, lexicon, understand
from bulletin.understand.deadlines import find
from bulletin.understand.links import Lines
from bulletin.words.dates import short

FILE = Path(__file__).parent.parent / "cases" / "thoi-han.md"
CASE = re.compile(r"^(?P<title>.+)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.\n", re.MULTILINE)
CASES = [m.groupdict() for m in CASE.finditer(FILE.read_text(encoding="utf-8"))]
LEXICON = lexicon(KNOWN, ())
SIGNED = date(2022, 4, 28)


def read(text: str, signed_on: date | None = SIGNED) -> tuple[Deadline, ...]:
    citing = Citing(lexicon=LEXICON, signed_on=signed_on)
    return understand(text, "x.md", 1, "", citing)[0].deadlines


def told(one: Deadline) -> str:
    days = [short(day) for day in (one.by, one.starts_on, one.ends_on) if day]
    when = one.rrule or " - ".join(dict.fromkeys(days))
    return f"{one.sentence[1]} → {one.kind} | {when} | {one.audience}{' (năm suy đoán)' if one.guessed else ''}"


def test_every_case_is_read() -> None:
    assert len(CASES) == FILE.read_text(encoding="utf-8").splitlines().count(".") // 3 > 15


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    assert "\n".join(map(told, read(case["input"]))) == case["expected"].strip("\n")


def test_the_sentence_and_the_line_are_the_evidence() -> None:
    (one,) = read("Mở đầu.\n\n- Đề nghị *các hộ* nộp thuế **trước ngày 15/5/2022** tại phường.\n")
    assert one.sentence == ("Đề nghị các hộ nộp thuế ", "trước ngày 15/5/2022", " tại phường.")
    assert (one.place.line, one.place.col) == (3, 31)


def test_only_notices_have_deadlines() -> None:
    text = "Đề nghị các hộ nộp thuế trước ngày 15/5/2022."
    assert read(text)
    assert understand(text, "x.md", 1, "")[0].deadlines == ()


def test_letters_in_two_parts_and_odd_blanks_say_the_same() -> None:
    text = "Các hộ dân treo cờ từ ngày 29/4/2022 – đến hết ngày 03/5/2022."
    (one,) = read(unicodedata.normalize("NFD", text).replace("ngày 29", "ngày\u00a029"))
    assert (one.starts_on, one.ends_on) == (date(2022, 4, 29), date(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Hà Nội, ngày 20 tháng 12 năm 2024\n\nNgười dân đăng ký trước ngày 10/01.", 2025),
        ("Ngày 02/3/2023 phường họp. Người dân đăng ký trước ngày 15/5.", 2023),
        # The date of a document tells nothing of the notice's year.
        ("Luật số 42/2013/QH13 ngày 25/11/2013. Người dân đăng ký trước ngày 15/5.\n\nHọp ngày 02/3/2023.", 2023),
        ("Kỳ thi năm 2019: thí sinh nộp hồ sơ trước ngày 15/5.", 2019),
    ],
)
def test_without_the_notices_day_the_year_is_that_of_the_text(text: str, year: int) -> None:
    (one,) = read(text, None)
    assert one.by and one.by.year == year
    assert one.guessed


def test_no_year_anywhere_is_no_deadline() -> None:
    assert read("Người dân đăng ký trước ngày 15/5.", None) == ()


@pytest.mark.parametrize(
    "words",
    [
        "trước", "chậm nhất", "muộn nhất", "trễ nhất", "đến hết", "hạn cuối", "hạn nộp là", "từ nay đến", "kéo dài đến",
        "gia hạn đến", "TRƯỚC", "Chậm nhất là",
    ],
)  # fmt: skip
def test_each_way_to_say_by_when_is_enough(words: str) -> None:
    (one,) = read(f"Nộp giấy {words} ngày 15/5/2022.")
    assert one.by == date(2022, 5, 15)


@pytest.mark.parametrize("day", ["31/4/2022", "30/02/2023", "15/13/2022", "00/5/2022"])
def test_a_day_that_does_not_exist_is_no_deadline(day: str) -> None:
    assert read(f"Người dân đăng ký trước ngày {day}.") == ()


def test_29_february_of_a_common_year() -> None:
    assert read("Người dân đăng ký trước ngày 29/02.", date(2022, 12, 28)) == ()
    (one,) = read("Người dân đăng ký trước ngày 29/02.", date(2023, 12, 28))
    assert one.by == date(2024, 2, 29)


def test_addresses_tell_no_days() -> None:
    assert read("Người dân xem [trước](/a/ngay/trước-15/5/2022) và https://x.vn/den-het-ngay/30/6/2022.") == ()


@given(st.dates(date(2022, 4, 28), date(2023, 12, 31)), st.integers(1, 300))
def test_a_window_is_found_as_printed(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    (one,) = read(f"Người dân đăng ký từ ngày {short(first)} đến hết ngày {short(last)}.")
    assert (one.kind, one.starts_on, one.ends_on, one.guessed) == ("window", first, last, False)


@given(st.text(alphabet="từđến hạn ngày thứ hàng tuần 0123/.-:()\n*", max_size=300))
def test_nothing_breaks_it(text: str) -> None:
    for one in read(text):
        assert one.sentence[1]
        assert one.kind != "window" or (one.starts_on and one.ends_on and one.starts_on < one.ends_on)


@pytest.mark.parametrize(
    "piece", ["từ ngày ", "từ 8h00, thứ hai, ", "hạn nộp ", "thứ hai, ", "05, ", "(ngày ", "gia hạn ", "- "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    text = "hàng tuần " + piece * (20_000 // len(piece)) + "1/5/2022"
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize("piece", ["Xong trước ngày 1/5/2023.\n\n", "Xong trước ngày 1/5/2023, ", "thứ hai, 8h - 9h, 1/5, "])
def test_many_deadlines_cost_as_many_times_as_much(piece: str) -> None:
    def cost(count: int) -> float:
        start = time.process_time()
        find(piece * count, Lines("", 1, ""), SIGNED)
        return time.process_time() - start

    cost(10)
    assert cost(8000) < 24 * cost(1000)
