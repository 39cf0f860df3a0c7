"""Days off, anniversaries and flags by custom as events of subscriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bulletin import addresses
from bulletin.model.anniversary import AnniversaryInYear, DayOff, Lunar
from bulletin.model.views.subscriptions import CalendarEvent
from bulletin.plan.calendar.event_inputs import EventsInputs
from bulletin.plan.calendar.names import counted_name
from bulletin.plan.calendar.vocabulary import OFF_STATUS, SCALES
from bulletin.plan.desk.hung_flags import FLAGGED
from bulletin.words.dates.lunar import to_lunar


def day_off(seen: EventsInputs, row: DayOff) -> CalendarEvent:
    """«Nghỉ: Tết Nguyên đán», «Đi làm bù …»; doubted until a document sets it."""
    if row.kind == "swap-work":
        rest = row.name.removeprefix("Làm bù")
        title = f"Đi làm bù{rest}" if rest != row.name else f"Đi làm bù: {row.name}"
    else:
        title = row.name if row.name.startswith("Nghỉ ") else f"Nghỉ: {row.name}"
    url = addresses.calendar_month_url(row.on) if row.on.year in seen.years else addresses.CALENDAR
    doubt = OFF_STATUS[row.status]
    return CalendarEvent(
        id=f"nghi/{row.on}-{row.kind}",
        title=f"{title} ({doubt})" if doubt else title,
        description=seen.description(url, row.basis and f"Căn cứ: {row.basis}", row.note),
        starts_on=row.on,
        ends_on=row.on,
        status="CONFIRMED" if row.status == "confirmed" else "TENTATIVE",
        url=seen.site.absolute(url),
    )


def anniversary(seen: EventsInputs, kept: AnniversaryInYear) -> CalendarEvent:
    """An anniversary on one of its days, with its count. Its id has the year, of a lunar day the lunar one: of that
    there is one, also where a solar year has two."""
    row, on = kept.anniversary, kept.on
    year, lunar_day = on.year, ""
    if isinstance(row.on, Lunar):
        lunar = to_lunar(on)
        year, lunar_day = lunar.year, f"{row.name} ({lunar.day}/{lunar.month} âm lịch)"
    scale = SCALES.get(kept.scale, "")
    url = addresses.day_url(row.on)
    return CalendarEvent(
        id=f"{row.id}-{year}",
        title=counted_name(kept),
        description=seen.description(
            url,
            lunar_day,
            f"{scale[:1].upper()}{scale[1:]}",
            row.basis and f"Căn cứ: {row.basis}",
            row.note,
            "" if row.verified else "Chưa đối chiếu đủ hai nguồn",
        ),
        starts_on=on,
        ends_on=on,
        status="CONFIRMED",
        url=seen.site.absolute(url),
    )


def flags_by_custom(seen: EventsInputs, kept: Iterable[AnniversaryInYear]) -> Iterator[CalendarEvent]:
    """Days on which flags are out by custom, less those that a campaign speaks of: its windows say more. Of a day that
    is past nobody awaits a notice any more."""
    windows = [w for c in seen.campaigns if not c.cancelled for w in c.windows if w.form.flag]
    for one in kept:
        awaited = one.on >= seen.today and one.anniversary.flag in FLAGGED
        if awaited and not any(window.starts_on <= one.on <= window.ends_on for window in windows):
            plain = anniversary(seen, one)
            yield replace(
                plain,
                id=f"treo-co/{plain.id}",
                title=f"Treo cờ (chờ thông báo): {plain.title}",
                description=seen.description(
                    addresses.day_url(one.anniversary.on),
                    "Theo thông lệ có treo cờ; thời gian chính thức do thông báo của năm quy định",
                ),
                status="TENTATIVE",
            )
