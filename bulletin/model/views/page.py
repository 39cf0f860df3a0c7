"""The site on its way out: what will be shown (Planned, Page), what is written (Files), what was done to the disk.

A page sees only its view, one frozen value per template, so two equal views give equal bytes. Addresses in views
(`href`) carry the base path; `url` ones are full. Dates come ready to print, each with its ISO form for machines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bulletin.model.kept import Kept
from bulletin.model.place import Place
from bulletin.model.source import Asset
from bulletin.model.views.calendar import AnniversaryDayView, CalendarView, MonthView, YearView
from bulletin.model.views.contact import ContactView
from bulletin.model.views.dispatches import DispatchListView, DispatchView
from bulletin.model.views.english import EnglishView
from bulletin.model.views.machines import FeedView, GraphView, SitemapView, TextView
from bulletin.model.views.notices import (
    HomeView,
    IndexView,
    LedgerView,
    ListView,
    MissingView,
    NoticeView,
    PageView,
    RedirectView,
    WithdrawnView,
)
from bulletin.model.views.offline import WorkerView
from bulletin.model.views.search import CatalogueView, GlossaryView, SearchResultsView, SearchView
from bulletin.model.views.share import PictureView
from bulletin.model.views.subscriptions import SubscriptionView
from bulletin.model.views.tasks_and_campaigns import CampaignListView, CampaignView, TasksView

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
    | ContactView
    | EnglishView
    | SearchView
    | SearchResultsView
    | CatalogueView
    | PageView
    | MissingView
    | PictureView
    | WorkerView
    | RedirectView
    | WithdrawnView
    | LedgerView
    | FeedView
    | SitemapView
    | GraphView
    | SubscriptionView
    | TextView
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address: what fills it, and which source it comes from (None: made by the program itself)."""

    url: str
    template: str
    view: View | Asset
    source: Place | None = field(default=None, compare=False)

    @property
    def planned(self) -> Planned:
        """The same for a list of pages that are made later."""
        view = self.view
        return Planned(url=self.url, template=self.template, source=self.source, view=lambda: view)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A page whose address is known by its identity, before it is made. `view` makes what fills it, alone: mostly a
    function of the inputs that this kind of page sees (`partial(notice_view, inputs)`). A file that is only copied is
    its own view."""

    url: str
    template: str
    view: Callable[[], View | Asset] | Asset
    source: Place | None = field(default=None, compare=False)

    def made(self) -> Page:
        """The page with its view."""
        view = self.view if isinstance(self.view, Asset) else self.view()
        return Page(url=self.url, template=self.template, view=view, source=self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedByContent:
    """Files whose addresses are hashes of what they hold, so that nobody knows them before they are made. They need no
    check: an address that an editor gives is that of a page, and no two contents have one hash."""

    pages: Callable[[], Iterable[Page]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All pages of a site, none of them made yet. To list `keyed` makes no view."""

    keyed: tuple[Planned, ...]
    hashed: tuple[NamedByContent, ...]

    def every(self) -> tuple[Planned, ...]:
        """All of them by address; of those that are named by their content the views are made."""
        hashed = (page.planned for files in self.hashed for page in files.pages())
        return tuple(sorted((*self.keyed, *hashed), key=lambda page: (page.url, page.template)))


# A whole site as a value: path in the output → bytes, where these wait, or the file of content/ to copy there.
Files = Mapping[str, bytes | Kept | Asset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the disk: paths in the output, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
