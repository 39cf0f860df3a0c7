"""What some bytes are, by how they begin and not by their name: «.doc» is often RTF or a web page of Word."""

from __future__ import annotations

import re
from typing import Literal

from bulletin.importers.refusals import (
    EMPTY,
    ENCRYPTED,
    NO_TEXT_FILE,
    NOT_AS_NAMED,
    NOT_UTF8,
    OLD_WEB,
    TOO_LARGE,
    UNKNOWN,
    Refusal,
)

Format = Literal["docx", "doc", "rtf", "odt", "html", "text", "pdf", "image"]

_LARGEST = 100_000_000  # bytes of a file; scans of a long paper have twenty million
_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
# The first member of an OpenDocument file is its kind, unpacked.
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_IMAGES = {
    b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"II*\x00": "tif", b"MM\x00*": "tif", b"BM": "bmp",
    b"GIF8": "gif",
}  # fmt: skip
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|style)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_OLD_WEB = re.compile(rb"\s*(?:MIME-Version:|<\?xml.{0,400}<\?mso-application)", re.IGNORECASE | re.DOTALL)
# A control character that no text has; form feeds and the end of old DOS files do occur.
_BINARY = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_TEXT_NAMES = (".txt", ".md", ".text", ".csv", ".tsv")


def format_of(data: bytes, name: str) -> Format:
    """`name` decides only whether bytes that are text may be one: «» is the clipboard. Raises Refusal."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Refusal(EMPTY)
    if len(data) > _LARGEST:
        raise Refusal(TOO_LARGE)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "odt" if _ODT in data[:200] else "docx"
    if data.startswith(_OLE):
        return _of_ole(data)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(tuple(_IMAGES)):
        return "image"
    if _OLD_WEB.match(head):
        raise Refusal(OLD_WEB)
    if _PAGE.match(_narrow(head)):
        return "html"
    return _of_text(data, name)


def image_suffix(data: bytes) -> str:
    """«jpg» of a picture's bytes."""
    return next((suffix for start, suffix in _IMAGES.items() if data.startswith(start)), "png")


def text_of(data: bytes) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark, as Notepad saves «Unicode». Raises Refusal."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(NOT_UTF8) from None


def _narrow(head: bytes) -> bytes:
    """UTF-16 with its mark as ASCII, enough to see tags."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode("ascii", "replace")
    return head


def _of_ole(data: bytes) -> Format:
    if _ENCRYPTED in data:
        raise Refusal(ENCRYPTED)
    if _WORD not in data:
        raise Refusal(NO_TEXT_FILE)
    return "doc"


def _of_text(data: bytes, name: str) -> Format:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix and suffix not in _TEXT_NAMES:
        raise Refusal(NOT_AS_NAMED if suffix in (".docx", ".docm", ".doc", ".pdf", ".odt", ".rtf") else UNKNOWN)
    if _BINARY.search(text_of(data)):
        raise Refusal(UNKNOWN)
    return "text"
