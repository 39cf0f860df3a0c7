"""A whole file, its keys and its body, read at once for what may not be public: the title leads the lists below it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from bulletin.model.place import Place
from bulletin.model.sensitive import SensitiveAt
from bulletin.model.source import Field, Source
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.reading import sensitive
from bulletin.understand.text.lines import Lines

# Never published: what an editor answers for, and what he has looked at.
_UNSEEN = ("cleared", "accept")
_LAST = "title"
_BREAK = "\n\n"


def sensitive_in(source: Source, kinds: Kinds) -> tuple[SensitiveAt, ...]:
    """What the keys and the body of a file say, in their order there."""
    body = source.body if source.body.isascii() else unicodedata.normalize("NFC", source.body)
    keys = _keys(source.front, source.path)
    lines = Lines(body, source.body_line, source.path)
    starts, text = _joined(keys)
    whole = sensitive(f"{text}{body}", kinds)
    at_key = (keys[bisect_right(starts, one.start) - 1][1] for one in whole if one.start < len(text))
    places = [*at_key, *(lines.at(one.start - len(text)) for one in whole if one.start >= len(text))]
    return tuple(
        SensitiveAt(row=one.row, text=one.text, words=one.words, place=place)
        for one, place in zip(whole, places, strict=True)
    )


def sensitive_in_keys(front: Mapping[str, Field], path: str, kinds: Kinds) -> tuple[SensitiveAt, ...]:
    """What a file of keys alone says."""
    return sensitive_in(Source(path=path, relative=path, front=front, front_line=1, body="", body_line=1), kinds)


def sensitive_in_text(text: str, place: Place, kinds: Kinds, file: str = "") -> tuple[SensitiveAt, ...]:
    """What a text says that has no lines of its own: an attachment `file` that is named at `place`."""
    return tuple(
        SensitiveAt(row=one.row, text=one.text, words=one.words, place=place, file=file)
        for one in sensitive(text, kinds)
    )


def _keys(front: Mapping[str, Field], path: str) -> list[tuple[str, Place]]:
    """The values that are published, each with its place; the title last, next to the body."""
    names = [*(name for name in front if name not in (*_UNSEEN, _LAST)), *((_LAST,) if _LAST in front else ())]
    return [
        (unicodedata.normalize("NFC", field.value), Place(path=path, line=field.line, col=field.col))
        for name in names
        for field in _values(front[name])
        if isinstance(field.value, str) and field.value
    ]


def _values(field: Field) -> Iterator[Field]:
    if isinstance(field.value, str):
        yield field
        return
    for inner in field.value.values() if isinstance(field.value, Mapping) else field.value:
        yield from _values(inner)


def _joined(keys: list[tuple[str, Place]]) -> tuple[list[int], str]:
    """All values as one text, with the offset of each."""
    starts, length = [], 0
    for value, _ in keys:
        starts.append(length)
        length += len(value) + len(_BREAK)
    return starts, "".join(f"{value}{_BREAK}" for value, _ in keys)
