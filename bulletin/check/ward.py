"""`content/site.yml` → Ward."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from bulletin.check.judge import validate
from bulletin.check.schema import WardSaid
from bulletin.model.problem import Place, Problem
from bulletin.model.source import Field
from bulletin.model.ward import Contact, MenuItem, Ward
from bulletin.words.fold import slug


def check_ward(front: Mapping[str, Field], path: str, base_url: str = "") -> tuple[Ward | None, tuple[Problem, ...]]:
    """The configuration as a value, or all that is wrong with it; `base_url` goes before the file's own."""
    said, problems = validate(WardSaid, front, path, 1, {})
    if said is None or problems:
        return None, problems
    parts = urlsplit(base_url or said.base_url)
    return (
        Ward(
            name=said.name,
            description=said.description,
            origin=f"{parts.scheme}://{parts.netloc}",
            base=parts.path.rstrip("/"),
            issuer=said.issuer,
            signed_at=said.place,
            fields={slug(name): name for name in said.fields},
            menu=tuple(
                MenuItem(title=m.title, url=m.url, place=_item(front, "menu", i, path)) for i, m in enumerate(said.menu)
            ),
            contacts=tuple(Contact(**c.model_dump()) for c in said.contacts),
        ),
        problems,
    )


def _item(front: Mapping[str, Field], key: str, index: int, path: str) -> Place:
    items = front[key].value
    field = items[index] if isinstance(items, tuple) else front[key]
    return Place(path=path, line=field.line, col=field.col)
