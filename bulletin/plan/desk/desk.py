"""What all planners share: the ward, the day, who is shown, and how a notice becomes a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bulletin.knowledge import Knowledge
from bulletin.model.abbreviation import Abbreviation
from bulletin.model.archive import Entry, PageEntry
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.synonym import Synonym
from bulletin.model.views.frame import Anchor, Card, Frame
from bulletin.model.ward import Ward
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.desk.day import Almanac
from bulletin.plan.desk.dispatch import Dispatches
from bulletin.plan.desk.replaced_and_repealed import Ended
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standings, card
from bulletin.plan.desk.task import Task
from bulletin.words.papers.succession import ByNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A withdrawn notice, and what it asked as long as it stood: what subscribers hold of it is cancelled. `files` are
    the addresses of those that it handed out, `corrected` is how often it had been changed."""

    withdrawn: Withdrawn
    tasks: tuple[Task, ...] = ()
    files: frozenset[str] = frozenset()
    corrected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a planner may look at. `shown` and `current` are oldest first; `current` are those in force: neither
    expired nor ended by another. `over` are those of them that have the last day of what they tell, here by key,
    behind them: they stay in force, and stand behind the others, as do those `off`, all of which is called off, and
    those `stopped` by another. Of what is `gone` no entry lies here."""

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
    gone: tuple[Gone, ...] = ()

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
