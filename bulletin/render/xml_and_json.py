"""Feeds, sitemap, the graph of citations, results of search. The only door to feedgenerator."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from io import StringIO
from xml.sax.saxutils import XMLGenerator, escape
from xml.sax.xmlreader import AttributesImpl

from feedgenerator import Atom1Feed

from bulletin.model.views.machines import (
    EDGE_KEYS,
    NODE_KEYS,
    FeedGone,
    FeedView,
    GraphEdge,
    GraphNode,
    GraphView,
    SitemapRow,
    SitemapView,
)
from bulletin.model.views.search import SearchResultsView
from bulletin.words.dates.printed import VIETNAM

_IN_QUOTES = {'"': "&quot;"}


def _instant(day: str) -> datetime:
    """A day begins at 00:00 +07:00."""
    return datetime.fromisoformat(day).replace(tzinfo=VIETNAM)


def _emptied(day: str) -> datetime:
    """When an item was emptied: after all that was told on that very day, or readers keep what they have."""
    return _instant(day) + timedelta(seconds=1)


def _deleted(day: str) -> datetime:
    """When it was deleted: after it was emptied, or the empty item would stand for one that is there again."""
    return _emptied(day) + timedelta(seconds=1)


class _Atom(Atom1Feed):  # type: ignore[misc] # the library is untyped
    """An empty feed is as old as can be: the library would ask the clock. What is `gone` stands as a deleted entry (RFC
    6721), and as an item with nothing in it for readers that do not know these."""

    def __init__(self, gone: Iterable[FeedGone], **given: object) -> None:
        super().__init__(**given)
        self.gone = tuple(gone)

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_instant("1970-01-01"))

    def root_attributes(self) -> dict[str, str]:
        found: dict[str, str] = super().root_attributes()
        return {**found, "xmlns:at": "http://purl.org/atompub/tombstones/1.0"} if self.gone else found

    def write_items(self, handler: XMLGenerator) -> None:
        for one in self.gone:
            told = AttributesImpl({"ref": one.id, "when": _deleted(one.day).isoformat()})
            handler.startElement("at:deleted-entry", told)
            handler.endElement("at:deleted-entry")
        super().write_items(handler)


def atom(view: FeedView) -> bytes:
    """Atom 1.0 (RFC 4287)."""
    feed = _Atom(
        view.gone,
        title=view.title,
        link=view.url,
        description=view.description,
        language="vi",
        feed_url=view.self_url,
        feed_guid=view.id,
        author_name=view.title,
    )
    for item in view.items:
        feed.add_item(
            title=item.title,
            link=item.url,
            description=html.escape(item.summary),
            content=item.html,
            author_name=item.author,
            pubdate=_instant(item.day),
            updateddate=_instant(item.updated),
            unique_id=item.id,
            categories=item.tags,
        )
    for one in view.gone:
        feed.add_item(
            title=one.title,
            link=one.url,
            description="",
            content=one.title,
            updateddate=_emptied(one.day),
            unique_id=one.id,
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode() + b"\n"


def json_feed(view: FeedView) -> bytes:
    """JSON Feed 1.1."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "home_page_url": view.url,
        "feed_url": view.self_url,
        "description": view.description,
        "language": "vi",
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "title": item.title,
                "content_html": item.html,
                "summary": item.summary,
                "date_published": _instant(item.day).isoformat(),
                "date_modified": _instant(item.updated).isoformat(),
                "authors": [{"name": item.author}],
                "tags": list(item.tags),
            }
            for item in view.items
        ]
        + [
            {
                "id": one.id,
                "url": one.url,
                "title": one.title,
                "content_text": one.title,
                "date_modified": _emptied(one.day).isoformat(),
            }
            for one in view.gone
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def sitemap(view: SitemapView) -> bytes:
    """sitemaps.org 0.9."""
    rows = (_element("url", _addressed(row)) for row in view.rows)
    return _document(_element('urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', rows))


def _addressed(row: SitemapRow) -> Iterator[str]:
    yield f"<loc>{escape(row.url)}</loc>"
    if row.lastmod:
        yield f"<lastmod>{row.lastmod}</lastmod>"


def search_results(view: SearchResultsView) -> bytes:
    """JSON without a blank, for phones pay for it: an array of documents, each the array of its columns."""
    rows = [document.columns for document in view.documents]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def graphml(view: GraphView) -> bytes:
    """GraphML 1.0 (graphml.graphdrawing.org): each value is a `data` element, whose key is declared at the top with
    the kind of element that it is for; empty values are left out."""
    keys = (
        f'<key id="{tag}-{key}" for="{tag}" attr.name="{key}" attr.type="string" />'
        for tag, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS))
        for key in keys
    )
    nodes = (_element(f"node {_attribute('id', node.id)}", _data("node", node, NODE_KEYS)) for node in view.nodes)
    edges = (
        _element(
            f"edge {_attribute('source', edge.source)} {_attribute('target', edge.target)}",
            _data("edge", edge, EDGE_KEYS),
        )
        for edge in view.edges
    )
    graph = _element('graph id="citations" edgedefault="directed"', (*nodes, *edges))
    return _document(_element('graphml xmlns="http://graphml.graphdrawing.org/xmlns"', (*keys, graph)))


def _data(tag: str, described: GraphNode | GraphEdge, keys: tuple[str, ...]) -> Iterator[str]:
    """A `data` element for each of `keys` that `described` fills."""
    for key in keys:
        if text := str(getattr(described, key)):
            yield f'<data key="{tag}-{key}">{escape(text)}</data>'


def _attribute(name: str, value: str) -> str:
    return f'{name}="{escape(value, _IN_QUOTES)}"'


def _document(root: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n'.encode()


def _element(start: str, children: Iterable[str]) -> str:
    """The element whose tag is `start`, with its attributes: each child begins a line."""
    inside = "\n".join(children)
    return f"<{start}>\n{inside}\n</{start.partition(' ')[0]}>" if inside else f"<{start} />"
