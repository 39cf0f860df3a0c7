"""`output/.ward-bulletin`: what this program made there, with its SHA-256, and a copy of that list beside it.

A file is ours when a row names it and it still has those bytes. A whole list ends with a seal; what is wrong with one
is told, and its copy speaks for it. A row that leads outside is worthless, never dangerous.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from bulletin import disk
from bulletin.disk import Folder
from bulletin.write.own_names import BESIDE, COPY, LIST

_UNSEALED = "ward-bulletin 1: the files this program made here, with their SHA-256"
_HEADER = "ward-bulletin 2: the files this program made here, with their SHA-256"
_KEPT = "-- of the build before, for pages that were read while this one took their place"
_SEAL = "-- sealed "
_ROW = re.compile(r"([0-9a-f]{64})  (\S.*)")

Rows = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Path → digests that we gave it; `kept` are paths of the build before. `fault` is what is wrong with the list.

    When it is not `whole`, there may be more of ours than it says.
    """

    rows: Mapping[str, frozenset[str]]
    kept: frozenset[str] = frozenset()
    fault: str = ""
    whole: bool = True

    def has(self, path: str, digest: str | None) -> bool:
        """Whether a file of these bytes is one of ours."""
        return digest in self.rows.get(path, ())


NOTHING = Listed(rows={})


def read_list(folder: Folder) -> Listed:
    """What the last build said, by its list or else by the copy."""
    first = _read(folder, LIST)
    if first and first.whole:
        return first
    second = _read(folder, COPY)
    if first is None and second is None:
        return NOTHING
    if second and second.whole:
        # A list that somebody took away is not worth a word as long as the copy knows all of it.
        return replace(second, fault=first.fault if first else "")
    known = [part for part in (first, second) if part]
    rows = {path: frozenset().union(*(p.rows.get(path, ()) for p in known)) for part in known for path in part.rows}
    kept = frozenset().union(*(part.kept for part in known))
    return Listed(rows=rows, kept=kept, fault=first.fault if first else "bị mất", whole=False)


def _read(folder: Folder, name: str) -> Listed | None:
    """The list `name`, as much as can be read of it; None when there is none."""
    if (kind := folder.kind(name)) is None:
        return None
    try:
        with folder.open(name) as file:
            return _parsed(disk.read(file))
    except OSError as error:
        why = "là một thư mục" if kind == "folder" else f"không đọc được: {disk.reason(error)[0]}"
        return Listed(rows={}, fault=why, whole=False)


def _parsed(data: bytes) -> Listed:
    """A list out of its bytes: a header, rows «hash  path», those of the build before behind a line of their own, and a
    seal, which is the hash of all lines between. Rows that cannot be read are left out, and are its fault."""
    try:
        text, fault = data.decode(), ""
    except UnicodeDecodeError:
        text, fault = data.decode("utf-8", "replace"), "không phải chữ UTF-8"
    header, *lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    seal = lines.pop().removeprefix(_SEAL) if header == _HEADER and lines and lines[-1].startswith(_SEAL) else ""
    end = lines.index(_KEPT) if _KEPT in lines else len(lines)
    current, kept = _rows_of(lines[:end]), _rows_of(lines[end + 1 :])
    is_read = len(current) + len(kept) == len(lines) - (_KEPT in lines)
    fault = fault or _fault(header, seal, lines, is_read=is_read)
    hashes: dict[str, frozenset[str]] = {}
    for row in (*current, *kept):
        hashes[row.path] = hashes.get(row.path, frozenset()) | {row.hash}
    return Listed(rows=hashes, kept=frozenset(row.path for row in kept), fault=fault, whole=not fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A file of ours with the SHA-256 of what we wrote."""

    hash: str
    path: str


def _rows_of(lines: Iterable[str]) -> list[_Row]:
    """Those that can be read and lead to no place outside."""
    matches = (_ROW.fullmatch(line) for line in lines)
    return [_Row(hash=match[1], path=match[2]) for match in matches if match and _is_inside(match[2])]


def _fault(header: str, seal: str, lines: Iterable[str], *, is_read: bool) -> str:
    """What is wrong with a list, in words for an editor; "" of a whole one. `is_read`: every row could be read."""
    if header == _HEADER and not seal:
        return "bị cắt cụt"
    if header not in (_HEADER, _UNSEALED) or not is_read or (seal and seal != _sealed(lines)):
        return "đã bị sửa hay bị hỏng"
    return ""


def _sealed(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return not path.startswith("/") and not {"", ".", ".."} & set(parts) and "\\" not in path and "\0" not in path


def write_list(folder: Folder, rows: Rows, kept: Rows = ()) -> None:
    """Both, where they do not say so already."""
    old = [f"{digest}  {path}" for path, digest in sorted(set(kept))]
    lines = [*(f"{digest}  {path}" for path, digest in sorted(set(rows))), *([_KEPT, *old] if old else [])]
    data = "\n".join([_HEADER, *lines, _SEAL + _sealed(lines), ""]).encode()
    for name in (LIST, COPY):
        with suppress(OSError), folder.open(name) as file:
            if disk.read(file) == data:
                continue
        if folder.kind(name) == "folder" and not folder.remove_folder(name):
            folder.move(name, folder, next(n for i in range(1, 1000) if folder.kind(n := f"{name}.{i}") is None))
        beside = of_this_process()
        with folder.create(beside) as file:
            file.write(data)
        folder.move(beside, folder, name)


def remove_list(folder: Folder) -> None:
    """Both: nothing of ours is left."""
    for name in (LIST, COPY):
        if folder.kind(name) in ("file", "link"):
            folder.remove(name)


def of_this_process() -> str:
    """A name for what is no part of a site yet, like no other process's."""
    return f".{os.getpid()}-{secrets.token_hex(4)}{BESIDE}"
