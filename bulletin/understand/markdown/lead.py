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
from bulletin.words.text.blocks import blocks_in, lines_of, words_of
from bulletin.words.text.corrected import Pairs, corrected_words
from bulletin.words.text.fold import fold
from bulletin.words.text.patterns import verbose
from bulletin.words.text.row_numbers import names_row_numbers
from bulletin.words.text.shorten import shorten

_LENGTH = 200
_LISTS = ("bullets", "numbers", "terms", "quote")
_ENOUGH = 60  # blocks of a text; what has not begun by then is no lead
_BULLET = re.compile(r"[-+–•*]\s+")
_TYPES = (
    "công văn|kế hoạch|quyết định|nghị quyết|thông báo|chỉ thị|công điện|nghị định|thông tư|luật|bộ luật|hướng dẫn|"
    "văn bản|kết luận|chương trình|đề án|quy định|quy chế|pháp lệnh|giấy mời|tờ trình|báo cáo|phương án|điện"
)
_BASIS = verbose(
    rf"""
    # By its own word: «Căn cứ …», «Xét đề nghị …».
    (?:căn cứ|chiếu theo|xét (?:đề nghị|tờ trình|báo cáo)|theo đề nghị)(?!\w)
    |
    # By what is done to a paper: «Thực hiện nội dung chỉ đạo của UBND thành phố tại Công văn …».
    (?:
        (?:tiếp tục |nhằm |để )?(?:triển khai thực hiện|thực hiện|triển khai|thi hành)
        |theo|tiếp theo|phúc đáp|trả lời
    )
    [ ](?:(?:nội dung|tinh thần|sự|ý kiến|chỉ đạo|của|tại|các|những) ){{0,4}}
    (?:(?:thành ủy|tỉnh ủy|quận ủy|đảng ủy|ubnd|ủy ban nhân dân)[^,;.]{{0,40}} tại )?  # whose paper it is
    (?:{_TYPES})(?!\w)
    """,
    re.IGNORECASE,
)
# Who acts, after the documents: «…, UBND phường thông báo …».
_ACTOR = verbose(r"""
    [,;]\s+
    (?=
        (?:nay,? )?
        (?:
            # an office, by the word that its name begins with
            UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Đảng ủy|Đảng uỷ|Ban |Chủ tịch|Công an|Trạm|Trung tâm
            |Phòng|Văn phòng|Trường|Mặt trận|Đoàn|Hội |Liên đoàn|Thường trực|Chi bộ|Tổ |Phường|phường|Xã|xã|Đặc khu
            |Bộ |Sở[ ]
            |Công ty|Điện lực
            |đề nghị|nay[ ]  # nobody named: «…, đề nghị các hộ …»
        )
    )
""")
# What it does: a clause without it only tells more of the documents.
_DEED = verbose(r"""
    (?<!\w)
    (?:
        thông báo|đề nghị|tổ chức|yêu cầu|mời|ban hành|công bố|công khai|niêm yết|triển khai|thực hiện|báo
        |hướng dẫn|tiến hành|tạm|lấy ý kiến|xây dựng|quyết định|điều chỉnh|phát động|tuyển|khuyến cáo|cảnh báo
        |giới thiệu
    )
""")
_NEAR = 120
_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_a-zà-ỹ])")
# Lines of the head of a paper, without their diacritics.
_HEAD = verbose(r"""
    dang cong san viet nam$
    |v/v[ ]|ve viec [^.:;]*$                                                  # what the paper is about
    |so\s?:?\s?[0-9.…]{0,6}\s?[-/]\s?[a-z&-]{1,12}(?:\s?[/-]\s?[a-z&-]{1,12})?$  # «Số: 12/TB-UBND»
    # «Hòa Cường, ngày 12 tháng 5 năm 2025», its figures perhaps not yet written in
    |[^0-9:]{2,40}, ngay\s{0,9}[0-9.…]{0,4}\s{0,3}(?:thang|/)[^a-z]{1,12}(?:nam[^a-z]{1,9})?$
    |noi nhan\s*:|kinh gui                                                    # whom it is sent to
    |(?:kinh thua|xin chao|kinh chao|chao|thua)\s[^.:;,]{1,60}[!,.]?$          # «Kính thưa bà con!»
""")
# Perhaps beside the name of the office: a letterhead of two columns.
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W{1,5}tu do\W")
_TO = re.compile(r"\W*kinh gui")
_TITLE = 70  # signs of a line in capitals that is a title and no sentence
_NUMBERED = re.compile(r"[0-9IVX]{1,4}[.)/]")
_NAME = 40  # signs of a line that names what follows


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, or what is listed: its lines."""

    listed: bool
    lines: Sequence[str]


class _Sorted(NamedTuple):
    """Lines of the head of a paper, those that tell its basis alone, and what the others tell besides their basis."""

    heads: list[str]
    bases: list[str]
    kept: list[str]


def lead_of(content: Iterable[Words | Block], errata: Pairs) -> str:
    """The lead of a text, with its errata mended, cut to a line or two."""
    return shorten(corrected_words(lead(_blocks(content)), errata), _LENGTH)


def lead(blocks: Iterable[_Part]) -> str:
    """«Lịch phun: Tổ 1: sáng 22/11; Tổ 2: chiều 22/11»; of a text that tells nothing but its basis, that."""
    text = ""
    bases: list[str] = []
    heads: list[str] = []
    to_whom = False  # whether the last words were «Kính gửi:», whose list is no lead
    for block in blocks:
        if to_whom and block.listed:
            continue
        lines = _sorted(block, begun=bool(text))
        bases += lines.bases
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
    return (text or next(filter(None, (*bases, *heads)), "")).rstrip(" :;,–-")


def _sorted(block: _Part, *, begun: bool) -> _Sorted:
    """The lines of `block` by what they tell; `begun` once the lead has words."""
    lines = _Sorted([], [], [])
    for line in block.lines:
        if _is_head(line, begun=block.listed and (begun or bool(lines.kept))):
            lines.heads.append(line)
        elif rest := _without_basis(line):
            lines.kept.append(rest)
        else:
            lines.bases.append(line)
    return lines


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


def _without_basis(line: str) -> str:
    """The line less the documents that it begins with, "" when there is nothing else in it."""
    text = line
    for _ in range(5):
        bare = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
        if not _BASIS.match(bare):
            return text
        sentence = _SENTENCE.search(bare)
        stop = sentence.start() if sentence else len(bare)
        for actor in _ACTOR.finditer(bare, 0, stop):
            clause = bare[actor.end() : min(stop, actor.end() + _NEAR)]
            if _DEED.search(clause.partition(";")[0]):
                return bare[actor.end()].upper() + bare[actor.end() + 1 :]
        if not sentence:
            return ""
        text = bare[sentence.end() :]
    return text


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
