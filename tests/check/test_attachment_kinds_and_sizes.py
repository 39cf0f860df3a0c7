"""Kinds of files that may be handed out: a list of what may, never of what may not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.check.attachment_kinds_and_sizes import KINDS
from tests.conftest import Ward
from tests.properties import examples

ALLOWED = ("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "csv", "txt", "zip", "rar", "7z",
    "jpg", "jpeg", "png", "webp", "gif", "mp3", "m4a", "mp4",
)  # fmt: skip
REFUSED = (
    "php", "phtml", "php5", "phar", "xsd", "shtm", "shtml", "asp", "aspx", "jsp", "cgi", "pl", "py", "exe", "apk", "bat",
    "js", "mjs", "css", "htm", "html", "xhtml", "svg", "svgz", "xml", "xsl", "mht", "swf", "wasm", "json", "ics", "vcf",
    "docm", "xlsm", "gz", "heic", "jfif", "tiff", "dwg", "mov", "htaccess", "md", "url", "lnk", "eml",
)  # fmt: skip


# Said in words, so that nothing is told of pictures.
TEXT = "UBND phường thông báo tạm ngừng cấp nước để sửa đường ống, đề nghị bà con dự trữ nước dùng."


def test_the_list() -> None:
    assert sorted(KINDS) == sorted(ALLOWED)


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return out.getvalue()


REAL = {
    "pdf": b"%PDF-1.4\n",
    **dict.fromkeys(("doc", "xls", "ppt"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "docx": packed("[Content_Types].xml", "word/document.xml"),
    "xlsx": packed("[Content_Types].xml", "xl/workbook.xml"),
    "pptx": packed("[Content_Types].xml", "ppt/presentation.xml"),
    **dict.fromkeys(("odt", "ods", "odp"), packed("mimetype")),
    "rtf": b"{\\rtf1",
    "csv": b"a;b\n",
    "txt": "chữ".encode(),
    "zip": packed("a"),
    "rar": b"Rar!\x1a\x07\x01\x00",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "jpg": b"\xff\xd8\xff\xe0",
    "jpeg": b"\x89PNG\r\n\x1a\n",
    "png": b"\x89PNG\r\n\x1a\n",
    "webp": b"RIFFxxxxWEBP",
    "gif": b"GIF89a",
    "mp3": b"ID3",
    **dict.fromkeys(("m4a", "mp4"), b"\0\0\0\x20ftypisom"),
}


def test_what_may_be_handed_out_is(ward: Ward) -> None:
    names = [f"{stem}.{ending}" for ending in ALLOWED for stem in (f"Mẫu {ending} (1)", f"MAU.php-{ending}")]
    for name in names:
        ward.write(f"files/{name}", REAL[name.rpartition(".")[2]])
    ward.notice("a", TEXT, attachments=str([f"files/{name}" for name in names]))
    assert ward.codes() == []
    there = {path for path in ward.files() if path.startswith("files/")}
    assert there == {f"files/{stem}.{e}" for e in ALLOWED for stem in (f"mau-{e}-1", f"mau-php-{e}")}


@settings(examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(REFUSED),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.sampled_from(["a.", "a.pdf.", "Mẫu 1."]),
    st.integers(0, 2),
)
def test_what_is_not_on_the_list_is_refused_however_it_is_handed_out(
    ward: Ward, ending: str, case, stem: str, way: int
) -> None:  # type: ignore[no-untyped-def] # str methods
    for old in ward.content.glob("files/*"):
        old.unlink()
    name = f"{stem}{case(ending)}"
    ward.write(f"files/{name}", "x")
    body = {0: "Việc.", 1: f"[x](</files/{name}>)", 2: f"![x](</files/{name}>)"}[way]
    ward.notice("a", body, **({"attachments": f"['files/{name}']"} if way == 0 else {}))
    built = ward.build()
    assert built.failed
    assert {p.code for p in built.problems} <= {"attachment-kind", "attachment-active", "link-broken"}
    assert not any(path.startswith("files/") for path in built.files)


@pytest.mark.parametrize("ending", sorted(set(ALLOWED) - {"txt", "csv"}))
@pytest.mark.parametrize("inside", ["<html><body>", "<!DOCTYPE html>\n<p>", "\ufeff\n <script>", "<?php echo 1;", "<?xml version='1.0'?><svg>", "<svg xmlns=''>", "#!/bin/sh\n"])  # fmt: skip
def test_a_page_in_disguise_is_refused(ward: Ward, ending: str, inside: str) -> None:
    ward.write(f"files/a.{ending}", inside)
    ward.notice("a", TEXT, attachments=f"[files/a.{ending}]")
    assert ward.codes() == ["attachment-disguised"]


def test_what_nobody_hands_out_is_not_looked_into(ward: Ward) -> None:
    ward.write("files/a.pdf", "<html>")
    ward.write("files/b.php", "x")
    ward.notice("a")
    assert ward.codes() == ["file-unused", "file-unused"]
