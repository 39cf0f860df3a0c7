"""Papers for tests, made by hand: what a reader of files gives, without a file. Offices and people are invented."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin import knowledge
from bulletin.importers.take_apart import Rows, rows_of, take_apart
from bulletin.model.imported import Imported
from bulletin.model.paper import Align, Block, Cell, Kind, Line, Paper, Run, Table

ROWS: Rows = rows_of(knowledge.letterhead(), knowledge.load())


def line(text: str, *, bold: bool = False, italic: bool = False, align: Align = "left", place: str = "") -> Line:
    """«**Điều 1.** Giao»: what stands between two stars is in bold."""
    runs = tuple(
        Run(text=part, bold=bold or i % 2 == 1, italic=italic) for i, part in enumerate(text.split("**")) if part
    )
    return Line(runs=runs, align=align, place=place or f"dòng «{text[:12]}»")


def centred(text: str) -> Line:
    return line(text, bold=True, align="center")


def cell(lines: Sequence[str | Block], column: int = 0, columns: int = 1) -> Cell:
    blocks = tuple(line(item) if isinstance(item, str) else item for item in lines)
    return Cell(blocks=blocks, column=column, columns=columns)


def side_by_side(left: Sequence[str | Block], right: Sequence[str | Block]) -> Table:
    return Table(rows=((cell(left), cell(right, 1)),), columns=2, ruled=False, place="bảng 1")


def grid(*rows: Sequence[str], place: str = "bảng 2") -> Table:
    return Table(
        rows=tuple(tuple(cell([text], i) for i, text in enumerate(row)) for row in rows),
        columns=max(map(len, rows)),
        place=place,
    )


def paper(*blocks: str | Block, kind: Kind = "docx") -> Paper:
    return Paper(kind=kind, blocks=tuple(line(b) if isinstance(b, str) else b for b in blocks))


HEAD = side_by_side(
    ["UBND QUẬN MẪU", line("ỦY BAN NHÂN DÂN", bold=True), line("PHƯỜNG THỬ", bold=True), "Số: 12/TB-UBND"],
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Phường Thử, ngày 05 tháng 8 năm 2025"],
)
TITLE = (centred("THÔNG BÁO"), centred("Về việc tạm ngừng cấp nước"))
FOOT = side_by_side(
    ["Nơi nhận:", "- Như trên;", "- Lưu: VT, KT.Bình"],
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn Mẫu"],
)


def notice(*body: str | Block, head: Table = HEAD, foot: Table = FOOT) -> Paper:
    """A whole paper around `body`."""
    return paper(head, *TITLE, *body, foot)


def imported(of: Paper) -> Imported:
    """What is made of it; the test fails where it is refused."""
    taken = take_apart(of, ROWS)
    assert isinstance(taken, Imported), taken
    return taken
