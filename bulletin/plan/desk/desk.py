"""What all planners share: the ward, the day, who is shown, and how a notice becomes a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletin.knowledge import Knowledge
from bulletin.model.abbreviation import Abbreviation
from bulletin.model.archive import Archive, Entry, PageEntry
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.synonym import Synonym
from bulletin.model.views.frame import Anchor, Card, Frame
from bulletin.model.ward import Ward
from bulletin.plan.desk.almanac import Almanac, almanac
from bulletin.plan.desk.changes import of_source
from bulletin.plan.desk.ended_notices import Ended, ended, stopped, without_hidden
from bulletin.plan.desk.over import all_off, over
from bulletin.plan.desk.site_frame import Site, site
from bulletin.plan.desk.standing import Standing, Standings, card
from bulletin.plan.desk.visibility import is_shown, state
from bulletin.plan.desk.who_cites_what import Dispatches, gather
from bulletin.words.papers.succession import ByNumber, numbered


def _order(entry: Entry) -> tuple[date, date, str]:
    """Oldest first; total, so no list depends on the order of files."""
    return entry.notice.published_on, entry.notice.signed_on, entry.notice.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a planner may look at. `shown` and `current` are oldest first; `current` are those in force: neither
    expired nor ended by another. `over` are those of them that have the last day of what they tell, here by key,
    behind them: they stay in force, and stand behind the others, as do those `off`, all of which is called off, and
    those `stopped` by another."""

    ward: Ward
    site: Site
    today: date
    preview: bool
    static: Mapping[str, str]
    shown: tuple[Entry, ...]
    current: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    assets: Mapping[str, Asset]
    by_number: ByNumber
    ended: Mapping[str, Ended]
    stopped: Mapping[str, Ended]
    over: Mapping[str, date]
    off: frozenset[str]
    standings: Standings
    dispatches: Dispatches
    almanac: Almanac
    abbreviations: tuple[Abbreviation, ...]
    synonyms: tuple[Synonym, ...]
    known: Knowledge
    picture: str

    def frame(
        self,
        url: str,
        title: str,
        *,
        description: str = "",
        crumbs: Iterable[Anchor] = (),
        kind: str = "website",
        lang: str = "vi",
    ) -> Frame:
        """As Site.frame."""
        return self.site.frame(url, title, description=description, crumbs=crumbs, kind=kind, lang=lang)

    def anchor(self, url: str, text: str, note: str = "") -> Anchor:
        """As Site.anchor."""
        return self.site.anchor(url, text, note)

    def card(self, entry: Entry) -> Card:
        """A notice as lists show it."""
        return card(self.site, self.standings[entry.notice.key])

    def is_behind(self, entry: Entry) -> bool:
        """As Standing.is_behind."""
        return self.standings[entry.notice.key].is_behind

    def last_day(self, notice: Notice) -> str:
        """As Standing.last_day."""
        return self.standings[notice.key].last_day


def desk(
    archive: Archive,
    ward: Ward,
    today: date,
    static: Mapping[str, str],
    known: Knowledge,
    *,
    picture: str = "",
    preview: bool,
) -> Desk:
    """Lay the desk: hidden things do not get onto it. `static` leads from «style.css» to its address, and `picture` is
    that of the picture which previews show of a page that has none of its own. `known` are the common rows."""
    shown = tuple(sorted((e for e in archive.entries if is_shown(e.notice, today, preview=preview)), key=_order))
    by_number = numbered(shown)
    gone = ended(shown, by_number)
    dispatches = gather(shown, archive.known, by_number, known.issuer_rows, archive.renumbered)
    cited = dispatches.by_key.keys()
    archive = replace(archive, campaigns=without_hidden(archive.campaigns, archive.entries, shown, cited))
    book = almanac(archive, ward, today, shown, dispatches, preview=preview)
    halted = stopped(shown, by_number, gone)
    last_days, off = over(shown, gone, today, book.changes), all_off(shown, gone, today, book.changes)
    standings = {
        entry.notice.key: Standing(
            notice=entry.notice,
            today=today,
            state=state(entry.notice, today),
            ended=gone.get(entry.notice.key),
            stopped=halted.get(entry.notice.key),
            last=last_days.get(entry.notice.key),
            is_off=entry.notice.key in off,
            changes=of_source(book.changes, entry.notice.key),
        )
        for entry in shown
    }
    return Desk(
        ward=ward,
        site=site(ward, static, picture=picture, preview=preview),
        today=today,
        preview=preview,
        static=static,
        shown=shown,
        current=tuple(entry for entry in shown if standings[entry.notice.key].is_current),
        pages=tuple(p for p in archive.pages if is_shown(p.page, today, preview=preview)),
        assets=archive.assets,
        by_number=by_number,
        ended=gone,
        stopped=halted,
        over=last_days,
        off=off,
        standings=standings,
        dispatches=dispatches,
        almanac=book,
        abbreviations=archive.abbreviations,
        synonyms=archive.synonyms,
        known=known,
        picture=picture,
    )
