"""Line one of a notice: the card that answers when, where, who, what to do and whom to call.

The editor's summary goes before confirmed events, and these before what a machine has surely read, which is labelled so
once. What the text asks of its readers stands there in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from math import ceil

from bulletin.model.archive import Entry
from bulletin.model.prose import Asked
from bulletin.model.text import Words
from bulletin.model.views.notices import Answer, SummaryLine
from bulletin.model.views.tasks_and_campaigns import TaskRow
from bulletin.plan.calendar.task_rows import event_rows, rows_of, task_row
from bulletin.plan.calendar.vocabulary import ENDED
from bulletin.plan.desk.programme import with_points
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.task import Task
from bulletin.plan.notices.html_of_text import html_of_words
from bulletin.plan.notices.whom_to_call import whom_to_ask, whom_to_call

_BARE = 45  # characters beside a place that tell a time and nothing else
# The names of the columns of a row, its days and its hours.
_OF_ROW = re.compile(
    r"(?:(?<=; )|^)[^:;.]{1,30}: | ?[0-9]{1,2}(?:[hg/:.][0-9/]*)+ ?[-–,]?|(?:thứ [^\W\d]+|chủ nhật) ", re.IGNORECASE
)
_SEEN = 8  # lines of times that are seen at once on a phone
_LINE = 38  # characters of such a line


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInputs:
    """What the card sees: the notice and its standing, the calendar file of its times ("" for none)."""

    site: Site
    entry: Entry
    standing: Standing
    subscribe: str


def answer(seen: AnswerInputs) -> Answer | None:
    """The card, or None where there is nothing to tell in it."""
    standing, timing, above = seen.standing, seen.standing.timing, seen.entry.prose.above
    summary = tuple(_lines(("Khi nào", above.when), ("Việc gì", above.what), ("Ai", above.who)))
    rows = () if above.when.text else _times(seen)
    # The card says once that a machine has read them, and what it had to guess.
    plain = tuple(replace(row, is_read=False, doubt="") for row in rows)
    # What is over leaves the room to whom to call.
    shown = _fitting(plain) if timing.phase != "over" else 1
    is_urgent = bool(standing.notice.urgency and not standing.is_behind)
    call, ask = whom_to_call(seen.entry.prose), whom_to_ask(seen.entry.prose, seen.site.contacts, is_urgent=is_urgent)
    if not (summary or rows or call or ask):
        return None
    return Answer(
        heading=_heading(has_summary=bool(summary), has_times=bool(rows)),
        status=timing.words,
        phase=timing.phase,
        times=plain[:shown],
        more=plain[shown:],
        lines=(*summary, *(_asked(seen, has_whom=bool(summary)) if rows or summary else ())),
        is_read=any(row.is_read for row in rows) or bool(timing.words and standing.caution),
        is_guessed=any(row.doubt for row in rows),
        call=call,
        ask=ask,
        subscribe=seen.subscribe,
    )


def _heading(*, has_summary: bool, has_times: bool) -> str:
    if has_summary:
        return "Tóm tắt"
    return "Khi nào, ở đâu" if has_times else "Hỏi ai"


def _times(seen: AnswerInputs) -> tuple[TaskRow, ...]:
    """What its editor states, whoever has to act; else what is read for residents: the nearest first, behind it what is
    called off; when all of it is over, all."""
    standing, notice = seen.standing, seen.standing.notice
    if notice.events is not None:
        rows = event_rows(seen.site, standing.today, notice.events, standing.changes, _until(seen))
        return tuple(sorted(rows, key=lambda row: row.left == ENDED))  # what is over stands behind what is not
    off = tuple(task for task in standing.times if task.is_off)
    tasks = (*standing.open_times, *off) if standing.open_times or off else standing.times
    tasks = tuple(task for task in tasks if not _is_since(task, tasks))
    rows = rows_of(tasks, with_points(tasks), partial(task_row, seen.site, standing.today, year=standing.today.year))
    # What all of them are for is what the notice is for, and its title says that.
    same = len(rows) > 1 and len({row.what for row in rows}) == 1
    return tuple(_in_short(replace(row, what="") if same else row, rows) for row in rows)


def _is_since(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether it is but the day from which a rule beside it holds, which that tells too: «từ ngày 01/11 như sau: …»."""
    bare = task.has_open_end and not (task.where or task.part or task.changed)
    return bare and any(other.rrule and other.starts_on == task.starts_on for other in tasks)


def _fitting(rows: Sequence[TaskRow]) -> int:
    """How many of `rows` a first screen holds; one more needs no more room than the words that lead to it."""
    ends = list(accumulate(_height(row) for row in rows))
    fit = max(2, sum(end <= _SEEN for end in ends))
    return len(rows) if len(rows) == fit + 1 else fit


def _height(row: TaskRow) -> int:
    """About how many lines it takes; a sentence is shown by two."""
    return (
        ceil(len(f"{row.when} · {row.where} {row.left}") / _LINE)
        + bool(row.what)
        + 2 * bool(row.sentences)
        + 2 * (bool(row.changed_by) + bool(row.corrected))
        + sum(_height(point) for point in row.points)
    )


def _until(seen: AnswerInputs) -> date | None:
    """The last day on which its editor's events can be: that of the notice, or of a ward that is no more."""
    closed = seen.site.closed
    days = (seen.standing.notice.expires_on, closed.since - timedelta(1) if closed else None)
    return min(filter(None, days), default=None)


def _in_short(row: TaskRow, rows: Sequence[TaskRow]) -> TaskRow:
    """Without the sentence that tells it where its part says what it is the time for, or where it has a place of its
    own, as all rows have or with hardly a word besides: «TDP số 1: sáng thứ Bảy (22/11)»."""
    places = [other.where for other in rows]
    words = " ".join(_OF_ROW.sub(" ", sentence.text) for sentence in row.sentences)
    is_bare = all(places) or len(words) < len(row.where) + _BARE
    is_own = bool(row.where) and [(other.where, other.what) for other in rows].count((row.where, row.what)) == 1
    return replace(row, sentences=()) if row.what or (is_own and is_bare) else row


def _lines(*rows: tuple[str, Words], again: bool = False) -> Iterator[SummaryLine]:
    return (SummaryLine(label=label, text=html_of_words(text), again=again) for label, text in rows if text.text)


def _asked(seen: AnswerInputs, *, has_whom: bool) -> Iterable[SummaryLine]:
    """What the text says of its readers itself, as long as it is not over: papers and sums before what it urges."""
    asked = seen.entry.prose.asked if seen.standing.timing.phase != "over" else Asked()
    urges = "" if asked.bring or asked.pay else asked.request
    return _lines(
        ("Ai", Words(text="" if has_whom else asked.whom)),
        ("Cần có", Words(text=asked.bring)),
        ("Tiền", Words(text=asked.pay)),
        ("Lưu ý", Words(text=urges)),
        again=True,
    )
