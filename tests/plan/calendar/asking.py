"""Notices that ask for something and campaigns, built by hand, in the small ward of `citing`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bulletin import knowledge, read
from bulletin.check.finished_markup import markup_of
from bulletin.check.identities import check_addresses
from bulletin.check.links import check_links
from bulletin.knowledge import load
from bulletin.model.archive import Archive, Entry
from bulletin.model.campaign import Basis, Campaign, Channel, Marked, Slogan, Window
from bulletin.model.deadline import Audience, Deadline, Event
from bulletin.model.dispatch import KnownDispatch, Mention
from bulletin.model.form import Form
from bulletin.model.notice import Erratum
from bulletin.model.occasion import OccasionSaid
from bulletin.model.publish import Publish
from bulletin.model.views.page import Files
from bulletin.plan.site import plan
from bulletin.render import render
from tests.conftest import ROOT
from tests.plan.citing import NOWHERE, WARD, entry, number

FLAG = Form(id="co-to-quoc", name="Cờ Tổ quốc", visual=True, flag=True, sources=(), verified=False)
BANNER = Form(id="bang-ron", name="Băng rôn", visual=True, flag=False, sources=(), verified=False)
RADIO = Form(id="truyen-thanh", name="Đài truyền thanh cấp xã", visual=False, flag=False, sources=(), verified=False)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def deadline(
    phrase: str = "chậm nhất ngày 05/5/2022",
    *,
    by: str = "",
    starts: str = "",
    ends: str = "",
    rrule: str = "",
    before: str = "Người dân nộp hồ sơ ",
    after: str = ".",
    audience: Audience = "residents",
    guessed: bool = False,
    excluded: Iterable[str] = (),
    hours: str = "",
    lunar: str = "",
    line: int = 9,
) -> Deadline:
    """A machine's reading; its kind follows from its days."""
    kind = "recurring" if rrule else "deadline" if by else "event" if starts == ends else "window"
    return Deadline(
        kind=kind,  # type: ignore[arg-type]
        starts_on=day(starts),
        ends_on=day(ends),
        by=day(by),
        rrule=rrule,
        audience=audience,
        sentence=(before, phrase, after),
        place=replace(NOWHERE, line=line),
        guessed=guessed,
        excluded=tuple(date.fromisoformat(text) for text in excluded),
        hours=hours,
        lunar=lunar,
    )


def event(
    what: str,
    *,
    by: str = "",
    starts: str = "",
    ends: str = "",
    rrule: str = "",
    every: str = "",
    who: str = "",
    where: str = "",
    hours: str = "",
    excluded: Iterable[str] = (),
    audience: Audience = "residents",
) -> Event:
    kind = "recurring" if rrule else "deadline" if by else "event" if starts == ends else "window"
    return Event(
        kind=kind,  # type: ignore[arg-type]
        what=what,
        starts_on=day(starts),
        ends_on=day(ends),
        by=day(by),
        rrule=rrule,
        every=every,
        who=who,
        where=where,
        hours=hours,
        excluded=tuple(date.fromisoformat(text) for text in excluded),
        audience=audience,
        place=NOWHERE,
    )


def asking(
    name: str,
    *deadlines: Deadline,
    events: Sequence[Event] | None = None,
    expires: str = "",
    errata: Sequence[Erratum] = (),
    occasions: Sequence[OccasionSaid] = (),
    mentions: Sequence[Mention] = (),
    title: str = "",
    signed: str = "2022-04-28",
    publish: Publish = "public",
    printed: str = "",
    relations: Iterable[tuple[str, str, str]] = (),
) -> Entry:
    """A notice that asks for something."""
    made = entry(name, *mentions, title=title, signed=signed, publish=publish, printed=printed, relations=relations)
    stated = None if events is None else tuple(events)
    return Entry(
        notice=replace(made.notice, events=stated, errata=tuple(errata), expires_on=day(expires)),
        prose=replace(made.prose, deadlines=tuple(deadlines), occasions=tuple(occasions)),
    )


def basis(printed: str, dated: str = "") -> Basis:
    return Basis(number=number(printed), dated=day(dated), place=NOWHERE)


def marked(anniversary: str, on: str) -> Marked:
    return Marked(anniversary=anniversary, on=date.fromisoformat(on), place=NOWHERE)


def window(form: Form, starts: str, ends: str, of: Basis | None = None, note: str = "") -> Window:
    return Window(
        form=form,
        starts_on=date.fromisoformat(starts),
        ends_on=date.fromisoformat(ends),
        basis=of,
        note=note,
        place=NOWHERE,
    )


def campaign(
    id_: str = "2022-05-ngay-le-lon",
    *,
    title: str = "Tuyên truyền các ngày lễ lớn tháng 5/2022",
    publish: Publish = "public",
    cancelled: bool = False,
    occasions: Sequence[Marked] = (),
    topics: Sequence[str] = (),
    windows: Sequence[Window] = (),
    takedown: str = "",
    guessed: bool = False,
    slogans: Sequence[Slogan] = (),
    channels: Sequence[Channel] = (),
    lead: str = "",
    units: Sequence[str] = (),
    rests_on: Sequence[Basis] = (),
    events: Sequence[Event] = (),
) -> Campaign:
    return Campaign(
        id=id_,
        place=replace(NOWHERE, path=f"content/calendar/{id_}.yml"),
        title=title,
        summary="",
        publish=publish,
        cancelled=cancelled,
        occasions=tuple(occasions),
        topics=tuple(topics),
        windows=tuple(windows),
        takedown_by=day(takedown),
        takedown_guessed=guessed,
        slogans=tuple(slogans),
        channels=tuple(channels),
        lead=lead,
        units=tuple(units),
        basis=tuple(rests_on),
        events=tuple(events),
    )


def ward_site(
    entries: Sequence[Entry] = (),
    campaigns: Sequence[Campaign] = (),
    told: Sequence[KnownDispatch] = (),
    today: str = "2022-05-01",
    *,
    preview: bool = False,
) -> Files:
    """All files; every address is one page's, and every link leads somewhere."""
    archive = Archive(
        entries=tuple(entries),
        pages=(),
        assets={},
        known=tuple(told),
        anniversaries=tuple(knowledge.load().anniversaries.values()),
        campaigns=tuple(campaigns),
    )
    texts, static, _ = read.read_templates(ROOT / "templates")
    pages = plan(archive, WARD, date.fromisoformat(today), static, load(), preview=preview)
    assert check_addresses(pages) == ()
    files, faults = render(pages, texts, "templates")
    assert faults == ()
    assert check_links({path: markup_of(path, data) for path, data in files.items()}, WARD, {}, {}) == ()
    return files
