"""The linter of occasions: what is told, with its sum, and what is let be."""

from __future__ import annotations

import pytest

from tests.conftest import Ward


def told(ward: Ward, body: str, **keys: str) -> list[str]:
    ward.notice("mot", body, **keys)
    return [f"{p.code}: {p.says}" for p in ward.build().problems]


@pytest.mark.parametrize(
    "body",
    [
        "Kỷ niệm 136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022).",
        # Nothing to subtract; a year ahead; less than a whole date that agrees as far as it goes.
        "Kỷ niệm 135 năm Ngày Quốc tế Lao động.",
        "Kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2023).",
        "Kỷ niệm 68 năm Chiến thắng Điện Biên Phủ (1954 - 2022).",
        # Sources disagree about this row's origin, so no text is told that it is wrong.
        "Kỷ niệm 74 năm Ngày truyền thống ngành Kiểm tra Đảng (15/10/1948 - 15/10/2022).",
        # A day of nobody's registry; a year that is tròn; a ceremony that was; another's ceremony.
        "Tổ chức Lễ kỷ niệm 19 năm Ngày mở lớp học của phường (1/5/2003 - 1/5/2022).",
        "Tổ chức Lễ kỷ niệm 90 năm Ngày Báo chí Cách mạng Việt Nam.",
        "Đã tổ chức Lễ kỷ niệm 97 năm Ngày Báo chí Cách mạng Việt Nam.",
        "Cử đại biểu dự Lễ kỷ niệm 97 năm Ngày Báo chí Cách mạng Việt Nam.",
        "Kỷ niệm ngày 29/2 và Ngày Quốc tế Phụ nữ 8/3.",
    ],
)
def test_let_be(ward: Ward, body: str) -> None:
    assert told(ward, body) == []


def test_the_sum_is_spelled_out(ward: Ward) -> None:
    (line,) = told(ward, "Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022).")
    assert line.startswith("occasion-count: ") and line.endswith("2022 − 1886 = 136, bài ghi 135")


def test_a_lone_date_is_counted_from_the_registry(ward: Ward) -> None:
    (line,) = told(ward, "Kỷ niệm 67 năm Ngày Chiến thắng Điện Biên Phủ 7/5/2022.")
    assert line.endswith("2022 − 1954 = 68 (tính từ 7/5/1954), bài ghi 67")


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Kỷ niệm 50 năm Ngày mở lớp (29/2/1973 - 01/3/2023).", ["occasion-day"]),
        ("Kỷ niệm 68 năm Ngày Chiến thắng Điện Biên Phủ (7/5/2022 - 7/5/1954).", ["occasion-year"]),
        ("Kỷ niệm 70 năm ngày truyền thống ngành Xuất bản (10/10/2952 - 10/10/2022).", ["occasion-year"]),
        ("Kỷ niệm 77 năm Ngày Chiến thắng Điện Biên Phủ (7/5/1945 - 7/5/2022).", ["occasion-origin"]),
        ("Tổ chức mít tinh kỷ niệm 97 năm Ngày Báo chí Cách mạng Việt Nam.", ["occasion-ceremony"]),
    ],
)
def test_one_fault_is_told_once(ward: Ward, body: str, codes: list[str]) -> None:
    assert [line.partition(":")[0] for line in told(ward, body)] == codes


def test_only_a_warning_and_the_text_stays(ward: Ward) -> None:
    body = "Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)."
    assert told(ward, body)
    assert body in ward.text("thong-bao/2022/mot/index.html")


def test_hidden_notices_are_judged_too(ward: Ward) -> None:
    assert told(ward, "Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022).", publish="draft")


def places(ward: Ward) -> list[str]:
    return [f"{p.place.line}:{p.place.col} {p.code}" for p in ward.build().problems]


def test_sums_of_the_title_and_the_card_stand_at_their_keys(ward: Ward) -> None:
    wrong = "135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)"
    ward.notice("mot", f"Kỷ niệm {wrong}.", title=f"Kỷ niệm {wrong}", summary=f"\n  what: Treo cờ kỷ niệm {wrong}")
    assert places(ward) == ["2:8 occasion-count", "6:9 occasion-count", "9:9 occasion-count"]


def test_a_right_title_is_let_be(ward: Ward) -> None:
    ward.notice("mot", title="Kỷ niệm 136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)", summary="Treo cờ 3 ngày")
    assert places(ward) == []


def test_a_slip_in_a_title_that_an_erratum_tells_is_accepted(ward: Ward) -> None:
    title = "Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)"
    ward.notice("mot", title=title, errata="\n  - {says: 135 năm, should: 136 năm}")
    assert places(ward) == []


CAMPAIGN = """\
title: Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)
publish: draft
summary: 67 năm Ngày Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2022)
topics: [Kỷ niệm 50 năm Ngày mở lớp (29/2/1973 - 01/3/2023)]
slogans:
  - Nhiệt liệt chào mừng 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2022)!
  - {text: "Chào mừng 77 năm Quốc khánh (2/9/1945 - 2/9/2954)"}
  - Nhiệt liệt chào mừng 132 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2022)!
"""


def test_sums_of_a_campaign(ward: Ward) -> None:
    ward.write("calendar/dot.yml", f"{CAMPAIGN}occasions: [{{anniversary: quoc-te-lao-dong, on: 01/5/2022}}]\n")
    assert places(ward) == [
        "1:8 occasion-count",
        "3:10 occasion-count",
        "4:10 occasion-day",
        "6:5 occasion-count",
        "7:12 occasion-year",
    ]
    (year,) = (p.says for p in ward.build().problems if p.code == "occasion-year")
    assert year.endswith("có năm 2954 không thể đúng (đợt này đến ngày 01/5/2022)")


def test_a_campaign_without_a_day_has_no_year_to_go_by(ward: Ward) -> None:
    ward.write("calendar/dot.yml", "title: 77 năm Quốc khánh (2/9/2022 - 2/9/1945)\npublish: draft\ntopics: [Một]\n")
    (doubt,) = ward.build().problems
    assert doubt.says.endswith("có năm 2022 không thể đúng (năm sau không lớn hơn năm trước)")
