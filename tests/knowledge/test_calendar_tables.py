"""The calendar's tables: form, order, sources, and examples that say what their row says."""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date, timedelta

import pytest

from bulletin import knowledge
from bulletin.knowledge import tables
from bulletin.knowledge.anniversaries_in_a_year import counted
from bulletin.model.anniversary import Anniversary, DayOff, Lunar, Solar
from bulletin.words.dates.lunar import to_lunar
from bulletin.words.dates.printed import short
from bulletin.words.dates.yearly import LAST_DAY
from bulletin.words.text.fold import fold, slug
from tests.knowledge.table_files import FOLDER, KEYS, MEMORY, canonical, origin, rows

KNOWN = knowledge.load()
ALL = tuple(KNOWN.anniversaries.values())
FILES = ("anniversaries.yml", "days-off.yml", "channels.yml")
EACH_FILE = pytest.mark.parametrize("file", FILES)
EACH_ROW = pytest.mark.parametrize("row", ALL, ids=lambda row: row.id)
EACH_DAY_OFF = pytest.mark.parametrize("row", KNOWN.days_off, ids=lambda row: f"{row.on}")
SHAPE = re.compile(
    r"(?:(?P<count>\d+) năm )?(?P<name>.+) "
    r"\((?:(?P<origin>[\d/]+) - (?P<observed>[\d/]+)|(?P<day>\d\d/\d{1,2})|(?P<lunar>\d+/\d+ âm lịch|"
    + LAST_DAY
    + r"))\)"
)
NAMES = {name: row.id for row in ALL for name in (row.name, *row.also)}


@EACH_FILE
def test_it_is_written_in_its_one_form_and_order(file: str) -> None:
    path = FOLDER / file
    text = path.read_text("utf-8")
    wanted = canonical(file, text)
    if os.environ.get("FIX"):
        path.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "run: FIX=1 pytest tests/knowledge"
    assert canonical(file, wanted) == wanted


@EACH_FILE
def test_its_rows_have_its_keys(file: str) -> None:
    keys = KEYS[file].split()
    for row in rows(file):
        assert set(row) <= {key.rstrip("?") for key in keys}, row
        assert {key for key in keys if not key.endswith("?")} <= set(row), row


def test_rows_stand_in_the_order_of_the_year() -> None:
    solar = [(row.on.month, row.on.day) for row in ALL if isinstance(row.on, Solar)]
    lunar = [(row.on.month, 31 if row.on.day == "last" else row.on.day) for row in ALL if isinstance(row.on, Lunar)]
    assert (solar, lunar) == (sorted(solar), sorted(lunar))
    assert (len(solar), len(lunar)) == (97, 13)


def test_ids_and_names_are_those_of_one_row() -> None:
    assert [row["id"] for row in rows("anniversaries.yml")] == [row.id for row in ALL]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id) for row in ALL)
    said = Counter(fold(name) for row in ALL for name in (row.name, *row.also))
    assert [name for name, count in said.items() if count > 1] == []


@EACH_ROW
def test_the_day_is_that_of_the_origin(row: Anniversary) -> None:
    if len(row.origin) == 10 and isinstance(row.on, Solar):
        assert date.fromisoformat(row.origin).timetuple()[1:3] == (row.on.month, row.on.day)


@EACH_ROW
def test_an_example_says_what_its_row_says(row: Anniversary) -> None:
    """Name, day, origin and count: «68 năm Ngày Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2022)»."""
    assert row.examples
    for example in row.examples:
        said = SHAPE.fullmatch(example)
        assert said is not None, example
        assert NAMES[said["name"]] == row.id
        assert bool(said["count"]) == counted(row)
        if said["count"]:
            precision = {4: "{y}", 7: "{m:02}/{y}", 10: ""}[len(row.origin)]
            year, month = int(row.origin[:4]), int(row.origin[5:7] or 1)
            stated = precision.format(y=year, m=month) or short(date.fromisoformat(row.origin))
            assert said["origin"] == stated
            observed = year + int(said["count"])
            assert said["observed"] == f"{stated.removesuffix(str(year))}{observed}"
        elif isinstance(row.on, Solar):
            assert said["day"] == f"{row.on.day:02}/{row.on.month}"
        else:
            assert said["lunar"] == (LAST_DAY if row.on.day == "last" else f"{row.on.day}/{row.on.month} âm lịch")


def test_the_sentence_of_our_own_notice_is_an_example() -> None:
    row = KNOWN.anniversaries["dien-bien-phu"]
    assert row.examples == ("68 năm Ngày Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2022)",)


@EACH_ROW
def test_words_are_words(row: Anniversary) -> None:
    for text in (row.name, *row.also, row.basis, row.note, row.remark, *row.examples):
        assert text == " ".join(text.split())
    assert not any(re.fullmatch(r"[\d/ ]+", name) for name in row.also)
    assert not (row.since and row.until) or row.since < row.until


@EACH_ROW
def test_what_nobody_checked_says_so(row: Anniversary) -> None:
    origins = {origin("anniversaries.yml", source) for source in row.sources}
    assert row.sources and len(row.sources) == len(set(row.sources))
    if row.verified:
        assert MEMORY not in origins and len(origins) >= 2
        assert not re.search(r"([Nn]ăm|[Nn]gày) gốc[^;.]*chưa đối chiếu", row.note + row.remark)
    if row.disputed:
        assert row.note or row.remark


def test_what_is_disputed_and_what_one_source_says() -> None:
    assert sum(row.disputed for row in ALL) == 14
    assert not any(MEMORY in row.sources for row in ALL)
    assert {row.id for row in ALL if not row.verified} == {
        *("quoc-te-phu-nu", "khoa-hoc-cong-nghe", "quoc-te-thieu-nhi", "phong-chong-ma-tuy", "lam-nghiep"),
        "quoc-te-nguoi-khuyet-tat",
    }


@pytest.mark.parametrize(
    ("id_", "name", "origin", "counts"),
    [
        ("doi-moi-sang-tao", "Ngày hội Đổi mới sáng tạo quốc gia", "2024-10-01", True),
        ("hai-ba-trung", "Lễ giỗ, tưởng niệm Hai Bà Trưng", "", False),
        ("van-hoa-cac-dan-toc", "Ngày Văn hóa các dân tộc Việt Nam", "2008", False),
        ("cong-tac-xa-hoi", "Ngày Công tác xã hội Việt Nam", "2016", False),
        ("khoa-hoc-cong-nghe", "Ngày Khoa học và Công nghệ Việt Nam", "2014-05-18", True),
        ("quoc-te-phu-nu", "Ngày Quốc tế Phụ nữ", "1910", False),
    ],
)
def test_a_day_that_was_never_kept_is_no_origin(id_: str, name: str, origin: str, counts: bool) -> None:
    """The day of the death is none of the rising's, and the year of a decision no first day."""
    row = KNOWN.anniversaries[id_]
    assert (row.name, row.origin, counted(row)) == (name, origin, counts)


def test_the_eight_major_days() -> None:
    major = {row.id for row in ALL if "major" in row.kinds}
    assert major == {
        *("tet-nguyen-dan", "thanh-lap-dang", "gio-to-hung-vuong", "giai-phong-mien-nam", "dien-bien-phu"),
        *("sinh-chu-tich-ho-chi-minh", "cach-mang-thang-tam", "quoc-khanh"),
    }
    assert all("ND145" in KNOWN.anniversaries[name].sources for name in major)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("{id: a, name: B, on: 31/4, kinds: [sector], sources: [x], verified: false}", "31/4"),
        ("{id: a, name: B, on: 7/5, kinds: [sektor], sources: [x], verified: false}", "kinds is not all of"),
        ("{id: a, name: B, on: 7/5, kinds: sector, sources: [x], verified: false}", "kinds is no list"),
        ("{id: a, name: B, on: 7/5, origin: 7/5/1954, kinds: [sector], sources: [x], verified: false}", "7/5/1954"),
        ("{id: a, name: B, on: 7/5, kinds: [sector], flag: red, sources: [x], verified: false}", "flag is none of"),
        ("{id: a, name: B, on: 7/5, kinds: [sector], sources: [x]}", "verified is missing"),
        ("{id: a, name: B, on: 7/5, kind: sector, sources: [x], verified: false}", "unknown keys kind"),
    ],
)
def test_an_anniversary_that_is_not_of_its_form_is_refused(row: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"anniversaries.yml: .*{re.escape(fault)}"):
        tables.anniversaries(f"- {row}\n")


def test_two_rows_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="dien-bien-phu"):
        knowledge.knowledge_of((), (), (), (KNOWN.anniversaries["dien-bien-phu"],) * 2)


@pytest.mark.parametrize("value", ["on: 2026-02-30", "status: sure", "kind: holiday", "status: estimated, days: 2"])
def test_a_day_off_that_is_not_of_its_form_is_refused(value: str) -> None:
    whole = {"on": "2026-01-01", "name": "A", "kind": "statutory", "status": "confirmed", "sources": "[BLLD]"}
    assert len(tables.days_off(f"- {{{', '.join(f'{k}: {v}' for k, v in whole.items())}}}\n")) == 1
    del whole[value.split(":")[0]]
    with pytest.raises(ValueError, match=r"days-off\.yml"):
        tables.days_off(f"- {{{', '.join(f'{k}: {v}' for k, v in whole.items())}, {value}}}\n")


def test_days_off_stand_by_day_each_once() -> None:
    found = [row.on for row in KNOWN.days_off]
    assert found == sorted(set(found))


@EACH_DAY_OFF
def test_a_day_off_has_a_ground(row: DayOff) -> None:
    origins = {origin("days-off.yml", source) for source in row.sources}
    assert row.sources
    if row.status == "confirmed":
        assert row.basis and (row.sources == ("BLLD",) or (MEMORY not in origins and len(origins) >= 2))
    weekend = row.on.weekday() >= 5
    assert weekend if row.kind == "swap-work" else not weekend or row.kind == "statutory"


def test_each_swap_names_the_day_it_was_swapped_with() -> None:
    work = {row.on: row for row in KNOWN.days_off if row.kind == "swap-work"}
    off = {row.on: row for row in KNOWN.days_off if row.kind == "swap-off"}
    assert len(work) == len(off) == 4
    for row in off.values():
        other = next(day for day in work if _written(day) in row.note)
        assert _written(row.on) in work[other].name


def test_days_that_the_law_names_are_in_every_year() -> None:
    for year in {row.on.year for row in KNOWN.days_off}:
        named = {row.on for row in KNOWN.days_off if row.on.year == year and row.kind == "statutory"}
        assert {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)} <= named
        lunar = {to_lunar(day)[1:3] for day in named}
        assert {(3, 10), (1, 1), (1, 2), (1, 3)} <= lunar


def test_a_day_off_on_a_weekend_is_made_up_once() -> None:
    """Tết and 2/9's second day are chosen with the weekends in view."""
    for year in {row.on.year for row in KNOWN.days_off}:
        of_year = [row for row in KNOWN.days_off if row.on.year == year]
        lost = [r for r in of_year if r.kind == "statutory" and r.on.weekday() >= 5 and "Mùng" not in r.name]
        made_up = [r for r in of_year if r.kind == "substitute"]
        assert sorted(f"Nghỉ bù {r.name}" for r in lost) == sorted(r.name for r in made_up)
        for r in made_up:
            assert timedelta(0) < r.on - next(o.on for o in lost if r.name.endswith(o.name)) <= timedelta(days=4)


def test_the_day_of_culture_is_off_since_2026() -> None:
    for year in (2026, 2027):
        row = next(row for row in KNOWN.days_off if row.on == date(year, 11, 24))
        assert (row.kind, row.status, row.basis) == ("statutory", "confirmed", "Nghị quyết 28/2026/QH16, Điều 2")
    assert not any(row.on.month == 11 for row in KNOWN.days_off if row.on.year < 2026)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2023, [(9, 1), (9, 2), (9, 4)]),
        (2025, [(1, 27), (1, 28), (1, 29), (1, 30), (1, 31), (5, 2), (9, 1), (9, 2)]),
        (2026, [(1, 2), (2, 16), (2, 17), (2, 18), (2, 19), (2, 20), (4, 27), (8, 31), (9, 1), (9, 2), (11, 24)]),
    ],
)
def test_days_off_by_the_notices_of_the_year(year: int, days: list[tuple[int, int]]) -> None:
    off = {row.on: row for row in KNOWN.days_off if row.kind != "swap-work"}
    assert [off[date(year, *day)].status for day in days] == ["confirmed"] * len(days)


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y") if day.month < 3 else short(day)


def test_the_eight_kinds_and_what_is_hung() -> None:
    told = [row for row in KNOWN.forms if not row.visual]
    assert len(told) == 8
    assert all(row.sources == ("ND49",) and not row.flag for row in told)
    assert {row.id for row in KNOWN.forms if row.flag} == {"co-to-quoc", "co-dang"}
    assert all(row.visual for row in KNOWN.forms if row.flag)


def test_a_form_goes_by_its_id_and_names_alone() -> None:
    assert all(row.id == slug(row.id) for row in KNOWN.forms)
    said = Counter(slug(name) for row in KNOWN.forms for name in {row.id, slug(row.name), *map(slug, row.also)})
    assert [name for name, count in said.items() if count > 1] == []
    for row in KNOWN.forms:
        origins = {origin("channels.yml", source) for source in row.sources}
        assert origins and not (row.verified and (MEMORY in origins or len(origins) < 2))


def test_days_of_one_place_name_it() -> None:
    assert {row.id: row.where for row in ALL if row.where} == {
        "ha-noi-mo-rong": "thành phố Hà Nội",
        "thanh-lap-quan-long-bien": "quận Long Biên",
    }
