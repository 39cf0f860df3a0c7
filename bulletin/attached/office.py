"""Who wrote a document of Word, Excel, PowerPoint or LibreOffice, and what was left in it (ISO/IEC 29500, 26300).

Found by patterns in bounded pieces, not parsed: no entity is resolved, no bomb unpacked.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from bulletin.attached.contents import first_of
from bulletin.attached.personal_names import counted, told

_MOST = 8_000_000  # unpacked bytes of one part that are looked at
_FEW = 200_000

# A part of the archive, an element in it, what its text is.
_NAMES = (
    ("docProps/core.xml", "creator", "tên tác giả"),
    ("docProps/core.xml", "lastModifiedBy", "tên người sửa cuối"),
    ("docProps/app.xml", "Manager", "tên người quản lý"),
    ("docProps/app.xml", "Company", "tên cơ quan"),
    ("meta.xml", "initial-creator", "tên tác giả"),
    ("meta.xml", "creator", "tên người sửa cuối"),
    ("meta.xml", "printed-by", "tên người in"),
)
_VANISHED = rb"<w:r(?:\s[^<>]{0,200})?><w:rPr>(?:<(?!/w:rPr)[^<>]{0,200}>){0,20}?<w:vanish\s?/>"
_HIDDEN = "đoạn chữ bị ẩn (Hidden)"
_CHANGES, _COMMENTS = "chỗ sửa còn giữ lại (Track Changes)", "lời bình (Comment)"
# Parts of the archive, what to count in them, what that is.
_COUNTS = (
    (r"word/(?:document|footnotes|header\d*|footer\d*)\.xml", rb"<w:(?:ins|del|moveFrom|moveTo)\s", _CHANGES),
    (r"word/comments\.xml", rb"<w:comment\s", _COMMENTS),
    (r"xl/comments\d*\.xml|xl/comments/[^/]*\.xml", rb"<comment\s", _COMMENTS),
    (r"xl/threadedComments/[^/]*\.xml", rb"<threadedComment\s", _COMMENTS),
    (r"ppt/comments/[^/]*\.xml", rb"<p(?:188)?:cm\s", _COMMENTS),
    (r"xl/workbook\.xml", rb"<sheet\s[^<>]*state=\"(?:very)?[hH]idden\"", "trang tính bị ẩn"),
    (r"word/document\.xml", _VANISHED, _HIDDEN),
    (r"content\.xml", rb"<text:changed-region[\s>]", _CHANGES),
    (r"content\.xml", rb"<office:annotation[\s>]", _COMMENTS),
    (r"(?:word|xl|ppt)/vbaProject\.bin", rb"^", "chương trình chạy trong tệp (macro)"),
)  # fmt: skip


def office_traces(file: BinaryIO) -> tuple[str, ...]:
    """A document that cannot be read has none."""
    try:
        with zipfile.ZipFile(file) as archive:
            return tuple(_traces(archive))
    except Exception:
        return ()


def _traces(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    for part, element, what in _NAMES:
        if part in names:
            text = first_of(archive, part, _FEW).decode("utf-8", "replace")
            for m in re.finditer(rf"<(?:[\w-]+:)?{element}(?:\s[^<>]*)?>([^<]{{1,200}})<", text):
                yield from told(what, m[1])
    found: dict[str, int] = {}
    for parts, sign, what in _COUNTS:
        for name in names:
            if re.fullmatch(parts, name):
                count = sum(1 for _ in re.finditer(sign, first_of(archive, name, _MOST)))
                found[what] = found.get(what, 0) + count
    for what, count in found.items():
        yield from counted(count, what)
