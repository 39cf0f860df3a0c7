"""What the machine would not tell residents by itself: doubtful times with the lines to paste, and days that cannot be
right. An editor decides in ten seconds; the page tells nothing until then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bulletin.model.deadline import DaySlip, Deadline
from bulletin.model.notice import Notice
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Prose
from bulletin.words.dates.printed import short
from bulletin.words.dates.recurrence import in_words
from bulletin.words.text.shorten import shorten

_WHAT = 60  # characters of what is to be done
_MOST = 60  # events of one line to paste: beyond, what a hostile notice prints would grow with their square
_SLIPS = {"impossible": "day-impossible", "weekday": "day-weekday", "lunar": "day-lunar"}


def check_times(notice: Notice, prose: Prose, above: tuple[DaySlip, ...] = ()) -> Iterator[Problem]:
    """Reminders at the lines of the body, and of the keys for slips `above` it. With `events:` an editor has decided
    already what is told.
    """
    for slip in (*above, *prose.slips):
        yield _of_slip(slip)
    if notice.events is not None:
        return
    doubtful = [time for time in prose.doubtful if time.audience == "residents"]
    sure = [time for time in prose.deadlines if time.audience == "residents"]
    for time in doubtful:
        line = events_line([*sure, *doubtful] if len(sure) + len(doubtful) <= _MOST else [time])
        yield problem("deadline-doubtful", time.place, value=time.sentence[1], reason=time.doubt, events=line)


def events_line(times: list[Deadline]) -> str:
    """«events: [{what: "Nộp hồ sơ", by: 30/11/2025}]», as front matter takes it."""
    ordered = sorted(times, key=lambda time: time.place.line)
    return f"events: [{', '.join(map(_event, ordered))}]"


def _event(time: Deadline) -> str:
    facts = [f'what: "{_what(time)}"']
    if time.rrule:
        facts.append(f'every: "{in_words(time.rrule)}"')
    if time.by:
        facts.append(f"by: {short(time.by)}")
    elif time.kind == "event" and time.starts_on:
        facts.append(f"on: {short(time.starts_on)}")
    else:
        facts += _bounds(time.starts_on, time.ends_on)
    if time.excluded:
        facts.append(f"except: [{', '.join(map(short, time.excluded))}]")
    if time.hours:
        facts.append(f'hours: "{_quoted(time.hours)}"')
    return "{" + ", ".join(facts) + "}"


def _bounds(first: date | None, last: date | None) -> list[str]:
    return [f"{key}: {short(day)}" for key, day in (("from", first), ("to", last)) if day]


def _what(time: Deadline) -> str:
    """The words before the phrase, else those behind it."""
    before, phrase, behind = time.sentence
    for words in (before, behind, phrase):
        if told := words.strip(" …:;,.–-+•*()«»“”\"'"):
            return _quoted(shorten(told, _WHAT))
    return ""


def _quoted(words: str) -> str:
    return words.replace("\\", "").replace('"', "'")


def _of_slip(slip: DaySlip) -> Problem:
    return problem(_SLIPS[slip.kind], slip.place, value=slip.printed, right=slip.right)
