"""The site on its way out: what will be shown (Page), what is written (Files), what was done to the disk (Written).

A page sees only its view, one frozen value per template, so two equal views give equal bytes. Addresses in views
(`href`) carry the base path; `url` ones are full. Dates come ready to print, each with its ISO form for machines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.model.place import Place
from bulletin.model.source import Asset
from bulletin.model.views.calendar import AnniversaryDayView, CalendarView, MonthView, YearView
from bulletin.model.views.dispatches import DispatchListView, DispatchView
from bulletin.model.views.english import EnglishView
from bulletin.model.views.machines import FeedView, GraphView, SitemapView, TextView
from bulletin.model.views.notices import HomeView, IndexView, ListView, MissingView, NoticeView, PageView, RedirectView
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
    | EnglishView
    | SearchView
    | SearchResultsView
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address: what fills it, and which source it comes from (None: made by the program itself)."""

    url: str
    template: str
    view: View | Asset
    source: Place | None = None


# A whole site as a value: path in the output → bytes, or the file of content/ to copy there.
Files = Mapping[str, bytes | Asset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the disk: paths in the output, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
