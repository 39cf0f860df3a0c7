"""Old addresses, which lead to where a page stands now."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from bulletin.model.place import Place
from bulletin.model.views.notices import RedirectView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.site_frame import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectInputs:
    """What stands at the old address `url`: a way `to` the page `title`. `source` is where an editor says so."""

    site: Site
    url: str
    to: str
    title: str
    source: Place | None = field(default=None, compare=False)


def redirect(seen: RedirectInputs) -> Planned:
    """One old address."""
    return Planned(url=seen.url, template="redirect.html", view=partial(redirect_view, seen), source=seen.source)


def redirect_view(seen: RedirectInputs) -> RedirectView:
    """What is on it."""
    return RedirectView(href=seen.site.href(seen.to), url=seen.site.absolute(seen.to), title=seen.title)
