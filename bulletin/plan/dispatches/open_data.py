"""Open data of citations: the dispatches as JSON and CSV, who cites what as JSON, CSV and GraphML (docs/du-lieu.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.issuer import Body
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.views.machines import EDGE_KEYS, NODE_KEYS, GraphEdge, GraphNode, GraphView, TextView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.csv_table import csv_table
from bulletin.plan.desk.dispatch import Citing, Dispatch
from bulletin.plan.desk.json_rows import rows_as_json
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standings
from bulletin.plan.desk.state_in_words import state_in_words
from bulletin.words.papers.body_names import whole_name

CSV_COLUMNS = (
    "key", "number", "type", "date", "year", "issuer", "subject", "guessed", "list_only", "cited_by", "url",
    "official_link", "published_as",
)  # fmt: skip
PAIR_COLUMNS = (
    "notice_number", "notice_title", "notice_issuer", "notice_date", "notice_state", "relation", "stated", "mentions",
    "document_number", "document_type", "document_date", "document_issuer", "document_subject", "document_key",
    "notice_url", "document_url",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationsInputs:
    """What the data sees: all dispatches, the files of them that the ward has, by path, and the notices that cite, by
    their keys."""

    site: Site
    dispatches: tuple[Dispatch, ...]
    files: Mapping[str, Asset]
    citing: Standings


def citations(seen: CitationsInputs) -> Iterator[Planned]:
    """`dispatches.json` and `.csv`, one row a document; `citations.json`, `.graphml` and `.csv`, who cites what."""
    yield Planned(url=addresses.DISPATCHES_JSON, template="text", view=partial(dispatches_json, seen))
    yield Planned(url=addresses.DISPATCHES_CSV, template="text", view=partial(dispatches_csv, seen))
    yield Planned(url=addresses.CITATIONS_JSON, template="text", view=partial(citations_json, seen))
    yield Planned(url=addresses.CITATIONS_GRAPHML, template="graphml", view=partial(graph, seen))
    yield Planned(url=addresses.CITATIONS_CSV, template="text", view=partial(citations_csv, seen))


def dispatches_json(seen: CitationsInputs) -> TextView:
    """A row a document; what is not told is null."""
    rows = (_row(seen, dispatch) for dispatch in seen.dispatches)
    return TextView(text=rows_as_json(seen.site, {"dispatches": rows}))


def dispatches_csv(seen: CitationsInputs) -> TextView:
    """The same as a table, without what has no room in a cell; of the notices that cite only how many they are."""
    rows = (_row(seen, dispatch) for dispatch in seen.dispatches)
    counted = (
        row | {"cited_by": None if row["list_only"] else len(dispatch.cited)}
        for row, dispatch in zip(rows, seen.dispatches, strict=True)
    )
    return TextView(text=csv_table(CSV_COLUMNS, counted))


def citations_csv(seen: CitationsInputs) -> TextView:
    """A line a pair of a notice and a document that it cites, the newest notice first, whatever has become of it."""
    pairs = sorted(
        ((citing, dispatch) for dispatch in seen.dispatches for citing in dispatch.cited),
        key=lambda pair: (pair[0].entry.notice.signed_on, pair[0].entry.notice.key),
        reverse=True,
    )
    return TextView(text=csv_table(PAIR_COLUMNS, (_pair(seen, citing, dispatch) for citing, dispatch in pairs)))


def _pair(seen: CitationsInputs, citing: Citing, dispatch: Dispatch) -> dict[str, object]:
    """One pair. Of an internal paper only what names it."""
    site, notice, told = seen.site, citing.entry.notice, not dispatch.list_only
    return {
        "notice_number": notice.number.normal if notice.number else None,
        "notice_title": notice.title,
        "notice_issuer": whole_name(notice.issuer),
        "notice_date": notice.signed_on.isoformat(),
        "notice_state": state_in_words(seen.citing[notice.key]),
        "relation": citing.relations if told else (),
        "stated": citing.stated if told else None,
        "mentions": len(citing.mentions),
        "document_number": dispatch.number.normal,
        "document_type": dispatch.type or None,
        "document_date": dispatch.dated.isoformat() if dispatch.dated else None,
        "document_issuer": dispatch.issued_by or None,
        "document_subject": dispatch.about or None,
        "document_key": dispatch.key,
        "notice_url": site.absolute(addresses.notice_url(notice.key)),
        "document_url": site.absolute(addresses.dispatch_url(dispatch.address)),
    }


def citations_json(seen: CitationsInputs) -> TextView:
    """The graph as two lists."""
    cites = graph(seen)
    nodes = ({"id": node.id, **{key: getattr(node, key) for key in NODE_KEYS}} for node in cites.nodes)
    edges = (
        {"from": edge.source, "to": edge.target, **{key: getattr(edge, key) for key in EDGE_KEYS}}
        for edge in cites.edges
    )
    return TextView(text=rows_as_json(seen.site, {"nodes": nodes, "edges": edges}))


def _ended(body: Body | None) -> str | None:
    """«2025-07-01», «2025-02» where only the month is known; None for a body that goes on, or may."""
    return (body.about or (body.until and body.until.isoformat()) or None) if body else None


def _row(seen: CitationsInputs, dispatch: Dispatch) -> dict[str, object]:
    """One dispatch. Of an internal paper only what names it; what is not told is null."""
    site, known = seen.site, dispatch.known
    row: dict[str, object] = {
        "key": dispatch.key,
        "number": dispatch.number.normal,
        "type": dispatch.type or None,
        "date": dispatch.dated.isoformat() if dispatch.dated else None,
        "year": dispatch.year,
        "issuer": dispatch.issued_by or None,
        "issuer_ended": _ended(dispatch.body),
        "guessed": sorted(dispatch.guessed),
        "list_only": dispatch.list_only,
        "url": site.absolute(addresses.dispatch_url(dispatch.address)),
        "subject": None,
        "official_link": None,
        "file": None,
        "published_as": None,
        "cited_by": None,
    }
    if dispatch.list_only:
        return row
    asset = seen.files.get(known.file) if known and known.file else None
    here = dispatch.published_as
    return row | {
        "subject": dispatch.about or None,
        "official_link": (known.link if known else "") or None,
        "file": site.absolute(addresses.asset_url(asset.path)) if asset else None,
        "published_as": site.absolute(addresses.notice_url(here.notice.key)) if here else None,
        "cited_by": [
            {
                "url": site.absolute(addresses.notice_url(citing.entry.notice.key)),
                "relations": list(citing.relations),
                "stated": citing.stated,
                "places": [m.anchor for m in citing.mentions if m.anchor],
            }
            for citing in dispatch.cited
        ],
    }


def graph(seen: CitationsInputs) -> GraphView:
    """Notices and dispatches; «cites» from notice to dispatch, «is» from a dispatch to the notice that it is."""
    notices: dict[str, Notice] = {}
    edges: list[GraphEdge] = []
    for dispatch in seen.dispatches:
        id_ = _dispatch_id(dispatch)
        for citing in dispatch.cited:
            notice = notices.setdefault(citing.entry.notice.key, citing.entry.notice)
            relation, mentions = "; ".join(citing.relations), len(citing.mentions)
            edges.append(
                GraphEdge(source=_notice_id(notice), target=id_, kind="cites", relation=relation, mentions=mentions)
            )
        if dispatch.published_as:
            notice = notices.setdefault(dispatch.published_as.notice.key, dispatch.published_as.notice)
            edges.append(GraphEdge(source=id_, target=_notice_id(notice), kind="is", relation="", mentions=0))
    nodes = [_notice_node(seen.site, notice) for notice in notices.values()]
    nodes += [_dispatch_node(seen.site, dispatch) for dispatch in seen.dispatches]
    return GraphView(nodes=tuple(sorted(nodes)), edges=tuple(sorted(edges)))


def _notice_id(notice: Notice) -> str:
    """«notice:2022.75-tb-du»: GraphML allows no «/» in an id."""
    return f"notice:{notice.key.replace('/', '.')}"


def _dispatch_id(dispatch: Dispatch) -> str:
    return f"dispatch:{dispatch.key}"


def _notice_node(site: Site, notice: Notice) -> GraphNode:
    return GraphNode(
        id=_notice_id(notice),
        kind="notice",
        label=notice.title,
        type=notice.type,
        number=notice.number.normal if notice.number else "",
        date=notice.signed_on.isoformat(),
        issuer=notice.issuer,
        url=site.absolute(addresses.notice_url(notice.key)),
    )


def _dispatch_node(site: Site, dispatch: Dispatch) -> GraphNode:
    return GraphNode(
        id=_dispatch_id(dispatch),
        kind="dispatch",
        label=dispatch.label,
        type=dispatch.type,
        number=dispatch.number.normal,
        date=dispatch.dated.isoformat() if dispatch.dated else "",
        issuer=dispatch.issued_by,
        url=site.absolute(addresses.dispatch_url(dispatch.address)),
    )
