"""The head and foot of a paper in a text, tables of tabs, pictures without words: told once, at their line, with a cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge, read
from bulletin.check.pasted import check_pasted
from bulletin.check.pictures import check_pictures
from bulletin.entries import load_reader, notice_entry
from bulletin.model.problem import Problem
from bulletin.model.prose import Prose
from bulletin.model.source import Raw, Source
from bulletin.ward_files import load_ward
from tests.conftest import Ward
from tests.properties import examples

FRONT = (
    "---\ntitle: Một việc\nnumber: 12/TB-UBND\ndate: 28/4/2022\npublish: public\n---\n\n"  # the body begins at line 8
)
TEXT = "UBND phường thông báo tạm ngừng cấp nước để sửa đường ống, đề nghị bà con dự trữ nước dùng."


def source(body: str) -> Source:
    got, problems = read.parse(Raw(path="a.md", relative="a.md", data=(FRONT + body).encode()))
    assert got is not None, problems
    return got


def told(body: str) -> list[Problem]:
    return list(check_pasted(source(body), knowledge.load()))


def shown(body: str) -> list[tuple[str, int]]:
    return [(p.code, p.place.line) for p in told(body)]


HEADS = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n",
    "**CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\n**Độc lập – Tự do – Hạnh phúc**\n\n",
    "ỦY BAN NHÂN DÂN\nPHƯỜNG THỬ\n\nSố: 12/TB-UBND\n\nTHÔNG BÁO\nVề việc cấp nước\n\n",
    "UBND PHƯỜNG THỬ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/TB-UBND\tĐộc lập - Tự do - Hạnh phúc\n\n",
    "ĐẢNG BỘ THÀNH PHỐ MẪU\nĐẢNG ỦY PHƯỜNG THỬ\n*\nSố 12-TB/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n",
    "| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n| Số: 12/TB-UBND | Thử, ngày 28/4/2022 |\n\n",
]
RECIPIENTS = [
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n",
    "***Nơi nhận:***\n\n- Như trên;\n\n- Lưu: VT.\n\n",
    "NƠI NHẬN\n– Như trên;\n– Lưu: VT.\n\n",
    "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tKT. CHỦ TỊCH\n- Lưu: VT.\tPHÓ CHỦ TỊCH\n\n",
]
SIGNATURES = [
    "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nHọ Và Tên\n",
    "**T/M BAN THƯỜNG VỤ**\n\n**PHÓ BÍ THƯ**\n\n**Họ Và Tên**\n",
    "CHỦ TỊCH\n\nĐã ký\n\nThS. Họ Và Tên\n",
    "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\n\n\nHọ Và Tên",
    "TRƯỞNG CÔNG AN PHƯỜNG\n\nThượng tá Họ Và Tên\n",
]
TABLES = [
    ("STT\tTổ\tBuổi\n1\tTổ 1\tsáng\n2\tTổ 2\tchiều\n\n", "| STT | Tổ | Buổi | ⏎ |---|---|---| ⏎ | 1 | Tổ 1 | sáng | ⏎ | 2 | Tổ 2 | chiều |"),
    ("STT\tTổ\tBuổi\n\n1\tTổ 1\t\n\tTổ 2\tsáng\n\n", "| STT | Tổ | Buổi | ⏎ |---|---|---| ⏎ | 1 | Tổ 1 |  | ⏎ |  | Tổ 2 | sáng |"),
    ("Tổ\tBuổi\nTổ 1\tsáng\nTổ 2\tchiều\n\n", "| Tổ | Buổi | ⏎ |---|---| ⏎ | Tổ 1 | sáng | ⏎ | Tổ 2 | chiều |"),
]  # fmt: skip


@examples(12)
@given(
    st.sampled_from(["", *HEADS]), st.sampled_from([("", ""), *TABLES]), st.sampled_from(["", *RECIPIENTS]),
    st.sampled_from(["", *SIGNATURES]), st.integers(1, 3),
)  # fmt: skip
def test_each_part_is_told_once_at_its_first_line(
    head: str, table: tuple[str, str], recipients: str, signed: str, paragraphs: int
) -> None:
    parts = [
        ("head-pasted", head),
        ("", f"{TEXT}\n\n" * paragraphs),
        ("table-tabs", table[0]),
        ("", f"{TEXT}\n\n"),
        ("foot-pasted", recipients + signed),
    ]
    expected, line = [], 8
    for code, part in parts:
        if code and part:
            expected.append((code, line))
        line += part.count("\n")
    found = told("".join(part for _, part in parts))
    assert sorted((p.code, p.place.line) for p in found) == sorted(expected)
    hints = " ".join(p.hint for p in found)
    assert table[1] in hints
    if recipients:
        assert 'recipients: ["Như trên", "Lưu: VT"]' in hints
    if signed:
        assert re.search(r'signer: \{.*name: "(?:ThS\. |Thượng tá )?Họ Và Tên"\}', hints)


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT}\n",
        # A form in the text has a head and a signature of its own.
        f"{TEXT}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN XIN\n\n{TEXT}\n\nNGƯỜI LÀM ĐƠN\n(Ký, ghi rõ họ tên)\n",
        f"{TEXT}\n\nHồ sơ nộp tại nơi nhận: nhà văn hóa.\n",
        f"{TEXT}\n\nNơi nhận hồ sơ: bộ phận một cửa của phường.\n",
        f"{TEXT}\n\nNơi nhận: nhà văn hóa.\n",
        f"{TEXT}\n\nThời gian: sáng thứ Bảy.\n\nNơi nhận:\n- Nhà văn hóa tổ 1;\n- Trụ sở phường.\n",
        f"{TEXT}\n\nCHỦ TỊCH UBND phường giao các tổ dân phố thực hiện việc này, báo cáo trước ngày 30/4/2022 để tổng hợp.\n",
        f"{TEXT}\n\nTHỜI GIAN: SÁNG THỨ BẢY\n\nĐỊA ĐIỂM: NHÀ VĂN HÓA\n",
        # Marks of lists and indents before a tab.
        "1.\tMột việc;\n2.\tHai việc;\n3.\tBa việc.\n",
        "•\tMột;\n•\tHai;\n•\tBa.\n",
        "\tMột đoạn.\n\n\tHai đoạn.\n\n\tBa đoạn.\n",
        "Kính gửi:\t- Các tổ dân phố;\n\t- Các trường học.\n",
        "| A | B |\n|---|---|\n| 1 | 2 |\n",
    ],
)
def test_what_belongs_to_the_text_is_left_alone(body: str) -> None:
    assert shown(body) == []


def test_what_is_to_be_pasted_is_read(ward: Ward) -> None:
    """The lines of the cure, put where they say, are keys, a table, and nothing is told any more."""
    body = f"{TEXT}\n\n{TABLES[0][0]}{TEXT}\n\n{RECIPIENTS[0]}{SIGNATURES[0]}"
    keys, rows = "", ""
    for p in told(body):
        if p.code == "foot-pasted":
            keys = p.hint.partition("phần khai báo: ")[2].replace("; signer", "\nsigner")
        else:
            rows = p.hint.partition("xuống dòng): ")[2].replace(" ⏎ ", "\n")
    ward.write(
        "notices/a.md",
        FRONT.replace("publish: public\n", f"publish: public\n{keys}\n") + f"{TEXT}\n\n{rows}\n\n{TEXT}\n",
    )
    assert ward.codes() == []
    page = ward.text("thong-bao/2022/12-tb-ubnd/index.html")
    for said in ("Lưu: VT", "KT. CHỦ TỊCH", "Họ Và Tên", ">Tổ 2</td>"):
        assert said in page


@pytest.mark.parametrize("said", ["", " ", "ảnh", "Ảnh 1", "hình ảnh", "image1.png", "IMG_2025.jpg", "DSC0001", "scan-2", "mô tả", "z5012345678901_ab12cd.jpg", "1", "Untitled", "…", "Screenshot 2025-01-02"])  # fmt: skip
def test_a_picture_that_says_nothing(said: str) -> None:
    found = check_pictures(source(f"Dòng một.\n\nXem ![{said}](/files/a.png)."), Prose(), None)
    assert [(p.code, p.place.line, p.place.col) for p in found] == [("picture-undescribed", 10, 5)]


@pytest.mark.parametrize("body", ["![Sơ đồ cấm xe](/files/a.png)", "![Ảnh chụp bảng tin](/files/a.png)", "`![](/files/a.png)`", "[](/files/a.png)", "!", "![Mẫu số 1 [A]](/files/a.png)"])  # fmt: skip
def test_a_picture_that_is_described(body: str) -> None:
    assert check_pictures(source(body), Prose(), None) == ()


WAYS = [
    ("![Thông báo quét](/files/a.png)\n\n![Trang hai](/files/a.png)", ""),
    ("Xem ảnh dưới đây:\n\n![Thông báo quét](/files/a.png)", ""),
    ("[Xem thông báo](/files/a.JPG)", ""),
    ("Xem ảnh đính kèm.", "attachments: [files/a.png]\n"),
]


@pytest.mark.parametrize(("body", "keys"), WAYS)
def test_a_notice_of_pictures_only(body: str, keys: str) -> None:
    reader = load_reader(load_ward(Path("khong-co")))

    def codes(body: str, keys: str) -> list[str]:
        front = f"---\ntitle: Một việc\ndate: 28/4/2022\npublish: public\n{keys}---\n"
        return [
            p.code for p in notice_entry(Raw(path="a.md", relative="a.md", data=(front + body).encode()), reader)[1]
        ]

    assert codes(body, keys) == ["pictures-only"]
    assert codes(f"{body}\n\n{TEXT}", keys) == []
    assert codes(body, f'{keys}summary: "{TEXT}"\n') == []
    assert codes("Xem tệp.", "attachments: [files/a.pdf]\n") == []
