"""Bytes → Paper, whatever they are, or why not."""

from __future__ import annotations

from bulletin.importers.convert import DPI, as_docx, read_picture
from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.pdf.pdfium import pictures_of_pages, read_pages
from bulletin.importers.pdf.read_pdf import is_read_by_machine, is_scan, paper_of
from bulletin.importers.programs import RunProgram
from bulletin.importers.refusals import EMPTY, PICTURE, SCAN, TOO_MANY_PAGES, Refusal
from bulletin.importers.sniff import format_of, image_suffix
from bulletin.importers.text import read_text
from bulletin.importers.web.read_html import read_html
from bulletin.importers.word.read_docx import read_docx
from bulletin.knowledge import legacy_fonts
from bulletin.model.paper import LeftOut, Paper, Refused, words_of

_A4 = (595.0, 842.0)  # points
_MOST_SCANNED = 40  # pages: three seconds each


def read_paper(data: bytes, name: str = "", *, run: RunProgram, ocr: bool = False) -> Paper | Refused:
    """`name` is that of the file («» for text from the clipboard), `run` starts LibreOffice or tesseract where they
    are needed (`programs.run_program`), `ocr`: pictures may be read by machine. Never raises for what `data` holds.
    """
    try:
        paper = _read(data, name, run, ocr)
    except Refusal as refusal:
        return refusal.refused
    return paper if words_of(paper) else EMPTY


def _read(data: bytes, name: str, run: RunProgram, ocr: bool) -> Paper:
    fonts = LegacyFonts(legacy_fonts())
    match format_of(data, name):
        case "text":
            return read_text(data)
        case "html":
            return read_html(data, fonts)
        case "docx":
            return read_docx(data, fonts)
        case "doc" | "rtf" | "odt" as kind:
            return read_docx(as_docx(data, kind, run), fonts, kind)
        case "pdf":
            return _pdf(data, fonts, run, ocr)
        case "image":
            if not ocr:
                raise Refusal(PICTURE)
            # How wide the paper was nobody knows: A4, as all papers are.
            return paper_of([read_picture(data, f"anh.{image_suffix(data)}", *_A4, run)], fonts, "ocr")


def _pdf(data: bytes, fonts: LegacyFonts, run: RunProgram, ocr: bool) -> Paper:
    """A PDF with text; of a scan what a machine reads, if it may."""
    pdf = read_pages(data)
    left_out = LeftOut(attachments=pdf.attachments, scripts=pdf.scripts)
    if not is_scan(pdf.pages):
        return paper_of(pdf.pages, fonts, "ocr" if is_read_by_machine(pdf.pages) else "pdf", left_out)
    if not ocr:
        raise Refusal(SCAN)
    if len(pdf.pages) > _MOST_SCANNED:
        raise Refusal(TOO_MANY_PAGES)
    pages = [
        read_picture(picture, f"trang-{number}.pgm", width, height, run)
        for number, (picture, width, height) in enumerate(pictures_of_pages(data, DPI), 1)
    ]
    return paper_of(pages, fonts, "ocr", left_out)
