"""Without a network: the worker that keeps visited pages (`/sw.js`), and the page it shows for what it has not kept.

The worker's text changes with its code and with the names of what it keeps ahead, and with nothing else: browsers
compare it byte by byte. A preview, where drafts are, has the text that removes whatever worker stands before it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.html import Html
from bulletin.model.views.machines import TextView
from bulletin.model.views.notices import MissingView
from bulletin.model.views.offline import WorkerView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.site_wide.search_values import IndexFiles

# In the place of sw.js it takes the worker, and all that it has kept, from every machine that comes by. What other
# sites of the host keep, it leaves: names end with the scope (templates/sw.js).
REMOVAL = (
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => "
    "event.waitUntil(registration.unregister().then(() => caches.keys()).then((names) => Promise.all("
    "names.filter((name) => name.startsWith('bang-tin ') && name.endsWith(` ${registration.scope}`))"
    ".map((name) => caches.delete(name))))));\n"
)
# Characters of the whole index, about 60 KB gzipped: what a phone may fetch behind a page that is read.
_SMALL = 120_000
_STATIC = ("style.css", "offline.js", "search.js", "search-later.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerInputs:
    """What the worker sees: the site, and the search index, which is kept ahead too: the whole as long as it is small,
    else its table of contents, and the rest as it is asked for."""

    site: Site
    index: Callable[[], IndexFiles]


def no_network(site: Site) -> Planned:
    """The page that stands in for one that is not kept."""
    return Planned(url=addresses.NO_NETWORK, template="offline.html", view=partial(no_network_view, site))


def no_network_view(site: Site) -> MissingView:
    """What is on it."""
    frame = site.frame(addresses.NO_NETWORK, "Không có mạng")
    return MissingView(frame=frame, all_href=site.href(addresses.NOTICES))


def worker(seen: WorkerInputs) -> Planned:
    """`/sw.js`."""
    if seen.site.preview:
        return Planned(url=addresses.WORKER, template="text", view=lambda: TextView(text=REMOVAL))
    return Planned(url=addresses.WORKER, template="sw.js", view=partial(worker_view, seen))


def worker_view(seen: WorkerInputs) -> WorkerView:
    """What it keeps ahead, which folders it keeps for good, what it shows without a network, and where the list of what
    is called back lies."""
    site, index = seen.site, seen.index()
    static = [site.static[name] for name in _STATIC if name in site.static]
    pages = (addresses.HOME, addresses.NO_NETWORK, addresses.SEARCH, addresses.CATALOGUE)
    files = index.pages if index.characters <= _SMALL else (index.contents,)
    return WorkerView(
        ahead=_js([site.href(url) for url in (*pages, *static, *(file.url for file in files))]),
        named=_js([site.href(folder) for folder in addresses.NAMED_BY_CONTENT]),
        no_network=_js(site.href(addresses.NO_NETWORK)),
        notices=_js(site.href(addresses.NOTICES)),
        search=_js(site.href(addresses.SEARCH)),
        withdrawn=_js(site.href(addresses.WITHDRAWN_JSON)),
    )


def _js(value: object) -> Html:
    """As JavaScript has it; addresses hold nothing that could end anything."""
    return Html(json.dumps(value))
