"""What YAML reads without complaint, and not as a clerk meant it: a dash without blank, «{a}», a second «---»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.words.yaml.loaders import Mark

QUOTE_IT = "đặt cả giá trị trong dấu nháy kép"
# «Họp tổ #5»: YAML drops what follows; a comment that is meant has a blank after its hash, as `new` writes it.
HASHED = re.compile(r"\s+#[^\s#].*")
ITEM = re.compile(r" *- +(?=\S)")
_DASHED = re.compile(r"\s*-(?![\s-])")
_TIGHT = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(?!//)([^\s:].*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """The code of a problem, where it is and what fills its sentences."""

    code: str
    mark: Mark
    slots: Mapping[str, str]


def syntax(mark: Mark, detail: str, advice: str) -> Fault:
    """What is wrong at `mark`, and what to do, in words for a clerk."""
    return Fault("front-yaml", mark, {"detail": detail, "advice": advice})


def indent(text: str) -> int:
    """The blanks before a line's first character."""
    return len(text) - len(text.lstrip())


def dash(line: int, text: str) -> Fault | None:
    """«-what: Họp», which is no item but a text that begins with a dash."""
    if not _DASHED.match(text):
        return None
    meant = text.strip().removeprefix("-")
    return syntax(Mark(line, indent(text)), "thiếu dấu cách sau dấu «-»", f"sau «-» phải có dấu cách: «- {meant}»")


def tight(mark: Mark, text: str) -> Fault | None:
    """«form:Băng rôn», which is no key but a text with a colon in it."""
    if not (pair := _TIGHT.match(text)):
        return None
    meant = f"{pair[1]}: {pair[2].strip()}"
    return syntax(mark, "thiếu dấu cách sau dấu hai chấm", f"sau dấu hai chấm phải có dấu cách: «{meant}»")


def half(mark: Mark, word: str) -> Fault:
    """«{form: Băng rôn, cờ}», «{a}»: a comma has ended the value, or what was meant as text stands in brackets."""
    advice = (
        f"nếu dấu phẩy hoặc dấu ngoặc là chữ của giá trị, {QUOTE_IT}; "
        f"nếu «{word}» là khoá thì thêm dấu hai chấm, dấu cách và giá trị"
    )
    return syntax(mark, f"«{word}» đứng trong dấu ngoặc mà không phải là «khoá: giá trị»", advice)


def swallowed(line: int, text: str, first: str) -> Fault:
    """A line «- b» that has become a part of the text above, which begins in the line `first`."""
    if item := ITEM.match(first):
        return dashes_askew(line, text, len(item[0]) - len(item[0].lstrip()))
    advice = f"nếu là danh sách, để trống sau dấu hai chấm ở dòng trên; nếu là chữ, {QUOTE_IT}"
    return syntax(Mark(line, indent(text)), "dòng bắt đầu bằng «-» nằm dưới một khoá đã có giá trị", advice)


def dashes_askew(line: int, text: str, column: int) -> Fault:
    """An item whose dash does not stand in `column`, where those of its list do."""
    advice = f"các dấu «-» của một danh sách phải thẳng cột: dòng này {indented(column)}"
    return syntax(Mark(line, indent(text)), "dấu «-» không thẳng cột với dấu «-» ở trên", advice)


def indented(column: int) -> str:
    """How a line has to begin, in words."""
    return f"thụt vào đúng {column} dấu cách" if column else "không thụt vào"


def second_document(mark: Mark, text: str) -> Fault:
    """What follows a «---» after the keys would not be read."""
    if text.strip() != "---":
        return Fault("front-not-keys", mark, {})
    advice = "bỏ các dòng «---» và chỉ giữ những dòng «khoá: giá trị»"
    return syntax(mark, "tệp này chỉ có phần khai báo, mà sau dòng «---» này còn chữ", advice)
