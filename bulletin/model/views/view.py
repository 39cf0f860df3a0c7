"""Views: one frozen value per template, the complete list of what a page shows.

A page sees only its view, so two equal views give equal bytes. Addresses in views (`href`) carry the base path;
`url` ones are full. Dates come ready to print, each with its ISO form for machines.
"""

from __future__ import annotations

from bulletin.model.views.calendar import AnniversaryDayView, CalendarView, MonthView, YearView
from bulletin.model.views.dispatches import DispatchListView, DispatchView
from bulletin.model.views.english import EnglishView
from bulletin.model.views.machines import FeedView, GraphView, SitemapView, TextView
from bulletin.model.views.notices import HomeView, IndexView, ListView, MissingView, NoticeView, PageView, RedirectView
from bulletin.model.views.offline import WorkerView
from bulletin.model.views.search import CatalogueView, FoundView, GlossaryView, SearchView
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
