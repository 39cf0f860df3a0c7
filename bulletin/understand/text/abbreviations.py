"""Abbreviations in a finished text: the first of each gets its meaning (`<abbr>`).

What is ambiguous does so only where the same text spells it out, or in phrases that leave no doubt; nothing is marked
inside a number, a link or code.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.html import Html
from bulletin.words.text.fold import fold

_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ]+|[FQ](?=[.0-9])|[KT](?=/[LMT](?!\w))")
_BEFORE = re.compile(r"(?:[\w/&;.-]|/ )$")  # what goes on in the capitals: a word or a number
# Links, code and the attributes of tags: a quotation of a link or image may hold any sign.
_TOLD = r'\s(?:[^<>"]|"[^"]*")*>'
_CLOSED = re.compile(rf"<a{_TOLD}.*?</a>|<code>.*?</code>|<[a-z][a-z0-9]*{_TOLD}", re.DOTALL)
_NEAR = 300
_MORE = 3  # words that may stand between a meaning and its code in brackets
_NO_END = r"(?![\w&-]|\.?[\w]| ?/)"
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_POST = r"(?= [A-ZĐÀ-Ỹ]{2})"  # before a post in capitals: «TM. ỦY BAN NHÂN DÂN»


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Abbreviations:
    """By their first capitals: the spellings that begin so, the longest first, each with its row."""

    by_start: Mapping[str, tuple[tuple[re.Pattern[str], Abbreviation], ...]]


NO_ABBREVIATIONS = Abbreviations(by_start={})


def abbreviations(rows: Iterable[Abbreviation]) -> Abbreviations:
    """Lay out the rows; symbols stand only inside numbers and are none of ours."""
    found: dict[str, list[tuple[str, Abbreviation]]] = {}
    for row in rows:
        for code in (row.code, *row.also) if row.kind != "symbol" else ():
            if start := _CAPITALS.match(code):
                found.setdefault(start[0], []).append((code, row))
    return Abbreviations(
        by_start={
            start: tuple((_pattern(code, row), row) for code, row in sorted(codes, key=lambda c: -len(c[0])))
            for start, codes in found.items()
        }
    )


def _pattern(code: str, row: Abbreviation) -> re.Pattern[str]:
    return re.compile(re.escape(html.escape(code)) + (_POST if row.kind == "signature" else _NO_END))


def mark(
    texts: Iterable[Html], known: Abbreviations, signed_on: date | None
) -> tuple[tuple[Html, ...], tuple[Abbreviation, ...]]:
    """`texts`, escaped or sanitised, as they follow one another on a page, with the first of each abbreviation marked;
    and what was marked, in order.

    `signed_on` chooses among rows that had their time; a text without a day takes none of these.
    """
    seen: dict[str, Abbreviation | None] = {}  # with None where a text means something else
    marked = tuple(_mark(text, known, signed_on, seen) for text in texts)
    return marked, tuple(row for row in seen.values() if row)


def _mark(text: Html, known: Abbreviations, signed_on: date | None, seen: dict[str, Abbreviation | None]) -> Html:
    done: list[str] = []
    at = 0
    open_ = _CLOSED.sub(lambda m: "\0" * len(m[0]), text)
    for m in _CAPITALS.finditer(open_):
        start = m.start()
        if m[0] not in known.by_start or start < at or _BEFORE.search(text, max(0, start - 2), start):
            continue
        for pattern, row in known.by_start[m[0]]:
            if not (found := pattern.match(open_, start)):
                continue
            if row.code not in seen and _living(row, signed_on):
                meant = _meant(row, text, *found.span())
                if meant is not None:
                    seen[row.code] = row if meant else None
                if meant:
                    done += (text[at:start], f'<abbr title="{html.escape(row.means)}">', found[0], "</abbr>")
                    at = found.end()
            break
    done.append(text[at:])
    return Html("".join(done))


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
    before = _words(_TAG.sub(" ", text[max(0, start - _NEAR) : start]))
    if in_brackets:
        means = _words(row.means)
        if before[-len(means) :] == means:
            return True
        return None if f" {' '.join(means)} " in f" {' '.join(before[-len(means) - _MORE :])} " else False
    after = _words(_TAG.sub(" ", text[end : end + _NEAR]))
    return any(_stands(phrase, row, before, after) for phrase in row.sure) or None


def _stands(phrase: str, row: Abbreviation, before: list[str], after: list[str]) -> bool:
    """Whether the words around the code make it that phrase: «quản lý TTĐT, TTXD» holds «TTĐT, TTXD»."""
    left, right = map(_words, phrase.partition(row.code)[::2])
    return (not left or before[-len(left) :] == left) and after[: len(right)] == right


def _words(text: str) -> list[str]:
    """«trật tự đô thị,» → trat, tu, do, thi: to be compared word by word."""
    return _NOT_WORD.sub(" ", fold(html.unescape(text))).split()
