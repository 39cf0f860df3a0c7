"""Times to act, from the text itself: «chậm nhất ngày 05/5», «từ ngày 29/4 đến hết ngày 03/5», «thứ 7 hàng tuần».

A day counts only with words that ask for something. Days of documents, of feasts, of birth, of laws coming into force
and of what was done are none. A text that tells no year takes the notice's; a day before the notice is nobody's task.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bulletin.model.deadline import Deadline, DeadlineKind
from bulletin.understand.asking import FROM_HOURS, HOURS, WORKING_DAYS, WORKING_ROOM, Region, regions
from bulletin.understand.audience import audience
from bulletin.understand.flat import Flat, cues, flatten
from bulletin.understand.links import Lines
from bulletin.words import when

_NEAR, _SHOWN = 400, 160
_WINDOW_AT_MOST = timedelta(days=800)
_BACK = timedelta(days=60)  # a day without year that lies further back than this is next year's
_REACH = 150  # how far before and after its day a phrase goes

_ASIDE = r"(?: ?\([^()]{1,30}\))?"
_TO = r" ?,? ?(?:(?:- ?)?(?:cho |kéo dài )?(?:đến|tới)|-|và kết thúc|kết thúc) ?(?:trước |khi |cho ){0,2}"
_ENDS = rf"{_TO}{when.LEAD}{when.day(2)}"
_RANGE = re.compile(
    rf"từ {when.LEAD}(?:{when.day(1)}|(?P<only>[0-9]{{1,2}})(?= ?(?:đến|tới|-|,)))"
    rf"{_ASIDE}(?:[ ,]{{1,2}}(?:từ )?{when.TIME})?{_ENDS}"
)
_FROM = cues("từ ")
_LABELLED_RANGE = re.compile(
    rf"(?:thời gian|thời hạn|đợt [0-9i]{{1,3}})[^.;:\n]{{0,50}}: ?{when.LEAD}{when.day(1)}{_ASIDE}{_ENDS}"
)
_RANGE_LABELS = cues("thời gian", "thời hạn", "đợt ")
_BY = re.compile(
    r"(?:(?P<sure>(?:chậm|muộn|trễ) nhất|hạn (?:chót|cuối)(?: cùng)?|từ nay (?:cho )?(?:đến|tới)|"
    r"(?:gia hạn|kéo dài)[^.;\n]{0,60}?đến)|trước|đến hết|hạn[^.;\n]{0,40}?(?:là|:|đến|trước))"
    rf"(?: là| vào| đến| trước| hết| cuối| trong|:){{0,4}} {when.LEAD}"
    rf"(?:{when.day(1)}|tháng (?P<month>[0-9]{{1,2}}) ?(?:[/-]|,? năm ) ?(?P<year>20[0-9]{{2}}))"
)
_BY_CUES = cues("trước", "hạn", "đến hết", "chậm nhất", "muộn nhất", "trễ nhất", "từ nay", "gia hạn", "kéo dài")
_HOURS_THEN_DAY = re.compile(rf"{when.HOURS}[ ,]{{1,2}}{when.LEAD}{when.day(1)}")
_DAY_THEN_HOURS = re.compile(
    rf"(?:{when.PART} )?(?:ngày )?{when.day(1)}{_ASIDE}(?: ?[:,(-] ?| )(?:{when.WEEKDAY},? )?"
    rf"(?:buổi )?(?:sáng |chiều )?(?:bắt đầu )?(?:từ )?{when.HOURS}"
)
_DAY_ROOM = 150  # more than a day and what may stand between it and its hours
_DAY_SIGN = re.compile(r"[.-] {0,2}[0-9]")
_THEN_TIME = re.compile(rf"(?:đến|tới|-) ?(?:{when.PART} )?{when.TIME}")
_THEN = cues("đến", "tới", "-")
_LABELLED = re.compile(
    rf"(?:thời gian|ngày giờ)(?! ký)[^.:;(\n]{{0,50}}[:(] ?(?:từ |bắt đầu )?{when.LEAD}{when.day(1)}"
)
_LABELS = cues("thời gian", "ngày giờ")
_ONE_MORE = re.compile(rf"{_ASIDE} ?(?:,|và|&) ?{when.LEAD}{when.day(1)}")
_MADE_UP = re.compile(rf"(?:làm|học|làm việc) bù[^.;\n]{{0,40}}?{when.LEAD}{when.day(1)}")
_MADE_UP_CUES = cues("làm bù", "học bù", "làm việc bù")
_SCHEDULED = re.compile(
    rf"(?:^|\n)(?:[-+•] ?)(?:\w{{1,8}} )?ngày {when.day(1)}{_ASIDE}"
    r"(?: ?:|,? (?:tổ chức|tiêm|chi trả|khám|thu |cấp |phát ))"
)
_LINE = cues("\n")
_EVERY = re.compile(r"(?:h[àằ]ng|mỗi) (tuần|tháng|ngày)(?!\w)")
_EVERY_CUES = cues("hàng ", "hằng ", "mỗi ")
# «hàng tuần: - chiều thứ 6 …; - sáng thứ 7 …»: what is said once holds for the rest of the sentence.
_ALSO_WEEKLY = re.compile(
    rf"(?:[,;:]|\n ?[-+•*]|(?<!\w)và) ?(?:vào )?(?:buổi )?((?:{when.PART}) {when.WEEKDAY})(?! ?,? ?\(?(?:ngày|[0-9]))"
)
_ALSO_ROOM = 160
_WEEKDAY_CUES = cues("thứ ", "chủ nhật", "chúa nhật")
_HISTORY = re.compile(r"ban hành|phê duyệt|thông qua|thành lập|ra đời|(?:nghị quyết|quyết định) ")
_HOURS_BEFORE_DAYS = re.compile(rf"(?:từ )?{when.HOURS}(?= (?:(?:vào|trong|các|tất cả|những) ){{0,4}}$)")
_HOURS_BEFORE = re.compile(rf"{when.HOURS}[^.;\n]{{0,12}}$")

_ASKED = (  # the most usual first: one is enough
    "đề nghị", "yêu cầu", "phải ", "thời gian", "thời hạn", "hạn ", "hoàn thành", "thực hiện", "tổ chức", "gửi", "nộp",
    "nhận", "báo cáo", "đăng ký", "thu ", "trả ", "đóng ", "tham gia", "triển khai", "kiểm tra", "liên hệ", "ý kiến",
    "niêm yết", "thanh toán", "hoàn tất", "xong", "kê khai", "khai báo", "tháo dỡ", "di dời", "treo", "diễn ra",
    "bàn giao", "khắc phục", "ban hành", "tiêm", "có mặt", "cung cấp", "cập nhật", "phản ánh",
)  # fmt: skip
_NOT_BORN = ("học", "thí", "vệ", "phát", "tuyển", "chiêu", "khai", "giám", "sản", "du", "sơ")
_BORN = "sinh" + "".join(f"(?<!{word} sinh)" for word in _NOT_BORN) + "(?! viên| hoạt| học| sản)"
_NO_RANGE = re.compile(
    rf"(?:{_BORN}|số liệu|kỳ báo cáo|giai đoạn|nhiệm kỳ|hiệu lực(?: thi hành)?|áp dụng|công tác tại|kỷ niệm)"
    r"[^,;\n]{0,24}$"
)
_NO_BY = re.compile(
    rf"(?:{_BORN}|chết|hy sinh|từ trần|hiệu lực(?: thi hành)?|sử dụng đất|sử dụng|hoạt động cách mạng|phát sinh|ký kết|"
    r"được cấp|tính|tham gia kháng chiến|tồn tại|xây dựng)[^,;\n]{0,16}$"
)
_NO_ROOM = 60  # more than either of the two looks at
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


class _Found(NamedTuple):
    """A phrase at flat.text[start:end] and what it tells."""

    start: int
    end: int
    kind: DeadlineKind
    first: date | None = None
    last: date | None = None
    rrule: str = ""
    guessed: bool = False
    around: tuple[int, int] | None = None  # its sentence, when that is known


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
    found = regions(body, low)
    if not found:
        return ()
    years = _Years(low, signed_on)
    return tuple(one for region in found for one in _read(_flat(body, low, region), low, years, lines))


def _flat(body: str, low: str, region: Region) -> Flat:
    return flatten(body, low, region.start, region.end, region.first - _REACH, region.last + _REACH)


def _read(flat: Flat, low: str, years: _Years, lines: Lines) -> Iterator[Deadline]:
    taken: list[_Found] = []
    for found in _all(flat, years):
        i = bisect(taken, found.start, key=lambda other: other.start) if taken else 0
        if (i and found.start < taken[i - 1].end) or (i < len(taken) and taken[i].start < found.end):
            continue
        if years.signed_on and found.last and found.last < years.signed_on:
            continue
        taken.insert(i, found)
    for found in taken:
        yield _deadline(flat, found, low, lines)


def _all(flat: Flat, years: _Years) -> Iterator[_Found]:
    """What each rule finds, the surer first: of two phrases that share words the first holds.

    A rule is asked only where the words are without which it finds nothing: most paragraphs hold those of one.
    """
    low = flat.low
    to = "đến" in low or "-" in low or "tới" in low
    if to or "kết thúc" in low:
        if "ừ" in low and _ended(low, low.find("từ ")):
            yield from _ranges(flat, years, flat.matches(_RANGE, _FROM))
        if ":" in low and ("thời" in low or "đợt " in low):
            yield from _ranges(flat, years, flat.matches(_LABELLED_RANGE, _RANGE_LABELS))
    hours = _hours(flat) if to else -1
    if hours >= 0:
        for m in _hours_and_days(flat, hours):
            yield from _event(flat, years, m)
    if matches := flat.matches(_BY, _BY_CUES):
        yield from _due(flat, years, matches)
    yield from _single_days(flat, years)
    if "hàng " in low or "hằng " in low or "mỗi " in low:
        yield from _every(flat)
    if "thứ " in low or "nhật" in low:
        yield from _weekdays(flat)
    if hours >= 0 and ("làm việc" in low or "hành chính" in low):
        yield from _working_hours(flat)


def _ended(low: str, start: int) -> bool:
    """Whether a range that begins at low[start] may end: a day stands after a word that leads to it."""
    if start < 0:
        return False
    ways = [at for word in ("đến", "-", "tới", "kết thúc") if (at := low.find(word, start)) >= 0]
    return bool(ways) and _any_day(low, min(ways), len(low))


def _hours(flat: Flat) -> int:
    """Where the first «8h - 11h» begins, or -1."""
    m = HOURS.search(flat.low, *flat.look) if flat.matches(_THEN_TIME, _THEN) else None
    return m.start() if m else -1


def _hours_and_days(flat: Flat, hours: int) -> Iterator[re.Match[str]]:
    """Days with their hours, the first of which begin at `hours`."""
    low, (first, last) = flat.low, flat.look
    if _any_day(low, hours, last):
        yield from _HOURS_THEN_DAY.finditer(low, hours, last)
    first = max(first, hours - _DAY_ROOM)
    if _any_day(low, first, max(low.rfind(word, first, last) for word in ("đến", "tới", "-"))):
        yield from _DAY_THEN_HOURS.finditer(low, first, last)


def _any_day(low: str, first: int, last: int) -> bool:
    return "/" in (part := low[first:last]) or "tháng" in part or bool(_DAY_SIGN.search(part))


def _ranges(flat: Flat, years: _Years, matches: list[re.Match[str]]) -> Iterator[_Found]:
    for m in matches:
        one, two = when.said(m, 1), when.said(m, 2)
        if two is None:
            continue
        if one is None:
            one = when.Said(int(m["only"]), two.month, two.year)
        first, last = _span(one, two, years, flat.back(m.start()))
        if not first or not last or first > last or last - first > _WINDOW_AT_MOST:
            continue
        begin, stop = flat.sentence(m.start(), m.end())
        if _NO_RANGE.search(flat.low, max(begin, m.start() - _NO_ROOM), m.start()):
            continue
        if not _EVERY_YEAR.match(flat.low, m.end()) and not _is_past(flat.low[m.end() : stop]):
            kind: DeadlineKind = "window" if first < last else "event"
            guessed, around = not (one.year or two.year), (begin, stop)
            yield _Found(m.start(), m.end(), kind, first, last, guessed=guessed, around=around)


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


def _due(flat: Flat, years: _Years, matches: list[re.Match[str]]) -> Iterator[_Found]:
    for m in matches:
        said = when.said(m, 1)
        day = years.of(said, flat.back(m.start())) if said else when.month_end(int(m["year"]), int(m["month"]))
        begin, stop = flat.sentence(m.start(), m.end())
        before = flat.low[max(begin, m.start() - _NO_ROOM) : m.start()]
        if not day or day.year < 2000 or _NO_BY_AFTER.match(flat.low, m.end()) or _done(before):
            continue
        if m["sure"] or (not _NO_BY.search(before) and any(flat.low.find(word, begin, stop) >= 0 for word in _ASKED)):
            guessed = said is not None and said.year is None
            yield _Found(start=m.start(), end=m.end(), kind="deadline", last=day, guessed=guessed, around=(begin, stop))


def _single_days(flat: Flat, years: _Years) -> Iterator[_Found]:
    low = flat.low
    if " bù" in low:
        for m in flat.matches(_MADE_UP, _MADE_UP_CUES):
            yield from _event(flat, years, m)
    for m in _scheduled(flat):
        if not _HISTORY.search(low, m.end(), flat.sentence(m.end(), m.end())[1]):
            yield from _event(flat, years, m)
    if ("gian" in low or "ngày giờ" in low) and (":" in low or "(" in low):
        for m in flat.matches(_LABELLED, _LABELS):
            more: re.Match[str] | None = m
            while more:
                yield from _event(flat, years, more)
                more = _ONE_MORE.match(low, more.end())


def _scheduled(flat: Flat) -> list[re.Match[str]]:
    """Items that begin with a day; the first line of a paragraph has no line end before it."""
    low, (first, last) = flat.low, flat.look
    if not first and low[:1] in "-+•" and _SCHEDULED.match(low, 0, last):
        return list(_SCHEDULED.finditer(low, 0, last))
    return flat.matches(_SCHEDULED, _LINE)


def _event(flat: Flat, years: _Years, m: re.Match[str]) -> Iterator[_Found]:
    said = when.said(m, 1)
    day = years.of(said, flat.back(m.start())) if said else None
    begin, stop = flat.sentence(m.start(), m.end())
    if said and day and day.year >= 2000 and not _is_past(flat.low[begin:stop]):
        guessed, around = said.year is None, (begin, stop)
        yield _Found(start=m.start(), end=m.end(), kind="event", first=day, last=day, guessed=guessed, around=around)


def _every(flat: Flat) -> Iterator[_Found]:
    low = flat.low
    for m in flat.matches(_EVERY, _EVERY_CUES):
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
            stop = _before_full_stop(low, m.end(), _ALSO_ROOM)
            if low.find("thứ ", m.end(), stop) < 0 and low.find("nhật", m.end(), stop) < 0:
                continue
            for also in _ALSO_WEEKLY.finditer(low, m.end(), stop):
                yield _Found(start=also.start(1), end=also.end(1), kind="recurring", rrule=when.by_weekday(also[1]))


def _weekdays(flat: Flat) -> Iterator[_Found]:
    low = flat.low
    if "tháng" in low:
        for m in flat.matches(when.NTH_WEEKDAY, _WEEKDAY_CUES):
            yield _Found(start=m.start(), end=m.end(), kind="recurring", rrule=when.nth_weekday(m))
    if low.count("thứ ") + low.count("nhật") < 2:
        return
    for m in flat.matches(when.WEEKDAY_RANGE, _WEEKDAY_CUES):
        off = _OFF.search(low, max(0, m.start() - 40), m.start())
        if not off and HOURS.search(low, max(0, m.start() - 120), m.end() + 120):
            yield _Found(start=m.start(), end=m.end(), kind="recurring", rrule=when.by_weekday(m[0]))


def _working_hours(flat: Flat) -> Iterator[_Found]:
    """Hours at the words «ngày làm việc», or in the lines below them: from Monday to Friday."""
    for days in WORKING_DAYS.finditer(flat.low, *flat.look):
        before = _HOURS_BEFORE_DAYS.search(flat.low, max(0, days.start() - 70), days.start())
        below = FROM_HOURS.finditer(flat.low, days.end(), _before_full_stop(flat.low, days.end(), WORKING_ROOM))
        for m in [before] if before else below:
            yield _Found(start=m.start(), end=m.end(), kind="recurring", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


def _before_full_stop(low: str, at: int, room: int) -> int:
    stop = low.find(". ", at, at + room)
    return at + room if stop < 0 else stop


def _is_past(words: str) -> bool:
    return _done(words) and not _TO_COME.search(words)


def _done(words: str) -> bool:
    return ("đã" in words or "vừa qua" in words) and bool(_DONE.search(words))


def _deadline(flat: Flat, found: _Found, low: str, lines: Lines) -> Deadline:
    start, end = found.start, found.end
    while flat.text[start] in "-+•*\n (":
        start += 1
    while flat.text[end - 1] in " :,(":
        end -= 1
    known = found.around if (start, end) == (found.start, found.end) else None
    begin, stop = known or flat.sentence(start, end)
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
