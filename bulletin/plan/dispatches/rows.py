"""A cited document in one line of a list, on its own pages and on those of notices."""

from __future__ import annotations

from bulletin import addresses
from bulletin.model.dispatch import Mention
from bulletin.model.views.dispatches import DispatchRow
from bulletin.plan.desk.dispatch import Citing, Dispatch
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.dispatches.vocabulary import GUESSES
from bulletin.words.dates.printed import short


def dispatch_row(
    site: Site, dispatch: Dispatch, note: str, *, issuer: bool = True, subject: bool = True
) -> DispatchRow:
    """A dispatch as lists show it; without its `issuer` or its `subject` where the page says it elsewhere."""
    here = dispatch.published_as
    return DispatchRow(
        href=site.href(addresses.dispatch_url(dispatch.address)),
        text=dispatch.label,
        date=short(dispatch.dated) if dispatch.dated else "",
        iso=dispatch.dated.isoformat() if dispatch.dated else "",
        issuer=dispatch.issued_by if issuer else "",
        subject=(dispatch.about or (here.notice.headline if here else "")) if subject else "",
        guess=", ".join(guesses(dispatch)),
        note=note,
        here=site.href(addresses.notice_url(here.notice.key)) if here else "",
    )


def guesses(dispatch: Dispatch) -> tuple[str, ...]:
    """«ngày suy đoán» …: what of it was inferred, in words."""
    guessed = dispatch.guessed
    if "date" in guessed:
        guessed -= {"period"}  # the year is guessed with the day
    return tuple(words for what, words in GUESSES.items() if what in guessed) if guessed else ()


def place_of(site: Site, citing: Citing, mention: Mention | None = None) -> str:
    """Where a notice cites: at `mention`, else at its first, else somewhere in it."""
    cited = mention or next(iter(citing.mentions), None)
    url = addresses.notice_url(citing.entry.notice.key)
    return site.href(f"{url}#{cited.anchor}" if cited and cited.anchor else url)
