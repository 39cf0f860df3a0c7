"""Which body issued a dispatch: by the phrase beside it, else by the code and the ward's own chain on that day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bulletin.knowledge.areas import elsewhere
from bulletin.knowledge.body_of_code import alone, body, fits
from bulletin.model.issuer import Body, Issuer, Level, Tier
from bulletin.understand.citations.lexicon import Lexicon
from bulletin.words.papers.administrative_units import PLACE, SHORT
from bulletin.words.papers.body_names import spelled
from bulletin.words.papers.level_of_place import kind_at, level_of
from bulletin.words.text.fold import fold
from bulletin.words.text.patterns import verbose

# The place at the end of a phrase: «tỉnh Sóc Trăng», «quận», «thành phố Hà Nội».
_PLACE = re.compile(rf"(?<!\S)(?:{fold(PLACE)})(?: [^,]{{1,40}})?$")
# Whose paper is also that of the body itself: «Chủ tịch UBND phường», «Ban Thường vụ Đảng ủy». What stands before the
# name of a body else is a body of its own: «Văn phòng UBND», «Đảng ủy UBND», «Ban Kinh tế HĐND».
_ORGAN = verbose(r"""
    (?:
        (?:
            thay mat|t/m|tm|kt|quyen|cua|va|-|,  # «TM. ỦY BAN NHÂN DÂN», «thay mặt»
            |dong chi|d/c|pho|tap the|lanh dao|truong|chu tich|bi thu|giam doc|pho chu tich  # who signs
            |ban|thuong truc|thuong vu|chap hanh|bch|btv|btt|tt|dang bo|co quan|cap uy  # the body that leads it
        )\.?(?: |$)
    )*
""")
_TOGETHER = re.compile(r"(?<!\S)(?:va|-)(?!\S)|,")
_TITLE = re.compile(r"bo truong, chu nhiem|pho thu tuong, bo truong")
_OF_THE_PARTY = re.compile(r"(?:dang(?: cong san viet nam)?|viet nam)?(?: ?(?:lan thu|khoa) \w+)?(?: \(.*\))?")
_SHORT = {**{f"{fold(short)}.": kind for short, kind in SHORT.items()}, "tp": "thành phố"}
_CODE = re.compile(r"[^-/]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """`body` None when words and chain do not tell. `mark` parts the number from namesakes of other bodies.

    `by_code` when the text itself names nobody; `why` says in Vietnamese from what a body was guessed, or is "".
    """

    body: Body | None
    mark: str = ""
    by_code: bool = False
    why: str = ""


def resolve(issuer: str, phrase: str, day: date | None, lexicon: Lexicon) -> Resolved:
    """The body behind `issuer` («QU», «UBND-VHTT»), said to be `phrase` («Quận ủy», "" when nothing is), on `day`."""
    rows = _rows(issuer, day, lexicon)
    if phrase:
        return _named_by(_phrase(phrase), rows, day, lexicon)
    if len({row.name for row in rows}) != 1:
        return Resolved(body=None)
    row = rows[0]
    if row.level == "central":
        return Resolved(body=body(row, None), by_code=True)
    tier = _tier(_unit_level(issuer, day, lexicon) if row.level == "any" else row.level, day, lexicon)
    if tier is None or not fits(row, tier):
        return Resolved(body=None)
    named = body(row, tier)
    mark = tier.name if row.level == "any" else ""
    return Resolved(body=named, mark=mark, by_code=True, why=f"ký hiệu {row.code} ở địa bàn này là {named.name}")


def _rows(issuer: str, day: date | None, lexicon: Lexicon) -> tuple[Issuer, ...]:
    """Rows of the issuer's code that lived on `day`; drafting units issue nothing."""
    rows = tuple(row for row in lexicon.knowledge.issuer_rows(issuer) if not row.unit)
    exact = tuple(row for row in rows if issuer.startswith(row.code)) or rows
    alive = tuple(row for row in exact if day is None or _alive(row, day)) or exact
    ours = tuple(row for row in alive if not (tier := _tier(row.level, day, lexicon)) or fits(row, tier))
    return ours or alive


def _alive(row: Issuer | Tier, day: date) -> bool:
    return (row.since is None or row.since <= day) and (row.until is None or day < row.until)


def _tier(level: Level | None, day: date | None, lexicon: Lexicon) -> Tier | None:
    tiers = [tier for tier in lexicon.chain if tier.level == level]
    return next((tier for tier in tiers if day is None or _alive(tier, day)), tiers[-1] if tiers else None)


def _unit_level(issuer: str, day: date | None, lexicon: Lexicon) -> Level | None:
    """506/UBND-VHTT: only a quận had the unit VHTT, so the UBND is the quận's. TP was a quận's, since 2025 a ward's."""
    units = [row for code in _CODE.findall(issuer)[1:] for row in lexicon.issuers(code) if row.drafts]
    units = [row for row in units if day is None or _alive(row, day)] or units
    levels = {row.level for row in units} - {"any"}
    return levels.pop() if len(levels) == 1 else None


class _Phrase(NamedTuple):
    """Words that name a body: as they are spelled in full, each of them with kinds of places written out, folded, and
    the place at their end: «UBND P. Thử», «UBND phường Thử», «ubnd phuong thu», «phuong thu»."""

    printed: str
    spelled: str
    words: tuple[str, ...]
    folded: str
    place: str


def _phrase(printed: str) -> _Phrase:
    in_full = spelled(printed)
    words = tuple(" ".join(_SHORT.get(fold(word), word) for word in in_full.split()).split())
    folded = fold(" ".join(words))
    place = _PLACE.search(folded)
    return _Phrase(printed, in_full, words, folded, place[0] if place else "")


def _named_by(phrase: _Phrase, rows: tuple[Issuer, ...], day: date | None, lexicon: Lexicon) -> Resolved:
    """The body a phrase names. «Quận ủy» is this ward's quận's, «Quận ủy Hoàng Mai» another's."""
    coded = (row for word in phrase.printed.split() for row in lexicon.issuers(word) if not row.unit)
    every = (*rows, *_by_name(phrase.folded, lexicon), *coded)
    spoken = {row: name for row in every if (name := _spoken(row, phrase.folded))}
    row = max(spoken, key=lambda r: len(r.name), default=None)
    if row is None:
        return _of_no_row(phrase, rows, day, lexicon)
    head, _, rest = f" {phrase.folded} ".partition(f" {spoken[row]} ")
    head, rest = head.strip(), rest.strip()
    is_titled = _TITLE.match(head)
    if _TOGETHER.search(f"{head} | {rest}") and not is_titled:  # two bodies are none of the two
        return Resolved(body=Body(name=phrase.spelled))
    if not (_ORGAN.fullmatch(head) or is_titled):  # another's, whose name holds that of the row
        return Resolved(body=Body(name=phrase.spelled), mark=phrase.spelled)
    if row.level == "central":
        is_whole = not rest or _OF_THE_PARTY.fullmatch(rest)
        return Resolved(body=body(row, None) if is_whole else Body(name=phrase.spelled))
    return _of_row(row, rest, phrase, rows, day, lexicon)


def _of_no_row(phrase: _Phrase, rows: tuple[Issuer, ...], day: date | None, lexicon: Lexicon) -> Resolved:
    """«BCH Đảng bộ phường», «Quận»: the code tells which office, the words that it is ours; else whom they name."""
    tier = _tier(rows[0].level, day, lexicon) if len({row.name for row in rows}) == 1 else None
    if tier:
        office = phrase.folded.removesuffix(phrase.place).strip()
        is_ours = phrase.place and _ORGAN.fullmatch(office) and _names(phrase.place, tier)
        if is_ours or _shortens(phrase.folded, fold(rows[0].name)):
            return Resolved(body=body(rows[0], tier))
    is_central = len(rows) == 1 and rows[0].level == "central"
    return Resolved(body=Body(name=phrase.spelled), mark="" if is_central else phrase.spelled)


def _of_row(
    row: Issuer, rest: str, phrase: _Phrase, rows: tuple[Issuer, ...], day: date | None, lexicon: Lexicon
) -> Resolved:
    """The body of a row that is no central one, by the `rest` of the phrase behind its name: of our chain, of another
    place, or of more than we know."""
    tier = _tier(row.level if row.level != "any" else _level(rest, lexicon), day, lexicon)
    if tier and fits(row, tier) and _names(rest, tier):
        return Resolved(body=body(row, tier), mark=tier.name if row.level == "any" else "")
    if not rest and tier is None:
        return Resolved(body=alone(row), mark=_own(row, rows))
    # «Chủ tịch UBND tỉnh Sóc Trăng» and «UBND tỉnh Sóc Trăng» are one.
    if phrase.place and phrase.place == rest:
        there = " ".join(phrase.words[-len(rest.split()) :])
        return Resolved(body=elsewhere(row, there, lexicon.knowledge.areas), mark=rest)
    return Resolved(body=Body(name=phrase.spelled), mark=rest or phrase.spelled)


def _spoken(row: Issuer, folded: str) -> str:
    """How a phrase names the row: by its name, its code, or half of it: «Sở Xây dựng», «SXD», «Sở XD»; else ""."""
    for name in (fold(row.name), fold(row.code)):
        if f" {name} " in f" {folded} ":
            return name
    first, _, more = folded.partition(" ")
    half = more.partition(" ")[0]
    return f"{first} {half}" if half and first[:1] + half in (fold(code) for code in (row.code, *row.also)) else ""


def _shortens(folded: str, name: str) -> bool:
    """Whether a name is that of a row but for its end: «Ban Tuyên giáo» of «Ban Tuyên giáo Quận ủy». A list that is cut
    names another body: «Sở Văn hóa» is not «Sở Văn hóa và Thể thao»."""
    rest = name.removeprefix(folded)
    return rest != name and (not rest or (rest[0] == " " and not rest.startswith((" va ", " - "))))


def _by_name(folded: str, lexicon: Lexicon) -> list[Issuer]:
    """Rows whose name stands in the phrase, whatever the code says: «Ban chỉ đạo 35» under BCĐ."""
    words = folded.split()
    spoken: dict[str, None] = {}
    for i in range(len(words)):
        names = lexicon.names
        for j in range(i, len(words)):
            if words[j] not in names:
                break
            names = names[words[j]]
            if "" in names:
                spoken[" ".join(words[i : j + 1])] = None
    return [row for name in spoken for row in lexicon.by_name.get(name, ())]


def _own(row: Issuer, rows: tuple[Issuer, ...]) -> str:
    """What parts «Ban Chỉ đạo 35» from the other steering committees of one code."""
    others = {other.name for other in rows} - {row.name}
    return row.name if others or row.level == "any" else ""


def _level(rest: str, lexicon: Lexicon) -> Level | None:
    """That of a place; «thành phố Vinh» is a step of a chain below its tỉnh."""
    if not kind_at(rest):
        return None
    return next((tier.level for tier in lexicon.chain if _names(rest, tier)), level_of(rest))


def _names(rest: str, tier: Tier) -> bool:
    """Whether «quận», «quận Long Biên», «Long Biên» or nothing at all leaves it at our own `tier`; «tỉnh» does not."""
    name, own_kind, kind = fold(tier.name), kind_at(fold(tier.name)), kind_at(rest)
    if kind and (kind != own_kind if own_kind else level_of(kind) != tier.level):
        return False
    return rest[len(kind) :].strip() in ("", name[len(own_kind) :].strip())
