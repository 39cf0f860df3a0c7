"""How sure it is that a time is one for residents to act at: the words that ask, offer, close or lead to it decide.

What is not sure carries its reason: it goes to the editor, never to the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from bulletin.model.deadline import DeadlineKind
from bulletin.understand.deadlines import cues, vetoes
from bulletin.understand.deadlines.around import Around
from bulletin.understand.deadlines.frames import Frame
from bulletin.understand.deadlines.which_year import Years, asks_behind_its_day
from bulletin.words.dates.clock_minutes import minutes
from bulletin.words.dates.month_and_weekday_names import PART
from bulletin.words.dates.phrase import Phrase

_WINDOW_AT_MOST = timedelta(days=800)
_ONE_DAY = timedelta(days=1)
_BEFORE_HORIZON = timedelta(days=20)  # a text tells of the days shortly before its first sure one too
_LABEL_ROOM = 40  # how far before a time the colon of its label may stand
_OPENING_ROOM = 110  # how far behind its first day the words of a sentence may stand that make it no report

_UNSURE_BY = "Không rõ đây có phải là hạn chót của người dân"
_UNSURE_SPAN = "Không rõ những ngày này có việc của người dân hay không"
_UNSURE_DAY = "Không rõ ngày này có việc của người dân hay không"
_UNSURE_SINCE = "Bài chỉ nói bắt đầu từ ngày này, không rõ là việc gì của người dân"
_WORKING_DAYS = "Bài tính theo ngày làm việc; ngày cuối ở đây mới trừ thứ Bảy, Chủ nhật, chưa trừ ngày lễ"

_TO_FINISH = re.compile(r"(?<!\w)(?:hoàn thành|hoàn tất|xong|nộp|đăng ký|kê khai|khai báo|đổi|gửi|trả|đóng)(?!\w)")
_WILL = re.compile(r"(?<!\w)(?:sẽ|dự kiến|có mặt|cấm)(?!\w)")
_ASKING = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|mời|xin)(?!\w)[^;.]{0,80}$")
_COLUMN_OF_DAYS = re.compile(r"ngày ?:")
_PART = re.compile(rf"(?<!\w){PART}(?!\w)")
_MIDNIGHT = re.compile(r"0?0 ?(?:giờ|h|g|:)")
_NAMED_LINE = re.compile(r"(?:^|\n)[^\w\n]{0,6}[^.;:\n]{2,60}: ?$")  # «Đêm nhạc quyên góp: 20g, …»
_NAMED_CELL = re.compile(r"(?:^|[\n;¦] ?|- )[^.;:¦\n]{2,60}: ?$")
_LABEL_LINE = re.compile(r"(?:thời gian|thời hạn|lịch|ngày|kế hoạch|đợt|chương trình|như sau|cụ thể)[^\n]{0,80}$")
_IN_FORCE = re.compile(r"(?<!\w)(?:áp dụng|thực hiện mức)(?!\w)[^.;\n]{0,60}$")
_LIFTED = re.compile(
    r"""
      # «dỡ bỏ lệnh cấm»
      (?<!\w) (?:dỡ[ ]bỏ|gỡ[ ]bỏ|bãi[ ]bỏ|bỏ|chấm[ ]dứt|kết[ ]thúc) (?:[ ][^\s,;.]{1,12}){0,4} [ ]
      (?:cấm|hạn[ ]chế|phong[ ]t[ỏo][aả]|cách[ ]ly) (?!\w)
      # «cấm đường được gỡ bỏ»
    | (?<!\w) (?:cấm|hạn[ ]chế|phong[ ]t[ỏo][aả]|cách[ ]ly) (?:[ ][^\s,;.]{1,12}){0,4} [ ]
      (?:dỡ[ ]bỏ|gỡ[ ]bỏ|chấm[ ]dứt) (?!\w)
    """,
    re.VERBOSE,
)
_ANSWERED = re.compile(r"(?<!\w)(?:được|sẽ) (?:giải quyết|xem xét|xử lý|trả lời|hoàn trả)(?!\w)[^.;\n]{0,24}$")
_WORD = re.compile(r"\w")


class Weighed(NamedTuple):
    """A time to act and, when it is not sure, why."""

    kind: DeadlineKind
    first: date | None
    last: date | None
    doubt: str = ""


class _Occurrence:
    """A time in its frame and what is known of it; each kind of words is looked for when it is asked for first."""

    def __init__(
        self, phrase: Phrase, how: Frame, days: Sequence[date], around: Around, years: Years, horizon: date | None
    ) -> None:
        self.phrase, self.how, self.days, self.around = phrase, how, days, around
        self.years, self.horizon = years, horizon
        self.first, self.last = days[0], days[-1]
        self.sides = vetoes.Sides(around.before_frame, around.behind)
        self.is_after_signing = years.signed_on is not None and self.last > years.signed_on
        # Where no day of signing is known, what comes behind the first day surely to come is to come.
        near_horizon = horizon is not None and self.last >= horizon - _BEFORE_HORIZON
        self.is_to_come = self.is_after_signing if years.signed_on else near_horizon
        # «trước», «từ», «từ … đến»: words that conditions, papers and reports have too.
        self.is_in_unsure_frame = not how.sure and how.kind in ("by", "since", "span")

    @cached_property
    def has_label(self) -> bool:
        """«Thời gian: …», «Lịch tiêm: …», an item below «Thời gian cụ thể», the new time of one that is moved."""
        around = self.around
        return bool(
            around.is_target
            or (":" in around.before[-_LABEL_ROOM:] and cues.LABEL.search(around.before))
            or _COLUMN_OF_DAYS.match(self.phrase.words)
            or (around.item and _LABEL_LINE.search(around.lead()))
        )

    @cached_property
    def asks(self) -> bool:
        return bool(cues.ASKED.search(self.around.sentence))

    @cached_property
    def serves(self) -> bool:
        return bool(cues.SERVICE.search(self.around.sentence))

    @cached_property
    def is_announced(self) -> bool:
        return bool(cues.AHEAD.search(self.around.sentence))

    @cached_property
    def is_surely_ahead(self) -> bool:
        return bool(cues.SURELY_AHEAD.search(self.around.sentence) or cues.SURELY_AHEAD.search(self.around.lead()))

    @cached_property
    def is_led_to(self) -> bool:
        """Whether the lines above announce, ask or offer."""
        lead = self.around.lead()
        return bool(cues.AHEAD.search(lead) or cues.ASKED.search(lead) or cues.SERVICE.search(lead))

    @cached_property
    def invites(self) -> bool:
        return bool(cues.INVITED.search(self.around.sentence) or cues.INVITED.search(self.around.lead()))

    @cached_property
    def closes(self) -> bool:
        return bool(cues.CLOSED.search(self.around.sentence))

    @cached_property
    def is_condition(self) -> bool:
        return self.is_in_unsure_frame and vetoes.is_condition(self.sides)


class _Rule(NamedTuple):
    """A row of a table: an example, and whether it holds of a time."""

    example: str
    holds: Callable[[_Occurrence], object]


def _any(rules: Sequence[_Rule], time: _Occurrence) -> bool:
    return any(rule.holds(time) for rule in rules)


def weigh(
    phrase: Phrase, how: Frame, days: Sequence[date], around: Around, years: Years, horizon: date | None
) -> Iterator[Weighed]:
    """What `phrase`, whose solar days are `days`, tells to do; nothing where it is refused.

    `horizon` is the first day that is surely to come in a text whose day of signing is unknown.
    """
    if how.kind == "month":
        if not phrase.at_edge:
            return
        how = how._replace(kind="by")
    time = _Occurrence(phrase, how, days, around, years, horizon)
    if not _any(_REFUSED, time):
        yield from _WEIGHED[how.kind](time)


def _is_over(time: _Occurrence) -> bool:
    """A length begins before its end, and «từ 01/3 cho đến khi có thông báo mới» goes on."""
    goes_on = time.how.kind == "length" or (time.how.kind == "since" and time.how.open_end)
    return time.years.is_over(time.last) and not goes_on


def _is_anniversary(time: _Occurrence) -> bool:
    first, last = time.first, time.last
    same_day = (first.day, first.month) == (last.day, last.month)
    return time.how.kind == "span" and first.year < last.year and same_day


def _is_history(time: _Occurrence) -> bool:
    sure = time.how.sure or time.is_after_signing
    return not sure and vetoes.is_history(time.sides) and not time.invites


def _is_past(time: _Occurrence) -> bool:
    sentence = time.around.sentence
    is_report = vetoes.is_past(sentence) and not _WILL.search(sentence)
    return is_report and not time.how.sure and not cues.INVITED.search(sentence)


def _has_happened(time: _Occurrence) -> bool:
    """Results stand in its sentence, unless somebody is asked to do something by then."""
    if time.is_condition or time.is_after_signing or not vetoes.happened(time.around.sentence) or time.invites:
        return False
    around = time.around
    asked = time.how.sure or cues.ASKED.search(around.before_frame[-60:]) or cues.ASKED.search(around.behind[:40])
    return not (time.how.kind == "by" and asked)


# Why a time is none to act at, tried in this order.
_REFUSED = (
    _Rule("a day before the notice is out", _is_over),
    _Rule(
        "a day of last year where the others are of this",
        lambda time: time.horizon and time.last.year < time.horizon.year and not time.how.open_end,
    ),
    _Rule("«1/7/2025 - 1/7/2026»: the same day of two years counts the years between", _is_anniversary),
    _Rule(
        "«các hộ đã đăng ký trước 31/10»",
        lambda time: time.is_in_unsure_frame and vetoes.is_governed_by_past(time.around.before_frame),
    ),
    _Rule(
        "«Do dự báo có dông, lốc trong các ngày từ 15/3 đến 18/3»",
        lambda time: vetoes.is_weather(time.around.before_frame) and not time.asks,
    ),
    _Rule("«thành lập ngày 12/5»", _is_history),
    _Rule("«Phường đã trao quà ngày 12/5»", _is_past),
    _Rule("«được tổ chức nghiêm túc từ 7/5»", lambda time: vetoes.went_well(time.around.before_frame)),
    _Rule(
        "«Thủ tướng thăm … ngày 12/5»",
        lambda time: vetoes.is_visit(time.around.sentence) and not time.invites,
    ),
    _Rule(
        "«Xe đăng ký trước ngày 15/8 được miễn»",
        lambda time: time.is_condition and not _ASKING.search(time.around.before_frame),
    ),
    _Rule("«thu hút hơn 500 lượt người từ ngày 1/5»", _has_happened),
)


def _by(time: _Occurrence) -> Iterator[Weighed]:
    """The last day on which something is asked."""
    in_month = time.phrase.kind == "month"
    if in_month and not time.how.sure and not _TO_FINISH.search(time.around.sentence):
        return  # «hồ sơ các cuộc kiểm tra trong tháng 4»
    last = time.first - _ONE_DAY if in_month and time.how.before else time.last  # «trước tháng 10»
    sure = time.how.sure or time.is_to_come or in_month or time.asks or time.has_label
    if not time.how.sure and _ANSWERED.search(time.around.before_frame):
        sure = False
    yield Weighed("deadline", last, last, "" if sure else _UNSURE_BY)


def _for_length(time: _Occurrence) -> Iterator[Weighed]:
    """«20 ngày, kể từ …»: the window of that length."""
    how, first = time.how, time.first
    end = _working_end(first, how.days) if how.uncertain else first + timedelta(days=how.days - 1)
    if not time.years.is_over(end):
        yield Weighed("window", first, end, _WORKING_DAYS if how.uncertain else "")


def _working_end(first: date, count: int) -> date:
    """The last of `count` days from `first` on that are neither Saturdays nor Sundays."""
    day, left = first, count - (first.weekday() < 5)
    while left > 0:
        day += _ONE_DAY
        left -= day.weekday() < 5
    return day


def _in_span(time: _Occurrence) -> Iterator[Weighed]:
    """«từ … đến …», which neither runs backwards nor for years."""
    first, last = time.first, time.last
    if not first <= last <= first + _WINDOW_AT_MOST:
        return
    sure = time.asks or time.serves or time.has_label or time.is_announced or time.is_led_to
    if _IN_FORCE.search(time.around.before_frame) and not time.asks:
        sure = False  # «áp dụng mức thu mới từ … đến …»
    yield Weighed("window" if first < last else "event", first, last, "" if sure else _UNSURE_SPAN)


def _is_labelled(time: _Occurrence) -> bool:
    """Whether it has a label, or the last line above is one: «Thời gian thực hiện:»."""
    return time.has_label or bool(_LABEL_LINE.search(time.around.lead().rpartition("\n")[2]))


# What makes it sure that something holds from a day on.
_SURE_SINCE = (
    _Rule("«từ 12/5 cho đến khi có thông báo mới»", lambda time: time.how.open_end),
    _Rule("«cấm xe từ ngày 12/5»", lambda time: time.closes),
    _Rule("«chuyển trụ sở từ ngày 12/5»", lambda time: cues.MOVED_OFFICE.search(time.around.sentence)),
    _Rule("«Thời gian: từ ngày 12/5»", lambda time: _is_labelled(time) and not time.phrase.hours),
    _Rule(
        "«sẽ phát thẻ từ ngày 12/5»",
        lambda time: (time.serves or time.asks) and _WILL.search(time.around.sentence),
    ),
    _Rule("«mời bà con đến tiêm từ ngày 12/5»", lambda time: time.asks and time.serves),
)


def _begins_at_hour(time: _Occurrence) -> bool:
    """«từ 8 giờ ngày 12/5», «từ sáng 12/5»; midnight is only the beginning of the day."""
    phrase = time.phrase
    return bool((phrase.hours and not _MIDNIGHT.match(phrase.hours)) or _PART.search(phrase.words))


def _since(time: _Occurrence) -> Iterator[Weighed]:
    """An open end where something is closed, moved or taken in from a day on; one day where it begins at an hour."""
    if _LIFTED.search(time.around.sentence):
        return
    day, is_offered = time.first, time.serves or time.asks
    if _begins_at_hour(time) and not time.closes and not time.how.open_end:
        if not time.years.is_over(day):
            sure = is_offered or _is_labelled(time) or time.is_to_come
            yield Weighed("event", day, day, "" if sure else _UNSURE_DAY)
        return
    sure = _any(_SURE_SINCE, time)
    if (sure or is_offered) and not vetoes.happened(time.around.sentence):
        yield Weighed("window", day, None, "" if sure else _UNSURE_SINCE)


def is_bare_start(doubt: str) -> bool:
    """Whether a day is doubtful only for what begins on it, not for itself."""
    return doubt == _UNSURE_SINCE


# What makes it sure that there is something to do on a day.
_SURE_DAY = (
    _Rule(
        "«Đề nghị bà con có mặt lúc 8 giờ ngày 12/5»",
        lambda time: time.asks and (time.is_to_come or time.phrase.timed or time.serves),
    ),
    _Rule("«Thời gian: ngày 12/5»", lambda time: time.has_label),
    _Rule(
        "«Hội thao: 8 giờ ngày 12/5», after the signing",
        lambda time: (
            time.is_to_come and (time.phrase.timed or bool(_NAMED_CELL.search(time.around.before)) or time.serves)
        ),
    ),
    _Rule("«Ngày thứ sáu 24-4-2026» above «- 7h00: khai mạc»", lambda time: time.around.heads_items),
    _Rule("«sẽ», «kính mời», «tạm ngừng»", lambda time: time.is_surely_ahead),
    _Rule("«- Khu phố 3: ngày 12/5» below «Lịch tiêm như sau:»", lambda time: time.around.item and time.is_led_to),
    _Rule("«dự kiến tiêm ngày 12/5»", lambda time: time.is_announced and (time.serves or time.asks)),
    _Rule(
        "«khám ngày 12, 13/5», «khám lúc 8 giờ ngày 12/5»",
        lambda time: (time.serves or time.asks) and (len(time.days) > 1 or bool(time.phrase.hours)),
    ),
    _Rule(
        "«Đêm nhạc quyên góp: 20g, ngày 12/5»",
        lambda time: time.phrase.hours and _NAMED_LINE.search(time.around.before),
    ),
)


def _on_days(time: _Occurrence) -> Iterator[Weighed]:
    """One event for each day, or a window where they follow one another."""
    sure = _any(_SURE_DAY, time)
    if time.is_to_come and not (sure or time.is_led_to or time.is_announced):
        return
    if time.years.signed_on is None and _opens_sentence(time):
        sure = _asks_after_opening(time)
    if _is_of_printing(time) or not (sure or time.is_to_come):
        return
    doubt = "" if sure else _UNSURE_DAY
    if _are_in_a_row(time.days) and (time.phrase.together or len(time.days) > 2):
        yield Weighed("window", time.first, time.last, doubt)
    else:
        yield from (Weighed("event", day, day, doubt) for day in time.days if not time.years.is_over(day))


def _opens_sentence(time: _Occurrence) -> bool:
    around = time.around
    is_placed = around.item or time.has_label or around.heads_items
    return not around.before.strip(' "“(-+•*') and not is_placed


def _asks_after_opening(time: _Occurrence) -> bool:
    """«Sáng ngày 12/5, phường tổ chức …» reports; «Ngày 12/5, mời bà con …» does not."""
    asks = asks_behind_its_day(time.around.behind[:_OPENING_ROOM]) and time.first != time.years.reported_on()
    return asks or (len(time.days) > 1 and time.serves)


def _is_of_printing(time: _Occurrence) -> bool:
    return _is_bare_line(time) or _is_at_odd_minute(time)


def _is_bare_line(time: _Occurrence) -> bool:
    """A line that is nothing but a day tells when something was printed."""
    is_bare = not time.phrase.hours and not _WORD.search(time.around.behind)
    return is_bare and _opens_sentence(time) and not time.around.lead()


def _is_at_odd_minute(time: _Occurrence) -> bool:
    """«Thời gian: 16:58 - 25/6/2022»: nothing begins at such a minute."""
    hours = time.phrase.hours
    return time.years.signed_on is None and ":" in hours and bool(minutes(hours) % 5)


def _are_in_a_row(days: Sequence[date]) -> bool:
    return len(days) > 1 and all(later - day == _ONE_DAY for day, later in pairwise(days))


_WEIGHED: dict[str, Callable[[_Occurrence], Iterator[Weighed]]] = {
    "by": _by,
    "length": _for_length,
    "since": _since,
    "span": _in_span,
    "day": _on_days,
}
