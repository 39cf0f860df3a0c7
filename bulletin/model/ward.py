"""Ward: what `content/site.yml` says, once checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bulletin.model.contact import Contact, Office
from bulletin.model.issuer import Issuer, Tier
from bulletin.model.number_series import Renumbered
from bulletin.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One entry of the menu; `url` is an address inside this site («/lien-he/»)."""

    title: str
    url: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A site of another body to which every page leads: «Cổng Dịch vụ công quốc gia», https."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """The configuration. `origin` is «https://host», `base` the path under it without final slash («» or «/phuong»).

    `fields` maps the address part to the name: {"y-te": "Y tế"}; `chain` goes from the ward upwards; `issuers` are its
    own rows, which go before the common ones; `years` are those whose calendar is wanted besides; `renumbered` is when
    numbers begin anew within a year; `security` is the mail or https address where a hole is told, or ""; `moved_to`
    leads from the name of a place that followed the ward to its site.
    """

    name: str
    description: str
    origin: str
    base: str
    issuer: str
    signed_at: str
    fields: Mapping[str, str]
    menu: tuple[MenuItem, ...]
    contacts: tuple[Contact, ...]
    footer: tuple[MenuItem, ...] = ()
    related: tuple[Related, ...] = ()
    chain: tuple[Tier, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    years: tuple[int, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    security: str = ""
    moved_to: Mapping[str, str] = field(default_factory=dict)
    office: Office | None = None

    def ended(self, today: date) -> Tier | None:
        """Its own row of the chain, from the first day without it on: its `until`."""
        own = (tier for tier in self.chain if tier.level == "commune")
        return next((tier for tier in own if tier.until and tier.until <= today), None)

    def href(self, url: str) -> str:
        """The address of «/x/» as a page of this site writes it: under the base path."""
        return self.base + url

    def absolute(self, url: str) -> str:
        """The full address of «/x/»."""
        return self.origin + self.base + url
