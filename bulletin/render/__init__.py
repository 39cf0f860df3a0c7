"""Stage 5: Page → bytes.

Here: templates, feeds and maps as XML and JSON, iCalendar, pictures. Not here: what a page says (plan), the markup of a
notice's text (`plan/notices/html_of_text.py`), the disk (write).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin.addresses import file_of
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset
from bulletin.model.views.machines import FeedView, GraphView, SitemapView, TextView
from bulletin.model.views.page import Page
from bulletin.model.views.search import SearchResultsView
from bulletin.model.views.share import PictureView
from bulletin.model.views.subscriptions import SubscriptionView
from bulletin.render.ics import calendar
from bulletin.render.pages import TemplateFault, Templates, compiled
from bulletin.render.pictures import picture
from bulletin.render.xml_and_json import atom, graphml, json_feed, search_results, sitemap

__all__ = ["render"]


def render(
    pages: Iterable[Page], templates: Mapping[str, str], shown: str
) -> tuple[Mapping[str, bytes | Asset], tuple[Problem, ...]]:
    """Every page as bytes, or the fault of its template at the template's line.

    `templates` maps names («notice.html») to texts; `shown` is how problems name their folder.
    """
    html = compiled(templates)
    files: dict[str, bytes | Asset] = {}
    problems: list[Problem] = []
    for page in pages:
        try:
            files[file_of(page.url)] = _bytes(page, html)
        except TemplateFault as fault:
            place = Place(path=f"{shown}/{fault.name}", line=fault.line, col=1)
            problems.append(problem("template-error", place, url=page.url, detail=fault.detail))
    return files, tuple(problems)


def _bytes(page: Page, html: Templates) -> bytes | Asset:
    match page.view:
        case Asset() as asset:
            return asset
        case TextView(text=text):
            return text.encode()
        case SitemapView() as view:
            return sitemap(view)
        case SearchResultsView() as view:
            return search_results(view)
        case GraphView() as view:
            return graphml(view)
        case SubscriptionView() as view:
            return calendar(view)
        case PictureView() as view:
            return picture(view)
        case FeedView() as view:
            return atom(view) if page.template == "atom" else json_feed(view)
        case view:
            return html.render(page.template, view).encode()
