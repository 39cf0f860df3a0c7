"""Archive: all that a ward has written, once it has been understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.anniversary import Anniversary, DayOff
from bulletin.model.campaign import Campaign
from bulletin.model.dispatch import KnownDispatch
from bulletin.model.notice import Notice, PlainPage
from bulletin.model.number_series import Renumbered
from bulletin.model.occasion import OccasionSaid
from bulletin.model.prose import Prose
from bulletin.model.search_words import NOTHING, Indexed
from bulletin.model.sensitive import NOT_LOOKED, Looked
from bulletin.model.source import Asset
from bulletin.model.synonym import Synonym
from bulletin.model.withdrawn import Withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A notice, what it says, and what search keeps of it; `above` are the occasions of its title and its card,
    `looked` what of its file may not be public."""

    notice: Notice
    prose: Prose
    indexed: Indexed = NOTHING
    above: tuple[OccasionSaid, ...] = ()
    looked: Looked = NOT_LOOKED


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A plain page, what it says, and what search keeps of it."""

    page: PlainPage
    prose: Prose
    indexed: Indexed = NOTHING
    looked: Looked = NOT_LOOKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All that the ward has written, hidden things included; who sees what is decided by `visibility_and_urgency`.

    `anniversaries` and `days_off` are the common rows with the ward's own, and so is when numbers are `renumbered`.
    Of what is `withdrawn` there may be an entry too, as of other hidden things: what leads to it is told by it.
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
    withdrawn: tuple[Withdrawn, ...] = ()
