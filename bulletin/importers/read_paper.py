"""Bytes → Paper, whatever they are, or why not."""

from __future__ import annotations

from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.pdf.pdfium import read_pages
from bulletin.importers.pdf.read_pdf import is_scan, paper_of
from bulletin.importers.programs import RunProgram
from bulletin.importers.refusals import EMPTY, SCAN, UNKNOWN, Refusal
from bulletin.importers.sniff import Format, format_of
from bulletin.importers.text import read_text
from bulletin.importers.word.read_docx import read_docx
from bulletin.knowledge import legacy_fonts
from bulletin.model.paper import LeftOut, Paper, Refused, words_of


def read_paper(data: bytes, name: str = "", *, run: RunProgram, ocr: bool = False) -> Paper | Refused:
    """`name` is that of the file («» for text from the clipboard), `run` starts LibreOffice or tesseract where they
    are needed (`programs.run_program`), `ocr`: pictures may be read by machine. Never raises for what `data` holds.
    """
    try:
        paper = _read(format_of(data, name), data, run, ocr)
    except Refusal as refusal:
        return refusal.refused
    return paper if words_of(paper) else EMPTY


def _read(format_: Format, data: bytes, run: RunProgram, ocr: bool) -> Paper:  # noqa: ARG001 - readers are to come
    match format_:
        case "text":
            return read_text(data)
        case "pdf":
            return _pdf(data, ocr)
        case "zip":
            return read_docx(data, LegacyFonts(legacy_fonts()))
        case _:
            raise Refusal(UNKNOWN)


def _pdf(data: bytes, ocr: bool) -> Paper:  # noqa: ARG001
    pdf = read_pages(data)
    if is_scan(pdf.pages):
        raise Refusal(SCAN)
    return paper_of(
        pdf.pages, LegacyFonts(legacy_fonts()), "pdf", LeftOut(attachments=pdf.attachments, scripts=pdf.scripts)
    )
