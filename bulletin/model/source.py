"""What comes from the disk: texts with their places, before anybody has judged them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A YAML value as text. `value` is a str, a tuple of Field, or a mapping str → Field; places from 1.

    `line`, `col` are those of the value; `key_line`, `key_col` those of its key (or of the value in a list).
    """

    value: str | tuple[Field, ...] | Mapping[str, Field]
    line: int
    col: int
    key_line: int
    key_col: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A text file of `content/`: `path` from the project's root, `relative` from its own folder, its bytes."""

    path: str
    relative: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file split in two: front matter as text with places, and the body whose first line is `body_line`."""

    path: str
    relative: str
    front: Mapping[str, Field]
    front_line: int
    body: str
    body_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file to be copied as it is. `path` from `content/` in NFC; `disk` where its bytes lie; size in bytes."""

    path: str
    disk: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All of `content/`, in sorted order."""

    ward: Raw | None
    notices: tuple[Raw, ...]
    pages: tuple[Raw, ...]
    dispatches: tuple[Raw, ...]
    assets: Mapping[str, Asset]
    calendar: tuple[Raw, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that could not be read or judged, as it was typed."""

    path: str
    text: str
