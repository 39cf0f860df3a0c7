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
from bulletin.understand.deadlines.frames import Frame
from bulletin.understand.deadlines.which_year import Years
from bulletin.words.dates.clock import minutes
from bulletin.words.dates.month_names import PART
from bulletin.words.dates.phrases import Phrase

_WINDOW_AT_MOST = timedelta(days=800)
_ONE_DAY = timedelta(days=1)
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


class Around(NamedTuple):
    """What stands around a time, in lower case: the words before and behind it in its sentence, those before the words
    of its frame («trước», «từ»), and the lines that lead to it, which `lead` looks up.

    `item`: its line is one of a list. `heads_items`: it has a line of its own, with items below. `is_target`: an older
    time was moved to it.
    """

    before: str
    before_frame: str
    behind: str
    sentence: str
    lead: Callable[[], str]
    item: bool
    heads_items: bool
    is_target: bool


class Weighed(NamedTuple):
    """A time to act and, when it is not sure, why."""

    kind: DeadlineKind
    first: date | None
    last: date | None
    doubt: str = ""


class _Words:
    """Which words are there, each looked for when it is asked for first. `led`: the lines above ask or announce."""

    def __init__(self, phrase: Phrase, around: Around) -> None:
        self.phrase, self.around = phrase, around

    @cached_property
    def label(self) -> bool:
        around = self.around
        return bool(
            around.is_target
            or (":" in around.before[-_LABEL_ROOM:] and cues.LABEL.search(around.before))
            or _COLUMN_OF_DAYS.match(self.phrase.words)
            or (around.item and _LABEL_LINE.search(around.lead()))
        )

    @cached_property
    def asked(self) -> bool:
        return bool(cues.ASKED.search(self.around.sentence))

    @cached_property
    def service(self) -> bool:
        return bool(cues.SERVICE.search(self.around.sentence))

    @cached_property
    def ahead(self) -> bool:
        return bool(cues.AHEAD.search(self.around.sentence))

    @cached_property
    def surely(self) -> bool:
        return bool(cues.SURELY_AHEAD.search(self.around.sentence) or cues.SURELY_AHEAD.search(self.around.lead()))

    @cached_property
    def led(self) -> bool:
        lead = self.around.lead()
        return bool(cues.AHEAD.search(lead) or cues.ASKED.search(lead) or cues.SERVICE.search(lead))


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
    if _is_refused(how, days, around, years, horizon):
        return
    words = _Words(phrase, around)
    last = days[-1]
    known = last > years.signed_on if years.signed_on else horizon is not None and last >= horizon - timedelta(days=20)
    if how.kind == "by":
        if phrase.kind == "month" and not how.sure and not _TO_FINISH.search(around.sentence):
            return  # «hồ sơ các cuộc kiểm tra trong tháng 4»
        yield _by(phrase, how, days, words, known=known)
    elif how.kind == "length":
        end = _working_end(days[0], how.days) if how.uncertain else days[0] + timedelta(days=how.days - 1)
        if not years.is_over(end):
            yield Weighed("window", days[0], end, _WORKING_DAYS if how.uncertain else "")
    elif how.kind == "since":
        yield from _since(phrase, how, days[0], around, words, years, known=known)
    elif how.kind == "span":
        if days[0] <= last <= days[0] + _WINDOW_AT_MOST:
            sure = words.asked or words.service or words.label or words.ahead or words.led
            if _IN_FORCE.search(around.before_frame) and not words.asked:
                sure = False  # «áp dụng mức thu mới từ … đến …»
            yield Weighed("window" if days[0] < last else "event", days[0], last, "" if sure else _UNSURE_SPAN)
    else:
        yield from _on_days(phrase, days, around, words, years, known=known)


def _is_invited(around: Around) -> bool:
    return bool(cues.INVITED.search(around.sentence) or cues.INVITED.search(around.lead()))


def _is_anniversary(days: Sequence[date]) -> bool:
    """«1/7/2025 - 1/7/2026»: the same day of two years counts the years between."""
    first, last = days[0], days[-1]
    return first.year < last.year and (first.day, first.month) == (last.day, last.month)


def _working_end(first: date, count: int) -> date:
    """The last of `count` days from `first` on that are neither Saturdays nor Sundays."""
    day, left = first, count - (first.weekday() < 5)
    while left > 0:
        day += _ONE_DAY
        left -= day.weekday() < 5
    return day


def _is_refused(how: Frame, days: Sequence[date], around: Around, years: Years, horizon: date | None) -> bool:
    """Whether it is over, a report, a history, a visit of others, or only says of which things is spoken."""
    last, sentence = days[-1], around.sentence
    sides = vetoes.Sides(around.before_frame, around.behind)
    if years.is_over(last) and how.kind != "length" and not (how.kind == "since" and how.open_end):
        return True
    if horizon and last.year < horizon.year and not how.open_end:
        return True
    if how.kind == "span" and _is_anniversary(days):
        return True
    if not how.sure and how.kind in ("by", "span", "since") and vetoes.is_governed_by_past(around.before_frame):
        return True
    comes_after_signing = years.signed_on is not None and last > years.signed_on
    if not how.sure and not comes_after_signing and vetoes.is_history(sides) and not _is_invited(around):
        return True
    over = vetoes.is_past(sentence) and not _WILL.search(sentence)
    if over and not how.sure and not cues.INVITED.search(sentence):
        return True
    if vetoes.went_well(around.before_frame) or (vetoes.is_visit(sentence) and not _is_invited(around)):
        return True
    if not how.sure and how.kind in ("by", "since", "span") and vetoes.is_condition(sides):
        return not _ASKING.search(around.before_frame)
    if comes_after_signing or not vetoes.happened(sentence) or _is_invited(around):
        return False
    asked = how.sure or cues.ASKED.search(around.before_frame[-60:]) or cues.ASKED.search(around.behind[:40])
    return not (how.kind == "by" and asked)


def _by(phrase: Phrase, how: Frame, days: Sequence[date], words: _Words, *, known: bool) -> Weighed:
    last = days[-1]
    if phrase.kind == "month" and how.before:  # «trước tháng 10»
        last = days[0] - _ONE_DAY
    sure = how.sure or known or phrase.kind == "month" or words.asked or words.label
    if not how.sure and _ANSWERED.search(words.around.before_frame):
        sure = False
    return Weighed("deadline", last, last, "" if sure else _UNSURE_BY)


def _since(
    phrase: Phrase, how: Frame, day: date, around: Around, words: _Words, years: Years, *, known: bool
) -> Iterator[Weighed]:
    """An open end where something is closed, moved or taken in from a day on; one day where it begins at an hour."""
    sentence = around.sentence
    label = words.label or bool(_LABEL_LINE.search(around.lead().rpartition("\n")[2]))
    if _LIFTED.search(sentence):
        return
    closed, offered = bool(cues.CLOSED.search(sentence)), words.service or words.asked
    begins = (phrase.hours and not _MIDNIGHT.match(phrase.hours)) or _PART.search(phrase.words)
    if begins and not closed and not how.open_end:
        if not years.is_over(day):
            yield Weighed("event", day, day, "" if offered or label or known else _UNSURE_DAY)
        return
    sure = (
        how.open_end
        or closed
        or bool(cues.MOVED_OFFICE.search(sentence))
        or (label and not phrase.hours)
        or (offered and bool(_WILL.search(sentence)))
        or (words.asked and words.service)
    )
    if (sure or offered) and not vetoes.happened(sentence):
        yield Weighed("window", day, None, "" if sure else _UNSURE_SINCE)


def _on_days(
    phrase: Phrase, days: Sequence[date], around: Around, words: _Words, years: Years, *, known: bool
) -> Iterator[Weighed]:
    signed = years.signed_on is not None
    named = bool(_NAMED_CELL.search(around.before))
    sure = (
        (words.asked and (known or phrase.timed or words.service))
        or words.label
        or (known and (phrase.timed or named or words.service))
        or around.heads_items
        or words.surely
        or (around.item and words.led)
        or (words.ahead and (words.service or words.asked))
        or ((words.service or words.asked) and (len(days) > 1 or bool(phrase.hours)))
        or (bool(phrase.hours) and bool(_NAMED_LINE.search(around.before)))
    )  # fmt: skip
    if known and not sure and not words.led and not words.ahead:
        return
    if not around.before.strip(' "“(-+•*') and not (around.item or words.label or around.heads_items):
        if not signed:  # «Sáng ngày 12/5, phường tổ chức …» reports
            ahead = cues.OPENING_AHEAD.search(around.behind[:_OPENING_ROOM])
            sure = (bool(ahead) and days[0] != years.reported_on()) or (len(days) > 1 and words.service)
        if not phrase.hours and not _WORD.search(around.behind) and not around.lead():
            return  # a line that is nothing but a day tells when something was printed
    if not signed and ":" in phrase.hours and minutes(phrase.hours) % 5:
        return  # «Thời gian: 16:58 - 25/6/2022» too
    if not sure and not known:
        return
    doubt = "" if sure else _UNSURE_DAY
    in_a_row = len(days) > 1 and all(b - a == _ONE_DAY for a, b in pairwise(days))
    if in_a_row and (phrase.together or len(days) > 2):
        yield Weighed("window", days[0], days[-1], doubt)
        return
    yield from (Weighed("event", day, day, doubt) for day in days if not years.is_over(day))
