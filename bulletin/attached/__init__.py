"""Beside stage 2, Asset → Attached: looks into the files that are handed out. Reads, and believes nothing.

Never told: what old DOC, XLS and PPT files, sounds and films say of their makers; what stands inside an encrypted PDF.
"""

from __future__ import annotations

from bulletin.attached.contents import contents_of
from bulletin.attached.office import office_traces
from bulletin.attached.pdf import pdf_traces
from bulletin.attached.photos import photo_traces
from bulletin.model.attached import Attached
from bulletin.model.source import Asset

_TRACES = {
    **dict.fromkeys(("jpeg", "png", "webp"), photo_traces),
    **dict.fromkeys(("word", "excel", "powerpoint", "opendocument"), office_traces),
    "pdf": pdf_traces,
}


def look(asset: Asset) -> Attached:
    """Never fails: what cannot be read has no traces."""
    contents = contents_of(asset.disk)
    traces = _TRACES[contents](asset.disk) if contents in _TRACES else ()
    return Attached(contents=contents, traces=tuple(dict.fromkeys(traces)))
