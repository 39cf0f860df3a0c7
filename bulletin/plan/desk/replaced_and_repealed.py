"""What has become of notices through others, and which of them campaigns rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletin.model.archive import Entry
from bulletin.model.campaign import Basis, Campaign
from bulletin.words.papers.basis_years import may_mean, years_of
from bulletin.words.papers.document_numbers import dispatch_key
from bulletin.words.papers.succession import ENDED, RESUMED, STOPPED, ByNumber, Stated, effective, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How another has ended or stopped a notice as a whole: `kind` of ENDED or STOPPED; `since`, the day it holds no
    more."""

    kind: str
    since: date


def ended(shown: Iterable[Entry], by_number: ByNumber) -> dict[str, Ended]:
    """Key of a notice → how it has ended, where the front matter of a later one says so."""
    by_key: dict[str, Ended] = {}
    for row in effective(shown, by_number):
        if row.relation.kind in ENDED:
            this = Ended(kind=row.relation.kind, since=row.source.notice.signed_on)
            other = by_key.get(row.target.notice.key, this)
            by_key[row.target.notice.key] = Ended(
                kind=min(this.kind, other.kind, key=ENDED.index), since=min(this.since, other.since)
            )
    return by_key


def stopped(shown: Iterable[Entry], by_number: ByNumber, gone: Mapping[str, Ended]) -> dict[str, Ended]:
    """Key of a notice → how it has been stopped, where the last to say anything of it has not let it go on. What a
    notice says that is repealed itself, one of `gone`, counts no more; what is ended need not be stopped."""
    said: dict[str, list[Stated]] = {}
    for row in effective(shown, by_number):
        by = gone.get(row.source.notice.key)
        if row.relation.kind in (*STOPPED, RESUMED) and not (by and by.kind == "bãi bỏ"):
            said.setdefault(row.target.notice.key, []).append(row)
    by_key = {}
    for key, rows in said.items():
        last = max(rows, key=lambda row: (row.source.notice.signed_on, row.source.notice.key))
        if last.relation.kind in STOPPED and key not in gone:
            by_key[key] = Ended(kind=last.relation.kind, since=last.source.notice.signed_on)
    return by_key


def rested_on(by_number: ByNumber, basis: Basis, campaign: Campaign) -> Entry | None:
    """The notice that a campaign rests on. Without a date the latest of its number that is not later than it."""
    candidates = (named(by_number, basis.number, year, "") for year in years_of(basis, campaign))
    last = max(campaign.days, default=date.max)
    return next((e for e in candidates if e and (basis.dated or e.notice.signed_on <= last)), None)


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
