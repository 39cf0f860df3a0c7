"""What the notices cite, all of them together: dates that cannot all be right. Told, never mended: the text is signed.

Only dates that are written are compared; one that was inferred proves nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date

from bulletin.knowledge.body_of_code import end_in_words
from bulletin.model.archive import Archive
from bulletin.model.dispatch import Mention
from bulletin.model.number_series import Renumbered
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.number_series import begun, renumbered, series
from bulletin.words.text.fold import slug

_Said = tuple[Mention, date]


def check_citations(archive: Archive) -> tuple[Problem, ...]:
    """Hidden notices are judged with the rest; every doubt stands at the line of its mention."""
    said: list[_Said] = []
    problems: list[Problem] = []
    for entry in archive.entries:
        for mention in entry.prose.mentions:
            if mention.dated and "date" not in mention.guessed:
                said.append((mention, mention.dated))
                problems += _alone(mention, mention.dated, entry.notice.signed_on)
    said.sort(key=lambda s: s[0].place)
    papers = (part for group in _groups(said, lambda m: m.key) for part in _series(group, archive.renumbered))
    problems += [p for group in papers for p in _two_dates(group)]
    problems += [p for group in _groups(said, _but_for_the_year) for p in _year_slips(group)]
    return tuple(problems)


def _alone(mention: Mention, dated: date, signed: date) -> Iterator[Problem]:
    slots = {"name": _name(mention), "date": short(dated)}
    body, year = mention.body, mention.number.year
    if body and body.until and dated >= body.until:
        yield problem("citation-after-end", mention.place, issuer=body.name, ended=end_in_words(body), **slots)
    if dated > signed:
        yield problem("citation-future", mention.place, signed=short(signed), **slots)
    if year and year != dated.year:
        yield problem("citation-year", mention.place, year=year, **slots)


def _series(group: list[_Said], rows: tuple[Renumbered, ...]) -> Iterable[list[_Said]]:
    """The places of one paper: where numbers began anew between two days, both are right."""
    mention = group[0][0]
    if len({dated for _, dated in group}) == 1 or mention.number.year:
        return [group]
    issuer = next((m.issued_by for m, _ in group if m.issued_by), "")
    days = begun(renumbered(rows, mention.number, issuer, {"commune"}))
    parts: dict[str, list[_Said]] = defaultdict(list)
    for one in group:
        parts[series(days, one[1])].append(one)
    return parts.values()


def _two_dates(group: list[_Said]) -> Iterator[Problem]:
    """What most places say is taken for right; where no date has most, each place is told."""
    (first, times), *others = Counter(dated for _, dated in group).most_common()
    usual = first if not others or times > others[0][1] else None
    places = _first_of_each(group)
    for mention, dated in group:
        if dated != usual:
            other = next(d for d in places if (d == usual if usual else d != dated))
            yield _told("citation-two-dates", (mention, dated), places[other])


def _year_slips(group: list[_Said]) -> Iterator[Problem]:
    """15/4/2021 beside 15/4/2022. Offices that begin again every January do sign 01/NQ-CP on each New Year's Day."""
    places = _first_of_each(group)
    for mention, dated in group:
        if mention.number.style != "party" and dated.month == 1:
            continue
        day = (dated.day, dated.month)
        other = next((d for d in places if (d.day, d.month) == day and abs(d.year - dated.year) == 1), None)
        if other:
            yield _told("citation-year-slip", (mention, dated), places[other])


def _told(code: str, cited: _Said, other: _Said) -> Problem:
    (mention, dated), (elsewhere, other_date) = cited, other
    slots = {"name": _name(mention), "date": short(dated), "other": elsewhere.place, "other_date": short(other_date)}
    return problem(code, mention.place, **slots)


def _groups(cited: Iterable[_Said], by: Callable[[Mention], Hashable]) -> Iterable[list[_Said]]:
    """What has no key, or an empty one, is nobody's namesake."""
    groups: dict[Hashable, list[_Said]] = defaultdict(list)
    for mention, dated in cited:
        if key := by(mention):
            groups[key].append((mention, dated))
    return groups.values()


def _first_of_each(group: Iterable[_Said]) -> Mapping[date, _Said]:
    first: dict[date, _Said] = {}
    for cited in group:
        first.setdefault(cited[1], cited)
    return first


def _but_for_the_year(mention: Mention) -> Hashable:
    # A number with its year inside is another number in another year.
    if not (mention.key and mention.issued_by) or mention.number.year:
        return ""
    return number_slug(mention.number), slug(mention.type), slug(mention.issued_by)


def _name(mention: Mention) -> str:
    return f"{mention.type} {mention.number.normal}".strip()
