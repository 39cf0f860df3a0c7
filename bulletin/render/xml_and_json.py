"""Feeds, sitemap, the graph of citations, texts for search. The only door to feedgenerator."""

from __future__ import annotations

import html
import json
from datetime import datetime
from io import StringIO
from xml.etree import ElementTree

from feedgenerator import Atom1Feed

from bulletin.model.views.machines import FeedView, GraphView, SitemapView
from bulletin.model.views.search import FoundView
from bulletin.words.dates.printed import VIETNAM


def _instant(day: str) -> datetime:
    """A day begins at 00:00 +07:00."""
    return datetime.fromisoformat(day).replace(tzinfo=VIETNAM)


class _Atom(Atom1Feed):  # type: ignore[misc] # the library is untyped
    """An empty feed is as old as can be: the library would ask the clock."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_instant("1970-01-01"))


def atom(view: FeedView) -> bytes:
    """Atom 1.0 (RFC 4287)."""
    feed = _Atom(
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
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def sitemap(view: SitemapView) -> bytes:
    """sitemaps.org 0.9."""
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for url, day in view.rows:
        row = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(row, "loc").text = url
        if day:
            ElementTree.SubElement(row, "lastmod").text = day
    ElementTree.indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def found(view: FoundView) -> bytes:
    """JSON without a blank: phones pay for it."""
    return json.dumps(view.documents, ensure_ascii=False, separators=(",", ":")).encode()


def graphml(view: GraphView) -> bytes:
    """GraphML 1.0 (graphml.graphdrawing.org); empty values are left out."""
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for of, keys in (("node", view.node_keys), ("edge", view.edge_keys)):
        for key in keys:
            ElementTree.SubElement(
                root, "key", {"id": f"{of}-{key}", "for": of, "attr.name": key, "attr.type": "string"}
            )
    graph = ElementTree.SubElement(root, "graph", id="citations", edgedefault="directed")
    for id_, values in view.nodes:
        _values(ElementTree.SubElement(graph, "node", id=id_), "node", view.node_keys, values)
    for source, target, values in view.edges:
        _values(ElementTree.SubElement(graph, "edge", source=source, target=target), "edge", view.edge_keys, values)
    ElementTree.indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def _values(element: ElementTree.Element, of: str, keys: tuple[str, ...], values: tuple[str, ...]) -> None:
    for key, value in zip(keys, values, strict=True):
        if value:
            ElementTree.SubElement(element, "data", key=f"{of}-{key}").text = value
