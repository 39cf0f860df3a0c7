"""PDFs with text: columns, paragraphs, notes and tables by where signs stand; what is stamped on them is read too."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.pdf.glyphs import Glyph, Page, Rule
from bulletin.importers.pdf.read_pdf import is_scan, paper_of
from bulletin.importers.refusals import NO_PDF_READER, SCAN
from bulletin.model.paper import Block, Box, Line, Paper, Table, words_of
from tests.importers.documents import ADVANCE, pdf, refused
from tests.importers.documents import paper as read
from tests.properties import examples

SIZE = 14.0
LEFT, RIGHT = 85.0, 85.0 + 66 * SIZE * ADVANCE  # 66 signs a row


def at(x: float, y: float, text: str, size: float = SIZE) -> list[Glyph]:
    """A row of signs; «*» at its beginning makes it bold."""
    bold, plain = text.startswith("*"), text.lstrip("*")
    step = size * ADVANCE
    return [Glyph(c, x + i * step, y - size, x + (i + 1) * step, y, size, bold) for i, c in enumerate(plain)]


def centred(y: float, text: str, left: float = LEFT, right: float = RIGHT) -> list[Glyph]:
    return at((left + right - len(text.lstrip("*")) * SIZE * ADVANCE) / 2, y, text)


def set_(
    text: str, y: float, *, indent: float = 36, left: float = LEFT, width: int = 66
) -> list[tuple[float, float, str]]:
    """A paragraph as a printer breaks it: (x, y, row)."""
    rows, row, room = [], "", width - round(indent / (SIZE * ADVANCE))
    for word in text.split():
        if row and len(row) + 1 + len(word) > room:
            rows.append(row)
            row, room = word, width
        else:
            row = f"{row} {word}".strip()
    return [(left + (0 if i else indent), y + 18 * i, row) for i, row in enumerate([*rows, row])]


def paragraph(text: str, y: float, **how: float) -> list[Glyph]:
    return [glyph for x, y_, row in set_(text, y, **how) for glyph in at(x, y_, row)]  # type: ignore[arg-type]


def page(*glyphs: list[Glyph], rules: tuple[Rule, ...] = (), picture: float = 0) -> Page:
    return Page(595, 842, tuple(glyph for some in glyphs for glyph in some), rules, picture)


def of(*pages: Page) -> Paper:
    return paper_of(pages, LegacyFonts(()), "pdf")


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Lines as text, what stands side by side as lists of lists."""
    shown: list[object] = []
    for block in blocks:
        match block:
            case Line():
                shown.append(block.text)
            case Table():
                shown.append([shape(cell.blocks) for row in block.rows for cell in row])
            case Box():
                shown.append(shape(block.blocks))
    return shown


BODY = "Ủy ban nhân dân phường thông báo lịch tạm ngừng cấp nước để sửa chữa đường ống như đã nêu trong văn bản trước"
HEAD = [
    *centred(60, "UBND QUẬN X", 85, 260), *centred(60, "*CỘNG HÒA XÃ HỘI", 300, 545),
    *centred(76, "*PHƯỜNG Y", 85, 260), *centred(78, "*Độc lập - Tự do", 300, 545),
    *centred(98, "Số: 12/TB-UBND", 85, 260), *centred(104, "Y, ngày 5 tháng 6", 300, 545),
]  # fmt: skip
FOOT = [
    *at(350, 600, "*TM. ỦY BAN NHÂN DÂN"), *at(LEFT, 606, "Nơi nhận:", 11), *at(LEFT, 620, "- Như trên;", 11),
    *at(390, 618, "*CHỦ TỊCH"), *at(LEFT, 634, "- Lưu: VT.", 11), *at(370, 720, "*Nguyễn Văn A"),
]  # fmt: skip


def test_letterhead_title_body_and_signature_come_apart() -> None:
    title = [*centred(140, "*THÔNG BÁO"), *centred(158, "*Về việc cấp nước")]
    read = of(page(HEAD, title, paragraph(BODY, 190), paragraph("1. Thời gian: " + BODY, 250), FOOT))
    assert shape(read.blocks) == [
        [["UBND QUẬN X", "PHƯỜNG Y", "Số: 12/TB-UBND"], ["CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "Y, ngày 5 tháng 6"]],
        "THÔNG BÁO", "Về việc cấp nước", BODY, "1. Thời gian: " + BODY,
        [["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]],
    ]  # fmt: skip
    assert [b.centred for b in read.blocks if isinstance(b, Line)] == [True, True, False, False]
    foot = read.blocks[-1]
    assert isinstance(foot, Table)
    assert (foot.ruled, foot.rows[0][0].blocks[0].small) == (False, True)  # type: ignore[union-attr]


def test_a_title_that_begins_where_the_right_column_does_is_a_title() -> None:
    wide = [*at(85, 60, "UBND QUẬN X"), *at(286, 60, "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    day = [*at(85, 80, "Số: 12/TB-UBND"), *centred(80, "Y, ngày 5 tháng 6", 286, 531)]
    made = of(page([*wide, *day], centred(104, "*THÔNG BÁO"), paragraph(BODY, 140)))
    assert shape(made.blocks)[1] == "THÔNG BÁO"


@examples(15)
@given(st.lists(st.lists(st.text("abcđươ", min_size=1, max_size=8), min_size=1, max_size=40), min_size=1, max_size=5))
def test_paragraphs_are_joined_as_they_were_and_no_word_is_lost(texts: list[list[str]]) -> None:
    glyphs, y = [], 100.0
    for words in texts:
        rows = set_(" ".join(words), y)
        glyphs += [glyph for x, row_y, row in rows for glyph in at(x, row_y, row)]
        y = rows[-1][1] + 18
    # What the text is as wide as is known from a row that fills it.
    full = at(LEFT, y + 40, "x" * 66)
    made = of(page(glyphs, full))
    assert words_of(made) == (*(word for words in texts for word in words), "x" * 66)
    assert [b.text for b in made.blocks if isinstance(b, Line)] == [" ".join(words) for words in texts] + ["x" * 66]


def test_a_paragraph_goes_on_over_the_page_and_its_number_is_left_out() -> None:
    rows = set_(BODY + " " + BODY, 750)
    first = [glyph for x, y, row in rows[:2] for glyph in at(x, y, row)]
    second = [glyph for i, (x, _, row) in enumerate(rows[2:]) for glyph in at(x, 80 + 18 * i, row)]
    made = of(page(first), page(centred(40, "2"), second))
    assert shape(made.blocks) == [BODY + " " + BODY]
    assert made.left_out.headers == 1
    assert [line.place for line in made.blocks if isinstance(line, Line)] == ["trang 1"]


def test_a_number_cut_at_its_hyphen_is_one_number() -> None:
    made = of(page(at(LEFT, 100, "x" * 55 + " 12/TB-"), at(LEFT, 118, "UBND ngày 5")))
    assert "12/TB-UBND ngày 5" in words_joined(made)


def test_a_number_that_a_narrow_letterhead_breaks_is_one_too() -> None:
    head = [
        *centred(100, "*PHƯỜNG Y", 85, 260),
        *centred(118, "Số: 9/UBND-", 85, 260),
        *centred(136, "NCKSTTHC", 85, 260),
    ]
    right = [*centred(100, "*CỘNG HÒA", 300, 545), *centred(118, "*Độc lập - Tự do", 300, 545)]
    made = of(page([*head, *right], paragraph(BODY, 190)))
    assert shape(made.blocks)[0] == [["PHƯỜNG Y", "Số: 9/UBND-NCKSTTHC"], ["CỘNG HÒA", "Độc lập - Tự do"]]


def words_joined(made: Paper) -> str:
    return " ".join(line.text for line in made.blocks if isinstance(line, Line))


def test_small_print_at_the_foot_is_a_note_where_the_text_leads_to_it() -> None:
    mark = at(LEFT + 9 * SIZE * ADVANCE, 95, "1", 8)
    note = [*at(LEFT, 780, "1", 6), *at(LEFT + 6, 784, "Đã được sửa đổi.", 10)]
    made = of(page(at(LEFT, 100, "Nghị định"), mark, paragraph(BODY, 130), note))
    assert [(n.mark, shape(n.blocks)) for n in made.notes] == [("1", ["Đã được sửa đổi."])]
    assert shape(made.blocks) == ["Nghị định", BODY]
    loose = of(page(at(LEFT, 100, "Nghị định"), paragraph(BODY, 130), note))
    assert (loose.notes, shape(loose.blocks)[-1]) == ((), "1 Đã được sửa đổi.")


def grid(xs: list[float], ys: list[float], without: tuple[tuple[str, int, int], ...] = ()) -> tuple[Rule, ...]:
    """The sides of cells; («left», row, column) and («top», row, column) are not drawn."""
    down = [
        Rule(x, a, x, b)
        for row, (a, b) in enumerate(pairwise(ys))
        for column, x in enumerate(xs)
        if ("left", row, column) not in without
    ]
    over = [
        Rule(a, y, b, y)
        for row, y in enumerate(ys)
        for column, (a, b) in enumerate(pairwise(xs))
        if ("top", row, column) not in without
    ]
    return (*down, *over)


def test_ruled_lines_make_a_table_with_its_merged_cells() -> None:
    rules = grid([85, 200, 400, 545], [200, 230, 260, 290], (("top", 1, 0), ("left", 2, 2)))
    inside = [
        *at(90, 220, "cao"), *at(205, 220, "b"), *at(405, 220, "c"), *at(205, 250, "e"), *at(405, 250, "f"),
        *at(90, 280, "g"), *at(205, 280, "rộng hai cột"),
    ]  # fmt: skip
    made = of(page(paragraph(BODY, 100), inside, at(LEFT, 330, "Sau bảng."), rules=rules))
    assert [type(block) for block in made.blocks] == [Line, Table, Line]
    ruled = made.blocks[1]
    assert isinstance(ruled, Table)
    spans = [[(c.column, c.columns, c.rows, "".join(shape(c.blocks))) for c in row] for row in ruled.rows]  # type: ignore[arg-type]
    assert spans == [
        [(0, 1, 2, "cao"), (1, 1, 1, "b"), (2, 1, 1, "c")], [(1, 1, 1, "e"), (2, 1, 1, "f")], [(0, 1, 1, "g"), (1, 2, 1, "rộng hai cột")],
    ]  # fmt: skip
    assert ruled.ruled


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    rules = grid([85, 300, 545], [200, 230, 260])
    head = [*at(90, 220, "*Khu vực"), *at(310, 220, "*Giờ")]
    first, second = ([*head, *at(90, 250, a), *at(310, 250, b)] for a, b in (("c", "d"), ("e", "f")))
    made = of(page(first, rules=rules), page(centred(40, "2"), second, rules=rules))
    (only,) = made.blocks
    assert isinstance(only, Table)
    # Word prints the head of a table once more on each page.
    assert [[shape(cell.blocks) for cell in row] for row in only.rows] == [
        [["Khu vực"], ["Giờ"]],
        [["c"], ["d"]],
        [["e"], ["f"]],
    ]
    assert made.left_out.headers == 4


def test_pages_that_are_pictures_are_scans_and_a_stamp_is_no_text() -> None:
    stamp = [Glyph("x", 10, 10, 20, 20, 10, stamped=True)]
    words = paragraph(" ".join([BODY] * 4), 100)
    broken = paragraph(" ".join(["Uỳ hxn nhxn dxn phưìmg thỏng bxo lichj"] * 9), 100)
    assert is_scan([page()])
    assert is_scan([page(stamp, picture=1.0)])
    assert is_scan([page(paragraph("Ký bởi phường", 100), picture=1.0)])
    assert is_scan([page(broken, picture=1.0)])
    assert not is_scan([page(words, picture=1.0)])
    assert not is_scan([page(paragraph("Họp lúc 8 giờ", 100))])


# --- through pdfium ----------------------------------------------------------------------------------------------------


def test_a_pdf_is_read_with_the_number_that_is_stamped_on_it() -> None:
    head = [
        (85, 60, 13, "UBND QUAN X"),
        (330, 60, 13, "*CONG HOA XA HOI"),
        (85, 80, 13, "Số:       /TB-UBND"),
        (330, 80, 13, "*Doc lap - Tu do"),
    ]
    stamps = [(115, 80, 13, "47"), (400, 20, 7, "Ký bởi: phường"), (400, 28, 7, "a@b.vn 8:15")]
    body = [(121, 140, 14, "Thông báo cho mọi nhà trong phường biết để dự trữ nước")]
    made = read(pdf([*head, *body], stamps=stamps), "a.pdf")
    stamped, letterhead, text = made.blocks
    assert isinstance(stamped, Box)
    assert shape(stamped.blocks) == ["Ký bởi: phường", "a@b.vn 8:15"]
    assert isinstance(letterhead, Table)
    (left, right) = letterhead.rows[0]
    assert [line.full_text.replace(" ", "") for line in left.blocks if isinstance(line, Line)] == [
        "UBNDQUANX",
        "Số:47/TB-UBND",
    ]
    assert [line.bold for line in right.blocks if isinstance(line, Line)] == [True, True]
    assert isinstance(text, Line)
    assert text.text == "Thông báo cho mọi nhà trong phường biết để dự trữ nước"


def test_a_pdf_without_words_is_refused() -> None:
    assert refused(pdf([]), "a.pdf") == SCAN


def test_without_the_extra_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refused(pdf([(85, 60, 13, "Thông báo")]), "a.pdf") == NO_PDF_READER
