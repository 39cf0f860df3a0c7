"""How a list goes over pages: counted from the oldest, so that one more entry changes few of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
# So many cards of notices, or lines of cited documents, are less than eight screens of a phone of 360 × 740, and so are
# those of the newest page with what stands there because it would be too few for a page of its own.
PER_PAGE, LEAST = 20, 5


def over_pages(oldest_first: Sequence[T]) -> tuple[Sequence[T], ...]:
    """The pages of a list, the oldest first; a list of nothing has one. A page that is not the newest is filled, and
    stays as it is whatever comes."""
    last = max(0, len(oldest_first) - LEAST) // PER_PAGE
    cuts = [page * PER_PAGE for page in range(last + 1)]
    return tuple(oldest_first[cut : cut + PER_PAGE] if cut < cuts[-1] else oldest_first[cut:] for cut in cuts)


def is_one_page(rows: Sequence[object]) -> bool:
    """Whether a list of them needs no second page."""
    return len(over_pages(rows)) == 1
