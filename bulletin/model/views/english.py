"""The view of the page for readers of English."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Anchor, Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishView:
    """What the site holds: `sections` in English, with what they hold as `note`; `pages` in Vietnamese."""

    frame: Frame
    sections: tuple[Anchor, ...]
    pages: tuple[Anchor, ...]
    catalogue: str
