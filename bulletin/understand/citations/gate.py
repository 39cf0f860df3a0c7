"""What a text cites: every shape goes through the gate, then type, date, issuer and subject are read beside it.

The gate, in this order: (a) not after «Mẫu», «Biểu», «thửa» …; (b) a known type's code, or a known issuer's followed by
a unit; (c) any code right after the name of a type; (d) what is left is doubtful: told to the editor, never indexed.
Forms that stray («163-CP», «88/2014-QH13», «15KL/TU») look like rooms, plates and classes too: they need a type's name
before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bulletin.model.number import Number
from bulletin.understand.citations.issuer_phrases import issuer_after, issuer_at, issuer_before
from bulletin.understand.citations.lexicon import Lexicon
from bulletin.understand.citations.number_shapes import (
    Form,
    Symbol,
    bare_at,
    date_at,
    lost_dash,
    next_bare,
    serials_before,
    symbols,
    year_at,
)
from bulletin.understand.citations.subjects import subject_at
from bulletin.understand.text.plain import plain
from bulletin.words.papers.document_numbers import parse_number

_NOT_AFTER = frozenset((
    "mẫu", "biểu", "biểu-mẫu", "lục", "qcvn", "tcvn", "thửa", "tổ", "tdp", "lớp", "khối", "tuyến", "mã", "stt",
    "hồ", "nhà", "ngõ", "ngách", "hẻm", "lô", "tờ", "phòng", "căn", "km", "iso", "tk", "gplx", "quốc", "đường", "ô",
    "trang", "bảng", "hình", "đội", "mũi", "tác", "sách", "quyển", "sổ", "chuẩn",
))  # fmt: skip
_NUMBER_SIGN = frozenset((
    "số", "số:", "số.", "(số", "(số:", "so", "sô", "no.", "nº",
))  # fmt: skip
_OPENING = "([“\"'«*_+-–•"
# Between the name of a type and «số»: «Công điện khẩn số», «Luật An ninh mạng số», «Tờ trình của Sở Nội vụ số».
_REACH = 160
_LAW_REACH = 260
_BREAK = re.compile(r"[.;:!?](?=\s|$)|[“”«»\"]")
_JOIN = re.compile(r"[ ,;]*(?:và|hoặc|cùng)?[ ,;]*(?:các |những )?", re.IGNORECASE)
_LETTERHEAD = re.compile(r"(?:^|[\n|])\s*S[Ốố]\s*:?\s*$")
_CODES = "[A-ZĐ][A-Za-zĐđ]{0,9}(?:-[A-ZĐ][A-Za-zĐđ&]{0,12})"
_FILLER = re.compile(
    rf"(?:số|Số|SỐ) {{0,3}}:?(?: {{0,3}}(?:[.…_]{{2,60}}|…|\[ {{0,3}}\]))? {{0,30}}/ {{0,3}}(?P<symbol>{_CODES}{{0,3}})"
    rf"|(?<![\w.…])(?:[.…_]{{2,60}}|…) {{0,3}}/ {{0,3}}(?P<symbol2>{_CODES})"
)
_CITED_SO = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)|,? ?ngày [^,;.]{5,30}?)?\s{1,3}(?:của|về)\b")
_TO = ("đến ", "tới ", "đến số ", "tới số ")
_RANGE = re.compile(r"(?<![\w/.,-])[0-9]{1,5} (?:đến|tới) (?:số )?$")
_SPAN = re.compile(r"(?<![\w/.,-])[0-9]{1,5} ?- ?$")
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!\w| \(| của| ngày)")
_OF_WHOM = re.compile(r"[0-9]{1,5}(?:/[0-9]{4})? {1,3}của (?=\w)")
_RANGES_ON = re.compile(r" {1,3}(?:đến|tới) [0-9]")
# After «Nghị quyết 68» these go on speaking of the paper; a noun would have made the figure a count.
_SPEAKS_ON = re.compile(
    r" {0,3}(?:$|(?<= )(?!Trung ương [0-9])[A-ZĐ]|[.,;:)\]”»!?(\"'|]|[-–&] |[Đđ](?:iều|iểm)? ?[0-9]|[Kk]hoản |"
    r"(?:của|về|ngày,? (?=[0-9])|quy|hướng|có|và|được|sửa|thay|do|ban|này|khóa|khoá|đã|"
    r"cũng|thì|là|nêu|ra|cho|trong|để|trên|với|tại|theo|vào|sẽ|còn|yêu|chỉ|đưa|giao|xác|đặt|đề|tạo|tiếp|phải|từ|"
    r"năm (?=[12][0-9]{3})|mới|bao|gồm|hay|hoặc|như|khi|mà|vẫn|nhằm|đang|bị|nói|bổ|bãi|hết|chính|áp|kèm)"
    r"(?:\b|(?<= )))"
)


# Papers whose numbers held the issuer's code alone, whoever that was: «Thông tư số 18-TBXH».
_OLD_TYPES = frozenset((
    "Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư", "Thông tư liên tịch", "Sắc lệnh", "Pháp lệnh",
))  # fmt: skip
_DECREE, _DECREE_CODE = "Sắc lệnh", "SL"  # of 1945–1957, with their type's code alone: «Sắc lệnh số 47-SL»
_DATED_OR_WHOSE = re.compile(r",? {1,3}\(?(?:(?:ký |ban hành )?ngày,? {0,3}[0-9]|của )", re.IGNORECASE)
_AFTER_ALONE = re.compile(r" {0,3}(?:$|[.;:()\]”»]|,(?! ?[A-ZĐ]{2})|(?:ngày|của|về|và|năm)\b)")


class Cited:
    """A citation in text[begin:end]; its number stands at text[start:stop].

    `type` is as said, or follows from the number when `type_said` is False. `dated` is the day said, `year` its year
    even where the calendar has no such day; `day_month` a day said without year (in the year 2000). `shared` when date
    and issuer were taken from the next of a list; `weak` when it counts only if the same text cites the paper in full
    elsewhere («Thông báo 630»).
    """

    __slots__ = (
        "begin", "dated", "day_month", "end", "issuer", "number", "shared", "start", "stop", "subject", "symbol",
        "type", "type_said", "weak", "year",
    )  # fmt: skip

    def __init__(
        self, begin: int, start: int, stop: int, number: Number, symbol: str, kind: str, said: bool, weak: bool = False
    ) -> None:
        self.begin, self.start, self.stop, self.end = begin, start, stop, stop
        self.number, self.symbol, self.type, self.type_said, self.weak = number, symbol, kind, said, weak
        self.dated: date | None = None
        self.day_month: date | None = None
        self.year: int | None = None
        self.issuer = self.subject = ""
        self.shared = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something like a number that is not taken for one. `kind`: doubtful (perhaps `meant`), unfilled, range, date."""

    kind: str
    start: int
    stop: int
    meant: str = ""


def find(text: str, spots: list[tuple[str, int]], lexicon: Lexicon) -> tuple[tuple[Cited, ...], tuple[Doubt, ...]]:
    """All citations of one block of text (a paragraph, an item, a cell), in order, and the doubtful ones.

    `spots` are what `lexicon.spots.find(text)` gives.
    «Thực hiện Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy» gives one: type Công văn, 15/4/2022, «Quận ủy».
    """
    smooth = plain(text)
    places = sorted(at for kind, at in spots if kind in ("slash", "figure"))
    bare = [at for kind, at in spots if kind == "bare"]
    lower = smooth.lower()
    if len(lower) != len(smooth):  # a letter whose lower case is longer, from another alphabet
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in smooth)
    doubts = list(_scars(smooth, spots, lexicon))
    found: list[Cited] = []
    for symbol in symbols(smooth, places):
        found += _judge(text, smooth, lower, symbol, lexicon, found[-1] if found else None, doubts)
    if bare and not {cited.start for cited in found}.issuperset(bare):
        taken = {at for cited in found for at in range(cited.start, cited.stop)}
        found += _bare(smooth, lower, lexicon, bare, taken)
        found.sort(key=lambda c: c.start)
    if found:
        _beside(smooth, lower, found, lexicon, doubts)
        _share(smooth, found)
    if doubts:
        known = {cited.start for cited in found}
        doubts = sorted((d for d in doubts if d.kind != "doubtful" or d.start not in known), key=lambda d: d.start)
    return tuple(found), tuple(doubts)


def _judge(
    text: str, smooth: str, lower: str, symbol: Symbol, lexicon: Lexicon, previous: Cited | None, doubts: list[Doubt]
) -> Iterator[Cited]:
    """The citations that a shape stands for: one, several in a list, or none."""
    start = symbol.start
    letters = _mended(symbol, lexicon)
    number = _number(symbol.serial, symbol.year, letters, symbol.form, lexicon)
    if number is None or _heads_letter(text, start, symbol.end):
        return
    others = serials_before(smooth, start)
    said, begin, near = _type_before(lower, others[0][0] if others else start, lexicon, number)
    if others and not near:
        others = ()
        said, begin, near = _type_before(lower, start, lexicon, number)
    same = previous is not None and (previous.symbol == letters or symbol.form == "alone")
    listed = previous is not None and same and _joined(smooth, previous.stop, start)
    if not said and listed and previous and previous.type_said:
        said = previous.type
    if not said and _forbidden(lower, start):
        return
    numbered = listed or smooth[begin : others[0][0] if others else start].rstrip(" :.").endswith(("số", "Số", "SỐ"))
    if not _vouched(smooth, symbol, number, said, numbered, lexicon):
        return
    if not (known := _known(symbol, number, lexicon)) and not near and not listed:
        if len(symbol.codes) > 1 and (set(symbol.codes) & lexicon.codes or any(map(lexicon.issuers, symbol.codes))):
            doubts.append(Doubt(kind="doubtful", start=start, stop=symbol.end))
        return
    if len(symbol.codes[0]) == 1 and not known:  # «Q Đ-UBND» as some readers of paper give it
        return
    ranges = _RANGE if smooth[max(0, start - 8) : start].endswith(_TO) else _SPAN
    if smooth[start - 2 : start].strip() and ranges.search(smooth, max(0, start - 16), start):
        doubts.append(Doubt(kind="range", start=start, stop=symbol.end))
    kind = said or next(iter(lexicon.knowledge.type_names(number)), "")
    for low, high in others:
        if one := _number(smooth[low:high], symbol.year, letters, symbol.form, lexicon):
            yield Cited(begin if (low, high) == others[0] else low, low, high, one, letters, kind, bool(said))
    cited = Cited(start if others else begin, start, symbol.end, number, letters, kind, bool(said))
    cited.year = int(symbol.after) if symbol.after else None
    yield cited


def _vouched(smooth: str, symbol: Symbol, number: Number, kind: str, numbered: bool, lexicon: Lexicon) -> bool:
    """Whether a shape that strays is a number, by the type's name before it: «Nghị định số 163-CP», not «phòng 163-CP».

    `numbered` when «số» or a listed number stands between.
    """
    code = symbol.codes[0]
    if symbol.form in ("state", "party"):
        return True
    if not kind:
        return symbol.form == "dashed" and number.style == "law"
    if symbol.form == "dashed":
        return True
    if symbol.form == "lost":
        known = kind in lexicon.knowledge.type_names(number) or lexicon.knowledge.issuer_rows(symbol.codes[1])
        return code in lexicon.codes and bool(known)
    # «theo Quyết định 5 - UBND phường mời …», «Quyết định 5-UBND phường».
    if (symbol.spaced or not numbered) and not _AFTER_ALONE.match(smooth, symbol.end):
        return False
    if any(row.system == "state" and not row.unit for row in lexicon.issuers(code)):
        return numbered or kind in _OLD_TYPES
    if kind == _DECREE and code == _DECREE_CODE:
        return numbered
    # «Quyết định số 5-QĐ» has lost its issuer; any other code is somebody's whom no row knows.
    own = any(code in (row.code, *row.also) for row in lexicon.knowledge.types if row.name == kind)
    issued = numbered and code.isalpha() and code[:2].isupper() and not own
    return issued and kind in _OLD_TYPES and bool(_DATED_OR_WHOSE.match(smooth, symbol.end))


def _heads_letter(text: str, start: int, end: int) -> bool:
    """Whether the number is that of the paper itself: «Số: 729/QĐ-TTg» on a line of its own."""
    return (
        "S" in text[max(0, start - 7) : start]
        and bool(_LETTERHEAD.search(text, max(0, start - 30), start))
        and not _CITED_SO.match(text, end)
    )


def _number(serial: str, year: str, letters: str, form: Form, lexicon: Lexicon) -> Number | None:
    shape = _shape(letters, bool(year), form, lexicon)
    if shape is None or not serial.lstrip("0")[:1].isdigit():
        return None
    between = f"/{year}/" if year else "/" if form == "state" else "-"
    return Number(
        serial=serial.lstrip("0"),
        code=shape.code,
        issuer=shape.issuer,
        style=shape.style,
        year=int(year) if year else None,
        printed=serial + between + letters,
    )


def _shape(letters: str, normative: bool, form: Form, lexicon: Lexicon) -> Number | None:
    # «327-CT» is the Chairman's: that CT is a type's code too tells nothing here.
    if form == "alone":
        return Number(serial="1", code="", issuer=letters, style="state", year=None, printed=f"1-{letters}")
    between = "/2000/" if normative else "/" if form == "state" else "-"
    return parse_number(f"1{between}{letters}", lexicon.folded_codes)


def _known(symbol: Symbol, number: Number, lexicon: Lexicon) -> bool:
    """Gate (b): the code of a type with an issuer's after it, or a known issuer's with a unit after it."""
    first = symbol.codes[0]
    if number.style in ("law", "normative"):
        return bool(number.code or lexicon.issuers(first.rstrip("0123456789")))
    if len(symbol.codes) > 1 and first in lexicon.codes:
        return True
    # «BGD-ĐT» is one issuer's code with a dash inside: a unit must follow it all the same.
    dashed = "-".join(symbol.codes[:2])
    return symbol.form != "party" and (
        (len(symbol.codes) > 1 and bool(lexicon.issuers(first)))
        or (len(symbol.codes) > 2 and bool(lexicon.issuers(dashed)))
    )


def _mended(symbol: Symbol, lexicon: Lexicon) -> str:
    """«152/2015/TTBTC»: a dash lost at the end of a line comes back when type and issuer are both known."""
    code = symbol.codes[0]
    if symbol.form in ("state", "dashed") and code not in lexicon.codes and not lexicon.issuers(code):
        for cut in range(2, len(code) - 1):
            if code[:cut] in lexicon.codes and lexicon.issuers(code[cut:]):
                return symbol.letters.replace(code, f"{code[:cut]}-{code[cut:]}", 1)
    return symbol.letters


def _words_before(lower: str, at: int, reach: int) -> list[tuple[str, int]]:
    """(word, where) of the words that end at `at`, the nearest first."""
    words: list[tuple[str, int]] = []
    low = max(0, at - reach)
    for word in lower[low:at].split()[::-1]:
        at = lower.rfind(word, low, at)
        words.append((word, at))
    return words


def _type_before(lower: str, at: int, lexicon: Lexicon, number: Number | None) -> tuple[str, int, bool]:
    """(type said before `at`, where its name begins, whether a type's name or «số» stands right before)."""
    words = _words_before(lower, at, 48)
    numbered = bool(words) and (words[0][0] in _NUMBER_SIGN or words[0][0].endswith(("số", "số:")))
    if words and not numbered and words[0][0] in (":", "):"):
        numbered = len(words) > 1 and words[1][0] in _NUMBER_SIGN
        words = words[1:]
    rest = words[1:] if numbered else words
    kind, begin = _name_of_type(rest, lexicon)
    if kind:
        return kind, begin, True
    if numbered:
        law = number is not None and (number.style == "law" or number.issuer.startswith("UBTVQH"))
        window = _words_before(lower, rest[0][1] + len(rest[0][0]) if rest else 0, _LAW_REACH if law else _REACH)
        clause: list[tuple[str, int]] = []
        for word, start in window:
            if _BREAK.search(word) or (word.endswith(",") and not law):
                break
            clause.append((word, start))
        for i in range(1, len(clause)):
            kind, begin = _name_of_type(clause[i:], lexicon)
            if kind and (not law or kind in ("Luật", "Bộ luật", "Nghị quyết", "Pháp lệnh")):
                return kind, begin, True
            if clause[i - 1][0][:1].isdigit():
                break
    return "", at, False


def _name_of_type(words: list[tuple[str, int]], lexicon: Lexicon) -> tuple[str, int]:
    """The longest name of a type made by the nearest words."""
    for count in lexicon.lengths.get(words[0][0].lstrip(_OPENING), ()) if words else ():
        if count <= len(words):
            first, start = words[count - 1]
            bare = first.lstrip(_OPENING)
            if kind := lexicon.types.get(" ".join([bare, *[word for word, _ in words[: count - 1][::-1]]])):
                return kind, start + len(first) - len(bare)
    return "", 0


def _forbidden(lower: str, at: int) -> bool:
    """Whether the word before (a «số» skipped) says that this is a form, a plot, a class …"""
    words = [word.strip(_OPENING + ":.,") for word, _ in _words_before(lower, at, 30)[:2]]
    if words and words[0] in ("số", "sô"):
        words = words[1:]
    return bool(words) and words[0] in _NOT_AFTER


def _joined(smooth: str, end: int, start: int) -> bool:
    """Whether nothing but a date and «,», «;», «và», «số» stands between two numbers."""
    when = date_at(smooth, end) if start - end < 80 else None
    end = when.end if when else end
    gap = smooth[end:start] if start - end < 40 else "x"
    m = _JOIN.match(gap)
    return bool(m) and gap[m.end() if m else 0 :].strip().lower() in ("", "số", "số:") and bool(gap.strip())


def _bare(smooth: str, lower: str, lexicon: Lexicon, places: list[int], taken: set[int]) -> Iterator[Cited]:
    """Citations by serial alone: «Thông tư 17», «Nghị định 356/2025», «Chỉ thị số 35 ngày …», «Thông tư 17, 18»."""
    done = -1
    for place in places:
        if place <= done or place in taken or not (m := bare_at(smooth, place)):
            continue
        kind, begin, numbered = _type_before_bare(smooth, lower, place, lexicon)
        if not kind or _RANGES_ON.match(smooth, m.end()) or (not numbered and _A_YEAR.match(smooth, place)):
            continue
        if not _SPEAKS_ON.match(smooth, m.end()):
            continue
        while m:
            serial = m["serial"].lstrip("0") or "0"
            number = Number(
                serial=serial,
                code="",
                issuer="",
                style="bare",
                year=int(m["year"]) if m["year"] else None,
                printed="".join(m[0].split()),
            )
            # «Đề án 06»: nobody writes a count with a nought.
            weak = not numbered and kind not in lexicon.bare and serial == m["serial"]
            start, done = m.span()
            yield Cited(begin, start, done, number, "", kind, True, weak)
            following = next_bare(smooth, done)
            m = bare_at(smooth, following) if following and following not in taken else None
            if m and not _SPEAKS_ON.match(smooth, m.end()):
                m = None
            begin = following or done


def _type_before_bare(smooth: str, lower: str, at: int, lexicon: Lexicon) -> tuple[str, int, bool]:
    """(type, where its name begins, whether «số» stands between)."""
    words = _words_before(lower, at, 40)
    numbered = words[0][0] in _NUMBER_SIGN
    kind, begin = _name_of_type(words[1:] if numbered else words, lexicon)
    # «quyết định 2 nội dung» decides: the name of a paper is capital, or somebody's («chỉ thị 16 của Thủ tướng»).
    named = numbered or smooth[begin].isupper() or (kind in lexicon.bare and bool(_OF_WHOM.match(smooth, at)))
    return (kind, begin, numbered) if kind and named else ("", at, False)


def _beside(smooth: str, lower: str, found: list[Cited], lexicon: Lexicon, doubts: list[Doubt]) -> None:
    """Read date, issuer and subject after each number, up to where the next citation begins."""
    for i, cited in enumerate(found):
        stop = found[i + 1].begin if i + 1 < len(found) else len(smooth)
        at = cited.stop
        when = date_at(smooth, at)
        if when and when.end > stop:
            when = None
        at = when.end if when else at
        year, at = (None, at) if when else year_at(smooth, at)
        cited.issuer, at = issuer_at(smooth, lower, at, stop, lexicon)
        if cited.issuer and not when and (late := date_at(smooth, at)) and late.end <= stop:
            when, at = late, late.end
        if not cited.issuer:
            cited.issuer = issuer_before(smooth, lower, cited.begin, lexicon) or issuer_after(
                smooth, lower, at, stop, lexicon
            )
        cited.year = when.year if when else year or cited.year
        if when and when.day is None:
            doubts.append(Doubt(kind="date", start=cited.start, stop=when.end, meant=when.printed))
        elif when and when.sure:
            cited.dated = when.day
        elif when:
            cited.day_month = when.day
        cited.end = at
        cited.subject = subject_at(smooth, at, stop)


def _share(smooth: str, found: list[Cited]) -> None:
    """In an unbroken list of one type and one symbol the earlier take date and issuer of the later, never backwards."""
    for one, after in reversed(list(pairwise(found))):
        same = (one.type, one.symbol) == (after.type, after.symbol)
        if not same or one.dated or one.day_month or one.issuer or one.subject or not (after.dated or after.issuer):
            continue
        if one.number.year and after.dated and one.number.year != after.dated.year:
            continue
        if _JOIN.fullmatch(smooth[one.end : after.begin] if after.begin >= one.end else ""):
            one.dated, one.issuer, one.shared = after.dated, after.issuer, True


def _scars(smooth: str, spots: list[tuple[str, int]], lexicon: Lexicon) -> Iterator[Doubt]:
    """Numbers that were not filled in, and numbers that lost a dash: «số …/QĐ-UBND», «75TB/ĐU»."""
    for kind, at in spots:
        if kind not in ("slash", "dash"):
            continue
        before = smooth[max(0, at - 30) : at].rstrip()[-1:]
        if before and before in "….]_:ốỐ":
            m = _FILLER.search(smooth, max(0, at - 70), at + 80)
            code = (m["symbol"] or m["symbol2"]).split("-")[0] if m else ""
            if m and (code in lexicon.codes or lexicon.issuers(code)):
                yield Doubt(kind="unfilled", start=m.start(), stop=m.end())
        elif before.isalpha() and (m := lost_dash(smooth, at)):
            if m["code"] not in lexicon.codes or not lexicon.knowledge.issuer_rows(m["issuer"]):
                continue
            meant = f"{m['serial']}-{m['code']}/{m['issuer']}"
            yield Doubt(kind="doubtful", start=m.start(), stop=m.end(), meant=meant)
