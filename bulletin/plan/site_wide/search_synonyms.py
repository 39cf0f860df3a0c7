"""What residents call things, in the index: «~cúp điện» leads to what says «ngừng cung cấp điện».

A text says a phrase when all its pairs of neighbours stand in it, as for the question itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.synonym import Synonym
from bulletin.words.text.search_terms import pack, sharp, words_of

Term = str | tuple[str, str]
Standing = Mapping[Term, Sequence[int]]

QUESTION = "?"
_NOBODY = frozenset[int]()


def of_abbreviations(rows: Iterable[Abbreviation]) -> Iterator[Synonym]:
    """«gpmb» finds what says «giải phóng mặt bằng»; what may mean several things finds none of them."""
    for row in rows:
        if row.kind == "text" and not row.ambiguous:
            yield Synonym(same=(row.means,), asked=(row.code, *row.also), sources=row.sources, verified=row.verified)


def called(
    rows: Iterable[Synonym], everywhere: Standing, titles: Standing, texts: Sequence[Sequence[str]]
) -> dict[Term, str]:
    """«~cúp điện» → what says it in other words, and behind «|» in which titles. Without a code: a longer phrase that
    is another thing, «mất điện thoại»; «?»: what says nothing of what is sought."""
    spelt = [replace(row, same=_spelt(row.same), asked=_spelt(row.asked), unless=_spelt(row.unless)) for row in rows]
    terms = {phrase: _terms(phrase) for row in spelt for phrase in (*row.same, *row.asked, *row.unless)}
    sought = {term for found in terms.values() for term in found}
    said, titled = ({p: _ids(t, found) for p, t in terms.items()} for found in _gathered(sought, everywhere, titles))
    codes: dict[Term, str] = {}
    meant = defaultdict[str, tuple[set[int], set[int]]](lambda: (set(), set()))
    for row in spelt:
        if row.kind == "question":
            codes |= {f"~{phrase}": QUESTION for phrase in row.same}
            continue
        ids = set[int]().union(*(said[phrase] - _otherwise(phrase, row.unless, said, texts) for phrase in row.same))
        if not ids:
            continue
        named = ids.intersection(set[int]().union(*(titled[phrase] for phrase in row.same)))
        codes |= {f"~{phrase}": "" for phrase in row.unless}
        for phrase in (*row.same, *row.asked):
            meant[phrase][0].update(ids)
            meant[phrase][1].update(named)
    for phrase, (in_text, in_title) in meant.items():
        text, title = pack(sorted(in_text - said[phrase])), pack(sorted(in_title - titled[phrase]))
        if text or title:
            codes[f"~{phrase}"] = f"{text}|{title}" if title else text
    return codes


def _spelt(phrases: Iterable[str]) -> tuple[str, ...]:
    """As `words_of` cuts them: «vắc-xin» → «vắc xin»."""
    return tuple(" ".join(words_of(phrase)) for phrase in phrases)


def _terms(phrase: str) -> list[Term]:
    """Its pairs of neighbours in their one spelling, or its word."""
    words = [sharp(word) for word in phrase.split()]
    return list(pairwise(words)) if len(words) > 1 else list(words)


def _gathered(terms: AbstractSet[Term], *standings: Standing) -> Iterator[dict[Term, set[int]]]:
    """Where those of `terms` stand, whichever way they are spelt there."""
    words = {word for term in terms for word in ((term,) if isinstance(term, str) else term)}
    for standing in standings:
        spelt = {word: key for word in standing if isinstance(word, str) and (key := sharp(word)) in words}
        found = defaultdict[Term, set[int]](set)
        for term, ids in standing.items():
            one: Term = (
                spelt.get(term, "") if isinstance(term, str) else (spelt.get(term[0], ""), spelt.get(term[1], ""))
            )
            if one in terms:
                found[one].update(ids)
        yield dict(found)


def _ids(terms: Sequence[Term], said: Mapping[Term, set[int]]) -> AbstractSet[int]:
    """What says all the terms of a phrase."""
    first, *more = (said.get(term, _NOBODY) for term in terms)
    return first.intersection(*more) if more else first


def _otherwise(
    phrase: str, unless: Iterable[str], said: Mapping[str, AbstractSet[int]], texts: Sequence[Sequence[str]]
) -> AbstractSet[int]:
    """What says the phrase as a part of those of `unless` only."""
    longer = [other for other in unless if f" {phrase} " in f" {other} "]
    doubtful = {i for other in longer for i in said[other]} & said[phrase]
    return {i for i in doubtful if _count(phrase, texts[i]) <= sum(_count(other, texts[i]) for other in longer)}


def _count(phrase: str, text: Sequence[str]) -> int:
    """How often it stands in a text."""
    words = tuple(map(sharp, phrase.split()))
    return sum(tuple(map(sharp, text[i : i + len(words)])) == words for i in range(len(text)))
