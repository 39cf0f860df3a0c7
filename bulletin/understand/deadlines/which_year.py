"""The year of a day that tells none, and which days are over before the notice is out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bulletin.words.dates.day import Day, printed_days
from bulletin.words.dates.phrase import Phrase

_BACK = timedelta(days=60)  # a day without year that lies further back than this is next year's
_ISO = re.compile(r"(?<![0-9])(20[0-9]{2})-[0-9]{2}-[0-9]{2}")
_CITED_ROOM = 80  # characters before a year in which a paper may be named
_CITED = re.compile(r"[/-][a-zđ0-9/-]{2,20},?\s?\(?(?:ký\s)?(?:ngày\s)?$|(?:luật|lệnh|định|hiến pháp)[^.;\n]{0,60}$")
_YEAR = re.compile(r"năm\s(?:học\s)?(20[0-9]{2})")
_ANY_YEAR = re.compile(r"(?<![0-9/.–-])(?<![–-]\s)(20[0-9]{2})(?![0-9]|\s?[/–-])")  # «Festival Huế 2023»
_DATELINE_BEFORE = re.compile(r",\s(?:ngày )?$")
_LINE_END = re.compile(r"[ *_|]{0,5}(?:\n|$)")
# A report opens with the day on which it was written: «Chiều 12-9-2026, phường khen …».
_REPORTED = re.compile(
    r"""
    (?:^|\n) [^\w\n]{0,4} (?:sáng|trưa|chiều|tối|ngày|hôm[ ]nay|\(?[^\n,(]{3,30}\)?[ ]?-)
    [ ,(]{1,3} (?:nay[ ]|ngày[ ])? \(?
    """,
    re.VERBOSE,
)

# Of a sentence that opens with its day only these say that it is no report: «Ngày 06/8, trụ sở … sẽ chuyển về …».
_OPENING_AHEAD = re.compile(
    r"""
      (?<!\w) (?:
          # it will, or somebody is asked
          sẽ | kính[ ]mời | mời | đề[ ]nghị | dự[ ]kiến | có[ ]mặt | cấm | cắt[ ]điện
        | mất[ ](?:điện|nước)
        | tạm[ ](?:ngừng|ngưng|dừng)[ ](?:cấp|cung|thu|tiếp|lưu)  # what is cut off from all
        | xin | nhớ | mỗi[ ](?:hộ|nhà|tổ) | bà[ ]con | phụ[ ]huynh  # who is spoken to
      ) (?!\w)
      # who does what: «thí sinh đến làm thủ tục»
    | (?:
          thí[ ]sinh | học[ ]sinh | các[ ]hộ | hộ[ ]dân | người[ ]dân | công[ ]dân | nhân[ ]dân
        | cử[ ]tri | khách[ ]hàng
      ) (?:[ ][^.,;]{0,30})? [ ]
      (?:đến|có[ ]mặt|nộp|tập[ ]trung|làm[ ]thủ[ ]tục|nhận|đi|bầu|đăng[ ]ký) (?!\w)
    """,
    re.VERBOSE,
)


def asks_behind_its_day(behind: str) -> bool:
    """Whether the words behind the day with which a sentence opens ask or announce, so that it is no report."""
    return bool(_OPENING_AHEAD.search(behind))


class Years:
    """The year of a day that tells none: the notice's, else that of the nearest date, else the nearest year."""

    def __init__(self, low: str, signed_on: date | None, phrases: Sequence[Phrase]) -> None:
        self.low, self.phrases = low, phrases
        self.signed_on = signed_on or self._dateline()
        self._years: list[tuple[int, int]] | None = None
        self._written: date | None = None
        self._told: set[date | None] | None = None

    def reported_on(self) -> date | None:
        """Without a day of signing: the full date with which a report opens, before which nothing is to be done."""
        if self._written is None and self.signed_on is None and (dateline := _REPORTED.match(self.low)):
            start = dateline.end()
            opening = next(printed_days(self.low[start : start + 20]), None)
            behind = self.low[start : start + 110].partition("\n")[0]
            if opening and opening.start == 0 and opening.days[0].year and not asks_behind_its_day(behind):
                self._written = opening.days[0].on(0)
        return self._written

    def resolve(self, day: Day, offset: int) -> date | None:
        """The solar date of `day`, which stands near low[offset]; None when no calendar has it, or no year is known."""
        if day.year:
            return day.on(day.year)
        if signed := self.signed_on:
            candidates = [day.on(year) for year in (signed.year - 1, signed.year, signed.year + 1)]
            return next((candidate for candidate in candidates if candidate and candidate >= signed - _BACK), None)
        year = self.nearest(offset)
        if year is None:
            return None
        if day.lunar and not day.cycle and (day.month or 0) >= 11:  # the days before Tết are those of the year before
            return day.on(year - 1) if (day.month or 0) == 12 else day.on(year)
        return day.on(year)

    def solar(self, phrase: Phrase) -> list[date]:
        """The solar days of a phrase, those of a span its ends; none where one is no day or has no year."""
        if phrase.kind == "days":
            days = [self.resolve(day, phrase.start) for day in phrase.days]
        else:
            days = list(self.span(phrase.days[0], phrase.days[1], phrase.start))
        known = [day for day in days if day]
        return known if len(known) == len(days) else []

    def nearest(self, offset: int) -> int | None:
        """The year that is told nearest to low[offset]."""
        if self._years is None:
            self._years = self._printed_years()
        return min(self._years, key=lambda year: abs(year[0] - offset))[1] if self._years else None

    def span(self, first_day: Day, last_day: Day, offset: int) -> tuple[date | None, date | None]:
        """Both ends: a year told at one of them is the other's too, unless the year turns between them."""
        if first_day.year and not last_day.year:
            turns = (last_day.month or 0, last_day.day or 32) < (first_day.month or 0, first_day.day)
            return first_day.on(first_day.year), last_day.on(first_day.year + turns)
        last = self.resolve(last_day, offset)
        if first_day.lunar or last_day.lunar:
            in_cycle = first_day._replace(cycle=first_day.cycle or last_day.cycle)
            return self.resolve(in_cycle, offset), last
        first = first_day.on(last.year) if last else None
        if first and last and first > last and not first_day.year:
            first = first_day.on(last.year - 1)
        return first, last

    def is_over(self, day: date) -> bool:
        """Whether `day` lies before the notice, so that it is nobody's task."""
        written = self.signed_on or self.reported_on()
        return written is not None and day < written

    def is_told(self, day: date) -> bool:
        """Whether the text prints it with its year somewhere: «ngày 18/3/2027 … tối ngày 18/3»."""
        if self._told is None:
            self._told = {one.on(one.year) for phrase in self.phrases for one in phrase.days if one.year}
        return day in self._told

    def _dateline(self) -> date | None:
        """The day of «Đà Nẵng, ngày 22 tháng 10 năm 2025», which ends its line: that of the signing."""
        for phrase in self.phrases:
            if (
                phrase.days[-1].year
                and len(phrase.days) == 1
                and "tháng" in phrase.words
                and _DATELINE_BEFORE.search(self.low, max(0, phrase.start - 8), phrase.start)
                and _LINE_END.match(self.low, phrase.end)
            ):
                return phrase.days[0].on(0)
        return None

    def _printed_years(self) -> list[tuple[int, int]]:
        """The years that the text tells, (offset, year): of its dates, but those of cited papers where it has others;
        where it has no dates, those that stand alone."""
        dates = [
            (phrase.core, day.year)
            for phrase in self.phrases
            for day in phrase.days
            if day.year and day.year >= 2000 and not day.lunar
        ]
        dates += [(iso.start(), int(iso[1])) for iso in _ISO.finditer(self.low)]
        if years := self._not_cited(dates) or dates:
            return years
        bare = [
            (match.start(), int(match[1])) for pattern in (_YEAR, _ANY_YEAR) for match in pattern.finditer(self.low)
        ]
        return self._not_cited(bare)

    def _not_cited(self, years: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [
            (offset, year)
            for offset, year in years
            if not _CITED.search(self.low, max(0, offset - _CITED_ROOM), offset)
        ]
