"""What kind of file some bytes are, by how they begin (after the WHATWG's «MIME Sniffing» and file(1))."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

_HEAD = 1024
# A browser that is let sniff takes these for a page; PHP is run by servers that know it.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!--|\?|(?:!doctype html|html|head|body|script|iframe|svg|table|div|style|title|font|"
    rb"meta|h1|br|a|b|p)[\s>/])",
    re.IGNORECASE,
)
_STARTS = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"ID3", "mp3"),
)
_INSIDE = (("word/", "word"), ("xl/", "excel"), ("ppt/", "powerpoint"))


def contents_of(file: BinaryIO) -> str:
    """The kind, or "" for bytes of no kind that is known, text among them."""
    head = file.read(_HEAD)
    if _PAGE.match(head):
        return "html"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(file)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "heic" if head[8:11] in (b"hei", b"hev", b"mif", b"avi") else "mp4"
    if head[:1] == b"\xff" and head[1:2] in (b"\xfb", b"\xf3", b"\xf2", b"\xfa"):
        return "mp3"
    named = next((kind for start, kind in _STARTS if head.startswith(start)), "")
    return named or ("pdf" if b"%PDF-" in head else "")


def first_of(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The first bytes of a member: what it claims to unpack to does not matter."""
    with archive.open(name) as file:
        return file.read(most)


def _in_zip(file: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            said = first_of(archive, "mimetype", 100) if "mimetype" in names else b""
    except Exception:
        return "damaged"
    if said.startswith(b"application/vnd.oasis.opendocument"):
        return "opendocument"
    if "[Content_Types].xml" in names:
        return next((kind for start, kind in _INSIDE if any(name.startswith(start) for name in names)), "zip")
    return "zip"
