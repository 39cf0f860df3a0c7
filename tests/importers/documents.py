"""Files as a clerk has them, made by program: docx from pieces of WordprocessingML, PDF from words and their places."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from bulletin.importers.programs import NoProgramError
from bulletin.importers.read_paper import read_paper
from bulletin.model.paper import Line, Paper, Refused, lines_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    f'xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def r(text: str, properties: str = "", tag: str = "t") -> str:
    """A run."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def p(*content: str, properties: str = "") -> str:
    """A paragraph; plain words are a run."""
    runs = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    inside = "".join(b if b.startswith("<") else p(b) for b in blocks)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def table(*rows: Sequence[str], borders: str = "") -> str:
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{inside}</w:tbl>"


def box(inside: str) -> str:
    """A run with a text box, and once more the same box for older programs."""
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def docx(
    *body: str, parts: Mapping[str, str] | None = None, raw: Mapping[str, bytes] | None = None, w: str = W
) -> bytes:
    """`parts` are others by name («styles», «numbering», «footnotes», «comments», «header1»), without their roots."""
    roots = {"comments": "comments", "footnotes": "footnotes", "endnotes": "endnotes", "header1": "hdr"}
    inside = "".join(b if b.startswith("<") else p(b) for b in body)
    xml = {"document": f"<w:document {NAMESPACES.format(w=w)}><w:body>{inside}</w:body></w:document>"}
    for name, text in (parts or {}).items():
        root = roots.get(name, name)
        xml[name] = f"<w:{root} {NAMESPACES.format(w=w)}>{text}</w:{root}>"
    kinds = {name: name.rstrip("1") for name in xml if name != "document"}
    links = "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/{kinds[n]}" Target="{n}.xml"/>' for n in kinds)
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{package}">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{links}</Relationships>',
        **{f"word/{name}.xml": text for name, text in xml.items()},
    }
    return zipped({**{name: text.encode() for name, text in files.items()}, **(raw or {})})


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def no_program(argv: tuple[str, ...], files: Mapping[str, bytes], makes: str, seconds: int) -> bytes:
    raise NoProgramError(argv[0])


def paper(data: bytes, name: str = "a.docx") -> Paper:
    """What is read, which must not be refused."""
    read = read_paper(data, name, run=no_program)
    assert isinstance(read, Paper), read
    return read


def refused(data: bytes, name: str = "a.docx") -> Refused:
    read = read_paper(data, name, run=no_program)
    assert isinstance(read, Refused)
    return read


def lines(data: bytes, name: str = "a.docx") -> list[Line]:
    return list(lines_of(paper(data, name).blocks))


def texts(data: bytes, name: str = "a.docx") -> list[str]:
    return [line.full_text for line in lines(data, name) if line.full_text.strip()]


# --- PDF -------------------------------------------------------------------------------------------------------------

WIDTH, HEIGHT, ADVANCE = 595, 842, 0.5  # each sign is half as wide as it is high


def pdf(
    *pages: Sequence[tuple[float, float, float, str]], stamps: Sequence[tuple[float, float, float, str]] = ()
) -> bytes:
    """Words as (x, y from above, size, text) on pages; `stamps` are annotations on the first. «*» at the beginning of a
    text makes it bold."""
    signs = sorted({c for page in [*pages, stamps] for *_, text in page for c in text})
    codes = {c: i + 33 for i, c in enumerate(signs)}
    assert len(codes) < 220
    unicode_ = "\n".join(f"<{code:02x}> <{c.encode('utf-16-be').hex()}>" for c, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        + "".join(f"1 beginbfchar\n{line}\nendbfchar\n" for line in unicode_.splitlines())
        + "endcmap end end"
    )
    widths = " ".join([str(int(ADVANCE * 1000))] * 223)
    objects: list[bytes] = []

    def add(text: str, stream: str | None = None) -> int:
        body = f"{text[:-2]} /Length {len(stream)} >>\nstream\n{stream}\nendstream" if stream is not None else text
        objects.append(body.encode("latin-1"))
        return len(objects)

    def words(content: Sequence[tuple[float, float, float, str]], height: float) -> str:
        shown = []
        for x, y, size, text in content:
            font, plain = ("F2", text[1:]) if text.startswith("*") else ("F1", text)
            data = "".join(f"{codes[c]:02x}" for c in plain)
            shown.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {height - y} Tm <{data}> Tj ET")
        return "\n".join(shown)

    to_unicode = add("<< >>", cmap)
    fonts = [
        add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FirstChar 33 /LastChar 255 /Widths [{widths}] "
            f"/ToUnicode {to_unicode} 0 R >>"
        )
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    resources = f"<< /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >>"
    notes = []
    for x, y, size, text in stamps:
        form = add(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 300 {size + 6}] /Resources {resources} >>",
            words([(0, size + 2, size, text)], size + 6),
        )
        notes.append(
            add(
                f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (s) /F 4 /Rect [{x} {HEIGHT - y - 4} {x + 300} {HEIGHT - y + size + 2}] "
                f"/AP << /N {form} 0 R >> >>"
            )
        )
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for number, content in enumerate(pages):
        stream = add("<< >>", words(content, HEIGHT))
        annots = f"/Annots [{' '.join(f'{n} 0 R' for n in notes)}]" if not number and notes else ""
        kids.append(
            add(
                f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources {resources} "
                f"/Contents {stream} 0 R {annots} >>"
            )
        )
    add(f"<< /Type /Pages /Kids [{' '.join(f'{k} 0 R' for k in kids)}] /Count {len(kids)} >>")
    root = add(f"<< /Type /Catalog /Pages {parent} 0 R >>")
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, data in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + data + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()
