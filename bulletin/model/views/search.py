"""Views of search, of the index by letter and number, of the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Anchor, Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryRow:
    """An abbreviation: `notices` are the newest of the `count` that use it."""

    code: str
    also: tuple[str, ...]
    means: str
    ambiguous: tuple[str, ...]
    verified: bool
    count: int
    notices: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """All abbreviations: those that notices use, and the others."""

    frame: Frame
    used: tuple[GlossaryRow, ...]
    others: tuple[GlossaryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice that narrows a search: `name` in the address, `options` as (value in the address, words)."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page: `script` finds in the files that `index` names; without it there is `catalogue`.

    `example` is a number of this site, as printed and as typed without marks.
    """

    frame: Frame
    script: str
    index: str
    filters: tuple[Filter, ...]
    catalogue: str
    letters: tuple[Anchor, ...]
    example: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundView:
    """Documents as search shows them: (address, title, facts, mark, text)."""

    documents: tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueGroup:
    """Titles or numbers under a heading; too many of them stand on pages of their own, `parts`."""

    id: str
    title: str
    rows: tuple[Anchor, ...]
    parts: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """All there is, by letter and by number, or one part of it. `letters` leads to the groups or their pages."""

    frame: Frame
    heading: str
    letters: tuple[Anchor, ...]
    groups: tuple[CatalogueGroup, ...]
    before: Anchor | None
    after: Anchor | None
