"""The words of a PDF, where pypdfium2 is there (an extra, `[import]`) and the PDF holds text: a scan holds none."""

from __future__ import annotations

from typing import BinaryIO

_MOST = 64_000_000  # bytes
_PAGES = 200


def pdf_words(file: BinaryIO) -> str:
    """ "" for a PDF that cannot be read, is encrypted or is a picture of paper."""
    try:
        from pypdfium2 import PdfDocument

        document = PdfDocument(file.read(_MOST))
        try:
            pages = range(min(len(document), _PAGES))
            return "\n\n".join(document[page].get_textpage().get_text_bounded() for page in pages).replace("\r", "")
        finally:
            document.close()
    except Exception:
        return ""
