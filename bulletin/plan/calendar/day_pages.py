"""A page for every day of the year that marks something: what, since when, its count in every year, who tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bulletin import addresses
from bulletin.model.anniversary import Anniversary, Commemoration, Lunar, Solar
from bulletin.model.archive import Entry
from bulletin.model.occasion import OccasionSaid
from bulletin.model.views.calendar import (
    AnniversaryDayView,
    AnniversaryNotice,
    AnniversarySaid,
    AnniversarySection,
    AnniversaryYear,
)
from bulletin.model.views.frame import Anchor, Correction, Excerpt, Fact
from bulletin.model.views.page import Page
from bulletin.plan.calendar.day_in_words import OFF_STATUS, day_title, lunar_words
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.internal_papers import beside_internal
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
_SCALES = {"": "", "tròn": "năm tròn", "lẻ 5": "năm lẻ 5", "khác": "năm khác"}
_STATED = re.compile(r"(?P<lunar>lunar:)?(?P<year>\d{4}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")

_Told = Mapping[str, Sequence[tuple[Entry, list[OccasionSaid]]]]


def day_pages(desk: Desk) -> Iterator[Page]:
    """`/lich/ngay/19-05/`, `/lich/ngay/10-03-am-lich/` …; each keeps its address as long as its anniversaries last."""
    coming = defaultdict[str, list[Commemoration]](list)
    for day in desk.almanac.days.values():
        for one in day.commemorations:
            coming[one.anniversary.id].append(one)
    told = _told(desk)
    for on, rows in _by_day(desk).items():
        url, heading = addresses.day_url(on), f"Ngày {day_name(on)}"
        view = AnniversaryDayView(
            frame=desk.frame(
                url,
                heading,
                description=f"{heading}: {'; '.join(row.name for row in rows)}.",
                crumbs=(desk.anchor(addresses.CALENDAR, "Lịch"),),
            ),
            heading=heading,
            anniversaries=tuple(_section(desk, row, coming[row.id], told) for row in rows),
        )
        yield Page(url=url, template="calendar-day.html", view=view)


def days_of_the_year(desk: Desk) -> tuple[Anchor, ...]:
    """Links to them all: «19/5», with what each marks as a note."""
    return tuple(
        desk.anchor(addresses.day_url(on), f"Ngày {day_name(on)}", "; ".join(row.name for row in rows))
        for on, rows in _by_day(desk).items()
    )


def day_name(on: Solar | Lunar) -> str:
    """«07/5», «10/3 âm lịch», «cuối năm âm lịch»."""
    if on.day == "last":
        return "cuối năm âm lịch"
    return f"{on.day}/{on.month} âm lịch" if isinstance(on, Lunar) else f"{on.day:02}/{on.month}"


def _by_day(desk: Desk) -> Mapping[Solar | Lunar, list[Anniversary]]:
    """The anniversaries that are kept here by their day, solar ones first."""
    found = defaultdict[Solar | Lunar, list[Anniversary]](list)
    for row in desk.almanac.anniversaries:
        found[row.on].append(row)
    return dict(sorted(found.items(), key=lambda item: (isinstance(item[0], Lunar), item[0].month, _last(item[0]))))


def _last(on: Solar | Lunar) -> int:
    return 31 if on.day == "last" else on.day


def _told(desk: Desk) -> _Told:
    """Anniversary → the shown notices that name it, the newest first, with the places where they do."""
    found = defaultdict[str, list[tuple[Entry, list[OccasionSaid]]]](list)
    for entry in reversed(desk.shown):
        of = defaultdict[str, list[OccasionSaid]](list)
        for said in entry.prose.occasions:
            if said.anniversary:
                of[said.anniversary].append(said)
        for id_, places in of.items():
            found[id_].append((entry, places))
    return found


def _section(desk: Desk, row: Anniversary, coming: Sequence[Commemoration], told: _Told) -> AnniversarySection:
    # Where two sources and official usage agree, a scholar's doubt is for the data, not for this page.
    cautions = [] if row.verified else ["Chưa đối chiếu đủ nguồn"]
    cautions += ["Các nguồn ghi khác nhau"] if row.disputed and not row.verified else []
    counted = any(one.ordinal for one in coming)
    of_year = defaultdict[int, list[Commemoration]](list)
    for one in coming:
        of_year[one.on.year].append(one)
    return AnniversarySection(
        id=row.id,
        name=row.name,
        cautions=tuple(cautions),
        facts=tuple(_facts(row)),
        counted=counted,
        years=tuple(_year(desk, year, of_year[year]) for year in desk.almanac.years),
        notices=tuple(_notice(desk, entry, places) for entry, places in told.get(row.id, ())),
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


def _year(desk: Desk, year: int, coming: Sequence[Commemoration]) -> AnniversaryYear:
    one = coming[0] if coming else None
    return AnniversaryYear(
        year=str(year),
        days=tuple(desk.anchor(addresses.calendar_month_url(c.on), day_title(c.on), _notes(desk, c)) for c in coming),
        count=str(one.ordinal) if one and one.ordinal else "",
        scale=_SCALES[one.scale] if one else "",
    )


def _notes(desk: Desk, one: Commemoration) -> str:
    """«7/4 âm lịch; nghỉ làm (dự kiến)»."""
    day = desk.almanac.days[one.on]
    notes = [] if isinstance(one.anniversary.on, Lunar) else [f"{lunar_words(day.lunar)} âm lịch"]
    for off in day.off:
        if off.kind != "swap-work":
            sure = OFF_STATUS[off.status] or (off.basis and f"theo {off.basis}")
            notes.append(f"nghỉ làm ({sure})" if sure else "nghỉ làm")
    return "; ".join(notes)


def _notice(desk: Desk, entry: Entry, places: Sequence[OccasionSaid]) -> AnniversaryNotice:
    notice = entry.notice
    internal = [m for d, c in desk.dispatches.of.get(notice.key, ()) if d.list_only for m in c.mentions]
    said = (
        AnniversarySaid(
            sentence=_excerpt(beside_internal(one.sentence, internal)),
            states=_states(one),
            errata=tuple(
                Correction(says=e.says, should=e.should) for e in notice.errata if _is_of(e.says, one.sentence[1])
            ),
        )
        for one in places
    )
    return AnniversaryNotice(
        href=desk.ward.href(addresses.notice_url(notice.key)),
        title=notice.headline,
        date=short(notice.signed_on),
        iso=notice.signed_on.isoformat(),
        said=tuple(dict.fromkeys(said)),
    )


def _excerpt(sentence: tuple[str, str, str]) -> Excerpt:
    before, name, after = sentence
    return Excerpt(before=before, marked=name, after=after)


def _is_of(says: str, printed: str) -> bool:
    words, told = (" ".join(text.split()) for text in (says, printed))
    return words in told or told in words


def _states(said: OccasionSaid) -> str:
    """«136 năm, từ 01/5/1886 đến 01/5/2022»: what the text says, whatever is known besides."""
    days = [f"từ {_stated(said.origin)}"] if said.origin else []
    if said.observed:
        days.append(f"{'đến' if said.origin else 'ngày'} {_stated(said.observed)}")
    return ", ".join(filter(None, (f"{said.ordinal} năm" if said.ordinal else "", " ".join(days))))


def _stated(day: str) -> str:
    """«1954-05-07» → «07/5/1954», «1972-12» → «12/1972», «--05-19» → «19/5», «lunar:--03-10» → «10/3 âm lịch»."""
    m = _STATED.fullmatch(day)
    if not m:
        return day
    parts = (m["day"], m["month"] and str(int(m["month"])), "" if m["year"] == "-" else str(int(m["year"])))
    return "/".join(part for part in parts if part) + (" âm lịch" if m["lunar"] else "")
