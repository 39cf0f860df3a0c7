"""What is found in files that are handed out: photos, office documents and PDFs as programs write them."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin

from bulletin.attached import look
from bulletin.model.attached import Attached
from bulletin.model.source import Asset
from tests.properties import examples

GPS = "toạ độ nơi chụp (GPS)"


def looked(folder: Path, data: bytes) -> Attached:
    disk = folder / "tep"
    disk.write_bytes(data)
    return look(Asset(path="files/tep", disk=disk, size=len(data), sha256=hashlib.sha256(data).hexdigest()))


def photo(kind: str, *, place: bool = False, author: str = "") -> bytes:
    exif = Image.Exif()
    if place:
        exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 2.0, 0.0)
        exif[ExifTags.IFD.GPSInfo] = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if author:
        exif[ExifTags.Base.Artist] = author
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photos_tell_where_and_by_whom(tmp_path: Path, kind: str) -> None:
    assert looked(tmp_path, photo(kind)) == Attached(contents=kind.lower())
    assert looked(tmp_path, photo(kind, place=True)).traces == (GPS,)
    assert looked(tmp_path, photo(kind, author="Nguyen Thu")).traces == ("tên người chụp «Nguyen Thu»",)
    assert looked(tmp_path, photo(kind, author="Canva")).traces == ()


def test_texts_of_png_and_xmp_count_too(tmp_path: Path) -> None:
    out, said = io.BytesIO(), PngImagePlugin.PngInfo()
    said.add_text("Author", "Người vẽ")
    said.add_itxt("XML:com.adobe.xmp", "<x><exif:GPSLatitude>21,2N</exif:GPSLatitude></x>")
    Image.new("RGB", (8, 8)).save(out, "PNG", pnginfo=said)
    assert set(looked(tmp_path, out.getvalue()).traces) == {GPS, "tên người chụp «Người vẽ»"}


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def office(**parts: str) -> bytes:
    return archive(**{"[Content_Types].xml": "<Types/>", **parts})


CORE = "<cp:coreProperties xmlns:dc='x'><dc:creator>{}</dc:creator><cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"


@pytest.mark.parametrize(
    ("data", "contents", "traces"),
    [
        (office(**{"word/document.xml": "<w:p/>", "docProps/core.xml": CORE.format("Admin", "DELL")}), "word", ()),
        (
            office(**{"word/document.xml": "<w:p/>", "docProps/core.xml": CORE.format("Bà A &amp; B", "Ông C")}),
            "word",
            ("tên tác giả «Bà A & B»", "tên người sửa cuối «Ông C»"),
        ),
        (
            office(
                **{
                    "word/document.xml": '<w:ins w:id="1"/><w:del w:id="2"></w:del><w:instrText>x</w:instrText>',
                    "word/comments.xml": '<w:comments><w:comment w:id="0"/></w:comments>',
                    "docProps/app.xml": "<Properties><Company>Công ty X</Company></Properties>",
                }
            ),
            "word",
            ("tên cơ quan «Công ty X»", "2 chỗ sửa còn giữ lại (Track Changes)", "1 lời bình (Comment)"),
        ),
        (
            office(**{"xl/workbook.xml": '<sheet name="a" state="hidden"/><sheet name="b"/>', "xl/comments1.xml": '<comment ref="A1"/>'}),
            "excel",
            ("1 lời bình (Comment)", "1 trang tính bị ẩn"),
        ),
        (office(**{"ppt/presentation.xml": "", "ppt/comments/comment1.xml": '<p:cm idx="1"/>'}), "powerpoint", ("1 lời bình (Comment)",)),
        (office(**{"word/document.xml": "", "word/vbaProject.bin": "x"}), "word", ("1 chương trình chạy trong tệp (macro)",)),
        (
            archive(
                mimetype="application/vnd.oasis.opendocument.text",
                **{
                    "meta.xml": "<meta:initial-creator>Bà A</meta:initial-creator><dc:creator>Ông C</dc:creator>",
                    "content.xml": '<text:changed-region text:id="1"></text:changed-region><office:annotation office:name="1"/>',
                },
            ),
            "opendocument",
            ("tên tác giả «Bà A»", "tên người sửa cuối «Ông C»", "1 chỗ sửa còn giữ lại (Track Changes)", "1 lời bình (Comment)"),
        ),
        (archive(**{"a.txt": "x"}), "zip", ()),
        (b"PK\x03\x04" + b"x" * 50, "damaged", ()),
    ],
)  # fmt: skip
def test_documents_tell_who_wrote_them_and_what_was_left(
    tmp_path: Path, data: bytes, contents: str, traces: tuple[str, ...]
) -> None:
    assert looked(tmp_path, data) == Attached(contents=contents, traces=traces)


PACKED = zlib.compress(b"1 0 <</Author(B\\303\\240 A)/Producer(x)>>")
AUTHOR = ("tên tác giả «Bà A»",)


@pytest.mark.parametrize(
    ("inside", "traces"),
    [
        (b"1 0 obj <</Producer (Word)>> endobj", ()),
        (b"1 0 obj <</Author (Admin)>> endobj", ()),
        (b"1 0 obj <</Author (B\xc3\xa0 A) /Creator (x)>> endobj", AUTHOR),
        (b"<</Author<FEFF0042" + b"00E0" + b"0020 0041>>>", AUTHOR),
        (b"<</Author(\xfe\xff\0B\0\xe0\0 \0A)>>", AUTHOR),
        (b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 9>>stream\r\n" + PACKED + b"\nendstream", AUTHOR),
        (b"<</Type/ObjStm/Filter/FlateDecode/DecodeParms<</Columns 4>>/Length 9>>\nstream\nxx\nendstream", ()),
        ("<dc:creator><rdf:Seq><rdf:li>Bà A</rdf:li></rdf:Seq></dc:creator>".encode(), AUTHOR),
        (
            b"<</Type/Annot/Subtype/Text/Contents(x)>> <</Subtype /Highlight>> <</Subtype/TextField>>",
            ("2 ghi chú, chỗ tô (Comment)",),
        ),
        (b"<</Type/EmbeddedFile>>", ("tệp khác gói bên trong",)),
        (b"<</Company(S\xe1\xbb\x9f X)>>", ("tên cơ quan «Sở X»",)),
    ],
)
def test_pdfs_tell_who_made_them(tmp_path: Path, inside: bytes, traces: tuple[str, ...]) -> None:
    assert looked(tmp_path, b"%PDF-1.7\n" + inside) == Attached(contents="pdf", traces=traces)


def test_a_pdf_of_a_program_that_is_not_ours(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PDF", author="Trần Thử")
    assert looked(tmp_path, out.getvalue()).traces == ("tên tác giả «Trần Thử»",)


WHOLE = [
    photo("JPEG", place=True, author="x" * 30),
    photo("PNG", place=True),
    photo("WEBP", author="y"),
    office(**{"word/document.xml": "<w:ins />", "docProps/core.xml": CORE.format("a", "b")}),
    b"%PDF-1.7\n<</Author(\\(\\777\\)>> /ObjStm>>stream\n" + PACKED,
]


@settings(examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(WHOLE), st.data())
def test_nothing_that_is_damaged_is_an_error(tmp_path: Path, whole: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=20))
    at = data.draw(st.integers(0, len(whole)))
    looked(tmp_path, whole[:cut])
    looked(tmp_path, whole[:at] + noise + whole[at + len(noise) :])
    looked(tmp_path, whole[:4] + noise)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    import tracemalloc

    bomb = office(**{"word/document.xml": " " * 80_000_000})
    assert len(bomb) < 100_000
    tracemalloc.start()
    assert looked(tmp_path, bomb).contents == "word"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000
