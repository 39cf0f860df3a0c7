"""Prose: a body that has been understood."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.problem import Place


class Html(str):
    """Markup that has been sanitised; the only text that a template may print without escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`level` 2–6, `anchor` the id, `text` its words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address inside this site («/thong-bao/2022/75-tb-du/#ii», «#ii», «/files/a.pdf») and where it is written."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body as markup, and what was found in it."""

    html: Html
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    lead: str
