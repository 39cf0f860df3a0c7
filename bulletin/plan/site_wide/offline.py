"""Without a network: the worker that keeps visited pages (`/sw.js`), and the page it shows for what it has not kept.

The worker's text changes with its code and with the names of what it keeps ahead, and with nothing else: browsers
compare it byte by byte. A preview, where drafts are, has the text that removes whatever worker stands before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bulletin import addresses
from bulletin.model.html import Html
from bulletin.model.views.machines import TextView
from bulletin.model.views.notices import MissingView
from bulletin.model.views.offline import WorkerView
from bulletin.model.views.page import Page
from bulletin.model.views.search import SearchResultsView, SearchView
from bulletin.model.ward import Ward
from bulletin.plan.desk.desk import Desk
from bulletin.plan.site_wide.http_headers import KEPT

# In the place of sw.js it takes the worker, and all that it has kept, from every machine that comes by. What other
# sites of the host keep, it leaves: names end with the scope (templates/sw.js).
REMOVAL = (
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => "
    "event.waitUntil(registration.unregister().then(() => caches.keys()).then((names) => Promise.all("
    "names.filter((name) => name.startsWith('bang-tin ') && name.endsWith(` ${registration.scope}`))"
    ".map((name) => caches.delete(name))))));\n"
)
# Signs of the whole index, about 60 KB gzipped: what a phone may fetch behind a page that is read.
_SMALL = 100_000
_STATIC = ("style.css", "offline.js", "search.js")


def offline(desk: Desk, pages: Iterable[Page]) -> Iterator[Page]:
    """Both; `pages` are all others, for the search index is kept ahead too: the whole as long as it is small, else its
    table of contents, and the rest as it is asked for."""
    ward = desk.ward
    frame = desk.frame(addresses.NO_NETWORK, "Không có mạng")
    view = MissingView(frame=frame, all_href=ward.href(addresses.NOTICES))
    yield Page(url=addresses.NO_NETWORK, template="offline.html", view=view)
    if desk.preview:
        yield Page(url=addresses.WORKER, template="text", view=TextView(text=REMOVAL))
        return
    static = [desk.static[name] for name in _STATIC if name in desk.static]
    ahead = (
        ward.href(url) for url in (addresses.HOME, addresses.NO_NETWORK, addresses.SEARCH, addresses.CATALOGUE, *static)
    )
    worker = WorkerView(
        ahead=_js([*ahead, *_index(ward, pages)]),
        named=_js([ward.href(folder) for folder in KEPT]),
        no_network=_js(ward.href(addresses.NO_NETWORK)),
    )
    yield Page(url=addresses.WORKER, template="sw.js", view=worker)


def _index(ward: Ward, pages: Iterable[Page]) -> Iterator[str]:
    """The addresses of its files, the table of contents alone when they are too much."""
    signs, files, contents = 0, list[str](), list[str]()
    for page in pages:
        match page.view:
            case SearchView(index=index) if index:
                contents.append(index)
            case TextView(text=text) if page.url.startswith(addresses.SEARCH):
                signs += len(text)
                files.append(ward.href(page.url))
            case SearchResultsView(documents=documents):
                signs += sum(len(column) for document in documents for column in document.columns)
                files.append(ward.href(page.url))
    yield from files if signs <= _SMALL else contents


def _js(value: object) -> Html:
    """As JavaScript has it; addresses hold nothing that could end anything."""
    return Html(json.dumps(value))
