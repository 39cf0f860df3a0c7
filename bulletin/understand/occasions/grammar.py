"""Occasions in running text: «136 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022)». Pure text, no registry needed
but to know where a name without a date ends, and that a day by itself is a feast.

A count of years, a pair of dates or a day leads to a name; a word of commemorating («kỷ niệm»), the word «ngày», the
pair, or a name of the registry makes it an occasion. What follows it in a list is read with it.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator

from bulletin.model.anniversary import Anniversary
from bulletin.understand.occasions import cue_words as words
from bulletin.understand.occasions.days_alone import days_alone
from bulletin.understand.occasions.known_names import Feasts, Found, of_the_moon, on_day, since_the_same_year
from bulletin.understand.occasions.lunar_new_year import new_years
from bulletin.understand.occasions.titled import title
from bulletin.understand.occasions.undated import undated
from bulletin.understand.text.plain import plain
from bulletin.words.dates.stated import Dates, Stated, dates


def find(text: str, feasts: Feasts, signed: int | None) -> tuple[Found, ...]:
    """Every occasion that `text` states, in order; `signed` is the year of its signing, when it is known."""
    return _Text(text, feasts, signed).read()


class _Text:
    """One text while it is read: its dates, and which of them already belong to an occasion."""

    def __init__(self, text: str, feasts: Feasts, signed: int | None) -> None:
        self.raw, self.text = text, plain(text)
        lower = self.text.lower()
        self.low = lower if len(lower) == len(self.text) else self.text
        self.feasts, self.signed = feasts, signed
        self.days = list(dates(self.text))
        self.starts = [day.start for day in self.days]
        self.taken: set[int] = set()

    def read(self) -> tuple[Found, ...]:
        found: list[Found] = []
        counts = list(words.COUNT.finditer(self.text))
        stops = [*(m.start() for m in counts[1:]), len(self.text)]
        for m, stop in zip(counts, stops, strict=False):
            if one := self._counted(m, stop, found[-1] if found else None):
                found += one
                found += self._listed(one[-1], stop)
        counted, stops = [one.start for one in found], [one.stop for one in found]
        for day in self.days:
            if day.start in self.taken:
                continue
            i = bisect(counted, day.start) - 1
            if i >= 0 and day.start < stops[i]:
                continue  # a day inside of an occasion's name
            if one := self._uncounted(day):
                found += one
                found += self._listed(one[-1], len(self.text))
        found += self._new_years()
        found += days_alone(self.text, [day for day in self.days if day.start not in self.taken], self.feasts)
        found += undated(self.low, self.text, self.feasts, [(occasion.start, occasion.stop) for occasion in found])
        return tuple(sorted(found, key=lambda one: one.start))

    # --- with a count of years ----------------------------------------------------------------------------------

    def _counted(self, m: re.Match[str], stop: int, last: Found | None) -> list[Found]:
        """«136 năm …», «lần thứ 136 …»; two occasions where one count and one name stand for both."""
        count = int(m["n"] or m["nth"] or m["lost"] or m["bare"])
        begin = self._blanks(m.end())
        near = self._days(begin + 1, begin + 210)
        if m["n"] and (named := title(self.text, self.low, m.start(), begin, count, near)):
            return self._named(m.start(), begin, named[0], count, named[1])
        ahead = next(iter(self._days(begin, begin + 4)), None)
        if ahead and not (ahead.open in (m.end(), begin) and ahead.bracketed and ahead.pair):
            ahead = None
        if ahead:  # «50 năm (2/9/1969 - 2/9/2019) thực hiện Di chúc»
            begin = self._blanks(ahead.close)
        before = self.low[max(0, m.start() - 70) : m.start()]
        if not count or begin >= stop or words.NO_NAME.match(self.low, begin):
            return []
        end, day = (
            (self._soft_end(begin, self._limit(begin, stop)), ahead) if ahead else self._spread(begin, stop, count)
        )
        if not (self._asked(before, m, begin, last, day, count) or self._speaks(before, begin, day, count)):
            return []
        if not m["n"] and not m["nth"] and not (day and day.pair) and not self._fits(begin, end, count, day, before):
            return []
        return self._named(m.start(), begin, end, count, day)

    def _fits(self, begin: int, end: int, count: int, day: Dates | None, before: str) -> bool:
        """Whether a count without «năm» is of years: after «kỷ niệm», or of a feast whose day is said."""
        if words.CUE.search(before) and (self.text[begin] == "N" or words.BORN.match(self.low, begin)):
            return True  # «kỷ niệm 60 Ngày thành lập …»; in small letters «100 ngày thành lập» may be days
        row = self.feasts.meant(self.text[begin:end], day.first if day else None, None)
        led = before.endswith("niệm ") or (words.CUE.search(before) and not self.low.startswith("ngày ", begin))
        if not row or led:
            return row is not None
        year = int(row.origin[:4]) + count if row.origin else 0
        near = abs(year - self.signed) < 2 if self.signed else year in words.OUR_YEARS
        return near and day is not None and on_day((row,), day.first)

    def _asked(
        self, before: str, m: re.Match[str], begin: int, last: Found | None, day: Dates | None, count: int
    ) -> bool:
        """Whether a word of commemorating, or an occasion in the same list, leads to it."""
        if words.CUE.search(before):
            return True
        if not last or not words.JOINED.fullmatch(self.low, last.stop, m.start()):
            return False
        event = words.EVENT.match(self.low, begin) or words.HONOURED.match(self.low, begin)
        return bool(event or (day and day.pair and day.years == count))

    def _speaks(self, before: str, begin: int, day: Dates | None, count: int) -> bool:
        """Whether a name tells by itself, or with its dates, that it is an occasion's."""
        if words.NOT_COUNTED.search(before):
            return False
        if self.low.startswith("ngày ", begin) or (day and day.one_day):
            return True
        if day and day.pair and day.years == count and words.EVENT.match(self.low, begin):
            return True
        _, rows = self.feasts.named_at(self.text, begin)
        return bool(rows) or bool(words.EVENT.match(self.low, begin) and self._cue_in_sentence(begin))

    def _cue_in_sentence(self, at: int) -> bool:
        before = self.low[max(0, at - 300) : at]
        ends = [m.end() for m in words.SENTENCE.finditer(self.raw, max(0, at - 300), at)]
        return bool(words.ANY_CUE.search(before, ends[-1] - max(0, at - 300) if ends else 0))

    # --- what follows in a list ---------------------------------------------------------------------------------

    def _listed(self, last: Found, stop: int) -> list[Found]:
        """«… và Ngày Quốc khánh (2/9/1945 - 2/9/2022)»: items that share the count before them, or have none."""
        found: list[Found] = []
        while m := words.JOINED.match(self.low, last.stop):
            begin = m.end()
            joined = self.low[last.stop : begin]
            if not words.JOINS.search(joined) or begin >= stop or words.NO_NAME.match(self.low, begin):
                break
            end, day = self._spread(begin, stop, last.ordinal)
            if day and day.start in self.taken:
                break
            exact_end, rows = self.feasts.named_at(self.text, begin)
            exact = rows if rows and not self.text[exact_end:end].strip() else ()
            freed = not day and self._freed(last, begin)
            if not freed and not self._goes_on(last, exact, day, begin):
                break
            begin = self._trimmed(begin, end)
            count = last.ordinal if freed else self._shared(last, exact, day)
            items = self._named(begin, begin, end, count, day)
            if not items:
                break
            found += items
            last = items[-1]
        return found

    def _freed(self, last: Found, begin: int) -> bool:
        """«50 năm Ngày Giải phóng miền Nam và Giải phóng huyện X»: the places were freed in one year."""
        freed = last.ordinal and "giải phóng" in self.low[slice(*last.name)]
        return bool(freed and words.FREED_PLACE.match(self.low, begin))

    def _goes_on(self, last: Found, rows: tuple[Anniversary, ...], day: Dates | None, begin: int) -> bool:
        """Whether a name of the list is an occasion like the one before: by its pair, its day, or its first year."""
        if day and day.pair:
            return day.one_day or day.years == last.ordinal
        if day and day.bracketed and self._past(day) and last.origin and words.EVENT.match(self.low, begin):
            return True  # «Chiến thắng Đồi Mẫu (11-1965), Chiến thắng Bến Mẫu (3-1968)»
        if day:
            return on_day(rows, day.first)
        return bool(last.ordinal and last.row and since_the_same_year(rows, last.row))

    def _shared(self, last: Found, rows: tuple[Anniversary, ...], day: Dates | None) -> int | None:
        """The count of the item before, where it fits: its own years are as many, or it began in the same year."""
        if last.ordinal is None:
            return None
        if day and day.pair:
            return last.ordinal if day.years in (last.ordinal, last.years) else None
        return last.ordinal if last.row and since_the_same_year(rows, last.row) else None

    def _trimmed(self, begin: int, end: int) -> int:
        """Where the name begins in «tuyên truyền ngày X»."""
        if words.EVENT.match(self.low, begin) or words.DAY_WORD.match(self.low, begin):
            return begin
        m = words.DAY_NAME.search(self.low, begin, end)
        return m.start() if m else begin

    # --- without a count ----------------------------------------------------------------------------------------

    def _uncounted(self, day: Dates) -> list[Found]:
        """A pair or a day beside a name: «Ngày thành lập Đoàn (26/3/1931 - 26/3/2019)», «Quốc tế Thiếu nhi (1/6)»."""
        if day.one_day:
            begin = self._name_before(day.open)
            return self._named(begin, begin, day.open, None, day) if begin is not None else []
        end = self._stripped(day.open)
        if day.bracketed and self._past(day) and (begun := self._cued(end, day)) is not None:
            return self._named(begun, begun, end, None, day)
        if day.first.day is None or day.second:
            return self._in_year(day)
        if not self._apart(end, day) and (items := self._before_day(end, day)):
            return items
        return self._behind_day(day)

    def _before_day(self, end: int, day: Dates) -> list[Found]:
        """«Quốc tế Thiếu nhi (1/6)», «kỷ niệm ngày hội X 27/7»."""
        if words.AFTER_COMMA.match(self.low, end, day.start) or words.GAP.match(self.low, end, day.start):
            begin, rows = self.feasts.named_before(self.text, end)
            if rows and on_day(rows, day.first) and self._held(begin, end, day.first, rows):
                begin = self._both(begin, day)
                return self._named(begin, begin, end, None, day)
            if (not rows or day.bracketed) and (begun := self._cued(end, day)) is not None:
                return self._named(begun, begun, end, None, day)
        return []

    def _behind_day(self, day: Dates) -> list[Found]:
        """«27/7, Ngày Thương binh - Liệt sĩ», «Ngày 02/4 ngày thành lập ngành cấp nước»."""
        behind = words.BEHIND_DAY.match(self.low, day.end)
        begin = behind.end() if behind else day.end
        stop, rows = self.feasts.named_at(self.text, begin)
        # «27/7, Ngày Thương binh - Liệt sĩ»; a date right behind the name is the name's own.
        own = any(other.open <= self._blanks(stop) + 1 for other in self._days(stop, stop + 8))
        if rows and not own and on_day(rows, day.first) and self._held(day.start, stop, day.first, rows):
            return self._named(day.start, begin, stop, None, day)
        joint = self.text[day.close : begin]
        if own or "," in joint or "(" in joint or self._past(day):
            return []
        if words.A_TIME.search(self.low[max(0, day.start - 9) : day.start]) or self.low.startswith("từ", day.start):
            return []
        stop = self._soft_end(begin, self._limit(begin, len(self.text)))
        if not words.NAMED_DAY.match(self.low, begin) and not self._of_list(day, begin, stop):
            return []
        return self._named(day.start, begin, stop, None, day)

    def _of_list(self, day: Dates, begin: int, end: int) -> bool:
        """Whether a day and its name are an item of a list of such: «ngày 10/9 ngày mở cửa rừng, ngày 12/9 ngày …»."""
        if not words.OF_A_LIST.match(self.low, begin):
            return False
        behind = words.NEXT_OF_LIST.match(self.low, end)
        if behind and words.OF_A_LIST.match(self.low, behind.end()):
            return True
        return any(m.end() == begin for m in words.NEXT_OF_LIST.finditer(self.low, max(0, day.start - 4), begin))

    def _past(self, day: Dates) -> bool:
        """Whether a lone date is of a year before those in which our texts are written."""
        return not day.second and bool(day.first.year) and day.first.year not in words.OUR_YEARS

    def _apart(self, end: int, day: Dates) -> bool:
        """Whether the day begins the next line, a sentence of its own: «… Ngày mở chợ ⏎ Ngày 5/4, tiểu thương …»."""
        _, line, after = self.raw[end : day.start + 1].rpartition("\n")
        return bool(line) and not day.bracketed and after.lstrip()[:1].isupper()

    def _both(self, begin: int, day: Dates) -> int:
        """Where the first of two names begins that share one day in brackets: «Ngày A và Ngày B (22/12)»."""
        m = words.AND_BEFORE.search(self.low, max(0, begin - 5), begin) if day.bracketed else None
        if not m:
            return begin
        first, rows = self.feasts.named_before(self.text, m.start())
        if rows:
            return first
        first = self._clause(m.start())
        led = words.CUE.search(self.low[max(0, first - 70) : first]) or self.low.startswith(words.MARKED, first - 5)
        return first if led and words.NAME_BEGINS.match(self.low, first) else begin

    def _in_year(self, day: Dates) -> list[Found]:
        """«nhân dịp Lễ Giỗ Tổ Hùng Vương năm 2021»: a year alone, right behind a name that is kept."""
        end = self._stripped(day.open)
        if day.second or day.first.month or day.first.year not in words.OUR_YEARS:
            return []
        begin, rows = self.feasts.named_before(self.text, end)
        if not rows or not self.low.startswith("năm ", day.start) or day.start - end > 1:
            return []
        cued = words.CUE.search(self.low, max(0, begin - 70), begin)
        return self._named(begin, begin, end, None, day) if cued else []

    def _held(self, at: int, end: int, said: Stated, rows: tuple[Anniversary, ...]) -> bool:
        """Whether the day is kept, not only told of: «giá trị của chiến thắng 30/4», «sau … 7/5/1954» are history."""
        if words.CUE.search(self.low[max(0, at - 70) : at]):
            return True
        if said.year and any(row.origin[:4] == str(said.year) for row in rows):
            return False
        named = self.text[at].isupper() and len(self.text[at:end].split()) > 2
        return named or bool(words.KEPT.search(self.low, at, end))

    def _cued(self, end: int, day: Dates) -> int | None:
        """Where the unknown name before text[end] begins: «kỷ niệm ngày hội X 27/7», «các ngày lễ: Ngày X (14/6)»."""
        if not day.first.sure:
            return None
        if not day.bracketed and (day.first.year or "\n" in self.raw[end : day.start + 1]):
            return None
        own = self._clause(end)
        begin = self._both(own, day)
        direct = bool(words.CUE.search(self.low[max(0, begin - 70) : begin])) or (
            self.low.startswith(words.MARKED, max(0, begin - 5))
            and (day.bracketed or bool(words.WORLD_DAY.match(self.low, begin)))
        )
        event = words.EVENT.match(self.low, begin) if direct or self._past(day) else None
        if not direct and not (day.bracketed and (event or not day.first.year) and self._cue_in_sentence(begin)):
            return None
        m = words.DAY_WORD.search(self.low, begin, end) or event
        if not m or end - m.start() > 120 or words.SOFT.search(self.low, max(own, m.start()), end):
            return None
        return m.start()

    def _name_before(self, end: int) -> int | None:
        """Where the name before a pair begins."""
        end = self._stripped(end)
        low = max(0, end - 160)
        hard = [m.end() for m in words.HARD.finditer(self.low, low, end)]
        cue = bool(hard and self.low[: hard[-1]].endswith(("niệm", "mừng", "dịp", "tới")))
        low = hard[-1] if hard else low
        m = words.NAME_BEGINS.search(self.low, low, end)
        if m:
            return m.start()
        begin, rows = self.feasts.named_before(self.text, end)
        if rows:
            return begin
        return self._blanks(low) if cue and self._blanks(low) < end else None

    def _clause(self, end: int) -> int:
        low = max(0, end - 160)
        ends = [m.end() for m in words.CLAUSE.finditer(self.low, low, end)]
        return self._blanks(ends[-1]) if ends else low

    # --- names and dates ----------------------------------------------------------------------------------------

    def _spread(self, begin: int, stop: int, count: int | None) -> tuple[int, Dates | None]:
        """Where the name that begins at `begin` ends, and the dates that belong to it."""
        limit = self._limit(begin, stop)
        after = self._days(begin + 1, limit + 2)[:2]
        day = after[0] if after else None
        if len(after) == 2 and after[1].one_day and not after[0].second and after[0].first[1:3] == after[1].first[1:3]:
            self.taken.add(after[0].start)
            day = after[1]  # «Ngày Quốc tế Lao động 01/5 (01/5/1886 - 01/5/2022)»
        elif len(after) == 2 and after[1].bracketed and not after[0].bracketed and after[1].open <= after[0].close + 1:
            self.taken.add(after[0].start)
            day = after[1]  # «Ngày thành lập Nhà máy 19/5 (10-4-2026)»
            limit = max(limit, day.open)
            if not day.pair:
                return day.open, day
        if day and day.pair and day.open <= limit:
            meant = day.one_day or day.years == count
            if meant or (day.bracketed and day.years and "giai đoạn" not in self.low[begin : day.open]):
                return day.open, day
        end = self._soft_end(begin, limit)
        day = next((d for d in after if d.start >= end), None)
        if not day or day.pair:
            return end, None
        if day.bracketed and self._two_names(end, day):
            return day.open, day
        row = self.feasts.meant(self.text[begin:end], None, None)
        its_own = bool(row and on_day((row,), day.first))
        if self._apart(end, day) or (not its_own and not day.bracketed and "\n" in self.raw[end : day.start]):
            return end, None  # the day of the article, in a line of its own below the title
        if words.GAP.fullmatch(self.low, end, day.start) and (day.first.day or day.bracketed):
            return end, day if its_own or day.bracketed or day.first.sure else None
        if its_own and (day.bracketed or words.AFTER_COMMA.fullmatch(self.low, end, day.start)):
            return end, day
        if (
            count
            and day.first.day
            and day.first.year
            and day.first.year < 2000
            and day.first.year + count in words.OUR_YEARS
        ):
            return day.open, day  # «118 năm ngày sinh đồng chí Trần Phú – Tổng Bí thư đầu tiên 01/5/1904»
        return end, None

    def _two_names(self, end: int, day: Dates) -> bool:
        """Whether «A và B» stands before one day in brackets."""
        m = words.AND.match(self.low, end)
        if not m or "," in m[0] or not words.EVENT.match(self.low, m.end()):
            return False
        return not words.BREAK.search(self.low, m.end(), day.open)

    def _limit(self, begin: int, stop: int) -> int:
        """How far a name may go at most."""
        hard = words.HARD.search(self.low, begin, begin + 222)
        limit = min(stop, hard.start() if hard else stop, begin + 220)
        inside = self.text.count('"', max(0, begin - 200), begin) % 2 == 1
        for i in range(begin, limit):
            sign = self.text[i]
            if sign in "“«" or (sign == '"' and not inside):
                inside = True
            elif sign in '”»"':
                if not any(opening in self.text[begin:i] for opening in '“«"'):
                    return i
                inside = False
        return limit

    def _soft_end(self, begin: int, limit: int) -> int:
        """Where a name without dates ends: after the longest name of the registry, at the next word of a sentence."""
        known, _ = self.feasts.named_at(self.text, begin)
        at = max(known, self._blanks(begin) + 1)
        if known > limit:
            return limit
        end, of_name = limit, 0
        for m in words.SOFT.finditer(self.low, at if known > begin else begin + 4, limit):
            whole = words.BEFORE_BRACKETS.match(self.low, m.start())
            of_name = whole.end() if whole else of_name
            if m.start() >= of_name:
                end = m.start()
                break
        line = words.NEW_LINE.search(self.raw, at, end)
        return self._stripped(line.start() if line else end)

    def _named(self, start: int, begin: int, end: int, count: int | None, day: Dates | None) -> list[Found]:
        """The occasion of these parts; two where one pair stands after two names that have different days."""
        end = self._stripped(end)
        name = self.text[begin:end]
        if len(name) < 4:
            return []
        if day:
            self.taken.add(day.start)
        if day and day.pair and (parted := self._parted(begin, end, day)):
            left, right, its_row = parted
            one = Found(start=start, stop=left, name=(begin, left), ordinal=count, origin="", observed="", row=its_row)
            return [one, *self._named(right, right, end, self._shared(one, (), day), day)]
        row = self.feasts.meant(name, day.first if day else None, self._began(count, day))
        if not row and day and day.bracketed:
            row = self._one_of_two(name, count, day)
        origin, observed = self._told(day, count, row) if day else ("", "")
        return [
            Found(
                start=start,
                stop=max(end, day.close) if day else end,
                name=(begin, end),
                ordinal=count,
                origin=origin,
                observed=observed,
                row=row,
                years=day.years if day else None,
            )
        ]

    def _one_of_two(self, name: str, count: int | None, day: Dates) -> Anniversary | None:
        """The row of the first of two names that share one day, and began in the year that is said."""
        year = day.first.year if day.second or self._past(day) else None
        if not year and count and day.first.year:
            year = day.first.year - count
        for part in name.split(" và "):
            row = self.feasts.meant(part, day.first, None)
            if row and on_day((row,), day.first) and (not year or row.origin.startswith(f"{year:04}")):
                return row
        return None

    def _told(self, day: Dates, count: int | None, row: Anniversary | None) -> tuple[str, str]:
        """(origin, observed) as `day` states them."""
        first = day.first
        if day.pair and day.second:
            return first.said, day.second.said
        if first.year and not self._is_observed(first.year, count, row):
            return first.said, ""
        if row and of_the_moon(row) and not first.year:
            return "", "lunar:" + first.said.removeprefix("lunar:")
        return "", first.said

    def _parted(self, begin: int, end: int, day: Dates) -> tuple[int, int, Anniversary] | None:
        """(end of the first name, begin of the second, the first row) of «A và B (2/9/…)», when A has another day."""
        left, rows = self.feasts.named_at(self.text, begin, end)
        m = words.AND.match(self.low, left, end)
        row = self.feasts.meant(self.text[begin:left], None, None)
        if day.bracketed:
            return None  # one day in brackets stands for both names
        if m and row and rows and not on_day((row,), day.first) and words.EVENT.match(self.low, m.end()):
            return left, m.end(), row
        return None

    def _began(self, count: int | None, day: Dates | None) -> int | None:
        """The year it is counted from, to part two that fall on one day: as said, else as the signing has it."""
        if day and day.pair:
            return day.first.year
        return self.signed - count if count and self.signed else None

    def _is_observed(self, year: int, count: int | None, row: Anniversary | None) -> bool:
        """Whether a lone date tells when the day is kept, not when it began."""
        if row and row.origin:
            return row.origin[:4] != f"{year:04}"
        if count is None:
            return year >= 2000
        if self.signed:
            return abs(year - self.signed) <= abs(year + count - self.signed)
        return year + count > 2030

    def _new_years(self) -> Iterator[Found]:
        for start, named, stop, year in new_years(self.low, self.signed):
            row = self.feasts.meant("Tết Nguyên đán", None, None)
            name = (start, named)
            yield Found(start=start, stop=stop, name=name, ordinal=None, origin="", observed=str(year), row=row)

    def _days(self, low: int, high: int) -> list[Dates]:
        """The dates that begin in text[low:high]."""
        return self.days[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def _blanks(self, at: int) -> int:
        while at < len(self.text) and self.text[at] == " ":
            at += 1
        return at

    def _stripped(self, end: int) -> int:
        while end and self.text[end - 1] in " (,;:-":
            end -= 1
        return end
