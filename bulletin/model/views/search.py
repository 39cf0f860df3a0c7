"""Views of search, of the index by letter and number, of the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Anchor, Frame, Links


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
class GlossaryLetter:
    """Abbreviations that begin with one letter, at the `id` of their heading."""

    id: str
    title: str
    rows: tuple[GlossaryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """All abbreviations: those that notices use, and the others by their first letter; `jumps` lead to these."""

    frame: Frame
    jumps: tuple[Anchor, ...]
    used: tuple[GlossaryRow, ...]
    others: tuple[GlossaryLetter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a filter: `value` in the address of a search, `words` for people."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice that narrows a search: `name` in its address."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleNumber:
    """A number of this site as it is `printed`, «75-TB/ĐU», and as a phone's keyboard `typed` it, «75 tb du»."""

    printed: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page: `script` finds in the files that `index` names, and asks for the script `later` once it has
    shown first answers; without it there are `fields` and `catalogue`.

    `example` is None where no notice has a number.
    """

    frame: Frame
    script: str
    later: str
    index: str
    filters: tuple[Filter, ...]
    fields: tuple[Anchor, ...]
    catalogue: str
    letters: tuple[Anchor, ...]
    example: ExampleNumber | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """A document as a search shows it: where its title leads, the line of `facts` below it, a `mark` such as
    «Hết hạn», and the `text` that excerpts are cut from.

    The files of the index hold its `columns`; `RESULT` in templates/static/search.js names them in the same order, and
    a test compares the two.
    """

    href: str
    title: str
    facts: str
    mark: str
    text: str

    @property
    def columns(self) -> tuple[str, str, str, str, str]:
        """The array that it is in a file of the index."""
        return self.href, self.title, self.facts, self.mark, self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResultsView:
    """A file of the index: the documents that it holds, in the order of their numbers."""

    documents: tuple[SearchResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """A line of the index: the `formula` that a title begins with, «Về việc », under which it is not filed, and the
    `text` that follows it; `note` is small print beside it."""

    href: str
    formula: str = ""
    text: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueGroup:
    """Titles, numbers or bodies under a heading. `found`: search finds them by their names too."""

    id: str
    title: str
    rows: tuple[CatalogueRow, ...]
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """All there is, by letter, by number and by body, or one part of it. `letters` leads to the groups or their pages,
    `parts` to the other pages of one of them, `ways` to other orders."""

    frame: Frame
    heading: str
    letters: tuple[Anchor, ...]
    parts: tuple[Anchor, ...]
    groups: tuple[CatalogueGroup, ...]
    ways: tuple[Links, ...]
    before: Anchor | None
    after: Anchor | None
