"""The index of search: the files that the script of `/tim-kiem/` reads, small, so that a phone fetches few of them.

A document is a number (`search_documents.Numbering`). Five kinds of files under `/tim-kiem/`, each named by a hash of
what it holds, so that a browser may keep it for good:

    muc-luc/  one: how many documents and files there are, the names of the others, and the likeliest titles
    tu/       where a word, a pair of words, a number or a filter stands («postings», `search_postings.py`)
    ten/      the names of the files of documents, `NAMES` each
    bai/      documents as results show them: a notice or page each, of cited documents `LEAF` each
    goi-y/    one: every word, the commonest first, for what is misspelt
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from bulletin import addresses
from bulletin.model.abbreviation import Abbreviation
from bulletin.model.archive import PageEntry
from bulletin.model.synonym import Synonym
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Page
from bulletin.model.views.search import SearchResult, SearchResultsView
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.site_wide.search_days import SearchedDay
from bulletin.plan.site_wide.search_documents import SearchedNotice, numbered_documents
from bulletin.plan.site_wide.search_front import front
from bulletin.plan.site_wide.search_postings import number_postings, postings, shards, standings, vocabulary
from bulletin.plan.site_wide.search_synonyms import called, of_abbreviations
from bulletin.plan.site_wide.search_values import Document, IndexFiles, Numbering, Paper, Term
from bulletin.words.text.search_terms import pack

LEAF, NAMES = 32, 512
_MARK = 4  # characters of a hash in a name; of eight where no number stands before it


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInputs:
    """What the index sees: all that is shown, and the two tables that tell what residents call things."""

    site: Site
    notices: tuple[SearchedNotice, ...]
    pages: tuple[PageEntry, ...]
    cited: tuple[Dispatch, ...]
    days: tuple[SearchedDay, ...]
    synonyms: tuple[Synonym, ...]
    abbreviations: tuple[Abbreviation, ...]


def index_files(seen: IndexInputs) -> IndexFiles:
    """The index, whose files are named by what they hold."""
    numbering, documents = numbered_documents(seen.site, seen.notices, seen.pages, seen.cited, seen.days)
    codes = _codes(seen, numbering, documents)
    words = [_file("tu", _json(dict(sorted(shard.items()))), i) for i, shard in enumerate(shards(codes))]
    texts = [_text_file(leaf, i) for i, leaf in enumerate(_leaves(documents, numbering.first_cited))]
    names = [
        _file("ten", _json("".join(_mark(page) for page in texts[i : i + NAMES])), i // NAMES)
        for i in range(0, len(texts), NAMES)
    ]
    guesses = _file("goi-y", _json(" ".join(vocabulary(codes))))
    contents = {
        "docs": numbering.counts,
        "leaf": LEAF,
        "names": NAMES,
        "tu": "".join(map(_mark, words)),
        "ten": "".join(map(_mark, names)),
        "goi-y": guesses.url.rpartition("/")[2].removesuffix(".json"),
        "front": front(documents, numbering, _synonyms(seen)),
        "gone": pack([number for number, document in enumerate(documents) if document.behind]),
    }
    return IndexFiles(contents=_file("muc-luc", _json(contents)), others=(*words, *texts, *names, guesses))


def _codes(seen: IndexInputs, numbering: Numbering, documents: Sequence[Document]) -> dict[Term, str]:
    """The postings of all terms."""
    where = standings(documents)
    codes = postings(where)
    codes |= called(_synonyms(seen), where, [document.indexed.words for document in documents])
    codes |= number_postings(_papers(seen, numbering))
    return codes


def _synonyms(seen: IndexInputs) -> tuple[Synonym, ...]:
    return (*seen.synonyms, *of_abbreviations(seen.abbreviations))


def _papers(seen: IndexInputs, numbering: Numbering) -> Iterator[Paper]:
    """Notices that have a number, and cited documents."""
    for searched in seen.notices:
        notice = searched.standing.notice
        if notice.number:
            yield Paper(number=notice.number, type=notice.type, document=numbering.notices[notice.key])
    for dispatch in seen.cited:
        yield Paper(
            number=dispatch.number,
            type=dispatch.type,
            document=numbering.cited[dispatch.key],
            cited_by=tuple(numbering.notices[citing.entry.notice.key] for citing in dispatch.cited),
        )


def _leaves(documents: Sequence[Document], first_cited: int) -> Iterator[tuple[SearchResult, ...]]:
    """What each file of documents holds: one, or up to `LEAF` cited ones."""
    results = [document.result for document in documents]
    yield from ((result,) for result in results[:first_cited])
    yield from (tuple(results[i : i + LEAF]) for i in range(first_cited, len(results), LEAF))


def _text_file(leaf: tuple[SearchResult, ...], number: int) -> Page:
    content = "\0".join(chain.from_iterable(result.columns for result in leaf))
    return Page(url=_address("bai", content, number), template="", view=SearchResultsView(documents=leaf))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _file(kind: str, text: str, number: int | None = None) -> Page:
    return Page(url=_address(kind, text, number), template="text", view=TextView(text=text))


def _address(kind: str, content: str, number: int | None) -> str:
    """Named by its content; by its number too, so that no two names can meet."""
    name = b32encode(sha256(content.encode()).digest()[:5]).decode().lower()
    return addresses.index_url(kind, name if number is None else f"{number}-{name[:_MARK]}")


def _mark(page: Page) -> str:
    """What its content adds to the name of a file."""
    return page.url.removesuffix(".json")[-_MARK:]
