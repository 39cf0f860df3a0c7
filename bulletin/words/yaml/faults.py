"""Where YAML cannot be parsed: the line that is to be mended, and what a clerk has to type there.

The parser tells in English where it gave up; what is wrong usually stands before that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the YAML: line and column from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """The code of a problem, where it is and what fills its sentences."""

    code: str
    mark: Mark
    slots: Mapping[str, str]


_QUOTE_IT = "đặt cả giá trị trong dấu nháy kép"
# The parser's words → what is wrong and what to do.
_SYNTAX = {
    "unexpected end of stream": ("dấu nháy mở mà không đóng", "thêm dấu nháy đóng ở cuối giá trị"),
    "unexpected document separator": ("dấu nháy mở mà không đóng", "thêm dấu nháy đóng ở cuối giá trị"),
    "cannot start any token": ("giá trị bắt đầu bằng ký tự đặc biệt", _QUOTE_IT),
    "comment or line break": ("giá trị bắt đầu bằng ký tự đặc biệt", _QUOTE_IT),
    "block sequence entries": (
        "dấu «-» đứng sai chỗ",
        f"xuống dòng rồi viết «- …» nếu là danh sách; nếu dấu «-» là chữ của giá trị, {_QUOTE_IT}",
    ),
    "expected the node content": ("dấu ngoặc hoặc dấu phẩy đứng sai chỗ", f"xoá dấu thừa, hoặc {_QUOTE_IT}"),
    "mapping values": ("dòng thụt vào mà không thuộc khoá nào", "viết khoá thẳng cột với khoá cùng cấp ở trên"),
}
_OTHER = ("không đọc được", f"xem lại dòng này và dòng trên; nếu giá trị có ký tự đặc biệt, {_QUOTE_IT}")
_BEGAN_EARLIER = ("end of stream", "document separator", "could not find expected ':'", "expected ',' or")
_NOT_WHAT_FOLLOWS = ("expected key", "block end", "'-' indicator", "document start", "expected ',' or")
_CLOSING = {"{": "}", "[": "]"}

# «Họp tổ #5»: YAML drops what follows; a comment that is meant has a blank after its sign, as `new` writes it.
HASHED = re.compile(r"\s+#[^\s#].*")
_DASHED = re.compile(r"\s*-(?![\s-])")
_TIGHT = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(?!//)([^\s:].*)")
_KEY = re.compile(r" *\w+:(?:\s|$)")
_ITEM = re.compile(r" *- +(?=\S)")
_IN_QUOTES = re.compile(r"""\s*(?:- +)*(?:[^\s'":]+: +)?(?=(["']))\1(?P<inside>.*)\1(?P<blank>\s*)""")
_AFTER_QUOTE = re.compile(r"""["']\s+""")


def dash(line: int, text: str) -> Fault | None:
    """«-what: Họp», which is no item but a text that begins with a dash."""
    if not _DASHED.match(text):
        return None
    said = text.strip().removeprefix("-")
    return _yaml(Mark(line, _indent(text)), "thiếu dấu cách sau dấu «-»", f"sau «-» phải có dấu cách: «- {said}»")


def tight(mark: Mark, text: str) -> Fault | None:
    """«form:Băng rôn», which is no key but a text with a colon in it."""
    if not (found := _TIGHT.match(text)):
        return None
    said = f"{found[1]}: {found[2].strip()}"
    return _yaml(mark, "thiếu dấu cách sau dấu hai chấm", f"sau dấu hai chấm phải có dấu cách: «{said}»")


def half(mark: Mark, word: str) -> Fault:
    """«{form: Băng rôn, cờ}», «{a}»: a comma has ended the value, or what was meant as text stands in brackets."""
    advice = (
        f"nếu dấu phẩy hoặc dấu ngoặc là chữ của giá trị, {_QUOTE_IT}; "
        f"nếu «{word}» là khoá thì thêm dấu hai chấm, dấu cách và giá trị"
    )
    return _yaml(mark, f"«{word}» đứng trong dấu ngoặc mà không phải là «khoá: giá trị»", advice)


def swallowed(line: int, text: str, first: str) -> Fault:
    """A line «- b» that has become a part of the text above, which begins in the line `first`."""
    if item := _ITEM.match(first):
        return _dashes(line, text, len(item[0]) - len(item[0].lstrip()))
    advice = f"nếu là danh sách, để trống sau dấu hai chấm ở dòng trên; nếu là chữ, {_QUOTE_IT}"
    return _yaml(Mark(line, _indent(text)), "dòng bắt đầu bằng «-» nằm dưới một khoá đã có giá trị", advice)


def second_document(mark: Mark, text: str) -> Fault:
    """What follows a «---» after the keys would not be read."""
    if text.strip() != "---":
        return Fault("front-not-keys", mark, {})
    advice = "bỏ các dòng «---» và chỉ giữ những dòng «khoá: giá trị»"
    return _yaml(mark, "tệp này chỉ có phần khai báo, mà sau dòng «---» này còn chữ", advice)


def fault(said: str, began: Mark | None, noticed: Mark | None, lines: Sequence[str]) -> Fault:
    """What is to be mended where the parser `noticed` something while reading what `began` earlier."""
    seen = noticed or began or Mark(0, 0)
    # What is not closed, or is no key, is noticed only later: the guilty place is where the parser began.
    mark = began or seen if any(words in said for words in _BEGAN_EARLIER) else seen
    text = _line(lines, mark.line)
    if "\t" in text or "'\\t'" in said:
        return Fault("front-tab", mark, {})
    if hashed := HASHED.search(text):
        return Fault("front-hash", mark, {"value": hashed[0].strip()})
    above = next((i for i in _above(lines, mark.line)), mark.line)
    if "mapping values" in said or "expected" in said:
        for i in (mark.line, above):
            if found := dash(i, _line(lines, i)):
                return found
    if "could not find expected ':'" in said:
        return Fault("front-not-keys", mark, {})
    if "expected alphabetic or numeric" in said:
        return Fault("front-alias", mark, {})
    if "“" in text or "”" in text:
        return Fault("front-quotes", mark, {})
    if any(words in said for words in _NOT_WHAT_FOLLOWS) and (found := _more(seen, _line(lines, seen.line), said)):
        return found
    if "expected ',' or" in said:
        return _open(mark, seen, lines)
    if "expected key" in said or "block end" in said:
        odd = next((i for i in range(mark.line + 1) if _line(lines, i).count('"') % 2), None)
        if odd is not None or text.count('"') > 2:
            at = mark.line if odd is None else odd
            return Fault("front-quotes", Mark(at, max(_line(lines, at).find('"'), 0)), {})
        if above < mark.line and _line(lines, above).split("#")[0].rstrip().endswith("[]"):
            return _yaml(Mark(above, 0), "đã ghi «[]» mà bên dưới lại có mục", "xoá «[]»")
    if "mapping values" in said:
        if found := tight(Mark(above, _indent(_line(lines, above))), _line(lines, above)):
            return found
        if not _KEY.fullmatch(text[: mark.column + 1]):
            return Fault("front-colon", mark, {})
    if "document start" in said and (first := next(_below(lines), None)) is not None and _indent(lines[first]):
        return _yaml(Mark(first, 0), "khoá đầu tiên bị thụt vào", "xoá dấu cách ở đầu dòng này")
    if (not text[: mark.column].strip() or "mapping values" in said) and (found := _askew(mark.line, lines)):
        return found
    if known := next((words for english, words in _SYNTAX.items() if english in said), None):
        return _yaml(mark, *known)
    if (sign := text[mark.column : mark.column + 1]) and sign in "{}[],:|>'\"":
        return _yaml(mark, f"dấu «{sign}» đứng sai chỗ", f"xoá dấu ấy; nếu dấu ấy là chữ của giá trị, {_QUOTE_IT}")
    return _yaml(mark, *_OTHER)


def _yaml(mark: Mark, detail: str, advice: str) -> Fault:
    return Fault("front-yaml", mark, {"detail": detail, "advice": advice})


def _line(lines: Sequence[str], i: int) -> str:
    return lines[i] if i < len(lines) else ""


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _says(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _above(lines: Sequence[str], line: int) -> Iterator[int]:
    """The lines before `line` that say something, the nearest first."""
    return (i for i in range(min(line, len(lines)) - 1, -1, -1) if _says(lines[i]))


def _below(lines: Sequence[str]) -> Iterator[int]:
    return (i for i, text in enumerate(lines) if _says(text))


def _more(seen: Mark, text: str, said: str) -> Fault | None:
    """Text after what a quotation mark or a bracket has closed: «"Nhiệt liệt" chào mừng»."""
    before = text[: seen.column]
    if (found := _IN_QUOTES.fullmatch(before)) and found["inside"].strip() == found["inside"] != "":
        sign, opened = found[1], found.start(1)
        value = text[opened:].rstrip()
        if not found["blank"] and sign == '"':
            return None
        if not found["blank"]:
            advice = f"viết dấu nháy đơn bên trong hai lần (''), hoặc {_QUOTE_IT}"
            return _yaml(seen, "dấu nháy đơn bên trong giá trị đã đóng giá trị quá sớm", advice)
        if sign == "'" and not set('"\\') & set(value):
            return _yaml(seen, "sau dấu nháy đóng còn chữ", f'đặt cả giá trị trong dấu nháy kép: "{value}"')
        twice = value.replace("'", "''")
        return _yaml(seen, "sau dấu nháy đóng còn chữ", f"đặt cả giá trị trong dấu nháy đơn: '{twice}'")
    if "expected ',' or" in said:
        if not (_AFTER_QUOTE.search(before[-3:]) and text[seen.column :].strip()):
            return None
        advice = "ngăn hai giá trị bằng dấu phẩy; nếu là một giá trị, đặt cả giá trị trong dấu nháy đơn '…'"
        return _yaml(seen, "sau dấu nháy đóng còn chữ", advice)
    if before.rstrip().endswith(("]", "}")):
        return _yaml(seen, "sau dấu ngoặc đóng còn chữ", f"xoá chữ thừa; nếu dấu ngoặc là chữ của giá trị, {_QUOTE_IT}")
    return None


def _open(began: Mark, seen: Mark, lines: Sequence[str]) -> Fault:
    """A bracket that is not closed, or by another."""
    sign = _line(lines, began.line)[began.column : began.column + 1]
    right = _CLOSING.get(sign, "")
    wrong = _line(lines, seen.line)[seen.column : seen.column + 1]
    if not right:
        return _yaml(began, *_OTHER)
    if wrong in _CLOSING.values():
        return _yaml(seen, f"mở bằng «{sign}» mà đóng bằng «{wrong}»", f"thay «{wrong}» bằng «{right}»")
    advice = f"thêm dấu «{right}» vào cuối; nếu dấu «{sign}» là chữ của giá trị, {_QUOTE_IT}"
    return _yaml(began, f"dấu «{sign}» mở mà không đóng", advice)


def _dashes(line: int, text: str, column: int) -> Fault:
    advice = f"các dấu «-» của một danh sách phải thẳng cột: dòng này {_blanks(column)}"
    return _yaml(Mark(line, _indent(text)), "dấu «-» không thẳng cột với dấu «-» ở trên", advice)


def _askew(line: int, lines: Sequence[str]) -> Fault | None:
    """A key or a dash that does not stand under those of its item, or of its list."""
    text = _line(lines, line)
    own = _indent(text)
    is_item, column = bool(_ITEM.match(text)), -1
    for i in _above(lines, line):
        item = _ITEM.match(lines[i])
        if item and _indent(lines[i]) <= own + (2 if is_item else 0):
            if is_item:
                return _dashes(line, text, _indent(lines[i])) if _indent(lines[i]) != own else None
            if len(item[0]) == own:
                return None
            advice = f"các khoá của một mục phải thẳng cột với khoá đầu sau dấu «-»: dòng này {_blanks(len(item[0]))}"
            return _yaml(Mark(line, own), "khoá không thẳng cột với các khoá khác của mục", advice)
        if column < 0:
            column = len(item[0]) if item else _indent(lines[i])
        if not _indent(lines[i]):
            break
    if is_item or column in (-1, own) or not _KEY.match(text):
        return None
    advice = f"các khoá cùng cấp phải thẳng cột với khoá ở trên: dòng này {_blanks(column)}"
    return _yaml(Mark(line, own), "khoá không thẳng cột với khoá ở trên", advice)


def _blanks(column: int) -> str:
    return f"thụt vào đúng {column} dấu cách" if column else "không thụt vào"
