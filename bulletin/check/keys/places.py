"""Where the values of keys stand in a file."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model import source
from bulletin.model.place import Place


def place_of(front: Mapping[str, source.Field], path: str, *loc: int | str) -> Place:
    """Where the value at `loc` stands («windows», 0, «to»), or the nearest above it."""
    field, _ = field_at(front, loc)
    return Place(path=path, line=field.line, col=field.col) if field else Place(path=path, line=1, col=1)


def field_at(
    front: Mapping[str, source.Field], loc: tuple[int | str, ...]
) -> tuple[source.Field | None, source.Field | None]:
    """The Field at a pydantic location, and the one above it."""
    field: source.Field | None = None
    parent: source.Field | None = None
    for i, part in enumerate(loc):
        parent, inside = field, front if i == 0 else field.value if field else {}
        if isinstance(part, str) and isinstance(inside, Mapping):
            field = inside.get(part)
        elif isinstance(part, int) and isinstance(inside, tuple):
            field = inside[part] if part < len(inside) else None
        else:
            return parent, parent
    return field, parent
