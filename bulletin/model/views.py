"""Views: one frozen value per template, the complete list of what a page shows.

A page sees only its view, so two equal views give equal bytes. Addresses in views (`href`) carry the base path;
`url` ones are full. Dates come ready to print, each with its ISO form for machines.
"""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.notice import Signer, Summary
from bulletin.model.prose import Heading, Html
from bulletin.model.ward import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A link with its words; `note` is small print beside it."""

    href: str
    text: str
    note: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of people has around it."""

    site: str
    site_description: str
    home: str
    title: str
    description: str
    url: str
    kind: str
    menu: tuple[Anchor, ...]
    crumbs: tuple[Anchor, ...]
    feeds: tuple[Anchor, ...]
    contacts: tuple[Contact, ...]
    stylesheet: str
    preview: bool
    search: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A notice in a list. `mark` says what is special of it: «Hết hạn», «Bản nháp» …"""

    href: str
    title: str
    label: str
    issuer: str
    date: str
    iso: str
    urgency: str
    until: str
    until_iso: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cards under a heading; `href` leads to more of them, or is ""."""

    title: str
    href: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The front page."""

    frame: Frame
    urgent: tuple[Card, ...]
    expiring: tuple[Card, ...]
    newest: tuple[Card, ...]
    all_href: str
    fields: tuple[Anchor, ...]
    indexes: tuple[Anchor, ...]
    years: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """An attachment: `size` for people («12,3 KB»)."""

    href: str
    title: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table of facts: a label and one or more values, each a link when it has an href."""

    label: str
    values: tuple[Anchor, ...]


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
class NoticeView:
    """One notice. `changes` says in words what it replaces or corrects, and what replaces or corrects it."""

    frame: Frame
    card: Card
    issuer: str
    number: str
    type: str
    place_date: str
    iso: str
    title: str
    summary: Summary
    headings: tuple[Heading, ...]
    body: Html
    signer: Signer
    recipients: tuple[str, ...]
    attachments: tuple[Download, ...]
    facts: tuple[Row, ...]
    changes: tuple[Row, ...]
    cites: tuple[DispatchRow, ...]
    cited_by: tuple[Anchor, ...]
    cited_by_all: Anchor | None
    newer: Anchor | None
    older: Anchor | None
    json_ld: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list of notices: one page of it, or a year in months."""

    frame: Frame
    heading: str
    groups: tuple[Group, ...]
    newer: Anchor | None
    older: Anchor | None
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The names a thing goes by (fields, issuers, types), with counts as notes."""

    frame: Frame
    heading: str
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchGroup:
    """Cited documents under a heading; without rows only a name, a link to them and their count."""

    title: str
    href: str
    count: int
    rows: tuple[DispatchRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchListView:
    """Cited documents: all, or those of a body, a type or a year. `ended` tells that a body is no more."""

    frame: Frame
    heading: str
    count: int
    ended: Row | None
    issues: Anchor | None
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
    """A notice that cites: `relation` «thực hiện», «thay thế; bãi bỏ»; the sentences where it does."""

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
    citing: tuple[CitingRow, ...]
    same: tuple[DispatchRow, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A plain page."""

    frame: Frame
    title: str
    body: Html
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """404."""

    frame: Frame
    all_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """An old address."""

    href: str
    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """`id` never changes once published; `day` is ISO, a date of Việt Nam."""

    id: str
    url: str
    title: str
    day: str
    summary: str
    html: Html
    author: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """One feed, for both of its forms."""

    title: str
    description: str
    id: str
    url: str
    self_url: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """(full address, ISO day or "") of every page."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """A directed graph: a node is (id, values), an edge (from, to, values); the keys name the values."""

    node_keys: tuple[str, ...]
    edge_keys: tuple[str, ...]
    nodes: tuple[tuple[str, tuple[str, ...]], ...]
    edges: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A file whose text is ready (robots.txt, JSON, CSV)."""

    text: str


View = (
    HomeView
    | NoticeView
    | ListView
    | IndexView
    | DispatchListView
    | DispatchView
    | SearchView
    | FoundView
    | CatalogueView
    | PageView
    | MissingView
    | RedirectView
    | FeedView
    | SitemapView
    | GraphView
    | TextView
)
