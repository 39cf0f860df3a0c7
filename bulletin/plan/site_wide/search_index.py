"""Search: `/tim-kiem/` and the files that its script reads. Small files, so that a phone fetches few of them.

A document is a number: shown notices from the oldest, plain pages, then cited documents. Four kinds of files under
`/tim-kiem/`, each named by what it holds, so that a browser may keep it for good:

    muc-luc/  one: how many documents and files there are, and the names of the next two
    tu/       where a word, a pair of words, a number or a field stands («postings»), and where what residents call
              otherwise, spread by `shard_of`
    ten/      the names of the files of documents, `NAMES` each
    bai/      documents as results show them: a notice each, of cited documents `LEAF` each
    goi-y/    one: every word, the commonest first, for what is misspelt
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import chain, pairwise

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.number import Number
from bulletin.model.search_words import Indexed
from bulletin.model.views.frame import Anchor
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Page
from bulletin.model.views.search import Filter, FoundView, SearchView
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.who_cites_what import Dispatch
from bulletin.plan.site_wide.search_synonyms import Standing, Term, called, of_abbreviations
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug
from bulletin.words.text.search_terms import END, bare, pack, shard_of, words_of

LEAF, NAMES = 32, 64
# What a file of postings should hold, in signs: less than a kilobyte on the way.
_SHARD, _MOST_SHARDS = 1600, 2048
_MARK = 5  # signs of a digest in a name; of eight where no number stands before it
_FIELD, _TYPE, _YEAR = "linh-vuc", "loai", "nam"


_Shown = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """What is found: its words, how a result shows it (address, title, facts, mark, text), and what narrows to it."""

    indexed: Indexed
    shown: _Shown
    filters: tuple[str, ...] = ()
    gone: bool = False


def search(desk: Desk, script: str, letters: tuple[Anchor, ...], *, index: bool) -> Iterator[Page]:
    """The page and its files; without `index` only the page."""
    files = _index(desk) if index else []
    yield Page(
        url=addresses.SEARCH,
        template="search.html",
        view=SearchView(
            frame=desk.frame(
                addresses.SEARCH,
                "Tìm kiếm",
                description="Tìm thông báo theo từ, gõ có dấu hay không dấu, hoặc theo số, ký hiệu.",
            ),
            script=desk.ward.href(script),
            index=desk.ward.href(files[0].url) if files else "",
            filters=tuple(_filters(desk)),
            catalogue=desk.ward.href(addresses.CATALOGUE),
            letters=letters,
            example=_example(desk),
        ),
    )
    yield from files


def _example(desk: Desk) -> tuple[str, str]:
    """The newest number, as it is printed and as a phone's keyboard types it."""
    number = next((e.notice.number for e in desk.shown[::-1] if e.notice.number), None)
    return (number.normal, slug(number.normal).replace("-", " ")) if number else ("", "")


def _filters(desk: Desk) -> Iterator[Filter]:
    """What there is to choose between."""
    fields = {key: desk.ward.fields[key] for entry in desk.shown for key in entry.notice.fields}
    cited = desk.dispatches.by_key.values()
    types = {slug(name): name for name in (*(d.type for d in cited), *(e.notice.type for e in desk.shown)) if name}
    years = {e.notice.signed_on.year for e in desk.shown} | {d.year for d in cited if d.year}
    for name, label, options in (
        (_FIELD, "Lĩnh vực", sorted(fields.items(), key=lambda row: collation_key(row[1]))),
        (_TYPE, "Tên loại", sorted(types.items(), key=lambda row: collation_key(row[1]))),
        (_YEAR, "Năm", [(str(year), str(year)) for year in sorted(years, reverse=True)]),
    ):
        if len(options) > 1:
            yield Filter(name=name, label=label, options=tuple(options))


def _index(desk: Desk) -> list[Page]:
    """The files, the table of contents first."""
    current = {entry.notice.key for entry in desk.apart(desk.current)[0]}
    entries = sorted(desk.shown, key=lambda e: (e.notice.signed_on, e.notice.key))
    cited = sorted(desk.dispatches.by_key.values(), key=lambda d: (d.year, d.dated or date.min, d.key))
    notices = (_notice(desk, entry, gone=entry.notice.key not in current) for entry in entries)
    documents = [*notices, *_pages(desk), *(_cited(desk, d) for d in cited)]
    own = len(documents) - len(cited)
    ids = {entry.notice.key: i for i, entry in enumerate(entries)}
    everywhere, titles = _standing(documents)
    codes = _postings(everywhere, titles)
    rows = (*desk.synonyms, *of_abbreviations(desk.abbreviations))
    codes |= called(rows, everywhere, titles, [d.indexed.words for d in documents])
    codes |= _numbers(desk, ids, {d.key: own + i for i, d in enumerate(cited)})
    shards, words = _shards(codes)
    leaves: list[tuple[_Shown, ...]] = [(d.shown,) for d in documents[:own]]
    leaves += [tuple(d.shown for d in documents[i : i + LEAF]) for i in range(own, len(documents), LEAF)]
    files = [_file("tu", _json(dict(sorted(shard.items()))), i) for i, shard in enumerate(shards)]
    texts = [
        Page(url=_address("bai", "\0".join(chain(*leaf)), i), template="", view=FoundView(documents=leaf))
        for i, leaf in enumerate(leaves)
    ]
    names = [
        _file("ten", _json("".join(_mark(page) for page in texts[i : i + NAMES])), i // NAMES)
        for i in range(0, len(texts), NAMES)
    ]
    guesses = _file("goi-y", _json(" ".join(_vocabulary(words))))
    contents = {
        "docs": [len(entries), own - len(entries), len(cited)],
        "leaf": LEAF,
        "names": NAMES,
        "tu": "".join(map(_mark, files)),
        "ten": "".join(map(_mark, names)),
        "goi-y": guesses.url.rpartition("/")[2].removesuffix(".json"),
        "gone": pack([i for i, d in enumerate(documents) if d.gone]),
    }
    return [_file("muc-luc", _json(contents)), *files, *texts, *names, guesses]


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


def _notice(desk: Desk, entry: Entry, *, gone: bool) -> _Document:
    notice, card = entry.notice, desk.card(entry)
    until = f"hiệu lực đến hết ngày {card.until}" if card.until else ""
    last = desk.last_day(notice)
    over = f"ngày cuối {last}" if last else ""
    facts = " · ".join(filter(None, (card.label, card.date, card.issuer, until, over)))
    return _Document(
        indexed=entry.indexed,
        shown=(card.href, card.title, facts, card.mark, entry.indexed.text),
        filters=(
            *(f"@{_FIELD}={key}" for key in notice.fields),
            f"@{_TYPE}={slug(notice.type)}",
            f"@{_YEAR}={notice.signed_on.year}",
        ),
        gone=gone,
    )


def _pages(desk: Desk) -> Iterator[_Document]:
    for entry in desk.pages:
        href = desk.ward.href(addresses.page_url(entry.page.key))
        yield _Document(indexed=entry.indexed, shown=(href, entry.page.title, "", "", entry.indexed.text))


def _cited(desk: Desk, dispatch: Dispatch) -> _Document:
    """A cited document: its number, day, issuer and subject; of an internal one its number only."""
    open_ = not dispatch.list_only
    day = short(dispatch.dated) if dispatch.dated and open_ else ""
    issuer = dispatch.issued_by if open_ else ""
    said = dispatch.label + (f" ngày {day}" if day else "") + (f" của {issuer}" if issuer else "")
    kind = "Văn bản được dẫn chiếu" if open_ else "Văn bản nội bộ được dẫn chiếu"
    href = desk.ward.href(addresses.dispatch_url(dispatch.address))
    return _Document(
        indexed=Indexed(words=words_of(said, dispatch.about)),
        shown=(href, dispatch.label, " · ".join(filter(None, (kind, day, issuer))), "", dispatch.about),
        filters=(
            *((f"@{_TYPE}={slug(dispatch.type)}",) if dispatch.type else ()),
            *((f"@{_YEAR}={dispatch.year}",) if dispatch.year else ()),
        ),
    )


def _standing(documents: Sequence[_Document]) -> tuple[Standing, Standing]:
    """Word, pair of neighbours or «@loai=…» → in which documents; and in whose titles."""
    everywhere, titles = defaultdict[Term, list[int]](list), defaultdict[Term, list[int]](list)
    for i, document in enumerate(documents):
        indexed = document.indexed
        for found, words in ((everywhere, indexed.words), (titles, indexed.title)):
            for word in set(words):
                found[word].append(i)
            for pair in set(pairwise(words)):
                found[pair].append(i)
        for name in document.filters:
            everywhere[name].append(i)
    return everywhere, titles


def _postings(everywhere: Standing, titles: Standing) -> dict[Term, str]:
    """The same as text: in which documents, and behind «|» in whose titles."""
    return {
        term: f"{pack(ids)}|{pack(titles[term])}" if term in titles else pack(ids)
        for term, ids in everywhere.items()
        if END not in term
    }


def _numbers(desk: Desk, notices: Mapping[str, int], cited: Mapping[str, int]) -> dict[Term, str]:
    """«#595-cv-qu=cong van» → the papers of that number, and behind «|» the notices that cite them."""
    bearing, citing = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for entry in desk.shown:
        if entry.notice.number:
            bearing[_number(entry.notice.number, entry.notice.type)].add(notices[entry.notice.key])
    for dispatch in desk.dispatches.by_key.values():
        term = _number(dispatch.number, dispatch.type)
        bearing[term].add(cited[dispatch.key])
        citing[term].update(notices[c.entry.notice.key] for c in dispatch.cited)
    return {term: f"{pack(sorted(ids))}|{pack(sorted(citing[term]))}" for term, ids in bearing.items()}


def _number(number: Number, type_: str) -> str:
    return f"#{number_slug(number)}={' '.join(map(bare, words_of(type_)))}"


def _shards(codes: Mapping[Term, str]) -> tuple[list[dict[str, str]], dict[str, int]]:
    """The postings spread over files, and how often each word stands somewhere, in signs."""
    size = sum(len(code) + 12 for code in codes.values())
    count = 1
    while count < _MOST_SHARDS and count * _SHARD < size:
        count *= 2
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    words: dict[str, int] = {}
    for term, code in codes.items():
        if not isinstance(term, str):
            shards[shard_of(f"{bare(term[0])} {bare(term[1])}", count)][f"{term[0]} {term[1]}"] = code
        elif term[0] == "#":
            shards[shard_of(term[1:].partition("=")[0].partition("-")[0], count)][term] = code
        elif term[0] == "~":
            shards[shard_of(bare(term[1:].partition(" ")[0]), count)][term] = code
        elif term[0] == "@":
            shards[shard_of(term, count)][term] = code
        else:
            shards[shard_of(bare(term), count)][term] = code
            words[term] = len(code)
    return shards, words


def _vocabulary(words: Mapping[str, int]) -> Iterable[str]:
    """Words of letters, one spelling each, the commonest first."""
    rows = sorted(words.items(), key=lambda row: (-row[1], row[0]))
    spelt: dict[str, str] = {}
    for word, _ in rows:
        if len(word) > 1 and word.isalpha():
            spelt.setdefault(bare(word), word)
    return spelt.values()
