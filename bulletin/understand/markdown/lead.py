"""The lead of a text: the first words that tell what it is about, for previews, feeds and search.

Neither the head of the paper nor the documents it rests on tell that, nor does «Lịch phun:» without what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from bulletin.model.text import Block, Words
from bulletin.understand.markdown.opening_formulas import telling
from bulletin.words.text.blocks import blocks_in, lines_of, words_of
from bulletin.words.text.corrected import Pairs, corrected_words
from bulletin.words.text.fold import fold
from bulletin.words.text.patterns import verbose
from bulletin.words.text.row_numbers import names_row_numbers
from bulletin.words.text.shorten import shorten

_LENGTH = 200
_LISTS = ("bullets", "numbers", "terms", "quote")
_ENOUGH = 60  # blocks of a text; what has not begun by then is no lead
# Lines of the head of a paper, without their diacritics.
_HEAD = verbose(r"""
    dang cong san viet nam$
    |v/v[ ]|ve viec [^.:;]*$                                                  # what the paper is about
    |so\s?:?\s?[0-9.…]{0,6}\s?[-/]\s?[a-z&-]{1,12}(?:\s?[/-]\s?[a-z&-]{1,12})?$  # «Số: 12/TB-UBND»
    # «Hòa Cường, ngày 12 tháng 5 năm 2025», its figures perhaps not yet written in
    |[^0-9:]{2,40}, ngay\s{0,9}[0-9.…]{0,4}\s{0,3}(?:thang|/)[^a-z]{1,12}(?:nam[^a-z]{1,9})?$
    |quyet (?:dinh|nghi)\s*:?$
    |noi nhan\s*:|kinh gui                                                    # whom it is sent to
    |(?:kinh thua|xin chao|kinh chao|chao|thua)\s[^.:;,]{1,60}[!,.]?$          # «Kính thưa bà con!»
    |(?:xin )?tran trong(?:\s[^.:;,]{1,40})?[.!,:]?$                           # «Trân trọng thông báo.»
""")
# Perhaps beside the name of the office: a letterhead of two columns.
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W{1,5}tu do\W")
_TO = re.compile(r"\W*kinh gui")
_SUBJECT = re.compile(r"\W*(?:v/v|ve viec) ")
_TITLE = 70  # signs of a line in capitals that is a title and no sentence
_NUMBERED = re.compile(r"[0-9IVX]{1,4}[.)/]")
_LEAST = 4  # words of a title that says of what
_ENDS = (".", ";", ":", ",", "!")
_NAME = 40  # signs of a line that names what follows


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, or what is listed: its lines."""

    listed: bool
    lines: Sequence[str]


class _Sorted(NamedTuple):
    """Lines of the head of a paper, and what the others tell beside their formulas."""

    heads: list[str]
    kept: list[str]


def lead_of(content: Iterable[Words | Block], errata: Pairs) -> str:
    """The lead of a text, with its errata mended, cut to a line or two."""
    return shorten(corrected_words(lead(_blocks(content)), errata), _LENGTH)


def lead(blocks: Iterable[_Part]) -> str:
    """«Lịch phun: Tổ 1: sáng 22/11; Tổ 2: chiều 22/11»; "" of a text that tells nothing but its basis."""
    text = ""
    heads: list[str] = []
    to_whom = False  # whether the last words were «Kính gửi:», whose list is no lead
    for block in blocks:
        if to_whom and block.listed:
            continue
        lines = _sorted(block, begun=bool(text))
        heads += lines.heads
        if not lines.kept:
            to_whom = _is_to_whom(lines.heads[-1]) if lines.heads else to_whom
            continue
        to_whom = False
        text = _joined(text, _listed(lines.kept) if block.listed else _paragraph(lines.kept))
        if _is_name_of_part(block, text):
            text += ":"
        if not text.endswith(":") or len(text) > _LENGTH:
            break
    return (text or next(filter(_is_subject, heads), "")).rstrip(" :;,–-")


def _sorted(block: _Part, *, begun: bool) -> _Sorted:
    """The lines of `block` by what they tell; `begun` once the lead has words."""
    lines = _Sorted([], [])
    cut = ""  # a formula that goes on in the next line
    for words in block.lines:
        line, cut = f"{cut} {words}".strip(), ""
        if _is_head(line, begun=block.listed and (begun or bool(lines.kept))):
            lines.heads.append(line)
        elif rest := telling(line):
            lines.kept.append(rest)
        elif not block.listed and not line.endswith(_ENDS):
            cut = line
    return lines


def _is_subject(line: str) -> bool:
    """A line of the head that says what the paper is about: «Về việc cắt điện», «TẠM NGỪNG CẤP NƯỚC»."""
    low = fold(line)
    of_paper = _HEAD.match(low.lstrip(" *_-–")) or _MOTTO.search(low) or len(low.split()) < _LEAST
    return bool(_SUBJECT.match(low)) or not of_paper


def _is_to_whom(line: str) -> bool:
    """«Kính gửi:» above a list."""
    return line.endswith(":") and _TO.match(fold(line)) is not None


def _is_name_of_part(block: _Part, text: str) -> bool:
    """«1. Mục đích» above what it is about."""
    begins = block.listed or _NUMBERED.match(text) or fold(text) == "thong bao"
    return bool(begins) and len(block.lines) == 1 and len(text) <= _NAME and text[-1:].isalnum()


def _joined(text: str, more: str) -> str:
    return f"{text} {more}" if text else more


def _paragraph(lines: Iterable[str]) -> str:
    """Lines that were ended on purpose, as one text."""
    text = ""
    for line in lines:
        ends = text.endswith((".", "!", "?", ":", ";", ",", "…"))
        text += ("" if not text else " " if ends or line[:1].islower() else "; ") + line
        if len(text) > _LENGTH:
            break
    return text


def _listed(lines: Iterable[str]) -> str:
    """Items told apart: «Một; hai: ba; bốn»."""
    text = ""
    for line in lines:
        text += ("" if not text else " " if text.endswith((":", ".", "?", "!")) else "; ") + line.rstrip(";,. ")
        if len(text) > _LENGTH:
            break
    return text


def _is_head(line: str, *, begun: bool) -> bool:
    """A line of the head of a paper, its title, or whom it is sent to. Once a list has `begun`, «CCCD;» is its word."""
    low = fold(line)
    if not any(sign.isalnum() for sign in low) or _HEAD.match(low.lstrip(" *_-–")):
        return True
    if len(line) <= 2 * _TITLE and _MOTTO.search(low):
        return True
    if begun:
        return False
    return len(line) <= _TITLE and line.upper() == line and not line.endswith((".", "!", ":")) and not line[0].isdigit()


def _blocks(content: Iterable[Words | Block]) -> Iterator[_Part]:
    for part in islice(content, _ENOUGH):
        if isinstance(part, Words):
            continue
        if part.kind == "table":
            yield _Part(True, list(_rows(part)))
        elif part.kind in _LISTS:
            yield _Part(True, lines_of(part))
        elif part.kind == "paragraph":
            yield _Part(False, lines_of(part))


def _rows(table: Block) -> Iterator[str]:
    """A line a row, its figures with the names of their columns: «Tổ 1, Ngày 07/5»; no running number."""
    parts = list(blocks_in(table.content))
    names = [words_of(cell) for cell in parts if cell.kind == "header"]
    for row in (part for part in parts if part.kind == "row"):
        cells = [
            (name, words_of(cell))
            for name, cell in zip(names, row.content, strict=False)
            if isinstance(cell, Block) and cell.kind == "cell"
        ]
        columns = (
            f"{name} {text}" if name and text[0].isdigit() else text
            for name, text in cells
            if text and not names_row_numbers(name)
        )
        if line := ", ".join(columns):
            yield line
