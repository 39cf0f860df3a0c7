"""Files of Word for tests, made by program: the least that Word opens."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)


def run(text: str, *, bold: bool = False, hidden: bool = False) -> str:
    looks = ("<w:b/>" if bold else "") + ("<w:vanish/>" if hidden else "")
    return f'<w:r w:rsidR="00AB12CD"><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, bold: bool = False, centred: bool = False) -> str:
    """`runs` are texts, or runs that are made already."""
    inside = "".join(one if one.startswith("<") else run(one, bold=bold) for one in runs)
    return (
        f"<w:p><w:pPr>{'<w:jc w:val=' + chr(34) + 'center' + chr(34) + '/>' if centred else ''}</w:pPr>{inside}</w:p>"
    )


def table(*rows: Sequence[Sequence[str]], ruled: bool = True) -> str:
    """Rows of cells of paragraphs."""
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    borders = f"<w:tblBorders>{sides if ruled else ''}</w:tblBorders>"
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{chr(10).join(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{cells}</w:tbl>"


def deleted(text: str) -> str:
    return f'<w:del w:author="X"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def docx(*blocks: str, author: str = "", comment: str = "") -> bytes:
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(blocks)}</w:body></w:document>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{author}</dc:creator></cp:coreProperties>",
    }
    if comment:
        parts["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="c1" Type="{_R}/comments" Target="comments.xml"/>'
            "</Relationships>"
        )
        parts["word/comments.xml"] = (
            f'<w:comments {_W}><w:comment w:id="0" w:author="X">{paragraph(comment)}</w:comment></w:comments>'
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


MOTTOS = [
    paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
    paragraph("Độc lập - Tự do - Hạnh phúc", bold=True),
]


def power_cut(
    number: str = "Số: 45/TB-UBND", day: str = "Thử, ngày 10 tháng 11 năm 2025", *more: str
) -> tuple[str, ...]:
    """A whole notice: letterhead, numbered points, a table of areas and hours, recipients, signature."""
    return (
        table(
            [
                [paragraph("ỦY BAN NHÂN DÂN", bold=True), paragraph("PHƯỜNG THỬ", bold=True), paragraph(number)],
                [*MOTTOS, paragraph(day)],
            ],
            ruled=False,
        ),
        paragraph("THÔNG BÁO", bold=True, centred=True),
        paragraph("Về việc tạm ngừng cung cấp điện", bold=True, centred=True),
        paragraph("Ủy ban nhân dân phường thông báo lịch tạm ngừng cung cấp điện như sau:"),
        paragraph("1. Thời gian: ngày 15/11/2025."),
        paragraph("2. Khu vực và giờ:"),
        table(
            [[paragraph("STT", bold=True)], [paragraph("Khu vực", bold=True)], [paragraph("Giờ", bold=True)]],
            [[paragraph("1")], [paragraph("Tổ 1, tổ 2")], [paragraph("7h30 - 9h00")]],
            [[paragraph("2")], [paragraph("Tổ 5 (ngõ 3*4)")], [paragraph("9h00 - 11h00")]],
        ),
        *more,
        paragraph("Đề nghị các hộ dân chủ động sắp xếp sinh hoạt./."),
        table(
            [
                [paragraph("Nơi nhận:"), paragraph("- Như trên;"), paragraph("- Lưu: VT, KT.Bình")],
                [paragraph("TM. ỦY BAN NHÂN DÂN"), paragraph("CHỦ TỊCH"), paragraph("Nguyễn Văn Mẫu")],
            ],
            ruled=False,
        ),
    )
