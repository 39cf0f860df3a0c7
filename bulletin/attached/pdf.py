"""Who made a PDF, and what was left in it (ISO 32000-1, 14.3): its Info, its XMP, its notes.

Looked for in the bytes and in packed objects, not parsed; a PDF that is encrypted keeps its secret.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from bulletin.attached.personal_names import counted, told

_MOST = 64_000_000  # bytes of a file that are looked at
_PACKED, _EACH = 200, 2_000_000  # packed groups of objects that are opened, and how far

_OBJECTS = re.compile(rb"/ObjStm\b[^<>]{0,300}(?:<<[^<>]*>>[^<>]{0,100})?>>\s{0,3}stream\r?\n")
_NAMED = re.compile(
    rb"/(Author|Company|Manager)\s{0,3}(?:\(((?:[^()\\]|\\.){1,400})\)|<([0-9A-Fa-f\s]{2,800})>)", re.DOTALL
)
_XMP = re.compile(
    rb"<dc:creator>\s{0,200}<rdf:(?:Seq|Bag|Alt)>((?:\s{0,200}<rdf:li(?:\s[^<>]{0,100})?>[^<]{0,200}</rdf:li>){1,20})"
)
_ITEM = re.compile(rb">([^<>]+)</rdf:li>")
_NOTE = re.compile(rb"/Subtype\s{0,3}/(?:Text|Highlight|StrikeOut|Caret|FreeText)\b")
_WHAT = {b"Author": "tên tác giả", b"Company": "tên cơ quan", b"Manager": "tên người quản lý"}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}


def pdf_traces(file: BinaryIO) -> tuple[str, ...]:
    """What stands behind the first 64 MB is not read."""
    file.seek(0)
    return tuple(_traces(file.read(_MOST)))


def _traces(data: bytes) -> Iterator[str]:
    texts = [data, *_unpacked(data)]
    for text in texts if b"/Encrypt" not in data else ():
        for m in _NAMED.finditer(text):
            yield from told(_WHAT[m[1]], _string(m[2], m[3]))
    for m in _XMP.finditer(data):
        for item in _ITEM.finditer(m[1]):
            yield from told("tên tác giả", item[1].decode("utf-8", "replace"))
    yield from counted(sum(1 for text in texts for _ in _NOTE.finditer(text)), "ghi chú, chỗ tô (Comment)")
    if any(re.search(rb"/Type\s{0,3}/EmbeddedFile\b", text) for text in texts):
        yield "tệp khác gói bên trong"


def _unpacked(data: bytes) -> Iterator[bytes]:
    for _, m in zip(range(_PACKED), _OBJECTS.finditer(data), strict=False):
        try:
            yield zlib.decompressobj().decompress(data[m.end() : m.end() + _EACH], _EACH)
        except zlib.error:  # packed in another way
            continue


def _string(literal: bytes | None, digits: bytes | None) -> str:
    if literal is not None:
        said = _ESCAPE.sub(_sign, literal)
    else:
        even = b"".join((digits or b"").split())
        said = bytes.fromhex((even + b"0" * (len(even) % 2)).decode())
    if said.startswith(b"\xfe\xff"):
        return said[2:].decode("utf-16-be", "replace")
    if said.startswith(b"\xff\xfe"):
        return said[2:].decode("utf-16-le", "replace")
    try:
        return said.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        return said.decode("latin-1")


def _sign(m: re.Match[bytes]) -> bytes:
    if m[1][:1].isdigit():
        return bytes([int(m[1], 8) & 255])
    return b"" if m[1].endswith(b"\n") else _SIGNS.get(m[1], m[1])
