"""Open data of citations: the dispatches as JSON and CSV, who cites what as JSON and GraphML. docs/du-lieu.md tells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.issuer import Body
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.views.machines import EDGE_KEYS, NODE_KEYS, GraphEdge, GraphNode, GraphView, TextView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.json_rows import rows_as_json
from bulletin.plan.desk.site_frame import Site

CSV_COLUMNS = (
    "key", "number", "type", "date", "year", "issuer", "subject", "guessed", "list_only", "cited_by", "url",
    "official_link", "published_as",
)  # fmt: skip
# What a spreadsheet would take for a formula, or for a date or a figure where a text is meant: «=1+1», «12/5».
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
_FIGURE = re.compile(r"\s*(?:0\d+|\d{12,}|\d[\dEe]*[\s.,/:%-][\d\s.,/:%Ee-]*|\d+[Ee]\d+)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationsInputs:
    """What the data sees: all dispatches, and the files of them that the ward has, by path."""

    site: Site
    dispatches: tuple[Dispatch, ...]
    files: Mapping[str, Asset]


def citations(seen: CitationsInputs) -> Iterator[Planned]:
    """`dispatches.json` and `.csv`, one row a document; `citations.json` and `.graphml`, who cites what."""
    yield Planned(url=addresses.DISPATCHES_JSON, template="text", view=partial(dispatches_json, seen))
    yield Planned(url=addresses.DISPATCHES_CSV, template="text", view=partial(dispatches_csv, seen))
    yield Planned(url=addresses.CITATIONS_JSON, template="text", view=partial(citations_json, seen))
    yield Planned(url=addresses.CITATIONS_GRAPHML, template="graphml", view=partial(graph, seen))


def dispatches_json(seen: CitationsInputs) -> TextView:
    """A row a document; what is not told is null."""
    rows = (_row(seen, dispatch) for dispatch in seen.dispatches)
    return TextView(text=rows_as_json(seen.site, {"dispatches": rows}))


def dispatches_csv(seen: CitationsInputs) -> TextView:
    """The same as a table, without what has no room in a cell."""
    return TextView(text=_csv(_row(seen, dispatch) for dispatch in seen.dispatches))


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


def _csv(rows: Iterable[Mapping[str, object]]) -> str:
    """As Excel wants it: a mark of UTF-8, CRLF, and no text that it would reckon with."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for row in rows:
        writer.writerow([_cell(name, row[name]) for name in CSV_COLUMNS])
    return "\ufeff" + out.getvalue()


def _cell(name: str, value: object) -> str | int:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return value
        case list():
            return len(value) if name == "cited_by" else ", ".join(map(str, value))
        case _:
            text = " ".join(str(value).split())
            reckoned = _FORMULA.match(text) or (name != "date" and _FIGURE.fullmatch(text))
            return f"'{text}" if reckoned else text


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
