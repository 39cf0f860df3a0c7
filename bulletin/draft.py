"""A new notice: a file with every key and a Vietnamese comment beside each, ready to be filled in."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from bulletin.check.schema import NoticeFront, nested, required
from bulletin.words.dates.printed import short
from bulletin.words.fold import slug

_COLUMN = 34
_LISTS = {"fields", "recipients", "attachments", "relations", "aliases", "events", "errata"}
_FORMS = {
    **dict.fromkeys(_LISTS, "; mỗi mục một dòng bên dưới: «  - …»"),
    "events": "; mỗi việc một dòng bên dưới: «  - {what: Nộp đơn, by: 05/5/2022}»",
    "errata": "; mỗi chỗ một dòng bên dưới: «  - {says: chữ sai, should: chữ đúng}»",
}


def draft(title: str, number: str, day: date) -> str:
    """The text of a draft. It passes `check` as it is; its `publish` is «draft»."""
    values = {
        "title": json.dumps(title, ensure_ascii=False),
        "number": json.dumps(number, ensure_ascii=False) if number else "",
        "date": short(day),
        "publish": "draft",
    }
    lines = ["---"]
    for key, field in NoticeFront.model_fields.items():
        inner = nested(NoticeFront, key)
        must = " (bắt buộc)" if required(NoticeFront, key) else ""
        lines.append(_line(f"{key}:", values.get(key, ""), f"{field.description}{must}{_FORMS.get(key, '')}"))
        if inner and key not in _LISTS:
            lines += [_line(f"  {name}:", "", str(f.description)) for name, f in inner.model_fields.items()]
    return "\n".join([*lines, "---", "", "", ""])


def _line(key: str, value: str, comment: str) -> str:
    return f"{key} {value}".rstrip().ljust(_COLUMN) + f"  # {comment}"


def draft_path(content: Path, title: str, number: str, day: date) -> Path:
    """Where the draft of that title or number belongs; named by what its address will be."""
    return content / "notices" / str(day.year) / f"{slug(number or title)[:80]}.md"
