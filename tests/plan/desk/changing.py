"""Two notices of the small ward of `citing`, the later of which calls off or moves what the earlier has announced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from icalendar import Calendar

from bulletin.model.archive import Entry
from bulletin.model.deadline import Change, Deadline, DeadlineKind, Event
from bulletin.model.dispatch import Mention
from bulletin.model.notice import Summary
from bulletin.model.views.page import Files
from tests.plan.calendar.asking import asking, deadline, event
from tests.plan.citing import NOWHERE, mention

OLD, NEW = "2022-05-10", "2022-05-12"
SIGNED, LATER = "2022-04-28", "2022-05-02"
FIRST_URL, SECOND_URL = "/thong-bao/2022/12-tb-ubnd/", "/thong-bao/2022/15-tb-ubnd/"


def change(
    was: str = OLD,
    now: str = "",
    *,
    until: str = "",
    now_until: str = "",
    kind: DeadlineKind = "event",
    words: str = "hủy cuộc họp dân",
) -> Change:
    days = date.fromisoformat(was), date.fromisoformat(until or was)
    new = (date.fromisoformat(now), date.fromisoformat(now_until or now)) if now else None
    return Change(was=days, now=new, kind=kind, sentence=(f"Nay {words} ", was, "."), place=replace(NOWHERE, line=9))


def meeting(on: str = OLD, words: str = "Mời bà con họp dân vào ") -> Deadline:
    return deadline(f"ngày {on}", starts=on, ends=on, before=words)


def first(
    *deadlines: Deadline, events: Sequence[Event] | None = None, printed: str = "12/TB-UBND", **given: object
) -> Entry:
    """What announces: a meeting, unless `deadlines` or `events` say otherwise."""
    read = deadlines or ((meeting(),) if events is None else ())
    return _notice("a", *read, events=events, printed=printed, signed=SIGNED, title="Họp dân", **given)


def second(
    *changes: Change,
    reads: Iterable[Deadline] = (),
    events: Sequence[Event] | None = None,
    cites: Sequence[Mention] | None = None,
    printed: str = "15/TB-UBND",
    signed: str = LATER,
    title: str = "Về cuộc họp dân",
    **given: object,
) -> Entry:
    """What changes it, and cites it in its text unless `cites` says otherwise."""
    cited = (citation(),) if cites is None else cites
    made = _notice("b", *reads, events=events, mentions=cited, printed=printed, signed=signed, title=title, **given)
    return replace(made, prose=replace(made.prose, changes=changes))


def _notice(name: str, *deadlines: Deadline, when: str = "", **given: object) -> Entry:
    made = asking(name, *deadlines, **given)  # type: ignore[arg-type]
    return replace(made, notice=replace(made.notice, type="Thông báo", summary=Summary(when=when)))


def citation(printed: str = "12/TB-UBND", dated: str = SIGNED, **given: object) -> Mention:
    told: dict[str, object] = {"kind": "Thông báo", "body": None, "issuer": "", "before": "Theo Thông báo số ", **given}
    return mention(printed, dated, **told)  # type: ignore[arg-type]


def stated(what: str = "Họp dân", on: str = OLD, **given: str) -> Event:
    return event(what, starts=on, ends=on, **given)  # type: ignore[arg-type]


def in_calendar(files: Files) -> dict[str, tuple[str, str, str, str]]:
    """UID → (first day, status, title, description) of what subscribers to tasks hold."""
    rows = Calendar.from_ical(files["lich/viec-can-lam.ics"]).walk("VEVENT")
    return {
        str(e["UID"]): (e.decoded("DTSTART").isoformat(), str(e["STATUS"]), str(e["SUMMARY"]), str(e["DESCRIPTION"]))
        for e in rows
    }
