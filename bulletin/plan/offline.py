"""Without a network: the worker that keeps visited pages (`/sw.js`), and the page it shows for what it has not kept.

The worker's text changes with its code and with the names of what it keeps ahead, and with nothing else: browsers
compare it byte by byte. A preview, where drafts are, has the text that removes whatever worker stands before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bulletin.model.offline_view import WorkerView
from bulletin.model.prose import Html
from bulletin.model.site import Page
from bulletin.model.views import MissingView, SearchView, TextView
from bulletin.plan.frame import Desk
from bulletin.plan.headers import KEPT
from bulletin.words import urls

# In the place of sw.js it takes the worker, and all that it has kept, from every machine that comes by. What other
# sites of the host keep, it leaves: names end with the scope (templates/sw.js).
REMOVAL = (
    "addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => "
    "event.waitUntil(registration.unregister().then(() => caches.keys()).then((names) => Promise.all("
    "names.filter((name) => name.startsWith('bang-tin ') && name.endsWith(` ${registration.scope}`))"
    ".map((name) => caches.delete(name))))));\n"
)
_STATIC = ("style.css", "offline.js", "search.js")


def offline(desk: Desk, pages: Iterable[Page]) -> Iterator[Page]:
    """Both; `pages` are all others, for the table of contents of the search index is kept ahead too."""
    ward = desk.ward
    frame = desk.frame(urls.NO_NETWORK, "Không có mạng")
    view = MissingView(frame=frame, all_href=ward.href(urls.NOTICES))
    yield Page(url=urls.NO_NETWORK, template="offline.html", view=view)
    if desk.preview:
        yield Page(url=urls.WORKER, template="text", view=TextView(text=REMOVAL))
        return
    static = [desk.static[name] for name in _STATIC if name in desk.static]
    contents = [page.view.index for page in pages if isinstance(page.view, SearchView) and page.view.index]
    ahead = (ward.href(url) for url in (urls.HOME, urls.NO_NETWORK, urls.SEARCH, *static))
    worker = WorkerView(
        ahead=_js([*ahead, *contents]),
        named=_js([ward.href(folder) for folder in KEPT]),
        no_network=_js(ward.href(urls.NO_NETWORK)),
    )
    yield Page(url=urls.WORKER, template="sw.js", view=worker)


def _js(value: object) -> Html:
    """As JavaScript has it; addresses hold nothing that could end anything."""
    return Html(json.dumps(value))
