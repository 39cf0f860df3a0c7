"""Titles in quotation marks that begin with a count: «triển lãm "40 năm đổi thay trên quê hương 1986 - 2026"»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin.understand.occasions import cue_words as words
from bulletin.words.dates.stated import Dates

_QUOTE = re.compile(r"(?:[\"“«‘]|(?<!\w)') ?$")
_TITLE = re.compile(r"[^\"“”«»‘’'\0]{4,200}?(?=[\"”»’'])")
# What somebody says, a prize, a shop: «Cụ nói: "40 năm trước …"», «danh hiệu "5 năm liền"».
_SPEECH = re.compile(
    r"(?:\b(?:nói|kể|bảo|hỏi|đáp|thưa|khoe|cho biết|rằng|chia sẻ|tâm sự|nhớ lại|phát biểu|danh hiệu|huy hiệu|giải|"
    r"tấm biển|biển hiệu|bằng khen|quán|tiệm|cửa hàng|bảo hành)(?: [^\W\d_]+){0,2}[ ,:]*|:[ ]*)[\"“«‘'] ?$"
)
_WORK = re.compile(
    r"\b(?:triển lãm|trưng bày|hội (?:diễn|thi|thảo|trại)|t[ọo][aạ] đàm|giao lưu|đêm \w+|chương trình|chủ đề|cuộc thi|"
    r"k[ỷỉ] yếu|tập san|đặc san|sách|phim|phóng sự|tiết mục|vở|liên hoan|chuyên (?:đề|mục)|tiêu đề|tựa đề|khẩu hiệu|"
    r"tên(?: gọi)?)[^;.!?\"“«‘']{0,40}[\"“«‘'] ?$"
)
# A count that tells how long ago, whose age or what was carried out: «"10 năm thực hiện Nghị quyết …"».
_OTHER = re.compile(
    r"(?:[^\w]|\d|tuổi\b|qua\b|nay\b|trước\b|liền\b|liên t|tới\b|nữa\b|sau\b(?! ngày)|tù\b|kể từ|kinh nghiệm|"
    r"một lần|(?:chúng )?tôi\b|(?:tổng kết|thực hiện(?! di chúc)|triển khai|thi hành)\b)"
)
_LEAST = 5  # «"3 năm không rác"» is the title of something else


def title(
    text: str, low: str, start: int, begin: int, count: int, days: Sequence[Dates]
) -> tuple[int, Dates | None] | None:
    """(where the name at text[begin] ends, its pair) when the count at text[start] begins a title; else None.

    `low` is `text` in small letters, `days` the dates behind `begin`.
    """
    before = low[max(0, start - 70) : start]
    whole = _TITLE.match(text, begin)
    if not whole or not _QUOTE.search(before) or _OTHER.match(low, begin):
        return None
    end = whole.end()
    pair = next((day for day in days if day.pair and day.close >= end - 1 and begin < day.open <= end + 2), None)
    name = text[begin : min(end, pair.open) if pair else end].rstrip()
    many = count >= _LEAST and " " in name
    fits = pair is not None and pair.years == count
    event = words.EVENT.match(low, begin) is not None
    if words.CUE.search(before) or (many and _WORK.search(before)):
        return begin + len(name), pair
    plain_title = event or fits or many
    return (begin + len(name), pair) if plain_title and not _SPEECH.search(before) else None
