"""What has the shape of a day and is none: quantities, houses, streets, classes, scores, numbers of documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.words.dates.day_pattern import TAIL
from bulletin.words.dates.month_and_weekday_names import PART, WEEKDAY
from bulletin.words.text.patterns import spaced

_DAY_WORDS = ("ngày", " mùng", " mồng")
# What may stand right before a day that tells neither year nor the word «ngày».
_CUE = re.compile(
    rf"""
    (?:(?<!\w)(?:ngày|mùng|mồng|rằm|từ|đến|tới|trước|sau|hết|cuối|vào|lúc|hôm|mai|nay|nhất|chót|là|tức|nhằm|và
         |các|qua|kể
         |{PART}
         |[0-9]{{1,2}}[ ]?(?:giờ|h|g)(?:[ ]?[0-9]{{2}})?(?:[ ]?(?:phút|ph|p))?|[0-9]{{1,2}}:[0-9]{{2}}  # an hour
         |tuần|này
         |khai[ ]giảng|khai[ ]mạc|bế[ ]mạc|bế[ ]giảng|tựu[ ]trường|khai[ ]trương|diễn[ ]ra|tổ[ ]chức|bắt[ ]đầu
         |dự[ ]kiến|họp|nhập[ ]học|buổi)
      |{spaced(WEEKDAY)}
      |['′’]
      |[:;,¦(\n*+•–-]|^|(?:^|\n)[^\w\n]{{0,6}})                     # a clause, a line, an item begins
    [ (*,]*$
    """,
    re.VERBOSE,
)
_LED_TO = re.compile(r"(?:từ|đến|tới) $")
_TO_A_DAY = re.compile(r" ?- ?[0-9]{1,2}/[0-9]{1,2}(?![0-9])")  # «đóng cổng 30/4-03/5»
# Numbers of houses, streets, places named after a day, classes, scales, scores, quantities.
_NO_DAY_BEFORE = re.compile(
    r"""
    (?<!\w)
    (?:số|nhà|ngõ|ngách|hẻm|kiệt|đường|phố|quảng[ ]trường|công[ ]viên|sân[ ]vận[ ]động|bệnh[ ]viện|nhà[ ]máy  # places
      |xí[ ]nghiệp|văn[ ]hóa|văn[ ]hoá
      |lớp|tổ|tỷ[ ]lệ|tỉ[ ]lệ|km|mũi|lô|thửa|tờ|điều|khoản|mẫu|biểu|phòng|căn|toa|xe                          # parts
      |nặng|dài|rộng|cao|sâu|phong[ ]trào|giá|mức|đạt|tỷ[ ]số|tỉ[ ]số|cảng|cầu|chợ                            # scores
      |ql|quốc[ ]lộ|tỉnh[ ]lộ|tl|hl|khu|block|trường|mầm[ ]non|tiểu[ ]học|thcs|thpt                           # roads
      |khoảng|gần|hơn|liều|dose|vòng|hạng|loại|hotline|trực|24|(?:ít|nhiều|cao|thấp|lớn)[ ]nhất
      |tối[ ]thiểu|tối[ ]đa|chiếm|bằng)
    (?:[ ]số)?[ ]?$
    """,
    re.VERBOSE,
)
_UNIT_AFTER = re.compile(
    r"""
    [ ]?
    (?:%|°
      |(?:ngày|giờ|phút|tuần|m|m2|m3|km|ha|độ|đồng|nghìn|ngàn|triệu|tỷ|tỉ|hộ|nhà|người|lần|tuổi|điểm|bàn|kg|tạ|tấn
         |lít|phiếu|đại[ ]biểu|học[ ]sinh|em|thành[ ]viên|đồng[ ]chí|cơ[ ]sở|chỉ[ ]tiêu|mét|cm|mm|suất|khẩu|thửa
         |chi[ ]bộ|thôn|xã|phường|tổ|buôn|ấp|tiêu[ ]chí|số|đoàn[ ]viên|đảng[ ]viên|hội[ ]viên|cử[ ]tri|chủ[ ]hộ
         |dân[ ]số|trường[ ]hợp|ca|vị|cháu|cổ[ ]phần|diện[ ]tích|tháng[ ]tuổi|tháng(?![ ][0-9]))(?!\w))
    """,
    re.VERBOSE,
)
_STRICT_UNIT_AFTER = re.compile(r" ?(?:%|ngày(?! ?[0-9])|ngày làm việc|tháng tuổi|h[àằ]ng (?:tháng|năm|tuần))(?!\w)")
_CUE_ROOM = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """What matched the shape of a day at low[start:end], and what it stands beside.

    `days` are all its days, the last the one whose `month` and `year` are told (None: no year); `separator` is "" for a
    day in words; `cycle`: the name of a lunar year follows; `has_word`: «ngày» or its like stands before.
    """

    low: str
    start: int
    end: int
    days: tuple[int, ...]
    month: int
    year: int | None
    separator: str
    is_list: bool
    is_range: bool
    cycle: bool
    word_inside: bool  # «7, ngày 8/6»
    joined_by_and: bool  # «7 và 8/6»

    @property
    def is_several(self) -> bool:
        return self.is_list or self.is_range

    @property
    def before(self) -> str:
        """The few words before it."""
        return self.low[max(0, self.start - _CUE_ROOM) : self.start]

    @property
    def exists(self) -> bool:
        """Whether there are months and days of these numbers."""
        return 1 <= self.month <= 12 and 1 <= self.days[-1] <= 31

    @property
    def has_word(self) -> bool:
        """Whether «ngày» stands before it or inside; the shape of «Cắt điện 24-26/11» says as much."""
        if self.before.rstrip(" *").endswith(_DAY_WORDS) or self.word_inside:
            return True
        several = self.is_range or self.joined_by_and
        if not several or self.separator != "/" or self.is_cued:
            return False
        return not self.is_numbered and not _UNIT_AFTER.match(self.low, self.end)

    @property
    def is_cued(self) -> bool:
        """Whether the words before it may lead to a day."""
        return _CUE.search(self.before) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether a noun of numbers stands before it: «lớp 1/5», «số nhà 12/4»."""
        return _NO_DAY_BEFORE.search(self.before) is not None


def is_no_day(candidate: Candidate, *, has_word: bool) -> bool:
    """Whether what has the shape of a day is something else; `has_word` is `candidate.has_word`, asked once."""
    if candidate.is_several and not has_word and not candidate.is_cued:
        return True  # «tổ dân phố 1; ngày 23/11»: the figure before belongs to another noun
    if not candidate.exists:
        return not _is_a_slip(candidate, has_word=has_word)
    if not candidate.separator:
        return not (candidate.year or has_word or candidate.is_several or candidate.is_cued)
    if candidate.year or candidate.cycle:
        return not has_word and _is_a_place(candidate)
    return _is_a_quantity(candidate, has_word=has_word)


def _is_a_slip(candidate: Candidate, *, has_word: bool) -> bool:
    """Whether a day is meant that no calendar has: «ngày 31/13/2025», «ngày 45 tháng 6»."""
    if has_word and (candidate.year or not candidate.separator):
        return True
    return candidate.year is not None and candidate.year > 1000


def _is_a_place(candidate: Candidate) -> bool:
    """«đường 3/2/1930»: behind a noun of numbers a whole date with slashes is a name."""
    if not candidate.year or candidate.year >= 2100 or candidate.separator != "/":
        return False
    return candidate.is_numbered and not candidate.is_cued


def _is_a_quantity(candidate: Candidate, *, has_word: bool) -> bool:
    """Whether figures without a year count something, or nothing says that they are a day: «24/7», «1/2 ngày»."""
    if candidate.days[-1] == 24 and candidate.month == 7 and not has_word and not _LED_TO.search(candidate.before):
        return True
    if _STRICT_UNIT_AFTER.match(candidate.low, candidate.end):
        return True
    if has_word:
        return False
    if not _is_written_as_a_day(candidate):
        return True
    if candidate.is_numbered or _UNIT_AFTER.match(candidate.low, candidate.end):
        return True
    return not candidate.is_cued and not _TO_A_DAY.match(candidate.low, candidate.end)


def _is_written_as_a_day(candidate: Candidate) -> bool:
    """Whether figures without «ngày» look like a day: «28/11», the range «24.-28.11», «10-3 âm lịch»."""
    if candidate.separator == "/" or (candidate.separator == "." and candidate.is_range):
        return True
    tail = TAIL.match(candidate.low, candidate.end)
    return tail is not None and bool(tail["lunar"] or tail["cycle"])
