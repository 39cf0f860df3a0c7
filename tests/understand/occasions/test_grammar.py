"""Occasions as texts state them: every shape, every trap, every row of the registry."""

from __future__ import annotations

import random
import time

import pytest

from bulletin import knowledge
from bulletin.model.occasion import OccasionSaid
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.occasions.occasions import find
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import vocabulary

WORDS = vocabulary(knowledge.load(), ())
Told = tuple[int | None, str, str]


def occasions(body: str) -> tuple[OccasionSaid, ...]:
    prose, _ = understand(body, "thu.md", 10, "", Citing(vocabulary=WORDS))
    return prose.occasions


def told(body: str) -> list[Told]:
    return [(said.ordinal, said.origin, said.observed) for said in occasions(body)]


QTLD = (136, "1886-05-01", "2022-05-01")
CMT8, QK = (77, "1945-08-19", "2022-08-19"), (77, "1945-09-02", "2022-09-02")

SHAPES: list[tuple[str, list[Told]]] = [
    ("Trang trí kỷ niệm 136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022).", [QTLD]),
    ("136 năm ngày Quốc tế lao động 01/5/1886 – 01/5/2022).", [QTLD]),
    ("136 NĂM NGÀY QUỐC TẾ LAO ĐỘNG (01.5.1886-01.5.2022)", [QTLD]),
    ("Chào mừng 136 năm Ngày Quốc tế Lao động 01/5 ( 01/5/1886 – 01/5/2022 )!", [QTLD]),
    ("chào mừng kỷ niệm 136 năm (01/5/1886 - 01/5/2022) Ngày Quốc tế Lao động", [QTLD]),
    ("kỷ niệm lần thứ 136 Ngày Quốc tế Lao động (01/5/1886 -\n01/5/2022)", [QTLD]),
    ("**136 năm** Ngày *Quốc tế* Lao động (01/5/1886 - 01/5/2022)", [QTLD]),
    # One count for several; one count that does not fit the next.
    ("77 năm ngày Cách mạng tháng Tám (19/8/1945 - 19/8/2022) và Quốc khánh (2/9/1945 - 2/9/2022)", [CMT8, QK]),
    ("kỷ niệm 77 năm Cách mạng tháng Tám và Quốc khánh 2/9", [(77, "", ""), (77, "", "--09-02")]),
    ("kỷ niệm 77 năm Cách mạng tháng Tám và Quốc khánh (2/9/1945 - 2/9/2022)", [QK]),
    (
        "109 năm Ngày Quốc tế Phụ nữ (8/3/1910 - 8/3/2019); Ngày thành lập Đoàn (26/3/1931 - 26/3/2019",
        [(109, "1910-03-08", "2019-03-08"), (None, "1931-03-26", "2019-03-26")],
    ),
    (
        "47 năm Ngày Giải phóng miền Nam, thống nhất đất nước và 136 năm Ngày Quốc tế Lao động.",
        [(47, "", ""), (136, "", "")],
    ),
    (
        "kỷ niệm 46 năm Ngày Chiến thắng (30/4/1975-30/4/2021) và Ngày Quốc tế Lao động 01/5",
        [(46, "1975-04-30", "2021-04-30"), (None, "", "--05-01")],
    ),
    # One name in two halves.
    (
        "95 năm ngày truyền thống Mặt trận Tổ quốc Việt Nam và ngày hội Đại đoàn kết (18/11/1930-18/11/2025)",
        [(95, "1930-11-18", "2025-11-18")],
    ),
    # Less than a whole date.
    ("kỷ niệm 120 năm Ngày sinh đồng chí Mẫu (1902 – 2022)", [(120, "1902", "2022")]),
    ("kỷ niệm 60 năm phong trào “Ba đảm đang” (3/1965 - 3/2025)", [(60, "1965-03", "2025-03")]),
    ("kỷ niệm 118 năm ngày sinh đồng chí Mẫu – Bí thư đầu tiên 01/5/1904;", [(118, "1904-05-01", "")]),
    ("kỷ niệm 93 năm Ngày thành lập Đảng (03/2/2023)", [(93, "", "2023-02-03")]),
    ("kỷ niệm 93 năm Ngày thành lập Đảng (03/2/1930)", [(93, "1930-02-03", "")]),
    ("treo cờ kỷ niệm 67 năm ngày Giải phóng Thủ đô, mùng 10 tháng 10.", [(67, "", "--10-10")]),
    ("138 năm Ngày Quốc tế lao động 1-5, treo cờ từ ngày 29-4 đến hết ngày 2-5-2024", [(138, "", "--05-01")]),
    ("kỷ niệm 93 Ngày thành lập Hội LHPN Việt Nam, Hội đã", [(93, "", "")]),
    ("mừng 20 năm thành lập quận; chủ đề “kỷ niệm 20 năm thành lập quận”.", [(20, "", "")]),
    ("kỷ niệm 1011 năm Thăng Long - Hà Nội", [(1011, "", "")]),
    # Wrong in the original, and kept so.
    ("36 năm ngày hội Quốc phòng toàn dân (22/12/1944 - 22/12/2025)", [(36, "1944-12-22", "2025-12-22")]),
    ("70 năm ngày truyền thống ngành xuất bản (10/10/2952-10/10/2022)", [(70, "2952-10-10", "2022-10-10")]),
    # A day and a name.
    (
        "các ngày kỷ niệm như: Quốc tế Thiếu nhi (1/6); Ngày hội hiến máu (14/6)",
        [(None, "", "--06-01"), (None, "", "--06-14")],
    ),
    ("Ngày 27/7 - Ngày Thương binh, Liệt sĩ", [(None, "", "--07-27")]),
    ("kỷ niệm ngày thương binh liệt sỹ 27/7", [(None, "", "--07-27")]),
    ("nhân dịp Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch)", [(None, "", "lunar:--03-10")]),
    ("nhân dịp Giỗ Tổ Hùng Vương 10/3", [(None, "", "lunar:--03-10")]),
    # The new year by its own name.
    ("và đón Tết nguyên đán Nhâm Dần.", [(None, "", "2022")]),
    ("Chào mừng Tết Nguyên đán Quý Mão năm 2023", [(None, "", "2023")]),
]

TRAPS = [
    "Lễ trao Huy hiệu Đảng đợt 19/5/2022;",
    "2 đảng viên nhận Huy hiệu 60 năm tuổi Đảng đợt 3/2; 2 đảng viên nhận Huy hiệu 50 năm;",
    "đợt nghỉ lễ 30/4, 1/5 và trực ngày lễ 30/04 và 01/05/2022.",
    "trưa ngày 30/4/1975; sau chiến thắng Điện Biên Phủ (7/5/1954), giá trị của chiến thắng 30/4",
    "Đại hội TDTT phường lần thứ V/2022, cuộc thi lần thứ 2 năm 2022",
    "hưởng ứng Tháng Công nhân lần thứ 16 và Tháng hành động năm 2024",
    "Tổng kết 10 năm thực hiện Nghị quyết số 33-NQ/TW, hơn 30 năm đổi mới",
    "ngày lễ kỷ niệm các nạn nhân, kéo dài hơn 10 năm (1961 – 1971).",
    "kỷ niệm các ngày lễ lớn trong 03 năm 2023 – 2025, giai đoạn 2021-2025, nhiệm kỳ 2021-2026",
    "trong 92 năm qua; thời hạn 5 năm kể từ ngày cấp; tháng 5 năm 2022 Ngày hội",
    "nghỉ Tết Nguyên đán Quý Mão năm 2023 từ ngày 20/01/2023",
    "treo cờ từ ngày 30/4/2022 - 03/5/2022, Công văn số 595-CV/QU ngày 15/4/2022",
    "Thực hiện “Năm Đoàn kết hữu nghị Việt Nam - Lào 2022”",
]


@pytest.mark.parametrize(("body", "expected"), SHAPES)
def test_shapes(body: str, expected: list[Told]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize("body", TRAPS)
def test_traps(body: str) -> None:
    assert told(body) == []


def test_name_row_sentence_and_place() -> None:
    body = "Một việc.\n\n- Treo cờ. Kỷ niệm **136 năm** ngày Quốc tế lao động (01/5/1886 - 01/5/2022), rồi họp.\n"
    (said,) = occasions(body)
    assert said.name == "ngày Quốc tế lao động"
    assert said.anniversary == "quoc-te-lao-dong"
    before, printed, after = said.sentence
    assert (before, after) == ("Kỷ niệm ", ", rồi họp.")
    assert printed == "136 năm ngày Quốc tế lao động (01/5/1886 - 01/5/2022)"
    assert body[slice(*said.span)] == "136 năm** ngày Quốc tế lao động (01/5/1886 - 01/5/2022)"
    assert (said.place.line, said.place.col) == (12, body.split("\n")[2].index("136") + 1)


def test_the_same_twice_has_two_places() -> None:
    first, second = occasions("Ngày Quốc tế Phụ nữ 8/3.\n\nNgày Quốc tế Phụ nữ 8/3.")
    assert (first.place.line, second.place.line) == (10, 12)


@pytest.mark.parametrize("row", knowledge.load().anniversaries.values(), ids=lambda row: row.id)
def test_every_row_is_found_by_its_examples(row: knowledge.Anniversary) -> None:
    for example in row.examples:
        stated = [] if row.on.day == "last" else [row.id]  # a feast without day or year states nothing
        assert [said.anniversary for said in occasions(example)] == stated, example


def test_one_day_of_two_rows_is_told_apart_by_the_year_of_origin() -> None:
    body = "60 năm Ngày Biên phòng (3/3/1959 - 3/3/2019) và 30 năm Ngày Biên phòng (3/3/1989 - 3/3/2019)"
    assert [said.anniversary for said in occasions(body)] == ["bien-phong", "bien-phong-toan-dan"]


def test_what_the_text_says_is_not_filled_up_from_the_registry() -> None:
    (said,) = occasions("kỷ niệm 68 năm Chiến thắng Điện Biên Phủ.")
    assert (said.anniversary, said.ordinal, said.origin, said.observed) == ("dien-bien-phu", 68, "", "")


def test_plain_pages_are_not_read() -> None:
    assert understand("136 năm Ngày Quốc tế Lao động.", "trang.md", 1, "")[0].occasions == ()


def test_blocks_that_go_on_and_on_cost_no_more_than_their_length() -> None:
    costs = []
    for length in (100, 800):
        body = "kỷ niệm 96 năm Ngày thành lập\n\nHội (14/10/1930 - 14/10/2026) và 70 năm Ngày sinh\n\n" * length
        start = time.process_time()
        assert len(occasions(body)) >= length
        costs.append(time.process_time() - start)
    assert costs[1] < 0.3 + 24 * costs[0]


def test_pieces_of_texts_give_places_within_them() -> None:
    source = " ".join(body for body, _ in SHAPES) + " ".join(TRAPS)
    dice = random.Random(4)
    for _ in range(400):
        cuts = (dice.randrange(len(source)) for _ in range(dice.randint(1, 6)))
        text = "".join(source[cut : cut + dice.randint(1, 90)] for cut in cuts)
        for found in find(text, WORDS.anniversaries, dice.choice([None, 2022])):
            assert 0 <= found.start <= found.name[0] < found.name[1] <= found.stop <= len(text), text


@pytest.mark.parametrize(
    "text",
    [
        "kỷ niệm 136 năm Ngày Quốc tế Lao động 01/5 (01/5/1886 - 01/5/2022)",  # the pair says what the day says
        "sau 136 năm Ngày Quốc tế Lao động 01/5 (01/5/1886 - 01/5/2022)",  # where the count makes no occasion, too
        "kỷ niệm 40 năm Ngày thành lập Nhà máy 19/5 (10-4-1986)",  # the day is a part of the name
    ],
)
def test_a_date_that_is_said_again_makes_no_occasion_of_its_own(text: str) -> None:
    assert len(find(text, WORDS.anniversaries, 2022)) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "kỷ niệm 5 năm ",
        "1/5 ",
        "Ngày Quốc tế Lao động ",
        "136 năm ngày ",
        "((((",
        '" ',
        " và ",
        "Tết Nguyên đán ",
        '"40 năm đổi thay ',
        "nhân Ngày Thầy thuốc Việt Nam và ",
        "ngày 1/5 ngày X, ",
        "chào mừng 30 thành lập ",
        "chào mừng 19/5 và ",
        "Ngày X và Ngày Y (22/12) ",
        "kỷ niệm Chiến thắng (11-1965), ",
        "nhân ",
        "Ngày mở\nNgày 5/4, ",
        "12.5.2001/",
        "số 9 (12-3-2026) ",
    ],
)
def test_long_texts_cost_no_more_than_their_length(unit: str) -> None:
    costs = []
    for length in (8_000, 64_000):
        text = unit * (length // len(unit))
        start = time.process_time()
        find(text, WORDS.anniversaries, 2022)
        costs.append(time.process_time() - start)
    assert costs[1] < 0.3 + 24 * costs[0]
