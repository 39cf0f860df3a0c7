"""A file that may be handed out: the same paper without the names of those who wrote it.

A docx is put together anew without its properties, comments, custom data and marks of who saved what; one that holds
words nobody sees (deleted, hidden, comments in the text) is refused, for they would go out with it. A PDF keeps every
byte where it is signed, for a changed byte breaks the signature; else the names in it are overwritten with blanks.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from bulletin.importers.refusals import Refusal
from bulletin.importers.word.archive import open_archive
from bulletin.model.paper import Paper, Refused

OTHER_KIND = Refused(
    says="chỉ kèm được tệp .docx và .pdf", do="mở tệp bằng Word, lưu thành .docx hoặc PDF rồi nhập lại với --attach"
)
UNSEEN = Refused(
    says="tệp còn chữ mà người xem không thấy ({what}), ai tải về cũng mở ra được",
    do="trong Word chấp nhận hết các chỗ sửa, xoá lời bình và chữ ẩn; hoặc xuất ra PDF rồi kèm tệp PDF; hoặc nhập mà "
    "không có --attach",
)
_DROPPED = re.compile(
    r"""
    (?:docProps|customXml|\[trash\])/.* | .*/printerSettings/.*
    | .*/(?:comments\w*|people|vbaData)\.xml | .*/_rels/comments\w*\.xml\.rels | .*vbaProject.*
    """,
    re.VERBOSE,
)
_RSID = re.compile(rb'\sw:rsid\w*="[^"<>]*"|\sw14:(?:paraId|textId)="[^"<>]*"')
_RSIDS = re.compile(rb"<w:rsids>.*?</w:rsids>", re.DOTALL)
_COMMENT_MARKS = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\s[^<>]*/>")
_OVERRIDE = re.compile(rb'<Override\s[^<>]*PartName="/(?P<name>[^"<>]*)"[^<>]*/>')
_RELATION = re.compile(rb'<Relationship\s[^<>]*Target="(?P<name>[^"<>]*)"[^<>]*/>')
_WHEN = (1980, 1, 1, 0, 0, 0)
_NAMES = re.compile(rb"/(?:Author|Company|Manager|Creator)\s{0,3}\((?P<name>(?:[^()\\]|\\.){1,400})\)", re.DOTALL)
_HEX_NAMES = re.compile(rb"/(?:Author|Company|Manager|Creator)\s{0,3}<(?P<name>[0-9A-Fa-f\s]{2,800})>")
_XMP = re.compile(rb"<(?:dc:creator|pdf:Author|xmp:CreatorTool)>(?P<name>.{1,2000}?)</", re.DOTALL)
_UNSEEN = {"deleted": "chữ đã xoá", "moved": "chữ đã dời", "hidden": "chữ ẩn", "comments": "lời bình"}


def without_metadata(data: bytes, paper: Paper) -> bytes | Refused:
    """The bytes that may be handed out; `paper` is what they were read as."""
    if paper.kind == "pdf":
        return _pdf(data)
    if paper.kind != "docx":
        return OTHER_KIND
    unseen = [_UNSEEN[name] for name, _ in paper.left_out.counts() if name in _UNSEEN]
    if unseen:
        return Refused(says=UNSEEN.says.format(what=", ".join(unseen)), do=UNSEEN.do)
    try:
        return _docx(data)
    except Refusal as refusal:
        return refusal.refused


def _docx(data: bytes) -> bytes:
    archive = open_archive(data)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in _in_order(archive.zip.namelist()):
            part = archive.zip.read(name)
            if name.endswith((".xml", ".rels")):
                part = _cleaned(name, part)
            out.writestr(zipfile.ZipInfo(name, _WHEN), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _in_order(names: list[str]) -> Iterator[str]:
    """Those that stay, each once; Word wants the table of contents first."""
    first = "[Content_Types].xml"
    yield from (name for name in dict.fromkeys(names) if name == first)
    yield from (name for name in dict.fromkeys(names) if name != first and not _DROPPED.fullmatch(name))


def _cleaned(name: str, part: bytes) -> bytes:
    if name == "[Content_Types].xml":
        return _OVERRIDE.sub(lambda m: b"" if _DROPPED.fullmatch(m["name"].decode("utf-8", "replace")) else m[0], part)
    if name.endswith(".rels"):
        return _RELATION.sub(_kept, part)
    return _COMMENT_MARKS.sub(b"", _RSIDS.sub(b"", _RSID.sub(b"", part)))


def _kept(m: re.Match[bytes]) -> bytes:
    target = "x/" + m["name"].decode("utf-8", "replace").lstrip("/")
    gone = re.search(r"docProps/|customXml/|/(?:comments\w*|people)\.xml$|vbaProject|vbaData|printerSettings/", target)
    return b"" if gone else m[0]


def _pdf(data: bytes) -> bytes:
    if b"/ByteRange" in data:
        return data
    return _HEX_NAMES.sub(_hex_blanks, _XMP.sub(_blanks, _NAMES.sub(_blanks, data)))


def _blanks(m: re.Match[bytes]) -> bytes:
    """As many bytes; the tags around the name of an XMP list stay."""
    pieces = re.findall(rb"<[^<>]*>|[^<]+|<", m["name"])
    return m[0].replace(m["name"], b"".join(p if p.startswith(b"<") else b" " * len(p) for p in pieces), 1)


def _hex_blanks(m: re.Match[bytes]) -> bytes:
    blanks = b"20" * (len(m["name"]) // 2) + b" " * (len(m["name"]) % 2)
    return m[0].replace(m["name"], blanks, 1)
