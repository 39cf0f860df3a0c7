"""What a paper says → the text of a draft, and the names that its file may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath

from bulletin.draft import file_names, filled_draft, one_line
from bulletin.model.imported import Doubt, Imported

_UNTITLED = "van-ban-nhap"


def draft_text(imported: Imported, files: Sequence[tuple[str, str]] = ()) -> str:
    """The draft of a paper; `files` are attachments that lie in `content/`: (path from there, title)."""
    fields = imported.fields
    values: dict[str, object] = {
        "title": fields.title,
        "number": fields.number,
        "date": fields.day or "",
        "issuer": fields.issuer,
        "place": fields.place,
        # Where number and printed type contradict each other, the site could show neither: the editor decides.
        "type": "" if fields.symbol and any(doubt.field == "type" for doubt in imported.doubts) else fields.type,
        "urgency": fields.urgency,
        "signer": {"authority": fields.authority[:3], "role": fields.role, "name": fields.name},
        "recipients": [item for item in fields.recipients if one_line(item)],
        "attachments": [{"file": path, "title": title} for path, title in files],
        "relations": [
            {"relation": one.relation, "number": one.number, "date": one.day or ""} for one in fields.relations
        ],
    }
    beside, above = _doubts(imported)
    return filled_draft(values, beside, above, imported.body)


def _doubts(imported: Imported) -> tuple[Mapping[str, Sequence[str]], Sequence[str]]:
    """What must be looked at, beside the keys that it is about and above them all."""
    beside: dict[str, list[str]] = {}
    above: list[str] = []
    for doubt in imported.doubts:
        said = f"{doubt.says} ({doubt.place})" if doubt.place else doubt.says
        (beside.setdefault(doubt.field, []) if doubt.field else above).append(said)
    if imported.fields.parent:
        beside.setdefault("issuer", []).append(f"cơ quan cấp trên ghi trên văn bản: {imported.fields.parent}")
    if not imported.fields.number and "number" not in beside:
        beside["number"] = ["không thấy số trên văn bản"]
    if imported.fields.day is None and "date" not in beside:
        beside["date"] = ["không thấy ngày trên văn bản"]
    return beside, above


def names_of_draft(imported: Imported, source: str) -> tuple[str, ...]:
    """The names that the file may have, best first; `source` is that of the paper's own file."""
    fields = imported.fields
    day = fields.day or date(1, 1, 1)
    stem = PurePath(source.replace("\\", "/")).stem
    title = fields.title or ("" if source == "-" else stem)
    return file_names(title, fields.number, day) or file_names(_UNTITLED, "", day)


def folder_of_draft(imported: Imported) -> str:
    """Below `content/notices/`: the year, or a folder for those whose day is not known yet."""
    return str(imported.fields.day.year) if imported.fields.day else "chua-ro-ngay"


def without(doubts: Sequence[Doubt], *keys: str) -> tuple[Doubt, ...]:
    """The doubts that are about other keys."""
    return tuple(doubt for doubt in doubts if doubt.field not in keys)
