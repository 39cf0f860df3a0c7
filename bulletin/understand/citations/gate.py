"""What a text cites: every shape goes through the gate, then type, date, issuer and subject are read beside it.

The gate refuses by the rows of `_REFUSALS`, in their order: a form's number, a shape that strays without a type's name
before it (`stray_shapes.py`), codes that nobody knows behind no type's name. What may have been meant as a
number all the same is doubtful: told to the editor, never indexed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from bulletin.model.number import Number
from bulletin.understand.citations.beside_numbers import is_listed, read_beside, share_in_lists
from bulletin.understand.citations.cited import Block, Cited, Doubt
from bulletin.understand.citations.lexicon import Lexicon
from bulletin.understand.citations.number_shapes import (
    Form,
    Symbol,
    bare_at,
    lost_dash,
    next_bare,
    serials_before,
    symbols,
)
from bulletin.understand.citations.stray_shapes import Stray, is_vouched
from bulletin.understand.citations.type_names import TypeBefore, is_of_a_form, type_before, type_before_bare
from bulletin.understand.text.plain import plain
from bulletin.words.papers.document_numbers import parse_number
from bulletin.words.text.patterns import verbose

_LETTERHEAD = re.compile(r"(?:^|[\n|])\s*S[Ốố]\s*:?\s*$")
_CODES = "[A-ZĐ][A-Za-zĐđ]{0,9}(?:-[A-ZĐ][A-Za-zĐđ&]{0,12})"
_FILLER = verbose(rf"""
    (?:số|Số|SỐ) {{0,3}}:?  # «số: ....../QĐ-UBND», «Số [ ]/KH-UBND», «Số    /TB-UBND»
        (?: {{0,3}}(?:[.…_]{{2,60}}|…|\[ {{0,3}}\]))?
        [ ]{{0,30}}/ {{0,3}}(?P<symbol>{_CODES}{{0,3}})
    |(?<![\w.…])(?:[.…_]{{2,60}}|…) {{0,3}}/ {{0,3}}(?P<symbol2>{_CODES})  # «....../QĐ-UBND»
""")
_FILLED_WITH = "….]_:ốỐ"  # what stands before the slash of a number that is not filled in
_CITED_SO = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)|,? ?ngày [^,;.]{5,30}?)?\s{1,3}(?:của|về)\b")
_TO = ("đến ", "tới ", "đến số ", "tới số ")
_RANGE = re.compile(r"(?<![\w/.,-])[0-9]{1,5} (?:đến|tới) (?:số )?$")
_SPAN = re.compile(r"(?<![\w/.,-])[0-9]{1,5} ?- ?$")


class _Candidate(NamedTuple):
    """A shape and what is read of it and before it.

    `letters` is its symbol, mended; `others` are the offsets of serials listed before it («12, **15**-CV/QU»); `kind`
    the type said, here or for the number before it in a list; `before` where its name begins and whether it or «số»
    stands right before. `known`: the codes are those of rows.
    """

    block: Block
    symbol: Symbol
    letters: str
    number: Number
    others: tuple[tuple[int, int], ...]
    kind: str
    before: TypeBefore
    listed: bool
    known: bool


class _Refusal(NamedTuple):
    """A row of the gate: the shapes for which `applies` are no citations. `doubt` is the kind of doubt told, or ""."""

    example: str
    applies: Callable[[_Candidate], bool]
    doubt: str = ""


def find(text: str, spots: list[tuple[str, int]], lexicon: Lexicon) -> tuple[tuple[Cited, ...], tuple[Doubt, ...]]:
    """All citations of one block of text (a paragraph, an item, a cell), in order, and the doubtful ones.

    `spots` are what `Vocabulary.spots.find(text)` gives.
    «Thực hiện Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy» gives one: type Công văn, 15/4/2022, «Quận ủy».
    """
    smooth = plain(text)
    block = Block(text, smooth, _as_long_in_lower_case(smooth), lexicon)
    doubts = list(_scars(smooth, spots, lexicon))
    citations: list[Cited] = []
    for symbol in symbols(smooth, sorted(at for kind, at in spots if kind in ("slash", "figure"))):
        citations += _judge(block, symbol, citations[-1] if citations else None, doubts)
    bare = [at for kind, at in spots if kind == "bare"]
    if bare and not {cited.start for cited in citations}.issuperset(bare):
        taken = {at for cited in citations for at in range(cited.start, cited.stop)}
        citations += bare_numbers(block, bare, taken)
        citations.sort(key=lambda cited: cited.start)
    if citations:
        doubts += read_beside(block, citations)
        share_in_lists(smooth, citations)
    if doubts:
        known = {cited.start for cited in citations}
        kept = [doubt for doubt in doubts if doubt.kind != "doubtful" or doubt.start not in known]
        doubts = sorted(kept, key=lambda doubt: doubt.start)
    return tuple(citations), tuple(doubts)


def _as_long_in_lower_case(smooth: str) -> str:
    lower = smooth.lower()
    if len(lower) != len(smooth):  # a letter whose lower case is longer, from another alphabet
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in smooth)
    return lower


def _judge(block: Block, symbol: Symbol, previous: Cited | None, doubts: list[Doubt]) -> Iterator[Cited]:
    """The citations that a shape stands for: one, several in a list («12, 15-CV/QU»), or none. `previous` is the one
    before it in the block; what is doubtful is added to `doubts`."""
    candidate = _candidate(block, symbol, previous)
    if candidate is None:
        return
    refusal = next((row for row in _REFUSALS if row.applies(candidate)), None)
    if refusal:
        if refusal.doubt:
            doubts.append(Doubt(kind=refusal.doubt, start=symbol.start, stop=symbol.end))
        return
    if _is_range(candidate):  # the last one counts, and the editor is asked
        doubts.append(Doubt(kind="range", start=symbol.start, stop=symbol.end))
    kind, letters, others = candidate.kind, candidate.letters, candidate.others
    kind_or_likely = kind or next(iter(block.lexicon.knowledge.type_names(candidate.number)), "")
    first = candidate.before.begin  # where the whole list begins, with the name of its type
    for i, (low, high) in enumerate(others):
        if number := _number(block.smooth[low:high], symbol.year, letters, symbol.form, block.lexicon):
            yield Cited(low if i else first, low, high, number, letters, kind_or_likely, bool(kind))
    begin = symbol.start if others else first
    cited = Cited(begin, symbol.start, symbol.end, candidate.number, letters, kind_or_likely, bool(kind))
    cited.year = int(symbol.after) if symbol.after else None
    yield cited


def _candidate(block: Block, symbol: Symbol, previous: Cited | None) -> _Candidate | None:
    """What is read of a shape; None when it is no number at all, or that of the paper itself in its letterhead."""
    smooth, start = block.smooth, symbol.start
    letters = _mended(symbol, block.lexicon)
    number = _number(symbol.serial, symbol.year, letters, symbol.form, block.lexicon)
    if number is None or _heads_letter(block.text, start, symbol.end):
        return None
    others = serials_before(smooth, start)
    before = type_before(block, others[0][0] if others else start, number)
    if others and not before.near:
        others = ()
        before = type_before(block, start, number)
    kind, listed = before.kind, False
    if previous is not None and (previous.symbol == letters or symbol.form == "alone"):
        listed = is_listed(smooth, previous.stop, start)
        if listed and not kind and previous.type_said:
            kind = previous.type
    known = _is_known(symbol, number, block.lexicon)
    return _Candidate(block, symbol, letters, number, others, kind, before, listed, known)


def _is_of_a_form(candidate: _Candidate) -> bool:
    return not candidate.kind and is_of_a_form(candidate.block.lower, candidate.symbol.start)


def _is_not_vouched(candidate: _Candidate) -> bool:
    begin = candidate.others[0][0] if candidate.others else candidate.symbol.start
    between = candidate.block.smooth[candidate.before.begin : begin]
    numbered = candidate.listed or between.rstrip(" :.").endswith(("số", "Số", "SỐ"))
    return not is_vouched(Stray(candidate.block, candidate.symbol, candidate.number, candidate.kind, numbered))


def _is_unknown(candidate: _Candidate) -> bool:
    return not (candidate.known or candidate.before.near or candidate.listed)


def _is_half_known(candidate: _Candidate) -> bool:
    """Of codes that together nobody knows, one is that of a type or of an issuer."""
    codes, lexicon = candidate.symbol.codes, candidate.block.lexicon
    has_known = bool(set(codes) & lexicon.codes) or any(map(lexicon.issuers, codes))
    return len(codes) > 1 and _is_unknown(candidate) and has_known


def _has_one_letter(candidate: _Candidate) -> bool:
    return len(candidate.symbol.codes[0]) == 1 and not candidate.known


def _is_range(candidate: _Candidate) -> bool:
    """«từ số 1 đến 5/QĐ-UBND», «1-5/QĐ-UBND»."""
    smooth, start = candidate.block.smooth, candidate.symbol.start
    pattern = _RANGE if smooth[max(0, start - 8) : start].endswith(_TO) else _SPAN
    return bool(smooth[start - 2 : start].strip() and pattern.search(smooth, max(0, start - 16), start))


_REFUSALS = (
    _Refusal("Mẫu số 01/TB-UBND", _is_of_a_form),
    _Refusal("phòng 163-CP", _is_not_vouched),
    _Refusal("12/XYZ-UBND", _is_half_known, doubt="doubtful"),
    _Refusal("12/XYZ-ABC", _is_unknown),
    _Refusal("số 12/Q Đ-UBND, as some readers of paper give it", _has_one_letter),
)


def _heads_letter(text: str, start: int, end: int) -> bool:
    """Whether the number is that of the paper itself: «Số: 729/QĐ-TTg» on a line of its own."""
    return (
        "S" in text[max(0, start - 7) : start]
        and bool(_LETTERHEAD.search(text, max(0, start - 30), start))
        and not _CITED_SO.match(text, end)
    )


def _number(serial: str, year: str, letters: str, form: Form, lexicon: Lexicon) -> Number | None:
    """«015», "", «QĐ-UBND» as the number 15/QĐ-UBND; None when the letters have no known shape, or the serial is 0."""
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


def _is_known(symbol: Symbol, number: Number, lexicon: Lexicon) -> bool:
    """The code of a type with an issuer's after it, or a known issuer's with a unit after it."""
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


def _scars(smooth: str, spots: list[tuple[str, int]], lexicon: Lexicon) -> Iterator[Doubt]:
    """Numbers that were not filled in, and numbers that lost a dash: «số …/QĐ-UBND», «75TB/ĐU»."""
    for kind, at in spots:
        if kind not in ("slash", "dash"):
            continue
        before = smooth[max(0, at - 30) : at].rstrip()[-1:]
        if before and before in _FILLED_WITH:
            m = _FILLER.search(smooth, max(0, at - 70), at + 80)
            code = (m["symbol"] or m["symbol2"]).split("-")[0] if m else ""
            if m and (code in lexicon.codes or lexicon.issuers(code)):
                yield Doubt(kind="unfilled", start=m.start(), stop=m.end())
        elif before.isalpha() and (m := lost_dash(smooth, at)):
            if m["code"] not in lexicon.codes or not lexicon.knowledge.issuer_rows(m["issuer"]):
                continue
            meant = f"{m['serial']}-{m['code']}/{m['issuer']}"
            yield Doubt(kind="doubtful", start=m.start(), stop=m.end(), meant=meant)


# --- citations by serial alone: «Thông tư 17», «Nghị định 356/2025», «Chỉ thị số 35 ngày …», «Thông tư 17, 18».

_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!\w| \(| của| ngày)")
_RANGES_ON = re.compile(r" {1,3}(?:đến|tới) [0-9]")
# After «Nghị quyết 68» these go on speaking of the paper; a noun would have made the figure a count.
_SPEAKS_ON = verbose(r"""
    [ ]{0,3}
    (?:
        $
        |(?<= )(?!Trung ương [0-9])[A-ZĐ]  # a name: «Nghị quyết 68 Bộ Chính trị»
        |[.,;:)\]”»!?(\"'|]
        |[-–&][ ]
        |[Đđ](?:iều|iểm)? ?[0-9]|[Kk]hoản[ ]  # a part of it
        |(?:  # what it is, does, or has done to it
            của|về|ngày,? (?=[0-9])|quy|hướng|có|và|được|sửa|thay|do|ban|này|khóa|khoá|đã
            |cũng|thì|là|nêu|ra|cho|trong|để|trên|với|tại|theo|vào|sẽ|còn|yêu|chỉ|đưa|giao|xác|đặt|đề|tạo|tiếp|phải|từ
            |năm (?=[12][0-9]{3})|mới|bao|gồm|hay|hoặc|như|khi|mà|vẫn|nhằm|đang|bị|nói|bổ|bãi|hết|chính|áp|kèm
        )(?:\b|(?<= ))
    )
""")


def bare_numbers(block: Block, places: Iterable[int], taken: Collection[int]) -> Iterator[Cited]:
    """The citations by serial alone around the offsets `places`, in order; none that begins at an offset in `taken`."""
    done = -1
    for place in places:
        if place > done and place not in taken:
            for cited in _list_at(block, place, taken):
                done = cited.stop
                yield cited


def _list_at(block: Block, place: int, taken: Collection[int]) -> Iterator[Cited]:
    """The numbers of the list that begins at `place`, behind the name of a type: «Thông tư **17, 18 và 19**»."""
    smooth = block.smooth
    match = bare_at(smooth, place)
    if not match:
        return
    kind, begin, numbered = type_before_bare(block, place)
    if not kind or _RANGES_ON.match(smooth, match.end()) or (not numbered and _A_YEAR.match(smooth, place)):
        return
    while match and _SPEAKS_ON.match(smooth, match.end()):
        serial = match["serial"].lstrip("0") or "0"
        year = int(match["year"]) if match["year"] else None
        printed = "".join(match[0].split())
        number = Number(serial=serial, code="", issuer="", style="bare", year=year, printed=printed)
        # «Đề án 06»: nobody writes a count with a nought.
        weak = not numbered and kind not in block.lexicon.bare and serial == match["serial"]
        start, stop = match.span()
        yield Cited(begin, start, stop, number, "", kind, True, weak)
        following = next_bare(smooth, stop)
        match = bare_at(smooth, following) if following and following not in taken else None
        begin = following or stop
