"""Nothing hangs: long texts of one repeated piece are read at once. `make bench` says what is fast, this what is absurd."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.understand.prose import understand
from tests.properties import examples
from tests.understand.citations.test_cases import HERE
from tests.understand.citations.test_mentions import CITED, MARKS, PIECES

LONG = 100_000
ENOUGH = 20  # seconds of this process for what takes less than one
REPEATED = [
    "1-CV/", "1/1/1/", "số ", "12, 12, ", "Công văn số 1-CV/QU; ", "(((", "“", "của ", "Luật ", "1/2000/A-A-A-", "1/A",
    "A-", "/A", "1/QĐ-UBND ", "Công văn số 1, 2, ", "ngày 1/1", "Thông tư 17, ", "Thông tư 17\n\n", "&amp;TKCN ", "1-CV/QU\n",
    "- 1-CV/QU\n", "| 1-CV/QU ", "57-NQ/TW - (", "số …/QĐ-UBND ", "….….", "1TB/ĐU ", "10 đến 2/QĐ-UBND ", "về việc “", "căn cứ ",
    "*1*-CV/QU ", "[1-CV/QU](/a) ", "**595**-CV/QU ", "Văn phòng Hội đồng nhân dân và ", "1-CV/QU của Ủy ban nhân dân và ", "   ", "1   /   A   -   ", "Số: ", "Nghị định 1 ",
    "1-CP ", "Nghị định số 1-CP, ", "1 - A", "1/2014-QH 13 ", "Luật số 1/2000/QH 1 ", "ngày 1//1", "ngày 1tháng 1năm2", "số 1KL/TU, ",
]  # fmt: skip


class TooLong(Exception):
    """Not raised by anything else, so that nobody catches it on the way."""


@contextmanager
def at_once() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLong

    before: Callable[..., object] | int | None = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENOUGH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def long(piece: str, length: int = LONG) -> str:
    return (piece * (length // len(piece) + 1))[:length]


@pytest.mark.parametrize("piece", REPEATED)
def test_one_piece_again_and_again(piece: str) -> None:
    with at_once():
        understand(long(piece), "x.md", 1, "", HERE)


def test_a_line_of_a_megabyte() -> None:
    with at_once():
        understand(long("1-CV/", 1_000_000), "x.md", 1, "", HERE)


@examples(8)
@given(st.lists(st.one_of(CITED, st.sampled_from(PIECES), st.sampled_from(MARKS)), min_size=1, max_size=3).map("".join))
def test_any_pieces_again_and_again(piece: str) -> None:
    with at_once():
        understand(long(piece, 20_000), "x.md", 1, "", HERE)
