"""The documents that campaigns rest on: none that is not public, none that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bulletin.check.keys.nearest import near
from bulletin.model.archive import Archive
from bulletin.model.campaign import Basis, Campaign
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.printed import short
from bulletin.words.papers.basis_years import may_mean, years_of
from bulletin.words.papers.document_numbers import dispatch_key

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A number that somebody knows: its keys end in a hyphen, since a mark of the issuer may follow."""

    keys: tuple[str, ...]
    number: str
    dated: date | None
    where: str


def check_bases(archive: Archive, unread: Mapping[str, str] = _NONE) -> tuple[Problem, ...]:
    """All of them, hidden campaigns included. Only worth asking when every public notice could be read; of the others
    `unread` gives number → path.
    """
    resting = [(campaign, basis) for campaign in archive.campaigns for basis in campaign.bases]
    known = tuple(_known(archive)) if resting else ()
    names = {one.number: one for one in reversed(known)}
    found = (told for campaign, basis in resting for told in _check(basis, campaign, archive, known, names))
    numbers = {basis.place: (basis.number.normal, campaign.publish) for campaign, basis in resting} if unread else {}
    return tuple(_hidden(told, *numbers[told.place], unread) if unread else told for told in found)


def _hidden(told: Problem, number: str, publish: str, unread: Mapping[str, str]) -> Problem:
    """What nobody seems to know is the number of a notice that could not be read and is not public."""
    if told.code == "basis-unknown" and publish == "public" and number in unread:
        return problem("basis-hidden", told.place, number=number, other=unread[number])
    return told


def _check(
    basis: Basis, campaign: Campaign, archive: Archive, known: tuple[_Known, ...], names: Mapping[str, _Known]
) -> Iterator[Problem]:
    """A draft may rest on a draft. A number with the date of another document that notices cite is that document's.
    What is called back is told with the rest of what names it (check/still_named.py)."""
    number = basis.number.normal
    if any(may_mean(basis, campaign, one) for one in archive.withdrawn):
        return
    ours = [e.notice for e in archive.entries if may_mean(basis, campaign, e.notice)]
    cited = _is_cited(basis, campaign, known)
    if ours:
        of_another = bool(basis.dated) and cited and basis.dated not in [notice.signed_on for notice in ours]
        hidden = all(notice.publish != "public" for notice in ours)
        if campaign.publish == "public" and hidden and not of_another:
            yield problem("basis-hidden", basis.place, number=number, other=ours[0].place)
    elif not cited:
        guess = names.get(near(number, names))
        nearest = f"; có phải {guess.number}{_of(guess.dated)}, {guess.where} không?" if guess else ""
        yield problem("basis-unknown", basis.place, number=number + _of(basis.dated), nearest=nearest)


def _is_cited(basis: Basis, campaign: Campaign, known: tuple[_Known, ...]) -> bool:
    """Whether notices cite, or the ward knows, a document of the basis's number, in one of the years it may be of."""
    years = years_of(basis, campaign)
    keys = tuple(f"{dispatch_key(basis.number, year)}-" for year in years)
    if not years:  # of any year: «12-qd-ubnd-0-» without its year
        keys = (f"{dispatch_key(basis.number, 0)}-".removesuffix("0-"),)
    return any(key.startswith(keys) for row in known for key in row.keys)


def _of(dated: date | None) -> str:
    return f" ngày {short(dated)}" if dated else ""


def _known(archive: Archive) -> Iterator[_Known]:
    """Of notices of ours only the names, to guess at; they are asked by themselves."""
    for entry in archive.entries:
        notice = entry.notice
        if notice.number:
            yield _Known(keys=(), number=notice.number.normal, dated=notice.signed_on, where=f"ở {notice.place}")
    for entry in archive.entries:
        for mention in entry.prose.mentions:
            keys = [mention.key] if mention.key else []
            if mention.key and "period" in mention.guessed and not mention.number.year:
                # The period is that of the notice, which may be a year late.
                keys.append(dispatch_key(mention.number, entry.notice.signed_on.year - 1))
            yield _Known(
                keys=tuple(f"{key}-" for key in keys),
                number=mention.number.normal,
                dated=mention.dated,
                where=f"dẫn ở {mention.place}",
            )
    for row in archive.known:
        key = dispatch_key(row.number, row.dated.year)
        yield _Known(keys=(f"{key}-",), number=row.number.normal, dated=row.dated, where=f"ở {row.place}")
