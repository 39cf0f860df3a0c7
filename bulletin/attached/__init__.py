"""Beside stage 2, Asset → Attached: looks into the files that are handed out. Reads, and believes nothing.

Never told: what old DOC, XLS and PPT files, sounds and films say of their makers; what stands inside an encrypted PDF.
Nor are words read of those, of scans and other pictures, of RTF and of packed files.

Here: bytes of one file → Attached, and its words. Not here: which kinds may be handed out and what is told of them
(`check/attachment_kinds_and_sizes.py`).
"""

from __future__ import annotations

from bulletin.attached.contents import contents_of
from bulletin.attached.office import office_traces
from bulletin.attached.office_words import office_words
from bulletin.attached.pdf import pdf_traces
from bulletin.attached.pdf_words import pdf_words
from bulletin.attached.photos import photo_traces
from bulletin.disk import open_asset
from bulletin.model.attached import Attached
from bulletin.model.source import Asset

_TRACES = {
    **dict.fromkeys(("jpeg", "png", "webp"), photo_traces),
    **dict.fromkeys(("word", "excel", "powerpoint", "opendocument"), office_traces),
    "pdf": pdf_traces,
}


_OFFICE = ("word", "excel", "powerpoint", "opendocument")
_PLAIN = (".txt", ".csv")
_MOST = 4_000_000  # bytes of a plain text


def words_of(asset: Asset) -> str:
    """All that can be read in it; never fails, "" where nothing can."""
    try:
        with open_asset(asset) as file:
            contents = contents_of(file)
            file.seek(0)
            if contents in _OFFICE:
                return office_words(file)
            if contents == "pdf":
                return pdf_words(file)
            return file.read(_MOST).decode("utf-8", "replace") if asset.path.lower().endswith(_PLAIN) else ""
    except OSError:
        return ""


def look(asset: Asset) -> Attached:
    """Never fails: what cannot be read has no traces."""
    try:
        with open_asset(asset) as file:
            contents = contents_of(file)
            traces = _TRACES[contents](file) if contents in _TRACES else ()
    except OSError:  # it is gone, or no plain file any more: writing will tell
        return Attached(contents="")
    return Attached(contents=contents, traces=tuple(dict.fromkeys(traces)))
