"""`/viet-tat/`: what the abbreviations of the notices mean, and where each is used."""

from __future__ import annotations

from collections import defaultdict

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Page
from bulletin.model.views.search import GlossaryRow, GlossaryView
from bulletin.plan.desk.desk import Desk
from bulletin.words.text.alphabet import collation_key

_SHOWN = 5


def glossary(desk: Desk) -> Page:
    """Those that the notices use first, with the newest notices that do; then the other rows."""
    used: dict[str, list[Entry]] = defaultdict(list)
    for entry in desk.shown[::-1]:
        for row in entry.prose.abbreviations:
            used[row.code].append(entry)
    rows = sorted((r for r in desk.abbreviations if r.kind != "symbol"), key=lambda r: collation_key(r.code))
    groups = [
        tuple(
            GlossaryRow(
                code=row.code,
                also=row.also,
                means=row.means,
                ambiguous=row.ambiguous,
                verified=row.verified,
                count=len(used[row.code]),
                notices=tuple(_notice(desk, entry) for entry in used[row.code][:_SHOWN]),
            )
            for row in rows
            if (row.code in used) is wanted
        )
        for wanted in (True, False)
    ]
    view = GlossaryView(frame=desk.frame(addresses.GLOSSARY, "Chữ viết tắt"), used=groups[0], others=groups[1])
    return Page(url=addresses.GLOSSARY, template="glossary.html", view=view)


def _notice(desk: Desk, entry: Entry) -> Anchor:
    return desk.anchor(addresses.notice_url(entry.notice.key), entry.notice.headline)
