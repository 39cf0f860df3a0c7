"""Whatever an editor writes, the answer is a site or problems at their places, never a traceback."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.check.keys.all import FILES, rows_of_keys
from bulletin.check.keys.front_matter import NoticeFront
from tests.conftest import SITE, Ward
from tests.properties import examples
from tests.understand.citations.test_mentions import CITED, MARKS, PIECES

KEYS = [*NoticeFront.model_fields, "titel", "content", "", " ", "số", "? a", "- b"]
VALUES = [
    "", "Một việc", "75 -TB/ĐU", "12/KH-UBND", "0/KH", "28/4/2022", "31/4/2022", "2022-04-28", "public", "draft", "yes",
    "[a, b]", "[]", "{}", "{a: b}", "[[a]]", "[{a: b}]", "[{file: files/a.txt}]", "files/a.txt", "[files/a.txt]",
    "[{what: a, by: 05/5/2022}]", "[{what: a, every: thứ 7, to: 31/4/2022}]", "[{what: a, on: 1/1/1900, for: cán bộ}]",
    "[{says: a, should: b}]", "[{says: '*', should: b}]", "[/cu/]", "[{relation: thay thế, number: 1/KH-UBND}]", "{what: a, who: [b]}", "{name: a}", "[Y tế]", '"\\u0301"',
    '"a\\nb"', "|\n  a\n  b", "*a", "&a b", "!!python/name:os.system", "#5", "a #5", "'", '"', "١٢/KH-UBND", "٢٨/٤/٢٠٢٢",
    "1" * 5000, "a" * 3000, "🎌", "\u0301", "<script>", "{{ x }}", "%s {0}", "\t", "---", "con", "../x", "/", "1-QĐ/ĐU",
]  # fmt: skip
LINES = st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)).map(lambda pair: f"{pair[0]}: {pair[1]}")
NESTED = [f"  {path[1]}: x" for path, _, _ in rows_of_keys(NoticeFront) if len(path) > 1]
FRONT = st.lists(st.one_of(LINES, st.sampled_from(NESTED), st.text(max_size=8)), max_size=8).map("\n".join)
GOOD = "title: Một việc\ndate: 28/4/2022\npublish: public\n"


@examples(80)
@given(FRONT, st.booleans(), st.text(max_size=30))
def test_of_any_front_matter(tmp_path_factory: pytest.TempPathFactory, front: str, good: bool, body: str) -> None:
    ward = Ward(tmp_path_factory.mktemp("ward"))
    ward.write("files/a.txt", "x")
    text = f"---\n{GOOD if good else ''}{front}\n---\n\n{body}"
    ward.write("notices/a.md", text.encode("utf-8", "replace"))
    built = ward.build()
    assert built.failed == (built.files == {})
    lines = len(re.split("\r\n|\r|\n", text))
    assert all(p.place.line <= lines and p.says and p.hint for p in built.problems)


CHAIN = "chain: {commune: phường Thử, district: {name: quận Long Biên, until: 01/7/2025}, province: thành phố Hà Nội}\n"
SOME = st.one_of(CITED, st.sampled_from(PIECES), st.sampled_from(MARKS), st.text(max_size=4), st.just("\n\n"))
BODY = st.lists(SOME, max_size=20).map("".join)


@examples(40)
@given(BODY.filter(lambda body: "&amp;" not in body), BODY.filter(lambda body: "&amp;" not in body))
def test_of_anything_cited(tmp_path_factory: pytest.TempPathFactory, one: str, other: str) -> None:
    ward = Ward(tmp_path_factory.mktemp("ward"))
    ward.write("site.yml", SITE + CHAIN)
    for name, body in (("a", one), ("b", other)):
        ward.write(f"notices/{name}.md", f"---\n{GOOD}number: 1{name}-TB/ĐU\n---\n\n{body}".encode("utf-8", "replace"))
    built = ward.build()
    assert built.failed == (built.files == {})


def test_of_an_entity(ward: Ward) -> None:
    heads = "".join(f"## Ban PCTT&amp;TKCN họp lần {i}\n\nChữ.\n\n" for i in range(6))
    ward.notice("a", f"Ban PCTT&amp;TKCN họp.\n\n{heads}")
    assert not [
        path
        for path, data in ward.files().items()
        if path.endswith(".html") and isinstance(data, bytes) and b"\x02" in data
    ]


@examples(40)
@given(st.lists(st.one_of(st.sampled_from(SITE.splitlines()), LINES, st.text(max_size=12)), max_size=10).map("\n".join))
def test_of_any_ward(tmp_path_factory: pytest.TempPathFactory, site: str) -> None:
    ward = Ward(tmp_path_factory.mktemp("ward"))
    ward.write("site.yml", site.encode("utf-8", "replace"))
    ward.notice("a")
    built = ward.build()
    assert built.failed == (built.files == {})


DATED = [
    "[{anniversary: dien-bien-phu, on: 07/5/2022}]", "[{anniversary: tet-nguyen-dan, on: 01/01/2101}]",
    "[{anniversary: rieng, on: 29/2/2023}]", "[{form: băng rôn, from: 20/12/2021, to: 03/01/2022}]", "31/12/2199",
    "[{form: co-to-quoc, from: 02/5/2022, to: 01/5/2022, basis: 1}]", "[Zalo]", "[{text: a, basis: {number: [a]}}]",
    "[{id: rieng, name: Ngày riêng, on: 29/2}]", "[{id: tet, name: Tết, on: 30/12 âm lịch, origin: 0001}]",
    "[{id: rieng, name: Ngày, on: ngày cuối năm âm lịch, origin: 1/1/2030}]", "[{id: x, name: '()', on: 1/1, also: [.]}]",
    "[{on: 1/1/1900, name: a, kind: làm bù, status: dự kiến}]", "[{on: 31/12/2199, name: a, kind: nghỉ bù}]",
]  # fmt: skip
CALENDAR_KEYS = [*FILES["campaign"].model_fields, *FILES["own days"].model_fields]
IN_CALENDAR = st.tuples(st.sampled_from(CALENDAR_KEYS), st.sampled_from([*DATED, *VALUES]))
PAIRS = IN_CALENDAR.map(lambda pair: f"{pair[0]}: {pair[1]}")
CALENDAR = st.lists(st.one_of(PAIRS, st.text(max_size=8)), max_size=6).map("\n".join)


@examples(60)
@given(CALENDAR, CALENDAR, st.booleans())
def test_of_any_calendar(tmp_path_factory: pytest.TempPathFactory, one: str, other: str, good: bool) -> None:
    ward = Ward(tmp_path_factory.mktemp("ward"))
    ward.notice("a", "Kỷ niệm 20 năm Ngày riêng (29/2/2004 - 29/2/2024).")
    front = "title: Đợt\npublish: public\n" if good else ""
    ward.write("calendar/a.yml", f"{front}{one}".encode("utf-8", "replace"))
    ward.write("calendar/b.yml", other.encode("utf-8", "replace"))
    built = ward.build()
    assert built.failed == (built.files == {})
    assert all(p.says and p.hint for p in built.problems)


@examples(40)
@given(st.binary(max_size=200))
def test_of_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    ward = Ward(tmp_path_factory.mktemp("ward"))
    for path in ("notices/a.md", "pages/b.md", "dispatches/d.yml", "calendar/e.yml", "files/c"):
        ward.write(path, data)
    assert ward.build().failed
