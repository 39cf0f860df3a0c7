"""Times to act, from the text itself: «chậm nhất ngày 05/5», «từ ngày 29/4 đến hết ngày 03/5», «thứ 7 hàng tuần».

Each time that a text tells (`words/dates`) is put into its frame (`frames`), refused where it is none to act at
(`vetoes`) or where it no longer holds (`changed`), and weighed by the words that ask, offer or close (`weighing`): what
is sure is told to residents, what is not is left to the editor with its reason. Whose it is comes from `actors`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from bulletin.model.deadline import Audience, Change, DaySlip, Deadline, DeadlineKind
from bulletin.model.place import Place
from bulletin.understand.deadlines import called_off as changed
from bulletin.understand.deadlines import doubts, vetoes
from bulletin.understand.deadlines.around import Around
from bulletin.understand.deadlines.audience import audience, of_the_whole
from bulletin.understand.deadlines.day_slips import slips_of
from bulletin.understand.deadlines.frames import Frame, frame
from bulletin.understand.deadlines.plain_text import CELL, Plain, plain_text
from bulletin.understand.deadlines.recurring import Rule, rules
from bulletin.understand.deadlines.weighing import weigh
from bulletin.understand.deadlines.which_year import Years
from bulletin.understand.text.lines import Lines
from bulletin.words.dates.clock import HOURS
from bulletin.words.dates.phrases import Phrase, phrases

_SEASON = 200  # days: what a text without a day of signing tells of the same time of year
_OPENING = 300
_LEADING_ROOM = 60
_LEADS_TO_IT = re.compile(
    r"""
      từ[ ] | đầu[ ] | ¦ | bắt[ ]đầu | gia[ ]hạn | dời | lùi | chuyển | đổi | hoãn | hủy | huỷ
    | thay | đính[ ]chính | sửa
    """,
    re.VERBOSE,
)
_LEADS_ON = re.compile(r"chuyển|dời|rời|lùi|đổi|hoãn|hủy|huỷ|thay|bằng|sang|đọc|¦")
_EXTENSION_ROOM = 700  # how far behind an end the words may stand that put it off
_SHOWN = 160
_YEAR, _YEAR_ROOM = re.compile(r"(?<!\w)(?:năm|tháng [0-9]{1,2}/) ?(20[0-9]{2})(?![0-9])"), 60
_RULE_IS_OFF = "Bài có nói hoãn, huỷ hoặc thay lịch này"
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
_FOLLOWING = 130  # how far behind a sentence the words may stand that take it back
_LEAD_LINES, _LEAD_ROOM, _LEAD_MOST = 14, 1400, 3
_TITLE_LINE = 90
_MAY = re.compile(
    r"[0-9][\s\u00a0\u2000-\u200b\u202f]*[/.\-\u2010-\u2015][\s\u00a0\u2000-\u200b\u202f]*[0-9]|tháng|rằm|tết|quý|"
    r"h[àằ]ng\s|mỗi\s|thứ\s|nhật|làm\sviệc",
    re.IGNORECASE,
)
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e]")  # «𝟐𝟒/𝟏𝟏/𝟐𝟎𝟐𝟓», as posts on social networks have it
_NOTICE = re.compile(r"thông báo(?! số)|kính mời|lịch (?!sử)|kế hoạch tổ chức|giấy mời|chương trình")
_ITEM = re.compile(r"[^\w\n]{0,4}(?:[-+•*▪➢✓👉✅⏰→]|[0-9]{1,2}[.)/] ?|[a-zđ][.)] )")
_WORD = re.compile(r"\w")
_FIGURE = re.compile("[0-9]")
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


class Times(NamedTuple):
    """What a body tells of time: see `model/prose.Prose`."""

    deadlines: tuple[Deadline, ...] = ()
    doubtful: tuple[Deadline, ...] = ()
    changes: tuple[Change, ...] = ()
    slips: tuple[DaySlip, ...] = ()


class _Reading(NamedTuple):
    """What text[start:end] tells; `anchor` is where it is said whose it is, when that is elsewhere."""

    start: int
    end: int
    kind: DeadlineKind
    first: date | None
    last: date | None
    rrule: str = ""
    excluded: tuple[date, ...] = ()
    guessed: bool = False
    hours: str = ""
    lunar: str = ""
    doubt: str = ""
    anchor: int = -1


class _Off(NamedTuple):
    """A time at text[start:end] at which nothing takes place, and the new one."""

    start: int
    end: int
    was: tuple[date, date]
    now: tuple[date, date] | None
    kind: DeadlineKind


def read(body: str, lines: Lines, signed_on: date | None) -> Times:
    """Every time to act that `body` tells, in order, and what the editor should look at."""
    if not body.isascii():
        plain_letters = _STYLED.sub(lambda m: unicodedata.normalize("NFKC", m[0]), body)
        composed = unicodedata.normalize("NFC", plain_letters)
        if composed != body:  # lines stay lines, so a place in the one is near enough in the other
            body, lines = composed, Lines(composed, lines.first_line, lines.path)
    if not _MAY.search(body):
        return Times()
    return _Body(plain_text(body), lines, signed_on).times()


def headline_slips(headlines: Iterable[tuple[str, Place]], signed_on: date | None) -> tuple[DaySlip, ...]:
    """The days that cannot be right in lines of front matter, each at the place of its key."""
    return tuple(
        replace(slip, place=place)
        for text, place in headlines
        if _FIGURE.search(text)
        for slip in read(text, Lines(text, 1, ""), signed_on).slips
    )


class _Body:
    """One body while it is read."""

    def __init__(self, text: Plain, lines: Lines, signed_on: date | None) -> None:
        self.text, self.low, self.lines = text, text.low, lines
        self.phrases = phrases(text.low, but_documents=signed_on is not None)
        self.years = Years(text.low, signed_on, self.phrases)
        self.slips: dict[int, list[DaySlip]] = {}
        self.off: list[_Off] = []
        self.targets: set[int] = set()  # where times stand to which others are moved
        self.used: set[int] = set()  # phrases that belong to another one
        self.horizon: date | None = None
        self.leads: dict[int, str] = {}  # by where the line begins

    def times(self) -> Times:
        coming_back = list(rules(self.text, self.phrases, self.years))
        in_rules = {i for rule in coming_back for i in rule.phrases}
        for phrase in self.phrases:
            if slips := slips_of(phrase, self.text, self.years, self.lines):
                begin, stop = self.text.sentence(phrase.start, phrase.end)
                sides = vetoes.Sides(self.low[begin : phrase.start], self.low[phrase.end : stop])
                if not vetoes.never(
                    sides, at_hours=bool(phrase.hours)
                ):  # days of documents and feasts are judged where those are
                    self.slips[phrase.start] = slips
        readings = self._all(in_rules)
        if self.years.signed_on is None and (horizon := self._earliest(readings)):
            # What is told besides of the days to come is read with less caution than a report.
            self.horizon, self.off = horizon, []
            readings = self._all(in_rules)
        readings += map(self._rule, coming_back)
        readings = self._not_extended(readings)
        told = [self._deadline(reading) for reading in sorted(readings, key=lambda reading: reading[:2])]
        return Times(
            deadlines=tuple(deadline for deadline in told if not deadline.doubt),
            doubtful=tuple(deadline for deadline in told if deadline.doubt),
            changes=tuple(map(self._change, self.off)),
            slips=tuple(slip for slips in self.slips.values() for slip in slips),
        )

    def _not_extended(self, readings: list[_Reading]) -> list[_Reading]:
        """Without ends that a later sentence puts off: «… kết thúc ngày 31/8. … gia hạn đến hết ngày 30/9.»"""
        kept = readings
        for reading in readings:
            if reading.kind != "deadline" or not changed.is_extension(self.low[reading.start : reading.end]):
                continue
            new = reading.last
            for old in readings:
                before = old.start < reading.start < old.end + _EXTENSION_ROOM
                if old is reading or not before or not old.last or not new or old.last >= new or old.rrule:
                    continue
                sentence = self.low[slice(*self.text.sentence(old.start, old.end))]
                extension = self.low[slice(*self.text.sentence(reading.start, reading.end))]
                if changed.is_same_end(sentence, extension):
                    kept = [one for one in kept if one is not old]
        return kept

    def _all(self, in_rules: set[int]) -> list[_Reading]:
        self.used = set(in_rules)
        return [reading for i, phrase in enumerate(self.phrases) for reading in self._phrase(i, phrase)]

    def _earliest(self, readings: list[_Reading]) -> date | None:
        """The first day that is surely to come: of two and more, or of one in a text that calls itself a notice."""
        days = sorted({reading.last for reading in readings if reading.last and not reading.doubt})
        days = [day for day in days if (days[-1] - day).days < _SEASON]
        return days[0] if len(days) > 1 or (days and _NOTICE.search(self.low[:_OPENING])) else None

    # --- one phrase -----------------------------------------------------------------------------------------------

    def _phrase(self, i: int, phrase: Phrase) -> Iterator[_Reading]:
        begin, stop = self.text.sentence(phrase.start, phrase.end)
        before, behind = self.low[begin : phrase.start], self.low[phrase.end : stop]
        days = self._solar(phrase) if i not in self.used else []
        if not days or self._is_long_over(phrase, days[-1]):
            return
        how = frame(self.low, begin, phrase, stop)
        if vetoes.never(
            vetoes.Sides(self.low[begin : how.start], behind),
            at_hours=bool(phrase.hours),
            framed=how.kind == "by" and how.start < phrase.start,
        ) and not (how.sure and not vetoes.never(vetoes.Sides(before[-30:], behind))):
            return
        if vetoes.is_counted_to(before) or self._is_address(phrase, before):
            return
        if rest := self._last_cell(i, phrase, days):
            phrase, how, days = rest
            behind = self.low[phrase.end : stop]
        elif self._is_off(i, phrase, how, days, begin, stop):
            return
        elif how.kind == "span" and len(days) == 2 and changed.is_moved_span(before):
            kind: DeadlineKind = "deadline" if changed.is_of_deadline(self.low[begin:stop]) else "event"
            self.off.append(_Off(phrase.start, phrase.end, (days[0], days[0]), (days[1], days[1]), kind))
            if not self.years.is_over(days[1]):
                yield self._reading(phrase, how, kind, days[1], days[1], "")
            return
        around = self._around(phrase.start, phrase.end, how.start, heads_items=self._heads_items(phrase))
        for weighed in weigh(phrase, how, days, around, self.years, self.horizon):
            doubt = self._doubt(phrase, before, days) or weighed.doubt or self._taken_back(how, around, stop)
            yield self._reading(phrase, how, weighed.kind, weighed.first, weighed.last, doubt)

    def _around(self, start: int, end: int, frame_start: int, *, heads_items: bool = False) -> Around:
        begin, stop = self.text.sentence(start, end)
        return Around(
            before=self.low[begin:start],
            before_frame=self.low[begin:frame_start],
            behind=self.low[end:stop],
            sentence=self.low[begin:stop],
            lead=partial(self._lead, start),
            item=bool(_ITEM.match(self.low, self.text.line(start)[0])),
            heads_items=heads_items,
            is_target=start in self.targets,
        )

    def _taken_back(self, how: Frame, around: Around, stop: int) -> str:
        return doubts.doubt(how, around, self.low[stop : stop + _FOLLOWING])

    def _rule(self, rule: Rule) -> _Reading:
        """A rule, doubtful where the words near it say that it no longer holds."""
        at = rule.anchor if rule.anchor >= 0 else rule.start
        around = self._around(at, max(at, rule.end), at)
        stop = self.text.sentence(at, max(at, rule.end))[1]
        doubt = self._taken_back(Frame("day", at), around, stop)
        if changed.is_old(around.before) or changed.is_rule_off(around.before, around.behind):
            doubt = _RULE_IS_OFF
        return _Reading(
            rule.start, rule.end, "recurring", rule.first, rule.last, rule.rrule, rule.excluded, hours=rule.hours,
            doubt=doubt, anchor=rule.anchor,
        )  # fmt: skip

    def _is_address(self, phrase: Phrase, before: str) -> bool:
        """«đường: 45 Lê Lợi, 25/12 Trần Phú»: the number of a house, before the name of its street."""
        bare = phrase.kind == "days" and not phrase.hours and _BARE.fullmatch(phrase.words)
        return bool(bare and _STREET.match(self.text.text, phrase.end) and _PLACES.search(before))

    def _is_long_over(self, phrase: Phrase, last: date) -> bool:
        """Most days are those of documents, before the signing, with no word that leads on from them."""
        signed = self.years.signed_on
        if signed is None or last >= signed or phrase.kind != "days":
            return False
        before = self.low[max(0, phrase.start - _LEADING_ROOM) : phrase.core]
        return not _LEADS_TO_IT.search(before) and not _LEADS_ON.search(
            self.low, phrase.end, phrase.end + _LEADING_ROOM
        )

    def _solar(self, phrase: Phrase) -> list[date]:
        """The solar days of a phrase; none where one is no day or has no year."""
        at = phrase.start
        if phrase.kind == "days":
            days = [self.years.resolve(day, at) for day in phrase.days]
        else:
            days = list(self.years.span(phrase.days[0], phrase.days[1], at))
        known = [day for day in days if day and day.year >= 2000]
        return known if len(known) == len(days) else []

    def _last_cell(self, i: int, phrase: Phrase, days: list[date]) -> tuple[Phrase, Frame, list[date]] | None:
        """The time that begins in this cell of a row and ends in the next."""
        other = self.phrases[i + 1] if i + 1 < len(self.phrases) else None
        if other is None or not len(phrase.days) == len(other.days) == 1:
            return None
        line = max(self.text.line(phrase.start)[0], phrase.start - 70)
        if not _LAST_CELL.fullmatch(self.low, phrase.end, other.start) or not _FIRST_CELL.search(
            self.low, line, phrase.start
        ):
            return None
        last = self._solar(other)
        if not last or days[0] > last[0]:
            return None
        self.used.add(i + 1)
        hours = f"{phrase.hours} - {other.hours}" if phrase.hours and other.hours else phrase.hours
        whole = phrase._replace(end=other.end, kind="span", days=(*phrase.days, *other.days), hours=hours)
        return whole, Frame("span", phrase.start), [days[0], last[0]]

    def _is_off(self, i: int, phrase: Phrase, how: Frame, days: list[date], begin: int, stop: int) -> bool:
        """Whether nothing takes place then: it is called off, an exception, or replaced by another time."""
        if phrase.start in self.targets:
            return False
        before, behind = self.low[begin : phrase.start], self.low[phrase.end : stop]
        if (target := self._target(i, phrase, begin, stop)) and (new := self._solar(target)):
            sentence = self.low[begin:stop]
            is_deadline = how.kind == "by" or changed.is_of_deadline(sentence)
            kind: DeadlineKind = "deadline" if is_deadline else "window" if len(new) > 1 else "event"
            self.off.append(_Off(phrase.start, target.end, (days[0], days[-1]), (new[0], new[-1]), kind))
            self.targets.add(target.start)
            return True
        if changed.is_old(before):
            return True
        if (
            changed.is_exception(before, behind, at_hours=bool(phrase.hours))
            and how.kind not in ("by", "span")
            and not _HOURS_BEHIND.match(behind)
        ):
            return True
        if changed.is_called_off(before, behind) and not how.sure:
            kind = "deadline" if how.kind == "by" else "event" if len(days) == 1 else "window"
            self.off.append(_Off(phrase.start, phrase.end, (days[0], days[-1]), None, kind))
            return True
        return False

    def _target(self, i: int, phrase: Phrase, begin: int, stop: int) -> Phrase | None:
        """The time to which that of `phrase` is moved: the next one, or the one behind a lunar day between them."""
        following = self.phrases[i + 1 : i + 3]
        if not following or following[0].start > stop + 80:
            return None
        other = following[0]
        if other.days[0].lunar and len(following) > 1 and following[1].end <= stop:
            other = following[1]  # «ngày 17/02 trùng mùng 1 Tết nên chuyển lên 15/02»
        gap = self.low[phrase.end : other.start]
        moved = ";" not in gap and "\n" not in gap and changed.moves(self.low[begin : phrase.start], gap)
        return other if moved else None

    def _doubt(self, phrase: Phrase, before: str, days: list[date]) -> str:
        kinds = {slip.kind for slip in self.slips.get(phrase.start, ())}
        if "weekday" in kinds:
            return "Thứ và ngày trong bài không khớp nhau"
        if "lunar" in kinds:
            return "Ngày dương và ngày âm trong bài không khớp nhau"
        if doubts.is_street(phrase.words, before):
            return "Có thể là tên đường hoặc số nhà"
        signed = self.years.signed_on
        if signed and not phrase.twins and not any(day.year for day in phrase.days):
            named = [int(m[1]) for m in _YEAR.finditer(before[-_YEAR_ROOM:])]
            if named and max(named) < signed.year:
                return "Không rõ ngày này thuộc năm nào"
        if signed and days[0].year > signed.year + 5:
            return "Ngày này còn xa hơn năm năm"
        return "Không rõ ngày này là ngày nào" if phrase.ambiguous else ""

    def _reading(
        self, phrase: Phrase, how: Frame, kind: DeadlineKind, first: date | None, last: date | None, doubt: str
    ) -> _Reading:
        lunar = phrase.twins or (phrase.days if phrase.days[0].lunar else ())
        words = " - ".join(f"{day.day}/{day.month}" for day in lunar)
        return _Reading(
            how.start,
            phrase.end,
            kind,
            first,
            last,
            guessed=not any(day.year for day in phrase.days) and not phrase.twins,
            hours=phrase.hours.strip(),
            lunar=f"{words} âm lịch" if words else "",
            doubt=doubt,
        )

    # --- the words around ------------------------------------------------------------------------------------------

    def _lead(self, start: int) -> str:
        """The lines that lead to the one of low[start]: those above that end with a colon, or look like headings."""
        line_start = self.text.line(start)[0]
        if line_start in self.leads:
            return self.leads[line_start]
        leads: list[str] = []
        at = line_start - 1
        for _ in range(_LEAD_LINES):
            if at <= 0 or line_start - at > _LEAD_ROOM or len(leads) == _LEAD_MOST:
                break
            begin = self.low.rfind("\n", 0, at) + 1
            line = self.low[begin:at].strip()
            at = begin - 1
            if line.endswith(":") or line.startswith("#") or (0 < len(line) < _TITLE_LINE and line[-1] not in ".;,"):
                leads.append(line)
        self.leads[line_start] = "\n".join(reversed(leads))
        return self.leads[line_start]

    def _heads_items(self, phrase: Phrase) -> bool:
        """Whether the day has a line of its own with items below: «Ngày thứ sáu 24-4-2026» «- 7h00: khai mạc»."""
        begin, end = self.text.line(phrase.start)
        alone = not _WORD.search(self.low, begin, phrase.start) and not _WORD.search(self.low, phrase.end, end)
        return alone and bool(_ITEM.match(self.low, end + 1))

    # --- values ----------------------------------------------------------------------------------------------------

    def _deadline(self, reading: _Reading) -> Deadline:
        start, end = self._trimmed(reading.start, reading.end)
        begin, stop = self.text.sentence(start, end)
        first, last = start, end
        if reading.anchor >= 0 and not begin <= reading.anchor < stop:
            first = last = reading.anchor
            begin, stop = self.text.sentence(first, first + 1)
        by = reading.last if reading.kind == "deadline" else None
        return Deadline(
            kind=reading.kind,
            starts_on=None if by else reading.first,
            ends_on=None if by else reading.last,
            by=by,
            rrule=reading.rrule,
            excluded=reading.excluded,
            audience=audience(self.low[begin:first], self.low[last:stop], self._lead(first)) or self._of_the_whole,
            sentence=self._evidence(start, end),
            place=self.lines.at(self.text.back(start)),
            guessed=reading.guessed,
            hours=reading.hours,
            lunar=reading.lunar,
            doubt=reading.doubt,
        )

    @cached_property
    def _of_the_whole(self) -> Audience:
        return of_the_whole(self.low)

    def _change(self, off: _Off) -> Change:
        start, end = self._trimmed(off.start, off.end)
        place = self.lines.at(self.text.back(start))
        return Change(was=off.was, now=off.now, kind=off.kind, sentence=self._evidence(start, end), place=place)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.text.text
        while start < end and text[start] in "-+•*\n (,;:¦":
            start += 1
        while end > start and text[end - 1] in " :,(;¦":
            end -= 1
        if text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end):
            end += 1
        return start, end

    def _evidence(self, start: int, end: int) -> tuple[str, str, str]:
        """The words before, the phrase, the words behind, as far as its sentence goes."""
        before, phrase, behind = self._cut(start, end)
        return before.replace(CELL, "; "), phrase.replace(CELL, "; "), behind.rstrip(" ¦").replace(CELL, "; ")

    def _cut(self, start: int, end: int) -> tuple[str, str, str]:
        text = self.text.text
        begin, stop = self.text.sentence(start, end)
        near, far = max(begin, start - _SHOWN), min(stop, end + _SHOWN)
        before = text[near:start].lstrip("-+•#> \n")
        after = text[end:far].rstrip()
        if near > begin:
            before = "…" + before.partition(" ")[2]
        if far < stop:
            after = after.rpartition(" ")[0] + "…"
        return before, text[start:end].replace("\n", " "), after
