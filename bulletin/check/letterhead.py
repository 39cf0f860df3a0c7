"""The letterhead that was copied into a notice's text, against its keys: another number, another day.

Only what stands as offices set it counts: a number or a place with its day filling a line or a cell, above the first
sentence, near the motto or the title of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

from bulletin.knowledge.rows import Knowledge
from bulletin.model.notice import Notice
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Source
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import number_slug, parse_number
from bulletin.words.text.fold import fold, printed

_LINES = 25  # filled ones; a letterhead has some ten
_MARKS = re.compile(r"[*_\\#]|&nbsp;|\u200b|\ufeff")
_CELLS = re.compile(r"\||<br ?/?>|\t|\s{3,}")
_NUMBER = re.compile(
    r"""
    S[ốỐ]\s{0,3}:?\s{0,20}
    (?P<number> [0-9]{1,6}[a-zđ]? (?: \s?[-–/]\s?[^\W_][\w.&]{0,20} ){1,6} )
    (?= \s{0,3}$ | \s{2}
      | \s[^\s,]{1,20} (?:\s[^\s,]{1,20}){0,5},\s{0,3}(?:ngày|NGÀY)\s{0,9}[0-9] )   # «… Long Biên, ngày 05»
    """,
    re.VERBOSE,
)
_DATED = re.compile(
    r"""
    (?:^|(?<=\s)) [^\W\d_][^\d,;:()]{0,40},\s{0,3}ngày\s{0,3}                # «Long Biên, ngày»
    (?P<day>[0-9]{1,2})\s{0,3}
    (?: tháng\s{0,3}(?P<month>[0-9]{1,2})\s{0,3}năm\s{0,3}(?P<year>[0-9]{4})
      | /\s?(?P<m>[0-9]{1,2})\s?/\s?(?P<y>[0-9]{4}) )
    \s?\.?\s{0,3}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap\s?-\s?tu do\s?-\s?hanh phuc|dang cong san viet nam")
# What a line begins with that is a sentence, a list or another's words, and no longer the head of a paper.
_TEXT = re.compile(r"\s*(?:[>`]|[-+•–]\s|[0-9]{1,2}[.)]\s|(?:can cu|thuc hien|theo|xet|kinh gui|de|nham|ngay)(?!\w))")
_QUOTED = re.compile(r"(?<!\w)(?:(?:toan|nguyen) van|trich|dang lai|sao luc|phu luc|kem theo)(?!\w)")
_ENDS = (".", ":", ";", ",", "?", "!", "”", "»")
_LONGEST = 70  # characters of a line that is no sentence; capitals throughout are none


def check_letterhead(source: Source, notice: Notice, knowledge: Knowledge) -> tuple[Problem, ...]:
    """Number and day of the letterhead in the body that are not those of the keys, each at its line.

    A notice without a number is no signed paper: what its text begins with is another's.
    """
    if notice.number is None:
        return ()
    return tuple(_doubts(source, notice, notice.number, knowledge))


def _doubts(source: Source, notice: Notice, own: Number, knowledge: Knowledge) -> Iterator[Problem]:
    """The first number and the first day of the head, where they differ from the keys and no erratum tells of them."""
    head = head_of(source.body, knowledge.type_titles)
    accepted = " ".join(printed(erratum.says) for erratum in notice.errata)
    for line, m in islice(_matches(_NUMBER.match, head), 1):
        text = m["number"]
        number = parse_number(text, knowledge.type_codes)
        if number and not _same(number, own, notice.signed_on) and printed(text) not in accepted:
            place = _place(source, line, text)
            yield problem("letterhead-number", place, value=number.normal, number=own.normal)
    for line, m in islice(_matches(_DATED.search, head), 1):
        day = _day(m)
        text = m[0][m[0].lower().rindex("ngày") :].strip(" .")
        if day and day != notice.signed_on and printed(text) not in accepted:
            place = _place(source, line, text)
            yield problem("letterhead-date", place, value=short(day), date=short(notice.signed_on))


def _matches(
    find: Callable[[str], re.Match[str] | None], head: Iterable[tuple[int, tuple[str, ...]]]
) -> Iterator[tuple[int, re.Match[str]]]:
    """(line, match) in every cell of a head, in order."""
    yield from ((line, m) for line, cells in head for cell in cells if (m := find(cell)))


def head_of(body: str, titles: frozenset[str]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """(line of the body, its cells) of every line above the title or the first sentence.

    Empty where neither the motto nor a title in capitals («THÔNG BÁO») says that it is the head of a paper.
    """
    head: list[tuple[int, tuple[str, ...]]] = []
    anchored = False
    filled = ((at, line) for at, line in enumerate(body.split("\n")) if line.strip())
    for at, line in islice(filled, _LINES):
        text = _MARKS.sub("", line).rstrip()
        if fold(text).strip() in titles and text.isupper():
            anchored = True
            break
        # «Số:      113/TB-UBND»: blanks left for a stamp part no cells.
        cells = tuple(cell.strip() for cell in _CELLS.split(re.sub(r"(S[ốỐ]\s{0,3}:)\s{1,40}", r"\1 ", text)))
        if any(_is_text(cell) for cell in cells) or _TEXT.match(fold(line)):
            break
        anchored = anchored or any(_is_motto(cell) for cell in cells)
        head.append((at, cells))
    return tuple(head) if anchored else ()


def _is_text(cell: str) -> bool:
    folded = fold(cell)
    if _QUOTED.search(folded):
        return True
    if cell.isupper() or _NUMBER.match(cell) or _DATED.search(cell) or _is_motto(cell):
        return False
    return len(cell) > _LONGEST or cell.endswith(_ENDS) or bool(_TEXT.match(folded))


def _is_motto(cell: str) -> bool:
    """It fills the cell, or stands beside the office or the number; «ngày thành lập Đảng Cộng sản Việt Nam» is none."""
    rest, found = _MOTTO.subn("", re.sub("[–—]", "-", fold(cell)))
    return bool(found) and (cell.isupper() or not re.search(r"\w", rest) or rest.lstrip().startswith("so"))


def _same(number: Number, own: Number, signed_on: date) -> bool:
    """Equal up to blanks, noughts and marks; a year inside counts only where it is not that of the signing."""
    years = {number.year or signed_on.year, own.year or signed_on.year}
    return len(years) == 1 and _without_year(number) == _without_year(own)


def _without_year(number: Number) -> str:
    return number_slug(number).replace(f"-{number.year}-", "-", 1) if number.year else number_slug(number)


def _day(m: re.Match[str]) -> date | None:
    try:
        return date(int(m["year"] or m["y"]), int(m["month"] or m["m"]), int(m["day"]))
    except ValueError:
        return None


def _place(source: Source, line: int, text: str) -> Place:
    """Where `text` stands; at the beginning of its line where marks part it."""
    return Place(path=source.path, line=source.body_line + line, col=source.body.split("\n")[line].find(text) + 1 or 1)
