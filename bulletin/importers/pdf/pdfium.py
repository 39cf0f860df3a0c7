"""The door to pypdfium2: bytes of a PDF → pages of signs, or pictures of its pages for a machine that reads.

It runs no script of a PDF and opens none of its files; both are counted.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from bulletin.importers.pdf.glyphs import Glyph, Page, Rule
from bulletin.importers.pdf.limits import check_streams
from bulletin.importers.refusals import DAMAGED, ENCRYPTED, NO_PDF_READER, TOO_MANY_PAGES, Refusal

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 200
_MOST_SIGNS = 500_000  # of all pages; a full one has three thousand
_MOST_THINGS = 50_000  # pictures and drawn lines of a page
_LINE = 1.1  # height of a line, of its size
_HYPHEN = 2  # what pdfium gives for a hyphen at the end of a row
_THIN = 3.0  # points: what is no thicker is a ruled line
_BOLD, _ITALIC = 1 << 18, 1 << 6  # of a font's flags (PDF 32000-1, table 123)


@dataclass(frozen=True, slots=True)
class Pdf:
    pages: tuple[Page, ...]
    attachments: int
    scripts: int


def read_pages(data: bytes) -> Pdf:
    """Every page, with what annotations show. Raises Refusal."""
    pdfium, raw = _library()
    check_streams(data)
    document = _open(pdfium, data)
    try:
        scripts = max(raw.FPDFDoc_GetJavaScriptActionCount(document), 0)
        attachments = max(document.count_attachments(), 0)
        if sum(page.get_textpage().count_chars() for page in document) > _MOST_SIGNS:
            raise Refusal(TOO_MANY_PAGES)
        plain: list[frozenset[tuple[str, int, int]] | None] = [
            _places(document, raw, i) if _annotated(document, raw, i) else None for i in range(len(document))
        ]
        if any(places is not None for places in plain):
            document = _flattened(pdfium, raw, document, plain)
        pages = tuple(_page(document, raw, i, before) for i, before in enumerate(plain))
        return Pdf(pages, attachments, scripts)
    except (pdfium.PdfiumError, OSError, ValueError):
        raise Refusal(DAMAGED) from None
    finally:
        document.close()


def pictures_of_pages(data: bytes, dpi: int) -> Iterator[tuple[bytes, float, float]]:
    """(picture in shades of grey as PGM, width and height of the page in points), page by page. Raises Refusal."""
    pdfium, _ = _library()
    document = _open(pdfium, data)
    try:
        for page in document:
            # A page of a metre would be a picture of a hundred megabytes.
            scale = min(dpi / 72, 5000 / max(page.get_width(), page.get_height(), 1))
            bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=True)
            rows = memoryview(bytes(bitmap.buffer))
            lines = b"".join(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
            yield b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + lines, page.get_width(), page.get_height()
    except (pdfium.PdfiumError, OSError, ValueError):
        raise Refusal(DAMAGED) from None
    finally:
        document.close()


def _library() -> tuple[Any, Any]:
    try:
        import pypdfium2
        from pypdfium2 import raw
    except ImportError:
        raise Refusal(NO_PDF_READER) from None
    return pypdfium2, raw


def _open(pdfium: Any, data: bytes) -> PdfDocument:
    try:
        document: PdfDocument = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Refusal(ENCRYPTED if "password" in str(error).lower() else DAMAGED) from None
    if not 0 < len(document) <= MOST_PAGES:
        document.close()
        raise Refusal(TOO_MANY_PAGES if len(document) else DAMAGED)
    return document


def _annotated(document: PdfDocument, raw: Any, number: int) -> bool:
    return bool(raw.FPDFPage_GetAnnotCount(document[number]) > 0)


def _flattened(
    pdfium: Any, raw: Any, document: PdfDocument, plain: list[frozenset[tuple[str, int, int]] | None]
) -> PdfDocument:
    """The same document, its annotations pressed into their pages: pdfium sees them there only when it reads anew."""
    for i, places in enumerate(plain):
        if places is not None:
            raw.FPDFPage_Flatten(document[i], raw.FLAT_PRINT)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return _open(pdfium, buffer.getvalue())


def _places(document: PdfDocument, raw: Any, number: int) -> frozenset[tuple[str, int, int]]:
    """Signs of a page and where they stand, to know them again."""
    return frozenset(_key(glyph) for glyph in _glyphs(document[number], raw, None))


def _key(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.text, round(glyph.left), round(glyph.bottom)


def _page(document: PdfDocument, raw: Any, number: int, before: frozenset[tuple[str, int, int]] | None) -> Page:
    page = document[number]
    width, height = page.get_width(), page.get_height()
    rules: list[Rule] = []
    picture = 0.0
    for thing in islice(page.get_objects(max_depth=3), _MOST_THINGS):
        if thing.type not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        left, bottom, right, top = thing.get_bounds()
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            picture += max(right - left, 0) * max(top - bottom, 0)
        else:
            rules += _rules(left, height - top, right, height - bottom, _is_stroked(raw, thing))
    share = min(picture / (width * height or 1), 1.0)
    return Page(width, height, tuple(_glyphs(page, raw, before)), tuple(rules), share)


def _is_stroked(raw: Any, path: Any) -> bool:
    """Whether its outline is drawn; what is only filled is a shade behind words."""
    fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value)


def _rules(left: float, top: float, right: float, bottom: float, stroked: bool) -> Iterator[Rule]:
    """Of a thin thing itself, of a frame its sides."""
    if min(right - left, bottom - top) <= _THIN:
        yield Rule(left, top, right, bottom)
    elif stroked and right - left > 15 and bottom - top > 8:
        yield from (Rule(left, y, right, y) for y in (top, bottom))
        yield from (Rule(x, top, x, bottom) for x in (left, right))


def _glyphs(page: Any, raw: Any, before: frozenset[tuple[str, int, int]] | None) -> Iterator[Glyph]:
    """The signs of a page, and blanks that pdfium sees between words where none is drawn; not its ends of lines."""
    text = page.get_textpage()
    height = page.get_height()
    fonts: dict[tuple[str, int], tuple[str, bool, bool]] = {}
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    last: Glyph | None = None
    for i in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, i)
        code = 0x2D if code == _HYPHEN else code
        if not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000:
            continue
        if raw.FPDFText_IsGenerated(text, i) == 1:
            if last is not None and code == 0x20:
                yield replace(last, text=" ", left=(last.left + last.right) / 2)
            continue
        if not raw.FPDFText_GetLooseCharBox(text, i, box):
            continue
        raw.FPDFText_GetFontInfo(text, i, name, 128, flags)
        key = (name.value.decode("utf-8", "replace"), flags.value)
        font = fonts.get(key) or fonts.setdefault(key, _font(*key))
        raw.FPDFText_GetMatrix(text, i, matrix)
        size = raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
        foot = height - box.bottom
        # The box of a sign is as high as the sign; all of a font shall be equally high.
        last = Glyph(chr(code), box.left, foot - _LINE * size, box.right, foot, size, font[1], font[2], font[0])
        if before is not None and _key(last) not in before:
            last = replace(last, stamped=True)
        yield last


def _font(name: str, flags: int) -> tuple[str, bool, bool]:
    """(its name without the mark of a subset, bold, italic)."""
    plain = name[7:] if name[6:7] == "+" else name
    low = plain.lower()
    return (
        plain,
        bool(flags & _BOLD) or any(word in low for word in ("bold", "black", "heavy")),
        bool(flags & _ITALIC) or any(word in low for word in ("italic", "oblique")),
    )
