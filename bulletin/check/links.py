"""The links of the finished files against the finished files: pages, anchors, attachments, feeds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Set
from datetime import date
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from bulletin.addresses import file_of, notice_url, page_url
from bulletin.check.finished_markup import Markup
from bulletin.model.archive import Archive
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Link
from bulletin.model.views.page import Planned
from bulletin.model.ward import Ward
from bulletin.words.dates.printed import short
from bulletin.words.text.blocks import anchors

# An address from the root, or a part of a page, in which browsers have nothing to resolve, as those of this site mostly
# are.
_PART = r"#((?!top$)[a-z0-9_:-]+)"
_PLAIN = re.compile(rf"((?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+/?)(?:{_PART})?")
_PLAIN_PART = re.compile(_PART)
_GONE = "link-withdrawn"


def check_links(
    site: Mapping[str, Markup],
    ward: Ward,
    links: Mapping[str, tuple[Link, ...]],
    sources: Mapping[str, Place],
    gone: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Every address inside the site must lead somewhere; one that an editor has typed and that leads to what is `gone`,
    files of withdrawn notices, is told and refuses nothing. `site` has all its files.

    `links` maps a file of the output to the links its own text holds, for their lines; `sources` to the source that
    made it. A broken entry of the menu is reported in site.yml, a broken link of a template at the page's source.
    """
    menu = {ward.href(item.url): item.place for item in (*ward.footer, *ward.menu)}
    problems: set[Problem] = set()
    judged: dict[object, str] = {}
    for path, address in ((path, address) for path, markup in site.items() for address in markup.addresses):
        # An address from the root leads to the same place from every page, and most stand on many.
        key = address if address.startswith("/") else (path, address)
        if key not in judged:
            judged[key] = _fault(path, address, site, ward, gone)
        if code := judged[key]:
            typed = [link for link in links.get(path, ()) if link.href == address]
            made = sources.get(path) or Place(path=path)
            problems |= _told(code, address, typed, menu.get(address), made)
    return tuple(problems)


def _told(code: str, address: str, typed: Iterable[Link], in_menu: Place | None, made: Place) -> set[Problem]:
    """At the lines where it is `typed`, else where it is `in_menu`, else at what the page is `made` of: but that a page
    of the program leads to what is gone is meant."""
    rows = {problem(code, link.place, value=link.target) for link in typed}
    if rows or (code == _GONE and not in_menu):
        return rows
    return {problem(code, in_menu or made, value=address)}


def check_links_of_later(
    site: Mapping[str, Markup],
    ward: Ward,
    whole: Iterable[Planned],
    archive: Archive,
    opening: Mapping[str, date | None],
) -> tuple[Problem, ...]:
    """The links of what is not public yet, which no finished file holds: would they lead somewhere on its day?

    `site` has the files of today, which stay; `whole` are the pages with everything hidden; `opening` says of each
    source from which day its page can be read, None where nobody knows. A page that a draft makes is none that a reader
    will find, and one that appears later is none yet.
    """
    planned = {file_of(page.url): page.source for page in whole}
    texts = [(file_of(notice_url(e.notice.key)), e.notice.place, e.prose) for e in archive.entries]
    texts += [(file_of(page_url(p.page.key)), p.page.place, p.prose) for p in archive.pages]
    problems = []
    for path, place, prose in texts:
        if path in site or not prose.links:
            continue
        for link in prose.links:
            led = _led_to(path, link.href, ward.origin, ward.base)
            if led is None:
                continue
            file, anchor = led
            if file not in site and (fault := _fault_of_later(link, file, planned, opening, place.path)):
                problems.append(fault)
            elif _misses(
                anchor, file, anchors(prose.text) if file == path else (site[file].ids if file in site else None)
            ):
                problems.append(problem("anchor-broken", link.place, value=link.target))
    return tuple(problems)


def _fault_of_later(
    link: Link, file: str, planned: Mapping[str, Place | None], opening: Mapping[str, date | None], own_path: str
) -> Problem | None:
    """What is wrong with a link to `file`, which is not there today: nobody plans it, nobody will find it, or it opens
    later than what links to it, the source at `own_path`."""
    source = planned.get(file)
    opens, own = opening.get(source.path if source else "", date.min), opening.get(own_path)
    ours = source is not None and source.path == own_path
    if file not in planned or not (opens or ours):
        return problem("link-broken", link.place, value=link.target)
    if opens and own and opens > own:
        return problem("link-later", link.place, value=link.target, opens=short(opens), own=short(own))
    return None


def _misses(anchor: str, file: str, ids: Set[str] | None) -> bool:
    """Whether a page has no such part, where `ids` are known; ids that begin with «_» are those of templates."""
    return bool(
        anchor and ids is not None and file.endswith(".html") and not anchor.startswith("_") and anchor not in ids
    )


def _fault(path: str, address: str, site: Mapping[str, Markup], ward: Ward, gone: Collection[str]) -> str:
    """The code of what is wrong with `address` on the page at `path`; "" when it leads somewhere or outside."""
    led = _led_to(path, address, ward.origin, ward.base)
    if led is None:
        return ""
    file, anchor = led
    if file in gone:
        return _GONE
    if file not in site:
        return "link-broken"
    return "anchor-broken" if anchor and file.endswith(".html") and anchor not in site[file].ids else ""


def _host(address: SplitResult) -> tuple[str, int | None]:
    """The host and its port; «http://», «:443» and a stop at the end make it no other site."""
    try:
        port = address.port
    except ValueError:
        port = None
    return (address.hostname or "").rstrip("."), None if port in (80, 443) else port


def _led_to(path: str, address: str, origin: str, base: str) -> tuple[str, str] | None:
    """The file and the part of it to which `address` on the page at `path` leads; None: outside, ("", ""): nowhere.

    Resolved as browsers do: against the page, cut into its parts, and only then decoded.
    """
    if part := _PLAIN_PART.fullmatch(address):
        return path, part[1]
    if (plain := _PLAIN.fullmatch(address.removeprefix(origin))) and f"{plain[1]}/".startswith(f"{base}/"):
        return file_of(plain[1][len(base) :] or "/"), plain[2] or ""
    # Menus repeat the same addresses on all pages: only those that begin at the page depend on it.
    whole = address.startswith(("/", "http:", "https:"))
    return _resolved("" if whole else path.removesuffix("index.html"), address, origin, base)


@lru_cache(maxsize=4096)
def _resolved(folder: str, address: str, origin: str, base: str) -> tuple[str, str] | None:
    try:
        there = urlsplit(urljoin(f"{origin}{base}/{folder}", address))
    except ValueError:
        return "", ""
    if there.scheme not in ("http", "https") or _host(there) != _host(urlsplit(origin)):
        return None
    target = there.path or "/"
    if not f"{target}/".startswith(f"{base}/"):
        return "", ""
    # A sign of a folder that is encoded parts no folders.
    segments = [unquote(part) for part in (target[len(base) :] or "/").split("/")]
    if any("/" in part for part in segments):
        return "", ""
    anchor = unquote(there.fragment)
    return file_of("/".join(segments)), "" if anchor.lower() == "top" else anchor
