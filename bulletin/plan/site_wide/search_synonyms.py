"""What residents call things, in the index: «~cúp điện» leads to what says «ngừng cung cấp điện».

A text says a phrase when all its pairs of neighbours stand in it, as for the question itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.synonym import Synonym
from bulletin.plan.site_wide.search_values import Standing, Standings, Term
from bulletin.words.text.search_terms import pack, sharp, words_of

# Codes of phrases that lead to no documents: what says nothing of what is sought; what half of all notices say; what
# is known and of which nothing here speaks.
QUESTION, COMMON, NOTHING = "?", "!", "."
_NOBODY = frozenset[int]()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """The documents that say a phrase, and those whose title does."""

    in_text: AbstractSet[int]
    in_title: AbstractSet[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """The documents that a phrase means, whatever words they have for it; filled row by row."""

    in_text: set[int] = field(default_factory=set)
    in_title: set[int] = field(default_factory=set)


def of_abbreviations(rows: Iterable[Abbreviation]) -> Iterator[Synonym]:
    """«gpmb» finds what says «giải phóng mặt bằng»; what may mean several things finds none of them."""
    for row in rows:
        if row.kind == "text" and not row.ambiguous:
            yield Synonym(same=(row.means,), asked=(row.code, *row.also), sources=row.sources, verified=row.verified)


def called(rows: Iterable[Synonym], where: Standings, texts: Sequence[Sequence[str]]) -> dict[Term, str]:
    """«~cúp điện» → what says it in other words, and behind «|» in which titles. Without a code: a longer phrase that
    is another thing, «mất điện thoại»; or a sign: see QUESTION. `texts` are the words of each document."""
    spelt = [replace(row, same=_spelt(row.same), asked=_spelt(row.asked), unless=_spelt(row.unless)) for row in rows]
    things = [row for row in spelt if row.kind == "thing"]
    saying = _saying({phrase for row in things for phrase in (*row.same, *row.asked, *row.unless)}, where)
    codes: dict[Term, str] = {}
    meant, silent = defaultdict[str, _Meant](_Meant), set[str]()
    for row in things:
        row_means = _meant_by(row, saying, texts)
        if not row_means.in_text:
            silent.update((*row.same, *row.asked) if row.examples else ())  # an abbreviation names no thing of its own
            continue
        codes |= {f"~{phrase}": "" for phrase in row.unless}
        for phrase in (*row.same, *row.asked):
            meant[phrase].in_text.update(row_means.in_text)
            meant[phrase].in_title.update(row_means.in_title)
    unsaid = {f"~{phrase}": NOTHING for phrase in silent.difference(meant) if not saying[phrase].in_text}
    return unsaid | codes | dict(_other_words(meant, saying)) | _signs(spelt)


def _other_words(meant: Mapping[str, _Meant], saying: Mapping[str, _Saying]) -> Iterator[tuple[Term, str]]:
    """What says a phrase in other words; what says the phrase itself is found without being told."""
    for phrase, documents in meant.items():
        text = pack(sorted(documents.in_text - saying[phrase].in_text))
        title = pack(sorted(documents.in_title - saying[phrase].in_title))
        if text or title:
            yield f"~{phrase}", f"{text}|{title}" if title else text


def _signs(rows: Iterable[Synonym]) -> dict[Term, str]:
    """What says nothing of what is sought, or little."""
    signs = {"question": QUESTION, "common": COMMON}
    return {f"~{phrase}": signs[row.kind] for row in rows if row.kind in signs for phrase in row.same}


def _meant_by(row: Synonym, saying: Mapping[str, _Saying], texts: Sequence[Sequence[str]]) -> _Meant:
    """The documents that say what a row is about, in any of its words; a title counts where its text does."""
    in_text, in_title = set[int](), set[int]()
    for phrase in row.same:
        in_text |= saying[phrase].in_text - _otherwise(phrase, row.unless, saying, texts)
        in_title |= saying[phrase].in_title
    return _Meant(in_text=in_text, in_title=in_title & in_text)


def _saying(phrases: AbstractSet[str], where: Standings) -> dict[str, _Saying]:
    """Phrase → the documents that say it."""
    terms = {phrase: _terms(phrase) for phrase in phrases}
    sought = {term for parts in terms.values() for term in parts}
    everywhere, titles = _gathered(sought, where.everywhere), _gathered(sought, where.titles)
    return {
        phrase: _Saying(in_text=_with_all(parts, everywhere), in_title=_with_all(parts, titles))
        for phrase, parts in terms.items()
    }


def _spelt(phrases: Iterable[str]) -> tuple[str, ...]:
    """As `words_of` cuts them: «vắc-xin» → «vắc xin»."""
    return tuple(" ".join(words_of(phrase)) for phrase in phrases)


def _terms(phrase: str) -> list[Term]:
    """Its pairs of neighbours in their one spelling, or its word."""
    words = [sharp(word) for word in phrase.split()]
    return list(pairwise(words)) if len(words) > 1 else list(words)


def _gathered(terms: AbstractSet[Term], standing: Standing) -> dict[Term, set[int]]:
    """Where those of `terms` stand, whichever way they are spelt there."""
    words = {word for term in terms for word in ((term,) if isinstance(term, str) else term)}
    spelling = {word: key for word in standing if isinstance(word, str) and (key := sharp(word)) in words}

    def in_one_spelling(term: Term) -> Term:
        if isinstance(term, str):
            return spelling.get(term, "")
        first, second = term
        return spelling.get(first, ""), spelling.get(second, "")

    documents_of = defaultdict[Term, set[int]](set)
    for term, documents in standing.items():
        sought = in_one_spelling(term)
        if sought in terms:
            documents_of[sought].update(documents)
    return dict(documents_of)


def _with_all(terms: Sequence[Term], documents_of: Mapping[Term, set[int]]) -> AbstractSet[int]:
    """The documents that say all the terms of a phrase."""
    first, *more = (documents_of.get(term, _NOBODY) for term in terms)
    return first.intersection(*more) if more else first


def _otherwise(
    phrase: str, unless: Iterable[str], saying: Mapping[str, _Saying], texts: Sequence[Sequence[str]]
) -> AbstractSet[int]:
    """The documents that say the phrase as a part of those of `unless` only."""
    longer = [other for other in unless if f" {phrase} " in f" {other} "]
    doubtful = {i for other in longer for i in saying[other].in_text} & saying[phrase].in_text
    return {i for i in doubtful if _count(phrase, texts[i]) <= sum(_count(other, texts[i]) for other in longer)}


def _count(phrase: str, text: Sequence[str]) -> int:
    """How often it stands in a text."""
    words = tuple(map(sharp, phrase.split()))
    spelt = tuple(map(sharp, text))
    return sum(spelt[i : i + len(words)] == words for i, word in enumerate(spelt) if word == words[0])
