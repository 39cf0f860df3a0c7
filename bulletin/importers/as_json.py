"""What a paper says, for machines: one object a paper, the same keys always, null where the paper says nothing."""

from __future__ import annotations

from bulletin.importers.into_draft import draft_text
from bulletin.model.imported import Imported


def as_json(imported: Imported) -> dict[str, object]:
    """`recipients` are those that stand on the paper; the draft in `markdown` holds no drafter's initials."""
    fields = imported.fields
    said: dict[str, object] = {
        "number": fields.number,
        "symbol": fields.symbol,
        "issuer": fields.issuer,
        "parent": fields.parent,
        "place": fields.place,
        "date": fields.day.isoformat() if fields.day else "",
        "type": fields.type,
        "title": fields.title,
        "urgency": fields.urgency,
    }
    signer = {"authority": " ".join(fields.authority), "role": fields.role, "name": fields.name}
    return {
        **{key: value or None for key, value in said.items()},
        "signer": {key: value or None for key, value in signer.items()},
        "recipients": list(imported.printed_recipients),
        "relations": [
            {"relation": one.relation, "number": one.number, "date": one.day.isoformat() if one.day else None}
            for one in fields.relations
        ],
        "attachments": list(fields.attachments),
        "tables": imported.tables,
        "body": list(imported.lines),
        "markdown": draft_text(imported),
        "left_out": dict(imported.left_out),
        "doubts": [{"field": d.field, "says": d.says, "place": d.place} for d in imported.doubts],
    }
