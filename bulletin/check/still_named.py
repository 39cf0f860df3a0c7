"""What still speaks of a notice that is called back, or hands out its files: told at its place, never refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from bulletin.addresses import asset_url, file_of, notice_calendar_url, notice_url, page_url
from bulletin.model.archive import Archive, Entry
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.withdrawn import Withdrawn
from bulletin.words.papers.basis_years import may_mean
from bulletin.words.papers.document_numbers import dispatch_key, number_slug


def check_still_named(archive: Archive, hidden: Collection[str]) -> tuple[Problem, ...]:
    """Relations, citations, campaigns and attachments; `hidden` are the paths of what is not public itself. Links are
    told with the other links of the finished files."""
    if not archive.withdrawn:
        return ()
    kept = {number_slug(e.notice.number) for e in archive.entries if e.notice.number and _is_out(e, hidden)}
    gone = [one for one in archive.withdrawn if one.number and number_slug(one.number) not in kept]
    problems: list[Problem] = []
    for entry in archive.entries:
        if _is_out(entry, hidden):
            problems += _named_by(entry, gone)
            problems += _handed_out(entry, archive)
    for campaign in archive.campaigns:
        for basis in campaign.bases if campaign.place.path not in hidden else ():
            problems += (_told("đợt tuyên truyền", basis.place, one) for one in gone if may_mean(basis, campaign, one))
    return tuple(dict.fromkeys(problems))


def files_of(archive: Archive) -> frozenset[str]:
    """The files of the site at which withdrawn notices stood, and those that they handed out."""
    gone = {one.place.path: one for one in archive.withdrawn}
    urls = {url for one in gone.values() if one.key for url in (notice_url(one.key), notice_calendar_url(one.key))}
    urls |= {url for one in gone.values() for url in (*one.aliases, page_url(one.page) if one.page else "")}
    for entry in archive.entries:
        if entry.notice.place.path in gone:
            urls |= _files_of(entry)
    urls |= {link.file for page in archive.pages if page.page.place.path in gone for link in page.prose.links}
    return frozenset(map(file_of, filter(None, urls)))


def _is_out(entry: Entry, hidden: Collection[str]) -> bool:
    return entry.notice.place.path not in hidden


def _named_by(entry: Entry, gone: Iterable[Withdrawn]) -> Iterator[Problem]:
    for one in gone:
        for relation in entry.notice.relations:
            year = relation.number.year or (relation.dated or entry.notice.signed_on).year
            if _is(one, relation.number, year):
                yield _told("«relations»", relation.place, one)
        yield from (_told("bài", m.place, one) for m in entry.prose.mentions if m.key and _is_cited(one, m.key))


def _is(one: Withdrawn, number: Number, year: int) -> bool:
    return one.number is not None and number_slug(one.number) == number_slug(number) and one.signed_on.year == year


def _is_cited(one: Withdrawn, key: str) -> bool:
    return one.number is not None and f"{key}-".startswith(f"{dispatch_key(one.number, one.signed_on.year)}-")


def _told(what: str, place: Place, one: Withdrawn) -> Problem:
    return problem("withdrawn-named", place, what=what, other=one.place.path)


def _handed_out(entry: Entry, archive: Archive) -> Iterator[Problem]:
    """The attachments that it shares with a withdrawn one."""
    gone = {one.place.path for one in archive.withdrawn}
    theirs = {url for e in archive.entries if e.notice.place.path in gone for url in _files_of(e)}
    for attachment in entry.notice.attachments:
        if asset_url(attachment.path) in theirs:
            yield problem("withdrawn-file", attachment.place, name=attachment.path)


def _files_of(entry: Entry) -> set[str]:
    """The addresses of what it hands out."""
    return {asset_url(a.path) for a in entry.notice.attachments} | {link.file for link in entry.prose.links}
