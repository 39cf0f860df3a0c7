"""A page for every day of the year that marks something: what, since when, its count in every year, who tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.anniversary import Anniversary, AnniversaryInYear, Lunar, Solar
from bulletin.model.dispatch import Mention
from bulletin.model.notice import Notice
from bulletin.model.occasion import OccasionSaid
from bulletin.model.views.calendar import (
    AnniversaryDayView,
    AnniversaryNotice,
    AnniversarySaid,
    AnniversarySection,
    AnniversaryYear,
)
from bulletin.model.views.frame import Anchor, Correction, Excerpt, Fact
from bulletin.model.views.page import Planned
from bulletin.plan.calendar.names import day_title, lunar_words
from bulletin.plan.calendar.vocabulary import CALENDAR, OFF_STATUS, SCALES
from bulletin.plan.desk.day import Day
from bulletin.plan.desk.internal_papers import beside_internal
from bulletin.plan.desk.site_frame import Site
from bulletin.words.dates.printed import short

_KINDS = {
    "public-holiday": "ngày lễ được nghỉ làm",
    "major": "ngày lễ lớn (Nghị định 145/2013/NĐ-CP)",
    "national-commemoration": "ngày kỷ niệm của đất nước",
    "party": "ngày của Đảng",
    "sector": "ngày của ngành, đoàn thể",
    "local": "ngày của địa phương",
    "international": "ngày quốc tế",
    "traditional": "ngày truyền thống",
    "response": "ngày hưởng ứng",
}
_FLAGS = {
    "none": "",
    "national": "Theo thông lệ treo cờ Tổ quốc; ngày giờ treo theo thông báo của từng năm",
    "party+national": "Theo thông lệ treo cờ Đảng và cờ Tổ quốc; ngày giờ treo theo thông báo của từng năm",
    "city": "Theo thông lệ của thành phố treo cờ Tổ quốc; ngày giờ treo theo thông báo của từng năm",
    "sometimes": "Có năm treo cờ, theo thông báo của năm đó",
    "unknown": "Chưa rõ có treo cờ hay không",
}
_STATED = re.compile(r"(?P<lunar>lunar:)?(?P<year>\d{4}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDay:
    """A day on which an anniversary is kept: what of it the calendar knows."""

    in_year: AnniversaryInYear
    day: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingNotice:
    """A notice that names an anniversary in some `places`, with the mentions of `internal` papers in it."""

    notice: Notice
    places: tuple[OccasionSaid, ...]
    internal: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryInputs:
    """An anniversary, its days in the years of the calendar, and the notices that name it, the newest first."""

    anniversary: Anniversary
    kept: tuple[KeptDay, ...]
    notices: tuple[NamingNotice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPageInputs:
    """What the page of a day of the year sees; `years` are those of the calendar."""

    site: Site
    on: Solar | Lunar
    years: tuple[int, ...]
    anniversaries: tuple[AnniversaryInputs, ...]


def day_page(seen: DayPageInputs) -> Planned:
    """`/lich/ngay/19-05/`, `/lich/ngay/10-03-am-lich/` …; each keeps its address as long as its anniversaries last."""
    return Planned(url=addresses.day_url(seen.on), template="calendar-day.html", view=partial(day_view, seen))


def day_view(seen: DayPageInputs) -> AnniversaryDayView:
    """All that the day marks."""
    site, heading = seen.site, f"Ngày {day_name(seen.on)}"
    names = "; ".join(row.anniversary.name for row in seen.anniversaries)
    return AnniversaryDayView(
        frame=site.frame(
            addresses.day_url(seen.on),
            heading,
            description=f"{heading}: {names}.",
            crumbs=(site.anchor(addresses.CALENDAR, CALENDAR),),
        ),
        heading=heading,
        anniversaries=tuple(_section(site, row, seen.years) for row in seen.anniversaries),
    )


def by_day(anniversaries: Iterable[Anniversary]) -> Mapping[Solar | Lunar, list[Anniversary]]:
    """The anniversaries by their day, solar ones first."""
    rows = defaultdict[Solar | Lunar, list[Anniversary]](list)
    for anniversary in anniversaries:
        rows[anniversary.on].append(anniversary)
    return dict(sorted(rows.items(), key=lambda row: (isinstance(row[0], Lunar), row[0].month, _last(row[0]))))


def days_of_the_year(site: Site, anniversaries: Iterable[Anniversary]) -> tuple[Anchor, ...]:
    """Links to the pages of all days: «19/5», with what each marks as a note."""
    return tuple(
        site.anchor(addresses.day_url(on), f"Ngày {day_name(on)}", "; ".join(row.name for row in rows))
        for on, rows in by_day(anniversaries).items()
    )


def day_name(on: Solar | Lunar) -> str:
    """«07/5», «10/3 âm lịch», «cuối năm âm lịch»."""
    if on.day == "last":
        return "cuối năm âm lịch"
    return f"{on.day}/{on.month} âm lịch" if isinstance(on, Lunar) else f"{on.day:02}/{on.month}"


def _last(on: Solar | Lunar) -> int:
    return 31 if on.day == "last" else on.day


def _section(site: Site, seen: AnniversaryInputs, years: Iterable[int]) -> AnniversarySection:
    """An anniversary: what it is, its day and count in each of `years`, who names it."""
    row = seen.anniversary
    # Where two sources and official usage agree, a scholar's doubt is for the data, not for this page.
    cautions = [] if row.verified else ["Chưa đối chiếu đủ nguồn"]
    cautions += ["Các nguồn ghi khác nhau"] if row.disputed and not row.verified else []
    of_year = defaultdict[int, list[KeptDay]](list)
    for kept in seen.kept:
        of_year[kept.day.on.year].append(kept)
    return AnniversarySection(
        id=row.id,
        name=row.name,
        cautions=tuple(cautions),
        facts=tuple(_facts(row)),
        counted=any(kept.in_year.ordinal for kept in seen.kept),
        years=tuple(_year(site, year, of_year[year]) for year in years),
        notices=tuple(_notice(site, naming) for naming in seen.notices),
    )


def _facts(row: Anniversary) -> Iterator[Fact]:
    facts = (
        ("Tên khác", "; ".join(row.also)),
        ("Tính từ", _origin(row.origin)),
        ("Loại ngày", "; ".join(_KINDS[kind] for kind in row.kinds)),
        ("Căn cứ", row.basis),
        ("Nơi kỷ niệm", row.where),
        ("Bắt đầu có", f"từ ngày {short(row.since)}" if row.since else ""),
        ("Thôi kỷ niệm", f"từ ngày {short(row.until)}" if row.until else ""),
        ("Treo cờ", _FLAGS[row.flag]),
        ("Ghi chú", "; ".join(filter(None, (row.note, _moved(row.on))))),
    )
    return (Fact(label=label, text=text) for label, text in facts if text)


def _moved(on: Solar | Lunar) -> str:
    """Where a day that short years or months do not have is kept instead."""
    if isinstance(on, Solar):
        return "Năm không nhuận thì tính ngày 28/2" if (on.month, on.day) == (2, 29) else ""
    return "Tháng thiếu thì tính ngày 29" if on.day == 30 else ""


def _origin(origin: str) -> str:
    """«1954-05-07» → «ngày 07/5/1954», «1972-12» → «tháng 12/1972», «0040» → «năm 40»."""
    return f"{('năm', 'tháng', 'ngày')[origin.count('-')]} {_stated(origin)}" if origin else ""


def _year(site: Site, year: int, kept: Sequence[KeptDay]) -> AnniversaryYear:
    first = kept[0].in_year if kept else None
    return AnniversaryYear(
        year=str(year),
        days=tuple(
            site.anchor(addresses.calendar_month_url(one.day.on), day_title(one.day.on), _notes(one)) for one in kept
        ),
        count=str(first.ordinal) if first and first.ordinal else "",
        scale=SCALES.get(first.scale, "") if first else "",
    )


def _notes(kept: KeptDay) -> str:
    """«7/4 âm lịch; nghỉ làm (dự kiến)»."""
    day = kept.day
    is_lunar = isinstance(kept.in_year.anniversary.on, Lunar)
    notes = [] if is_lunar else [f"{lunar_words(day.lunar)} âm lịch"]
    for off in day.off:
        if off.kind != "swap-work":
            sure = OFF_STATUS[off.status] or (off.basis and f"theo {off.basis}")
            notes.append(f"nghỉ làm ({sure})" if sure else "nghỉ làm")
    return "; ".join(notes)


def _notice(site: Site, naming: NamingNotice) -> AnniversaryNotice:
    """A notice with its sentences that name the day, each once; beside an internal paper only the name is shown."""
    notice = naming.notice
    sentences = (
        AnniversarySaid(
            sentence=_excerpt(beside_internal(place.sentence, naming.internal)),
            states=_states(place),
            errata=tuple(
                Correction(says=erratum.says, should=erratum.should)
                for erratum in notice.errata
                if _is_of(erratum.says, place.sentence[1])
            ),
        )
        for place in naming.places
    )
    return AnniversaryNotice(
        href=site.href(addresses.notice_url(notice.key)),
        title=notice.headline,
        date=short(notice.signed_on),
        iso=notice.signed_on.isoformat(),
        said=tuple(dict.fromkeys(sentences)),
    )


def _excerpt(sentence: tuple[str, str, str]) -> Excerpt:
    before, name, after = sentence
    return Excerpt(before=before, marked=name, after=after)


def _is_of(says: str, printed: str) -> bool:
    """Whether an erratum is about what is `printed`: one holds the other, however blanks stand."""
    wrong, name = " ".join(says.split()), " ".join(printed.split())
    return wrong in name or name in wrong


def _states(occasion: OccasionSaid) -> str:
    """«136 năm, từ 01/5/1886 đến 01/5/2022»: what the text says, whatever is known besides."""
    days = [f"từ {_stated(occasion.origin)}"] if occasion.origin else []
    if occasion.observed:
        days.append(f"{'đến' if occasion.origin else 'ngày'} {_stated(occasion.observed)}")
    return ", ".join(filter(None, (f"{occasion.ordinal} năm" if occasion.ordinal else "", " ".join(days))))


def _stated(day: str) -> str:
    """«1954-05-07» → «07/5/1954», «1972-12» → «12/1972», «--05-19» → «19/5», «lunar:--03-10» → «10/3 âm lịch»."""
    m = _STATED.fullmatch(day)
    if not m:
        return day
    parts = (m["day"], m["month"] and str(int(m["month"])), "" if m["year"] == "-" else str(int(m["year"])))
    return "/".join(part for part in parts if part) + (" âm lịch" if m["lunar"] else "")
