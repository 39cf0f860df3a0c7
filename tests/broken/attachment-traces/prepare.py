"""A document with its maker's name and a change that nobody has accepted, and a PDF made of one."""

import zipfile
from pathlib import Path


def prepare(root: Path) -> None:
    folder = root / "content/files"
    folder.mkdir()
    with zipfile.ZipFile(folder / "mau-don.docx", "w") as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr("docProps/core.xml", "<cp:coreProperties><dc:creator>Người soạn</dc:creator></cp:coreProperties>")
        out.writestr("word/document.xml", '<w:document><w:ins w:id="1"><w:t>thêm</w:t></w:ins></w:document>')
    (folder / "phu-luc.pdf").write_bytes(b"%PDF-1.4\n1 0 obj <</Author (Nguoi soan)>> endobj\n")
