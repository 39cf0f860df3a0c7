"""One hash for values of the house, alike on every machine: whether two readers were made of the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date


def fingerprint(*values: object) -> str:
    """The SHA-256, in hexadecimal, of frozen dataclasses, tuples, mappings (in their order), texts, numbers and days.

    Fields that take no part in equality are left out: where a row stands is no part of what it says. Raises TypeError
    for a value of another kind.
    """
    text = json.dumps(values, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(getattr(value, field.name) for field in fields(value) if field.compare)]
    if isinstance(value, Mapping):
        return [[key, item] for key, item in value.items()]
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no part of a fingerprint: {type(value).__name__}")
