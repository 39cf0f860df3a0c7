"""The days of the year that a search finds: anniversaries and holidays, each leading to its page in the calendar.

The result tells when it comes next and which days off work go with it: «Thứ Tư, 02/9/2026 · nghỉ làm 31/8 – 02/9/2026».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bulletin import addresses
from bulletin.model.anniversary import Anniversary, DayOff, Lunar, Solar
from bulletin.model.search_words import Indexed
from bulletin.model.views.search import SearchResult
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.site_wide.search_values import Document
from bulletin.words.dates.printed import short, with_weekday
from bulletin.words.text.search_terms import words_of

# Days that people ask for by their name alone; those of a trade are meant where the question speaks of days.
_KNOWN = frozenset({"public-holiday", "major", "traditional"})
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedDay:
    """An anniversary, the day of its next coming, if that is known, and the days off that lie around it."""

    anniversary: Anniversary
    next: date | None
    off: tuple[DayOff, ...]

    @property
    def is_known(self) -> bool:
        """Whether everybody knows it by its name."""
        return not _KNOWN.isdisjoint(self.anniversary.kinds)


def searched_days(
    anniversaries: Iterable[Anniversary], coming: Mapping[str, date], off: Mapping[date, DayOff]
) -> tuple[SearchedDay, ...]:
    """Those that few ask for, in their order; then the known ones, that which comes next the last, for of two equal
    answers the later number goes first. `coming` tells by id when each comes next, `off` holds the days of rest."""
    seen = [
        SearchedDay(anniversary=row, next=coming.get(row.id), off=tuple(_off_around(coming.get(row.id), off)))
        for row in anniversaries
    ]
    known = sorted((day for day in seen if day.is_known), key=lambda day: day.next or date.max, reverse=True)
    return (*(day for day in seen if not day.is_known), *known)


def _off_around(on: date | None, off: Mapping[date, DayOff]) -> Iterator[DayOff]:
    """The days off of one stretch in which `on` lies, weekends between them or not: Tết is five days."""
    if on is None or on not in off:
        return
    for step in (-1, 1):
        stretch, day = [off[on]], _next_off(on, step, off)
        while day:
            stretch.append(off[day])
            day = _next_off(day, step, off)
        yield from stretch[:0:-1] if step < 0 else stretch


def _next_off(on: date, step: int, off: Mapping[date, DayOff]) -> date | None:
    """The next day off in a direction, over a weekend if need be."""
    on += timedelta(step)
    while on.weekday() >= _SATURDAY and on not in off:
        on += timedelta(step)
    return on if on in off else None


def day_documents(site: Site, days: Iterable[SearchedDay]) -> Iterator[Document]:
    """Each as a document, whose words are its names, its day, and what residents say of it."""
    for day in days:
        row = day.anniversary
        called = tuple(_names(day))
        title = words_of(*called)
        yield Document(
            indexed=Indexed(title=title, words=title),
            result=SearchResult(
                href=site.href(addresses.day_url(row.on)),
                title=f"{row.name} ({_day_name(row.on)})",
                facts=" · ".join(_facts(day)),
                mark="",
                text="",
            ),
            other_names="\n".join(called[1:]),
        )


def _names(day: SearchedDay) -> Iterator[str]:
    """What it is called: «Giỗ Tổ Hùng Vương», «Giỗ Tổ 2026», «ngày 10/3 âm lịch», «nghỉ lễ 10/3»."""
    row, year = day.anniversary, f" {day.next.year}" if day.next else ""
    yield from (f"{name}{year}" for name in (row.name, *row.also))
    yield f"ngày {_day_name(row.on)}"
    if isinstance(row.on, Lunar):
        yield f"mùng {row.on.day} tháng {row.on.month} âm lịch"
        if (row.on.day, row.on.month) == (1, 1):
            yield from (f"Tết{year}", "nghỉ tết", "lịch nghỉ tết")
    if "public-holiday" in row.kinds:
        yield from (f"nghỉ lễ {row.on.day}/{row.on.month}", "lịch nghỉ lễ")
        yield " ".join(f"{off.on.day}/{off.on.month}" for off in day.off)


def _facts(day: SearchedDay) -> Iterator[str]:
    if day.next:
        words = with_weekday(day.next)
        yield words[0].upper() + words[1:]
    if day.off:
        first, last = day.off[0].on, day.off[-1].on
        doubt = "" if all(row.status == "confirmed" for row in day.off) else " (dự kiến)"
        yield f"nghỉ làm {short(first)}{doubt}" if first == last else f"nghỉ làm {_span(first, last)}{doubt}"


def _span(first: date, last: date) -> str:
    """«16/2 – 20/2/2026»."""
    head = short(first) if first.year != last.year else short(first).rpartition("/")[0]
    return f"{head} – {short(last)}"


def _day_name(on: Solar | Lunar) -> str:
    """«02/9», «10/3 âm lịch», «cuối năm âm lịch»."""
    if on.day == "last":
        return "cuối năm âm lịch"
    return f"{on.day}/{on.month} âm lịch" if isinstance(on, Lunar) else f"{on.day:02}/{on.month}"
