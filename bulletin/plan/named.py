"""Which notice of ours a number names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from bulletin.model.campaign import Basis, Campaign
from bulletin.model.notice import Number
from bulletin.model.site import Entry
from bulletin.plan.dispatches import ByNumber
from bulletin.words.bodies import body_slug
from bulletin.words.numbers import dispatch_key, number_slug
from bulletin.words.resting import may_mean, years_of

# What ends another notice, the gravest first.
ENDED = ("bãi bỏ", "thay thế")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How another has replaced or repealed a notice as a whole: `kind` of ENDED; `since`, the day it holds no more."""

    kind: str
    since: date


def numbered(shown: Iterable[Entry]) -> ByNumber:
    """`shown` by the year of signing and the folded number."""
    found: dict[tuple[int, str], tuple[Entry, ...]] = {}
    for entry in shown:
        if entry.notice.number:
            identity = entry.notice.signed_on.year, number_slug(entry.notice.number)
            found[identity] = (*found.get(identity, ()), entry)
    return found


def named(by_number: ByNumber, number: Number, year: int, issuer: str) -> Entry | None:
    """The notice of `number`, in the year that it gives, else in `year`.

    Of several issuers with one number, that of `issuer`; none when that does not decide.
    """
    found = by_number.get((number.year or year, number_slug(number)), ())
    own = tuple(e for e in found if body_slug(e.notice.issuer) == body_slug(issuer))
    rows = own if len(found) > 1 else found
    return rows[0] if len(rows) == 1 else None


def ended(shown: Iterable[Entry], by_number: ByNumber) -> dict[str, Ended]:
    """Key of a notice → how it has ended, where the front matter of another says so."""
    found: dict[str, Ended] = {}
    for entry in shown:
        for relation in entry.notice.relations:
            if relation.kind not in ENDED:
                continue
            year = (relation.dated or entry.notice.signed_on).year
            target = named(by_number, relation.number, year, entry.notice.issuer)
            if target and target.notice.key != entry.notice.key:
                this = Ended(kind=relation.kind, since=entry.notice.signed_on)
                other = found.get(target.notice.key, this)
                found[target.notice.key] = Ended(
                    kind=min(this.kind, other.kind, key=ENDED.index), since=min(this.since, other.since)
                )
    return found


def rested_on(by_number: ByNumber, basis: Basis, campaign: Campaign) -> Entry | None:
    """The notice that a campaign rests on. Without a date the latest of its number that is not later than it."""
    found = (named(by_number, basis.number, year, "") for year in years_of(basis, campaign))
    last = max(campaign.days, default=date.max)
    return next((e for e in found if e and (basis.dated or e.notice.signed_on <= last)), None)


def without_hidden(
    campaigns: Iterable[Campaign], entries: Iterable[Entry], shown: Iterable[Entry], cited: Collection[str]
) -> tuple[Campaign, ...]:
    """The campaigns without what rests on notices that are not shown (yet): neither do their numbers become public, nor
    is a window official before the notice that sets it. A number that a shown notice has too is no secret, and one with
    the date of another document, of those `cited` (keys), is that document's."""
    seen = {entry.notice.place for entry in shown}
    numbered_ = [entry.notice for entry in entries if entry.notice.number]
    hidden = [notice for notice in numbered_ if notice.place not in seen]
    public = [notice for notice in numbered_ if notice.place in seen]

    def is_secret(basis: Basis, campaign: Campaign) -> bool:
        ours = [notice for notice in hidden if may_mean(basis, campaign, notice)]
        if not ours or any(may_mean(basis, campaign, notice) for notice in public):
            return False
        keys = tuple(f"{dispatch_key(basis.number, year)}-" for year in years_of(basis, campaign))
        known = any(f"{key}-".startswith(keys) for key in cited)
        return not (known and basis.dated and basis.dated not in [notice.signed_on for notice in ours])

    def bare(campaign: Campaign) -> Campaign:
        def kept(basis: Basis | None) -> Basis | None:
            return None if basis and is_secret(basis, campaign) else basis

        return replace(
            campaign,
            windows=tuple(replace(window, basis=kept(window.basis)) for window in campaign.windows),
            slogans=tuple(replace(slogan, basis=kept(slogan.basis)) for slogan in campaign.slogans),
            basis=tuple(basis for basis in campaign.basis if kept(basis)),
        )

    return tuple(map(bare, campaigns)) if hidden else tuple(campaigns)
