"""Views of what machines read: feeds, the sitemap, the graph of citations, files whose text is ready."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.html import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """`id` never changes once published; `day` is ISO, a date of Việt Nam, as is `updated`, when it last changed."""

    id: str
    url: str
    title: str
    day: str
    updated: str
    summary: str
    html: Html
    author: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """One feed, for both of its forms."""

    title: str
    description: str
    id: str
    url: str
    self_url: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """(full address, ISO day or "") of every page."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """A directed graph: a node is (id, values), an edge (from, to, values); the keys name the values."""

    node_keys: tuple[str, ...]
    edge_keys: tuple[str, ...]
    nodes: tuple[tuple[str, tuple[str, ...]], ...]
    edges: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A file whose text is ready (robots.txt, JSON, CSV)."""

    text: str
