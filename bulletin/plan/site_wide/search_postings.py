"""Postings: in which documents each term stands, spread over files («shards») that a phone can fetch one by one.

A term is one of these, and its posting names documents by their numbers, packed by `pack`:

    thông báo         a pair of neighbours           those that say it | those whose title does
    đường             a word                         the same
    @loai=cong-van    a filter                       those that it keeps
    #75-tb-du=...     a number with its type         the papers of that number | the notices that cite them
    ~cúp điện         what residents call otherwise  as `search_synonyms.py` writes it
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from bulletin.plan.site_wide.search_values import Document, Paper, Standings, Term
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.text.search_terms import END, bare, pack, shard_of, words_of

# What a file of postings should hold, in characters: less than a kilobyte on the way.
_SHARD, _MOST_SHARDS = 2400, 2048
# What a row of JSON costs beside its posting, about.
_ROW = 12


def standings(documents: Sequence[Document]) -> Standings:
    """Words, pairs of neighbours and filters of all `documents`."""
    everywhere, titles = defaultdict[Term, list[int]](list), defaultdict[Term, list[int]](list)
    for i, document in enumerate(documents):
        indexed = document.indexed
        for standing, words in ((everywhere, indexed.words), (titles, indexed.title)):
            for word in set(words):
                standing[word].append(i)
            for pair in set(pairwise(words)):
                standing[pair].append(i)
        for term in document.filters:
            everywhere[term].append(i)
    return Standings(everywhere=everywhere, titles=titles)


def postings(where: Standings) -> dict[Term, str]:
    """The postings of words, pairs and filters; no pair goes over the END of a block."""
    titles = where.titles
    return {
        term: f"{pack(numbers)}|{pack(titles[term])}" if term in titles else pack(numbers)
        for term, numbers in where.everywhere.items()
        if END not in term
    }


def number_postings(papers: Iterable[Paper]) -> dict[Term, str]:
    """«#595-cv-qu=cong van» → the papers of that number | the notices that cite them."""
    bearing, citing = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for paper in papers:
        term = f"#{number_slug(paper.number)}={' '.join(map(bare, words_of(paper.type)))}"
        bearing[term].add(paper.document)
        citing[term].update(paper.cited_by)
    return {term: f"{pack(sorted(numbers))}|{pack(sorted(citing[term]))}" for term, numbers in bearing.items()}


def shards(codes: Mapping[Term, str]) -> list[dict[str, str]]:
    """The postings by the file that search.js will look for them in: a power of two of files, each of about `_SHARD`
    characters."""
    size = sum(len(code) + _ROW for code in codes.values())
    count = 1
    while count < _MOST_SHARDS and count * _SHARD < size:
        count *= 2
    rows: list[dict[str, str]] = [{} for _ in range(count)]
    for term, code in codes.items():
        text = term if isinstance(term, str) else " ".join(term)
        rows[shard_of(_key_of(term), count)][text] = code
    return rows


def _key_of(term: Term) -> str:
    """By what search.js chooses the file of a term: words as anybody types them, of a number its serial, of what
    residents call otherwise the first word."""
    if not isinstance(term, str):
        first, second = term
        return f"{bare(first)} {bare(second)}"
    match term[0]:
        case "#":
            return term[1:].partition("=")[0].partition("-")[0]
        case "~":
            return bare(term[1:].partition(" ")[0])
        case "@":
            return term
        case _:
            return bare(term)


def vocabulary(codes: Mapping[Term, str]) -> Iterable[str]:
    """Words of letters, one spelling each, the commonest first: what guesses of misspelt words choose from."""
    words = {term: len(code) for term, code in codes.items() if isinstance(term, str) and term[0] not in "#~@"}
    rows = sorted(words.items(), key=lambda row: (-row[1], row[0]))
    spelt: dict[str, str] = {}
    for word, _ in rows:
        if len(word) > 1 and word.isalpha():
            spelt.setdefault(bare(word), word)
    return spelt.values()
