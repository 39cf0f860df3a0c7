"""Whose number it is: «214/TB-UBND» is no paper of a Đảng ủy, «12-TB/ĐU» none of an Ủy ban nhân dân.

    number: 214/TB-UBND      the code is that of an Ủy ban nhân dân, of the State
    issuer: Đảng ủy phường   a body with a row of its own, of the Party: one of the two is wrong

Only where rows know both: a code that nobody knows, or a body that no row names, tells nothing. Within one system units
sign for others («12/TB-VP» of an Ủy ban), so there nothing is told either.
"""

from __future__ import annotations

from bulletin.knowledge.body_of_code import body
from bulletin.knowledge.rows import Knowledge
from bulletin.model.issuer import Issuer, Tier
from bulletin.model.number import Number
from bulletin.words.papers.body_names import body_slug, one_body, place_of

_OFFICE = "Văn phòng"  # each system has offices, and all write VP


def owners(number: Number, issuer: str, knowledge: Knowledge) -> tuple[Issuer, ...]:
    """The rows whose code the number has, where `issuer` is surely of another system; else ()."""
    rows = knowledge.issuer_rows(number.issuer)
    systems = {row.system for row in rows}
    if len(systems) != 1 or any(row.name.startswith(_OFFICE) or one_body(row.name, issuer) for row in rows):
        return ()
    own = _rows_of_name(issuer, knowledge)
    return rows if own and all(row.system not in systems for row in own) else ()


def owner_name(rows: tuple[Issuer, ...], issuer: str) -> str:
    """The body of the first of `rows` in the place that `issuer` names: «Ủy ban nhân dân phường Thử»."""
    row, place = rows[0], place_of(issuer)
    level = "commune" if row.level == "any" else row.level
    return body(row, Tier(level=level, name=place) if place else None).name


def _rows_of_name(issuer: str, knowledge: Knowledge) -> tuple[Issuer, ...]:
    """The rows with the longest name that `issuer` begins with: «Ủy ban MTTQ Việt Nam phường» is of the Front."""
    name = f"{body_slug(issuer)}-"
    by_length: dict[int, list[Issuer]] = {}
    for row in knowledge.issuers:
        begin = f"{body_slug(row.name)}-"
        if name.startswith(begin):
            by_length.setdefault(len(begin), []).append(row)
    return tuple(by_length[max(by_length)]) if by_length else ()
