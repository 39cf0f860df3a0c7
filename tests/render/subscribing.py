"""Rows, campaigns and tasks of the small ward whose subscriptions are tested, and those read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from icalendar import Calendar, Event

from bulletin.knowledge import load
from bulletin.model.anniversary import Anniversary, DayOff, Solar
from bulletin.model.archive import Archive
from bulletin.model.campaign import Basis, Campaign, Marked, Window
from bulletin.model.form import Form
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.views.subscriptions import CalendarEvent, SubscriptionView
from bulletin.model.ward import Ward
from bulletin.plan.desk.laid import desk
from bulletin.plan.desk.task import Task
from bulletin.plan.inputs.calendar import subscriptions
from bulletin.render import render
from bulletin.render.ics import calendar

NOWHERE = Place(path="content/x.yml")
WARD = Ward(
    name="Bảng tin thử",
    description="",
    origin="https://thu.example",
    base="/bt",
    issuer="?",
    signed_at="?",
    fields={},
    menu=(),
    contacts=(),
)
VICTORY = Anniversary(
    id="dien-bien-phu",
    name="Ngày Chiến thắng Điện Biên Phủ",
    on=Solar(month=5, day=7),
    origin="1954-05-07",
    kinds=("major",),
    flag="national",
    basis="Nghị định 145/2013/NĐ-CP, Điều 4",
    verified=True,
)
BASIS = Basis(
    number=Number(serial="75", code="TB", issuer="ĐU", style="party", year=None, printed="75 -TB/ĐU"),
    dated=date(2022, 4, 28),
    place=NOWHERE,
)


def form(id_: str, name: str, flag: bool = False) -> Form:
    return Form(id=id_, name=name, visual=True, flag=flag, sources=(), verified=True)


FLAGS, BANNERS = form("co-to-quoc", "Cờ Tổ quốc", flag=True), form("bang-ron", "Băng rôn")


def window(of: Form, first: str, last: str, basis: Basis | None = BASIS) -> Window:
    return Window(
        form=of,
        starts_on=date.fromisoformat(first),
        ends_on=date.fromisoformat(last),
        basis=basis,
        note="",
        place=NOWHERE,
    )


def campaign(
    *windows: Window, occasions: Iterable[str] = (), cancelled: bool = False, takedown_by: date | None = None
) -> Campaign:
    return Campaign(
        id="2022-05-le",
        place=NOWHERE,
        title="Ngày lễ lớn",
        summary="",
        publish="public",
        cancelled=cancelled,
        occasions=tuple(
            Marked(anniversary="dien-bien-phu", on=date.fromisoformat(d), place=NOWHERE) for d in occasions
        ),
        topics=(),
        windows=windows,
        takedown_by=takedown_by,
        slogans=(),
        channels=(),
        lead="",
        units=(),
        basis=(BASIS,),
        events=(),
    )


def task(id_: str = "2022/a/x", **given: object) -> Task:
    plain = Task(
        id=id_, kind="deadline", starts_on=None, ends_on=None, by=None, rrule="", every="", what="", who="", where="",
        hours="", sentence=("", "", ""), confirmed=True, guessed=False, url="/thong-bao/2022/a/", label="Về một việc",
        until=None,
    )  # fmt: skip
    return replace(plain, **given)  # type: ignore[arg-type]


def files(
    *anniversaries: Anniversary,
    today: str = "2022-05-01",
    tasks: Iterable[Task] = (),
    campaigns: Iterable[Campaign] = (),
    days_off: Iterable[DayOff] = (),
) -> dict[str, bytes]:
    archive = Archive(
        entries=(),
        pages=(),
        assets={},
        anniversaries=anniversaries,
        days_off=tuple(days_off),
        campaigns=tuple(campaigns),
    )
    on = desk(archive, WARD, date.fromisoformat(today), {}, load(), preview=False)
    on = replace(on, almanac=replace(on.almanac, tasks=tuple(tasks)))
    made, faults = render((file.made() for file in subscriptions(on)), {}, "templates")
    assert faults == ()
    return {path: data for path, data in made.items() if isinstance(data, bytes)}


def events(made: dict[str, bytes], topic: str) -> list[Event]:
    return list(Calendar.from_ical(made[f"lich/{topic}.ics"]).walk("VEVENT"))


def told(made: dict[str, bytes], topic: str) -> list[tuple[str, str, str, str]]:
    """(title, first day, first day after it, status)."""
    return [
        (str(e["SUMMARY"]), e.decoded("DTSTART").isoformat(), e.decoded("DTEND").isoformat(), str(e["STATUS"]))
        for e in events(made, topic)
    ]


def one(**given: object) -> CalendarEvent:
    day = date(2022, 5, 7)
    row = CalendarEvent(
        id="a", title="Việc", description="", starts_on=day, ends_on=day, status="CONFIRMED", url="https://thu.example/"
    )
    return replace(row, **given)  # type: ignore[arg-type]


def written(*rows: CalendarEvent, name: str = "Việc cần làm") -> bytes:
    return calendar(
        SubscriptionView(
            name=name,
            url="https://thu.example/lich/",
            self_url="https://thu.example/lich/a.ics",
            host="thu.example",
            events=rows,
        )
    )
