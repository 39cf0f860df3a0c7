"""Views of what machines read: feeds, the sitemap, the graph of citations, files whose text is ready."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

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
class FeedGone:
    """What was an item and is called back, on the ISO `day`; `title` says so and tells nothing else."""

    id: str
    url: str
    title: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """One feed, for both of its forms."""

    title: str
    description: str
    id: str
    url: str
    self_url: str
    items: tuple[FeedItem, ...]
    gone: tuple[FeedGone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapRow:
    """A page by its full address; `lastmod` is the ISO day on which it last changed, "" where nobody knows."""

    url: str
    lastmod: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """Every page for people, sorted by address."""

    rows: tuple[SitemapRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class GraphNode:
    """A notice or a cited document, by its `kind`; `date` is ISO or ""."""

    id: str
    kind: Literal["notice", "dispatch"]
    label: str
    type: str
    number: str
    date: str
    issuer: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class GraphEdge:
    """«cites» from a notice to a document, with the number of its `mentions`; «is» from a document to the notice that
    it is. `source` and `target` are ids of nodes."""

    source: str
    target: str
    kind: Literal["cites", "is"]
    relation: str
    mentions: int


# What a node or an edge is told with, beside its ids, in the order of the open data.
NODE_KEYS = tuple(field.name for field in fields(GraphNode) if field.name != "id")
EDGE_KEYS = tuple(field.name for field in fields(GraphEdge) if field.name not in ("source", "target"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """A directed graph, sorted by ids."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A file whose text is ready (robots.txt, JSON, CSV)."""

    text: str
