"""Titles in quotation marks that begin with a count: «triển lãm "40 năm đổi thay trên quê hương 1986 - 2026"»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.understand.occasions import cue_words as words
from bulletin.words.dates.stated import Dates

_QUOTE = re.compile(r"(?:[\"“«‘]|(?<!\w)') ?$")
_TITLE = re.compile(r"[^\"“”«»‘’'\0]{4,200}?(?=[\"”»’'])")
# What somebody says, a prize, a shop: «Cụ nói: "40 năm trước …"», «danh hiệu "5 năm liền"».
_SPEECH = re.compile(
    r"""
    (?:\b(?:nói|kể|bảo|hỏi|đáp|thưa|khoe|cho[ ]biết|rằng|chia[ ]sẻ|tâm[ ]sự|nhớ[ ]lại|phát[ ]biểu
           |danh[ ]hiệu|huy[ ]hiệu|giải|tấm[ ]biển|biển[ ]hiệu|bằng[ ]khen|quán|tiệm|cửa[ ]hàng|bảo[ ]hành)
        (?:[ ][^\W\d_]+){0,2}[ ,:]*
      |:[ ]*)
    ["“«‘'][ ]?$
    """,
    re.VERBOSE,
)
_WORK = re.compile(
    r"""
    \b(?:triển[ ]lãm|trưng[ ]bày|hội[ ](?:diễn|thi|thảo|trại)|t[ọo][aạ][ ]đàm|giao[ ]lưu|đêm[ ]\w+|chương[ ]trình
        |chủ[ ]đề|cuộc[ ]thi
        |k[ỷỉ][ ]yếu|tập[ ]san|đặc[ ]san|sách|phim|phóng[ ]sự|tiết[ ]mục|vở|liên[ ]hoan|chuyên[ ](?:đề|mục)
        |tiêu[ ]đề|tựa[ ]đề|khẩu[ ]hiệu|tên(?:[ ]gọi)?)
    [^;.!?"“«‘']{0,40}["“«‘'][ ]?$
    """,
    re.VERBOSE,
)
# A count that tells how long ago, whose age or what was carried out: «"10 năm thực hiện Nghị quyết …"».
_OTHER = re.compile(
    r"""
    (?:[^\w]|\d
      |tuổi\b|qua\b|nay\b|trước\b|liền\b|liên[ ]t|tới\b|nữa\b|sau\b(?![ ]ngày)|tù\b|kể[ ]từ|kinh[ ]nghiệm
      |một[ ]lần|(?:chúng[ ])?tôi\b
      |(?:tổng[ ]kết|thực[ ]hiện(?![ ]di[ ]chúc)|triển[ ]khai|thi[ ]hành)\b)
    """,
    re.VERBOSE,
)
_LEAST = 5  # «"3 năm không rác"» is the title of something else


@dataclass(frozen=True, slots=True)
class Title:
    """A name ends at text[end]; `pair` are the years that close the title, if they stand there."""

    end: int
    pair: Dates | None


def title(text: str, low: str, start: int, begin: int, count: int, days: Sequence[Dates]) -> Title | None:
    """The title whose count stands at text[start] and whose name begins at text[begin]; None when it is none.

    `low` is `text` in lower case, `days` the dates behind `begin`.
    """
    before = low[max(0, start - 70) : start]
    whole = _TITLE.match(text, begin)
    if not whole or not _QUOTE.search(before) or _OTHER.match(low, begin):
        return None
    pair = _closing_pair(days, begin, whole.end())
    name = text[begin : min(whole.end(), pair.open) if pair else whole.end()].rstrip()
    if not _is_a_name(name, low, before, begin, count, pair):
        return None
    return Title(begin + len(name), pair)


def _closing_pair(days: Sequence[Dates], begin: int, end: int) -> Dates | None:
    """«"40 năm đổi thay 1986 - 2026"»: the pair that ends the title text[begin:end], or stands right behind it."""
    return next((day for day in days if day.pair and day.close >= end - 1 and begin < day.open <= end + 2), None)


def _is_a_name(name: str, low: str, before: str, begin: int, count: int, pair: Dates | None) -> bool:
    """Whether the title names an occasion: it is commemorated, the title of a work, or of years that are counted."""
    many = count >= _LEAST and " " in name
    if words.CUE.search(before) or (many and _WORK.search(before)):
        return True
    fits = pair is not None and pair.years == count
    is_one = many or fits or words.EVENT.match(low, begin) is not None
    return is_one and not _SPEECH.search(before)
