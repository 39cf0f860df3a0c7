"""Pasted text, and pages that Word saves under the name «.doc»."""

from __future__ import annotations

from bulletin.importers.refusals import NOT_UTF8, OLD_WEB
from bulletin.model.paper import Line, Table, words_of
from tests.importers.documents import lines, paper, refused, texts


def test_a_line_of_a_text_is_a_paragraph_and_nothing_unseen_stays() -> None:
    read = paper("﻿Thông ​báo\r\n\r\n\t– Tổ 5­\n👨‍👩 12‑KH".encode(), "")
    assert [block.text for block in read.blocks if isinstance(block, Line)] == [
        "Thông báo",
        "",
        "\t– Tổ 5",
        "👨‍👩 12-KH",
    ]
    assert [block.place for block in read.blocks if isinstance(block, Line)] == ["dòng 1", "dòng 2", "dòng 3", "dòng 4"]


def test_texts_of_windows_are_read_by_their_mark_and_others_refused() -> None:
    assert texts("Họp tổ".encode("utf-16"), "a.txt") == ["Họp tổ"]
    assert refused("Họp tổ".encode("cp1258", "replace") + b"\xff", "a.txt") == NOT_UTF8
    assert refused(b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.doc") == OLD_WEB


PAGE = """\
﻿<html xmlns:o="x"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Mất</title>
<style>p.MsoNormal, li.MsoNormal {font-size:14.0pt; font-family:"Times New Roman","serif"}
.cu {font-family:".VnTime"} span.an {display:none}</style></head><body>
<!--[if gte mso 9]><xml>Mất</xml><![endif]--><script>mất()</script>
<p class=MsoNormal align=center><b>THÔNG
BÁO</b><br>Về việc <i>họp</i></p>
<p class=MsoNormal><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>Nội dung <span class=an>mất hết</span>
<del>bỏ</del><span style="mso-hide:all">ẩn</span><span class=cu>Th«ng b¸o</span></p>
<table border=1><tr><td rowspan=2>cao<td>b<tr><td>d</table>
<table><tr><td><p>Nơi nhận:</p></td><td style='text-align:center'>CHỦ TỊCH</td></tr></table>
<p>5 < 6 &amp; 7 <span style='mso-tab-count:2'>&nbsp;&nbsp; </span>cuối <sup>2</sup><img src="http://127.0.0.1:9/a.png"></p>
"""


def test_a_page_of_word_is_read_as_it_is_seen() -> None:
    read = paper(PAGE.encode(), "cu.doc")
    assert texts(PAGE.encode(), "cu.doc") == [
        "THÔNG BÁO", "Về việc họp", "1. Nội dung  Thông báo", "cao", "b", "d", "Nơi nhận:", "CHỦ TỊCH", "5 < 6 & 7 \tcuối 2",
    ]  # fmt: skip
    assert dict(read.left_out.counts()) == {"hidden": 3, "deleted": 1, "links": 1}
    assert "mất" not in words_of(read)
    assert len(read.remarks) == 1
    ruled, layout = (block for block in read.blocks if isinstance(block, Table))
    assert [(cell.column, cell.rows) for row in ruled.rows for cell in row] == [(0, 2), (1, 1), (1, 1)]
    assert (ruled.ruled, layout.ruled) == (True, False)
    first, second, third, *_ = lines(PAGE.encode(), "cu.doc")
    assert (first.centred, first.bold, second.continues, third.label, third.runs[0].size) == (
        True,
        True,
        True,
        "1.",
        14,
    )


def test_items_of_lists_have_the_signs_that_a_browser_shows() -> None:
    page = b"<html><ol><li>a<li>b<ul><li>c</ul><li value=7>d</ol><p>e"
    assert texts(page, "a.doc") == ["1. a", "2. b", "- c", "7. d", "e"]


def test_a_page_says_itself_in_what_it_is_written() -> None:
    page = '<html><meta charset="windows-1252"><p>Th«ng b¸o <font face=".VnTime">häp</font></p>'.encode("cp1252")
    assert texts(page, "a.doc") == ["Th«ng b¸o họp"]
