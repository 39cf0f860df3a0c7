"""The archive as a whole: one identity once, one address once, every file that is handed out there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from bulletin.addresses import asset_url, file_of, is_planned
from bulletin.model.archive import Archive, Entry
from bulletin.model.notice import Notice
from bulletin.model.number_series import Renumbered
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset
from bulletin.model.views.page import Planned
from bulletin.words.papers.body_names import body_slug
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.number_series import apart, renumbered

# Behind a notice's number, where nobody has given it another address.
_PLAIN = re.compile(r"(?:-lan-[0-9]+)?")


def check_archive(archive: Archive, shown: str, hidden: Collection[str] = ()) -> tuple[Problem, ...]:
    """Hidden notices are judged too: a draft must not surprise on its day. `shown` is how problems name `content/`.

    Of two of one number it is the one of a path in `hidden` that is told of.
    """
    problems: list[Problem] = []
    numbers: dict[tuple[str, int, str], list[Notice]] = {}
    for entry in sorted(archive.entries, key=lambda e: (e.notice.place.path in hidden, e.notice.place)):
        notice = entry.notice
        problems += [
            problem("attachment-missing", a.place, value=a.path)
            for a in notice.attachments
            if a.path not in archive.assets
        ]
        if not notice.number:
            continue
        year = notice.signed_on.year
        others = numbers.setdefault((body_slug(notice.issuer), year, number_slug(notice.number)), [])
        problems += _twice(notice, others, archive.renumbered)
        others.append(notice)
    twins: dict[str, str] = {}
    for path in archive.assets:
        url = asset_url(path)
        if url and (twin := twins.setdefault(url, path)) != path:
            where = Place(path=f"{shown}/{path}")
            problems.append(problem("address-collision", where, url=url, first=f"{shown}/{twin}", second=where.path))
    unusable = (path for path in archive.assets if not asset_url(path))
    problems += [problem("path-unsafe", Place(path=f"{shown}/{path}"), value=path) for path in unusable]
    return tuple(problems)


def _twice(notice: Notice, others: Iterable[Notice], rows: tuple[Renumbered, ...]) -> Iterator[Problem]:
    """One number of one body in a year: a mistake, unless numbers began anew in between, or an editor who gives one of
    two days an address of its own says so. What only may have begun anew is told."""
    if notice.number is None:
        return
    anew = renumbered(rows, notice.number, notice.issuer, {"commune"})
    for other in others:
        slots = {"number": notice.number.normal, "issuer": notice.issuer, "other": other.place}
        between = None if notice.number.year else apart(anew, notice.signed_on, other.signed_on)
        stated = notice.signed_on != other.signed_on and (_has_address(notice) or _has_address(other))
        if between is None and not stated:
            yield problem("number-duplicate", notice.place, year=notice.signed_on.year, **slots)
            return
        if between and not between.is_sure and not stated:
            yield problem("number-again", notice.place, why=between.why, **slots)


def _has_address(notice: Notice) -> bool:
    plain = number_slug(notice.number) if notice.number else ""
    return not _PLAIN.fullmatch(notice.key.partition("/")[2].removeprefix(plain))


def told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """`entries` with an address each, where a body has signed one number twice in a year: the first to be published
    keeps the plain one, the next has «12-tb-ubnd-lan-2». What is no more than a draft comes last."""
    rows = tuple(entries)
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in rows:
        if entry.notice.number:
            found.setdefault((body_slug(entry.notice.issuer), entry.notice.key), []).append(entry)
    keys: dict[Place, str] = {}
    for (_, key), same in found.items():
        for i, entry in enumerate(sorted(_standing_in(same), key=_published) if len(same) > 1 else (), 1):
            keys[entry.notice.place] = key if i == 1 else f"{key}-lan-{i}"
    return tuple(
        replace(entry, notice=replace(entry.notice, key=keys[entry.notice.place]))
        if entry.notice.place in keys
        else entry
        for entry in rows
    )


def _published(entry: Entry) -> tuple[bool, date, date, Place]:
    notice = entry.notice
    return notice.publish not in ("public", "withdrawn"), notice.published_on, notice.signed_on, notice.place


def _standing_in(same: list[Entry]) -> list[Entry]:
    """Without a withdrawn paper that has been published anew, which is the one of its day: that has its address."""
    days = {entry.notice.signed_on for entry in same if entry.notice.publish == "public"}
    return [e for e in same if e.notice.publish != "withdrawn" or e.notice.signed_on not in days]


def unused_files(archive: Archive, shown: str) -> tuple[Problem, ...]:
    """Files that nobody hands out. Only worth asking when every notice could be read."""
    used = {a.path for e in archive.entries for a in e.notice.attachments} | {d.file for d in archive.known}
    proses = [*(e.prose for e in archive.entries), *(p.prose for p in archive.pages)]
    linked = {link.file for prose in proses for link in prose.links}
    return tuple(
        problem("file-unused", Place(path=f"{shown}/{path}"), name=path)
        for path in archive.assets
        if path not in used and asset_url(path) not in linked
    )


def check_addresses(pages: Iterable[Planned], hidden: Collection[str] = ()) -> tuple[Problem, ...]:
    """Two pages of one address, or one standing where another needs a folder; letter case does not part them. An
    address that no file can have everywhere.

    Told of is the later one, and one of a path in `hidden` before any other.
    """
    problems = []
    files: dict[str, Planned] = {}
    folders: dict[str, Planned] = {}
    rows = sorted(pages, key=lambda p: _order(p, hidden))
    for page in rows:
        if not is_planned(page.url):
            problems.append(problem("address-unsafe", _origin(page), url=page.url))
            continue
        path = file_of(page.url).casefold()
        above = ["/".join(path.split("/")[:i]) for i in range(1, path.count("/") + 1)]
        clash = files.get(path) or folders.get(path) or next((files[a] for a in above if a in files), None)
        if clash:
            problems.append(
                problem("address-collision", _origin(page), url=page.url, first=_of(clash), second=_of(page))
            )
            continue
        files[path] = page
        folders.update(dict.fromkeys(above, page))
    return tuple(problems)


def _order(page: Planned, hidden: Collection[str]) -> tuple[bool, bool, Place]:
    source = page.source or Place(path="")
    return page.source is not None, source.path in hidden, source


def _origin(page: Planned) -> Place:
    if page.source is None and isinstance(page.view, Asset):
        return Place(path=page.view.disk.as_posix())
    return page.source or Place(path="content/site.yml")


def _of(page: Planned) -> str:
    return str(page.source) if page.source else f"trang «{page.url}» do chương trình tạo"
