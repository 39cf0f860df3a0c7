"""Shapes of số, ký hiệu in running text, and the dates beside them. Pure text; what is a citation is decided elsewhere.

595-CV/QU            party      serial - type / issuer [- unit]     298 KH/TWĐTN: a blank for the dash
182/KH-UBND          state      serial / type - issuer [- unit]
506/UBND-VHTT        state      serial / issuer - unit
356/2025/NĐ-CP       normative  serial / year / type - issuer
91/2025/QH15         law        serial / year / QH + term
12, 15-CV/QU         several serials that share one symbol
163-CP, 52-HĐBT      alone      serial - issuer: decrees and decisions until the nineties
88/2014-QH13         dashed     serial / year - issuer: a dash typed for the second slash
15KL/TU              lost       the dash of a Party number lost
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from bulletin.words.dates.day import day_at
from bulletin.words.text.odd_characters import ODD_SLASHES
from bulletin.words.text.patterns import verbose

_B = "[ ]{0,3}"  # as it may begin a line of a pattern
_UPPER, _LOWER = "A-ZĐƯƠÂÊÔĂ", "a-zđ"
# The assembly's term may stand apart, «QH 14»: without a term no number of a law is whole.
_TERM = rf"(?:(?:(?<=QH)(?<![{_UPPER}{_LOWER}.]QH)|(?<=UBTVQH)){_B}[0-9]{{1,2}}(?![\w/]|[.,-][0-9])|[0-9]{{0,2}})"
_CODE = rf"[{_UPPER}](?:[{_UPPER}{_LOWER}]|\.(?=[{_UPPER}])|{_B}&{_B}(?=[{_UPPER}])){{0,20}}{_TERM}"
_SERIAL = rf"[0-9]{{1,5}}[{_LOWER}{_UPPER}]?"
_YEAR = r"(?:19|20)[0-9]{2}"
_SYMBOL = verbose(rf"""
    # The first sign is a figure, so that the search skips all others; what may not stand before it is asked after it.
    (?P<serial>
        [0-9](?:(?<![\w/.,-][0-9])|(?<=[sS][ốỐ][0-9])|(?<=[0-9][,;-][0-9]))
        [0-9]{{0,4}}[{_LOWER}{_UPPER}]?
    )
    (?:
        {_B}\\?/{_B}  # 182[/]KH-UBND
        (?:(?P<year>{_YEAR})(?:{_B}[/-]{_B}|[ ](?=[A-ZĐ]{{2}})))?
        (?P<slash>{_CODE}(?:{_B}[-/]{_B}{_CODE}){{0,6}})
        |(?:{_B}-{_B}|[ ])  # 595[-]CV/QU, 298[ ]KH/TWĐTN
        (?P<dash>{_CODE}{_B}/{_B}{_CODE}(?:{_B}[-/]{_B}{_CODE}){{0,4}})
    )
    (?:{_B}/{_B}(?P<after>{_YEAR}))?  # 45/KH-UBND/2022
    (?![\w/]|-[{_UPPER}0-9])
""")
_FIRST = re.compile(_CODE)
_BEFORE_SLASH, _LONGEST = 48, 240
_PART = re.compile(rf"({_B}[-/]{_B})({_CODE})")
_MORE = re.compile(rf"((?:{_SERIAL} ?(?:,|;|và|&) ?){{1,12}})$")
_GOES_ON = frozenset(",;à&")
_ONE_SERIAL = re.compile(_SERIAL)
_BARE = re.compile(
    rf"(?P<serial>[0-9]{{1,5}}[a-zđ]?)(?:{_B}/{_B}(?P<year>{_YEAR}))?"
    rf"(?!\w|[.,:][0-9]|{_B}[/%]|{_B}-{_B}[0-9{_UPPER}])"
)
# Plain signs first, on which the search runs fast; texts are searched as they are, with odd slashes and Đ.
_SLASH = re.compile(rf"/\s{{0,3}}(?:{_YEAR}\s)?[{_UPPER}ÐƉ]")
_DASH = re.compile(
    "-(?:" + "|".join(rf"(?<=[0-9][{_UPPER}][{_UPPER}{_LOWER}]{{{n}}}-)" for n in range(5)) + rf")(?=[{_UPPER}])"
)
# A dash between a figure and a capital: 52[-]HĐBT, 88/2014[-]QH13.
_FIGURE_DASH = re.compile(
    r"[-\u2010-\u2015\u2212](?:(?<=[0-9].)|(?<=[0-9][ \u00a0a-zđ].)|(?<=[0-9][a-zđ][ \u00a0].))"
    rf"\s{{0,3}}(?=[{_UPPER}ÐƉ])"
)
_NUMBER_SIGNS = frozenset(("số", "Số", "SỐ", "(số"))
_NEXT_BARE = re.compile(r" ?(?:,|;|và|&| ) ?(?:và |số ){0,2}(?=[0-9])")
_SERIAL_BEGINS = r"(?:(?<![\w/.,-])|(?<=[sS][ốỐ]))"
_LOST = verbose(rf"""
    {_SERIAL_BEGINS}(?P<serial>[0-9]{{1,5}}[a-zđ]?) ?
    (?P<code>[{_UPPER}][A-Za-zĐđ]{{0,4}})[-/]  # 15[KL]/TU, 595[CV]-QU
    (?P<issuer>[{_UPPER}][A-Za-zĐđ]{{0,15}}(?:-[{_UPPER}][A-Za-zĐđ]{{0,15}})?)
    (?![\w/-])
""")
_ALONE = re.compile(
    rf"{_SERIAL_BEGINS}(?P<serial>[0-9]{{1,5}}[a-zđ]?)(?P<dash>{_B}-{_B})(?P<issuer>{_CODE})"
    rf"(?!\w|{_B}/|{_B}-{_B}[{_UPPER}0-9])"
)

_DATE_ROOM = 80
_BEFORE_DATE = re.compile(r"[ ,;(]{0,30}(?:ký |ban hành |đề )?ngày,? {0,30}", re.IGNORECASE)
_GOES_ON_ABOUT_IT = verbose(
    r"""
    [ ]{0,30}
    (?:
        $
        |[.;:)\],“\"«]
        |(?:  # whose it is, or what it does
            của|về|v/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|và|trong|khóa|khoá|do|có
            |công bố|triển khai|thành lập|đính kèm|kèm|gửi|tăng cường|yêu cầu|giao|thông báo|kết luận
        )\b
    )
    """,
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    rf",? {{1,3}}(?:năm {{1,3}}(?P<year>{_YEAR})|khóa {{1,3}}[IVX]+|khoá {{1,3}}[IVX]+)(?!\w)", re.IGNORECASE
)
# «79-NQ/TW (06/01/2026)», «79-NQ/TW - Bộ Chính trị (06/01/2026)».
_BEFORE_BRACKETED = re.compile(r"(?: {1,3}- [^.;:()]{1,60}?)? {0,3}\( {0,2}")
_CLOSE = re.compile(r" {0,2}\)")
_WHOLE_YEAR = re.compile(r"[0-9]{4}$")


Form = Literal["state", "party", "alone", "dashed", "lost"]


class Symbol(NamedTuple):
    """A shape met at text[start:end]: `serial` as printed, `year` inside it or "", `letters` («CV/QU»), its codes.

    `form` «alone», «dashed» and «lost» stray from what offices print now, and need words that say they are numbers;
    `spaced` when an «alone» has blanks on both sides of its dash, which may then be one of the sentence.
    """

    start: int
    end: int
    serial: str
    year: str
    letters: str
    codes: tuple[str, ...]
    form: Form
    after: str  # a year typed at the end: 45/KH-UBND/2022
    spaced: bool = False


class Dated(NamedTuple):
    """A date read up to text[end]. `day` is None when the calendar has no such day; `sure` False without a year."""

    end: int
    printed: str
    day: date | None
    year: int | None
    sure: bool


def symbols(text: str, places: Iterable[int]) -> Iterator[Symbol]:
    """Every shape in plain `text` around `places` (slashes before capitals, dashes after figures), in order.

    Linear: each repeat is bounded, and so is the way back from a place.
    """
    done = 0
    for at in places:
        if at < done:
            continue
        m = _SYMBOL.search(text, max(done, at - _BEFORE_SLASH), at + _LONGEST)
        symbol = _regular(text, m) if m and m.start() <= at else _alone(text, at) or _lost(text, at)
        if symbol and symbol.start >= done:
            done = m.end() if m and m.start() <= at else symbol.end
            yield symbol


def _regular(text: str, m: re.Match[str]) -> Symbol:
    which = "slash" if m["slash"] else "dash"
    first = m.start(which)
    length, codes, letters = _letters(m[which], " " not in text[m.end("serial") : first])
    end = m.end() if m["after"] else first + length
    dashed = m["year"] and len(codes) == 1 and "-" in text[m.end("year") : first]
    form: Form = "party" if which == "dash" else "dashed" if dashed else "state"
    return Symbol(m.start(), end, m["serial"], m["year"] or "", letters, codes, form, m["after"] or "")


def _alone(text: str, at: int) -> Symbol | None:
    m = _ALONE.search(text, max(0, at - 12), at + 40) if text[at] == "-" else None
    if not m or not m.start("dash") <= at < m.end("dash"):
        return None
    code = _tidy(m["issuer"])
    spaced = m["dash"][0] == m["dash"][-1] == " "
    return Symbol(m.start(), m.end(), m["serial"], "", code, (code,), "alone", "", spaced)


def _lost(text: str, at: int) -> Symbol | None:
    m = lost_dash(text, at) if text[at] == "/" else None
    if not m:
        return None
    codes = (m["code"], m["issuer"])
    return Symbol(m.start(), m.end(), m["serial"], "", "/".join(codes), codes, "lost", "")


def _letters(rest: str, tight: bool) -> tuple[int, tuple[str, ...], str]:
    """(how much of `rest` belongs to the symbol, its codes, the symbol without blanks)."""
    parts = _parts(rest, tight)
    codes = tuple(_tidy(code) for _, code in parts)
    letters = "".join(_tidy(sign) + code for (sign, _), code in zip(parts, codes, strict=True))
    return sum(len(sign) + len(code) for sign, code in parts), codes, letters


def _parts(rest: str, tight: bool) -> list[tuple[str, str]]:
    """(sign before, code) of each code. `tight`: so far no blanks stand in the number.

    A dash between blanks then ends it («QĐ-UBND - HĐTV»), and so it does anywhere before a common word («- Ban hành»).
    """
    first = _FIRST.match(rest)
    if not first:
        return []
    parts = [("", first[0])]
    at = first.end()
    while m := _PART.match(rest, at):
        sign, code = m[1], m[2]
        word = len(code) == 1 or (len(code) > 2 and code[1:].islower())
        if len(parts) > 1 and sign[:1] == sign[-1:] == " " and (tight or word):
            break
        tight = tight and " " not in sign
        parts.append((sign, code))
        at = m.end()
    return parts


def _tidy(text: str) -> str:
    return text.replace(" ", "")


def serials_before(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """Places of the serials that stand in a list before the one at `start`: «số 1, 2 và 3/UBND-VHTT»."""
    if text[max(0, start - 3) : start].rstrip()[-1:] not in _GOES_ON:
        return ()
    m = _MORE.search(text, max(0, start - 80), start)
    return tuple(s.span() for s in _ONE_SERIAL.finditer(text, m.start(), m.end())) if m else ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spots:
    """Where in a text a number may be. Most texts have no such spot, and four quick searches are all they cost.

    slash  a slash before a capital                          182[/]KH-UBND
    bare   a figure after the last word of a type's name,    Thông tư [1]7, Thông tư số [1]7
           perhaps with «số» or a colon between
    dash   a dash after a figure and capitals                595CV[-]QU
    figure a dash after a figure, before a capital           52[-]HĐBT, 88/2014[-]QH13
    """

    words: frozenset[str]
    bare: re.Pattern[str]

    def find(self, text: str) -> list[tuple[str, int]]:
        """(kind, place) of every spot of `text`, those of one kind in order."""
        for sign in ODD_SLASHES:
            text = text.replace(sign, "/")
        places = [("slash", m.start()) for m in _SLASH.finditer(text)]
        places += [("bare", m.start()) for m in self.bare.finditer(text) if self._after_word(text, m.start())]
        places += [("dash", m.start()) for m in _DASH.finditer(text)]
        places += [("figure", m.start()) for m in _FIGURE_DASH.finditer(text)]
        return places

    def _after_word(self, text: str, at: int) -> bool:
        before = text[max(0, at - 24) : at].rstrip(" :.\n\u00a0").split()
        word = before[-1] if before else ""
        if word in _NUMBER_SIGNS and len(before) > 1:
            word = before[-2]
        return word.lstrip('([“"«*') in self.words


def spots(words: Iterable[str]) -> Spots:
    """For the last `words` of the names of types, as they are spelled."""
    words = frozenset(words)
    ends = "|".join(sorted({re.escape(word[-2:]) for word in words}))
    last = re.escape("".join(sorted({word[-1] for word in words})))
    # One sign, then two, then «số»: most figures are passed over at the first question.
    behind = rf"(?:(?<=[{last}]..)(?<=(?:{ends})..)|(?<=[sS][ốỐ]..)(?<=(?:{ends})\s....)|(?<=[ốỐ]:..))"
    return Spots(words=words, bare=re.compile(rf"[0-9](?<=\s.){behind}", re.DOTALL))


def bare_at(text: str, at: int) -> re.Match[str] | None:
    """The number without letters that begins at `at`: groups `serial` and `year`."""
    return _BARE.match(text, at)


def next_bare(text: str, at: int) -> int | None:
    """Where the next number of a list begins: «Thông tư 17, 18 và 19»."""
    m = _NEXT_BARE.match(text, at)
    return m.end() if m else None


def lost_dash(text: str, at: int) -> re.Match[str] | None:
    """«75TB/ĐU», «595CV-QU», where the sign after the type stands at `at`: groups `serial`, `code`, `issuer`."""
    m = _LOST.search(text, max(0, at - 12), at + 20)
    return m if m and m.start("issuer") == at + 1 else None


def date_at(text: str, at: int) -> Dated | None:
    """The date that begins at `at` (after a comma or an opening bracket); None when there is none.

    After a comma it must be the paper's: «…, ngày 15/4/2022 phường ra quân» tells of another day.
    """
    bracketed = False
    m = _BEFORE_DATE.match(text, at)
    day = day_at(_lower(text, m.end()), 0) if m else None
    if m and day and m[0].lstrip()[:1] == "," and not _GOES_ON_ABOUT_IT.match(text, m.end() + day[1]):
        return None
    if not day and (m := _BEFORE_BRACKETED.match(text, at)):
        day, bracketed = day_at(_lower(text, m.end()), 0), True
    if not m or not day:
        return None
    stated, end = day[0], m.end() + day[1]
    whole = bool(_WHOLE_YEAR.search(text, m.end(), end))
    if bracketed:
        close = _CLOSE.match(text, end)
        if not close or not whole:
            return None
        end = close.end()
    printed = text[at:end].strip(" ,;(")
    if not whole or not stated.year:
        # «15/4», «15/4/22»: the year is for the reader to find.
        return Dated(end=end, printed=printed, day=stated._replace(year=None).on(2000), year=None, sure=False)
    return Dated(end=end, printed=printed, day=stated.on(0), year=stated.year, sure=True)


def _lower(text: str, at: int) -> str:
    """What follows text[at], as far as a date may go, in lower case and as long."""
    low = text[at : at + _DATE_ROOM].lower()
    return low if len(low) == len(text[at : at + _DATE_ROOM]) else text[at : at + _DATE_ROOM]


def year_at(text: str, at: int) -> tuple[int | None, int]:
    """The year said at `at` without a day, and where it ends: «Chỉ thị 16/CT-TTg **năm 2020**», «khóa XII» passed."""
    m = _YEAR_ALONE.match(text, at)
    return (int(m["year"]) if m["year"] else None, m.end()) if m else (None, at)
