"""Telephone numbers in a text of any kind: more careful than `phones`, which reads what is known to say whom to call.

Figures are a number to be called by their form and by the last label before them: «điện thoại», «gọi», «Tổ trưởng», and
not «Fax», «số tài khoản», «mã số thuế». Without any label only a number with its parts set apart counts
(«0912.345.678»); 1900 …, 113 only where words ask to call. Where people are warned of callers no number is one.

    Đường dây nóng: 0912.345.678 - 024.3827.1234          both
    Gọi ông Mẫu (0912345678); Fax: 024 3827 1235          the first
    Số tài khoản 0912345678 tại ngân hàng                 none
    ngày 03.11.2025 15 hộ                                 none: a day, and a count
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bulletin.words.text.patterns import verbose
from bulletin.words.text.phones import phones
from bulletin.words.text.sentences import SENTENCE_END

# As long as what they stand for, so offsets stay: hard and narrow blanks, the dashes that Word sets.
_PLAIN = str.maketrans("\u00a0\u202f\u2009\u2011\u2013\u2012", "   ---")
# Prefixes in use since numbers of mobiles have ten figures (15/9/2018); 069 is of police and army; land lines have
# eleven figures since 2017.
_PLAN = re.compile(r"(?:0|\+84)(?:(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9]|69)[0-9]{7}|2[0-9]{9})")
_SERVICE = re.compile(r"1[89]00[0-9]{4}(?:[0-9]{2})?")
_SHORT = re.compile(r"11[1-5]")
_DAY = re.compile(r"[0-9]{2}[ .-](?:0[1-9]|1[0-2])[ .-](?:19|20)[0-9]{2}(?![0-9])")
_LABEL = verbose(
    r"""
    (?<!\w)(?:
        (?P<calls>
            (?:điện thoại|sđt|sdt|đtdđ|đtcđ|đt|dđ|tel|phone|mobile|hotline)
                (?:(?:[ ]?[/,-][ ]?|[ ]và[ ])fax)?                    # one number for both
            |di động|số (?:cần biết|khẩn cấp)|zalo|viber|alo|máy bàn|máy lẻ|máy trực|số máy(?! móc)|đường dây nóng
            |tổng đài|trực ban|gọi(?! (?:nhập|công dân|khám|là|tắt|chung))|liên hệ|liên lạc|nhắn tin|phản ánh|kiến nghị
            |góp ý|giải đáp|tư vấn|trình báo|báo (?:ngay|cho|về|tin)|điện (?:ngay )?(?:đến|tới|cho|về|theo)
        )
        |(?P<other>
            fax|tài khoản|stk|tk|mst|mã|cccd|cmnd|cmtnd|căn cước|định danh|bhxh|bhyt|thẻ|hộ chiếu|seri|sê-ri|serial
            |biên lai|hóa đơn|hoá đơn|giấy phép|giấy chứng nhận|hợp đồng|quyết định|số hiệu|sổ|quyển|thửa|tờ bản đồ
            |vận đơn|khung|imei|đăng ký kinh doanh|số tiền|giá
        )
        |(?P<bank>ngân hàng|kho bạc)
        |(?P<people>
            ông|bà|anh|chị|cô|thầy|đồng chí|đ/c|bác s[ĩỹ]|cán bộ|công chức|tổ trưởng|trưởng|phó|bí thư|chủ tịch
            |công an|quân sự|trạm y tế|văn phòng|trung tâm|phòng|ban|ubnd|ủy ban nhân dân
        )
    )(?!\w)
    """,
    re.IGNORECASE,
)
_NEAR = 200
_FIGURES = re.compile("[0-9][0-9]")
_BANK = re.compile(
    r"[ ,(-]{0,4}(?:tại |mở tại )?(?:ngân hàng|kho bạc|[a-z]{2,9}bank|bidv|chủ tài khoản)", re.IGNORECASE
)
_MEASURE = re.compile(r"[ ]?(?:đồng|đ|vnđ|vnd|usd|triệu|tỷ|người|hộ|m2|m²|kg|ha|%)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"[-/](?!0[0-9])\w|[,.][0-9]")  # «…/QĐ-UBND», «…-TB/ĐU»
_CLOSE = 80
# Right before 113, or before the first of several; what only chains them («phòng 112 hoặc 113») is no reason.
_NAMED = verbose(
    r"""
    (?<!\w)(?:gọi|gọi ngay|số|số máy|điện thoại|đường dây nóng|hotline|tổng đài|cấp cứu|công an|cảnh sát|cứu h(?:ỏa|oả)
       |chữa cháy|báo cháy|bảo vệ trẻ em)
    :?\s(?:11[1-5](?:[,;/]| hoặc| và)?[ ]?)*$
    """,
    re.IGNORECASE,
)
_WARNED = verbose(
    r"""
    lừa đảo|mạo danh|giả danh|giả mạo|số lạ|(?:không|đừng)\s(?:nghe|gọi lại|bấm|trả lời|liên hệ)|cảnh giác|quấy rối
    |đòi nợ|tin giả
    """,
    re.IGNORECASE,
)
_OFFICE = re.compile(r"công an|đường dây nóng|hotline|tổng đài|trực ban|ubnd|ủy ban|trình báo", re.IGNORECASE)
_CALLERS = re.compile(r"(?<!\w)(?:từ|bằng) (?:các )?(?:số|đầu số)|thuê bao|số lạ|các số", re.IGNORECASE)


class Phone(NamedTuple):
    """text[start:stop] and what to dial. `is_called`: words ask to call it, rather than only to know whose it is."""

    start: int
    stop: int
    dial: str
    is_called: bool


class _Above:
    """What stands before the places of a text: its labels and warnings, all found at once."""

    def __init__(self, text: str, before: str) -> None:
        self.shift = len(before) + 1
        self.text = f"{before}\n{text}"
        labels = [(m.end(), m.lastgroup or "") for m in _LABEL.finditer(self.text)]
        self._ends, self._kinds = [end for end, _ in labels], [kind for _, kind in labels]
        self._warning = max((m.end() for m in _WARNED.finditer(self.text)), default=-1)

    def kinds(self, at: int, near: int) -> list[str]:
        """Those of the labels that end in the `near` signs before `at`, the last at the end."""
        return self._kinds[bisect_left(self._ends, at - near) : bisect_right(self._ends, at)]

    def asks(self, at: int) -> bool:
        """Whether words of its sentence, or of what stands before the text, ask to call a number there: «Liên hệ bà
        Mẫu, cán bộ địa chính, 0912.345.678»."""
        start = max(self.shift, at - _NEAR)
        ends = [m.end() for m in SENTENCE_END.finditer(self.text[start:at])]
        kinds = self.kinds(at, at - start - (ends[-1] if ends else 0))
        own = kinds[len(kinds) - kinds[::-1].index("other") if "other" in kinds else 0 :]
        return "calls" in own or "calls" in self.kinds(self.shift - 1, self.shift)[-1:]

    def is_warned(self, at: int) -> bool:
        """Whether people are warned of a number there, and not told whom to call about it."""
        if self._warning < 0:
            return False
        between = self.text[max(self._warning, at - _NEAR) : at]
        return not _OFFICE.search(between) or _CALLERS.search(between) is not None


def phones_in_prose(text: str, before: str = "") -> tuple[Phone, ...]:
    """The numbers of a text; `before` is what stands before it and holds for it too: the line that ends in a colon
    above a list, the name of a column."""
    if not _FIGURES.search(text):
        return ()
    text = text.translate(_PLAIN)
    pieces = phones(text)
    return tuple(_numbers(text, pieces, before[-_NEAR:])) if len(pieces) > 1 or pieces[0][1] else ()


def _numbers(text: str, pieces: Iterable[tuple[str, str]], before: str) -> Iterator[Phone]:
    above = _Above(text, before)
    at = last = 0
    for words, dial in pieces:
        start, at = at, at + len(words)
        if dial and _is_apart(text, start, at, last) and _is_one(words, dial, above, start + above.shift):
            yield Phone(start, at, dial, above.asks(start + above.shift))
            last = at


def _is_apart(text: str, start: int, stop: int, last: int) -> bool:
    """Whether no number of a paper, no amount and no bank takes the figures; `last` is the end of the number before."""
    if re.match(r"[0-9]/", text[max(0, start - 2) : start]) and last != start - 1:
        return False
    after = text[stop : stop + 60]
    return not (_GOES_ON.match(after) or _BANK.match(after) or _MEASURE.match(after))


def _is_one(words: str, dial: str, above: _Above, at: int) -> bool:
    """Whether figures that begin at `at` are a number to be called, by what stands above."""
    if above.is_warned(at):
        return False
    if _SHORT.fullmatch(dial):
        near = above.text[max(0, at - _CLOSE) : at]
        return "calls" in above.kinds(at, _CLOSE) and _NAMED.search(near) is not None
    label = next(reversed(above.kinds(at, _NEAR)), "")
    if _SERVICE.fullmatch(dial):
        return label == "calls"
    if label == "other" or _DAY.match(words) or not _PLAN.fullmatch(dial):
        return False
    parts = re.findall("[0-9]+", words)
    is_set_apart = len(parts) > 1 and min(map(len, parts)) > 1
    if label == "bank":
        return is_set_apart and dial.startswith("02")
    is_somebodys = label == "people" and not above.text.endswith("số ", 0, at)
    return label == "calls" or is_set_apart or is_somebodys
