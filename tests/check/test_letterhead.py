"""A letterhead in the text with another number or day than the keys is told at its line; what is none is left alone."""

from __future__ import annotations

import pytest

from tests.conftest import Ward

STATE = """\
ỦY BAN NHÂN DÂN
PHƯỜNG THỬ

Số: {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Thử, {day}

THÔNG BÁO
Về việc cấp nước

Nội dung.
"""
SIGNED = "ngày 28 tháng 4 năm 2022"
BESIDE = """\
| ỦY BAN NHÂN DÂN PHƯỜNG THỬ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|---|---|
| **Số: 13/TB-UBND** | *Thử, ngày 29 tháng 4 năm 2022* |

Nội dung.
"""
PDF = """\
UBND PHƯỜNG THỬ      CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số:     13/TB-UBND      Độc lập – Tự do – Hạnh phúc
                       Thử, ngày 29tháng 4 năm2022

Nội dung.
"""
ONE_LINE = "# THÔNG BÁO\n".join(["Số: 13/TB-UBND Phường Thử, ngày 29/4/2022\n\n", "\nNội dung.\n"])
PARTY = """\
ĐẢNG BỘ THÀNH PHỐ MẪU
ĐẢNG ỦY PHƯỜNG THỬ
*
Số 13 -TB/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

Thử, ngày 28 tháng 4 năm 2022

Nội dung.
"""


def doubts(ward: Ward, body: str, number: str = "12/TB-UBND", front: str = "") -> list[str]:
    """`line:col code` of what is told of letterheads; the body begins at line 8, one line later for each of `front`."""
    keys = f"title: Một việc\nnumber: {number}\ndate: 28/4/2022\npublish: public\n{front}"
    ward.write("notices/a.md", f"---\n{keys}---\n\n{body}")
    shown = [f"{p.place.line}:{p.place.col} {p.code}" for p in ward.build().problems if "letterhead" in p.code]
    return [line.replace("letterhead-", "") for line in shown]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (STATE.format(number="13/TB-UBND", day=SIGNED), ["11:5 number"]),
        (STATE.format(number="12/TB-UBND", day="ngày 29 tháng 4 năm 2022"), ["16:6 date"]),
        (STATE.format(number="12/KH-UBND", day="ngày 28 tháng 4 năm 2021"), ["11:5 number", "16:6 date"]),
        (STATE.format(number="12/2021/TB-UBND", day=SIGNED), ["11:5 number"]),
        (STATE.format(number="**1**3/TB-UBND", day=SIGNED), ["11:1 number"]),
        (BESIDE, ["10:9 number", "10:30 date"]),
        (PDF, ["9:9 number", "10:29 date"]),
        (ONE_LINE, ["8:5 number", "8:28 date"]),
        (PARTY, ["11:4 number"]),
    ],
)
def test_another_number_or_day(ward: Ward, body: str, expected: list[str]) -> None:
    assert doubts(ward, body) == expected
    assert not ward.build().failed


def test_what_is_told(ward: Ward) -> None:
    doubts(ward, STATE.format(number="13 / TB - UBND", day="ngày 3 tháng 5 năm 2022"))
    assert [p.says for p in ward.build().problems] == [
        "phần đầu văn bản trong bài ghi số 13/TB-UBND, còn khoá «number» ghi 12/TB-UBND",
        "phần đầu văn bản trong bài ghi ngày 03/5/2022, còn khoá «date» ghi 28/4/2022",
    ]


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("12/TB-UBND", "12/TB-UBND"),
        ("12/TB-UBND", "012 /TB - UBND"),
        ("12/TB-UBND", "12/TB–UBND"),
        ("12/TB-UBND", "**12/TB-UBND**"),
        ("12/TB-UBND", "12/2022/TB-UBND"),
        ("12/2022/TB-UBND", "12/TB-UBND"),
        ("12-TB/ĐU", "12-TB/ÐU"),
        ("12-TB/ĐU", "12-TB/DU"),
        # Left blank for the clerk's pen, or not to be read as a number.
        ("12/TB-UBND", "      /TB-UBND"),
        ("12/TB-UBND", "…/TB-UBND"),
        ("12/TB-UBND", "705"),
    ],
)
@pytest.mark.parametrize(
    "day", [SIGNED, "ngày 28/4/2022", "ngày     tháng 4 năm 2022", "Ngày 28 tháng 04 năm 2022", "ngày 31/4/2022"]
)
def test_the_same_number_and_day(ward: Ward, number: str, typed: str, day: str) -> None:
    assert doubts(ward, STATE.format(number=typed, day=day), number) == []


@pytest.mark.parametrize(
    "body",
    [
        # Cited in the preamble, hard lines and all.
        "THÔNG BÁO\nVề việc cấp nước\n\nCăn cứ Thông báo\nSố: 13/TB-UBND\nPhường Mẫu, ngày 01 tháng 4 năm 2022\n",
        "Căn cứ Kế hoạch số 13/KH-UBND ngày 01 tháng 4 năm 2022 của UBND phường;\n\nTHÔNG BÁO\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 13/KH-UBND ngày 01 tháng 4 năm 2022 của UBND phường\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKính gửi: Các tổ dân phố\n\nSố: 13/KH-UBND\n",
        # Another's paper, quoted.
        "UBND phường đăng thông báo của quận như sau:\n\n" + STATE.format(number="13/TB-UBND", day="ngày 01/4/2022"),
        "Toàn văn Thông báo của quận\n\n" + STATE.format(number="13/TB-UBND", day="ngày 01/4/2022"),
        "> Số: 13/TB-UBND\n>\n> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "Nội dung.\n\n" + STATE.format(number="13/TB-UBND", day="ngày 01/4/2022"),
        # Neither motto nor title: no head of a paper.
        "Số: 13/TB-UBND\n\nThử, ngày 01 tháng 4 năm 2022\n\nNội dung.\n",
        "Số: 13/TB-UBND\n" + "\nDòng" * 40 + "\n\nTHÔNG BÁO\n",
        # Days that are no signing.
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHọp dân tại nhà văn hóa, ngày 29/4/2022, từ 8h\n",
        STATE.format(number="12/TB-UBND", day=SIGNED) + "\nSố: 13/TB-UBND\n\nThử, ngày 01 tháng 4 năm 2022\n",
    ],
)
def test_what_is_no_letterhead_of_the_notice(ward: Ward, body: str) -> None:
    assert doubts(ward, body) == []


def test_a_notice_without_a_number_is_no_paper(ward: Ward) -> None:
    ward.notice("a", STATE.format(number="13/TB-UBND", day="ngày 01/4/2022"))
    assert ward.codes() == ["head-pasted"]


def test_what_an_erratum_tells_is_not_told_again(ward: Ward) -> None:
    body = STATE.format(number="13/TB-UBND", day=SIGNED)
    assert doubts(ward, body, front="errata:\n  - {says: 'Số: 13/TB-UBND', should: 12/TB-UBND}\n") == []
