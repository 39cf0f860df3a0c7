"""The tables as files: which keys a row has, in which order, and the one form in which it is written."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bulletin import knowledge
from bulletin.words.text.alphabet import Key, collation_key

Row = dict[str, str | list[str]]

FOLDER = Path(knowledge.__file__).parent
# Keys in their order; those with «?» may be missing.
KEYS = {
    "document-types.yml": "system code? name also? words? until? examples? not? sources verified",
    "issuers.yml": "code? name level system unit? drafts? also? since? until? next? examples not? sources verified",
    "abbreviations.yml": "code means kind? also? ambiguous? sure? since? until? examples? not? sources verified",
    "anniversaries.yml": "id name also? on origin? kinds flag? basis? where? counted? since? until? disputed? note? remark? examples "
    "sources verified",
    "days-off.yml": "on name kind status basis? note? sources",
    "channels.yml": "id name also? visual flag? sources verified",
    "areas.yml": "code? kind name within? since? until? next? sources verified",
    "synonyms.yml": "same asked? unless? kind? examples? not? sources verified",
    "sensitive.yml": "kind action name why do basis words? unless? examples not sources verified",
}
# The keys that the head of a table explains.
SOURCES = {
    "document-types.yml": "N30 Q399 notice",
    "issuers.yml": "BNV notice VINORM",
    "abbreviations.yml": "notice VINORM vietnormalizer",
    "anniversaries.yml": "ND145 BLLD DL974 LV HOL LVN CODE CODE2 CODE3 CODE4 CODE5 WIKI MOI notice",
    "days-off.yml": "BLLD HOL",
    "channels.yml": "ND49 KH197 DL974 HD105",
    "areas.yml": "TQ VP",
    "synonyms.yml": "",
    "sensitive.yml": "QH16",
}
MEMORY = "memory"
_SAME = {"MOI": "wikipedia.org", "WIKI": "wikipedia.org", "BNV": "thuvienphapluat.vn"}
_FILE = re.compile(r"file [0-9]{6,12}")
_SITE = re.compile(r"(?:https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?:[/ ].*)?")
_SHARED = re.compile(r"(?:gov|com|org|edu|net)\.vn")
WIDTH = 120
_PLAIN = re.compile(r"[^\W_](?:[^,\[\]{}:\"'#]*[^\s,\[\]{}:\"'#])?")
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")


def rows(name: str) -> list[Row]:
    return list(yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.BaseLoader))


def origin(file: str, source: str) -> str:
    """Where a source comes from: two pages of one site, or two copies of one table, are one origin.

    Raises ValueError for what is neither a key that the table explains, nor a numbered file, act or site.
    """
    if source in SOURCES[file].split() or source == MEMORY or _FILE.fullmatch(source):
        return _SAME.get(source, source)
    if source.startswith("Quyết định "):
        return source
    site = _SITE.fullmatch(source)
    if not site:
        raise ValueError(f"{file}: {source}")
    labels = site[1].split(".")
    return ".".join(labels[-3:] if _SHARED.fullmatch(".".join(labels[-2:])) else labels[-2:])


def canonical(name: str, text: str) -> str:
    """Every row in its form, rows sorted by code, or by day, under the comment they stand under; comments stay.

    Rows that share a code or a day keep their order: the likelier reading goes first, and no rule knows which it is.
    """
    keys = [key.rstrip("?") for key in KEYS[name].split()]
    written: list[str] = []
    section: list[str] = []
    for line in [*text.splitlines(), "#"]:
        if not line.startswith("#"):
            section.append(line)
            continue
        found: list[Row] = yaml.load("\n".join(section), Loader=yaml.BaseLoader) or []
        found.sort(key=_order)
        written += [_row(row, keys) for row in found]
        section = []
        written.append(line)
    return "\n".join(written[:-1]) + "\n"


def _order(row: Row) -> tuple[int, Key]:
    """By code; by month and day («10/3» after «1/3»); by date."""
    on = str(row.get("on", ""))
    if found := _DAY.match(on):
        return int(found[2]), collation_key(found[1])
    return 99, collation_key(on or str(row.get("code") or row.get("same", [""])[0]))


def _row(row: Row, keys: list[str]) -> str:
    parts = [f"{key}: {_value(row[key])}" for key in sorted(row, key=keys.index) if row[key]]
    lines = ["- {"]
    for part in parts:
        end = "}" if part is parts[-1] else ","
        if len(lines[-1]) + len(part) + 2 > WIDTH:
            lines.append("   ")
        lines[-1] += ("" if lines[-1].endswith(("{", "   ")) else " ") + part + end
    return "\n".join(lines)


def _value(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return value if _PLAIN.fullmatch(value) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
