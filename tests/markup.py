"""What a page shows of a text that was read."""

from __future__ import annotations

from bulletin.model.html import Html
from bulletin.model.prose import Prose
from bulletin.plan.notices.html_of_text import Addresses, html_of


def markup_of(prose: Prose, base: str = "") -> Html:
    """Its markup on the page of a site under `base`."""
    return html_of(prose.text, Addresses(base=base))
