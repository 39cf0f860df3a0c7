"""One notice in the layouts that offices use: whatever sets its parts, they are the same."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.model.paper import Block, Box, Line, Run, Table
from tests.importers.papers import cell, centred, imported, line, paper, side_by_side

PARENT, ISSUER, NUMBER = line("UBND QUẬN MẪU"), line("TRẠM Y TẾ PHƯỜNG THỬ", bold=True), line("Số: 12/TB-TYT")
COUNTRY, MOTTO = centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), centred("Độc lập - Tự do - Hạnh phúc")
DAY = line("Phường Thử, ngày 5 tháng 11 năm 2025", italic=True)
TITLE = (centred("THÔNG BÁO"), centred("Về việc tổ chức tiêm vắc xin"))
LEFT, RIGHT = [PARENT, ISSUER, NUMBER], [COUNTRY, MOTTO, DAY]
RECIPIENTS = [line("Nơi nhận:"), line("- Như trên;"), line("- Lưu: VT.")]
SIGNER = [line("TRƯỞNG TRẠM", bold=True), line(""), line("Trần Thị Mẫu", bold=True)]


def rows(*pairs: tuple[list[Block], list[Block]]) -> Table:
    return Table(rows=tuple((cell(left), cell(right, 1)) for left, right in pairs), columns=2, ruled=False)


def broken(*lines: Line) -> list[Block]:
    """The lines as one paragraph that the clerk broke."""
    return [Line(runs=one.runs, align=one.align, continues=i > 0) for i, one in enumerate(lines)]


HEADS: dict[str, list[Block]] = {
    "one table": [side_by_side(LEFT, RIGHT), *TITLE],
    "two rows": [rows(([PARENT, ISSUER], [COUNTRY, MOTTO]), ([NUMBER], [DAY])), *TITLE],
    "two tables": [side_by_side([PARENT, ISSUER], [COUNTRY, MOTTO]), side_by_side([NUMBER], [DAY]), *TITLE],
    "a gap between": [
        Table(rows=((cell(LEFT), cell([""], 1), cell(RIGHT, 2)),), columns=3, ruled=False),
        *TITLE,
    ],
    "title in the table": [rows((LEFT, RIGHT), (list(TITLE), []))],
    "lines": [COUNTRY, MOTTO, line("-----"), PARENT, ISSUER, NUMBER, DAY, *TITLE],
    "lines, the office first": [PARENT, ISSUER, COUNTRY, MOTTO, NUMBER, DAY, line(""), *TITLE],
    "blanks": [
        line("  UBND QUẬN MẪU          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        line("TRẠM Y TẾ PHƯỜNG THỬ\t\tĐộc lập - Tự do - Hạnh phúc"),
        line("Số: 12/TB-TYT       Phường Thử, ngày 5 tháng 11 năm 2025"),
        *TITLE,
    ],
    "broken paragraphs": [side_by_side(broken(PARENT, ISSUER, NUMBER), broken(COUNTRY, MOTTO, DAY)), *broken(*TITLE)],
    "boxes": [Box(blocks=(COUNTRY, MOTTO, DAY)), Box(blocks=(PARENT, ISSUER)), Box(blocks=(NUMBER,)), *TITLE],
    "an emblem and a stamp aside": [Box(blocks=(line("Tài liệu tham khảo"),)), side_by_side(LEFT, RIGHT), *TITLE],
}
FEET: dict[str, list[Block]] = {
    "one table": [side_by_side(RECIPIENTS, SIGNER)],
    "two rows": [rows((RECIPIENTS, [SIGNER[0]]), ([], [SIGNER[2]]))],
    "lines": [*RECIPIENTS, *SIGNER],
    "the signer first": [*SIGNER, line(""), *RECIPIENTS],
    "the signer in a table, then lines": [side_by_side([""], SIGNER), *RECIPIENTS],
    "tabs": [
        line("Nơi nhận:\tTRƯỞNG TRẠM"),
        line("- Như trên;"),
        line("- Lưu: VT.\tTrần Thị Mẫu"),
    ],
    "small letters": [side_by_side(RECIPIENTS, [line("Trưởng trạm"), line("Trần Thị Mẫu")])],
    "signed": [side_by_side(RECIPIENTS, [SIGNER[0], line("(Đã ký)"), SIGNER[2]])],
    "stamped by a program": [
        side_by_side(
            RECIPIENTS, [SIGNER[0], line("Ký bởi: Trạm Y tế"), line("Thời gian ký: 05.11.2025 08:00"), SIGNER[2]]
        )
    ],
}
BODY = (line("Trạm Y tế thông báo lịch tiêm như sau:"), line("- Sáng 06/11: tổ 1;"), line("- Chiều 06/11: tổ 2."))


def check(head: list[Block], foot: list[Block]) -> None:
    got = imported(paper(*head, line(""), *BODY, *foot))
    fields = got.fields
    assert (fields.parent, fields.issuer) == ("UBND quận Mẫu", "Trạm Y tế phường Thử")
    assert (fields.number, fields.day, fields.place) == ("12/TB-TYT", date(2025, 11, 5), "Phường Thử")
    assert (fields.type, fields.title) == ("Thông báo", "Về việc tổ chức tiêm vắc xin")
    assert (fields.authority, fields.role.upper(), fields.name) == ((), "TRƯỞNG TRẠM", "Trần Thị Mẫu")
    assert fields.recipients == ("Như trên", "Lưu: VT")
    assert got.lines == tuple(one.text for one in BODY)


@pytest.mark.parametrize("head", HEADS)
def test_heads(head: str) -> None:
    check(HEADS[head], FEET["one table"])


@pytest.mark.parametrize("foot", FEET)
def test_feet(foot: str) -> None:
    check(HEADS["one table"], FEET[foot])


def test_a_stamp_of_an_electronic_signature_is_left_out_and_counted() -> None:
    stamp = Box(blocks=(line("Trạm Y tế phường Thử"), line("tramyte@thu.example"), line("05.11.2025 09:27:05 +07:00")))
    got = imported(paper(stamp, *HEADS["one table"], *BODY, *FEET["one table"], kind="pdf"))
    assert "thu.example" not in got.body + "".join(doubt.says for doubt in got.doubts)
    assert dict(got.left_out) == {"stamps": 1}
    aside = Box(blocks=(Line(runs=(Run(text="Mọi chi tiết gọi trạm"),)),))
    assert "Mọi chi tiết gọi trạm" in imported(paper(aside, *HEADS["one table"], *BODY)).body
