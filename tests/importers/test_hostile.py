"""Files that mean harm, and broken ones: a sentence that refuses them, never a traceback, never much time or memory."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.importers.pdf.limits import check_streams
from bulletin.importers.read_paper import read_paper
from bulletin.importers.refusals import (
    BOMB,
    DAMAGED,
    EMPTY,
    ENCRYPTED,
    NO_TEXT_FILE,
    NOT_AS_NAMED,
    STRANGE_XML,
    TOO_DEEP,
)
from bulletin.model.paper import Paper, Refused, words_of
from tests.importers.documents import NAMESPACES, W, box, cell, docx, no_program, p, pdf, refused, table, zipped
from tests.properties import examples

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
GOOD = docx("Thông báo", table([cell("a"), cell("b")]), p(box(p("Khung"))), parts={"styles": "", "comments": ""})


def with_document(xml: str) -> bytes:
    return docx("x", raw={"word/document.xml": xml.encode()})


DTD = '<!DOCTYPE d [<!ENTITY a "{}">]>'
ROOT = f"<w:document {NAMESPACES.format(w=W)}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", EMPTY),
        (b"\x00 \r\n", EMPTY),
        (docx(p()), EMPTY),
        (with_document(DTD.format("lol") + ROOT), STRANGE_XML),
        (with_document('<!DOCTYPE d SYSTEM "file:///etc/passwd">' + ROOT), STRANGE_XML),
        (with_document("<w:document"), DAMAGED),
        (with_document(f'<w:document xmlns:w="{"x" * 400}"/>'), DAMAGED),
        (docx("<w:tbl><w:tr><w:tc>" * 300 + p("sâu") + "</w:tc></w:tr></w:tbl>" * 300), TOO_DEEP),
        (with_document(ROOT.replace("&a;", "a" * 3_000_000)), BOMB),
        (docx("<w:p/>" * 310_000), BOMB),
        (zipped({f"{i}": b"" for i in range(4_100)}), BOMB),
        (GOOD[:-30], DAMAGED),
        (GOOD[: len(GOOD) // 2], DAMAGED),
        (zipped({"xl/workbook.xml": b"<a/>", "_rels/.rels": b"<Relationships/>"}), NO_TEXT_FILE),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ENCRYPTED),
        (OLE + "Workbook".encode("utf-16-le"), NO_TEXT_FILE),
        ("Xin chào".encode(), NOT_AS_NAMED),
    ],
)
def test_what_is_refused_and_why(data: bytes, why: Refused) -> None:
    assert refused(data) == why


def test_an_encrypted_member_and_a_strange_way_of_packing_are_refused() -> None:
    marked = bytearray(GOOD)
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = -1
        while (start := marked.find(sign, start + 1)) >= 0:
            marked[start + at : start + at + 2] = struct.pack("<H", 1)
    assert refused(bytes(marked)) == ENCRYPTED


def test_a_refusal_costs_little() -> None:
    """A bomb of 50 MB, nests, and namespaces that would be repeated a hundred thousand times."""
    bombs = [
        zipped({"_rels/.rels": b"<a/>", "word/document.xml": b"0" * 50_000_000}),
        docx("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000),
        with_document(f'<a xmlns="{"u" * 290}">' + "".join(f"<b{i}/>" for i in range(30_000)) + "</a>"),
    ]
    tracemalloc.start()
    begin = time.process_time()
    assert all(isinstance(read_paper(bomb, "a.docx", run=no_program), Refused) for bomb in bombs)
    assert time.process_time() - begin < 3
    assert tracemalloc.get_traced_memory()[1] < 128 * 2**20
    tracemalloc.stop()


@examples(60)
@given(st.data())
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    """Bytes anywhere, also inside unpacked parts, where a sum would not tell."""
    broken = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    assert isinstance(read_paper(bytes(broken), "a.docx", run=no_program), Paper | Refused)


TAGS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:rPr", "w:numPr", "w:numId", "w:ilvl", "w:vMerge", "w:gridSpan",
        "w:tcPr", "w:fldChar", "w:sym", "w:pict", "w:txbxContent", "w:sectPr", "w:footnoteReference", "w:del", "w:sz"]  # fmt: skip
VALUES = st.sampled_from(["", "0", "1", "-1", "9" * 30, "٣", "²", "continue", "begin", "end", "x", "single"])


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    tag = draw(st.sampled_from(TAGS))
    value = draw(VALUES)
    inside = "".join(draw(st.lists(elements(depth + 1), max_size=3))) if depth < 4 else "chữ"
    return f'<{tag} w:val="{value}" w:id="{value}" w:char="{value}" w:fldCharType="{value}">{inside}</{tag}>'


@examples(20)
@given(st.lists(elements(), max_size=4))
def test_elements_where_word_never_puts_them_are_no_mistake_of_ours(body: list[str]) -> None:
    numbering = "<w:abstractNum/><w:num/>" + "".join(body)
    read = read_paper(
        docx("Chữ", *body, parts={"numbering": numbering, "styles": "".join(body)}), "a.docx", run=no_program
    )
    assert isinstance(read, Paper)
    assert "Chữ" in words_of(read)


@pytest.mark.parametrize(
    "pattern", ["<p>", "<b>", "<table>", "<td>", "<!--", "<![", "</", "<a ", '<p x="', "&#", "<style>", "{", "</a"]
)
def test_pages_take_time_by_their_length_alone(pattern: str) -> None:
    page = b"<html><body>chu " + (pattern * 60_000)[:90_000].encode()
    begin = time.process_time()
    assert isinstance(read_paper(page, "a.doc", run=no_program), Paper | Refused)
    assert time.process_time() - begin < 2


def test_pdfs_of_nothing_are_refused() -> None:
    good = pdf([(80, 100, 14, "Thông báo")])
    for data in (b"%PDF-1.7", good[: len(good) // 3], b"%PDF-" + bytes(2000)):
        assert refused(data, "a.pdf") == DAMAGED


def packed(stream: bytes, keys: bytes = b"") -> bytes:
    """A PDF whose only page is drawn by a packed stream."""
    out = pdf([(80, 100, 14, "x")])
    start = out.index(b"<<  /Length", out.index(b"endcmap"))
    end = out.index(b"endstream", start)
    data = zlib.compress(stream, 9)
    return out[:start] + b"<< /Filter /FlateDecode %s /Length %d >>\nstream\n%s\n" % (keys, len(data), data) + out[end:]


@pytest.mark.parametrize(
    ("stream", "keys"),
    [
        (b"0 0 m 9 9 l S\n" * 200_000, b""),
        (b"0 " * 20_000_000, b"/Length1 9"),
        (zlib.compress(b"0" * 99), b"/Fl /FlateDecode"),
    ],
)
def test_a_pdf_that_unpacks_to_more_than_a_paper_is_refused_at_once(stream: bytes, keys: bytes) -> None:
    begin = time.process_time()
    assert refused(packed(stream, keys), "a.pdf") == BOMB
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("size", [0, 100, 2**20, 2**20 + 512, 2 * 2**20])
def test_streams_of_every_size_are_measured_and_left(size: int) -> None:
    """What follows a stream does not keep the measure going."""
    check_streams(packed(bytes(range(256)) * (size // 256)) + b"y" * 100_000)


def test_no_sentence_of_a_refusal_ends_like_one_or_shouts() -> None:
    from bulletin.importers import refusals

    told = [value for value in vars(refusals).values() if isinstance(value, Refused)]
    assert len(told) > 15
    assert [t for t in told if t.says.endswith(".") or t.do.endswith(".") or "!" in t.says or not t.do] == []
