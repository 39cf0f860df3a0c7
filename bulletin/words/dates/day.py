"""One printed day, or several that share their month: the grammar, and what is no day.

    28/11/2025   28-11-2025   28.11.2025   30/11/25   19//8/2025     figures
    ngày 28/11   ngày 28.11   ngày 29-3                              without a year; «.» and «-» need the word «ngày»
    28 tháng 11 năm 2025   05tháng 6năm2024   19 tháng tư            in words
    7 và 8/6   04;11;18;25/12/2025   24-28/11   20 - 29 tháng 12     days that share their month: a list, or a range
    10/3 âm lịch   10/3 (ÂL)   24 tháng 3 năm Bính Ngọ               lunar
    mùng 6 tháng Giêng   rằm tháng 7   23 tháng Chạp   28 Tết        lunar by themselves

No days: 24/7, 5-7 ngày, 1/2 ngày, 2.5 ngày, 12/12 hộ, tỷ lệ 1/10, số nhà 12/4, đường 30/4, Tổ 3/2, mũi 2/3, 595-CV/QU.
All for plain lower-case text with one kind of blank and dash. Every repeat is bounded.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin.words.dates.lunar import to_solar
from bulletin.words.dates.month_names import (
    CAN_CHI,
    LUNAR_MONTHS,
    LUNAR_WORDS,
    MONTH,
    PART,
    WEEKDAY,
    can_chi_year,
    month_number,
)

_D = "[0-9]{1,2}"
_YEAR = "(?:1[0-9]|2[01])[0-9]{2}"
_LIST = rf"(?:{_D} ?(?:,|;|và|&|hoặc) ?(?:(?:và|ngày|mùng|mồng|các ngày) ){{0,2}}){{1,10}}"
_TO = r" ?(?:-|đến|tới) ?(?:hết )?(?:(?:ngày|mùng|mồng) ){0,2}"
_FIGURES = (
    rf"(?P<d>{_D}) {{0,3}}(?P<sep>[/.-])(?: ?(?P=sep))? {{0,3}}(?P<m>{_D})(?:"
    rf"(?: {{0,2}}[/.-](?: ?(?P=sep))? {{0,2}}(?P<y>{_YEAR}|(?<=(?P=sep))[0-9]{{2}}))|,? ?năm ?(?P<yw>{_YEAR})"
    rf"|(?P<cycle> ?/? ?(?=năm {CAN_CHI})))?"
    rf"(?![0-9]|/(?!{_D}\.) ?[0-9a-zđ]|-(?!{_D}[/.-][0-9]) ?[0-9a-zđ]| / ?[0-9]|\.[0-9]|,[0-9])"
)
_WORDS = (
    rf"(?P<dw>{_D}),? {{0,2}}tháng {{0,2}}(?P<mw>{MONTH})(?:(?=năm)|(?!\w|[/-]{_D}(?![0-9])))"
    rf"(?:(?:,? {{0,2}}năm {{0,2}}| ?[/-]/? ?)(?P<yww>{_YEAR})(?![0-9]))?"
)
_BY_NAME = (
    rf"(?P<ram>rằm)(?: tháng)? (?P<mr>{MONTH})(?!\w)"
    rf"|(?P<mung>mùng|mồng) (?P<dm>{_D}|{MONTH})(?: tết(?P<tet>)(?! dương)| tháng (?P<mm>{MONTH})(?!\w))"
    r"|(?P<eve>2[0-9]|30) tết(?! dương)(?!\w)"
)
_DAY = re.compile(
    rf"(?<![0-9.,])(?<!/(?<![0-9]{{4}}/))(?<![a-zà-ỹđ](?<!y))(?<![a-zđ]-)(?:(?:(?P<list>{_LIST})|"
    rf"(?P<to>{_D}){_TO})?(?:{_FIGURES}|{_WORDS})|{_BY_NAME})"
)
# Where a day may begin, found by its first characters; what `_DAY` begins with is looked at only there.
_SPOT = re.compile(
    r"[0-9]{1,2}(?= {0,3}(?:[/.-] ?[/.-]? {0,3}[0-9]|,? {0,2}tháng|tết)|"
    r" ?(?:[,;&-]|và|hoặc|đến|tới) ?(?:(?:và|hết|các|ngày|mùng|mồng) ){0,3}[0-9])|rằm|mùng|mồng"
)
_OF_A_DOCUMENT = re.compile(r"[0-9]/?[0-9]{0,4}[/-][a-zđ0-9/&.-]{0,24}[a-zđ][a-zđ0-9/&.-]{0,24},? ngày $")
_DOCUMENT_ROOM = 60
_ONE_DAY = re.compile(rf"(?:{_FIGURES}|{_WORDS})")
_TAIL = re.compile(
    rf"(?P<open> ?[,(] ?| )?(?:(?P<lunar>(?:tính )?(?:theo )?{LUNAR_WORDS})|"
    rf"(?P<solar>(?:theo )?(?:dương lịch|lịch dương|dl)(?!\w))|(?:năm )?(?P<cycle>{CAN_CHI})|"
    rf"năm (?P<year>20[0-9]{{2}})(?![0-9]))"
    r"(?P<close> ?\))?"
)
_LUNAR_BEFORE = re.compile(r"(?<![0-9] )(?<![0-9])(?:âm lịch|lịch âm|âl)(?: là)?(?:: ?| )(?:ngày )?$")
# What may stand right before a day that tells neither year nor the word «ngày».
_CUE = re.compile(
    rf"(?:(?<!\w)(?:ngày|mùng|mồng|rằm|từ|đến|tới|trước|sau|hết|cuối|vào|lúc|hôm|mai|nay|nhất|chót|là|tức|nhằm|và|"
    rf"các|qua|kể|{PART}|[0-9]{{1,2}} ?(?:giờ|h|g)(?: ?[0-9]{{2}})?(?: ?(?:phút|ph|p))?|[0-9]{{1,2}}:[0-9]{{2}}|"
    rf"tuần|này|khai giảng|khai mạc|bế mạc|bế giảng|tựu trường|khai trương|diễn ra|tổ chức|bắt đầu|dự kiến|họp|"
    rf"nhập học|buổi)|{WEEKDAY}|['′’]|"
    r"[:;,¦(\n*+•–-]|^|(?:^|\n)[^\w\n]{0,6})[ (*,]*$"
)
_DAY_WORDS = ("ngày", " mùng", " mồng")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_CUE_ROOM = 24
# A text that surely writes «13-11» or «7-11-2026» so means «7-11» as a day too.
_DASHED = re.compile(
    r"ngày (?:1[3-9]|2[0-9]|3[01])-(?:0?[1-9]|1[0-2])(?![0-9/])|(?<![0-9/])[0-9]{1,2}-[0-9]{1,2}-20[0-9]{2}"
)
_TO_A_DAY = re.compile(r" ?- ?[0-9]{1,2}/[0-9]{1,2}(?![0-9])")  # «đóng cổng 30/4-03/5»
# Numbers of houses, streets, places named after a day, classes, scales, scores, quantities.
_NO_DAY_BEFORE = re.compile(
    r"(?<!\w)(?:số|nhà|ngõ|ngách|hẻm|kiệt|đường|phố|quảng trường|công viên|sân vận động|bệnh viện|nhà máy|xí nghiệp|"
    r"văn hóa|văn hoá|lớp|tổ|tỷ lệ|tỉ lệ|km|mũi|lô|thửa|tờ|điều|khoản|mẫu|biểu|phòng|căn|toa|xe|"
    r"nặng|dài|rộng|cao|sâu|phong trào|giá|mức|đạt|tỷ số|tỉ số|cảng|cầu|chợ|ql|quốc lộ|tỉnh lộ|tl|hl|khu|block|"
    r"trường|mầm non|tiểu học|thcs|thpt|khoảng|gần|hơn|liều|dose|vòng|hạng|loại|hotline|trực|24|(?:ít|nhiều|cao|"
    r"thấp|lớn) nhất|tối thiểu|tối đa|chiếm|bằng)"
    r"(?: số)? ?$"
)
_UNIT_AFTER = re.compile(
    r" ?(?:%|°|(?:ngày|giờ|phút|tuần|m|m2|m3|km|ha|độ|đồng|nghìn|ngàn|triệu|tỷ|tỉ|hộ|nhà|người|lần|tuổi|điểm|"
    r"bàn|kg|tạ|tấn|lít|phiếu|đại biểu|học sinh|em|thành viên|đồng chí|cơ sở|chỉ tiêu|mét|cm|mm|suất|khẩu|thửa|chi bộ|"
    r"thôn|xã|phường|tổ|buôn|ấp|tiêu chí|số|đoàn viên|đảng viên|hội viên|cử tri|chủ hộ|dân số|trường hợp|ca|vị|"
    r"cháu|cổ phần|diện tích|tháng tuổi|tháng(?! [0-9]))(?!\w))"
)
_STRICT_UNIT_AFTER = re.compile(r" ?(?:%|ngày(?! ?[0-9])|ngày làm việc|tháng tuổi|h[àằ]ng (?:tháng|năm|tuần))(?!\w)")


_JOINS = re.compile(r"(?: ?(?:,|;|và|&|-|đến|tới) ?)")


class Day(NamedTuple):
    """A day as a text tells it: what is left out is None; day 0 is the last of its month. `cycle` names a lunar year,
    «bính ngọ».
    """

    day: int
    month: int | None
    year: int | None
    lunar: bool = False
    cycle: str = ""

    def on(self, year: int) -> date | None:
        """The solar date in `year`, unless its own year is told; a lunar day is converted. None: there is none."""
        try:
            if self.lunar:
                lunar_year = self.year or (can_chi_year(self.cycle, year) if self.cycle else None) or year
                return to_solar(lunar_year, self.month or 0, self.day)
            year, month = self.year or year, self.month or 0
            return date(year, month, self.day or monthrange(year, month)[1])
        except ValueError:
            return None

    @property
    def shown(self) -> str:
        """«10/3 âm lịch», «28/11/2025»."""
        year = f"/{self.year}" if self.year else ""
        return f"{self.day}/{self.month}{year}{' âm lịch' if self.lunar else ''}"


class Printed(NamedTuple):
    """The days at text[start:end]: one, a list («7 và 8/6»), or the two ends of a range («24-28/11»).

    `cued`: the word «ngày» or its like stands before. `ambiguous`: «5-7» may be 5 July or the 5th to the 7th, and
    «mùng 2 tháng 9» a solar day.
    """

    start: int
    end: int
    days: tuple[Day, ...]
    is_range: bool
    cued: bool
    ambiguous: bool


def day_at(low: str, at: int) -> tuple[Day, int] | None:
    """The day in figures or words that begins at low[at], and where it ends; whether it exists is not asked."""
    m = _ONE_DAY.match(low, at)
    if not m:
        return None
    year = m["yww"] or m["y"] or m["yw"]
    return Day(int(m["dw"] or m["d"]), month_number(m["mw"] or m["m"]), _full_year(year)), m.end()


def whole_day(text: str) -> Day | None:
    """The day that all of `text` is: «28/4/2022», «ngày 28 tháng 4 năm 2022», «10/3 âm lịch», «2022-04-28»."""
    low = " ".join(text.lower().split())
    if m := _YEAR_FIRST.fullmatch(low):
        return Day(int(m[3]), int(m[2]), int(m[1]))
    found = day_at(low, 5 if low.startswith("ngày ") else 0)
    if not found:
        return None
    day, end = found
    if end < len(low) and re.fullmatch(f" {LUNAR_WORDS}", low[end:]):
        return day._replace(lunar=True)
    return day if end == len(low) else None


def _full_year(text: str | None) -> int | None:
    """«2025» and «25» → 2025."""
    year = int(text) if text else None
    return year + 2000 if year is not None and year < 100 else year


def printed_days(low: str, *, all_shapes: bool = False, but_documents: bool = False) -> Iterator[Printed]:
    """Every day that plain lower-case `low` prints, in order; quantities, houses, scores and forms are none.

    `all_shapes`: whatever has the shape of a day counts, also where nothing says that it is one. `but_documents`: those
    right behind the number of a document are passed over.
    """
    at, refused = 0, -1
    for spot in _SPOT.finditer(low):
        m = _DAY.match(low, spot.start()) if spot.start() >= at else None
        if not m or (but_documents and _OF_A_DOCUMENT.search(low, max(0, m.start() - _DOCUMENT_ROOM), m.start())):
            continue
        if m["ram"] or m["mung"] or m["eve"]:
            printed = _named(low, m)
        elif refused >= 0 and _JOINS.fullmatch(low, refused, m.start()):
            printed = None  # «lớp 1/5, 1/6»: what is joined to a figure that is no day is none either
        else:
            printed = _numbered(low, m, all_shapes=all_shapes)
            if printed is None and m["to"] and (single := _ONE_DAY.match(low, m.start())):
                printed = _numbered(low, single, all_shapes=all_shapes)  # «15-01-26», which may begin like a range
        if printed:
            if printed.ambiguous and "-" in low[printed.start : printed.end] and _DASHED.search(low):
                printed = printed._replace(ambiguous=False)
            yield printed
            at, refused = printed.end, -1
        elif m["list"] or m["to"]:
            at = m.start("dw") if m["dw"] else m.start("d")  # «30 - 28/11»: the figures before are none of a list
        else:
            at = refused = m.end()


def _numbered(low: str, m: re.Match[str], *, all_shapes: bool) -> Printed | None:
    before = low[max(0, m.start() - _CUE_ROOM) : m.start()]
    within_list = m.re is _DAY
    is_list, is_range = within_list and m["list"] is not None, within_list and m["to"] is not None
    worded = m["dw"] is not None
    month_text = m["mw"] if worded else m["m"]
    month, last = month_number(month_text), int(m["dw"] or m["d"])
    year_text = m["yww"] or m["y"] or m["yw"]
    year = _full_year(year_text)
    has_word = before.rstrip(" *").endswith(_DAY_WORDS) or (is_list and "ngày" in m["list"])
    if not _is_ascending(m):
        return None
    if all_shapes:
        exists = 1 <= month <= 12 and 1 <= last <= 31
        days = tuple(Day(n, month, year) for n in _shape(m))
        return Printed(m.start(), m.end(), days, is_range, True, False) if exists else None
    joined = is_range or (is_list and " và " in m["list"] and "," not in m["list"])
    if joined and m["m"] and m["sep"] == "/" and not has_word and not _CUE.search(before):
        # «Cắt điện 24-26/11»: the shape tells that days are meant, where no noun of numbers stands before it
        has_word = not _NO_DAY_BEFORE.search(before) and not _UNIT_AFTER.match(low, m.end())
    if (
        (is_list or is_range)
        and not has_word
        and not before.rstrip(" *").endswith(_DAY_WORDS)
        and not _CUE.search(before)
    ):
        return None  # «tổ dân phố 1; ngày 23/11»: the figure before belongs to another noun
    if not 1 <= month <= 12 or not 1 <= last <= 31:
        if not (has_word and (year or worded)) and not (year and year > 1000):
            return None
    elif not worded and not year and not m["cycle"]:
        if (last, month) == (24, 7) and not has_word and not re.search(r"(?:từ|đến|tới) $", before):
            return None
        if _STRICT_UNIT_AFTER.match(low, m.end()):
            return None
        if not has_word:
            tail_lunar = (after := _TAIL.match(low, m.end())) is not None and bool(after["lunar"] or after["cycle"])
            if m["sep"] != "/" and not tail_lunar and not (m["sep"] == "." and is_range):
                return None
            if _UNIT_AFTER.match(low, m.end()) or _NO_DAY_BEFORE.search(before):
                return None
            if not _CUE.search(before) and not _TO_A_DAY.match(low, m.end()):
                return None
    elif (
        not worded
        and (
            _NO_DAY_BEFORE.search(before)
            and not has_word
            and year
            and year < 2100
            and m["sep"] == "/"
            and not _CUE.search(before)
        )
    ) or (worded and not year and not has_word and not is_range and not is_list and not _CUE.search(before)):
        return None
    ambiguous = not worded and m["sep"] == "-" and not year and last < month and not is_range and not is_list
    lunar = month_text in LUNAR_MONTHS or bool(m["cycle"]) or bool(_LUNAR_BEFORE.search(before))
    mung = before.endswith(("mùng ", "mồng ")) or "mùng" in m[0] or "mồng" in m[0]
    days = tuple(Day(n, month, year, lunar) for n in _shape(m))
    printed = Printed(m.start(), m.end(), days, is_range, has_word or worded, ambiguous)
    return _with_tail(low, printed, mung=mung)


def _shape(m: re.Match[str]) -> tuple[int, ...]:
    """The days of a list or a range with its last one."""
    if m.re is not _DAY or not (m["to"] or m["list"]):
        return (int(m["dw"] or m["d"]),)
    before = (m["to"],) if m["to"] else re.findall(_D, m["list"])
    return (*map(int, before), int(m["dw"] or m["d"]))


def _is_ascending(m: re.Match[str]) -> bool:
    days = _shape(m)
    return days[0] > 0 and all(a < b for a, b in pairwise(days))


def _named(low: str, m: re.Match[str]) -> Printed:
    if m["ram"]:
        days = (Day(15, month_number(m["mr"]), None, lunar=True),)
    elif m["eve"]:
        days = (Day(int(m["eve"]), 12, None, lunar=True),)
    else:
        month = 1 if m["tet"] is not None else month_number(m["mm"])
        days = (Day(month_number(m["dm"]), month, None, lunar=m["tet"] is not None or m["mm"] in LUNAR_MONTHS),)
    return _with_tail(low, Printed(m.start(), m.end(), days, False, True, False), mung=bool(m["mung"]))


def _with_tail(low: str, printed: Printed, *, mung: bool) -> Printed:
    """`printed` with the words behind it that tell its calendar: «âm lịch», «(ÂL)», «năm Bính Ngọ»."""
    lunar, solar, cycle, year, end = printed.days[-1].lunar, False, "", None, printed.end
    for _ in range(3):
        m = _TAIL.match(low, end)
        if (
            not m
            or (m["year"] and not (lunar or mung))
            or ((m["open"] or "").strip() == "(" and not m["close"] and m["year"])
        ):
            break
        lunar, solar = lunar or bool(m["lunar"] or m["cycle"]), solar or bool(m["solar"])
        cycle, year = m["cycle"] or cycle, int(m["year"]) if m["year"] else year
        end = m.end() if not m["close"] or "(" in (m["open"] or "") else m.start("close")
    ambiguous = printed.ambiguous
    if mung and not lunar and not solar and not printed.days[-1].year:
        lunar = ambiguous = True
    if solar:
        lunar = False
    days = tuple(d._replace(lunar=lunar, cycle=cycle if lunar else "", year=d.year or year) for d in printed.days)
    return printed._replace(days=days, end=end, ambiguous=ambiguous)
