"""The words of a document of Word, Excel, PowerPoint or LibreOffice, as plain text with its tables in pipes.

All that whoever gets the file can read counts: what is hidden, what is struck out while changes are tracked, comments,
sheets that are not shown. Found by patterns in bounded pieces, not parsed (`office.py`).
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from bulletin.attached.contents import first_of

_MOST = 8_000_000  # unpacked bytes of one part that are looked at
_PARTS = re.compile(
    r"""
    word/(?:document|comments|footnotes|endnotes|header\d{0,3}|footer\d{0,3})\.xml
    |ppt/(?:slides|notesSlides|comments)/[^/]{1,60}\.xml
    |xl/comments\d{0,3}\.xml
    |content\.xml
    """,
    re.VERBOSE,
)
_SHEET = re.compile(r"xl/worksheets/sheet\d{1,4}\.xml")
# What stands between words: the end of a cell, of a row, of a paragraph or line, a tab; and the words themselves.
_PIECE = re.compile(
    r"""
      (?P<cell> </w:tc>|</a:tc>|</table:table-cell> )
    | (?P<row> </w:tr>|</a:tr>|</table:table-row> )
    | (?P<table> <(?:w:tbl|a:tbl|table:table)[\s>] )
    | (?P<end> </w:p>|</a:p>|</text:p>|</text:h>|</comment>|<w:br\s?/>|<text:line-break/> )
    | (?P<tab> <w:tab\s?/>|<text:tab/>|<text:s/> )
    | > (?P<words> [^<>]+ ) <
    """,
    re.VERBOSE,
)
_SHARED = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_ROW = re.compile(r"<row[\s>].*?</row>", re.DOTALL)
_CELL = re.compile(r"<c\b([^<>]{0,200})>(.*?)</c>", re.DOTALL)
_VALUE = re.compile(r"<(?:v|t)(?:\s[^<>]{0,80})?>([^<]*)<")
_RULE = "|---|"


def office_words(file: BinaryIO) -> str:
    """ "" for a document that cannot be read."""
    try:
        with zipfile.ZipFile(file) as archive:
            return "\n\n".join(_texts(archive))
    except Exception:
        return ""


def _texts(archive: zipfile.ZipFile) -> Iterator[str]:
    names = sorted(archive.namelist())
    for name in names:
        if _PARTS.fullmatch(name):
            yield "\n".join(_lines(first_of(archive, name, _MOST).decode("utf-8", "replace")))
    shared = _shared(archive) if "xl/sharedStrings.xml" in names else []
    for name in names:
        if _SHEET.fullmatch(name):
            yield "\n".join(_table(_rows(first_of(archive, name, _MOST).decode("utf-8", "replace"), shared)))


def _lines(xml: str) -> Iterator[str]:
    """Paragraphs as lines; a row of a table as a line in pipes, the first above a rule."""
    words: list[str] = []
    cells: list[str] = []
    is_first = True
    for m in _PIECE.finditer(xml):
        kind = m.lastgroup
        if kind == "words":
            words.append(html.unescape(m["words"]))
        elif kind in ("tab", "end") and (cells or kind == "tab"):
            words.append(" ")
        elif kind == "end":
            yield "".join(words)
            words = []
        elif kind == "cell":
            cells.append(" ".join("".join(words).split()))
            words = []
        elif kind == "row":
            yield from _row(cells, is_first=is_first)
            cells, is_first = [], False
        elif kind == "table":
            is_first = True
    yield "".join(words)


def _row(cells: Iterable[str], *, is_first: bool) -> Iterator[str]:
    yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
    if is_first:
        yield _RULE


def _table(rows: Iterable[list[str]]) -> Iterator[str]:
    """A sheet: what stands alone in its row is a line, and the first row of several cells names the columns."""
    is_first = True
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) < 2:
            yield from filled
            yield ""
            continue
        yield from _row(row, is_first=is_first)
        is_first = False


def _rows(xml: str, shared: list[str]) -> Iterator[list[str]]:
    for row in _ROW.finditer(xml):
        yield [_cell(m[1], m[2], shared) for m in _CELL.finditer(row[0])]


def _cell(attributes: str, inside: str, shared: list[str]) -> str:
    value = " ".join(" ".join(html.unescape(v) for v in _VALUE.findall(inside)).split())
    if 't="s"' in attributes and value.isdigit() and int(value) < len(shared):
        return shared[int(value)]
    return value.removesuffix(".0")


def _shared(archive: zipfile.ZipFile) -> list[str]:
    xml = first_of(archive, "xl/sharedStrings.xml", _MOST).decode("utf-8", "replace")
    return [" ".join("".join(html.unescape(v) for v in _VALUE.findall(m[1])).split()) for m in _SHARED.finditer(xml)]
