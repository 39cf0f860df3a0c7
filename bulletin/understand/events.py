"""Days on which something is to happen: «8h - 11h ngày 12/5», «Thời gian: ngày 14/5», «vào sáng ngày 24/8», «ngày 7 và
8/6», «ngày bầu cử … là Chủ nhật, ngày 15/3».

Hours «from - to», labels and items make a day an event by themselves. One clock time, a part of the day or «vào» stand
in reports too, so those also need a sign that it is to come: words that announce, or that it is after the signing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.understand.asking import HOURS
from bulletin.understand.flat import Flat, cues
from bulletin.understand.timed import BORN, Found, Years, is_past
from bulletin.words import when

_ASIDE = r"(?: ?\([^()]{1,30}\))?"
_DAYS = (  # «7 và 8/6», «27, 28, 29/4», «09 - 10/3»
    r"(?:(?P<more>(?:[0-9]{1,2} ?(?:,|;|và|&) ?(?:ngày )?){1,8}|[0-9]{1,2} ?(?P<to>-|đến|tới) ?(?:ngày )?)(?=[0-9]))?"
    + when.day(1)
)
_THEN_DAYS = re.compile(rf"(?: {when.PART})?[ ,]{{0,2}}(?:(?:các|trong) ){{0,2}}{when.LEAD}{_DAYS}")
_DAY_BEFORE = re.compile(
    rf"(?:{when.PART} )?(?:ngày )?{when.day(1)}{_ASIDE}(?: ?[:,(-] ?| )(?:{when.WEEKDAY},? )?"
    rf"(?:buổi )?(?:sáng |chiều )?(?:bắt đầu )?(?:từ )?$"
)
_DAY_ROOM = 100  # more than a day and what may stand between it and its hours
_HOURS_ROOM = 20
_DAY_SIGN = re.compile(r"[/.-] {0,2}[0-9]|tháng")
_LABELLED = re.compile(
    r"(?:thời gian|ngày giờ)(?! (?:ký|đăng|cập nhật|xuất bản|phát hành|gửi))[^.:;(\n]{0,50}"
    r"(?:\([^()\n]{1,30}\) ?)?[:(] ?"
    rf"(?:(?:từ|bắt đầu|dự kiến|trong|buổi|{when.PART}) ){{0,3}}(?:thứ [^\W\d]{{1,4}}(?: [^\W\d]{{1,4}})?,? )?"
    rf"{when.LEAD}{_DAYS}"
)
_NUMBER = re.compile("[0-9]{1,2}")
_BETWEEN = re.compile(r" ?(?:,|;|và|&) ?(?:ngày )?")
_LABELS = cues("thời gian", "ngày giờ")
_ONE_MORE = re.compile(rf"{_ASIDE} ?(?:,|và|&) ?{when.LEAD}{when.day(1)}")
_MADE_UP = re.compile(rf"(?:làm|học|làm việc) bù[^.;\n]{{0,40}}?{when.LEAD}{when.day(1)}")
_MADE_UP_CUES = cues("làm bù", "học bù", "làm việc bù")
_SCHEDULED = re.compile(
    rf"(?:^|\n)(?:[-+•] ?)(?:\w{{1,8}} )?ngày {when.day(1)}{_ASIDE}"
    r"(?: ?:|,? (?:tổ chức|tiêm|chi trả|khám|thu |cấp |phát ))"
)
_LINE = cues("\n")
_HISTORY = re.compile(r"ban hành|phê duyệt|thông qua|thành lập|ra đời|(?:nghị quyết|quyết định) ")
_ELECTION = re.compile(rf"ngày bầu cử[^.;\n]{{0,200}}? là {when.LEAD}{when.day(1)}")
_ELECTIONS = cues("ngày bầu cử")

_DAY = re.compile(rf"(?:(?:ngày )?mai|ngày|sáng|trưa|chiều|tối|đêm|nhật|thứ \w{{1,4}})[ ,(]{{1,3}}(?:ngày )?{_DAYS}")
_NAMED = re.compile(  # «Ngày tiêm: 12/6/2022»
    rf"ngày (?:tiêm|thi|khám|họp|tổ chức|chi trả|phát|khai giảng|tựu trường|khai mạc)[^.:;(\n]{{0,30}}: ?"
    rf"{when.LEAD}{_DAYS}"
)
_DAYS_ROOM, _DATE_ROOM = 60, 30  # before and after the sign between day and month
_ACTS = "diễn ra|tổ chức|bắt đầu|tựu trường|khai giảng|bế giảng|khai mạc|bế mạc|kết quả"
_LEAD = re.compile(
    rf"(?<!\w)(?:(?:{when.TIME}|{when.WEEKDAY}|{when.PART}|buổi|chủ|chúa|lúc|vào|đúng|khoảng|đồng loạt|"
    rf"(?:trong )?(?:các|0?[1-9]|hai|ba|bốn)|trong|{_ACTS})[ ,*(]{{1,3}}){{1,8}}$"
)
_LEAD_ROOM = 60
_LEAD_ENDS = (
    "giờ", "phút", "h", "g", "'", "′", "’", "sáng", "trưa", "chiều", "tối", "đêm", "buổi", "nhật", "lúc", "vào", "đúng",
    "khoảng", "các", "loạt", "hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy", "trong", "bốn",
    *_ACTS.split("|"), *"0123456789",
)  # fmt: skip
_BEFORE_ITEMS = frozenset("-+•:;à")  # the last sign before «ngày 2/11 tại …» in a list
_BARRED = ("từ", "đến", "tới", "trước", "hết", "nhất", "sau", "quá", "-", "hôm", "kể")  # no day by itself
_ITEM = re.compile(r"(?:[-+•*] ?)+(?:[^.;:\n]{1,40}: ?)?$|[^.;:\n]{1,40}: ?$")
_ITEM_ROOM = 50
_PLACED = re.compile(r" ?(?:tại|ở|cho|đối với) |: ")
_SERIES_ROOM = 160
_ANNOUNCED = (
    r"sẽ|mời|đề nghị|yêu cầu|dự kiến|theo kế hoạch|(?<!du )lịch(?! sử)|có mặt|vận động|thông báo(?! số)|như sau|cụ thể|"
    r"thời gian(?! qua| vừa| trước| tới)|cấm|tạm (?:ngừng|ngưng|dừng)"
)
_TOLD_AHEAD = re.compile(rf"(?<!\w)(?:{_ANNOUNCED}|đồng loạt)(?!\w)")
_SURELY_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|mời|đề nghị|yêu cầu|dự kiến|có mặt|cấm|tạm (?:ngừng|ngưng|dừng))(?!\w)|đồng loạt vào"
)
_MOOD_ROOM = 1200  # how far before a day the words that announce it may stand
_NOT_PLANNED = re.compile(
    rf"{BORN}|hiệu lực|thông qua|ban hành|phê duyệt|thành lập|ra đời|từ trần|nhập ngũ|"
    r"khởi công|khánh thành|(?<!đăng )ký |được cấp|số liệu|cập nhật|đăng(?! ký)|xuất bản|phát hành|truy cập|xảy ra|"
    r"tính đến|thành công|tiếp nhận tin|sự cố|chiến thắng|vào đảng|"
    r"(?:biên bản|công văn|quyết định|nghị quyết|văn bản|tờ trình)[^,;.\n]{0,30}$"
)
_REFUSED_ROOM = 60
_HAPPENED = re.compile(
    r"ghi nhận|thu hút|với sự (?:tham gia|tham dự)|tiếp nhận tin|thành công|xảy ra|h[àằ]ng năm|năm nay|bị thương"
)


def with_hours(flat: Flat, years: Years, thens: list[re.Match[str]]) -> Iterator[Found]:
    """Days with hours «8h - 11h» behind or before them, of which the second stand at `thens`."""
    for then in thens:
        hours = HOURS.search(flat.low, max(0, then.start() - _HOURS_ROOM), then.end())
        if not hours or hours.end() < then.end():
            continue
        begin, end = hours.span()
        if m := _THEN_DAYS.match(flat.low, end):
            yield from _on(flat, years, m, start=begin)
        elif _DAY_SIGN.search(flat.low, max(0, begin - _DAY_ROOM), begin) and (
            m := _DAY_BEFORE.search(flat.low, max(0, begin - _DAY_ROOM), begin)
        ):
            yield from _on(flat, years, m, end=end)


def events(flat: Flat, source: str, years: Years, told: list[int]) -> Iterator[Found]:
    """Days made up, scheduled and labelled; then those of source[at] for each of `told` that are to come."""
    if " bù" in flat.low:
        for m in flat.matches(_MADE_UP, _MADE_UP_CUES):
            yield from _on(flat, years, m)
    for m in _scheduled(flat):
        if not _HISTORY.search(flat.low, m.end(), flat.sentence(m.end(), m.end())[1]):
            yield from _on(flat, years, m)
    if ("gian" in flat.low or "ngày giờ" in flat.low) and (":" in flat.low or "(" in flat.low):
        for m in flat.matches(_LABELLED, _LABELS):
            more: re.Match[str] | None = m
            while more:
                yield from _on(flat, years, more)
                more = _ONE_MORE.match(flat.low, more.end())
    if "bầu cử" in flat.low:
        for m in flat.matches(_ELECTION, _ELECTIONS):
            yield from _on(flat, years, m)
    yield from _told(flat, source, years, told)


def _scheduled(flat: Flat) -> list[re.Match[str]]:
    """Items that begin with a day; the first line has no line end before it."""
    if flat.low[:1] in "-+•" and _SCHEDULED.match(flat.low):
        return list(_SCHEDULED.finditer(flat.low))
    return flat.matches(_SCHEDULED, _LINE)


def _on(
    flat: Flat, years: Years, m: re.Match[str], *, start: int | None = None, end: int | None = None
) -> Iterator[Found]:
    """An event on each day that `m` says; three or more that follow one another are a window."""
    start, end = m.start() if start is None else start, m.end() if end is None else end
    last = when.said(m, 1)
    final = years.of(last, flat.back(start)) if last else None
    if last is None or final is None or final.year < 2000 or years.is_over(final):
        return
    guessed, low, around = last.year is None, flat.low, flat.sentence(start, end)
    if is_past(low[slice(*around)]):
        return
    more = list(_NUMBER.finditer(low, *m.span("more"))) if "more" in m.re.groupindex and m["more"] else []
    days = [final.replace(day=int(one[0])) for one in more if 0 < int(one[0]) < final.day]
    if len(days) < len(more) or days != sorted(days):
        return
    if more and (m["to"] or (len(days) > 1 and (final - days[0]).days == len(days))):
        yield Found(start, end, "window", days[0], final, guessed=guessed, around=around)
        return
    for day, one in zip(days, more, strict=True):
        if not years.is_over(day):
            yield Found(start, one.end(), "event", day, day, guessed=guessed, around=around)
        between = _BETWEEN.match(low, one.end())
        start = between.end() if between else one.end()
    yield Found(start, end, "event", final, final, guessed=guessed, around=around)


def _told(flat: Flat, source: str, years: Years, told: list[int]) -> Iterator[Found]:
    """Days with a clock time, a part of the day or «vào» before them, and those of a list of places."""
    low, listed, done = flat.low, -_SERIES_ROOM, 0
    for spot in map(flat.forth, told):
        m = _DAY.search(low, max(done, spot - _DAYS_ROOM), spot + _DATE_ROOM) if spot >= done else None
        while m and m.end() <= spot:
            m = _DAY.search(low, m.end(), spot + _DATE_ROOM)
        if not m:
            if named := _NAMED.search(low, max(0, spot - _DAYS_ROOM), spot + _DATE_ROOM):
                yield from _on(flat, years, named)
            continue
        start, done = m.start(), m.end()
        near = low[max(0, start - _LEAD_ROOM) : start].rstrip(" ,(*")
        lead = near.endswith(_LEAD_ENDS) and _LEAD.search(low, max(0, start - _LEAD_ROOM), start)
        if lead:
            start = lead.start()
        elif near[-1:] not in _BEFORE_ITEMS and (m[0].startswith("ngày") and "mai" not in m[0]):
            continue
        line = max(low.rfind("\n", 0, start) + 1, start - _ITEM_ROOM)
        before = low[line:start].strip()
        item = bool(before) and bool(_ITEM.fullmatch(before))
        if not lead and not item and (m[0].startswith("ngày") and "mai" not in m[0]):
            if not (before.endswith((":", ";", ",", "và")) and _PLACED.match(low, m.end())):
                continue
            if not before.endswith(":") and start - listed > _SERIES_ROOM:
                continue
        if not item and "mai" not in m[0] and before.endswith(_BARRED):
            continue
        begin, stop = flat.sentence(start, m.end())
        if _planned(flat, source, years, m, (begin, start, stop), item=item):
            listed = m.end()
            yield from _on(flat, years, m, start=start)
            more = _ONE_MORE.match(low, m.end())
            while more:
                yield from _on(flat, years, more)
                listed = done = more.end()
                more = _ONE_MORE.match(low, more.end())


def _planned(
    flat: Flat, source: str, years: Years, m: re.Match[str], bounds: tuple[int, int, int], *, item: bool
) -> bool:
    """Whether the day of `m`, which is told from `start` on in the sentence from `begin` to `stop`, is to come."""
    low, (begin, start, stop) = flat.low, bounds
    if _NOT_PLANNED.search(low, max(begin, start - _REFUSED_ROOM), start) or _HAPPENED.search(low, begin, stop):
        return False
    at, said = flat.back(start), when.said(m, 1)
    day = years.of(said, at) if said else None
    if years.signed_on and day and day > years.signed_on:
        return True
    if "mai" in m[0] or _SURELY_AHEAD.search(low, begin, stop):
        return True
    if not item and not low[begin:start].strip(' "“(-+•*') and low[m.end() : m.end() + 1] != ":":
        return False  # «Sáng ngày 12/5, phường tổ chức …» reports
    return bool(_TOLD_AHEAD.search(low, begin, stop) or _TOLD_AHEAD.search(source, max(0, at - _MOOD_ROOM), at))
