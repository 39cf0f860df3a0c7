"""Word files: every word that Word shows, once; no word that it does not show."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.importers.word.numbering import counted
from bulletin.model.paper import Box, Line, Picture, Run, Table, words_of
from tests.importers.documents import STRICT, box, cell, docx, lines, p, paper, r, table, texts
from tests.properties import examples

WORD = st.text("abcđươngệ", min_size=1, max_size=5)
# How a word may stand in a paragraph, and what becomes of it.
SHOWN = ("plain", "bold", "inserted", "moved to", "linked", "in a control", "in a box", "in a field")
GONE = {"deleted": "deleted", "moved from": "moved", "hidden": "hidden", "instruction": "", "comment": ""}


def placed(word: str, how: str) -> str:
    match how:
        case "bold":
            return r(word, "<w:b/>")
        case "inserted":
            return f"<w:ins>{r(word)}</w:ins>"
        case "moved to":
            return f"<w:moveTo>{r(word)}</w:moveTo>"
        case "linked":
            return f"<w:hyperlink>{r(word)}</w:hyperlink>"
        case "in a control":
            return f"<w:sdt><w:sdtContent>{r(word)}</w:sdtContent></w:sdt>"
        case "in a box":
            return box(p(word))
        case "in a field":
            begin, separate, end = (
                f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
            )
            return f"{begin}{r('PAGE x', tag='instrText')}{separate}{r(word)}{end}"
        case "deleted":
            return f"<w:del>{r(word, tag='delText')}</w:del>"
        case "moved from":
            return f"<w:moveFrom>{r(word)}</w:moveFrom>"
        case "hidden":
            return r(word, "<w:vanish/>")
        case "instruction":
            return f"{r(word, tag='instrText')}"
        case "comment":
            return '<w:commentRangeStart w:id="1"/>'
    return r(word)


@examples(30)
@given(st.lists(st.lists(st.tuples(WORD, st.sampled_from([*SHOWN, *GONE])), max_size=6), min_size=1, max_size=5))
def test_what_is_shown_is_read_once_and_what_is_gone_is_a_number(content: list[list[tuple[str, str]]]) -> None:
    blanks = [[item for word in paragraph for item in (word, (" ", "plain"))] for paragraph in content]
    read = paper(docx("Đầu", *(p(*(placed(word, how) for word, how in paragraph)) for paragraph in blanks)))
    words = [(word, how) for paragraph in content for word, how in paragraph]
    assert Counter(words_of(read)) == Counter(["Đầu", *(word for word, how in words if how in SHOWN)])
    gone = Counter(GONE[how] for _, how in words if GONE.get(how))
    assert dict(read.left_out.counts()) == dict(gone)


def test_a_field_that_never_ends_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(docx("Trước", p(begin, "Giữa"), "Sau")) == ["Trước", "Giữa", "Sau"]


def test_what_is_struck_or_a_formula_is_kept_and_told() -> None:
    read = paper(docx(p(r("bỏ", "<w:strike/>"), "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>")))
    assert words_of(read) == ("bỏx", "1")
    assert len(read.remarks) == 2


def test_a_sign_that_nobody_knows_is_told() -> None:
    read = paper(docx(p('<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>', "chữ")))
    assert [remark.says[:10] for remark in read.remarks] == ["1 ký hiệu "]


def test_headers_comments_macros_objects_and_links_are_counted_and_none_is_read() -> None:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    rel = '<Relationship Id="{0}" Type="x/{1}" Target="http://127.0.0.1:9/{0}" TargetMode="External"/>'
    links = f'<Relationships xmlns="{package}">{rel.format("a", "image")}{rel.format("b", "hyperlink")}</Relationships>'
    parts = {"header1": p("trang BÍMẬT"), "comments": f"<w:comment>{p('NHẬNXÉT')}</w:comment>"}
    raw = {"word/vbaProject.bin": b"x", "word/_rels/header1.xml.rels": links.encode(), "docProps/core.xml": b"TACGIA"}
    read = paper(docx("Chữ", "<w:altChunk/>", p("<w:r><w:object/></w:r>"), parts=parts, raw=raw))
    assert words_of(read) == ("Chữ",)
    assert dict(read.left_out.counts()) == {
        "headers": 2, "comments": 1, "macros": 1, "objects": 1, "links": 1, "parts": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ([r("12"), "<w:r><w:noBreakHyphen/></w:r>", r("KH")], "12-KH"),
        ([r("thông"), "<w:r><w:softHyphen/></w:r>", r("báo")], "thôngbáo"),
        (["Số:", "<w:r><w:tab/></w:r>", "5"], "Số:\t5"),
        ([r("Đồng chí", "<w:caps/>")], "ĐỒNG CHÍ"),
        ([r("u"), r("̛̉ng")], "ửng"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " có"], "✔ có"),
        (['<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>', "có"], "☒có"),
        ([r("h​ọp")], "họp"),
    ],
)  # fmt: skip
def test_signs_that_word_draws(content: list[str], text: str) -> None:
    (line,) = lines(docx(p(*content, "")) if len(content) > 1 else docx(p(*content)))
    assert line.text == unicodedata.normalize("NFC", text)


def test_the_strict_form_and_other_prefixes_are_read_alike() -> None:
    body = p(r("Một", "<w:b/>"), "hai")
    assert paper(docx(body, w=STRICT)) == paper(docx(body))
    renamed = docx(body.replace("w:", "q:").replace("q:document", "w:document"))
    assert b"q:p" not in renamed  # packed
    assert re.search(r"Một", "".join(texts(docx(body))))


def test_looks_come_from_styles_and_two_toggles_turn_off() -> None:
    styles = """
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>
        <w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="C"><w:rPr><w:b/><w:i/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>"""
    head = '<w:pStyle w:val="H"/><w:jc w:val="center"/>'
    body = [
        p(r("a"), r("b", '<w:rStyle w:val="C"/>'), r("c", '<w:b w:val="0"/>'), r("mất", '<w:rStyle w:val="An"/>'), properties=head),
        p("Phần lớn chữ của văn bản", r("nhỏ", '<w:sz w:val="20"/>')),
    ]  # fmt: skip
    first, second = lines(docx(*body, parts={"styles": styles}))
    assert [(run.text, run.bold, run.italic) for run in first.runs] == [
        ("a", True, False), ("b", False, True), ("c", False, False),
    ]  # fmt: skip
    assert (first.centred, first.heading, second.align) == (True, 2, "both")
    assert [(run.text, run.size, run.small) for run in second.runs] == [
        ("Phần lớn chữ của văn bản", 14, False), ("nhỏ", 10, True),
    ]  # fmt: skip


def numbered(*levels: str, more: str = "") -> str:
    inside = "".join(f'<w:lvl w:ilvl="{i}">{level}</w:lvl>' for i, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="7">{inside}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'


def level(counts: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{counts}"/>{more}<w:lvlText w:val="{text}"/>'


def item(text: str, depth: int = 0, list_: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>')


def test_numbers_that_word_counts_are_labels() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbering = numbered(level("decimal", "Điều %1."), level("lowerLetter", "%1.%2)"), level("bullet", "o"), more=again)
    body = [
        item("a"),
        item("b", 1),
        item("c", 1),
        item("d", 2),
        item("e"),
        item("f", 1),
        "giữa",
        item("g"),
        item("h", 0, 2),
    ]
    assert texts(docx(*body, parts={"numbering": numbering})) == [
        "Điều 1. a", "1.a) b", "1.b) c", "○ d", "Điều 2. e", "2.a) f", "giữa", "Điều 3. g", "Điều 1. h",
    ]  # fmt: skip
    read = paper(docx(*body[:2], parts={"numbering": numbering}))
    assert words_of(read) == ("Điều", "1", "a", "1", "a", "b")
    assert [line.level for line in lines(docx(*body[:2], parts={"numbering": numbering}))] == [0, 1]


def test_a_number_may_come_from_a_style_and_be_taken_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="D"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="K"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    second = level("decimal", "%1.%2.", '<w:pStyle w:val="K"/><w:isLgl/>')
    numbering = numbered(level("upperRoman", "%1."), second)
    styled = '<w:pStyle w:val="{}"/>'
    body = [
        p("một", properties=styled.format("D")),
        p("hai", properties=styled.format("K")),
        p("ba", properties=styled.format("D") + '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    assert texts(docx(*body, parts={"styles": styles, "numbering": numbering})) == ["I. một", "1.1. hai", "ba"]


@pytest.mark.parametrize(
    ("number", "counts", "shown"),
    [
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (3, "decimalZero", "03"),
        (2, "ordinal", "2"),
        (3, "none", ""),
    ],
)
def test_how_numbers_are_shown(number: int, counts: str, shown: str) -> None:
    assert counted(number, counts) == shown


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert texts(docx(p("Họp ", properties=mark), p("ngày mai"))) == ["Họp ngày mai"]
    gone = p("<w:del>" + r("mất", tag="delText") + "</w:del>", properties=mark)
    assert texts(docx("a", gone, "b")) == ["a", "b"]


def test_a_paragraph_of_which_nothing_is_shown_is_no_line() -> None:
    assert [line.text for line in lines(docx("a", p(r("ẩn", "<w:vanish/>")), p(), "b"))] == ["a", "", "b"]


def test_lines_and_pages() -> None:
    new = '<w:r><w:br w:type="page"/></w:r>'
    read = lines(docx(p("một", "<w:r><w:br/></w:r>", "hai"), p(new, "ba"), p("bốn", new), "năm"))
    assert [(line.text, line.continues, line.starts_page) for line in read] == [
        ("một", False, False), ("hai", True, False), ("ba", False, True), ("bốn", False, False), ("năm", False, True),
    ]  # fmt: skip
    assert [line.place for line in read] == ["đoạn 1", "đoạn 1", "đoạn 2", "đoạn 3", "đoạn 4"]


def test_merged_cells_stand_once_and_deleted_rows_not_at_all() -> None:
    down = '<w:vMerge w:val="{}"/>'
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("mất") + "</w:tr>"
    rows = [
        [cell("rộng", properties='<w:gridSpan w:val="2"/>'), cell("c")],
        [cell("cao", properties=down.format("restart")), cell("e"), cell("f")],
        [cell(p(), properties=down.format("continue")), cell("h"), cell("i")],
    ]
    made = table(*rows).replace("</w:tbl>", f"{gone}</w:tbl>")
    read = paper(docx(made))
    (block,) = read.blocks
    assert isinstance(block, Table)
    assert (block.columns, block.merged, block.ruled, read.left_out.deleted) == (3, True, False, 1)
    shape = [[(c.column, c.columns, c.rows) for c in row] for row in block.rows]
    assert shape == [[(0, 2, 1), (2, 1, 1)], [(0, 1, 2), (1, 1, 1), (2, 1, 1)], [(1, 1, 1), (2, 1, 1)]]
    assert words_of(read) == ("rộng", "c", "cao", "e", "f", "h", "i")


@pytest.mark.parametrize(
    ("borders", "own", "ruled"),
    [
        ("", "", False),
        ('<w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders>', "", True),
        ('<w:tblBorders><w:top w:val="nil"/></w:tblBorders>', "", False),
        ("", '<w:tcBorders><w:top w:val="single"/></w:tcBorders>', True),
        ('<w:tblStyle w:val="L"/>', "", True),
    ],
)
def test_a_table_is_ruled_where_lines_are_drawn(borders: str, own: str, ruled: bool) -> None:
    styles = (
        '<w:style w:type="table" w:styleId="L"><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders>'
        "</w:tblPr></w:style>"
    )
    data = docx(
        table([cell("a", properties=own), cell("b", properties=own)], borders=borders), parts={"styles": styles}
    )
    (block,) = paper(data).blocks
    assert isinstance(block, Table)
    assert block.ruled is ruled


def test_boxes_pictures_and_words_drawn_as_such_stand_at_their_paragraph() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr descr="Bản đồ"/><a:graphic><a:graphicData><pic:pic/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    art = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    blocks = paper(docx(p(box(p("Khung")), art, "Dòng", picture))).blocks
    assert [type(block) for block in blocks] == [Box, Box, Line, Picture]
    assert blocks[0] == Box(blocks=(Line(runs=(Run(text="Khung", size=10),)),))
    assert blocks[3] == Picture(alt="Bản đồ")


def test_footnotes_come_with_their_marks_in_the_order_of_the_text() -> None:
    notes = "".join(
        f'<w:footnote w:id="{i}">{p(text)}</w:footnote>' for i, text in ((5, "năm"), (2, "hai"), (9, "không ai hỏi"))
    )
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    read = paper(docx(p("Đầu", mark.format(5), " cuối", mark.format(2)), parts={"footnotes": notes}))
    (line,) = read.blocks
    assert isinstance(line, Line)
    assert [run.note for run in line.runs if run.note] == ["1", "2"]
    assert [(note.mark, words_of_note(note.blocks)) for note in read.notes] == [("1", "năm"), ("2", "hai")]
    assert words_of(read) == ("Đầu", "cuối", "năm", "hai")


def words_of_note(blocks: tuple[object, ...]) -> str:
    return "".join(block.text for block in blocks if isinstance(block, Line))
