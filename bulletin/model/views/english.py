"""The view of the page for readers of English."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Anchor, Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishView:
    """What the site holds: `sections` in English, with what they hold as `note`; `pages` in Vietnamese; `closed_on` is
    the day from which the ward is no more, «1 July 2025», or ""."""

    frame: Frame
    sections: tuple[Anchor, ...]
    pages: tuple[Anchor, ...]
    catalogue: str
    closed_on: str = ""
