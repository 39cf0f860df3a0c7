"""`/viet-tat/`: what the abbreviations of the notices mean, and where each is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.abbreviation import Abbreviation
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Planned
from bulletin.model.views.search import GlossaryLetter, GlossaryRow, GlossaryView
from bulletin.plan.desk.site_frame import Site
from bulletin.words.text.alphabet import collation_key

# The newest notices that are named beside an abbreviation.
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviatingNotice:
    """A shown notice, and the `codes` that stand in its text."""

    key: str
    headline: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryInputs:
    """What the glossary sees: all rows, and the `notices` that use some, oldest first."""

    site: Site
    rows: tuple[Abbreviation, ...]
    notices: tuple[AbbreviatingNotice, ...]


def glossary(seen: GlossaryInputs) -> Planned:
    """The page of abbreviations."""
    return Planned(url=addresses.GLOSSARY, template="glossary.html", view=partial(glossary_view, seen))


def glossary_view(seen: GlossaryInputs) -> GlossaryView:
    """Those that the notices use first, with the newest notices that do; then the other rows by letter."""
    used: dict[str, list[AbbreviatingNotice]] = defaultdict(list)
    for notice in reversed(seen.notices):
        for code in notice.codes:
            used[code].append(notice)
    rows = sorted((row for row in seen.rows if row.kind != "symbol"), key=lambda row: collation_key(row.code))
    others = (row for row in rows if row.code not in used)
    letters = tuple(
        GlossaryLetter(id=f"_{ord(letter):x}", title=letter, rows=tuple(_row(seen.site, row, ()) for row in below))
        for letter, below in groupby(others, key=lambda row: row.code[:1].upper())
    )
    return GlossaryView(
        frame=seen.site.frame(addresses.GLOSSARY, "Chữ viết tắt"),
        jumps=tuple(Anchor(href=f"#{letter.id}", text=letter.title) for letter in letters),
        used=tuple(_row(seen.site, row, used[row.code]) for row in rows if row.code in used),
        others=letters,
    )


def _row(site: Site, row: Abbreviation, notices: Sequence[AbbreviatingNotice]) -> GlossaryRow:
    return GlossaryRow(
        code=row.code,
        also=row.also,
        means=row.means,
        ambiguous=row.ambiguous,
        verified=row.verified,
        count=len(notices),
        notices=tuple(site.anchor(addresses.notice_url(one.key), one.headline) for one in notices[:_SHOWN]),
    )
