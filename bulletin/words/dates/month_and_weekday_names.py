"""The names of months, weekdays and lunar years, one table each; for plain text in lower case."""

from __future__ import annotations

# «tháng năm» is May only where no year follows: callers see to that.
MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10, "chạp": 12,
}  # fmt: skip
LUNAR_MONTHS = frozenset(("giêng", "chạp"))  # solar months are never called so
MONTH = rf"(?:[0-9]{{1,2}}|{'|'.join(sorted(MONTHS, key=len, reverse=True))})"

LUNAR_WORDS = r"(?:âm lịch|lịch âm|âl|al)(?!\w)"

WEEKDAY_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5,
    "nhật": 6, "cn": 6,
}  # fmt: skip
WEEKDAY = (
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?![\w])|(?:chủ|chúa) nhật(?!\w)|"
    r"(?<!\w)t[2-7](?![\w/-])|(?<!\w)t\. ?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)|(?<!\w)cn(?!\w))"
)
PART = r"(?:sáng|trưa|chiều|tối|đêm)"

STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
CAN_CHI = rf"(?:(?:{'|'.join(STEMS)}|kỉ|quí) (?:{'|'.join(BRANCHES)}|tí|tị|mẹo)(?!\w))"
