"""The times of a body, phrase by phrase: each is a candidate for a time to act, or cancelled, or none.

A phrase is put into its frame, refused where it is a document's or an address, taken together with the next where one
time stands in two cells, laid aside where nothing takes place then, and weighed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bulletin.model.deadline import DaySlip, DeadlineKind
from bulletin.understand.deadlines import called_off, doubts, vetoes
from bulletin.understand.deadlines.around import Around
from bulletin.understand.deadlines.candidates import Cancelled, Candidate, Rule
from bulletin.understand.deadlines.day_doubts import day_doubt
from bulletin.understand.deadlines.frames import Frame, frame
from bulletin.understand.deadlines.hours import hours_in_row, hours_of
from bulletin.understand.deadlines.sentences import CELL, Plain
from bulletin.understand.deadlines.surroundings import Surroundings
from bulletin.understand.deadlines.weighing import Weighed, weigh
from bulletin.understand.deadlines.which_year import Years
from bulletin.words.dates.clock import HOURS
from bulletin.words.dates.phrase import Phrase

_LEADING_ROOM = 60  # characters on each side in which a word leads to a day of the past, or on from it
_LEADS_TO_IT = re.compile(
    r"""
      từ[ ] | đầu[ ] | ¦ | bắt[ ]đầu | gia[ ]hạn | dời | lùi | chuyển | đổi | hoãn | hủy | huỷ
    | thay | đính[ ]chính | sửa
    """,
    re.VERBOSE,
)
_LEADS_ON = re.compile(r"chuyển|dời|rời|lùi|đổi|hoãn|hủy|huỷ|thay|bằng|sang|đọc|¦")
_BARE = re.compile(r"[0-9]{1,3}/[0-9]{1,2}")
_STREET = re.compile(r" [^\W\d_a-zđà-ỹ]\w* [^\W\d_a-zđà-ỹ]\w*")
_PLACES = re.compile(
    r"""
      # «đường: …», «địa chỉ …,»
      (?<!\w)
      (?:tuyến|đường|phố|địa[ ]chỉ|khu[ ]vực|hẻm|ngõ|kiệt|số[ ]nhà|trạm|nhà[ ]văn[ ]hóa|trường|điểm)
      (?!\w) [^;\n]{0,160}[,(:;-][ ]?$
    | [0-9]{1,4}[ ]\w+[ ]\w+,[ ]?$  # «45 Lê Lợi,»
    """,
    re.VERBOSE,
)
_SURE_ROOM = 30  # characters before a time that is surely one to act by in which it must not be a document's
_FOLLOWING = 130  # how far behind a sentence the words may stand that take it back
_BELOW_ROOM = 500  # how far behind a sentence the words may stand that call off what is above
_NEW_ROOM = 600  # how far behind a time «Thời gian mới:» may stand
_TARGET_ROOM = 80  # how far behind a sentence the new time may stand
_CELL_ROOM = 70  # how far before a time the name of its cell may begin
_RULE_IS_OFF = "Bài có nói hoãn, huỷ hoặc thay lịch này"
_HOURS_BEHIND = re.compile(rf"[^.;\n]{{0,60}}?(?:{HOURS})")
# «Thời gian ngừng điện: 22h00 ngày 24/11; Thời gian có điện: 04h00 ngày 25/11» is one time over two cells.
_FIRST_CELL = re.compile(r"(?:ngừng|ngưng|cắt|cúp|mất|bắt đầu|từ|mở|khởi|đầu|xuất|đi)[^:;¦]{0,30}: ?$")
_LAST_CELL = re.compile(
    r"""
    [ ]?\)?[ ]?[;¦][ ]?[^:;¦]{0,30}?
    # what ends: «có điện», «kết thúc»
    (?:có[ ](?:điện|nước)|kết[ ]thúc|đến|tới|hết|trả|hoàn[ ]thành|cấp[ ]lại|xong|cuối|đóng|về)
    [^:;¦]{0,24}:[ ]?
    """,
    re.VERBOSE,
)


class Body(NamedTuple):
    """A body to be read: its text, its times in order, and which days in it cannot be right, by where they stand."""

    text: Plain
    phrases: Sequence[Phrase]
    years: Years
    surroundings: Surroundings
    slips: Mapping[int, Sequence[DaySlip]]

    def solar(self, phrase: Phrase) -> list[date]:
        """The solar days of a phrase; none where one is no day, has no year or is of the last century."""
        days = self.years.solar(phrase)
        return days if all(day.year >= 2000 for day in days) else []


class _Time(NamedTuple):
    """The phrase at `position` with its solar days, in its frame and its sentence low[begin:stop]."""

    position: int
    phrase: Phrase
    days: list[date]
    how: Frame
    begin: int
    stop: int
    before: str
    behind: str


def occurrences(body: Body, in_rules: Collection[int], horizon: date | None) -> tuple[list[Candidate], list[Cancelled]]:
    """The candidates and the cancelled times of all phrases, but those at the positions `in_rules`, in order.

    `horizon` is the first day that is surely to come in a text whose day of signing is unknown.
    """
    reader = _Occurrences(body, in_rules, horizon)
    candidates = [
        candidate for position, phrase in enumerate(body.phrases) for candidate in reader.read(position, phrase)
    ]
    return candidates, reader.cancelled


def rule_candidate(rule: Rule, body: Body) -> Candidate:
    """A rule, doubtful where the words near it say that it no longer holds."""
    start = rule.anchor if rule.anchor >= 0 else rule.start
    end = max(start, rule.end)
    around = body.surroundings.around(start, end, start)
    doubt = _taken_back(Frame("day", start), around, body.text.low, body.text.sentence(start, end)[1])
    if called_off.is_old(around.before) or called_off.is_rule_off(around.before, around.behind):
        doubt = _RULE_IS_OFF
    return Candidate(
        rule.start, rule.end, "recurring", rule.first, rule.last, rule.rrule, rule.excluded, hours=rule.hours,
        doubt=doubt, anchor=rule.anchor, clock=rule.clock,
    )  # fmt: skip


def _taken_back(how: Frame, around: Around, low: str, stop: int) -> str:
    """The doubt that the words near a time cast on it, whose sentence ends at low[stop]."""
    return doubts.doubt(how, around, low[stop : stop + _FOLLOWING])


class _Occurrences:
    """Reads phrase after phrase: what belongs to another time, or is the new time of one, is known when it comes."""

    def __init__(self, body: Body, in_rules: Collection[int], horizon: date | None) -> None:
        self.body, self.text, self.low, self.years = body, body.text, body.text.low, body.years
        self.horizon = horizon
        self.used = set(in_rules)  # positions of phrases that belong to another one
        self.targets: set[int] = set()  # offsets at which times begin to which others are moved
        self.cancelled: list[Cancelled] = []

    def read(self, position: int, phrase: Phrase) -> Iterator[Candidate]:
        """The candidates of a phrase; `cancelled` grows where it no longer holds."""
        time = self._time(position, phrase)
        if time is None or self._is_none(time):
            return
        if whole := self._over_two_cells(time):
            yield from self._weighed(whole)
        elif self._is_cancelled(time):
            return
        elif time.how.kind == "span" and len(time.days) == 2 and called_off.is_moved_span(time.before):
            yield from self._moved_span(time)
        else:
            yield from self._weighed(time)

    def _time(self, position: int, phrase: Phrase) -> _Time | None:
        """The phrase in its frame; None where it has no days, is another's or is long over."""
        days = [] if position in self.used else self.body.solar(phrase)
        if not days or self._is_long_over(phrase, days[-1]):
            return None
        begin, stop = self.text.sentence(phrase.start, phrase.end)
        before, behind = self.low[begin : phrase.start], self.low[phrase.end : stop]
        return _Time(position, phrase, days, frame(self.low, begin, phrase, stop), begin, stop, before, behind)

    def _is_long_over(self, phrase: Phrase, last: date) -> bool:
        """Most days are those of documents, before the signing, with no word that leads on from them."""
        signed = self.years.signed_on
        if signed is None or last >= signed or phrase.kind != "days":
            return False
        before = self.low[max(0, phrase.start - _LEADING_ROOM) : phrase.core]
        return not _LEADS_TO_IT.search(before) and not _LEADS_ON.search(
            self.low, phrase.end, phrase.end + _LEADING_ROOM
        )

    def _is_none(self, time: _Time) -> bool:
        """Whether it is a document's, a birth's, a count's, or the number of a house."""
        phrase, how = time.phrase, time.how
        is_never = vetoes.never(
            vetoes.Sides(self.low[time.begin : how.start], time.behind),
            at_hours=bool(phrase.hours),
            framed=how.kind == "by" and how.start < phrase.start,
        )
        if is_never and not (how.sure and not vetoes.never(vetoes.Sides(time.before[-_SURE_ROOM:], time.behind))):
            return True
        return vetoes.is_counted_to(time.before) or self._is_address(time)

    def _is_address(self, time: _Time) -> bool:
        """«đường: 45 Lê Lợi, 25/12 Trần Phú»: the number of a house, before the name of its street."""
        phrase = time.phrase
        bare = phrase.kind == "days" and not phrase.hours and _BARE.fullmatch(phrase.words)
        return bool(bare and _STREET.match(self.text.text, phrase.end) and _PLACES.search(time.before))

    def _weighed(self, time: _Time) -> Iterator[Candidate]:
        """What a time that holds tells to do, with the first doubt about it."""
        phrase, how = time.phrase, time.how
        around = self.body.surroundings.around(
            phrase.start,
            phrase.end,
            how.start,
            heads_items=self.body.surroundings.heads_items(phrase),
            is_target=phrase.start in self.targets,
        )
        for weighed in weigh(phrase, how, time.days, around, self.years, self.horizon):
            doubt = (
                day_doubt(phrase, time.days, time.before, self.body.slips.get(phrase.start, ()), self.years.signed_on)
                or weighed.doubt
                or _taken_back(how, around, self.low, time.stop)
            )
            yield self._candidate(time, weighed._replace(doubt=doubt))

    def _over_two_cells(self, time: _Time) -> _Time | None:
        """The time that begins in this cell of a row and ends in the next."""
        phrase = time.phrase
        following = self.body.phrases[time.position + 1 : time.position + 2]
        if not following or not len(phrase.days) == len(following[0].days) == 1:
            return None
        other = following[0]
        line = max(self.text.line(phrase.start)[0], phrase.start - _CELL_ROOM)
        if not _LAST_CELL.fullmatch(self.low, phrase.end, other.start) or not _FIRST_CELL.search(
            self.low, line, phrase.start
        ):
            return None
        last = self.body.solar(other)
        if not last or time.days[0] > last[0]:
            return None
        self.used.add(time.position + 1)
        hours = f"{phrase.hours} - {other.hours}" if phrase.hours and other.hours else phrase.hours
        whole = phrase._replace(
            end=other.end, kind="span", days=(*phrase.days, *other.days), hours=hours, ends=(phrase, other)
        )
        return time._replace(phrase=whole, how=Frame("span", phrase.start), days=[time.days[0], last[0]])

    # --- what no longer holds ------------------------------------------------------------------------------------

    def _is_cancelled(self, time: _Time) -> bool:
        """Whether nothing takes place then: it is called off, an exception, or replaced by another time."""
        phrase, how = time.phrase, time.how
        if phrase.start in self.targets:
            return False
        if self._is_moved(time) or called_off.is_old(time.before):
            return True
        is_exception = called_off.is_exception(time.before, time.behind, at_hours=bool(phrase.hours))
        if is_exception and how.kind not in ("by", "span") and not _HOURS_BEHIND.match(time.behind):
            return True
        others = self.body.phrases[time.position + 1 : time.position + 2]
        following = self.low[time.stop : min([time.stop + _BELOW_ROOM, *(other.start for other in others)])]
        if how.sure or not (
            called_off.is_called_off(time.before, time.behind) or called_off.is_called_off_below(following)
        ):
            return False
        kind: DeadlineKind = "deadline" if how.kind == "by" else "event" if len(time.days) == 1 else "window"
        self.cancelled.append(Cancelled(phrase.start, phrase.end, (time.days[0], time.days[-1]), None, kind))
        return True

    def _is_moved(self, time: _Time) -> bool:
        """Whether another time of the text replaces it, which is then a target."""
        target = self._target(time) or self._new_time(time)
        new = self.body.solar(target) if target else []
        if target is None or not new:
            return False
        is_deadline = time.how.kind == "by" or called_off.is_of_deadline(self.low[time.begin : time.stop])
        kind: DeadlineKind = "deadline" if is_deadline else "window" if len(new) > 1 else "event"
        was = (time.days[0], time.days[-1])
        self.cancelled.append(Cancelled(time.phrase.start, target.end, was, (new[0], new[-1]), kind))
        self.targets.add(target.start)
        return True

    def _target(self, time: _Time) -> Phrase | None:
        """The time to which that one is moved: the next one, or the one behind a lunar day between them."""
        following = self.body.phrases[time.position + 1 : time.position + 3]
        if not following or following[0].start > time.stop + _TARGET_ROOM:
            return None
        target = following[0]
        if target.days[0].lunar and len(following) > 1 and following[1].end <= time.stop:
            target = following[1]  # «ngày 17/02 trùng mùng 1 Tết nên chuyển lên 15/02»
        gap = self.low[time.phrase.end : target.start]
        is_moved = ";" not in gap and "\n" not in gap and called_off.moves(time.before, gap)
        return target if is_moved or called_off.corrects(gap) else None

    def _new_time(self, time: _Time) -> Phrase | None:
        """The one of a later line that is labelled as new, where the words between change what was told last."""
        for following in self.body.phrases[time.position + 1 : time.position + 4]:
            gap = self.low[time.phrase.end : following.start]
            if len(gap) < _NEW_ROOM and called_off.is_new_time(gap):
                return following
            if self.body.solar(following) != time.days:  # that one would be moved
                break
        return None

    def _moved_span(self, time: _Time) -> Iterator[Candidate]:
        """«gia hạn từ ngày A đến ngày B»: B replaces A."""
        old, new = time.days
        is_deadline = called_off.is_of_deadline(self.low[time.begin : time.stop])
        kind: DeadlineKind = "deadline" if is_deadline else "event"
        self.cancelled.append(Cancelled(time.phrase.start, time.phrase.end, (old, old), (new, new), kind))
        if not self.years.is_over(new):
            yield self._candidate(time, Weighed(kind, new, new), phrase=(time.phrase.ends or (time.phrase,))[-1])

    def _candidate(self, time: _Time, weighed: Weighed, phrase: Phrase | None = None) -> Candidate:
        """A time as it is weighed, with its hours, which are those of `phrase` alone where that is given, and its lunar
        days as they are printed."""
        whole = time.phrase
        lunar = whole.twins or (whole.days if whole.days[0].lunar else ())
        words = " - ".join(f"{day.day}/{day.month}" for day in lunar)
        begin = max(time.begin, self.body.phrases[time.position - 1].end if time.position else 0)
        days = (weighed.last - weighed.first).days + 1 if weighed.first and weighed.last else 0
        hours = hours_of(self.low, phrase or whole, time.how, weighed.kind, (begin, days))
        row = self.low[slice(*self.text.line(whole.start))]
        if CELL in row and len(time.days) == 1:
            hours = hours_in_row(row, hours, self.low)
        return Candidate(
            time.how.start,
            whole.end,
            weighed.kind,
            weighed.first,
            weighed.last,
            guessed=not (whole.twins or any(day.year for day in whole.days) or all(map(self.years.is_told, time.days))),
            hours=hours.printed,
            lunar=f"{words} âm lịch" if words else "",
            doubt=weighed.doubt,
            clock=hours.clock,
        )
