"""The paragraphs of a text in which a time to act may stand: quick searches, so that few of its lines are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bulletin.understand.flat import paragraph
from bulletin.words import when

_MONTH = r"(?:0?[1-9]|1[0-2])(?![0-9])"
# Each begins with plain signs, so that the search skips all others; what stands before it is asked after it.
_DAY_SPOTS = (
    re.compile(rf"/(?:(?<=[0-9].)|(?<=[0-9]\s.))\s?{_MONTH}"),
    re.compile(rf"\.(?=[0-9])(?:(?<=\s[0-9].)|(?<=[0-3][0-9].)){_MONTH}"),
    re.compile(rf"-(?=[0-9])(?:(?<=\s[0-9].)|(?<=[0-3][0-9].)){_MONTH}"),
    re.compile(r"tháng\s[0-9]"),
)
# What stands right before a day that counts, «ngày» aside; «Công văn số 595-CV/QU ngày 15/4/2022» has none of these.
_CUES = ("từ", "đến", "tới", "trước", "nhất", "hết", "chót", "cuối")
_TOLD_CUES = (  # with these a day may be told of by itself
    "giờ", "phút", "h", "'", "′", "’", ":", "sáng", "trưa", "chiều", "tối", "đêm", "vào", "lúc", "các", "chủ nhật",
    "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ bẩy", "mai",
    "diễn ra", "tổ chức", "bắt đầu", "tựu trường", "khai giảng", "bế giảng", "khai mạc",
    "bế mạc", "kết quả",
)  # fmt: skip
# These count when one of the others stands before them: «từ mùng 2», «hạn nộp là ngày 15/5».
_SOFT_CUES = ("nay", "khoảng", "là", "trong", "mùng", "hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy", *"0123456789")
# «ngày 7 và 8/6», «27, 28/4», «từ ngày 09 – 10/3»: what stands before the first of the days counts.
_DAYS_BEFORE = re.compile(r"(?<=[yừgu:]\s)(?:[0-9]{1,2}\s?(?:[-–—,;&]|và)\s?(?:ngày\s)?){1,8}$")
_MORE_DAYS = frozenset("-–—,;&à")
_LAST_SIGNS = frozenset(cue[-1] for cue in _CUES + _TOLD_CUES + _SOFT_CUES)
_BEFORE_SOFT = re.compile(r"[0-9][hg:]|từ|trong|đến|tới|trước|nhất|hạn|giờ|gian|đợt")
_NOT, _ASKED, _TOLD = range(3)
_CUE_ROOM = 60
_ELECTION_ROOM = 240
_TIME = re.compile(r"[0-9]\s?(?:giờ|h|g|:)")
_HOURS_AFTER = re.compile(r"[0-9]{1,2}[/. -][0-9/. -]{0,12}[^\n]{0,20}[0-9]\s?(?:giờ|h|g|:)")
_HOURS_ROOM = 40
_RULE_SPOTS = tuple(re.compile(rf"{every}\s(?:tuần|tháng|ngày)(?!\w)") for every in ("hàng", "hằng", "mỗi"))
_WEEKLY_LIST = re.compile(r"h[àằ]ng\stuần\s?:((?:\s{1,3}[-+•*][^\n]{1,120}){1,7})")
_RULE_CUE = re.compile(r"thứ\s|chủ\snhật|ngày\s[0-9]|ngày\smùng|[0-9]h|giờ")
_NTH_SPOT = re.compile(r"thứ\s\w{1,4}\s?(?:(?:-|–|đến|tới)\s?(?:hết\s)?thứ\s|(?:của\s|trong\s)?(?:tuần\s|đầu|cuối))")
WORKING_DAYS = re.compile(r"ngày\s(?:làm\sviệc|hành\schính)(?!\s(?:kể|kế|tiếp|liền|đầu|thứ))")
WORKING_ROOM = 200
FROM_HOURS = re.compile(rf"từ {when.HOURS}")
HOURS = re.compile(when.HOURS)


class Region(NamedTuple):
    """A paragraph at body[start:end]; its spots lie in body[first:last]."""

    start: int
    end: int
    first: int
    last: int


def regions(body: str, low: str) -> tuple[list[Region], list[int]]:
    """The paragraphs, in order, and where in them a day stands that may be told of by itself; `low` is lower case."""
    found: list[Region] = []
    told: list[int] = []
    until = -1
    for start, end, by_itself in sorted(_spots(low)):
        if by_itself:
            told.append(start)
        if start < until:
            last = found[-1]
            stop = last.end if end <= last.end else paragraph(body, start, end)[1]
            found[-1] = Region(last.start, stop, last.first, max(end, last.last))
        else:
            found.append(Region(*paragraph(body, start, end), start, end))
        until = found[-1].end
    return found, told


def _spots(low: str) -> Iterator[tuple[int, int, bool]]:
    for pattern in _DAY_SPOTS:
        for m in pattern.finditer(low):
            cued = _cued(low, m.start())
            if cued or _before_hours(low, m.start()):
                yield m.start(), m.end(), cued == _TOLD
    rules = sorted(m.span() for pattern in _RULE_SPOTS for m in pattern.finditer(low))
    done = 0
    for start, end in rules:
        if start >= done and (weekly := _WEEKLY_LIST.match(low, start)):
            done = weekly.end()
            yield start, done, False
        if _RULE_CUE.search(low, max(0, start - 60), end + 40):
            yield start, end, False
    for m in _NTH_SPOT.finditer(low):
        yield m.start(), m.end(), False
    for m in WORKING_DAYS.finditer(low):
        below = low[m.end() : m.end() + WORKING_ROOM].replace("\n", " ")
        hours = [one.end() for one in FROM_HOURS.finditer(below)]
        if hours or HOURS.search(low, max(0, m.start() - 70), m.start()):
            yield m.start(), m.end() + max(hours, default=0), False


def _cued(low: str, at: int) -> int:
    """Whether the words before the day, whose month begins at low[at], ask for something or may tell of it."""
    tail = low[max(0, at - _CUE_ROOM) : at].rstrip().rstrip("0123456789").rstrip(" *\n")
    tail = tail.removesuffix("ngày").rstrip(" *")
    if tail[-1:] in _MORE_DAYS:
        if more := _DAYS_BEFORE.search(tail):
            tail = tail[: more.start()].rstrip(" *").removesuffix("ngày").rstrip(" *")
        if tail[-1:] in _MORE_DAYS and " tại " in low[at : at + 20]:
            return _TOLD  # the next of a list: «; ngày 3-11 tại …»
    if tail.endswith("("):
        return _TOLD if tail.rstrip("( ").endswith(_TOLD_CUES) else _ASKED if "gian" in tail else _NOT
    if tail.endswith(("-", "+", "•")):
        return _NOT if tail.rpartition("\n")[2].strip(" -+•*") else _TOLD
    tail = tail.rstrip(" *,(\n")
    if tail[-1:] in _LAST_SIGNS:
        if tail.endswith("kể từ"):
            return _ASKED if "đến" in low[at : at + 30] else _NOT
        if tail.endswith(_CUES):
            return _ASKED
        if tail.endswith(_TOLD_CUES):
            return _TOLD
        if tail.endswith(_SOFT_CUES) and _BEFORE_SOFT.search(tail):
            return _TOLD
        if tail.endswith("là") and "bầu cử" in low[max(0, at - _ELECTION_ROOM) : at]:
            return _ASKED
    return _ASKED if "bù" in tail else _NOT


def _before_hours(low: str, at: int) -> bool:
    """Whether hours follow the day: «05/5/2022: 8h - 11h»."""
    return bool(_TIME.search(low, at, at + _HOURS_ROOM) and _HOURS_AFTER.match(low, at - 1))
