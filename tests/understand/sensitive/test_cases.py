"""What may not be public and what only looks so: cases that an editor can read, and what holds for every text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.model.place import Place
from bulletin.model.source import Field, Source
from bulletin.understand.sensitive.files import sensitive_in
from bulletin.understand.sensitive.kinds import kinds_of
from bulletin.understand.sensitive.reading import sensitive
from tests.properties import examples

FILE = Path(__file__).parents[2] / "cases" / "nhay-cam.md"
CASE = re.compile(r"^(?P<title>.+)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.\n", re.MULTILINE)
CASES = [m.groupdict() for m in CASE.finditer(FILE.read_text(encoding="utf-8"))]
KINDS = kinds_of(knowledge.load().sensitive)
TO_DO = {"block": "không được đăng", "warn": "xem lại", "ask": "hỏi"}


def test_every_case_is_read() -> None:
    assert len(CASES) == FILE.read_text(encoding="utf-8").splitlines().count(".") // 3 > 30


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    texts = case["input"].strip("\n").split("\n\n")
    told = [one for text in texts for one in sensitive(text, KINDS)]
    lines = [f"{one.row.kind} | {TO_DO[one.row.action]} | {' '.join(one.text.split())}" for one in told]
    assert lines == case["expected"].strip("\n").splitlines()


PIECES = st.lists(
    st.sampled_from(
        [
            "Bà Lê Thị Mẫu",
            "001300000000",
            "CCCD",
            "HIV",
            ", ",
            ". ",
            "\n",
            "| ",
            "số nhà 4",
            "MẬT",
            "danh sách:",
            "- ",
            "**",
            "N.V.A.",
            "bị phạt",
            "em ",
            "lớp 3A",
            "0900000012",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(PIECES)
@examples(60)
def test_what_is_told_stands_there(text: str) -> None:
    for one in sensitive(text, KINDS):
        assert 0 <= one.start < one.stop <= len(text)
        letters = re.sub(r"\W", "", one.text)
        assert letters
        assert letters[0] == re.sub(r"\W", "", text[one.start :])[0]
        assert one.text in one.words


@given(PIECES)
@examples(20)
def test_marks_of_markdown_hide_nothing(text: str) -> None:
    plain = text.replace("**", "")
    bold = re.sub(r"(?<!\S)(\w[\w.]*)(?!\S)", r"**\1**", plain)
    assert {one.row.kind for one in sensitive(plain, KINDS)} <= {one.row.kind for one in sensitive(bold, KINDS)}


def test_long_texts_take_no_longer_than_long() -> None:
    text = "Xử phạt ông Lê Văn Mẫu, số nhà 4 ngõ 5, CCCD 001300000000, HIV dương tính.\n- danh sách hộ nghèo:\n" * 100
    times = []
    for count in (1, 5):
        start = time.process_time()
        sensitive(text * count, KINDS)
        times.append(time.process_time() - start)
    assert times[1] < 11 * times[0]


def test_the_title_leads_the_list_below_it_and_places_are_those_of_the_file() -> None:
    title = Field(value="Danh sách gọi nhập ngũ", line=2, col=8, key_line=2, key_col=1)
    who = Field(value="Bà Mẫu, CCCD 001300000000", line=4, col=8, key_line=4, key_col=3)
    front = {"title": title, "summary": Field(value={"who": who}, line=3, col=1, key_line=3, key_col=1)}
    source = Source(
        path="a.md", relative="a.md", front=front, front_line=1, body="Mời:\n\n1. Lê Văn Mẫu\n", body_line=7
    )
    found = sensitive_in(source, KINDS)
    assert [(one.row.kind, one.text) for one in found] == [("cccd", "001300000000"), ("military_list", "Lê Văn Mẫu")]
    assert [one.place for one in found] == [Place(path="a.md", line=4, col=8), Place(path="a.md", line=9, col=4)]
