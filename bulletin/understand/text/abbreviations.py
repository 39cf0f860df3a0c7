"""Abbreviations in a text: the first of each gets its meaning.

What is ambiguous does so only where the same text spells it out, or in phrases that leave no doubt; nothing is marked
inside a number, a link or code.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.text import Explained
from bulletin.understand.text.known_abbreviations import Abbreviations
from bulletin.understand.text.leaf import Leaf
from bulletin.words.text.fold import fold

# What goes on in the capitals: a word or a number; a hard space holds together.
_BEFORE = re.compile(r"(?:[\w/&;.\u00a0-]|/ )$")
_BETWEEN = "\n\n"  # two pieces of text, far enough apart that nothing goes over
_NEAR = 300
_MORE = 3  # words that may stand between a meaning and its code in brackets
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def mark(leaves: Sequence[Leaf], known: Abbreviations, signed_on: date | None) -> tuple[Abbreviation, ...]:
    """Mark the first of each abbreviation in `leaves`, as they follow one another on a page; what was marked, in order.

    `signed_on` chooses among rows that had their time; a text without a day takes none of these.
    """
    seen: dict[str, Abbreviation | None] = {}  # with None where a text means something else
    # All are searched at once: most have no abbreviation, and a search for each would cost more than the rest.
    starts = list(accumulate([len(leaf.text) + len(_BETWEEN) for leaf in leaves], initial=0))
    text = _BETWEEN.join([leaf.text for leaf in leaves])
    open_ = _BETWEEN.join([leaf.unmarked for leaf in leaves])
    end = 0
    for m in known.starts(open_):
        start = m.start()
        if start < end or _BEFORE.search(text, max(0, start - 2), start):
            continue
        for pattern, row in known.by_start[m[0]]:
            if not (occurrence := pattern.match(open_, start)):
                continue
            if row.code not in seen and _living(row, signed_on):
                meant = _meant(row, text, *occurrence.span())
                if meant is not None:
                    seen[row.code] = row if meant else None
                if meant:
                    end = occurrence.end()
                    i = bisect(starts, start) - 1
                    _add(leaves[i], start - starts[i], end - starts[i], row)
            break
    return tuple(row for row in seen.values() if row)


def _add(leaf: Leaf, start: int, stop: int, row: Abbreviation) -> None:
    """Mark one; where other marks begin or end inside it, the longest piece."""
    if piece := leaf.longest_piece(start, stop):
        leaf.marks.append(Explained(start=piece[0], stop=piece[1], means=row.means))


def _living(row: Abbreviation, day: date | None) -> bool:
    if not (row.since or row.until):
        return True
    return day is not None and (row.since or day) <= day and not (row.until and day >= row.until)


def _meant(row: Abbreviation, text: str, start: int, end: int) -> bool | None:
    """Whether the text leaves no doubt that the code at `start` is that of `row`; None where another place may tell.

    «Công ty Thương Vàng (CTV)» gives a code another meaning than its row, for good; «Ủy ban nhân dân phường (UBND)»
    only has a word more.
    """
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if not in_brackets and not row.ambiguous:
        return True
    before = _words(text[max(0, start - _NEAR) : start])
    if in_brackets:
        means = _words(row.means)
        if before[-len(means) :] == means:
            return True
        return None if f" {' '.join(means)} " in f" {' '.join(before[-len(means) - _MORE :])} " else False
    after = _words(text[end : end + _NEAR])
    return any(_stands(phrase, row, before, after) for phrase in row.sure) or None


def _stands(phrase: str, row: Abbreviation, before: list[str], after: list[str]) -> bool:
    """Whether the words around the code make it that phrase: «quản lý TTĐT, TTXD» holds «TTĐT, TTXD»."""
    left, right = map(_words, phrase.partition(row.code)[::2])
    return (not left or before[-len(left) :] == left) and after[: len(right)] == right


def _words(text: str) -> list[str]:
    """«trật tự đô thị,» → trat, tu, do, thi: to be compared word by word."""
    return _NOT_WORD.sub(" ", fold(text)).split()
