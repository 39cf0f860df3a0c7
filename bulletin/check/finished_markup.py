"""What a finished file leads to and where one can lead in it. Nothing else of the program reads HTML.

A page is read by html5ever, the parser of nh3, as browsers read it. Where every address and id of a page is plainly
written, in double quotes inside a tag, as the templates of the house have it, they are cut out instead, which gives the
same in a fourth of the time.
"""

from __future__ import annotations

import html
import re
from sys import intern
from typing import NamedTuple
from xml.etree import ElementTree

import nh3

from bulletin.model.source import Asset

_IDS, _ADDRESSES = "id", frozenset(("href", "src"))
_ATTRIBUTES = {"*": {_IDS, *_ADDRESSES}}
_TAG = re.compile(rb"<[a-z][^<>]*")
_ODD = (b"='", b" =", b"\n=", b"= ", b"=\n")
_HALF_ENTITY = re.compile("&(?!#?[0-9A-Za-z]+;)")  # «?a=1&copy=2»: parsers have rules of their own for it


class Markup(NamedTuple):
    """The ids of a file, and the addresses it leads to, as they are meant: «/a/?x=1&y=2»."""

    ids: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()


def markup_of(path: str, data: bytes | Asset) -> Markup:
    """That of the file at `path`, a page, a feed or a map of the site; nothing for what is none of these."""
    if isinstance(data, Asset):
        return Markup()
    if path.endswith(".html"):
        return _cut_out(data) or _parsed(data.decode())
    if path.endswith((".xml", ".atom")):
        return Markup(addresses=frozenset(_xml(data)))
    return Markup()


def _cut_out(page: bytes) -> Markup | None:
    """What is plainly written; None where the page may hold more: words of a text that look like an attribute, another
    way of writing one, a comment, a sign «>» inside quotes."""
    if b"<!--" in page:
        return None
    tags, lower, values = b"".join(_TAG.findall(page)), page.lower(), dict[str, frozenset[str]]()
    if any(sign in tags for sign in _ODD):
        return None
    for name in (_IDS, *_ADDRESSES):
        _, *written = tags.split(f' {name}="'.encode())
        if len(written) != lower.count(f"{name}=".encode()):
            return None
        values[name] = frozenset(intern(one.partition(b'"')[0].decode()) for one in written)
    if any("&" in value and _HALF_ENTITY.search(value) for of_name in values.values() for value in of_name):
        return None
    ids, *others = (
        {html.unescape(value) if "&" in value else value for value in of_name} for of_name in values.values()
    )
    return Markup(ids=frozenset(ids), addresses=frozenset[str]().union(*others))


def _parsed(text: str) -> Markup:
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
