"""Rules that come again, as notices say them: «thứ Sáu đến thứ Hai hàng tuần» → FREQ=WEEKLY;BYDAY=MO,FR,SA,SU.

All patterns are for plain lower-case text: one kind of blank, one kind of dash. Every repeat is bounded. Each function
gives a whole rule or none: no day that the words name is lost, and none is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Rule = tuple[int, int, str]
"""Where the words of a rule start and end, and the rule as RFC 5545 writes it."""

WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)|chủ nhật|chúa nhật)"
_SHORT = r"(?:(?<![\w/.])t[2-7](?![\w/.])|(?<!\w)cn(?!\w))"
# Where only weekdays can be meant, as before «hàng tuần»: «T7», «CN» too.
ANY_WEEKDAY = rf"(?:{WEEKDAY}|{_SHORT})"
PART = r"(?:sáng|trưa|chiều|tối|đêm)"
AND = r"(?:,? ?(?:và|&|hoặc)|,|;) ?"
THEN = r" ?(?:đến|tới|-) ?"

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "bẩy": 5, "7": 5, "nhật": 6, "cn": 6, "t2": 0, "t3": 1, "t4": 2, "t5": 3, "t6": 4, "t7": 5,
}  # fmt: skip
_RANKS = {"đầu": "1", "nhất": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "cuối": "-1"}
# «thứ 2-6», «T2-T7» are ranges for everybody.
_SURE = frozenset({(0, 4), (0, 5)})
_WEEKDAY_WORDS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_RANK_WORDS = {"1": "đầu", "2": "thứ 2", "3": "thứ 3", "4": "thứ 4", "-1": "cuối"}
_LONGEST = 31
_LAST = -1  # of a month, as RFC 5545 counts

_SEPARATOR = rf"(?:{AND}|{THEN})"
_CLOCK = r"(?:giờ|h|g|phút)(?!\w)"
_UNITS = rf"(?:{_CLOCK}|người|lần|buổi|hộ|tổ|ca|tháng)(?!\w)"
# «thứ 2, 4, 6» and «thứ hai, tư», but neither «thứ 2, 4 giờ chiều» nor «thứ Hai, tư vấn».
_FIGURE = rf"[2-7](?![\w/:]|\.[0-9]| ?(?:-|đến|tới)? ?[0-9]{{0,2}} ?{_UNITS})"
_NAME = r"(?:hai|ba|tư|năm|sáu|bảy|bẩy)(?= ?(?:[,;&()-]|\.|$)| (?:và|hoặc|h[àằ]ng|mỗi|đến|tới|của|trong|tại|từ)(?!\w))"
_BEFORE_NEXT = rf"(?:(?:hết|cả|vào|các|buổi|{PART}|ngày|từ) ){{0,3}}"
_WEEKDAYS = rf"(?>{ANY_WEEKDAY}(?:{_SEPARATOR}{_BEFORE_NEXT}(?:{ANY_WEEKDAY}|{_FIGURE}|{_NAME})){{0,6}})"
_ONE_WEEKDAY = re.compile(
    rf"(?P<then>{THEN})?(?:{AND})?{_BEFORE_NEXT}(?P<one>{ANY_WEEKDAY}|[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)"
)
# Nothing behind a list may be one more of its days: a list is read whole or not at all.
_NO_MORE = rf"(?!{_SEPARATOR}{_BEFORE_NEXT}(?:{ANY_WEEKDAY}|(?:hai|ba|tư|năm(?! [0-9])|sáu|bảy|bẩy)(?!\w)))"
# Nor a word that makes of every Saturday one Saturday.
_NOT_ONE = r"(?! ?,? ?\(?(?:ngày|cuối|đầu|tuần|của|trong|tháng|[0-9]))"
# An aside may tell the hours, but nothing that changes the days.
_ASIDE = r"(?: ?\((?![^()]{0,40}(?:trừ|nghỉ|không|âm|rằm|thứ|nhật|ngày|tháng|tuần))[^()]{1,40}\))?"
_TO_EVERY = r"(?:,| của| trong)? ?$"
_WEEKDAYS_LAST = re.compile(rf"({_WEEKDAYS}){_ASIDE}{_TO_EVERY}")
_WEEKDAYS_NEXT = re.compile(
    rf"[ ,:(]{{0,3}}(?:(?:định kỳ|vào|các|ngày|buổi|{PART}) ){{0,5}}({_WEEKDAYS})(?! ?,? ngày){_NO_MORE}"
)
# «trừ thứ Tư», but not «trừ thứ Bảy cuối tháng» nor «trừ thứ Bảy, ngày 27/11».
_BUT = re.compile(rf"[ ,;(]{{0,3}}(?:ngoại )?trừ (?:(?:các|ngày|buổi|vào) ){{0,3}}({_WEEKDAYS}){_NOT_ONE}{_NO_MORE}\)?")
_BUT_SOME = re.compile(
    rf"[ ,;(]{{0,3}}(?:ngoại )?trừ (?:(?:các|ngày|buổi|vào) ){{0,3}}{ANY_WEEKDAY}(?! ?,? ?\(?(?:ngày )?[0-9])"
)

_DAY_WORD = r"(?:ngày|mùng|mồng)(?: mùng)?"
_END_OF_MONTH = (
    r"(?<!các )(?<!những )(?<!vài )(?<!mấy )(?<!hai )(?<!ba )(?<!bốn )(?<!năm )(?<![0-9] )"
    r"ngày cuối(?: cùng)?(?: (?:của )?tháng)?(?! tuần)"
)
_FIGURES = r"[0-9]{1,2}(?![0-9])"
_MONTH_DAYS = (
    rf"(?>(?:{_DAY_WORD} ?{_FIGURES}|{_END_OF_MONTH})(?:{_SEPARATOR}(?:(?:hết|vào) )?"
    rf"(?:{_END_OF_MONTH}|(?:{_DAY_WORD} )?{_FIGURES}(?! ?{_UNITS}))){{0,9}})"
)
_ONE_DAY = re.compile(
    rf"(?P<then>{THEN})?(?:{AND})?(?:(?:hết|vào) )?(?P<one>{_END_OF_MONTH}|(?:{_DAY_WORD} ?)?{_FIGURES})"
)
_MONTH_DAYS_LAST = re.compile(rf"({_MONTH_DAYS}){_ASIDE}{_TO_EVERY}")
_MONTH_DAYS_NEXT = re.compile(rf"[ ,:(]{{0,3}}(?:(?:định kỳ|vào|các|từ) ){{0,3}}({_MONTH_DAYS})(?![/.-]?[0-9]| tháng)")
_LUNAR = re.compile(r"[ ,(]{0,3}(?:(?:theo|tính) ){0,2}(?:lịch âm|âm lịch|âl(?!\w))")

_RANK = r"(?:đầu|cuối|thứ (?:nhất|một|hai|ba|tư|[1-4])(?!\w))"
_TAIL = r"(?: tiên| cùng)?"
_AND_WEEKS = rf"(?:{AND}tuần {_RANK}{_TAIL}){{0,3}}"
_NTH = rf"{WEEKDAY}(?: của| trong)? (?:tuần lễ |tuần )?{_RANK}{_TAIL}{_AND_WEEKS}"
_OF_MONTH = r"(?: của| trong| mỗi| h[àằ]ng){0,2} tháng"
# «tuần thứ 2 hàng tháng, vào thứ Năm»
_WEEK_FIRST = (
    rf"(?<!\w)tuần {_RANK}{_TAIL}{_AND_WEEKS}{_OF_MONTH}[ ,:(]{{1,3}}"
    rf"(?:(?:vào|các|ngày|buổi|{PART}) ){{0,4}}{_WEEKDAYS}{_NOT_ONE}{_NO_MORE}"
)
NTH_WEEKDAY = re.compile(rf"{_NTH}(?:{AND}(?:(?:vào|ngày) ){{0,2}}{_NTH}){{0,3}}{_OF_MONTH}|{_WEEK_FIRST}")
_ONE_NTH = re.compile(rf"({WEEKDAY})(?: của| trong)? (?:tuần lễ |tuần )?({_RANK}{_TAIL}{_AND_WEEKS})")
_ONE_RANK = re.compile(_RANK)
# From one weekday to another: office hours, when hours stand beside it.
WEEKDAY_RANGE = re.compile(
    rf"(?P<weekday>{WEEKDAY}){THEN}(?:hết )?(?!(?P=weekday)){WEEKDAY}(?! ?,? ?\(?(?:ngày|[0-9]))"
)
_DAYS_OF_WEEK = re.compile(r"(tất cả )?(?:các|những) ngày trong tuần(?!\w)")
_WEEKEND = re.compile(r"(?:các|những|hai|2) ngày cuối tuần(?!\w)")


def weekly(low: str, at: int, end: int, room: int = 80) -> Rule | None:
    """The rule of «… hàng tuần», whose two words are low[at:end], less the weekdays of «trừ …» behind it."""
    if m := _WEEKDAYS_LAST.search(low, max(0, at - room), at):
        start, stop, days = m.start(1), end, _weekdays(m[1])
    elif m := _WEEKDAYS_NEXT.match(low, end):
        start, stop, days = at, m.end(1), _weekdays(m[1])
    else:
        return None
    return _less(low, start, stop, days)


def daily(low: str, at: int, end: int) -> Rule | None:
    """The rule of «hằng ngày», which is low[at:end]; «hằng ngày, trừ Chủ nhật» are six weekdays."""
    rule = _less(low, at, end, range(7))
    return (at, end, "FREQ=DAILY") if rule and rule[1] == end else rule


def of_week(low: str) -> Rule | None:
    """«các ngày trong tuần, trừ Chủ nhật», «các ngày cuối tuần».

    «Các ngày trong tuần» alone may be seven or five: who takes the Sunday away speaks of seven.
    """
    if m := _DAYS_OF_WEEK.search(low):
        rule = daily(low, *m.span())
        return rule if rule and (m[1] or ("BYDAY" in rule[2] and "SU" not in rule[2])) else None
    return (*m.span(), _by_day(5, 6)) if (m := _WEEKEND.search(low)) else None


def monthly(low: str, at: int, end: int, room: int = 80) -> Rule | None:
    """The rule of «… hàng tháng», whose two words are low[at:end]; none of lunar months."""
    if m := _MONTH_DAYS_LAST.search(low, max(0, at - room), at):
        start, stop, days = m.start(1), end, _days(m[1])
    elif m := _MONTH_DAYS_NEXT.match(low, end):
        start, stop, days = at, m.end(1), _days(m[1])
    else:
        return None
    if not days or _LUNAR.match(low, stop):
        return None
    return start, stop, "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, days))


def nth_weekday(m: re.Match[str]) -> str:
    """«thứ Sáu của tuần cuối tháng» → FREQ=MONTHLY;BYDAY=-1FR."""
    if m[0].startswith("tuần"):
        weeks, _, names = m[0].partition(" tháng")
        pairs = [(rank, day) for rank in _ONE_RANK.findall(weeks) for day in _weekdays(names.lstrip(" ,:("))]
    else:
        pairs = [(rank, _weekday(name)) for name, weeks in _ONE_NTH.findall(m[0]) for rank in _ONE_RANK.findall(weeks)]
    codes = (_RANKS.get(rank.split()[-1], rank.split()[-1]) + _CODES[day] for rank, day in pairs)
    return "FREQ=MONTHLY;BYDAY=" + ",".join(dict.fromkeys(codes)) if pairs else ""


def by_weekday(phrase: str) -> str:
    """«thứ Hai đến thứ Sáu» → FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR; "" where it is not clear which days are meant."""
    days = _weekdays(phrase)
    return _by_day(*days) if days else ""


def _by_day(*days: int) -> str:
    return "FREQ=WEEKLY;BYDAY=" + ",".join(_CODES[day] for day in days)


def _less(low: str, start: int, stop: int, days: Iterable[int]) -> Rule | None:
    """A rule of weekdays without those that «trừ …» takes away; none where they are not among them, or none is left."""
    kept = set(days)
    if m := _BUT.match(low, stop):
        less = set(_weekdays(m[1]))
        if not less or not less < kept:
            return None
        kept, stop = kept - less, m.end()
    elif _BUT_SOME.match(low, stop):
        return None
    return (start, stop, _by_day(*sorted(kept))) if kept else None


def _weekday(name: str) -> int:
    return _NAMES[name.split()[-1]]


def _weekdays(phrase: str) -> list[int]:
    """The weekdays of a list from Monday on; none where a dash may mean «to» as well as «and»: «thứ 3-5»."""
    tokens = [(m["then"], m["one"]) for m in _whole(_ONE_WEEKDAY, phrase.strip())]
    days: list[int] = []
    for i, (then, name) in enumerate(tokens):
        day = _weekday(name)
        if then and i and not _is_chain(tokens, i):
            first = days[-1]
            dashed = "-" in then and name[-1].isdigit() and " " not in name
            if day == first or (dashed and (first, day) not in _SURE and (day - first) % 7 != 1):
                return []
            days += ((first + n) % 7 for n in range(1, (day - first) % 7))
        days.append(day)
    return sorted(set(days))


def _days(phrase: str) -> list[int]:
    """The days of a month of a list, the last one as -1; none where one is no day of any month."""
    tokens = [(m["then"], m["one"]) for m in _whole(_ONE_DAY, phrase.strip())]
    days: list[int] = []
    for i, (then, words) in enumerate(tokens):
        day = _LAST if "cuối" in words else int(re.sub(r"\D", "", words))
        if day != _LAST and not 1 <= day <= _LONGEST:
            return []
        if then and i and not _is_chain(tokens, i):
            first, last = days[-1], _LONGEST if day == _LAST else day
            if first == day:
                return []
            over = first == _LAST or last < first  # «ngày 25 đến ngày 5»: over the end of the month
            days += range(first + 1, (_LONGEST if over else last) + 1) if first != _LAST else ()
            days += range(1, last + 1) if over else ()
        else:
            days.append(day)
    return sorted(set(days), key=lambda day: day % 32)


def _whole(one: re.Pattern[str], phrase: str) -> list[re.Match[str]]:
    """Every member of a list; none unless they are all of it."""
    members = list(one.finditer(phrase))
    ends = [0, *(m.end() for m in members)]
    starts = [*(m.start() for m in members), len(phrase)]
    return members if starts == ends else []


def _is_chain(tokens: list[tuple[str | None, str]], i: int) -> bool:
    """Whether a dash stands among others, and means «and»: «thứ 2-4-6»."""
    around = [then for then, _ in tokens[max(1, i - 1) : i + 2]]
    return "-" in (tokens[i][0] or "") and sum("-" in (then or "") for then in around) > 1


def in_words(rrule: str) -> str:
    """FREQ=WEEKLY;BYDAY=MO,TU,WE → «thứ Hai đến thứ Tư hằng tuần»; «every» reads it back as the same rule."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    codes, days = parts.get("BYDAY", "").split(","), parts.get("BYMONTHDAY", "").split(",")
    if parts["FREQ"] == "DAILY":
        return "hằng ngày"
    if parts["FREQ"] == "WEEKLY":
        numbers = [_CODES.index(code) for code in codes]
        names = [_WEEKDAY_WORDS[n] for n in numbers]
        if len(names) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
            return f"{names[0]} đến {names[-1]} hằng tuần"
        return f"{_listed(names)} hằng tuần"
    if "BYDAY" in parts:
        ranks = [(code[:-2], _WEEKDAY_WORDS[_CODES.index(code[-2:])]) for code in codes]
        return f"{_listed([f'{name} tuần {_RANK_WORDS.get(rank, rank)}' for rank, name in ranks])} hằng tháng"
    days_in_words = ["ngày cuối cùng" if day == str(_LAST) else f"ngày {int(day):02}" for day in days]
    return f"{_listed(days_in_words)} hằng tháng"


def _listed(words: list[str]) -> str:
    return " và ".join(filter(None, (", ".join(words[:-1]), words[-1])))
