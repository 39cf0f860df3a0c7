"""Doubts about a day itself: it does not fit what stands beside it, it is a street, or its year is not known."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from bulletin.model.deadline import DaySlip
from bulletin.words.dates.phrase import Phrase

_STREETS = re.compile(
    r"""
    (?<!\w) (?:tuyến|ngã[ ](?:tư|ba|năm|sáu)|đường|số[ ]nhà|đoạn|phố) (?!\w) [^;.\n]{0,60}$
    """,
    re.VERBOSE,
)
_ONLY_FIGURES = re.compile(r"(?:từ )?[0-9]{1,2}/[0-9]{1,2}(?: ?(?:-|đến|,|và) ?[0-9]{1,2}/[0-9]{1,2})*")
_YEAR, _YEAR_ROOM = re.compile(r"(?<!\w)(?:năm|tháng [0-9]{1,2}/) ?(20[0-9]{2})(?![0-9])"), 60
_YEARS_AHEAD = 5
_ABOUT = re.compile(r"(?:vào )?khoảng (?:ngày )?[0-9]{1,2}/")  # «nắng nóng kéo dài đến khoảng ngày 24/3»


def day_doubt(
    phrase: Phrase, days: Sequence[date], before: str, slips: Collection[DaySlip], signed_on: date | None
) -> str:
    """Why the solar `days` of `phrase` are doubtful; "" where they are not. `before` is its sentence up to it."""
    if _ABOUT.match(phrase.words):
        return "Bài chỉ nói khoảng ngày này"
    kinds = {slip.kind for slip in slips}
    if "weekday" in kinds:
        return "Thứ và ngày trong bài không khớp nhau"
    if "lunar" in kinds:
        return "Ngày dương và ngày âm trong bài không khớp nhau"
    if _is_street(phrase.words, before):
        return "Có thể là tên đường hoặc số nhà"
    if signed_on and _is_of_an_earlier_year(phrase, before, signed_on):
        return "Không rõ ngày này thuộc năm nào"
    if signed_on and days[0].year > signed_on.year + _YEARS_AHEAD:
        return "Ngày này còn xa hơn năm năm"
    return "Không rõ ngày này là ngày nào" if phrase.ambiguous else ""


def _is_street(words: str, before: str) -> bool:
    """«các tuyến: 3/2, 30/4»: bare figures that may be names of streets or numbers of houses."""
    return bool(_ONLY_FIGURES.fullmatch(words) and _STREETS.search(before))


def _is_of_an_earlier_year(phrase: Phrase, before: str, signed_on: date) -> bool:
    """«Năm 2021 … ngày 12/5» in a notice of 2022."""
    if phrase.twins or any(day.year for day in phrase.days):
        return False
    named = [int(year) for year in _YEAR.findall(before[-_YEAR_ROOM:])]
    return bool(named) and max(named) < signed_on.year
