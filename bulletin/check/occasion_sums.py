"""What the notices say is commemorated: counts, origins and days that cannot be right. Told, never mended.

Only what is written is judged, against itself first and then against a row of the registry that is verified.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bulletin.knowledge.anniversaries_in_a_year import scale
from bulletin.model.anniversary import Anniversary, Solar
from bulletin.model.archive import Archive
from bulletin.model.campaign import Campaign
from bulletin.model.notice import Notice
from bulletin.model.occasion import OccasionSaid
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.printed import short
from bulletin.words.text.fold import printed

_DATE = re.compile(r"(?P<lunar>lunar:)?(?P<year>[0-9]{4}|-)(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?")
_FIGURE = re.compile(r"[0-9]")
_LEAP = 2000  # a day without a year exists when it exists in some year
_AHEAD = 50  # a plan may look so many years beyond its signing, no further
_CEREMONY = re.compile(
    r"(?:lễ|mít[ -]?tinh)(?: (?:trọng thể|cấp \w+|chào mừng))*(?: kỷ niệm| kỉ niệm)?\s*$", re.IGNORECASE
)
# «đã tổ chức Lễ kỷ niệm …» reports; «đến dự Lễ kỷ niệm» speaks of another's.
_PAST = re.compile(r"\b(?:đã|vừa|dự|tại|trong|sau)\b[^;.]{0,60}$", re.IGNORECASE)


def check_occasions(archive: Archive, anniversaries: Mapping[str, Anniversary]) -> tuple[Problem, ...]:
    """Hidden notices are judged with the rest; every doubt stands at the line of its occasion."""
    return tuple(
        p
        for entry in archive.entries
        for occasion in (*entry.above, *entry.prose.occasions)
        if not _accepted(occasion, entry.notice)
        for p in _doubts(occasion, *_signed(entry.notice), anniversaries.get(occasion.anniversary))
    )


def check_campaign(
    campaign: Campaign, occasions: Iterable[OccasionSaid], anniversaries: Mapping[str, Anniversary]
) -> tuple[Problem, ...]:
    """The same for what the lines of a campaign say; what its ceremonies may be is judged by its own days."""
    last = max(campaign.days, default=None)
    beside = f"đợt này đến ngày {short(last)}" if last else "năm sau không lớn hơn năm trước"
    return tuple(
        doubt
        for occasion in occasions
        for doubt in _doubts(occasion, last, beside, anniversaries.get(occasion.anniversary))
        if doubt.code != "occasion-ceremony"
    )


def _signed(notice: Notice) -> tuple[date, str]:
    return notice.signed_on, f"thông báo ký ngày {short(notice.signed_on)}"


def _accepted(occasion: OccasionSaid, notice: Notice) -> bool:
    """Whether an erratum tells of it already: of the whole («135 năm Ngày …»), or of its figures («135 năm»)."""
    value = printed(occasion.sentence[1])
    says = [printed(erratum.says) for erratum in notice.errata]
    return any(value in text or (text in value and _FIGURE.search(text)) for text in says)


def _doubts(occasion: OccasionSaid, written: date | None, beside: str, row: Anniversary | None) -> Iterator[Problem]:
    """`written` is about when the text was, when that is known; `beside` tells so to the editor."""
    value = occasion.sentence[1]
    wrong = False
    for stated in (occasion.origin, occasion.observed):
        if stated and not _exists(stated):
            wrong = True
            yield problem("occasion-day", occasion.place, value=value, day=_shown(stated))
    first, last = _year(occasion.origin), _year(occasion.observed)
    if year := _impossible(first, last, written):
        wrong = True
        yield problem("occasion-year", occasion.place, value=value, year=year, beside=beside)
    if wrong:
        return  # what follows from a slip of the pen is no second doubt
    if occasion.ordinal and first and last and last - first != occasion.ordinal:
        sum_ = f"{last} − {first} = {last - first}"
        yield problem("occasion-count", occasion.place, value=value, sum=sum_, ordinal=occasion.ordinal)
    if row:
        yield from _against(occasion, row, last, bool(first))


def _against(occasion: OccasionSaid, row: Anniversary, last: int | None, began: bool) -> Iterator[Problem]:
    """What a text says of an anniversary against its row. `last` is the year of the occasion, when it is known; `began`
    whether the text states the year of the origin itself."""
    value = occasion.sentence[1]
    # Where no years are counted, papers count in several ways: from the decision, or from the first day that was kept.
    known = row.origin if row.verified and not row.disputed and row.counted else ""
    if occasion.origin and known and not _agree(occasion.origin, known):
        slots = {"day": _shown(occasion.origin), "known": _shown(known), "name": row.name}
        yield problem("occasion-origin", occasion.place, value=value, **slots)
    elif occasion.ordinal and known and last and not began and last - int(known[:4]) != occasion.ordinal:
        sum_ = f"{last} − {int(known[:4])} = {last - int(known[:4])} (tính từ {_shown(known)})"
        yield problem("occasion-count", occasion.place, value=value, sum=sum_, ordinal=occasion.ordinal)
    yield from _ceremony(occasion, row)


def _ceremony(occasion: OccasionSaid, row: Anniversary) -> Iterator[Problem]:
    """A ceremony that is planned for a year in which the decrees on ceremonies know none: not a tenth or fifth one."""
    if not occasion.ordinal or not isinstance(row.on, Solar) or scale(row, occasion.ordinal) == "tròn":
        return
    before = occasion.sentence[0].rstrip()
    planned = _CEREMONY.search(before)
    if planned and not _PAST.search(before[: planned.start()]):
        decree = "145/2013/NĐ-CP" if "major" in row.kinds else "111/2018/NĐ-CP"
        yield problem(
            "occasion-ceremony", occasion.place, value=occasion.sentence[1], ordinal=occasion.ordinal, decree=decree
        )


def _exists(stated: str) -> bool:
    m = _DATE.fullmatch(stated)
    if not m or not m["month"]:
        return bool(m)
    month, day = int(m["month"]), int(m["day"] or 1)
    if m["lunar"]:
        return 1 <= month <= 12 and 1 <= day <= 30
    year = int(m["year"]) if m["year"] != "-" else _LEAP
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year(stated: str) -> int | None:
    m = _DATE.fullmatch(stated)
    return int(m["year"]) if m and m["year"] != "-" else None


def _impossible(first: int | None, last: int | None, written: date | None) -> int | None:
    """The year that cannot be: far ahead of the writing, or an origin that comes after its own return."""
    for year in (first, last):
        if written and year and year > written.year + _AHEAD:
            return year
    return first if first and last and first >= last else None


def _agree(stated: str, known: str) -> bool:
    """Whether two dates say the same as far as both say anything: «1972» and «1972-12» do, «--05-19» tells no year."""
    if stated.startswith("-"):
        return len(known) < 10 or stated.lstrip("-") == known[5:]
    return all(left == right for left, right in zip(stated.split("-"), known.split("-"), strict=False))


def _shown(stated: str) -> str:
    """«1954-05-07» → «7/5/1954», as the places in the text are compared by eye."""
    m = _DATE.fullmatch(stated)
    if not m:
        return stated
    parts = [m["day"], m["month"], "" if m["year"] == "-" else m["year"]]
    shown = "/".join(part.lstrip("0") if i < 2 else part for i, part in enumerate(parts) if part)
    return f"{shown} âm lịch" if m["lunar"] else shown
