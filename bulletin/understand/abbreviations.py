"""Abbreviations in a finished text: the first of each gets its meaning (`<abbr>`).

What is ambiguous does so only where the same text spells it out; nothing is marked inside a number, a link or code.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.prose import Html
from bulletin.words.fold import fold

_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ]+|[FQ](?=[.0-9])")
_BEFORE = re.compile(r"(?:[\w/&;.-]|/ )$")  # what goes on in the capitals: a word or a number
# Links, code and the attributes of tags: a quotation of a link or image may hold any sign.
_TOLD = r'\s(?:[^<>"]|"[^"]*")*>'
_CLOSED = re.compile(rf"<a{_TOLD}.*?</a>|<code>.*?</code>|<[a-z][a-z0-9]*{_TOLD}", re.DOTALL)
_NEAR = 300
_NO_END = r"(?![\w&-]|\.?[\w]| ?/)"
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_POST = r"(?= [A-ZĐÀ-Ỹ]{2})"  # before a post in capitals: «TM. ỦY BAN NHÂN DÂN»


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Abbreviations:
    """By their first capitals: the spellings that begin so, the longest first, each with its row."""

    by_start: Mapping[str, tuple[tuple[re.Pattern[str], Abbreviation], ...]]


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


def mark(text: Html, known: Abbreviations, signed_on: date | None) -> tuple[Html, tuple[Abbreviation, ...]]:
    """`text`, which the sanitiser wrote, with the first of each abbreviation marked, and what was marked, in order.

    `signed_on` chooses among rows that had their time; a text without a day takes none of these.
    """
    seen: dict[str, Abbreviation | None] = {}  # with None where the text means something else
    words = ""
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
                if row.ambiguous and not words:
                    words = _spaced(_TAG.sub(" ", text))
                seen[row.code] = row if _meant(row, text, *found.span(), words) else None
                if seen[row.code]:
                    done += (text[at:start], f'<abbr title="{html.escape(row.means)}">', found[0], "</abbr>")
                    at = found.end()
            break
    done.append(text[at:])
    return Html("".join(done)), tuple(row for row in seen.values() if row)


def _living(row: Abbreviation, day: date | None) -> bool:
    if not (row.since or row.until):
        return True
    return day is not None and (row.since or day) <= day and not (row.until and day >= row.until)


def _meant(row: Abbreviation, text: str, start: int, end: int, words: str) -> bool:
    """Whether the text leaves no doubt: «thanh tra xây dựng (TTXD)» gives a code another meaning than its row."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        before = _TAG.sub(" ", text[max(0, start - _NEAR) : start - 1])
        return _spaced(before).endswith(_spaced(row.means))
    if not row.ambiguous:
        return True
    return _spaced(row.means) in words and not any(_spaced(other) in words for other in row.ambiguous)


def _spaced(text: str) -> str:
    """«trật tự đô thị,» → " trat tu do thi ": to be compared word by word."""
    return f" {_NOT_WORD.sub(' ', fold(html.unescape(text))).strip()} "
