"""What the machine does not tell residents by itself reaches the editor with lines that can be pasted."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bulletin.model.archive import Entry
from bulletin.model.built import Built
from bulletin.pipeline import build

ROOT = Path(__file__).parents[2]
SITE = "name: Thử\ncommune: phường Thử Nghiệm\nprovince: thành phố Hà Nội\nbase_url: https://thu.example\n"


def of(folder: Path, body: str, front: str = "") -> Built:
    (folder / "notices").mkdir(parents=True, exist_ok=True)
    site = (ROOT / "tests/broken/expires-missing/content/site.yml").read_text("utf-8")
    (folder / "site.yml").write_text(site, encoding="utf-8")
    text = f"---\ntitle: Thử\ndate: 20/11/2025\npublish: public\n{front}---\n\n{body}\n"
    (folder / "notices/thu.md").write_text(text, encoding="utf-8")
    return build(folder, ROOT / "templates", date(2025, 11, 20))


def codes(built: Built) -> list[str]:
    return [problem.code for problem in built.problems]


def entry(built: Built) -> Entry:
    return built.archive.entries[0]


DOUBTFUL = [
    "Mời các hộ dự họp lúc 19 giờ 30, thứ Sáu, ngày 29/11/2025.",  # a Saturday
    "Lễ hội ngày 28/11/2025 (15/10 âm lịch), mời bà con.",
    "Đơn của công dân được trả lời trong 10 ngày làm việc kể từ ngày 24/11/2025.",
    "Từ ngày 01/12/2025, học sinh đi xe đạp.",
]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_doubtful_time_is_told_to_the_editor_and_to_nobody_else(tmp_path: Path, text: str) -> None:
    built = of(tmp_path, f"{text}\n\nCác hộ nộp phí trước ngày 30/11/2025.")
    (reminder,) = (problem for problem in built.problems if problem.code == "deadline-doubtful")
    assert reminder.severity == "warning"
    assert reminder.place.line == 7
    tasks = bytes(built.files["viec-can-lam/index.html"]).decode()  # type: ignore[arg-type]
    assert "30/11/2025" in tasks
    assert text.split(",")[0] not in tasks


@pytest.mark.parametrize("text", DOUBTFUL)
def test_the_line_to_paste_is_taken_and_settles_it(tmp_path: Path, text: str) -> None:
    body = f"{text}\n\nCác hộ nộp phí trước ngày 30/11/2025.\n\nThu rác vào sáng thứ Bảy hằng tuần."
    first = of(tmp_path, body)
    (reminder,) = (problem for problem in first.problems if problem.code == "deadline-doubtful")
    line = re.search(r"events: \[.*\}\]", reminder.hint)
    assert line
    again = of(tmp_path, body, f"{line[0]}\n")
    assert [problem for problem in again.problems if problem.severity == "error"] == []
    assert "deadline-doubtful" not in codes(again)
    prose = entry(first).prose
    read = sorted((d.kind, d.rrule, d.by, d.starts_on, d.ends_on) for d in (*prose.deadlines, *prose.doubtful))
    events = entry(again).notice.events or ()
    assert sorted(((e.kind, e.rrule, e.by, e.starts_on, e.ends_on) for e in events), key=str) == sorted(read, key=str)


def test_with_events_stated_only_days_that_cannot_be_right_are_told(tmp_path: Path) -> None:
    built = of(tmp_path, f"{DOUBTFUL[0]}\n\nXong trước ngày 31/11/2025.", "events: []\n")
    assert sorted(codes(built)) == ["day-impossible", "day-weekday"]


def test_a_wrong_weekday_in_the_title_is_told_at_its_line(tmp_path: Path) -> None:
    front = 'summary: {what: "Họp dân", when: "19 giờ, thứ Sáu, ngày 29/11/2025"}\n'
    built = of(tmp_path, "Họp lúc 19 giờ, thứ Bảy, ngày 29/11/2025.", front)
    (slip,) = (problem for problem in built.problems if problem.code == "day-weekday")
    assert slip.place.line == 5
    assert "29/11/2025 là thứ Bảy" in slip.says


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Công văn số 5/UBND-VP ngày 31/11/2024 của UBND quận.",  # told where citations are judged
        "Họp lúc 8 giờ, thứ Bảy, ngày 29/11/2025.",
        "Nộp trước ngày 29/11/2025 (10/10 âm lịch).",
        "Lớp 30/2 và tổ 31/4 dọn vệ sinh.",
    ],
)
def test_what_is_right_or_no_day_is_no_slip(tmp_path: Path, text: str) -> None:
    assert not [code for code in codes(of(tmp_path, text)) if code.startswith("day-")]
