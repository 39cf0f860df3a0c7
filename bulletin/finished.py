"""One page: its view → the file that is served, and what the checks ask of that file.

A pure function of the page and the templates, as `entries` is of a notice: so pages are made wherever there is room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.check.finished_files import stray_sign
from bulletin.check.finished_markup import Markup, markup_of
from bulletin.in_chunks import in_chunks
from bulletin.model.archive import Archive
from bulletin.model.kept import Kept
from bulletin.model.place import Place
from bulletin.model.problem import Problem
from bulletin.model.prose import Link
from bulletin.model.source import Asset
from bulletin.model.views.page import Page, Planned
from bulletin.render import render

_CHUNK = 25  # pages that one process makes at a time
_WORTH = 40 * _CHUNK  # fewer are made before another process has read the templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A file of the site: `markup` is where it leads and where one can lead in it, `stray` a sign that no reader may
    meet, "" if it holds none."""

    path: str
    data: bytes | Kept | Asset
    markup: Markup
    stray: str


def finished(
    pages: Sequence[Page], templates: Mapping[str, str], shown: str
) -> tuple[tuple[Finished, ...], tuple[Problem, ...]]:
    """Each of `pages`, or what is wrong with its template; `shown` is how problems name the folder of templates."""
    files, problems = render(pages, templates, shown)
    made = (
        Finished(path=path, data=data, markup=markup_of(path, data), stray=stray_sign(path, data))
        for path, data in files.items()
    )
    return tuple(made), problems


def finished_site(
    planned: Sequence[Planned], templates: Mapping[str, str], shown: str, executor: Executor | None = None
) -> Iterator[tuple[tuple[Finished, ...], tuple[Problem, ...]]]:
    """The same for the pages of a plan, in their order, some at a time; of a large site on `executor`, to which views
    go by pickle."""
    do = partial(finished, templates=templates, shown=shown)
    return in_chunks(do, (page.made() for page in planned), _CHUNK, executor if len(planned) >= _WORTH else None)


def origins(pages: tuple[Planned, ...], archive: Archive) -> tuple[Mapping[str, tuple[Link, ...]], Mapping[str, Place]]:
    """For every file: the links its own text holds, and its source."""
    prose = {addresses.notice_url(e.notice.key): e.prose.links for e in archive.entries}
    prose |= {addresses.page_url(e.page.key): e.prose.links for e in archive.pages}
    return (
        {addresses.file_of(url): in_text for url, in_text in prose.items()},
        {addresses.file_of(page.url): page.source for page in pages if page.source},
    )
