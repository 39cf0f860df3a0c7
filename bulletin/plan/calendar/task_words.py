"""The days and hours of a task in words.

In sentences they stand whole: «Sáng thứ 7 hàng tuần, đến hết ngày 31/12/2026, trừ ngày 28/11/2026». Lists have little
room, and mostly a `year` that goes without saying: «Thứ Bảy 22/11, 7h30–16h00», «Đến hết thứ Ba 25/11».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bulletin.plan.calendar.vocabulary import ENDED, ONWARDS, OPEN_END
from bulletin.plan.desk.task import Task
from bulletin.words.dates.hours_in_short import LAST, in_short, of_minutes, part_of_day
from bulletin.words.dates.occurrences import occurrences
from bulletin.words.dates.printed import short, weekday, with_weekday

# «trước ngày 15/5» ends on the eve; «trước 17 giờ ngày 15/5» on the day itself.
_BEFORE = re.compile(r"trước (?:thứ \w+,? )?(?:ngày|[0-9]{1,2} ?[/.-])", re.IGNORECASE)
_FAR = 31  # days: what is further away needs no counting
_FEW_OF_A_WEEK = 3
TODAY, TOMORROW = "Hôm nay", "Ngày mai"
DUE = "Hạn chót"


def when(task: Task, today: date) -> str:
    """In full, for previews and words to send on; of a rule what is past on `today` is left out."""
    if task.rrule:
        return capital(task.every) + _bounds(task, today)
    if task.by:
        return f"{'Trước' if is_before(task) else 'Chậm nhất'} {with_weekday(task.by)}{lunar(task)}"
    if task.has_open_end and task.starts_on:
        return f"Từ {with_weekday(task.starts_on)}{lunar(task)} {_end(task)}"
    if task.starts_on and task.ends_on and task.starts_on != task.ends_on:
        return f"Từ {with_weekday(task.starts_on)} đến hết {with_weekday(task.ends_on)}{lunar(task)}"
    return capital(with_weekday(task.starts_on or task.ends_on or date.max)) + lunar(task)


def _end(task: Task) -> str:
    """How what only begins is told to go on."""
    return OPEN_END if task.is_until_told else ONWARDS


def days(task: Task) -> str:
    """Of a task that is no rule, in figures: «Từ ngày 24/4/2026 đến hết ngày 26/4/2026»."""
    if task.has_open_end and task.starts_on:
        return f"Từ ngày {short(task.starts_on)}{lunar(task)} {_end(task)}"
    if task.starts_on and task.ends_on and task.starts_on != task.ends_on:
        return f"Từ ngày {short(task.starts_on)} đến hết ngày {short(task.ends_on)}{lunar(task)}"
    return f"Ngày {short(task.last or task.first or date.max)}{lunar(task)}"


def part_of(task: Task) -> str:
    """«Bán hồ sơ»: what of its notice a reading is the time of, unless the title of the notice says the same."""
    return "" if tells(task.label, task.part) else capital(task.part)


def tells(title: str, words: str) -> bool:
    """Whether a title has all the words; «Lớp 1» is more than «Tuyển sinh vào lớp 1, lớp 6»."""
    return not any(map(str.isdigit, words)) and set(_words(words)) <= set(_words(title))


def is_before(task: Task) -> bool:
    """Whether a deadline is told as the day before which it is: «trước ngày 15/5»."""
    return bool(_BEFORE.search(task.sentence[1]))


def but(task: Task, excluded: Iterable[date]) -> str:
    """«, trừ ngày 28/11/2026 và ngày 05/12/2026» of those that the words of the rule do not tell themselves."""
    days_off = [f"ngày {short(day)}" for day in sorted(set(excluded)) if not _tells(task.every, day)]
    return f", trừ {listed(days_off)}" if days_off else ""


def within(task: Task, first: date, last: date) -> str:
    """What of a rule is told beside its month: where in it the rule begins and ends, and which days it leaves out."""
    start, end = task.starts_on or first, task.ends_on or last
    late = start > first and next(occurrences(task.rrule, first, start - timedelta(1)), None)
    since = f"từ ngày {short(start)}" if late else ""
    until = f"đến hết ngày {short(end)}" if task.ends_on == end <= last else ""
    return f"{' '.join(filter(None, (since, until)))}{but(task, task.left_out(first, last))}".removeprefix(", ")


def when_of(tasks: Sequence[Task], today: date, year: int = 0) -> str:
    """Of tasks that differ by their days or by their hours alone: «Thứ Sáu 05/12 và thứ Bảy 06/12, 7h30–11h00»."""
    task = tasks[0]
    if task.rrule:
        return _joined(when(task, today), _hours_of(tasks))
    if len(tasks) > 1:
        return _joined(capital(listed([in_list(one.first or date.max, year) for one in tasks])), _hours(task))
    if task.by:
        at, hours = (f"{in_short(task.hours)} ", "") if _is_one(task) else ("", in_short(task.hours))
        return _joined(f"{'Trước' if is_before(task) else DUE} {at}{in_list(task.by, year)}{lunar(task)}", hours)
    first, last = task.first or date.max, task.last or date.max
    if task.has_open_end:
        return _joined(f"Từ {in_list(first, year)}{lunar(task)} {_end(task)}", in_short(task.hours))
    if first == last:
        return _joined(f"{capital(in_list(first, year))}{lunar(task)}", _hours(task))
    begins, ends = _ends_of(task)
    since = f"Từ {begins}{in_list(first, year)} đến" if first >= today else "Đến"
    return _joined(f"{since} {ends or 'hết '}{in_list(last, year)}{lunar(task)}", "" if ends else _hours(task))


def rule_of(tasks: Sequence[Task]) -> str:
    """Of one rule, which may have several hours, its words without its bounds: «Sáng thứ 7 hàng tuần, 8h00–11h30»."""
    return _joined(capital(tasks[0].every), _hours_of(tasks))


def lead_on(task: Task, on: date) -> str:
    """Before what it is, in a list of days: «7h30–16h00», «Hạn chót 17h00», «Từ 22h00 đến 4h00 ngày 25/11»; "" of
    what takes a whole day."""
    if task.by:
        if is_before(task):
            return _joined(f"{DUE} trước ngày {_in_figures(on)}", in_short(task.hours))
        return f"{DUE} {in_short(task.hours)}" if _is_one(task) else _joined(DUE, in_short(task.hours))
    if task.has_open_end:
        return _joined("Bắt đầu", in_short(task.hours), OPEN_END if task.is_until_told else "")
    last = task.last or on
    if task.first == last or task.rrule:
        return capital(_hours(task))
    begins, ends = _ends_of(task)
    if on != task.first:
        return f"Ngày cuối, đến {ends.strip()}" if ends else _joined("Ngày cuối", in_short(task.hours))
    if begins:
        return f"Từ {begins}đến {ends}ngày {_in_figures(last)}"
    return _joined(capital(_hours(task)), f"{'đ' if _hours(task) else 'Đ'}ến hết {_in_figures(last)}")


def left(tasks: Sequence[Task], today: date) -> str:
    """How near it is on the day `today`: «Hôm nay», «Ngày mai», «2 ngày nữa» of what comes; «còn 3 ngày» of what can
    still be done; «đã kết thúc»; "" of what is far off or of almost every day."""
    task = tasks[0]
    if task.rrule:
        soon = tuple(task.days(today, today + timedelta(6)))
        return near(soon[0], today) if 0 < len(soon) <= _FEW_OF_A_WEEK else ""
    begun = task.first is not None and task.first < today
    day = task.last if begun else task.first
    if day and day < today:
        return ENDED
    if day is None or day > today + timedelta(_FAR):
        return ""
    days = (day - today).days
    return near(day, today) or (f"còn {days} ngày" if task.by or begun else f"{days} ngày nữa")


def near(day: date, today: date) -> str:
    """«Hôm nay», «Ngày mai», else ""."""
    return {today: TODAY, today + timedelta(1): TOMORROW}.get(day, "")


def starts_at(task: Task) -> int:
    """The minutes after midnight at which it begins; what tells no hour stands behind."""
    return task.clock.spans[0][0] if task.clock else LAST if task.hours else part_of_day(task.evidence[1])[1]


def in_list(day: date, year: int) -> str:
    """«thứ Bảy 22/11», with its year where it is another."""
    return f"{weekday(day)} {_in_figures(day)}{'' if day.year == year else f'/{day.year}'}"


def _bounds(task: Task, today: date) -> str:
    first, last = task.starts_on, task.ends_on
    parts = [
        f"từ ngày {short(first)}" if first and first > today and not _tells(task.every, first) else "",
        f"đến hết ngày {short(last)}" if last and not _tells(task.every, last) else "",
    ]
    bounds = " ".join(filter(None, parts))
    return f"{', ' if bounds else ''}{bounds}{but(task, (day for day in task.excluded if day >= today))}"


def _tells(words: str, day: date) -> bool:
    """Whether words print a day and month; a year that they leave out goes without saying there."""
    return bool(re.search(rf"(?<![0-9/.-])0?{day.day} ?[/.-] ?0?{day.month}(?![0-9])", words))


def listed(words: Iterable[str]) -> str:
    """«a, b và c», each once."""
    once = list(dict.fromkeys(words))
    return " và ".join(filter(None, (", ".join(once[:-1]), *once[-1:])))


def lunar(task: Task) -> str:
    """Behind its day the lunar one that was converted: « (10/3 âm lịch)»."""
    return f" ({task.lunar})" if task.lunar else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def capital(text: str) -> str:
    """With a great first letter."""
    return text[:1].upper() + text[1:]


def _ends_of(task: Task) -> tuple[str, str]:
    """The hour of its first day and that of its last, each with a space behind, of what goes on between them."""
    if task.clock and task.clock.through:
        start, end = task.clock.spans[0]
        return f"{of_minutes(start)} ", f"{of_minutes(end)} " if end is not None else ""
    return "", ""


def _hours(task: Task) -> str:
    """Of a day: its hours, else the part of the day that a reading tells."""
    over_night = task.clock and any((end or 0) > LAST for _, end in task.clock.spans)
    morrow = " hôm sau" if over_night and "sau" not in task.hours else ""
    return in_short(task.hours) + morrow or ("" if task.confirmed else part_of_day(task.evidence[1])[0])


def _hours_of(tasks: Sequence[Task]) -> str:
    """Of a rule those that its own words do not tell."""
    return listed(_hours(task) for task in tasks if task.hours and task.hours not in task.every)


def _is_one(task: Task) -> bool:
    """Whether it is due at one hour."""
    return task.clock is not None and len(task.clock.spans) == 1 and task.clock.spans[0][1] is None


def _in_figures(day: date) -> str:
    return f"{day.day:02}/{day.month}"


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))
