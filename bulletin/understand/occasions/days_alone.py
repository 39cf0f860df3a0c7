"""A day that stands for its anniversary: «chào mừng 19/5», «nhân dịp 30/4 và 1/5»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin.model.anniversary import Anniversary
from bulletin.understand.occasions.anniversary_names import AnniversaryNames, of_the_moon
from bulletin.understand.occasions.occasion import Occasion
from bulletin.words.dates.stated import Dates

_LED = re.compile(
    r"\b(?:nhân dịp|k[ỷỉ] niệm|chào mừng|hướng tới)(?: các| những)?(?: ngày lễ| lễ| ngày)?(?: lớn)?:? {1,3}$",
    re.IGNORECASE,
)
_LISTED = re.compile(r" {0,3}(?:,|-|và|,? và) {0,3}", re.IGNORECASE)
# «chào mừng 5/6 tổ về đích sớm» counts.
_SHARE = re.compile(
    r" {0,3}(?:%|(?:tổ|hộ|thôn|xóm|ấp|khu|chi|đơn|đội|trường|lớp|người|phường|xã|chỉ tiêu|nhà)\b)", re.IGNORECASE
)
_NEAR = 40


def days_alone(text: str, days: Sequence[Dates], names: AnniversaryNames) -> Iterator[Occasion]:
    """Every day of `days` in plain `text` that stands for a row: after a word of commemorating, or listed with one."""
    last = -1  # where the day before ends that stands for its anniversary
    for day in days:
        led = _LED.search(text, max(0, day.start - _NEAR), _number(text, day))
        listed = last >= 0 and _LISTED.fullmatch(text, last, day.start)
        stated = day.first
        rows = names.by_day.get((stated.lunar, stated.month or 0, stated.day or 0), ())
        whole = rows and not stated.year and not day.bracketed and not _SHARE.match(text, day.end)
        last = -1
        if whole and (led or listed):
            last = day.end
            yield Occasion(
                start=day.start,
                stop=day.end,
                name=(day.start, day.end),
                ordinal=None,
                origin="",
                observed=stated.said,
                row=_greatest(rows),
            )


def _number(text: str, day: Dates) -> int:
    """Where the figures of a day begin: «ngày 26/3» may hold the last word that leads to it."""
    return next(at for at in range(day.start, day.end + 1) if at == day.end or text[at].isdigit())


def _greatest(rows: Sequence[Anniversary]) -> Anniversary | None:
    """The row that is meant by its day alone: the only one, else the only day off, else the only great day."""
    for kind in ("", "public-holiday", "major"):
        among = [row for row in rows if not kind or kind in row.kinds]
        if len(among) == 1 and not of_the_moon(among[0]):
            return among[0]
    return None
