"""The site on its way out: what is known (Archive), what will be shown (Page), what is written (Files)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.calendar import Anniversary, DayOff
from bulletin.model.campaign import Campaign
from bulletin.model.dispatch import KnownDispatch
from bulletin.model.indexed import NOTHING, Indexed
from bulletin.model.notice import Notice, PlainPage
from bulletin.model.numbering import Renumbered
from bulletin.model.occasion import OccasionSaid
from bulletin.model.problem import Place
from bulletin.model.prose import Prose
from bulletin.model.source import Asset
from bulletin.model.synonym import Synonym
from bulletin.model.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A notice, what it says, and what search keeps of it; `above` are the occasions of its title and its card."""

    notice: Notice
    prose: Prose
    indexed: Indexed = NOTHING
    above: tuple[OccasionSaid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A plain page, what it says, and what search keeps of it."""

    page: PlainPage
    prose: Prose
    indexed: Indexed = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All that the ward has written, hidden things included; only `plan/visibility.py` decides what is shown.

    `anniversaries` and `days_off` are the common rows with the ward's own, and so is when numbers are `renumbered`.
    """

    entries: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    assets: Mapping[str, Asset]
    known: tuple[KnownDispatch, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address: what fills it, and which source it comes from (None: made by the program itself)."""

    url: str
    template: str
    view: View | Asset
    source: Place | None = None


# A whole site as a value: path in the output → bytes, or the file of content/ to copy there.
Files = Mapping[str, bytes | Asset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the disk: paths in the output, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
