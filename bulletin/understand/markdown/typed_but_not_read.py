"""Marks that were meant and not understood: they would stand on the page as they were typed, so the editor is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.text import Block, Words
from bulletin.words.text.blocks import blocks_in, shown, words_in

_LINK = re.compile(r"!?\[[^\[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)")
_LINES = (
    (re.compile(r"[ ]{0,3}#{1,6}[^\s#\d].*"), "tiêu đề", "thêm một dấu cách sau dấu #"),
    (
        re.compile(r"[ ]{0,3}\[[^\[\]^]+\]:\s*(?:https?://|mailto:|/)\S.*"),
        "địa chỉ của liên kết",
        "viết [chữ](địa chỉ) ngay chỗ ấy",
    ),
    (re.compile(r"[ ]{0,3}[-+][^\W\d_].*"), "mục của danh sách", "thêm một dấu cách sau dấu đầu dòng"),
)
_STRUCK = re.compile(r"(?<![~\w])~~[^\s~][^~]*(?<!\s)~~(?![~\w])")
_ITALIC = re.compile(r"[ ]*\*[ \u00a0]+[^*\s][^*]*\*[ ]*")
_ANY_LINE = re.compile(r"(?m)^[ ]{0,3}(?:#{1,6}[^\s#\d]|\[|[-+][^\W\d_])")
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*")


def _shown(content: Iterable[Words | Block]) -> frozenset[str]:
    """The lines of the page, and what looks like a link in them."""
    text = "\n".join(shown(words) for words in words_in(content))
    return frozenset((*map(str.strip, text.split("\n")), *(m[0] for m in _LINK.finditer(text))))


def unread(body: str, content: Sequence[Words | Block], path: str, body_line: int) -> Iterator[Problem]:
    """Compare what was typed with `content`, the text that it was read as."""

    def told(line: int, value: str, kind: str, advice: str) -> Problem:
        return problem(
            "body-unread", Place(path=path, line=body_line + line, col=1), value=value, kind=kind, advice=advice
        )

    on_page = _shown(content) if "](" in body or _ANY_LINE.search(body) else frozenset()
    table = any(block.kind == "table" for block in blocks_in(content))
    for i, line in enumerate(body.split("\n")):
        for m in _LINK.finditer(line):
            if m[0] in on_page:
                advice = "địa chỉ có dấu cách thì đặt trong <…>, ví dụ [đổ rác](</tim-kiem/?q=đổ rác>)"
                yield told(i, m[0], "liên kết hay ảnh", advice)
        for shape, kind, advice in _LINES:
            if shape.fullmatch(line) and line.strip() in on_page:
                yield told(i, line.strip(), kind, advice)
        if _ITALIC.fullmatch(line):
            yield told(i, line.strip(), "chữ nghiêng", "đặt dấu * sát chữ ở cả hai đầu, hoặc bỏ dấu * ở cuối")
        for m in _STRUCK.finditer(line):
            yield told(i, m[0], "chữ gạch bỏ", "bản tin không gạch chữ: xóa hẳn, hoặc viết rõ là đã bỏ")
        if not table and _ROW.fullmatch(line):
            table = True  # once is enough
            yield told(i, line.strip(), "bảng", "dòng thứ hai của bảng phải là |---|---|, đúng bằng số cột")
