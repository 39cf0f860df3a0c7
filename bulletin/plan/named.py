"""Which notice of ours a number names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bulletin.model.campaign import Basis, Campaign
from bulletin.model.notice import Number
from bulletin.model.site import Entry
from bulletin.plan.dispatches import ByNumber
from bulletin.words.numbers import number_slug


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
    own = tuple(e for e in found if e.notice.issuer == issuer)
    rows = own if len(found) > 1 else found
    return rows[0] if len(rows) == 1 else None


def years_of(basis: Basis, campaign: Campaign) -> tuple[int, ...]:
    """In which years a document that a campaign rests on may have been signed, the likeliest first.

    Editors may leave out its date: then it is of the year in which the campaign ends, or of the one before.
    """
    if basis.number.year or basis.dated:
        return (basis.number.year or (basis.dated.year if basis.dated else 0),)
    return (year := max(campaign.days).year, year - 1) if campaign.days else ()


def rested_on(by_number: ByNumber, basis: Basis, campaign: Campaign) -> Entry | None:
    """The notice that a campaign rests on. Without a date the latest of its number that is not later than it."""
    found = (named(by_number, basis.number, year, "") for year in years_of(basis, campaign))
    last = max(campaign.days, default=date.max)
    return next((e for e in found if e and (basis.dated or e.notice.signed_on <= last)), None)
