"""What a notice says, as markup: for its own page, and for readers of feeds, who see it elsewhere."""

from __future__ import annotations

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.html import Html
from bulletin.plan.desk.dispatch import Cites
from bulletin.plan.notices.contents import with_places
from bulletin.plan.notices.html_of_text import Addresses, html_of


def body_on_site(entry: Entry, cites: Cites, base: str, alone: Html) -> Html:
    """For a page of the site under `base`; numbers of documents that share theirs lead to the one that is meant, as
    what the notice `cites` tells. `alone` is body_alone(): of most notices it is that."""
    meant = _meant(cites)
    return html_of(with_places(entry.prose), Addresses(base=base, mentions=meant)) if meant else alone


def body_elsewhere(entry: Entry, cites: Cites, base: str, origin: str) -> Html:
    """The same with whole addresses."""
    page = f"{origin}{base}{addresses.notice_url(entry.notice.key)}"
    whole = Addresses(base=base, origin=origin, page=page, mentions=_meant(cites))
    return html_of(entry.prose.text, whole)


def body_alone(entry: Entry, base: str) -> Html:
    """The same by what the notice itself tells, whatever others say."""
    return html_of(with_places(entry.prose), Addresses(base=base))


def _meant(cites: Cites) -> dict[str, str]:
    """The anchors of mentions whose document stands at another address than the one that the notice alone tells."""
    return {
        mention.anchor: addresses.dispatch_url(dispatch.address)
        for dispatch, citing in cites
        for mention in citing.mentions
        if mention.anchor and mention.address != dispatch.address
    }
