"""What of the times of a notice is told first: the next that is not over, and how many more there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bulletin.plan.calendar.differ_by_time import together
from bulletin.plan.calendar.task_words import part_of, when_of
from bulletin.plan.calendar.vocabulary import ONWARDS, OPEN_END
from bulletin.plan.desk.programme import with_points
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.task import Task, name_of, of_event, still
from bulletin.plan.notices.due import Due
from bulletin.words.dates.printed import short

_DAY = re.compile(r"(?<![0-9/])[0-9]{2}/[0-9]{1,2}(?![0-9/]|[^()]* âm lịch)")
_SHORT = 24  # signs of what an editor says of when that a title has room for
_SENTENCE = 100  # signs of one that is told whole
_READ = "máy đọc"


def dues(standing: Standing) -> Iterator[Due]:
    """When and where something is to be done, the weightiest first, as far as it is known: what another notice has
    changed of it, what its editor says of when, then what it asks of residents, stated or read; then how long it is in
    force. Of what is over only that. Nobody shall come to what another has ended or stopped.
    """
    notice, today = standing.notice, standing.today
    if standing.by_another:
        return
    if standing.last:
        yield Due(when=f"Đã kết thúc ngày {short(standing.last)}", caution=_READ if standing.caution else "")
        return
    changes = still(standing.changes, today)
    for change in changes:
        yield Due(when=change.outcome, where=f"theo {name_of(change.by)}", is_change=True)
    ahead = standing.open_times or tuple(() if standing.times or changes else _for_others(standing))
    due = _next(ahead, standing.times or ahead, today)
    if (words := " ".join(notice.summary.when.split())) and not changes:
        yield _stated(words, ahead, due)
    if due:
        yield due
    if notice.expires_on:
        yield Due(when=f"Hiệu lực đến hết ngày {short(notice.expires_on)}")


def _for_others(standing: Standing) -> Iterator[Task]:
    """What a notice that asks residents nothing asks of others."""
    for i, event in enumerate(standing.notice.events or ()):
        task = of_event(event, str(i), "", "", standing.notice.expires_on)
        if (task.last or standing.today) >= standing.today:
            yield task


def _stated(words: str, ahead: Sequence[Task], due: Due | None) -> Due:
    """What the editor says of when. It may speak of any of the times, so a place goes with it only when all have it."""
    places = {task.where for task in ahead if task.confirmed}
    where = places.pop() if len(places) == 1 else ""
    brief = words if len(words) <= _SHORT and any(map(str.isdigit, words)) else ""
    day = brief[:1].lower() + brief[1:] if brief else due.day if due and not due.caution else ""
    return Due(when=words, where=where, day=day)


def _next(ahead: Sequence[Task], tasks: Sequence[Task], today: date) -> Due | None:
    """The next of those `tasks` of one notice which are not over, and how many more there are."""
    wholes = with_points(ahead)
    told = (task for task in ahead if task.id in wholes and _is_clear(task, tasks))
    rows = sorted(told, key=lambda task: _order(task, today))
    if not rows:
        return None
    days, *others = together(rows)
    first = days[0]
    parts = {part_of(task) for task in tasks}
    due = Due(
        when=_sentence(first) if _is_one_of_many(first, tasks) else _in_words(days, today),
        where=first.where,
        part=part_of(first) if len(parts) > 1 else "",
        day=_brief(first, today) if len(days) == 1 else _spread(days),
        since=f"từ {short(first.first)}" if first.kind == "window" and first.first else "",
        days=tuple(day for task in days for day in dict.fromkeys((task.first, task.last)) if day),
        differs=len(parts) > 1 or any(task.where not in ("", first.where) for task in rows),
        caution=_caution(rows),
    )
    return _beside_others(due, rows, len(others)) if others else due


def _beside_others(due: Due, rows: Sequence[Task], others: int) -> Due:
    """The first of `rows`, with how many more there are."""
    # A deadline is no end of that which goes on.
    ends = [task.last for task in rows if task.last and not task.by]
    is_spread = ends and all(not task.by or task.by <= max(ends) for task in rows)
    span = _spread(rows, "hết ")
    return replace(
        due,
        others=f"và {others} {_name(rows)} khác",
        span=f"{others + 1} {_name(rows)}, {span}" if span else "",
        spread=_spread(rows) if is_spread else "",
    )


def _is_one_of_many(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether it is a rule that only a machine has read and that stands beside other times: it may be of another thing
    than the notice is about, so its sentence is told, or nothing."""
    return bool(task.rrule) and not task.confirmed and not task.part and len(tasks) > 1


def _is_clear(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether its few words tell of what it is the time."""
    return not _is_one_of_many(task, tasks) or bool(_sentence(task))


def _sentence(task: Task) -> str:
    """The one that tells it; "" of a long one."""
    words = " ".join("".join(task.sentence).split()).rstrip(" .;,")
    return words if len(words) <= _SENTENCE else ""


def _in_words(tasks: Sequence[Task], today: date) -> str:
    """Of one time of several days or hours, with the year once: «Từ 22h00 thứ Hai 24/11 đến 4h00 thứ Ba 25/11/2025»."""
    years = {day.year for task in tasks for day in (task.first, task.last) if day}
    if tasks[0].rrule or len(years) != 1:
        return when_of(tasks, today if tasks[0].rrule else date.min)
    (year,) = years
    # From the first day of days, so that also what has begun is told with both its ends.
    text = when_of(tasks, date.min, year).replace(f" {OPEN_END}", "").replace(f" {ONWARDS}", "")
    end = max((m.end() for m in _DAY.finditer(text)), default=len(text))
    return f"{text[:end]}/{year}{text[end:]}"


def _day_of(day: date, last: date) -> str:
    """«21/11» beside a last day of the same year."""
    return f"{day.day:02}/{day.month}" if day.year == last.year else short(day)


def _brief(task: Task, today: date) -> str:
    """Its day in few signs, for a title; "" where that tells too little."""
    first = task.starts_on
    if task.by:
        return f"hạn {short(task.by)}"
    if task.rrule or task.has_open_end:
        return f"từ {short(first)}" if first and first > today else ""
    if first and task.ends_on and first != task.ends_on:
        return f"từ {_day_of(first, task.ends_on)} đến {short(task.ends_on)}"
    return short(first) if first else ""


def _name(tasks: Sequence[Task]) -> str:
    """How they are counted: «2 lần» of one thing, else «2 mốc thời gian»."""
    same = len({part_of(task) for task in tasks}) == 1 and all(task.kind in ("event", "window") for task in tasks)
    return "lần" if same else "mốc thời gian"


def _spread(tasks: Sequence[Task], until: str = "") -> str:
    """«từ 22/11 đến 25/11/2025»; "" where one of them goes on and on."""
    firsts, lasts = [task.first for task in tasks], [task.last for task in tasks]
    if None in firsts or None in lasts or any(task.rrule for task in tasks):
        return ""
    begin, end = min(filter(None, firsts)), max(filter(None, lasts))
    return f"từ {_day_of(begin, end)} đến {until}{short(end)}" if begin != end else short(end)


def _caution(tasks: Sequence[Task]) -> str:
    if all(task.confirmed for task in tasks):
        return ""
    return f"{_READ}, năm suy đoán" if tasks[0].guessed else _READ


def _order(task: Task, today: date) -> tuple[bool, date, date]:
    """What ends first, and of what goes on what begins first; a rule behind what is of some days alone."""
    day = task.next_day(today) if task.rrule else task.last
    if task.has_open_end:
        day = max(task.first or today, today)
    return bool(task.rrule), day or date.max, task.first or date.max
