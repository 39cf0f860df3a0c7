"""`/lien-he/`: whom to ask and where, as site.yml says, for a ward that has written no such page itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.views.contact import ContactView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.site_frame import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactInputs:
    """What the page sees: all that it says stands in the frame of the `site`."""

    site: Site


def contact(seen: ContactInputs) -> Planned:
    """The page."""
    return Planned(url=addresses.CONTACT, template="contact.html", view=partial(contact_view, seen))


def contact_view(seen: ContactInputs) -> ContactView:
    """What is on it."""
    return ContactView(
        frame=seen.site.frame(
            addresses.CONTACT, "Liên hệ", description=f"Địa chỉ, giờ làm việc, điện thoại: {seen.site.speaker.body}."
        )
    )
