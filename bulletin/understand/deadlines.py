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

from bulletin.model.deadline import Deadline, DeadlineKind
from bulletin.understand.asking import regions
from bulletin.understand.audience import audience
from bulletin.understand.events import events, with_hours
from bulletin.understand.flat import Flat, cues, flatten
from bulletin.understand.links import Lines
from bulletin.understand.recurring import recurring
from bulletin.understand.timed import BORN, THEN_TIME, Found, Years, done, is_past
from bulletin.words import when

_NEAR, _SHOWN = 400, 160
_WINDOW_AT_MOST = timedelta(days=800)
_REACH = 550  # how far before and after its day a phrase goes, with the sentence around it

_ASIDE = r"(?: ?\([^()]{1,30}\))?"
_TO = r" ?,? ?(?:(?:- ?)?(?:cho |kéo dài )?(?:đến|tới)|-|và kết thúc|kết thúc) ?(?:trước |khi |cho ){0,2}"
_ENDS = rf"{_TO}{when.LEAD}{when.day(2)}"
_RANGE = re.compile(
    rf"từ {when.LEAD}(?:{when.day(1)}|(?<![hg:ờ])(?<![hờ] )(?P<only>[0-9]{{1,2}})(?= ?(?:đến|tới|-|,)))"
    rf"{_ASIDE}(?:[ ,]{{1,2}}(?:từ )?{when.TIME})?{_ENDS}"
)
_FROM = cues("từ ")
_LABELLED_RANGE = re.compile(
    rf"(?:thời gian|thời hạn|lịch|đợt [0-9i]{{1,3}})[^.;:\n]{{0,50}}: ?{when.LEAD}{when.day(1)}{_ASIDE}{_ENDS}"
)
_RANGE_LABELS = cues("thời gian", "thời hạn", "lịch ", "đợt ")
_BY = re.compile(
    r"(?:(?P<sure>(?:chậm|muộn|trễ) nhất|hạn (?:chót|cuối)(?: cùng)?|từ nay (?:cho )?(?:đến|tới)|"
    r"(?:gia hạn|kéo dài)[^.;\n]{0,60}?đến)|trước|đến hết|: đến|hạn[^.;\n]{0,40}?(?:là|:|đến|trước))"
    rf"(?: là| vào| đến| trước| hết| cuối| trong|:){{0,4}} {when.LEAD}"
    rf"(?:{when.day(1)}|tháng (?P<month>[0-9]{{1,2}}) ?(?:[/-]|,? năm ) ?(?P<year>20[0-9]{{2}}))"
)
_BY_TIME = re.compile(rf"(?:đến|tới) (?:{when.PART} )?{when.TIME}(?: {when.PART})?[ ,]{{0,2}}{when.LEAD}{when.day(1)}")
_START_AND_END = re.compile(
    rf"bắt đầu[^.:;\n]{{0,40}}: ?{when.LEAD}{when.day(1)}[ ,;.\n-]{{1,5}}"
    rf"(?:(?:ngày|thời gian|thời điểm|và) ){{0,2}}(?:hết hạn|kết thúc)[^.:;\n]{{0,40}}: ?{when.LEAD}{when.day(2)}"
)
_START = cues("bắt đầu")
_THEN = cues("đến", "tới", "-")
_BY_CUES = cues(
    "trước", "hạn", "đến hết", "chậm nhất", "muộn nhất", "trễ nhất", "từ nay",
    "gia hạn", "kéo dài", ": đến",
)  # fmt: skip
_ASKED = (  # the most usual first: one is enough
    "đề nghị", "yêu cầu", "phải ", "thời gian", "thời hạn", "hạn ", "hoàn thành", "thực hiện", "tổ chức", "gửi", "nộp",
    "nhận", "báo cáo", "đăng ký", "thu ", "trả ", "đóng ", "tham gia", "triển khai", "kiểm tra", "liên hệ", "ý kiến",
    "niêm yết", "thanh toán", "hoàn tất", "xong", "kê khai", "khai báo", "tháo dỡ", "di dời", "treo", "diễn ra",
    "bàn giao", "khắc phục", "ban hành", "tiêm", "có mặt", "cung cấp", "cập nhật", "phản ánh",
)  # fmt: skip
_NO_RANGE = re.compile(
    rf"(?:{BORN}|số liệu|kỳ báo cáo|giai đoạn|nhiệm kỳ|hiệu lực(?: thi hành)?|áp dụng|công tác tại|kỷ niệm)"
    r"[^,;\n]{0,24}$|được [^,;\n]{0,30}(?:điều tra|rà soát|lập danh sách|thống kê)[^,;\n]{0,30}$|"
    r"được (?:tổ chức|triển khai|thực hiện|tiến hành) (?:rất )?(?:nghiêm túc|thành công|chặt chẽ|sôi nổi)[^;\n]{0,50}$"
)
_NO_BY = re.compile(
    rf"(?:{BORN}|chết|hy sinh|từ trần|hiệu lực(?: thi hành)?|sử dụng đất|sử dụng|hoạt động cách mạng|phát sinh|ký kết|"
    r"được cấp|tính|tham gia kháng chiến|tồn tại|xây dựng)[^,;\n]{0,16}$"
)
_NO_ROOM, _NO_RANGE_ROOM = 60, 90  # more than they look at
_NO_BY_AFTER = re.compile(r" ?(?:trở về trước|thì|đã|mà|nhưng|h[àằ]ng năm)(?!\w)")
_EVERY_YEAR = re.compile(r" ?h[àằ]ng năm")
_DAY_SIGN = re.compile(r"[/.-] {0,2}[0-9]|tháng")


def find(body: str, lines: Lines, signed_on: date | None) -> tuple[Deadline, ...]:
    """Every time to act that `body` tells, in order."""
    low = body.lower()
    if not low.isascii() and not unicodedata.is_normalized("NFC", low):
        body = unicodedata.normalize("NFC", body)
        lines, low = Lines(body, lines.first_line, lines.path), body.lower()
    if len(low) != len(body):
        low = body
    found, told = regions(body, low)
    if not found:
        return ()
    years = Years(low, signed_on)
    spans = ((max(one.start, one.first - _REACH), min(one.end, one.last + _REACH)) for one in found)
    flat = flatten(body, spans)
    return tuple(_read(flat, _all(flat, low, years, told), low, lines))


def _read(flat: Flat, all_found: Iterator[Found], low: str, lines: Lines) -> Iterator[Deadline]:
    taken: list[Found] = []
    for found in all_found:
        i = bisect(taken, found.start, key=lambda other: other.start) if taken else 0
        if (i and found.start < taken[i - 1].end) or (i < len(taken) and taken[i].start < found.end):
            continue
        taken.insert(i, found)
    for found in taken:
        yield _deadline(flat, found, low, lines)


def _all(flat: Flat, source: str, years: Years, told: list[int]) -> Iterator[Found]:
    """What each rule finds, the surer first: of two phrases that share words the first holds.

    A rule is asked only where the words are without which it finds nothing.
    """
    low = flat.low
    to = "đến" in low or "-" in low or "tới" in low
    if to or "kết thúc" in low:
        if "ừ" in low and _ended(low, low.find("từ ")):
            yield from _ranges(flat, years, flat.matches(_RANGE, _FROM))
        if ":" in low and ("thời" in low or "đợt " in low or "lịch " in low):
            yield from _ranges(flat, years, flat.matches(_LABELLED_RANGE, _RANGE_LABELS))
        if "bắt đầu" in low and ":" in low:
            yield from _ranges(flat, years, flat.matches(_START_AND_END, _START))
    thens = flat.matches(THEN_TIME, _THEN) if to else []
    yield from with_hours(flat, years, thens)
    if matches := flat.matches(_BY, _BY_CUES):
        yield from _due(flat, years, matches)
    if thens:
        yield from _due(flat, years, [m for then in thens if (m := _BY_TIME.match(low, then.start()))])
    yield from events(flat, source, years, told)
    yield from recurring(flat, hours=bool(thens))


def _ended(low: str, start: int) -> bool:
    """Whether a range that begins at low[start] may end: a day stands after a word that leads to it."""
    if start < 0:
        return False
    ways = [at for word in ("đến", "-", "tới", "kết thúc") if (at := low.find(word, start)) >= 0]
    return bool(ways) and bool(_DAY_SIGN.search(low, min(ways)))


def _ranges(flat: Flat, years: Years, matches: list[re.Match[str]]) -> Iterator[Found]:
    for m in matches:
        one, two = when.said(m, 1), when.said(m, 2)
        if two is None:
            continue
        if one is None:
            one = when.Said(int(m["only"]), two.month, two.year)
        first, last = years.span(one, two, flat.back(m.start()))
        if not first or not last or first > last or last - first > _WINDOW_AT_MOST or years.is_over(last):
            continue
        begin, stop = flat.sentence(m.start(), m.end())
        if _NO_RANGE.search(flat.low, max(begin, m.start() - _NO_RANGE_ROOM), m.start()):
            continue
        if not _EVERY_YEAR.match(flat.low, m.end()) and not is_past(flat.low[m.end() : stop]):
            kind: DeadlineKind = "window" if first < last else "event"
            guessed, around = not (one.year or two.year), (begin, stop)
            yield Found(m.start(), m.end(), kind, first, last, guessed=guessed, around=around)


def _due(flat: Flat, years: Years, matches: list[re.Match[str]]) -> Iterator[Found]:
    low = flat.low
    for m in matches:
        said = when.said(m, 1)
        day = years.of(said, flat.back(m.start())) if said else when.month_end(int(m["year"]), int(m["month"]))
        if not day or day.year < 2000 or years.is_over(day):
            continue
        begin, stop = flat.sentence(m.start(), m.end())
        before = low[max(begin, m.start() - _NO_ROOM) : m.start()]
        if _NO_BY_AFTER.match(low, m.end()) or done(before):
            continue
        if m.re is _BY_TIME and "từ " in before:
            continue  # the end of a range that was refused
        if low[m.start()] == ":" and "thời gian" not in before:
            continue
        sentence = low[begin:stop]
        if (m.re is _BY and m["sure"]) or (any(word in sentence for word in _ASKED) and not _NO_BY.search(before)):
            guessed = said is not None and said.year is None
            yield Found(start=m.start(), end=m.end(), kind="deadline", last=day, guessed=guessed, around=(begin, stop))


def _deadline(flat: Flat, found: Found, low: str, lines: Lines) -> Deadline:
    start, end = found.start, found.end
    while flat.text[start] in "-+•*\n (":
        start += 1
    while flat.text[end - 1] in " :,(":
        end -= 1
    known = found.around if start == found.start else None
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
