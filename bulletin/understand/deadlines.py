"""Times to act, from the text itself: «chậm nhất ngày 05/5», «từ ngày 29/4 đến hết ngày 03/5», «thứ 7 hàng tuần».

A day counts only with words that ask for something. Days of documents, of feasts, of birth, of laws coming into force
and of what was done are none. A text that tells no year takes the notice's; a day before the notice is nobody's task.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bulletin.model.deadline import Deadline, DeadlineKind
from bulletin.understand.audience import audience
from bulletin.understand.flat import Flat, flatten, paragraph
from bulletin.understand.links import Lines
from bulletin.words import when

_NEAR, _SHOWN = 400, 160
_WINDOW_AT_MOST = timedelta(days=800)
_BACK = timedelta(days=60)  # a day without year that lies further back than this is next year's

# Where a time to act may stand: quick searches over the whole text, so that few of its lines are read.
_MONTH = r"(?:0?[1-9]|1[0-2])(?![0-9])"
_DAY_SPOTS = (
    re.compile(rf"/(?:(?<=[0-9].)|(?<=[0-9]\s.))\s?{_MONTH}"),
    re.compile(rf"[.-](?:(?<=\s[0-9].)|(?<=[0-3][0-9].)){_MONTH}"),
    re.compile(r"tháng\s[0-9]"),
)
# What stands right before a day that counts, «ngày» aside; «Công văn số 595-CV/QU ngày 15/4/2022» has none of these.
_CUES = ("từ", "đến", "tới", "trước", "nhất", "hết", "chót", "cuối", "giờ", "phút", "h", "'", "′", "’", ":")
# These count when one of the others stands before them: «từ chiều ngày 24/4», «hạn nộp là ngày 15/5».
_SOFT_CUES = (
    "sáng", "trưa", "chiều", "tối", "đêm", "nay", "khoảng", "là", "vào", "trong", "mùng", "nhật", "hai", "ba", "tư",
    "năm", "sáu", "bảy", "bẩy", *"0123456789",
)  # fmt: skip
_BEFORE_SOFT = ("từ", "đến", "tới", "trước", "nhất", "hạn", "giờ", "gian", "đợt")
_CUE_ROOM = 60
_REACH = 150  # how far before and after its day a phrase goes
_HOURS_AFTER = re.compile(r"[0-9]{1,2}[/. -][0-9/. -]{0,12}[^\n]{0,20}[0-9]\s?(?:giờ|h|g|:)")
_RULE_SPOT = re.compile(r"(?:hàng|hằng|mỗi)\s(?:tuần|tháng|ngày)(?!\w)")
_WEEKLY_LIST = re.compile(r"h[àằ]ng\stuần\s?:((?:\s{1,3}[-+•*][^\n]{1,120}){1,7})")
_RULE_CUE = re.compile(r"thứ\s|chủ\snhật|ngày\s[0-9]|ngày\smùng|[0-9]h|giờ")
_NTH_SPOT = re.compile(r"thứ\s\w{1,4}\s?(?:(?:-|–|đến|tới)\s?(?:hết\s)?thứ\s|(?:của\s|trong\s)?(?:tuần\s|đầu|cuối))")
_WORKING_DAYS = re.compile(r"(?:ngày\slàm\sviệc|ngày\shành\schính)(?!\s(?:kể|kế|tiếp|liền|đầu|thứ))")
_WORKING_ROOM = 200

_ASIDE = r"(?: ?\([^()]{1,30}\))?"
_TO = r" ?,? ?(?:(?:- ?)?(?:cho |kéo dài )?(?:đến|tới)|-|và kết thúc|kết thúc) ?(?:trước |khi |cho ){0,2}"
_ENDS = rf"{_TO}{when.LEAD}{when.day(2)}"
_RANGE = re.compile(
    rf"từ {when.LEAD}(?:{when.day(1)}|(?P<only>[0-9]{{1,2}})(?= ?(?:đến|tới|-|,)))"
    rf"{_ASIDE}(?:[ ,]{{1,2}}(?:từ )?{when.TIME})?{_ENDS}"
)
_LABELLED_RANGE = re.compile(
    rf"(?:thời gian|thời hạn|đợt [0-9i]{{1,3}})[^.;:\n]{{0,50}}: ?{when.LEAD}{when.day(1)}{_ASIDE}{_ENDS}"
)
_BY = re.compile(
    r"(?:(?P<sure>(?:chậm|muộn|trễ) nhất|hạn (?:chót|cuối)(?: cùng)?|từ nay (?:cho )?(?:đến|tới)|"
    r"(?:gia hạn|kéo dài)[^.;\n]{0,60}?đến)|trước|đến hết|hạn[^.;\n]{0,40}?(?:là|:|đến|trước))"
    rf"(?: là| vào| đến| trước| hết| cuối| trong|:){{0,4}} {when.LEAD}"
    rf"(?:{when.day(1)}|tháng (?P<month>[0-9]{{1,2}}) ?(?:[/-]|,? năm ) ?(?P<year>20[0-9]{{2}}))"
)
_HOURS_THEN_DAY = re.compile(rf"{when.HOURS}[ ,]{{1,2}}{when.LEAD}{when.day(1)}")
_DAY_THEN_HOURS = re.compile(
    rf"(?:{when.PART} )?(?:ngày )?{when.day(1)}{_ASIDE}(?: ?[:,(-] ?| )(?:{when.WEEKDAY},? )?"
    rf"(?:buổi )?(?:sáng |chiều )?(?:bắt đầu )?(?:từ )?{when.HOURS}"
)
_LABELLED = re.compile(
    rf"(?:thời gian|ngày giờ)(?! ký)[^.:;(\n]{{0,50}}[:(] ?(?:từ |bắt đầu )?{when.LEAD}{when.day(1)}"
)
_ONE_MORE = re.compile(rf"{_ASIDE} ?(?:,|và|&) ?{when.LEAD}{when.day(1)}")
_MADE_UP = re.compile(rf"(?:làm|học|làm việc) bù[^.;\n]{{0,40}}?{when.LEAD}{when.day(1)}")
_SCHEDULED = re.compile(
    rf"(?:^|\n)(?:[-+•] ?)(?:\w{{1,8}} )?ngày {when.day(1)}{_ASIDE}"
    r"(?: ?:|,? (?:tổ chức|tiêm|chi trả|khám|thu |cấp |phát ))"
)
_EVERY = re.compile(r"(?:h[àằ]ng|mỗi) (tuần|tháng|ngày)(?!\w)")
# «hàng tuần: - chiều thứ 6 …; - sáng thứ 7 …»: what is said once holds for the rest of the sentence.
_ALSO_WEEKLY = re.compile(
    rf"(?:[,;:]|\n ?[-+•*]|(?<!\w)và) ?(?:vào )?(?:buổi )?((?:{when.PART}) {when.WEEKDAY})(?! ?,? ?\(?(?:ngày|[0-9]))"
)
_ALSO_ROOM = 160
_HISTORY = re.compile(r"ban hành|phê duyệt|thông qua|thành lập|ra đời|(?:nghị quyết|quyết định) ")
_FROM_HOURS = re.compile(rf"từ {when.HOURS}")
_HOURS = re.compile(when.HOURS)
_HOURS_BEFORE_DAYS = re.compile(rf"(?:từ )?{when.HOURS}(?= (?:(?:vào|trong|các|tất cả|những) ){{0,4}}$)")
_HOURS_BEFORE = re.compile(rf"{when.HOURS}[^.;\n]{{0,12}}$")

_ASKED = re.compile(
    r"gửi|nộp|hoàn thành|hoàn tất|đăng ký|báo cáo|xong|thực hiện|liên hệ|ý kiến|kê khai|khai báo|tháo dỡ|di dời|trả |"
    r"niêm yết|đề nghị|yêu cầu|phải |nhận|thanh toán|đóng |tham gia|thời gian|thời hạn|hạn |treo|diễn ra|tổ chức|"
    r"triển khai|kiểm tra|bàn giao|khắc phục|ban hành|tiêm|thu |có mặt|cung cấp|cập nhật|phản ánh"
)
_NOT_BORN = ("học", "thí", "vệ", "phát", "tuyển", "chiêu", "khai", "giám", "sản", "du", "sơ")
_BORN = "".join(f"(?<!{word} )" for word in _NOT_BORN) + "sinh(?! viên| hoạt| học| sản)"
_NO_RANGE = re.compile(
    rf"(?:{_BORN}|số liệu|kỳ báo cáo|giai đoạn|nhiệm kỳ|hiệu lực(?: thi hành)?|áp dụng|công tác tại|kỷ niệm)"
    r"[^,;\n]{0,24}$"
)
_NO_BY = re.compile(
    rf"(?:{_BORN}|chết|hy sinh|từ trần|hiệu lực(?: thi hành)?|sử dụng đất|sử dụng|hoạt động cách mạng|phát sinh|ký kết|"
    r"được cấp|tính|tham gia kháng chiến|tồn tại|xây dựng)[^,;\n]{0,16}$"
)
_NO_BY_AFTER = re.compile(r" ?(?:trở về trước|thì|đã|mà|nhưng)(?!\w)")
_EVERY_YEAR = re.compile(r" ?h[àằ]ng năm")
_OFF = re.compile(r"(?:nghỉ|trừ)[^.;\n]{0,24}$")
_DONE = re.compile(r"(?<!\w)(?:đã|vừa qua)(?!\w)")
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|đề nghị|yêu cầu|kính mời|thông báo)(?!\w)")

_FULL_DATE = re.compile(
    r"(?<![0-9/.-])[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?(20[0-9]{2})(?![0-9])"
    r"|tháng\s[0-9]{1,2}(?:,?\snăm\s|\s?/\s?)(20[0-9]{2})|(?<![0-9])(20[0-9]{2})-[0-9]{2}-[0-9]{2}"
)
_CITED = re.compile(r"[/-][a-zđ0-9/-]{2,20},?\s?\(?(?:ký\s)?(?:ngày\s)?$|(?:luật|lệnh|định|hiến pháp)[^.;\n]{0,60}$")
_YEAR = re.compile(r"năm\s(?:học\s)?(20[0-9]{2})")
_DATELINE = re.compile(r",\sngày\s([0-9]{1,2})\stháng\s([0-9]{1,2})\snăm\s(20[0-9]{2})[ *_]{0,5}(?:\n|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A phrase at flat.text[start:end] and what it tells."""

    start: int
    end: int
    kind: DeadlineKind
    first: date | None = None
    last: date | None = None
    rrule: str = ""
    guessed: bool = False


class _Region(NamedTuple):
    """A paragraph at body[start:end]; its spots lie in body[first:last]."""

    start: int
    end: int
    first: int
    last: int


class _Years:
    """The year of a day that tells none: the notice's, else that of the nearest date, else the nearest year."""

    def __init__(self, low: str, signed_on: date | None) -> None:
        self.low, self.signed_on = low, signed_on
        if signed_on is None and (m := _DATELINE.search(low)):
            self.signed_on = when.Said(int(m[1]), int(m[2]), int(m[3])).on(0)
        self.near: list[tuple[int, int]] | None = None

    def of(self, said: when.Said, at: int) -> date | None:
        """The date of `said`, which stands near low[at]."""
        if said.year:
            return said.on(said.year)
        if self.signed_on:
            day = said.on(self.signed_on.year)
            return day if day and day >= self.signed_on - _BACK else said.on(self.signed_on.year + 1)
        if self.near is None:
            self.near = self._near()
        return said.on(min(self.near, key=lambda one: abs(one[0] - at))[1]) if self.near else None

    def _near(self) -> list[tuple[int, int]]:
        dates = [(m.start(), int(m[1] or m[2] or m[3])) for m in _FULL_DATE.finditer(self.low)]
        own = [one for one in dates if not _CITED.search(self.low, max(0, one[0] - 80), one[0])]
        return own or dates or [(m.start(), int(m[1])) for m in _YEAR.finditer(self.low)]


def find(body: str, lines: Lines, signed_on: date | None) -> tuple[Deadline, ...]:
    """Every time to act that `body` tells, in order."""
    low = body.lower()
    if not low.isascii() and not unicodedata.is_normalized("NFC", low):
        body = unicodedata.normalize("NFC", body)
        lines, low = Lines(body, lines.first_line, lines.path), body.lower()
    if len(low) != len(body):
        low = body
    regions = _regions(body, low)
    if not regions:
        return ()
    years = _Years(low, signed_on)
    return tuple(one for region in regions for one in _read(_flat(body, region), low, years, lines))


def _flat(body: str, region: _Region) -> Flat:
    return flatten(body, region.start, region.end, region.first - _REACH, region.last + _REACH)


def _regions(body: str, low: str) -> list[_Region]:
    """The paragraphs in which a time to act may stand."""
    spots = [
        m.span()
        for pattern in _DAY_SPOTS
        for m in pattern.finditer(low)
        if _cued(low, m.start()) or _HOURS_AFTER.match(low, m.start() - 1)
    ]
    spots += [(m.start(), m.end(1)) for m in _WEEKLY_LIST.finditer(low)]
    spots += [m.span() for m in _RULE_SPOT.finditer(low) if _RULE_CUE.search(low, max(0, m.start() - 60), m.end() + 40)]
    spots += [m.span() for m in _NTH_SPOT.finditer(low)]
    for days in _WORKING_DAYS.finditer(low):
        below = low[days.end() : days.end() + _WORKING_ROOM].replace("\n", " ")
        hours = [m.end() for m in _FROM_HOURS.finditer(below)]
        if hours or _HOURS.search(low, max(0, days.start() - 70), days.start()):
            spots.append((days.start(), days.end() + max(hours, default=0)))
    regions: list[_Region] = []
    for start, end in sorted(spots):
        if regions and start < regions[-1].end:
            last = regions[-1]
            stop = last.end if end <= last.end else paragraph(body, start, end)[1]
            regions[-1] = _Region(last.start, stop, last.first, max(end, last.last))
        else:
            regions.append(_Region(*paragraph(body, start, end), start, end))
    return regions


def _cued(low: str, at: int) -> bool:
    """Whether the words before the day, whose month begins at low[at], ask for something."""
    tail = low[max(0, at - _CUE_ROOM) : at].rstrip().rstrip("0123456789").rstrip(" *\n")
    tail = tail.removesuffix("ngày").rstrip(" *")
    if tail.endswith("("):
        return "gian" in tail
    if tail.endswith(("-", "+", "•")):
        return not tail.rpartition("\n")[2].strip(" -+•*")
    tail = tail.rstrip(" *,(\n")
    if tail.endswith("kể từ"):
        return "đến" in low[at : at + 30]
    if tail.endswith(_CUES) or "bù" in tail:
        return True
    return tail.endswith(_SOFT_CUES) and any(cue in tail for cue in _BEFORE_SOFT)


def _read(flat: Flat, low: str, years: _Years, lines: Lines) -> Iterator[Deadline]:
    taken: list[_Found] = []
    for found in _all(flat, years):
        if any(found.start < other.end and other.start < found.end for other in taken):
            continue
        if years.signed_on and found.last and found.last < years.signed_on:
            continue
        taken.append(found)
    for found in sorted(taken, key=lambda found: found.start):
        yield _deadline(flat, found, low, lines)


def _all(flat: Flat, years: _Years) -> Iterator[_Found]:
    """What each rule finds, the surer first: of two phrases that share words the first holds."""
    yield from _ranges(flat, years)
    hours = _HOURS.search(flat.low, *flat.look)
    if hours:
        for pattern in (_HOURS_THEN_DAY, _DAY_THEN_HOURS):
            for m in pattern.finditer(flat.low, *flat.look):
                yield from _event(flat, years, m)
    yield from _due(flat, years)
    yield from _single_days(flat, years)
    yield from _recurring(flat)
    if hours:
        yield from _working_hours(flat)


def _ranges(flat: Flat, years: _Years) -> Iterator[_Found]:
    for pattern in (_RANGE, _LABELLED_RANGE):
        for m in pattern.finditer(flat.low, *flat.look):
            one, two = when.said(m, 1), when.said(m, 2)
            if two is None:
                continue
            if one is None:
                one = when.Said(int(m["only"]), two.month, two.year)
            first, last = _span(one, two, years, flat.back(m.start()))
            if not first or not last or first > last or last - first > _WINDOW_AT_MOST:
                continue
            begin, stop = flat.sentence(m.start(), m.end())
            if _NO_RANGE.search(flat.low, begin, m.start()) or _EVERY_YEAR.match(flat.low, m.end()):
                continue
            if not _is_past(flat.low[m.end() : stop]):
                kind: DeadlineKind = "window" if first < last else "event"
                guessed = not (one.year or two.year)
                yield _Found(start=m.start(), end=m.end(), kind=kind, first=first, last=last, guessed=guessed)


def _span(one: when.Said, two: when.Said, years: _Years, at: int) -> tuple[date | None, date | None]:
    """Both ends: a year said at one of them is the other's too, unless the year turns between them."""
    if one.year and not two.year:
        turns = (two.month, two.day) < (one.month, one.day)
        return one.on(one.year), two.on(one.year + turns)
    last = years.of(two, at)
    first = one.on(last.year) if last else None
    if first and last and first > last and not one.year:
        first = one.on(last.year - 1)
    return first, last


def _due(flat: Flat, years: _Years) -> Iterator[_Found]:
    for m in _BY.finditer(flat.low, *flat.look):
        said = when.said(m, 1)
        day = years.of(said, flat.back(m.start())) if said else when.month_end(int(m["year"]), int(m["month"]))
        begin, stop = flat.sentence(m.start(), m.end())
        before = flat.low[begin : m.start()]
        if not day or day.year < 2000 or _NO_BY_AFTER.match(flat.low, m.end()) or _DONE.search(before[-60:]):
            continue
        if m["sure"] or (not _NO_BY.search(before) and _ASKED.search(flat.low, begin, stop)):
            guessed = said is not None and said.year is None
            yield _Found(start=m.start(), end=m.end(), kind="deadline", last=day, guessed=guessed)


def _single_days(flat: Flat, years: _Years) -> Iterator[_Found]:
    for m in _MADE_UP.finditer(flat.low, *flat.look):
        yield from _event(flat, years, m)
    for m in _SCHEDULED.finditer(flat.low, *flat.look):
        if not _HISTORY.search(flat.low, m.end(), flat.sentence(m.end(), m.end())[1]):
            yield from _event(flat, years, m)
    for m in _LABELLED.finditer(flat.low, *flat.look):
        more: re.Match[str] | None = m
        while more:
            yield from _event(flat, years, more)
            more = _ONE_MORE.match(flat.low, more.end())


def _event(flat: Flat, years: _Years, m: re.Match[str]) -> Iterator[_Found]:
    said = when.said(m, 1)
    day = years.of(said, flat.back(m.start())) if said else None
    begin, stop = flat.sentence(m.start(), m.end())
    if said and day and day.year >= 2000 and not _is_past(flat.low[begin:stop]):
        yield _Found(start=m.start(), end=m.end(), kind="event", first=day, last=day, guessed=said.year is None)


def _recurring(flat: Flat) -> Iterator[_Found]:
    low = flat.low
    for m in _EVERY.finditer(low, *flat.look):
        rule = None
        if m[1] == "tuần":
            rule = when.weekly(low, *m.span())
        elif m[1] == "tháng":
            rule = when.monthly(low, *m.span())
        elif hours := _HOURS_BEFORE.search(low, max(0, m.start() - 50), m.start()):
            rule = hours.start(), m.end(), "FREQ=DAILY"
        if rule and not _OFF.search(low, max(0, rule[0] - 40), rule[0]):
            yield _Found(start=rule[0], end=rule[1], kind="recurring", rrule=rule[2])
        if m[1] == "tuần":
            for also in _ALSO_WEEKLY.finditer(low, m.end(), _before_full_stop(low, m.end(), _ALSO_ROOM)):
                yield _Found(start=also.start(1), end=also.end(1), kind="recurring", rrule=when.by_weekday(also[1]))
    if "thứ" not in low and "nhật" not in low:
        return
    for m in when.NTH_WEEKDAY.finditer(low, *flat.look):
        yield _Found(start=m.start(), end=m.end(), kind="recurring", rrule=when.nth_weekday(m))
    for m in when.WEEKDAY_RANGE.finditer(low, *flat.look):
        if _HOURS.search(low, max(0, m.start() - 120), m.end() + 120) and not _OFF.search(low, 0, m.start()):
            yield _Found(start=m.start(), end=m.end(), kind="recurring", rrule=when.by_weekday(m[0]))


def _working_hours(flat: Flat) -> Iterator[_Found]:
    """Hours at the words «ngày làm việc», or in the lines below them: from Monday to Friday."""
    for days in _WORKING_DAYS.finditer(flat.low, *flat.look):
        before = _HOURS_BEFORE_DAYS.search(flat.low, max(0, days.start() - 70), days.start())
        below = _FROM_HOURS.finditer(flat.low, days.end(), _before_full_stop(flat.low, days.end(), _WORKING_ROOM))
        for m in [before] if before else below:
            yield _Found(start=m.start(), end=m.end(), kind="recurring", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


def _before_full_stop(low: str, at: int, room: int) -> int:
    stop = low.find(". ", at, at + room)
    return at + room if stop < 0 else stop


def _is_past(words: str) -> bool:
    return bool(_DONE.search(words) and not _TO_COME.search(words))


def _deadline(flat: Flat, found: _Found, low: str, lines: Lines) -> Deadline:
    start, end = found.start, found.end
    while flat.text[start] in "-+•*\n (":
        start += 1
    while flat.text[end - 1] in " :,(":
        end -= 1
    begin, stop = flat.sentence(start, end)
    near, far = max(begin, start - _SHOWN), min(stop, end + _SHOWN)
    before = flat.text[near:start].lstrip("-+•#> \n")
    after = flat.text[end:far].rstrip()
    if near > begin:
        before = "…" + before.partition(" ")[2]
    if far < stop:
        after = after.rpartition(" ")[0] + "…"
    at = flat.back(start)
    by = found.last if found.kind == "deadline" else None
    return Deadline(
        kind=found.kind,
        starts_on=found.first,
        ends_on=None if by else found.last,
        by=by,
        rrule=found.rrule,
        audience=audience(flat.low[begin:stop], low[max(0, at - _NEAR) : at], low),
        sentence=(before, flat.text[start:end].replace("\n", " "), after),
        place=lines.at(at),
        guessed=found.guessed,
    )
