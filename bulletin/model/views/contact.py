"""The view of the page that says whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """All of it stands in the frame."""

    frame: Frame
