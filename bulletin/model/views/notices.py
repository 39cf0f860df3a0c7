"""Views of notices: the front page, a notice, lists, plain pages, what stands where a page is missing or moved."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.contact import Contact
from bulletin.model.html import Html
from bulletin.model.notice import Signer
from bulletin.model.prose import Heading
from bulletin.model.views.calendar import CalendarDay, Mark
from bulletin.model.views.dispatches import DispatchRow
from bulletin.model.views.frame import Anchor, Card, Correction, Download, Frame, Links, Row
from bulletin.model.views.print_code import Paper
from bulletin.model.views.share import Share
from bulletin.model.views.tasks_and_campaigns import TaskRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cards under a heading, whose `id` a jump leads to; `href` leads to more of them, or is ""."""

    title: str
    href: str
    cards: tuple[Card, ...]
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The front page. `near` are today and tomorrow, as far as they hold something, `running` is what has begun before
    and goes on, `week` are the days behind tomorrow; `today` is the day of the build in words."""

    frame: Frame
    urgent: tuple[Card, ...]
    near: tuple[CalendarDay, ...]
    running: tuple[Mark, ...]
    week: tuple[CalendarDay, ...]
    expiring: tuple[Card, ...]
    newest_heading: str
    newest: tuple[Card, ...]
    all_href: str
    today: str
    tasks_href: str
    calendar_href: str
    fields: tuple[Anchor, ...]
    indexes: tuple[Anchor, ...]
    years: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The lines above every paper of a system; the Party's has no `motto`: ""."""

    country: str
    motto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """A line of the card in plain words: «Việc gì», «Tiêm vắc xin cho chó, mèo». `again`: the words are the text's own,
    which on paper stands below on the same sheet."""

    label: str
    text: Html
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPart:
    """A piece of the line that says whom to call: `dial` is "" of what is no number."""

    words: Html
    dial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The card on line one of a notice. `status` says where the whole stands («Sắp tới»), with its `phase`; `times` are
    the nearest ones and `more` the others; `lines` are the editor's summary, or what the text asks. `is_read`: a
    machine has read the times and nobody confirms them; `is_guessed`: it had to guess their year. `call` is whom to
    call by the notice's own words, in pieces; `ask` whom to ask where it names nobody. `subscribe` is the calendar
    file, or ""."""

    heading: str
    status: str
    phase: str
    times: tuple[TaskRow, ...]
    more: tuple[TaskRow, ...]
    lines: tuple[SummaryLine, ...]
    is_read: bool
    is_guessed: bool
    call: tuple[CallPart, ...]
    ask: tuple[Contact, ...]
    subscribe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """That something which had been published was changed: the day, also as ISO, and what."""

    day: str
    iso: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """One notice. `answer` is the card on its first line, None where nothing is known for it. `head` stands above every
    paper of its system, None of news, `issuer` is its name in parts between which a line may end. `became` says in
    words what replaces or corrects it (`ended`: the whole of it is replaced, repealed or stopped), `changes` what it
    replaces or corrects. `tasks` are its confirmed events, where the card has the editor's own words in their place;
    `anniversaries` the days that its text names."""

    frame: Frame
    card: Card
    answer: Answer | None
    head: Letterhead | None
    issuer: tuple[str, ...]
    number: str
    type: str
    place_date: str
    iso: str
    published: str
    heading: Html
    tasks: tuple[TaskRow, ...]
    headings: tuple[Heading, ...]
    errata: tuple[Correction, ...]
    corrected: tuple[Change, ...]
    updated: str
    body: Html
    signer: Signer
    recipients: tuple[str, ...]
    attachments: tuple[Download, ...]
    facts: tuple[Row, ...]
    became: tuple[Row, ...]
    ended: bool
    changes: tuple[Row, ...]
    abbreviations: tuple[Abbreviation, ...]
    glossary_href: str
    cites: tuple[DispatchRow, ...]
    cited_by: tuple[Anchor, ...]
    cited_by_all: Anchor | None
    anniversaries: tuple[Anchor, ...]
    newer: Anchor | None
    older: Anchor | None
    json_ld: Html
    paper: Paper
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list of notices: one page of it, or a year in months. `jumps` stand above a long one and lead to its groups, or
    to other pages where these hold what it tells; `ways` below it, to other lists."""

    frame: Frame
    heading: str
    groups: tuple[Group, ...]
    newer: Anchor | None
    older: Anchor | None
    lead: str = ""
    jumps: tuple[Anchor, ...] = ()
    ways: tuple[Links, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The names a thing goes by (fields, issuers, types), with counts as notes."""

    frame: Frame
    heading: str
    links: tuple[Anchor, ...]
    ways: tuple[Links, ...]


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
class WithdrawnView:
    """Where a withdrawn notice or page stood: `what` it was, that it is called back, and why, as far as that may be
    told."""

    frame: Frame
    heading: str
    what: str
    reason: str
    all_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """What was done with a notice, and on which day, also as ISO."""

    day: str
    iso: str
    what: str
    notice: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """What was published, corrected, withdrawn in a `month`; the page of the last one leads to all `months`."""

    frame: Frame
    heading: str
    month: str
    rows: tuple[LedgerRow, ...]
    months: tuple[Anchor, ...]
    manifest: str
