"""What whoever gets a link is told first: when and where, by an editor or, said as such, by a machine; each whole."""

from __future__ import annotations

import html
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Ward
from tests.properties import examples

PAGE = "thong-bao/2025/a/index.html"
TODAY, AFTER = "2025-03-03", "2025-04-30"
ROWS = (
    "| STT | Thời gian mất nước | Thời gian có nước | Khu vực |\n|---|---|---|---|\n"
    "| 1 | 08h00 ngày 05/3/2025 | 11h30 ngày 05/3/2025 | Tổ dân phố 4, 5 |\n"
    "| 2 | 22h00 ngày 06/3/2025 | 04h00 ngày 07/3/2025 | Ngõ 7 đường Mẫu |"
)
SALE = (
    "1. Thời gian xem nhà: các ngày 10, 11/3/2025.\n2. Nộp hồ sơ: từ 8h00 ngày 04/3/2025 đến 17h00 ngày 14/3/2025.\n"
    "3. Bốc thăm: 9h00 ngày 20/3/2025 tại hội trường UBND phường."
)
LOCAL = "- Tổ 1: sáng thứ Tư (05/3/2025);\n- Tổ 2: chiều thứ Tư (05/3/2025)."
COURSE = "Mời bà con tới lớp học bơi lúc 8h00 ngày 08/3/2025 tại Nhà văn hóa Tổ 1. Đề nghị phụ huynh mang theo giấy khai sinh."
RULE = "Tổng vệ sinh vào sáng Chủ nhật hằng tuần đến hết ngày 30/6/2025"
TOMORROW = "Nước lên nhanh từ hôm nay. Các hộ dân nộp danh sách trước 17h00 ngày 07/3/2025."


def texts(page: str) -> tuple[str, str, str]:
    """Title and description of the preview, and the words for Zalo."""
    metas = dict(re.findall(r'<meta property="(og:title|og:description)" content="([^"]*)">', page))
    words = re.search(r"<textarea[^>]*>([^<]*)</textarea>", page)
    assert words
    return html.unescape(metas["og:title"]), html.unescape(metas["og:description"]), html.unescape(words[1])


def told(ward: Ward, today: str, *names: str) -> list[tuple[str, str, str]]:
    files = ward.files(today)
    pages = (files[f"thong-bao/2025/{name}/index.html"] for name in names)
    return [texts(page.decode()) for page in pages if isinstance(page, bytes)]


def write(ward: Ward, name: str, body: str, **keys: str) -> None:
    ward.notice(name, body, **{"title": "Tạm ngừng cấp nước để rửa bể", "date": "02/3/2025", **keys})


# Day of the build, body, what the title says of when and where, and how the description begins.
FIRST: dict[str, dict[str, tuple[str, str, str]]] = {
    TODAY: {
        "rows": (
            ROWS,
            "05/3/2025, Tổ dân phố 4, 5",
            "Thứ Tư 05/3/2025, 8h00–11h30 – Tổ dân phố 4, 5; và 1 lần khác (máy đọc).",
        ),
        "local": (LOCAL, "05/3/2025, Tổ 1", "Thứ Tư 05/3/2025, buổi sáng – Tổ 1; và 1 lần khác (máy đọc)."),
        "course": (
            COURSE,
            "08/3/2025, Nhà văn hóa Tổ 1",
            "Thứ Bảy 08/3/2025, 8h00 – Nhà văn hóa Tổ 1 (máy đọc). Đề nghị phụ huynh mang theo giấy khai sinh.",
        ),
        "tomorrow": (TOMORROW, "hạn 07/3/2025", "Hạn chót 17h00 thứ Sáu 07/3/2025 (máy đọc)."),
    },
    "2025-03-06": {
        "rows": (
            ROWS,
            "từ 06/3 đến 07/3/2025",
            "Từ 22h00 thứ Năm 06/3 đến 4h00 thứ Sáu 07/3/2025 – Ngõ 7 đường Mẫu (máy đọc).",
        ),
        "sale": (
            SALE,
            "từ 04/3 đến 20/3/2025",
            "Thứ Hai 10/3 và thứ Ba 11/3/2025 (Xem nhà); và 2 mốc thời gian khác (máy đọc).",
        ),
    },
    AFTER: {
        "rows": (ROWS, "", "Đã kết thúc ngày 07/3/2025 (máy đọc). "),
        # A rule beside other times may be of another thing: its own words say of what.
        "rule": (f"{LOCAL}\n\n{RULE}", "", f"{RULE} (máy đọc)."),
        "long": (f"{LOCAL}\n\n{RULE} {'ở mọi ngõ ' * 9}.", "", "Tổ 1: sáng thứ Tư (05/3/2025); Tổ 2:"),
    },
}


@pytest.mark.parametrize("today", FIRST)
def test_when_and_where_stand_first(ward: Ward, today: str) -> None:
    for name, (body, _, _) in FIRST[today].items():
        write(ward, name, body)
    for found, (_, title, description) in zip(told(ward, today, *FIRST[today]), FIRST[today].values(), strict=True):
        assert found[0].partition(" – ")[2] == title
        assert found[1].startswith(description)
        assert "máy đọc" not in description or found[2].splitlines()[1] in found[1]
    if today == AFTER:
        assert told(ward, today, "rows")[0][0] == "Đã kết thúc: Tạm ngừng cấp nước để rửa bể"


def test_an_editor_goes_before_the_machine(ward: Ward) -> None:
    write(ward, "a", ROWS, events="[{what: Cấp nước lại, on: 09/3/2025, where: Tổ 9, hours: 6h00}]")
    write(ward, "b", ROWS, events="[]")
    (title, description, words), nothing = told(ward, TODAY, "a", "b")
    assert title.endswith("– 09/3/2025, Tổ 9")
    assert description.startswith("Chủ nhật 09/3/2025, 6h00 – Tổ 9.")
    assert "máy đọc" not in title + description + words
    assert nothing[0] == "Tạm ngừng cấp nước để rửa bể"


def test_hours_of_every_night_are_not_those_of_the_first_and_the_last(ward: Ward) -> None:
    write(ward, "a", "Đường Mẫu đóng từ ngày 05/3/2025 đến ngày 20/3/2025, mỗi đêm từ 22h00 đến 05h00.")
    assert "22h00 thứ Tư" not in told(ward, TODAY, "a")[0][1]


def test_the_year_stands_with_the_solar_days(ward: Ward) -> None:
    days = "thứ Ba 11/3/2025 (12 tháng 2 âm lịch) đến hết thứ Năm 13/3/2025 (14 tháng 2 âm lịch)"
    write(ward, "a", f"Phát quà cho hộ nghèo từ {days} tại nhà văn hóa tổ 1.")
    said = told(ward, TODAY, "a")[0][1]
    assert said.startswith("Từ thứ Ba 11/3 đến hết thứ Năm 13/3/2025 (12/2 - 14/2 âm lịch) – nhà văn hóa tổ 1")


def test_words_to_send_say_whom_to_call(ward: Ward) -> None:
    site = ward.content / "site.yml"
    site.write_text(site.read_text("utf-8") + "contacts:\n  - {label: Trực ban, phone: 024 3827 9999}\n", "utf-8")
    write(ward, "a", COURSE, summary='{call: "Trạm Y tế, 024 3827 1234"}')
    write(ward, "b", f"{COURSE}\n\nĐường dây nóng: 024 3827 5678.")
    write(ward, "c", f"{COURSE}\n\nMã số thuế 0243827567.")
    assert [words.splitlines()[2] for _, _, words in told(ward, TODAY, "a", "b", "c")] == [
        "Gọi: Trạm Y tế, 024 3827 1234",
        "Đường dây nóng: 024 3827 5678",
        "Hỏi: Trực ban, 024 3827 9999",
    ]


def test_a_feed_keeps_its_words(ward: Ward) -> None:
    write(ward, "a", ROWS, fields="[Y tế]")
    feed = "linh-vuc/y-te/feed.json"
    first = ward.text(feed, TODAY)
    assert '"summary": "Thứ Tư 05/3/2025, 8h00–11h30 – Tổ dân phố 4, 5; và 1 lần khác (máy đọc). ' in first
    assert ward.text(feed, AFTER) == first


HEADS = (
    "",
    "Căn cứ Luật Đất đai năm 2024;",
    "Thực hiện Công văn số 5/UBND-YT ngày 01/3/2025 của UBND quận về việc tiêm;",
)
LABELS = ("", "Lịch phun:", "Cụ thể như sau:", "UBND phường thông báo để Nhân dân được biết:")
body = st.tuples(
    st.sampled_from(HEADS), st.sampled_from(LABELS), st.sampled_from([ROWS, SALE, LOCAL, COURSE, TOMORROW])
)
named = st.text(alphabet="ÁĂBCabcd0123/ ,:-", min_size=1, max_size=150).map(lambda t: f"Việc {t}".strip())


@examples(2)
@given(
    st.lists(st.tuples(named, body), min_size=6, max_size=6),
    st.sampled_from([TODAY, "2025-03-06", "2025-03-12", AFTER]),
)
def test_previews_are_whole_and_true_whenever_they_are_read(
    rows: list[tuple[str, tuple[str, ...]]], today: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ward = Ward(Path(folder))
        for i, (title, parts) in enumerate(rows):
            write(ward, f"n{i}", "\n\n".join(filter(None, parts)), title=f'"{title}"')
        found = told(ward, today, *(f"n{i}" for i in range(len(rows))))
    for title, description, words in found:
        assert 0 < len(title) <= 60
        assert 0 < len(description) <= 110
        assert len(words) <= 300
        assert not description.endswith((":", ",", ";"))
        assert not re.match(r"Căn cứ|Thực hiện Công văn|UBND phường thông báo để", description)
        assert not re.search(r"hôm nay|ngày mai", description)
        # A day is never cut: behind «05/3» stands its year or the other end.
        assert not re.search(r"(?:ngày|từ|đến|lúc|[0-9]/[0-9]{0,2})…", description)
        assert description.startswith("Đã kết thúc ngày ") == title.startswith("Đã kết thúc: ") >= (today == AFTER)


def test_on_the_card_what_is_over_stands_behind_what_is_not(ward: Ward) -> None:
    events = "[{what: Buổi một, on: 02/3/2025}, {what: Buổi hai, on: 03/3/2025}]"
    write(ward, "a", "Kính mời bà con.", events=events)
    page = ward.files(TODAY)[PAGE]
    assert isinstance(page, bytes)
    assert page.decode().index("Buổi hai") < page.decode().index("Buổi một")
    earlier = ward.files("2025-03-02")[PAGE]
    assert isinstance(earlier, bytes)
    assert earlier.decode().index("Buổi một") < earlier.decode().index("Buổi hai")
