"""What is left of withdrawn notices: what is cancelled with them, and papers of which no more is shown than a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin import addresses
from bulletin.model.archive import Archive, Entry
from bulletin.model.dispatch import KnownDispatch
from bulletin.model.prose import Prose
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.desk.desk import Gone
from bulletin.plan.desk.dispatch import Dispatches
from bulletin.plan.desk.tasks import tasks
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.succession import ByNumber

_NO_DISPATCHES = Dispatches(by_key={}, aliases={}, of={}, ours={})


def known_papers(archive: Archive, by_number: ByNumber) -> tuple[KnownDispatch, ...]:
    """What the ward knows of papers that are cited; of those that it has withdrawn no more than of internal ones."""
    return (*archive.known, *_withdrawn(archive.withdrawn, by_number))


def _withdrawn(withdrawn: Iterable[Withdrawn], by_number: ByNumber) -> Iterator[KnownDispatch]:
    """One for each that has a number, unless a paper of that number and year has been published anew."""
    for gone in withdrawn:
        if gone.number and gone.key and (gone.signed_on.year, number_slug(gone.number)) not in by_number:
            yield KnownDispatch(
                place=gone.place,
                number=gone.number,
                dated=gone.signed_on,
                issuer=gone.issuer,
                subject="",
                link="",
                file="",
                list_only=True,
                withdrawn=gone.key,
                withdrawn_on=gone.on,
            )


def what_is_left(archive: Archive) -> tuple[Gone, ...]:
    """The withdrawn ones, the last first, each with what it asked as if it stood alone."""
    entries = {entry.notice.place.path: entry for entry in archive.entries} if archive.withdrawn else {}
    rows = sorted(archive.withdrawn, key=lambda one: (one.since, one.key, one.place), reverse=True)
    pages = {entry.page.place.path: entry.prose for entry in archive.pages}
    return tuple(_left(one, entries.get(one.place.path), pages.get(one.place.path)) for one in rows)


def _left(withdrawn: Withdrawn, entry: Entry | None, page: Prose | None) -> Gone:
    prose = entry.prose if entry else page
    files = {link.file for link in prose.links if link.file} if prose else set[str]()
    if entry is None:
        return Gone(withdrawn=withdrawn, files=frozenset(files))
    files |= {addresses.asset_url(attachment.path) for attachment in entry.notice.attachments}
    return Gone(
        withdrawn=withdrawn,
        tasks=tasks([entry], (), _NO_DISPATCHES),
        files=frozenset(files),
        corrected=len(entry.notice.corrected),
    )
