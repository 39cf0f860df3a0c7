"""The archive as a whole: one identity once, one address once, every file that is handed out there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bulletin.model.notice import Notice
from bulletin.model.problem import Place, Problem, problem
from bulletin.model.site import Archive, Page
from bulletin.words.bodies import body_slug
from bulletin.words.numbers import number_slug
from bulletin.words.urls import asset_url, file_of


def check_archive(archive: Archive, shown: str, hidden: Collection[str] = ()) -> tuple[Problem, ...]:
    """Hidden notices are judged too: a draft must not surprise on its day. `shown` is how problems name `content/`.

    Of two of one number it is the one of a path in `hidden` that is told of.
    """
    problems: list[Problem] = []
    numbers: dict[tuple[str, int, str], Notice] = {}
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
        other = numbers.setdefault((body_slug(notice.issuer), year, number_slug(notice.number)), notice)
        if other is not notice:
            slots = {"number": notice.number.normal, "year": year, "issuer": notice.issuer, "other": other.place}
            problems.append(problem("number-duplicate", notice.place, **slots))
    twins: dict[str, str] = {}
    for path in archive.assets:
        url = asset_url(path)
        if url and (twin := twins.setdefault(url, path)) != path:
            where = Place(path=f"{shown}/{path}")
            problems.append(problem("address-collision", where, url=url, first=f"{shown}/{twin}", second=where.path))
    unusable = (path for path in archive.assets if not asset_url(path))
    problems += [problem("path-unsafe", Place(path=f"{shown}/{path}"), value=path) for path in unusable]
    return tuple(problems)


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


def check_addresses(pages: Iterable[Page], hidden: Collection[str] = ()) -> tuple[Problem, ...]:
    """Two pages of one address, or one standing where another needs a folder; letter case does not part them.

    Told of is the later one, and one of a path in `hidden` before any other.
    """
    problems = []
    files: dict[str, Page] = {}
    folders: dict[str, Page] = {}
    rows = sorted(pages, key=lambda p: _order(p, hidden))
    for page in rows:
        path = file_of(page.url).casefold()
        above = ["/".join(path.split("/")[:i]) for i in range(1, path.count("/") + 1)]
        clash = files.get(path) or folders.get(path) or next((files[a] for a in above if a in files), None)
        if clash:
            place = page.source or Place(path="content/site.yml")
            problems.append(problem("address-collision", place, url=page.url, first=_of(clash), second=_of(page)))
            continue
        files[path] = page
        folders.update(dict.fromkeys(above, page))
    return tuple(problems)


def _order(page: Page, hidden: Collection[str]) -> tuple[bool, bool, Place]:
    source = page.source or Place(path="")
    return page.source is not None, source.path in hidden, source


def _of(page: Page) -> str:
    return str(page.source) if page.source else f"trang «{page.url}» do chương trình tạo"
