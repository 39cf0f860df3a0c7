"""Times to act, from the text itself: «chậm nhất ngày 05/5», «từ ngày 29/4 đến hết ngày 03/5», «thứ 7 hàng tuần».

Each time that a text tells (`words/dates`) is put into its frame (`frames`), refused where it is none to act at
(`vetoes`) or where it no longer holds (`called_off`), and weighed by the words that ask, offer or close (`weighing`):
what is sure is told to residents, what is not is left to the editor with its reason. Whose it is comes from `audience`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bulletin.model.deadline import Change, DaySlip, Deadline
from bulletin.model.place import Place
from bulletin.understand.deadlines import called_off, vetoes
from bulletin.understand.deadlines.candidates import Cancelled, Candidate, Rule
from bulletin.understand.deadlines.day_slips import slips_of
from bulletin.understand.deadlines.deadline_values import DeadlineValues
from bulletin.understand.deadlines.occurrences import Body, occurrences, rule_candidate
from bulletin.understand.deadlines.plain_text import plain_text
from bulletin.understand.deadlines.recurring import rules
from bulletin.understand.deadlines.sentences import Plain
from bulletin.understand.deadlines.surroundings import Surroundings
from bulletin.understand.deadlines.weighing import is_bare_start
from bulletin.understand.deadlines.which_year import Years
from bulletin.understand.text.lines import Lines
from bulletin.words.dates.phrases import phrases

_SEASON = 200  # days: what a text without a day of signing tells of the same time of year
_OPENING = 300  # characters in which a text calls itself a notice
_ITEMS_ROOM = 400  # how far behind a line that leads to items these may stand
_EXTENSION_ROOM = 700  # how far behind an end the words may stand that put it off
# Without one of these a text tells no time to act.
_MAY = re.compile(
    r"""
      # two figures with a slash, a dot or a dash between, of whatever kind: «12/5», «12 – 5»
      [0-9] [\s\u00a0\u2000-\u200b\u202f]* [/.\-\u2010-\u2015] [\s\u00a0\u2000-\u200b\u202f]* [0-9]
      # the words of months, feasts and what comes again
    | tháng | rằm | tết | quý | h[àằ]ng\s | mỗi\s | thứ\s | nhật | làm\sviệc
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e]")  # «𝟐𝟒/𝟏𝟏/𝟐𝟎𝟐𝟓», as posts on social networks have it
_NOTICE = re.compile(r"thông báo(?! số)|kính mời|lịch (?!sử)|kế hoạch tổ chức|giấy mời|chương trình")
_FIGURE = re.compile("[0-9]")
_OPENS = re.compile(r"(?<!\w)khai giảng(?!\w)")
_CLOSES = re.compile(r"(?<!\w)(?:buổi cuối|bế giảng|kết thúc (?:khóa|khoá|lớp))(?!\w)[^.\n]{0,30}$")
_LASTS = re.compile(
    r"""
    [^\w\n]* (?:[0-9]{1,2}[.)/][ ]?|[a-zđ][.)][ ]?)? [^\w\n]* thời[ ](?:gian|hạn)
    (?:[ ](?:thí[ ]điểm|thực[ ]hiện|áp[ ]dụng|tổ[ ]chức|cấm|diễn[ ]ra|thi[ ]công|triển[ ]khai))? [ ]?:
    """,
    re.VERBOSE,
)
_COURSE = re.compile(r"(?<!\w)(?:học|lớp)(?!\w)")


class Times(NamedTuple):
    """What a body tells of time: see `model/prose.Prose`."""

    deadlines: tuple[Deadline, ...] = ()
    doubtful: tuple[Deadline, ...] = ()
    changes: tuple[Change, ...] = ()
    slips: tuple[DaySlip, ...] = ()


def read(body: str, lines: Lines, signed_on: date | None) -> Times:
    """Every time to act that `body` tells, in order, and what the editor should look at."""
    if not body.isascii():
        plain_letters = _STYLED.sub(lambda styled: unicodedata.normalize("NFKC", styled[0]), body)
        composed = unicodedata.normalize("NFC", plain_letters)
        if composed != body:  # lines stay lines, so a place in the one is near enough in the other
            body, lines = composed, Lines(composed, lines.first_line, lines.path)
    if not _MAY.search(body):
        return Times()
    return _times(plain_text(body), lines, signed_on)


def headline_slips(headlines: Iterable[tuple[str, Place]], signed_on: date | None) -> tuple[DaySlip, ...]:
    """The days that cannot be right in lines of front matter, each at the place of its key."""
    return tuple(
        replace(slip, place=place)
        for text, place in headlines
        if _FIGURE.search(text)
        for slip in read(text, Lines(text, 1, ""), signed_on).slips
    )


def _times(text: Plain, lines: Lines, signed_on: date | None) -> Times:
    """What `text` tells: of its phrases, and of what comes again."""
    body = _body(text, lines, signed_on)
    coming_back = list(rules(text, body.phrases, body.years))
    candidates, cancelled = _of_phrases(body, {index for rule in coming_back for index in rule.phrases})
    of_rules = [rule_candidate(_bounded(rule, candidates, body), body) for rule in coming_back]
    candidates = _not_extended([*candidates, *of_rules], text)
    values = DeadlineValues(text, body.surroundings, lines)
    deadlines = [values.deadline(candidate) for candidate in sorted(candidates, key=lambda candidate: candidate[:2])]
    return Times(
        deadlines=tuple(deadline for deadline in deadlines if not deadline.doubt),
        doubtful=tuple(deadline for deadline in deadlines if deadline.doubt),
        changes=tuple(map(values.change, _told_best(cancelled))),
        slips=tuple(slip for slips in body.slips.values() for slip in slips),
    )


def _told_best(cancelled: Sequence[Cancelled]) -> list[Cancelled]:
    """Each once, and without the times of which it is also told to when they are moved: «Ngày 21/3 không có cán bộ.»"""
    moved = {one.was for one in cancelled if one.now}
    kept = (one for one in cancelled if one.now or one.was not in moved)
    return list({(one.was, one.now, one.kind): one for one in reversed(list(kept))}.values())[::-1]


def _bounded(rule: Rule, candidates: Sequence[Candidate], body: Body) -> Rule:
    """`rule`, which tells no day from which on it holds, from the one that the rest of the text tells; likewise to."""
    first, last = rule.first, rule.last
    if not (first or last):
        first, last = _leading_window(rule.start, candidates, body.text)
    if not (first or last):
        first, last = _window_beside(rule, candidates, body.text)
    first = first or _since(candidates, body.years.signed_on)
    if _COURSE.search(body.text.low, *body.text.line(rule.start)):
        first, last = first or _day_of(_OPENS, candidates, body.text), last or _day_of(_CLOSES, candidates, body.text)
    return rule._replace(first=first, last=last)


def _window_beside(rule: Rule, candidates: Sequence[Candidate], text: Plain) -> tuple[date | None, date | None]:
    """The days of the one window in the line of `rule`: «họp từ ngày 01/9 đến hết ngày 20/12. Giờ họp chợ: …»; else
    of the one whose label says that all of it lasts so long: «Thời gian thí điểm: từ ngày …»."""
    windows = [c for c in candidates if c.kind == "window" and c.first and c.last and not c.doubt]
    line = text.line(rule.start)
    beside = [c for c in windows if line[0] <= c.start < line[1]]
    labelled = [c for c in windows if _LASTS.match(text.low, text.line(c.start)[0])]
    for group in (beside, labelled):
        if len(group) == 1:
            return group[0].first, group[0].last
    return None, None


def _leading_window(start: int, candidates: Sequence[Candidate], text: Plain) -> tuple[date | None, date | None]:
    """The days of «từ ngày 10/11 đến hết ngày 31/12 … như sau:», the line that leads to the items of which the rule at
    text[start] is one."""
    for window in candidates:
        stop = text.line(window.end)[1]
        leads = text.low[:stop].rstrip().endswith(":") and stop < start < stop + _ITEMS_ROOM
        if window.kind == "window" and window.first and window.last and leads and not window.doubt:
            return window.first, window.last
    return None, None


def _since(candidates: Sequence[Candidate], signed_on: date | None) -> date | None:
    """The one day from which on all of a text holds: «kể từ ngày 16/11 giờ lấy rác thay đổi như sau: …»."""
    open_ = [c for c in candidates if c.kind == "window" and c.first and c.last is None and not c.guessed]
    days = {c.first for c in open_ if not c.doubt or is_bare_start(c.doubt)}
    (since,) = days if len(days) == 1 else (None,)
    return since if since and signed_on and since > signed_on else None


def _day_of(words: re.Pattern[str], candidates: Sequence[Candidate], text: Plain) -> date | None:
    """The one day on which a course opens, «Khai giảng: 18g30 thứ Hai 29/3», or closes: «buổi cuối là ngày 07/10»."""
    sure = (c for c in candidates if c.kind == "event" and c.first and not c.doubt)
    days = {c.first for c in sure if words.search(text.low, text.sentence(c.start, c.end)[0], c.end)}
    return days.pop() if len(days) == 1 else None


def _body(text: Plain, lines: Lines, signed_on: date | None) -> Body:
    """`text` with its phrases and their slips; days of documents and feasts are judged where those are."""
    times = phrases(text.low, but_documents=signed_on is not None)
    years = Years(text.low, signed_on, times)
    slips: dict[int, list[DaySlip]] = {}
    for phrase in times:
        if of_phrase := slips_of(phrase, text, years, lines):
            begin, stop = text.sentence(phrase.start, phrase.end)
            sides = vetoes.Sides(text.low[begin : phrase.start], text.low[phrase.end : stop])
            if not vetoes.never(sides, at_hours=bool(phrase.hours)):
                slips[phrase.start] = of_phrase
    return Body(text, times, years, Surroundings(text), slips)


def _of_phrases(body: Body, in_rules: set[int]) -> tuple[list[Candidate], list[Cancelled]]:
    """The candidates and cancelled times of the phrases that are not `in_rules`.

    Without a day of signing they are read twice: what is told besides of the days to come is then read with less
    caution than a report.
    """
    candidates, cancelled = occurrences(body, in_rules, None)
    if body.years.signed_on is None and (horizon := _earliest(candidates, body.text.low)):
        return occurrences(body, in_rules, horizon)
    return candidates, cancelled


def _earliest(candidates: Sequence[Candidate], low: str) -> date | None:
    """The first day that is surely to come: of two and more, or of one in a text that calls itself a notice."""
    days = sorted({candidate.last for candidate in candidates if candidate.last and not candidate.doubt})
    days = [day for day in days if (days[-1] - day).days < _SEASON]
    return days[0] if len(days) > 1 or (days and _NOTICE.search(low[:_OPENING])) else None


def _not_extended(candidates: list[Candidate], text: Plain) -> list[Candidate]:
    """Without ends that a later sentence puts off: «… kết thúc ngày 31/8. … gia hạn đến hết ngày 30/9.»"""
    extensions = [
        candidate
        for candidate in candidates
        if candidate.kind == "deadline" and called_off.is_extension(text.low[candidate.start : candidate.end])
    ]
    return [old for old in candidates if not any(_puts_off(new, old, text) for new in extensions)]


def _puts_off(new: Candidate, old: Candidate, text: Plain) -> bool:
    """Whether `new`, which stands shortly behind `old`, is a later end of the same."""
    stands_behind = old.start < new.start < old.end + _EXTENSION_ROOM
    if not stands_behind or not old.last or not new.last or old.last >= new.last or old.rrule:
        return False
    sentence = text.low[slice(*text.sentence(old.start, old.end))]
    extension = text.low[slice(*text.sentence(new.start, new.end))]
    return called_off.is_same_end(sentence, extension)
