"""In what frame a time stands: by when, from when on, for how long. The words before and behind it decide.

chậm nhất, hạn cuối, từ nay đến, gia hạn đến …        deadline, surely
trước, đến hết, hạn … là                              deadline, where something is asked
từ … , kể từ … , cho đến khi có thông báo mới         window with an open end
20 ngày, bắt đầu từ …                                 window of that length
all else                                              the day itself
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from bulletin.words.dates.clock import HOURS, TIME
from bulletin.words.dates.month_and_weekday_names import PART
from bulletin.words.dates.phrase import Phrase
from bulletin.words.text.patterns import any_of, spaced

# «chậm nhất là trước 17h ngày»: words between the frame and its time.
_FILL = any_of(" là| vào| đến| tới| trước| hết| cuối| trong| khi| ngày| lúc| đúng|:")
_SURELY_BY = re.compile(
    rf"""
    (?<!\w) (?:
        (?:chậm|muộn|trễ)[ ]nhất{_FILL}{{0,5}}  # «chậm nhất là ngày»
      | không[ ](?:quá|muộn[ ]hơn|trễ[ ]hơn|chậm[ ]hơn|chậm[ ]quá){_FILL}{{0,3}}  # «không quá ngày»
      | (?:ngưng|ngừng|dừng|thôi|không)[ ]nhận[^.;,\n0-9]{{0,30}}[ ]sau{_FILL}{{0,2}}  # «ngừng nhận hồ sơ sau ngày»
      | từ[ ]nay(?:,)?[ ](?:cho[ ])?(?:đến|tới)(?:[ ]hết|[ ]khi|[ ]cuối|[ ]trước)*  # «từ nay đến hết»
        # «hạn:», but no «thời hạn», «giới hạn», «quá hạn»
      | (?<!thời[ ])(?<!hết[ ])(?<!giới[ ])(?<!quá[ ])(?<!kỳ[ ])hạn(?:[ ]là|:)?
      | hạn[ ](?:chót|cuối)(?:[ ]cùng)?[^.;\n]{{0,40}}? | thời[ ]hạn[ ]cuối[^.;\n]{{0,30}}?  # «hạn chót nộp hồ sơ là»
        # «gia hạn nhận bài đến hết»
      | (?:gia[ ]hạn|kéo[ ]dài|thêm|(?:lùi|dời)[^.;\n0-9]{{0,40}}?[ ](?:hạn|nhận|nộp|đăng[ ]ký))
        [^.;\n0-9]{{0,60}}? (?:đến|tới|sang) (?:[ ]hết|[ ]ngày|[ ]cuối)*
        # «hạn nộp phí là»
      | hạn[ ] (?:
            nộp | đăng[ ]ký | đăng[ ]kí | đóng | gửi | trả | nhận | ghi | cuối | thu | kê | báo
          | góp | bổ | xác | đặt | hoàn | khai | đổi | thanh | giữ
        ) [^.;\n0-9]{{0,40}}? (?:là|:|đến|tới|trước|hết|vào|đến[ ]hết|trước[ ]ngày)?
    ) [ ,(]{{0,2}}$
    """,
    re.VERBOSE,
)
_BY = re.compile(
    r"""
    (?<!\w) (?:
        kết[ ]thúc(?:[ ]nhận|[ ]việc[ ]nhận)?(?:[ ]vào|[ ]lúc)?(?:[ ]ngày)?  # «kết thúc nhận vào»
      | (?P<before>trước(?:[ ]khi|[ ]thời[ ]điểm|[ ]lúc)?(?:[ ]ngày)?)  # «trước ngày»
        # «kéo dài đến hết ngày»
      | (?:cho[ ]|kéo[ ]dài[ ]|diễn[ ]ra[ ])?(?:đến|tới)(?:[ ]hết|[ ]cuối|[ ]trước)+(?:[ ]ngày)?
      | hết(?:[ ]ngày)?  # «hết ngày»
      | (?<!thời[ ])hạn[^.;\n0-9]{0,40}?(?:là|:|đến|trước|tới)  # «hạn nộp là»
      | :(?:[ ]cho)?[ ](?:đến|tới)  # «Thời gian: đến»
    ) [ ,(]{0,2}$
    """,
    re.VERBOSE,
)
_WITHIN = re.compile(r"(?<!\w)trong(?: vòng)? $")
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới)(?: ngày)? ?$")
_BY_BEHIND = re.compile(
    r"""
      [ ]?(?:\([^()]{0,20}\)[ ])?(?:là|:)[ ](?:hạn|ngày)[ ](?:chót|cuối)
    | [^.;,\n]{0,24}[ ]chậm[ ]nhất[ ]?[.;]?$
    """,
    re.VERBOSE,
)
_SINCE = re.compile(
    r"""
      (?<!\w) (?:(?:kể|tính|bắt[ ]đầu|ngay|và|chỉ|chính[ ]thức)[ ])* từ
      (?:[ ]lúc|[ ]khi|[ ]ngày|[ ]đầu|[ ]giữa|[ ]cuối|[ ]hôm)* [ ]?$
    | (?<!\w)bắt[ ]đầu(?:[ ]từ|[ ]vào|[ ]lúc|[ ]ngày|[ ]thực[ ]hiện)*[ ]?$
    """,
    re.VERBOSE,
)
_FROM = re.compile(r"(?<!\w)(?:từ|tính từ|bắt đầu từ|kể từ)(?: ngày| lúc| khi)? ?$")
_BEGINS_SINCE = re.compile(r"(?:(?:kể|bắt đầu) )*từ ")
_FROM_HOURS = re.compile(rf"từ (?:{HOURS})")
_OPEN_END = re.compile(
    r"""
      # «cho đến khi có thông báo mới», «trở đi»
      [^.;\n0-9]{0,160}? (?<!\w) (?:
          cho[ ](?:đến|tới)[ ](?:khi|lúc) | (?:đến|tới)[ ](?:khi|lúc) | chưa[ ](?:hẹn|rõ|biết)
        | chưa[ ]có[ ](?:lịch|thời[ ]gian) | trở[ ]đi | đến[ ]khi
      ) (?!\w)
    | [^.;\n]{0,80}?\((?:đến|cho[ ]đến|tới)[ ]khi  # «(đến khi xong)»
    """,
    re.VERBOSE,
)
# «từ 22h ngày 24/11 đến 4h sáng hôm sau», «… đến 18h cùng ngày»
_ENDS_SOON = re.compile(
    rf"""
    [ ,]{{0,2}} (?:cho[ ])? (?:đến|tới|-) [ ]? (?P<hour>{spaced(TIME)}) [ ]? (?:{spaced(PART)}[ ])? (?:
        (?P<same>cùng[ ]ngày|trong[ ]ngày)  # the same day
      | (?:ngày[ ])?hôm[ ]sau | ngày[ ](?:kế[ ]tiếp|tiếp[ ]theo|sau)  # the next
    ) (?!\w)
    """,
    re.VERBOSE,
)
_LENGTH = re.compile(
    r"""
    (?<![\w.,/-]) (?P<count>[0-9]{1,3}|mười|mười[ ]lăm|hai[ ]mươi|ba[ ]mươi) [ ]ngày  # how many
    (?P<working>[ ]làm[ ]việc)? (?:[ ]liên[ ]tục|[ ]liền)? [^.;\n0-9]{0,60}?
    # counted from here
    (?<!\w) (?:kể|tính|bắt[ ]đầu|khởi[ ]đầu|mở[ ]đầu) (?:[ ]tính)? (?:[ ]từ)? (?:[ ]hôm|[ ]ngày)?
    [ ]?$
    """,
    re.VERBOSE,
)
_LENGTH_BEHIND = re.compile(
    r"""
    ,?[ ]? (?:trong[ ]|kéo[ ]dài[ ]|liên[ ]tục[ ]|suốt[ ])+ (?P<count>[0-9]{1,3}) [ ]ngày
    (?P<working>[ ]làm[ ]việc)? (?![ ]nữa) (?!\w)
    """,
    re.VERBOSE,
)
_ROOM = 120  # characters before a time in which the words of its frame stand
_WORDED = {"mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30}

FrameKind = Literal["by", "since", "length", "span", "month", "day"]


class Frame(NamedTuple):
    """How a phrase is told. `sure`: the words by themselves ask («chậm nhất»); `start` is where they begin.

    `days` is a length, of which the first day is the one told, and `uncertain` that only working days count. (By law
    the day of «kể từ ngày» is not counted: the end told here is then a day early, and nobody is late who keeps it.)
    `open_end`: the words say that no end is known. `before`: «trước tháng 10» ends before it begins. `until` is the
    hour at which it ends on its last day, as printed: «từ 22h ngày 24/11 đến 4h sáng hôm sau».
    """

    kind: FrameKind
    start: int
    sure: bool = False
    days: int = 0
    uncertain: bool = False
    open_end: bool = False
    before: bool = False
    until: str = ""


def frame(low: str, begin: int, phrase: Phrase, stop: int) -> Frame:
    """The frame of `phrase`, whose sentence is low[begin:stop]."""
    room = max(begin, phrase.start - _ROOM)
    if phrase.kind == "span":
        return _span(low, room, phrase)
    if surely := _SURELY_BY.search(low, room, phrase.start):
        return Frame("by", surely.start(), sure=True)
    if phrase.kind == "month":
        return _month(low, room, phrase)
    if len(phrase.days) > 1:
        return Frame("day", phrase.start)
    return _one_day(low, room, phrase, low[phrase.end : stop])


def _span(low: str, room: int, phrase: Phrase) -> Frame:
    """«từ 12/5 đến 15/5», maybe with its «từ» outside of the phrase."""
    lead = _FROM.search(low, room, phrase.start)
    return Frame("span", lead.start() if lead else phrase.start)


def _month(low: str, room: int, phrase: Phrase) -> Frame:
    """«trước tháng 10» and «trong tháng 10» ask by then; of all else of a month nothing is known."""
    by = _BY.search(low, room, phrase.start) or _WITHIN.search(low, room, phrase.start)
    if by is None:
        return Frame("month", phrase.start)
    return Frame("by", by.start(), before=low.startswith("trước", by.start()))


def _one_day(low: str, room: int, phrase: Phrase, behind: str) -> Frame:
    """The frame of a phrase of one day, which stands behind low[room:phrase.start] and before `behind`."""
    if length := _LENGTH.search(low, room, phrase.start):
        count = _WORDED.get(length["count"]) or int(length["count"])
        return Frame("length", length.start(), days=count, uncertain=bool(length["working"]))
    if since := _SINCE.search(low, room, phrase.start):
        return _since(since.start(), behind)
    if _BEGINS_SINCE.match(low, phrase.start) and not _FROM_HOURS.match(low, phrase.start):
        return _since(phrase.start, behind)
    if by := _BY.search(low, room, phrase.start) or _UNTIL.search(low, room, phrase.start):
        return Frame("by", by.start())
    if _BY_BEHIND.match(behind):
        return Frame("by", phrase.start, sure=True)
    return Frame("day", phrase.start)


def _since(start: int, behind: str) -> Frame:
    """«từ ngày …», unless the words behind say when it ends: «đến 18h cùng ngày», «trong 20 ngày»."""
    if soon := _ENDS_SOON.match(behind):
        until = soon["hour"]
        return Frame("day", start, until=until) if soon["same"] else Frame("length", start, days=2, until=until)
    if length := _LENGTH_BEHIND.match(behind):
        return Frame("length", start, days=int(length["count"]), uncertain=bool(length["working"]))
    return Frame("since", start, open_end=bool(_OPEN_END.match(behind)))
