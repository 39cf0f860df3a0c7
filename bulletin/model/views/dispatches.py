"""Views of cited documents."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Anchor, Download, Frame, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRow:
    """A cited document in a list: `text` «Công văn số 595-CV/QU», `guess` «ngày suy đoán», `here` our own copy's page.

    `note` says how often it is cited, or, on the page of a notice, how («thực hiện»). `href` is "" when the text does
    not tell enough for a page.
    """

    href: str
    text: str
    date: str
    iso: str
    issuer: str
    subject: str
    guess: str
    note: str
    here: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchGroup:
    """Cited documents under a heading, whose `id` a jump leads to; without rows only a name, a link to them and their
    count."""

    title: str
    href: str
    count: int
    rows: tuple[DispatchRow, ...]
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchListView:
    """Cited documents: all, or those of a body, a type or a year. `ended` tells that a body is no more, `issues` leads
    to the notices of the same body here. With `names_only` the groups have no rows: there is no room for them. `jumps`
    stand above a long list and lead to its headings, on its other pages too."""

    frame: Frame
    heading: str
    count: int
    ended: Row | None
    issues: Anchor | None
    names_only: bool = False
    jumps: tuple[Anchor, ...] = ()
    groups: tuple[DispatchGroup, ...]
    types: tuple[Anchor, ...]
    years: tuple[Anchor, ...]
    data: tuple[Anchor, ...]
    newer: Anchor | None
    older: Anchor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence that cites, cut around the number; `href` leads to the very place."""

    href: str
    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingRow:
    """A notice that cites: `relation` «thực hiện văn bản này»; the sentences where it does."""

    href: str
    title: str
    label: str
    date: str
    iso: str
    relation: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchView:
    """One cited document. `guesses` say what was inferred and `why` from what.

    Of an internal paper only number, type, issuer and date are filled, and the notices that cite it have no quotes.
    """

    frame: Frame
    number: str
    type: str
    issuer: Anchor
    ended: Row | None
    date: str
    iso: str
    year: Anchor
    guesses: tuple[str, ...]
    why: str
    subject: str
    here: Anchor | None
    link: Anchor | None
    file: Download | None
    list_only: bool
    withdrawn: Anchor | None
    citing: tuple[CitingRow, ...]
    same: tuple[DispatchRow, ...]
