"""Views: one frozen value per template, the complete list of what a page shows.

A page sees only its view, so two equal views give equal bytes. Addresses in views (`href`) carry the base path;
`url` ones are full. Dates come ready to print, each with its ISO form for machines.
"""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.calendar_views import AnniversaryDayView, CalendarDay, CalendarView, MonthView, YearView
from bulletin.model.english_view import EnglishView
from bulletin.model.frame import Anchor as Anchor
from bulletin.model.frame import Card as Card
from bulletin.model.frame import Download as Download
from bulletin.model.frame import Frame as Frame
from bulletin.model.frame import Row as Row
from bulletin.model.notice import Erratum, Signer
from bulletin.model.offline_view import WorkerView
from bulletin.model.paper import Paper
from bulletin.model.prose import Heading, Html
from bulletin.model.share import PictureView as PictureView
from bulletin.model.share import Share as Share
from bulletin.model.subscription import SubscriptionView
from bulletin.model.task_views import CampaignListView, CampaignView, TaskRow, TasksView
from bulletin.model.ward import Contact


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
    coming_heading: str
    coming: tuple[CalendarDay, ...]
    calendar_href: str
    fields: tuple[Anchor, ...]
    indexes: tuple[Anchor, ...]
    years: tuple[Anchor, ...]


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
    """One notice. `head` are the lines above every paper of its system, each possibly "", `issuer` its name in parts
    between which a line may end. `caution` goes with `card.over`, where only a machine has read that day. `became` says
    in words what replaces or corrects it, `changes` what it replaces or corrects. `tasks` are its confirmed events,
    `subscribe` the calendar file that holds them, "" when all are past, `anniversaries` the days that its text names.
    `told` is the card in plain words: (label, text or ""); `call` its last line in pieces: (words, what to dial or ""),
    and `ask` whom to ask when it has none."""

    frame: Frame
    card: Card
    caution: str
    head: tuple[str, str]
    issuer: tuple[str, ...]
    number: str
    type: str
    place_date: str
    iso: str
    published: str
    heading: Html
    told: tuple[tuple[str, Html], ...]
    tasks: tuple[TaskRow, ...]
    subscribe: str
    headings: tuple[Heading, ...]
    errata: tuple[Erratum, ...]
    body: Html
    signer: Signer
    recipients: tuple[str, ...]
    attachments: tuple[Download, ...]
    facts: tuple[Row, ...]
    became: tuple[Row, ...]
    changes: tuple[Row, ...]
    abbreviations: tuple[tuple[str, str], ...]
    glossary_href: str
    cites: tuple[DispatchRow, ...]
    cited_by: tuple[Anchor, ...]
    cited_by_all: Anchor | None
    anniversaries: tuple[Anchor, ...]
    newer: Anchor | None
    older: Anchor | None
    json_ld: Html
    paper: Paper
    call: tuple[tuple[Html, str], ...]
    ask: tuple[Contact, ...]
    share: Share


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
    citing: tuple[CitingRow, ...]
    same: tuple[DispatchRow, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A plain page."""

    frame: Frame
    heading: Html
    body: Html
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """In the place of a page: there is none (404), or no network."""

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
    """`id` never changes once published; `day` is ISO, a date of Việt Nam, as is `updated`, when it last changed."""

    id: str
    url: str
    title: str
    day: str
    updated: str
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
    | CalendarView
    | YearView
    | MonthView
    | AnniversaryDayView
    | TasksView
    | CampaignListView
    | CampaignView
    | GlossaryView
    | EnglishView
    | SearchView
    | FoundView
    | CatalogueView
    | PageView
    | MissingView
    | PictureView
    | WorkerView
    | RedirectView
    | FeedView
    | SitemapView
    | GraphView
    | SubscriptionView
    | TextView
)
