"""What the parts of the index hand to each other: documents and their numbers, terms and where they stand, files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin.model.number import Number
from bulletin.model.search_words import Indexed
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Page
from bulletin.model.views.search import SearchResult, SearchResultsView

# A word, «@…», «#…» or «~…»; or a pair of neighbours.
Term = str | tuple[str, str]
# Term → the numbers of the documents where it stands, rising.
Standing = Mapping[Term, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is found: its words, the result that shows it, and the terms of the filters that keep it. `behind` are
    notices that have expired, are over or called off: they stand behind the others. `other_names` stand in no title
    that is shown, and count as one."""

    indexed: Indexed
    result: SearchResult
    filters: tuple[str, ...] = ()
    behind: bool = False
    other_names: str = ""

    def of_title(self) -> Document:
        """As if it had no text."""
        return replace(self, indexed=Indexed(title=self.indexed.title, words=self.indexed.title), filters=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The number by which the index means a document: its position in lists that are laid end to end, notices from the
    oldest, plain pages, cited documents, days of the year, and of these the known ones. `numbering()` in
    templates/static/search.js reads it back.

    `notices` and `cited` lead from a key to the number, the others are counts.
    """

    notices: Mapping[str, int]
    pages: int
    cited: Mapping[str, int]
    days: int
    known: int

    @property
    def counts(self) -> list[int]:
        """The lengths of the lists, as the table of contents tells them."""
        return [len(self.notices), self.pages, len(self.cited), self.days, self.known]

    @property
    def first_cited(self) -> int:
        """Where the third list begins: what comes before has a file of its own each."""
        return len(self.notices) + self.pages

    @property
    def first_known_day(self) -> int:
        """Where the last list begins."""
        return self.first_cited + len(self.cited) + self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """Where terms stand: anywhere in a document, and in its title."""

    everywhere: Standing
    titles: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What bears a number: a notice or a cited document by its own number in the index, with those that cite it."""

    number: Number
    type: str
    document: int
    cited_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFiles:
    """The files of the index: the table of `contents`, and the others, in order."""

    contents: Page
    others: tuple[Page, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of them."""
        return self.contents, *self.others

    @property
    def characters(self) -> int:
        """How many characters they hold, about."""
        return sum(_length(page) for page in self.pages)


def _length(page: Page) -> int:
    match page.view:
        case TextView(text=text):
            return len(text)
        case SearchResultsView(documents=documents):
            return sum(len(column) for document in documents for column in document.columns)
        case _:
            return 0
