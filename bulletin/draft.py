"""A new notice: a file with every key and a Vietnamese comment beside each, ready to be filled in."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from bulletin.addresses import is_safe
from bulletin.check.keys.front_matter import NoticeFront
from bulletin.check.keys.values import nested, required
from bulletin.check.number_of_issuer import owner_name, owners
from bulletin.knowledge.rows import Knowledge
from bulletin.model.number import Number
from bulletin.words.dates.printed import short
from bulletin.words.text.fold import slug

_COLUMN = 34
_LISTS = {
    "corrected",
    "fields",
    "recipients",
    "attachments",
    "relations",
    "aliases",
    "events",
    "errata",
    "cleared",
    "accept",
}
_ON_ONE_LINE = "withdrawn"
_FORMS = {
    **dict.fromkeys(_LISTS, "; mỗi mục một dòng bên dưới: «  - …»"),
    "corrected": "; mỗi lần một dòng bên dưới: «  - {on: 10/5/2022, what: sửa giờ họp}»",
    _ON_ONE_LINE: "; trên một dòng: «{on: 03/5/2022, reason: đăng nhầm}»",
    "events": "; mỗi việc một dòng bên dưới: «  - {what: Nộp đơn, by: 05/5/2022}»",
    "cleared": "; mỗi chỗ một dòng bên dưới, chép từ lời báo: «  - {words: …, why: …}»",
    "accept": "; mỗi mục một dòng bên dưới, chép từ lời nhắc",
    "errata": "; mỗi chỗ một dòng bên dưới: «  - {says: chữ sai, should: chữ đúng}»",
}


_TO_CHECK = "KIỂM TRA: "


def draft(title: str, number: str, day: date, issuer: str = "") -> str:
    """The text of a draft. It passes `check` as it is; its `publish` is «draft»; `issuer` is whose number it is where
    that is not the ward's own."""
    values = {
        "title": _quoted(title),
        "number": _quoted(number) if number else "",
        "date": short(day),
        "issuer": issuer,
    }
    return _written(values, {}, (), "\n")


def filled_draft(
    values: Mapping[str, object], to_check: Mapping[str, Sequence[str]], remarks: Sequence[str], body: str
) -> str:
    """A draft whose keys hold `values` (texts, lists of texts or of keys, keys of keys) and which says beside each key
    what must be looked at; `remarks` are about no key. It is a draft whatever the values."""
    typed = {key: _typed(value) for key, value in values.items() if value}
    return _written(typed, to_check, remarks, f"\n{body}")


def _written(
    values: Mapping[str, str | Mapping[str, str]],
    to_check: Mapping[str, Sequence[str]],
    remarks: Sequence[str],
    body: str,
) -> str:
    """Every key of a notice on its line, with its comment; `values` are as they are typed."""
    lines = ["---", *(f"# {_TO_CHECK}{one_line(remark)}" for remark in remarks)]
    for key, field in NoticeFront.model_fields.items():
        inner = nested(NoticeFront, key)
        must = " (bắt buộc)" if required(NoticeFront, key) else ""
        comment = f"{field.description}{must}{_FORMS.get(key, '')}"
        value = "draft" if key == "publish" else values.get(key, "")
        doubts = [f"{_TO_CHECK}{one_line(doubt)}" for doubt in to_check.get(key, ())]
        lines.append(
            _line(
                f"{key}:", "" if not isinstance(value, str) or "\n" in value else value, "; ".join([*doubts, comment])
            )
        )
        if isinstance(value, str) and "\n" in value:
            lines.append(value.strip("\n"))
        if inner and key not in (*_LISTS, _ON_ONE_LINE):
            typed = value if isinstance(value, Mapping) else {}
            lines += [
                _line(f"  {name}:", typed.get(name, ""), str(f.description)) for name, f in inner.model_fields.items()
            ]
    return "\n".join([*lines, "---", body, ""])


def _typed(value: object) -> str | Mapping[str, str]:
    """A value as it stands in a file: a list below its key, keys of a key as a mapping of such texts."""
    match value:
        case date():
            return short(value)
        case Mapping():
            return {str(name): _inline(inner) for name, inner in value.items() if inner}
        case str():
            return _quoted(one_line(value))
        case Sequence():
            return "".join(f"\n  - {_inline(item)}" for item in value) + "\n"
        case _:
            raise TypeError(value)


def _inline(value: object) -> str:
    match value:
        case date():
            return short(value)
        case Mapping():
            return "{" + ", ".join(f"{name}: {_inline(inner)}" for name, inner in value.items() if inner) + "}"
        case str():
            return _quoted(one_line(value))
        case Sequence():
            return f"[{', '.join(map(_inline, value))}]"
        case _:
            raise TypeError(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def whose(number: Number, issuer: str, knowledge: Knowledge) -> str:
    """The body whose number it is, where it cannot be that of `issuer`; else ""."""
    rows = owners(number, issuer, knowledge)
    return owner_name(rows, issuer) if rows else ""


def _line(key: str, value: str, comment: str) -> str:
    return f"{key} {value}".rstrip().ljust(_COLUMN) + f"  # {comment}"


def one_line(title: str) -> str:
    """A title as it can stand in a file: one line, NFC, without what cannot be seen or saved."""
    shown = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", title))
    return " ".join(shown.split())


def file_names(title: str, number: str, day: date) -> tuple[str, ...]:
    """The names that the file of a draft may have, best first; named by what its address will be.

    One where there is a number: two notices of one number are a mistake. Else a second notice of one title gets a
    figure. None for a title of signs alone. A name that Windows keeps for a device («con») gets a word before it, and
    a title in letters that no address can hold, the day.
    """
    name = slug(number or title)[:80].strip("-")
    if not name and any(c.isalpha() for c in title):
        name = f"thong-bao-{day.isoformat()}"
    if not name:
        return ()
    for other in (f"thong-bao-{name}", f"thong-bao-{day.isoformat()}"):
        name = name if is_safe(f"/{name}/") else other
    more = () if number else (f"{name}-{i}.md" for i in range(2, 100))
    return (f"{name}.md", *more)


def created(folder: Path, names: Iterable[str], text: str) -> Path | None:
    """Write `text` to the first of `names` that is free; None when none is. Never over a file, never half."""
    taken = {entry.name.casefold() for entry in folder.iterdir()}
    for name in names:
        path = folder / name
        if name.casefold() in taken:
            continue
        try:
            with path.open("x", encoding="utf-8") as file:
                _fill(file, path, text)
        except FileExistsError:
            continue
        return path
    return None


def _fill(file: TextIO, path: Path, text: str) -> None:
    try:
        file.write(text)
        file.flush()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
