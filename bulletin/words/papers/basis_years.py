"""Which documents the number of a basis may mean."""

from __future__ import annotations

from bulletin.model.campaign import Basis, Campaign
from bulletin.model.notice import Notice
from bulletin.model.withdrawn import Withdrawn
from bulletin.words.papers.document_numbers import number_slug


def years_of(basis: Basis, campaign: Campaign) -> tuple[int, ...]:
    """In which years a document that a campaign rests on may have been signed, the likeliest first; () for any year.

    Editors may leave out its date: then it is of the year in which the campaign ends, or of the one before.
    """
    if basis.number.year or basis.dated:
        return (basis.number.year or (basis.dated.year if basis.dated else 0),)
    return (year := max(campaign.days).year, year - 1) if campaign.days else ()


def may_mean(basis: Basis, campaign: Campaign, notice: Notice | Withdrawn) -> bool:
    """Whether a notice of ours has that number, in such a year."""
    if not notice.number or number_slug(notice.number) != number_slug(basis.number):
        return False
    years = years_of(basis, campaign)
    return not years or (notice.number.year or notice.signed_on.year) in years
