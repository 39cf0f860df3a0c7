"""The links of the finished files against the finished files: pages, anchors, attachments, feeds."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import unquote, urljoin, urlsplit

from bulletin.model.problem import Place, Problem, problem
from bulletin.model.prose import Link
from bulletin.model.site import Files
from bulletin.model.ward import Ward
from bulletin.words.urls import file_of

# Markup of ours comes from templates and from the sanitiser: tags are whole, attributes stand in double quotes.
_TAG = re.compile(r'<[a-z][a-z0-9]*+(\s[^<>"]*+(?:"[^"]*+"[^<>"]*+)*+)>')
_ATTRIBUTE = re.compile(r'\s(href|src|id)="([^"]*)"')
_XML_ADDRESS = re.compile(r"<loc>([^<]+)</loc>|<link [^>]*href=\"([^\"]+)\"")


def check_links(
    files: Files, ward: Ward, links: Mapping[str, tuple[Link, ...]], sources: Mapping[str, Place]
) -> tuple[Problem, ...]:
    """Every address inside the site must lead somewhere.

    `links` maps a file of the output to the links its own text holds, for their lines; `sources` to the source that
    made it. A broken entry of the menu is reported in site.yml, a broken link of a template at the page's source.
    """
    menu = {ward.href(item.url): item.place for item in (*ward.footer, *ward.menu)}
    ids: dict[str, set[str]] = {}
    wanted: list[tuple[str, str]] = []
    for path, data in files.items():
        if not isinstance(data, bytes) or not path.endswith((".html", ".xml", ".atom")):
            continue
        text = data.decode()
        if path.endswith(".html"):
            found = [m for attributes in _TAG.findall(text) for m in _ATTRIBUTE.findall(attributes)]
            ids[path] = {value for name, value in found if name == "id"}
            wanted += [(path, value) for value in {html.unescape(v) for name, v in found if name != "id"}]
        else:
            wanted += [(path, html.unescape(a or b)) for a, b in _XML_ADDRESS.findall(text)]
    problems: set[Problem] = set()
    judged: dict[object, str] = {}
    for path, address in wanted:
        # An address from the root leads to the same place from every page, and most stand on many.
        key = address if address.startswith("/") else (path, address)
        if key not in judged:
            judged[key] = _fault(path, address, files, ids, ward.origin, ward.base)
        if code := judged[key]:
            typed = [link for link in links.get(path, ()) if link.href == address]
            problems.update(problem(code, link.place, value=link.target) for link in typed)
            if not typed:
                place = menu.get(address) or sources.get(path) or Place(path=path)
                problems.add(problem(code, place, value=address))
    return tuple(problems)


def _fault(path: str, address: str, files: Files, ids: Mapping[str, set[str]], origin: str, base: str) -> str:
    """The code of what is wrong with `address` on the page at `path`; "" when it leads somewhere or outside.

    Resolved as browsers do: against the page, cut into its parts, and only then decoded.
    """
    here = f"{origin}{base}/{path.removesuffix('index.html')}"
    try:
        there = urlsplit(urljoin(here, address))
    except ValueError:
        return "link-broken"
    if (there.scheme, there.netloc.lower()) != (urlsplit(origin).scheme, urlsplit(origin).netloc.lower()):
        return ""
    target = there.path or "/"
    if not f"{target}/".startswith(f"{base}/"):
        return "link-broken"
    # A sign of a folder that is encoded parts no folders.
    segments = [unquote(part) for part in (target[len(base) :] or "/").split("/")]
    file = file_of("/".join(segments))
    if file not in files or any("/" in part for part in segments):
        return "link-broken"
    anchor = unquote(there.fragment)
    if anchor and anchor.lower() != "top" and file.endswith(".html") and anchor not in ids.get(file, ()):
        return "anchor-broken"
    return ""
