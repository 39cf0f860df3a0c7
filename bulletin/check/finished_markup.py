"""What a finished file leads to and where one can lead in it, read by parsers. Nothing else of the program reads HTML.

A page is read by html5ever, the parser of nh3, as browsers read it: Python's own takes three times as long, which would
be a fifth of a build.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree import ElementTree

import nh3

_IDS, _ADDRESSES = "id", frozenset(("href", "src"))
_ATTRIBUTES = {"*": {_IDS, *_ADDRESSES}}


class Markup(NamedTuple):
    """The ids of a file, and the addresses it leads to, as they are meant: «/a/?x=1&y=2»."""

    ids: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()


def markup_of(path: str, data: bytes) -> Markup:
    """That of the file at `path`, a page, a feed or a map of the site; nothing for what is none of these."""
    if path.endswith(".html"):
        return _page(data.decode())
    if path.endswith((".xml", ".atom")):
        return Markup(addresses=frozenset(_xml(data)))
    return Markup()


def _page(text: str) -> Markup:
    ids, addresses = set[str](), set[str]()

    def meet(_: str, attribute: str, value: str) -> None:
        if attribute == _IDS:
            ids.add(value)
        elif attribute in _ADDRESSES:
            addresses.add(value)

    # What it would let through is not asked for: it is told of every attribute, and that is all.
    reader = nh3.Cleaner(
        tags=set(), clean_content_tags=set(), attributes=_ATTRIBUTES, attribute_filter=meet, link_rel=None
    )
    reader.clean(text)
    return Markup(ids=frozenset(ids), addresses=frozenset(addresses))


def _xml(data: bytes) -> set[str]:
    """`<loc>` of a map of the site, `<link href>` of a feed."""
    found = set[str]()
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - a file of our own making
    except ElementTree.ParseError:
        return found  # finished_files.py tells the character that should not be in it
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if address := element.text if name == "loc" else element.get("href") if name == "link" else None:
            found.add(address)
    return found
